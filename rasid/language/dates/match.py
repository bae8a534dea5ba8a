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
from rasid.language.dates.tense import looks_ahead, looks_back
from rasid.language.dates.values import DayIn, Fixed, Interval, Named, Value, Within
from rasid.language.dates.values_relative import (
    Anaphor,
    HijriYear,
    NewYear,
    SameMonth,
    SchoolYear,
    Shift,
)
from rasid.language.numbers import NUMBER_WORDS, read_number
from rasid.language.numbers_scan import Words, folded_words

YEAR_UNITS: Final = folded_words("عام العام سنة السنة")
_FOLLOWING: Final = folded_words("يليه تليه يليها تليها يعقبه تعقبها أعقبه تلاه تلتها")
_THIS: Final = frozenset(("هذا", "هذه"))
# What may stand between "the year" and its number or its direction.
YEAR_KINDS: Final = folded_words(
    "الدراسي الدراسية المالي المالية الجامعي الأكاديمي الميلادي الميلادية الهجري الهجرية"
)

# After these العام is an adjective (الأمين العام السابق), unless it moves in time by الماضي or المقبل.
_PUBLIC: Final = frozenset(
    lead + word
    for word in folded_words(
        "أمين مدير نائب مدعي قائد مفتش مراقب سكرتير كاتب منسق مشرف قنصل مفوض حاكم وكيل مسؤول أمن رأي قطاع قانون نظام "
        "مركز صالح مستشفى توجه شكل إطار معدل مستوى مؤشر طابع هدف وضع مشهد سياق خط اتحاد مكتب حق ذوق مجلس مؤتمر دين مال "
        "إنفاق نقل تعليم عفو إضراب"
    )
    for lead in ("", "ال", "و", "وال", "لل", "بال")
)

_HIJRI: Final = folded_words("الهجري الهجرية")
_SCHOOL: Final = folded_words("الدراسي الدراسية الجامعي الجامعية الأكاديمي")


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
    return LEXICON.get(w.word(i))


def bare(w: Words, i: int) -> str:
    """Return word `i` without the proclitics of its entry."""
    found = entry(w, i)
    return w.word(i)[found.cut :] if found else w.word(i)


def whole_number(w: Words, i: int, low: int, high: int) -> int | None:
    """Return the value of a digit word without separators when it lies within bounds."""
    word = w.word(i)
    if word.isascii() and word.isdigit() and len(word) <= 4:
        value = int(word)
        return value if low <= value <= high else None
    return None


def month_name(w: Words, i: int) -> Month | None:
    """Read a month name, of one word or two, alone or doubled (أيلول/سبتمبر، آب (أغسطس))."""
    first = _single_month(w, i)
    if first is None or first.hijri:
        return first
    gap = w.gap(first.end).strip()
    if gap in ("/", "(", "-", "–", "\\", "،", ""):
        second = _single_month(w, first.end + (w.word(first.end) == "او"))
        if second and not second.hijri and second.number == first.number:
            return Month(first.number, False, second.end, False)
    return first


def _single_month(w: Words, i: int) -> Month | None:
    found = LEXICON.get(w.word(i))
    if found is None:
        return None
    if found.kind in ("month", "hijri"):
        return Month(int(found.value), found.kind == "hijri", i + 1, found.ambiguous)
    if found.kind in ("month2", "season") and w.near(i + 1):
        return _month_of_two_words(w, i, found)
    return None


def _month_of_two_words(w: Words, i: int, found: Entry) -> Month | None:
    name = f"{w.word(i)[found.cut :]} {w.word(i + 1)}"
    if name in GREGORIAN_NUMBER:
        return Month(GREGORIAN_NUMBER[name], False, i + 2, False)
    if name in HIJRI_NUMBER:
        return Month(HIJRI_NUMBER[name], True, i + 2, False)
    return None


def era(w: Words, end: int) -> tuple[str, int]:
    """Read the era after a year: ("h", next word) for هـ, ("m", …) for م/ميلادي, ("", end) when none is written."""
    word = w.word(end)
    if w.gap(end).strip(" ()/") == "":
        if word in ("ه", "هجري", "هجريه", "للهجره"):
            return "h", end + 1
        if word in ("م", "ميلادي", "ميلاديه", "للميلاد"):
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


