"""The writer: chunks of rows go into a DuckDB file that nobody else reads yet."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rasid.language import display_form, is_boilerplate, is_stopword, lemmatize_all
from rasid.store.columns import arrow_table
from rasid.store.rows import Chunk, Shingles
from rasid.store.schema import FACTS, INTERNAL, LEMMAS, PROBLEMS

MEMORY_LIMIT: Final = "400MB"
"""DuckDB's share of the 1.5 GB a build may hold; sorts beyond it spill beside the store."""

_TOGETHER: Final = 1_000_000
"""Word tokens gathered before they are written: DuckDB packs rows by 122,880, and packs a group that
a smaller write has left open once more."""


class Writer:
    """Adds and drops articles of one store file; `finish` brings every derived table up to date."""

    def __init__(self, path: Path) -> None:
        self.connection = duckdb.connect(str(path))
        self.connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self.connection.execute("SET preserve_insertion_order = true")
        self._forms: dict[str, int] = {}
        self._lemmas: dict[str, int] = {}
        self._lemma_of = array("i")
        self._n_forms_stored = 0
        self._counts: npt.NDArray[np.int64] = np.zeros(1 << 16, dtype=np.int64)
        self._pending: dict[str, list[pa.Table]] = {}
        self._n_pending = 0
        self._next_key = self.scalar("SELECT coalesce(max(article_key) + 1, 0) FROM base.articles")
        self._ids: set[str] = {row[0] for row in self._rows("SELECT article_id FROM base.articles")}
        self._load_vocabulary()
        self.dropped: dict[int, str] = {}
        self.added: list[int] = []
        self.shingles: list[tuple[str, Shingles]] = []

    def _rows(self, sql: str, parameters: object = None) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, parameters).fetchall()

    def scalar(self, sql: str) -> Any:
        """Return the first value of a query; None when it has no row."""
        # Fetched whole: DuckDB refuses other work on a connection with an unfinished result.
        rows = self.connection.execute(sql).fetchall()
        return rows[0][0] if rows else None

    def _load_vocabulary(self) -> None:
        """Read the word types of the last build, so that each is lemmatised once for ever."""
        forms = self.connection.execute(
            "SELECT form, lemma_id FROM base.forms ORDER BY form_id"
        ).fetchnumpy()
        self._forms = {form: i for i, form in enumerate(forms["form"])}
        self._lemma_of = array("i", np.asarray(forms["lemma_id"], dtype=np.int32).tobytes())
        lemmas = self.connection.execute(
            "SELECT lemma FROM base.lemmas ORDER BY lemma_id"
        ).fetchnumpy()
        self._lemmas = {lemma: i for i, lemma in enumerate(lemmas["lemma"])}
        self._n_forms_stored = len(self._forms)

    def drop_files(self, names: Sequence[str]) -> int:
        """Drop every row of the files named; return the number of articles dropped."""
        if not names:
            return 0
        # A row of a table is named `file.csv#12`: the file owns it too.
        found = self._rows(
            "SELECT article_key, article_id FROM base.articles "
            "WHERE list_contains(?, regexp_replace(source_file, '#.*$', ''))",
            [list(names)],
        )
        keys = [key for key, _ in found]
        self._ids.difference_update(article_id for _, article_id in found)
        self.connection.register("dropped_keys", pa.table({"key": pa.array(keys, pa.int32())}))
        for table in ("articles", "sentences", "term_counts", *FACTS):
            self.connection.execute(
                f"DELETE FROM base.{table} WHERE article_key IN (SELECT key FROM dropped_keys)"
            )
        self.connection.unregister("dropped_keys")
        self.connection.execute(
            "DELETE FROM base.problems WHERE list_contains(?, regexp_replace(source_file, '#.*$', ''))",
            [list(names)],
        )
        self.dropped.update(found)
        return len(keys)

    def has(self, article_id: str) -> bool:
        """Tell whether an article is in the store; a caller then reports the repeated one."""
        return article_id in self._ids

    def reserve(self, article_id: str) -> None:
        """Take an article's id, before its rows are computed."""
        self._ids.add(article_id)

    def add(self, chunk: Chunk) -> None:
        """Take in the rows of a chunk; articles get the next keys in order."""
        if not chunk.ids:
            return
        first = self._next_key
        self._next_key += len(chunk.ids)
        self.added.extend(range(first, self._next_key))
        self.shingles.extend(zip(chunk.ids, chunk.shingles, strict=True))
        for name, rows in chunk.tables.items():
            at = rows.schema.get_field_index("article_key")
            keys = pc.add(rows.column(at), pa.scalar(first, pa.int32()))
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

    def _insert(self, table: str, columns: Mapping[str, Any], kinds: dict[str, str]) -> None:
        self._insert_rows(table, arrow_table(columns, kinds))

    def _insert_rows(self, table: str, rows: pa.Table) -> None:
        self.connection.register("new_rows", rows)
        self.connection.execute(f"INSERT INTO base.{table} SELECT * FROM new_rows")
        self.connection.unregister("new_rows")

    def _add_tokens(self, chunk: Chunk, first: int) -> None:
        """Gather the tokens of a chunk, and how often each article has each lemma."""
        if not chunk.vocabulary:
            return
        forms = self._form_ids(chunk.vocabulary)
        local = chunk.tokens["form"]
        self._count(forms, np.bincount(local))
        lemma_of = np.frombuffer(self._lemma_of, dtype=np.int32)[forms]
        article_key = chunk.tokens["article"] + np.int32(first)
        lemma_id, quoted = lemma_of[local], chunk.tokens["quoted"]
        columns = {
            **chunk.tokens,
            "article_key": article_key,
            "lemma_id": lemma_id,
            "form_id": forms[local],
        }
        kinds = {"article_key": "INTEGER", **FACTS["tokens"]}
        self._gather("tokens", arrow_table(columns, kinds))
        self._gather("term_counts", _term_counts(article_key, lemma_id, quoted))

    def _form_ids(self, vocabulary: Sequence[str]) -> npt.NDArray[np.int32]:
        """Return the number of each word type, lemmatising those never seen before."""
        known = self._forms
        new = [form for form in vocabulary if form not in known]
        for form, lemma in zip(new, lemmatize_all(new), strict=True):
            known[form] = len(known)
            self._lemma_of.append(self._lemmas.setdefault(lemma, len(self._lemmas)))
        return np.fromiter(map(known.__getitem__, vocabulary), np.int32, len(vocabulary))

    def _count(self, forms: npt.NDArray[np.int32], counts: npt.NDArray[np.int64]) -> None:
        """Add the occurrences of some word types, each named once, to what this build has seen."""
        while len(self._forms) > len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        self._counts[forms] += counts

    def add_problems(self, problems: Iterable[tuple[str, str, str]]) -> None:
        """Append rows to `problems`: file, code, detail."""
        rows = list(problems)
        if rows:
            columns = dict(zip(PROBLEMS, zip(*rows, strict=True), strict=True))
            self._insert("problems", columns, PROBLEMS)

    def replace(self, table: str, columns: Mapping[str, Any], kinds: dict[str, str]) -> None:
        """Replace all rows of a small table."""
        self.connection.execute(f"DELETE FROM base.{table}")
        self._insert(table, columns, kinds)

    def finish_words(self) -> None:
        """Bring `forms` and `lemmas` up to date with the articles added."""
        self.flush()
        new = list(self._forms)[self._n_forms_stored :]
        self._insert(
            "forms",
            {
                "form_id": range(self._n_forms_stored, len(self._forms)),
                "form": new,
                "lemma_id": self._lemma_of[self._n_forms_stored :],
            },
            INTERNAL["forms"],
        )
        self._finish_lemmas(new)

    def _finish_lemmas(self, new_forms: Sequence[str]) -> None:
        """Choose the display form of every lemma that gained a word type.

        The choice is kept while no new form of the lemma appears: recounting 423,000 types at each
        rebuild costs 2 s, and the shown form of a known lemma hardly ever changes by one article.
        """
        names = list(self._lemmas)
        touched = sorted({self._lemma_of[self._forms[form]] for form in new_forms})
        if not touched:
            return
        forms = self._forms_of(touched)
        self.connection.register("touched", pa.table({"lemma_id": pa.array(touched, pa.int32())}))
        self.connection.execute(
            "DELETE FROM base.lemmas WHERE lemma_id IN (SELECT lemma_id FROM touched)"
        )
        self.connection.unregister("touched")
        lemmas = [names[i] for i in touched]
        self._insert(
            "lemmas",
            {
                "lemma_id": touched,
                "lemma": lemmas,
                "display": [display_form(names[i], forms.get(i, {})) for i in touched],
                "stopword": [is_stopword(lemma) for lemma in lemmas],
                "boilerplate": [is_boilerplate(lemma) for lemma in lemmas],
            },
            LEMMAS,
        )

    def _forms_of(self, lemma_ids: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return the word types of some lemmas with their occurrences in the whole store."""
        found: dict[int, dict[str, int]] = {}
        if not self._n_forms_stored:  # all was read by this build
            counts = self._counts.tolist()
            for form, number in self._forms.items():
                found.setdefault(self._lemma_of[number], {})[form] = counts[number]
            return found
        self.connection.register("wanted", pa.table({"lemma_id": pa.array(lemma_ids, pa.int32())}))
        counted = self._rows(
            "SELECT f.lemma_id, f.form, count(*) FROM base.tokens t JOIN base.forms f USING (form_id) "
            "WHERE t.lemma_id IN (SELECT lemma_id FROM wanted) GROUP BY ALL ORDER BY ALL"
        )
        self.connection.unregister("wanted")
        for lemma_id, form, count in counted:
            found.setdefault(lemma_id, {})[form] = count
        return found

    def close(self) -> None:
        """Write everything into the one file (no write-ahead log stays beside it) and close."""
        self.connection.execute("CHECKPOINT")
        self.connection.close()


def _term_counts(
    article_key: npt.NDArray[np.int32],
    lemma_id: npt.NDArray[np.int32],
    quoted: npt.NDArray[np.bool_],
) -> pa.Table:
    """Return how often each article has each lemma, and how often in others' words, in order of both."""
    pairs = (article_key.astype(np.int64) << 32) | lemma_id
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    begins = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    pair = pairs[begins]
    columns = {
        "article_key": (pair >> 32).astype(np.int32),
        "lemma_id": (pair & 0xFFFFFFFF).astype(np.int32),
        "n": np.diff(np.append(begins, len(pairs))).astype(np.int32),
        "n_quoted": np.add.reduceat(quoted[order], begins, dtype=np.int32),
    }
    return arrow_table(columns, INTERNAL["term_counts"])
