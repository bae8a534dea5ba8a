"""What the words after a number say it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rasid.findings.quantities.context import OF_THEM
from rasid.findings.quantities.units import Unit, first_words, other_unit, unit_forms
from rasid.language import Document, fold_word
from rasid.language.dates.dashes import with_dashes
from rasid.language.dates.lexicon import LEXICON
from rasid.language.numbers import NUMBER_WORDS, Number
from rasid.language.numbers_scan import Words

_PERCENT_WORDS: Final = frozenset(("الميه", "المايه"))
PERCENT: Final = frozenset(("بالميه", "بالمايه"))
MONEY: Final = {"$": "دولار", "€": "يورو", "£": "جنيه"}
_NOT_COUNTED: Final = frozenset(
    ("اصل", "بين", "هذا", "هذه", "خلال", "قبل", "اجل", "جانب", "شهر", "عمره", "عمرها", "العمر", "الان", "دون",
     "التنظيم", "الجيش", "جانبين", "الجانبين", "الطرفين", "الذين", "الذي",
     "التي", "اللواتي", "اللاتي", "ممن", "مبروك", "شكر", "تحيه", "وال", "بال", "وليله", "اصبح", "اصبحت", "كان", "كانت",
     "بات", "باتت", "ليس", "ظهرا", "صباحا", "مساء", "ليلا", "فجرا", "عصرا", "زوالا", "مجانا", "الجاري", "الماضي",
     "شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي")
)  # fmt: skip
# Men are of these (3 من حركة كذا); from eleven on the noun after the number is what it counts (20 حركة).
_GROUPS: Final = frozenset(("تنظيم", "حركه", "حزب", "جماعه", "جيش"))
OTHERS: Final = OF_THEM | frozenset(("اخرين", "اخرون", "اخران", "اخريات", "اخري", "اخر", "غيرهم"))
# عشرات من كبار الضباط، ثلاثة من هذه الصواريخ
_SET_APART: Final = frozenset(
    ("كبار", "ابرز", "اهم", "اكبر", "خيره", "هذه", "هولاء", "تلك", "اولئك")
)
_MANY: Final = frozenset(("عده", "عديده", "كثيره", "قليله", "اخري"))
_CLOSING_QUOTES: Final = ('"', "»", "”", "“")
_OPENING_QUOTES: Final = ('"', "«", "“", "”")
_DATES: Final = frozenset(
    word for word, found in LEXICON.items() if found.kind in ("month", "month2", "hijri", "weekday")
)
_LENGTHS: Final = frozenset(("متر", "كيلومتر", "قدم", "ميل", "سنتيمتر", "سنتمتر"))
_SOME_TEENS: Final = 13  # بضعة عشر مراقبا
_POWERS: Final = {"2": "مربع", "3": "مكعب"}
_OWNED: Final = re.compile("[ء-ي]{3}ي(ه|ها|هم|هما|نا)$")
_PRONOUNS: Final = ("هما", "هم", "ها", "نا", "ه")


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
    known = known_unit(w, end) or (_known_after_bracket(w, end) if closed or quoted else None)
    if known and not (known.definite and not number.vague and number.digits):
        after = end + 2 if known.second else end + 1
        if known.lemma in _LENGTHS:
            return _area(w, known.lemma, after)
        return known.lemma, known.about, after
    those = w.words[end + 1]
    uncounted = (
        those in _NOT_COUNTED or those in _GROUPS or those in NUMBER_WORDS
    )  # ست من ثماني غارات
    if word == "من" and (not uncounted or those in _SET_APART) and those != "جهه":
        of_them = partitive(w, document, end, number)
        return (of_them[0], of_them[1], end) if quoted else of_them  # "2500" من أفراد الجيش
    definite = NUMBER_WORDS.get(w.words[number.first])
    if number.vague and definite and definite.definite:
        return "", "other", end  # بالمئات: in hundreds
    if (gap == " " or closed or quoted or w.near(end)) and (
        not number.vague or not w.words[end].startswith("ال")
    ):
        low = _ruling(w, number, end)
        lemma = _other(w, document, end, low)
        if lemma and closed and not _agrees(w.words[end], lemma, low):
            lemma = None  # (75) سجل: of a minute
        return (lemma, "other", end + 1) if lemma else ("", "other", end)
    plural = _definite_plural(w, document, end) if number.vague and w.near(end) else None
    return plural or ("", "other", end)


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
    men = _definite_plural(w, document, end + 1)
    return (*men[:2], end) if men else ("", "other", end)


def _agrees(word: str, lemma: str, low: float) -> bool:
    """Tell whether an unlisted noun has the form that a number below a hundred asks for."""
    if low <= 10:
        return low > 2 and fold_word(lemma) != word
    return low >= 100 or word.endswith(("ا", "ه"))


def _closing(w: Words, number: Number) -> tuple[bool, bool]:
    """Tell whether the bracket or the quotation mark that opens before a number closes after it."""
    after, before = w.gaps[number.end].strip(), w.gaps[number.first].strip()
    opened = before[-1:] in _OPENING_QUOTES or w.words[number.end] == "من"
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


def known_unit(w: Words, i: int) -> Unit | None:
    """Return the unit of the table that word `i` (and its second word) is, bare and not dual, or None."""
    if w.gaps[i] != " " and not w.near(i):
        return None
    forms, word = unit_forms(), w.words[i]
    unit = forms.get(word)
    if word in first_words():  # of two words: كيلو متر
        unit = forms.get(f"{word} {w.words[i + 1]}") or unit
    return None if unit is None or unit.cut or unit.dual else unit


def _known_after_bracket(w: Words, i: int) -> Unit | None:
    unit = unit_forms().get(w.words[i])
    return unit if unit and not unit.cut and not unit.dual else None


def partitive(w: Words, document: Document, end: int, number: Number) -> tuple[str, str, int]:
    """Read من and what is counted (مئات من القوات، 12 من عناصر الأمن، 6 من "حراس القرى")."""
    if w.words[end + 1] in _SET_APART and w.near(end + 2):
        end += 1
    quoted = w.gaps[end + 1].strip() in _OPENING_QUOTES
    known = _known_after_bracket(w, end + 1) if quoted else known_unit(w, end + 1)
    if known and (known.definite or _is_plural_of(w.words[end + 1], known)):
        return known.lemma, known.about, end + 2
    if (quoted or w.near(end + 1)) and not known:
        own = with_pronoun(w, end + 1)
        if own and _is_plural_of(w.words[end + 1], own):
            return own.lemma, own.about, end + 2
        written_out = w.words[end + 1]
        theirs = _owned(w, document, end + 1) if number.vague or number.low > 2 else None
        if theirs:
            return theirs, "other", end + 2
        if number.vague or number.scaled or written_out.endswith(("ين", "ات")):
            unit = _definite_plural(w, document, end + 1) or construct_plural(w, document, end + 1)
            if unit:
                return unit
        elif written_out.startswith("ال") and number.low > 2:
            unit = _definite_plural(w, document, end + 1)
            if unit and fold_word(unit[0]) != w.words[end + 1][2:]:
                return unit  # 8 من البؤر: a plural
        elif number.low < 1000:
            unit = construct_plural(w, document, end + 1)
            if unit:
                return unit  # 11 من مرافقي الرئيس، 3 من أنصاره
    return "", "other", end


def _is_plural_of(word: str, unit: Unit) -> bool:
    """Tell whether a form of a unit, with a pronoun or without, is its plural: 12 من قرية is where they are from."""
    lemma = fold_word(unit.lemma)
    stem = lemma[:-1] if lemma.endswith("ه") else lemma
    return unit.lemma in _COLLECTIVES or (word != lemma and word not in _owned_forms(stem))


@lru_cache(maxsize=4_000)
def _owned_forms(stem: str) -> frozenset[str]:
    return frozenset(stem + link + pronoun for link in ("", "ت") for pronoun in _PRONOUNS)


_COLLECTIVES: Final = frozenset(("مارينز", "مشاة"))


def _owned(w: Words, document: Document, i: int) -> str | None:
    """Return the lemma of a plural in ي with a pronoun (مليار من مستخدميها)."""
    owner = _OWNED.search(w.words[i])
    noun = written(w, document, i)[: -len(owner[1])] if owner else ""
    if noun.endswith("ئ"):
        return other_unit(noun[:-1] + "ء", 3)  # اثنان من أبنائه
    lemma = other_unit(noun + "ن", 3) if noun else None
    return lemma.removesuffix("ين") if lemma else None


def construct_plural(w: Words, document: Document, i: int) -> tuple[str, str, int] | None:
    """Read a bare plural that has its owner after it (عشرات من قضاة المحكمة، أربعة من مجندي الشرطة)."""
    word = w.words[i]
    if word.startswith("ال") or w.gaps[i + 1].strip(' "“”«»') or len(word) < 4:
        return None
    if word.endswith("ي"):
        lemma = other_unit(written(w, document, i) + "ن", 3)
        lemma = lemma.removesuffix("ين") if lemma else None
    else:
        lemma = other_unit(written(w, document, i), 3)
        if lemma and fold_word(lemma) == word:
            return None  # a singular: آلاف من شعب العراق
    return (lemma, "other", i + 1) if lemma else None


def with_pronoun(w: Words, i: int) -> Unit | None:
    """Read a known unit with a pronoun (ثلاثة من جنودها)."""
    word = w.words[i]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun):
            unit = unit_forms().get(word[: -len(pronoun)])
            return unit if unit and not unit.cut and not unit.dual and not unit.definite else None
    return None


def _definite_plural(w: Words, document: Document, i: int) -> tuple[str, str, int] | None:
    """Return the lemma of a definite noun after a vague number (مئات المتطوعين)."""
    word = w.words[i]
    if not word.startswith("ال") or len(word) < 5 or word in _NOT_COUNTED:
        return None
    noun = written(w, document, i)[2:]
    lemma = other_unit(noun, 3)
    if lemma and noun.endswith("ة") and fold_word(lemma) == word[2:]:
        return None  # a singular: 14 مليونا من المملكة
    return (lemma, "other", i + 1) if lemma else None


def _other(w: Words, document: Document, i: int, low: float) -> str | None:
    """Return the lemma of an unlisted counted noun at word `i`."""
    word = w.words[i]
    if (
        word in OTHERS
        or not word
        or word[0].isascii()
        or word in NUMBER_WORDS
        or word in _NOT_COUNTED
        or word in _DATES
        or (word in _GROUPS and low <= 10)
    ):
        return None
    return other_unit(written(w, document, i), low)


def written(w: Words, document: Document, i: int) -> str:
    """Return word `i` as it is spelled in the text."""
    start, end = with_dashes(document).span(w.starts[i], w.end(i))
    return document.text[start:end]


def and_a_half(w: Words, end: int, unit: str) -> tuple[float, int]:
    """Read ونصف or وربع after the unit, with the unit said again: تسع سنوات ونصف السنة."""
    entry = NUMBER_WORDS.get(w.words[end])
    if not (entry and entry.kind == "fraction" and entry.joined and w.near(end)):
        return 0.0, end
    again = unit_forms().get(w.words[end + 1]) if w.near(end + 1) else None
    repeated = again is not None and not again.dual and again.lemma == unit
    return entry.value, end + 2 if repeated else end + 1
