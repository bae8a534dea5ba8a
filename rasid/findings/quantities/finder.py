"""The finder of quantities: numbers with their hedges, units and ranges, and what they are about."""

from __future__ import annotations

from functools import cache
from typing import Final

from rasid.findings.quantities.context import (
    COUNT_CUES,
    REACHING,
    hedge_after,
    hedge_before,
    hedge_cut,
    is_label,
    is_loosely_hedged,
)
from rasid.findings.quantities.counted import (
    OTHERS,
    PERCENT,
    is_percent,
    known_unit,
    unit_after,
    written,
)
from rasid.findings.quantities.duals import (
    DUAL_ADJECTIVES,
    after_noun,
    dual,
    hedged_dual,
    marked_duals,
)
from rasid.findings.quantities.joining import Count, joined, settled, with_unit_before
from rasid.findings.quantities.units import other_unit, unit_forms
from rasid.findings.types import Quantity
from rasid.language import Document
from rasid.language.dates.dashes import scan_of, with_dashes
from rasid.language.dates.finder import parse_text
from rasid.language.dates.lexicon import LEXICON
from rasid.language.numbers import NUMBER_WORDS, Number, read_number
from rasid.language.numbers_scan import Words

_DAMAGED: Final = "ر"  # 29ر0 in agency copy: digits and order are lost


def find_quantities(text: str | Document) -> list[Quantity]:
    """Return the quantities of a text in order.

    A hedge (نحو) keeps the value and sets `approximate`; a bound (أكثر من، أقل من) gives the bound with `approximate`;
    vague words are intervals (بضعة 3–9, عشرات 10–99, مئات 100–999, آلاف 1000–9999) with `approximate`; a range has its
    two ends. `unit` is the dictionary form of the counted noun, "%" for percentages, "" when none is written; a share
    (نصف، ثلث) has a value below 1. Numbers that belong to a date are no quantities.
    """
    document = Document.of(text)
    folded = with_dashes(document)
    w = scan_of(document)
    found: list[Quantity] = []
    for count in _counts(w, document):
        first, last = w.starts[count.first] + _cut(w, count.first), _stop(w, count)
        first -= _opens_inside(w, count, last)
        start, end = folded.span(first, last)
        surface = document.text[start:end]
        found.append(
            Quantity(
                start,
                end,
                surface,
                count.low,
                count.high,
                count.approximate,
                count.unit,
                count.about,
            )
        )
    return found


def _cut(w: Words, i: int) -> int:
    """Return the length of the proclitics of the first word of a quantity."""
    word = w.words[i]
    entry = NUMBER_WORDS.get(word)
    if entry:
        cut = entry.cut
    elif unit := unit_forms().get(word):
        cut = unit.cut
    else:
        return hedge_cut(word)
    return cut - 1 if cut and word[cut - 1 : cut + 1] == "لل" else cut


def _opens_inside(w: Words, count: Count, last: int) -> bool:
    """Tell whether a bracket opened right before the quantity closes inside it: (167) مليون."""
    first = w.starts[count.first]
    return w.gaps[count.first].endswith("(") and ")" in w.text[first:last]


def _stop(w: Words, count: Count) -> int:
    """Return the offset after a quantity, with the percent sign or the bracket that closes it."""
    stop = w.end(count.end - 1)
    after = w.gaps[count.end]
    if count.unit == "%" and after.lstrip()[:1] in ("%", "٪"):
        return stop + len(after) - len(after.lstrip()) + 1
    if after.startswith(")") and w.text.rfind("(", w.starts[count.first], stop) >= 0:
        return stop + 1
    return stop


@cache
def _triggers() -> frozenset[str]:
    """Return the words at which a quantity may begin: numbers in words, and duals of units."""
    duals = {form for form, unit in unit_forms().items() if unit.dual}
    return frozenset(NUMBER_WORDS) | duals | DUAL_ADJECTIVES


def _counts(w: Words, document: Document) -> list[Count]:
    """Return the counts of a text, ranges joined."""
    dated = set[int]()
    for match in parse_text(w):
        dated.update(range(match.first, match.end))
    found: list[Count] = []
    end = 0
    marked = marked_duals(w, document)
    for i in sorted({*w.places(_triggers()), *marked}) if marked else w.places(_triggers()):
        if i < end or i in dated:
            continue
        word = w.words[i]
        is_number = word < ":" or word in NUMBER_WORDS
        count = marked.get(i) or (_count(w, document, i) if is_number else None)
        if count is None and not is_number:
            count = hedged_dual(w, dual(w, i, found[-1] if found else None))
        if count is None or not dated.isdisjoint(range(count.number.first, count.number.end)):
            continue
        if count.first < end:
            continue  # its noun or its hedge belongs to the count before
        if found and not (count.stated and count.unit):
            count = with_unit_before(w, found[-1], count)
        pair = joined(w, found[-1], count) if found else None
        if pair:
            found[-1:] = pair
        else:
            found.append(count)
        end = count.end
    return [settled(w, count) for count in found if count.stated]


