"""Distinctive terms: how many times more often one side uses a word than the other."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look, outlet_colour
from rasid.charts.strings import name, say
from rasid.charts.text import display, number, paragraph, quantity
from rasid.charts.theme import LABEL_WIDTH, even_height, finish, label_axis, nothing, soft


def keyness(
    table: pd.DataFrame, look: Look, *, outlet_id: str = "", title: str = "", caption: str = ""
) -> go.Figure:
    """Return the distinctive terms of one outlet against the rest.

    Args:
        table: `measures.keyness`; only the rows of `outlet_id` are drawn (all rows when it is "").
        look: The look.
        outlet_id: The outlet.
        title: See `theme.finish`.
        caption: See `theme.finish`.

    Returns:
        A stem a term as long as its Log Ratio (Hardie 2014), read as "×4"; heads are hollow where no
        p-value supports them, and the reason stands above.
    """
    rows = table[table["outlet_id"] == outlet_id] if outlet_id and not table.empty else table
    if rows.empty:
        return nothing(look, "keyness", title, caption, "keyness.empty")
    colour = outlet_colour(look, outlet_id) if outlet_id else look.palette.accent
    return _stems(rows, look, "keyness", [colour] * len(rows), title, caption)


def keyness_between(
    table: pd.DataFrame, look: Look, *, name_a: str, name_b: str, title: str = "", caption: str = ""
) -> go.Figure:
    """Return the terms that set two selections apart: A's on one side, B's on the other.

    Args:
        table: `measures.keyness_between` of A against B.
        look: The look.
        name_a: What the reader calls the first selection.
        name_b: What the reader calls the second.
        title: See `theme.finish`.
        caption: See `theme.finish`.

    Returns:
        As `keyness`; the second item of each mark's customdata is "a" or "b": the selection in which
        its first item is to be counted.
    """
    if table.empty:
        return nothing(look, "keyness_between", title, caption, "keyness.empty")
    first, second = look.palette.series[0], look.palette.series[1]
    colours = [first if ratio >= 0 else second for ratio in table["log_ratio"]]
    names = ((name_a, 1, first), (name_b, -1, second))
    return _stems(table, look, "keyness_between", colours, title, caption, names)


def _stems(
    rows: pd.DataFrame,
    look: Look,
    measure: str,
    colours: list[str],
    title: str,
    caption: str,
    names: tuple[tuple[str, int, str], ...] = (),
) -> go.Figure:
    """Return the stems; `names` are the two sides' names, their signs and colours."""
    language = look.language
    labels = [display(word, language, LABEL_WIDTH, 2) for word in rows["display"]]
    places = list(range(len(rows)))
    values = [float(v) for v in rows["log_ratio"]]
    fig = Canvas()
    for place, value, colour in zip(places, values, colours, strict=True):
        fig.add_shape(type="line", x0=0, x1=value, y0=place, y1=place, layer="below",
                      line={"color": colour, "width": 2})  # fmt: skip
    sure = [p == p for p in rows["p_adjusted"]]
    marks = keys(codes(rows, measure)) if measure == "keyness" else _two_sided(rows)
    fig.add_scatter(
        x=values, y=places, mode="markers", customdata=marks, hoverinfo="text", cliponaxis=False,
        hovertext=[_hover(row, look) for row in records(rows)],
        marker={"size": 12, "color": [c if s else look.palette.ground for c, s in zip(colours, sure, strict=True)],
                "line": {"color": colours, "width": 2}},
    )  # fmt: skip
    fig.update_xaxes(**_ratio_axis(values, look))
    fig.update_yaxes(**label_axis(look, labels))
    top = _sides(fig, names, look)
    top += _refusal(fig, rows, look, top)
    alt = say(language, "keyness.alt", n=len(rows), first=str(rows["display"].iloc[0]))
    return finish(fig, look, name=measure, alt=alt, height=even_height(labels, 24) + 66 + top, title=title,
                  caption=caption, top=10 + top)  # fmt: skip


def _two_sided(rows: pd.DataFrame) -> list[list[str]]:
    """Return [code, side] a term: words of the second side count in the second selection ("b")."""
    first, second = codes(rows, "keyness_between"), codes(rows, "keyness_between", "count_rest")
    return [
        [a, "a"] if ratio >= 0 else [b, "b"]
        for a, b, ratio in zip(first, second, rows["log_ratio"], strict=True)
    ]


def _ratio_axis(values: list[float], look: Look) -> dict[str, Any]:
    """Return an axis of doublings, labelled by what they mean: ×2, ×4, ×8."""
    high, low = max([*values, 1.0]) + 0.5, min([*values, 0.0])
    low = low - 0.5 if low < 0 else 0.0
    step = max(1, math.ceil((high - low) / 6))
    ticks = [
        t for t in range(math.floor(low), math.ceil(high) + 1) if t % step == 0 and low <= t <= high
    ]
    equal = say(look.language, "keyness.equal")
    return {
        "range": [high, low] if look.rtl else [low, high], "tickvals": ticks, "zeroline": True,
        "zerolinecolor": look.palette.muted,
        "ticktext": [display(f"×{2 ** abs(t):,}" if t else equal, look.language) for t in ticks],
        "title": {"text": display(say(look.language, "keyness.axis"), look.language)},
    }  # fmt: skip


def _sides(fig: Canvas, names: tuple[tuple[str, int, str], ...], look: Look) -> int:
    """Write each side's name over its stems; returns the pixels it takes."""
    for label, sign, colour in names:
        at_right = (sign > 0) != look.rtl
        fig.add_annotation(
            text=display(label, look.language, 20), x=1 if at_right else 0, xanchor="right" if at_right else "left",
            xref="paper", y=1, yref="paper", yanchor="bottom", yshift=4, showarrow=False, font={"size": 12},
            bgcolor=soft(colour), borderpad=2,
        )  # fmt: skip
    return 26 if names else 0


def _refusal(fig: Canvas, rows: pd.DataFrame, look: Look, above: int) -> int:
    """Write why p-values are withheld, when they are; returns the pixels it takes."""
    notes = [note for note in rows["note"].unique() if note]
    if not notes:
        return 0
    edge, anchor = (1, "right") if look.rtl else (0, "left")
    text = display(name(look.language, "note", notes[0]), look.language, 48, 3)
    fig.add_annotation(
        text=text, x=edge, xanchor=anchor, xref="paper", y=1, yref="paper", yanchor="bottom", yshift=4 + above,
        showarrow=False, align=anchor, font={"size": 12, "color": look.palette.muted},
    )  # fmt: skip
    return 17 * (text.count("<br>") + 1) + 8


def _hover(row: dict[str, Any], look: Look) -> str:
    language = look.language
    p = row["p_adjusted"]
    return paragraph([
        str(row["display"]),
        say(language, "keyness.here", n=int(row["count"]), rate=quantity(row["rate"]), articles=int(row["articles"])),
        say(language, "keyness.rest", n=int(row["count_rest"]), rate=quantity(row["rate_rest"]),
            articles=int(row["articles_rest"])),
        f"G² {number(row['g2'], 1)} · Log Ratio {number(row['log_ratio'], 2)}",
        (("p < 0.0001" if p < 0.0001 else f"p = {p:.4f}") if p == p else name(language, "note", row["note"])),
    ], language)  # fmt: skip
