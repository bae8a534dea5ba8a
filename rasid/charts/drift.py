"""Promised dates against the day of publication: how a deadline moves while it is reported."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from rasid.charts import events as key_events
from rasid.charts import far
from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look, outlet_colour, outlet_slot, symbol
from rasid.charts.strings import name, say
from rasid.charts.text import BREAK, clean, display, isolate, paragraph
from rasid.charts.theme import finish, legend_width, nothing
from rasid.charts.times import interval_text, time_axis

GROUPS: Final = {"outlet": "outlet_id", "speaker": "speaker_id", "about": "about"}
NOBODY: Final = ""
MATTERS: Final = ("final-exit", "combat-mission", "phase-one", "phase-two", "bases", "troops")
"""What a promise is about, each with its colour whatever is in view; all else is grey."""


def drift(
    table: pd.DataFrame,
    look: Look,
    *,
    events: pd.DataFrame | None = None,
    by: str = "speaker",
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return a point a promise: right when it was published, high when what it promises lies far off.

    Args:
        table: `measures.drift`, or `measures.drift_counts` of the same `by`: then a point stands for all
            promises of a period that name the same date, and is the larger the more they are.
        look: The look.
        events: Key events (`events.within`).
        by: What colour and shape tell apart: "outlet", "speaker" or "about".
        title: See `theme.finish`.
        caption: See `theme.finish`.

    Returns:
        Points at the middle of both intervals, bars as long as the intervals; the diagonal, on which a
        promise falls due the day it is published; promises of undated articles in a lane at the left.
    """
    if table.empty:
        return nothing(look, "drift", title, caption, "drift.empty")
    counted = "period" in table
    table = _as_promises(table) if counted else table.assign(code=codes(table, "drift"))
    table = table.assign(group=_groups(table, by, look))
    window = far.window_of(table)
    table = table.assign(edge=far.edges(table, window))
    dated = table["published_from"].notna()
    spread = _spread(table[dated])
    fig = Canvas()
    seen: set[str] = set()
    order = _order(table, by)
    for lane, rows in (("x", spread), ("x2", table[~dated].assign(x=NOBODY))):
        for group in _below_first(rows["group"], order):
            _add(
                fig,
                rows[rows["group"] == group],
                group,
                lane,
                look,
                by,
                order,
                group not in seen,
                window,
            )
            seen.add(group)
    shown = _axes(fig, table, look, events, window)
    far.count_at_edges(fig, table, look, window)
    articles = table["article_id"].nunique() if "article_id" in table else table["articles"].sum()
    alt = say(look.language, "drift.alt", n=int(table["count"].sum()), articles=f"{articles:,}")
    return finish(fig, look, name="drift", alt=alt, height=470 + key_events.room(shown, look), title=title,
                  caption=caption, legend=True, top=10 + key_events.room(shown, look))  # fmt: skip


def _as_promises(counts: pd.DataFrame) -> pd.DataFrame:
    """Return counted promises in the shape of single ones: published in the period they are counted in."""
    starts = pd.to_datetime(counts["period"])
    unit = {"day": "D", "week": "W-SAT", "month": "M", "quarter": "Q", "year": "Y"}
    ends = starts.dt.to_period(unit[str(counts["grain"].iloc[0])]).dt.end_time.dt.normalize()
    return counts.assign(
        code=codes(counts, "drift_counts"), published_from=starts, published_to=ends.where(starts.notna())
    )  # fmt: skip


def _groups(table: pd.DataFrame, by: str, look: Look) -> list[str]:
    """Return the group of each row; outlets without a colour, and all but seven speakers, are one."""
    column = table[GROUPS[by]].fillna("").astype(str)
    if by == "speaker":
        named = column.where(column != "", table["speaker"].fillna("").astype(str))
        top = set(named[named != NOBODY].value_counts().index[:7])
        return [key if key in top or key == NOBODY else "*" for key in named]
    if by == "outlet":
        return [key if outlet_slot(look, key) is not None else "*" for key in column]
    return column.tolist()


