"""Parts of an interval by the house conventions: the beginning of a month, the end of a year, a half, a season."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rasid.language.calendar import month_interval

Interval = tuple[date, date]
_DAY: Final = timedelta(days=1)

SEASONS: Final = {"winter": (12, 2), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_YEAR_PARTS: Final = {
    "begin": (1, 2), "middle": (5, 8), "end": (12, 12), "h1": (1, 6), "h2": (7, 12),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "t1": (1, 4), "t2": (5, 8), "t3": (9, 12),
}  # fmt: skip


_MONTH_PARTS: Final = {
    "begin": (0, 9), "middle": (10, 19), "end": (20, 40), "h1": (0, 14), "h2": (15, 40),
    "t1": (0, 9), "t2": (10, 19), "t3": (20, 40),
    "w1": (0, 6), "w2": (7, 13), "w3": (14, 20), "w4": (21, 27), "w9": (-6, 0),
}  # fmt: skip


def part_of(whole: Interval, grain: str, part: str) -> Interval:
    """Return a part of an interval by the house conventions.

    A month: days 1–10, 11–20, 21–last; a year: January–February, May–August, December; a week: Sunday–Tuesday,
    Tuesday–Thursday, Friday–Saturday; a decade: its first three, middle four, last three years. The winter of a year
    is the one that ends in it, except that December belongs to the winter beginning then: December of the year
    before to February.
    """
    first, last = whole
    if part in SEASONS:
        begin, finish = SEASONS[part]
        year = last.year  # شتاء 2024-2025 is the winter between them
        return month_interval(year - (begin > finish), begin)[0], month_interval(year, finish)[1]
    if part[0] in "md" and part[-1].isdigit():
        return _counted_part(whole, part[0], int(part[1:]))
    if grain == "year" and first.day != 1 and (last - first).days < 366:
        return _hijri_year_part(whole, part)
    if grain == "year":
        begin, finish = _YEAR_PARTS[part]
        return month_interval(first.year, begin)[0], month_interval(first.year, finish)[1]
    if grain == "week":
        cut = {"begin": (0, 2), "middle": (2, 4), "end": (5, 6)}[part]
        return first + cut[0] * _DAY, first + cut[1] * _DAY
    if grain == "decade":
        years = {"begin": (0, 2), "middle": (3, 6), "end": (7, 9), "h1": (0, 4), "h2": (5, 9)}[part]
        return date(first.year + years[0], 1, 1), date(first.year + years[1], 12, 31)
    if grain in ("century", "quarter"):
        return _of_years(whole, part) if grain == "century" else _of_months(whole, part)
    if grain != "month":
        return whole
    cut = _MONTH_PARTS[part]
    if cut[0] < 0:
        return last + cut[0] * _DAY, last
    return first + cut[0] * _DAY, min(first + cut[1] * _DAY, last)


_CENTURY_PARTS: Final = {
    "begin": (0, 9), "middle": (40, 59), "end": (90, 99), "h1": (0, 49), "h2": (50, 99),
    "q1": (0, 24), "q2": (25, 49), "q3": (50, 74), "q4": (75, 99), "t1": (0, 33), "t2": (33, 66), "t3": (67, 99),
}  # fmt: skip


def _of_years(whole: Interval, part: str) -> Interval:
    """Return a part of a century: its first ten years, the twenty in its middle, its last ten, a half, a quarter."""
    cut, first = _CENTURY_PARTS[part], whole[0].year
    return date(first + cut[0], 1, 1), date(first + cut[1], 12, 31)


def _of_months(whole: Interval, part: str) -> Interval:
    """Return the first month of a quarter, its last, or what lies between them; of a half likewise."""
    first, last = whole
    if part == "begin":
        return month_interval(first.year, first.month)
    if part == "end":
        return month_interval(last.year, last.month)
    return month_interval(first.year, first.month + 1)[0], month_interval(
        last.year, last.month - 1
    )[1]


def _hijri_year_part(whole: Interval, part: str) -> Interval:
    """Return a part of a Hijri year by the days that its months take of 354."""
    begin, finish = _YEAR_PARTS[part]
    first, last = whole
    return first + int((begin - 1) * 29.5) * _DAY, min(first + int(finish * 29.5) * _DAY, last)


def _counted_part(whole: Interval, unit: str, n: int) -> Interval:
    """Return the first `n` months or days of an interval, or with a negative `n` its last."""
    first, last = whole
    if unit == "d":
        step = (abs(n) - 1) * _DAY
        return (first, min(first + step, last)) if n > 0 else (max(last - step, first), last)
    if n > 0:
        return first, min(month_interval(first.year, first.month + n - 1)[1], last)
    return max(month_interval(last.year, last.month + n + 1)[0], first), last
