"""Similarity: how alike the outlets' vocabularies are, and in which order they cluster."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.words import Totals, lemmas_of, totals
from rasid.store.engine import Store
from rasid.store.selection import Selection


def similarity(
    store: Store, selection: Selection, *, min_articles: int = st.MIN_ARTICLES
) -> pd.DataFrame:
    """Return the Jensen-Shannon distance between the lemma distributions of all outlets.

    All lemmas count, closed-class words too. An outlet with fewer than `min_articles` articles is
    listed without a distance: its few words would look unlike anybody's.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        min_articles: Articles an outlet needs to be compared.

    Returns:
        One row an ordered pair of outlets, both halves and the diagonal, by `order_a`, `order_b`:
        `outlet_a`, `outlet_b` (ids), `name_a`, `name_b` (Arabic), `distance` (0 same, 1 nothing in
        common; square root of the divergence with binary logarithms; NaN when refused), `order_a`,
        `order_b` (place in the order of average-linkage clustering, refused ones last),
        `articles_a`, `articles_b`, `note` ("", "few-articles").
    """
    scope = scope_of(store, selection)
    numbers = np.unique(scope.outlet)
    articles = np.bincount(scope.outlet, minlength=len(scope.index.outlet_ids))
    enough = [int(n) for n in numbers if articles[n] >= min_articles]
    few = [int(n) for n in numbers if articles[n] < min_articles]
    distance = _distances(scope, enough)
    ordered = [enough[i] for i in clustering_order(distance)] + few
    place = {number: i for i, number in enumerate(enough)}
    ids, names = scope.index.outlet_ids, scope.index.outlet_names
    rows = []
    for order_a, a in enumerate(ordered):
        for order_b, b in enumerate(ordered):
            known = a in place and b in place
            value = distance[place[a], place[b]] if known else np.nan
            rows.append(
                (ids[a], ids[b], names[a], names[b], value, order_a, order_b,
                 int(articles[a]), int(articles[b]), "" if known else "few-articles")
            )  # fmt: skip
    columns = [
        "outlet_a", "outlet_b", "name_a", "name_b", "distance", "order_a", "order_b", "articles_a",
        "articles_b", "note",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _distances(scope: Scope, numbers: list[int]) -> st.Floats:
    """Return the square matrix of distances between outlets, by number."""
    size = len(numbers)
    if size < 2:
        return np.zeros((size, size))
    found = totals(scope, by_outlet=True)
    if found.outlet is None:
        raise AssertionError("totals by outlet carry their outlet")
    square = np.zeros((size, size))
    rows = [_shares(found, number) for number in numbers]
    width = len(lemmas_of(scope.store).lemma)
    for a, (lemma_a, share_a) in enumerate(rows):
        dense = np.zeros(width)
        dense[lemma_a] = share_a
        for b in range(a + 1, size):
            square[a, b] = square[b, a] = _distance(dense, *rows[b])
    return square


def _shares(found: Totals, number: int) -> tuple[Ints, st.Floats]:
    """Return the lemmas of an outlet, ascending, and their shares of its tokens."""
    mine = found.outlet == number
    order = np.argsort(found.lemma[mine])  # sums then do not depend on the order of the rows
    n = found.n[mine][order].astype(float)
    return found.lemma[mine][order], n / n.sum()


def _distance(dense: st.Floats, lemma: Ints, share: st.Floats) -> float:
    """Return the Jensen-Shannon distance of two distributions, from the lemmas they share.

    A lemma that only one of them uses adds half its share, whatever it is, so the logarithms are
    needed for the shared ones alone.
    """
    p = dense[lemma]
    both = p > 0
    p, q = p[both], share[both]
    middle = (p + q) / 2
    shared = (p * np.log2(p / middle) + q * np.log2(q / middle)).sum()
    alone = (1 - p.sum()) + (1 - q.sum())
    return float(np.sqrt(np.clip((shared + alone) / 2, 0.0, 1.0)))


def clustering_order(distance: st.Floats) -> list[int]:
    """Return the order that puts like beside like: average linkage, leaves ordered optimally."""
    if len(distance) < 3:
        return list(range(len(distance)))
    from scipy.cluster.hierarchy import leaves_list, linkage  # half a second to import
    from scipy.spatial.distance import squareform

    tree = linkage(squareform(distance, checks=False), "average", optimal_ordering=True)
    return [int(leaf) for leaf in leaves_list(tree)]
