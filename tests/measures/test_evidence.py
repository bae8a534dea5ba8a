"""Every number of every table opens exactly as many sentences as it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from rasid import measures as m
from rasid.store.engine import Store
from rasid.store.selection import Selection

SELECTIONS = {
    "all": Selection(),
    "originals": Selection(outlets=("alpha", "beta", "tiny"), originals_only=True),
    "dates": Selection(date_from=date(2024, 4, 10), date_to=date(2024, 10, 3), undated=False),
    "quoted": Selection(voice="quoted"),
    "query": Selection(voice="own", query="انسحاب"),
    "nothing": Selection(date_from=date(1990, 1, 1), date_to=date(1990, 1, 2), undated=False),
}

TABLES: dict[str, Callable[[Store, Selection], pd.DataFrame]] = {
    "coverage": lambda s, x: m.coverage(s, x, grain="month"),
    "outlet_counts": m.outlet_counts,
    "quality": lambda s, x: m.quality(s, x).query("check not in ('cuts', 'problems')"),
    "frequency": lambda s, x: m.frequency(s, x, stopwords=True),
    "forms": lambda s, x: pd.concat([m.forms(s, x, i) for i in range(4)]),
    "matches": lambda s, x: m.matches(s, "انسحاب OR /^ال/"),
    "phrases": lambda s, x: pd.concat([m.phrases(s, x), m.phrases(s, x, size=3, min_count=1, limit=20)]),
    "trend": lambda s, x: m.trend(s, x, ["انسحاب", "قوات ~4 العراق"], grain="quarter", by_outlet=True),
    "dispersion": lambda s, x: m.dispersion(s, x, ["انسحاب", '"القوات"', "غائب"]),
    "keyness": lambda s, x: m.keyness(s, x, min_articles=1, min_count=1),
    "collocates": lambda s, x: m.collocates(s, x, "قوات", window=3, min_count=1, stopwords=True),
    "frames": m.frames,
    "frames_by_voice": m.frames_by_voice,
    "mentions": lambda s, x: m.mentions(s, x, kind=None),
    "mentions_by_outlet": m.mentions_by_outlet,
    "mentions_by_time": lambda s, x: m.mentions_by_time(s, x, grain="week"),
    "mentions_by_role": m.mentions_by_role,
    "surfaces": lambda s, x: m.surfaces(s, x, "base-ayn"),
    "comentions": lambda s, x: pd.concat([m.comentions(s, x), m.comentions(s, x, other="country")]),
    "speakers": lambda s, x: m.speakers(s, x, by_outlet=True),
    "drift": m.drift,
    "drift_summary": m.drift_summary,
    "drift_counts": lambda s, x: m.drift_counts(s, x, by="speaker"),
    "quantities": m.quantities,
    "disagreements": m.disagreements,
    "copies": m.copies,
    "copy_network": m.copy_network,
}  # fmt: skip


def test_every_measure_with_numbers_is_swept() -> None:
    apart = {"keyness_between", "multiword_terms"}  # test_terms.py: chance words make no terms
    assert set(TABLES) | apart == set(m.measures_with_cells())


@pytest.mark.parametrize("view", SELECTIONS)
@pytest.mark.parametrize("measure", TABLES)
def test_evidence_has_as_many_rows_as_the_number_says(
    store: Store, measure: str, view: str
) -> None:
    selection = Selection() if measure == "matches" else SELECTIONS[view]
    table = TABLES[measure](store, selection)
    if view == "all":
        assert len(table), "a table without rows proves nothing"
    rows = 12 if view == "all" else 3
    for _, row in table.iloc[:: -(-len(table) // rows) or 1].iterrows():
        for column in m.countable(measure):
            cell = m.cell(measure, row, column)
            assert m.evidence_count(store, selection, cell) == row[column], (column, dict(row))


@pytest.mark.parametrize("measure", TABLES)
def test_evidence_is_verbatim_and_says_where_it_stands(store: Store, measure: str) -> None:
    table = TABLES[measure](store, Selection())
    for _, row in table.iloc[[0, len(table) // 2, -1]].iterrows():
        found = m.evidence(store, Selection(), m.cell(measure, row, m.countable(measure)[0]))
        bodies = store.bodies(found["article_key"].tolist())
        for hit in found.itertuples():
            body = bodies[hit.article_key]
            assert body[hit.sentence_start : hit.sentence_end] == hit.text != ""
            assert body[hit.start : hit.end] == hit.surface
            assert hit.text[hit.hit_start : hit.hit_end] == hit.surface
            assert hit.outlet
            assert hit.article_id


def test_pages_of_evidence_join_to_the_whole(store: Store) -> None:
    row = m.frequency(store, Selection(), stopwords=True).iloc[0]
    cell = m.cell("frequency", row)
    whole = m.evidence(store, Selection(), cell)
    pages = [
        m.evidence(store, Selection(), cell, offset=at, limit=40) for at in range(0, len(whole), 40)
    ]
    assert whole.attrs["total"] == len(whole) == row["count"]
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole, check_dtype=False)


def test_evidence_shows_the_newest_first_and_undated_last(store: Store) -> None:
    row = m.frequency(store, Selection(), stopwords=True).iloc[0]
    days = m.evidence(store, Selection(), m.cell("frequency", row))["published_from"]
    known = days[days.notna()]
    assert known.is_monotonic_decreasing
    assert days.isna().any()
    assert days.isna().to_numpy()[len(known) :].all()


def test_a_cell_survives_the_url(store: Store) -> None:
    for measure, make in TABLES.items():
        table = make(store, Selection())
        for column in m.countable(measure):
            cell = m.cell(measure, table.iloc[0], column)
            assert m.Cell.from_code(cell.to_code()) == cell


@pytest.mark.parametrize("code", ["", "x", "e30", "W10", "ñ", "WyJub25lIiwiaGl0cyIsW11d"])
def test_a_broken_cell_code_is_no_cell(code: str) -> None:
    assert m.Cell.from_code(code) is None


def test_keyness_between_counts_each_side_in_its_own_selection(store: Store) -> None:
    ours, theirs = Selection(outlets=("alpha",)), Selection(outlets=("beta", "gamma"))
    table = m.keyness_between(store, ours, theirs, min_articles=1, min_count=1)
    for _, row in table.iterrows():
        assert m.evidence_count(store, ours, m.cell("keyness_between", row)) == row["count"]
        rest = m.cell("keyness_between", row, "count_rest")
        assert m.evidence_count(store, theirs, rest) == row["count_rest"]


@pytest.mark.parametrize("by", ["about", "outlet"])
def test_promises_counted_apart_open_their_sentences(store: Store, by: str) -> None:
    table = m.drift_counts(store, Selection(), by=by, grain="quarter")
    assert table["count"].sum() == len(m.drift(store, Selection()))
    for _, row in table.iterrows():
        for column in ("count", "articles"):
            cell = m.cell("drift_counts", row, column)
            assert m.evidence_count(store, Selection(), cell) == row[column]


def test_a_page_of_promises_is_a_part_of_all(store: Store) -> None:
    whole = m.drift(store, Selection())
    page = m.drift(store, Selection(), offset=2, limit=3)
    assert page.attrs["total"] == len(whole)
    pd.testing.assert_frame_equal(page, whole[2:5].reset_index(drop=True))
