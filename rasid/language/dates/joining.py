"""How neighbouring dates join: ranges, a day told in two calendars, months that share a year."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rasid.language.calendar import make_date
from rasid.language.dates.match import Match
from rasid.language.dates.tense import ends_sentence, looks_back
from rasid.language.dates.values import Between, Fixed, Named, Value, Within
from rasid.language.dates.values_relative import Shift, Weekday
from rasid.language.numbers_scan import Words

_SAME_DAY: Final[tuple[list[str], ...]] = ([], ["الموافق"], ["الموافقه"], ["المصادف"], ["يوم"])
_BETWEEN: Final = 3  # words between the two days of a range, at most: إلى غاية يوم
_THROUGH: Final = frozenset(("الي", "والي", "حتي", "وحتي", "لغايه", "ولغايه"))
_REST: Final = frozenset(("غايه", "يوم", "تاريخ"))


def joined(w: Words, matches: list[Match]) -> list[Match]:
    """Join neighbours into ranges and a Hijri date with its Gregorian twin."""
    found = [matches[0]]
    for match in matches[1:]:
        last = found[-1]
        near = match.first - last.end <= _BETWEEN
        pair = None
        if near:
            pair = _twin(w, last, match) or _told_twice(w, last, match) or _range(w, last, match)
        if pair:
            found[-1] = pair
        else:
            found.append(match)
    for k in range(1, len(found)):
        found[k] = _after_a_day_ahead(w, found[k - 1], found[k])
    for k in range(len(found) - 1, 0, -1):
        if isinstance(found[k - 1].value, Named):
            found[k - 1] = _with_year(w, found[k - 1], found[k])
    return found


def _after_a_day_ahead(w: Words, a: Match, b: Match) -> Match:
    """Read a weekday after one to come in its sentence as one to come: يلعبان الاثنين، ثم الثلاثاء."""
    if not (isinstance(a.value, Weekday) and isinstance(b.value, Weekday)):
        return b
    if b.value.ahead or b.value.n or not (a.value.ahead or a.value.n > 0):
        return b
    told = any(ends_sentence(w.gaps[k]) for k in range(a.end, b.first + 1))
    return b if told or looks_back(w, b.first) else b._replace(value=replace(b.value, ahead=True))


def _with_year(w: Words, a: Match, b: Match) -> Match:
    """Give a month the year written once after a list of months (في تموز وآب 2024)."""
    if not isinstance(a.value, Named) or a.value.direction is not None or a.value.hijri:
        return a
    year = b.value.year if isinstance(b.value, Within) else b.value
    if not isinstance(year, Fixed) or year.grain not in ("day", "month", "year"):
        return a
    if year is b.value and (year.grain == "year" or year.calendar == "hijri"):
        return a
    listed = w.near(b.first) and w.words[b.first].startswith("و")
    if not (w.words[a.end : b.first] == ["و"] or (a.end == b.first and listed)):
        return a
    day = make_date(year.first.year, a.value.month, a.value.day or 1)
    if day is None or day > year.last:
        return a
    whole = Fixed(day.replace(month=1, day=1), day.replace(month=12, day=31), "year")
    return a._replace(value=Within(whole, a.value.month, a.value.day))


def _twin(w: Words, a: Match, b: Match) -> Match | None:
    """Join the same day in two calendars (5/3/1439هـ الموافق 23/11/2017م); the Gregorian value is kept."""
    if not (isinstance(a.value, (Fixed, Named)) and isinstance(b.value, (Fixed, Named))):
        return None
    if _calendar(a.value) == _calendar(b.value) or a.value.grain != b.value.grain:
        return None
    between = w.words[a.end : b.first]
    gap = w.gaps[b.first].strip()
    if (
        between[:1] not in _SAME_DAY
        or (len(between) == 2 and between[1] not in ("ل", "ليوم", "لليوم", "يوم"))
        or len(gap) > 2
    ):
        return None
    if not between and gap not in ("-", "–", "/", "(", "،", "=", ""):
        return None
    kept = b if _calendar(b.value) == "gregorian" else a
    return kept._replace(first=a.first, end=b.end, weekday=a.weekday if a.weekday is not None else b.weekday,
                   stop=_closing(w, b), time=b.time or a.time)  # fmt: skip


def _told_twice(w: Words, a: Match, b: Match) -> Match | None:
    """Join a weekday with its direction and the day it falls on (الأحد المقبل الموافق 14 أيلول)."""
    if not (isinstance(a.value, Weekday) and isinstance(b.value, (Fixed, Named))):
        return None
    falls = w.words[a.end : b.first] in (["الموافق"], ["المصادف"]) and w.near(a.end)
    if not falls or b.value.grain != "day":
        return None
    return b._replace(first=a.first, weekday=a.weekday)


def _closing(w: Words, b: Match) -> int | None:
    if "(" in w.gaps[b.first] and w.gaps[b.end].startswith(")"):
        return w.end(b.end - 1) + 1
    return b.stop


def _calendar(value: Value) -> str:
    if isinstance(value, Fixed):
        return value.calendar
    return "hijri" if isinstance(value, Named) and value.hijri else "gregorian"


_FROM: Final = frozenset(("من", "ومن", "منذ", "بين", "مابين", "وبين"))


def _range(w: Words, a: Match, b: Match) -> Match | None:
    """Join من A إلى B, بين A وB, A - B when nothing else stands between them."""
    if isinstance(a.value, Between) or isinstance(b.value, Between) or a.time or b.time:
        return None
    between = w.words[a.end : b.first]
    opening = w.words[a.first - 1]
    unlike = a.value.grain != b.value.grain and "month" not in (a.value.grain, b.value.grain)
    if unlike and not (opening in _FROM and _rise(a.value, b.value)):
        return None
    if isinstance(a.value, Shift) and a.value.grain == "day" and opening not in _FROM:
        return None  # أرجئت أمس إلى السابع من أيلول
    if between and between[0] in _THROUGH and _REST.issuperset(between[1:]):
        linked = True
    elif opening in ("بين", "وبين", "مابين"):
        linked = between == ["و"] or (not between and w.words[b.first].startswith("و"))
    else:
        linked = not between and w.gaps[b.first].strip() in ("-", "–")
    if not linked or not _plain(w.gaps[b.first]) or ends_sentence(w.gaps[a.end]):
        return None
    first = a.value
    if isinstance(first, Named) and first.direction is None and isinstance(b.value, Fixed):
        first = Within(
            Fixed(b.value.first.replace(month=1, day=1), b.value.last, "year"),
            first.month,
            first.day,
        )
    if isinstance(first, Named) and first.direction is None and isinstance(b.value, Named):
        first = replace(first, direction=b.value.direction)
    return b._replace(first=a.first, value=Between(first, b.value), weekday=a.weekday)


def _rise(a: Value, b: Value) -> bool:
    """Tell whether two known dates follow each other (من 8 أيلول 2014 حتى 2016)."""
    return isinstance(a, Fixed) and isinstance(b, Fixed) and a.last < b.first


def _plain(gap: str) -> bool:
    return "\n" not in gap and gap.strip() in ("", "-", "–")
