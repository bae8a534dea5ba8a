"""The arrays under the search for copies: hashed 3-grams, where they stand, and groups of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rasid.corpus.copies.facts import facts, hash_of
from rasid.language.word_types import Cut

Grams = NDArray[np.uint32]
_ODD: Final = tuple(map(np.uint64, (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)))
_SPREAD: Final = np.uint64(0xBF58476D1CE4E5B9)
_HIGH, _HALF, _ONE = np.uint64(29), np.uint64(32), np.uint64(1)


_FEW: Final = 40  # values looked for one after the other: 5 ms each in 18 million
_BLOCK: Final = 1 << 20  # 3-grams counted at once
_TOGETHER: Final = 1_000  # articles whose 3-grams are sorted at once, within the cache


def _odd_case(word: str) -> int:
    """Tell a word whose lower case may depend on what stands around it."""
    return not (word.isascii() or word.lower() == word)


def _of_words(single: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the hash of every three words in a row, given those of the words."""
    a, b, c = _ODD
    mixed: NDArray[np.uint64] = single[:-2] * a + single[1:-1] * b + single[2:] * c
    mixed ^= mixed >> _HIGH
    mixed *= _SPREAD
    return mixed ^ (mixed >> _HALF)


def printed(cut: Cut) -> NDArray[np.uint64] | None:
    """Return what is kept of an article: its 3-grams in text order, even, and after them its facts, odd.

    The 3-grams are hashes of three words in a row, the facts those of `rasid/corpus/copies/facts.py`. None: the
    lower case of some word may depend on what stands around it (the Greek sigma).
    """
    if cut.types.column("odd-case", _odd_case, np.bool_).at(cut.numbers).any():
        return None
    first, last = int(cut.words[0] == ""), len(cut.words) - (cut.words[-1] == "")
    if last - first < 3:
        return np.empty(0, dtype=np.uint64)
    single = cut.types.column("gram-hashes", hash_of, np.uint64).at(cut.numbers[first:last])
    found = np.array(facts(cut), dtype=np.uint64)
    return np.concatenate([_of_words(single) & ~_ONE, found])


def narrow(values: NDArray[Any]) -> Grams:
    """Return hashes as 32 bits: among a pair's few hundred, chance equals are one in five million."""
    if values.dtype == np.uint32:  # they are already
        return values
    return np.asarray(values, dtype=np.uint64).astype(np.uint32)


def grams_of(values: Grams) -> Grams:
    """Return the 3-grams of an article, without its facts."""
    own: Grams = values[values & 1 == 0]
    return own


def facts_of(values: Grams) -> Grams:
    """Return the facts of an article."""
    told: Grams = values[values & 1 == 1]
    return told


def distinct(values: Grams) -> Grams:
    """Return the distinct values, sorted (numpy's own `unique` hashes first, five times slower here)."""
    ordered = np.sort(values)
    if len(ordered) < 2:
        return ordered
    fresh = np.empty(len(ordered), dtype=bool)
    fresh[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]


def without(values: Grams, common: Grams) -> Grams:
    """Return the values that `common` (sorted) does not hold."""
    if not len(common) or not len(values):
        return values
    at = np.minimum(np.searchsorted(common, values), len(common) - 1)
    kept: Grams = values[common[at] != values]
    return kept


def longest_run(words: NDArray[np.bool_]) -> tuple[int, int]:
    """Return how many marked words stand in a row at most, and how many are marked."""
    held = np.zeros(words.size + 2, dtype=np.bool_)
    held[1:-1] = words
    edges = (held[1:] != held[:-1]).nonzero()[0]
    lengths = edges[1::2] - edges[::2]
    return (int(lengths.max()), int(lengths.sum())) if len(lengths) else (0, 0)


def write(folder: Path, name: str, array: NDArray[Any]) -> None:
    """Write an array, but never over the very file it is mapped from.

    One still mapped from another folder, whole and unchanged, gets a second name instead of a copy.
    """
    path = folder / name
    mapped = Path(getattr(array, "filename", None) or "")
    if mapped.name and mapped.resolve() == path.resolve():
        return
    path.unlink(missing_ok=True)  # the old content may have a second name, or be mapped
    whole = isinstance(array, np.memmap) and array.flags.c_contiguous
    if whole and array.offset + array.nbytes == mapped.stat().st_size:  # type: ignore[attr-defined]
        with suppress(OSError):  # a file system without second names
            path.hardlink_to(mapped)
            return
    np.save(path, array)


