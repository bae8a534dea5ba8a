"""Phrases: words that stand together again and again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from rasid.measures.running import places_where
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.text import Text, text_of
from rasid.measures.words import lemmas_of, tokens_by_lemma
from rasid.store.engine import Store
from rasid.store.selection import Selection

_FIRST = 300
"""Lemmas tried first, to learn how frequent a listed phrase has to be."""


def phrases(
    store: Store, selection: Selection, *, size: int = 2, limit: int = 100, min_count: int = 3
) -> pd.DataFrame:
    """Return the most frequent sequences of two or three lemmas without closed-class words.

    A phrase cannot be more frequent than its rarest word (the apriori rule of Agrawal & Srikant
    1994): the commonest words first tell how often the last phrase listed occurs, then only words
    at least that frequent are read. The list is exact.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        size: Words of a phrase, 2 or 3.
        limit: Rows at most.
        min_count: Occurrences at least.

    Returns:
        One row a phrase, by count falling, then phrase: `rank`, `size`, `lemma_ids` (tuple),
        `phrase` (the lemmas' shown forms), `count`, `articles`, `log_dice`: 14 +
        log2(size f / sum of its words' counts), for two words the usual logDice.
    """
    scope, lemmas = scope_of(store, selection), lemmas_of(store)
    every = tokens_by_lemma(scope).copy()
    every[lemmas.stopword] = 0
    least = max(min_count, 1)
    order = np.sort(every)[::-1]
    if len(order) > _FIRST and order[_FIRST] >= least:
        first = _sequences(scope, np.flatnonzero(every >= order[_FIRST]), size)
        counts = np.unique(first.code, return_counts=True)[1]
        if 0 < limit <= len(counts):
            least = max(least, int(np.partition(counts, -limit)[-limit]))
    words, counts, articles = _counted(
        _sequences(scope, np.flatnonzero(every >= least), size), least, limit
    )
    frame = pd.DataFrame(
        {
            "size": size,
            "lemma_ids": [tuple(row) for row in words.tolist()],
            "phrase": [" ".join(lemmas.display[row]) for row in words],
            "count": counts,
            "articles": articles,
            "log_dice": 14 + np.log2(size * counts / every[words].sum(axis=1)),
        }
    )
    frame = frame.sort_values(["count", "phrase"], ascending=[False, True], ignore_index=True)
    frame = frame[:limit]
    frame.insert(0, "rank", np.arange(1, len(frame) + 1))
    return frame


@dataclass(frozen=True)
class _Sequences:
    """Every sequence in view: its lemmas as one number (see `spelled`), and where it starts."""

    code: Ints
    begins: Ints
    text: Text
    lemma_ids: Ints
    size: int

    def spelled(self, codes: Ints) -> Ints:
        """Return the lemmas of numbered sequences, one row each."""
        words = np.zeros((len(codes), self.size), np.int64)
        for step in reversed(range(self.size)):
            words[:, step] = self.lemma_ids[codes % len(self.lemma_ids)]
            codes = codes // len(self.lemma_ids)
        return words


def _counted(found: _Sequences, least: int, limit: int) -> tuple[Ints, Ints, Ints]:
    """Return the sequences that may be listed, with their counts and articles."""
    codes, counts = np.unique(found.code, return_counts=True)
    if 0 < limit < len(counts):
        # Ties at the edge are kept until their phrases have been compared.
        least = max(least, int(np.partition(counts, -limit)[-limit]))
    codes, counts = codes[counts >= least], counts[counts >= least]
    if not len(codes):
        return np.zeros((0, found.size), np.int64), counts, counts
    place = np.searchsorted(codes, found.code).clip(max=len(codes) - 1)
    mine = codes[place] == found.code
    article = found.text.article(found.begins[mine]).astype(np.int64)
    pairs = np.unique(place[mine].astype(np.int64) << 32 | article)
    return found.spelled(codes), counts, np.bincount(pairs >> 32, minlength=len(codes))


def _sequences(scope: Scope, lemma_ids: Ints, size: int) -> _Sequences:
    """Return the sequences of some lemmas within sentences."""
    text = text_of(scope, lemma_ids)
    chained = text.followed.copy()
    for step in range(1, size - 1):
        chained[: len(chained) - step] &= text.followed[step:]
        chained[len(chained) - step :] = False
    at = places_where(chained)
    # Lemmas numbered within the list: a whole phrase then fits into one 64-bit number.
    numbers = np.zeros(int(lemma_ids.max(initial=-1)) + 1, np.int64)
    numbers[lemma_ids] = np.arange(len(lemma_ids))
    code = np.zeros(len(at), np.int64)
    for step in range(size):
        code = code * len(lemma_ids) + numbers[text.lemma(at + step)]
    return _Sequences(code, at, text, lemma_ids, size)
