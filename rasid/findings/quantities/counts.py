"""One number with its hedge and its unit, and whether anything says that it counts."""

from __future__ import annotations

from typing import Final

from rasid.findings.quantities.counted import OTHERS, PERCENT, and_a_half, is_percent, unit_after
from rasid.findings.quantities.cued import (
    definite_noun,
    is_after_percent,
    is_cued,
    is_reached,
    may_follow_its_noun,
)
from rasid.findings.quantities.duals import after_noun, counted_before
from rasid.findings.quantities.hedges import (
    FIRST_AFTER,
    LAST_OF_HEDGE,
    bounded_after,
    hedge_before,
    is_loosely_hedged,
)
from rasid.findings.quantities.joining import Count
from rasid.findings.quantities.labels import is_label
from rasid.findings.quantities.nouns import known_unit, written
from rasid.language import Document
from rasid.language.dates.lexicon import LEXICON
from rasid.language.numbers import NUMBER_WORDS, Number, digits_value, read_number
from rasid.language.numbers_scan import Words

_DAMAGED: Final = "ر"  # 29ر0 in agency copy: digits and order are lost


def count_at(w: Words, document: Document, i: int) -> Count | None:
    """Read a number at word `i` with its hedge and unit."""
    word = w.words[i]
    if word < ":":
        if w.words[i - 1] in PERCENT and w.near(i - 1):
            return None
    elif is_percent(w, i) or is_percent(w, i - 1) or _is_part_of_a_name(w, i):
        return None
    number = read_number(w, i)
    if number is None:
        return None
    if number.digits and "." in word:
        number = _pointed(w, document, number)
    if number.scaled and number.digits and w.gaps[i] == "/" and _is_fraction(w, i):
        part = number.low * int(w.words[i - 1]) / int(w.words[i]) ** 2  # 1/2 مليون
        number = number._replace(first=i - 1, low=part, high=part)
        return with_unit(w, document, number, part, part)
    if number.digits and (
        is_label(w, i, scaled=number.scaled) or (len(word) >= _DIALLED and _is_telephone(w, number))
    ):
        return None
    if (
        number.digits
        and _DAMAGED in (w.words[number.end], w.words[i - 1])
        and _is_damaged(w, number)
    ):
        return None
    if w.gaps[i].endswith("(") and w.gaps[number.end].startswith(")"):
        number = _through_bracket(w, number)
    if not number.digits and (counted := _after_its_noun(w, document, number)):
        return counted[0]
    return with_unit(w, document, number, number.low, number.high)


def _after_its_noun(w: Words, document: Document, number: Number) -> tuple[Count | None] | None:
    """Read a number in words that may stand after what it counts; None when it reads like any other."""
    if _is_pronoun(w, number):
        return None if is_percent(w, number.end) else (after_noun(w, document, number),)
    entry = NUMBER_WORDS[w.words[number.first]]
    if not entry.definite or entry.kind != "tens" or number.end > number.first + 1:
        return None
    tens = counted_before(w, number)
    return (tens,) if tens else None


_DIALLED: Final = 7  # digits that a telephone number has at least


def _is_telephone(w: Words, number: Number) -> bool:
    """Tell whether digits are a number to dial: eight and more of them, or seven after a nought, without separator."""
    word = w.words[number.first]
    if number.end > number.first + 1 or not word.isdigit():
        return False
    is_counting = known_unit(w, number.end) is not None or w.gaps[number.end][:1] in ("%", "$")
    return not is_counting and (word[0] == "0" or len(word) > _DIALLED)


def _pointed(w: Words, document: Document, number: Number) -> Number:
    """Return a number whose digits hold points, with the value that the text around it gives them.

    Where a right-to-left mark stands behind the points the groups were stored turned round: 31.(mark)51 is 51.31.
    """
    word, value = w.words[number.first], number.low
    if _MARK in document.text and _MARK in written(w, document, number.first):
        exact = number.scaled or is_percent(w, number.end) or "%" in w.gaps[number.end]
        scale = value / (digits_value(word, decimal=exact) or 1)
        word = ".".join(reversed(word.split(".")))
        value = digits_value(word, decimal=exact) * scale
    if word.count(".") == 1 and not number.scaled and _follows_a_decimal(w, number.first):
        value = float(word)
    return number._replace(low=value, high=value)


_MARK: Final = "\u200f"


def _follows_a_decimal(w: Words, i: int) -> bool:
    """Tell whether a percentage with a decimal point leads to word `i`, so that its point is one: 0.2% إلى 1.168."""
    if w.words[i - 1] != "الي":
        return False
    percent = i - 2 - (w.words[i - 2] in PERCENT) - 2 * is_percent(w, i - 3)
    return "." in w.words[percent] and is_after_percent(w, i)


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
    if entry.joined and not _MINUTES.isdisjoint(w.words[i + 1 : i + 3]):
        hours = (LEXICON.get(w.words[k]) for k in (i - 1, i - 2))
        if any(hour and hour.kind == "ordinal" for hour in hours):
            return True  # التاسعة وخمس وثلاثين دقيقة
    if entry.kind == "scale" and w.words[i + 1] in _WISHES:
        return True
    if w.words[i] == "العشرين" and w.words[i - 1] in _CLUBS and w.near(i):
        return True  # مجموعة العشرين
    if w.words[i] == "الف" and w.words[i - 1] in _WHO:
        return True  # الذي ألف حوالى 15 رواية: the verb
    return w.words[i] == "الاف" and w.words[i + 1] == "بي"


