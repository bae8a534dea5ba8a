"""Meanings told from the day of writing (yesterday, next month) or from the date before (the following year)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rasid.language.calendar import (
    add_months,
    hijri_interval,
    hijri_year_month,
    month_interval,
    week_interval,
    weekday_of,
)
from rasid.language.dates.parts import Interval, part_of
from rasid.language.dates.values import Value

_DAY: Final = timedelta(days=1)


def shifted(day: date, unit: str, n: int) -> Interval:
    """Return the day, week, month, year or decade of a date, moved by `n` of them."""
    if unit == "day":
        return day + n * _DAY, day + n * _DAY
    if unit == "week":
        return week_interval(day + 7 * n * _DAY)
    if unit == "month":
        return month_interval(day.year, day.month + n)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1 + 3 * n
        return month_interval(day.year, first)[0], month_interval(day.year, first + 2)[1]
    width = 10 if unit == "decade" else 100 if unit == "century" else 1
    first_year = day.year // width * width + width * n
    return date(first_year, 1, 1), date(first_year + width - 1, 12, 31)


@dataclass(slots=True, unsafe_hash=True)
class Shift:
    """The unit around the reference, moved (الشهر المقبل = month, 1; العام الجاري = year, 0)."""

    grain: str
    n: int
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the moved unit."""
        return shifted(reference, self.grain, self.n) if reference else None


@dataclass(slots=True, unsafe_hash=True)
class Quarter:
    """A quarter of accounts without its year: the latest begun, or when the clause looks ahead the first not over."""

    number: int
    ahead: bool = False
    grain: str = "quarter"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the quarter."""
        if reference is None:
            return None
        last = 3 * self.number
        found = [
            (month_interval(year, last - 2)[0], month_interval(year, last)[1])
            for year in range(reference.year - 1, reference.year + 2)
        ]
        if self.ahead:
            return next((q for q in found if q[1] >= reference), None)
        return [q for q in found if q[0] <= reference][-1]


@dataclass(slots=True, unsafe_hash=True)
class NewYear:
    """The new year (مع بداية العام الجديد): the one about to begin in the second half of a year, else the one begun."""

    grain: str = "year"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the year."""
        return shifted(reference, "year", int(reference.month > 6)) if reference else None


@dataclass(slots=True, unsafe_hash=True)
class HijriYear:
    """The Hijri year around the reference, moved by `n`; a new one is the next from the second half of a year on."""

    n: int
    new: bool = False
    grain: str = "year"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the Gregorian interval of the Hijri year."""
        if reference is None:
            return None
        year, month = hijri_year_month(reference)
        return hijri_interval(year + self.n + int(self.new and month > 6), None, None)


@dataclass(slots=True, unsafe_hash=True)
class SchoolYear:
    """The school year, September to June, around the reference, moved by `n`; a new one is the next from July on."""

    n: int
    new: bool = False
    grain: str = "year"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return September to June."""
        if reference is None:
            return None
        begun = reference.year - (reference.month < 9)
        first = begun + self.n + int(self.new and 6 <= reference.month < 9)
        return date(first, 9, 1), date(first + 1, 6, 30)


@dataclass(slots=True, unsafe_hash=True)
class DayBeside:
    """A day told from the reference with its weekday beside it (اليوم الأربعاء، أمس السبت).

    Where the two disagree the weekday is believed: the text was written some days before it was published.
    """

    n: int
    weekday: int
    grain: str = "day"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the day of that weekday at most two days after the day told, else the one before it."""
        if reference is None:
            return None
        day = reference + self.n * _DAY
        ahead = (self.weekday - weekday_of(day)) % 7
        shift = ahead if ahead <= 2 else ahead - 7
        return day + shift * _DAY, day + shift * _DAY


@dataclass(slots=True, unsafe_hash=True)
class Anaphor:
    """The unit around the previous date of the text, moved (العام التالي = year, 1; الشهر نفسه = month, 0)."""

    grain: str
    n: int
    explicit: bool = False

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the moved unit; without a date before it only a year, told from the reference, else None."""
        if self.grain == "day" and previous and previous[0] != previous[1]:
            return None  # the day after a month
        day = previous[0] if previous else reference if self.grain == "year" else None
        return shifted(day, self.grain, self.n) if day else None


