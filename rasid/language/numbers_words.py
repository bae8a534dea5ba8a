"""The words of numbers: units, tens, hundreds, scales, vague words and fractions, with all their written forms."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.language.folding import fold
from rasid.language.numbers_scan import PROCLITICS

_UNITS: Final = {
    1: "واحد واحدا واحدة إحدى أحد",
    2: "اثنان اثنين اثنتان اثنتين إثنان إثنين اثنا اثني اثنتا اثنتي إثني إثنا",
    3: "ثلاثة ثلاث ثلاثا",
    4: "أربعة أربع أربعا",
    5: "خمسة خمس خمسا",
    6: "ستة ست ستا",
    7: "سبعة سبع سبعا",
    8: "ثمانية ثماني ثمان ثمانيا",
    9: "تسعة تسع تسعا",
}
_TEN: Final = "عشرة عشر"
_TENS: Final = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين",
    60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
}  # fmt: skip
_HUNDRED: Final = "مئة مائة مية"
_TWO_HUNDRED: Final = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين"
_HUNDRED_STEMS: Final = {
    3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع",
}  # fmt: skip
_SCALES: Final = {
    1_000: "ألف ألفا آلاف",
    1_000_000: "مليون مليونا ملايين",
    1_000_000_000: "مليار مليارا مليارات بليون بليونا بلايين",
    1_000_000_000_000: "تريليون تريليونا تريليونات ترليون ترليونا",
}
_DUAL_SCALES: Final = {
    1_000: "ألفان ألفين ألفي",
    1_000_000: "مليونان مليونين مليوني",
    1_000_000_000: "ملياران مليارين ملياري",
    1_000_000_000_000: "تريليونان تريليونين تريليوني",
}
_VAGUE: Final = {"بضع": (3, 9), "بضعة": (3, 9), "عشرات": (10, 99), "مئات": (100, 999), "مئآت": (100, 999),
                 "مات": (100, 999), "مائات": (100, 999)}  # fmt: skip
_PLURAL_SCALES: Final = {"آلاف": 1_000, "آلافا": 1_000, "ألوف": 1_000, "ملايين": 1_000_000, "مليارات": 1_000_000_000,
                         "ملايير": 1_000_000_000, "بلايين": 1_000_000_000}  # fmt: skip
_FRACTIONS: Final = {"نصف": 0.5, "ثلث": 1 / 3, "ربع": 0.25, "ثلثان": 2 / 3, "ثلثي": 2 / 3, "ثلثا": 2 / 3,
                     "ثلثين": 2 / 3, "خمس": 0.2}  # fmt: skip
FRACTIONS: Final = {fold(word).text: value for word, value in _FRACTIONS.items() if word != "خمس"}


class NumberWord(NamedTuple):
    """What a word says as part of a number.

    kind: unit, ten, tens, hundred, scale, dual (a scale times two), vague, fraction. `plural` marks آلاف, ملايين;
    `cut` is the length of its proclitics, `joined` tells that one of them is و, `definite` that it has the article.
    """

    kind: str
    value: float
    high: float = 0
    plural: bool = False
    cut: int = 0
    joined: bool = False
    definite: bool = False


def _base_words() -> dict[str, NumberWord]:
    words: dict[str, NumberWord] = {}
    for unit_value, forms in _UNITS.items():
        words.update((w, NumberWord("unit", unit_value)) for w in forms.split())
    words.update((w, NumberWord("ten", 10)) for w in _TEN.split())
    for tens, forms in _TENS.items():
        words.update((w, NumberWord("tens", tens)) for w in forms.split())
    words.update((w, NumberWord("hundred", 100)) for w in _HUNDRED.split())
    words.update((w, NumberWord("hundreds", 200)) for w in _TWO_HUNDRED.split())
    for unit, stems in _HUNDRED_STEMS.items():
        for stem in stems.split():
            words.update((stem + w, NumberWord("hundreds", unit * 100)) for w in _HUNDRED.split())
    for scale, forms in _SCALES.items():
        words.update((w, NumberWord("scale", scale)) for w in forms.split())
    for scale, forms in _DUAL_SCALES.items():
        words.update((w, NumberWord("dual", 2 * scale)) for w in forms.split())
    for word, scale in _PLURAL_SCALES.items():
        words[word] = NumberWord("scale", scale, plural=True)
    for word, (low, high) in _VAGUE.items():
        words[word] = NumberWord("vague", low, high)
    for word, value in _FRACTIONS.items():
        if word != "خمس":
            words[word] = NumberWord("fraction", value)
    return words


def _number_lexicon() -> dict[str, NumberWord]:
    """All written forms: each word with its proclitics and with the article."""
    lexicon: dict[str, NumberWord] = {}
    for word, entry in _base_words().items():
        folded = fold(word).text
        for lead in PROCLITICS:
            joined = "و" in lead or "ف" in lead
            lexicon.setdefault(lead + folded, entry._replace(cut=len(lead), joined=joined))
            lexicon.setdefault(
                f"{lead}ال{folded}",
                entry._replace(cut=len(lead), joined=joined, definite=True),
            )
        for lead in ("", "و"):
            lexicon.setdefault(
                f"{lead}لل{folded}",
                entry._replace(cut=len(lead) + 1, joined=bool(lead), definite=True),
            )
    for trap in _TRAPS:
        lexicon.pop(trap, None)
    return lexicon


# لست "I am not", مات "he died", كمية "amount" (not ك + مئة) …
_TRAPS: Final = (
    "وست", "فست", "كسبع", "لست", "بست", "كست", "ولست", "فلست", "فخمس", "مات", "ومات", "فمات", "كميه", "كميات",
)  # fmt: skip


NUMBER_WORDS: Final = _number_lexicon()
