"""The build: sources become a store, touching only what is new, changed or gone.

The store is written aside and swapped in: the new file starts as a copy of the last good one, made while the
first articles are read, is brought up to date, checkpointed and renamed over it. A build killed at any moment
leaves the last good store; the next one removes what lies aside and starts from there.
"""

from __future__ import annotations

import gc
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, Final

import duckdb

from rasid import settings
from rasid.corpus import ReadOptions, Register, files, left_out, read_file
from rasid.corpus.article import Article
from rasid.corpus.corrections import Corrections
from rasid.errors import Problem, RasidError
from rasid.store import rules
from rasid.store.aside import WorkingCopy, last_good, locked, put_in_place
from rasid.store.derived import finish
from rasid.store.duplicates import CopySearch, CopyUpdate, sweep
from rasid.store.plan import SourceFile, plan
from rasid.store.rows import Chunk, Texts, begin_worker, chunk_of, completed
from rasid.store.weight import weight_of
from rasid.store.writer import Writer

_BATCH: Final = 250
"""Articles a worker takes at once: enough to hide the cost of the hand-over, few enough for memory."""

_AHEAD: Final = 40
"""Batches read at most while the lexicons of the workers are loaded: 80 MB."""

_ALONE: Final = 400
"""Up to this many articles no worker is started: starting one costs as much as reading them."""

_PACE: Final = (200_000, 20, 100)
"""Objects made before the collector looks at the young ones, and its rarer looks at the older."""

Progress = Callable[[str, int, int], None]
"""Called with a stage (read, count, copies, write), the articles done and the articles expected."""


@dataclass(slots=True)
class Summary:
    """What a build did; counts of articles unless named otherwise."""

    read: int = 0
    new_files: int = 0
    changed_files: int = 0
    unchanged_files: int = 0
    removed_files: int = 0
    removed: int = 0
    articles: int = 0
    copies: int = 0
    undated: int = 0
    problems: int = 0
    tokens: int = 0
    seconds: float = 0.0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    Attributes:
        jobs: Worker processes; 1 works in this process alone.
        mapping: Columns of tables named by hand (`ReadOptions.mapping`).
        today: The day after which a publication date is refused.
    """

    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    mapping: dict[str, str] = field(default_factory=dict)
    today: date | None = None


def build(
    sources: Sequence[Path],
    store: Path,
    options: BuildOptions | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Build or update the store in the folder `store` from `sources`.

    Args:
        sources: Files and folders of articles.
        store: The store folder; made when missing.
        options: Workers, column mapping and the day of the build.
        progress: Told of the work as it goes on.

    Returns:
        The summary of the build.

    Raises:
        RasidError: "no-such-source" for a source that is not there, "store-busy" when another build
            of the same store is running.
    """
    options = options or BuildOptions()
    begun = time.monotonic()
    for source in sources:
        if not source.exists():
            raise RasidError("no-such-source", file=source)
    store.mkdir(parents=True, exist_ok=True)
    with locked(store), _unhurried():
        summary = _build(list(sources), store, options, progress or (lambda *_: None))
    summary.seconds = time.monotonic() - begun
    return summary


@contextmanager
def _unhurried() -> Iterator[None]:
    """Let the collector of cycles look seldom while it holds.

    A build makes millions of small objects and hardly a cycle; at Python's own pace, looking through the
    lexicons again and again for nothing, it takes a tenth of an article's time and half of a lexicon's.
    """
    pace = gc.get_threshold()
    gc.set_threshold(*_PACE)
    try:
        yield
    finally:
        gc.set_threshold(*pace)


def _prepare() -> None:
    """Prepare a worker: the collector as in `_unhurried`, for good, and no life after the build.

    A worker waits for work on a pipe that its fellows hold open too: when the build is killed, nothing tells it.
    """
    gc.set_threshold(*_PACE)
    begin_worker()
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    build = parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return the workers, forked from a process that has loaded what `worker` names."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["rasid.store.worker"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)


def _base_of(sources: Sequence[Path], edits: Path) -> Path:
    """Return the folder that names in the store are relative to; articles added in `edits` do not move it."""
    resolved = [source.resolve() for source in sources]
    folders = [path if path.is_dir() else path.parent for path in resolved]
    outside = [folder for folder in folders if not folder.is_relative_to(edits)]
    return Path(os.path.commonpath(outside or folders))


