"""Tokens: words, numbers, foreign words and signs with their offsets.

The text is cut where the class of the character changes. Classes are looked up for all characters
at once, which is what makes a million tokens a second possible without a compiled extension.

What is one token, and what is cut:
    Word: Arabic letters with marks, tatweel and whatever draws nothing between them (و‏يهدف with a
        bidi mark, a soft hyphen, a Persian joiner). و and بـ before digits, foreign letters or
        quotation marks stand alone, as do units after digits (13م, 5كم). Hyphen, slash, underscore
        and full stop part Arabic words (الأنجلو-أميركية, حزب_الله, العراق.وقال), and Arabic letters
        from digits (إف-16, م2). An abbreviation is its letter and a full stop (د.).
    Number: Digits of any script with their inner . , : / ٫ ٬ (1,500 10:30 12/3/2025 3٫5). A hyphen
        parts numbers (2-1, 2015-2016, 2024-09-21): a score cannot be told from a span of years.
        Sign, per cent and currency stand apart (+971, 5%, $20).
    Foreign word: Letters of other scripts with digits glued to them (5G, B52, 24th), inner
        apostrophes and dots (don't, bbc.com, U.S. with its last dot), and hyphen, & and _ after
        letters (F-16, COVID-19, Wi-Fi, AT&T, Q_otaibi): names that one looks for whole. Addresses of
        pages and mailboxes are one. # and @ before a name stand apart.
    Sign: Any other character by itself, but a run of one of . - ! ؟ ? * = _ ~ … ' ` is one sign.
    None: White space, control characters, and what draws nothing outside a word (`UNSEEN`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Final, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from rasid.language.characters import CONTROLS, MARKS, PRESENTATION, TATWEEL

KINDS: Final = ("space", "word", "number", "latin", "sign")
_SPACE, _WORD, _NUMBER, _LATIN, _SIGN = range(5)
_NUMBER_SIGN, _FOREIGN_SIGN, _CONTROL = 5, 6, 7  # signs that may belong to a token around them
_INSIDE_NUMBERS: Final = ".,:/٫٬"
_INSIDE_FOREIGN_WORDS: Final = "'’"
_COMPOUNDING: Final = "-\u2010\u2011&_"
_REPEATED: Final = frozenset(".-!؟?*=_~…'`")  # a run of one of these is one sign: ... !! ''
_ADDRESS_MARKS: Final = ("@", "://", "www.")
_NEAR: Final = 64
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'«»“”()\u0600-\u06ff]*[\w/]"
    r"|[A-Za-z0-9_.+-]*[A-Za-z0-9]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
UNSEEN: Final = CONTROLS | frozenset(range(0xFE00, 0xFE10))
"""Code points that draw nothing: inside a word they belong to it, elsewhere to no token."""
_FOREIGN_MARKS: Final = (*range(0x0300, 0x0370), *range(0x20D0, 0x20F1))  # accents, key caps
_NO_LETTER: Final = frozenset(map(chr, (*MARKS, TATWEEL, *UNSEEN, *_FOREIGN_MARKS)))
_BASIC_PLANE: Final = 0x10000

Codes = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.intp]
Classes = npt.NDArray[np.int8]


class Token(NamedTuple):
    """A token of the text: `text[start:end]`; kind is word, number, latin or sign."""

    start: int
    end: int
    kind: str


_NAMING: Final = (_LATIN, _NUMBER)
_NAMES: Final = np.array(KINDS, dtype=object)
# Token._make without its Python frame: half the cost of a token.
_make: Final = cast("Callable[[Iterable[object]], Token]", partial(tuple.__new__, Token))


@cache
def _classes() -> Classes:
    categories = map(unicodedata.category, map(chr, range(_BASIC_PLANE)))
    kinds = {"Nd": _NUMBER, "Cc": _SPACE, "Zs": _SPACE, "Zl": _SPACE, "Zp": _SPACE}
    letters = dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me"), _LATIN)
    kinds |= letters
    table = np.array([kinds.get(name, _SIGN) for name in categories], dtype=np.int8)
    arabic = np.zeros(_BASIC_PLANE, dtype=np.bool_)
    arabic[0x0600:0x0780] = True
    arabic[list(PRESENTATION)] = True
    table[arabic & (table == _LATIN)] = _WORD
    table[[*MARKS, TATWEEL]] = _WORD
    table[list(UNSEEN)] = _CONTROL
    table[[ord(c) for c in _INSIDE_NUMBERS]] = _NUMBER_SIGN
    table[[ord(c) for c in _INSIDE_FOREIGN_WORDS]] = _FOREIGN_SIGN
    return table


@cache
def _table(chars: frozenset[str]) -> npt.NDArray[np.bool_]:
    table = np.zeros(_BASIC_PLANE, dtype=np.bool_)
    table[[ord(c) for c in chars]] = True
    return table


def codes_of(text: str) -> Codes:
    """Return the code points of a text. Beyond the basic plane are emoji and the like: one sign each."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return np.frombuffer(units, dtype="<u2")
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    narrow: Codes = np.minimum(wide, 0xFFFF).astype(np.uint16)
    return narrow


