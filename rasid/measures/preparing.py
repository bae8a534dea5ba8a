"""What can be read of a store before anybody asks: else the first visitor of a page waits for it."""

from __future__ import annotations

from collections.abc import Callable

from rasid.measures.concordance import article_arrays
from rasid.measures.facts import arabic_names
from rasid.measures.running import words_of
from rasid.measures.scope import scope_of
from rasid.measures.voices import held_turns
from rasid.measures.words import lemmas_of, outlet_sums
from rasid.store.engine import Store
from rasid.store.selection import Selection


def preparations(store: Store) -> list[Callable[[], object]]:
    """Return the readings of a whole store as steps, those of most pages first; none where a cluster answers."""
    if not store.is_local:
        return []
    scope = scope_of(store, Selection())
    return [
        lambda: _index_words(store),
        lambda: lemmas_of(store),
        lambda: outlet_sums(scope),
        lambda: held_turns(scope),
        lambda: article_arrays(store),
        lambda: arabic_names(scope),
    ]


def _index_words(store: Store) -> None:
    """Read the running words and index them."""
    words = words_of(store)
    if words is not None:
        words.many, words.sentence_ends  # noqa: B018  (both are kept once asked for)
