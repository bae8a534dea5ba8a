"""Keyness: the words that mark one outlet against all others, with what speaks for and against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.frequency import shown
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.words import lemmas_of, totals
from rasid.store.engine import Store
from rasid.store.selection import Selection


@dataclass(frozen=True)
class _Sides:
    """Counts of some words on both sides, as parallel arrays."""

    lemma: Ints
    count: Ints
    count_rest: Ints
    articles: Ints
    articles_rest: Ints


def keyness(
    store: Store,
    selection: Selection,
    *,
    limit: int | None = 30,
    min_articles: int = 3,
    min_count: int = 5,
    stopwords: bool = False,
    boilerplate: bool = False,
) -> pd.DataFrame:
    """Return the words each outlet uses more than the rest of the selection does.

    Any number of outlets is compared, each against all others in view. p-values are adjusted by
    Benjamini-Hochberg over the words shown of the outlet. With fewer than five articles of the
    outlet, or of the rest, no p is given and `note` says why.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        limit: Words at most per outlet; None for all.
        min_articles: Articles of the outlet that must hold the word.
        min_count: Times at least that the outlet uses it.
        stopwords: Whether closed-class words are listed.
        boilerplate: Whether the news' own formulas are listed.

    Returns:
        One row a word of an outlet, outlets by id, words by G2 falling: `outlet_id`, `outlet`,
        `rank`, `lemma_id`, `lemma`, `display`, `count`, `count_rest`, `tokens`, `tokens_rest`,
        `rate`, `rate_rest` (per 10,000 word tokens), `articles`, `articles_rest` (that hold it),
        `articles_total`, `articles_rest_total` (of each side), `g2` (signed, full 2x2 table),
        `log_ratio` (0.5 for a zero), `p`, `p_adjusted` (NaN when refused), `note` ("",
        "few-articles", "few-articles-rest").
    """
    scope = scope_of(store, selection)
    lemmas = lemmas_of(store)
    split = totals(scope, by_outlet=True)
    if split.outlet is None:
        raise AssertionError("totals by outlet carry their outlet")
    keep = (split.n >= min_count) & (split.df >= min_articles)
    keep &= shown(lemmas, split.lemma, stopwords=stopwords, boilerplate=boilerplate)
    width = len(scope.index.outlet_ids)
    sizes = np.bincount(scope.outlet, scope.tokens, width).astype(np.int64)
    articles = np.bincount(scope.outlet, minlength=width)
    lemma, n, df, outlet = split.lemma[keep], split.n[keep], split.df[keep], split.outlet[keep]
    rest_n = _sums(split.lemma, split.n, len(lemmas.lemma))[lemma] - n
    rest_df = _sums(split.lemma, split.df, len(lemmas.lemma))[lemma] - df
    value = st.g2(n, rest_n, sizes[outlet], scope.n_tokens - sizes[outlet])
    order = np.lexsort((lemma, -value, outlet))
    order = order[value[order] > 0]
    starts = np.searchsorted(outlet[order], np.arange(width))
    most = len(order) if limit is None else limit
    at = order[np.arange(len(order)) - starts[outlet[order]] < most]
    number = outlet[at]
    sides = _Sides(lemma[at], n[at], rest_n[at], df[at], rest_df[at])
    table = _table(
        store,
        sides,
        (sizes[number], scope.n_tokens - sizes[number]),
        (articles[number], scope.n_articles - articles[number]),
        number,
    )
    table.insert(0, "outlet", np.array(scope.index.outlet_names, object)[number])
    table.insert(0, "outlet_id", np.array(scope.index.outlet_ids, object)[number])
    return table


def _sums(lemma: Ints, values: Ints, size: int) -> Ints:
    """Return the sum of values of each lemma, indexed by lemma."""
    # Whole numbers below 2**53 are added exactly.
    return np.bincount(lemma, values, size).astype(np.int64)


def keyness_between(
    store: Store,
    selection: Selection,
    reference: Selection,
    *,
    limit: int | None = 100,
    min_articles: int = 3,
    min_count: int = 5,
    stopwords: bool = False,
    boilerplate: bool = False,
    direction: str = "over",
) -> pd.DataFrame:
    """Return the words one selection uses more (or less) than another.

    Articles in both selections count on both sides: choose selections that do not overlap.

    Args:
        store: The store.
        selection: The articles compared.
        reference: The articles compared with.
        limit: Rows at most; None for all.
        min_articles: Articles that must hold the word on the side that uses it more.
        min_count: Times at least that this side uses it.
        stopwords: Whether closed-class words are listed.
        boilerplate: Whether the news' own formulas are listed.
        direction: "over": words the selection uses more; "under": words it uses less.

    Returns:
        The columns of `keyness` without the outlet; `_rest` is the reference. By |G2| falling.
    """
    lemmas = lemmas_of(store)
    ours, theirs = scope_of(store, selection), scope_of(store, reference)
    a, b = _every(store, ours), _every(store, theirs)
    strong = a if direction == "over" else b
    keep = (strong[0] >= min_count) & (strong[1] >= min_articles)
    keep &= shown(lemmas, np.arange(len(keep)), stopwords=stopwords, boilerplate=boilerplate)
    lemma = np.flatnonzero(keep)
    value = st.g2(a[0][lemma], b[0][lemma], ours.n_tokens, theirs.n_tokens)
    value = value if direction == "over" else -value
    at = lemma[np.lexsort((lemma, -value))][: int((value > 0).sum())][:limit]
    sides = _Sides(at, a[0][at], b[0][at], a[1][at], b[1][at])
    sizes = _both(ours.n_tokens, theirs.n_tokens, len(at))
    articles = _both(ours.n_articles, theirs.n_articles, len(at))
    return _table(store, sides, sizes, articles, np.zeros(len(at), np.int64))


def _both(ours: int, theirs: int, rows: int) -> tuple[Ints, Ints]:
    return np.full(rows, ours, np.int64), np.full(rows, theirs, np.int64)


def _every(store: Store, scope: Scope) -> tuple[Ints, Ints]:
    """Return tokens and articles of every lemma in view, indexed by lemma."""
    found = totals(scope)
    size = len(lemmas_of(store).lemma)
    n, df = np.zeros(size, np.int64), np.zeros(size, np.int64)
    n[found.lemma], df[found.lemma] = found.n, found.df
    return n, df


def _table(
    store: Store,
    sides: _Sides,
    sizes: tuple[Ints, Ints],
    articles: tuple[Ints, Ints],
    group: Ints,
) -> pd.DataFrame:
    """Return the rows of words already in their order; ranks and adjusted p start anew in each group.

    Args:
        store: The store.
        sides: The counts of each word.
        sizes: The word tokens of both sides, of each word.
        articles: The articles of both sides, of each word.
        group: Ascending numbers: the words compared together.
    """
    lemmas = lemmas_of(store)
    value = st.g2(sides.count, sides.count_rest, *sizes)
    note = refusals(*articles)
    p = np.where(note == "", st.p_value(value), np.nan)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    parts = np.split(p, starts[1:])
    adjusted = np.concatenate([st.benjamini_hochberg(part) for part in parts])
    first = np.repeat(starts, np.diff(np.append(starts, len(p)))) if len(starts) else 0
    return pd.DataFrame(
        {
            "rank": np.arange(len(p)) - first + 1,
            "lemma_id": sides.lemma,
            "lemma": lemmas.lemma[sides.lemma],
            "display": lemmas.display[sides.lemma],
            "count": sides.count,
            "count_rest": sides.count_rest,
            "tokens": sizes[0],
            "tokens_rest": sizes[1],
            "rate": st.rate(sides.count, sizes[0]),
            "rate_rest": st.rate(sides.count_rest, sizes[1]),
            "articles": sides.articles,
            "articles_rest": sides.articles_rest,
            "articles_total": articles[0],
            "articles_rest_total": articles[1],
            "g2": value,
            "log_ratio": st.log_ratio(sides.count, sides.count_rest, *sizes),
            "p": p,
            "p_adjusted": adjusted,
            "note": note,
        }
    )


def refusals(articles: Ints, articles_rest: Ints) -> np.ndarray[Any, np.dtype[np.object_]]:
    """Return why no p-value is given for comparisons of so many articles, "" where one is."""
    few = np.where(articles_rest < st.MIN_ARTICLES, "few-articles-rest", "")
    return np.where(articles < st.MIN_ARTICLES, "few-articles", few).astype(object)
