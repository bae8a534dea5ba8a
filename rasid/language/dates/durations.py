"""Lengths of time: ثلاثة أيام، عامين، نحو شهر ونصف، شهرين إلى ثلاثة أشهر."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.language.dates.lexicon import ACCUSATIVE_UNITS, PLURAL_UNITS, Entry, entry_kind
from rasid.language.dates.match import entry
from rasid.language.numbers import Number, read_number
from rasid.language.numbers_scan import Words, folded_words

HEDGES: Final = folded_words(
    "نحو حوالي حوالى قرابة زهاء أكثر أقل من ما يقارب يقرب يزيد تزيد عن على الـ ال مدة فترة أقصاها لا يتجاوز تتجاوز"
)
_MOST_HEDGES: Final = 5
_ABOUT: Final = folded_words("نحو حوالي قرابة زهاء")  # قبل نحو الشهر
# "Two thousand years ago" is no date.
_LONGEST: Final = {"hour": 23, "day": 3000, "week": 500, "month": 500, "year": 200, "decade": 20}
LATEST: Final = folded_words("الأخيرة الأخيرين الأخيرتين")
_WHOLLY: Final = folded_words("واحد واحدة كامل كاملة تقريبا فقط")


class Length(NamedTuple):
    """A length of time: from `least` to `most` units, the next word, the direction written after it (0 when none)."""

    unit: str
    least: int
    most: int
    end: int
    direction: int


def duration(w: Words, i: int) -> Length | None:
    """Read a length of time at word `i`: ثلاثة أيام، عامين، نحو شهر ونصف، شهرين إلى ثلاثة أشهر."""
    j = i
    while w.words[j] in HEDGES and w.near(j) and j < i + _MOST_HEDGES:
        j += 1
    found = entry(w, j)
    if found and found.kind in ("unit", "units2"):
        return _of_unit(w, j, found, hedged=j > i)
    number = _whole_number(w, j) or _a_few(w, j)
    if number is None:
        return None
    upper = _upper(w, number.end)
    n, most, j = int(number.low), int((upper or number).high), (upper or number).end
    found = entry(w, j)
    if found and found.kind == "units2" and upper is None:
        return None
    if found is None or found.kind != "unit" or found.cut or not w.near(j) or n > most:
        return None
    return _measured(w, str(found.value), n, most, j + 1, counted=True)


def _whole_number(w: Words, i: int) -> Number | None:
    number = read_number(w, i)
    if number is None or number.vague or number.low != int(number.low) or not w.near(number.end):
        return None
    return number


def _a_few(w: Words, i: int) -> Number | None:
    """Read بضعة before a plural (بضعة أيام): three to nine."""
    number = read_number(w, i) if w.words[i] in _FEW else None
    few = number is not None and number.high == _MOST_FEW and w.words[number.end] in PLURAL_UNITS
    return number if few and w.near(i + 1) else None


_FEW: Final = folded_words("بضع بضعة")
_MOST_FEW: Final = 9


def _upper(w: Words, i: int) -> Number | None:
    """Read the upper end of a length: (ستة) إلى ثمانية (أشهر)، (شهرين) أو ثلاثة."""
    return _whole_number(w, i + 1) if w.words[i] in ("الي", "او") and w.near(i + 1) else None


def _of_unit(w: Words, i: int, found: Entry, *, hedged: bool) -> Length | None:
    """Read one or two units without a number: شهر، عامين, and what may follow (شهرين أو ثلاثة)."""
    word = w.words[i]
    if found.cut:
        return None
    if found.kind == "unit":
        about = word.startswith("ال") and w.words[i - 1] in _ABOUT and found.value != "hour"
        if word in PLURAL_UNITS or word in ACCUSATIVE_UNITS:
            return None
        if word.startswith("ال") and not about:
            return None
        two = entry(w, i + 2) if w.words[i + 1] == "او" and w.near(i + 1) else None
        if two and two.kind == "units2" and two.value == found.value and w.near(i + 2):
            return _measured(w, str(found.value), 1, 2, i + 3, counted=True)  # عام أو عامين
        return _measured(w, str(found.value), 1, 1, i + 1, counted=False)
    if word.startswith("ال") and not hedged and entry_kind(w.words[i + 1]) != "direction":
        return None
    most, end = 2, i + 1
    upper = _upper(w, end) if w.near(end) else None
    if upper and 2 < upper.low < 100 and not upper.digits:
        most, end = int(upper.low), upper.end
        following = entry(w, end)
        if following and following.kind == "unit" and following.value == found.value:
            end += w.near(end)
    return _measured(w, str(found.value), 2, most, end, counted=True)


def _measured(w: Words, unit: str, n: int, most: int, end: int, *, counted: bool) -> Length | None:
    """Return a length with what is written after it: ونصف، كاملة، من الزمن، الماضية."""
    if unit == "hour" and n % 24 == most % 24 == 0 and counted:
        unit, n, most = "day", n // 24, most // 24
    if unit not in _LONGEST or not 0 < n <= _LONGEST[unit] or most > _LONGEST[unit]:
        return None
    if w.words[end] == "ونصف" and unit in ("year", "decade"):
        parts, smaller = (12, "month") if unit == "year" else (10, "year")
        unit, n, most, end = smaller, n * parts + parts // 2, most * parts + parts // 2, end + 1
        end += w.words[end] in ("العام", "السنه", "العقد", "عام") and w.near(end)
    if w.words[end] in _WHOLLY and w.near(end):
        end += 1
    elif w.words[end] == "من" and w.words[end + 1] in ("الزمن", "الزمان"):
        end += 2
    moved = entry(w, end)
    direction = 0
    if moved and moved.kind == "direction" and not moved.cut and w.near(end) and int(moved.value):
        direction, end = int(moved.value), end + 1
    elif w.words[end] in LATEST and counted and w.near(end):
        direction, end = -1, end + 1  # الثلاثة أشهر الأخيرة
    return Length(unit, n, most, end, direction)
