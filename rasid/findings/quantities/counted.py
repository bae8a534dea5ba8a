"""What the words after a number say it counts."""

from __future__ import annotations

from typing import Final

from rasid.findings.quantities.context import OF_THEM
from rasid.findings.quantities.labels import is_between_slashes
from rasid.findings.quantities.nouns import (
    NOT_COUNTED,
    OPENING_QUOTES,
    SET_APART,
    definite_plural,
    known_after_bracket,
    known_unit,
    partitive,
    written,
)
from rasid.findings.quantities.units import Unit, other_unit, unit_forms
from rasid.language import Document, fold_word
from rasid.language.dates.lexicon import LEXICON
from rasid.language.numbers import NUMBER_WORDS, Number
from rasid.language.numbers_scan import Words

_PERCENT_WORDS: Final = frozenset(("الميه", "المايه"))
PERCENT: Final = frozenset(("بالميه", "بالمايه"))
MONEY: Final = {"$": "دولار", "€": "يورو", "£": "جنيه"}
# Men are of these (3 من حركة كذا); from eleven on the noun after the number is what it counts (20 حركة).
_GROUPS: Final = frozenset(("تنظيم", "حركه", "حزب", "جماعه", "جيش"))
# Nor are these what a number with من counts: 12 من ميليشيات كذا are men.
_MEN_OF: Final = _GROUPS | frozenset(
    article + word
    for article in ("", "ال")
    for word in ("ميليشيا", "ميليشيات", "مليشيا", "مليشيات")
)
OTHERS: Final = OF_THEM | frozenset(("اخرين", "اخرون", "اخران", "اخريات", "اخري", "اخر", "غيرهم"))
_MANY: Final = frozenset(("عده", "عديده", "كثيره", "قليله", "اخري"))
_CLOSING_QUOTES: Final = ('"', "»", "”", "“")
_DATES: Final = frozenset(
    word for word, found in LEXICON.items() if found.kind in ("month", "month2", "hijri", "weekday")
)
_LENGTHS: Final = frozenset(("متر", "كيلومتر", "قدم", "ميل", "سنتيمتر", "سنتمتر"))
_SCORED: Final = frozenset(("هدف", "الهدف", "هدفي", "ركله"))
_THOUSAND: Final = 1000
_SOME_TEENS: Final = 13  # بضعة عشر مراقبا
_POWERS: Final = {"2": "مربع", "3": "مكعب"}


def is_percent(w: Words, i: int) -> bool:
    """Tell whether بالمئة or في المئة stands at word `i`."""
    word = w.words[i]
    if word in PERCENT:
        return w.near(i)
    return word == "في" and w.words[i + 1] in _PERCENT_WORDS and w.near(i + 1)


def unit_after(w: Words, document: Document, number: Number) -> tuple[str, str, int]:
    """Return unit, about and the word after: %, a known noun, من and a noun, or another counted noun."""
    end = number.end
    gap = w.gaps[end]
    sign = "" if gap == w.gaps[number.first] == " " else _sign_beside(w, number)
    if sign:
        return sign, "other", end
    word = w.words[end]
    if (word == "في" or word in PERCENT) and is_percent(w, end):
        return "%", "other", end + 1 if word in PERCENT else end + 2
    closed, quoted = _closing(w, number) if gap != " " else (False, False)
    if not (gap == " " or closed or quoted or w.near(end)):
        return "", "other", end
    if number.vague and word in _MANY:  # آلافاً عدة من القوات
        end, word = end + 1, w.words[end + 1]
    if word == "عدد" and w.near(end + 1):
        return _number_of(w, document, end)
    known = known_unit(w, end) or (_after_bracket(w, end) if closed or quoted else None)
    if known and not (known.definite and _is_named(word, known, number)):
        after = end + 2 if known.second else end + 1
        if known.lemma in _LENGTHS:
            return _area(w, known.lemma, after)
        return known.lemma, known.about, after
    those = w.words[end + 1]
    uncounted = (
        those in NOT_COUNTED or those in _MEN_OF or those in NUMBER_WORDS
    )  # ست من ثماني غارات
    if word == "من" and (not uncounted or those in SET_APART) and those != "جهه":
        of_them = partitive(w, document, end, number)
        return (of_them[0], of_them[1], end) if quoted else of_them  # "2500" من أفراد الجيش
    definite = NUMBER_WORDS.get(w.words[number.first])
    if number.vague and definite and definite.definite:
        return "", "other", end  # بالمئات: in hundreds
    if (gap == " " or closed or quoted or w.near(end)) and (
        not number.vague or not w.words[end].startswith("ال")
    ):
        low = _ruling(w, number, end)
        is_age = w.words[number.first - 1] == "العمر"  # البالغ من العمر 42 اتهم: no noun of years
        lemma = None if is_age else _other(w, document, end, low)
        if lemma and closed and not _agrees(w.words[end], lemma, low):
            lemma = None  # (75) سجل: of a minute
        return (lemma, "other", end + 1) if lemma else ("", "other", end)
    plural = definite_plural(w, document, end) if number.vague and w.near(end) else None
    return plural or ("", "other", end)