def year_value(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a year as a noun phrase: عام 2003، العام المقبل، هذا العام، العام التالي؛ bare 2003 is not read here."""
    if bare(w, i) in _THIS and w.word(i + 1) in YEAR_UNITS and w.near(i + 1):
        return Shift("year", 0), i + 2
    if bare(w, i) not in YEAR_UNITS:
        return None
    j = i + 1
    if w.word(j) in YEAR_KINDS:
        j += 1
    if w.gap(j).strip(' ()،\u201c"') == "":
        number = year_number(w, j) or year_in_words(w, j)
        if number:
            exact = fixed(number[0], None, None, number[1])
            return (exact, _with_direction(w, number[2])) if exact else None
    relation = moved_unit(w, j, "year") if bare(w, i).startswith("ال") else None
    if relation is None:
        return None
    numbered = _with_its_number(w, relation)
    if numbered == relation and w.word(j - 1) in _SCHOOL:
        return _school_year(relation[0]), relation[1]
    if numbered == relation and isinstance(relation[0], Shift) and w.word(j - 1) in _HIJRI:
        return HijriYear(relation[0].n), relation[1]
    return numbered


def year_in_words(w: Words, i: int) -> tuple[int, bool, int] | None:
    """Read a year in words after its noun: (عام) ألفين وخمسة وعشرين، ألف وتسعمئة وتسعين."""
    found = NUMBER_WORDS.get(w.word(i))
    if found is None or found.kind not in ("scale", "dual") or found.cut or found.plural:
        return None
    number = read_number(w, i)
    if number is None or not 1900 <= number.low <= 2100:
        return None
    return int(number.low), False, number.end


def _with_direction(w: Words, end: int) -> int:
    """Return the next word, past الجاري or المقبل written behind a year's number (عام 2026 المقبل)."""
    found = entry(w, end)
    is_told = found is not None and found.kind == "direction" and not found.cut and w.near(end)
    return end + 1 if is_told and w.word(end).startswith("ال") else end


def _school_year(year: Value) -> Value:
    """Return a school year for a told year (العام الدراسي المقبل)."""
    if isinstance(year, Shift):
        return SchoolYear(year.n)
    return SchoolYear(0, new=True) if isinstance(year, NewYear) else year


def _with_its_number(w: Words, relation: tuple[Value, int]) -> tuple[Value, int]:
    """Prefer the number written after a told year (العام المقبل 2016)."""
    if w.gap(relation[1]).strip(" (،") == "":
        number = year_number(w, relation[1])
        exact = fixed(number[0], None, None, number[1]) if number else None
        if number and exact and (number[1] or 1900 <= number[0] <= 2100):
            return exact, number[2]
    return relation


def moved_unit(w: Words, i: int, unit: str) -> tuple[Value, int] | None:
    """Read the word that moves a unit: الماضي −1, المقبل 1, الجاري 0, التالي and نفسه from the previous date."""
    if w.word(i) in ("الذي", "التي") and w.word(i + 1) in _FOLLOWING:
        return Anaphor(unit, 1), i + 2  # نهاية العام الذي يليه
    if (
        unit == "year"
        and w.word(i - 2) in _PUBLIC
        and w.word(i - 1) == "العام"
        and _of_office(w, i)
    ):
        return None
    if unit == "year" and w.word(i) in ("الجديد", "الجديده") and w.near(i):
        return NewYear(), i + 1
    found = entry(w, i)
    if not w.near(i):
        return None
    if w.word(i) in _BEYOND or (w.word(i) == "ما" and w.word(i + 1) == "قبل"):
        return _beyond(w, i + (w.word(i) == "ما"), unit)
    if found is None or found.cut:
        return None
    if found.kind == "direction" and w.word(i).startswith("ال"):
        return Shift(unit, int(found.value)), i + 1
    if found.kind == "anaphor":
        if unit == "month" and found.value == 0 and w.word(i + 1) == "من":
            year = year_value(w, i + 2) if w.near(i + 2) else None
            if year:
                return SameMonth(year[0]), year[1]
        return Anaphor(unit, int(found.value)), i + 1
    return None


def _of_office(w: Words, i: int) -> bool:
    """Tell whether the word after العام would describe an office: السابق، الحالي، الجديد, not الماضي or المقبل."""
    found = entry(w, i)
    return found is None or found.kind == "anaphor" or found.value == 0


_BEYOND: Final = {"قبل": -2, "ماقبل": -2, "بعد": 2}


def _beyond(w: Words, i: int, unit: str) -> tuple[Value, int] | None:
    """Read the unit before the last or after the next: (الشهر) قبل الماضي، (العام) بعد المقبل."""
    found, n = entry(w, i + 1), _BEYOND[w.word(i)]
    if found is None or found.kind != "direction" or found.cut or not w.near(i + 1):
        return None
    return (Shift(unit, n), i + 2) if int(found.value) * n > 0 else None


def dated(
    w: Words, month: Month, day: int | None, end: int, weekday: int | None = None
) -> tuple[Value, int, bool] | None:
    """Complete a month or a day of a month with the year that follows it.

    Returns the value, the next word, and whether anything but the month name itself was there to confirm it.
    """
    if w.gap(end).strip(" ,،/-–().") == "" and "\n" not in w.gap(end) and not _stops(w.gap(end)):
        number = year_number(w, end)
        if number:
            value = fixed(number[0], month.number, day, month.hijri)
            return (value, number[2], True) if value else None
    closed = w.near(end) or (w.gap(end).strip() == ")" and "(" in w.gap(end - 1))
    j = end + 1 if w.word(end) in ("من", "في") and closed else end
    if w.near(j) or (j == end and w.gap(j).strip() == ")"):
        found = entry(w, j)
        if found and found.kind == "direction" and not found.cut and j == end:
            return Named(month.number, day, int(found.value), None, month.hijri), j + 1, True
        year = year_value(w, j)
        if year is None and j > end and w.word(end) == "من":
            year = _bare_number(w, j)
        if year and not month.hijri:
            return _in_year(month, day, year[0]), year[1], True
        if year and isinstance(year[0], Fixed):
            exact = _hijri_in(w, year[1], month, day)
            if exact:
                return exact, year[1], True
    named = Named(month.number, day, None, weekday, month.hijri, _tense(w, end - 1, month.end))
    return named, end, day is not None


def _tense(w: Words, i: int, month_end: int) -> int:
    """Return 1 when the clause before looks ahead, -1 when it tells an event or منذ stands before the date, else 0."""
    if not _SINCE.isdisjoint(w.words[max(0, month_end - 4) : i]):
        return -1
    if looks_ahead(w, i):
        return 1
    return -1 if looks_back(w, i) else 0


_SINCE: Final = folded_words("منذ ومنذ فمنذ مذ")


def _bare_number(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a Gregorian year in four digits (أيلول من 2026)."""
    year = whole_number(w, i, 1900, 2100)
    exact = fixed(year, None, None, False) if year else None
    return (exact, i + 1) if exact else None


def _stops(gap: str) -> bool:
    """Tell whether the gap ends a clause (a stop and a blank), so that a number after it starts another thing."""
    return ". " in gap or gap.endswith(".")


def _in_year(month: Month, day: int | None, year: Value) -> Value:
    if isinstance(year, Fixed):
        exact = fixed(year.first.year, month.number, day, False)
        if exact:
            return exact
    return Within(year, month.number, day)


def _hijri_in(w: Words, year_end: int, month: Month, day: int | None) -> Fixed | None:
    for k in (year_end - 1, year_end - 2, year_end - 3):
        year = whole_number(w, k, 1343, 1500)
        if year:
            return fixed(year, month.number, day, True)
    return None


def day_in(month: Value, day: int) -> Value:
    """Return a day of a month value."""
    return DayIn(month, day)
