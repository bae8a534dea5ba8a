"""Quantities: numbers as ranges, and where two claims about the same thing exclude each other."""

from __future__ import annotations

import re
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.language import fold
from rasid.measures.claims import PRESENT, claims_of
from rasid.measures.facts import Where, name_of, rows_in_view
from rasid.measures.promises import described
from rasid.measures.scope import Ints, Mask, Scope, scope_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store, to_frame
from rasid.store.selection import Selection

MARGIN: Final = 0.1
"""An approximate number ("نحو 2500") agrees with everything within a tenth of it."""

FEWEST: Final = 10
"""Fewer men are those of one event, not the strength of a side."""

Values = np.ndarray[Any, np.dtype[np.float64]]

_COLUMNS = (
    "surface", "low", "high", "approximate", "unit", "about", "entity_id", "speaker_id", "as_of", "sentence",
)  # fmt: skip


def quantities(
    store: Store, selection: Selection, *, about: str | None = "troops", disputed: bool = False,
    latest: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return every number with its unit, and whether another claim excludes it.

    Side (whose) and place are those that the words around the number name (`rasid.measures.claims`);
    what they do not say is unknown. The period is the quarter of `as_of`, else the quarter of publication
    when the day is known to it: strength changes over months. A claim has a slot when it is of all those
    of a side who are present at a place in a known period; it is disputed when another article's claim of
    the same slot excludes it (`disagreements`).

    Args:
        store: The store.
        selection: Which articles.
        about: troops, bases or other; None for all.
        disputed: Whether only those are wanted that another claim excludes.
        latest: Rows at most, those of the latest articles: their sentences are what takes long.

    Returns:
        One row a number, by day of publication (undated last), then article and offset:
        `article_key`, `article_id`, `outlet_id`, `outlet`, `title`, `published_from`,
        `published_to`, `text_kind`, `published_precision`, `low`, `high`, `approximate`, `unit`,
        `about`, `as_of`, `surface`, `side_id`, `side`, `period` (first day of the quarter, NaT unknown),
        `entity_id`, `entity`, `speaker_id`, `speaker`, `start`, `end`, `sentence`, `text`, `slot`
        ("" unless thing, place, side and period are known), `disputed`, `count` (1). `attrs["total"]`:
        all rows.
    """
    scope = scope_of(store, selection)
    rows = claims(scope, about)
    if disputed:
        rows = rows[rows["disputed"]]
    total = len(rows)
    if latest is not None and total > latest:
        day = scope.index.first[scope.index.place(rows["article_key"].to_numpy())]
        order = np.lexsort(
            (rows["start"], rows["article_key"], day)
        )  # undated ones come before all
        rows = rows.iloc[np.sort(order[total - latest :])]
    columns = [
        "low", "high", "approximate", "unit", "about", "as_of", "surface", "side_id", "side", "period",
        "slot", "disputed",
    ]  # fmt: skip
    frame = described(scope, rows, columns)
    frame.attrs["total"] = total
    return frame


def claims(scope: Scope, about: str | None) -> pd.DataFrame:
    """Return the rows of `quantities` in view with side, period, slot and whether they are disputed."""
    found = ex.run(
        scope.store,
        claims_expression,
        _bound(scope),
        voice=scope.selection.voice,
        where=() if about is None else (("about", about),),
    )
    rows = to_frame(found).sort_values(
        ["article_key", "start", "end", "surface"], kind="stable", ignore_index=True
    )
    rows["period"] = _moments(rows["period"])
    rows = rows.merge(claims_of(scope), on=["article_key", "start", "end"], how="left")
    for name in ("entity_id", "side_id", "place_id", "matter"):
        rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
    rows["entity_id"] = rows["entity_id"].where(rows["entity_id"].notna(), rows["place_id"])
    rows["side"] = name_of(scope, rows["side_id"])
    rows["slot"] = _slots(rows)
    rows["disputed"] = _disputed(scope, rows)
    return rows


def _moments(period: pd.Series) -> pd.Series:
    """Return the beginnings of periods as both engines give them: Spark's moments stand in UTC, DuckDB's nowhere."""
    return pd.to_datetime(period).dt.tz_localize(None).astype("datetime64[s]")


def _bound(scope: Scope) -> dict[str, pa.Table]:
    """Return what claims are read with: articles with their quarter."""
    number, days = scope.periods("quarter")
    quarters = np.append(days.astype("datetime64[D]"), np.datetime64("NaT", "D"))[number]
    view = {
        "article_key": pa.array(scope.keys, pa.int32()),
        "quarter": pa.array(quarters, pa.date32()),
    }
    return {"view": pa.table(view)}


def claims_expression(*, voice: str, where: Where) -> ir.Table:
    """Write the numbers in view with their quarter."""
    view = ex.bound("view", {"article_key": "int32", "quarter": "date"})
    rows = rows_in_view("quantities", voice=voice, view="whole", where=where)
    rows = rows.inner_join(view, "article_key")
    stated = rows.as_of.truncate("Q").cast("date")  # Spark truncates to moments
    period = ibis.coalesce(stated, rows.quarter)
    return rows.select(*_COLUMNS, "article_key", "start", "end", period=period)


def _slots(rows: pd.DataFrame) -> pd.Series:
    """Return what a claim is about as one text: thing, place, side, period; "" if one is unknown."""
    quarter = rows["period"].dt.to_period("Q").astype(str)
    text = rows["about"].astype(str) + "|" + rows["entity_id"].astype(str)
    text = text + "|" + rows["side_id"].astype(str) + "|" + quarter
    return pd.Series(
        text.where(
            (rows["matter"] == PRESENT) & rows["period"].notna() & (rows["low"] >= FEWEST), ""
        ),
        dtype=object,
    )


def _disputed(scope: Scope, rows: pd.DataFrame) -> Mask:
    """Tell which claims the claim of another article, not a copy, excludes."""
    disputed = np.zeros(len(rows), bool)
    known = np.flatnonzero(rows["slot"] != "")
    rows = rows.iloc[known]
    low, high = _bounds(rows)
    group = _copy_group(scope, rows["article_key"].to_numpy())
    for at in rows.groupby("slot").indices.values():
        apart = (low[at][:, None] > high[at][None]) | (high[at][:, None] < low[at][None])
        apart &= group[at][:, None] != group[at][None]
        disputed[known[at]] = apart.any(axis=1)
    return disputed


def _copy_group(scope: Scope, article: Ints) -> Ints:
    """Return a number for the copies of one text; articles without copies have one of their own."""
    groups = scope.store.articles["copy_group"].to_numpy(object)[scope.index.place(article)]
    own = [
        group if isinstance(group, str) else int(key)
        for group, key in zip(groups, article, strict=True)
    ]
    return pd.factorize(pd.Series(own, dtype=object))[0]


_AT_LEAST: Final = re.compile(
    r"اكثر من|ازيد من|لا يقل|لا تقل|يفوق|تفوق|^(?!.*لا )(?:.*)(?:يزيد|تزيد|تجاوز|يتجاوز)|فوق"
)
_AT_MOST: Final = re.compile(r"اقل من|لا يتجاوز|لا تتجاوز|لا يزيد|لا تزيد|يصل الي|تصل الي")


def _bounds(rows: pd.DataFrame) -> tuple[Values, Values]:
    """Return the least and most that each claim allows: what is more than 2000 may be 5000."""
    slack = np.where(rows["approximate"].fillna(False).astype(bool), MARGIN, 0.0)
    low, high = (
        rows["low"].to_numpy(float) * (1 - slack),
        rows["high"].to_numpy(float) * (1 + slack),
    )
    surfaces = [fold(surface).text for surface in rows["surface"]]
    high[[bool(_AT_LEAST.search(surface)) for surface in surfaces]] = np.inf
    low[[bool(_AT_MOST.search(surface)) for surface in surfaces]] = 0.0
    return low, high


def disagreements(
    store: Store, selection: Selection, *, about: str | None = "troops"
) -> pd.DataFrame:
    """Return where claims on the same thing, place, side and quarter exclude each other.

    Two claims exclude each other when their ranges do not touch (an approximate number reaches a tenth
    further, "more than" has no upper end) and they stand in different articles that are no copies.

    Returns:
        One row a disagreement, by period, then slot: `slot`, `about`, `entity_id`, `entity`,
        `side_id`, `side`, `period`, `count` (claims), `articles`, `low`, `high` (of all claims).
    """
    scope = scope_of(store, selection)
    rows = claims(scope, about)
    rows = rows[rows["slot"].isin(rows.loc[rows["disputed"], "slot"])]
    kept = ["slot", "about", "entity_id", "side_id", "side", "period"]
    table = rows.groupby(kept, as_index=False, sort=False).agg(
        count=("low", "size"),
        articles=("article_key", "nunique"),
        low=("low", "min"),
        high=("high", "max"),
    )
    table.insert(3, "entity", name_of(scope, table["entity_id"]))
    table = table.astype({"count": np.int64, "articles": np.int64})
    return table.sort_values(["period", "slot"], ignore_index=True)
