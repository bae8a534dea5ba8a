"""Character rules of folding: one rule, one function, with the code points it speaks of.

Each rule returns a table from a code point to what stands for it in folded text; an empty string
drops the character. `RULES` names them all, in the order in which they are applied.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from pyarabic import araby

Table = Mapping[int, str]

# Vowels, tanwin, shadda and sukun U+064B–U+0652 come from pyarabic. It leaves out what follows.
_OTHER_MARKS: Final = (
    *range(0x0610, 0x061B),  # honorifics and small letters above
    *range(0x0653, 0x0660),  # madda, combining hamza above and below, rare vowels
    0x0670,  # dagger alef
    *range(0x06D6, 0x06DD),  # Quranic signs
    *range(0x06DF, 0x06E5),
    *range(0x06E7, 0x06E9),
    *range(0x06EA, 0x06EE),
)
MARKS: Final = frozenset(map(ord, araby.TASHKEEL)) | frozenset(_OTHER_MARKS)
TATWEEL: Final = ord(araby.TATWEEL)  # U+0640
CONTROLS: Final = frozenset(
    (
        0x00AD,  # soft hyphen
        0x061C,  # Arabic letter mark
        *range(0x200B, 0x2010),  # zero-width space, (non-)joiner, LRM, RLM
        *range(0x202A, 0x202F),  # embeddings and overrides
        *range(0x2060, 0x2065),  # word joiner and invisible operators
        *range(0x2066, 0x206A),  # isolates
        0xFEFF,  # byte order mark
    )
)
PRESENTATION: Final = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))


def diacritics() -> Table:
    """U+064B–U+0652, U+0610–U+061A, U+0653–U+065F, U+0670, U+06D6–U+06ED (marks): dropped."""
    return dict.fromkeys(MARKS, "")


def tatweel() -> Table:
    """U+0640, the lengthening stroke: dropped."""
    return {TATWEEL: ""}


def controls() -> Table:
    """Bidi controls, zero-width characters, soft hyphen, byte order mark: dropped."""
    return dict.fromkeys(CONTROLS, "")


def alef_seats() -> Table:
    """U+0623 أ, U+0625 إ, U+0622 آ, U+0671 ٱ, U+0672 ٲ, U+0673 ٳ → U+0627 ا."""
    return dict.fromkeys((0x0623, 0x0625, 0x0622, 0x0671, 0x0672, 0x0673), "ا")


def hamza_seats() -> Table:
    """U+0624 ؤ → و and U+0626 ئ → ي; hamza on the line (U+0621 ء) stays."""
    return {0x0624: "و", 0x0626: "ي"}


def ta_marbuta() -> Table:
    """U+0629 ة → U+0647 ه."""
    return {0x0629: "ه"}


def final_ya() -> Table:
    """U+0649 ى → U+064A ي, never to alef: إلى and إلا stay two words."""
    return {0x0649: "ي"}


def persian_urdu() -> Table:
    """Keyboards of neighbours: ی ې ے ۍ → ي, ک ڪ → ك, ہ ھ ە ۀ ۂ ۃ → ه, ۋ → و."""
    return {
        **dict.fromkeys((0x06CC, 0x06D0, 0x06D2, 0x06CD), "ي"),
        **dict.fromkeys((0x06A9, 0x06AA), "ك"),
        **dict.fromkeys((0x06C1, 0x06BE, 0x06D5, 0x06C0, 0x06C2, 0x06C3), "ه"),
        0x06CB: "و",
    }


def borrowed_letters() -> Table:
    """Letters for foreign sounds: U+067E پ → ب, U+0686 چ → ج, U+06A4 ڤ → ف, U+06AF گ → ك."""
    return {0x067E: "ب", 0x0686: "ج", 0x06A4: "ف", 0x06AF: "ك"}


def digits() -> Table:
    """Arabic-Indic U+0660–U+0669 and Persian U+06F0–U+06F9 digits → 0–9."""
    return {base + n: str(n) for base in (0x0660, 0x06F0) for n in range(10)}


def spaces() -> Table:
    """No-break and thin spaces U+00A0, U+2000–U+200A, U+202F, U+205F, U+3000 → space."""
    return dict.fromkeys((0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")


def presentation_forms() -> Table:
    """U+FB50–U+FDFF, U+FE70–U+FEFC → the letters they draw (NFKC), one to many: ﻻ → لا, ﷲ → الله.

    The drawn marks (U+FC5E.., U+FE70..) decompose to a space and the mark; the space is not text,
    so it goes with the mark. The spaces inside ﷺ (U+FDFA) stay.
    """
    table = {}
    for code in PRESENTATION:
        drawn = unicodedata.normalize("NFKC", chr(code))
        if drawn != chr(code):
            only_marks = all(c == " " or ord(c) in MARKS or ord(c) == TATWEEL for c in drawn)
            table[code] = drawn.replace(" ", "") if only_marks else drawn
    return table


RULES: Final[dict[str, Callable[[], Table]]] = {
    rule.__name__: rule
    for rule in (
        presentation_forms,
        diacritics,
        tatweel,
        controls,
        persian_urdu,
        borrowed_letters,
        alef_seats,
        hamza_seats,
        ta_marbuta,
        final_ya,
        digits,
        spaces,
    )
}
