"""The small histogram over the date slider: when the articles were published, as inline SVG."""

from __future__ import annotations

from datetime import date

import pandas as pd

from rasid.ui.escape import esc

_WIDTH, _HEIGHT = 480, 40


def histogram(bins: pd.DataFrame, chosen: tuple[date, date], label: str) -> str:
    """Return the bars as SVG markup; those inside the chosen days are marked.

    Args:
        bins: `date_from`, `date_to`, `count`, one row a bar, in order.
        chosen: First and last chosen day.
        label: Read out in place of the picture.
    """
    if bins.empty or not bins["count"].max():
        return ""
    step = _WIDTH / len(bins)
    low, high = pd.Timestamp(chosen[0]), pd.Timestamp(chosen[1])
    tallest = float(bins["count"].max()) ** 0.5  # root: one great month must not hide the others
    bars = []
    for i, (start, end, count) in enumerate(
        zip(bins["date_from"], bins["date_to"], bins["count"], strict=True)
    ):
        tall = _HEIGHT * float(count) ** 0.5 / tallest
        inside = ' class="in"' if end >= low and start <= high else ""
        bars.append(f'<rect{inside} x="{i * step:.1f}" y="{_HEIGHT - tall:.1f}" '
                    f'width="{max(step - 1, 1):.1f}" height="{tall:.1f}"></rect>')  # fmt: skip
    return (
        f'<svg class="rasid-histogram" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" '
        f'role="img" aria-label="{esc(label)}">{"".join(bars)}</svg>'
    )
