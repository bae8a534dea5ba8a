"""Mentions: which bases, places and people are named, by whom, when, in which role, with whom."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.coverage import period_days, with_outlets
from rasid.measures.facts import (
    Where,
    bound_view,
    counts,
    entity_names,
    ordered,
    rows_in_view,
    tallied,
)
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

MENTION_COLUMNS = ("entity_id", "kind", "surface", "sentence", "quoted", "role")


def _of_kind(kind: str | None) -> Where:
    return () if kind is None else (("kind", kind),)


def _named(frame: pd.DataFrame, scope: Scope, after: str = "entity_id") -> pd.DataFrame:
    """Add the names of the entities beside their ids."""
    names = entity_names(scope).reindex(frame[after])
    at = int(frame.columns.get_loc(after)) + 1  # type: ignore[arg-type]
    suffix = after.removeprefix("entity_id").removeprefix("entity")
    frame.insert(at, f"name_en{suffix}", names["name_en"].fillna("").to_numpy(object))
    arabic = names["name_ar"].fillna(pd.Series(names.index, index=names.index))
    frame.insert(at, f"name_ar{suffix}", arabic.to_numpy(object))
    return frame


def mentions(store: Store, selection: Selection, *, kind: str | None = "base") -> pd.DataFrame:
    """Return how often each base (or place, country, person, organisation) is named.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        kind: base, place, country, person or organisation; None for all.

    Returns:
        One row an entity, by count falling, then id: `rank` (equal counts share one), `entity_id`,
        `name_ar`, `name_en`, `kind`, `lat`, `lon`, `count`, `quoted`, `own` (mentions inside and
        outside speech), `articles`, `rate` (per 10,000 word tokens).
    """
    scope = scope_of(store, selection)
    frame = counts(scope, "mentions", ["entity_id"], where=_of_kind(kind))
    frame = frame[["entity_id", "count", "quoted", "articles"]]
    frame = frame.sort_values(["count", "entity_id"], ascending=[False, True], ignore_index=True)
    frame.insert(3, "own", frame["count"] - frame["quoted"])
    frame["rate"] = st.rate(frame["count"].to_numpy(), scope.n_tokens)
    known = entity_names(scope).reindex(frame["entity_id"])
    frame.insert(1, "kind", known["kind"].to_numpy(object))
    frame.insert(2, "lat", known["lat"].to_numpy(float))
    frame.insert(3, "lon", known["lon"].to_numpy(float))
    frame.insert(0, "rank", frame["count"].rank(method="min", ascending=False).astype(int))
    return _named(frame, scope)


def mentions_by_outlet(
    store: Store, selection: Selection, *, kind: str | None = "base"
) -> pd.DataFrame:
    """Return how often each outlet names each entity.

    Returns:
        One row an entity and outlet that names it, entities as in `mentions`, outlets by id:
        `entity_id`, `name_ar`, `name_en`, `outlet_id`, `outlet`, `count`, `articles`, `rate` (per
        10,000 word tokens of the outlet).
    """
    scope = scope_of(store, selection)
    sizes = np.bincount(scope.outlet, scope.tokens, len(scope.index.outlet_ids))
    frame = _counted(scope, ["entity_id", "outlet"], kind)
    frame["rate"] = st.rate(frame["count"].to_numpy(), sizes[frame["outlet"].to_numpy()])
    return _named(with_outlets(_ranked(frame, "outlet"), scope), scope)


def mentions_by_time(
    store: Store, selection: Selection, *, kind: str | None = "base", grain: str = "month"
) -> pd.DataFrame:
    """Return how often each entity is named in each period.

    Returns:
        One row an entity and period that names it, entities as in `mentions`, periods in order, the
        last of them NaT (articles not known to the grain): `entity_id`, `name_ar`, `name_en`,
        `period`, `grain`, `count`, `articles`.
    """
    scope = scope_of(store, selection)
    number, days = scope.periods(grain)
    frame = _counted(scope, ["entity_id", "period"], kind, number)
    frame["period"] = period_days(frame["period"].to_numpy(), days)
    frame.insert(2, "grain", grain)
    return _named(_ranked(frame, "period"), scope)


def mentions_by_role(
    store: Store, selection: Selection, *, kind: str | None = "base"
) -> pd.DataFrame:
    """Return in which roles each base is named: departure, arrival, handover, remains, attacked.

    Returns:
        One row an entity and role, entities as in `mentions`, roles by name: `entity_id`, `name_ar`,
        `name_en`, `role` ("" where the text states none), `count`, `articles`.
    """
    scope = scope_of(store, selection)
    return _named(_ranked(_counted(scope, ["entity_id", "role"], kind), "role"), scope)


def _counted(
    scope: Scope, keys: list[str], kind: str | None, period: Ints | None = None
) -> pd.DataFrame:
    frame = counts(scope, "mentions", keys, period=period, where=_of_kind(kind))
    return frame[[*keys, "count", "articles"]]


def _ranked(frame: pd.DataFrame, second: str) -> pd.DataFrame:
    """Order rows by their entity's total, then its id, then a second key."""
    frame = frame.copy()
    frame["total"] = frame.groupby("entity_id")["count"].transform("sum")
    frame = frame.sort_values(
        ["total", "entity_id", second], ascending=[False, True, True], ignore_index=True
    )
    return frame.drop(columns="total")


