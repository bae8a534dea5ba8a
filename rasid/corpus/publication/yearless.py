"""A date line without a year: its weekday, the rights line and the years of the text tell which year it was."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.publication.apart import apart
from rasid.corpus.publication.dating import EARLIEST, Stated, weekday
from rasid.language.dates import DateExpression, find_date_expressions

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_ADDRESS: Final = re.compile(r"[/=_-](20\d\d)[/_-]")
_NUMBER: Final = re.compile(r"\d")
_PARTICULARS: Final = 16
_WEEKDAYS_RETURN: Final = 12
"""Years looked back: a day of the year falls on the same weekday again after five, six or eleven."""


def yearless(layout: Layout, lines: list[Line]) -> Stated | None:
    """Return the day that a line below the title states without its year, when the page leaves one year only.

    A weekday leaves one year in six; the year of the rights line and of an address, and the latest year the
    text tells of, decide among those. Without a weekday rights and text must agree on the year.
    """
    for line in lines:
        if line.number <= layout.title_line or not (
            is_dateline_date(line) or _holds_day(line, layout)
        ):
            continue
        found = [
            e
            for e in _in_year(line.text, 2024)
            if e.grain in ("day", "minute") and _NUMBER.search(e.surface)
        ]  # "yesterday, Friday" is no day of the year
        if len(found) != 1 or found[0].explicit:
            continue
        if found[0].weekday is None and not is_dateline_date(line):
            continue
        if day := _resolved(line.text, found[0].weekday, layout):
            return Stated(day, day, "day", line.text.strip(), weekday=found[0].weekday)
    return None


def _holds_day(line: Line, layout: Layout) -> bool:
    """Tell a line of particulars between title and text, in which author, day and counters stand together."""
    between = 0 <= layout.title_line < line.number < layout.head
    return between and not line.is_prose and len(line.words) <= _PARTICULARS


def _in_year(text: str, year: int) -> list[DateExpression]:
    return find_date_expressions(apart(text), date(year, 12, 31))


def _resolved(text: str, named: int | None, layout: Layout) -> date | None:
    page = {int(y) for line in layout.lines for y in _page_years(line, layout)}
    told = [
        int(y)
        for line in layout.lines
        if line.number not in layout.reasons
        for y in _YEAR.findall(line.folded)
    ]
    told = [year for year in told if EARLIEST.year < year <= max(page, default=2100)]
    latest = max(page, default=0)
    if named is None:
        years = [latest] if latest and latest in told else []
    else:
        span = range(max([latest - _WEEKDAYS_RETURN, *told]), latest + 1) if latest else set(told)
        years = [year for year in span if _falls_on(text, year, named)]
        years = [latest] if latest in years else years
    days = [
        e.date_from for year in years for e in _in_year(text, year)[:1] if e.date_from.year == year
    ]
    return days[0] if len(days) == 1 else None


def _page_years(line: Line, layout: Layout) -> list[str]:
    """Return the years that the page itself bears: of its rights and in addresses."""
    if layout.reasons.get(line.number) == "copyright":
        return _YEAR.findall(line.folded)
    return _IN_ADDRESS.findall(line.text) if "http" in line.text else []


def _falls_on(text: str, year: int, named: int) -> bool:
    return any(
        weekday(e.date_from) == named and e.date_from.year == year for e in _in_year(text, year)[:1]
    )
