"""Promises: dates that the text promises, against the day the promise was printed."""

from __future__ import annotations

from typing import Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.concordance import article_columns
from rasid.measures.coverage import period_days, with_outlets
from rasid.measures.facts import facts, name_of, rows_in_view, tallied
from rasid.measures.scope import UNKNOWN, Scope, scope_of
from rasid.measures.sentences import sentence_texts
from rasid.measures.voices import speaker_names
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store, to_frame
from rasid.store.selection import Selection

_COLUMNS = (
    "surface", "date_from", "date_to", "grain", "relation", "about", "entity_id", "speaker_id", "sentence",
)  # fmt: skip

_PROMISED: Final = (("relation", "promised"),)

_PROMISE: Final = ("about", "date_from", "date_to", "grain")

_DAYS: Final = {"article_key": "int32", "outlet": "int16", "first": "int32", "last": "int32"}
"""Bound articles with their days of publication as days since 1970, null where unknown."""


def promised(scope: Scope, about: str | None = None) -> pd.DataFrame:
    """Return the rows of `dates` in view that promise something."""
    rows = facts(scope, "dates", _COLUMNS, where=_PROMISED)
    return rows if about is None else rows[rows["about"] == about]


def drift(
    store: Store,
    selection: Selection,
    *,
    about: str | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> pd.DataFrame:
    """Return every promised date with the day of the article that prints it.

    Args:
        store: The store.
        selection: Which articles.
        about: combat-mission, phase-one, phase-two, final-exit or other; None for all.
        offset: Rows to skip.
        limit: Rows at most; None for all, whose sentences take seconds where there are 30,000.

    Returns:
        One row a promise, by day of publication (undated last), then article and offset:
        `article_key`, `article_id`, `outlet_id`, `outlet`, `title`, `published_from`,
        `published_to`, `text_kind`, `published_precision`, `date_from`, `date_to` (the promise),
        `grain`, `about`, `entity_id`, `entity`, `speaker_id`, `speaker` ("" where none is known),
        `surface`, `start`, `end`, `sentence`, `text` (the sentence), `count` (1).
        `attrs["total"]`: all rows.
    """
    scope = scope_of(store, selection)
    rows = promised(scope, about)
    if offset or limit is not None:
        days = scope.index.first[scope.index.place(rows["article_key"].to_numpy())]
        late = np.where(days == UNKNOWN, np.iinfo(np.int32).max, days)
        # Rows lie by article and offset already.
        page = np.argsort(late, kind="stable")[offset : None if limit is None else offset + limit]
        rows = rows.iloc[page]
    frame = described(scope, rows, ["date_from", "date_to", "grain", "about", "surface"])
    frame.attrs["total"] = len(promised(scope, about))
    return frame


def described(scope: Scope, rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return findings with what is known of their article, place, speaker and sentence."""
    rows = rows.reset_index(drop=True)
    keys = rows["article_key"].to_numpy()
    frame = article_columns(scope, keys)
    place = scope.index.place(keys)
    precision = scope.store.articles["published_precision"].to_numpy(object)[place]
    frame["published_precision"] = precision
    for name in columns:
        frame[name] = rows[name]
    frame["entity_id"], frame["entity"] = rows["entity_id"], name_of(scope, rows["entity_id"])
    frame["speaker_id"] = rows["speaker_id"]
    frame["speaker"] = speaker_names(scope, rows["speaker_id"])
    for name in ("start", "end", "sentence"):
        frame[name] = rows[name]
    frame["text"] = sentence_texts(scope, rows)["text"].to_numpy(object)
    frame["count"] = 1
    return frame.sort_values(
        ["published_from", "article_key", "start"], na_position="last", ignore_index=True
    )


def promises_expression(*, voice: str) -> ir.Table:
    """Write the promised intervals: how often, in how many articles and outlets, first and last when."""
    rows = rows_in_view("dates", voice=voice, view="whole", where=_PROMISED)
    rows = rows.inner_join(ex.bound("days", _DAYS), "article_key")
    return rows.group_by(list(_PROMISE)).aggregate(
        count=rows.count(),
        articles=rows.article_key.nunique(),
        outlets=rows.outlet.nunique(),
        first=rows["first"].min(),
        last=rows["last"].max(),
    )


def drift_summary(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the promised dates themselves: how often, by how many outlets, since when.

    Returns:
        One row a promised interval and matter, by `about`, `date_from`, `date_to`, `grain`: these
        and `count`, `articles`, `outlets`, `first_published`, `last_published` (NaT: undated).
    """
    scope = scope_of(store, selection)
    found = ex.run(store, promises_expression, {"days": _days(scope)}, voice=selection.voice)
    frame = to_frame(found).sort_values(list(_PROMISE), ignore_index=True)
    for name in ("first", "last"):
        days = pd.to_timedelta(frame.pop(name).astype("Int64"), unit="D")
        frame[f"{name}_published"] = (pd.Timestamp(0) + days).astype("datetime64[s]")
    return frame.astype(dict.fromkeys(("count", "articles", "outlets"), np.int64))


def _days(scope: Scope) -> pa.Table:
    """Return the articles in view to bind with their days of publication."""
    days = {
        name: pa.array(column[scope.at], pa.int32(), mask=column[scope.at] == UNKNOWN)
        for name, column in (("first", scope.index.first), ("last", scope.index.last))
    }
    keys = pa.array(scope.keys, pa.int32())
    return pa.table({"article_key": keys, "outlet": pa.array(scope.outlet, pa.int16()), **days})


def periods_expression(*, voice: str, keys: tuple[str, ...]) -> ir.Table:
    """Write how often each interval is promised in each period of publication."""
    rows = rows_in_view("dates", voice=voice, view="joined", where=_PROMISED)
    return tallied(rows.mutate(flag=rows.start < 0), list(keys)).drop("flagged")


def drift_counts(
    store: Store, selection: Selection, *, by: str = "about", grain: str = "month"
) -> pd.DataFrame:
    """Return how often each interval was promised in each period: `drift` for a corpus of any size.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        by: What is counted apart beside the promise: about, speaker or outlet.
        grain: day, week, month, quarter or year, of publication.

    Returns:
        One row a period, promised interval and matter (or speaker, or outlet), in this order, the
        last period NaT (articles not known to the grain): `period` (its first day), `grain`,
        `date_from`, `date_to`, `date_grain` (of the promise), `about`, or `speaker_id` (None where
        none is known) and `speaker`, or `outlet_id` and `outlet`; `count`, `articles`.

    Raises:
        KeyError: For an unknown `by`.
    """
    scope = scope_of(store, selection)
    number, days = scope.periods(grain)
    column = {"about": "about", "speaker": "speaker_id", "outlet": "outlet"}[by]
    keys = ["period", "date_from", "date_to", "grain", column]
    selected = {"selected": scope.relation(np.where(number < 0, len(days), number))}
    found = ex.run(store, periods_expression, selected, voice=selection.voice, keys=tuple(keys))
    frame = to_frame(found).sort_values(keys, ignore_index=True)
    at = frame["period"].to_numpy(int)
    frame["period"] = period_days(np.where(at == len(days), -1, at), days)
    frame = frame.rename(columns={"grain": "date_grain"})
    frame.insert(1, "grain", grain)
    frame = frame[
        ["period", "grain", "date_from", "date_to", "date_grain", column, "count", "articles"]
    ]
    frame = frame.astype({"count": np.int64, "articles": np.int64})
    if by == "speaker":
        frame.insert(6, "speaker", speaker_names(scope, frame["speaker_id"]))
    return with_outlets(frame, scope) if by == "outlet" else frame
