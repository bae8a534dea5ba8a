"""What must hold of every measure whatever the corpus: parts make the whole, filters commute."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rasid import measures as m
from rasid.language import fold
from rasid.store.engine import Store
from rasid.store.selection import Selection
from tests.measures.sample import WORDS

KNOWN = {form for forms in WORDS.values() for form in forms}
OUTLETS = ["alpha", "beta", "gamma", "delta", "tiny"]

selections = some.builds(
    Selection,
    outlets=some.lists(some.sampled_from(OUTLETS), max_size=3).map(tuple),
    date_from=some.none() | some.dates(date(2024, 1, 1), date(2024, 8, 1)),
    date_to=some.none() | some.dates(date(2024, 8, 2), date(2025, 3, 1)),
    undated=some.booleans(),
    originals_only=some.booleans(),
    voice=some.sampled_from(["all", "quoted", "own"]),
    text_kinds=some.sampled_from([(), ("full",), ("digest",)]),
)
quick = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(selection=selections)
def test_rollups_and_single_articles_give_the_same_counts(
    store: Store, selection: Selection
) -> None:
    table = m.frequency(store, selection, limit=None, stopwords=True, dispersion=False)
    for row in table.iloc[:4].itertuples():
        forms = "|".join(m.forms(store, selection, row.lemma_id)["form"])
        hits = m.count_hits(store, selection, f"/^({forms})$/", fold=False)
        assert (hits.count, hits.articles) == (row.count, row.articles)
    assert table["count"].sum() == m.summary(store, selection).tokens


@quick
@given(selection=selections)
def test_rates_of_the_outlets_average_to_the_rate_of_the_whole(
    store: Store, selection: Selection
) -> None:
    whole = m.trend(store, selection, ["انسحاب"], grain="year", resamples=0)
    parts = m.trend(store, selection, ["انسحاب"], grain="year", resamples=0, by_outlet=True)
    for period, group in parts.groupby("period", dropna=False):
        same = whole["period"].isna() if pd.isna(period) else whole["period"] == period
        row = whole[same].iloc[0]
        if row["tokens"]:
            mean = np.average(group["rate"].fillna(0), weights=group["tokens"])
            assert mean == pytest.approx(row["rate"], abs=1e-9)
        assert group["count"].sum() == row["count"]


@quick
@given(selection=selections)
def test_quoted_and_own_words_make_all_words(store: Store, selection: Selection) -> None:
    every, quoted, own = (
        m.frequency(
            store, selection.with_(voice=voice), limit=None, stopwords=True, dispersion=False
        ).set_index("lemma")["count"]
        for voice in ("all", "quoted", "own")
    )
    together = quoted.add(own, fill_value=0)
    assert together.to_dict() == every.to_dict()


@quick
@given(first=selections, second=selections)
def test_filters_commute(store: Store, first: Selection, second: Selection) -> None:
    base = Selection(voice=first.voice)
    one = base.with_(outlets=first.outlets).with_(
        date_from=second.date_from, undated=second.undated
    )
    two = base.with_(date_from=second.date_from, undated=second.undated).with_(
        outlets=first.outlets
    )
    assert one == two
    assert one.fingerprint(store) == two.fingerprint(store)
    pd.testing.assert_frame_equal(m.coverage(store, one), m.coverage(store, two))


@quick
@given(selection=selections)
def test_coverage_drops_nothing(store: Store, selection: Selection) -> None:
    for grain in m.GRAINS:
        table = m.coverage(store, selection, grain=grain)
        assert table["count"].sum() == m.summary(store, selection).articles
        assert table.loc[table["lane"] != "dated", "period"].isna().all()


def test_an_interval_counts_where_it_overlaps_and_is_put_in_no_month(store: Store) -> None:
    articles = store.articles
    wide = articles[articles["published_precision"] == "interval"].iloc[0]
    inside = wide["published_from"].date().replace(day=28)
    view = Selection(date_from=inside, date_to=inside, undated=False)
    table = m.coverage(store, view)
    assert "interval" in set(table["lane"])
    assert "undated" not in set(table["lane"])


def test_undated_articles_leave_only_by_a_visible_choice(store: Store) -> None:
    undated = int(store.articles["published_from"].isna().sum())
    narrow = Selection(date_from=date(2024, 5, 1), date_to=date(2024, 5, 2))
    assert m.summary(store, narrow).undated == undated > 0
    without = m.summary(store, narrow.with_(undated=False))
    assert (without.undated, without.undated_total) == (0, undated)


def test_originals_only_says_how_many_it_left_out(store: Store) -> None:
    assert m.summary(store, Selection()).copies == 3
    assert m.summary(store, Selection(originals_only=True)).copies_left_out == 3


def next_word(words: list[str], at: int) -> str:
    """Return the first or last word of a context, "" where there is none."""
    return words[at] if words else ""


def test_concordance_sorts_by_three_levels_and_pages(store: Store) -> None:
    sort = ("after1", "before1", "date")
    whole = m.concordance(store, Selection(), "قوات", sort=sort, limit=5000)
    assert len(whole) == whole.attrs["total"] == m.count_hits(store, Selection(), "قوات").count
    rows = [
        (fold(after).text, fold(before).text)
        for after, before in zip(
            whole["after"].map(lambda text: next_word(text.split(), 0)),
            whole["before"].map(lambda text: next_word(text.split(), -1)),
            strict=True,
        )
        if after in KNOWN and before in KNOWN
    ]
    assert rows == sorted(rows)
    assert len(rows) > 10
    pages = [
        m.concordance(store, Selection(), "قوات", sort=sort, offset=at, limit=9)
        for at in range(0, len(whole), 9)
    ]
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole)
    with pytest.raises(ValueError, match="before1"):
        m.concordance(store, Selection(), "قوات", sort=("left1",))


def test_concordance_lines_are_verbatim(store: Store) -> None:
    for line in m.concordance(store, Selection(), "قوات", context=4).itertuples():
        body = store.bodies([line.article_key])[line.article_key]
        assert body[line.start : line.end] == line.node
        assert body[: line.start].endswith(line.before)
        assert body[line.end :].startswith(line.after)
        assert len(line.before.split()) <= 4


def test_disagreements_hold_thing_place_side_and_month_alike(store: Store) -> None:
    claims = m.quantities(store, Selection())
    table = m.disagreements(store, Selection())
    assert len(table)
    for row in table.itertuples():
        mine = claims[claims["slot"] == row.slot]
        assert (
            mine["entity_id"].nunique()
            == mine["side_id"].nunique()
            == mine["period"].nunique()
            == 1
        )
        assert mine["article_key"].nunique() > 1
        assert mine["disputed"].any()
    assert not claims.loc[claims["slot"] == "", "disputed"].any()
    assert (claims.loc[claims["side_id"].isna(), "slot"] == "").all()
