"""Key events on a time axis: a numbered line each, and the list of what the numbers mean on top."""

from __future__ import annotations

from typing import Any

import pandas as pd

from rasid.charts.canvas import Canvas
from rasid.charts.cells import records
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import BREAK, clean, escape, isolate, wrap
from rasid.charts.times import day_text

ROW = 16  # pixels a line of the list takes
BADGE = 20  # pixels the numbers take above the marks
_WIDEST = (88, 56)
"""Characters of a line of the list: what the narrowest page of a desk shows, and a window of 390 pixels."""
NEAR = 0.06  # of the time shown: two numbers closer than this would overlap
NEAR_ON_A_PHONE = 0.1  # there a number takes twice the share of the axis


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


def room(events: pd.DataFrame, look: Look) -> int:
    """Return the pixels that list and numbers need above the marks."""
    lines = sum(line.count(BREAK) + 1 for line in _lines(events, look))
    return ROW * lines + BADGE + 8 if lines else 0


def _lines(events: pd.DataFrame, look: Look) -> list[str]:
    """Return the list: number, day and name of each event, a long one on two lines."""
    found = []
    for place, event in enumerate(records(events), start=1):
        text = f"{day_text(event['date'], look.language)}: {clean(event['label'])}"
        if event["planned"]:
            text += f" ({say(look.language, 'event.planned')})"
        pieces = wrap(text, _WIDEST[look.narrow], 2)
        first = isolate(f"({place}) {escape(pieces[0])}", look.language)
        found.append(
            BREAK.join([first, *(isolate(escape(piece), look.language) for piece in pieces[1:])])
        )
    return found


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
    lines = _lines(events, look)
    above = BADGE + 4
    for line in reversed(lines):
        fig.add_annotation(
            x=edge, y=1, xref="paper", yref="paper", xanchor=anchor, yanchor="bottom", showarrow=False,
            yshift=above, text=line, font={"size": 11, "color": colours.muted}, align=anchor,
        )  # fmt: skip
        above += ROW * (line.count(BREAK) + 1)
    for event in records(events):
        day = event["date"].strftime("%Y-%m-%d")
        # From the top down: dashes counted from below would end in a dot beside the number.
        _line(fig, look, day, day, 1, 0, "dot" if event["planned"] else "dash")
    for group in clusters(list(events["date"]), days * (NEAR_ON_A_PHONE if look.narrow else NEAR)):
        first, last = group[0], group[-1]
        if first != last:  # one bar, from which the lines of the group hang
            from_day, to_day = events["date"].iloc[[first, last]].dt.strftime("%Y-%m-%d")
            _line(fig, look, from_day, to_day, 1, 1, "solid")
        middle = (
            events["date"].iloc[first]
            + (events["date"].iloc[last] - events["date"].iloc[first]) / 2
        )
        fig.add_annotation(
            x=middle.strftime("%Y-%m-%d"), y=1, xref="x", yref="paper", yshift=11, showarrow=False,
            text=str(first + 1) if first == last else f"{first + 1}–{last + 1}", borderpad=1, borderwidth=1,
            font={"size": 10, "color": colours.text}, bordercolor=colours.muted, bgcolor=colours.grid,
        )  # fmt: skip


def _line(fig: Canvas, look: Look, x0: str, x1: str, y0: float, y1: float, dash: str) -> None:
    fig.add_shape(type="line", x0=x0, x1=x1, y0=y0, y1=y1, xref="x", yref="paper", layer="below",
                  line={"color": look.palette.muted, "width": 1, "dash": dash})  # fmt: skip


def clusters(days: list[pd.Timestamp], gap: float) -> list[list[int]]:
    """Return the positions of days, those in one list that follow each other within `gap` days."""
    groups: list[list[int]] = []
    for place, day in enumerate(days):
        if groups and (day - days[groups[-1][-1]]).days <= gap:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
