"""Every formula against an independent implementation, or against the sum written out by hand."""

from __future__ import annotations

import math

import nltk
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from nltk.metrics.association import BigramAssocMeasures
from scipy import stats
from scipy.spatial.distance import jensenshannon

from rasid import measures as m
from rasid.measures import statistics as st
from rasid.measures.trend import intervals
from rasid.store.engine import Store
from rasid.store.selection import Selection
from tests.measures.sample import Sample

EXACT = {"rel": 1e-6, "abs": 1e-6}


@pytest.mark.parametrize(
    ("a", "b", "n1", "n2"),
    [
        (30, 12, 1000, 2000),
        (1, 900, 5_000, 17_000_000),
        (7, 7, 100, 100),
        (5, 0, 40, 60),
        (0, 9, 40, 60),
    ],
)
def test_g2_equals_scipys_likelihood_ratio(a: int, b: int, n1: int, n2: int) -> None:
    table = [[a, b], [n1 - a, n2 - b]]
    expected = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    value = st.g2(a, b, n1, n2)
    assert abs(float(value)) == pytest.approx(expected.statistic, **EXACT)
    assert np.sign(value) in (0, math.copysign(1, a / n1 - b / n2))
    assert float(st.p_value(value)) == pytest.approx(expected.pvalue, **EXACT)


@given(some.integers(0, 50), some.integers(0, 50), some.integers(60, 900), some.integers(60, 900))
def test_g2_changes_only_its_sign_when_the_sides_change_places(
    a: int, b: int, n1: int, n2: int
) -> None:
    assert float(st.g2(a, b, n1, n2)) == pytest.approx(-float(st.g2(b, a, n2, n1)), abs=1e-9)


def test_g2_of_an_empty_side_is_nothing() -> None:
    assert float(st.g2(0, 5, 0, 50)) == 0


def test_log_ratio_doubles_with_one_and_stands_half_for_zero() -> None:
    assert float(st.log_ratio(20, 10, 100, 100)) == pytest.approx(1)
    assert float(st.log_ratio(8, 0, 100, 400)) == pytest.approx(math.log2((8 / 100) / (0.5 / 400)))
    assert math.isnan(float(st.log_ratio(1, 1, 0, 9)))


def test_adjusted_p_follow_the_rule_written_out() -> None:
    p = [0.01, 0.04, 0.03, float("nan"), 0.2]
    ranked = sorted(value for value in p if value == value)
    for value, adjusted in zip(p, st.benjamini_hochberg(p), strict=True):
        if value != value:
            assert math.isnan(adjusted)
            continue
        later = [q * len(ranked) / (i + 1) for i, q in enumerate(ranked) if q >= value]
        assert adjusted == pytest.approx(min(1, *later), **EXACT)


def test_association_scores_equal_nltks() -> None:
    together, node, other, tokens = 12, 40, 95, 10_000
    marginals = (together, (node, other), tokens)
    assert float(st.mutual_information(together, node, other, tokens)) == pytest.approx(
        BigramAssocMeasures.pmi(*marginals), **EXACT
    )
    assert float(st.log_dice(together, node, other)) == pytest.approx(
        14 + math.log2(BigramAssocMeasures.dice(*marginals)), **EXACT
    )


def _lemmas(sample: Sample, keys: list[int], quoted: bool | None = None) -> list[list[str]]:
    return [[w for w, q in sample.words[key] if quoted is None or q == quoted] for key in keys]


def test_frequency_counts_rates_and_dispersion(sample: Sample, store: Store) -> None:
    for voice, quoted in (("all", None), ("quoted", True), ("own", False)):
        texts = _lemmas(sample, list(range(60)), quoted)
        every = nltk.FreqDist(word for text in texts for word in text)
        total = every.N()
        table = m.frequency(store, Selection(voice=voice), limit=None, stopwords=True)
        assert dict(zip(table["lemma"], table["count"], strict=True)) == dict(every)
        sizes = [len(text) for text in texts if text]
        for row in table.itertuples():
            held = [text.count(row.lemma) for text in texts if text]
            assert row.articles == sum(v > 0 for v in held)
            assert row.rate == pytest.approx(10_000 * every[row.lemma] / total, **EXACT)
            dp = (
                sum(abs(v / every[row.lemma] - n / total) for v, n in zip(held, sizes, strict=True))
                / 2
            )
            assert row.dispersion == pytest.approx(dp / (1 - min(sizes) / total), **EXACT)


