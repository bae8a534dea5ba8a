"""Dates told from the day of writing: أمس، غداً، الشهر المقبل، قبل ثلاثة أيام، خلال عامين، الخميس الماضي، مطلع العام."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rasid.language.dates.lexicon import ACCUSATIVE_UNITS, PLURAL_UNITS, entry_kind
from rasid.language.dates.match import YEAR_KINDS, Match, bare, entry, moved_unit
from rasid.language.dates.named import day_month, month_expression
from rasid.language.dates.numeric import day_slash_month, numeric_date
from rasid.language.dates.tense import looks_ahead, stands_alone
from rasid.language.dates.today import is_today
from rasid.language.dates.values import Between, Part, Value
from rasid.language.dates.values_relative import Anaphor, Offset, Shift, Span
from rasid.language.dates.weekdays import deictic, weekday_expression, with_day
from rasid.language.dates.years import decade_expression, year_at, year_expression
from rasid.language.numbers import read_number
from rasid.language.numbers_scan import Words, folded_words

_HEDGES: Final = folded_words(
    "نحو حوالي قرابة زهاء أكثر أقل من ما يقارب يقرب يزيد عن على الـ ال مدة فترة"
)
# "Two thousand years ago" is no date.
_LONGEST: Final = {"day": 3000, "week": 500, "month": 500, "year": 200, "decade": 20}
_LATEST: Final = folded_words("الأخيرة الأخيرين الأخيرتين")


def unit_expression(w: Words, i: int) -> Match | None:
    """Read an expression that begins with a time unit: العام الماضي، شهر أيلول، يوم الخميس، العامين الماضيين."""
    found = entry(w, i)
    if found is None:
        return None
    unit, name = str(found.value), w.word(i)[found.cut :]
    if unit == "year":
        match = year_expression(w, i)
        if match:
            return match
    if name in _NAMED_NOUNS:
        return _NAMED_NOUNS[name](w, i)
    if found.kind == "units2" or name in PLURAL_UNITS:
        named = _month_noun(w, i) if unit == "month" else None
        return named or _counted_units(w, i, unit)
    if not name.startswith("ال"):
        return None
    this = bare(w, i - 1) in ("هذا", "هذه") and w.word(i - 2) != "مثل" and w.near(i)
    if this and unit in ("week", "month", "year", "decade"):
        return Match(i - 1, i + 1, Shift(unit, 0))
    return _moved(w, i, unit)


def _month_noun(w: Words, i: int) -> Match | None:
    """Read the month named after شهر or شهري."""
    match = month_expression(w, i + 1) if w.near(i + 1) else None
    return match.within(i) if match else None


def _night(w: Words, i: int) -> Match | None:
    """Read الليلة الماضية."""
    last = entry(w, i + 1)
    past = last and last.kind == "direction" and last.value == -1 and w.near(i + 1)
    return Match(i, i + 2, Shift("day", -1)) if past else None


def _moved(w: Words, i: int, unit: str) -> Match | None:
    if unit == "week" and (nth := _week_of_month(w, i)):
        return nth
    if unit not in ("week", "month", "year", "decade"):
        return None
    moved = moved_unit(w, i + 1, unit)
    if moved is None or (unit == "decade" and isinstance(moved[0], Anaphor)):
        return None
    return Match(i, moved[1], moved[0])


_NTH: Final = {"الاول": "w1", "الثاني": "w2", "الثالث": "w3", "الرابع": "w4", "الاخير": "w9"}


def _week_of_month(w: Words, i: int) -> Match | None:
    """Read الأسبوع الأول من أيلول."""
    part = _NTH.get(w.word(i + 1))
    if part is None or w.word(i + 2) != "من":
        return None
    month = month_expression(w, i + 3) or unit_expression(w, i + 3)
    if month is None or month.value.grain != "month":
        return None
    return month._replace(first=i, value=Part(month.value, part))


def _day_noun(w: Words, i: int) -> Match | None:
    """Read what follows يوم: a weekday, a date, أمس."""
    after = entry(w, i + 1)
    match = None
    if not w.near(i + 1) and w.gap(i + 1).strip(" (") != "":
        return None
    if after and after.kind == "weekday":
        match = weekday_expression(w, i + 1)
    elif after and after.kind == "deictic":
        match = deictic(w, i + 1)
    elif after and w.word(i + 1) == "اليوم":
        match = _today(w, i + 1)
    else:
        match = numeric_date(w, i + 1) or day_month(w, i + 1) or day_slash_month(w, i + 1)
    return match._replace(first=min(i, match.first)) if match else None


def _today(w: Words, i: int) -> Match | None:
    match = with_day(w, Match(i, i + 1, Shift("day", 0)))
    if match.end > i + 1:
        return match
    return match if is_today(w, i) else None


_NAMED_NOUNS: Final[dict[str, Callable[[Words, int], Match | None]]] = {
    "يوم": _day_noun,
    "اليوم": _today,
    "شهر": _month_noun,
    "الليله": _night,
}


def _counted_units(w: Words, i: int, unit: str) -> Match | None:
    """Read units counted after themselves, with a direction: العامين الماضيين، الأيام الثلاثة المقبلة."""
    if unit not in ("day", "week", "month", "year", "decade"):
        return None
    n, j = 2, i + 1
    if bare(w, i) in PLURAL_UNITS:
        j += w.word(j) == "ال"  # الأشهر الـ12
        number = read_number(w, j) if w.near(j) else None
        if number is None or number.vague:
            return None
        n, j = int(number.low), number.end
    moved = entry(w, j)
    if w.word(j) in _LATEST and w.near(j):
        return Match(i, j + 1, Span(unit, -n))
    if moved is None or moved.kind != "direction" or moved.cut or not w.near(j):
        return None
    way = int(moved.value)
    second = entry(w, j + 1)
    if n == 2 and second and second.kind == "direction" and w.word(j + 1).startswith("وال"):
        both = Between(Shift(unit, way), Shift(unit, int(second.value)))
        return Match(i, j + 2, both)  # العامين الحالي والمقبل
    return Match(i, j + 1, Span(unit, n * way)) if way else None


def duration(w: Words, i: int) -> tuple[str, int, int, int] | None:
    """Read a length of time at word `i`: unit, number, next word, and the direction written after it (0 when none)."""
    j = i
    while w.word(j) in _HEDGES and w.near(j) and j < i + 4:
        j += 1
    found = entry(w, j)
    n = 1
    number = None if found and found.kind in ("unit", "units2") else read_number(w, j)
    if number:
        if number.vague or number.low != int(number.low) or not w.near(number.end):
            return None
        n, j = int(number.low), number.end
        found = entry(w, j)
        if found is None or found.kind != "unit" or found.cut:
            return None
    elif found is None or found.cut or found.kind not in ("unit", "units2"):
        return None
    elif found.kind == "units2":
        n = 2
        if w.word(j).startswith("ال") and entry_kind(w.word(j + 1)) != "direction":
            return None
    elif w.word(j) in PLURAL_UNITS or w.word(j) in ACCUSATIVE_UNITS or w.word(j).startswith("ال"):
        return None
    return _measured(w, found.value, n, j + 1, counted=number is not None or found.kind == "units2")


def _measured(
    w: Words, unit: str | int, n: int, end: int, *, counted: bool
) -> tuple[str, int, int, int] | None:
    name = str(unit)
    if name == "hour" and n % 24 == 0 and counted:
        name, n = "day", n // 24
    if name not in ("day", "week", "month", "year", "decade") or not 0 < n <= _LONGEST[name]:
        return None
    if w.word(end) == "ونصف" and name in ("year", "decade"):
        name, n, end = (
            ("month", n * 12 + 6, end + 1) if name == "year" else ("year", n * 10 + 5, end + 1)
        )
    if w.word(end) in ("واحد", "واحده", "كامل", "كامله", "تقريبا"):
        end += 1
    moved = entry(w, end)
    direction = 0
    if moved and moved.kind == "direction" and not moved.cut and w.near(end) and int(moved.value):
        direction, end = int(moved.value), end + 1
    return name, n, end, direction


def prepositional(w: Words, i: int) -> Match | None:
    """Read قبل/منذ/بعد/خلال with a length of time: قبل ثلاثة أيام، منذ عامين، خلال 24 ساعة الماضية."""
    found = entry(w, i)
    if found is None or not w.near(i + 1):
        return None
    length = duration(w, i + 1)
    if length is None or _names_its_unit(w, i + 1):
        return None
    unit, n, end, direction = length
    kind = str(found.value)
    if direction:
        return Match(i, end, Span(unit, n * direction))
    if w.near(end) and (w.word(end) == "من" or (kind == "after" and w.word(end) in ("علي", "عن"))):
        if w.word(end) != "من" or w.word(end + 1) not in ("الان", "اليوم"):
            return None
        end += 2
    elif kind in ("after", "during") and not (looks_ahead(w, i) or stands_alone(w, i, end)):
        return (
            None  # a story told: ten days after what came before it, not after the day of writing
        )
    if kind == "throughout":
        return None
    value: Value
    if kind in ("before", "since"):
        value = Offset(unit, -n)
    elif kind == "after":
        value = Offset(unit, n)
    else:
        value = Span(unit, n)
    return Match(i, end, value)


def _names_its_unit(w: Words, i: int) -> bool:
    """Tell whether the unit after a preposition has a name of its own (منذ عام 2003، خلال شهر أيلول)."""
    return entry(w, i) is not None and unit_expression(w, i) is not None


def part_expression(w: Words, i: int) -> Match | None:
    """Read a part of a month, year, week or decade: مطلع أيلول، منتصف العام المقبل، نهاية 2026، أواخر الشهر."""
    found = entry(w, i)
    if found is None or not w.near(i + 1):
        return None
    j = i + 1
    part = str(found.value)
    if w.word(j) in ("هذا", "هذه") and entry(w, j + 1):
        j += 1
    inner = (
        unit_expression(w, j)
        or month_expression(w, j)
        or decade_expression(w, j)
        or _bare_year(w, j)
        or _this_unit(w, j)
    )
    if inner is None or isinstance(inner.value, Part) or inner.value.grain == "day":
        return None
    if not YEAR_KINDS.isdisjoint(w.words[j : inner.end]):
        return None  # the end of a school or fiscal year is not December
    return inner._replace(first=i, value=_part_of(inner.value, part))


def _part_of(value: Value, part: str) -> Value:
    if isinstance(value, Between):
        return replace(
            value,
            **{"b" if part == "end" else "a": Part(value.b if part == "end" else value.a, part)},
        )
    return Part(value, part)


def _bare_year(w: Words, i: int) -> Match | None:
    year = year_at(w, i) if w.word(i)[:1].isdigit() else None
    return Match(i, year[1], year[0]) if year else None


def _this_unit(w: Words, i: int) -> Match | None:
    """Read a definite unit without a direction (نهاية العام): the running one."""
    name = w.word(i)
    if w.near(i + 1) and (entry_kind(w.word(i + 1)) == "ordinal" or w.word(i + 1) in YEAR_KINDS):
        return None  # the end of the seventh year, of the school year
    if name in ("العام", "السنه", "الشهر", "الاسبوع"):
        found = entry(w, i)
        return Match(i, i + 1, Shift(str(found.value), 0)) if found else None
    return None
