"""Quantities: numbers as ranges, and where two claims about the same thing exclude each other."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.facts import Where, name_of, rows_in_view
from rasid.measures.promises import described
from rasid.measures.scope import Scope, scope_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store, to_frame
from rasid.store.selection import Selection

MARGIN: Final = 0.1
"""An approximate number ("نحو 2500") agrees with everything within a tenth of it."""

_COLUMNS = (
    "surface", "low", "high", "approximate", "unit", "about", "entity_id", "speaker_id", "as_of", "sentence",
)  # fmt: skip


def quantities(store: Store, selection: Selection, *, about: str | None = "troops") -> pd.DataFrame:
    """Return every number with its unit, and whether another claim excludes it.

    The side (whose troops) is the one country or organisation that the sentence names beside the
    place; with none or several it is unknown. The period is the month of `as_of`, else the month of
    publication when the day is known to it. A claim is disputed only when thing, place, side and
    period are all known and equal and the ranges exclude each other (`disagreements`).

    Args:
        store: The store.
        selection: Which articles.
        about: troops, bases or other; None for all.

    Returns:
        One row a number, by day of publication (undated last), then article and offset:
        `article_key`, `article_id`, `outlet_id`, `outlet`, `title`, `published_from`,
        `published_to`, `text_kind`, `published_precision`, `low`, `high`, `approximate`, `unit`,
        `about`, `as_of`, `surface`, `side_id`, `side`, `period` (first day of the month, NaT unknown),
        `entity_id`, `entity`, `speaker_id`, `speaker`, `start`, `end`, `sentence`, `text`, `slot`
        ("" unless thing, place, side and period are known), `disputed`, `count` (1).
    """
    scope = scope_of(store, selection)
    rows = claims(scope, about)
    columns = [
        "low", "high", "approximate", "unit", "about", "as_of", "surface", "side_id", "side", "period",
        "slot", "disputed",
    ]  # fmt: skip
    return described(scope, rows, columns)


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
    rows["side_id"] = rows["side_id"].astype(object).where(rows["side_id"].notna(), None)
    rows["side"] = name_of(scope, rows["side_id"])
    rows["slot"] = _slots(rows)
    return rows


def _moments(period: pd.Series) -> pd.Series:
    """Return the beginnings of periods as both engines give them: Spark's moments stand in UTC, DuckDB's nowhere."""
    return pd.to_datetime(period).dt.tz_localize(None).astype("datetime64[s]")


def _bound(scope: Scope) -> dict[str, pa.Table]:
    """Return what claims are read with: articles with their month, and the country of the events."""
    number, days = scope.periods("month")
    months = np.append(days.astype("datetime64[D]"), np.datetime64("NaT", "D"))[number]
    names = scope.store.entities
    here = names.loc[names["name_ar"] == "العراق", "entity_id"].unique().tolist()
    view = {
        "article_key": pa.array(scope.keys, pa.int32()),
        "month": pa.array(months, pa.date32()),
    }
    return {"view": pa.table(view), "here": pa.table({"entity_id": pa.array(here, pa.string())})}


def claims_expression(*, voice: str, where: Where) -> ir.Table:
    """Write the numbers in view with their side and month, and whether another claim excludes them.

    Whose words are in view does not change whose troops a sentence counts: sides are read from all
    voices.
    """
    view = ex.bound("view", {"article_key": "int32", "month": "date"})
    rows = rows_in_view("quantities", voice=voice, view="whole", where=where)
    rows = rows.inner_join(view, "article_key")
    stated = rows.as_of.truncate("M").cast("date")  # Spark truncates to moments
    period = ibis.coalesce(stated, rows.month)
    rows = rows.select(*_COLUMNS, "article_key", "start", "end", period=period)
    rows = rows.mutate(place=rows.entity_id.fill_null(""))
    claim = ["article_key", "sentence", "place"]
    rows = rows.left_join(_sides(rows.select(*claim).distinct()), claim)
    rows = rows.select(*_COLUMNS, "article_key", "start", "end", "period", "place", "side_id")
    disputed = _disputed(rows).mutate(disputed=True)
    keys = ["article_key", "start", "end", "low", "high"]
    rows = rows.left_join(disputed, keys)
    return rows.select(*_COLUMNS, "article_key", "start", "end", "period", "side_id",
                       disputed=rows.disputed.fill_null(False))  # fmt: skip


def _sides(claims: ir.Table) -> ir.Table:
    """Return the one country or organisation named beside the place of each claim; none if several.

    Iraq is where it happens: beside another country it is the place, not the side.
    """
    mentions = ex.table("mentions")
    mentions = mentions.filter(mentions.kind.isin(["country", "organisation"]))
    here = ex.bound("here", {"entity_id": "string"})
    pairs = claims.inner_join(mentions, ["article_key", "sentence"])
    pairs = pairs.filter(pairs.entity_id != pairs.place)
    pairs = pairs.left_join(here.select(home="entity_id"), pairs.entity_id == here.entity_id)
    keys = ["article_key", "sentence", "place"]
    abroad = (pairs.home.fill_null("") == "").ifelse(pairs.entity_id, None)
    found = pairs.group_by(keys).aggregate(
        several=abroad.nunique(), other=abroad.min(), home=pairs.home.min()
    )
    one = ibis.cases((found.several == 0, found.home), (found.several == 1, found.other))
    return found.select(*keys, side_id=one)


def _disputed(rows: ir.Table) -> ir.Table:
    """Return the claims that another article's claim on the same matter excludes."""
    known = rows.drop_null(["entity_id", "side_id", "period"])
    slack = known.approximate.fill_null(False).ifelse(MARGIN, 0.0)
    thing = (known.about == "other").ifelse(known.unit.fill_null(""), "")
    known = known.mutate(thing=thing, least=known.low * (1 - slack), most=known.high * (1 + slack))
    other = known.view()
    same = [known[name] == other[name] for name in ("about", "thing", "place", "side_id", "period")]
    apart = (known.least > other.most) | (known.most < other.least)
    pairs = known.inner_join(other, [*same, known.article_key != other.article_key, apart])
    return pairs.select("article_key", "start", "end", "low", "high").distinct()


