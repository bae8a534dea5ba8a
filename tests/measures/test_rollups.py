"""The roll-ups by outlet: sums of the groups, whatever changed since they were made."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from rasid import measures as m
from rasid.store.engine import STORE_FILE, open_store
from rasid.store.selection import Selection
from tests.measures.sample import build, update_rollups

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
        copied = connection.execute("SELECT * FROM base.lemma_articles ORDER BY ALL").fetchall()
        assert copied == connection.execute("FROM base.term_counts ORDER BY ALL").fetchall()
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


def test_runs_of_words_equal_the_tokens_and_follow_changes(tmp_path: Path) -> None:
    build(tmp_path)
    unrolled = """
        SELECT article_key, run * 64 + i - 1, forms[i], sentences[i], quoted[i]
        FROM base.word_runs, range(1, 65) AS steps(i) WHERE i <= len(forms) ORDER BY ALL
    """
    words = "SELECT article_key, position, form_id, sentence, quoted FROM base.tokens ORDER BY ALL"
    with duckdb.connect(str(tmp_path / STORE_FILE)) as connection:
        longest = connection.execute("SELECT max(position) FROM base.tokens").fetchall()[0][0]
        assert longest >= 64, "an article of one run proves little"
        assert connection.execute(unrolled).fetchall() == connection.execute(words).fetchall()
        for table in ("articles", "tokens", "term_counts"):
            connection.execute(f"DELETE FROM base.{table} WHERE article_key = 7")
        connection.execute("UPDATE base.tokens SET form_id = 0 WHERE article_key = 11")
        update_rollups(connection, [7, 11])
        assert connection.execute(unrolled).fetchall() == connection.execute(words).fetchall()


def test_a_store_without_runs_finds_the_same_neighbours(tmp_path: Path) -> None:
    build(tmp_path)
    with_runs = open_store(tmp_path)
    sort = ("after1", "before1", "after2")
    tables = [
        lambda s: m.collocates(s, Selection(), "قوات", min_count=1, stopwords=True),
        lambda s: m.collocates(s, Selection(voice="quoted"), "قوات", min_count=1),
        lambda s: m.concordance(s, Selection(), "قوات", sort=sort, limit=300),
    ]
    expected = [make(with_runs) for make in tables]
    with_runs.close()
    with duckdb.connect(str(tmp_path / STORE_FILE)) as connection:
        connection.execute("DROP TABLE base.word_runs")
    without = open_store(tmp_path)
    for make, table in zip(tables, expected, strict=True):
        assert len(table) > 10
        pd.testing.assert_frame_equal(make(without), table)
    without.close()
