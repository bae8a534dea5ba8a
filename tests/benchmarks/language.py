"""Speed of the language room on one core; run by hand: `python -m tests.benchmarks.language`.

Times are the best of several runs of processor time, so that a busy machine disturbs them little. New
types are measured in turns with simplemma's own lemmatiser on the same types, in short slices of which the
best count: the ratio of the two is the figure to quote when the machine is not idle.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import simplemma
import wordfreq

from rasid.language import (
    analysis,
    fold,
    lemmatize,
    lemmatize_all,
    lexicon_cache,
    segment,
    sentences,
    tokenize,
)
from rasid.language.lemmas import _CACHE
from rasid.language.lexicon import lexicon

TYPES = 30_000
RUNS = 5
SLICES = 15


def best(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Least processor time of `work` in seconds; `before` is run each time and not counted."""
    times = []
    for _ in range(RUNS):
        before()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def forget() -> None:
    """Empty what the language room remembers of words."""
    _CACHE.clear()
    analysis.forget()


def in_turns(types: list[str]) -> tuple[float, float]:
    """New types a second that we and simplemma lemmatise."""
    uncached = simplemma.Lemmatizer(cache_max_size=1)
    ways = (lemmatize_all, lambda words: [uncached.lemmatize(word, "ar") for word in words])
    least = [[float("inf")] * SLICES for _ in ways]
    for _ in range(RUNS):
        forget()
        for at in range(SLICES):
            words = types[at::SLICES]
            for way, times in zip(ways, least, strict=True):
                start = time.process_time()
                way(words)
                times[at] = min(times[at], time.process_time() - start)
    ours, theirs = (len(types) / sum(times) for times in least)
    return ours, theirs


def main() -> None:
    """Print the figures."""
    words = [w for w in wordfreq.get_frequency_dict("ar", "large") if "\u0621" <= w[0] <= "\u064a"]
    types = words[: 10 * TYPES : 10]  # one in ten: frequent and rare ones
    text = " ".join(words[:1300]) + "."  # an article of 8 kB
    marked = text.replace("ا", "َا")
    lemmatize("كتاب")
    figures = [
        ("fold, plain (Mchar/s)", len(text) / best(lambda: fold(text)) / 1e6),
        ("fold, with marks (Mchar/s)", len(marked) / best(lambda: fold(marked)) / 1e6),
        ("tokens (M/s)", len(tokenize(text)) / best(lambda: tokenize(text)) / 1e6),
        ("sentences (Mchar/s)", len(text) / best(lambda: sentences(text)) / 1e6),
    ]
    lemmatize_all(types)  # many: from now on the lexicon is whole
    new, theirs = in_turns(types)
    known = len(types) / best(lambda: lemmatize_all(types))
    apart = 5000 / best(lambda: [segment(w) for w in types[:5000]])
    key = lexicon_cache.fingerprint()
    kept = best(lambda: lexicon_cache.load(key))
    often = best(lambda: lexicon_cache.inflate(lexicon_cache.load(key) or lexicon()))
    figures += [
        ("lexicon, for a few words (s)", kept),
        ("lexicon, for many words (s)", often),
        ("lemmas, new types (k/s)", new / 1e3),
        ("lemmas, known types (M/s)", known / 1e6),
        ("segments (k/s)", apart / 1e3),
        ("simplemma, new types (k/s)", theirs / 1e3),
        ("lemmas : simplemma", new / theirs),
    ]
    for name, figure in figures:
        print(f"{name:32}{figure:10.2f}")


if __name__ == "__main__":
    main()
