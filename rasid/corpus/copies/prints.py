"""What is compared of an article, laid out once for all the pairs it is in."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from rasid.corpus.copies import grams
from rasid.corpus.copies.facts import Kind, by_kind

Grams = NDArray[np.uint32]
Marks = NDArray[np.bool_]
_NONE: Final[frozenset[int]] = frozenset()
_PLACES: Final = np.uint64(32)


class Prints:
    """The 3-grams and the facts of an article, given as `shingles` returns them, narrowed to 32 bits.

    Attributes:
        distinct: Its distinct 3-grams, sorted.
    """

    __slots__ = ("_common", "_facts", "_numbers", "_rare", "distinct")

    def __init__(self, values: Grams) -> None:
        own = grams.grams_of(values)
        self._facts: dict[int, frozenset[int]] | Grams = grams.facts_of(values)
        # Sorted with their places in one number: `argsort` takes eight times as long.
        placed = own.astype(np.uint64) << _PLACES
        placed |= np.arange(own.size, dtype=np.uint64)
        placed.sort()
        ordered = (placed >> _PLACES).astype(np.uint32)
        fresh = np.ones(own.size, dtype=np.bool_)
        np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
        self.distinct: Grams = ordered[fresh]
        self._numbers = np.empty(own.size, dtype=np.int32)
        self._numbers[placed.astype(np.uint32)] = np.cumsum(fresh, dtype=np.int32) - 1
        self._common: Grams | None = None
        self._rare: Marks = fresh[:0]

    @property
    def facts(self) -> dict[int, frozenset[int]]:
        """Its facts of each kind, made when they are first asked for: most pairs share too little to be asked."""
        if not isinstance(self._facts, dict):
            self._facts = by_kind(self._facts)
        return self._facts

    def of_kind(self, kind: Kind) -> frozenset[int]:
        """Return the facts of one kind."""
        return self.facts.get(kind, _NONE)

    def rare(self, common: Grams) -> Marks:
        """Tell of each distinct 3-gram whether `common` (sorted) lacks it; kept for the last `common`."""
        if self._common is not common:
            self._rare = np.ones(self.distinct.size, dtype=np.bool_)
            if common.size and self.distinct.size:
                at = np.minimum(common.searchsorted(self.distinct), common.size - 1)
                np.not_equal(common.take(at), self.distinct, out=self._rare)
            self._common = common
        return self._rare

    def passages(self, shared: Marks) -> Marks:
        """Tell of each word whether it stands in a 3-gram of those marked among the distinct ones."""
        hits = shared.take(self._numbers)
        words = np.zeros(hits.size + 2, dtype=np.bool_)
        for step in range(3):
            words[step : step + hits.size] |= hits
        return words


def is_longer(one: Prints, two: Prints) -> bool:
    """Tell whether the first has more 3-grams; of as many, something of the texts decides, not their order."""
    if one.distinct.size == two.distinct.size:
        return one.distinct.tobytes() > two.distinct.tobytes()
    return one.distinct.size > two.distinct.size


def shared_by(small: Prints, large: Prints) -> tuple[Marks, NDArray[np.intp]]:
    """Tell of each 3-gram of the shorter article whether the longer holds it, and where the longer holds those."""
    if not large.distinct.size:
        return np.zeros(small.distinct.size, dtype=np.bool_), np.empty(0, dtype=np.intp)
    at = large.distinct.searchsorted(small.distinct)
    np.minimum(at, large.distinct.size - 1, out=at)
    held: Marks = large.distinct.take(at) == small.distinct
    return held, at[held]
