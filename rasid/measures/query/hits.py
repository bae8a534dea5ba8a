"""The places that a search finds: one span of words within one sentence."""

from __future__ import annotations

from typing import cast

from rasid.measures.query.arrays import looked_up
from rasid.measures.query.expressions import asked
from rasid.measures.query.search import Hits, Search
from rasid.measures.running import words_of
from rasid.measures.scope import Scope


def hits_of(scope: Scope, search: Search) -> Hits:
    """Return what a search finds in view, in the selection's voice.

    Raises:
        QueryError: When it finds more than three million places.
    """
    key = ("hits", scope.key, search)
    return cast(Hits, scope.store.keep(key, lambda: fetch(scope, search)))


def fetch(scope: Scope, search: Search) -> Hits:
    """Return what a search finds in view, without keeping it."""
    words = words_of(scope.store)
    return asked(scope, search) if words is None else looked_up(scope, words, search)
