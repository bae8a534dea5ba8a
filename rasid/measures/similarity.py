"""Similarity: how alike the outlets' vocabularies are, and in which order they cluster."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from rasid.measures import statistics as st
from rasid.measures.scope import Scope, scope_of
from rasid.measures.words import lemmas_of, totals
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
    square = np.zeros((size, size))
    if size < 2:
        return square
    found = totals(scope, by_outlet=True)
    if found.outlet is None:
        raise AssertionError("totals by outlet carry their outlet")
    row = np.full(len(scope.index.outlet_ids), -1)
    row[numbers] = np.arange(size)
    mine = row[found.outlet]
    kept = mine >= 0
    shape = (size, len(lemmas_of(scope.store).lemma))
    # Sorted input: sums of floats then do not depend on the order the engine gave.
    order = np.lexsort((found.lemma[kept], mine[kept]))
    entries = found.n[kept][order].astype(float), (mine[kept][order], found.lemma[kept][order])
    counts = csr_array(entries, shape=shape)
    shares = csr_array(counts.multiply(1 / counts.sum(axis=1)[:, None]))
    own = np.array([_entropy(shares[[i]].data) for i in range(size)])
    for a, b in combinations(range(size), 2):
        middle = shares[[a]] + shares[[b]]
        divergence = _entropy(middle.data / 2) - (own[a] + own[b]) / 2
        square[a, b] = square[b, a] = np.sqrt(max(divergence, 0.0))
    return np.clip(square, 0.0, 1.0)


def _entropy(shares: st.Floats) -> float:
    shares = shares[shares > 0]
    return float(-(shares * np.log2(shares)).sum())


def clustering_order(distance: st.Floats) -> list[int]:
    """Return the order that puts like beside like: average linkage, leaves ordered optimally."""
    if len(distance) < 3:
        return list(range(len(distance)))
    tree = linkage(squareform(distance, checks=False), "average", optimal_ordering=True)
    return [int(leaf) for leaf in leaves_list(tree)]
