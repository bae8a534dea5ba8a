"""The arrays under the search for copies: hashed 3-grams, where they stand, and groups of pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Grams = NDArray[np.uint32]
SAMPLE: Final = 4
"""One 3-gram in so many is indexed."""

_ODD: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


class _WordHashes(dict[str, int]):
    """Words and their hashes, each reckoned once."""

    def __missing__(self, word: str) -> int:
        digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
        value = self[word] = int.from_bytes(digest, "little")
        return value


_word_hashes = _WordHashes()
_LIKELY: Final = 0.17
_PLAIN: Final = 0.6
_REACH: Final = 40
_MOST_WORDS: Final = 1_000_000


def of_words(words: list[str]) -> NDArray[np.uint64]:
    """Return the hash of every three words in a row; the same in every process and on every machine."""
    if len(_word_hashes) > _MOST_WORDS:
        _word_hashes.clear()
    values = [_word_hashes[word] for word in words]
    single = np.array(values, dtype=np.uint64)
    a, b, c = (np.uint64(odd) for odd in _ODD)
    mixed: NDArray[np.uint64] = single[:-2] * a + single[1:-1] * b + single[2:] * c
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return mixed ^ (mixed >> np.uint64(32))


def narrow(values: NDArray[Any]) -> Grams:
    """Return hashes as 32 bits: among a pair's few hundred, chance equals are one in ten million."""
    return np.asarray(values, dtype=np.uint64).astype(np.uint32)


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


class GramStore:
    """The 3-grams of every article in one long array, found by number; numbers follow the adding."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self._base: Grams = np.empty(0, dtype=np.uint32)
        self._offsets: NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._new: list[Grams] = []

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
        settled = len(self._offsets) - 1
        if number >= settled:
            return self._new[number - settled]
        return self._base[self._offsets[number] : self._offsets[number + 1]]

    def compact(self) -> None:
        """Lay the articles out anew in order of their ids, so that equal corpora have equal arrays."""
        ids = sorted(self.numbers)
        pieces = [self.grams(self.numbers[article_id]) for article_id in ids]
        self._offsets = np.concatenate(
            [[0], np.cumsum([len(p) for p in pieces], dtype=np.int64)]
        ).astype(np.int64)
        self._base = np.concatenate([*pieces, np.empty(0, dtype=np.uint32)])
        self.ids, self._new = ids, []
        self.numbers = {article_id: number for number, article_id in enumerate(ids)}

    def common(self, least: int) -> Grams:
        """Return the 3-grams that stand `least` times or more, sorted."""
        ordered = np.sort(self._base)
        if len(ordered) < least:
            return np.empty(0, dtype=np.uint32)
        return np.unique(
            ordered[least - 1 :][ordered[least - 1 :] == ordered[: len(ordered) - least + 1]]
        )

    def save(self, folder: Path) -> None:
        """Write the arrays, taking in what was added."""
        if self._new or not (folder / "copies_grams.npy").is_file():
            ends = self._offsets[-1] + np.cumsum([len(p) for p in self._new], dtype=np.int64)
            self._base = np.concatenate([self._base, *self._new])
            self._offsets = np.concatenate([self._offsets, ends]).astype(np.int64)
            self._new = []
            np.save(folder / "copies_grams.npy", self._base)
        np.save(folder / "copies_offsets.npy", self._offsets)
        np.save(folder / "copies_alive.npy", self.alive)

    @classmethod
    def load(cls, folder: Path, ids: list[str]) -> GramStore:
        """Return the store of a folder, its long array mapped."""
        store = cls()
        store.ids = ids
        store._base = np.load(folder / "copies_grams.npy", mmap_mode="r")
        store._offsets = np.load(folder / "copies_offsets.npy")
        alive = np.load(folder / "copies_alive.npy")
        store.numbers = {name: n for n, name in enumerate(ids) if alive[n]}
        return store


class Postings:
    """Which articles hold a sampled 3-gram: two parallel arrays sorted by 3-gram, and a short tail."""

    def __init__(self) -> None:
        self._keys: Grams = np.empty(0, dtype=np.uint32)
        self._docs: NDArray[np.int32] = np.empty(0, dtype=np.int32)

    def add(self, store: GramStore, numbers: Iterable[int]) -> None:
        """Put the sampled 3-grams of articles in."""
        keys, docs = [self._keys], [self._docs]
        for number in numbers:
            own = sampled(store.grams(number))
            keys.append(own)
            docs.append(np.full(len(own), number, dtype=np.int32))
        joined, owners = np.concatenate(keys), np.concatenate(docs)
        order = np.argsort(joined, kind="stable")
        self._keys, self._docs = joined[order], owners[order]

    def sharing(self, values: Grams, common: Grams, alive: NDArray[np.bool_]) -> list[int]:
        """Return the living articles that may be copies of one with these 3-grams."""
        own = sampled(values)
        rare = without(own, common)
        wanted = rare if len(rare) >= 6 else own
        left = np.searchsorted(self._keys, wanted, "left")
        right = np.searchsorted(self._keys, wanted, "right")
        hits = [self._docs[a:b] for a, b in zip(left, right, strict=True)]
        if not hits:
            return []
        docs, counts = np.unique(np.concatenate(hits), return_counts=True)
        kept = docs[(counts >= 2) & alive[docs]]
        return [int(doc) for doc in kept]

    def candidate_pairs(self, common: Grams, most: int) -> list[tuple[int, int]]:
        """Return all pairs whose sampled 3-grams, the common left out, make copies likely.

        Half the share that makes a copy is asked for: of 60 sampled 3-grams a copy shares fewer than
        that once in 500.

        Articles made of common 3-grams mostly (a wire story with many takers) are paired by their
        smallest sampled 3-gram instead, each with the next forty of its kind.
        """
        keep = without_mask(self._keys, common)
        docs = self._docs[keep]
        pairs = _pairs_of(self._keys[keep], docs, most)
        pairs.sort()
        first = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]]) if len(pairs) else pairs
        codes, counts = pairs[first], np.diff(np.r_[first, len(pairs)])
        held = np.bincount(docs, minlength=int(self._docs.max(initial=0)) + 1)
        least = np.minimum(held[codes >> 32], held[codes & 0xFFFFFFFF])
        wanted = np.union1d(codes[counts >= np.maximum(2, _LIKELY * least)], self._chained(keep))
        return [(int(code >> 32), int(code & 0xFFFFFFFF)) for code in wanted]

    def _chained(self, keep: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Pair articles made of common 3-grams: each with the next of those that share its smallest one."""
        size = int(self._docs.max(initial=0)) + 1
        held = np.bincount(self._docs, minlength=size)
        plain = np.bincount(self._docs[~keep], minlength=size)
        chosen = ~keep & (plain[self._docs] >= _PLAIN * held[self._docs])
        keys, docs = self._keys[chosen], self._docs[chosen]
        _, first = np.unique(docs, return_index=True)
        order = np.lexsort((docs[first], keys[first]))
        key, doc = keys[first][order], docs[first][order].astype(np.int64)
        found = [np.empty(0, dtype=np.int64)]
        for step in range(1, min(_REACH, len(key) - 1) + 1):
            same = key[step:] == key[:-step]
            one, two = doc[step:][same], doc[:-step][same]
            found.append((np.minimum(one, two) << 32) | np.maximum(one, two))
        codes: NDArray[np.int64] = np.concatenate(found)
        return codes

    def save(self, folder: Path) -> None:
        """Write both arrays."""
        np.save(folder / "copies_keys.npy", self._keys)
        np.save(folder / "copies_docs.npy", self._docs)

    @classmethod
    def load(cls, folder: Path) -> Postings:
        """Return the postings of a folder, mapped."""
        postings = cls()
        postings._keys = np.load(folder / "copies_keys.npy", mmap_mode="r")
        postings._docs = np.load(folder / "copies_docs.npy", mmap_mode="r")
        return postings


