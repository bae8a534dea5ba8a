"""Dates told from the day of writing by a length of time: قبل ثلاثة أيام، منذ عامين، بعد شهر من الآن، خلال عامين."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.durations import Length, duration
from rasid.language.dates.match import Match, entry
from rasid.language.dates.relative import unit_expression
from rasid.language.dates.tense import goes_on_ahead, looks_ahead, stands_alone
from rasid.language.dates.values import Between, Value
from rasid.language.dates.values_relative import Offset, Span
from rasid.language.numbers_scan import Words, folded_words

_NOW: Final = folded_words("الآن اليوم تاريخه")
_ANCHORED: Final = frozenset(("من", "علي", "عن"))
_TOLD: Final = folded_words("التي الذي اللتين اللذين")


def prepositional(w: Words, i: int) -> Match | None:
    """Read قبل/منذ/بعد/خلال with a length of time: قبل ثلاثة أيام، منذ عامين، خلال 24 ساعة الماضية."""
    found = entry(w, i)
    if found is None or not w.near(i + 1):
        return None
    length = duration(w, i + 1)
    if length is None or _names_its_unit(w, i + 1):
        return None
    end, kind = length.end, str(found.value)
    if length.direction:
        if length.unit == "hour":
            return None
        # What follows says it all: of (خلال) الساعات الـ48 الماضية the preposition is no part.
        return Match(i + 1, end, Span(length.unit, length.most * length.direction))
    if w.near(end) and w.words[end] in _TOLD:
        return None
    if kind == "after" and w.words[i - 1].rstrip("ا") == w.words[i + 1]:
        return None  # يوما بعد يوم
    if w.near(end) and (w.words[end] == "من" or (kind == "after" and w.words[end] in _ANCHORED)):
        if w.words[end] != "من" or w.words[end + 1] not in _NOW:
            return None
        end += 2
    elif kind in ("after", "during") and not (
        looks_ahead(w, i, _CLAUSE if w.words[i] == "غضون" else _REACH)
        or stands_alone(w, i, end)
        or goes_on_ahead(w, end)
        or _is_limit(w, i + 1, end)
    ):
        return None  # a story told: ten days after what came before it, not the day of writing
    value = _value(kind, length)
    return Match(i, end, value) if value else None


_REACH: Final = 12  # words that a verb of the future may stand before the length of time
_CLAUSE: Final = 18  # and before غضون, which is seldom said of the past
_AND_BY: Final = frozenset(("في", "وفي"))
_LIMITS: Final = folded_words("تتجاوز يتجاوز أقصاها")


def _is_limit(w: Words, i: int, end: int) -> bool:
    """Tell whether the length of time is the most that something may take: خلال فترة لا تتجاوز 12 شهرا."""
    if w.words[end] in _AND_BY and w.words[end + 1] == "موعد":
        return True  # خلال 12 شهرا وفي موعد أقصاه نهاية أيلول
    return not _LIMITS.isdisjoint(w.words[i:end])


def _names_its_unit(w: Words, i: int) -> bool:
    """Tell whether the unit after a preposition has a name of its own (منذ عام 2003، خلال شهر أيلول)."""
    return entry(w, i) is not None and unit_expression(w, i) is not None


def _value(kind: str, length: Length) -> Value | None:
    """Return what a length of time means after a preposition."""
    unit, least, most = length.unit, length.least, length.most
    if unit == "hour":  # a part of the day of writing
        return Offset("day", 0) if kind in ("before", "since") else None
    if kind == "throughout":
        return None
    if kind == "during":
        return Span(unit, most)
    sign = 1 if kind == "after" else -1
    if least == most:
        return Offset(unit, sign * most)
    return Between(Offset(unit, sign * least), Offset(unit, sign * most))