def _build(sources: list[Path], store: Path, options: BuildOptions, progress: Progress) -> Summary:
    edits = settings.edits_folder(sources[0]).resolve()
    base = _base_of(sources, edits)
    corrections = Corrections.load(edits / "corrections.csv")
    read_options = ReadOptions(
        mapping=options.mapping,
        corrections=corrections,
        base=base,
        today=options.today,
        edits=edits,
    )
    outlets = _register_path(sources, edits)
    register = Register.load(outlets)
    digest = rules.rules_digest(outlets)
    links = [(link.source_file, link.problem, link.detail) for link in left_out(sources)]
    with last_good(store) as good:
        known = rules.known_files(good)
        work = plan(
            ((read_options.name_of(path.resolve()), path.resolve()) for path in files(sources)),
            known,
            everything=rules.have_changed(good, options.mapping, digest),
            again=rules.corrected_files(good, corrections, known),
        )
        summary = Summary(
            new_files=len(work.added),
            changed_files=len(work.changed),
            unchanged_files=work.unchanged,
            removed_files=len(work.removed),
        )
        told = rules.known_links(good) == sorted(links)
        if not (work.to_read or work.to_drop or work.touched) and told and known:
            _count(good, summary)
            return summary
        kept, removed = rules.known_articles(good, work.to_drop, known)
        index = rules.copy_index(good)
    copy, n_kept = WorkingCopy(store), len(kept)  # the reader adds to what is known
    reader = _Reader(kept, register, read_options)
    total = sum(weight_of(file.path) for file in work.to_read)
    with _pool(options.jobs) if options.jobs > 1 and total > _ALONE else nullcontext() as pool:
        chunks = _chunks(reader.batches(work.to_read), pool, options.jobs)
        first = next(chunks, None)  # while the store is copied
        is_new = pool is not None and not n_kept
        search = CopySearch(store) if is_new else CopyUpdate(store, index, n_kept, removed)
        writer = Writer(copy.ready(), search)
        writer.use_threads(1 if pool else None)
        summary.removed = writer.drop_files(work.to_drop, known)
        writer.replace_links(links)
        for chunk in chain([first] if first else [], chunks):
            writer.add(chunk)
            reader.problems.extend(chunk.problems)
            summary.read += len(chunk.ids)
            progress("read", summary.read, max(total, summary.read))
        search.begin()  # while the workers end
    writer.use_threads(None)
    writer.add_problems(reader.problems)
    copies = finish(writer, register, store, progress)
    rules.remember(writer.connection, work, corrections, options.mapping, digest)
    _count(writer.connection, summary)
    writer.close()
    put_in_place(copy.path)
    sweep(store, copies)
    return summary


def _register_path(sources: Sequence[Path], edits: Path) -> Path | None:
    """Return the register beside the corpus: the analyst's, else the sources' own, else none."""
    candidates = [edits / "outlets.csv", *(source / "outlets.csv" for source in sources)]
    return next((path for path in candidates if path.is_file()), None)


class _Reader:
    """Reads files into batches of articles and keeps what went wrong on the way."""

    def __init__(self, known: set[str], register: Register, options: ReadOptions) -> None:
        self.known = known  # articles that the store holds, or will hold
        self.register = register
        self.options = options
        self.problems: list[tuple[str, str, str]] = []

    def batches(self, sources: Sequence[SourceFile]) -> Iterator[list[Article]]:
        """Yield the articles of the files in batches, in order."""
        batch: list[Article] = []
        for source in sources:
            for item in read_file(source.path, register=self.register, options=self.options):
                if isinstance(item, Problem):
                    self.problems.append((item.source_file, item.problem, item.detail))
                elif item.article_id in self.known:
                    self.problems.append((item.source_file, "repeated", item.article_id))
                else:
                    self.known.add(item.article_id)
                    batch.append(item)
                if len(batch) == _BATCH:
                    yield batch
                    batch = []
        if batch:
            yield batch


def _chunks(
    batches: Iterator[list[Article]], pool: ProcessPoolExecutor | None, jobs: int
) -> Iterator[Chunk]:
    """Yield the chunk of each batch, in order, with at most a few batches under way."""
    if pool is None:
        for batch in batches:
            yield completed(chunk_of(Texts.of(batch)), batch)
        return
    waiting: deque[tuple[Future[Chunk], list[Article]]] = deque()
    for batch in _ahead(batches, pool):
        waiting.append((pool.submit(chunk_of, Texts.of(batch)), batch))
        if len(waiting) > 2 * jobs:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _result(future: Future[Chunk], batch: list[Article]) -> Chunk:
    return completed(future.result(), batch)


def _ahead(batches: Iterator[list[Article]], pool: ProcessPoolExecutor) -> Iterator[list[Article]]:
    """Yield the batches; the first ones are read while the first worker starts, which takes two seconds."""
    starting = threading.Thread(
        name="first-worker", target=pool.submit, args=(_nothing,), daemon=True
    )
    starting.start()
    early: deque[list[Article]] = deque()
    while starting.is_alive() and len(early) < _AHEAD and (batch := next(batches, None)):
        early.append(batch)
    starting.join()
    while early:
        yield early.popleft()
    yield from batches


def _nothing() -> None:
    """Do nothing, in a worker."""


def _count(connection: duckdb.DuckDBPyConnection, summary: Summary) -> None:
    """Fill in the counts of the finished store."""
    row: tuple[Any, ...] = connection.execute(
        "SELECT count(*), count(*) FILTER (copy_group IS NOT NULL AND NOT is_original), "
        "count(*) FILTER (published_from IS NULL), coalesce(sum(n_tokens), 0)::BIGINT, "
        "(SELECT count(*) FROM base.problems), "
        "(SELECT value FROM base.meta WHERE key = 'fingerprint') FROM base.articles"
    ).fetchall()[0]
    summary.articles, summary.copies, summary.undated, summary.tokens, summary.problems = row[:5]
    summary.fingerprint = row[5] or ""
