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
Prints = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.uint16]

_GAP: Final = re.compile(r"([\W_]+)")
_BASIC_PLANE: Final = 0x10000
_BLANK: Final = ord(" ")
_MOST: Final = 1_000_000  # types kept; a corpus of twenty million words has half of that
# A place in the array of prints is told by the first 19 bits of a print; it holds the last 44 and 20 of a number.
_PLACE_BITS: Final = 19  # four megabytes
_TO_PLACE: Final = np.uint64(64 - _PLACE_BITS)
_NUMBER_BITS: Final = np.uint64(20)
_LAST: Final = np.uint64((1 << 20) - 1)
_MULTIPLIER: Final = 0xD1342543DE82EF95  # odd, of good spectral behaviour (Steele and Vigna 2021)
_LOCK: Final = RLock()  # a server reads texts in several threads


class WordTypes(dict[str, int]):
    """The words met so far and their numbers, from 0 in the order of their first use."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._columns: dict[Hashable, Column] = {}
        self._by_print: Prints = np.zeros(1 << _PLACE_BITS, dtype=np.uint64)

    def __missing__(self, word: str) -> int:
        with _LOCK:
            if word not in self:
                self.words.append(word)
                self[word] = len(self.words) - 1
            return self[word]

    def numbers(self, words: list[str]) -> Numbers:
        """Return the number of each word's type."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))

    def printed(self, words: list[str], prints: Prints) -> Numbers:
        """Return the number of each word's type by the prints of its letters, quicker than by its letters.

        A print that was met before is one look into an array, where the dictionary would go through a key, its
        letters and a number far apart in memory: half the cost of cutting a text.
        """
        places = (prints >> _TO_PLACE).view(np.intp)
        numbers = self._by_print.take(places) ^ (prints << _NUMBER_BITS)
        new = (numbers > _LAST).nonzero()[0]
        if new.size:
            met = [self[words[at]] for at in new.tolist()]
            numbers[new] = met
            with _LOCK:
                # The first to come to a place stays: it is the commoner word.
                free = new[self._by_print.take(places.take(new)) == 0]
                if len(self) < _LAST:
                    self._by_print[places.take(free)] = (
                        prints.take(free) << _NUMBER_BITS
                    ) | numbers.take(free)
        return numbers.astype(np.int32)

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
        odd: The places of the gaps that are not one blank (and of some that are).
        types: The table that `numbers` count in.
        numbers: The number of each word's type.
    """

    __slots__ = ("ends", "gaps", "numbers", "odd", "starts", "types", "words")
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    odd: list[int]

    def __init__(self, folded_text: str, codes: Codes | None = None) -> None:
        self.types = word_types()
        if codes is None:
            units = folded_text.encode("utf-16-le", "surrogatepass")
            if len(units) == 2 * len(folded_text):
                codes = np.frombuffer(units, dtype="<u2")
        if codes is not None and codes.size:
            self._by_class(folded_text, codes)
        else:
            self._by_pattern(folded_text)

    def _by_class(self, text: str, codes: Codes) -> None:
        """Cut where the class of the characters changes: a third of the cost of the pattern."""
        spaced = _word_characters().take(codes)
        held = np.zeros(codes.size + 2, dtype=np.bool_)
        np.not_equal(spaced, _BLANK, out=held[1:-1])
        edges = (held[1:] != held[:-1]).nonzero()[0]
        starts, ends = edges[::2], edges[1::2]
        words = spaced.tobytes().decode("utf-16-le").split()
        first, last = starts.tolist(), ends.tolist()
        gaps = [" "] * (len(words) - 1)
        before = ends[:-1]
        odd = ((starts[1:] - before != 1) | (codes.take(before) != _BLANK)).nonzero()[0].tolist()
        for at in odd:
            gaps[at] = text[last[at] : first[at + 1]]
        self.odd = odd
        numbers = self.types.printed(words, _prints(spaced, starts)) if words else _NO_NUMBERS
        if not first or first[0]:  # it begins with a gap, if with anything
            if first:
                gaps.insert(0, text[: first[0]])
            words, first, last = ["", *words], [0, *first], [0, *last]
            self.odd = [0, *(at + 1 for at in odd)]
            numbers = np.concatenate(([self.types[""]], numbers), dtype=np.int32)
        if last[-1] < len(text):
            self.odd.append(len(gaps))
            gaps.append(text[last[-1] :])
            words.append("")
            first.append(len(text))
            last.append(len(text))
            numbers = np.concatenate((numbers, [self.types[""]]), dtype=np.int32)
        self.words, self.gaps, self.starts, self.ends = words, gaps, first, last
        self.numbers = numbers

    def _by_pattern(self, text: str) -> None:
        parts = _GAP.split(text)
        self.words, self.gaps = parts[0::2], parts[1::2]
        edges = list(accumulate(map(len, parts), initial=0))
        self.starts, self.ends = edges[0:-1:2], edges[1::2]
        self.odd = list(range(len(self.gaps)))
        self.numbers = self.types.numbers(self.words)


_NO_NUMBERS: Final = np.empty(0, np.int32)


@cache
def _word_characters() -> Codes:
    """Return for each code point itself if words are written with it, else a blank."""
    codes = (code if chr(code).isalnum() else _BLANK for code in range(_BASIC_PLANE))
    return np.fromiter(codes, np.uint16, _BASIC_PLANE)


def _prints(spaced: Codes, starts: npt.NDArray[np.intp]) -> Prints:
    """Return 64 bits for each word: equal words have equal ones; two of a million others hardly ever agree.

    Each letter has a random number, multiplied by a power of one multiplier for its place; a word's sum is brought to
    the place 0, so that it does not matter where in a text a word stands. Blanks count nothing.
    """
    powers, inverse = _powers(spaced.size.bit_length())
    letters = _letter_prints().take(spaced)
    letters *= powers[: spaced.size]
    prints: Prints = np.add.reduceat(letters, starts)
    prints *= inverse.take(starts)
    return prints


@cache
def _letter_prints() -> Prints:
    prints = np.random.default_rng(20_261).integers(
        1, 1 << 64, _BASIC_PLANE, dtype=np.uint64, endpoint=False
    )
    prints[_BLANK] = 0
    return prints


@cache
def _powers(bits: int) -> tuple[Prints, Prints]:
    """Return the powers of the multiplier and of its inverse, for texts of so many bits of length."""
    found = []
    for factor in (_MULTIPLIER, pow(_MULTIPLIER, -1, 1 << 64)):
        powers = np.full(1 << bits, factor, dtype=np.uint64)
        powers[0] = 1
        found.append(np.cumprod(powers, dtype=np.uint64))
    return found[0], found[1]
