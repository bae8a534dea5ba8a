"""Articles become rows: the per-article work of a build, run in worker processes.

A worker gets a batch of articles and gives back a `Chunk`: column arrays whose article numbers and
word numbers count from 0 within the chunk. The writer renumbers them, so workers share nothing.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from rasid.corpus.article import Article
from rasid.corpus.copies import shingles
from rasid.findings import Findings, analyse
from rasid.language import Document
from rasid.store.schema import FACTS

WORD_KINDS: Final = frozenset(("word", "latin"))
"""The token kinds that count as words; numbers and signs are not in the base of any rate."""

TOKEN_COLUMNS: Final = ("article", "position", "start", "end", "sentence", "form", "quoted")

Columns = dict[str, list[Any]]
IntArray = npt.NDArray[np.int32]
Shingles = npt.NDArray[np.uint64]


@dataclass(slots=True)
class Chunk:
    """The rows of a batch of articles.

    Attributes:
        articles: One dict of `articles` columns per article, in order, without `article_key`.
        vocabulary: The distinct words as written; `tokens["form"]` counts into it.
        tokens: Equal-long arrays: article, position, start, end, sentence, form, quoted.
        facts: Columns of every other table of `schema.FACTS` and of `sentences`, with the local
            article number under `article_key`.
        shingles: The word 3-grams of each article, by which copies are found.
        problems: Rows of `problems`: file, code, detail.
    """

    articles: list[dict[str, Any]] = field(default_factory=list)
    vocabulary: list[str] = field(default_factory=list)
    tokens: dict[str, IntArray] = field(default_factory=dict)
    facts: dict[str, Columns] = field(default_factory=dict)
    shingles: list[Shingles] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)


class _Numbering(dict[str, int]):
    """Numbers words from 0 in the order of their first use; a known word costs one look-up in C."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Spans:
    """Sorted, disjoint spans that can be asked which of them holds an offset."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def indexes(self, offsets: IntArray) -> IntArray:
        """Return `index` of each of many offsets."""
        found = np.searchsorted(np.asarray(self.starts), offsets, side="right") - 1
        return np.maximum(found, 0).astype(np.int32)

    def hold(self, offsets: IntArray) -> IntArray:
        """Return 1 for each offset that a span holds, else 0."""
        if not self.starts:
            return np.zeros(len(offsets), dtype=np.int32)
        found = np.searchsorted(np.asarray(self.starts), offsets, side="right") - 1
        return ((found >= 0) & (offsets < np.asarray(self.ends)[found])).astype(np.int32)

    def index(self, offset: int) -> int:
        """Return the number of the span that `offset` falls in or after (0 before the first)."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def holds(self, offset: int) -> bool:
        """Tell whether a span holds `offset`."""
        i = bisect_right(self.starts, offset) - 1
        return i >= 0 and offset < self.ends[i]


def chunk_of(articles: Sequence[Article]) -> Chunk:
    """Return the rows of `articles`: findings, tokens, sentences and cuts."""
    chunk = Chunk(
        facts={name: _empty(columns) for name, columns in FACTS.items() if name != "tokens"}
    )
    chunk.facts["sentences"] = _empty({"sentence": "", "start": "", "end": ""})
    words = _Numbering()
    columns: dict[str, list[IntArray]] = {name: [] for name in TOKEN_COLUMNS}
    for number, article in enumerate(articles):
        document = Document(article.body)
        n_tokens = _add_article(
            chunk.facts, columns, words, number, article, document, chunk.problems
        )
        chunk.articles.append(_article_row(article, n_tokens))
        chunk.shingles.append(shingles(document))
    chunk.vocabulary = list(words)
    empty = np.empty(0, dtype=np.int32)
    chunk.tokens = {name: np.concatenate([empty, *arrays]) for name, arrays in columns.items()}
    return chunk


def _empty(columns: dict[str, str]) -> Columns:
    return {"article_key": [], **{name: [] for name in columns}}


