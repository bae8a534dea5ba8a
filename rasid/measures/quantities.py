"""Quantities: numbers as ranges, and where two claims about the same thing exclude each other."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from rasid.measures.facts import facts, name_of
from rasid.measures.promises import described
from rasid.measures.scope import Scope, scope_of
from rasid.measures.statistics import Floats
from rasid.store.engine import Store
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
    where = () if about is None else (("about", about),)
    rows = facts(scope, "quantities", _COLUMNS, where=where)
    rows = rows.assign(side_id=_sides(scope, rows), period=_periods(scope, rows))
    rows["side"] = name_of(scope, rows["side_id"])
    rows["slot"] = _slots(rows)
    disputed = np.zeros(len(rows), bool)
    for slot, places in rows.groupby("slot").indices.items():
        if not slot:
            continue
        low, high = (ends[places] for ends in ranges(rows))
        outside = (low[:, None] > high[None, :]) | (high[:, None] < low[None, :])
        article = rows["article_key"].to_numpy()[places]
        disputed[places] = (outside & (article[:, None] != article[None, :])).any(axis=1)
    rows["disputed"] = disputed
    return rows


def ranges(rows: pd.DataFrame) -> tuple[Floats, Floats]:
    """Return the lowest and highest value that each claim admits."""
    slack = np.where(rows["approximate"].fillna(False).to_numpy(bool), MARGIN, 0.0)
    low, high = rows["low"].to_numpy(float), rows["high"].to_numpy(float)
    return low * (1 - slack), high * (1 + slack)


def _sides(scope: Scope, rows: pd.DataFrame) -> pd.Series:
    """Return the one country or organisation named in each claim's sentence, None if not one."""
    # Whose words are in view does not change whose troops the sentence counts.
    every = Scope(scope.store, scope.selection.with_(voice="all"), scope.at)
    named = pd.concat(
        facts(every, "mentions", ("entity_id", "sentence"), where=(("kind", kind),))
        for kind in ("country", "organisation")
    )
    named = named[["article_key", "sentence", "entity_id"]].drop_duplicates()
    claim = rows[["article_key", "sentence", "entity_id"]].reset_index(names="claim")
    both = claim.merge(named, on=["article_key", "sentence"], suffixes=("_place", ""))
    both = both[both["entity_id"] != both["entity_id_place"].fillna("")]
    # Iraq is where it happens: beside another country it is the place, not the side.
    iraq = name_of(scope, both["entity_id"]).eq("العراق")
    others = (
        both.assign(iraq=iraq.to_numpy()).groupby("claim")["iraq"].transform(lambda s: (~s).any())
    )
    both = both[~(iraq & others.astype(bool))]
    sides = both.groupby("claim")["entity_id"].agg(["nunique", "first"])
    one = sides.loc[sides["nunique"] == 1, "first"]
    return one.reindex(range(len(rows))).astype(object).where(lambda s: s.notna(), None)


def _periods(scope: Scope, rows: pd.DataFrame) -> pd.Series:
    """Return the first day of the month that each claim speaks of; NaT when it is not known."""
    number, days = scope.periods("month")
    place = np.searchsorted(scope.keys, rows["article_key"].to_numpy())
    printed = pd.Series(np.append(days, np.datetime64("NaT", "s"))[number[place]])
    as_of = rows["as_of"].astype("datetime64[s]").to_numpy().astype("datetime64[M]")
    stated = pd.Series(as_of.astype("datetime64[s]"))
    return stated.where(stated.notna(), printed)


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
    rows = claims(scope, about)
    disputed = rows.loc[rows["disputed"], "slot"].unique()
    rows = rows[rows["slot"].isin(disputed)]
    frame = (
        rows.groupby("slot")
        .agg(
            about=("about", "first"),
            entity_id=("entity_id", "first"),
            side_id=("side_id", "first"),
            side=("side", "first"),
            period=("period", "first"),
            count=("start", "size"),
            articles=("article_key", "nunique"),
            low=("low", "min"),
            high=("high", "max"),
        )
        .reset_index()
    )
    frame.insert(3, "entity", name_of(scope, frame["entity_id"]))
    return frame.sort_values(["period", "slot"], ignore_index=True)
