"""The words of a store and their totals in a scope: what frequency, keyness and similarity count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any, cast

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rasid.language import fold
from rasid.measures.scope import Ints, Mask, Scope
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store

Column = Any
"""An Ibis column: the library's types do not tell apart what its operators return."""


@dataclass(frozen=True)
class Lemmas:
    """The lemmas of a store, indexed by `lemma_id` (ids are dense).

    The texts are arrays of Python strings: taking a page of rows from Arrow strings meant converting
    all 250,000 at every click.
    """

    lemma: np.ndarray[Any, np.dtype[np.object_]]
    display: np.ndarray[Any, np.dtype[np.object_]]
    stopword: Mask
    boilerplate: Mask

    @cached_property
    def number(self) -> dict[str, int]:
        """The id of each lemma; comparing a word with 250,000 texts cost 10 ms a search."""
        return {lemma: i for i, lemma in enumerate(self.lemma.tolist()) if lemma}


def lemmas_of(store: Store) -> Lemmas:
    """Return the lemmas of the store; read once per store."""
    return cast(Lemmas, store.keep("lemmas", lambda: _read_lemmas(store)))


def _read_lemmas(store: Store) -> Lemmas:
    frame = store.frame(
        "SELECT lemma_id, lemma, coalesce(display, lemma) AS display, "
        "coalesce(stopword, false) AS stopword, coalesce(boilerplate, false) AS boilerplate "
        "FROM base.lemmas ORDER BY lemma_id"
    )
    size = int(frame["lemma_id"].max()) + 1 if len(frame) else 0
    if size != len(frame):  # ids with gaps: fill them, so that an id stays an index
        frame = frame.set_index("lemma_id").reindex(range(size)).reset_index()
        frame[["stopword", "boilerplate"]] = frame[["stopword", "boilerplate"]].fillna(False)
        frame[["lemma", "display"]] = frame[["lemma", "display"]].fillna("")
    return Lemmas(
        lemma=frame["lemma"].to_numpy(object),
        display=frame["display"].to_numpy(object),
        stopword=frame["stopword"].to_numpy(bool),
        boilerplate=frame["boilerplate"].to_numpy(bool),
    )


def containing(lemmas: Lemmas, text: str) -> Mask:
    """Tell which lemmas, or their display forms, contain a text; spelling is folded."""
    part = fold(text).text
    spelled = pc.match_substring(pa.array(lemmas.display, pa.string()), text)
    folded = pc.match_substring(pa.array(lemmas.lemma, pa.string()), part)
    return np.asarray(pc.or_(spelled, folded).to_numpy(zero_copy_only=False), bool)


@dataclass(frozen=True)
class Totals:
    """Tokens `n` and articles `df` of every lemma that occurs; one row a lemma (and outlet)."""

    lemma: Ints
    n: Ints
    df: Ints
    outlet: Ints | None = None


def voiced(table: ir.Table, voice: str) -> Column:
    """Return the column of tokens in a voice, of a table that counts `n` and `n_quoted`."""
    columns: dict[str, Column] = {
        "all": table.n,
        "quoted": table.n_quoted,
        "own": table.n - table.n_quoted,
    }
    return columns[voice]


def totals_expression(
    *, voice: str, outlets: int, groups: bool, rest: bool, by_outlet: bool
) -> ir.Table:
    """Write the sums of `n` and `df` of every lemma, from whole outlets, groups and single articles.

    Of `outlets` it matters whether there are none, one or several, or all of the store (-1).
    """
    parts = []
    for wanted, name, key, kind in (
        (outlets, "outlet_terms", "outlet_id", "string"),
        (groups, "group_terms", "group_id", "int32"),
    ):
        if wanted:
            rows = ex.table(name)
            if by_outlet or wanted != -1:
                chosen = ex.bound(f"covered_{key}", {key: kind, "outlet": "int16"})
                rows = rows.inner_join(chosen, key)
            df = {"all": rows.df, "quoted": rows.df_quoted, "own": rows.df_own}[voice]
            parts.append((rows, voiced(rows, voice), df))
    if rest:
        rows = ex.table("term_counts").inner_join(ex.selected(), "article_key")
        tokens = voiced(rows, voice)
        parts.append((rows, tokens, (tokens > 0).cast("int32")))
    keys = ["lemma_id", "outlet"] if by_outlet else ["lemma_id"]
    selects = [rows.select(*keys, n=n, df=df) for rows, n, df in parts]
    union = reduce(ibis.union, selects)
    if len(parts) == 1 and (outlets == 1 or (outlets and by_outlet)):
        return union.filter(union.n > 0)  # a row a lemma and outlet already
    summed = union.group_by(keys).aggregate(n=union.n.sum(), df=union.df.sum())
    return summed.filter(summed.n > 0)


def totals(scope: Scope, *, by_outlet: bool = False) -> Totals:
    """Return tokens and articles of every lemma in view, in the selection's voice.

    Rows are in no particular order.
    """
    key = ("totals", scope.key, by_outlet)
    return cast(Totals, scope.store.keep(key, lambda: _totals(scope, by_outlet)))


def _totals(scope: Scope, by_outlet: bool) -> Totals:
    cover = scope.cover()
    relations = {
        "covered_outlet_id": cover.outlets,
        "covered_group_id": cover.groups,
        "selected": cover.rest.relation(),
    }
    relations = {name: table for name, table in relations.items() if table.num_rows}
    if not relations:
        none = np.zeros(0, np.int64)
        return Totals(none, none, none, none if by_outlet else None)
    outlets = min(cover.outlets.num_rows, 2)
    if scope.is_whole and outlets == 2 and len(relations) == 1:
        outlets = -1
    if outlets == -1 and not by_outlet:
        relations = {}
    found = ex.run(
        scope.store,
        totals_expression,
        relations,
        voice=scope.selection.voice,
        outlets=outlets,
        groups="covered_group_id" in relations,
        rest="selected" in relations,
        by_outlet=by_outlet,
    )
    columns = {name: found[name].to_numpy().astype(np.int64) for name in found.column_names}
    return Totals(columns["lemma_id"], columns["n"], columns["df"], columns.get("outlet"))


def tokens_by_lemma(scope: Scope) -> Ints:
    """Return the tokens in view of every lemma, indexed by lemma."""
    found = totals(scope)
    every = np.zeros(len(lemmas_of(scope.store).lemma), np.int64)
    every[found.lemma] = found.n
    return every