def test_the_dispersion_of_a_search_equals_that_of_its_lemma(store: Store) -> None:
    table = m.frequency(store, Selection()).set_index("lemma")
    found = m.dispersion(store, Selection(), ["انسحاب"]).iloc[0]
    assert found["dispersion"] == pytest.approx(table.loc["انسحاب", "dispersion"], **EXACT)
    assert found["count"] == table.loc["انسحاب", "count"]


def test_keyness_equals_a_calculation_from_the_words(sample: Sample, store: Store) -> None:
    articles = sample.rows["articles"]
    table = m.keyness(store, Selection(), limit=None, min_articles=1, min_count=1)
    assert {"alpha", "beta", "gamma", "delta"} <= set(table["outlet_id"])
    for outlet_id, group in table.groupby("outlet_id"):
        mine = [a["article_key"] for a in articles if a["outlet_id"] == outlet_id]
        rest = [a["article_key"] for a in articles if a["outlet_id"] != outlet_id]
        ours = [w for text in _lemmas(sample, mine) for w in text]
        theirs = [w for text in _lemmas(sample, rest) for w in text]
        for row in group.itertuples():
            a, b = ours.count(row.lemma), theirs.count(row.lemma)
            assert (row.count, row.count_rest, row.tokens, row.tokens_rest) == (
                a,
                b,
                len(ours),
                len(theirs),
            )
            contingency = [[a, b], [len(ours) - a, len(theirs) - b]]
            g2 = stats.chi2_contingency(contingency, correction=False, lambda_="log-likelihood")
            assert row.g2 == pytest.approx(g2.statistic, **EXACT)
            ratio = (a / len(ours)) / ((b or 0.5) / len(theirs))
            assert row.log_ratio == pytest.approx(math.log2(ratio), **EXACT)
            if outlet_id != "tiny":
                assert row.p == pytest.approx(g2.pvalue, **EXACT)
        if outlet_id != "tiny":
            adjusted = stats.false_discovery_control(group["p"])
            np.testing.assert_allclose(group["p_adjusted"], adjusted, rtol=1e-6)
        assert group["g2"].is_monotonic_decreasing


def test_three_articles_get_no_p_value_but_a_reason(store: Store) -> None:
    table = m.keyness(store, Selection(), min_articles=1, min_count=1)
    tiny = table[table["outlet_id"] == "tiny"]
    assert len(tiny)
    assert tiny["p"].isna().all()
    assert tiny["p_adjusted"].isna().all()
    assert set(tiny["note"]) == {"few-articles"}
    assert set(table.loc[table["outlet_id"] == "alpha", "note"]) == {""}
    two = m.keyness(store, Selection(outlets=("alpha", "tiny")), min_articles=1, min_count=1)
    assert set(two.loc[two["outlet_id"] == "alpha", "note"]) == {"few-articles-rest"}


def test_similarity_equals_scipys_distance(sample: Sample, store: Store) -> None:
    table = m.similarity(store, Selection())
    articles = sample.rows["articles"]
    shares = {}
    for outlet_id in ("alpha", "beta", "gamma", "delta"):
        keys = [a["article_key"] for a in articles if a["outlet_id"] == outlet_id]
        words = [w for text in _lemmas(sample, keys) for w in text]
        shares[outlet_id] = [
            words.count(row["lemma"]) / len(words) for row in sample.rows["lemmas"]
        ]
    known = table[table["note"] == ""]
    assert len(known) == 16
    for row in known.itertuples():
        expected = jensenshannon(shares[row.outlet_a], shares[row.outlet_b], base=2)
        assert row.distance == pytest.approx(expected, **EXACT)
    refused = table[(table["outlet_a"] == "tiny") | (table["outlet_b"] == "tiny")]
    assert refused["distance"].isna().all()
    assert set(refused["note"]) == {"few-articles"}
    assert sorted(table["order_a"].unique()) == list(range(5))


