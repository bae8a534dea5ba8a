"""Halves, thirds and quarters of a year or another time: الربع الأول من 2026، النصف الثاني من العام، الربع الماضي."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.centuries import century_expression, decade_expression
from rasid.language.dates.match import Match, bare, entry, stripped
from rasid.language.dates.named import month_after_part, month_expression
from rasid.language.dates.tense import looks_ahead
from rasid.language.dates.told import YEAR_KINDS, YEAR_UNITS, moved_unit, year_value
from rasid.language.dates.values import Part, Value
from rasid.language.dates.values_relative import Quarter, Shift
from rasid.language.dates.years import year_at
from rasid.language.numbers_scan import Words, folded_words

_HALVES: Final = {
    "النصف": "h",
    "الربع": "q",
    "الثلث": "t",
    "السداسي": "h",
    "الثلاثي": "q",
}  # the last two in Tunisia
_PART_ORDINALS: Final = {
    "الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الاخير": 9,
}  # fmt: skip


def fraction_of_year(w: Words, i: int) -> Match | None:
    """Read a half or quarter of a year: الربع الأول من 2026، النصف الثاني من العام المقبل."""
    word = w.words[i]
    letter = _HALVES.get(stripped(word, int(word[:1] != "ا")))
    j = i + 1 + (letter == "q" and w.words[i + 1] == "السنوي")  # الربع السنوي الثاني
    number = _PART_ORDINALS.get(w.words[j])
    if letter is None or not (w.near(i + 1) and w.near(j)):
        return None
    if number is None:
        return _moved_quarter(w, i, j) if letter == "q" else None
    top = {"h": 2, "t": 3, "q": 4}[letter]
    number = top if number == 9 else number
    if number > top:
        return None
    end = j + 1
    year = year_at(w, end) or _running_year(w, end)
    if year is None and letter in "ht" and w.words[end] == "من":
        longer = century_expression(w, end + 1)
        if longer is None and letter == "h":
            longer = decade_expression(w, end + 1)
        year = (longer.value, longer.end) if longer else month_at(w, end + 1)
    if year:
        return Match(i, year[1], Part(year[0], f"{letter}{number}"))
    if word.endswith("ربع") and _is_reported(w, i, end):
        return Match(i, end, Quarter(number, looks_ahead(w, i)))
    return None


def _moved_quarter(w: Words, i: int, j: int) -> Match | None:
    """Read الربع الماضي, الربع السنوي المقبل, الربع الحالي; word `j` moves it."""
    found = entry(w, j)
    if found is None or found.kind != "direction" or found.cut:
        return None
    moved = Match(i, j + 1, Shift("quarter", int(found.value)))
    return moved if j > i + 1 or _is_reported(w, i, j + 1) else None


def _running_year(w: Words, i: int) -> tuple[Value, int] | None:
    """Read the year a quarter or half belongs to: من عام 2014 told as للعام 2014, or من العام without a number."""
    if bare(w, i) in YEAR_UNITS and entry(w, i) and (year := year_value(w, i)):
        return year
    j = i + (w.words[i] == "من")
    if bare(w, j) not in ("العام", "السنه") or (j == i and w.words[i].startswith("ال")):
        return None
    found = entry(w, j + 1)
    told = w.near(j + 1) and (w.words[j + 1] in YEAR_KINDS or (found and found.kind == "anaphor"))
    return None if told else (Shift("year", 0), j + 1)


_IN: Final = folded_words(
    "في وفي خلال وخلال بنهاية نهاية بحلول حتى مطلع بداية أرباح أرباحها إيرادات نتائج نتائجها مبيعات خسائر خسائرها صافي"
)
_PLAYED: Final = folded_words("المباراة مباراة السلة اللقاء المرمى الشوط النقاط الكرة كرة")


def _is_reported(w: Words, i: int, end: int) -> bool:
    """Tell whether a quarter without a year is one of accounts (في الربع الثالث), not of a match or a town."""
    if w.words[i - 1] not in _IN or w.words[end] == "من":
        return False
    return _PLAYED.isdisjoint(w.words[max(0, i - 20) : i + 15])


def month_at(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a month by its name or from the day of writing: أيلول، شهر أيلول، الشهر المقبل، هذا الشهر."""
    if w.words[i] == "هذا" and w.words[i + 1] == "الشهر":
        return Shift("month", 0), i + 2
    if w.words[i] == "الشهر":
        return moved_unit(w, i + 1, "month") or (Shift("month", 0), i + 1)
    month = month_expression(w, i + (w.words[i] == "شهر")) or month_after_part(w, i)
    return (month.value, month.end) if month and month.value.grain == "month" else None
