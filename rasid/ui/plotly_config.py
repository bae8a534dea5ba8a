"""Plotly's own words: month and day names on time axes, toolbar tips, in the language of the page."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from babel.dates import get_day_names

from rasid.ui import formats, i18n

_TIPS: Final = ("Zoom", "Pan", "Zoom in", "Zoom out", "Autoscale", "Reset axes", "Box Select",
                "Lasso Select", "Double-click to zoom back out")  # fmt: skip


@cache
def config(lang: str) -> dict[str, Any]:
    """Return the `config` of every chart. `locale` alone does nothing: the names must come along."""
    days = get_day_names("wide", locale=lang)
    sunday_first = [days[(i + 6) % 7] for i in range(7)]
    names = list(formats.short_month_names(lang))
    words = {tip: i18n.text(f"plotly.{tip}", lang) for tip in _TIPS}
    local = {
        "dictionary": words,
        "format": {
            "days": sunday_first, "shortDays": sunday_first, "months": names, "shortMonths": names,
            "date": "%Y-%m-%d", "thousands": ",", "decimal": ".",
        },
    }  # fmt: skip
    return {
        "locale": lang,
        "locales": {lang: local},
        "displaylogo": False,
        "displayModeBar": False,  # Rasid's own downloads carry title, selection and fonts
        "responsive": True,
        "scrollZoom": False,
    }
