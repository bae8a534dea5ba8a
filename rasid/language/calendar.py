"""Calendars: the month and weekday names of the Arab world, and the arithmetic of days.

Names are keyed by their folded spelling (see `rasid.language.folding`), so `أيلول` and `ايلول` are one name.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from hijridate import Gregorian, Hijri

from rasid.language.folding import fold
from rasid.language.numbers_scan import folded_words

# Each line: Egypt and the Gulf, then the Levant and Iraq, then the Maghreb, then spelling variants.
# A name of two words is written with a space.
GREGORIAN_MONTHS: Final = {
    1: ("يناير", "كانون الثاني", "كانون ثاني", "جانفي"),
    2: ("فبراير", "شباط", "فيفري"),
    3: ("مارس", "آذار"),
    4: ("أبريل", "نيسان", "أفريل", "إبريل"),
    5: ("مايو", "أيار", "ماي", "مايس"),
    6: ("يونيو", "حزيران", "جوان", "يونيه"),
    7: ("يوليو", "تموز", "جويلية", "يوليوز", "يوليه"),
    8: ("أغسطس", "آب", "أوت", "غشت"),
    9: ("سبتمبر", "أيلول", "شتنبر"),
    10: ("أكتوبر", "تشرين الأول", "تشرين أول", "اوكتوبر"),
    11: ("نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر"),
    12: ("ديسمبر", "كانون الأول", "كانون أول", "دجنبر"),
}
HIJRI_MONTHS: Final = {
    1: ("محرم", "المحرم"),
    2: ("صفر",),
    3: ("ربيع الأول", "ربيع أول"),
    4: ("ربيع الآخر", "ربيع الثاني", "ربيع آخر"),
    5: ("جمادى الأولى", "جمادى الأول", "جماد الأول", "جماد الأولى"),
    6: ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جماد الآخر", "جماد الثاني", "جماد الآخرة"),
    7: ("رجب",),
    8: ("شعبان",),
    9: ("رمضان",),
    10: ("شوال",),
    11: ("ذو القعدة", "ذي القعدة", "ذوالقعدة"),
    12: ("ذو الحجة", "ذي الحجة", "ذوالحجة"),
}
ENGLISH_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
# Names that are also other words or people (father, Theresa May, "he practised", a car maker, zero …):
# alone they are not months.
AMBIGUOUS_MONTHS: Final = folded_words(
    "آب ماي أوت جوان مارس نيسان محرم المحرم صفر رجب شعبان رمضان شوال may march"
)
# 0 = Sunday, the first day of the week here (weeks run Sunday to Saturday).
WEEKDAYS: Final = {
    0: ("الأحد",),
    1: ("الاثنين", "الإثنين", "الأثنين", "الاتنين"),
    2: ("الثلاثاء", "الثلاثا", "الثلثاء"),
    3: ("الأربعاء", "الاربعا", "الإربعاء"),
    4: ("الخميس",),
    5: ("الجمعة", "الجمعه"),
    6: ("السبت",),
}
ENGLISH_WEEKDAYS: Final = (
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
)  # fmt: skip


def _by_folded_name(table: dict[int, tuple[str, ...]]) -> dict[str, int]:
    return {fold(name).text: number for number, names in table.items() for name in names}


def _english(names: tuple[str, ...]) -> dict[str, int]:
    """English names, whole and cut to three letters (and the usual `sept`, `tues`, `thurs`)."""
    table = {name[:3]: number for number, name in enumerate(names)}
    table.update({name: number for number, name in enumerate(names)})
    extra = {"sept": "september", "tues": "tuesday", "wed": "wednesday", "thur": "thursday"}
    extra["thurs"] = "thursday"
    table.update({short: names.index(name) for short, name in extra.items() if name in names})
    return table


GREGORIAN_NUMBER: Final = _by_folded_name(GREGORIAN_MONTHS) | {
    name: number + 1 for name, number in _english(ENGLISH_MONTHS).items()
}
HIJRI_NUMBER: Final = _by_folded_name(HIJRI_MONTHS)
ARABIC_WEEKDAYS: Final = _by_folded_name(WEEKDAYS)
"""The number of each weekday by its folded Arabic names, which begin with the article."""
BARE_WEEKDAYS: Final = "|".join(
    sorted((name.removeprefix("ال") for name in ARABIC_WEEKDAYS), key=len, reverse=True)
)
"""The same names without their article, for a pattern on folded text."""
WEEKDAY_NUMBER: Final = ARABIC_WEEKDAYS | _english(ENGLISH_WEEKDAYS)


def month_number(folded_word: str) -> int | None:
    """Return 1–12 for a folded Gregorian month name of any Arab calendar or English, else None.

    Names of two words (كانون الثاني) are taken with one space between them.
    """
    return GREGORIAN_NUMBER.get(folded_word.lower())


def weekday_of(day: date) -> int:
    """Return the weekday of a date, 0 = Sunday … 6 = Saturday."""
    return (day.weekday() + 1) % 7


_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days_of(year: int, month: int) -> int:
    """Return the days of a month (`calendar.monthrange` reckons a weekday besides)."""
    return 29 if month == 2 and isleap(year) else _DAYS[month - 1]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and day >= 1):
        return None
    return date(year, month, day) if day <= _days_of(year, month) else None


def month_interval(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month; `month` may run past 12 or below 1."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, _days_of(year, month))


def week_interval(day: date) -> tuple[date, date]:
    """Return Sunday and Saturday of the week of a date."""
    first = day - timedelta(days=weekday_of(day))
    return first, first + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of a shorter month."""
    first, last = month_interval(day.year, day.month + months)
    return min(first + timedelta(days=day.day - 1), last)


def _plain(day: Hijri) -> date:
    """Return a Hijri day as a plain date (the library's own date class would travel into tables)."""
    gregorian = day.to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


@lru_cache(maxsize=4096)
def hijri_interval(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """Return the Gregorian interval of a Hijri day, month or year (Umm al-Qura), or None outside 1343–1500."""
    if not 1343 <= year <= 1500:
        return None
    try:
        first = Hijri(year, month or 1, day or 1)
        if day:
            last = first
        else:
            last_month = month or 12
            last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
        return _plain(first), _plain(last)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def hijri_year_month(day: date) -> tuple[int, int]:
    """Return the Hijri year and month of a Gregorian date within 1924–2077 (the nearest covered day otherwise)."""
    covered = min(max(day, date(1924, 8, 1)), date(2077, 11, 16))
    hijri = Gregorian(covered.year, covered.month, covered.day).to_hijri()
    return hijri.year, hijri.month
