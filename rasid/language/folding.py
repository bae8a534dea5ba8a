"""Folding: one spelling for all the ways a word is written, with the exact way back.

The rules are in `characters.py`. A table of all code points is made once per set of rules, so a
text is folded by three passes in C however many rules there are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from rasid.language.characters import MARKS, RULES, TATWEEL

_CODE_POINTS: Final = 0x110000
_BASIC_PLANE: Final = 0x10000
_ATTACHED: Final = frozenset(map(chr, MARKS | {TATWEEL}))


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Folded text and the way back to the text it came from.

    Attributes:
        text: The folded text.
        source: The text as given.
        index: For each folded character the offset of its source character; None when the two
            texts run in step.
        codes: The code points of the folded text; None when some lie beyond the basic plane.
    """

    text: str
    source: str
    index: npt.NDArray[np.intp] | None
    codes: npt.NDArray[np.uint16] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that the folded span `[start, end)` was made from.

        Marks and tatweel written on its last letter belong to it, so a whole folded word gives the
        whole written word. Half of a ligature gives the ligature.
        """
        if self.index is None:
            return start, end
        if start >= end:
            at = self.index.item(start) if start < len(self.index) else len(self.source)
            return at, at
        source, left, right = self.source, self.index.item(start), self.index.item(end - 1) + 1
        while right < len(source) and source[right] in _ATTACHED:
            right += 1
        return left, right


class _Tables:
    """Look-up tables of a set of rules: code point → its folding."""

    def __init__(self, without: frozenset[str]) -> None:
        unknown = without - RULES.keys()
        if unknown:
            raise ValueError(f"no folding rule called {sorted(unknown)}; rules: {list(RULES)}")
        tables = [dict(rule()) for name, rule in RULES.items() if name not in without]
        self.by_code: dict[int, str] = {}
        for code in {code for table in tables for code in table}:
            text = chr(code)
            for table in tables:
                text = text.translate(table)
            self.by_code[code] = text
        # What is not one-to-one is marked: how long it becomes, and what stands there first.
        self.first = np.arange(_CODE_POINTS, dtype="<u4")
        self.length = np.ones(_CODE_POINTS, dtype=np.uint8)
        for code, text in self.by_code.items():
            self.first[code] = ord(text[0]) if text else 0
            self.length[code] = len(text)
        self.odd = self.length != 1
        # Half as wide: nearly every text has code points of the basic plane alone.
        self.narrow_first = self.first[:_BASIC_PLANE].astype("<u2")
        self.narrow_odd = self.odd[:_BASIC_PLANE].copy()


@lru_cache(maxsize=8)  # five megabytes a set of rules
def _tables(without: frozenset[str]) -> _Tables:
    return _Tables(without)


@cache
def _all_rules() -> _Tables:
    return _tables(frozenset())


def fold(text: str, without: Collection[str] = ()) -> Folded:
    """Return `text` folded for comparison, with its offset map.

    Args:
        text: Any text.
        without: Names of rules (keys of `characters.RULES`) to leave out.

    Returns:
        The folded text; folding it once more changes nothing.
    """
    tables = _tables(frozenset(without)) if without else _all_rules()
    try:
        units = text.encode("utf-16-le")
    except UnicodeEncodeError:  # half a surrogate pair, which means nothing
        return _fold_wide(text, tables)
    if len(units) != 2 * len(text):
        return _fold_wide(text, tables)
    codes = np.frombuffer(units, dtype="<u2")
    folded = tables.narrow_first.take(codes)
    index = None
    odd = tables.narrow_odd.take(codes)
    places = odd.nonzero()[0]
    if places.size:
        if tables.length.take(codes.take(places)).any():
            index, folded = _lengthened(codes, folded, tables)
        else:  # characters are dropped and none becomes more: most texts
            index = np.logical_not(odd, out=odd).nonzero()[0]
            folded = folded.take(index)
    return Folded(folded.tobytes().decode("utf-16-le"), text, index, folded)


class Together(NamedTuple):
    """Texts folded in one pass.

    Attributes:
        text: All of them folded, a line break between two.
        codes: Its code points.
        starts: Where each text begins in it.
        ends: Where each ends.
        each: The folding of each.
    """

    text: str
    codes: npt.NDArray[np.uint16]
    starts: npt.NDArray[np.intp]
    ends: npt.NDArray[np.intp]
    each: list[Folded]


def fold_together(texts: Sequence[str]) -> Together | None:
    """Return texts folded in one pass; None when some of them has code points beyond the basic plane."""
    whole = fold("\n".join(texts))
    if whole.codes is None:
        return None
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    begins = np.cumsum(lengths + 1) - lengths - 1
    first, last = begins, begins + lengths
    if whole.index is not None:
        first, last = whole.index.searchsorted(first), whole.index.searchsorted(last)
    each = []
    for text, base, start, end in zip(
        texts, begins.tolist(), first.tolist(), last.tolist(), strict=True
    ):
        index = None
        if whole.index is not None:
            index = whole.index[start:end] - base
            if len(index) == len(text) and bool((index == np.arange(len(text))).all()):
                index = None
        each.append(Folded(whole.text[start:end], text, index, whole.codes[start:end]))
    return Together(whole.text, whole.codes, first, last, each)


def _fold_wide(text: str, tables: _Tables) -> Folded:
    """Fold a text with code points beyond the basic plane."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    folded, index = tables.first.take(codes), None
    if tables.odd.take(codes).any():
        index, folded = _lengthened(codes, folded, tables)
    return Folded(folded.tobytes().decode("utf-32-le", "surrogatepass"), text, index)


def _lengthened(
    codes: npt.NDArray[Any], folded: npt.NDArray[Any], tables: _Tables
) -> tuple[npt.NDArray[np.intp], npt.NDArray[Any]]:
    """Return the offsets and code points of a text of which some characters become none or several."""
    length = tables.length.take(codes)
    index = np.repeat(np.arange(length.size), length)
    folded = np.repeat(folded, length)
    ends = np.cumsum(length, dtype=np.intp)
    for at in np.flatnonzero(length > 1).tolist():
        whole = tables.by_code[int(codes[at])]
        folded[ends[at] - len(whole) : ends[at]] = [ord(c) for c in whole]
    return index, folded


def fold_word(word: str, without: Collection[str] = ()) -> str:
    """Return a short text folded, without the offset map (quicker than `fold` for one word)."""
    return word.translate(_word_table(tuple(without)))


@lru_cache(maxsize=64)
def _word_table(without: tuple[str, ...]) -> dict[int, str]:
    return _tables(frozenset(without)).by_code
