"""How fast articles are read and copies found, on the real articles beside the checkout.

Run: python tests/benchmarks/corpus.py [PARQUET] [ARTICLES]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from rasid.corpus import Article, ReadOptions, Register, read_file  # noqa: E402
from rasid.corpus.copies.facts import Appearance  # noqa: E402
from rasid.corpus.copies.index import CopyIndex, shingles  # noqa: E402


def main() -> None:
    default = ROOT.parent / "shared" / "data" / "bench_articles.parquet"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    register = Register.load()
    started, read, prints, spent = time.process_time(), 0, [], 0.0
    for found in read_file(path, register=register, options=ReadOptions()):
        if isinstance(found, Article):
            read += 1
            clock = time.process_time()
            prints.append((found.article_id, shingles(found.body, Appearance.of(found))))
            spent += time.process_time() - clock
            if read == most:
                break
    whole = time.process_time() - started
    print(
        f"read {read} articles: {(whole - spent) / read * 1000:.3f} ms each; 3-grams {spent / read * 1000:.3f} ms each"
    )
    index, started, wall = CopyIndex(), time.process_time(), time.perf_counter()
    index.update(added=prints)
    groups = index.groups()
    print(
        f"copies: {time.process_time() - started:.1f} s CPU, {time.perf_counter() - wall:.1f} s; "
        f"{len(groups)} groups of {sum(map(len, groups))} articles"
    )
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        marks = [time.process_time()]
        again = CopyIndex.load(Path(folder))
        marks.append(time.process_time())
        again.update(added=[("one-more", prints[0][1])])
        marks.append(time.process_time())
        again.save(Path(folder) / "next")
        marks.append(time.process_time())
        again.groups()
        marks.append(time.process_time())
        spans = (f"{after - before:.3f}" for before, after in pairwise(marks))
        print("one article more, s CPU (load, find, save, group):", *spans)
    print(f"resident at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
