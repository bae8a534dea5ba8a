"""Trend: how a word's use moves over time, with the uncertainty of the articles behind it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.coverage import period_days, with_outlets
from rasid.measures.facts import places
from rasid.measures.query import Hits, hits_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

_SEED = 20_211_209
"""Resampling always starts alike, so that a page reloaded shows the same interval."""

_LARGE = 2_000
"""Above so many articles in a period the interval is the resampling's own limit, the normal one."""


def trend(
    store: Store,
    selection: Selection,
    terms: Sequence[str],
    *,
    grain: str = "month",
    by_outlet: bool = False,
    resamples: int = 500,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the use of some terms in each period of the selection.

    The interval comes from drawing the period's articles anew, with replacement (percentile
    bootstrap over articles: words of one article are not independent). Periods of more than 2,000
    articles use the normal limit of the same resampling. With fewer than five articles in the
    period there is no interval and `note` says so.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        terms: Search expressions.
        grain: day, week, month, quarter or year.
        by_outlet: Whether outlets are counted apart.
        resamples: Times the articles are drawn.
        level: Coverage of the interval.

    Returns:
        One row a term and period (and outlet) with articles in view, terms in their order, periods
        in order, the last of them NaT (articles not known to the grain): `term`, `period`, `grain`,
        `outlet_id`, `outlet` (by_outlet), `count`, `tokens`, `articles` (that hold the term),
        `articles_total`, `rate` (per 10,000 word tokens), `rate_low`, `rate_high`, `note` ("",
        "few-articles").

    Raises:
        QueryError: When a term cannot be read.
    """
    scope = scope_of(store, selection)
    period, days = scope.periods(grain)
    # NaT last: the unknown period gets the highest number while sorting.
    number = np.where(period < 0, len(days), period)
    width = len(scope.index.outlet_ids) if by_outlet else 1
    cell = number.astype(np.int64) * width + (scope.outlet if by_outlet else 0)
    tables = []
    for term in terms:
        per_article = counts_per_article(scope, hits_of(scope, term))
        table = _cells(scope, cell, per_article, resamples, level)
        table.insert(0, "period", table["cell"].to_numpy() // width)
        table["outlet"] = table.pop("cell").to_numpy() % width
        table.insert(0, "term", term)
        tables.append(table)
    if not tables:
        tables = [_cells(scope, cell[:0], np.zeros(0, np.int64), 0, level)]
        tables[0] = tables[0].rename(columns={"cell": "period"}).assign(term="", outlet=0)
    frame = pd.concat(tables, ignore_index=True)
    at = frame["period"].to_numpy(int)
    frame["period"] = period_days(np.where(at == len(days), -1, at), days)
    frame.insert(2, "grain", grain)
    outlet = frame.pop("outlet")
    if not by_outlet:
        return frame
    frame.insert(3, "outlet", outlet)
    return with_outlets(frame, scope)


def counts_per_article(scope: Scope, hits: Hits) -> Ints:
    """Return the number of hits in each article in view."""
    return np.bincount(places(scope, hits.article_key), minlength=scope.n_articles)


def _cells(scope: Scope, cell: Ints, count: Ints, resamples: int, level: float) -> pd.DataFrame:
    """Return counts, rates and intervals of the cells that the articles in view fall in."""
    tokens = scope.tokens[: len(cell)]
    order = np.argsort(cell, kind="stable")
    cells, starts = np.unique(cell[order], return_index=True)
    rows = []
    generator = np.random.default_rng(_SEED)
    for number, at in zip(cells, np.split(order, starts[1:]), strict=True):
        x, t = count[at], tokens[at]
        low, high = interval(x, t, resamples, level, generator)
        note = "few-articles" if len(at) < st.MIN_ARTICLES else ""
        rows.append((number, x.sum(), t.sum(), (x > 0).sum(), len(at), low, high, note))
    names = [
        "cell",
        "count",
        "tokens",
        "articles",
        "articles_total",
        "rate_low",
        "rate_high",
        "note",
    ]
    frame = pd.DataFrame(rows, columns=names)
    frame.insert(5, "rate", st.rate(frame["count"].to_numpy(), frame["tokens"].to_numpy()))
    return frame


def interval(
    count: Ints, tokens: Ints, resamples: int, level: float, generator: np.random.Generator
) -> tuple[float, float]:
    """Return the interval of a rate under resampling of its articles; NaN for fewer than five."""
    m, total = len(count), int(tokens.sum())
    if m < st.MIN_ARTICLES or not total or not resamples:
        return float("nan"), float("nan")
    tail = (1 - level) / 2
    if not count.any():
        return 0.0, 0.0
    if m > _LARGE:
        rate = count.sum() / total
        residual = count - rate * tokens
        error = float(np.sqrt(m / (m - 1) * (residual**2).sum())) / total
        shift = float(-st.stats.norm.ppf(tail)) * error
        return max(0.0, (rate - shift) * st.PER), (rate + shift) * st.PER
    weights = generator.multinomial(m, np.full(m, 1 / m), size=resamples)
    drawn = weights @ np.column_stack([count, tokens])
    rates = st.rate(drawn[:, 0], drawn[:, 1])
    low, high = np.nanquantile(rates, [tail, 1 - tail])
    return float(low), float(high)


def dispersion(store: Store, selection: Selection, terms: Sequence[str]) -> pd.DataFrame:
    """Return how evenly some terms are spread over the articles in view.

    Returns:
        One row a term in the order given: `term`, `count`, `articles`, `articles_total`, `dp`
        (Gries' DP over articles), `dispersion` (DPnorm); NaN for a term that does not occur.

    Raises:
        QueryError: When a term cannot be read.
    """
    scope = scope_of(store, selection)
    rows = []
    for term in terms:
        count = counts_per_article(scope, hits_of(scope, term))
        rows.append(
            (term, int(count.sum()), int((count > 0).sum()), scope.n_articles, *_dp(scope, count))
        )
    return pd.DataFrame(
        rows, columns=["term", "count", "articles", "articles_total", "dp", "dispersion"]
    )


def _dp(scope: Scope, count: Ints) -> tuple[float, float]:
    total, base = int(count.sum()), scope.n_tokens
    sizes = scope.tokens[scope.tokens > 0]
    if not total or len(sizes) < 2:
        return float("nan"), float("nan")
    dp = 0.5 * float(np.abs(count / total - scope.tokens / base).sum())
    return dp, float(st.normalised_dp(dp, float(sizes.min() / base)))
