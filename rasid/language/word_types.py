"""The folded words of a text, found once for every rule, and what each word type is, reckoned once.

A text has some hundred words and a corpus of twenty million has half a million types: whatever is asked of a word
by itself is kept by type in a `Column`, and a text asks for all its words by one look-up in an array.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import cache
from itertools import accumulate
from threading import RLock
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]

_GAP: Final = re.compile(r"([\W_]+)")
_BASIC_PLANE: Final = 0x10000
_BLANK: Final = ord(" ")
_MOST: Final = 1_000_000  # types kept; a corpus of twenty million words has half of that
_LOCK: Final = RLock()  # a server reads texts in several threads


class WordTypes(dict[str, int]):
    """The words met so far and their numbers, from 0 in the order of their first use."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._columns: dict[Hashable, Column] = {}

    def __missing__(self, word: str) -> int:
        with _LOCK:
            if word not in self:
                self.words.append(word)
                self[word] = len(self.words) - 1
            return self[word]

    def numbers(self, words: list[str]) -> Numbers:
        """Return the number of each word's type."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))

    def column(self, key: Hashable, of: Callable[[str], int], kind: Any = np.int32) -> Column:
        """Return the column called `key`, made of `of(word)` when it is new."""
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = Column(self.words, of, kind)
        return found


class Column:
    """One value of each word type, reckoned when a text first holds the type."""

    def __init__(self, words: list[str], of: Callable[[str], int], kind: Any) -> None:
        self._words = words
        self._of = of
        self._known = 0
        self._values: npt.NDArray[Any] = np.zeros(1024, dtype=kind)

    def at(self, numbers: Numbers) -> npt.NDArray[Any]:
        """Return the value of each word type of `numbers`."""
        if self._known < len(self._words):
            self._learn()
        return self._values.take(numbers)

    def _learn(self) -> None:
        with _LOCK:
            first, last = self._known, len(self._words)
            values = self._values
            if last > len(values):
                values = np.zeros(2 * last, dtype=values.dtype)
                values[:first] = self._values[:first]
            for at in range(first, last):
                values[at] = self._of(self._words[at])
            self._values, self._known = values, last


_types = WordTypes()


def word_types() -> WordTypes:
    """Return the table of word types; a full one is left to who still holds it, and a new one begun."""
    global _types
    if len(_types) > _MOST:
        _types = WordTypes()
    return _types


class Cut:
    """A folded text cut into words (runs of letters and digits) and the gaps between them.

    Attributes:
        words: The words; the first and last are "" when the text begins or ends with a gap.
        gaps: `gaps[i]` is what stands between `words[i]` and `words[i + 1]`.
        starts: Where each word begins in the folded text.
        ends: Where each word ends.
        types: The table that `numbers` count in.
        numbers: The number of each word's type.
    """

    __slots__ = ("ends", "gaps", "numbers", "starts", "types", "words")
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]

    def __init__(self, folded_text: str) -> None:
        units = folded_text.encode("utf-16-le", "surrogatepass")
        if len(units) == 2 * len(folded_text):
            self._by_class(folded_text, np.frombuffer(units, dtype="<u2"))
        else:
            self._by_pattern(folded_text)
        self.types = word_types()
        self.numbers = self.types.numbers(self.words)

    def _by_class(self, text: str, codes: npt.NDArray[np.uint16]) -> None:
        """Cut where the class of the characters changes: a third of the cost of the pattern."""
        held = np.zeros(len(codes) + 2, dtype=np.bool_)
        inner = held[1:-1]
        _word_characters().take(codes, out=inner)
        edges = (held[1:] != held[:-1]).nonzero()[0]
        spaced = np.where(inner, codes, np.uint16(_BLANK)).astype("<u2")
        words = spaced.tobytes().decode("utf-16-le", "surrogatepass").split()
        starts, ends = edges[::2], edges[1::2]
        first, last = starts.tolist(), ends.tolist()
        gaps = [" "] * (len(words) - 1)
        before = ends[:-1]
        odd = ((starts[1:] - before != 1) | (codes.take(before) != _BLANK)).nonzero()[0]
        for at in odd.tolist():
            gaps[at] = text[last[at] : first[at + 1]]
        if not first or first[0]:  # it begins with a gap, if with anything
            if first:
                gaps.insert(0, text[: first[0]])
            words, first, last = ["", *words], [0, *first], [0, *last]
        if last[-1] < len(text):
            gaps.append(text[last[-1] :])
            words.append("")
            first.append(len(text))
            last.append(len(text))
        self.words, self.gaps, self.starts, self.ends = words, gaps, first, last

    def _by_pattern(self, text: str) -> None:
        parts = _GAP.split(text)
        self.words, self.gaps = parts[0::2], parts[1::2]
        edges = list(accumulate(map(len, parts), initial=0))
        self.starts, self.ends = edges[0:-1:2], edges[1::2]


@cache
def _word_characters() -> npt.NDArray[np.bool_]:
    characters = map(chr, range(_BASIC_PLANE))
    return np.fromiter((c.isalnum() for c in characters), np.bool_, _BASIC_PLANE)
