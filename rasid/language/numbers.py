"""Numbers in Arabic text, in digits and in words, as values.

A number is read as terms joined by و, each smaller than the one before (ألفين + وخمسمئة), a term being a value below
a thousand with its scale (17 ألفاً، ثلاثمئة مليون). Vague words (بضع، عشرات، مئات، آلاف) give intervals.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rasid.language.numbers_scan import Words
from rasid.language.numbers_words import FRACTIONS, NUMBER_WORDS, NumberWord


class Number(NamedTuple):
    """A number of the text: words `first` to `end` (exclusive), an interval when the word is vague.

    `single` is set when it is one bare word of low value (أحد، واحد), which is more often a pronoun than a count.
    """

    first: int
    end: int
    low: float
    high: float
    vague: bool
    digits: bool
    scaled: bool


_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}(?:[.,٬،][0-9]{3})+")


@lru_cache(maxsize=4096)
def digits_value(word: str, *, decimal: bool, huge: bool = False) -> float:
    """Return the value of a digit word with its inner separators.

    Groups of three after a separator are thousands (2.500 = 2500), unless `decimal` says that a scale or a percent
    sign follows and the separator may be a decimal point (2.500 مليون). Before a `huge` scale it always is one
    (1,279 تريليون).
    """
    if word.isdigit():
        return float(word)
    separators = [c for c in word if not c.isdigit()]
    if _THOUSANDS.fullmatch(word) and not (
        decimal and len(separators) == 1 and (huge or separators[0] == ".")
    ):
        return float("".join(c for c in word if c.isdigit()))
    whole, _, part = word.rpartition(separators[-1])
    return float("".join(c for c in whole if c.isdigit()) + "." + part)


def _entry(w: Words, i: int) -> NumberWord | None:
    return NUMBER_WORDS.get(w.words[i])


def _is_digits(w: Words, i: int) -> bool:
    return w.words[i][:1].isdigit()


def _joins(w: Words, i: int) -> bool:
    """Tell whether word `i` continues a sum: و on the word itself, or standing before digits (و500)."""
    if w.words[i] == "و":
        return w.near(i) and w.near(i + 1)
    entry = _entry(w, i)
    return entry is not None and entry.joined and w.near(i)


def _joins_past_a_comma(w: Words, i: int, scale: float) -> bool:
    """Tell whether a comma stands inside a sum, the thousands after it: ثلاثة ملايين، و600 ألف نازح."""
    if scale < 1e6 or w.gaps[i] != "، ":
        return False
    digits = w.words[i] == "و" and w.near(i + 1)
    entry = _entry(w, i)
    if not (digits or (entry is not None and entry.joined)):
        return False
    term = _term(w, i)
    return term is not None and term[3] and term[0] < scale


def _below_hundred(w: Words, i: int) -> tuple[float, int] | None:
    """Read units, teens and tens (خمسة، خمسة عشر، خمسة وعشرين، عشرون) from word `i`."""
    entry = _entry(w, i)
    if entry is None or entry.kind not in ("unit", "ten", "tens"):
        return None
    if entry.kind != "unit":
        return entry.value, i + 1
    following = _entry(w, i + 1)
    if following and w.near(i + 1):
        if following.kind == "ten" and not following.cut:
            return entry.value + 10, i + 2
        if following.kind == "tens" and following.joined:
            return entry.value + following.value, i + 2
    return entry.value, i + 1


def _below_thousand(w: Words, i: int) -> tuple[float, int] | None:
    """Read a value below a thousand in words: [hundreds] [و below a hundred]."""
    entry = _entry(w, i)
    if entry is None:
        return None
    if entry.kind in ("hundred", "hundreds"):
        value, end = entry.value, i + 1
    else:
        small = _below_hundred(w, i)
        if small is None:
            return None
        value, end = small
        following = _entry(w, end)
        if not (
            3 <= value <= 9 and following and following.kind == "hundred" and not following.cut
        ):
            return small
        value, end = value * 100, end + 1
    if _joins(w, end):
        rest = _small_digits(w, end) or _below_hundred(w, end)
        if rest and rest[0] < 100:
            return value + rest[0], rest[1]
    return value, end


def _small_digits(w: Words, i: int) -> tuple[float, int] | None:
    """Read و + digits (و50) as the rest of a sum."""
    if w.words[i] == "و" and _is_digits(w, i + 1):
        return digits_value(w.words[i + 1], decimal=False), i + 2
    return None


def _term(w: Words, i: int) -> tuple[float, float, int, bool] | None:
    """Read one term: value, its scale (1 when none), the word after it, and whether a scale word is in it."""
    if w.words[i] == "و":
        i += 1
    entry = _entry(w, i)
    if entry and entry.kind == "dual":
        return entry.value, entry.value / 2, i + 1, True
    if entry and entry.kind == "scale" and not entry.plural:
        doubled = w.words[i].endswith("الفا") and w.near(i + 1) and not _joins(w, i + 1)
        return _of_scale(w, entry.value * (2 if doubled else 1), entry.value, i + 1)
    if _is_digits(w, i):
        scale = _entry(w, i + 1) if w.near(i + 1) else None
        scaled = bool(scale and scale.kind == "scale" and not scale.cut)
        huge = scaled and scale is not None and scale.value >= 1e12
        decimal = scaled or _percent(w, i + 1)
        value, end = digits_value(w.words[i], decimal=decimal, huge=huge), i + 1
    else:
        small = _below_thousand(w, i)
        if small is None:
            return None
        value, end = small
    scale = _entry(w, end) if w.near(end) else None
    if scale and scale.kind == "scale" and not scale.joined and (not scale.cut or scale.definite):
        return _of_scale(w, value * scale.value, scale.value, end + 1)
    if scale and scale.kind == "dual" and not scale.cut:
        return None
    return value, 1.0, end, False


def _of_scale(w: Words, value: float, scale: float, end: int) -> tuple[float, float, int, bool]:
    """Return a scaled value, scaled once more by a larger scale after it (ألف مليار، 300 ألف مليون)."""
    larger = _entry(w, end) if w.near(end) else None
    if larger and larger.kind == "scale" and not larger.cut and larger.value > scale:
        return value * larger.value, larger.value, end + 1, True
    return value, scale, end, True


def _percent(w: Words, i: int) -> bool:
    """Tell whether a percent sign or its words follow."""
    return (
        "%" in w.gaps[i]
        or "٪" in w.gaps[i]
        or w.words[i] in ("بالميه", "بالمايه")
        or (w.words[i] == "في" and w.words[i + 1] in ("الميه", "المايه"))
    )


def _vague(w: Words, i: int, entry: NumberWord) -> Number:
    """Read a vague word with the scale it multiplies (عشرات الآلاف، بضعة ملايين)."""
    low, high, end = entry.value, entry.high, i + 1
    if entry.kind == "scale":
        return _vaguely_scaled(w, Number(i, end, low, low * 10 - 1, True, False, True))
    following = _entry(w, end)
    if following and following.kind == "ten" and low == 3 and w.near(end) and not following.cut:
        return Number(i, end + 1, 13, 19, True, False, False)  # بضعة عشر
    if (
        following
        and following.kind == "scale"
        and w.near(end)
        and not following.joined
        and (following.plural or entry.value != 3 or following.value > 1_000)
    ):
        scale = following.value
        read = Number(i, end + 1, low * scale, (high + 1) * scale - 1, True, False, True)
        return _vaguely_scaled(w, read)
    if following and following.kind == "vague" and low == 3 and w.near(end) and not following.cut:
        few = Number(i, end + 1, low * following.value, following.high, True, False, False)
        return _vaguely_scaled(w, few)
    return Number(i, end, low, high, True, False, False)


def _vaguely_scaled(w: Words, number: Number) -> Number:
    """Multiply a vague number by the scale after it (آلاف الملايين، بضع مئات الملايين)."""
    scale = _entry(w, number.end)
    if not (scale and scale.kind == "scale" and scale.plural and not scale.cut):
        return number
    if not w.near(number.end) or (number.scaled and scale.value <= number.low):
        return number
    low, high = number.low * scale.value, (number.high + 1) * scale.value - 1
    return number._replace(end=number.end + 1, low=low, high=high, scaled=True)


def _with_fraction(w: Words, end: int, scale: float) -> tuple[float, int]:
    """Read ونصف / وربع after a scale (مليون ونصف المليون) or a number: what it adds and where it ends."""
    entry = _entry(w, end)
    if not (entry and entry.kind == "fraction" and entry.joined and w.near(end)):
        return 0.0, end
    after = _entry(w, end + 1)
    repeated = after and after.kind == "scale" and w.near(end + 1)
    return entry.value * scale, end + 2 if repeated else end + 1


def _thousands_apart(w: Words, i: int) -> int:
    """Return the word after a number whose thousands a blank parts (2 500 جندي); a word must follow that it counts."""
    end = i + 1
    if len(w.words[i]) > 3 or not w.words[i].isdigit() or w.words[i][0] == "0":
        return end
    while w.gaps[end] == " " and len(w.words[end]) == 3 and w.words[end].isdigit():
        end += 1
    alone = w.words[i - 1] > ":" or w.gaps[i] != " "
    return end if alone and w.near(end) and w.words[end] > ":" else i + 1


def read_number(w: Words, i: int) -> Number | None:
    """Return the number that starts at word `i`, or None.

    Fractions standing alone (نصف) are not read here; see `FRACTIONS`.
    """
    word = w.words[i]
    digits = word < ":"
    entry = None if digits else NUMBER_WORDS.get(word)
    if digits:
        if not word:
            return None
        following = w.words[i + 1]
        if following not in NUMBER_WORDS:  # most digits stand alone
            end = _thousands_apart(w, i) if following < ":" and following else i + 1
            if end > i + 1:
                value = float("".join(w.words[i:end]))
            elif word.isdigit():
                value = float(word)
            else:
                value = digits_value(word, decimal=_percent(w, i + 1))
            return Number(i, end, value, value, False, True, False)
    elif entry is None:
        return None
    if entry and (entry.kind == "vague" or entry.plural):
        return _vague(w, i, entry)
    first = _term(w, i)
    if first is None:
        return None
    total, scale, end, scaled = first
    fraction, end = _with_fraction(w, end, scale)
    total += fraction
    while scale > 1 and not fraction and (_joins(w, end) or _joins_past_a_comma(w, end, scale)):
        term = _term(w, end)
        if term is None or term[0] >= scale:
            break
        total, scale, end = total + term[0], term[1], term[2]
    return Number(i, end, total, total, False, digits, scaled)


__all__ = ["FRACTIONS", "NUMBER_WORDS", "Number", "NumberWord", "digits_value", "read_number"]
