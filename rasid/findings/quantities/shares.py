"""Shares and parts of a scale: نصف مليون دولار، ثلث المساحة، ثلاثة أرباع القوات."""

from __future__ import annotations

import re
from typing import Final

from rasid.findings.quantities.counted import and_a_half
from rasid.findings.quantities.counts import with_unit
from rasid.findings.quantities.duals import is_singular
from rasid.findings.quantities.hedges import hedge_before
from rasid.findings.quantities.joining import Count
from rasid.findings.quantities.nouns import known_unit, with_pronoun, written
from rasid.findings.quantities.units import other_unit, unit_forms
from rasid.language import Document
from rasid.language.numbers import NUMBER_WORDS, Number
from rasid.language.numbers_scan import Words

_PARTS: Final = {
    word: entry.value
    for word, entry in NUMBER_WORDS.items()
    if entry.kind == "fraction" and not entry.definite
}
# A share of those just named: 6749 شخصا، ربعهم من المقاتلين.
SHARES_OF_THEM: Final = {
    lead + word + ending: value
    for word, value in {
        "نصف": 1 / 2,
        "ثلث": 1 / 3,
        "ربع": 1 / 4,
        "ثلثا": 2 / 3,
        "ثلثي": 2 / 3,
    }.items()
    for ending in ("هم", "ها", "هن", "هما")
    for lead in ("", "و")
}
_SEVERAL: Final = {
    lead + word: value
    for word, value in (
        ("ثلاثه", 3), ("اربعه", 4), ("خمسه", 5), ("سته", 6), ("سبعه", 7), ("ثمانيه", 8), ("تسعه", 9),
    )
    for lead in ("", "و", "ب", "ل")
}  # fmt: skip
_OF_A_WHOLE: Final = {"ارباع": 4, "اخماس": 5, "اسداس": 6, "اسباع": 7, "اثمان": 8, "اعشار": 10}
SHARES: Final = frozenset(_PARTS) | _SEVERAL.keys()
_OWNER: Final = re.compile("(?<=[ء-ي]{3})(?<!ت)(?:هما|هم|ها)$")
_NUMBERS: Final = frozenset(("العدد", "عدد", "عددهم", "عددها"))
_FRACTION_STOPS: Final = frozenset(
    (
        "نهايي",
        "النهايي",
        "سنوي",
        "سنويه",
        "السنوي",
        "السنويه",
        "شهري",
        "شهريه",
        "نهاييه",
        "الاول",
        "الثاني",
        "الاخر",
        "الساعه",
        "الواحد",
    )
)


def share_at(w: Words, document: Document, i: int) -> Count | None:
    """Read a share or a part of a scale: نصف مليون دولار، ثلث المساحة، ثلاثة أرباع القوات."""
    value = _PARTS.get(w.words[i])
    end = i + 1
    if value is not None and NUMBER_WORDS[w.words[i]].joined and (more := _one_and_a(w, i, value)):
        return more
    if value is None:
        whole = _OF_A_WHOLE.get(w.words[i + 1])
        if whole is None or _SEVERAL[w.words[i]] >= whole:
            return None
        value, end = _SEVERAL[w.words[i]] / whole, i + 2
    following = w.words[end]
    if not following or not w.near(end) or following in _FRACTION_STOPS or w.words[i - 1] == "الا":
        return None  # السادسة إلا ربعا
    this = following in ("هذا", "هذه") and w.near(end + 1)
    if this:  # نصف هذا العدد
        end, following = end + 1, w.words[end + 1]
    scale = NUMBER_WORDS.get(following)
    start = hedge_before(w, i)
    first = i if start is None else start
    if scale and scale.kind == "scale" and not scale.cut and not scale.plural:
        number = Number(i, end + 1, value * scale.value, value * scale.value, False, False, True)
        return with_unit(w, document, number, number.low, number.high)._replace(stated=True)
    number = Number(i, end - this, value, value, False, False, False)
    known = known_unit(w, end)
    lemma = known.lemma if known else other_unit(written(w, document, end).removeprefix("ال"), 0)
    if known is None and (own := with_pronoun(w, end)):
        lemma = own.lemma  # ثلث قواتها
    if lemma is None and following in _NUMBERS:
        lemma = "عدد"
    if lemma is None and (owner := _OWNER.search(following)):
        lemma = other_unit(written(w, document, end)[: -len(owner[0])], 0)  # ثلث سكانها
    if lemma is None and len(following) > 4 and following.endswith(("ته", "تها", "تهم")):
        lemma = written(w, document, end).rpartition("ت")[0] + "ة"  # ثلثي قيمته
    if lemma is None:
        return None
    return Count(first, end + 1, value, value, start is not None, lemma, "other", True, number)


def share_of_them(w: Words, i: int) -> Count:
    """Return a share of those just named, with its hedge (أكثر من نصفهم)."""
    start, part = hedge_before(w, i), SHARES_OF_THEM[w.words[i]]
    number = Number(i, i + 1, part, part, False, False, False)
    first = i if start is None else start
    return Count(first, i + 1, part, part, start is not None, "", "other", True, number)


# Of these one and a part is said without a number: عام ونصف العام، متر ونصف.
_MEASURES: Final = frozenset(
    (
        "عام",
        "سنة",
        "شهر",
        "أسبوع",
        "يوم",
        "ساعة",
        "دقيقة",
        "عقد",
        "قرن",
        "متر",
        "كيلومتر",
        "ميل",
        "قدم",
        "طن",
        "ضعف",
    )
)


def _one_and_a(w: Words, i: int, part: float) -> Count | None:
    """Read one and a part of a measure that stands right before word `i`: شهرا ونصف الشهر، إلى متر ونصف."""
    unit = unit_forms().get(w.words[i - 1])
    if unit is None or unit.lemma not in _MEASURES or not w.near(i):
        return None
    if unit.dual or unit.definite or unit.cut or not is_singular(w.words[i - 1], unit):
        return None
    end = and_a_half(w, i, unit.lemma)[1]
    start = hedge_before(w, i - 1)
    number = Number(i - 1, end, 1 + part, 1 + part, False, False, False)
    first = i - 1 if start is None else start
    return Count(
        first, end, 1 + part, 1 + part, start is not None, unit.lemma, "other", True, number
    )
