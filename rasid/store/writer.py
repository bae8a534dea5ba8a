"""The writer: chunks of rows go into a DuckDB file that nobody else reads yet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rasid.language.lemmas import forget_lemmas
from rasid.store import rules
from rasid.store.columns import arrow_array, arrow_table, numbers
from rasid.store.duplicates import CopySearch, CopyUpdate
from rasid.store.plan import owner
from rasid.store.rollups import create_tables, runs_of
from rasid.store.rows import Chunk
from rasid.store.schema import FACTS, INTERNAL, PROBLEMS
from rasid.store.vocabulary import Vocabulary

MEMORY_LIMIT: Final = "400MB"
"""DuckDB's share of the 1.5 GB a build may hold; sorts beyond it spill beside the store."""

_TOGETHER: Final = 1_000_000
"""Word tokens gathered before they are written: DuckDB packs rows by 122,880, and packs a group that
a smaller write has left open once more."""


_UNPACKED: Final = "100GB"
"""Written rows that DuckDB may leave unpacked until `pack` or `close`: at its own 16 MB it packs after every flush, and
each time all bodies of the row group that is still open, which takes a tenth of a large build's time."""

_MANY: Final = 5_000
"""Articles that make a large build: the memory of its words (250 MB at 423,000 types) is given back for the search of
copies."""