def _after_bracket(w: Words, i: int) -> Unit | None:
    """Return the known unit behind a closed bracket or quotation mark.

    In سجل فلان (52) هدف فريقه the digits are the minute, and behind "عشرات الآلاف" السفير begins something else.
    """
    unit = None if w.words[i] in _SCORED else known_after_bracket(w, i)
    return None if unit and w.words[i] == "ال" + fold_word(unit.lemma) else unit


def _is_named(word: str, known: Unit, number: Number) -> bool:
    """Tell whether a definite noun after a number is no count: the digits' owner, or a singular (ست البيت)."""
    if number.vague:
        return False
    return number.digits or (number.low <= 10 and fold_word(known.lemma) == word.removeprefix("ال"))


def _ruling(w: Words, number: Number, end: int) -> float:
    """Return the number that rules the form of the noun at word `end`: a vague one asks for a plural."""
    if number.vague:
        return number.low if number.low == _SOME_TEENS else 3
    if number.low % 1:  # 6.5 بوصة، 11.25 ضعفا
        return 11 if w.words[end].endswith("ا") else 100
    return number.low


def _number_of(w: Words, document: Document, end: int) -> tuple[str, str, int]:
    """Read عدد and what is counted after the number (يرتفع إلى 257 عدد المسؤولين)."""
    counted = known_unit(w, end + 1)
    if counted:
        return counted.lemma, counted.about, end
    men = definite_plural(w, document, end + 1)
    return (*men[:2], end) if men else ("", "other", end)


def _agrees(word: str, lemma: str, low: float) -> bool:
    """Tell whether an unlisted noun has the form that a number below a hundred asks for."""
    if low <= 10:
        return low > 2 and fold_word(lemma) != word
    return low >= 100 or word.endswith(("ا", "ه"))


def _closing(w: Words, number: Number) -> tuple[bool, bool]:
    """Tell whether the bracket or the quotation mark that opens before a number closes after it."""
    after, before = w.gaps[number.end].strip(), w.gaps[number.first].strip()
    if after == before == "/":
        return is_between_slashes(w, number.first), False
    opened = before[-1:] in OPENING_QUOTES or w.words[number.end] == "من"
    quoted = after in _CLOSING_QUOTES and opened
    return after == ")" and before.endswith("("), quoted


def _area(w: Words, length: str, after: int) -> tuple[str, str, int]:
    """Read a length squared or cubed, or in an hour: 33 كم مربع، 500 متر مكعب، 20 كلم2، 80 كلم/س."""
    word = w.words[after]
    if word in ("س", "ساعه") and w.gaps[after].strip() == "/":
        return f"{length} في الساعة", "other", after + 1
    if word == "في" and w.words[after + 1] == "الساعه" and w.near(after) and w.near(after + 1):
        return f"{length} في الساعة", "other", after + 2
    if word in ("2", "3") and w.gaps[after] == "":
        return f"{length} {_POWERS[word]}", "other", after + 1
    power = word.removeprefix("ال").removesuffix("ا").removesuffix("ه")
    if power in _POWERS.values() and w.near(after):
        return f"{length} {power}", "other", after + 1
    return length, "other", after


def _sign_beside(w: Words, number: Number) -> str:
    """Return the unit that a sign beside the number says (5%، ٪5، $5، 5€), or the empty string."""
    gap = w.gaps[number.end]
    if "%" in gap[:2] or "٪" in gap[:2] or _percent_before(w, number.first):
        return "%"
    return MONEY.get(gap.strip()[:1]) or MONEY.get(w.gaps[number.first][-1:]) or ""


def _percent_before(w: Words, i: int) -> bool:
    """Tell whether a percent sign stands before the number (%50، % 50)."""
    gap = w.gaps[i].rstrip(" ")
    return gap[-1:] in ("%", "٪") and not w.words[i - 1][:1].isdigit()


def _other(w: Words, document: Document, i: int, low: float) -> str | None:
    """Return the lemma of an unlisted counted noun at word `i`."""
    word = w.words[i]
    if low >= _THOUSAND and w.words[i + 1].startswith("ال") and _are_facing(w, i):
        return None  # يواجه 8 ملايين خطر المجاعة
    if (
        word in OTHERS
        or not word
        or word[0].isascii()
        or word in NUMBER_WORDS
        or word in NOT_COUNTED
        or word in _DATES
        or (word in _GROUPS and low <= 10)
    ):
        return None
    return other_unit(written(w, document, i), low)


def _are_facing(w: Words, i: int) -> bool:
    """Tell whether word `i` is what those counted before it face or suffer, not what they are."""
    return w.near(i + 1) and not _FACING.isdisjoint(w.words[max(0, i - 5) : i])


_FACING: Final = frozenset(("يواجه", "تواجه", "ويواجه", "يعاني", "ويعاني", "يهدد"))


def and_a_half(w: Words, end: int, unit: str) -> tuple[float, int]:
    """Read ونصف or وربع after the unit, with the unit said again: تسع سنوات ونصف السنة."""
    entry = NUMBER_WORDS.get(w.words[end])
    if not (entry and entry.kind == "fraction" and entry.joined and w.near(end)):
        return 0.0, end
    again = unit_forms().get(w.words[end + 1]) if w.near(end + 1) else None
    repeated = again is not None and not again.dual and again.lemma == unit
    return entry.value, end + 2 if repeated else end + 1
