"""Copies in the store: the index that finds them, kept beside the store file, and their groups.

The index lies in a folder of its own, named in the store's `meta`, so that the two always fit: a build
writes a new folder, swaps the store in, and only then takes the old folder away. A store whose index is
lost finds its copies anew from the bodies.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb
import numpy as np
import numpy.typing as npt

from rasid.corpus.copies.facts import Appearance
from rasid.corpus.copies.index import CopyIndex, CopyMember, representative, shingles
from rasid.store.columns import arrow_table
from rasid.store.rows import Shingles
from rasid.store.rules import COPIES

if TYPE_CHECKING:
    from rasid.store.writer import Writer

_PREFIX: Final = "copies-"


class CopySearch:
    """The search for copies of a new store in a process of its own.

    It takes the 3-grams in while articles are read, and compares while the words are sorted and written; what it
    needs of memory ends with it.
    """

    def __init__(self, store: Path) -> None:
        context = get_context("forkserver")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_search, args=(theirs, store), daemon=True)
        self._process.start()
        theirs.close()

    def add(self, ids: list[str], values: list[Shingles]) -> None:
        """Hand over the 3-grams of some articles."""
        if ids:
            self._send((ids, np.concatenate(values), [len(of_one) for of_one in values]))

    def begin(self) -> None:
        """Say that no article is to come."""
        self._send(None)

    def _send(self, what: Any) -> None:
        with suppress(OSError):  # it has died: `found` says so
            self._pipe.send(what)

    def found(self) -> tuple[str, list[list[str]]] | None:
        """Return the name of the index's folder and the groups; None when the process has died."""
        try:
            answer: tuple[str, list[list[str]]] = self._pipe.recv()
        except (EOFError, OSError):
            return None
        finally:
            self._pipe.close()
        self._process.join()
        return answer


def _search(pipe: Connection, store: Path) -> None:
    """Find the copies among the articles that come through the pipe (the work of `CopySearch`)."""
    added: list[tuple[str, Shingles]] = []
    try:
        while part := pipe.recv():
            added += zip(part[0], np.split(part[1], np.cumsum(part[2])[:-1]), strict=True)
    except EOFError:  # the build was killed
        return
    index = CopyIndex()
    index.update(added=_handed_over(added))
    pipe.send((_saved(index, store), index.groups()))


class CopyUpdate:
    """The search for copies among articles that came and went, in a thread: DuckDB and the disk work beside it."""

    def __init__(self, store: Path, name: str, kept: int, removed: Collection[str]) -> None:
        """Begin to load the index `name`; it should hold as many articles as are kept, and those removed."""
        self._store, self._name, self._kept, self._removed = store, name, kept, removed
        self._added: list[tuple[str, Shingles]] = []
        self._work = ThreadPoolExecutor(1, thread_name_prefix="copies")
        self._index = self._work.submit(self._load)
        self._answer: Future[tuple[str, list[list[str]]] | None] | None = None

    def _load(self) -> CopyIndex:
        return CopyIndex.load(self._store / self._name) if self._name else CopyIndex()

    def add(self, ids: list[str], values: list[Shingles]) -> None:
        """Take in the 3-grams of some articles."""
        self._added.extend(zip(ids, values, strict=True))

    def begin(self) -> None:
        """Say that no article is to come."""
        self._answer = self._work.submit(self._find)

    def _find(self) -> tuple[str, list[list[str]]] | None:
        index = self._index.result()
        if len(index) - len(self._removed) != self._kept:
            return None
        index.update(added=_handed_over(self._added), removed=self._removed)
        return _saved(index, self._store), index.groups()

    def found(self) -> tuple[str, list[list[str]]] | None:
        """Return the name of the index's folder and the groups; None when the index was not the store's."""
        assert self._answer is not None, "begin() comes first"
        answer = self._answer.result()
        self._work.shutdown()
        return answer


