"""The places that a search finds: one span of words within one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from rasid.measures.query.arrays import Lookup
from rasid.measures.query.expressions import asked
from rasid.measures.query.search import Hits, Search
from rasid.measures.running import words_of
from rasid.measures.runs import neighbours
from rasid.measures.scope import Ints, Scope


@dataclass(frozen=True)
class Found:
    """What a search finds in view, in order of the text; what is not asked for is not worked out.

    Attributes:
        count: How many hits there are.
        hits: Gives the hits at some places, in that order.
        beside: Gives the word types so many steps from an edge (first or last) of the hits at some
            places, as places in the lexicon; -1 where the article has no such word.
    """

    count: int
    hits: Callable[[Any], Hits]
    beside: Callable[[Any, str, int], Ints]


def found(scope: Scope, search: Search) -> Found:
    """Return what a search finds in view, in the selection's voice.

    Raises:
        QueryError: When it finds more than three million places.
    """
    key = ("found", scope.key, search)
    return cast(Found, scope.store.keep(key, lambda: fetch(scope, search)))


def fetch(scope: Scope, search: Search) -> Found:
    """Return what a search finds in view, without keeping it."""
    words = words_of(scope.store)
    if words is None:
        hits = asked(scope, search)

        def neighbour(at: Any, edge: str, step: int) -> Ints:
            return neighbours(scope, hits.article_key[at], getattr(hits, edge)[at] + step)

        return Found(len(hits), hits.take, neighbour)
    lookup = Lookup(scope, words, search)
    spans = lookup.found()
    return Found(
        len(spans),
        lambda at: lookup.hits(spans.take(at)),
        lambda at, edge, step: lookup.beside(spans.take(at), edge, step),
    )


def hits_of(scope: Scope, search: Search) -> Hits:
    """Return all hits of a search in view, in the selection's voice.

    Raises:
        QueryError: When it finds more than three million places.
    """
    key = ("hits", scope.key, search)
    return cast(Hits, scope.store.keep(key, lambda: found(scope, search).hits(slice(None))))
