"""Copies: articles that share their text, found exactly among candidates and kept up to date.

Two articles are copies when the shorter one's word 3-grams lie in the other's to 35 % or more, on folded
text (containment; Broder 1997). 3-grams of the trade's formulas (`assets/lexicon/formulas.txt`), and those
that more articles hold than any wire story has takers, do not count: weather, condolences and page furniture
make no copies. Candidates come from an inverted index over a quarter of the 3-grams (those whose hash is 0
modulo 4, so both sides sample alike); each candidate pair is then compared in full.

For the build::

    index = CopyIndex.load(folder)                  # empty when there is none
    index.update(added=[(article_id, shingles(body)), ...], removed=[article_id, ...])
    index.save(folder)
    for group in index.groups():                    # lists of article_ids, largest first
        original = representative([CopyMember(...), ...])

`update` costs a few milliseconds an article against 72,716; from empty it works in bulk. Which 3-grams are
too common is decided anew whenever the corpus has grown by a tenth, and always below 2,000 articles, so that
small corpora do not depend on the order of adding. Memory: 4 bytes a word, plus 2 for the index.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rasid import settings
from rasid.corpus import grams
from rasid.language import Document, fold

CONTAINMENT: Final = 0.35
NEAR_WHOLE: Final = 0.85
"""So much of a text is its copy even when every 3-gram of it is common (a wire story with many takers)."""

LEAST_SHARED: Final = 10
"""Fewer shared 3-grams are a shared sentence, not a copy."""

_WORD: Final = re.compile(r"[^\W_]+")
Grams = NDArray[np.uint32]


def shingles(body: str | Document) -> NDArray[np.uint64]:
    """Return the hashes of the word 3-grams of a body, in text order (a body under three words has none).

    Words are those of the folded text without signs, so punctuation and spelling variants do not matter.
    """
    text = body.folded.text if isinstance(body, Document) else fold(body).text
    words = _WORD.findall(text.lower())
    if len(words) < 3:
        return np.empty(0, dtype=np.uint64)
    return grams.of_words(words)


@dataclass(frozen=True, slots=True)
class CopyMember:
    """What decides which article of a group represents it."""

    article_id: str
    outlet_id: str
    host_id: str
    published_from: date | None
    length: int


def representative(members: Sequence[CopyMember]) -> str:
    """Return the id of the article that stands for its group.

    The original publisher's own page comes first (its outlet is its host, and others of the group name it as
    their outlet), then any page of the outlet most of the group names, then the earliest, the longest, the
    smallest id. Undated articles come after dated ones.
    """
    named: dict[str, int] = {}
    for member in members:
        if member.outlet_id != "unknown":
            named[member.outlet_id] = named.get(member.outlet_id, 0) + (
                member.outlet_id != member.host_id
            )

    def order(member: CopyMember) -> tuple[bool, bool, date, int, str]:
        own = member.outlet_id == member.host_id and named.get(member.outlet_id, 0) > 0
        undated = member.published_from is None
        return (
            not own,
            undated,
            member.published_from or date.max,
            -member.length,
            member.article_id,
        )

    return min(members, key=order).article_id


@lru_cache(maxsize=1)
def formula_grams() -> Grams:
    """Return the 3-grams of the trade's formulas, sorted."""
    path = settings.asset("lexicon/formulas.txt")
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    found = [grams.narrow(shingles(line)) for line in lines if line and not line.startswith("#")]
    return np.unique(np.concatenate([*found, np.empty(0, dtype=np.uint32)]))


