"""Folding: one spelling for all the ways a word is written, with the exact way back.

The rules are in `characters.py`. A table of all code points is made once per set of rules, so a
text is folded by three passes in C however many rules there are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from rasid.language.characters import MARKS, RULES, TATWEEL

_CODE_POINTS: Final = 0x110000
_ATTACHED: Final = frozenset(map(chr, MARKS | {TATWEEL}))


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Folded text and the way back to the text it came from.

    Attributes:
        text: The folded text.
        source: The text as given.
        index: For each folded character the offset of its source character; None when the two
            texts run in step.
    """

    text: str
    source: str
    index: npt.NDArray[np.intp] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that the folded span `[start, end)` was made from.

        Marks and tatweel written on its last letter belong to it, so a whole folded word gives the
        whole written word. Half of a ligature gives the ligature.
        """
        if self.index is None:
            return start, end
        if start >= end:
            at = int(self.index[start]) if start < len(self.index) else len(self.source)
            return at, at
        source, left, right = self.source, int(self.index[start]), int(self.index[end - 1]) + 1
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


@lru_cache(maxsize=8)  # five megabytes a set of rules
def _tables(without: frozenset[str]) -> _Tables:
    return _Tables(without)


def fold(text: str, without: Collection[str] = ()) -> Folded:
    """Return `text` folded for comparison, with its offset map.

    Args:
        text: Any text.
        without: Names of rules (keys of `characters.RULES`) to leave out.

    Returns:
        The folded text; folding it once more changes nothing.
    """
    tables = _tables(frozenset(without))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    folded = tables.first.take(codes)
    index = None
    odd = tables.odd.take(codes)
    places = odd.nonzero()[0]
    if places.size:
        length = tables.length.take(codes)
        if length.take(places).any():
            index = np.repeat(np.arange(length.size), length)
            folded = np.repeat(folded, length)
            ends = np.cumsum(length, dtype=np.intp)
            for at in np.flatnonzero(length > 1).tolist():
                whole = tables.by_code[int(codes[at])]
                folded[ends[at] - len(whole) : ends[at]] = [ord(c) for c in whole]
        else:  # characters are dropped and none becomes more: most texts
            index = np.logical_not(odd, out=odd).nonzero()[0]
            folded = folded.take(index)
    return Folded(folded.tobytes().decode("utf-32-le", "surrogatepass"), text, index)


def fold_word(word: str, without: Collection[str] = ()) -> str:
    """Return a short text folded, without the offset map (quicker than `fold` for one word)."""
    return word.translate(_word_table(tuple(without)))


@lru_cache(maxsize=64)
def _word_table(without: tuple[str, ...]) -> dict[int, str]:
    return _tables(frozenset(without)).by_code
