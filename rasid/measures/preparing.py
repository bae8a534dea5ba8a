"""What can be read of a store before anybody asks: else the first visitor of a page waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rasid.measures.concordance import article_arrays
from rasid.measures.facts import arabic_names
from rasid.measures.lexicon import lexicon_of
from rasid.measures.running import words_of
from rasid.measures.scope import scope_of
from rasid.measures.voices import held_turns, spellings_of
from rasid.measures.words import lemmas_of, outlet_sums
from rasid.store.engine import Store
from rasid.store.selection import Selection


class Preparation(NamedTuple):
    """A reading of a whole store; `beside` others where nearly all of it runs outside Python's lock."""

    read: Callable[[], object]
    beside: bool = False


def preparations(store: Store) -> list[Preparation]:
    """Return the readings of a whole store as steps, those of most pages first; none where a cluster answers."""
    if not store.is_local:
        return []
    scope = scope_of(store, Selection())
    return [
        Preparation(lambda: lexicon_of(store)),
        Preparation(lambda: words_of(store), beside=True),
        Preparation(lambda: _index_words(store), beside=True),
        Preparation(lambda: lemmas_of(store)),
        Preparation(lambda: outlet_sums(scope)),
        Preparation(lambda: arabic_names(scope)),
        Preparation(lambda: spellings_of(store)),
        Preparation(lambda: held_turns(scope)),
        Preparation(lambda: article_arrays(store)),
    ]


def _index_words(store: Store) -> None:
    """Index the running words."""
    words = words_of(store)
    if words is not None:
        words.many, words.sentence_ends  # noqa: B018  (both are kept once asked for)
