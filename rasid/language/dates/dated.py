"""A month, or a day of a month, with the year that follows it or with none."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.match import Month, entry, fixed, whole_number, year_number
from rasid.language.dates.tense import has_happened, is_future_word, looks_ahead, looks_back
from rasid.language.dates.told import year_value
from rasid.language.dates.values import DayIn, Fixed, Named, Value, Within, hijri_within
from rasid.language.dates.values_relative import Shift
from rasid.language.numbers_scan import Words, folded_words


def dated(
    w: Words, month: Month, day: int | None, end: int, weekday: int | None = None
) -> tuple[Value, int, bool] | None:
    """Complete a month or a day of a month with the year that follows it.

    Returns the value, the next word, and whether anything but the month name itself was there to confirm it.
    """
    if month.hijri and w.words[end] in _HOLY and w.near(end):
        told = _completed(w, month, day, end + 1, weekday)  # رمضان المبارك الماضي
        if told and told[1] > end + 1:
            return told
    return _completed(w, month, day, end, weekday)


def _completed(
    w: Words, month: Month, day: int | None, end: int, weekday: int | None
) -> tuple[Value, int, bool] | None:
    if w.gaps[end].strip(" ,،/-–().") == "" and "\n" not in w.gaps[end] and not _stops(w.gaps[end]):
        number = year_number(w, end)
        if number:
            value = fixed(number[0], month.number, day, month.hijri)
            if month.hijri and not number[1]:
                value = _hijri_month_of(number[0], month.number, day)
            return (value, number[2], True) if value else None
    closed = w.near(end) or (w.gaps[end].strip() == ")" and "(" in w.gaps[end - 1])
    j = end + 1 if w.words[end] in ("من", "في") and closed else end
    if w.near(j) or (j == end and w.gaps[j].strip() == ")"):
        found = entry(w, j)
        if found and found.kind == "direction" and not found.cut and j == end:
            return Named(month.number, day, int(found.value), None, month.hijri), j + 1, True
        year = year_value(w, j)
        if year is None and j > end:
            year = _bare_number(w, j)
        if year and not month.hijri:
            return _in_year(month, day, year[0]), year[1], True
        if year and isinstance(year[0], Fixed):
            exact = _hijri_in(w, year[1], month, day)
            if exact:
                return exact, year[1], True
        if year and month.hijri and isinstance(year[0], (Fixed, Shift)):
            return Within(year[0], month.number, day, hijri=True), year[1], True
    named = Named(month.number, day, None, weekday, month.hijri, _tense(w, end - 1, month.end))
    return named, end, day is not None


_HOLY: Final = folded_words("المبارك الفضيل المعظم الكريم الحرام المحرم المكرم")


def _hijri_month_of(year: int, month: int, day: int | None) -> Fixed | None:
    """Return the Hijri month that begins in a Gregorian year (رمضان 2018)."""
    found = hijri_within(year, month, day)
    return Fixed(*found, "day" if day else "month", "hijri") if found else None


def _tense(w: Words, i: int, month_end: int) -> int:
    """Return the tense of the clause before: 1 ahead, -1 an event, -2 after منذ, -3 what nobody arranges, else 0."""
    near = w.words[max(0, month_end - 6) : i]  # منذ مطلع شهر تشرين الأول
    if not _SINCE.isdisjoint(near):
        return -2
    if "تسليم" in near or looks_ahead(w, i, _REACH):  # عقود الذهب تسليم كانون الأول
        return 0 if _is_after_what_was(w, i) else 1
    if not looks_back(w, i):
        return 0
    return -3 if has_happened(w, i) else -1


def _is_after_what_was(w: Words, i: int) -> bool:
    """Tell whether بعد stands between the future and the date: وعد بإنهائها بحلول نهاية العام بعد محادثات في تموز."""
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if w.words[k] in _AFTER:
            return True
        if is_future_word(w.words[k]):
            return False
    return False


_AFTER: Final = frozenset(("بعد", "عقب"))
_REACH: Final = 15  # a clause, and the words of the date itself
_SINCE: Final = folded_words("منذ ومنذ فمنذ مذ")


def _bare_number(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a Gregorian year in four digits (أيلول من 2026، أيار وحزيران في 2017)."""
    year = whole_number(w, i, 1900, 2100) if w.words[i] != "2000" else None
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
