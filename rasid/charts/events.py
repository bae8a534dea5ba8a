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


def draw(fig: Canvas, events: pd.DataFrame, look: Look) -> None:
    """Add lines, numbers and list; call it when the axes are set.

    A planned event has a dotted line and says so; an event that happened has a dashed one.
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
        fig.add_annotation(
            x=day, y=1, xref="x", yref="paper", yshift=10 + 3 * (place % 2), text=str(place + 1), showarrow=False,
            font={"size": 10, "color": colours.text}, bordercolor=colours.muted, borderwidth=1, borderpad=1,
            bgcolor="rgba(0,0,0,0)" if planned else colours.grid,
        )  # fmt: skip
        line = (
            f"{place + 1}. {day_text(event['date'], look.language)}: {shorten(event['label'], 44)}"
        )
        if planned:
            line += f" ({say(look.language, 'event.planned')})"
        fig.add_annotation(
            x=edge, y=1, xref="paper", yref="paper", xanchor=anchor, yanchor="bottom", showarrow=False,
            yshift=BADGE + 4 + ROW * (len(events) - 1 - place), text=display(line, look.language),
            font={"size": 11, "color": colours.muted}, align=anchor,
        )  # fmt: skip
