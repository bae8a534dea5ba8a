"""The budgets of the build: words a second, memory, flat cost per article, rebuild after one article.

    python -m tests.benchmarks.build ARTICLES.parquet [--sizes 1000 10000 0] [--jobs 2] [--keep STORE]

Every figure is of a whole process with its workers, so that it holds what a user waits for: start-up, reading,
writing. Beside the wall clock stands the processor time of all its processes, which a busy machine stretches less;
"at full use" is what the words would take a second if both cores did nothing else. --keep leaves the store of the
last size for the benchmarks of the measures and the dashboard.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

TICKS = os.sysconf("SC_CLK_TCK")
ONE_MORE = "بغداد/ خبر جديد\n\nأعلنت وزارة الدفاع أن القافلة الأخيرة غادرت قاعدة عين الأسد.\n"


@dataclass
class Cost:
    """What a process and its workers took: processor seconds and most megabytes of each, and of all at once."""

    said: str = ""
    seconds: float = 0.0
    processor: dict[int, float] = field(default_factory=dict)
    resident: dict[int, float] = field(default_factory=dict)
    together: float = 0.0

    def line(self) -> str:
        """Return the cost in words."""
        return (
            f"{self.seconds:.1f} s, processor {sum(self.processor.values()):.1f} s; largest process "
            f"{max(self.resident.values(), default=0):,.0f} MB, all at once {self.together:,.0f} MB"
        )


def family(pid: int) -> Iterator[int]:
    """Yield a process and its descendants; workers are the fork server's children, not ours."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def look(pid: int, cost: Cost) -> None:
    """Add what the process and its descendants hold at this moment."""
    together = 0.0
    for each in family(pid):
        with suppress(OSError, IndexError, ValueError):
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
            cost.processor[each] = (int(fields[11]) + int(fields[12])) / TICKS
            status = Path(f"/proc/{each}/status").read_text()
            most = int(status.split("VmHWM:")[1].split()[0]) / 1024
            cost.resident[each] = max(cost.resident.get(each, 0.0), most)
            # Pages that workers share with the fork server are counted once.
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
            together += int(rollup.split("\nPss:")[1].split()[0]) / 1024
    cost.together = max(cost.together, together)


def run(source: Path, store: Path, jobs: int, every: float) -> Cost:
    """Build in a process of its own, looked at every so many seconds."""
    cost = Cost()
    begun = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "rasid", "build", str(source), "--store", str(store), "--jobs", str(jobs)],
            stdout=said, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while process.poll() is None:
            look(process.pid, cost)
            time.sleep(every)
        cost.seconds = time.perf_counter() - begun
        said.seek(0)
        cost.said = said.read().strip()
    if process.returncode:
        raise SystemExit(f"the build failed: {cost.said}")
    return cost


def words_in(store: Path) -> int:
    """Return the word tokens of a store."""
    with duckdb.connect(str(store / "rasid.duckdb"), read_only=True) as connection:
        row = connection.execute("SELECT sum(n_tokens) FROM base.articles").fetchone()
    return int(row[0]) if row and row[0] else 0


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 0], help="0: all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="where the last store is left")
    options = parser.parse_args()
    table = pq.read_table(options.articles)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            source, store = Path(folder) / "articles", Path(folder) / "store"
            source.mkdir()
            part = table.slice(0, size or table.num_rows)
            pq.write_table(part, source / "part.parquet", row_group_size=5000)
            cost = run(source, store, options.jobs, 0.2)
            words, busy = words_in(store), sum(cost.processor.values())
            print(f"build {part.num_rows:,}: {cost.line()}")
            print(
                f"   {words / cost.seconds:,.0f} words/s, at full use of {options.jobs} cores "
                f"{options.jobs * words / busy:,.0f}; processor {1000 * busy / part.num_rows:.2f} ms an article"
            )
            print("   " + cost.said.replace("\n", "\n   "))
            (source / "one.txt").write_text(ONE_MORE, encoding="utf-8")
            print(f"rebuild after one more: {run(source, store, options.jobs, 0.05).line()}\n", flush=True)  # fmt: skip
            if options.keep and size == options.sizes[-1]:
                shutil.rmtree(options.keep, ignore_errors=True)
                shutil.move(store, options.keep)


if __name__ == "__main__":
    main()
