"""Years as noun phrases, and units told from the day of writing: عام 2003، العام المقبل، (الشهر) الماضي، التالي."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.match import bare, entry, era, fixed, whole_number, year_number
from rasid.language.dates.values import Value
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
_STEPS: Final = dict.fromkeys(
    folded_words("يليه تليه يليها تليها يعقبه تعقبها أعقبه تلاه تلتها"), 1
) | dict.fromkeys(folded_words("سبقه سبقها يسبقه يسبقها"), -1)
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
SCHOOL: Final = folded_words("الدراسي الدراسية الجامعي الجامعية الأكاديمي")


def year_value(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a year as a noun phrase: عام 2003، العام المقبل، هذا العام، العام التالي؛ bare 2003 is not read here."""
    if bare(w, i) in _THIS and w.words[i + 1] in YEAR_UNITS and w.near(i + 1):
        this = Shift("year", 0), i + 2
        return this if "،" in w.gaps[i + 2] else _with_its_number(w, this)
    if bare(w, i) not in YEAR_UNITS:
        return None
    j = i + 1
    if w.words[j] in YEAR_KINDS:
        j += 1
    if w.gaps[j].strip(' ()،\u201c"') == "":
        number = year_number(w, j) or year_in_words(w, j) or _early_year(w, j)
        if number and "،" in w.gaps[j] and not 1900 <= number[0] <= 2100:
            number = None  # هذا العام، 1200 ميغاوات
        if number:
            exact = fixed(number[0], None, None, number[1])
            return (exact, _with_direction(w, number[2])) if exact else None
    relation = moved_unit(w, j, "year") if bare(w, i).startswith("ال") else None
    if relation is None:
        return None
    numbered = _with_its_number(w, relation)
    if numbered == relation and w.words[j - 1] in SCHOOL:
        return _school_year(relation[0]), relation[1]
    if numbered == relation and w.words[j - 1] in _HIJRI:
        if isinstance(relation[0], Shift):
            return HijriYear(relation[0].n), relation[1]
        if isinstance(relation[0], NewYear):
            return HijriYear(0, new=True), relation[1]
    return numbered


def _early_year(w: Words, i: int) -> tuple[int, bool, int] | None:
    """Read a year of three digits with its era (عام 680 ميلادي)."""
    year = whole_number(w, i, 100, 999)
    mark, end = era(w, i + 1) if year else ("", i)
    return (year, mark == "h", end) if year and mark else None


def year_in_words(w: Words, i: int) -> tuple[int, bool, int] | None:
    """Read a year in words after its noun: (عام) ألفين وخمسة وعشرين، ألف وتسعمئة وتسعين."""
    found = NUMBER_WORDS.get(w.words[i])
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
    return end + 1 if is_told and w.words[end].startswith("ال") else end


def _school_year(year: Value) -> Value:
    """Return a school year for a told year (العام الدراسي المقبل)."""
    if isinstance(year, Shift):
        return SchoolYear(year.n)
    return SchoolYear(0, new=True) if isinstance(year, NewYear) else year


def _with_its_number(w: Words, relation: tuple[Value, int]) -> tuple[Value, int]:
    """Prefer the number written after a told year (العام المقبل 2016)."""
    if w.gaps[relation[1]].strip(" (،") == "":
        number = year_number(w, relation[1])
        exact = fixed(number[0], None, None, number[1]) if number else None
        if number and exact and (number[1] or 1900 <= number[0] <= 2100):
            return exact, number[2]
    return relation


def moved_unit(w: Words, i: int, unit: str) -> tuple[Value, int] | None:
    """Read the word that moves a unit: الماضي −1, المقبل 1, الجاري 0, التالي and نفسه from the previous date."""
    if w.words[i] in ("الذي", "التي") and (step := _STEPS.get(w.words[i + 1])):
        return Anaphor(unit, step), i + 2  # نهاية العام الذي يليه
    if (
        unit == "year"
        and w.words[i - 2] in _PUBLIC
        and w.words[i - 1] == "العام"
        and _of_office(w, i)
    ):
        return None
    if unit == "year" and w.words[i] in ("الجديد", "الجديده") and w.near(i):
        return NewYear(), i + 1
    found = entry(w, i)
    if not w.near(i):
        return None
    if unit == "month" and w.words[i] == "من" and w.words[i - 2] in _SAME:
        same = year_value(w, i + 1)  # نفس الشهر من العام الماضي
        return (SameMonth(same[0]), same[1]) if same and w.near(i + 1) else None
    if w.words[i] in BEYOND or (w.words[i] == "ما" and w.words[i + 1] == "قبل"):
        return _beyond(w, i + (w.words[i] == "ما"), unit)
    if found is None or found.cut:
        return None
    if found.kind == "direction" and w.words[i].startswith("ال"):
        return Shift(unit, int(found.value)), i + 1
    if found.kind == "anaphor":
        if unit == "month" and found.value == 0 and w.words[i + 1] == "من":
            year = year_value(w, i + 2) if w.near(i + 2) else None
            if year:
                return SameMonth(year[0]), year[1]
        return Anaphor(unit, int(found.value)), i + 1
    return None


def _of_office(w: Words, i: int) -> bool:
    """Tell whether the word after العام would describe an office: السابق، الحالي، الجديد, not الماضي or المقبل."""
    found = entry(w, i)
    return found is None or found.kind == "anaphor" or found.value == 0


_SAME: Final = folded_words("نفس بنفس ونفس لنفس ذات بذات")
BEYOND: Final = {"قبل": -2, "ماقبل": -2, "بعد": 2}


def _beyond(w: Words, i: int, unit: str) -> tuple[Value, int] | None:
    """Read the unit before the last or after the next: (الشهر) قبل الماضي، (العام) بعد المقبل."""
    found, n = entry(w, i + 1), BEYOND[w.words[i]]
    if found is None or found.kind != "direction" or found.cut or not w.near(i + 1):
        return None
    return (Shift(unit, n), i + 2) if int(found.value) * n > 0 else None
