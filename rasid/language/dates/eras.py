"""Years that only their era or their brackets tell: (1735-1796)، 570 - 632 ميلادي، بين عام 568 و645 ميلادي."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.match import Match, fixed, whole_number
from rasid.language.dates.told import YEAR_UNITS
from rasid.language.dates.values import Between
from rasid.language.numbers_scan import Words

_ERAS: Final = {"ميلادي": False, "ميلاديه": False, "ميلاد": False, "هجري": True, "هجريه": True}
_LONGEST_LIFE: Final = 120


def years_of_a_life(w: Words, i: int) -> Match | None:
    """Read the years of a life or a reign in brackets: الإمبراطور تشيان لونغ (1735-1796)."""
    first, last = whole_number(w, i, 1000, 2100), whole_number(w, i + 1, 1000, 2100)
    if first is None or last is None or not 0 < last - first < _LONGEST_LIFE:
        return None
    if w.gaps[i + 1].strip() not in ("-", "–") or not w.gaps[i + 2].startswith(")"):
        return None
    return _span(i, i + 2, first, last, hijri=False)


def early_years(w: Words, i: int) -> Match | None:
    """Read two years before our age whose era stands after the second: 570 - 632 ميلادي، بين عام 568 و645 ميلادي."""
    j = i + 1 + (w.words[i + 1] in ("و", "الي", "حتي"))
    first, last = whole_number(w, i, 100, 1699), whole_number(w, j, 100, 1699)
    if first is None or last is None or first >= last or w.gaps[j].strip() not in ("", "-", "–"):
        return None
    hijri = _ERAS.get(w.words[j + 1].removeprefix("ال").removeprefix("لل"))
    if hijri is None or not w.near(j + 1):
        return None
    return _span(i - (w.words[i - 1] in YEAR_UNITS), j + 2, first, last, hijri=hijri)


def _span(first: int, end: int, a: int, b: int, *, hijri: bool) -> Match | None:
    values = fixed(a, None, None, hijri), fixed(b, None, None, hijri)
    if values[0] is None or values[1] is None:
        return None
    return Match(first, end, Between(values[0], values[1]))