class Writer:
    """Adds and drops articles of one store file; `finish` brings every derived table up to date."""

    def __init__(self, path: Path, search: CopySearch | CopyUpdate) -> None:
        self.connection = duckdb.connect(str(path))
        self.connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self.connection.execute("SET preserve_insertion_order = true")
        self.connection.execute(f"SET checkpoint_threshold = '{_UNPACKED}'")
        create_tables(self.connection)
        self._vocabulary = Vocabulary(self.connection)
        self._pending: dict[str, list[pa.Table]] = {}
        self._n_pending = 0
        self._next_key = self.scalar("SELECT coalesce(max(article_key) + 1, 0) FROM base.articles")
        self.dropped: dict[int, str] = {}
        self.added: list[int] = []
        self.added_ids: set[str] = set()
        self.search = search

    def use_threads(self, most: int | None) -> None:
        """Let DuckDB use so many threads; None for one a processor.

        Beside busy workers a second thread only costs: an insert takes a quarter more of the processors' time,
        and its rows fall into row groups that are not full, which makes a store a tenth larger.
        """
        self.connection.execute("RESET threads" if most is None else f"SET threads = {most}")

    def _rows(self, sql: str, parameters: object = None) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, parameters).fetchall()

    def scalar(self, sql: str) -> Any:
        """Return the first value of a query; None when it has no row."""
        # Fetched whole: DuckDB refuses other work on a connection with an unfinished result.
        rows = self.connection.execute(sql).fetchall()
        return rows[0][0] if rows else None

    def drop_files(self, names: Sequence[str], files: Container[str]) -> int:
        """Drop every row of the files named, of all `files` of the store; return the number of articles dropped."""
        if not names:
            return 0
        gone = set(names)
        found = [
            (key, article_id)
            for key, article_id, name in self._rows(
                "SELECT article_key, article_id, source_file FROM base.articles"
            )
            if owner(name, files) in gone
        ]
        keys = [key for key, _ in found]
        self.connection.register("dropped_keys", arrow_table({"key": keys}, {"key": "INTEGER"}))
        for table in ("articles", "sentences", "term_counts", *FACTS):
            self.connection.execute(
                f"DELETE FROM base.{table} WHERE article_key IN (SELECT key FROM dropped_keys)"
            )
        self.connection.unregister("dropped_keys")
        told = self._rows("SELECT DISTINCT source_file FROM base.problems")
        self.connection.execute(
            "DELETE FROM base.problems WHERE list_contains(?, source_file)",
            [[name for (name,) in told if owner(name, files) in gone]],
        )
        self.dropped.update(found)
        return len(keys)

    def add(self, chunk: Chunk) -> None:
        """Take in the rows of a chunk; articles get the next keys in order."""
        if not chunk.ids:
            return
        first = self._next_key
        self._next_key += len(chunk.ids)
        self.added.extend(range(first, self._next_key))
        self.added_ids.update(chunk.ids)
        self.search.add(chunk.ids, chunk.shingles)
        for name, rows in chunk.tables.items():
            at = rows.schema.get_field_index("article_key")
            keys = arrow_array(numbers(rows, "article_key") + np.int32(first), "INTEGER")
            self._gather(name, rows.set_column(at, "article_key", keys))
        self._add_tokens(chunk, first)
        self._n_pending += len(chunk.tokens["form"])
        if self._n_pending >= _TOGETHER:
            self.flush()

    def _gather(self, table: str, rows: pa.Table) -> None:
        self._pending.setdefault(table, []).append(rows)

    def flush(self) -> None:
        """Write the rows gathered so far; a query sees only what is written."""
        for table, pieces in self._pending.items():
            self._insert_rows(table, pa.concat_tables(pieces))
        self._pending, self._n_pending = {}, 0

    def insert(self, table: str, columns: Mapping[str, Any], kinds: dict[str, str]) -> None:
        """Append rows to a table."""
        self._insert_rows(table, arrow_table(columns, kinds))

    def _insert_rows(self, table: str, rows: pa.Table) -> None:
        self.connection.register("new_rows", rows)
        self.connection.execute(f"INSERT INTO base.{table} SELECT * FROM new_rows")
        self.connection.unregister("new_rows")

    def _add_tokens(self, chunk: Chunk, first: int) -> None:
        """Gather the tokens of a chunk, and how often each article has each lemma."""
        if not len(chunk.tokens["form"]):
            return
        forms = self._vocabulary.of_reader(chunk.reader, chunk.vocabulary, chunk.tokens["form"])
        article_key = chunk.tokens["article"] + np.int32(first)
        lemma_id, quoted = self._vocabulary.lemmas(forms), chunk.tokens["quoted"]
        columns = {
            **chunk.tokens,
            "article_key": article_key,
            "lemma_id": lemma_id,
            "form_id": forms,
        }
        kinds = {"article_key": "INTEGER", **FACTS["tokens"]}
        tokens = arrow_table(columns, kinds)
        self._gather("tokens", tokens)
        runs = runs_of(article_key, chunk.tokens["position"], _whole(tokens))
        self._gather("word_runs", runs)
        self._gather("term_counts", _term_counts(article_key, lemma_id, quoted))

    def add_problems(self, problems: Iterable[tuple[str, str, str]]) -> None:
        """Append rows to `problems`: file, code, detail."""
        rows = list(problems)
        if rows:
            columns = dict(zip(PROBLEMS, zip(*rows, strict=True), strict=True))
            self.insert("problems", columns, PROBLEMS)

    def replace_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Make `links` the links that `problems` names as not followed."""
        if rules.known_links(self.connection) != sorted(links):
            self.connection.execute("DELETE FROM base.problems WHERE problem = 'link-outside'")
            self.add_problems(links)

    def replace(self, table: str, columns: Mapping[str, Any], kinds: dict[str, str]) -> None:
        """Replace all rows of a small table."""
        self.connection.execute(f"DELETE FROM base.{table}")
        self.insert(table, columns, kinds)

    def finish_words(self) -> None:
        """Bring `forms` and `lemmas` up to date with the articles added."""
        self.flush()
        self._vocabulary.finish()
        if len(self.added) > _MANY:
            self._vocabulary = Vocabulary(self.connection)
            forget_lemmas()

    def pack(self) -> None:
        """Pack the many rows of a large build, for who has time now, so that `close` finds little left to do."""
        if len(self.added) > _MANY:
            self.connection.execute("CHECKPOINT")

    def close(self) -> None:
        """Write everything into the one file (no write-ahead log stays beside it) and close."""
        self.connection.execute("CHECKPOINT")
        self.connection.close()


def _whole(table: pa.Table) -> dict[str, pa.Array]:
    """Return the columns of a table of one piece."""
    return {name: table[name].chunk(0) for name in table.column_names}


def _term_counts(
    article_key: npt.NDArray[np.int32],
    lemma_id: npt.NDArray[np.int32],
    quoted: npt.NDArray[np.bool_],
) -> pa.Table:
    """Return how often each article has each lemma, and how often in others' words, in order of both."""
    words = (article_key.astype(np.int64) << 33) | (lemma_id.astype(np.int64) << 1) | quoted
    words.sort()  # plain numbers: a tenth of the time of an `argsort`
    pairs = words >> 1
    begins = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    pair = pairs[begins]
    columns = {
        "article_key": (pair >> 32).astype(np.int32),
        "lemma_id": (pair & 0xFFFFFFFF).astype(np.int32),
        "n": np.diff(np.append(begins, len(pairs))).astype(np.int32),
        "n_quoted": np.add.reduceat(words & 1, begins, dtype=np.int32),
    }
    return arrow_table(columns, INTERNAL["term_counts"])