class GramStore:
    """The 3-grams of every article in one long array, found by number; numbers follow the adding."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self._base: Grams = np.empty(0, dtype=np.uint32)
        self._offsets: NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._new: list[Grams] = []

    @property
    def _base(self) -> Grams:
        return self._mapped

    @_base.setter
    def _base(self, array: Grams) -> None:
        self._mapped = array  # as loaded: what is unchanged need not be written again
        self._settled: Grams = np.asarray(
            array
        )  # slices of a mapped array cost ten times those of a plain one

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self.numbers.values()))

    def add(self, article_id: str, values: Grams) -> int:
        """Put an article in; return its number."""
        number = self.numbers[article_id] = len(self.ids)
        self.ids.append(article_id)
        self._new.append(values)
        return number

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Of each number, whether its article is still in."""
        alive = np.zeros(len(self.ids), dtype=bool)
        alive[list(self.numbers.values())] = True
        return alive

    def drop(self, numbers: Iterable[int]) -> None:
        """Take articles out; their grams stay in the array until `compact`."""
        for number in numbers:
            del self.numbers[self.ids[number]]

    def grams(self, number: int) -> Grams:
        """Return the 3-grams of an article in text order."""
        return grams_of(self.values(number))

    def values(self, number: int) -> Grams:
        """Return the 3-grams of an article in text order, and its facts."""
        settled = len(self._offsets) - 1
        if number >= settled:
            return self._new[number - settled]
        return self._settled[self._offsets[number] : self._offsets[number + 1]]

    def compact(self) -> None:
        """Lay the articles out anew in order of their ids, so that equal corpora have equal arrays."""
        ids = sorted(self.numbers)
        pieces = [self.values(self.numbers[article_id]) for article_id in ids]
        self._offsets = np.concatenate(
            [[0], np.cumsum([len(p) for p in pieces], dtype=np.int64)]
        ).astype(np.int64)
        self._base = np.concatenate([*pieces, np.empty(0, dtype=np.uint32)])
        self.ids, self._new = ids, []
        self.numbers = {article_id: number for number, article_id in enumerate(ids)}

    def distinct(self) -> tuple[Grams, NDArray[np.int64]]:
        """Return the distinct 3-grams of every article, one article after the other, and how many each has.

        Those of an article are sorted. Only after `compact`: of what was added since nothing is returned.
        """
        pieces, counts = [np.empty(0, dtype=np.uint32)], [np.empty(0, dtype=np.int64)]
        for first in range(0, len(self._offsets) - 1, _TOGETHER):
            ends = self._offsets[first : first + _TOGETHER + 1]
            values = self._settled[ends[0] : ends[-1]]
            owners = np.repeat(np.arange(len(ends) - 1, dtype=np.uint64), np.diff(ends))
            placed = (owners << _HALF | values)[values & 1 == 0]
            placed = distinct(placed)  # an article's number above each: one sort is that of all
            pieces.append(placed.astype(np.uint32))
            owner = (placed >> _HALF).view(np.int64)
            counts.append(np.bincount(owner, minlength=len(ends) - 1))
        return np.concatenate(pieces), np.concatenate(counts)

    def holders(self, values: Grams) -> set[int]:
        """Return the numbers of the living articles that hold any of a few 3-grams, by looking at all."""
        wanted = distinct(values)
        if not len(wanted):
            return set()
        if len(wanted) <= _FEW:
            hits = np.concatenate([np.flatnonzero(self._settled == value) for value in wanted])
        else:
            at = np.minimum(np.searchsorted(wanted, self._settled), len(wanted) - 1)
            hits = np.flatnonzero(wanted[at] == self._settled)
        found = set((np.searchsorted(self._offsets, hits, "right") - 1).tolist())
        settled = len(self._offsets) - 1
        for step, own in enumerate(self._new):
            if len(own) and bool(np.isin(own, wanted).any()):
                found.add(settled + step)
        return found & set(self.numbers.values())

    def save(self, folder: Path) -> None:
        """Write the arrays; what was added stays apart until it is a twentieth of the rest."""
        ends = self._offsets[-1] + np.cumsum([len(piece) for piece in self._new], dtype=np.int64)
        offsets = np.concatenate([self._offsets, ends]).astype(np.int64)
        added = np.concatenate([*self._new, np.empty(0, dtype=np.uint32)])
        if 20 * len(added) > len(self._base):
            self._base = np.concatenate([self._settled, added])
            self._offsets, self._new, added = offsets, [], added[:0]
        write(folder, "copies_grams.npy", self._base)
        write(folder, "copies_grams_added.npy", added)
        write(folder, "copies_offsets.npy", offsets)
        write(folder, "copies_alive.npy", self.alive)

    @classmethod
    def load(cls, folder: Path, ids: list[str]) -> GramStore:
        """Return the store of a folder, its long array mapped."""
        store = cls()
        store.ids = ids
        store._base = np.load(folder / "copies_grams.npy", mmap_mode="r")
        added, offsets = (
            np.load(folder / f"copies_{name}.npy") for name in ("grams_added", "offsets")
        )
        settled = int(np.searchsorted(offsets, len(store._base), "left"))
        store._offsets = offsets[: settled + 1]
        places = (offsets[settled:] - len(store._base)).tolist()
        store._new = [added[start:end] for start, end in pairwise(places)]
        alive = np.load(folder / "copies_alive.npy")
        store.numbers = {name: n for n, name in enumerate(ids) if alive[n]}
        return store