@dataclass(slots=True, unsafe_hash=True)
class SameMonth:
    """The month of the previous date, of a year that is itself a value (الشهر نفسه من العام الماضي)."""

    year: Value
    grain: str = "month"
    explicit: bool = False

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the month, or None when no date stands before it."""
        year = self.year.resolve(reference, previous)
        return month_interval(year[0].year, previous[0].month) if year and previous else None


@dataclass(slots=True, unsafe_hash=True)
class WeekdayIn:
    """A weekday counted within a month that is itself a value (الجمعة الثالثة من آذار); n = -1 is the last one."""

    month: Value
    weekday: int
    n: int
    grain: str = "day"

    @property
    def explicit(self) -> bool:
        """As its month."""
        return self.month.explicit

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the day, or None when the month has fewer of them."""
        month = self.month.resolve(reference, previous)
        if month is None:
            return None
        if self.n < 0:
            day = month[1] - timedelta(days=(weekday_of(month[1]) - self.weekday) % 7)
        else:
            ahead = (self.weekday - weekday_of(month[0])) % 7
            day = month[0] + timedelta(days=ahead + 7 * (self.n - 1))
        return (day, day) if day <= month[1] else None


@dataclass(slots=True, unsafe_hash=True)
class Weekday:
    """A weekday: the latest not after the reference (n = 0), the one before it (-1), the next (1).

    With `ahead` the clause speaks of what is to come: the first not before the reference. With `after` it is listed
    after another weekday (الأحد والاثنين المقبلين) and follows it.
    """

    weekday: int
    n: int = 0
    ahead: bool = False
    after: bool = False
    grain: str = "day"
    explicit: bool = False

    def resolve(self, reference: date | None, previous: Interval | None, /) -> Interval | None:
        """Return the day."""
        if reference is None:
            return None
        back = (weekday_of(reference) - self.weekday) % 7
        if self.ahead:
            back = -((-back) % 7)
        elif self.n < 0 and back == 0:
            back = 7
        day = reference - back * _DAY if self.n <= 0 else reference + (7 - back) * _DAY
        if self.after and self.n > 0 and previous and day < previous[0] < day + 7 * _DAY:
            day += 7 * _DAY
        return day, day


@dataclass(slots=True, unsafe_hash=True)
class Weekend:
    """The latest Friday and Saturday that have begun (نهاية الأسبوع of a clause that tells events)."""

    grain: str = "week"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the two days."""
        if reference is None:
            return None
        friday = reference - (weekday_of(reference) - 5) % 7 * _DAY
        return friday, friday + _DAY


@dataclass(slots=True, unsafe_hash=True)
class Offset:
    """A point `n` units away (قبل شهرين، بعد عشرة أيام)."""

    unit: str
    n: int
    explicit: bool = False
    grain: str = "day"

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the day reached from the reference."""
        day = moved(reference, self.unit, self.n) if reference else None
        return (day, day) if day else None


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """The `n` units up to the reference (n < 0: العامين الماضيين) or from it on (خلال عامين)."""

    unit: str
    n: int
    explicit: bool = False

    @property
    def grain(self) -> str:
        """The unit counted."""
        return self.unit

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the interval with the reference at one end."""
        other = moved(reference, self.unit, self.n) if reference else None
        if reference is None or other is None:
            return None
        return (other, reference) if self.n < 0 else (reference, other)


def moved(day: date, unit: str, n: int) -> date | None:
    """Return the date `n` units away, or None outside the years 1–9999."""
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            return add_months(day, months * n)
        return day + timedelta(days=n * {"day": 1, "week": 7}[unit])
    except (OverflowError, ValueError):
        return None


@dataclass(slots=True, unsafe_hash=True)
class Season:
    """The latest season that is over (n = -1), the running or nearest one (0), the next to begin (1)."""

    season: str
    n: int
    grain: str = "season"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the season against the reference."""
        if reference is None:
            return None
        years = range(reference.year - 2, reference.year + 3)
        found = [part_of((date(y, 1, 1), date(y, 12, 31)), "year", self.season) for y in years]
        if self.n < 0:
            return [s for s in found if s[1] < reference][-1]
        if self.n > 0:
            return next(s for s in found if s[0] > reference)
        return min(found, key=lambda s: max((s[0] - reference).days, (reference - s[1]).days, 0))