def _article_row(article: Article, n_tokens: int) -> dict[str, Any]:
    origin, publication = article.origin, article.publication
    return {
        "article_id": article.article_id,
        "source_file": article.source_file,
        "source_kind": article.source_kind,
        "text_kind": article.text_kind,
        "outlet_id": origin.outlet_id,
        "outlet": origin.outlet,
        "host_id": origin.host_id,
        "host": origin.host,
        "origin_evidence": origin.evidence,
        "title": article.title,
        "author": article.author,
        "url": article.url,
        "body": article.body,
        "published_from": publication.published_from,
        "published_to": publication.published_to,
        "published_precision": publication.precision,
        "published_method": publication.method,
        "published_evidence": publication.evidence,
        "collected_at": publication.collected_at,
        "copy_group": None,
        "is_original": True,
        "n_tokens": n_tokens,
        "via_id": origin.via_id,
        "via": origin.via,
    }


def reference_of(article: Article) -> tuple[date, date] | None:
    """Return the interval that relative dates of the article are counted from; None: unknown."""
    first, last = article.publication.published_from, article.publication.published_to
    return (first, last) if first and last else None


def _findings(
    document: Document, article: Article, problems: list[tuple[str, str, str]]
) -> Findings:
    """Return what the text says; a text that a rule stumbles over is kept, without findings, and reported.

    Nobody has seen the next article: one of them must not cost a user the other seventy thousand.
    """
    try:
        return analyse(document, reference_of(article))
    except Exception as error:
        problems.append(
            (article.source_file, "analysis-failed", f"{type(error).__name__}: {error}")
        )
        return Findings([], [], [], [], [], [])


def _add_article(
    facts: dict[str, Columns],
    columns: dict[str, list[IntArray]],
    words: _Numbering,
    number: int,
    article: Article,
    document: Document,
    problems: list[tuple[str, str, str]],
) -> int:
    """Append the rows of one article; return its number of word tokens."""
    findings = _findings(document, article, problems)
    sentences = _Spans(document.sentences)
    quoted = _Spans(findings.quoted)
    for name, found in (
        ("cuts", article.cuts),
        ("mentions", findings.mentions),
        ("speech", findings.statements),
        ("dates", findings.dates),
        ("quantities", findings.quantities),
        ("frames", findings.frames),
    ):
        _add_facts(facts[name], number, found, sentences, quoted)
    spans = facts["sentences"]
    spans["article_key"].extend(itertools.repeat(number, len(document.sentences)))
    spans["sentence"].extend(range(len(document.sentences)))
    spans["start"].extend(sentences.starts)
    spans["end"].extend(sentences.ends)
    return _add_tokens(columns, words, number, document, sentences, quoted)


def _add_facts(
    columns: Columns, number: int, found: Sequence[Any], sentences: _Spans, quoted: _Spans
) -> None:
    if not found:
        return
    own = {f.name for f in fields(found[0])}
    columns["article_key"].extend(itertools.repeat(number, len(found)))
    for name, values in columns.items():
        if name in own:
            values.extend(getattr(item, name) for item in found)
        elif name == "sentence":
            values.extend(sentences.index(item.start) for item in found)
        elif name == "quoted":
            values.extend(quoted.holds(item.start) for item in found)


def _add_tokens(
    columns: dict[str, list[IntArray]],
    words: _Numbering,
    number: int,
    document: Document,
    sentences: _Spans,
    quoted: _Spans,
) -> int:
    text = document.text
    spans = [(start, end) for start, end, kind in document.tokens if kind in WORD_KINDS]
    if not spans:
        return 0
    starts, ends = np.asarray(spans, dtype=np.int32).T
    forms = [words[text[start:end]] for start, end in spans]
    count = len(spans)
    columns["article"].append(np.full(count, number, dtype=np.int32))
    columns["position"].append(np.arange(count, dtype=np.int32))
    columns["start"].append(starts)
    columns["end"].append(ends)
    columns["form"].append(np.asarray(forms, dtype=np.int32))
    columns["sentence"].append(sentences.indexes(starts))
    columns["quoted"].append(quoted.hold(starts))
    return count
