"""How alike outlets word their reports: the distance of every pair, ordered so that the like stand together."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.cells import code, records
from rasid.charts.look import Look
from rasid.charts.matrix import Cell, matrix
from rasid.charts.strings import say
from rasid.charts.text import number, paragraph
from rasid.charts.theme import nothing

NUMBERED = 24
"""Outlets whose distances are still read in their cells."""


def similarity(table: pd.DataFrame, look: Look, *, title: str = "", caption: str = "") -> go.Figure:
    """Return the distance matrix, darker for closer pairs; a cell opens the articles of its row's outlet.

    Args:
        table: `measures.similarity`: names, distance (Jensen–Shannon, 0–1; NaN pairs are left out),
            clustering order.
        look: The look.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    pairs = table[table["distance"].notna()] if not table.empty else table
    pairs = pairs[pairs["order_a"] < pairs["order_b"]] if not pairs.empty else pairs
    if pairs.empty:
        return nothing(look, "similarity", title, caption, "similarity.empty")
    names = {int(row["order_a"]): str(row["name_a"]) for row in records(pairs)}
    names |= {int(row["order_b"]): str(row["name_b"]) for row in records(pairs)}
    labels = [names[place] for place in sorted(names)]
    place = {order: i for i, order in enumerate(sorted(names))}
    closest, farthest = float(pairs["distance"].min()), float(pairs["distance"].max())
    span = (farthest - closest) or 1.0
    cells: dict[tuple[int, int], Cell] = {}
    for row in records(pairs):
        a, b = place[int(row["order_a"])], place[int(row["order_b"])]
        strength = 0.08 + 0.84 * (farthest - float(row["distance"])) / span
        text = f"{row['distance']:.2f}" if len(labels) <= (14 if look.narrow else NUMBERED) else ""
        for x, y, side in ((a, b, "a"), (b, a, "b")):
            key = code({"outlet_id": row[f"outlet_{side}"]}, "outlet_counts")
            cells[x, y] = Cell(x, y, strength, text, key, _hover(row, look))
    alt = say(
        look.language,
        "similarity.alt",
        n=len(labels),
        low=number(closest, 2),
        high=number(farthest, 2),
    )
    return matrix(labels, labels, list(cells.values()), look, name="similarity", alt=alt, title=title,
                  caption=caption)  # fmt: skip


def _hover(row: dict[str, object], look: Look) -> str:
    return paragraph([
        f"{row['name_a']} — {row['name_b']}",
        say(look.language, "similarity.distance", value=number(float(str(row["distance"])), 3)),
        say(look.language, "similarity.articles", a=row["articles_a"], b=row["articles_b"]),
    ], look.language)  # fmt: skip
