"""The sentences that claims stand in: their words, names and numbers, read for all of a store at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.lexicon import lexicon_of
from rasid.measures.scope import Scope
from rasid.measures.words import lemmas_of
from rasid.store import engine_expressions as ex

COUNTED: Final = ("troops", "bases")

_NEIGHBOURS: Final = ("base", "place", "country", "organisation")


def claimed_expression() -> ir.Table:
    """Write the numbers of troops and bases."""
    rows = ex.table("quantities")
    rows = rows.filter(rows.about.isin(COUNTED))
    return rows.select("article_key", "sentence", "start", "end", "surface", "entity_id")


def words_expression() -> ir.Table:
    """Write the words of some sentences."""
    wanted = ex.bound("wanted", {"article_key": "int32", "sentence": "int16"})
    rows = ex.table("tokens").semi_join(wanted, ["article_key", "sentence"])
    return rows.select("article_key", "sentence", "start", "end", "lemma_id", "form_id")


def named_expression() -> ir.Table:
    """Write the bases, places, countries and organisations that some sentences name."""
    wanted = ex.bound("wanted", {"article_key": "int32", "sentence": "int16"})
    rows = ex.table("mentions").semi_join(wanted, ["article_key", "sentence"])
    rows = rows.filter(rows.kind.isin(_NEIGHBOURS))
    return rows.select("article_key", "sentence", "start", "end", "entity_id", "kind")


class Name(NamedTuple):
    """A base, place, country or organisation named in the sentence."""

    start: int
    end: int
    entity_id: str
    kind: str


@dataclass(frozen=True)
class Sentence:
    """The words and names of a sentence, in order; lists of the same length but for `names`."""

    start: list[int]
    end: list[int]
    lemma: list[str]
    form: list[str]
    names: list[Name]

    def name_at(self, i: int) -> Name | None:
        """Return the name that word `i` belongs to."""
        for name in self.names:
            if name.start < self.end[i] and self.start[i] < name.end:
                return name
        return None


def sentences_of(
    scope: Scope, counted: pd.DataFrame
) -> Iterator[tuple[Sentence, list[tuple[int, int, str, str | None]]]]:
    """Yield each sentence with its numbers: start, end, surface, base or None."""
    wanted = counted[["article_key", "sentence"]].drop_duplicates()
    bound = {"wanted": pa.Table.from_pandas(wanted, preserve_index=False)}
    lexicon, lemmas = lexicon_of(scope.store), lemmas_of(scope.store).lemma
    words = ex.run(scope.store, words_expression, bound)
    types = np.searchsorted(lexicon.form_id, words["form_id"].to_numpy())
    spelled = {
        "lemma": lemmas[words["lemma_id"].to_numpy()].tolist(),
        "form": lexicon.folded.take(pa.array(types)).to_pylist(),
    }
    worded = _by_sentence(words, spelled)
    named = _by_sentence(ex.run(scope.store, named_expression, bound), {})
    numbers: dict[Key, list[tuple[int, int, str, str | None]]] = {}
    for key, sentence, *number, base in counted.itertuples(index=False):
        of_key = numbers.setdefault((key, sentence), [])
        of_key.append((*number, base if isinstance(base, str) else None))
    for place, spans in numbers.items():
        rows = worded.get(place, [])
        start, end, lemma, form = ([row[i] for row in rows] for i in (0, 1, 4, 5))
        yield Sentence(start, end, lemma, form, [Name(*row) for row in named.get(place, ())]), spans


Key = tuple[int, int]


def _by_sentence(table: pa.Table, more: dict[str, list[str]]) -> dict[Key, list[tuple[Any, ...]]]:
    """Return the rows of each sentence by offset: the table's columns after its key, then others."""
    columns = {name: table[name].to_pylist() for name in table.column_names} | more
    found: dict[Key, list[tuple[Any, ...]]] = {}
    for key, sentence, *row in zip(*columns.values(), strict=True):
        found.setdefault((key, sentence), []).append(tuple(row))
    for rows in found.values():
        rows.sort()
    return found
