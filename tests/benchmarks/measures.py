"""Times of the measures on a store: median and 95th percentile of fresh, uncached answers.

    python tests/benchmarks/measures.py STORE [--rounds 40]

A filter change is a selection never seen before: outlets, days, voice, undated and copies drawn at
random from the store's own, then the summary, the frequency table and the coverage of a page. The
article arrays and the vocabulary are loaded once before, as the dashboard does on its start.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import numpy as np

from rasid import measures as m
from rasid.measures.lexicon import lexicon_of
from rasid.measures.scope import index_of
from rasid.measures.words import lemmas_of
from rasid.store.engine import Store, open_store
from rasid.store.selection import VOICES, Selection

_LASTING = (
    "index", "lemmas", "lexicon", "entity_names", "outlet_terms", "words", "speaker_keys", "article_columns",
)  # fmt: skip


def forget(store: Store) -> None:
    """Drop every answer kept, but not what is loaded once per store."""
    for key in [key for key in store._kept if key not in _LASTING]:
        store._kept.pop(key)
    store._bodies.clear()


def selections(store: Store, count: int) -> Iterable[Selection]:
    """Yield selections that a visitor might come to by changing filters."""
    chance = random.Random(1)
    ids = store.outlets.loc[store.outlets["articles"] > 0, "outlet_id"].tolist()
    days = store.articles["published_from"].dropna()
    first, last = days.min().date(), days.max().date()
    for _ in range(count):
        start = first + timedelta(days=chance.randint(0, max((last - first).days - 30, 0)))
        dated = chance.random() < 0.7
        yield Selection(
            outlets=tuple(chance.sample(ids, chance.randint(1, len(ids)))) if chance.random() < 0.6 else (),
            date_from=start if dated else None,
            date_to=start + timedelta(days=chance.randint(30, 900)) if dated else None,
            undated=chance.random() < 0.5,
            originals_only=chance.random() < 0.2,
            voice=chance.choice([*VOICES, "all", "all"]),
        )  # fmt: skip


def timed(store: Store, name: str, calls: Iterable[Callable[[], object]]) -> None:
    """Print median and 95th percentile of the calls in milliseconds, and the processor's share.

    On a machine at rest the answer takes at most its processor time (both cores together); on a
    busy one the wall clock measures the neighbours.
    """
    times, work = [], []
    for call in calls:
        forget(store)
        begun, spent = time.perf_counter(), time.process_time()
        call()
        times.append((time.perf_counter() - begun) * 1000)
        work.append((time.process_time() - spent) * 1000)
    (middle, high), (cpu, cpu_high) = (np.percentile(values, [50, 95]) for values in (times, work))
    print(
        f"{name:44s} median {middle:6.0f} ms   p95 {high:6.0f} ms   "
        f"processor {cpu:5.0f} / {cpu_high:5.0f} ms   n={len(times)}",
        flush=True,
    )


def page(store: Store, selection: Selection) -> None:
    """Ask what a page with filters asks."""
    m.summary(store, selection)
    m.frequency(store, selection)


def main() -> None:
    """Time every measure on the store named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    begun = time.perf_counter()
    store = open_store(options.store)
    index_of(store)
    m.summary(store, Selection())
    print(f"open and summary {time.perf_counter() - begun:.2f} s")
    lemmas_of(store)
    lexicon_of(store)
    everything = Selection()
    frequent = m.frequency(store, everything, limit=40, dispersion=False)
    words = frequent["display"].tolist()
    page(store, everything)  # compiles the shapes
    views = list(selections(store, options.rounds))
    few = range(max(options.rounds // 4, 5))
    n = options.rounds
    for view in views[:8]:
        page(store, view)
    timed(store, "filter change: summary + frequency", (lambda v=v: page(store, v) for v in views))
    timed(store, "frequency, no dispersion",
          (lambda v=v: m.frequency(store, v, dispersion=False) for v in views))  # fmt: skip
    timed(store, "frequency, whole corpus", (lambda: m.frequency(store, everything) for _ in few))
    timed(store, "coverage", (lambda v=v: m.coverage(store, v) for v in views))
    timed(store, "keyness, all outlets", (lambda: m.keyness(store, everything) for _ in few))
    timed(store, "keyness, filtered", (lambda v=v: m.keyness(store, v) for v in views[: len(few)]))
    timed(store, "concordance, first 100 of a frequent lemma",
          (lambda w=w: m.concordance(store, everything, w) for w in words[: n]))  # fmt: skip
    timed(store, "concordance, filtered",
          (lambda w=w, v=v: m.concordance(store, v, w) for w, v in zip(words, views, strict=False)))  # fmt: skip
    timed(store, "concordance sorted by three levels",
          (lambda w=w: m.concordance(store, everything, w, sort=("after1", "after2", "before1"))
           for w in words[: len(few)]))  # fmt: skip
    timed(store, "collocates of a frequent lemma",
          (lambda w=w: m.collocates(store, everything, w) for w in words[: len(few)]))  # fmt: skip
    timed(store, "trend of two words by month",
          (lambda w=w: m.trend(store, everything, [w, words[0]]) for w in words[1 : len(few) + 1]))  # fmt: skip
    timed(store, "evidence, first 50 of a word",
          (lambda i=i: m.evidence(store, everything, m.cell("frequency", frequent.iloc[i]), limit=50)
           for i in range(len(few))))  # fmt: skip
    timed(store, "phrases", (lambda: m.phrases(store, everything) for _ in range(3)))
    timed(store, "similarity", (lambda: m.similarity(store, everything) for _ in range(3)))
    timed(
        store, "search: wildcard", (lambda: m.count_hits(store, everything, "أمريك*") for _ in few)
    )
    timed(store, "search: regular expression",
          (lambda: m.count_hits(store, everything, "/^است.*ال$/") for _ in few))  # fmt: skip
    timed(store, "search: two words within 5",
          (lambda: m.count_hits(store, everything, "قوات ~5 العراق") for _ in few))  # fmt: skip
    timed(
        store,
        "search: phrase",
        (lambda: m.count_hits(store, everything, "القوات الأمريكية") for _ in few),
    )


if __name__ == "__main__":
    main()