def _order(table: pd.DataFrame, by: str) -> list[str]:
    """Return the groups that get a colour, most frequent first; matters have theirs for good."""
    if by == "about":
        return list(MATTERS)
    counts = table.loc[~table["group"].isin(["*", NOBODY]), "group"].value_counts()
    return [str(group) for group in counts.index[:8]]


def _below_first(groups: pd.Series, order: list[str]) -> list[str]:
    """Return the groups as they are drawn: those without a colour first, so that they lie below the others."""
    found = [str(group) for group in groups.drop_duplicates()]
    return sorted(
        found, key=lambda group: (group in order, -order.index(group) if group in order else 0)
    )


def _spread(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with `x`, the middle of publication; equal points are moved apart a little.

    The step is 0.6 % of the time shown: enough to see two marks, too little to change a month.
    """
    if table.empty:
        return table.assign(x=[])
    middle = table["published_from"] + (table["published_to"] - table["published_from"]) / 2
    step = max((middle.max() - middle.min()) * 0.006, pd.Timedelta(hours=8))
    twins = table.groupby([middle, "date_from", "date_to"]).cumcount()
    return table.assign(x=middle + twins * step)


def _add(
    fig: Canvas,
    rows: pd.DataFrame,
    group: str,
    lane: str,
    look: Look,
    by: str,
    order: list[str],
    legend: bool,
    window: tuple[pd.Timestamp, pd.Timestamp],
) -> None:
    slot = (
        outlet_slot(look, group)
        if by == "outlet"
        else order.index(group)
        if group in order
        else None
    )
    colour = look.palette.grey if slot is None else look.palette.series[slot]
    if by == "outlet":
        colour = outlet_colour(look, group)
    low, high = pd.to_datetime(rows["date_from"]), pd.to_datetime(rows["date_to"])
    common: dict[str, Any] = {"xaxis": lane, "legendgroup": group, "hoverinfo": "skip",
                              "legendrank": order.index(group) if group in order else 999}  # fmt: skip
    if lane == "x":
        inside = rows["edge"] == 0
        xs, ys = _segments(rows[inside], low[inside], high[inside])
        fig.add_scatter(x=xs, y=ys, mode="lines", line={"color": colour, "width": 3}, opacity=0.45,
                        showlegend=False, **common)  # fmt: skip
    fig.add_scatter(
        x=_days(rows["x"]) if lane == "x" else rows["x"].tolist(),
        y=far.places(rows, window), mode="markers",
        marker={"color": colour, "size": _sizes(rows), "symbol": far.symbols(rows, symbol(slot)),
                "line": {"color": look.palette.ground, "width": 1}, "opacity": 0.85},
        name=_name(rows, group, look, by), customdata=keys(rows["code"]), showlegend=legend,
        **{**common, "hoverinfo": "text"}, hovertext=[_hover(row, look) for row in records(rows)],
    )  # fmt: skip


def _sizes(rows: pd.DataFrame) -> int | list[float]:
    """Return the marks' widths: one promise 10 pixels, many by the root of their number, 30 at most."""
    if "period" not in rows:
        return 10
    return [round(min(5 + 2 * float(n) ** 0.5, 30), 1) for n in rows["count"]]


def _segments(rows: pd.DataFrame, low: pd.Series, high: pd.Series) -> tuple[list[Any], list[Any]]:
    """Return the bars of both intervals as one broken line."""
    xs: list[Any] = []
    ys: list[Any] = []
    start, end = rows["published_from"], rows["published_to"]
    times = (rows["x"], start, end, low, high, low + (high - low) / 2)
    long = ((end > start).tolist(), (high > low).tolist())
    for x, first, last, bottom, top, middle, across, upwards in zip(
        *map(_days, times), *long, strict=True
    ):
        if across:
            xs += [first, last, None]
            ys += [middle, middle, None]
        if upwards:
            xs += [x, x, None]
            ys += [bottom, top, None]
    return xs, ys


def _name(rows: pd.DataFrame, group: str, look: Look, by: str) -> str:
    if by == "outlet":
        shown = say(look.language, "others") if group == "*" else str(rows["outlet"].iloc[0])
    elif by == "about":
        shown = name(look.language, "about", group)
    elif group == "*":
        shown = say(look.language, "speaker.others")
    else:
        shown = str(rows["speaker"].iloc[0]) if group else say(look.language, "speaker.unknown")
    return display(shown, look.language, legend_width(look))


def _hover(row: dict[str, Any], look: Look) -> str:
    language = look.language
    published = interval_text(row["published_from"], row["published_to"], language)
    promised = interval_text(row["date_from"], row["date_to"], language)
    known = str(row.get("speaker") or "")
    speaker = known or ("" if "period" in row else say(language, "speaker.unknown"))
    surface = f" («{row['surface']}»)" if "surface" in row else ""
    return paragraph([
        f"{say(language, 'drift.promised')}: {promised}{surface}",
        name(language, "about", row["about"]) if "about" in row else "",
        f"{say(language, 'drift.published')}: {published or say(language, 'lane.undated')}",
        " · ".join(part for part in (row.get("outlet", ""), speaker) if part),
        say(language, "n.times", n=int(row["count"])) if "period" in row else "",
    ], language)  # fmt: skip


def _axes(
    fig: Canvas, table: pd.DataFrame, look: Look, events: pd.DataFrame | None,
    window: tuple[pd.Timestamp, pd.Timestamp],
) -> pd.DataFrame:  # fmt: skip
    language = look.language
    undated = bool(table["published_from"].isna().any())
    days = pd.concat([table["published_from"], table["published_to"]]).dropna()
    first, last = (days.min(), days.max()) if len(days) else (table["date_from"].min(),) * 2
    start = 0.12 if undated and len(days) else 0.0
    fig.update_layout(xaxis={**time_axis(first, last, language), "domain": [start, 1],
                             "title": {"text": display(say(language, "drift.published"), language)}})  # fmt: skip
    if undated:
        fig.update_layout(xaxis2={
            "type": "category", "domain": [0, 0.09], "anchor": "y", "tickvals": [NOBODY], "showgrid": False,
            "ticktext": [display(say(language, "lane.undated"), language, 6, 3)], "tickangle": 0,
        })  # fmt: skip
    inside = table[table["edge"] == 0]
    low, high = pd.to_datetime(inside["date_from"]).min(), pd.to_datetime(inside["date_to"]).max()
    if table["edge"].any():  # long intervals, "the coming decades", do not stretch it either
        low, high = max(low, window[0]), min(high, window[1])
    # The latest promises stand clear of the numbers of the events above them.
    axis = time_axis(low, high + (high - low) * 0.06, language, 8)
    axis["ticktext"] = [_on_one_line(text, language) for text in axis["ticktext"]]
    fig.update_layout(
        yaxis={
            **axis,
            "anchor": "x2" if undated else "x",
            "title": {"text": display(say(language, "drift.promised"), language)},
        }
    )
    _diagonal(fig, look, first, last)
    shown = key_events.within(events, first, last)
    key_events.draw(fig, shown, look, (last - first).days)
    return shown


def _on_one_line(label: str, language: str) -> str:
    """Return a label of two lines on one, day, month and year in the order they are read."""
    return isolate(clean(label.replace(BREAK, " ")), language)


def _diagonal(fig: Canvas, look: Look, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Draw the line on which the promised day is the day of publication."""
    fig.add_scatter(
        x=[_day(first), _day(last)], y=[_day(first), _day(last)], mode="lines", hoverinfo="text",
        xaxis="x", legendgroup="diagonal",
        hovertext=[display(say(look.language, "drift.diagonal"), look.language)] * 2,
        name=display(say(look.language, "drift.diagonal"), look.language),
        line={"color": look.palette.muted, "width": 1.5, "dash": "dot"},
    )  # fmt: skip


def _days(moments: pd.Series) -> list[str]:
    """Return what `_day` makes of each: numpy writes a column at once, `strftime` takes 3 µs each."""
    minutes = np.datetime_as_string(moments.to_numpy("datetime64[m]"))
    return [text.replace("T", " ") for text in minutes.tolist()]


def _day(moment: pd.Timestamp) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
