"""The engine: a store opened for reading, and the one way to ask it anything.

DuckDB, embedded, is the default. The file is attached read-only to a private in-memory database,
because DuckDB hands an already open file to whoever opens the same path again: after a build has
swapped a new file in, a plain second `connect` would still read the old one.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Protocol

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.errors import RasidError
from rasid.store.schema import ARTICLES, PUBLIC

STORE_FILE: Final = "rasid.duckdb"

_KEPT: Final = 256

_BODIES: Final = 2000
"""Bodies kept for the next page that shows them: some 10 MB."""

_ARTICLE_COLUMNS: Final = ", ".join(f'"{name}"' for name in ARTICLES if name != "body")


class Engine(Protocol):
    """What runs compiled queries: DuckDB, or a Spark cluster."""

    dialect: str

    def run(self, sql: str, relations: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query with small tables bound to the names it uses; return its rows."""

    def close(self) -> None:
        """Let go of files and connections."""


class DuckEngine:
    """Queries on a store file: a cursor for each at a time, so that threads never share a result.

    Cursors are kept for the next query: making one and pointing it at the store took 3 ms.
    """

    dialect = "duckdb"

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._idle: list[duckdb.DuckDBPyConnection] = []
        self._root = duckdb.connect(":memory:")
        # Nothing but the attached file is ever read: no other file, no network, no Python variable.
        self._root.execute("SET python_enable_replacements = false")
        escaped = str(path).replace("'", "''")
        self._root.execute(f"ATTACH '{escaped}' AS store (READ_ONLY)")
        self._root.execute("SET enable_external_access = false")
        # Joins run as they are written, the large table first. DuckDB cannot estimate how many words
        # a bound list selects, built its hash table on the large side and took three times as long.
        self._root.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")

    def run(self, sql: str, relations: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query with small tables bound to the names it uses; return its rows."""
        with self._cursor() as cursor:
            for name, table in relations.items():
                cursor.register(name, table)
            found = cursor.sql(sql).to_arrow_table()
            for name in relations:
                cursor.unregister(name)
        return found

    def fetch(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run one query with parameters; return its rows: for few, two thirds of the time of tables."""
        with self._cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock:
            cursor = self._idle.pop() if self._idle else self._root.cursor().execute("USE store")
        try:
            yield cursor
        except BaseException:
            cursor.close()  # whatever is bound to it goes with it
            raise
        with self._lock:
            self._idle.append(cursor)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()
        self._root.close()


class Store:
    """A store opened read-only; safe to share between threads.

    Attributes:
        folder: The store folder.
        engine: What runs the queries.
    """

    def __init__(self, folder: Path, engine: Engine | None = None) -> None:
        self.folder = folder
        self.path = folder / STORE_FILE
        self._version = _version(self.path)
        self._local = DuckEngine(self.path)
        self.engine: Engine = engine or self._local
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._held: dict[Hashable, Any] = {}
        self._holding: dict[Hashable, threading.Lock] = {}
        self._bodies: dict[int, str] = {}
        self._lock = threading.Lock()

    @property
    def is_current(self) -> bool:
        """Whether the file is still the one that was opened; false after a build swapped a new one in."""
        return _version(self.path) == self._version

    @property
    def is_local(self) -> bool:
        """Whether measures run in this process, on the store's own file."""
        return self.engine is self._local

    @cached_property
    def fingerprint(self) -> str:
        """The corpus fingerprint the build wrote: the same articles, read alike, give the same."""
        return self.meta.get("fingerprint", "")

    @cached_property
    def meta(self) -> dict[str, str]:
        """What the build noted of itself: fingerprint, schema version and the like."""
        return dict(self.rows("SELECT key, value FROM base.meta"))

    @cached_property
    def articles(self) -> pd.DataFrame:
        """All articles, one row each, in order of `article_key`: never changed, shared by everybody.

        The columns are those of the `articles` table without `body` (see `bodies`), led by
        `article_key`; days are timestamps without time, NaT when unknown.
        """
        return self.frame(f"SELECT {_ARTICLE_COLUMNS} FROM base.articles ORDER BY article_key")

    @cached_property
    def outlets(self) -> pd.DataFrame:
        """All outlets and hosts: the columns of the `outlets` table and `articles`, their number.

        Rows are in order of `articles`, most first, then `outlet_id`; hosts that published nothing
        of their own have 0.
        """
        return self.frame(
            "SELECT o.*, coalesce(n, 0)::INTEGER AS articles FROM base.outlets o LEFT JOIN "
            "(SELECT outlet_id, count(*) AS n FROM base.articles GROUP BY 1) USING (outlet_id) "
            "ORDER BY articles DESC, outlet_id"
        )

    @cached_property
    def entities(self) -> pd.DataFrame:
        """All known bases, places, countries, people and organisations, in order of `entity_id`."""
        return self.frame("SELECT * FROM base.entities ORDER BY entity_id")

    def bodies(self, article_keys: list[int]) -> dict[int, str]:
        """Return the body of each article asked for, by key; the last ones read are kept."""
        wanted = set(article_keys)
        with self._lock:
            found = {key: self._bodies[key] for key in wanted if key in self._bodies}
        missing = sorted(wanted - found.keys())
        if missing:
            rows = self._local.fetch(
                # IN (SELECT ...) hashed all articles, three times as long; as texts instead of bytes
                # the bodies took half as long again.
                "SELECT article_key, encode(body) FROM base.articles "
                "SEMI JOIN (SELECT unnest(?::INTEGER[]) AS article_key) USING (article_key)",
                [missing],
            )
            read = {key: body.decode() for key, body in rows if body is not None}
            found.update(read)
            with self._lock:
                self._bodies.update(read)
                for key in list(self._bodies)[: max(0, len(self._bodies) - _BODIES)]:
                    del self._bodies[key]
        return found

    def table(self, name: str) -> pd.DataFrame:
        """Return a public table whole, as `show` prints it.

        Raises:
            KeyError: For a name that is not public.
        """
        if name not in PUBLIC:
            raise KeyError(name)
        return self.frame(f"SELECT * FROM main.{name}")

    def frame(self, sql: str, relations: Mapping[str, pa.Table] | None = None) -> pd.DataFrame:
        """Return the rows of a query of our own as a frame; days become timestamps."""
        return to_frame(self._local.run(sql, relations or {}))

    def columns(self, table: str, *written: str) -> list[np.ndarray[Any, Any]]:
        """Return columns of a table of schema `base`, in the order its rows were written.

        They are read together, two thirds of the time of one by one, and on a connection of their own: the blocks
        of the words, which nobody asks for again, stayed in the engine's memory, 105 MB of 17 million.

        Args:
            table: The table.
            written: The columns, as DuckDB writes them (`"start"::USMALLINT`).
        """
        engine = DuckEngine(self.path)
        try:
            found = engine.run(f"SELECT {', '.join(written)} FROM base.{table}", {})
            return [_joined(column) for column in found.columns]
        finally:
            engine.close()

    def rows(
        self, sql: str, relations: Mapping[str, pa.Table] | None = None
    ) -> list[tuple[Any, ...]]:
        """Return the rows of a query of our own as tuples."""
        table = self._local.run(sql, relations or {})
        columns = [column.to_pylist() for column in table.columns]
        return list(zip(*columns, strict=True))

    def keep(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` gave for `key`: the last 256 answers of this store are kept.

        Two threads that ask at once may both compute; neither waits for the other.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return value

    def hold(self, name: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` gave for `name`, a fact of the whole store: held as long as the store is open.

        Made once: threads that ask at the same moment wait for the first. What it raises is not held.
        """
        if name in self._held:
            return self._held[name]
        with self._lock:
            making = self._holding.setdefault(name, threading.Lock())
        with making:
            if name not in self._held:
                self._held[name] = make()
            return self._held[name]

    def close(self) -> None:
        """Let go of the file and, if there is one, of the cluster."""
        self.engine.close()
        self._local.close()


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as a frame: days as timestamps, texts as strings, whole numbers whole."""
    days = [field.name for field in table.schema if pa.types.is_date(field.type)]
    for name in days:
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, table[name].cast(pa.timestamp("s")))
    frame: pd.DataFrame = table.to_pandas()
    return frame


def _joined(column: pa.ChunkedArray) -> np.ndarray[Any, Any]:
    """Return a column as one array; numpy's own large arrays get large pages of memory, half the time of Arrow's."""
    joined = np.empty(len(column), column.type.to_pandas_dtype())
    at = 0
    for chunk in column.chunks:
        joined[at : at + len(chunk)] = chunk.to_numpy(zero_copy_only=False)
        at += len(chunk)
    return joined


def as_days(days: pd.Series) -> np.ndarray[Any, np.dtype[np.int32]]:
    """Return timestamps as days since 1970, unknown ones as the smallest int32."""
    values = days.to_numpy("datetime64[D]")
    numbers = values.astype(np.int64)
    return np.where(np.isnat(values), np.iinfo(np.int32).min, numbers).astype(np.int32)


def open_store(folder: Path | str) -> Store:
    """Open the store in a folder for reading.

    `RASID_ENGINE` chooses what runs the measures: empty or "duckdb" for the embedded DuckDB, or
    "spark://host:port" for a cluster.

    Raises:
        RasidError: "no-store" when the folder holds none.
    """
    folder = Path(folder)
    if not (folder / STORE_FILE).is_file():
        raise RasidError("no-store", file=folder)
    name = os.environ.get("RASID_ENGINE", "")
    try:
        if name and name != "duckdb":
            from rasid.store.engine_spark import SparkEngine  # needs pyspark

            return Store(folder, SparkEngine(folder / STORE_FILE, name))
        return Store(folder)
    except duckdb.IOException as error:
        raise RasidError("no-store", file=folder) from error


def _version(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns
