"""What the findings of a 300-word article cost, beside cutting it into words.

Run: `python -m tests.benchmarks.findings` (needs the measuring material beside the checkout).
The ratios to one regular expression over the same text hold on a busy machine; microseconds do not.
Each stage is timed twice: cold, on articles whose words the tables of word types have not met (as the articles
of a build are, which bring some six new types each), and warm, on the same articles again.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd

from rasid.findings import (
    analyse,
    find_dates,
    find_frames,
    find_mentions,
    find_quantities,
    find_speech,
    lexicon,
    lexicon_cache,
)
from rasid.findings.analysis import analyse_together
from rasid.findings.reading import Reading
from rasid.language import Document, known_words
from rasid.language import lexicon as dictionary
from rasid.language import lexicon_cache as dictionary_cache

SHARED = Path(__file__).resolve().parents[3] / "shared"
CUT = re.compile(r"(\W+)")
DAY = date(2018, 6, 1)
MET, TIMED, BATCH = 3000, 500, 250


def prepare() -> None:
    """Load what a worker of a build loads before its first article."""
    lexicon_cache.whole(lexicon.lexicon())
    dictionary_cache.inflate(dictionary.lexicon())
    known_words.is_known("كتاب")


def read(text: str) -> Reading:
    reading = Reading.of(text)
    _ = reading.document.sentences
    return reading


STAGES: dict[str, Callable[[Reading], object]] = {
    "mentions": find_mentions,
    "speech": find_speech,
    "dates": lambda reading: find_dates(reading.document, DAY),
    "quantities": lambda reading: find_quantities(reading.document),
    "frames": find_frames,
}


def timed(texts: list[str]) -> dict[str, float]:
    """Return the processor time of each stage over the texts, in seconds, and of the cut."""
    spent = dict.fromkeys(["cut", "reading", *STAGES, "analyse, all and linked"], 0.0)
    clock = time.process_time
    for text in texts:
        start = clock()
        CUT.split(text)
        spent["cut"] += clock() - start
        start = clock()
        reading = read(text)
        spent["reading"] += clock() - start
        for name, stage in STAGES.items():
            start = clock()
            stage(reading)
            spent[name] += clock() - start
    return spent


def whole(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        analyse(Document(text), DAY)
    return time.process_time() - start


def together(texts: list[str]) -> float:
    """Return the processor time of all findings as a build makes them: a batch at once."""
    start = time.process_time()
    for first in range(0, len(texts), BATCH):
        batch = [Document(text) for text in texts[first : first + BATCH]]
        Document.cut_together(batch)
        analyse_together(batch, [DAY] * len(batch))
    return time.process_time() - start


def main() -> None:
    texts = pd.read_parquet(SHARED / "data/bench_articles.parquet").text.sample(
        frac=1, random_state=8
    )
    chosen = [text for text in texts if 250 < len(text.split()) < 350][: MET + 3 * TIMED]
    prepare()
    for text in chosen[:MET]:
        analyse(Document(text), DAY)
    gc.collect()
    gc.freeze()
    apart, alone, by_batch = (chosen[MET + k * TIMED :][:TIMED] for k in range(3))
    rounds = {}
    for name in ("cold", "warm"):
        spent = timed(apart)
        spent["analyse, all and linked"] = whole(alone)
        spent["the same, 250 together"] = together(by_batch)
        rounds[name] = spent
    print(f"{'':26}{'cold µs':>9}{'ratio':>8}{'warm µs':>10}{'ratio':>8}")
    scale = 1e6 / TIMED
    for stage in rounds["cold"]:
        line = f"{stage:26}"
        for name, width in (("cold", 9), ("warm", 10)):
            spent = rounds[name]
            line += f"{spent[stage] * scale:>{width}.0f}{spent[stage] / spent['cut']:>8.1f}"
        print(line)


if __name__ == "__main__":
    main()
