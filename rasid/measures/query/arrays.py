"""The places that a search finds, looked up in the running words of a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from rasid.measures.lexicon import lexicon_of
from rasid.measures.query.search import MAX_HITS, Hits, Search, Shape, too_broad
from rasid.measures.running import Words, places_of, ranges
from rasid.measures.scope import Ints, Mask, Scope


@dataclass(frozen=True)
class Spans:
    """Spans from a first to a last word, named by their places in the running words."""

    first: Ints
    last: Ints
    quoted: Mask

    def take(self, places: Any) -> Spans:
        """Return the spans at some places, in that order."""
        return Spans(self.first[places], self.last[places], self.quoted[places])


def looked_up(scope: Scope, words: Words, search: Search) -> Hits:
    """Return what a search finds in view.

    Raises:
        QueryError: When it is more than three million places.
    """
    found = _Looking(scope, words, search).spans(search.shape)
    if search.leaf is None:
        found = found.take(np.lexsort((found.last, found.first)))
    lexicon, index = lexicon_of(scope.store), scope.index
    article = words.article(found.first)
    opening = words.first[article]
    return Hits(
        article_key=index.key[article],
        sentence=words.sentence[found.first],
        first=(found.first - opening).astype(np.int32),
        last=(found.last - opening).astype(np.int32),
        start=words.start[found.first],
        end=words.start[found.last] + lexicon.length[words.type[found.last]],
        quoted=found.quoted,
    )


@dataclass(frozen=True)
class _Looking:
    """A search being looked up, part by part."""

    scope: Scope
    words: Words
    search: Search

    def spans(self, shape: Shape) -> Spans:
        """Return the spans of a part of the search."""
        kind = shape[0]
        if kind == "leaf":
            wanted = self.search.words[shape[1]].types(lexicon_of(self.scope.store))
            places = places_of(self.scope, self.words, wanted)
            return self._few(Spans(places, places, self.words.quoted[places]))
        parts = [self.spans(part) for part in shape[1:] if isinstance(part, tuple)]
        if kind == "seq":
            simple = all(part[0] == "leaf" for part in shape[1:])
            found = reduce(lambda a, b: self._joined(a, b, 1), parts)
            return found if simple else _distinct(found)
        if kind == "near":
            return self._near(parts[0], parts[1], self.search.distances[shape[1]])
        return self._few(_distinct(_chained(parts)))

    def _near(self, a: Spans, b: Spans, distance: int) -> Spans:
        """Pair spans at most so many words apart, in either order."""
        pairs = [self._joined(a, b, distance), self._joined(b, a, distance)]
        self._few(*pairs)
        return _distinct(_chained(pairs))

    def _joined(self, a: Spans, b: Spans, most: int) -> Spans:
        """Join spans to those that start behind them in their sentence, at most `most` words on."""
        if len(b.first) > 1 and (np.diff(b.first) < 0).any():
            b = b.take(np.argsort(b.first, kind="stable"))
        low = np.searchsorted(b.first, a.last, side="right")
        end = np.minimum(a.last + most, self.words.sentence_end(a.last))
        many = np.searchsorted(b.first, end.astype(b.first.dtype), side="right") - low
        if int(many.sum()) > MAX_HITS:
            raise too_broad(self.search)
        a, b = a.take(np.repeat(np.arange(len(many)), many)), b.take(ranges(low, many))
        return Spans(a.first, np.maximum(a.last, b.last), a.quoted & b.quoted)

    def _few(self, *found: Spans) -> Spans:
        if sum(len(spans.first) for spans in found) > MAX_HITS:
            raise too_broad(self.search)
        return found[0]


def _chained(parts: Iterable[Spans]) -> Spans:
    columns = zip(*((part.first, part.last, part.quoted) for part in parts), strict=True)
    return Spans(*(np.concatenate(column) for column in columns))


def _distinct(spans: Spans) -> Spans:
    """Return each span once: two ways of finding the same words are one hit."""
    order = np.lexsort((spans.quoted, spans.last, spans.first))
    spans = spans.take(order)
    new = np.ones(len(order), bool)
    for column in (spans.first, spans.last, spans.quoted):
        changed = column[1:] != column[:-1]
        new[1:] = changed if column is spans.first else new[1:] | changed
    return spans.take(new)