def _slots(rows: pd.DataFrame) -> pd.Series:
    """Return what a claim is about as one text: thing, place, side, period; "" if one is unknown."""
    thing = rows["about"].where(
        rows["about"] != "other", "other:" + rows["unit"].fillna("").astype(str)
    )
    month = rows["period"].dt.strftime("%Y-%m")
    known = rows["entity_id"].notna() & rows["side_id"].notna() & rows["period"].notna()
    text = (
        thing.astype(str) + "|" + rows["entity_id"].astype(str) + "|" + rows["side_id"].astype(str)
        + "|" + month.astype(str)
    )  # fmt: skip
    return pd.Series(text.where(known, ""), dtype=object)


def disagreements(
    store: Store, selection: Selection, *, about: str | None = "troops"
) -> pd.DataFrame:
    """Return where claims on the same thing, place, side and month exclude each other.

    Two claims exclude each other when their ranges do not touch (an approximate number reaches a
    tenth further) and they stand in different articles.

    Returns:
        One row a disagreement, by period, then slot: `slot`, `about`, `entity_id`, `entity`,
        `side_id`, `side`, `period`, `count` (claims), `articles`, `low`, `high` (of all claims).
    """
    scope = scope_of(store, selection)
    found = ex.run(
        store,
        disagreements_expression,
        _bound(scope),
        voice=selection.voice,
        where=() if about is None else (("about", about),),
    )
    frame = to_frame(found)
    frame["period"] = _moments(frame["period"])
    frame.insert(0, "slot", _slots(frame))
    frame = frame.drop(columns="unit")
    frame.insert(3, "entity", name_of(scope, frame["entity_id"]))
    frame.insert(5, "side", name_of(scope, frame["side_id"]))
    frame = frame.astype({"count": np.int64, "articles": np.int64})
    return frame.sort_values(["period", "slot"], ignore_index=True)


def disagreements_expression(*, voice: str, where: Where) -> ir.Table:
    """Write the matters on which claims exclude each other, with the range of all claims on them."""
    rows = claims_expression(voice=voice, where=where)
    unit = (rows.about == "other").ifelse(rows.unit.fill_null(""), "")
    rows = rows.drop_null(["entity_id", "side_id", "period"])
    rows = rows.mutate(unit=unit)
    found = rows.group_by(["about", "unit", "entity_id", "side_id", "period"]).aggregate(
        count=rows.count(),
        articles=rows.article_key.nunique(),
        low=rows.low.min(),
        high=rows.high.max(),
        disputed=rows.disputed.cast("int32").max(),
    )
    found = found.filter(found.disputed > 0)
    return found.select(
        "about", "unit", "entity_id", "side_id", "period", "count", "articles", "low", "high"
    )
