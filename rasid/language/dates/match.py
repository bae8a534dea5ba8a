"""What a rule returns, and the small readers that the rules share."""

from __future__ import annotations

from datetime import date, time
from typing import Final, NamedTuple

from rasid.language.calendar import (
    GREGORIAN_NUMBER,
    HIJRI_NUMBER,
    hijri_interval,
    make_date,
    month_interval,
)
from rasid.language.dates.lexicon import LEXICON, Entry
from rasid.language.dates.parts import Interval
from rasid.language.dates.values import Fixed, Value
from rasid.language.numbers_scan import Words, folded_words


class Match(NamedTuple):
    """Words `first` to `end` (exclusive) are a date that means `value`.

    stop is the offset after the expression when that is not the end of its last word (a closing bracket).
    """

    first: int
    end: int
    value: Value
    weekday: int | None = None
    time: time | None = None
    stop: int | None = None

    def within(self, first: int) -> Match:
        """Return the match begun earlier, at word `first`."""
        return self._replace(first=first)


class Month(NamedTuple):
    """A month name of the text and the word after it; `doubtful` when the name alone is no evidence."""

    number: int
    hijri: bool
    end: int
    doubtful: bool


def entry(w: Words, i: int) -> Entry | None:
    """Return what word `i` means in a date, or None."""
    return LEXICON.get(w.words[i])


def bare(w: Words, i: int) -> str:
    """Return word `i` without the proclitics of its entry."""
    word = w.words[i]
    found = LEXICON.get(word)
    return stripped(word, found.cut) if found and found.cut else word


def stripped(word: str, cut: int) -> str:
    """Return a word without its first `cut` letters; ل and the article are written as one (للعام is ل and العام)."""
    return "ال" + word[cut + 1 :] if cut and word[cut - 1 : cut + 1] == "لل" else word[cut:]


def whole_number(w: Words, i: int, low: int, high: int) -> int | None:
    """Return the value of a digit word without separators when it lies within bounds."""
    word = w.words[i]
    if word.isascii() and word.isdigit() and len(word) <= 4:
        value = int(word)
        return value if low <= value <= high else None
    return None


def month_name(w: Words, i: int) -> Month | None:
    """Read a month name, of one word or two, alone or doubled (أيلول/سبتمبر، آب (أغسطس))."""
    first = _single_month(w, i)
    if first is None or first.hijri:
        return first
    gap = w.gaps[first.end].strip()
    if gap in ("/", "(", "-", "–", "\\", "،", ""):
        apart = first.end + (w.words[first.end] == "او")
        second = _single_month(w, apart)
        if second and not second.hijri:
            if second.number == first.number:
                return Month(first.number, False, second.end, False)
            if gap in ("/", "(") and _is_syriac(w, i) != _is_syriac(w, apart):
                number = first.number if _is_syriac(w, apart) else second.number
                return Month(number, False, second.end, False)
    return first


# One month named in two calendars that disagree (تشرين الأول/نوفمبر) is a slip of who translated the name that all the
# world shares into this one.
_SYRIAC: Final = folded_words("آذار نيسان أيار حزيران تموز آب أيلول شباط كانون تشرين")


def _is_syriac(w: Words, i: int) -> bool:
    return bare(w, i) in _SYRIAC


def _single_month(w: Words, i: int) -> Month | None:
    found = LEXICON.get(w.words[i])
    if found is None:
        return None
    if found.kind in ("month", "hijri"):
        return Month(int(found.value), found.kind == "hijri", i + 1, found.ambiguous)
    if found.kind in ("month2", "season") and w.near(i + 1):
        return _month_of_two_words(w, i, found)
    return None


def _month_of_two_words(w: Words, i: int, found: Entry) -> Month | None:
    name = f"{w.words[i][found.cut :]} {w.words[i + 1]}"
    if name in GREGORIAN_NUMBER:
        return Month(GREGORIAN_NUMBER[name], False, i + 2, False)
    if name in HIJRI_NUMBER:
        return Month(HIJRI_NUMBER[name], True, i + 2, False)
    return None


def era(w: Words, end: int) -> tuple[str, int]:
    """Read the era after a year: ("h", next word) for هـ, ("m", …) for م/ميلادي, ("", end) when none is written."""
    word = w.words[end]
    if w.gaps[end].strip(" ()/") == "":
        if word in ("ه", "هجري", "هجريه", "هجريا", "للهجره"):
            return "h", end + 1
        if word in ("م", "ميلادي", "ميلاديه", "ميلاديا", "للميلاد"):
            return "m", end + 1
    return "", end


def is_hijri(year: int, mark: str) -> bool:
    """Tell whether a year number is Hijri: marked so, or one that only the Hijri calendar is at today."""
    return mark == "h" or (mark == "" and 1343 <= year <= 1500)


def fixed(year: int, month: int | None, day: int | None, hijri: bool) -> Fixed | None:
    """Return the interval of a year, month or day in either calendar, or None when there is no such day."""
    grain = "day" if day else "month" if month else "year"
    interval: Interval | None
    if hijri:
        interval = hijri_interval(year, month, day)
    elif month is None:
        interval = (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None
    elif day is None:
        interval = month_interval(year, month)
    else:
        exact = make_date(year, month, day)
        interval = (exact, exact) if exact else None
    return Fixed(*interval, grain, "hijri" if hijri else "gregorian") if interval else None


def year_number(w: Words, i: int) -> tuple[int, bool, int] | None:
    """Read a year in digits with its era: year, whether Hijri, next word."""
    year = whole_number(w, i, 1000, 2199)
    if year is None:
        return None
    mark, end = era(w, i + 1)
    return year, is_hijri(year, mark), end


def shared_direction(w: Words, i: int, kind: str) -> int | None:
    """Return the direction written once after two of a kind (الجمعة والسبت المقبلين), the second at word `i`."""
    apart = w.words[i] == "و"
    second = entry(w, i + apart)
    if second is None or second.kind != kind or not (second.cut or apart):
        return None
    j = i + apart + 1
    both = entry(w, j)
    if both is None or both.kind != "direction" or not w.near(j):
        return None
    return int(both.value) if w.words[j].endswith("ين") else None
