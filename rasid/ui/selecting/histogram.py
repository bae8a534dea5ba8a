"""The small histogram over the date slider: when the articles were published.

Plain boxes: Streamlit strips inline SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rasid.ui.escape import esc

DAY: Final = 86_400_000_000_000  # nanoseconds


SLOTS: Final = 48
"""Bars at most."""


def histogram(
    bins: pd.DataFrame, chosen: tuple[date, date], span: tuple[date, date], label: str
) -> str:
    """Return the bars as HTML markup; those inside the chosen days are marked.

    Args:
        bins: `date_from`, `date_to`, `count`, one row a bar, in order.
        chosen: First and last chosen day.
        span: First and last day of the slider below; the bars stand over their own days.
        label: Read out in place of the picture.
    """
    if bins.empty or not bins["count"].max():
        return ""
    first, last = (pd.Timestamp(day).value // DAY for day in span)
    starts, ends = (
        bins[name].to_numpy("datetime64[D]").astype(np.int64) for name in ("date_from", "date_to")
    )
    days = last - first + 1
    slots = int(min(SLOTS, max(1, np.ceil(days / (ends[0] - starts[0] + 1)))))
    place = np.clip(((starts + ends) / 2 - first) * slots / days, 0, slots - 1).astype(int)
    counts = np.bincount(place, weights=bins["count"].to_numpy(float), minlength=slots)
    low, high = (pd.Timestamp(day).value // DAY for day in chosen)
    tallest = float(counts.max()) ** 0.5  # root: one great month must not hide the others
    bars = []
    for slot, count in enumerate(counts):
        begins, ends_on = first + slot * days / slots, first + (slot + 1) * days / slots - 1
        inside = ' class="in"' if ends_on >= low and begins <= high else ""
        bars.append(f'<i{inside} style="height:{100 * float(count) ** 0.5 / tallest:.0f}%"></i>')
    return (
        f'<div class="rasid-histogram" role="img" aria-label="{esc(label)}">{"".join(bars)}</div>'
    )


def strip(counts: Sequence[int], marked: int, label: str) -> str:
    """Return one bar a step of a slider as HTML markup, the step it stands at marked.

    Args:
        counts: What each step counts, in order.
        marked: The step on show.
        label: Read out in place of the picture.
    """
    tallest = max(counts, default=0) ** 0.5 or 1.0
    here = {marked: ' class="in"'}
    bars = "".join(
        f'<i{here.get(step, "")} style="height:{100 * count**0.5 / tallest:.0f}%"></i>'
        for step, count in enumerate(counts)
    )
    return f'<div class="rasid-histogram rasid-course" role="img" aria-label="{esc(label)}">{bars}</div>'
