"""Text: the words of a selection one after the other, for what is counted along it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import ibis.expr.types as ir
import numpy as np

from rasid.measures.lexicon import lexicon_of
from rasid.measures.running import Words, places_where, words_of
from rasid.measures.scope import Ints, Mask, Scope
from rasid.measures.words import tokens_in_view
from rasid.store import engine_expressions as ex

_BLOCK: Final = 1 << 20


@dataclass(frozen=True)
class Text:
    """The words in view of some lemmas, in order.

    Attributes:
        ids: Those of the lemmas that occur, ascending.
        number: The place in `ids` of each word's lemma; of 16 bits where they are few.
        followed: Whether the next of them is the next word of its sentence.
        article: Tells the articles, as numbers, of the words at some places of these arrays.
        type: Tells their word types, as places in the lexicon.
    """

    ids: Ints
    number: Ints
    followed: Mask
    article: Callable[[Ints], Ints]
    type: Callable[[Ints], Ints]

    def lemma(self, at: Ints) -> Ints:
        """Return the lemmas of the words at some places."""
        return self.ids[self.number[at]]


def fewest_bits(most: int) -> type[np.signedinteger[Any]]:
    """Return the type of numbers up to `most`: 16 bits where they do, for ten million of them."""
    return np.int16 if most <= np.iinfo(np.int16).max else np.int32


def numbered(ids: Ints, lemmas: Ints) -> Ints:
    """Return a table from each lemma to its place among those of `ids`; -1 for others."""
    table = np.full(int(lemmas.max(initial=-1)) + 1, -1, fewest_bits(len(ids)))
    table[ids] = np.arange(len(ids))
    return table


def text_of(scope: Scope, lemma_ids: Ints) -> Text:
    """Return the words in view of some lemmas, in the selection's voice."""
    words = words_of(scope.store)
    return _asked(scope, lemma_ids) if words is None else _looked_up(scope, words, lemma_ids)


def _looked_up(scope: Scope, words: Words, lemma_ids: Ints) -> Text:
    lemma_of = lexicon_of(scope.store).lemma_id
    wanted = np.zeros(int(lemma_of.max(initial=-1)) + 1, bool)
    wanted[lemma_ids] = True
    kept = wanted[lemma_of][words.type]
    if not scope.is_whole:
        seen = np.zeros(len(scope.index.key), bool)
        seen[scope.at] = True
        kept &= np.repeat(seen, np.diff(words.first))
    if scope.selection.voice != "all":
        kept &= words.quoted == (scope.selection.voice == "quoted")
    places = places_where(kept)
    follows = np.zeros(len(kept), bool)
    follows[:-1] = kept[:-1] & kept[1:]
    follows[words.sentence_ends] = False
    followed = follows[kept]
    del kept, follows
    types = np.flatnonzero(wanted[lemma_of])
    ids = np.unique(lemma_of[types[_met(words.type, places, types)]])
    number = numbered(ids, lemma_of)[lemma_of]
    return Text(
        ids=ids,
        number=np.concatenate([number[:0], *(number[words.type[part]] for part in _parts(places))]),
        followed=followed,
        article=lambda at: words.article(places[at]),
        type=lambda at: words.type[places[at]],
    )


def _parts(places: Ints) -> Iterator[Ints]:
    """Yield places a million at a time: the types of all, in 32 bits, are 50 MB at once."""
    for at in range(0, len(places), _BLOCK):
        yield places[at : at + _BLOCK]


def _met(type_: Ints, places: Ints, types: Ints) -> Mask:
    """Tell which of some types stand at any of the places."""
    seen = np.zeros(int(types.max(initial=-1)) + 1, bool)
    for part in _parts(places):
        seen[type_[part]] = True
    return seen[types]


def words_expression(*, voice: str, whole: bool) -> ir.Table:
    """Write the words in view of some lemmas, with their word types."""
    rows = tokens_in_view("frequent", "lemma_id", voice=voice, whole=whole)
    return rows.select("article_key", "sentence", "position", "lemma_id", "form_id")


def _asked(scope: Scope, lemma_ids: Ints) -> Text:
    bound = {"frequent": ex.numbers("lemma_id", lemma_ids)}
    if not scope.is_whole:
        bound["selected"] = scope.relation()
    found = ex.run(
        scope.store, words_expression, bound, voice=scope.selection.voice, whole=scope.is_whole
    )
    article, sentence, position, lemma, form = (found[n].to_numpy() for n in found.column_names)
    place = article.astype(np.int64) << 24 | position
    if (np.diff(place) < 0).any():
        order = np.argsort(place, kind="stable")
        place, article, sentence, lemma, form = (
            a[order] for a in (place, article, sentence, lemma, form)
        )
    followed = np.zeros(len(place), bool)
    followed[:-1] = (np.diff(place) == 1) & (np.diff(sentence) == 0)
    types = lexicon_of(scope.store).form_id
    ids = np.unique(lemma)
    return Text(
        ids=ids,
        number=numbered(ids, ids)[lemma],
        followed=followed,
        article=lambda at: article[at],
        type=lambda at: np.searchsorted(types, form[at]),
    )
