"""Which articles hold a 3-gram, and which pairs of articles are therefore worth comparing.

A pair is a candidate when it shares enough 3-grams that are not common, or nearly all 3-grams common ones
included (a wire story with many takers). Both conditions look at the pair and at what is common alone, so that
the search among all articles and the search for one new article find the same pairs.

Up to 20,000 articles every 3-gram is indexed and the conditions are those of the comparison itself: the
result is exact. Beyond, one 3-gram in four is (those whose hash is 0 modulo 4, a bottom sketch as MinHash takes),
and half the share that makes a copy is asked for: of 60 sampled 3-grams a copy shares fewer than that once
in 500.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rasid.corpus.copies.grams import Grams, GramStore, distinct, without, write

CLOSE: Final = 2_000
"""The articles up to which pairs that share common 3-grams only are looked at too."""

EXACT: Final = 20_000
"""The articles up to which copies are found exactly."""

Codes = NDArray[np.int64]
_FULL_ROWS: Final = 2_000_000
_NEW: Final = 20
_NO_KEYS: Final[Grams] = np.empty(0, dtype=np.uint32)
_NO_DOCS: Final[NDArray[np.int32]] = np.empty(0, dtype=np.int32)


class Sketch(NamedTuple):
    """What is indexed of an article, and what a candidate pair must share of it."""

    step: int  # one 3-gram in so many
    least: int  # shared 3-grams that are not common
    share: float  # … of the article that has fewer of them
    whole: float  # shared 3-grams, common ones included, of the shorter article


CLOSELY: Final = Sketch(1, 12, 0.3, 0.35)
EXACTLY: Final = Sketch(1, 12, 0.3, 0.85)
SAMPLED: Final = Sketch(4, 2, 0.15, 0.75)


def sketch_for(articles: int) -> Sketch:
    """Return what is indexed in a corpus of so many articles."""
    if articles <= CLOSE:
        return CLOSELY
    return EXACTLY if articles <= EXACT else SAMPLED


class Postings:
    """Which articles hold an indexed 3-gram: two parallel arrays sorted by 3-gram, and the same of new articles.

    What was added stays apart until it is a twentieth of the rest: to put one article into arrays of 4 million, and
    to write them again, takes 0.2 s.
    """

    def __init__(self, sketch: Sketch = EXACTLY) -> None:
        self.sketch = sketch
        self._keys, self._docs = _NO_KEYS, _NO_DOCS
        self._new_keys, self._new_docs = _NO_KEYS, _NO_DOCS
        self._held: NDArray[np.int32] | None = (
            None  # 3-grams indexed of each article, new ones left out
        )

    def indexed(self, values: Grams) -> Grams:
        """Return the distinct 3-grams of an article that are indexed, sorted."""
        step = self.sketch.step
        return distinct(values if step == 1 else values[values & (step - 1) == 0])

    def fill(self, distinct_grams: Grams, counts: NDArray[np.int64]) -> None:
        """Put in the articles 0, 1, …, given their distinct 3-grams as `GramStore.distinct` returns them."""
        owners = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        if self.sketch.step > 1:
            chosen = distinct_grams & (self.sketch.step - 1) == 0
            distinct_grams, owners = distinct_grams[chosen], owners[chosen]
        order = _order(distinct_grams)
        self._keys, self._docs = distinct_grams[order], owners[order]

    def add(self, store: GramStore, numbers: Iterable[int]) -> None:
        """Put the 3-grams of articles in."""
        keys, docs = [_NO_KEYS], [_NO_DOCS]
        for number in numbers:
            own = self.indexed(store.grams(number))
            keys.append(own)
            docs.append(np.full(len(own), number, dtype=np.int32))
        fresh, owners = np.concatenate(keys), np.concatenate(docs)
        del keys, docs
        order = _order(fresh)
        fresh, owners = fresh[order], owners[order]
        del order
        if not len(self._keys):
            self._keys, self._docs = fresh, owners
            return
        self._new_keys, self._new_docs = _merged(self._new_keys, self._new_docs, fresh, owners)
        if _NEW * len(self._new_keys) > len(self._keys):
            self._keys, self._docs = _merged(self._keys, self._docs, self._new_keys, self._new_docs)
            self._new_keys, self._new_docs, self._held = _NO_KEYS, _NO_DOCS, None

    def holding(self, values: Grams) -> NDArray[np.int32]:
        """Return the articles that hold any of these indexed 3-grams, each once for every one of them."""
        hits = [_NO_DOCS]
        for keys, docs in ((self._keys, self._docs), (self._new_keys, self._new_docs)):
            left = np.searchsorted(keys, values, "left")
            right = np.searchsorted(keys, values, "right")
            plain = np.asarray(docs)  # slices of a mapped array cost ten times those of a plain one
            hits += [plain[a:b] for a, b in zip(left, right, strict=True) if b > a]
        return np.concatenate(hits)

    def _lengths(self, size: int) -> NDArray[np.int64]:
        """Return how many 3-grams of each of so many articles are indexed."""
        if self._held is None:
            self._held = np.bincount(self._docs).astype(np.int32)
        lengths = np.bincount(self._new_docs, minlength=max(size, len(self._held)))
        lengths[: len(self._held)] += self._held
        return lengths[:size]

    def sharing(
        self, store: GramStore, number: int, common: Grams, alive: NDArray[np.bool_]
    ) -> list[int]:
        """Return the living articles that are candidates for one article."""
        own = self.indexed(store.grams(number))
        rare = without(own, common)
        size = len(alive)
        shared = np.bincount(self.holding(rare), minlength=size)
        all_shared = shared + np.bincount(
            self.holding(np.setdiff1d(own, rare, assume_unique=True)), minlength=size
        )
        fewer = np.minimum(len(own), self._lengths(size))
        whole = all_shared >= np.maximum(2.0, self.sketch.whole * fewer)
        some = shared >= self.sketch.least
        found = (whole | some) & alive
        found[number] = False
        for other in np.flatnonzero(found & ~whole).tolist():
            theirs = len(without(self.indexed(store.grams(other)), common))
            found[other] = shared[other] >= self.sketch.share * min(len(rare), theirs)
        return [int(other) for other in np.flatnonzero(found)]

    def candidate_pairs(self, common: Grams, most: int) -> list[tuple[int, int]]:
        """Return all candidate pairs; `most` is how often a 3-gram that is not common stands at most."""
        if not len(self._keys):
            return []
        keep = _lacks(common, self._keys)
        docs = self._docs[keep]
        pairs = _pairs_of(self._keys[keep], docs, most)
        pairs.sort()
        first = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]]) if len(pairs) else pairs
        codes, counts = pairs[first], np.diff(np.r_[first, len(pairs)])
        held = np.bincount(docs, minlength=int(self._docs.max()) + 1)
        fewer = np.minimum(held[codes >> 32], held[codes & 0xFFFFFFFF])
        likely = codes[counts >= np.maximum(self.sketch.least, self.sketch.share * fewer)]
        wanted = np.union1d(likely, self._nearly_whole())
        return [(int(code >> 32), int(code & 0xFFFFFFFF)) for code in wanted]

    def _nearly_whole(self) -> Codes:
        """Return the pairs that may share nearly all their 3-grams, common ones included.

        Of an article that shares a share t with another, one of its rarest 1 − t 3-grams is shared too
        (prefix filtering; Chaudhuri, Ganti & Kaushik 2006): only these are looked up.
        """
        starts = np.flatnonzero(np.r_[True, self._keys[1:] != self._keys[:-1]])
        sizes = np.diff(np.r_[starts, len(self._keys)]).astype(np.int32)
        chosen = self._rarest(sizes)
        place = np.searchsorted(starts, chosen, "right") - 1
        found = [np.empty(0, dtype=np.int64)]
        # Each chosen entry meets all articles of its 3-gram; in slices, to bound the memory.
        widths = sizes[place].astype(np.int64)
        ends = np.cumsum(widths)
        begin = 0
        while begin < len(chosen):
            limit = (ends[begin - 1] if begin else 0) + _FULL_ROWS
            stop = max(begin + 1, int(np.searchsorted(ends, limit, "right")))
            part, width = chosen[begin:stop], widths[begin:stop]
            first = starts[place[begin:stop]]
            inner = np.arange(int(width.sum())) - np.repeat(np.cumsum(width) - width, width)
            other = self._docs[np.repeat(first, width) + inner].astype(np.int64)
            one = np.repeat(self._docs[part], width).astype(np.int64)
            apart = one != other
            one, other = one[apart], other[apart]
            found.append(np.unique((np.minimum(one, other) << 32) | np.maximum(one, other)))
            begin = stop
        codes = np.unique(np.concatenate(found))
        return self._shared_enough(codes)

    def _rarest(self, sizes: NDArray[np.int32]) -> NDArray[np.intp]:
        """Return the places of the 3-grams by which each article is looked up, without those it alone holds.

        Its own alone are the rarest, and lead nowhere: most articles have so many that no other is looked up.

        Args:
            sizes: How many articles hold each distinct 3-gram, in order of the 3-grams.
        """
        frequency = np.repeat(sizes, sizes)
        others = frequency > 1
        lengths = np.bincount(self._docs)
        alone = lengths - np.bincount(self._docs[others], minlength=len(lengths))
        looked_up = lengths - np.ceil(self.sketch.whole * lengths - 1e-9).astype(np.int64) + 1
        left = looked_up - alone
        places = np.flatnonzero(others & (left > 0)[self._docs])
        # They are in order of the 3-grams: sorting twice without disturbing equals sorts by all three.
        places = places[_order(frequency[places])]
        places = places[_order(self._docs[places])]
        docs = self._docs[places]
        begins = np.flatnonzero(np.r_[True, docs[1:] != docs[:-1]]) if len(docs) else docs
        counts = np.diff(np.r_[begins, len(docs)])
        rank = np.arange(len(docs)) - np.repeat(begins, counts)
        kept: NDArray[np.intp] = places[rank < left[docs]]
        return kept

    def _shared_enough(self, codes: Codes) -> Codes:
        """Keep the pairs that do share the share asked for of the shorter one's 3-grams."""
        if not len(codes):
            return codes
        compared = np.zeros(int(self._docs.max()) + 1, dtype=np.bool_)
        compared[codes >> 32] = compared[codes & 0xFFFFFFFF] = True
        theirs = np.flatnonzero(compared[self._docs])
        docs = self._docs[theirs]
        lengths = np.bincount(docs, minlength=len(compared))
        offsets = np.r_[0, np.cumsum(lengths)]
        own = self._keys[theirs[_order(docs)]]  # of each article, sorted, as the postings are
        kept = np.zeros(len(codes), dtype=bool)
        for at, code in enumerate(codes):
            a, b = int(code >> 32), int(code & 0xFFFFFFFF)
            small, large = (a, b) if lengths[a] <= lengths[b] else (b, a)
            one = own[offsets[small] : offsets[small + 1]]
            two = own[offsets[large] : offsets[large + 1]]
            place = np.minimum(np.searchsorted(two, one), len(two) - 1)
            shared = int(np.count_nonzero(two[place] == one))
            kept[at] = shared >= max(2.0, self.sketch.whole * len(one))
        return codes[kept]

    def save(self, folder: Path) -> None:
        """Write the arrays."""
        if self._held is None:
            self._held = np.bincount(self._docs).astype(np.int32)
        write(folder, "copies_keys.npy", self._keys)
        write(folder, "copies_docs.npy", self._docs)
        write(folder, "copies_held.npy", self._held)
        write(folder, "copies_keys_added.npy", self._new_keys)
        write(folder, "copies_docs_added.npy", self._new_docs)

    @classmethod
    def load(cls, folder: Path, sketch: Sketch) -> Postings:
        """Return the postings of a folder, the long arrays mapped."""
        postings = cls(sketch)
        postings._keys = np.load(folder / "copies_keys.npy", mmap_mode="r")
        postings._docs = np.load(folder / "copies_docs.npy", mmap_mode="r")
        postings._held = np.load(folder / "copies_held.npy")
        postings._new_keys = np.load(folder / "copies_keys_added.npy")
        postings._new_docs = np.load(folder / "copies_docs_added.npy")
        return postings


