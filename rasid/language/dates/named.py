"""Dates with a month name: 17 آب 2025، السابع عشر من سبتمبر الحالي، شهر أيلول المقبل، 3-5 آذار."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rasid.language.dates.dated import dated
from rasid.language.dates.match import (
    Match,
    Month,
    bare,
    entry,
    fixed,
    month_name,
    shared_direction,
    whole_number,
    year_number,
)
from rasid.language.dates.tense import ends_sentence
from rasid.language.dates.told import moved_unit
from rasid.language.dates.values import Between, DayIn, Fixed, Named, NoDate, Value, Within
from rasid.language.dates.values_relative import Anaphor, Shift
from rasid.language.numbers_scan import Words, folded_words

_MONTH_UNITS: Final = folded_words("شهر الشهر لشهر بشهر شهري وشهري لشهري")
_TO: Final = folded_words("إلى وإلى حتى وحتى لغاية ولغاية و")
# After these a day and a month are the name of an event, a party, a place (ثورة 25 يناير، قوى 14 آذار).
_NAMESAKES: Final = frozenset(
    lead + word
    for word in folded_words(
        "ثورة قوى فريق حركة تيار حرب ميدان جسر شارع مدينة استاد ملعب جامعة ذكرى هجمات أحداث حادث تفجيرات تحالف "
        "معسكر انقلاب حي اعتداءات انتفاضة نفق كوبري محور اتحاد منطقة مجموعة كتلة جمهور هجوم نصر مفاعل معركة ملعب "
        "سد قاعدة مطار مستشفى مدرسة مسجد قصر مجزرة عدوان كارثة فاجعة مأساة"
    )
    for lead in ("", "و", "ب", "ل", "ال")
)
# Before these a doubtful month name is a month (في آب، منذ مارس).
_MONTH_CUES: Final = folded_words(
    "في منذ خلال بحلول حتى وفي ومنذ وخلال حلول قبل بعد منتصف مطلع نهاية أواخر أوائل إلى وحتى"
)


_EARLIER: Final = folded_words("سابق لاحق مبكر متأخر")
_PARTS_OF_MONTH: Final = folded_words("حلول بحلول منتصف مطلع نهاية أواخر أوائل")
_WELL_KNOWN: Final = ("رمضان", "شوال")


def ordinal_day(w: Words, i: int) -> tuple[int, int] | None:
    """Read a day as an ordinal: الأول، السابع عشر، الحادي والعشرين، العشرين."""
    found = entry(w, i)
    if found is None or found.kind != "ordinal" or w.words[i].endswith(("ه", "ولي")):
        return None  # الثانية and الأولى count hours and sessions, not days
    day, end = int(found.value), i + 1
    if day < 10:
        following = entry(w, end)
        if w.words[end] in ("عشر", "عشره") and w.near(end):
            day, end = day + 10, end + 1
        elif (
            following
            and following.kind == "ordinal"
            and following.cut
            and int(following.value) >= 20
        ):
            day, end = day + int(following.value), end + 1
    return (day, end) if day <= 31 else None


def day_number(w: Words, i: int) -> tuple[int, int] | None:
    """Read a day of the month, in digits (with an English ordinal ending) or as an ordinal word."""
    day = whole_number(w, i, 1, 31)
    if day is None or len(w.words[i]) > 2:
        return ordinal_day(w, i)
    end = i + 1
    if w.words[end] in ("th", "st", "nd", "rd") and w.gaps[end] == "":
        end += 1
    return day, end


def month_of_day(w: Words, i: int) -> tuple[Month, int] | None:
    """Read the month after a day, past من and شهر."""
    gap = w.gaps[i].strip()
    if gap not in ("", ",", "،", "-", "/", "–", "من"):
        return None
    j = i
    if w.words[j] in ("من", "ل", "of"):
        j += 1
    if w.words[j] in _MONTH_UNITS and w.near(j):
        j += 1
    month = month_name(w, j)
    if month is None:
        return None
    found = entry(w, j)
    if found and found.cut and w.words[j][: found.cut] not in ("ل",):
        return None
    return month, j


def day_month(w: Words, i: int, weekday: int | None = None) -> Match | None:
    """Read a day with its month: 17 آب 2025، السادس من الشهر الجاري، 3-5 آذار، 24th, September 2024."""
    day = day_number(w, i)
    if day is None:
        return None
    number, end = day
    month = month_of_day(w, end)
    if month:
        return _complete(w, i, number, month[0], weekday)
    bare_direction = _day_of_bare_direction(w, i, number, end)
    if bare_direction:
        return bare_direction
    if w.words[end] == "منه" and w.near(end) and w.words[i - 1] in ("في", "وفي", "حتي", "الي"):
        return Match(i, end + 1, DayIn(Anaphor("month", 0), number))
    if w.words[end] == "من" or w.words[i][0].isdigit():
        inside = _day_of_moved_month(w, i, number, end + 1 if w.words[end] == "من" else end)
        if inside:
            return inside
    return _day_range(w, i, number, end)


def _complete(w: Words, i: int, day: int, month: Month, weekday: int | None) -> Match | None:
    full = dated(w, month, day, month.end, weekday)
    if full is None:
        return None
    value, end, _ = full
    if _is_a_score(w, i, month, value):
        return None
    before = w.words[i - 1] if w.words[i - 1] != "ال" else w.words[i - 2]  # حادث الـ11 من سبتمبر
    undirected = isinstance(value, Named) and value.direction is None
    if undirected and (
        (before in _NAMESAKES and not ends_sentence(w.gaps[i])) or _returns_each_year(w, end)
    ):
        return Match(i, end, NoDate())
    return _closed(w, month, Match(i, end, value, weekday))


def _returns_each_year(w: Words, end: int) -> bool:
    """Tell whether a day is one of every year (23 سبتمبر من كل عام)."""
    return w.words[end] == "من" and w.words[end + 1] == "كل" and w.near(end)


def _is_a_score(w: Words, i: int, month: Month, value: Value) -> bool:
    """Tell 2-صفر (two to nil) from the second of Safar, which then has its year or is an ordinal."""
    bare = isinstance(value, Named) and value.direction is None and w.words[i + 1] != "من"
    return month.hijri and month.number == 2 and bare and w.words[i][0].isdigit()


def _closed(w: Words, month: Month, match: Match) -> Match:
    """Take the closing bracket of a doubled month name into the match."""
    after = w.gaps[match.end] if match.end < len(w.gaps) else ""
    if match.end == month.end and after.startswith(")"):
        opening = w.text.rfind("(", w.starts[match.first], w.end(match.end - 1))
        if opening >= 0:
            return match._replace(stop=w.end(match.end - 1) + 1)
    return match


def _day_of_bare_direction(w: Words, i: int, day: int, end: int) -> Match | None:
    """Read a day of the running, last or next month without the word month: في 21 الجاري، 5 المقبل."""
    found = entry(w, end)
    if found is None or found.kind != "direction" or found.cut or not w.near(end):
        return None
    if not w.words[i][0].isdigit() or w.words[i - 1] not in _BEFORE_DAY or not w.near(i):
        return None
    return Match(i, end + 1, DayIn(Shift("month", int(found.value)), day))


_BEFORE_DAY: Final = folded_words(
    "في وفي يوم ويوم حتى وحتى إلى لغاية ولغاية بتاريخ منذ من الـ ال الموافق"
)


def _day_of_moved_month(w: Words, i: int, day: int, j: int) -> Match | None:
    if w.words[j] in ("هذا",) and bare(w, j + 1) == "الشهر":
        return Match(i, j + 2, DayIn(Shift("month", 0), day))
    if bare(w, j) != "الشهر" or not w.near(j):
        return None
    moved = moved_unit(w, j + 1, "month")
    return Match(i, moved[1], DayIn(moved[0], day)) if moved else None


def _day_range(w: Words, i: int, day: int, end: int) -> Match | None:
    """Read the first day of a range whose month stands after the second (من 3 إلى 5 آذار، 3-5 آذار، 3 و5 آذار)."""
    j = end
    if w.gaps[end].strip() in ("-", "–", "ـ"):
        pass
    elif w.words[end] in _TO and w.near(end):
        j = end + 1 + (w.words[end + 1] == "غايه")
    elif not (w.words[end].startswith("وال") and w.near(end)):
        return None  # nor الخامس والعاشر من أيلول
    second = day_number(w, j)
    if second is None or second[0] <= day or not w.near(second[1]):
        return None
    last = day_month(w, j)
    if last is None:
        return None
    through = last.value.a if isinstance(last.value, Between) else last.value
    first = same_month(through, day)
    if first and isinstance(last.value, Between):
        return last._replace(first=i, value=Between(first, last.value.b))
    return last._replace(first=i, value=Between(first, last.value)) if first else None


def same_month(value: Value, day: int) -> Value | None:
    """Return another day of the month of a day value."""
    if isinstance(value, Fixed) and value.grain == "day":
        if value.calendar == "hijri":
            return None
        return fixed(value.first.year, value.first.month, day, False)
    if isinstance(value, Named | Within | DayIn):
        return replace(value, day=day)
    return None


def month_expression(w: Words, i: int) -> Match | None:
    """Read a month without a day: أيلول المقبل، سبتمبر 2025، آب (أغسطس) الماضي؛ English: September 24, 2024."""
    month = month_name(w, i)
    if month is None:
        return None
    first = None if month.hijri else _month_day_year(w, i, month)
    if first or w.words[i].isascii():
        return first or _english_month(w, i, month)
    full = dated(w, month, None, month.end)
    if full is None:
        return None
    value, end, confirmed = full
    if w.words[end] == "نت":
        return None  # سبتمبر نت, a site
    if month.doubtful and not confirmed and not _month_cued(w, i):
        return None
    if (
        isinstance(value, Named)
        and value.direction is None
        and w.words[i - 1] in _NAMESAKES
        and w.near(i)
    ):
        return Match(i, end, NoDate("month"))
    if isinstance(value, Named) and value.direction is None:
        value = replace(value, direction=shared_direction(w, end, "month"))
    return _closed(w, month, Match(i, end, value))


def month_after_part(w: Words, i: int) -> Match | None:
    """Read a Hijri month that a part before it makes certain: (الثلث الأخير من) رمضان."""
    month = month_name(w, i)
    full = dated(w, month, None, month.end) if month and month.hijri else None
    return Match(i, full[1], full[0]) if full else None


def _month_cued(w: Words, i: int) -> bool:
    """Tell whether the word before makes a doubtful month name a month; most Hijri names and ماي need شهر or a part."""
    if w.words[i - 1] in _MONTH_UNITS:
        return True
    if w.words[i - 1] == "من" and w.words[i - 2] in _EARLIER and w.near(i):
        return True  # في وقت سابق من مارس
    name = bare(w, i)
    found = entry(w, i)
    hijri = found is not None and found.kind == "hijri"
    before = entry(w, i - 1)
    if hijri and w.near(i) and before and before.kind == "part":
        return True
    if name in _WELL_KNOWN and w.words[i - 1] in _MONTH_CUES and w.near(i):
        return True
    return (
        w.words[i - 1] in _MONTH_CUES
        and w.near(i)
        and not hijri
        and (name != "ماي" or w.words[i - 1] in _PARTS_OF_MONTH)
    )


def month_first(w: Words, i: int) -> Match | None:
    """Read a date with the month first, as sites print it (أغسطس 17, 2025؛ September 24th, 2024)."""
    month = month_name(w, i)
    return _month_day_year(w, i, month) if month and not month.hijri else None


def _month_day_year(w: Words, i: int, month: Month) -> Match | None:
    day = day_number(w, month.end) if w.words[month.end][:1].isdigit() else None
    if day is None or w.gaps[month.end].strip() not in ("", "."):
        return None
    year = year_number(w, day[1])
    if year is None or year[1] or w.gaps[day[1]].strip() not in ("", ",", "،"):
        return None
    value = fixed(year[0], month.number, day[0], False)
    return Match(i, year[2], value) if value else None


def _english_month(w: Words, i: int, month: Month) -> Match | None:
    year = year_number(w, month.end)
    if year and w.gaps[month.end].strip() in ("", ",", "."):
        value = fixed(year[0], month.number, None, False)
        return Match(i, year[2], value) if value else None
    return None
