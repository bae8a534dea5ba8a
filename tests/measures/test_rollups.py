"""The roll-ups by outlet: sums of the groups, whatever changed since they were made."""

from __future__ import annotations

from pathlib import Path

import duckdb

from rasid import measures as m
from rasid.store.engine import STORE_FILE, open_store
from rasid.store.rollups import update_rollups
from rasid.store.selection import Selection
from tests.measures.sample import build

_SUMS = """
SELECT outlet_id, lemma_id, sum(n), sum(n_quoted), count(*) FILTER (n > 0),
       count(*) FILTER (n_quoted > 0), count(*) FILTER (n > n_quoted)
FROM base.term_counts JOIN base.articles USING (article_key) GROUP BY ALL ORDER BY ALL
"""


def test_outlet_sums_follow_articles_that_change_leave_and_move(tmp_path: Path) -> None:
    build(tmp_path)
    with duckdb.connect(str(tmp_path / STORE_FILE)) as connection:
        for table in ("articles", "term_counts"):  # the smallest outlet loses all it has
            connection.execute(f"DELETE FROM base.{table} WHERE article_key IN (5, 25, 45, 9)")
        connection.execute("UPDATE base.articles SET outlet_id = 'new' WHERE article_key = 8")
        connection.execute("UPDATE base.term_counts SET n = n + 2 WHERE article_key = 12")
        update_rollups(connection, [5, 25, 45, 9, 12])
        found = connection.execute("SELECT * FROM base.outlet_terms ORDER BY ALL").fetchall()
        assert found == connection.execute(_SUMS).fetchall()
        assert {"new"} == {row[0] for row in found} - {"alpha", "beta", "gamma", "delta"}


def test_whole_outlets_groups_and_single_articles_are_never_counted_twice(tmp_path: Path) -> None:
    build(tmp_path)
    store = open_store(tmp_path)
    for outlets in ((), ("alpha",), ("alpha", "tiny")):
        for day in (None, "2024-03-17"):
            view = Selection.from_codes({"o": ",".join(outlets), "from": day or "", "orig": ""})
            table = m.frequency(store, view, limit=None, stopwords=True, dispersion=False)
            assert table["count"].sum() == m.summary(store, view).tokens
    store.close()
