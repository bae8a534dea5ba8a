"""What a date expression means before it is set against a reference date.

Each value has `resolve(reference, previous)`: the inclusive interval it stands for when the text is written on the day
`reference`, `previous` being the interval of the date before it in the text (for "the following year"). It returns None
when what it needs is missing. Values nest: the end of (September of (next year)). None is ever changed; they are not
declared frozen because that makes them eight times as dear.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from rasid.language.calendar import (
    hijri_interval,
    hijri_year_month,
    make_date,
    month_interval,
    weekday_of,
)
from rasid.language.dates.parts import SEASONS, Interval, part_of

_DAY: Final = timedelta(days=1)


class Value(Protocol):
    """A meaning that becomes an interval; `explicit` tells that it needs no reference."""

    @property
    def grain(self) -> str:
        """The unit the interval is known to."""

    @property
    def explicit(self) -> bool:
        """True when the interval depends on nothing outside the expression."""

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the interval, or None when a reference is needed and absent."""


@dataclass(slots=True, unsafe_hash=True)
class Fixed:
    """An interval that is known as it stands (17 آب 2025، عام 2003)."""

    first: date
    last: date
    grain: str
    calendar: str = "gregorian"
    explicit: bool = True

    def resolve(self, _reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the interval itself."""
        return self.first, self.last


@dataclass(slots=True, unsafe_hash=True)
class NoDate:
    """The meaning of words that look like a date and name something else (ثورة 25 يناير): never an interval."""

    grain: str = "day"
    explicit: bool = False

    def resolve(self, _reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return None."""
        return None


@dataclass(slots=True, unsafe_hash=True)
class Named:
    """A month, or a day of a month, without its year.

    direction: -1 the latest before the reference (يوليو الماضي), 1 the next after it (أيلول المقبل), 0 of the running
    year, None the nearest, the past being preferred (an event is reported more often than announced). A weekday beside
    the day settles the year. tense is 1 in a clause that looks ahead, -1 in one that tells an event, -2 after منذ,
    -3 in one that tells what nobody arranges.
    """

    month: int
    day: int | None = None
    direction: int | None = None
    weekday: int | None = None
    hijri: bool = False
    tense: int = 0
    explicit: bool = False

    @property
    def grain(self) -> str:
        """Day or month."""
        return "day" if self.day else "month"

    def _candidates(self, reference: date) -> list[Interval]:
        found: list[Interval] = []
        year = hijri_year_month(reference)[0] if self.hijri else reference.year
        reach = 4 if (self.month, self.day) == (2, 29) else 2 if self.hijri or self.weekday else 1
        for shift in range(-reach, reach + 1):
            if self.hijri:
                interval = hijri_interval(year + shift, self.month, self.day)
            elif self.day is None:
                interval = month_interval(year + shift, self.month)
            else:
                day = make_date(year + shift, self.month, self.day)
                interval = (day, day) if day else None
            if interval:
                found.append(interval)
        return found

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the day or month of the year the direction asks for."""
        if reference is None:
            return None
        if self.tense == _SINCE and self.direction is None and not self.hijri:
            remembered = _REMEMBERED.get((self.month, self.day or 0))
            if remembered and remembered < reference:
                return remembered, remembered
        candidates = self._candidates(reference)
        if self.weekday is not None and self.day:
            named = [c for c in candidates if weekday_of(c[0]) == self.weekday]
            candidates = named or candidates
        if self.direction == -1:
            candidates = [c for c in candidates if c[1] < reference][-1:]
        elif self.direction == 1:
            candidates = [c for c in candidates if c[0] > reference][:1]
        elif self.direction == 0 and not self.hijri:
            candidates = [c for c in candidates if c[0].year == reference.year]
        elif self.tense < 0 and self.direction is None:
            # An event told without its year (في 26 تموز) may be one fixed for the coming weeks; since a day never is.
            soon = reference + (self.day is not None and self.tense == -1) * _WEEKS
            candidates = [c for c in candidates if c[0] <= soon]
        return min(candidates, key=lambda c: _distance(c, reference, self.tense > 0), default=None)


def _distance(interval: Interval, reference: date, ahead: bool) -> float:
    """Days between an interval and the reference; a day ahead weighs 1.7 days back, half a day in future tense.

    Beyond a season ahead it weighs three: of 36 such days and months read, most of the far ones lay behind.
    """
    if interval[1] < reference:
        return (reference - interval[1]).days
    days = max(0, (interval[0] - reference).days)
    return days * (0.5 if ahead else 1.7 if days < _SEASON else 3)


_SINCE: Final = -2
# Since these days, written without their year, things are the way they are; a year on they still mean the first.
_REMEMBERED: Final = {(10, 7): date(2023, 10, 7), (9, 11): date(2001, 9, 11)}
_SEASON: Final = 95
_WEEKS: Final = timedelta(days=30)


@dataclass(slots=True, unsafe_hash=True)
class Within:
    """A month, or a day of a month, of a year that is itself a value (سبتمبر من العام المقبل)."""

    year: Value
    month: int
    day: int | None = None
    hijri: bool = False

    @property
    def grain(self) -> str:
        """Day or month."""
        return "day" if self.day else "month"

    @property
    def explicit(self) -> bool:
        """As its year."""
        return self.year.explicit

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the month or day inside the year."""
        year = self.year.resolve(reference, previous)
        if year is None:
            return None
        if self.hijri:
            return hijri_within(year[0].year, self.month, self.day)
        if self.day is None:
            return month_interval(year[0].year, self.month)
        day = make_date(year[0].year, self.month, self.day)
        return (day, day) if day else None


def hijri_within(year: int, month: int, day: int | None) -> Interval | None:
    """Return the Hijri month or day that begins in a Gregorian year (رمضان 2018), from 1925 to 2076."""
    if not 1925 <= year <= 2076:
        return None
    around = hijri_year_month(date(year, 7, 1))[0]
    for hijri_year in (around, around - 1, around + 1):
        found = hijri_interval(hijri_year, month, day)
        if found and found[0].year == year:
            return found
    return None


@dataclass(slots=True, unsafe_hash=True)
class DayIn:
    """A day of a month that is itself a value (السادس من الشهر الجاري)."""

    month: Value
    day: int
    grain: str = "day"

    @property
    def explicit(self) -> bool:
        """As its month."""
        return self.month.explicit

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the day, or None when the month is shorter."""
        month = self.month.resolve(reference, previous)
        if month is None:
            return None
        day = month[0] + timedelta(days=self.day - 1)
        return (day, day) if day <= month[1] else None


@dataclass(slots=True, unsafe_hash=True)
class Part:
    """A part of an interval: begin, middle, end, q1–q4, h1, h2, t1–t3, w1–w4, w9 (the last week), or a season.

    m3 and m-3 are the first and the last three months of a year, d10 and d-10 the first and the last days of a month.
    """

    whole: Value
    part: str

    @property
    def grain(self) -> str:
        """Week, quarter, season, or the grain of the whole."""
        if self.part in SEASONS:
            return "season"
        if self.part[0] in "qht" and self.whole.grain == "year":
            return "quarter"
        counted = {"m": "month", "d": "day"}.get(self.part[0]) if self.part[-1].isdigit() else None
        return counted or self.whole.grain

    @property
    def explicit(self) -> bool:
        """As the whole."""
        return self.whole.explicit

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the part of the resolved whole."""
        whole = self.whole.resolve(reference, previous)
        return part_of(whole, self.whole.grain, self.part) if whole else None


_GRAINS: Final = (
    "minute",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
)


@dataclass(slots=True, unsafe_hash=True)
class Between:
    """From the start of one value to the end of another (من 3 إلى 5 آذار، بين 2014 و2017)."""

    a: Value
    b: Value

    @property
    def grain(self) -> str:
        """The finer grain of the two."""
        return min(self.a.grain, self.b.grain, key=_GRAINS.index)

    @property
    def explicit(self) -> bool:
        """Explicit when both ends are."""
        return self.a.explicit and self.b.explicit

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the interval that covers both ends."""
        a = self.a.resolve(reference, previous)
        b = self.b.resolve(reference, a or previous)
        if a and b and b[0] < a[0] and isinstance(self.a, Named) and isinstance(self.b, Named):
            return self._months(self.a, self.b, reference)
        if a and b and b[0] < a[0] and hasattr(self.b, "ahead"):
            b = b[0] + 7 * _DAY, b[1] + 7 * _DAY  # من الأحد إلى الثلاثاء, written on a Sunday
        return (min(a[0], b[0]), max(a[1], b[1])) if a and b else None

    @staticmethod
    def _months(a: Named, b: Named, reference: date | None) -> Interval | None:
        """Return the nearest range of two months of which the second follows (بين تشرين الأول وكانون الأول)."""
        if reference is None:
            return None
        lasts, firsts = b._candidates(reference), a._candidates(reference)
        found = [
            (max(first[0] for first in firsts if first[0] <= last[0]), last[1])
            for last in lasts
            if firsts[0][0] <= last[0]
        ]
        return min(found, key=lambda c: _distance(c, reference, b.tense > 0), default=None)
