"""Key events of the withdrawal, from `assets/events.csv`, in the language of the page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from rasid import settings


def events(lang: str) -> pd.DataFrame:
    """Return the events, oldest first: `date` (its first day), `label`, `planned`.

    An analyst's own `events.csv` beside the corpus takes the place of ours; a missing one means none.
    """
    return _read(*version(), lang)


def version() -> tuple[Path, int]:
    """Return the file of the events and when it was last changed, 0 when it is missing."""
    path = settings.asset("events.csv")
    return path, path.stat().st_mtime_ns if path.is_file() else 0


def most_covered(lang: str, published: pd.Series, n: int = 8) -> pd.DataFrame:
    """Return the `n` events with most articles from the day before to a week after, oldest first.

    A chart has room for a few names; the timeline lists them all, period by period.

    Args:
        lang: "ar" or "en".
        published: Days of publication of the articles in view; unknown ones are left out.
        n: How many.
    """
    table = events(lang)
    days = np.sort(published.dropna().to_numpy("datetime64[D]"))
    dates = table["date"].to_numpy("datetime64[D]")
    count = np.searchsorted(days, dates + 7, side="right") - np.searchsorted(
        days, dates - 1, side="left"
    )
    best = np.sort(np.argsort(-count, kind="stable")[:n])
    return table.iloc[best[count[best] > 0]]


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int, lang: str) -> pd.DataFrame:
    if not stamp:
        return pd.DataFrame({"date": [], "label": [], "planned": []})
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    return pd.DataFrame({
        "date": pd.to_datetime(table["date_from"], errors="coerce"),
        "label": table["name_ar" if lang == "ar" else "name_en"],
        "planned": table["planned"] == "1",
    }).dropna(subset=["date"]).sort_values("date", ignore_index=True)  # fmt: skip
