"""Key events on a time axis: a numbered line each, and the list of what the numbers mean on top."""

from __future__ import annotations

from typing import Any

import pandas as pd

from rasid.charts.canvas import Canvas
from rasid.charts.cells import records
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import display, shorten
from rasid.charts.times import day_text

ROW = 16  # pixels a line of the list takes
BADGE = 20  # pixels the numbers take above the marks
NEAR = 0.06  # of the time shown: two numbers closer than this would overlap on a phone


def within(events: pd.DataFrame | None, first: Any, last: Any) -> pd.DataFrame:
    """Return the events between two days, oldest first, with `date` as a timestamp.

    Args:
        events: Columns `date`, `label` (in the reader's language), `planned`; None for none.
        first: First day drawn.
        last: Last day drawn.
    """
    if events is None or events.empty:
        return pd.DataFrame({"date": [], "label": [], "planned": []})
    dated = events.assign(date=pd.to_datetime(events["date"]))
    return dated[dated["date"].between(pd.Timestamp(first), pd.Timestamp(last))].sort_values("date")


def room(events: pd.DataFrame) -> int:
    """Return the pixels that list and numbers need above the marks."""
    return ROW * len(events) + BADGE + 8 if len(events) else 0


def draw(fig: Canvas, events: pd.DataFrame, look: Look, days: float) -> None:
    """Add lines, numbers and list; call it when the axes are set.

    A planned event has a dotted line and says so; an event that happened has a dashed one. Events too
    close for two numbers (`NEAR` of the days shown) share one: "5–6".

    Args:
        fig: The figure.
        events: What `within` returned.
        look: The look.
        days: Days the time axis shows.
    """
    colours = look.palette
    edge, anchor = (1, "right") if look.rtl else (0, "left")
    for place, event in enumerate(records(events)):
        planned = bool(event["planned"])
        day = event["date"].strftime("%Y-%m-%d")
        fig.add_shape(
            type="line", x0=day, x1=day, y0=0, y1=1, xref="x", yref="paper", layer="below",
            line={"color": colours.muted, "width": 1, "dash": "dot" if planned else "dash"},
        )  # fmt: skip
        label = shorten(event["label"], 44 if look.narrow else 90)
        line = f"{place + 1}. {day_text(event['date'], look.language)}: {label}"
        if planned:
            line += f" ({say(look.language, 'event.planned')})"
        fig.add_annotation(
            x=edge, y=1, xref="paper", yref="paper", xanchor=anchor, yanchor="bottom", showarrow=False,
            yshift=BADGE + 4 + ROW * (len(events) - 1 - place), text=display(line, look.language),
            font={"size": 11, "color": colours.muted}, align=anchor,
        )  # fmt: skip
    for group in clusters(list(events["date"]), days * NEAR):
        first, last = group[0], group[-1]
        middle = (
            events["date"].iloc[first]
            + (events["date"].iloc[last] - events["date"].iloc[first]) / 2
        )
        fig.add_annotation(
            x=middle.strftime("%Y-%m-%d"), y=1, xref="x", yref="paper", yshift=11, showarrow=False,
            text=str(first + 1) if first == last else f"{first + 1}–{last + 1}", borderpad=1, borderwidth=1,
            font={"size": 10, "color": colours.text}, bordercolor=colours.muted, bgcolor=colours.grid,
        )  # fmt: skip


def clusters(days: list[pd.Timestamp], gap: float) -> list[list[int]]:
    """Return the positions of days, those in one list that follow each other within `gap` days."""
    groups: list[list[int]] = []
    for place, day in enumerate(days):
        if groups and (day - days[groups[-1][-1]]).days <= gap:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