def _count(w: Words, document: Document, i: int) -> Count | None:
    """Read a number at word `i` with its hedge and unit."""
    if w.words[i] in _SHARES and (fraction := _fraction(w, document, i)):
        return fraction
    if w.words[i] < ":":
        if w.words[i - 1] in PERCENT and w.near(i - 1):
            return None
    elif is_percent(w, i) or is_percent(w, i - 1) or _is_part_of_a_name(w, i):
        return None
    number = read_number(w, i)
    if number is None:
        return None
    if number.scaled and number.digits and w.gaps[i] == "/" and _is_fraction(w, i):
        part = number.low * int(w.words[i - 1]) / int(w.words[i]) ** 2  # 1/2 مليون
        number = number._replace(first=i - 1, low=part, high=part)
        return _with_unit(w, document, number, part, part)
    if number.digits and (is_label(w, i, scaled=number.scaled) or _is_damaged(w, number)):
        return None
    if w.gaps[i].endswith("(") and w.gaps[number.end].startswith(")"):
        number = _through_bracket(w, number)
    if not number.digits and _is_pronoun(w, number):
        if is_percent(w, number.end):
            return _with_unit(w, document, number, number.low, number.high)
        return after_noun(w, document, number)
    return _with_unit(w, document, number, number.low, number.high)


def _is_fraction(w: Words, i: int) -> bool:
    """Tell whether the digits at word `i` are what the digits before a slash are divided by."""
    above, below = w.words[i - 1], w.words[i]
    return above.isdigit() and below.isdigit() and 0 < int(above) < int(below) < 10


def _is_part_of_a_name(w: Words, i: int) -> bool:
    """Tell whether a number word belongs to an ordinal (الثانية عشرة), or to letters (الإف بي آي)."""
    entry = NUMBER_WORDS.get(w.words[i])
    if entry is None:
        return False
    if entry.kind in ("ten", "tens") and w.near(i):
        before = LEXICON.get(w.words[i - 1])
        ordinal = before and before.kind == "ordinal" and int(before.value) < 10
        if ordinal and (entry.kind == "ten" or entry.joined):
            return True
    if entry.kind == "scale" and w.words[i + 1] in _WISHES:
        return True
    if w.words[i] == "الف" and w.words[i - 1] in _WHO:
        return True  # الذي ألف حوالى 15 رواية: the verb
    return w.words[i] == "الاف" and w.words[i + 1] == "بي"


_WHO: Final = frozenset(("الذي", "التي", "والذي", "والتي"))
_WISHES: Final = frozenset(("مبروك", "شكر", "تحيه"))  # ألف مبروك


def _is_damaged(w: Words, number: Number) -> bool:
    return (w.words[number.end] == _DAMAGED and w.gaps[number.end] == "") or (
        w.words[number.first - 1] == _DAMAGED and w.gaps[number.first] == ""
    )


def _through_bracket(w: Words, number: Number) -> Number:
    """Read the scale after a bracketed number: (95) مليون."""
    scale = NUMBER_WORDS.get(w.words[number.end])
    if scale and scale.kind == "scale" and not scale.cut and w.gaps[number.end].strip() == ")":
        value = number.low * scale.value
        return number._replace(end=number.end + 1, low=value, high=value, scaled=True)
    return number


def _is_pronoun(w: Words, number: Number) -> bool:
    """Tell whether one word of low value may be no count: أحد، واحد، إحدى، الاثنين، ست, or a definite number."""
    if number.vague or number.end - number.first > 1 or number.scaled:
        return False
    entry = NUMBER_WORDS[w.words[number.first]]
    return entry.value <= 2 or (entry.definite and entry.kind in ("unit", "ten"))