def surfaces(store: Store, selection: Selection, entity_id: str) -> pd.DataFrame:
    """Return the spellings under which an entity is named.

    Returns:
        One row a spelling, by count falling, then spelling: `entity_id`, `surface`, `count`,
        `articles`.
    """
    scope = scope_of(store, selection)
    keys = ["entity_id", "surface"]
    frame = counts(scope, "mentions", keys, wanted=("entity_id", entity_id))
    frame = frame[[*keys, "count", "articles"]]
    return frame.sort_values(["count", "surface"], ascending=[False, True], ignore_index=True)


def comentions(
    store: Store,
    selection: Selection,
    *,
    kind: str = "base",
    other: str = "base",
    limit: int | None = 100,
) -> pd.DataFrame:
    """Return which entities are named in the same sentence.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        kind: The kind of the first entity.
        other: The kind of the second.
        limit: Rows at most; None for all.

    Returns:
        One row a pair, by count falling, then ids: `entity_a`, `name_ar_a`, `name_en_a`, `entity_b`,
        `name_ar_b`, `name_en_b`, `count` (sentences that name both), `articles`. A pair of one kind
        stands once, its ids in order.
    """
    scope = scope_of(store, selection)
    found = ex.run(
        store,
        pairs_expression,
        bound_view(scope),
        kind=kind,
        other=other,
        voice=selection.voice,
        view="whole" if scope.is_whole else "some",
    )
    counted = ordered(found, ["entity_a", "entity_b"]).sort_values(
        ["count", "entity_a", "entity_b"], ascending=[False, True, True], ignore_index=True
    )[:limit]
    return _named(_named(counted, scope, "entity_a"), scope, "entity_b")


def pairs_expression(*, kind: str, other: str, voice: str, view: str) -> ir.Table:
    """Write in how many sentences and articles two entities are named together."""
    rows = rows_in_view("mentions", voice=voice, view=view)
    keys = ["article_key", "sentence"]
    left = rows.filter(rows.kind == kind).select(*keys, entity_a="entity_id").distinct()
    right = rows.filter(rows.kind == other).select(*keys, entity_b="entity_id").distinct()
    pairs = left.inner_join(right.view(), keys)
    unequal = pairs.entity_a < pairs.entity_b if kind == other else pairs.entity_a != pairs.entity_b
    pairs = pairs.filter(unequal).select("article_key", "entity_a", "entity_b")
    pairs = pairs.mutate(flag=ibis.literal(False))
    return tallied(pairs, ["entity_a", "entity_b"]).drop("flagged")
