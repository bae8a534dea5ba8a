"""Copies: articles that share their text, found exactly among candidates and kept up to date.

Two articles are copies when the shorter one's word 3-grams lie in the other's to 35 % or more, on folded text
(containment; Broder 1997), beginning in the opening of both, and when they tell the same. That is, of a pair
that is not nearly the same text (85 %):

- 3-grams of the trade's formulas (`assets/lexicon/formulas.txt`), and those that more articles hold than most
  wire stories have takers, are left out, and 30 % must still be shared: weather, condolences and page furniture
  make no copies;
- they are of the same places and days, and of the same figures but for two houses on the same days
  (`rasid/corpus/copies/facts.py`), unless they open word for word alike: press offices fill one frame with other
  values. Forecasts and telegrams are copies only when nearly the same;
- a quarter of the first 40 words of both must be shared, and the shared text must not be one passage further
  down: a follow-up repeats the background of the day before, a round-up holds an item among others. (Of a pair
  that shares 60 %, a sixth of the shared text in the first third of both will do: openings are rewritten; from
  95 % on it may stand anywhere);
- the shared text is a tenth of the longer article at least, or 15 % where less than half of the shorter is shared,
  unless it leads both;
- two articles of one house share 60 %, and their first words: a paper prints a report once, what else its own
  reports share is background and template. Articles that appeared four days apart or more share most of their
  text, with the same figures. Two houses that share half of it within days took both from one source, be the
  opening rewritten. Where a day is unknown nothing of this is asked, where a house is, somewhat more of both
  articles must be shared.

Candidate pairs come from an inverted index (`rasid/corpus/copies/postings.py`); up to 20,000 articles the search is
exact, beyond that the index holds a sketch. Each candidate pair is compared in full. Up to 2,000 articles a story
that most articles hold is found too, by a passage of 60 words.

For the build::

    index = CopyIndex.load(folder)                  # empty when there is none
    index.update(added=[(article_id, shingles(body)), ...], removed=[article_id, ...])
    index.save(folder)
    for group in index.groups():                    # lists of article_ids, largest first
        original = representative([CopyMember(...), ...])

`update` costs a fraction of a second for an article more in 72,716; from empty, or when a tenth of the articles
changes, it works in bulk. Either way gives the same pairs: an article that comes or goes may make a 3-gram
common, or no longer, and the articles that hold such a one are compared again. Memory: 4 bytes a word, 6 for
each distinct 3-gram, and 8 for each indexed one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rasid import settings
from rasid.corpus.copies import grams
from rasid.corpus.copies.facts import Appearance
from rasid.corpus.copies.groups import Likeness, cluster, linked_with
from rasid.corpus.copies.postings import Postings, sketch_for
from rasid.corpus.copies.prints import Prints
from rasid.corpus.copies.rule import common_from, likeness
from rasid.language import Document
from rasid.language.word_types import Cut

_VERSION: Final = 7  # of the saved arrays
_SMALL: Final = 500  # articles below which all is reckoned anew
Grams = NDArray[np.uint32]


def shingles(body: str | Document, appearance: Appearance | None = None) -> NDArray[np.uint64]:
    """Return the hashes of the word 3-grams of a body, in text order, and after them those of its facts.

    Words are those of the folded text without signs, so punctuation and spelling variants do not matter. A
    body under three words has none. The facts are what it says (`rasid/corpus/copies/facts.py`), and where and
    when it appeared. The lowest bit tells 3-grams (0) from facts (1); the lower 32 bits of each value are all
    that is compared.
    """
    document = Document.of(body)
    found = grams.printed(document.cut)
    if found is None:
        found = grams.printed(Cut(document.folded.text.lower()))
        assert found is not None  # all is in lower case now
    if appearance is None:
        return found
    return np.concatenate([found, np.array(appearance.facts(), dtype=np.uint64)])


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
    found = [
        grams.grams_of(grams.narrow(shingles(line)))
        for line in lines
        if line and not line.startswith("#")
    ]
    return np.unique(np.concatenate([*found, np.empty(0, dtype=np.uint32)]))


class CopyIndex:
    """The 3-grams of all articles, what is common among them, and the pairs that are copies."""

    def __init__(self) -> None:
        self._store = grams.GramStore()
        self._counts = grams.Counts()
        self._postings = Postings()
        self._common: Grams = formula_grams()
        self._pairs: dict[tuple[int, int], Likeness] = {}
        self._prints: dict[int, Prints] = {}  # of the articles under comparison
        self._groups: list[list[int]] = []
        self._stale: set[int] | None = None  # articles whose groups are to be made anew; None: all
        self._fitted = 0  # articles when everything was last reckoned

    def __len__(self) -> int:
        return len(self._store.numbers)

    @classmethod
    def load(cls, folder: Path) -> CopyIndex:
        """Return the index saved in `folder`, or an empty one; its arrays are mapped, not read."""
        index = cls()
        if not (folder / "copies.json").is_file():
            return index
        meta = json.loads((folder / "copies.json").read_text(encoding="utf-8"))
        if meta.get("version") != _VERSION:  # of an earlier Rasid: the build fills it anew
            return index
        index._store = grams.GramStore.load(folder, meta["ids"])
        index._counts = grams.Counts.load(folder)
        index._fitted = meta["fitted"]
        index._postings = Postings.load(folder, sketch_for(index._fitted))
        index._common = np.load(folder / "copies_common.npy")
        pairs = np.load(folder / "copies_pairs.npy")
        index._pairs = {(a, b): Likeness(*alike) for a, b, *alike in pairs.tolist()}
        members, sizes = (np.load(folder / f"copies_{name}.npy") for name in ("members", "sizes"))
        ends = np.cumsum(sizes).tolist()
        index._groups = [members[a:b].tolist() for a, b in pairwise([0, *ends])]
        index._stale = set()
        return index

    def save(self, folder: Path) -> None:
        """Write the index into `folder`; the JSON file, written last, makes it whole."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "copies.json").unlink(missing_ok=True)
        self._store.save(folder)
        self._counts.save(folder)
        self._postings.save(folder)
        grams.write(folder, "copies_common.npy", self._common)
        rows = [(*pair, *self._pairs[pair]) for pair in sorted(self._pairs)]
        pairs = np.array(rows, dtype=np.int32).reshape(-1, 4)
        grams.write(folder, "copies_pairs.npy", pairs)
        self._regroup()
        members = np.array([*chain(*self._groups)], dtype=np.int32)
        grams.write(folder, "copies_members.npy", members)
        grams.write(folder, "copies_sizes.npy", np.array([*map(len, self._groups)], dtype=np.int32))
        meta = {"version": _VERSION, "ids": self._store.ids, "fitted": self._fitted}
        aside = folder / "copies.json.tmp"
        aside.write_text(json.dumps(meta), encoding="utf-8")
        aside.replace(folder / "copies.json")

    def update(
        self,
        added: Iterable[tuple[str, NDArray[np.unsignedinteger[Any]]]] = (),
        removed: Collection[str] = (),
    ) -> None:
        """Take articles out and put articles in; an id put in again replaces what it was."""
        new = {article_id: grams.narrow(values) for article_id, values in added}
        gone = {self._store.numbers[i] for i in {*removed, *new} if i in self._store.numbers}
        size = len(self) - len(gone) + len(new)
        if size < _SMALL or len(new) + len(gone) > 0.1 * size or not self._still_fits(size):
            self._store.drop(gone)
            for article_id, values in new.items():
                self._store.add(article_id, values)
            new.clear()  # the store lays them out anew: not held twice
            self._refit()
            return
        for number in gone:
            self._counts.change(self._store.grams(number), -1)
        self._store.drop(gone)
        numbers = [self._store.add(article_id, values) for article_id, values in new.items()]
        for number in numbers:
            self._counts.change(self._store.grams(number), 1)
        self._postings.add(self._store, numbers)
        self._compare_again({*numbers, *self._turned()}, gone)

    def _still_fits(self, size: int) -> bool:
        """Tell whether a corpus of this size is searched as it was when all was last reckoned."""
        same = common_from(size) == common_from(self._fitted)
        return self._fitted > 0 and same and sketch_for(size) == self._postings.sketch

    def _turned(self) -> set[int]:
        """Decide what is common now; return the articles in which that changed anything."""
        common = np.union1d(formula_grams(), self._counts.common(common_from(len(self))))
        turned = np.setxor1d(common, self._common, assume_unique=True)
        self._common = common
        return self._store.holders(turned)

    def _compare_again(self, numbers: set[int], gone: set[int]) -> None:
        """Find the pairs of some articles anew."""
        past = numbers | gone
        old = [pair for pair in self._pairs if pair[0] in past or pair[1] in past]
        for pair in old:
            del self._pairs[pair]
        alive = self._store.alive
        for number in sorted(numbers):
            for other in self._postings.sharing(self._store, number, self._common, alive):
                self._compare(min(number, other), max(number, other))
        self._prints.clear()
        if self._stale is not None:
            new = (pair for pair in self._pairs if pair[0] in past or pair[1] in past)
            self._stale |= past.union(*old, *new)

    def groups(self) -> list[list[str]]:
        """Return the groups of copies as lists of article_ids, sorted; largest group first.

        Most members of a group are copies of one another (`copies_groups.cluster`): a round-up that quotes two
        stories does not make them one.
        """
        self._regroup()
        ids = self._store.ids
        named = [sorted(ids[number] for number in group) for group in self._groups]
        return sorted(named, key=lambda group: (-len(group), group[0]))

    def _regroup(self) -> None:
        """Bring the groups up to date: only where pairs came or went, since groups do not reach beyond linked pairs."""
        if self._stale is not None and not self._stale:
            return
        pairs = self._pairs
        if self._stale is not None:
            linked = linked_with(pairs, self._stale)
            pairs = {pair: alike for pair, alike in pairs.items() if pair[0] in linked}
            touched = linked | self._stale
            kept = [group for group in self._groups if touched.isdisjoint(group)]
        else:
            kept = []
        # Ranked by their ids: not the order of adding decides.
        numbers = sorted(set(chain(*pairs)), key=self._store.ids.__getitem__)
        rank = {number: n for n, number in enumerate(numbers)}
        ranked = {
            (min(rank[a], rank[b]), max(rank[a], rank[b])): alike for (a, b), alike in pairs.items()
        }
        self._groups = kept + [[numbers[n] for n in group] for group in cluster(ranked)]
        self._stale = set()

    def _refit(self) -> None:
        """Decide afresh which 3-grams are common, and find all pairs."""
        self._store.compact()
        self._fitted = len(self)
        own, counts = self._store.distinct()
        self._postings = Postings(sketch_for(len(self)))
        self._postings.fill(own, counts)
        self._counts.reckon(own)
        del own
        least = common_from(len(self))
        self._common = np.union1d(formula_grams(), self._counts.common(least))
        candidates = self._postings.candidate_pairs(self._common, least)
        self._pairs, self._stale = {}, None
        for a, b in candidates:
            self._compare(a, b)
        self._prints.clear()

    def _compare(self, a: int, b: int) -> None:
        """Note a pair if it is one of copies."""
        one, two = self._prints_of(a), self._prints_of(b)
        alike = likeness(one, two, self._common, self._postings.sketch)
        if alike is not None:
            self._pairs[a, b] = alike

    def _prints_of(self, number: int) -> Prints:
        """Return what is compared of an article, laid out at its first pair."""
        found = self._prints.get(number)
        if found is None:
            found = self._prints[number] = Prints(self._store.values(number))
        return found
