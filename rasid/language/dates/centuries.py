"""Decades and centuries: تسعينيات القرن الماضي، الثمانينات، القرن التاسع عشر، العقد الأول من القرن الحالي."""

from __future__ import annotations

from datetime import date
from typing import Final

from rasid.language.dates.match import Match, bare, entry, fixed, whole_number
from rasid.language.dates.named import ordinal_day
from rasid.language.dates.values import Fixed
from rasid.language.dates.values_relative import Span
from rasid.language.numbers_scan import Words, folded_words

_LAST: Final = folded_words("الماضي المنصرم الفائت")
_RUNNING: Final = folded_words("الحالي الجاري")
_ERAS: Final = folded_words("الهجري هجري قبل ق")  # centuries that are not of our reckoning
_EARLIEST, _LATEST = 5, 22


def century_start(w: Words, i: int) -> tuple[int, int] | None:
    """Return the first year of the century whose noun is word `i` (1900 for القرن العشرين), and the next word."""
    if bare(w, i) not in ("القرن", "قرن") or not w.near(i + 1):
        return None
    told = w.words[i + 1]
    if bare(w, i) == "القرن":
        if w.words[i - 1] == "هذا" and w.near(i):
            return 2000, i + 1
        if told in _LAST:
            return 1900, i + 2
        if told in _RUNNING:
            return 2000, i + 2
    j = i + 1 + (told == "ال")
    digits = whole_number(w, j, _EARLIEST, _LATEST)
    number = (digits, j + 1) if digits else ordinal_day(w, j)
    if number is None or not _EARLIEST <= number[0] < _LATEST or w.words[number[1]] in _ERAS:
        return None
    end = number[1] + (w.words[number[1]] in ("الميلادي", "ميلادي"))
    return (number[0] - 1) * 100, end


def century_expression(w: Words, i: int) -> Match | None:
    """Read a century; like the decades of the press it is counted from its round year (1900 to 1999)."""
    found = century_start(w, i)
    if found is None:
        return None
    year, end = found
    part = _PARTS_OF.get(w.words[i - 1])
    if part and w.near(i):  # نصف القرن الماضي: the last fifty years
        told = w.words[end - 1] in _LAST
        return Match(i - 1, end, Span("year", -part)) if told else None
    first = i - (w.words[i - 1] == "هذا" and end == i + 1)
    return Match(first, end, Fixed(date(year, 1, 1), date(year + 99, 12, 31), "century"))


_PARTS_OF: Final = {"نصف": 50, "ربع": 25}
_TENTHS: Final = {"الاخير": 9}


def decade_of_century(w: Words, i: int) -> Match | None:
    """Read the first, second … last decade of a century: العقد الأول من القرن الحادي والعشرين."""
    ordinal = entry(w, i + 1)
    tenth = _TENTHS.get(w.words[i + 1])
    if tenth is None and ordinal and ordinal.kind == "ordinal" and not ordinal.cut:
        tenth = int(ordinal.value) - 1
    if tenth is None or not 0 <= tenth < 10 or w.words[i + 2] != "من":
        return None
    century = century_start(w, i + 3 + (w.words[i + 3] == "هذا"))
    if century is None:
        return None
    year = century[0] + 10 * tenth
    return Match(i, century[1], Fixed(date(year, 1, 1), date(year + 9, 12, 31), "decade"))


def decade_expression(w: Words, i: int) -> Match | None:
    """Read a decade by its tens: تسعينيات القرن الماضي، الثمانينات، خمسينيات القرن التاسع عشر."""
    found = entry(w, i)
    if found is None or found.kind != "decade":
        return None
    tens = int(found.value)
    j = i + 1 if w.words[i + 1] != "من" else i + 2
    century = 1900
    end = i + 1
    hijri = False
    if w.words[j] == "القرن" and w.near(j):
        islamic = _hijri_century(w, j)
        hijri = islamic is not None
        century, end = islamic or century_start(w, j) or (century, end)
    elif not w.words[i][found.cut :].startswith("ال") or _is_age(w, i, tens):
        return None
    first = fixed(century + tens, None, None, hijri)
    last = fixed(century + tens + 9, None, None, hijri)
    return Match(i, end, Fixed(first.first, last.last, "decade")) if first and last else None


def _hijri_century(w: Words, i: int) -> tuple[int, int] | None:
    """Return the first year of a Hijri century (القرن الهجري الماضي، القرن الرابع عشر الهجري), and the next word."""
    told = w.words[i + 1] in _HIJRI
    if told and w.words[i + 2] in _LAST:
        return 1300, i + 3
    if told and w.words[i + 2] in _RUNNING:
        return 1400, i + 3
    number = ordinal_day(w, i + 1 + told)
    if number is None or not (told or w.words[number[1]] in _HIJRI):
        return None
    return (number[0] - 1) * 100, number[1] + (not told)


_HIJRI: Final = folded_words("الهجري هجري")
_PERSONS: Final = folded_words(
    "رجل امرأة سيدة شاب شابة شخص فتاة رجلا شابا شخصا مواطن وهو وهي هو هي الرجل المرأة السيدة الشاب معظمهم عمره عمرها"
)


def _is_age(w: Words, i: int, tens: int) -> bool:
    """Tell the age of a person from a decade; people in their twenties and thirties are commoner than those decades."""
    if w.words[i + 1] == "من" and w.words[i + 2].startswith(("عمر", "العمر")):
        return True
    k = i - 1 - (w.words[i - 1] in _AGE_PARTS)
    if w.words[k] != "في":
        return False
    return tens <= 30 or w.words[k - 1] in _PERSONS


_AGE_PARTS: Final = folded_words("أوائل أواخر منتصف بداية مطلع نهاية أواسط")
