"""Trend: how a word's use moves over time, with the uncertainty of the articles behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.coverage import period_days, with_outlets
from rasid.measures.facts import places
from rasid.measures.query import counts_of, search_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

_SEED: Final = 20_211_209
"""Resampling always starts alike, so that a page reloaded shows the same interval."""

LARGE: Final = 400
"""Above so many articles in a cell the interval is the normal limit of the resampling: drawing 72,716
articles 500 times takes seconds."""


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
    bootstrap over articles: words of one article are not independent). Periods of more than 400
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
    counts = [counts_per_article(scope, term) for term in terms]
    frame = _cells(scope, cell, np.array(counts).reshape(len(terms), -1), resamples, level)
    frame.insert(0, "period", frame["cell"].to_numpy(int) // width)
    frame["outlet"] = frame.pop("cell").to_numpy(int) % width
    frame.insert(0, "term", np.array(list(terms), object)[frame.pop("which").to_numpy(int)])
    at = frame["period"].to_numpy(int)
    frame["period"] = period_days(np.where(at == len(days), -1, at), days)
    frame.insert(2, "grain", grain)
    outlet = frame.pop("outlet")
    if not by_outlet:
        return frame
    frame.insert(3, "outlet", outlet)
    return with_outlets(frame, scope)


def counts_per_article(scope: Scope, term: str) -> Ints:
    """Return the number of hits of a search in each article in view."""
    found = counts_of(scope, search_of(scope.store, term))
    counts = np.zeros(scope.n_articles, np.int64)
    counts[places(scope, found.article_key)] = found.n
    return counts


def _cells(scope: Scope, cell: Ints, counts: Ints, resamples: int, level: float) -> pd.DataFrame:
    """Return counts, rates and intervals of each term in the cells that the articles fall in.

    Args:
        scope: The articles in view.
        cell: The cell of each of them.
        counts: Hits by term (rows) and article (columns).
        resamples: Times the articles are drawn.
        level: Coverage of the interval.
    """
    order = np.argsort(cell, kind="stable")
    cells, starts = np.unique(cell[order], return_index=True)
    members = np.split(order, starts[1:]) if len(cells) else []
    rows = []
    for number, at in zip(cells, members, strict=True):
        tokens = scope.tokens[at]
        low, high = intervals(counts[:, at], tokens, resamples, level)
        note = "few-articles" if len(at) < st.MIN_ARTICLES else ""
        for which, count in enumerate(counts[:, at]):
            rows.append(
                (which, number, count.sum(), tokens.sum(), (count > 0).sum(), len(at), low[which],
                 high[which], note)
            )  # fmt: skip
    names = [
        "which", "cell", "count", "tokens", "articles", "articles_total", "rate_low", "rate_high", "note",
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=names)
    frame.insert(6, "rate", st.rate(frame["count"].to_numpy(), frame["tokens"].to_numpy()))
    return frame.sort_values(["which", "cell"], ignore_index=True)


def intervals(
    counts: Ints, tokens: Ints, resamples: int, level: float
) -> tuple[st.Floats, st.Floats]:
    """Return the ends of the interval of each term's rate under resampling of the articles.

    Args:
        counts: Hits by term (rows) and article (columns).
        tokens: Word tokens of each article.
        resamples: Times the articles are drawn; every term is measured on the same draws.
        level: Coverage.

    Returns:
        Lower and upper ends; NaN for fewer than five articles, or none with words.
    """
    m, total = len(tokens), int(tokens.sum())
    if m < st.MIN_ARTICLES or not total or not resamples:
        return np.full(len(counts), np.nan), np.full(len(counts), np.nan)
    tail = (1 - level) / 2
    if m > LARGE:
        rate = counts.sum(axis=1) / total
        residual = counts - rate[:, None] * tokens
        error = np.sqrt(m / (m - 1) * (residual**2).sum(axis=1)) / total
        from scipy.special import ndtri  # see `statistics.p_value`

        shift = ndtri(1 - tail) * error
        return np.maximum(rate - shift, 0.0) * st.PER, (rate + shift) * st.PER
    generator = np.random.default_rng(_SEED)
    weights = generator.multinomial(m, np.full(m, 1 / m), size=resamples)
    drawn = weights @ np.vstack([counts, tokens]).T
    rates = st.rate(drawn[:, :-1], drawn[:, -1:])
    low, high = np.nanquantile(rates, [tail, 1 - tail], axis=0)
    return low, high


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
        count = counts_per_article(scope, term)
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
