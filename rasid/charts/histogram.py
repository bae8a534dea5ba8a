"""The small histogram over the sidebar's date slider: how many articles lie where."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Canvas, bar
from rasid.charts.look import Look
from rasid.charts.once import drawn_once
from rasid.charts.strings import say
from rasid.charts.text import paragraph
from rasid.charts.theme import finish, nothing
from rasid.charts.times import interval_text

HEIGHT = 64


@drawn_once
def histogram(
    table: pd.DataFrame, look: Look, *, chosen: tuple[object, object] | None = None
) -> go.Figure:
    """Return bars without axes; those outside the chosen interval are grey.

    Args:
        table: `measures.date_histogram`: date_from, date_to, count.
        look: The look.
        chosen: First and last day of the selection, None for all.
    """
    if table.empty:
        return nothing(look, "histogram")
    colours = look.palette
    starts, ends = pd.to_datetime(table["date_from"]), pd.to_datetime(table["date_to"])
    middle = starts + (ends - starts) / 2
    width = [
        ((end - start).days + 1) * 86_400_000 * 0.92
        for start, end in zip(starts, ends, strict=True)
    ]
    inside = [True] * len(table)
    if chosen:
        low, high = pd.Timestamp(str(chosen[0])), pd.Timestamp(str(chosen[1]))
        inside = ((ends >= low) & (starts <= high)).tolist()
    hover = [
        paragraph([interval_text(start, end, look.language), say(look.language, "n.articles", n=int(n))],
                  look.language)
        for start, end, n in zip(starts, ends, table["count"], strict=True)
    ]  # fmt: skip
    fig = Canvas([bar(
        x=middle.dt.strftime("%Y-%m-%d").tolist(), y=table["count"].tolist(), width=width,
        marker={"color": [colours.accent if i else colours.grid for i in inside], "line": {"width": 0}},
        hovertext=hover, hoverinfo="text",
    )])  # fmt: skip
    alt = say(look.language, "histogram.alt", articles=f"{int(table['count'].sum()):,}")
    fig.update_xaxes(visible=False, type="date",
                     range=[starts.min().strftime("%Y-%m-%d"), ends.max().strftime("%Y-%m-%d")])  # fmt: skip
    fig.update_yaxes(visible=False, rangemode="tozero")
    return finish(
        fig, look, name="histogram", alt=alt, height=HEIGHT, top=2, bottom=2, sides=(6, 6)
    )
