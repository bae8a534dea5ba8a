"""Dates told from the day of writing by a unit of time: الشهر المقبل، العامين الماضيين، يوم الخميس، مطلع العام."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rasid.language.dates.centuries import (
    century_expression,
    decade_expression,
    decade_of_century,
)
from rasid.language.dates.dated import day_in
from rasid.language.dates.durations import LATEST, duration
from rasid.language.dates.lexicon import PLURAL_UNITS, entry_kind
from rasid.language.dates.match import Match, bare, entry
from rasid.language.dates.named import day_month, month_after_part, month_expression
from rasid.language.dates.numeric import day_slash_month, numeric_date
from rasid.language.dates.quarters import fraction_of_year
from rasid.language.dates.tense import looks_ahead, looks_back
from rasid.language.dates.today import is_today
from rasid.language.dates.told import YEAR_KINDS, moved_unit
from rasid.language.dates.values import Between, Part, Value
from rasid.language.dates.values_relative import Anaphor, SameMonth, Shift, Span, Weekend
from rasid.language.dates.weekdays import deictic, weekday_expression, with_day
from rasid.language.dates.years import year_at, year_expression
from rasid.language.numbers import read_number
from rasid.language.numbers_scan import Words, folded_words


def unit_expression(w: Words, i: int) -> Match | None:
    """Read an expression that begins with a time unit: العام الماضي، شهر أيلول، يوم الخميس، العامين الماضيين."""
    found = entry(w, i)
    if found is None:
        return None
    unit, name = str(found.value), bare(w, i)
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
    this = bare(w, i - 1) in ("هذا", "هذه") and w.words[i - 2] != "مثل" and w.near(i)
    if this and (unit in ("week", "month", "year") or (unit == "decade" and _is_a_time(w, i - 1))):
        return Match(i - 1, i + 1, Shift(unit, 0))
    if unit == "decade" and w.words[i + 1] == "الاخير" and w.near(i + 1):
        return Match(i, i + 2, Span(unit, -1))
    return _moved(w, i, unit)


def _is_a_time(w: Words, i: int) -> bool:
    """Tell whether a time stands before word `i`; هذا العقد alone is a contract."""
    before = w.words[i - 1]
    return before in ("خلال", "وخلال", "طوال", "قبل") or entry_kind(before) == "part"


def _month_noun(w: Words, i: int) -> Match | None:
    """Read the month named after شهر or شهري."""
    match = month_expression(w, i + 1) if w.near(i + 1) else None
    return match.within(i) if match else None


_NIGHT_BEFORE: Final = folded_words("تلك ذلك نفس في وفي منذ كل طوال ألف مثل")
_NIGHT_AFTER: Final = folded_words("نفسها ذاتها التي واليوم وضحاها الظلماء")


def _night(w: Words, i: int) -> Match | None:
    """Read الليلة الماضية, and الليلة when it is tonight."""
    following = entry(w, i + 1) if w.near(i + 1) else None
    if following and following.kind == "direction" and following.value == -1:
        return Match(i, i + 2, Shift("day", -1))
    if following and following.kind in ("anaphor", "ordinal", "direction"):
        return None
    if w.words[i - 1] == "هذه":
        this = Match(i - 1, i + 1, Shift("day", 0))
        return None if w.words[i - 2] in ("في", "مثل") else with_day(w, this)
    tonight = w.words[i - 1] not in _NIGHT_BEFORE and w.words[i + 1] not in _NIGHT_AFTER
    described = (
        w.near(i + 1)
        and w.words[i + 1].startswith("ال")
        and entry_kind(w.words[i + 1]) != "weekday"
    )
    return with_day(w, Match(i, i + 1, Shift("day", 0))) if tonight and not described else None


def _moved(w: Words, i: int, unit: str) -> Match | None:
    if unit == "week" and (nth := _week_of_month(w, i)):
        return nth
    if unit == "century":
        return century_expression(w, i)
    if unit == "decade" and (tenth := decade_of_century(w, i)):
        return tenth
    if unit not in ("week", "month", "year", "decade"):
        return None
    moved = moved_unit(w, i + 1, unit)
    if moved is None or (unit == "decade" and isinstance(moved[0], Anaphor)):
        return None
    first = i - isinstance(moved[0], SameMonth) * (w.words[i + 1] == "من")  # نفس الشهر من
    return Match(first, moved[1], moved[0])


_NTH: Final = {"الاول": "w1", "الثاني": "w2", "الثالث": "w3", "الرابع": "w4", "الاخير": "w9"}


def _week_of_month(w: Words, i: int) -> Match | None:
    """Read الأسبوع الأول من أيلول."""
    part = _NTH.get(w.words[i + 1])
    if part is None or w.words[i + 2] != "من":
        return None
    month = month_expression(w, i + 3) or unit_expression(w, i + 3)
    if month is None or month.value.grain != "month":
        return None
    return month._replace(first=i, value=Part(month.value, part))


def _day_noun(w: Words, i: int) -> Match | None:
    """Read what follows يوم: a weekday, a date, أمس."""
    after = entry(w, i + 1)
    match = None
    if not w.near(i + 1) and w.gaps[i + 1].strip(" (") != "":
        return None
    if after and after.kind == "weekday":
        match = weekday_expression(w, i + 1)
    elif after and after.kind == "deictic":
        match = deictic(w, i + 1)
    elif after and w.words[i + 1] == "اليوم":
        match = _today(w, i + 1)
    else:
        match = numeric_date(w, i + 1) or day_month(w, i + 1) or day_slash_month(w, i + 1)
    return match._replace(first=min(i, match.first)) if match else None


def _today(w: Words, i: int) -> Match | None:
    following = entry(w, i + 1) if w.near(i + 1) else None
    if following and following.kind == "anaphor" and not following.cut:
        told_by = w.words[i + 2]  # اليوم السابق على المباراة، اليوم نفسه الذي
        if told_by in ("علي", "الذي") or told_by.startswith("ل"):
            return None
        return Match(i, i + 2, Anaphor("day", int(following.value)))
    match = with_day(w, Match(i, i + 1, Shift("day", 0)))
    if match.end == i + 1 and not is_today(w, i):
        return None
    return match.within(i - 1) if w.words[i - 1] == "هذا" and w.near(i) else match


_NAMED_NOUNS: Final[dict[str, Callable[[Words, int], Match | None]]] = {
    "يوم": _day_noun,
    "اليوم": _today,
    "شهر": _month_noun,
    "الليله": _night,
}


def _counted_units(w: Words, i: int, unit: str) -> Match | None:
    """Read units counted after themselves: العامين الماضيين، الأيام الثلاثة المقبلة، الأشهر التسعة الأولى من 2024."""
    if unit not in ("hour", "day", "week", "month", "year", "decade"):
        return None
    n, j = 2, i + 1
    if bare(w, i) in PLURAL_UNITS:
        j += w.words[j] == "ال"  # الأشهر الـ12
        number = read_number(w, j) if w.near(j) else None
        if number is None or number.vague:
            return None
        n, j = int(number.low), number.end
    if unit == "hour":
        if n % 24:
            return None
        unit, n = "day", n // 24
    if n and (part := _edge(w, i, j, unit, n)):
        return part
    moved = entry(w, j)
    if w.words[j] in LATEST and w.near(j):
        return Match(i, j + 1, Span(unit, -n))
    if moved is None or moved.kind != "direction" or moved.cut or not w.near(j):
        return None
    way = int(moved.value)
    second = entry(w, j + 1)
    if n == 2 and second and second.kind == "direction" and w.words[j + 1].startswith("وال"):
        both = Between(Shift(unit, way), Shift(unit, int(second.value)))
        return Match(i, j + 2, both)  # العامين الحالي والمقبل
    return Match(i, j + 1, Span(unit, n * way)) if way else None


_EDGES: Final = dict.fromkeys(folded_words("الأولى الأول الأولين الأوليين الأوائل"), 1) | dict.fromkeys(
    folded_words("الأخيرة الأخيرين الأواخر"), -1
)  # fmt: skip


def _edge(w: Words, i: int, j: int, unit: str, n: int) -> Match | None:
    """Read the first or last `n` months or days of a longer time; word `j` is الأولى or الأخيرة, then من."""
    side = _EDGES.get(w.words[j])
    if side is None or w.words[j + 1] != "من" or not w.near(j + 1):
        return None
    return _counted_part(w, i, j + 2, unit, side * n)


def _counted_part(w: Words, first: int, j: int, unit: str, n: int) -> Match | None:
    """Return the first or last `n` units of the year or month at word `j`, as a match from word `first`."""
    whole = _whole(w, j)
    if whole is None or (unit, whole.value.grain) not in (("month", "year"), ("day", "month")):
        return None
    return whole._replace(first=first, value=Part(whole.value, f"{unit[0]}{n}"))


def _whole(w: Words, j: int) -> Match | None:
    """Read a month, a year or a longer time that something is a part of."""
    return (
        unit_expression(w, j)
        or month_expression(w, j)
        or decade_expression(w, j)
        or fraction_of_year(w, j)
        or _bare_year(w, j)
        or _this_unit(w, j)
    )


def _first_units(w: Words, i: int) -> Match | None:
    """Read أول تسعة أشهر من 2015 from أول."""
    length = duration(w, i + 1)
    if length is None or w.words[length.end] != "من":
        return None
    return _counted_part(w, i, length.end + 1, length.unit, length.most)


_THIS_WEEK: Final = Shift("week", 0)
_FIRST_DAY: Final = folded_words("أول غرة")
_COMMON_PARTS: Final = folded_words(
    "أول آخر وسط"
)  # before a name they are no part of a month (أول رجب يفوز)


def part_expression(w: Words, i: int) -> Match | None:
    """Read a part of a month, year, week or decade: مطلع أيلول، منتصف العام المقبل، نهاية 2026، أواخر الشهر."""
    found = entry(w, i)
    if found is None or not w.near(i + 1):
        return None
    j = i + 1
    part = str(found.value)
    if w.words[j] in ("هذا", "هذه") and entry(w, j + 1):
        j += 1
    inner = _whole(w, j)
    opens = bare(w, i) in _FIRST_DAY
    if inner is None and bare(w, i) not in _COMMON_PARTS:
        inner = month_after_part(w, j)
    if inner is None and opens:
        return _first_units(w, i)
    if inner and opens and inner.value.grain == "month":
        return inner._replace(first=i, value=day_in(inner.value, 1))
    if inner is None or inner.value.grain == "day":
        return None
    if isinstance(inner.value, Part) and inner.value.grain != "quarter":
        return None
    running = inner.value == _THIS_WEEK and j == i + 1 and inner.first == j
    if part == "end" and running and looks_back(w, i) and not looks_ahead(w, i):
        return inner._replace(first=i, value=Weekend())
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
    year = year_at(w, i) if w.words[i][:1].isdigit() else None
    return Match(i, year[1], year[0]) if year else None


def _this_unit(w: Words, i: int) -> Match | None:
    """Read a definite unit without a direction (نهاية العام): the running one."""
    name = w.words[i]
    if w.near(i + 1) and (entry_kind(w.words[i + 1]) == "ordinal" or w.words[i + 1] in YEAR_KINDS):
        return None  # the end of the seventh year, of the school year
    if name in ("العام", "السنه", "الشهر", "الاسبوع"):
        found = entry(w, i)
        return Match(i, i + 1, Shift(str(found.value), 0)) if found else None
    return None
