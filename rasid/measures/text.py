"""Text: the words of a selection one after the other, for what is counted along it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np

from rasid.measures.lexicon import lexicon_of
from rasid.measures.running import Words, words_of
from rasid.measures.scope import Ints, Mask, Scope
from rasid.measures.words import tokens_in_view
from rasid.store import engine_expressions as ex


@dataclass(frozen=True)
class Text:
    """The words in view of some lemmas, in order.

    Attributes:
        lemma: The lemma of each.
        followed: Whether the next of them is the next word of its sentence.
        article: Tells the articles, as numbers, of the words at some places of these arrays.
        type: Tells their word types, as places in the lexicon.
    """

    lemma: Ints
    followed: Mask
    article: Callable[[Ints], Ints]
    type: Callable[[Ints], Ints]


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
    places = np.flatnonzero(kept).astype(np.int32)
    followed = np.zeros(len(places), bool)
    closes = np.zeros(len(words.type), bool)
    closes[words.sentence_ends] = True
    followed[:-1] = (np.diff(places) == 1) & ~closes[places[:-1]]
    return Text(
        lemma=lemma_of[words.type[places]],
        followed=followed,
        article=lambda at: words.article(places[at]),
        type=lambda at: words.type[places[at]],
    )


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
    return Text(
        lemma=lemma,
        followed=followed,
        article=lambda at: article[at],
        type=lambda at: np.searchsorted(types, form[at]),
    )
