"""Mentions: which bases, places and people are named, by whom, when, in which role, with whom."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.coverage import period_days, with_outlets
from rasid.measures.facts import entity_names, facts, places
from rasid.measures.scope import Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

MENTION_COLUMNS = ("entity_id", "kind", "surface", "sentence", "quoted", "role")


def _mentions(scope: Scope, kind: str | None) -> pd.DataFrame:
    rows = facts(scope, "mentions", MENTION_COLUMNS)
    return rows if kind is None else rows[rows["kind"] == kind]


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
    rows = _mentions(scope, kind)
    frame = (
        rows.groupby("entity_id")
        .agg(
            kind=("kind", "first"),
            count=("quoted", "size"),
            quoted=("quoted", "sum"),
            articles=("article_key", "nunique"),
        )
        .reset_index()
    )
    frame = frame.sort_values(["count", "entity_id"], ascending=[False, True], ignore_index=True)
    frame["quoted"] = frame["quoted"].astype(int)
    frame.insert(4, "own", frame["count"] - frame["quoted"])
    frame["rate"] = st.rate(frame["count"].to_numpy(), scope.n_tokens)
    known = entity_names(scope).reindex(frame["entity_id"])
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
    rows = _mentions(scope, kind)
    sizes = np.bincount(scope.outlet, scope.tokens, len(scope.index.outlet_ids))
    frame = _counted(rows, ["entity_id", "outlet"])
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
    rows = _mentions(scope, kind)
    number, days = scope.periods(grain)
    rows = rows.assign(period=number[places(scope, rows["article_key"].to_numpy())])
    frame = _counted(rows, ["entity_id", "period"])
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
    rows = _mentions(scope, kind)
    rows = rows.assign(role=rows["role"].fillna("").astype(object))
    return _named(_ranked(_counted(rows, ["entity_id", "role"]), "role"), scope)


def _counted(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    counted = rows.groupby(keys).agg(count=("start", "size"), articles=("article_key", "nunique"))
    return counted.reset_index()


def _ranked(frame: pd.DataFrame, second: str) -> pd.DataFrame:
    """Order rows by their entity's total, then its id, then a second key."""
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
    rows = _mentions(scope, None)
    frame = _counted(rows[rows["entity_id"] == entity_id], ["entity_id", "surface"])
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
    keys = ["article_key", "sentence", "entity_id"]
    left = _mentions(scope, kind)[keys].drop_duplicates()
    right = _mentions(scope, other)[keys].drop_duplicates()
    pairs = left.merge(right, on=["article_key", "sentence"], suffixes=("_a", "_b"))
    pairs = pairs.rename(columns={"entity_id_a": "entity_a", "entity_id_b": "entity_b"})
    unequal = (
        pairs["entity_a"] < pairs["entity_b"]
        if kind == other
        else pairs["entity_a"] != pairs["entity_b"]
    )
    counted = (
        pairs[unequal]
        .groupby(["entity_a", "entity_b"])
        .agg(count=("sentence", "size"), articles=("article_key", "nunique"))
        .reset_index()
        .sort_values(
            ["count", "entity_a", "entity_b"], ascending=[False, True, True], ignore_index=True
        )[:limit]
    )
    return _named(_named(counted, scope, "entity_a"), scope, "entity_b")
