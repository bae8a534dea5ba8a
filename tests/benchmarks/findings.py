"""What mentions, speech and frames of a 300-word article cost, beside cutting it into words.

Run: `python -m tests.benchmarks.findings` (needs the measuring material beside the checkout).
The ratio to one regular expression over the same text holds on a busy machine; microseconds do not.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pandas as pd

from rasid.findings import find_frames, find_mentions, find_speech
from rasid.findings.reading import Reading
from rasid.language import Document

SHARED = Path(__file__).resolve().parents[3] / "shared"
CUT = re.compile(r"(\W+)")


def findings(document: Document) -> None:
    reading = Reading.of(document)
    find_mentions(reading)
    find_speech(reading)
    find_frames(reading)


def main() -> None:
    texts = pd.read_parquet(SHARED / "data/bench_articles.parquet").text
    chosen = [text for text in texts if 250 < len(text.split()) < 350][:300]
    documents = [Document(text) for text in chosen]
    for document in documents:
        _ = document.folded, document.sentences
        findings(document)
    cut, found = [], []
    for _ in range(9):
        start = time.process_time()
        for document in documents:
            CUT.split(document.folded.text)
        middle = time.process_time()
        for document in documents:
            findings(document)
        cut.append(middle - start)
        found.append(time.process_time() - middle)
    scale = 1e6 / len(documents)
    print(
        f"cut {min(cut) * scale:.0f} µs, findings {min(found) * scale:.0f} µs an article, "
        f"ratio {min(found) / min(cut):.1f}"
    )


if __name__ == "__main__":
    main()
