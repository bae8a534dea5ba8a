"""The small histogram over the date slider: when the articles were published.

Plain boxes: Streamlit strips inline SVG.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from rasid.ui.escape import esc


def histogram(bins: pd.DataFrame, chosen: tuple[date, date], label: str) -> str:
    """Return the bars as HTML markup; those inside the chosen days are marked.

    Args:
        bins: `date_from`, `date_to`, `count`, one row a bar, in order.
        chosen: First and last chosen day.
        label: Read out in place of the picture.
    """
    if bins.empty or not bins["count"].max():
        return ""
    low, high = pd.Timestamp(chosen[0]), pd.Timestamp(chosen[1])
    tallest = float(bins["count"].max()) ** 0.5  # root: one great month must not hide the others
    bars = []
    for start, end, count in zip(bins["date_from"], bins["date_to"], bins["count"], strict=True):
        inside = ' class="in"' if end >= low and start <= high else ""
        bars.append(f'<i{inside} style="height:{100 * float(count) ** 0.5 / tallest:.0f}%"></i>')
    return (
        f'<div class="rasid-histogram" role="img" aria-label="{esc(label)}">{"".join(bars)}</div>'
    )
