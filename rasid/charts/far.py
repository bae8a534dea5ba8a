"""Promised dates that lie very far off: at the edge of the axis, marked and counted, not stretching it."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from rasid.charts.canvas import Canvas
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import display

AHEAD: Final = pd.DateOffset(years=5)
"""So far beyond the last publication the axis of promised dates may always reach."""
RARE: Final = 0.02
"""The share of promises at either end that may not stretch the axis any further: "by 2135" pressed eight years of
news into a tenth of the height. They stand as arrows at the edge, and a line of text counts them."""


def window_of(table: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last promised day of the axis: all of them, but for few that lie far off."""
    promised = _middle(table)
    n = table["count"] if "count" in table else pd.Series(1, table.index)
    ordered = pd.Series(np.repeat(promised.to_numpy(), n.to_numpy(int))).sort_values(
        ignore_index=True
    )
    rare = int(np.ceil(RARE * (len(ordered) - 1)))
    low, high = ordered.iloc[rare], ordered.iloc[len(ordered) - 1 - rare]
    published = pd.concat([table["published_from"], table["published_to"]]).dropna()
    if len(published):
        low = min(low, published.min() - pd.DateOffset(years=1))
        high = max(high, published.max() + AHEAD)
    return max(low, promised.min()), min(high, promised.max())


def _middle(table: pd.DataFrame) -> pd.Series:
    first, last = pd.to_datetime(table["date_from"]), pd.to_datetime(table["date_to"])
    return first + (last - first) / 2


def edges(table: pd.DataFrame, window: tuple[pd.Timestamp, pd.Timestamp]) -> pd.Series:
    """Return 1 for promises later than the axis reaches, -1 for earlier ones, 0 for all others."""
    promised = _middle(table)
    return (promised > window[1]).astype(int) - (promised < window[0]).astype(int)


def places(table: pd.DataFrame, window: tuple[pd.Timestamp, pd.Timestamp]) -> list[str]:
    """Return where each mark stands: the middle of what is promised, the edge when it lies beyond it."""
    promised = _middle(table)
    promised = promised.where(promised >= window[0], window[0])
    promised = promised.where(promised <= window[1], window[1])
    return [str(day) for day in promised.dt.strftime("%Y-%m-%d")]


def symbols(rows: pd.DataFrame, own: str) -> str | list[str]:
    """Return the shape of each mark: arrows at the edges, else the group's own."""
    if not rows["edge"].any():
        return own
    return [{1: "arrow-up", -1: "arrow-down"}.get(edge, own) for edge in rows["edge"]]


def count_at_edges(
    fig: Canvas, table: pd.DataFrame, look: Look, window: tuple[pd.Timestamp, pd.Timestamp]
) -> None:
    """Say at either edge how many promises lie beyond it: "▲ 37 later than 2031"."""
    weight = table["count"] if "count" in table else pd.Series(1, table.index)
    for edge, key, y, anchor in ((1, "drift.later", 1, "top"), (-1, "drift.earlier", 0, "bottom")):
        n = int(weight[table["edge"] == edge].sum())
        if n:
            year = window[1].year if edge == 1 else window[0].year
            fig.add_annotation(
                text=display(say(look.language, key, n=n, year=year), look.language), x=0.5, y=y, xref="paper",
                yref="paper", yanchor=anchor, showarrow=False, font={"size": 11, "color": look.palette.muted},
                bgcolor=look.palette.ground, borderpad=2,
            )  # fmt: skip
