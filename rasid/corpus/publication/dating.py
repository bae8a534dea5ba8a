"""One stated date: a field, a date line or an address becomes a day, a month or an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

from rasid.corpus.publication.apart import apart
from rasid.language import fold
from rasid.language.dates import DateExpression, find_date_expressions, month_number

EARLIEST: Final = date(1990, 1, 1)
"""No Arabic news site is older; an earlier day on a page is a slip or the story's own past."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as stated: an inclusive interval, its precision, the verbatim text, and doubts about it.

    doubt is "" or the words for the `problems` table when weekday and day disagree; `alternative` is the
    other reading of a day and month that could be either.
    """

    first: date
    last: date
    precision: str
    surface: str
    doubt: str = ""
    alternative: date | None = None
    open_order: bool = False  # nothing shows which of two numbers is the month
    weekday: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.first == self.last


def weekday(day: date) -> int:
    """Return the weekday as the language room counts it: 0 = Sunday … 6 = Saturday."""
    return (day.weekday() + 1) % 7


_ISO: Final = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T@ ]+(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|GMT|UTC|[+-]\d\d:?\d\d)?)?\s*$"
)
_INTERVAL: Final = re.compile(r"\s*(\d{4}-\d\d(?:-\d\d)?)\s*/\s*(\d{4}-\d\d(?:-\d\d)?)\s*$")
_MONTH_ONLY: Final = re.compile(r"\s*(\d{4})-(\d\d)\s*$")
_EPOCH: Final = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*$")
_TWO_NUMBERS: Final = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?((?:19|20)\d\d)(?!\d)"
)
_SLASHED: Final = re.compile(r"\d\s?/\s?\d")
_ENGLISH_CLOCK: Final = re.compile(
    r"\d:\d\d:\d\d\s*[ap]m|\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\b", re.I
)


@lru_cache(maxsize=4096)
def read_date(text: str) -> Stated | None:
    """Return the date that a date field or line states, or None.

    Read are ISO 8601 (day, month, interval, with time), RFC 5322, Unix seconds, and whatever
    `find_date_expressions` knows of written dates. Of day and month in numbers the day comes first, as the
    Arab press writes them; an order that cannot be is turned round; with an English clock beside it (the
    mark of an untranslated site) both readings stay open.
    """
    if match := _ISO.match(text):
        return _iso(match, text)
    if match := _INTERVAL.match(text):
        first, last = _bounds(match.group(1)), _bounds(match.group(2))
        return Stated(first[0], last[1], "interval", text.strip()) if first and last else None
    if match := _MONTH_ONLY.match(text):
        bounds = _bounds(match.group().strip())
        return Stated(*bounds, "month", text.strip()) if bounds else None
    if match := _EPOCH.match(text):
        day = datetime.fromtimestamp(int(match.group(1)), UTC).date()
        return Stated(day, day, "minute", text.strip())
    return _written(text) or _rfc(text)


def _iso(match: re.Match[str], text: str) -> Stated | None:
    try:
        day = date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    except ValueError:
        return None
    return Stated(day, day, "minute" if match.group(4) else "day", text.strip())


def _bounds(text: str) -> tuple[date, date] | None:
    try:
        if len(text) == 10:
            return (day := date.fromisoformat(text)), day
        first = date(int(text[:4]), int(text[5:7]), 1)
    except ValueError:
        return None
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _rfc(text: str) -> Stated | None:
    try:
        day = parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
    return Stated(day, day, "minute", text.strip())


def _written(text: str) -> Stated | None:
    found = [e for e in find_date_expressions(apart(text), None) if e.explicit]
    found = [e for e in found if e.grain in ("minute", "day", "month")]
    if not found:
        return None
    best = min(found, key=lambda e: (e.grain == "month", e.calendar == "hijri", e.start))
    return _checked(best, text)


def _checked(found: DateExpression, text: str) -> Stated | None:
    first, last, surface = found.date_from, found.date_to, text.strip()
    precision = {"minute": "minute", "day": "day"}.get(found.grain, "month")
    stated = Stated(first, last, precision, surface, weekday=found.weekday)
    if precision == "month" or first != last:
        return stated
    other = _other_order(found.surface, first)
    if found.weekday is not None and found.weekday != weekday(first):
        if other and weekday(other) == found.weekday:
            return replace(stated, first=other, last=other)
        if found.calendar == "hijri":
            near = next((d for d in (first - timedelta(1), first + timedelta(1))
                         if weekday(d) == found.weekday), None)  # fmt: skip
            if near:
                return replace(stated, first=near, last=near)
        return replace(stated, doubt=surface)
    if found.calendar == "hijri" and found.weekday is None:
        # The month begins a day sooner or later from country to country.
        return replace(
            stated, first=first - timedelta(1), last=first + timedelta(1), precision="interval"
        )
    untranslated = bool(_ENGLISH_CLOCK.search(text))
    if other and found.weekday is None and (untranslated or _SLASHED.search(text)):
        # With dots or dashes between them the day comes first wherever Arabic is written.
        return replace(stated, alternative=other, open_order=untranslated)
    return stated


def _other_order(surface: str, day: date) -> date | None:
    match = _TWO_NUMBERS.search(fold(surface).text)
    if not match or match.group(1) == match.group(2):
        return None
    try:
        return date(int(match.group(3)), day.day, day.month)
    except ValueError:
        return None


_PATH_DATES: Final = (
    re.compile(r"[/=_-]((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_?&.#-]|$)"),
    re.compile(r"[/=_-]((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)"),
    # The section between the year and the day: CNN's /2013/middle_east/8/3/.
    re.compile(r"/((?:19|20)\d\d)(?:/[A-Za-z][A-Za-z_-]*){1,2}/(\d{1,2})/(\d{1,2})(?=/)"),
)
_PATH_DAY_FIRST: Final = (
    re.compile(r"[/=_-](\d{1,2})[/_-](\d{1,2})[/_-]((?:19|20)\d\d)(?=[/_?&.#-]|$)"),
    re.compile(r"[/=_-]([0-2]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d\d)(?!\d)"),
)
# "/2024/mar/12/", "-12-march-2024": the month by its English name.
_PATH_NAMED: Final = re.compile(
    r"[/=_-](?:((?:19|20)\d\d)[/_-]([a-z]{3,9})[/_-](\d{1,2})|(\d{1,2})[/_-]([a-z]{3,9})[/_-]((?:19|20)\d\d))(?=[/_?&.#-]|$)",
    re.I,
)
# "news20240312-5.htm": the day behind a word and before a sign.
_PATH_WORD: Final = re.compile(
    r"[/=_-][a-z]{2,12}((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?=[_.-]|/|$)", re.I
)
_PATH_MONTH: Final = re.compile(r"[/=]((?:19|20)\d\d)[/-](\d{1,2})(?=/)")


@lru_cache(maxsize=4096)
def date_in_url(url: str) -> Stated | None:
    """Return the date an address holds.

    Read are `/2025/8/17/`, `-2025-08-17`, `20250817`, `cdate=17082025`, `/2025/news/8/17/`, `/2025/aug/17/`,
    `news20250817-5.htm` and `/2025/08/`.
    """
    for rule in _PATH_DATES:
        for match in rule.finditer(url):
            if found := _path_day(match.group(1), match.group(2), match.group(3), match.group()):
                return found
    for rule in _PATH_DAY_FIRST:
        for match in rule.finditer(url):
            if found := _path_day(match.group(3), match.group(2), match.group(1), match.group()):
                return found
    if found := _path_named(url):
        return found
    month = _PATH_MONTH.search(url)
    if month is None or not 1 <= int(month.group(2)) <= 12:
        return None
    bounds = _bounds(f"{month.group(1)}-{int(month.group(2)):02d}")
    return Stated(*bounds, "month", month.group().strip("/=")) if bounds else None


def _path_named(url: str) -> Stated | None:
    """Return the day of an address that names its month in English, or glues the day to a word."""
    for match in _PATH_NAMED.finditer(url):
        year, name, day = match.group(1, 2, 3) if match.group(1) else match.group(6, 5, 4)
        month = month_number(name.lower())
        if month and (found := _path_day(year, str(month), day, match.group())):
            return found
    for match in _PATH_WORD.finditer(url):
        if found := _path_day(match.group(1), match.group(2), match.group(3), match.group()):
            return found
    return None


def _path_day(year: str, month: str, day: str, surface: str) -> Stated | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return Stated(found, found, "day", surface.strip("/=_-"))