def find_copies(writer: Writer, store: Path) -> str:
    """Bring `copy_group` and `is_original` of every article up to date; return the index's folder."""
    answer = writer.search.found()
    if answer is None:
        index = CopyIndex()
        index.update(added=_bodies(writer))
        answer = _saved(index, store), index.groups()
    name, groups = answer
    writer.connection.execute("DELETE FROM base.meta WHERE key = ?", [COPIES])
    writer.connection.execute("INSERT INTO base.meta VALUES (?, ?)", [COPIES, name])
    _write_groups(writer, groups)
    return name


def _saved(index: CopyIndex, store: Path) -> str:
    name = _PREFIX + uuid.uuid4().hex[:12]
    index.save(store / name)
    return name


def _handed_over(shingles: list[tuple[str, Shingles]]) -> Iterator[tuple[str, Shingles]]:
    """Yield the 3-grams of new articles, each given up as it goes: held twice they are 140 MB of 72,716."""
    shingles.reverse()
    while shingles:
        yield shingles.pop()


def sweep(store: Path, kept: str) -> None:
    """Remove the index folders that the store now in place does not name."""
    for folder in store.glob(_PREFIX + "*"):
        if folder.name != kept:
            shutil.rmtree(folder, ignore_errors=True)


def _bodies(writer: Writer) -> Iterator[tuple[str, npt.NDArray[np.uint64]]]:
    """Yield the 3-grams of every stored article."""
    cursor = writer.connection.execute(
        "SELECT article_id, body, outlet_id, host_id, published_from, published_to FROM base.articles "
        "ORDER BY article_key"
    )
    while rows := cursor.fetchmany(1000):
        yield from (
            (article_id, shingles(body, Appearance(*appearance)))
            for article_id, body, *appearance in rows
        )


def _write_groups(writer: Writer, groups: list[list[str]]) -> None:
    """Write group and representative where they may have changed; a group is named by its representative.

    That is in groups whose members are not those stored, or of which one was read anew: of 8,000 groups one
    added article concerns at most a few.
    """
    connection = writer.connection
    stored = {
        tuple(ids)
        for (ids,) in connection.execute(
            "SELECT list(article_id ORDER BY article_id) FROM base.articles "
            "WHERE copy_group IS NOT NULL GROUP BY copy_group"
        ).fetchall()
    }
    present = set(map(tuple, groups))
    changed = [g for g in groups if tuple(g) not in stored or not writer.added_ids.isdisjoint(g)]
    left = {article_id for group in stored - present for article_id in group}
    named = _named(connection, changed)
    rows = dict.fromkeys(sorted(left), (None, True)) | named
    if not rows:
        return
    table = arrow_table(
        {
            "article_id": rows,
            "name": [name for name, _ in rows.values()],
            "original": [original for _, original in rows.values()],
        },
        {"article_id": "VARCHAR", "name": "VARCHAR", "original": "BOOLEAN"},
    )
    connection.register("copy_groups", table)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE regrouped_copies AS "
        "SELECT a.article_key, g.name, g.original FROM base.articles a JOIN copy_groups g USING (article_id) "
        "WHERE a.copy_group IS DISTINCT FROM g.name OR a.is_original <> g.original"
    )
    connection.unregister("copy_groups")
    connection.execute(
        "UPDATE base.articles a SET copy_group = r.name, is_original = r.original "
        "FROM temp.regrouped_copies r WHERE a.article_key = r.article_key"
    )
    connection.execute("DROP TABLE temp.regrouped_copies")


def _named(
    connection: duckdb.DuckDBPyConnection, groups: list[list[str]]
) -> dict[str, tuple[str | None, bool]]:
    """Return of each member the id of its group's representative and whether it is that."""
    grouped = [article_id for group in groups for article_id in group]
    connection.register("grouped", arrow_table({"article_id": grouped}, {"article_id": "VARCHAR"}))
    found = connection.execute(
        "SELECT article_id, outlet_id, host_id, published_from, length(body) FROM base.articles "
        "WHERE article_id IN (SELECT article_id FROM grouped)"
    ).fetchall()
    connection.unregister("grouped")
    members = {row[0]: CopyMember(*row) for row in found}
    named: dict[str, tuple[str | None, bool]] = {}
    for group in groups:
        original = representative([members[article_id] for article_id in group])
        named |= {article_id: (original, article_id == original) for article_id in group}
    return named
