"""Multiword terms: what a selection speaks of in more than one word (التحالف الدولي، فراغ أمني)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.language import is_term_edge, is_term_part
from rasid.language import phrases as strongest
from rasid.language.phrases import REPEATED, Phrase, shown_surface
from rasid.measures.lexicon import lexicon_of
from rasid.measures.running import places_where
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.text import Text, fewest_bits, text_of
from rasid.measures.words import lemmas_of, tokens_by_lemma
from rasid.store.engine import Store
from rasid.store.selection import Selection

_SHARE: Final = 20_000
"""A run is counted when it stands at least once in so many words: a rarer one is not among the strongest
hundred, and the rare ones are most of the work."""

_TABLE: Final = 1 << 22
"""Counters for the last bits of pairs: 32 MB."""

_PART: Final = 1 << 20

Run = tuple[int, ...]


def multiword_terms(
    store: Store, selection: Selection, *, limit: int = 100, min_count: int = 3
) -> pd.DataFrame:
    """Return the strongest multiword terms of two to five words, the most frequent first.

    Strength is Dunning's G² of a term's weakest joint; no function word or finite verb stands at an
    edge, and fragments of longer terms are dropped (`rasid.language.phrases`).

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        limit: Rows at most; the strongest are kept.
        min_count: Occurrences at least; a large selection asks for one in 50,000 words too.

    Returns:
        One row a term, by count falling, then phrase: `rank`, `size` (words), `lemma_ids` (tuple),
        `phrase` (as it is written most often, without a clitic on its front where it occurs so),
        `count`, `articles`, `score` (G²), `log_dice` (14 + log2(size f / sum of its words' counts)).
    """
    scope, lemmas = scope_of(store, selection), lemmas_of(store)
    every = tokens_by_lemma(scope)
    total = int(every.sum())
    least = max(min_count, total // _SHARE, 1)
    often = np.flatnonzero(every >= least)
    words = _Words(text_of(scope, often))
    counts = {int(i): int(every[i]) for i in often}
    counts[-1] = total - sum(
        counts.values()
    )  # all other words, so that the sum is the selection's size
    found = strongest(
        counts, words.runs(least), minimum=least, limit=limit,
        is_edge=lambda i: is_term_edge(lemmas.lemma[i]), is_part=lambda i: is_term_part(lemmas.lemma[i]),
    )  # fmt: skip
    among = words.beginning([phrase.lemmas for phrase in found])
    rows = [_row(words, phrase, among, scope, every) for phrase in found]
    frame = pd.DataFrame(rows, columns=["size", "lemma_ids", "phrase", "count", "articles", "score",
                                        "log_dice"])  # fmt: skip
    frame = frame.sort_values(["count", "phrase"], ascending=[False, True], ignore_index=True)
    frame.insert(0, "rank", np.arange(1, len(frame) + 1))
    return frame


def _row(
    words: _Words, phrase: Phrase[int], among: Ints, scope: Scope, every: Ints
) -> tuple[object, ...]:
    at, size = words.places(phrase.lemmas, among), len(phrase.lemmas)
    share = size * len(at) / every[list(phrase.lemmas)].sum()
    return (
        size, phrase.lemmas, words.written(scope.store, at, size), len(at),
        len(np.unique(words.text.article(at))), phrase.score, 14 + float(np.log2(share)),
    )  # fmt: skip


@dataclass(frozen=True)
class _Words:
    """The words of a selection, counted by runs."""

    text: Text

    def runs(self, least: int) -> Counter[Run]:
        """Count the runs of 2 to `REPEATED` words that stand at least `least` times.

        A run is no more frequent than its parts (Agrawal & Srikant 1994): each length looks only where
        both halves of the length before it are.
        """
        counts: Counter[Run] = Counter()
        number, followed = self.text.number, self.text.followed
        spelled: list[Run] = [(lemma,) for lemma in self.text.ids.tolist()]
        for _ in range(2, REPEATED + 1):
            at = places_where(followed)
            codes, n, place = _tally(_Pairs(number, at, len(spelled)), least)
            if not len(codes):
                break
            spelled = [
                (*spelled[code // len(spelled)], spelled[code % len(spelled)][-1])
                for code in codes.tolist()
            ]
            counts.update(dict(zip(spelled, n.tolist(), strict=True)))
            number = np.full(len(number), -1, fewest_bits(len(spelled)))
            number[at] = place
            followed = followed & (number >= 0)
            followed[:-1] &= number[1:] >= 0
            followed[-1:] = False
        return counts

    def beginning(self, runs: Sequence[Run]) -> Ints:
        """Return where the first word of any of some runs stands."""
        first = np.isin(self.text.ids, [run[0] for run in runs])
        return places_where(first[self.text.number])

    def places(self, run: Run, among: Ints) -> Ints:
        """Return where a run begins, among some places."""
        at: Ints = among[self.text.lemma(among) == run[0]]
        for step, lemma in enumerate(run[1:], start=1):
            at = at[self.text.followed[at + step - 1]]
            at = at[self.text.lemma(at + step) == lemma]
        return at

    def written(self, store: Store, at: Ints, size: int) -> str:
        """Return how the run at these places is written, as `rasid.language.phrases` chooses."""
        lexicon = lexicon_of(store)
        forms = np.stack([self.text.type(at + step) for step in range(size)], axis=1)
        kinds, n = np.unique(forms, axis=0, return_counts=True)
        texts = [" ".join(lexicon.form.take(pa.array(row)).to_pylist()) for row in kinds]
        return shown_surface(dict(zip(texts, n.tolist(), strict=True)))


@dataclass(frozen=True)
class _Pairs:
    """The numbers of words that stand at some places, each joined to that of the next word."""

    number: Ints
    at: Ints
    width: int

    def parts(self) -> Iterator[Ints]:
        """Yield all pairs, a million at a time: all at once they are 100 MB and as much again."""
        for start in range(0, len(self.at), _PART):
            at = self.at[start : start + _PART]
            yield self.number[at].astype(np.int64) * self.width + self.number[at + 1]


def _tally(pairs: _Pairs, least: int) -> tuple[Ints, Ints, Ints]:
    """Count pairs: those seen `least` times, how often, and each pair's place among them.

    Pairs are first counted by their last bits: where all that share them are rarer than `least`, none
    is looked at again. Sorting ten million pairs took half a gigabyte, and few are frequent.
    """
    counters = np.zeros(_TABLE, np.int64)
    for values in pairs.parts():
        counters += np.bincount(values & (_TABLE - 1), minlength=_TABLE)
    often = counters >= least
    kept = [np.flatnonzero(often[values & (_TABLE - 1)]) for values in pairs.parts()]
    rest = [values[at] for values, at in zip(pairs.parts(), kept, strict=True)]
    codes, found, n = np.unique(
        np.concatenate(rest) if rest else np.zeros(0, np.int64),
        return_inverse=True,
        return_counts=True,
    )
    frequent = np.flatnonzero(n >= least)
    place = np.full(len(pairs.at), -1, fewest_bits(len(frequent)))
    every = [at + number * _PART for number, at in enumerate(kept)]
    if every:
        table = np.full(len(codes), -1, np.int32)
        table[frequent] = np.arange(len(frequent))
        place[np.concatenate(every)] = table[found]
    return codes[frequent], n[frequent], place