def _with_unit(w: Words, document: Document, number: Number, low: float, high: float) -> Count:
    unit, about, end = unit_after(w, document, number)
    first, hedged = number.first, number.vague
    if w.words[first - 1] == "ال" and w.gaps[first] in ("", " "):
        first -= 1  # الـ100، الـ 60
    start = hedge_before(w, first)
    if start is not None:
        first, hedged = start, True
    elif is_loosely_hedged(w, first):
        hedged = True
    if unit and not number.vague and low == high:
        more, end = _and_a_half(w, end, unit)
        low = high = low + more
    after = hedge_after(w, end)
    stated = (
        bool(unit) or hedged or after is not None or _is_cued(w, first) or _is_reached(w, first)
    )
    stated = stated or _is_large(w, number) or w.words[end] in OTHERS
    if about == "other" and number.digits and _is_score(w, number):
        stated = False
    if after is not None:
        end, hedged = after, True
        if not unit:
            unit, about, end = unit_after(w, document, number._replace(end=end))
    return Count(first, end, low, high, hedged, unit, about, stated, number)


def _and_a_half(w: Words, end: int, unit: str) -> tuple[float, int]:
    """Read ونصف or وربع after the unit, with the unit said again: تسع سنوات ونصف السنة."""
    entry = NUMBER_WORDS.get(w.words[end])
    if not (entry and entry.kind == "fraction" and entry.joined and w.near(end)):
        return 0.0, end
    again = unit_forms().get(w.words[end + 1]) if w.near(end + 1) else None
    repeated = again is not None and again.definite and again.lemma == unit
    return entry.value, end + 2 if repeated else end + 1


def _is_large(w: Words, number: Number) -> bool:
    """Tell whether a number counts by its size alone (945 مليار); المليون by itself is a name (شاعر المليون)."""
    entry = NUMBER_WORDS.get(w.words[number.first])
    bare = entry is not None and entry.definite and number.end == number.first + 1
    return number.scaled and number.low >= 1000 and (number.vague or not bare)


def _is_score(w: Words, number: Number) -> bool:
    """Tell whether digits stand after digits and a dash (1 - 0 in a table of matches)."""
    return w.gaps[number.first].strip() in ("-", "–", ":") and w.words[number.first - 1].isdigit()


def _is_cued(w: Words, first: int) -> bool:
    """Tell whether one of the three words before says that a bare number counts (عددهم 2500، عديد القوات 3500)."""
    for k in range(first - 1, max(-1, first - 4), -1):
        if not w.near(k + 1):
            return False
        if w.words[k] in COUNT_CUES:
            return True
    return False


def _is_reached(w: Words, first: int) -> bool:
    """Tell whether a verb of change or of reaching leads to the number (سينزل العدد إلى 3500)."""
    if w.words[first - 1] != "الي" or not w.near(first):
        return False
    for k in range(first - 2, max(-1, first - 9), -1):
        if w.words[k] in REACHING:
            return True
        if "." in w.gaps[k + 1] or "\n" in w.gaps[k + 1]:
            return False
    return False


_PARTS: Final = {
    word: entry.value
    for word, entry in NUMBER_WORDS.items()
    if entry.kind == "fraction" and not entry.definite and not entry.joined
}
_SHARES: Final = frozenset(_PARTS) | {"ثلاثه", "بثلاثه"}
_FRACTION_STOPS: Final = frozenset(
    ("نهايي", "النهايي", "نهاييه", "الاول", "الثاني", "الاخر", "الساعه", "الواحد")
)


def _fraction(w: Words, document: Document, i: int) -> Count | None:
    """Read a share or a part of a scale: نصف مليون دولار، ثلث المساحة، ثلاثة أرباع القوات."""
    value = _PARTS.get(w.words[i])
    end = i + 1
    if value is None:
        if w.words[i] in ("ثلاثه", "بثلاثه") and w.words[i + 1] == "ارباع":
            value, end = 0.75, i + 2
        else:
            return None
    following = w.words[end]
    if not following or not w.near(end) or following in _FRACTION_STOPS:
        return None
    scale = NUMBER_WORDS.get(following)
    start = hedge_before(w, i)
    first = i if start is None else start
    if scale and scale.kind == "scale" and not scale.cut and not scale.plural:
        number = Number(i, end + 1, value * scale.value, value * scale.value, False, False, True)
        return _with_unit(w, document, number, number.low, number.high)._replace(stated=True)
    number = Number(i, end, value, value, False, False, False)
    known = known_unit(w, end)
    lemma = known.lemma if known else other_unit(written(w, document, end).removeprefix("ال"), 0)
    if lemma is None and len(following) > 4 and following.endswith(("ته", "تها", "تهم")):
        lemma = written(w, document, end).rpartition("ت")[0] + "ة"  # ثلثي قيمته
    if lemma is None:
        return None
    return Count(first, end + 1, value, value, start is not None, lemma, "other", True, number)
