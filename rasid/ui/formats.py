"""Numbers and dates as each language writes them (CLDR through babel), digits Latin by default.

Arabic months carry both names, the Iraqi one and the Gregorian one beside it: "أيلول (سبتمبر) 2025".
"""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import lru_cache

from babel.dates import get_month_names
from babel.numbers import format_decimal, format_percent


@lru_cache(maxsize=16_384)  # a page writes a hundred numbers, mostly the same; 0.1 ms each
def number(value: float, lang: str, *, decimals: int = 2) -> str:
    """Return a number with the language's separators; "–" for a missing one."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "–"
    pattern = "#,##0" if float(value).is_integer() else "#,##0." + "#" * decimals
    return str(format_decimal(value, format=pattern, locale=lang, numbering_system="latn"))


def percent(share: float, lang: str) -> str:
    """Return a share (0–1) as a percentage; one decimal below 10 %."""
    if share is None or math.isnan(share):
        return "–"
    pattern = "#,##0.#%" if 0 < share < 0.1 else "#,##0%"
    return str(format_percent(share, format=pattern, locale=lang, numbering_system="latn"))


@lru_cache(maxsize=4)
def month_names(lang: str) -> tuple[str, ...]:
    """Return the twelve month names; Arabic ones as "أيلول (سبتمبر)"."""
    if lang != "ar":
        names = get_month_names("wide", locale="en")
        return tuple(names[i] for i in range(1, 13))
    iraqi = get_month_names("wide", locale="ar_IQ")
    gregorian = get_month_names("wide", locale="ar_EG")
    return tuple(f"{iraqi[i]} ({gregorian[i]})" for i in range(1, 13))


@lru_cache(maxsize=4)
def short_month_names(lang: str) -> tuple[str, ...]:
    """Return the twelve short names for axes and tight places: Iraqi in Arabic, "Sep" in English."""
    names = get_month_names(
        "wide" if lang == "ar" else "abbreviated", locale="ar_IQ" if lang == "ar" else "en"
    )
    return tuple(names[i] for i in range(1, 13))


def month(value: date, lang: str) -> str:
    """Return month and year: "أيلول (سبتمبر) 2025", "September 2025"."""
    return f"{month_names(lang)[value.month - 1]} {value.year}"


def day(value: date, lang: str) -> str:
    """Return a day: "9 أيلول (سبتمبر) 2025", "9 September 2025"."""
    return f"{value.day} {month(value, lang)}"


def short_day(value: date, lang: str) -> str:
    """Return a day with the short month name, for lines that must stay one line."""
    return f"{value.day} {short_month_names(lang)[value.month - 1]} {value.year}"


def interval(start: date | None, end: date | None, precision: str, lang: str) -> str:
    """Return a publication date as far as it is known; "" when nothing is.

    Args:
        start: First possible day.
        end: Last possible day.
        precision: minute, day, month, interval or unknown.
        lang: "ar" or "en".
    """
    start, end = _as_date(start), _as_date(end)
    if start is None or end is None:
        return ""
    if start == end:
        return day(start, lang)
    if precision == "month":
        return month(start, lang)
    return f"{short_day(start, lang)} – {short_day(end, lang)}"


@lru_cache(maxsize=16_384)  # two thousand rows of a table are of a few hundred days
def sortable(start: date | None, end: date | None, *, right: bool = False) -> str | None:
    """Return a publication date for a table's column: "2026-01-18", "2026-01-18 – 2026-01-20", None when unknown.

    A table sorts its columns by their text, and by their text "1 October 2025" stands before "23 February 2018".

    Args:
        start: First possible day.
        end: Last possible day.
        right: On a page from right to left the first day stands at the right; each day keeps its own order.
    """
    first, last = _as_date(start), _as_date(end)
    if first is None or last is None:
        return None
    days = [str(day) for day in dict.fromkeys((first, last))]
    if right:
        return "\u061c" + " – ".join(f"\u2066{day}\u2069" for day in days)
    return " – ".join(days)


def period(start: date | None, grain: str) -> str | None:
    """Return a period for a table's column: "2025", "2025 Q3", "2025-09", else its first day; None when unknown.

    By their texts periods stand in order.
    """
    first = _as_date(start)
    if first is None:
        return None
    if grain == "quarter":
        return f"{first.year} Q{(first.month + 2) // 3}"
    return str(first)[: {"year": 4, "month": 7}.get(grain)]


def iso_span(start: date | None, end: date | None) -> str:
    """Return "2025-01-01/2025-02-01" for file names and citations; one day alone; "" when open."""
    first, last = _as_date(start), _as_date(end)
    if first is None and last is None:
        return ""
    if first == last:
        return str(first)
    return f"{first or '…'}/{last or '…'}"


def _as_date(value: object) -> date | None:
    """Return a date of a date, timestamp or missing value (pandas hands out all three)."""
    if value is None or value != value:  # NaT and NaN differ from themselves
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def p_value(p: float) -> str:
    """Return a probability to four places, "< 0.0001" below that, "" where none is given.

    Smaller ones are no stronger evidence for a reader, and 2.49e-10 beside 0.0505 cannot be compared by eye.
    """
    if p is None or math.isnan(p):
        return ""
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}"
