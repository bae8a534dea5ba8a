"""Articles become rows: the per-article work of a build, run in worker processes.

A worker gets the texts of a batch of articles and gives back a `Chunk`: tables whose article numbers
and word numbers count from 0 within the chunk. The writer renumbers them, so workers share nothing.
What is known of the articles without reading their texts stays behind, and `completed` adds it: to
hand it over and back cost as much as a tenth of the findings. Findings are made article by article;
everything that is the same for all (words, sentence numbers, columns) is made for the whole batch at
once, at a third of the cost.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rasid.corpus.article import Article
from rasid.corpus.copies.facts import Appearance
from rasid.corpus.copies.index import shingles
from rasid.findings import Findings, analyse
from rasid.findings.analysis import analyse_together
from rasid.language import Document
from rasid.language.written_words import MetWords, words_of
from rasid.store.columns import arrow_table
from rasid.store.schema import ARTICLES, FACTS, INTERNAL

_MOST_SENTENCES: Final = np.iinfo(np.int16).max

IntArray = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]
Shingles = npt.NDArray[np.uint32]


class Texts(NamedTuple):
    """What a worker has to know of a batch of articles.

    Attributes:
        bodies: Their bodies in UTF-16, which is how Python holds Arabic: written and read by copying.
        appearances: Where and when each appeared.
        references: The interval that relative dates of each are counted from.
        files: Where each was read from.
    """

    bodies: list[bytes]
    appearances: list[Appearance]
    references: list[tuple[date, date] | None]
    files: list[str]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Texts:
        """Return what a worker has to know of these articles."""
        return cls(
            [article.body.encode("utf-16-le", "surrogatepass") for article in articles],
            list(map(Appearance.of, articles)),
            list(map(reference_of, articles)),
            [article.source_file for article in articles],
        )


@dataclass(slots=True)
class Chunk:
    """The rows of a batch of articles.

    Attributes:
        ids: The `article_id` of each article, in order (`completed`).
        tables: `articles` (`completed`), `sentences` and the other tables of `schema.FACTS` that have rows,
            with the local article number under `article_key`.
        reader: Whose words `tokens["form"]` counts: a worker's process; 0: those of this chunk alone.
        vocabulary: The distinct words as written that the reader had not met before, in order.
        n_tokens: How many words each article has.
        tokens: Equal-long arrays: article and position (`completed`), start, end, sentence, form, quoted.
        shingles: The word 3-grams of each article, by which copies are found.
        problems: Rows of `problems`: file, code, detail.
    """

    ids: list[str] = field(default_factory=list)
    tables: dict[str, pa.Table] = field(default_factory=dict)
    reader: int = 0
    vocabulary: list[str] = field(default_factory=list)
    n_tokens: Offsets = field(default_factory=lambda: np.empty(0, np.int64))
    tokens: dict[str, npt.NDArray[Any]] = field(default_factory=dict)
    shingles: list[Shingles] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)


class _Worker:
    """What a worker remembers from batch to batch: which words it has told of already.

    A batch has 17,000 distinct words, of which it is the first to bring one in ten.
    """

    words: MetWords | None = None

    @classmethod
    def begin(cls) -> None:
        """Begin in this process, for as long as it lives."""
        cls.words = MetWords()


begin_worker: Final = _Worker.begin


class _Spans:
    """The sorted, disjoint spans of each article of a batch, all laid on one line of offsets.

    Article `k` begins on the line at `bases[k]`, so that one search answers for all articles.
    """

    def __init__(self, spans: Sequence[Sequence[tuple[int, int]]], bases: Offsets) -> None:
        counts = [len(of_one) for of_one in spans]
        flat = np.fromiter(chain.from_iterable(chain.from_iterable(spans)), np.int64)
        self.starts, self.ends = flat.reshape(-1, 2).T
        self.article = np.repeat(np.arange(len(spans), dtype=np.int32), counts)
        self.bases = bases
        self.first = np.cumsum([0, *counts])[:-1]
        self._from, self._to = self.starts + bases[self.article], self.ends + bases[self.article]

    def numbers(self) -> IntArray:
        """Return the number of each span within its article."""
        numbers: IntArray = (np.arange(len(self.article)) - self.first[self.article]).astype(
            np.int32
        )
        return numbers

    def index(self, article: IntArray, offsets: IntArray) -> npt.NDArray[np.int16]:
        """Return the span of its article that each offset falls in or after (0 before the first)."""
        found = np.searchsorted(self._from, offsets + self.bases[article], side="right") - 1
        found -= self.first[article]
        return np.clip(found, 0, _MOST_SENTENCES).astype(np.int16)

    def hold(self, article: IntArray, offsets: IntArray) -> npt.NDArray[np.bool_]:
        """Tell for each offset whether a span holds it."""
        if not len(self._from):
            return np.zeros(len(offsets), dtype=bool)
        at = offsets + self.bases[article]
        found = np.searchsorted(self._from, at, side="right") - 1
        held: npt.NDArray[np.bool_] = (found >= 0) & (at < self._to[found])
        return held


def chunk_of(texts: Texts) -> Chunk:
    """Return the rows of the texts of some articles: findings, tokens, sentences."""
    chunk = Chunk()
    bodies = [body.decode("utf-16-le", "surrogatepass") for body in texts.bodies]
    documents = list(map(Document, bodies))
    Document.cut_together(
        documents
    )  # the types of all words are met before any of them is asked for
    for document, appearance in zip(documents, texts.appearances, strict=True):
        prints = shingles(document, appearance)
        chunk.shingles.append(prints.astype(np.uint32))  # as many bits as are compared
    findings = _findings(documents, texts, chunk.problems)
    spans = [document.sentences for document in documents]
    bases = np.cumsum([0, *(len(body) + 1 for body in bodies)])[:-1]
    sentences = _Spans(spans, bases)
    quoted = _Spans([found.quoted for found in findings], bases)
    _add_tokens(chunk, bodies, sentences, quoted)
    chunk.tables["sentences"] = arrow_table(
        {
            "article_key": sentences.article,
            "sentence": np.minimum(sentences.numbers(), _MOST_SENTENCES),
            "start": sentences.starts,
            "end": sentences.ends,
        },
        INTERNAL["sentences"],
    )
    for name, of_each in (
        ("mentions", [found.mentions for found in findings]),
        ("speech", [found.statements for found in findings]),
        ("dates", [found.dates for found in findings]),
        ("quantities", [found.quantities for found in findings]),
        ("frames", [found.frames for found in findings]),
    ):
        _add_facts(chunk, name, of_each, (sentences, quoted))
    return chunk


def completed(chunk: Chunk, articles: Sequence[Article]) -> Chunk:
    """Return the chunk of these articles with what is known of them without reading their texts."""
    chunk.ids = [article.article_id for article in articles]
    counts = chunk.n_tokens
    begins = np.cumsum(counts) - counts
    chunk.tokens["article"] = np.arange(len(articles), dtype=np.int32).repeat(counts)
    chunk.tokens["position"] = (np.arange(counts.sum()) - begins.repeat(counts)).astype(np.int32)
    _add_articles(chunk, articles)
    _add_facts(chunk, "cuts", [article.cuts for article in articles])
    return chunk


def reference_of(article: Article) -> tuple[date, date] | None:
    """Return the interval that relative dates of the article are counted from; None: unknown."""
    first, last = article.publication.published_from, article.publication.published_to
    return (first, last) if first and last else None


def _findings(
    documents: Sequence[Document], texts: Texts, problems: list[tuple[str, str, str]]
) -> list[Findings]:
    """Return what the texts say; one that a rule stumbles over is kept, without findings, and reported.

    Nobody has seen the next article: one of them must not cost a user the other seventy thousand.
    """
    try:
        return analyse_together(documents, texts.references)
    except Exception:  # whichever it was: each by itself
        found = []
    for document, reference, file in zip(documents, texts.references, texts.files, strict=True):
        try:
            found.append(analyse(document, reference))
        except Exception as error:
            problems.append((file, "analysis-failed", f"{type(error).__name__}: {error}"))
            found.append(Findings([], [], [], [], [], []))
    return found


def _add_tokens(chunk: Chunk, bodies: Sequence[str], sentences: _Spans, quoted: _Spans) -> None:
    """Add the word tokens of all articles; numbers and signs are in the base of no rate."""
    words = words_of(bodies, _Worker.words)
    article, start = words.text, words.start
    chunk.n_tokens = np.bincount(article, minlength=len(bodies))
    chunk.tokens = {
        "start": start,
        "end": words.end,
        "form": words.form,
        "sentence": sentences.index(article, start),
        "quoted": quoted.hold(article, start),
    }
    chunk.vocabulary = words.forms
    chunk.reader = os.getpid() if _Worker.words is not None else 0


def _add_articles(chunk: Chunk, articles: Sequence[Article]) -> None:
    """Add the rows of `articles` themselves."""
    columns: dict[str, Any] = {
        name: list(map(attrgetter(where), articles)) for name, where in _WHERE.items()
    }
    columns["article_key"] = np.arange(len(articles), dtype=np.int32)
    columns["copy_group"] = [None] * len(articles)
    columns["is_original"] = [True] * len(articles)
    columns["n_tokens"] = chunk.n_tokens
    chunk.tables["articles"] = arrow_table(columns, ARTICLES)


_WHERE: Final = {
    **{
        name: name
        for name in (
            "article_id", "source_file", "source_kind", "text_kind", "title", "author", "url", "body",
        )
    },
    **{name: f"origin.{name}" for name in ("outlet_id", "outlet", "host_id", "host", "via_id", "via")},
    "origin_evidence": "origin.evidence",
    **{f"published_{name}": f"publication.{name}" for name in ("precision", "method", "evidence")},
    "published_from": "publication.published_from",
    "published_to": "publication.published_to",
    "collected_at": "publication.collected_at",
}  # fmt: skip


def _add_facts(
    chunk: Chunk,
    name: str,
    of_each: Sequence[Sequence[Any]],
    spans: tuple[_Spans, _Spans] | None = None,
) -> None:
    """Add what was found in each article; sentence and voice, by their `spans`, are those of where it starts."""
    found = list(chain.from_iterable(of_each))
    if not found:
        return
    own = {f.name for f in fields(found[0])}
    article = np.repeat(np.arange(len(of_each), dtype=np.int32), list(map(len, of_each)))
    start = np.fromiter(map(attrgetter("start"), found), np.int32, len(found))
    columns: dict[str, Any] = {"article_key": article, "start": start}
    for column in FACTS[name]:
        if column == "start":
            continue
        if column in own:
            columns[column] = list(map(attrgetter(column), found))
        elif spans is not None and column == "sentence":
            columns[column] = spans[0].index(article, start)
        elif spans is not None and column == "quoted":
            columns[column] = spans[1].hold(article, start)
    chunk.tables[name] = arrow_table(columns, {"article_key": "INTEGER", **FACTS[name]})
