"""Coverage over time: articles a period, stacked by outlet, with key events and the undated beside."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from rasid.charts import events as key_events
from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, joined, keys
from rasid.charts.look import Look, outlet_colour, outlet_slot, pattern
from rasid.charts.strings import say
from rasid.charts.text import display, paragraph
from rasid.charts.theme import LEGEND_WIDTH, finish, nothing
from rasid.charts.times import period_text, time_axis

DAYS: Final = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3, "year": 365.25}
MANY: Final = 4000
"""Beyond this many marks of small outlets, those of one period become one mark."""

LANES: Final = ("interval", "undated")


def coverage(
    table: pd.DataFrame,
    look: Look,
    *,
    events: pd.DataFrame | None = None,
    grain: str = "month",
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return stacked bars of articles per period.

    Args:
        table: `measures.coverage`: period, lane, outlet_id, outlet, count.
        look: The look; its outlet order decides colours and the order of the stack.
        events: Key events (`events.within`).
        grain: The grain the table was made with.
        title: See `theme.finish`.
        caption: See `theme.finish`.

    Returns:
        One trace an outlet with a colour, one for all others; articles known only to an interval and
        those without any date stand in their own lane at the end, never left out.
    """
    if table.empty:
        return nothing(look, "coverage", title, caption)
    table = table.assign(code=codes(table, "coverage"), slot=_slots(table, look))
    table = table.assign(x=_places(table, grain), hover=_hovers(table, grain, look))
    dated = table[table["lane"] == "dated"]
    lanes = [lane for lane in LANES if (table["lane"] == lane).any()]
    fig = Canvas()
    for part in _stack(table):
        _add(fig, part, look, DAYS[grain] * 86_400_000 * 0.88)
    shown = _axes(fig, dated, lanes, look, grain, events)
    total, n_outlets = int(table["count"].sum()), table["outlet_id"].nunique()
    alt = say(look.language, "coverage.alt", articles=f"{total:,}", outlets=f"{n_outlets:,}")
    return finish(fig, look, name="coverage", alt=alt, height=380 + key_events.room(shown),
                  title=title, caption=caption, legend=True, top=10 + key_events.room(shown))  # fmt: skip


def _slots(table: pd.DataFrame, look: Look) -> list[int]:
    return [99 if (s := outlet_slot(look, o)) is None else s for o in table["outlet_id"]]


def _places(table: pd.DataFrame, grain: str) -> list[Any]:
    """Return the middle of each period, or the name of the lane."""
    half = pd.Timedelta(days=DAYS[grain] / 2)
    return [
        (period + half).strftime("%Y-%m-%d %H:%M") if lane == "dated" else lane
        for period, lane in zip(table["period"], table["lane"], strict=True)
    ]


def _hovers(table: pd.DataFrame, grain: str, look: Look) -> list[str]:
    texts = []
    for period, lane, outlet, count in zip(
        table["period"], table["lane"], table["outlet"], table["count"], strict=True
    ):
        when = (
            period_text(period, grain, look.language)
            if lane == "dated"
            else say(look.language, f"lane.{lane}")
        )
        n = say(look.language, "n.articles", n=int(count))
        texts.append(paragraph([str(outlet), when, n], look.language))
    return texts


def _stack(table: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the marks of each coloured outlet, then those of all the others."""
    parts = [part for _, part in table[table["slot"] < 99].groupby("slot")]
    others = table[table["slot"] == 99]
    if len(others) > MANY:
        groups = others.groupby(["x", "lane"], sort=False)
        others = groups.agg(
            count=("count", "sum"), code=("code", joined), hover=("hover", "first"), slot=("slot", "first"),
            outlet_id=("outlet_id", "first"), outlet=("outlet", "first"),
        ).reset_index()  # fmt: skip
    return [*parts, others] if len(others) else parts


def _add(fig: Canvas, part: pd.DataFrame, look: Look, width: float) -> None:
    """Add one outlet's bars: dated ones and those of the lanes are one legend entry."""
    slot = int(part["slot"].iloc[0])
    small = slot == 99
    name = (
        say(look.language, "others")
        if small and set(part["outlet_id"]) - {part["outlet_id"].iloc[0]}
        else part["outlet"].iloc[0]
    )
    colour = look.palette.grey if small else outlet_colour(look, part["outlet_id"].iloc[0])
    first = True
    for dated in (True, False):
        bars = part[(part["lane"] == "dated") == dated]
        if bars.empty:
            continue
        marker = {"color": colour, "line": {"color": look.palette.ground, "width": 0.5},
                  "pattern": pattern(None if small else slot, look)}  # fmt: skip
        fig.add_bar(
            x=bars["x"].tolist(), y=bars["count"].tolist(), width=width if dated else 0.7,
            xaxis="x" if dated else "x2", name=display(name, look.language, LEGEND_WIDTH), marker=marker,
            legendgroup=str(slot), showlegend=first, customdata=keys(bars["code"]),
            hovertext=bars["hover"].tolist(), hoverinfo="text",
        )  # fmt: skip
        first = False


def _axes(
    fig: Canvas,
    dated: pd.DataFrame,
    lanes: list[str],
    look: Look,
    grain: str,
    events: pd.DataFrame | None,
) -> pd.DataFrame:
    """Set the axes; returns the events that fall within them."""
    end = 1.0 if not lanes else 0.0 if dated.empty else 0.87 if len(lanes) == 1 else 0.78
    fig.update_layout(barmode="stack")
    fig.update_yaxes(title={"text": display(say(look.language, "axis.articles"), look.language)}, rangemode="tozero",
                     tickformat=",d", nticks=6)  # fmt: skip
    shown = key_events.within(None, None, None)
    if not dated.empty:
        first, last = dated["period"].min(), dated["period"].max() + pd.Timedelta(days=DAYS[grain])
        fig.update_layout(
            xaxis={**time_axis(first, last, look.language), "domain": [0, end], "showgrid": False}
        )
        shown = key_events.within(events, first, last)
        key_events.draw(fig, shown, look, (last - first).days)
    if lanes:
        names = [display(say(look.language, f"lane.{lane}"), look.language, 6, 3) for lane in lanes]
        start = end + 0.03 if not dated.empty else 0.0
        fig.update_layout(xaxis2={
            "type": "category", "categoryarray": lanes, "range": [-0.6, len(lanes) - 0.4], "anchor": "y",
            "tickvals": lanes, "ticktext": names, "domain": [start, 1], "tickangle": 0, "showgrid": False,
        })  # fmt: skip
    return shown
