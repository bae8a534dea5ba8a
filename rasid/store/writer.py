"""The writer: chunks of rows go into a DuckDB file that nobody else reads yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa

from rasid.language import display_form, is_boilerplate, is_stopword, lemmatize_all
from rasid.store.rows import Chunk, Shingles
from rasid.store.schema import ARTICLES, FACTS, INTERNAL, PROBLEMS

MEMORY_LIMIT: Final = "400MB"
"""DuckDB's share of the 1.5 GB a build may hold; sorts beyond it spill beside the store."""

_ARROW: Final = {
    "INTEGER": pa.int32(),
    "SMALLINT": pa.int16(),
    "BIGINT": pa.int64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}


def arrow_table(columns: Mapping[str, Any], kinds: dict[str, str]) -> pa.Table:
    """Return an Arrow table of `columns` in the order and with the DuckDB types of `kinds`."""
    arrays = [
        pa.array(columns[name], type=_ARROW[kind], from_pandas=True) for name, kind in kinds.items()
    ]
    return pa.Table.from_arrays(arrays, names=list(kinds))


class Writer:
    """Adds and drops articles of one store file; `finish` brings every derived table up to date."""

    def __init__(self, path: Path) -> None:
        self.connection = duckdb.connect(str(path))
        self.connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self.connection.execute("SET preserve_insertion_order = true")
        self._forms: dict[str, int] = {}
        self._lemmas: dict[str, int] = {}
        self._lemma_of: list[int] = []
        self._n_forms_stored = 0
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
        self._lemma_of = [int(lemma_id) for lemma_id in forms["lemma_id"]]
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
        """Append the rows of a chunk; articles get the next keys in order."""
        if not chunk.articles:
            return
        first = self._next_key
        keys = range(first, first + len(chunk.articles))
        self._next_key += len(chunk.articles)
        self.added.extend(keys)
        ids = [article["article_id"] for article in chunk.articles]
        self.shingles.extend(zip(ids, chunk.shingles, strict=True))
        columns: dict[str, Any] = {"article_key": keys}
        for name in list(ARTICLES)[1:]:
            columns[name] = [article[name] for article in chunk.articles]
        self._insert("articles", columns, ARTICLES)
        self._insert_tokens(chunk, first)
        for name, facts in chunk.facts.items():
            kinds = (
                INTERNAL[name] if name in INTERNAL else {"article_key": "INTEGER", **FACTS[name]}
            )
            if facts["article_key"]:
                numbered = np.asarray(facts["article_key"], dtype=np.int32) + first
                self._insert(name, {**facts, "article_key": numbered}, kinds)

    def _insert(self, table: str, columns: Mapping[str, Any], kinds: dict[str, str]) -> None:
        rows = arrow_table(columns, kinds)
        self.connection.register("new_rows", rows)
        self.connection.execute(f"INSERT INTO base.{table} SELECT * FROM new_rows")
        self.connection.unregister("new_rows")

    def _insert_tokens(self, chunk: Chunk, first: int) -> None:
        forms = self._form_ids(chunk.vocabulary)
        local = chunk.tokens["form"]
        form_id = forms[local] if len(forms) else local
        lemma_of = np.asarray([self._lemma_of[form] for form in forms], dtype=np.int32)
        columns = {
            "article_key": chunk.tokens["article"] + np.int32(first),
            "position": chunk.tokens["position"],
            "start": chunk.tokens["start"],
            "end": chunk.tokens["end"],
            "sentence": chunk.tokens["sentence"].astype(np.int16),
            "lemma_id": lemma_of[local] if len(forms) else local,
            "quoted": chunk.tokens["quoted"].astype(bool),
            "form_id": form_id,
        }
        self._insert("tokens", columns, {"article_key": "INTEGER", **FACTS["tokens"]})

    def _form_ids(self, vocabulary: Sequence[str]) -> np.ndarray[Any, np.dtype[np.int32]]:
        """Return the number of each word type, lemmatising those never seen before."""
        new = [form for form in vocabulary if form not in self._forms]
        for form, lemma in zip(new, lemmatize_all(new), strict=True):
            self._forms[form] = len(self._forms)
            self._lemma_of.append(self._lemmas.setdefault(lemma, len(self._lemmas)))
        return np.asarray([self._forms[form] for form in vocabulary], dtype=np.int32)

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
        """Bring `term_counts`, `forms` and `lemmas` up to date with the articles added and dropped."""
        self.connection.register("new_keys", pa.table({"key": pa.array(self.added, pa.int32())}))
        self.connection.execute(
            "INSERT INTO base.term_counts "
            "SELECT article_key, lemma_id, count(*)::INTEGER, (count(*) FILTER (quoted))::INTEGER "
            "FROM base.tokens WHERE article_key IN (SELECT key FROM new_keys) "
            "GROUP BY ALL ORDER BY ALL"
        )
        self.connection.unregister("new_keys")
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
        self.connection.register("touched", pa.table({"lemma_id": pa.array(touched, pa.int32())}))
        counted = self._rows(
            "SELECT f.lemma_id, f.form, count(*) FROM base.tokens t JOIN base.forms f USING (form_id) "
            "WHERE t.lemma_id IN (SELECT lemma_id FROM touched) GROUP BY ALL ORDER BY ALL"
        )
        forms: dict[int, dict[str, int]] = {}
        for lemma_id, form, count in counted:
            forms.setdefault(lemma_id, {})[form] = count
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
            {
                "lemma_id": "INTEGER",
                "lemma": "VARCHAR",
                "display": "VARCHAR",
                "stopword": "BOOLEAN",
                "boilerplate": "BOOLEAN",
            },
        )

    def close(self) -> None:
        """Write everything into the one file (no write-ahead log stays beside it) and close."""
        self.connection.execute("CHECKPOINT")
        self.connection.close()
