"""The nouns that a number has right after it or after من: known units, plurals, nouns with their owner."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rasid.findings.quantities.units import Unit, first_words, other_unit, unit_forms
from rasid.language import Document, fold_word
from rasid.language.dates.dashes import with_dashes
from rasid.language.numbers import Number
from rasid.language.numbers_scan import Words

NOT_COUNTED: Final = frozenset(
    ("اصل", "بين", "هذا", "هذه", "خلال", "قبل", "اجل", "جانب", "شهر", "عمره", "عمرها", "العمر", "الان", "دون",
     "التنظيم", "الجيش", "جانبين", "الجانبين", "الطرفين", "الذين", "الذي",
     "التي", "اللواتي", "اللاتي", "ممن", "مبروك", "شكر", "تحيه", "وال", "بال", "وليله", "اصبح", "اصبحت", "كان", "كانت",
     "بات", "باتت", "ليس", "ظهرا", "صباحا", "مساء", "ليلا", "فجرا", "عصرا", "زوالا", "مجانا", "الجاري", "الماضي",
     "حتفهم", "مصرعهم", "حتفها", "مصرعها", "منازلهم", "ديارهم", "بيوتهم", "بلادهم", "بلدانهم", "قراهم",
     "مناصفه", "مجتمعه", "تباعا", "شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي")
)  # fmt: skip
# عشرات من كبار الضباط، ثلاثة من هذه الصواريخ
SET_APART: Final = frozenset(
    ("كبار", "ابرز", "اهم", "اكبر", "خيره", "هذه", "هولاء", "تلك", "اولئك")
)
OPENING_QUOTES: Final = ('"', "«", "“", "”")
_OWNED: Final = re.compile("[ء-ي]{3}ي(ه|ها|هم|هما|نا)$")
_PRONOUNS: Final = ("هما", "هم", "ها", "نا", "ه")
_COLLECTIVES: Final = frozenset(("مارينز", "مشاة"))


def known_unit(w: Words, i: int) -> Unit | None:
    """Return the unit of the table that word `i` (and its second word) is, bare and not dual, or None."""
    if w.gaps[i] != " " and not w.near(i):
        return None
    forms, word = unit_forms(), w.words[i]
    unit = forms.get(word)
    if word in first_words():  # of two words: كيلو متر
        unit = forms.get(f"{word} {w.words[i + 1]}") or unit
    return None if unit is None or unit.cut or unit.dual else unit


def known_after_bracket(w: Words, i: int) -> Unit | None:
    """Return the bare unit that word `i` is, whatever stands before it, or None."""
    unit = unit_forms().get(w.words[i])
    return unit if unit and not unit.cut and not unit.dual else None


def written(w: Words, document: Document, i: int) -> str:
    """Return word `i` as it is spelled in the text."""
    start, end = with_dashes(document).span(w.starts[i], w.end(i))
    return document.text[start:end]


def with_pronoun(w: Words, i: int) -> Unit | None:
    """Read a known unit with a pronoun (ثلاثة من جنودها)."""
    word = w.words[i]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun):
            stem = word[: -len(pronoun)]
            opened = stem[:-1] + "ه" if stem.endswith("ت") else stem  # قادتها
            unit = unit_forms().get(stem) or unit_forms().get(opened)
            return unit if unit and not unit.cut and not unit.dual and not unit.definite else None
    return None


def partitive(w: Words, document: Document, end: int, number: Number) -> tuple[str, str, int]:
    """Read من and what is counted (مئات من القوات، 12 من عناصر الأمن، 6 من "حراس القرى")."""
    if w.words[end + 1] in SET_APART and w.near(end + 2):
        end += 1
    quoted = w.gaps[end + 1].strip() in OPENING_QUOTES
    known = known_after_bracket(w, end + 1) if quoted else known_unit(w, end + 1)
    many = known and known.definite and (number.vague or number.scaled)  # ملايين من الدولار
    if known and (many or _is_plural_of(w.words[end + 1].removeprefix("ال"), known)):
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
            unit = definite_plural(w, document, end + 1) or construct_plural(w, document, end + 1)
            if unit:
                return unit
        elif written_out.startswith("ال") and number.low > 2:
            unit = definite_plural(w, document, end + 1)
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


def definite_plural(w: Words, document: Document, i: int) -> tuple[str, str, int] | None:
    """Return the lemma of a definite noun after a vague number (مئات المتطوعين)."""
    word = w.words[i]
    if not word.startswith("ال") or len(word) < 5 or word in NOT_COUNTED:
        return None
    noun = written(w, document, i)[2:]
    lemma = other_unit(noun, 3)
    if lemma and noun.endswith("ة") and fold_word(lemma) == word[2:]:
        return None  # a singular: 14 مليونا من المملكة
    return (lemma, "other", i + 1) if lemma else None
