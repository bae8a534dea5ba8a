"""The folded words of a text, found once for every rule, and what each word type is, reckoned once.

A text has some hundred words and a corpus of twenty million has half a million types: whatever is asked of a word
by itself is kept by type in a `Column`, and a text asks for all its words by one look-up in an array.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from itertools import accumulate
from threading import RLock
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from rasid.language.growing import GrowingArray

Numbers = npt.NDArray[np.int32]
Prints = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.uint16]
Places = npt.NDArray[np.intp]

_GAP: Final = re.compile(r"([\W_]+)")
_BASIC_PLANE: Final = 0x10000
BLANK: Final = ord(" ")
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
        self._written = GrowingArray[str]()  # the same
        self._columns: dict[Hashable, Column] = {}
        self._by_print: Prints = np.zeros(1 << _PLACE_BITS, dtype=np.uint64)

    def __missing__(self, word: str) -> int:
        with _LOCK:
            if word not in self:
                self.words.append(word)
                self._written.append(word)
                self[word] = len(self.words) - 1
            return self[word]

    def written(self, numbers: Numbers) -> list[str]:
        """Return the words of some numbers."""
        return self._written.take(numbers)

    def numbers(self, words: list[str]) -> Numbers:
        """Return the number of each word's type."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))

    def printed(self, text: str, starts: Places, ends: Places, prints: Prints) -> Numbers:
        """Return the number of each word's type by the prints of its letters, quicker than by its letters.

        A look into a dictionary of half a million types waits for the memory three times. Here one array tells of the
        letters and a number far apart in memory: half the cost of cutting a text. No word is made but a new one.
        """
        places = (prints >> _TO_PLACE).view(np.intp)
        numbers = self._by_print.take(places) ^ (prints << _NUMBER_BITS)
        new = (numbers > _LAST).nonzero()[0]
        if new.size:
            spans = zip(starts.take(new).tolist(), ends.take(new).tolist(), strict=True)
            numbers[new] = [self[text[start:end]] for start, end in spans]
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
        self._lay_out(text, *_found(self.types, text, codes))

    def _lay_out(
        self,
        text: str,
        words: list[str],
        starts: Places,
        ends: Places,
        odd: Places,
        numbers: Numbers,
    ) -> None:
        """Keep what was found of a text, with an empty word where it begins or ends with a gap."""
        first, last, at_odd = starts.tolist(), ends.tolist(), odd.tolist()
        gaps = [" "] * (len(words) - 1)
        for at in at_odd:
            gaps[at] = text[last[at] : first[at + 1]]
        if not first or first[0]:  # it begins with a gap, if with anything
            if first:
                gaps.insert(0, text[: first[0]])
            words, first, last = ["", *words], [0, *first], [0, *last]
            at_odd = [0, *(at + 1 for at in at_odd)]
            numbers = np.concatenate(([self.types[""]], numbers), dtype=np.int32)
        if last[-1] < len(text):
            at_odd.append(len(gaps))
            gaps.append(text[last[-1] :])
            words.append("")
            first.append(len(text))
            last.append(len(text))
            numbers = np.concatenate((numbers, [self.types[""]]), dtype=np.int32)
        self.words, self.gaps, self.starts, self.ends = words, gaps, first, last
        self.odd, self.numbers = at_odd, numbers

    def _by_pattern(self, text: str) -> None:
        parts = _GAP.split(text)
        self.words, self.gaps = parts[0::2], parts[1::2]
        edges = list(accumulate(map(len, parts), initial=0))
        self.starts, self.ends = edges[0:-1:2], edges[1::2]
        self.odd = list(range(len(self.gaps)))
        self.numbers = self.types.numbers(self.words)


def cuts_of(
    texts: Sequence[str], joined: str, codes: Codes, begins: Places, ends: Places
) -> list[Cut]:
    """Return the cuts of folded texts that are found in one pass over all of them.

    Args:
        texts: The texts, none of them empty.
        joined: All of them, with at least one sign between two.
        codes: Its code points.
        begins: Where each text begins there.
        ends: Where each ends.
    """
    types = word_types()
    words, starts, stops, odd, numbers = _found(types, joined, codes)
    first, last = starts.searchsorted(begins), starts.searchsorted(ends)
    firsts, lasts, bases = first.tolist(), last.tolist(), begins.tolist()
    odds = zip(odd.searchsorted(first).tolist(), odd.searchsorted(last - 1).tolist(), strict=True)
    cuts = []
    for text, base, one, end, (one_odd, end_odd) in zip(
        texts, bases, firsts, lasts, odds, strict=True
    ):
        cut = Cut.__new__(Cut)
        cut.types = types
        cut._lay_out(
            text,
            words[one:end],
            starts[one:end] - base,
            stops[one:end] - base,
            odd[one_odd:end_odd] - one,
            numbers[one:end],
        )
        cuts.append(cut)
    return cuts


def _found(
    types: WordTypes, text: str, codes: Codes
) -> tuple[list[str], Places, Places, Places, Numbers]:
    """Return the words of a text, where each begins and ends, the gaps that are no blank, and the types.

    The words are those the types are named by, whose hashes are known: to look one up costs less ever after.
    """
    spaced = _word_characters().take(codes)
    held = np.zeros(codes.size + 2, dtype=np.bool_)
    np.not_equal(spaced, BLANK, out=held[1:-1])
    edges = (held[1:] != held[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    if not starts.size:
        return [], starts, ends, starts, _NO_NUMBERS
    before = ends[:-1]
    odd = ((starts[1:] - before != 1) | (codes.take(before) != BLANK)).nonzero()[0]
    numbers = types.printed(text, starts, ends, prints_of(spaced, starts))
    words = types.written(numbers)
    return words, starts, ends, odd, numbers


_NO_NUMBERS: Final = np.empty(0, np.int32)


@cache
def _word_characters() -> Codes:
    """Return for each code point itself if words are written with it, else a blank."""
    codes = (code if chr(code).isalnum() else BLANK for code in range(_BASIC_PLANE))
    return np.fromiter(codes, np.uint16, _BASIC_PLANE)


def prints_of(spaced: Codes, starts: npt.NDArray[np.intp]) -> Prints:
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
    prints[BLANK] = 0
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