def _classify(codes: Codes) -> Classes:
    """Class of each character, with signs inside numbers and foreign words given to these."""
    kind = _classes().take(codes)
    found = kind.tobytes()
    if bytes((_CONTROL,)) in found:
        _give_controls(kind)
    _give(kind, _NUMBER_SIGN, _NUMBER)
    _give(kind, _FOREIGN_SIGN, _LATIN)
    if bytes((_LATIN,)) in found:
        # B52, 5G, covid19: letters and digits written together are one foreign word.
        foreign, number = kind == _LATIN, kind == _NUMBER
        mixed = (foreign[:-1] & number[1:]) | (number[:-1] & foreign[1:])
        if mixed.any():
            _join_mixed(kind, mixed)
        _join_dots(codes, kind)
        _join_compounds(codes, kind)
    return kind


def _give_controls(kind: Classes) -> None:
    """Give what draws nothing to the word or number on both sides of it; elsewhere it is space."""
    at = (kind == _CONTROL).nonzero()[0]
    drawn = (kind != _CONTROL).nonzero()[0]
    after = np.searchsorted(drawn, at)
    kinds = np.append(kind.take(drawn), np.int8(_SPACE))  # beyond the end, and before the start
    left, right = kinds[after - 1], kinds[after]
    kind[at] = np.where((left == right) & (left < _SIGN), left, _SPACE)


def _join_dots(codes: Codes, kind: Classes) -> None:
    """Give dots written inside foreign words to these: bbc.com, U.S, and the last of U.S. too."""
    dots = (codes == ord(".")).nonzero()[0]
    dots = dots[(dots > 0) & (dots < kind.size - 1)]
    inner = dots[(kind[dots - 1] == _LATIN) & (kind[dots + 1] == _LATIN)]
    if inner.size:
        kind[inner] = _LATIN
        after = inner + 2  # a dot again, one letter later
        after = after[after < kind.size]
        kind[after[codes[after] == ord(".")]] = _LATIN


def _join_compounds(codes: Codes, kind: Classes) -> None:
    """Give a hyphen, & or _ after foreign letters to the name it is part of: F-16, Wi-Fi, AT&T."""
    foreign = (kind == _LATIN).nonzero()[0]
    ends = foreign[_table(frozenset(_COMPOUNDING)).take(codes.take(foreign + 1, mode="clip"))]
    for at in (ends + 1).tolist():
        while at + 1 < kind.size and chr(codes[at]) in _COMPOUNDING and kind[at + 1] in _NAMING:
            kind[at] = _LATIN
            at += 1
            while at < kind.size and kind[at] == _NUMBER:
                kind[at] = _LATIN
                at += 1


def _give(kind: Classes, sign: int, owner: int) -> None:
    """Give a sign of class `sign` to class `owner` when that class stands on both sides of it."""
    at = (kind == sign).nonzero()[0]
    if at.size:
        kind[at] = _SIGN
        within = at[(at > 0) & (at < kind.size - 1)]
        kind[within[(kind[within - 1] == owner) & (kind[within + 1] == owner)]] = owner


def _join_mixed(kind: Classes, mixed: npt.NDArray[np.bool_]) -> None:
    """Give the digits that touch foreign letters to the foreign word."""
    for at in np.flatnonzero(mixed).tolist():
        step, where = (1, at + 1) if kind[at] == _LATIN else (-1, at)
        while 0 <= where < len(kind) and kind[where] == _NUMBER:
            kind[where] = _LATIN
            where += step


def _join_addresses(text: str, kind: Classes) -> None:
    """Make one foreign word of each address of a page or a mailbox."""
    for mark in _ADDRESS_MARKS:  # found in C; the pattern sees only what lies around them
        at = text.find(mark)
        while at >= 0:
            for match in _ADDRESS.finditer(text, max(0, at - _NEAR), at + 4 * _NEAR):
                kind[match.start() : match.end()] = _LATIN
            at = text.find(mark, at + 4 * _NEAR)


def token_arrays(text: str) -> tuple[Offsets, Offsets, Classes]:
    """Return starts, ends and kinds (indexes of `KINDS`) of the tokens of `text`, in order."""
    codes = codes_of(text)
    if not codes.size:
        return np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0, np.int8)
    kind = _classify(codes)
    _join_addresses(text, kind)
    cut = kind[1:] != kind[:-1]
    signs = (kind[1:] == _SIGN).nonzero()[0]
    following = codes[signs + 1]
    cut[signs] |= (following != codes[signs]) | ~_table(_REPEATED).take(following)
    starts = np.concatenate(((0,), cut.nonzero()[0] + 1))
    ends = np.append(starts[1:], codes.size)
    kinds = kind.take(starts)
    _demote_strokes(text, codes, starts, kinds)
    keep = kinds.nonzero()[0]
    return starts.take(keep), ends.take(keep), kinds.take(keep)


def _demote_strokes(text: str, codes: Codes, starts: Offsets, kinds: Classes) -> None:
    """Make runs of tatweel, marks or joiners without a letter (ــــ) signs instead of words."""
    doubtful = _table(_NO_LETTER).take(codes.take(starts)) & (kinds != _SPACE)
    for at in doubtful.nonzero()[0].tolist():
        end = starts[at + 1] if at + 1 < len(starts) else len(text)
        if _NO_LETTER.issuperset(text[starts[at] : end]):
            kinds[at] = _SIGN


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text` in order; they never overlap (what is one is said above)."""
    starts, ends, kinds = token_arrays(text)
    names = _NAMES[kinds].tolist()
    return list(map(_make, zip(starts.tolist(), ends.tolist(), names, strict=True)))
