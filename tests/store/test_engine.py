"""The engine: opening, threads, a file swapped in, and roll-ups kept up to date."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rasid import measures as m
from rasid.errors import RasidError
from rasid.store import aside
from rasid.store.engine import STORE_FILE, open_store
from rasid.store.rollups import ROLLUPS
from rasid.store.selection import Selection
from tests.measures.sample import build, update_rollups


def test_the_engine_opens_the_file_that_the_build_writes() -> None:
    assert aside.STORE_FILE == STORE_FILE


def test_a_folder_without_a_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(RasidError) as caught:
        open_store(tmp_path / "nothing")
    assert caught.value.code == "no-store"
    (tmp_path / STORE_FILE).write_bytes(b"this is no database")
    with pytest.raises(RasidError) as caught:
        open_store(tmp_path)
    assert caught.value.code == "no-store"


def test_a_store_swapped_in_is_noticed_and_read_when_opened_again(tmp_path: Path) -> None:
    build(tmp_path / "live", articles=40)
    build(tmp_path / "next", articles=50)
    old = open_store(tmp_path / "live")
    assert len(old.articles) == 40
    os.replace(tmp_path / "next" / STORE_FILE, tmp_path / "live" / STORE_FILE)
    assert not old.is_current
    assert len(old.table("articles")) == 40  # a visitor at work keeps what was opened
    new = open_store(tmp_path / "live")
    assert len(new.articles) == 50
    assert new.is_current


def test_visitors_at_once_get_what_one_alone_gets(tmp_path: Path) -> None:
    build(tmp_path)
    alone, shared = open_store(tmp_path), open_store(tmp_path)
    views = [Selection(outlets=(name,), voice=voice)
             for name in ("alpha", "beta", "gamma") for voice in ("all", "own")] * 4  # fmt: skip
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda view: m.frequency(shared, view), views))
    for view, table in zip(views, found, strict=True):
        pd.testing.assert_frame_equal(table, m.frequency(alone, view))


def test_the_dashboard_cannot_write_or_read_anything_else(tmp_path: Path) -> None:
    build(tmp_path)
    store = open_store(tmp_path)
    (tmp_path / "other.csv").write_text("a\n1\n", encoding="utf-8")
    for sql in ("DELETE FROM base.articles", f"SELECT * FROM '{tmp_path / 'other.csv'}'"):
        with pytest.raises(duckdb.Error):
            store.rows(sql)


def _rollups(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(path / STORE_FILE)) as connection:
        terms = connection.execute(
            "SELECT outlet_id, month, text_kind, is_original, lemma_id, n, n_quoted, df, df_quoted, df_own "
            "FROM base.group_terms JOIN base.groups USING (group_id) ORDER BY ALL"
        ).fetchall()
        articles = connection.execute(
            "SELECT article_key, outlet_id, month, n_quoted FROM base.article_groups "
            "JOIN base.groups USING (group_id) ORDER BY ALL"
        ).fetchall()
    return {"terms": terms, "articles": articles}


def test_rollups_brought_up_to_date_equal_rollups_made_anew(tmp_path: Path) -> None:
    build(tmp_path)
    with duckdb.connect(str(tmp_path / STORE_FILE)) as connection:
        for table in ("articles", "term_counts"):
            connection.execute(f"DELETE FROM base.{table} WHERE article_key IN (3, 17)")
        connection.execute(
            "UPDATE base.articles SET is_original = NOT is_original WHERE article_key = 8"
        )
        connection.execute("UPDATE base.articles SET published_from = NULL, published_to = NULL "
                           "WHERE article_key = 21")  # fmt: skip
        connection.execute("UPDATE base.term_counts SET n = n + 2 WHERE article_key = 12")
        update_rollups(connection, [3, 17, 12])
    shutil.copytree(tmp_path, tmp_path / "anew")
    with duckdb.connect(str(tmp_path / "anew" / STORE_FILE)) as connection:
        for name in ROLLUPS:
            connection.execute(f"DROP TABLE base.{name}")
        update_rollups(connection)
    assert _rollups(tmp_path) == _rollups(tmp_path / "anew")


def test_a_store_without_rollups_answers_alike(tmp_path: Path) -> None:
    build(tmp_path)
    shutil.copytree(tmp_path, tmp_path / "bare")
    with duckdb.connect(str(tmp_path / "bare" / STORE_FILE)) as connection:
        for name in ROLLUPS:
            connection.execute(f"DROP TABLE base.{name}")
    rich, bare = open_store(tmp_path), open_store(tmp_path / "bare")
    for voice in ("all", "quoted", "own"):
        view = Selection(voice=voice)
        pd.testing.assert_frame_equal(m.frequency(rich, view), m.frequency(bare, view))
        pd.testing.assert_frame_equal(m.keyness(rich, view), m.keyness(bare, view))
    assert m.count_hits(rich, Selection(), '"امريكية"') == m.count_hits(
        bare, Selection(), '"امريكية"'
    )
