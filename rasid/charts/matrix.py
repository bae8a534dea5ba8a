"""A table as coloured cells: rows and columns named, a number in each cell, every cell clickable.

Heatmaps report no clicks to the dashboard, so squares that cannot be seen lie over the cells and carry
the keys; the numbers are their text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rasid.charts.canvas import Canvas, Trace, heatmap, scatter
from rasid.charts.cells import keys
from rasid.charts.look import Look, mix, readable_on
from rasid.charts.text import BREAK, clean, display, wrap
from rasid.charts.theme import LINE, even_height, finish, label_axis, label_width

PLOT = (200, 640)
"""Pixels that columns share on a phone, and on a laptop."""

LETTER = 6.5
"""Pixels of a letter of a heading, about."""


HEAD_LINES = 3


@dataclass(frozen=True)
class Cell:
    """One cell: where it is, how strong (0–1), what it says, what a click opens."""

    row: int
    column: int
    strength: float
    text: str
    code: str
    hover: str


def matrix(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Cell],
    look: Look,
    *,
    name: str,
    alt: str,
    title: str = "",
    caption: str = "",
    square: bool = False,
) -> go.Figure:
    """Return the matrix of the given cells; pairs without a cell stay empty.

    Args:
        rows: Raw row labels, first on top.
        columns: Raw column labels, in reading order: the first stands at the right in Arabic.
        cells: The cells.
        look: The look.
        name: The figure's name.
        alt: Alt text.
        title: See `theme.finish`.
        caption: See `theme.finish`.
        square: Whether rows are as high as columns are likely to be wide (a distance matrix).
    """
    fitting = int(PLOT[not look.narrow] / max(len(columns), 1) / LETTER)
    turned = not _upright(columns, fitting)
    heads = [
        display(label, look.language, *((20, 1) if turned else (fitting, HEAD_LINES)))
        for label in columns
    ]
    shown = [display(label, look.language, label_width(look), 2) for label in rows]
    fig = Canvas([_shades(rows, columns, cells, look), _targets(cells, look, len(columns))])
    span = [len(columns) - 0.5, -0.5] if look.rtl else [-0.5, len(columns) - 0.5]
    fig.update_xaxes(
        tickvals=list(range(len(columns))), ticktext=heads, side="top", range=span, showgrid=False,
        tickangle=-90 if turned else 0,
    )  # fmt: skip
    fig.update_yaxes(**label_axis(look, shown))
    longest = max((len(text) for text in heads), default=0)
    head = (
        min(longest, 22) * 6 + 8
        if turned
        else LINE * max(text.count(BREAK) + 1 for text in heads) + 6
    )
    body = even_height(shown, 34 if square else 30)
    return finish(fig, look, name=name, alt=alt, height=body + head + 24, title=title, caption=caption,
                  top=head + 12)  # fmt: skip


def _upright(labels: Sequence[str], width: int) -> bool:
    """Say whether headings can stand upright above columns of so many letters: no word broken, none cut short."""
    return width >= 6 and all(
        max(map(len, clean(label).split()), default=0) <= width
        and len(wrap(label, width, HEAD_LINES + 1)) <= HEAD_LINES
        for label in labels
    )


def _shades(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], look: Look
) -> Trace:
    grid: list[list[float | None]] = [[None] * len(columns) for _ in rows]
    for cell in cells:
        grid[cell.row][cell.column] = cell.strength
    low, middle, high = look.palette.ramp
    return heatmap(
        z=grid, x=list(range(len(columns))), y=list(range(len(rows))), zmin=0, zmax=1,
        colorscale=[[0, low], [0.5, middle], [1, high]], showscale=False, hoverinfo="skip",
        xgap=2, ygap=2,
    )  # fmt: skip


def _targets(cells: Sequence[Cell], look: Look, columns: int) -> Trace:
    inks = [readable_on(shade(look, cell.strength)) for cell in cells]
    return scatter(
        x=[cell.column for cell in cells], y=[cell.row for cell in cells], mode="markers+text",
        text=[cell.text for cell in cells], customdata=keys(cell.code for cell in cells),
        hovertext=[cell.hover for cell in cells], hoverinfo="text",
        textfont={"color": inks, "size": 12 if columns <= 12 else 10 if columns <= 18 else 9}, cliponaxis=False,
        marker={"symbol": "square", "size": 24, "color": "rgba(0,0,0,0)", "line": {"width": 0}},
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def shade(look: Look, strength: float) -> str:
    """Return the colour of a cell: what the colour scale of the heatmap gives at `strength`."""
    low, middle, high = look.palette.ramp
    if strength <= 0.5:
        return mix(low, middle, max(strength, 0) * 2)
    return mix(middle, high, min(strength * 2 - 1, 1))