class Counts:
    """In how many articles each 3-gram stands: a sorted table, and what has changed since it was made."""

    def __init__(self) -> None:
        self._keys: Grams = np.empty(0, dtype=np.uint32)
        self._counts: NDArray[np.uint16] = np.empty(0, dtype=np.uint16)
        self._changed: dict[int, int] = {}

    def reckon(self, ordered: Grams) -> None:
        """Count anew; `ordered` holds the distinct 3-grams of all articles, and is sorted in its place."""
        ordered.sort()
        keys: list[Grams] = [ordered[:0]]
        counts: list[NDArray[np.uint16]] = [np.empty(0, dtype=np.uint16)]
        begin = 0
        while begin < len(ordered):  # in blocks: places are eight bytes each
            end = int(
                np.searchsorted(ordered, ordered[min(begin + _BLOCK, len(ordered)) - 1], "right")
            )
            block = ordered[begin:end]
            starts = np.r_[0, np.flatnonzero(block[1:] != block[:-1]) + 1]
            keys.append(block[starts])
            sizes = np.diff(np.r_[starts, len(block)])
            counts.append(np.minimum(sizes, 65_535).astype(np.uint16))
            begin = end
        self._keys, self._counts = np.concatenate(keys), np.concatenate(counts)
        self._changed = {}

    def change(self, values: Grams, by: int) -> None:
        """Count the 3-grams of an article that came (1) or went (-1)."""
        for value in distinct(values).tolist():
            self._changed[value] = self._changed.get(value, 0) + by

    def common(self, least: int) -> Grams:
        """Return the 3-grams that stand in `least` articles or more, sorted."""
        settled = self._keys[self._counts >= least]
        if not self._changed:
            return settled
        keys, before, now = self._moved()
        gone = keys[(before >= least) & (now < least)]
        come = keys[(before < least) & (now >= least)]
        return np.union1d(np.setdiff1d(settled, gone, assume_unique=True), come)

    def _moved(self) -> tuple[Grams, NDArray[np.int64], NDArray[np.int64]]:
        keys = np.array(sorted(self._changed), dtype=np.uint32)
        change = np.array([self._changed[int(key)] for key in keys], dtype=np.int64)
        before = np.zeros(len(keys), dtype=np.int64)
        if len(self._keys):
            at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
            known = self._keys[at] == keys
            before[known] = self._counts[at[known]]
        return keys, before, before + change

    def save(self, folder: Path) -> None:
        """Write the table and the changes."""
        write(folder, "copies_count_keys.npy", self._keys)
        write(folder, "copies_counts.npy", self._counts)
        changed = np.array(sorted(self._changed.items()), dtype=np.int64).reshape(-1, 2)
        write(folder, "copies_changed.npy", changed)

    @classmethod
    def load(cls, folder: Path) -> Counts:
        """Return the counts of a folder, the table mapped."""
        counts = cls()
        counts._keys = np.load(folder / "copies_count_keys.npy", mmap_mode="r")
        counts._counts = np.load(folder / "copies_counts.npy", mmap_mode="r")
        changed = np.load(folder / "copies_changed.npy")
        counts._changed = {int(key): int(by) for key, by in changed}
        return counts
