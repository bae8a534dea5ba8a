"""Dates in digits only: 17/8/2025، 2025-08-17، 1439/3/5هـ الموافق 23/11/2017م، 8/2025; and the clock beside a date."""

from __future__ import annotations

from datetime import time
from typing import Final

from rasid.language.dates.lexicon import LEXICON, entry_kind
from rasid.language.dates.match import Match, era, fixed, is_hijri, month_name, whole_number
from rasid.language.dates.values import Between, Named
from rasid.language.numbers_scan import Words, folded_words

_SEPARATORS: Final = ("/", "-", ".", "\\", "–", " / ", " - ", " . ", "/ ", " /")
_MORNING: Final = folded_words("ص صباحا صباح am AM")
_EVENING: Final = folded_words("م مساء ظهرا عصرا ليلا pm PM")
_LATEST_SHORT: Final = 40  # two digits up to it are of this century
_ZONES: Final = frozenset(("GMT", "UTC", "Z", "KSA"))


def numeric_date(w: Words, i: int) -> Match | None:
    """Read a date of three numbers (any order, either calendar) or month/year from word `i`."""
    word = w.words[i]
    if "." in word and word.replace(".", "").isdigit():
        return _dotted(w, i)
    if not word.isdigit() or len(word) > 4:
        return None
    separator = w.gaps[i + 1]
    if separator not in _SEPARATORS:
        return None
    second = w.words[i + 1]
    if not (second.isdigit() and len(second) <= 4):
        return _year_first(w, i, separator) if len(word) == 4 else None
    third = w.words[i + 2]
    if w.gaps[i + 2].strip() == separator.strip() and third.isdigit() and len(third) <= 4:
        mark, end = era(w, i + 3)
        return _of_three(i, end, (word, second, third), mark, sure=_is_called_a_day(w, i))
    return _month_year(w, i)


def _year_first(w: Words, i: int, separator: str) -> Match | None:
    """Read a year, the name of a month and a day, as programs print them (2024-Dec-07)."""
    year, month = whole_number(w, i, 1900, 2199), month_name(w, i + 1)
    if year is None or month is None or month.hijri or w.gaps[month.end] != separator:
        return None
    day = whole_number(w, month.end, 1, 31)
    value = fixed(year, month.number, day, False) if day else None
    return Match(i, month.end + 1, value) if value else None


def _is_called_a_day(w: Words, i: int) -> bool:
    """Tell whether the word before word `i` says that a date begins there: في، بتاريخ، يوم, or a weekday."""
    before = w.words[i - 1]
    return w.near(i) and (before in _DAYS_CUES or before in _DUE or entry_kind(before) == "weekday")


_DUE: Final = folded_words("حتى بحلول منذ قبل بعد لغاية تاريخ وفي الموافق")


def _dotted(w: Words, i: int) -> Match | None:
    pieces = w.words[i].split(".")
    if len(pieces) != 3 or not all(pieces):
        return None
    mark, end = era(w, i + 1)
    sure = _is_called_a_day(w, i)
    return _of_three(i, end, (pieces[0], pieces[1], pieces[2]), mark, sure=sure)


def _of_three(
    first: int, end: int, pieces: tuple[str, str, str], mark: str, *, sure: bool = False
) -> Match | None:
    """Order three numbers into a date: the one of four digits is the year; d/m before it, m/d after it.

    Arab press order is day first; an impossible order is turned round. A year of two digits stands last; `sure` tells
    that the words before say that it is a date, so that 27-9-24 is one as well as 27-09-24.
    """
    a, b, c = (int(p) for p in pieces)
    lengths = [len(p) for p in pieces]
    if lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2:
        year, month, day = a, b, c
    elif lengths[2] == 4 and lengths[0] <= 2 and lengths[1] <= 2:
        year, month, day = c, b, a
    elif (
        lengths[2] == 2 and max(lengths) == 2 and (sure or (lengths == [2, 2, 2] and 15 <= c <= 40))
    ):
        year, month, day = c + (1400 if mark == "h" else 2000 if c <= _LATEST_SHORT else 1900), b, a
    else:
        return None
    if month > 12 >= day:
        month, day = day, month
    if not (1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    value = fixed(year, month, day, is_hijri(year, mark))
    return Match(first, end, value) if value else None


def _month_year(w: Words, i: int) -> Match | None:
    """Read month/year or year/month (8/2025، 2025-08); the year must have four digits and be of our age."""
    a, b = w.words[i], w.words[i + 1]
    if w.gaps[i + 1] not in ("/", "-") or w.gaps[i].endswith(("/", "-")):
        return None
    if w.gaps[i + 2][:1] in ("/", "-", "%") or len(a) + len(b) > 6:
        return None
    if len(a) <= 2 and len(b) == 4:
        month, year = int(a), int(b)
    elif len(a) == 4 and len(b) == 2:
        year, month = int(a), int(b)
        if w.gaps[i + 1] == "-" and year % 100 + 1 == month:
            return None  # 2011-12 is a season
    else:
        return None
    mark, end = era(w, i + 2)
    hijri = is_hijri(year, mark)
    if not 1 <= month <= 12 or not (hijri or 1950 <= year <= 2100):
        return None
    value = fixed(year, month, None, hijri)
    return Match(i, end, value) if value else None


_THROUGH: Final = frozenset(("الي", "والي", "حتي", "وحتي", "و"))
_DAYS_CUES: Final = folded_words("يوم يومي أيام في من خلال بتاريخ بين الفترة المدة")


def days_of_month(w: Words, i: int) -> Match | None:
    """Read days of one month in digits: 2-4/6/1436هـ، 8 إلى 29/11/2025، يومي 18-19/10."""
    first = w.words[i]
    if not first.isdigit() or len(first) > 2:
        return None
    j = i + 1
    if w.words[j] in _THROUGH and w.near(j):
        j += 1
    elif w.gaps[j].strip() not in ("-", "–"):
        return None
    last = w.words[j]
    if not (last.isdigit() and len(last) <= 2 and int(first) < int(last) <= 31):
        return None
    if w.gaps[j + 1].strip() != "/":
        return None
    month, year = w.words[j + 1], w.words[j + 2]
    if w.gaps[j + 2].strip() == "/" and len(year) == 4 and year.isdigit() and month.isdigit():
        mark, end = era(w, j + 3)
        ends = [_of_three(j, end, (day, month, year), mark) for day in (first, last)]
        if ends[0] is None or ends[1] is None:
            return None
        return Match(i, end, Between(ends[0].value, ends[1].value))
    closing = day_slash_month(w, j) if w.words[i - 1] in _DAYS_CUES else None
    return (
        Match(i, closing.end, Between(Named(int(month), int(first)), closing.value))
        if closing
        else None
    )


def day_slash_month(w: Words, i: int) -> Match | None:
    """Read day/month without a year (17/9); only where يوم or a weekday says that it is a date."""
    day, month = w.words[i], w.words[i + 1]
    if w.gaps[i + 1] != "/" or not (day.isdigit() and month.isdigit()) or w.gaps[i + 2][:1] == "/":
        return None
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12) or len(day) + len(month) > 4:
        return None
    return Match(i, i + 2, Named(int(month), int(day)))


