"""Time axes and their labels: months by name, given explicitly instead of by Plotly's locale.

Time runs left to right in both languages, on every axis, slider and saved picture; only bars are mirrored.
Arabic papers and agencies print their time series that way, numbers and dates inside an Arabic line are read
that way, and a chart pasted into a report stands beside others that run so. What would mislead is a mixture:
a slider that runs against the chart above it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pandas as pd

from rasid.charts.text import display

IRAQI_MONTHS: Final = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
IRAQI_SHORT: Final = (
    "ك2", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "ت1", "ت2", "ك1",
)  # fmt: skip
"""As Iraqi and Levantine papers shorten them on an axis."""
GREGORIAN_MONTHS: Final = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
ENGLISH_SHORT: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def day_text(day: Any, language: str) -> str:
    """Return a day for hover text: "9 كانون الأول/ديسمبر 2021", "9 Dec 2021"; "" for no day."""
    if pd.isna(day):
        return ""
    return f"{day.day} {month_text(day, language)}"


def month_text(day: Any, language: str) -> str:
    """Return a month and its year for hover text, in Arabic by both its names."""
    month = day.month - 1
    if language == "ar":
        return f"{IRAQI_MONTHS[month]}/{GREGORIAN_MONTHS[month]} {day.year}"
    return f"{ENGLISH_SHORT[month]} {day.year}"


def interval_text(start: Any, end: Any, language: str) -> str:
    """Return an interval for hover text: one day, one whole month, one whole year, or from – to."""
    if pd.isna(start):
        return ""
    if start == end or pd.isna(end):
        return day_text(start, language)
    whole = start.day == 1 and (end + pd.Timedelta(days=1)).day == 1
    if whole and (start.year, start.month) == (end.year, end.month):
        return month_text(start, language)
    if whole and start.year == end.year and (start.month, end.month) == (1, 12):
        return str(start.year)
    return f"{day_text(start, language)} – {day_text(end, language)}"


def short_interval(start: Any, end: Any, language: str) -> str:
    """Return an interval for a row label: one name a month, what both ends share said once."""
    if pd.isna(start):
        return ""
    months = IRAQI_MONTHS if language == "ar" else ENGLISH_SHORT
    last = f"{months[end.month - 1]} {end.year}"
    if start == end:
        return f"{end.day} {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {last}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {months[start.month - 1]}{year} – {end.day} {last}"


def period_text(period: Any, grain: str, language: str) -> str:
    """Return the name of a period that starts on `period`."""
    if grain in ("day", "week"):
        return day_text(period, language)
    return str(period.year) if grain == "year" else month_text(period, language)


def time_axis(first: Any, last: Any, language: str, ticks: int = 6) -> dict[str, Any]:
    """Return a Plotly date axis with explicit ticks at days, months or years.

    Args:
        first: First day to be shown.
        last: Last day to be shown.
        language: "ar" or "en".
        ticks: About how many labels fit; 6 still fit on 390 pixels.

    Returns:
        Keys of `layout.xaxis`: type, range, tickvals, ticktext (year under the first label of each
        year, so that a label stays short).
    """
    first, last = pd.Timestamp(first), pd.Timestamp(last)
    days = max((last - first).days, 1)
    if days <= 2:
        first, last, days = first - pd.Timedelta(days=1), last + pd.Timedelta(days=1), days + 2
    marks = _marks(first, last, days, ticks)
    years: set[int] = set()
    labels = []
    for mark in marks:
        label = _label(mark, days, language)
        if mark.year not in years and label != str(mark.year):
            label += f"<br>{mark.year}"
        years.add(mark.year)
        labels.append(label)
    pad = pd.Timedelta(days=days) * 0.03
    return {"type": "date", "range": [_day(first - pad), _day(last + pad)],
            "tickvals": [_day(mark) for mark in marks], "ticktext": labels,
            "tickangle": 0}  # fmt: skip


def _marks(first: pd.Timestamp, last: pd.Timestamp, days: int, ticks: int) -> list[pd.Timestamp]:
    """Return the days that get a label: first of a year, of a month, or plain days."""
    if days > 365 * 2.2:
        step = next((s for s in (1, 2, 5, 10, 20, 50) if days / 365 / s <= ticks), 100)
        years = range(first.year, last.year + 2)
        found = [pd.Timestamp(year, 1, 1) for year in years if year % step == 0]
    elif days > 45:
        step = next(s for s in (1, 2, 3, 6, 12) if days / 30.4 / s <= ticks * 1.2 or s == 12)
        months = pd.date_range(first.replace(day=1), last + pd.Timedelta(days=31), freq="MS")
        found = [month for month in months if (month.month - 1) % step == 0]
    else:
        found = list(pd.date_range(first, last, freq=f"{max(1, round(days / ticks + 0.49))}D"))
    return [mark for mark in found if first <= mark <= last] or [first]


def _label(mark: pd.Timestamp, days: int, language: str) -> str:
    if days > 365 * 2.2 and mark.month == mark.day == 1:
        return str(mark.year)
    names = IRAQI_SHORT if language == "ar" else ENGLISH_SHORT
    month = names[mark.month - 1]
    return display(month if days > 45 else f"{mark.day} {month}", language)


def _day(moment: date) -> str:
    return moment.strftime("%Y-%m-%d")
