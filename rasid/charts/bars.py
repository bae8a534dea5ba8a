"""Horizontal bars, the workhorse: one value a row, its number at its end, mirrored in Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import plotly.graph_objects as go

from rasid.charts.canvas import Canvas, Trace, bar, scatter
from rasid.charts.cells import keys
from rasid.charts.look import Look
from rasid.charts.text import display, isolate, number
from rasid.charts.theme import (
    even_height,
    finish,
    label_axis,
    label_width,
    legend_room,
    legend_width,
    value_axis,
)

PLOT: Final = (420, 200)
"""Pixels that bars have at least on a desk and on a phone: the room for the numbers at their ends is left of it."""
DIGIT: Final = 7
BESIDE: Final = (6, 22)
"""Pixels beside a number: at the end of a bar, and at the square and between the blanks of `_ends`."""

LEAST = 60
"""Pixels that rows take together at least: below one thin row Plotly leaves the axis no room for its numbers."""


FADED: Final = 0.2
"""Opacity of bars while another mark is selected: Plotly's own for charts that say nothing of it."""


@dataclass(frozen=True)
class Part:
    """One series of bars: values, each with its key and hover text."""

    values: Sequence[float]
    codes: Sequence[str]
    hover: Sequence[str]
    colours: str | Sequence[str]
    name: str = ""
    numbers: Sequence[str] = ()
    pattern: dict[str, Any] = field(default_factory=dict)
    rows: Sequence[
        int
    ] = ()  # where each value stands, several in one row too; 0, 1, 2 … by default


@dataclass(frozen=True)
class Totals:
    """The numbers at the ends of stacked bars, each with its own key; `numbers` where they are not whole."""

    values: Sequence[float]
    codes: Sequence[str]
    hover: Sequence[str]
    numbers: Sequence[str] = ()


def bar_trace(part: Part, look: Look, position: str = "outside") -> Trace:
    """Return one horizontal bar trace over rows 0, 1, 2 and so on."""
    marker: dict[str, Any] = {"color": part.colours, "line": {"width": 0}}
    if part.pattern:
        marker["pattern"] = part.pattern
    return bar(
        x=list(part.values), y=list(part.rows or range(len(part.values))), orientation="h", marker=marker,
        name=display(part.name, look.language, legend_width(look)) if part.name else "",
        customdata=keys(part.codes), hovertext=list(part.hover), hoverinfo="text",
        text=[isolate(n, look.language) for n in part.numbers] or None, textposition=position,
        cliponaxis=False, textangle=0, textfont={"size": 12}, constraintext="none", **_kept_ink(look),
    )  # fmt: skip


def horizontal(
    labels: Sequence[str],
    parts: Sequence[Part],
    look: Look,
    *,
    name: str,
    alt: str,
    heading: str = "",
    title: str = "",
    caption: str = "",
    lines: int = 2,
    totals: Totals | None = None,
) -> go.Figure:
    """Return rows of bars, stacked when there are several parts.

    Args:
        labels: Raw row labels, first on top; long ones take `lines` lines and then an ellipsis.
        parts: The series, each with one value a row.
        look: The look.
        name: The figure's name.
        alt: Alt text.
        heading: What the values count.
        title: See `theme.finish`.
        caption: See `theme.finish`.
        lines: Lines a row label may take.
        totals: Numbers at the ends of stacked bars.
    """
    shown = [display(label, look.language, label_width(look), lines) for label in labels]
    fig = Canvas(
        [bar_trace(part, look, "outside" if len(parts) == 1 else "none") for part in parts]
    )
    if totals:
        fig.add_trace(_ends(totals, look))
    named: set[str] = set()
    for trace in fig.data:  # grey outlets share a name: one legend entry is enough
        trace["showlegend"] = bool(trace["name"]) and trace["name"] not in named
        named.add(trace["name"])
    ends = [0.0] * len(labels)
    for part in parts:
        for row, value in zip(part.rows or range(len(part.values)), part.values, strict=True):
            ends[row] += value
    top = max(ends, default=0.0)
    fig.update_layout(barmode="stack")
    ending = totals.numbers if totals else ()
    written = [n for part in parts for n in part.numbers] or [*ending] or [number(top)]
    plot = PLOT[look.narrow]
    beside = max(map(len, written)) * DIGIT + BESIDE[totals is not None]
    fig.update_xaxes(**value_axis(look, top, heading, plot / max(plot - beside, plot / 2)))
    fig.update_yaxes(**label_axis(look, shown))
    several = len(parts) > 1
    height = max(even_height(shown), LEAST) + 62 + (legend_room(len(named)) if several else 0)
    return finish(fig, look, name=name, alt=alt, height=height, title=title, caption=caption,
                  legend=several, bottom=40 if several else 8)  # fmt: skip


def _ends(totals: Totals, look: Look) -> Trace:
    """Return the numbers as text beside squares that cannot be seen but can be clicked."""
    return scatter(
        x=list(totals.values), y=list(range(len(totals.values))), mode="markers+text", cliponaxis=False,
        text=[f"  {n}  " for n in totals.numbers or map(number, totals.values)], customdata=keys(totals.codes),
        textposition="middle left" if look.rtl else "middle right", textfont={"size": 12},
        hovertext=list(totals.hover), hoverinfo="text", showlegend=False, name="",
        marker={"size": 16, "symbol": "square", "color": "rgba(0,0,0,0)", "line": {"width": 0}}, **_kept_ink(look),
    )  # fmt: skip


def _kept_ink(look: Look) -> dict[str, Any]:
    """Return the ink of numbers while a mark is selected: bars fade, numbers do not, the chosen one stands out.

    Plotly fades what is not selected by itself only where nothing is said of it: so the bars' part is said too.
    """
    colours = look.palette
    return {
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": colours.accent}},
        "unselected": {"marker": {"opacity": FADED}, "textfont": {"color": colours.text}},
    }
