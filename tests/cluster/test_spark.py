"""Every measure gives the same table on Spark, with two worker processes, as on DuckDB."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pandas as pd
import pytest

from rasid import measures as m
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection
from tests.measures.sample import build
from tests.measures.test_evidence import SELECTIONS, TABLES

pyspark = pytest.importorskip("pyspark", reason="pyspark is installed by `make test-cluster` only")

MASTER = "local-cluster[2,1,1024]"
"""A master and two worker processes of one core each."""

MORE = {
    "concordance": lambda s, x: m.concordance(
        s, x, "قوات", sort=("after1", "before2", "date"), limit=200
    ),
    "similarity": m.similarity,
    "statements": m.statements,
    "trend_of_patterns": lambda s, x: m.trend(s, x, ["/^ال.*د$/", "انسحاب OR خروج"], grain="month"),
}


BOTH_VIEWS = ("frequency", "keyness", "mentions", "collocates")
"""Measures whose expression takes another shape for a voice."""


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("cluster")
    build(folder)
    patch = pytest.MonkeyPatch()
    patch.setenv("SPARK_HOME", os.path.dirname(pyspark.__file__))
    patch.setenv("PYSPARK_PYTHON", sys.executable)
    here = open_store(folder)
    patch.setenv("RASID_ENGINE", MASTER)
    there = open_store(folder)
    yield here, there
    there.close()
    here.close()
    patch.undo()


@pytest.mark.parametrize("measure", [*TABLES, *MORE])
def test_a_measure_gives_the_same_table_on_both_engines(
    stores: tuple[Store, Store], measure: str
) -> None:
    make = {**TABLES, **MORE}[measure]
    here, there = stores
    assert there.engine.dialect == "pyspark"
    for view in ("originals", "quoted") if measure in BOTH_VIEWS else ("originals",):
        expected, found = make(here, SELECTIONS[view]), make(there, SELECTIONS[view])
        pd.testing.assert_frame_equal(found, expected, check_exact=True, check_dtype=False)


def test_evidence_is_the_same_on_both_engines(stores: tuple[Store, Store]) -> None:
    here, there = stores
    for measure in ("frequency", "collocates", "phrases", "trend"):
        row = TABLES[measure](here, Selection()).iloc[0]
        cell = m.cell(measure, row)
        expected, found = m.evidence(here, Selection(), cell), m.evidence(there, Selection(), cell)
        assert len(found) == row["count"]
        pd.testing.assert_frame_equal(found, expected, check_dtype=False)