def _order(values: NDArray[Any]) -> NDArray[np.int32]:
    """Return the places of the values (0 to 2³²) in order of the values, equals in order of their places.

    That is `argsort` of the stable kind in an eighth of its time: numpy sorts plain numbers by the processor's
    vectors, so each value is sorted with its place in one number.
    """
    placed = values.astype(np.uint64) << np.uint64(32)
    placed |= np.arange(len(values), dtype=np.uint64)
    placed.sort()
    return placed.astype(np.uint32).view(np.int32)


def _merged(
    keys: Grams, docs: NDArray[np.int32], new_keys: Grams, new_docs: NDArray[np.int32]
) -> tuple[Grams, NDArray[np.int32]]:
    """Return two sorted pairs of arrays as one; of equal 3-grams the new ones stand behind."""
    at = np.searchsorted(keys, new_keys, "right")
    return np.insert(keys, at, new_keys), np.insert(docs, at, new_docs)


def _lacks(common: Grams, values: Grams) -> NDArray[np.bool_]:
    """Tell of each value whether `common` lacks it; both are sorted, and `common` is a fraction of the values."""
    steps = np.zeros(len(values) + 1, dtype=np.int8)
    begins, ends = np.searchsorted(values, common), np.searchsorted(values, common, "right")
    held = begins < ends
    steps[begins[held]] = 1
    steps[ends[held]] -= (
        1  # each value is there once in `common`: no two begin, or end, at one place
    )
    mask: NDArray[np.bool_] = np.cumsum(steps[:-1], dtype=np.int8) == 0
    return mask


def _pairs_of(keys: Grams, docs: NDArray[np.int32], most: int) -> Codes:
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
