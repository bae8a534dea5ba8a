"""The word types that a word of a search stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from rasid.language import fold, lemmatize
from rasid.measures.lexicon import Lexicon, compared, lexicon_of
from rasid.measures.query import syntax
from rasid.measures.query.compounds import parsed
from rasid.measures.scope import Ints, Mask
from rasid.measures.words import lemmas_of
from rasid.store.engine import Store

_HARDLY_ANY: Final = 0.05
"""Of the words spelled like a search, the share below which a lemma is a slip or another word."""


@dataclass(frozen=True)
class Leaf:
    """What one word of a search stands for: lemmas, or single word types."""

    column: str  # lemma_id or form_id
    ids: tuple[int, ...]

    def types(self, lexicon: Lexicon) -> Mask:
        """Tell which word types of the lexicon it stands for."""
        column = lexicon.lemma_id if self.column == "lemma_id" else lexicon.form_id
        if len(self.ids) == 1:
            return np.asarray(column == self.ids[0])
        return np.isin(column, np.array(self.ids, np.int32))


def leaf_of(store: Store, node: syntax.Leaf, *, folding: bool, query: str) -> Leaf:
    """Return the lemmas or word types that a word of a search stands for; a number stands for none.

    With folding, spellings are compared folded (أ إ آ as ا, ى as ي, ة as ه, no diacritics, Latin
    letters as small ones); without it, a type must hold the letters exactly as they were typed.
    """
    lexicon = lexicon_of(store)
    if isinstance(node, syntax.Number):
        return Leaf("form_id", ())
    if isinstance(node, syntax.Word):
        return _word(store, node.text, folding)
    if isinstance(node, syntax.Surface):
        places = np.sort(lexicon.spelled(compared(node.text)))
        if not folding:
            places = places[_places(pc.equal(lexicon.form.take(pa.array(places)), node.text))]
    else:
        places = _places(_pattern(lexicon, node, folding, query))
    return Leaf("form_id", tuple(lexicon.form_id[places].tolist()))


def either(store: Store, options: Sequence_[Leaf]) -> Leaf:
    """Return one leaf that stands for all of the options: a token is found once, whoever asks."""
    if len({option.column for option in options}) == 1:
        ids = {i for option in options for i in option.ids}
        return Leaf(options[0].column, tuple(sorted(ids)))
    lexicon = lexicon_of(store)
    keep = np.zeros(len(lexicon.form_id), bool)
    for option in options:
        keep |= option.types(lexicon)
    return Leaf("form_id", tuple(lexicon.form_id[keep].tolist()))


def _places(found: Any) -> Ints:
    return np.flatnonzero(np.asarray(found.fill_null(False).to_numpy(zero_copy_only=False)))


def _word(store: Store, text: str, folding: bool) -> Leaf:
    """Find a word's lemmas: those of the types that are spelled like it.

    The build lemmatised each type as written, so a spelling that occurs leads to its lemma; only a form
    that occurs nowhere (انسحاب where only والانسحاب is printed) is lemmatised here.
    """
    lexicon = lexicon_of(store)
    lemma_ids = _usual_lemmas(store, lexicon, text)
    if not lemma_ids and text:
        number, lemma = lemmas_of(store).number, lemmatize(text)
        lemma_ids = {number[name] for name in (lemma, compared(lemma)) if name in number}
    if folding:
        return Leaf("lemma_id", tuple(sorted(lemma_ids)))
    member = np.isin(lexicon.lemma_id, np.array(sorted(lemma_ids), np.int32))
    spelled = np.zeros(len(member), bool)
    spelled[_places(pc.match_substring(lexicon.form, text))] = True
    return Leaf("form_id", tuple(lexicon.form_id[member & spelled].tolist()))


def _usual_lemmas(store: Store, lexicon: Lexicon, text: str) -> set[int]:
    """Return the lemmas of the types spelled like a word, without those that hardly any of them has.

    المؤصل is folded like الموصل: one of it in 72,716 articles made a search of Mosul find 4,409 times أصل.
    """
    places = lexicon.spelled(compared(text))
    lemma_ids = set(lexicon.lemma_id[places].tolist())
    if len(lemma_ids) < 2:
        return lemma_ids
    wanted = pa.table({"form_id": pa.array(lexicon.form_id[places], pa.int32())})
    counted = store.frame(
        "SELECT form_id, count(*) AS n FROM base.tokens SEMI JOIN wanted USING (form_id) GROUP BY 1",
        {"wanted": wanted},
    )
    many = dict(zip(counted["form_id"].tolist(), counted["n"].tolist(), strict=True))
    words: Counter[int] = Counter()
    for place in places.tolist():
        words[int(lexicon.lemma_id[place])] += many.get(int(lexicon.form_id[place]), 0)
    least = _HARDLY_ANY * sum(words.values())
    return {
        lemma_id
        for place in places.tolist()
        if words[lemma_id := int(lexicon.lemma_id[place])] >= least
        or lexicon.form[place].as_py() == text
    }


def _pattern(lexicon: Lexicon, node: syntax.Pattern, folding: bool, query: str) -> Any:
    """Match a pattern with RE2, whose time grows only with the length of the text.

    That is the time guard: the worst patterns known take a tenth of a second on 423,000 types.
    """
    pattern = fold(node.text).text if folding else node.text
    if node.whole:
        pattern = f"^(?:{pattern})$"
    texts = lexicon.folded if folding else lexicon.form
    try:
        return pc.match_substring_regex(texts, pattern, ignore_case=folding)
    except pa.ArrowInvalid as error:
        at = max(query.find(node.text), 0)
        raise syntax.QueryError("query-bad-regex", query, at) from error


def matches(store: Store, query: str, *, fold: bool = True) -> pd.DataFrame:
    """Return the word types that the words of a search stand for: what folding and lemmas did.

    Args:
        store: The store.
        query: A search expression.
        fold: Whether spellings are folded before they are compared.

    Returns:
        One row a type, by count falling, then form: `form_id`, `form`, `lemma_id`, `lemma`, `count`
        (in the whole corpus). Numbers are no words: they have no row.

    Raises:
        QueryError: When the search cannot be read.
    """
    lexicon = lexicon_of(store)
    keep = np.zeros(len(lexicon.form_id), bool)
    for node in syntax.leaves(parsed(query, folding=fold)):
        keep |= leaf_of(store, node, folding=fold, query=query).types(lexicon)
    wanted = pa.table({"form_id": pa.array(lexicon.form_id[keep], pa.int32())})
    return store.frame(
        "SELECT form_id, form, f.lemma_id, lemma, n::INTEGER AS count FROM "
        "(SELECT form_id, count(*) AS n FROM base.tokens SEMI JOIN wanted USING (form_id) GROUP BY 1) "
        "JOIN base.forms f USING (form_id) LEFT JOIN base.lemmas USING (lemma_id) "
        "ORDER BY count DESC, form",
        {"wanted": wanted},
    )