def sampled(values: Grams) -> Grams:
    """Return the distinct 3-grams of an article that are indexed, sorted."""
    return distinct(values[values & (SAMPLE - 1) == 0])


def without_mask(values: Grams, common: Grams) -> NDArray[np.bool_]:
    """Tell of each value whether `common` (sorted) lacks it."""
    if not len(common):
        return np.ones(len(values), dtype=bool)
    at = np.minimum(np.searchsorted(common, values), len(common) - 1)
    mask: NDArray[np.bool_] = common[at] != values
    return mask


def _pairs_of(keys: Grams, docs: NDArray[np.int32], most: int) -> NDArray[np.int64]:
    """Return every pair of articles that share a 3-gram, once for each, as `low << 32 | high`."""
    if not len(keys):
        return np.empty(0, dtype=np.int64)
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[starts, len(keys)])
    found = []
    for size in range(2, min(int(sizes.max()), most) + 1):
        at = starts[sizes == size]
        if not len(at):
            continue
        table = docs[at[:, None] + np.arange(size)].astype(np.int64)
        table.sort(axis=1)
        rows, columns = np.triu_indices(size, 1)
        found.append(((table[:, rows] << 32) | table[:, columns]).ravel())
    return np.concatenate([*found, np.empty(0, dtype=np.int64)])


def cluster(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return groups such that every member is paired with at least half of its group.

    Within each connected component articles are taken by how many copies they have; each joins the group
    that holds most of its copies, if these are half of the group, else it opens a group.
    """
    near: dict[int, set[int]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    for number in sorted(near, key=lambda n: (-len(near[n]), n)):
        votes: dict[int, int] = {}
        for other in near[number]:
            if other in home:
                votes[home[other]] = votes.get(home[other], 0) + 1
        best = max(votes, key=lambda g: (votes[g] / len(groups[g]), votes[g], -g), default=-1)
        if best >= 0 and 2 * votes[best] >= len(groups[best]):
            groups[best].append(number)
            home[number] = best
        else:
            home[number] = len(groups)
            groups.append([number])
    return [group for group in groups if len(group) > 1]