_WHO_FOLLOW: Final = OTHERS | {"ممن"}  # 20 ممن كانوا فيها
_MINUTES: Final = frozenset(("دقيقه", "دقايق"))
_WHO: Final = frozenset(("الذي", "التي", "والذي", "والتي"))
_CLUBS: Final = frozenset(
    lead + word for lead in ("", "و", "ب", "ل") for word in ("مجموعه", "قمه", "دول")
)
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


def with_unit(w: Words, document: Document, number: Number, low: float, high: float) -> Count:
    """Return a number as a count: with its hedge, its unit, and whether anything says that it counts."""
    unit, about, end = unit_after(w, document, number)
    first, hedged = number.first, number.vague
    if w.words[first - 1] == "ال" and w.gaps[first] in ("", " "):
        first -= 1  # الـ100، الـ 60
    start = hedge_before(w, first) if w.words[first - 1] in LAST_OF_HEDGE else None
    if start == first - 1 and not unit and w.words[start].endswith("حتي"):
        start = None  # حتى 3 مساء
    if start is not None:
        first, hedged = start, True
    elif is_loosely_hedged(w, first):
        hedged = True
    if unit and not number.vague and low == high:
        if w.words[end] == "او" and unit != "%":
            high, end = _or_more(w, end, high)
        elif w.words[end][:1] == "و":
            more, end = and_a_half(w, end, unit)
            low = high = low + more
    bounded = w.words[end] in FIRST_AFTER or w.words[end + 1] in FIRST_AFTER
    bounded = bounded or w.words[end + 1] == "الاقل"  # في الأقل
    after = bounded_after(w, end) if bounded else None
    stated = bool(unit) or hedged or after is not None or is_cued(w, first) or is_reached(w, first)
    stated = stated or _is_large(w, number) or w.words[end] in _WHO_FOLLOW or _of_some(w, number)
    if _is_score(w, number, about) or (not (unit or hedged) and _is_an_age(w, number)):
        stated = False
    if (
        not stated
        and may_follow_its_noun(w, first, number)
        and (noun := definite_noun(w, first - 1))
    ):
        unit, about, stated = noun.lemma, noun.about, True
    if after is not None:
        end, hedged = after, True
        if not unit:
            unit, about, end = unit_after(w, document, number._replace(end=end))
    return Count(first, end, low, high, hedged, unit, about, stated, number)


def _or_more(w: Words, end: int, low: float) -> tuple[float, int]:
    """Read أو and a larger number that has no unit of its own: 22 عاما أو 23."""
    more = read_number(w, end + 1) if w.near(end) and w.near(end + 1) else None
    if more is None or more.vague or more.low <= low or is_percent(w, more.end):
        return low, end
    if w.gaps[more.end].lstrip(" ")[:1] in ("%", "٪"):
        return low, end  # 4.40 دولارات أو 7.73 %
    return (low, end) if known_unit(w, more.end) else (more.low, more.end)


def _of_some(w: Words, number: Number) -> bool:
    """Tell whether a number in words has من after it (ستة من فريقه), which is no age (الخمسين من العمر)."""
    if number.digits or number.low <= 2 or w.words[number.end] != "من" or not w.near(number.end):
        return False
    return not NUMBER_WORDS[w.words[number.first]].definite


def _is_an_age(w: Words, number: Number) -> bool:
    """Tell whether definite tens after بلغ are years of age (فتى بالكاد بلغ العشرين)."""
    entry = NUMBER_WORDS.get(w.words[number.first])
    tens = entry is not None and entry.definite and entry.kind == "tens"
    return tens and w.words[number.first - 1].lstrip("وي") in ("بلغ", "تبلغ", "بلغت")


def _is_large(w: Words, number: Number) -> bool:
    """Tell whether a number counts by its size alone (945 مليار); المليون by itself is a name (شاعر المليون)."""
    entry = NUMBER_WORDS.get(w.words[number.first])
    bare = entry is not None and entry.definite and number.end == number.first + 1
    return number.scaled and number.low >= 1000 and (number.vague or not bare)


def _is_score(w: Words, number: Number, about: str) -> bool:
    """Tell whether digits stand after digits and a dash (1 - 0 in a table of matches)."""
    if w.gaps[number.first] == " " or not number.digits or about != "other":
        return False
    return w.gaps[number.first].strip() in ("-", "–", ":") and w.words[number.first - 1].isdigit()
