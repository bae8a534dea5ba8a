"""What says that a bare number counts: a cue before it, a verb of reaching, the definite noun that it follows."""

from __future__ import annotations

from typing import Final

from rasid.findings.quantities.context import COUNT_CUES, NUMBERED, REACHING
from rasid.findings.quantities.counted import PERCENT, is_percent
from rasid.findings.quantities.joining import is_of_those
from rasid.findings.quantities.units import Unit, unit_forms
from rasid.language import fold_word
from rasid.language.numbers import Number
from rasid.language.numbers_scan import Words, folded_words


def is_cued(w: Words, first: int) -> bool:
    """Tell whether one of the three words before says that a bare number counts (عددهم 2500، عديد القوات 3500)."""
    if is_of_those(w, first):
        return True
    for k in range(first - 1, max(-1, first - 4), -1):
        if not w.near(k + 1) and (k < first - 1 or w.gaps[first] != " ("):
            return False  # but استشهاد (15)
        if w.words[k] in COUNT_CUES:
            return w.gaps[first] != " (" or w.words[k - 1] != "في"  # في عددها (19086): of a paper
    return False


# نزولا من 4500 في البلد، 48 مقعدا بدلا من 47
_OUT_OF: Final = folded_words("نزولا صعودا هبوطا ارتفاعا انخفاضا تراجعا بدلا وبدلا عوضا وعوضا")
_INSTEAD: Final = ("بدل", "وبدل", "عوض", "وعوض")  # عدل السن إلى 18 بدلا من 21
_NAMING: Final = 9  # words between the number of something and هو
_ELIDED: Final = 4


def _clause_before(w: Words, i: int, reach: int) -> list[str]:
    """Return the words before word `i`, back to a sign between two words."""
    first = i
    while first > 0 and i - first < reach and (first == i or w.near(first)):
        first -= 1
    return w.words[first:i]


def is_reached(w: Words, first: int) -> bool:
    """Tell whether a verb of change or of reaching, or a percentage, leads to the number (سينزل العدد إلى 3500)."""
    if not w.near(first):
        return False
    if w.words[first - 1] in ("هو", "هي"):
        return not NUMBERED.isdisjoint(_clause_before(w, first, _NAMING))  # العدد الفعلي هو 4450
    if w.words[first - 1] == "من":
        instead = w.words[first - 2].startswith(_INSTEAD) and w.words[first - 3][:1].isdigit()
        return w.words[first - 2] in _OUT_OF and w.near(first - 1) and not instead
    if w.words[first - 1] != "الي":
        return False
    if not NUMBERED.isdisjoint(_clause_before(w, first, _ELIDED)):
        return True  # وعدد الجرحى إلى 32: the verb stands in the sentence before
    if is_after_percent(w, first):
        return True  # وهبط المؤشر 0.1 بالمئة إلى 94.06
    for k in range(first - 2, max(-1, first - 9), -1):
        if w.words[k] in REACHING:
            return True
        if "." in w.gaps[k + 1] or "\n" in w.gaps[k + 1]:
            return False
    return False


def is_after_percent(w: Words, i: int) -> bool:
    """Tell whether a percentage stands before the إلى that stands before word `i`."""
    return "%" in w.gaps[i - 1] or w.words[i - 2] in PERCENT or is_percent(w, i - 3)


def may_follow_its_noun(w: Words, first: int, number: Number) -> bool:
    """Tell whether a definite noun before a number may be what it counts: الدول الـ27، الدول 12 الأعضاء."""
    if first < number.first:
        return True
    bare = number.digits and w.gaps[first] == w.gaps[number.end] == " "
    bare = bare and not _A_YEAR[0] <= number.low <= _A_YEAR[1]  # مؤتمر الهواتف 2018 الذي
    return (
        bare
        and number.low > 2
        and w.words[number.end].startswith("ال")
        and _is_plural(w, first - 1)
    )


_A_YEAR: Final = (1900, 2100)


def _is_plural(w: Words, i: int) -> bool:
    """Tell whether word `i` is a definite plural of a known unit."""
    unit = unit_forms().get(w.words[i])
    return unit is not None and fold_word(unit.lemma) != w.words[i][unit.cut :].removeprefix("ال")


def definite_noun(w: Words, i: int) -> Unit | None:
    """Return the unit at word `i` that الـ and digits count after it: الدول الـ27 الأعضاء، مقاعد البرلمان الـ128."""
    if not w.near(i + 1):
        return None
    unit = unit_forms().get(w.words[i])
    if unit and unit.definite and not unit.dual:
        return unit
    if not (w.near(i) and w.words[i + 1] == "ال" and w.words[i].startswith("ال")):
        return None
    further = unit_forms().get(w.words[i - 1])  # المنتخبات العربية الـ13
    return further if further and not further.dual and _is_plural(w, i - 1) else None
