"""Running words and expressions give the same tables: what is held and what a cluster asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rasid import measures as m
from rasid.measures import running
from rasid.measures.preparing import preparations
from rasid.measures.running import words_of
from rasid.measures.scope import index_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import STORE_FILE, Store, open_store
from rasid.store.selection import Selection
from tests.measures.sample import build
from tests.measures.test_evidence import SELECTIONS, TABLES

SEARCHES = (
    "انسحاب", '"القوات"', "/^ال.*د$/", "انسحاب OR خروج", "القوات الأجنبية", '"في" عراق', "قوات ~5 العراق",
    "(انسحاب ~3 قوات) العراق", "(من ~9 في) (من ~9 في)", "(في ~4 من) ~6 العراق", "في ~2 في",
    "(القوات العراق) OR (قوات ~2 عراق)", "غائب ~2 في", "*راق",
    "2500", "2500 جندي", "جندي ~2 2500", "2025 OR انسحاب", "(2500 OR ٩٠٠) جندي أمريكية", "من ~4 (500 جندي)",
    "2500 ~30 2025",
)  # fmt: skip
SORTS = (("after1", "before2", "date"), ("node", "outlet"), ("before3", "before2", "before1"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Yield a store that holds its running words, and the same one that does not."""
    folder = tmp_path_factory.mktemp("running")
    build(folder)
    held, asked = open_store(folder), open_store(folder)
    patch = pytest.MonkeyPatch()
    patch.setattr(running, "MAX_WORDS", -1)
    assert words_of(asked) is None
    patch.undo()
    assert words_of(held) is not None
    yield held, asked
    held.close()
    asked.close()


@pytest.mark.parametrize("view", SELECTIONS)
def test_searches_find_the_same_places(both: tuple[Store, Store], view: str) -> None:
    held, asked = both
    for search in SEARCHES:
        tables = [m.concordance(store, SELECTIONS[view], search, limit=5000) for store in both]
        pd.testing.assert_frame_equal(*tables, check_dtype=False)
        assert m.count_hits(held, SELECTIONS[view], search) == m.count_hits(
            asked, SELECTIONS[view], search
        )
        if view == "all":
            assert len(tables[0]) == m.count_hits(held, SELECTIONS[view], search).count
            assert len(tables[0]) or search.startswith("غائب"), search


@pytest.mark.parametrize("sort", SORTS)
def test_lines_are_sorted_alike(both: tuple[Store, Store], sort: tuple[str, ...]) -> None:
    for search in ("قوات", "قوات ~4 في"):
        tables = [m.concordance(store, Selection(), search, sort=sort, limit=900) for store in both]
        assert len(tables[0]) > 20
        pd.testing.assert_frame_equal(*tables, check_dtype=False)


@pytest.mark.parametrize("view", ["all", "originals", "quoted", "query"])
@pytest.mark.parametrize("measure", ["collocates", "phrases", "trend", "dispersion", "frequency"])
def test_measures_along_the_text_agree(both: tuple[Store, Store], measure: str, view: str) -> None:
    tables = [TABLES[measure](store, SELECTIONS[view]) for store in both]
    pd.testing.assert_frame_equal(*tables, check_dtype=False)


def test_a_store_whose_rows_lie_in_another_order_has_the_same_words(tmp_path: Path) -> None:
    build(tmp_path)
    expected_store = open_store(tmp_path)
    expected = words_of(expected_store)
    expected_store.close()
    with duckdb.connect(str(tmp_path / STORE_FILE)) as connection:
        connection.execute(
            "CREATE OR REPLACE TABLE base.tokens AS FROM base.tokens "
            "ORDER BY article_key % 7 DESC, article_key, position"
        )
    shuffled = open_store(tmp_path)
    found = words_of(shuffled)
    assert expected is not None
    assert found is not None
    for name in ("type", "sentence", "quoted", "start", "first"):
        assert (getattr(found, name) == getattr(expected, name)).all()
    assert int(found.first[-1]) == int(index_of(shuffled).n_tokens.sum()) == len(found.type)
    shuffled.close()


def test_a_prepared_store_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path)
    store = open_store(tmp_path)
    steps = preparations(store)
    for step in steps:
        step.read()
    for reading in ("rows", "frame", "columns", "table"):
        monkeypatch.setattr(store, reading, lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(ex, "run", lambda *_, **__: pytest.fail("asked again"))
    for step in steps:
        step.read()
    words = words_of(store)
    assert words is not None
    assert {"many", "sentence_ends"} <= words.__dict__.keys()
