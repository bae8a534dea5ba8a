"""Multiword terms: what a selection speaks of in more than one word (التحالف الدولي، فراغ أمني)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.language import is_term_edge, is_term_part
from rasid.language import phrases as strongest
from rasid.language.phrases import REPEATED, Phrase, shown_surface
from rasid.measures.lexicon import lexicon_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.words import lemmas_of, tokens_by_lemma
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

_SHARE: Final = 20_000
"""A run is counted when it stands at least once in so many words: a rarer one is not among the strongest
hundred, and the rare ones are most of the work."""

_TABLE: Final = 1 << 25
"""Pairs of so many kinds are counted in a table (a pass over the words), more of them by sorting."""

Run = tuple[int, ...]


def words_expression(*, voice: str, whole: bool) -> ir.Table:
    """Write the tokens in view of some lemmas, with their word types."""
    rows = ex.table("tokens").semi_join(ex.bound("frequent", {"lemma_id": "int32"}), "lemma_id")
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    if voice != "all":
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    return rows.select("article_key", "sentence", "position", "lemma_id", "form_id")


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
    words = _Words.read(scope, often)
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
        len(np.unique(words.article[at])), phrase.score, 14 + float(np.log2(share)),
    )  # fmt: skip


@dataclass(frozen=True)
class _Words:
    """Words of a selection in order, and whether each is followed by the next within its sentence."""

    article: Ints
    lemma: Ints
    form: Ints
    followed: np.ndarray[tuple[int], np.dtype[np.bool_]]

    @classmethod
    def read(cls, scope: Scope, lemma_ids: Ints) -> _Words:
        """Read the words of some lemmas."""
        bound = {"frequent": ex.numbers("lemma_id", lemma_ids)}
        if not scope.is_whole:
            bound["selected"] = scope.relation()
        found = ex.run(
            scope.store, words_expression, bound, voice=scope.selection.voice, whole=scope.is_whole
        )
        article, sentence, position, lemma, form = (found[n].to_numpy() for n in found.column_names)
        place = article.astype(np.int64) << 24 | position
        if (np.diff(place) < 0).any():
            order = np.argsort(place, kind="stable")
            place, article, sentence, lemma, form = (
                a[order] for a in (place, article, sentence, lemma, form)
            )
        followed = np.zeros(len(place), bool)
        followed[:-1] = (np.diff(place) == 1) & (np.diff(sentence) == 0)
        return cls(article, lemma, form, followed)

    def runs(self, least: int) -> Counter[Run]:
        """Count the runs of 2 to `REPEATED` words that stand at least `least` times.

        A run is no more frequent than its parts (Agrawal & Srikant 1994): each length looks only where
        both halves of the length before it are.
        """
        counts: Counter[Run] = Counter()
        ids = np.flatnonzero(np.bincount(self.lemma)) if len(self.lemma) else np.zeros(0, np.int64)
        number = _numbered(ids)[self.lemma]
        spelled: list[Run] = [(lemma,) for lemma in ids.tolist()]
        at = np.flatnonzero(self.followed)
        for _ in range(2, REPEATED + 1):
            pair = number[at].astype(np.int64) * len(spelled) + number[at + 1]
            codes, n, place = _tally(pair, len(spelled) ** 2, least)
            if not len(codes):
                break
            spelled = [
                (*spelled[code // len(spelled)], spelled[code % len(spelled)][-1])
                for code in codes.tolist()
            ]
            counts.update(dict(zip(spelled, n.tolist(), strict=True)))
            number = np.full(len(self.lemma), -1, np.int32)
            number[at] = place
            at = np.flatnonzero(self.followed[:-1] & (number[:-1] >= 0) & (number[1:] >= 0))
        return counts

    def beginning(self, runs: Sequence[Run]) -> Ints:
        """Return where the first word of any of some runs stands."""
        first = np.zeros(int(self.lemma.max(initial=0)) + 1, bool)
        first[[run[0] for run in runs]] = True
        return np.flatnonzero(first[self.lemma])

    def places(self, run: Run, among: Ints) -> Ints:
        """Return where a run begins, among some places."""
        at: Ints = among[self.lemma[among] == run[0]]
        for step, lemma in enumerate(run[1:], start=1):
            at = at[self.followed[at + step - 1]]
            at = at[self.lemma[at + step] == lemma]
        return at

    def written(self, store: Store, at: Ints, size: int) -> str:
        """Return how the run at these places is written, as `rasid.language.phrases` chooses."""
        lexicon = lexicon_of(store)
        forms = np.stack([self.form[at + step] for step in range(size)], axis=1)
        kinds, n = np.unique(forms, axis=0, return_counts=True)
        place = np.searchsorted(lexicon.form_id, kinds)
        texts = [" ".join(lexicon.form.take(pa.array(row)).to_pylist()) for row in place]
        return shown_surface(dict(zip(texts, n.tolist(), strict=True)))


def _numbered(ids: Ints) -> Ints:
    """Return a table from each id to its place among `ids`; -1 for others."""
    table = np.full(int(ids.max(initial=-1)) + 1, -1, np.int32)
    table[ids] = np.arange(len(ids), dtype=np.int32)
    return table


def _tally(values: Ints, kinds: int, least: int) -> tuple[Ints, Ints, Ints]:
    """Count values below `kinds`: those seen `least` times, their counts, and each value's place among them."""
    if kinds <= _TABLE:
        every = np.bincount(values, minlength=kinds)
        kept = np.flatnonzero(every >= least)
        return kept, every[kept], _numbered(np.append(kept, kinds))[values]
    codes, place, n = np.unique(values, return_inverse=True, return_counts=True)
    kept = np.flatnonzero(n >= least)
    return codes[kept], n[kept], _numbered(np.append(kept, len(codes)))[place]
