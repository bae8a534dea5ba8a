"""Coverage over time: articles a period, stacked by outlet, with key events and the undated beside."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from rasid.charts import events as key_events
from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, joined, keys
from rasid.charts.look import Look, outlet_colour, outlet_slot, pattern
from rasid.charts.strings import say
from rasid.charts.text import display, paragraph
from rasid.charts.theme import finish, legend_width, nothing, whole_ticks
from rasid.charts.times import period_text, time_axis

DAYS: Final = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3, "year": 365.25}
MANY: Final = 4000
"""Beyond this many marks of small outlets, those of one period become one mark."""

LANES: Final = ("interval", "undated")


class Mark(NamedTuple):
    """One bar: so many articles of an outlet in a period or a lane."""

    slot: int  # of the outlet's colour; 99 for grey
    outlet_id: str
    outlet: str
    lane: str
    articles: int
    x: Any
    code: str
    hover: str


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
    marks = _marks(table, look, grain)
    there = {mark.lane for mark in marks}
    fig = Canvas()
    for part in _stack(marks):
        _add(fig, part, look, DAYS[grain] * 86_400_000 * 0.88)
    dated = table.loc[table["lane"] == "dated", "period"]
    tallest = float(table.groupby(["lane", "period"], dropna=False)["count"].sum().max())
    shown = _axes(
        fig, dated, [lane for lane in LANES if lane in there], look, grain, events, tallest
    )
    for lane, n in table[table["lane"] != "dated"].groupby("lane")["count"].sum().items():
        # Two undated articles beside months of thousands are a bar of no height.
        fig.add_annotation(x=lane, y=int(n), xref="x2", yref="y", yanchor="bottom", showarrow=False,
                           text=f"{int(n):,}", font={"size": 12})  # fmt: skip
    total, n_outlets = int(table["count"].sum()), table["outlet_id"].nunique()
    alt = say(look.language, "coverage.alt", articles=f"{total:,}", outlets=f"{n_outlets:,}")
    return finish(fig, look, name="coverage", alt=alt, height=380 + key_events.room(shown, look),
                  title=title, caption=caption, legend=True, top=10 + key_events.room(shown, look))  # fmt: skip


def _marks(table: pd.DataFrame, look: Look, grain: str) -> list[Mark]:
    """Return the rows as marks: plain values, because picking rows of a frame costs 10 ms an outlet."""
    columns = (table[name].tolist() for name in ("outlet_id", "outlet", "lane", "count"))
    extra = (_places(table, grain), codes(table, "coverage"), _hovers(table, grain, look))
    return [
        Mark(99 if (slot := outlet_slot(look, outlet_id)) is None else slot, outlet_id, *rest)
        for outlet_id, *rest in zip(*columns, *extra, strict=True)
    ]


def _places(table: pd.DataFrame, grain: str) -> list[Any]:
    """Return the middle of each period, or the name of the lane."""
    half = pd.Timedelta(days=DAYS[grain] / 2)
    middles = (table["period"] + half).dt.strftime("%Y-%m-%d %H:%M").tolist()
    return [
        middle if lane == "dated" else lane
        for middle, lane in zip(middles, table["lane"], strict=True)
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


def _stack(marks: list[Mark]) -> list[list[Mark]]:
    """Return the marks of each coloured outlet, then those of all the others."""
    parts: dict[int, list[Mark]] = {}
    for mark in marks:
        parts.setdefault(mark.slot, []).append(mark)
    if len(parts.get(99, [])) > MANY:
        places: dict[tuple[Any, str], list[Mark]] = {}
        for mark in parts[99]:
            places.setdefault((mark.x, mark.lane), []).append(mark)
        parts[99] = [
            group[0]._replace(
                articles=sum(m.articles for m in group), code=joined(m.code for m in group)
            )
            for group in places.values()
        ]
    return [parts[slot] for slot in sorted(parts)]


def _add(fig: Canvas, part: list[Mark], look: Look, width: float) -> None:
    """Add one outlet's bars: dated ones and those of the lanes are one legend entry."""
    slot, outlet_id = part[0].slot, part[0].outlet_id
    small = slot == 99
    several = small and any(mark.outlet_id != outlet_id for mark in part)
    name = say(look.language, "others") if several else part[0].outlet
    colour = look.palette.grey if small else outlet_colour(look, outlet_id)
    first = True
    for dated in (True, False):
        bars = [mark for mark in part if (mark.lane == "dated") == dated]
        if not bars:
            continue
        marker = {"color": colour, "line": {"color": look.palette.ground, "width": 0.5},
                  "pattern": pattern(None if small else slot, look)}  # fmt: skip
        fig.add_bar(
            x=[mark.x for mark in bars], y=[mark.articles for mark in bars], width=width if dated else 0.7,
            xaxis="x" if dated else "x2", name=display(name, look.language, legend_width(look)), marker=marker,
            legendgroup=str(slot), showlegend=first, customdata=keys(mark.code for mark in bars),
            hovertext=[mark.hover for mark in bars], hoverinfo="text",
        )  # fmt: skip
        first = False


def _axes(
    fig: Canvas,
    dated: pd.Series,
    lanes: list[str],
    look: Look,
    grain: str,
    events: pd.DataFrame | None,
    tallest: float,
) -> pd.DataFrame:
    """Set the axes; returns the events that fall within them."""
    end = 1.0 if not lanes else 0.0 if dated.empty else 0.86 if len(lanes) == 1 else 0.73
    fig.update_layout(barmode="stack")
    fig.update_yaxes(title={"text": display(say(look.language, "axis.articles"), look.language)}, rangemode="tozero",
                     tickformat=",d", **whole_ticks(tallest, 6))  # fmt: skip
    shown = key_events.within(None, None, None)
    if not dated.empty:
        period = pd.Timedelta(days=DAYS[grain])
        first, last = dated.min(), dated.max() + period
        if (
            dated.min() == dated.max()
        ):  # a bar as wide as the page looks like a wall, not like one month
            first, last = first - period, last + period
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
