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
    return cast(Lemmas, store.hold("lemmas", lambda: _read_lemmas(store)))


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


def of_voice(rows: ir.Table, voice: str, column: str = "quoted") -> ir.Table:
    """Keep the rows of a voice, of a table that says of each whether it is quoted."""
    if voice == "all":
        return rows
    return rows.filter(rows[column] if voice == "quoted" else ~rows[column])


def tokens_in_view(bound: str, column: str, *, voice: str, whole: bool) -> ir.Table:
    """Write the words in view whose `column` (lemma_id or form_id) a bound table lists."""
    rows = ex.table("tokens").semi_join(ex.bound(bound, {column: "int32"}), column)
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    return of_voice(rows, voice)


def totals_expression(*, voice: str, groups: bool, rest: bool, by_outlet: bool) -> ir.Table:
    """Write the sums of `n` and `df` of every lemma, from whole groups and single articles."""
    parts = []
    if groups:
        chosen = ex.bound("covered", {"group_id": "int32", "outlet": "int16"})
        rows = ex.table("group_terms").inner_join(chosen, "group_id")
        parts.append((rows, voiced(rows, voice), _articles(rows, voice)))
    if rest:
        rows = ex.table("term_counts").inner_join(ex.selected(), "article_key")
        tokens = voiced(rows, voice)
        parts.append((rows, tokens, (tokens > 0).cast("int32")))
    keys = ["lemma_id", "outlet"] if by_outlet else ["lemma_id"]
    union = reduce(ibis.union, [rows.select(*keys, n=n, df=df) for rows, n, df in parts])
    summed = union.group_by(keys).aggregate(n=union.n.sum(), df=union.df.sum())
    return summed.filter(summed.n > 0)


def _articles(rows: ir.Table, voice: str) -> Column:
    """Return the column of articles that hold a lemma in a voice, of a roll-up."""
    return {"all": rows.df, "quoted": rows.df_quoted, "own": rows.df_own}[voice]


def outlets_expression() -> ir.Table:
    """Write the sums of every outlet and lemma, with the outlet's number."""
    numbered = ex.bound("numbered", {"outlet_id": "string", "outlet": "int16"})
    return ex.table("outlet_terms").inner_join(numbered, "outlet_id").drop("outlet_id")


def outlet_sums(scope: Scope) -> dict[str, Ints]:
    """Return the sums of every outlet and lemma as columns, by outlet; read once per store.

    Held, they save the engine its widest scans: whole-corpus frequency took 42 ms of the processor on
    20,000 articles, keyness of all outlets 85.
    """
    return cast(dict[str, Ints], scope.store.hold("outlet_terms", lambda: _read_outlets(scope)))


def _read_outlets(scope: Scope) -> dict[str, Ints]:
    ids = scope.index.outlet_ids
    numbered = pa.table({"outlet_id": ids, "outlet": pa.array(range(len(ids)), pa.int16())})
    found = ex.run(scope.store, outlets_expression, {"numbered": numbered})
    order = np.lexsort((found["lemma_id"].to_numpy(), found["outlet"].to_numpy()))
    return {name: found[name].to_numpy()[order] for name in found.column_names}


def totals(scope: Scope, *, by_outlet: bool = False) -> Totals:
    """Return tokens and articles of every lemma in view, in the selection's voice.

    Rows are in no particular order.
    """
    key = ("totals", scope.key, by_outlet)
    return cast(Totals, scope.store.keep(key, lambda: _totals(scope, by_outlet)))


def _totals(scope: Scope, by_outlet: bool) -> Totals:
    cover = scope.cover()
    relations = {"covered": cover.groups, "selected": cover.rest.relation()}
    relations = {name: table for name, table in relations.items() if table.num_rows}
    parts = []
    if len(cover.outlets):
        parts.append(_held(scope, cover.outlets))
    if relations:
        found = ex.run(
            scope.store,
            totals_expression,
            relations,
            voice=scope.selection.voice,
            groups="covered" in relations,
            rest="selected" in relations,
            by_outlet=by_outlet,
        )
        parts.append({name: found[name].to_numpy().astype(np.int64) for name in found.column_names})
    if by_outlet:  # no outlet is in both parts
        return Totals(*(_joined(parts, name) for name in ("lemma_id", "n", "df", "outlet")))
    return _summed(parts, len(lemmas_of(scope.store).lemma))


def _held(scope: Scope, outlets: Ints) -> dict[str, Ints]:
    """Return the sums of whole outlets in the selection's voice."""
    held, voice = outlet_sums(scope), scope.selection.voice
    starts = np.searchsorted(held["outlet"], np.arange(len(scope.index.outlet_ids) + 1))
    at: Any = slice(None)
    if len(outlets) < len(scope.index.outlet_ids):
        at = np.concatenate([np.arange(starts[i], starts[i + 1]) for i in outlets])
    part = {name: column[at] for name, column in held.items()}
    n = {"all": part["n"], "quoted": part["n_quoted"], "own": part["n"] - part["n_quoted"]}[voice]
    df = part[{"all": "df", "quoted": "df_quoted", "own": "df_own"}[voice]]
    used = n > 0
    if used.all():
        return {"lemma_id": part["lemma_id"], "outlet": part["outlet"], "n": n, "df": df}
    return {
        "lemma_id": part["lemma_id"][used], "outlet": part["outlet"][used], "n": n[used], "df": df[used],
    }  # fmt: skip


def _joined(parts: list[dict[str, Ints]], name: str) -> Ints:
    columns = [part[name] for part in parts]
    return np.concatenate(columns).astype(np.int64) if columns else np.zeros(0, np.int64)


def _summed(parts: list[dict[str, Ints]], size: int) -> Totals:
    """Add up the parts by lemma; whole numbers below 2**53 are added exactly."""
    n, df = np.zeros(size), np.zeros(size)
    for part in parts:
        n += np.bincount(part["lemma_id"], part["n"], size)
        df += np.bincount(part["lemma_id"], part["df"], size)
    lemma = np.flatnonzero(n)
    return Totals(lemma, n[lemma].astype(np.int64), df[lemma].astype(np.int64))


def tokens_by_lemma(scope: Scope) -> Ints:
    """Return the tokens in view of every lemma, indexed by lemma."""
    found = totals(scope)
    every = np.zeros(len(lemmas_of(scope.store).lemma), np.int64)
    every[found.lemma] = found.n
    return every
