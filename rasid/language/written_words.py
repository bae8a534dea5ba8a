"""The words of many texts as they are written, in arrays: where each stands, and which it is of the distinct ones.

Equal words are told by the prints of their letters (`word_types.prints_of`): no word is made but the distinct ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from rasid.language.tokens import KINDS, codes_of, token_arrays
from rasid.language.word_types import BLANK, Prints, prints_of

_WORD, _FOREIGN = KINDS.index("word"), KINDS.index("latin")
_TOGETHER: Final = 50
"""Texts cut in one pass, which costs a sixth of 50 passes: as many as the processor's cache holds."""

_FIRST_BITS: Final = 16  # of the table of prints

Places = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.intp]


class Words(NamedTuple):
    """The words of some texts, in order.

    Attributes:
        text: The number of the text of each.
        start: Where it begins there.
        end: Where it ends.
        form: Which of the distinct words it is.
        forms: The distinct words that were not met before, in order of their first use.
    """

    text: Places
    start: Places
    end: Places
    form: Places
    forms: list[str]


class MetWords:
    """The prints of the distinct words met so far, numbered in order of their first use.

    A print stands in the table at the place that its first bits tell, or at the next that was free: to look 60,000
    words up costs a fifth of sorting them.
    """

    def __init__(self) -> None:
        self._size = 0
        self._lay_out(_FIRST_BITS)

    def _lay_out(self, bits: int) -> None:
        self._last = (1 << bits) - 1
        self._to_place = np.uint64(64 - bits)
        self._prints: Prints = np.zeros(1 << bits, dtype=np.uint64)  # 0: free
        self._numbers: Places = np.full(1 << bits, -1, dtype=np.int32)

    def numbers(self, prints: Prints) -> tuple[Places, Offsets]:
        """Return the number of each word, and where each of those not met before is first used."""
        numbers = self._known(prints)
        new = (numbers < 0).nonzero()[0]
        if new.size:
            among, first = _numbered(prints.take(new))
            numbers[new] = among + np.int32(self._size)
            new = new.take(first)
            self._add(prints.take(new))
        return numbers, new

    def _known(self, prints: Prints) -> Places:
        """Return the number of each word; -1 for one that was not met before."""
        places = (prints >> self._to_place).view(np.intp)
        held = self._prints.take(places)
        numbers = self._numbers.take(places)  # -1 where the place is free
        asked = ((held != prints) & (held != 0)).nonzero()[0]  # another's place: look at the next
        places = places.take(asked)
        while asked.size:
            places = (places + 1) & self._last
            held, wanted = self._prints.take(places), prints.take(asked)
            numbers[asked] = self._numbers.take(places)
            goes_on = (held != wanted) & (held != 0)
            asked, places = asked[goes_on], places[goes_on]
        return numbers

    def _add(self, prints: Prints) -> None:
        """Number words that are distinct and were not met before."""
        numbers = np.arange(self._size, self._size + prints.size, dtype=np.int32)
        self._size += prints.size
        if 2 * self._size > self._last:
            held = (self._numbers >= 0).nonzero()[0]
            prints = np.concatenate((self._prints.take(held), prints))
            numbers = np.concatenate((self._numbers.take(held), numbers))
            self._lay_out(self._size.bit_length() + 2)
        places = (prints >> self._to_place).view(np.intp)
        while prints.size:
            free = (self._prints.take(places) == 0).nonzero()[0]
            self._prints[places.take(free)] = prints.take(free)
            # Of several that came to one place, one stands there now.
            stands = self._prints.take(places) == prints
            self._numbers[places[stands]] = numbers[stands]
            prints, numbers = prints[~stands], numbers[~stands]
            places = (places[~stands] + 1) & self._last


def words_of(texts: Sequence[str], met: MetWords | None = None) -> Words:
    """Return the Arabic and foreign words of many texts; `met`: the words of other texts, which these are added to."""
    parts = [_part(texts, first) for first in range(0, max(1, len(texts)), _TOGETHER)]
    columns = zip(*parts, strict=True)
    text, start, end, prints = (np.concatenate(column) for column in columns)
    form, first = (met or MetWords()).numbers(prints)
    spans = zip(
        text.take(first).tolist(), start.take(first).tolist(), end.take(first).tolist(), strict=True
    )
    return Words(text, start, end, form, [texts[n][at:to] for n, at, to in spans])


def _part(texts: Sequence[str], first: int) -> tuple[Places, Places, Places, Prints]:
    """Return text, start, end and prints of the words of the texts from `first` on that are cut together."""
    some = texts[first : first + _TOGETHER]
    bases = np.cumsum([0, *(len(text) + 1 for text in some)])[:-1]
    joined = "\n".join(some)  # a line break ends every token
    starts, ends, kinds = token_arrays(joined)
    at = ((kinds == _WORD) | (kinds == _FOREIGN)).nonzero()[0]
    starts, ends = starts.take(at), ends.take(at)
    text = bases.searchsorted(starts, side="right") - 1
    codes = codes_of(joined)
    change = np.zeros(codes.size + 1, dtype=np.int8)
    change[starts] = 1
    change[ends] -= 1
    held = np.add.accumulate(change[:-1], dtype=np.int8).view(np.bool_)
    prints = prints_of(np.where(held, codes, BLANK), starts)
    base = bases.take(text)
    return (
        (text + first).astype(np.int32),
        (starts - base).astype(np.int32),
        (ends - base).astype(np.int32),
        prints,
    )


def _numbered(prints: Prints) -> tuple[Places, Offsets]:
    """Return the number of each word among the distinct ones, in order of first use, and where each is first used."""
    order = prints.argsort(kind="stable")
    ordered = prints.take(order)
    fresh = np.ones(order.size, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    begins = fresh.nonzero()[0]
    firsts = order.take(begins)
    by_use = firsts.argsort()
    rank = np.empty(firsts.size, dtype=np.int32)
    rank[by_use] = np.arange(firsts.size, dtype=np.int32)
    numbers = np.empty(order.size, dtype=np.int32)
    numbers[order] = rank.repeat(np.diff(begins, append=order.size))
    return numbers, firsts.take(by_use)
