"""Tokens: words, numbers, foreign words and signs with their offsets.

The text is cut where the class of the character changes. Classes are looked up for all characters
at once, which is what makes a million tokens a second possible without a compiled extension.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Final, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from rasid.language.characters import CONTROLS, MARKS, PRESENTATION, TATWEEL

KINDS: Final = ("space", "word", "number", "latin", "sign")
_SPACE, _WORD, _NUMBER, _LATIN, _SIGN = range(5)
_BEYOND: Final = 0x10000  # one slot for everything outside the basic plane
_INSIDE_NUMBERS: Final = ".,:/٫٬"
_INSIDE_FOREIGN_WORDS: Final = "'’"
_REPEATED: Final = ".-!؟?*=_~…"  # a run of one of these is one sign: ... !! ---
_JOINERS: Final = (0x200C, 0x200D)


class Token(NamedTuple):
    """A token of the text: `text[start:end]`; kind is word, number, latin or sign."""

    start: int
    end: int
    kind: str


_NAMES: Final = np.array(KINDS, dtype=object)
# Token._make without its Python frame: half the cost of a token.
_make: Final = cast("Callable[[Iterable[object]], Token]", partial(tuple.__new__, Token))


def _class_of(char: str) -> int:
    code = ord(char)
    category = unicodedata.category(char)
    arabic = 0x0600 <= code < 0x0780 or code in PRESENTATION
    if char.isspace() or category in {"Cc", "Zs"}:
        return _SPACE
    if category == "Nd":
        return _NUMBER
    if category[0] in "LM":
        return _WORD if arabic or code in MARKS or code == TATWEEL else _LATIN
    return _SPACE if code in CONTROLS else _SIGN


@cache
def _classes() -> npt.NDArray[np.int8]:
    table = np.array([_class_of(chr(code)) for code in range(_BEYOND)] + [_SIGN], dtype=np.int8)
    for code in _JOINERS:  # Persian spelling inside a word; alone it is nothing
        table[code] = _WORD
    return table


@cache
def _flags(chars: str) -> npt.NDArray[np.bool_]:
    table = np.zeros(_BEYOND + 1, dtype=np.bool_)
    table[[ord(c) for c in chars]] = True
    return table


@cache
def _not_letters() -> npt.NDArray[np.bool_]:
    return _flags("".join(map(chr, (*sorted(MARKS), TATWEEL, *_JOINERS))))


def _classify(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.int8]:
    """Class of each character, with signs inside numbers and foreign words given to these."""
    kind = _classes()[codes]
    _give(kind, codes, _INSIDE_NUMBERS, _NUMBER)
    foreign = kind == _LATIN
    if foreign.any():
        _give(kind, codes, _INSIDE_FOREIGN_WORDS, _LATIN)
        # B52, 5G, covid19: letters and digits written together are one foreign word.
        number = kind == _NUMBER
        mixed = (foreign[:-1] & number[1:]) | (number[:-1] & foreign[1:])
        if mixed.any():
            _join_mixed(kind, mixed)
    return kind


def _give(
    kind: npt.NDArray[np.int8], codes: npt.NDArray[np.uint32], signs: str, owner: int
) -> None:
    """Give to class `owner` the `signs` that stand between two characters of that class."""
    at = np.flatnonzero(_flags(signs)[codes[1:-1]]) + 1
    kind[at[(kind[at - 1] == owner) & (kind[at + 1] == owner)]] = owner


def _join_mixed(kind: npt.NDArray[np.int8], mixed: npt.NDArray[np.bool_]) -> None:
    """Give the digits that touch foreign letters to the foreign word."""
    for at in np.flatnonzero(mixed).tolist():
        step, where = (1, at + 1) if kind[at] == _LATIN else (-1, at)
        while 0 <= where < len(kind) and kind[where] == _NUMBER:
            kind[where] = _LATIN
            where += step


def token_arrays(
    text: str,
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.int8]]:
    """Return starts, ends and kinds (indexes of `KINDS`) of the tokens of `text`, in order."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if not codes.size:
        return np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0, np.int8)
    codes = np.minimum(codes, _BEYOND)
    kind = _classify(codes)
    cut = kind[1:] != kind[:-1]
    sign = kind[1:] == _SIGN
    cut |= sign & ((codes[1:] != codes[:-1]) | ~_flags(_REPEATED)[codes[1:]])
    bounds = np.concatenate(([0], np.flatnonzero(cut) + 1, [codes.size]))
    starts, ends = bounds[:-1], bounds[1:]
    kinds = kind[starts]
    # A run of marks or tatweel without a letter (ــــ) is a sign, not a word.
    letters = np.add.reduceat(~_not_letters()[codes], starts)
    kinds[(kinds == _WORD) & (letters == 0)] = _SIGN
    keep = kinds != _SPACE
    return starts[keep], ends[keep], kinds[keep]


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space and invisible controls are not tokens.

    A word is Arabic letters with their marks; a number keeps its inner . , : /; و and بـ written
    onto digits or quotation marks stand alone, as do units after digits (13م).
    """
    starts, ends, kinds = token_arrays(text)
    names = _NAMES[kinds].tolist()
    return list(map(_make, zip(starts.tolist(), ends.tolist(), names, strict=True)))