def test_collocates_equal_a_count_by_hand(sample: Sample, store: Store) -> None:
    window = 3
    tokens = sample.rows["tokens"]
    place = {(t["article_key"], t["position"]): t for t in tokens}
    names = [row["lemma"] for row in sample.rows["lemmas"]]
    pairs: dict[str, list[int]] = {}
    nodes = [t for t in tokens if names[t["lemma_id"]] == "قوه"]
    for node in nodes:
        for step in [s for s in range(-window, window + 1) if s]:
            other = place.get((node["article_key"], node["position"] + step))
            if other and other["sentence"] == node["sentence"]:
                pairs.setdefault(names[other["lemma_id"]], []).append(step)
    table = m.collocates(store, Selection(), "قوات", window=window, min_count=1, stopwords=True)
    assert {row.lemma: row.count for row in table.itertuples()} == {
        k: len(v) for k, v in pairs.items()
    }
    totals = nltk.FreqDist(names[t["lemma_id"]] for t in tokens)
    for row in table.itertuples():
        assert row.count_before == sum(step < 0 for step in pairs[row.lemma])
        both = (row.count, (len(nodes), totals[row.lemma]), len(tokens))
        assert row.mi == pytest.approx(BigramAssocMeasures.pmi(*both), **EXACT)
        dice = 14 + math.log2(2 * row.count / (len(nodes) + totals[row.lemma]))
        assert row.log_dice == pytest.approx(dice, **EXACT)


@pytest.mark.parametrize("size", [2, 3])
def test_phrases_equal_nltks_ngrams(sample: Sample, store: Store, size: int) -> None:
    sentences: dict[tuple[int, int], list[str]] = {}
    names = [row["lemma"] for row in sample.rows["lemmas"]]
    stop = {row["lemma"] for row in sample.rows["lemmas"] if row["stopword"]}
    for token in sample.rows["tokens"]:
        sentences.setdefault((token["article_key"], token["sentence"]), []).append(
            names[token["lemma_id"]]
        )
    expected = nltk.FreqDist(
        gram for words in sentences.values() for gram in nltk.ngrams(words, size)
    )
    expected = {gram: n for gram, n in expected.items() if not stop & set(gram)}
    table = m.phrases(store, Selection(), size=size, limit=10_000, min_count=1)
    found = {tuple(names[i] for i in row.lemma_ids): row.count for row in table.itertuples()}
    assert found == expected


def test_trend_counts_and_interval(sample: Sample, store: Store) -> None:
    table = m.trend(store, Selection(), ["انسحاب"], grain="quarter")
    assert table["count"].sum() == sum(
        text.count("انسحاب") for text in _lemmas(sample, list(range(60)))
    )
    assert table["period"].isna().sum() == 1
    big = table[table["articles_total"] >= 5]
    assert ((big["rate_low"] <= big["rate"]) & (big["rate"] <= big["rate_high"])).all()
    small = table[table["articles_total"] < 5]
    assert small["rate_low"].isna().all()
    assert set(small["note"]) <= {"few-articles"}


def test_the_interval_equals_scipys_bootstrap() -> None:
    chance = np.random.default_rng(5)
    tokens = chance.integers(100, 400, 200)
    counts = chance.binomial(tokens, 0.02)
    low, high = intervals(counts[None, :], tokens, 4000, 0.95)
    reference = stats.bootstrap(
        (counts, tokens), lambda x, t, axis=-1: 1e4 * x.sum(axis) / t.sum(axis), paired=True,
        n_resamples=4000, method="percentile", rng=np.random.default_rng(6), vectorized=True,
    ).confidence_interval  # fmt: skip
    assert low[0] == pytest.approx(reference.low, rel=0.02)
    assert high[0] == pytest.approx(reference.high, rel=0.02)


def test_the_large_interval_meets_the_resampled_one() -> None:
    chance = np.random.default_rng(5)
    tokens = chance.integers(100, 400, 800)
    counts = chance.binomial(tokens, 0.02)
    low, high = intervals(counts[None, :], tokens, 500, 0.95)
    weights = chance.multinomial(800, np.full(800, 1 / 800), size=3000)
    rates = 1e4 * (weights @ counts) / (weights @ tokens)
    assert low[0] == pytest.approx(np.quantile(rates, 0.025), rel=0.02)
    assert high[0] == pytest.approx(np.quantile(rates, 0.975), rel=0.02)
