"""Sums of words by group and outlet: after articles were added one by one they are those of one build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from rasid.store.schema import STORE_FILE
from tests.store.conftest import run, write_article

_SUMS = (
    "SELECT outlet_id, lemma, n, n_quoted, df, df_quoted, df_own FROM base.outlet_terms "
    "JOIN base.lemmas USING (lemma_id) ORDER BY ALL",
    "SELECT outlet_id, month, text_kind, is_original, lemma, n, n_quoted, df, df_quoted, df_own "
    "FROM base.group_terms JOIN base.groups USING (group_id) JOIN base.lemmas USING (lemma_id) ORDER BY ALL",
    "SELECT article_id, outlet_id, month, is_original, n_quoted FROM base.article_groups "
    "JOIN base.groups USING (group_id) JOIN base.articles USING (article_key, outlet_id, is_original) ORDER BY ALL",
)


def sums(store: Path) -> list[list[Any]]:
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        return [connection.execute(sql).fetchall() for sql in _SUMS]


def test_articles_added_one_by_one_give_the_sums_of_one_build(
    corpus: Path, store: Path, tmp_path: Path
) -> None:
    told = " ".join(
        f"وصلت القافلة رقم {n} من قاعدة عين الأسد إلى مطار أربيل صباحاً." for n in range(9)
    )
    run(corpus, store)
    for name, day, text, outlet in (
        ("m", "2025-08-19", "غادرت القوات قاعدة حرير، وقال الوزير: «انتهت المهمة».", "aljabal"),
        ("y", "2025-08-18", told, "shafaq"),
        (
            "z",
            "2025-08-17",
            told,
            "alsumaria",
        ),  # the earlier one: what was the original is a copy now
        ("w", "2025-10-02", "غادرت القوات قاعدة بلد.", "newoutlet"),
    ):
        write_article(corpus, name, day, text, outlet=outlet)
        run(corpus, store)
        again = tmp_path / f"whole-{name}"
        run(corpus, again)
        assert sums(store) == sums(again)
    (corpus / "y.md").unlink()
    write_article(corpus, "m", "2025-09-19", "غادرت القوات قاعدة حرير.")
    run(corpus, store)
    run(corpus, tmp_path / "last")
    assert sums(store) == sums(tmp_path / "last")