def moved_day_slash_month(w: Words, i: int) -> Match | None:
    """Read day/month with its direction, which makes it a date by itself: حتى 31/12 المقبل."""
    found = LEXICON.get(w.words[i + 2])
    if found is None or found.kind != "direction" or found.cut or not w.near(i + 2):
        return None
    match = day_slash_month(w, i)
    if match is None or not isinstance(match.value, Named):
        return None
    value = Named(match.value.month, match.value.day, int(found.value))
    return Match(i, i + 3, value)


def clock(w: Words, i: int) -> tuple[time, int] | None:
    """Read H:MM[:SS] at word `i` with what follows it (ص، م، صباحاً، مساءً، GMT)."""
    hour, minute = w.words[i], w.words[i + 1]
    if w.gaps[i + 1] != ":" or not (hour.isdigit() and minute.isdigit() and len(minute) == 2):
        return None
    if int(hour) > 23 or int(minute) > 59 or len(hour) > 2:
        return None
    value, end = int(hour), i + 2
    if w.gaps[end] == ":" and len(w.words[end]) == 2 and w.words[end].isdigit():
        end += 1
    if w.near(end) and w.words[end] in _EVENING:
        value, end = value % 12 + 12, end + 1
    elif w.near(end) and w.words[end] in _MORNING:
        value, end = value % 12, end + 1
    if w.words[end] in _ZONES and w.gaps[end].strip() == "":
        end += 1
    return time(value, int(minute)), end


def with_clock(w: Words, match: Match) -> Match:
    """Return the match with the time written after or before it."""
    around = w.gaps[max(0, match.first - 4) : match.end + 5]
    if ":" not in around and w.words[match.end] != "GMT":
        return match
    gap = w.gaps[match.end]
    j = match.end
    if w.words[j] in ("T", "at", "GMT") or w.words[j] in ("الساعه", "في"):
        j += 1 + (w.words[j] == "في" and w.words[j + 1] == "الساعه")
    if gap.strip(" ,،-–|@()") == "" and "\n" not in gap:
        ahead = w.words[j] in _EVENING or w.words[j] in _MORNING  # PM 08:13
        after = clock(w, j + ahead)
        if after and "(" in gap and not w.gaps[after[1]].startswith(")"):
            after = None  # الخميس (20:30 بتوقيت غرينتش)
        if after and w.gaps[j].strip(" ,،-–|@():") == "":
            marked = w.words[j] if ahead else _loose_mark(w, match.end)
            return match._replace(end=after[1], time=_by_mark(after[0], marked), stop=None)
    if w.words[match.end] == "GMT" and w.gaps[match.end] == " ":
        match = match._replace(end=match.end + 1, stop=None)
    for back in (1, 2, 3, 4):
        before = clock(w, match.first - back)
        if before and before[1] == match.first and _links(w.gaps[match.first]):
            first = match.first - back
            return match._replace(first=first, time=_by_mark(before[0], w.words[first - 1]))
    return match


def _loose_mark(w: Words, end: int) -> str:
    """Return م when it stands apart between the date and the clock (17/08/2025 م 08:13), where it is no era."""
    return "م" if w.words[end - 1] == "م" and w.gaps[end - 1] == " " else ""


def _by_mark(at: time, mark: str) -> time:
    """Return a time of a twelve-hour clock by the mark that stands before it."""
    if mark in _EVENING and at.hour < 12:
        return at.replace(hour=at.hour + 12)
    return at.replace(hour=0) if mark in _MORNING and at.hour == 12 else at


def _links(gap: str) -> bool:
    return gap.strip(" ,،-–|") == "" and "\n" not in gap