class CopyIndex:
    """The 3-grams of all articles, what is common among them, and the pairs that are copies."""

    def __init__(self) -> None:
        self._store = grams.GramStore()
        self._postings = grams.Postings()
        self._common: Grams = formula_grams()
        self._pairs: set[tuple[int, int]] = set()
        self._fitted = 0  # articles when the common 3-grams were last decided

    def __len__(self) -> int:
        return len(self._store.numbers)

    @classmethod
    def load(cls, folder: Path) -> CopyIndex:
        """Return the index saved in `folder`, or an empty one; its arrays are mapped, not read."""
        index = cls()
        if not (folder / "copies.json").is_file():
            return index
        meta = json.loads((folder / "copies.json").read_text(encoding="utf-8"))
        index._store = grams.GramStore.load(folder, meta["ids"])
        index._postings = grams.Postings.load(folder)
        index._common = np.load(folder / "copies_common.npy")
        index._pairs = {(int(a), int(b)) for a, b in meta["pairs"]}
        index._fitted = meta["fitted"]
        return index

    def save(self, folder: Path) -> None:
        """Write the index into `folder`; the JSON file, written last, makes it whole."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "copies.json").unlink(missing_ok=True)
        self._store.save(folder)
        self._postings.save(folder)
        np.save(folder / "copies_common.npy", self._common)
        meta = {"ids": self._store.ids, "pairs": sorted(self._pairs), "fitted": self._fitted}
        aside = folder / "copies.json.tmp"
        aside.write_text(json.dumps(meta), encoding="utf-8")
        aside.replace(folder / "copies.json")

    def update(
        self, added: Iterable[tuple[str, NDArray[np.uint64]]] = (), removed: Collection[str] = ()
    ) -> None:
        """Take articles out and put articles in; an id put in again replaces what it was."""
        new = {article_id: grams.narrow(values) for article_id, values in added}
        gone = {self._store.numbers[i] for i in {*removed, *new} if i in self._store.numbers}
        if gone:
            self._store.drop(gone)
            self._pairs = {pair for pair in self._pairs if not gone & set(pair)}
        numbers = [self._store.add(article_id, values) for article_id, values in new.items()]
        size = len(self)
        if size < 2000 or size > 1.1 * self._fitted or size < 0.8 * self._fitted:
            self._refit()
        elif numbers:
            self._postings.add(self._store, numbers)
            alive = self._store.alive
            found = [self._compare_new(number, alive) for number in numbers]
            self._pairs.update(pair for pairs in found for pair in pairs)

    def groups(self) -> list[list[str]]:
        """Return the groups of copies as lists of article_ids, sorted; largest group first.

        An article joins the group with which it shares most pairs, and only when at least half of that
        group are its copies: a round-up that quotes two stories does not make them one.
        """
        found = grams.cluster(self._pairs)
        named = [sorted(self._store.ids[number] for number in group) for group in found]
        return sorted(named, key=lambda group: (-len(group), group[0]))

    def _refit(self) -> None:
        """Decide afresh which 3-grams are common, and find all pairs."""
        self._store.compact()
        self._fitted = len(self)
        self._common = np.union1d(formula_grams(), self._store.common(common_from(len(self))))
        self._postings = grams.Postings()
        self._postings.add(self._store, range(len(self)))
        candidates = self._postings.candidate_pairs(self._common, common_from(len(self)))
        self._pairs = {(a, b) for a, b in candidates if self._are_copies(a, b)}

    def _compare_new(self, number: int, alive: NDArray[np.bool_]) -> list[tuple[int, int]]:
        others = self._postings.sharing(self._store.grams(number), self._common, alive)
        return [
            (min(number, other), max(number, other))
            for other in others
            if other != number and self._are_copies(number, other)
        ]

    def _are_copies(self, a: int, b: int) -> bool:
        return are_copies(self._store.grams(a), self._store.grams(b), self._common)


def common_from(articles: int) -> int:
    """Return in how many articles a 3-gram must stand to be nobody's own."""
    return max(12, articles // 1500)


def are_copies(a: Grams, b: Grams, common: Grams) -> bool:
    """Tell whether two 3-gram sequences are copies, `common` (sorted) left out of the count."""
    small, large = grams.distinct(a), grams.distinct(b)
    if len(small) > len(large):
        small, large = large, small
    if len(small) < 3:
        return False
    at = np.minimum(np.searchsorted(large, small), len(large) - 1)
    shared = small[large[at] == small]
    if len(shared) < min(LEAST_SHARED, 0.8 * len(small)):
        return False
    if len(shared) >= NEAR_WHOLE * len(small) and len(small) >= LEAST_SHARED:
        return True
    if len(shared) < 0.5 * CONTAINMENT * len(small) and len(common) < 50:
        return False
    own = grams.without(small, common)
    other = grams.without(large, common)
    kept = grams.without(shared, common)
    least = min(len(own), len(other))
    return len(kept) >= LEAST_SHARED and len(kept) >= CONTAINMENT * least
