"""The word types of a store and their lemmas: numbered once, lemmatised once, for ever.

A build that adds an article or two asks the store for the few types it meets; one that reads more
takes all of them into memory, since 423,000 look-ups there cost less than two queries. A worker names a word
once and its number ever after: a corpus of 72,716 articles would have five million words looked up.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, Final

import duckdb
import numpy as np
import numpy.typing as npt

from rasid.language import display_form, is_boilerplate, is_quantifier, is_stopword, lemmatize_all
from rasid.store.columns import arrow_table
from rasid.store.schema import INTERNAL, LEMMAS

Numbers = npt.NDArray[np.int32]

_MANY: Final = 1_000_000
_NOTHING: Final[Numbers] = np.empty(0, dtype=np.int32)


class Vocabulary:
    """Numbers of word types and lemmas; `finish` writes the new ones."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._stored = self._next("form_id", "forms")
        self._forms: dict[str, int] = {}
        self._new: list[str] = []
        self._lemma_of = array("i", bytes(4 * self._stored))
        self._lemmas: dict[str, int] = {}
        self._next_lemma = self._next("lemma_id", "lemmas")
        self._asked = 0
        self._of_reader: dict[int, Numbers] = {}
        self._uses: list[Numbers] = []
        self._n_uses = 0
        self._counts: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)

    def _next(self, column: str, table: str) -> int:
        rows = self._connection.execute(f"SELECT coalesce(max({column}) + 1, 0) FROM base.{table}")
        return int(rows.fetchall()[0][0])

    def of_reader(self, reader: int, new: Sequence[str], words: Numbers) -> Numbers:
        """Return the word type's number of each word of a chunk.

        Args:
            reader: Who numbered the words; 0: nobody who comes again.
            new: The word types that the reader names for the first time; it numbers them from 0 in this order.
            words: The reader's number of each word.
        """
        numbers = self._of_reader.get(reader, _NOTHING)
        if new:
            numbers = np.concatenate((numbers, self.numbers(new)))
        if reader:
            self._of_reader[reader] = numbers
        found = numbers.take(words)
        self._uses.append(found)
        self._n_uses += len(found)
        if self._n_uses > _MANY:
            self._count()
        return found

    def _count(self) -> None:
        """Count the words that were not counted yet, many together: a count is as long as the list of types."""
        counts = np.bincount(np.concatenate((_NOTHING, *self._uses)), minlength=len(self._lemma_of))
        counts[: len(self._counts)] += self._counts
        self._counts, self._uses, self._n_uses = counts, [], 0

    def numbers(self, vocabulary: Sequence[str]) -> Numbers:
        """Return the number of each distinct word type, each named once, lemmatising those never seen before."""
        self._recall(vocabulary)
        known = self._forms
        found = list(map(known.get, vocabulary))
        places = [place for place, number in enumerate(found) if number is None]
        new = [vocabulary[place] for place in places]
        lemmas = lemmatize_all(new)
        self._recall_lemmas(lemmas)
        for place, form, lemma in zip(places, new, lemmas, strict=True):
            known[form] = found[place] = len(self._lemma_of)
            if lemma not in self._lemmas:
                self._lemmas[lemma] = self._next_lemma
                self._next_lemma += 1
            self._lemma_of.append(self._lemmas[lemma])
        self._new += new
        return np.array(found, dtype=np.int32)

    def lemmas(self, numbers: Numbers) -> Numbers:
        """Return the lemma's number of each word type that `numbers` has named."""
        return np.frombuffer(self._lemma_of, dtype=np.int32)[numbers]

    def _recall(self, vocabulary: Sequence[str]) -> None:
        """Fetch what the store knows of these types: of them alone at first, then of all."""
        self._asked += 1
        if not self._stored or self._asked > 2:
            return
        rows = self._fetch(
            "SELECT form, form_id, lemma_id FROM base.forms",
            "form",
            vocabulary if self._asked == 1 else None,
        )
        for form, number, lemma in zip(*rows, strict=True):
            self._forms[form] = number
            self._lemma_of[number] = lemma

    def _recall_lemmas(self, lemmas: Sequence[str]) -> None:
        if not self._stored or self._asked > 2 or not lemmas:
            return
        rows = self._fetch(
            "SELECT lemma, lemma_id FROM base.lemmas", "lemma", lemmas if self._asked == 1 else None
        )
        self._lemmas.update(zip(*rows, strict=True))

    def _fetch(self, sql: str, column: str, wanted: Sequence[str] | None) -> list[list[Any]]:
        """Return the columns of a query, only the rows whose `column` is wanted."""
        if wanted is not None:
            names = arrow_table({"name": wanted}, {"name": "VARCHAR"})
            self._connection.register("wanted", names)
            sql += f" WHERE {column} IN (SELECT name FROM wanted)"
        table: Any = self._connection.sql(sql).to_arrow_table()
        if wanted is not None:
            self._connection.unregister("wanted")
        return [values.to_pylist() for values in table.columns]

    def finish(self) -> None:
        """Write the new word types, and every lemma that gained one.

        The form shown for a lemma is kept while no new form of it appears: recounting 423,000 types
        at each rebuild costs 2 s, and the shown form of a known lemma hardly ever changes by one article.
        """
        if not self._new:
            return
        first = self._stored
        lemma_of = np.frombuffer(self._lemma_of, dtype=np.int32)[first:].copy()
        ids = np.arange(first, first + len(self._new), dtype=np.int32)
        self._insert(
            "forms",
            {"form_id": ids, "form": self._new, "lemma_id": lemma_of},
            INTERNAL["forms"],
        )
        touched = np.unique(lemma_of).tolist()
        forms = self._forms_of(touched)
        names = {number: lemma for lemma, number in self._lemmas.items()}
        lemmas = [names[number] for number in touched]
        if first:
            self._connection.register("touched", arrow_table({"id": touched}, {"id": "INTEGER"}))
            self._connection.execute(
                "DELETE FROM base.lemmas WHERE lemma_id IN (SELECT id FROM touched)"
            )
            self._connection.unregister("touched")
        columns = {
            "lemma_id": touched,
            "lemma": lemmas,
            "display": [display_form(names[i], forms.get(i, {})) for i in touched],
            "stopword": [is_stopword(lemma) or is_quantifier(lemma) for lemma in lemmas],
            "boilerplate": [is_boilerplate(lemma) for lemma in lemmas],
        }
        self._insert("lemmas", columns, LEMMAS)

    def _forms_of(self, lemma_ids: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return the word types of some lemmas with their occurrences in the whole store."""
        found: dict[int, dict[str, int]] = {}
        if not self._stored:  # all was read by this build
            self._count()
            for form, count in zip(self._new, self._counts.tolist(), strict=False):
                found.setdefault(self._lemma_of[self._forms[form]], {})[form] = count
            return found
        self._connection.register(
            "wanted", arrow_table({"lemma_id": lemma_ids}, {"lemma_id": "INTEGER"})
        )
        counted = self._connection.execute(
            "SELECT lemma_id, form, n FROM (SELECT lemma_id, form_id, count(*) AS n FROM base.tokens "
            "WHERE lemma_id IN (SELECT lemma_id FROM wanted) GROUP BY ALL) "
            "JOIN (SELECT form_id, form FROM base.forms) USING (form_id) ORDER BY ALL"
        ).fetchall()
        self._connection.unregister("wanted")
        for lemma_id, form, count in counted:
            found.setdefault(lemma_id, {})[form] = count
        return found

    def _insert(self, table: str, columns: dict[str, Any], kinds: dict[str, str]) -> None:
        self._connection.register("new_words", arrow_table(columns, kinds))
        self._connection.execute(f"INSERT INTO base.{table} SELECT * FROM new_words")
        self._connection.unregister("new_words")
