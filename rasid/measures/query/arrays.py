"""The places that a search finds, looked up in the running words of a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from rasid.measures.lexicon import lexicon_of
from rasid.measures.query.numbers import numbers_in_view
from rasid.measures.query.search import MAX_HITS, Hits, Search, Shape, too_broad
from rasid.measures.running import Words, places_of, ranges
from rasid.measures.runs import types_at
from rasid.measures.scope import Ints, Mask, Scope

_SENTENCES = 16
"""Bits that number the sentences of an article."""


@dataclass(frozen=True)
class Spans:
    """Spans of words, element i of each array one span.

    Attributes:
        first: Place of the first word in the running words.
        last: Place of the last word. A number is no word: its `first` is the word after it, its `last`
            the word before it, and `own` says what words cannot say of it.
        quoted: Whether all of its words are quoted.
        own: Of searches with numbers only: three rows, sentence (article number << 16 | its sentence),
            start and end offset.
    """

    first: Ints
    last: Ints
    quoted: Mask
    own: Ints | None = None

    def __len__(self) -> int:
        return len(self.first)

    def take(self, places: Any) -> Spans:
        """Return the spans at some places, in that order."""
        own = None if self.own is None else self.own[:, places]
        return Spans(self.first[places], self.last[places], self.quoted[places], own)


@dataclass(frozen=True)
class Lookup:
    """A search in the running words, part by part."""

    scope: Scope
    words: Words
    search: Search

    def found(self) -> Spans:
        """Return what the search finds in view, in order of the text.

        Raises:
            QueryError: When it is more than three million places.
        """
        found = self._spans(self.search.shape)
        if self.search.leaf is not None:
            return found
        if found.own is None:
            return found.take(np.lexsort((found.last, found.first)))
        sentence, start, _ = found.own
        return found.take(np.lexsort((start, found.last, found.first, sentence >> _SENTENCES)))

    def hits(self, spans: Spans) -> Hits:
        """Return spans as hits, with their articles and offsets."""
        sentence, start, end = self._own(spans)
        article = sentence >> _SENTENCES
        opening = self.words.first[article]
        return Hits(
            article_key=self.scope.index.key[article],
            sentence=(sentence & ((1 << _SENTENCES) - 1)).astype(np.int16),
            first=(spans.first - opening).astype(np.int32),
            last=(spans.last - opening).astype(np.int32),
            start=start,
            end=end,
            quoted=spans.quoted,
        )

    def beside(self, spans: Spans, edge: str, step: int) -> Ints:
        """Return the word types some steps from an edge (`first` or `last`) of spans; -1 for none."""
        own = spans.own
        article = self.words.article(spans.first) if own is None else own[0] >> _SENTENCES
        return types_at(self.words, article, getattr(spans, edge) + step)

    def _own(self, spans: Spans) -> tuple[Ints, Ints, Ints]:
        """Return sentence, start and end of spans."""
        if spans.own is not None:
            return spans.own[0], spans.own[1], spans.own[2]
        words, length = self.words, lexicon_of(self.scope.store).length
        article = words.article(spans.first).astype(np.int64)
        sentence = article << _SENTENCES | words.sentence[spans.first]
        end = words.start[spans.last] + length[words.type[spans.last]]
        return sentence, words.start[spans.first].astype(np.int32), end

    def _spans(self, shape: Shape) -> Spans:
        kind = shape[0]
        if kind == "leaf":
            wanted = self.search.words[shape[1]].types(lexicon_of(self.scope.store))
            places = places_of(self.scope, self.words, wanted)
            return self._complete(Spans(places, places, self.words.quoted[places]))
        if kind == "number":
            return self._numbers(self.search.numbers[shape[1]])
        parts = [self._spans(part) for part in shape[1:] if isinstance(part, tuple)]
        if kind == "seq":
            simple = all(part[0] == "leaf" for part in shape[1:])
            found = reduce(lambda a, b: self._joined(a, b, 1), parts)
            return found if simple else _distinct(found)
        if kind == "near":
            distance = self.search.distances[shape[1]]
            a, b = parts
            parts = [self._joined(a, b, distance), self._joined(b, a, distance)]
        self._few(*parts)
        return _distinct(_chained(parts))

    def _numbers(self, number: str) -> Spans:
        hits = numbers_in_view(self.scope, number, exact=self.search.exact)
        article = self.scope.index.place(hits.article_key).astype(np.int64)
        opening = self.words.first[article]
        own = np.stack([article << _SENTENCES | hits.sentence, hits.start, hits.end])
        return Spans(opening + hits.first, opening + hits.last, hits.quoted, own)

    def _complete(self, spans: Spans) -> Spans:
        """Give spans of words what they need beside numbers."""
        self._few(spans)
        if not self.search.numbers:
            return spans
        return Spans(spans.first, spans.last, spans.quoted, np.stack(self._own(spans)))

    def _joined(self, a: Spans, b: Spans, most: int) -> Spans:
        """Join spans to those that start behind them in their sentence, at most `most` words on."""
        if len(b) > 1 and (np.diff(b.first) < 0).any():
            b = b.take(np.argsort(b.first, kind="stable"))
        low = np.searchsorted(b.first, a.last, side="right")
        end = a.last + most
        if a.own is None:
            end = np.minimum(end, self.words.sentence_end(a.last))
        many = np.searchsorted(b.first, end.astype(b.first.dtype), side="right") - low
        if int(many.sum()) > MAX_HITS:
            raise too_broad(self.search)
        a, b = a.take(np.repeat(np.arange(len(many)), many)), b.take(ranges(low, many))
        joined = Spans(a.first, np.maximum(a.last, b.last), a.quoted & b.quoted)
        if a.own is None or b.own is None:
            return joined
        # A number may stand between two sentences: which one is its own, only it knows.
        same = (a.own[0] == b.own[0]) & (a.own[2] <= b.own[1])
        own = np.stack([a.own[0], a.own[1], np.maximum(a.own[2], b.own[2])])
        return Spans(joined.first, joined.last, joined.quoted, own).take(same)

    def _few(self, *found: Spans) -> None:
        if sum(map(len, found)) > MAX_HITS:
            raise too_broad(self.search)


def _chained(parts: Sequence[Spans]) -> Spans:
    first, last, quoted = zip(
        *((part.first, part.last, part.quoted) for part in parts), strict=True
    )
    owns = [part.own for part in parts if part.own is not None]
    own = np.concatenate(owns, axis=1) if owns else None
    return Spans(np.concatenate(first), np.concatenate(last), np.concatenate(quoted), own)


def _distinct(spans: Spans) -> Spans:
    """Return each span once: two ways of finding the same words are one hit."""
    columns = [spans.quoted, spans.last, spans.first]
    if spans.own is not None:
        columns = [spans.own[2], spans.own[1], *columns]
    order = np.lexsort(columns)
    new = np.zeros(len(order), bool)
    new[:1] = True
    for column in columns:
        sorted_ = column[order]
        new[1:] |= sorted_[1:] != sorted_[:-1]
    return spans.take(order[new])
