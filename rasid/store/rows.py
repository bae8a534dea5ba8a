"""Articles become rows: the per-article work of a build, run in worker processes.

A worker gets a batch of articles and gives back a `Chunk`: tables whose article numbers and word
numbers count from 0 within the chunk. The writer renumbers them, so workers share nothing. Findings
are made article by article; everything that is the same for all (words, sentence numbers, columns)
is made for the whole batch at once, at a third of the cost.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, Final

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


@dataclass(slots=True)
class Chunk:
    """The rows of a batch of articles.

    Attributes:
        ids: The `article_id` of each article, in order.
        tables: `articles`, `sentences` and the other tables of `schema.FACTS` that have rows, with
            the local article number under `article_key`.
        reader: Whose words `tokens["form"]` counts: a worker's process; 0: those of this chunk alone.
        vocabulary: The distinct words as written that the reader had not met before, in order.
        tokens: Equal-long arrays: article, position, start, end, sentence, form, quoted.
        shingles: The word 3-grams of each article, by which copies are found.
        problems: Rows of `problems`: file, code, detail.
    """

    ids: list[str] = field(default_factory=list)
    tables: dict[str, pa.Table] = field(default_factory=dict)
    reader: int = 0
    vocabulary: list[str] = field(default_factory=list)
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


def chunk_of(articles: Sequence[Article]) -> Chunk:
    """Return the rows of `articles`: findings, tokens, sentences and cuts."""
    chunk = Chunk(ids=[article.article_id for article in articles])
    documents = [Document(article.body) for article in articles]
    Document.cut_together(
        documents
    )  # the types of all words are met before any of them is asked for
    for article, document in zip(articles, documents, strict=True):
        prints = shingles(document, Appearance.of(article))
        chunk.shingles.append(prints.astype(np.uint32))  # as many bits as are compared
    findings = _findings(documents, articles, chunk.problems)
    spans = [document.sentences for document in documents]
    bases = np.cumsum([0, *(len(article.body) + 1 for article in articles)])[:-1]
    sentences = _Spans(spans, bases)
    quoted = _Spans([found.quoted for found in findings], bases)
    _add_tokens(chunk, articles, sentences, quoted)
    _add_articles(chunk, articles)
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
        ("cuts", [article.cuts for article in articles]),
        ("mentions", [found.mentions for found in findings]),
        ("speech", [found.statements for found in findings]),
        ("dates", [found.dates for found in findings]),
        ("quantities", [found.quantities for found in findings]),
        ("frames", [found.frames for found in findings]),
    ):
        _add_facts(chunk, name, of_each, sentences, quoted)
    return chunk


def reference_of(article: Article) -> tuple[date, date] | None:
    """Return the interval that relative dates of the article are counted from; None: unknown."""
    first, last = article.publication.published_from, article.publication.published_to
    return (first, last) if first and last else None


def _findings(
    documents: Sequence[Document],
    articles: Sequence[Article],
    problems: list[tuple[str, str, str]],
) -> list[Findings]:
    """Return what the texts say; one that a rule stumbles over is kept, without findings, and reported.

    Nobody has seen the next article: one of them must not cost a user the other seventy thousand.
    """
    references = list(map(reference_of, articles))
    try:
        return analyse_together(documents, references)
    except Exception:  # whichever it was: each by itself
        found = []
    for document, article, reference in zip(documents, articles, references, strict=True):
        try:
            found.append(analyse(document, reference))
        except Exception as error:
            problems.append(
                (article.source_file, "analysis-failed", f"{type(error).__name__}: {error}")
            )
            found.append(Findings([], [], [], [], [], []))
    return found


def _add_tokens(
    chunk: Chunk, articles: Sequence[Article], sentences: _Spans, quoted: _Spans
) -> None:
    """Add the word tokens of all articles; numbers and signs are in the base of no rate."""
    words = words_of([article.body for article in articles], _Worker.words)
    article, start = words.text, words.start
    begins = np.searchsorted(article, np.arange(len(articles)))
    chunk.tokens = {
        "article": article,
        "start": start,
        "end": words.end,
        "form": words.form,
        "position": (np.arange(len(article)) - begins[article]).astype(np.int32),
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
    columns["n_tokens"] = np.bincount(chunk.tokens["article"], minlength=len(articles))
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
    sentences: _Spans,
    quoted: _Spans,
) -> None:
    """Add what was found in each article; sentence and voice are those of where it starts."""
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
        elif column == "sentence":
            columns[column] = sentences.index(article, start)
        elif column == "quoted":
            columns[column] = quoted.hold(article, start)
    chunk.tables[name] = arrow_table(columns, {"article_key": "INTEGER", **FACTS[name]})
