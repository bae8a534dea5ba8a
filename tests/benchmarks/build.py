"""The budgets of the build: words a second, memory, flat cost per article, rebuild after one article.

    python -m tests.benchmarks.build ARTICLES.parquet [--sizes 1000 10000 70000] [--jobs 2]

Every figure is of a whole process, so that it holds what a user waits for: start-up, reading, writing.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq


def run(source: Path, store: Path, jobs: int) -> tuple[float, str]:
    """Build in a process of its own; return its seconds and its last lines."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "rasid", "build", str(source), "--store", str(store), "--jobs", str(jobs)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - begun, done.stdout.strip()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 0], help="0: all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    table = pq.read_table(options.articles)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "articles"
            source.mkdir()
            part = table.slice(0, size or table.num_rows)
            pq.write_table(part, source / "part.parquet", row_group_size=5000)
            seconds, said = run(source, Path(folder) / "store", options.jobs)
            print(
                f"build {part.num_rows:,}: {seconds:.1f} s, {1000 * seconds / part.num_rows:.2f} ms an article"
            )
            print("   " + said.replace("\n", "\n   "))
            (source / "one.txt").write_text(
                "بغداد/ خبر جديد\n\nأعلنت وزارة الدفاع أن القافلة الأخيرة غادرت قاعدة عين الأسد.\n",
                encoding="utf-8",
            )
            seconds, said = run(source, Path(folder) / "store", options.jobs)
            print(f"rebuild after one more: {seconds:.2f} s")
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"largest process so far: {peak:,.0f} MB\n", flush=True)


if __name__ == "__main__":
    main()
