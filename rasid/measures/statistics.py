"""The formulas, on plain arrays of counts; queries count, this module divides.

Counts reach it as whole numbers, so every engine gives the same table to the last digit.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike

Floats = np.ndarray[Any, np.dtype[np.float64]]

PER: Final = 10_000
"""Rates are per this many word tokens."""

MIN_ARTICLES: Final = 5
"""With fewer articles on a side no p-value is given: the reason stands in its place."""


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def rate(count: ArrayLike, tokens: ArrayLike) -> Floats:
    """Return occurrences per 10,000 word tokens; NaN where there are no tokens."""
    count, tokens = np.broadcast_arrays(_floats(count), _floats(tokens))
    out = np.full(count.shape, np.nan)
    np.divide(count * PER, tokens, out=out, where=tokens > 0)
    return out


def g2(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Return the signed log-likelihood ratio of a word's use in two corpora.

    The full 2x2 table is used (the word, all other words), not its two upper cells. Positive: the
    first corpus uses the word more. 0 where a corpus is empty.

    Args:
        a: Occurrences in the first corpus.
        b: Occurrences in the second corpus.
        n1: Tokens of the first corpus.
        n2: Tokens of the second corpus.

    Source: Dunning 1993, "Accurate methods for the statistics of surprise and coincidence".
    """
    a, b, n1, n2 = np.broadcast_arrays(_floats(a), _floats(b), _floats(n1), _floats(n2))
    n, word = n1 + n2, a + b
    # O ln(O/E) keeps nine digits where a difference of n ln n loses them in a large corpus.
    value = 2 * (
        _part(a, n1 * word, n)
        + _part(b, n2 * word, n)
        + _part(n1 - a, n1 * (n - word), n)
        + _part(n2 - b, n2 * (n - word), n)
    )
    value = np.maximum(value, 0.0)  # rounding can leave a tiny negative where the rates are equal
    usable = (n1 > 0) & (n2 > 0)
    sign = np.sign(a * n2 - b * n1)
    return np.where(usable, sign * value, 0.0)


def _part(observed: Floats, margins: Floats, n: Floats) -> Floats:
    """Return O ln(O/E) with E = margins / n; 0 for an empty cell."""
    filled = observed > 0
    ratio = np.divide(observed * n, margins, out=np.ones(observed.shape), where=filled)
    return np.asarray(observed * np.log(ratio))


def log_ratio(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Return the binary logarithm of the ratio of two relative frequencies; 0.5 stands for 0.

    Source: Hardie 2014, "Log Ratio - an informal introduction".
    """
    a, b, n1, n2 = np.broadcast_arrays(_floats(a), _floats(b), _floats(n1), _floats(n2))
    a, b = np.where(a == 0, 0.5, a), np.where(b == 0, 0.5, b)
    out = np.full(a.shape, np.nan)
    usable = (n1 > 0) & (n2 > 0)
    np.divide(a * n2, b * n1, out=out, where=usable)
    return np.asarray(np.log2(out))


def p_value(g2_value: ArrayLike) -> Floats:
    """Return the p of a (signed) G2: the upper tail of chi-squared with one degree of freedom."""
    # The function behind `scipy.stats.chi2.sf`, whose import takes a second and a half beside the first pages.
    from scipy.special import chdtrc

    return np.asarray(chdtrc(1, np.abs(_floats(g2_value))), dtype=np.float64)


def benjamini_hochberg(p: ArrayLike) -> Floats:
    """Return p-values adjusted for the false discovery rate; NaN stays NaN and does not count.

    Source: Benjamini & Hochberg 1995.
    """
    values = _floats(p)
    out = np.full(values.shape, np.nan)
    known = np.flatnonzero(~np.isnan(values))
    falling = known[np.argsort(-values[known], kind="stable")]
    rank = np.arange(len(falling), 0, -1)
    # A p-value is never adjusted above that of a larger one.
    out[falling] = np.minimum.accumulate(np.minimum(values[falling] * len(falling) / rank, 1.0))
    return out


def deviation_of_proportions(
    absolute: ArrayLike, share_of_holders: ArrayLike, count: ArrayLike, tokens: int
) -> Floats:
    """Return Gries' DP over articles: 0 where a word is spread as the tokens are, near 1 in a clump.

    DP is half the sum over articles of |v/f - n/N|: v occurrences in an article of n tokens, f in
    all of N tokens. Articles without the word add n/N each, so only those with it are summed.

    Args:
        absolute: Sum of |v*N - f*n| over the articles that hold the word (whole numbers).
        share_of_holders: Sum of n over those articles.
        count: f.
        tokens: N.

    Source: Gries 2008, "Dispersions and adjusted frequencies in corpora".
    """
    absolute, holders, count = _floats(absolute), _floats(share_of_holders), _floats(count)
    return 0.5 * (absolute / (count * tokens) + 1.0 - holders / tokens)


def normalised_dp(dp: ArrayLike, smallest_share: float) -> Floats:
    """Return DPnorm = DP / (1 - the smallest article's share of the tokens); NaN for one article.

    Source: Lijffijt & Gries 2012, "Correction to Stefan Th. Gries' Dispersions...".
    """
    dp = _floats(dp)
    if smallest_share >= 1.0:
        return np.full(dp.shape, np.nan)
    return np.clip(dp / (1.0 - smallest_share), 0.0, 1.0)


def log_dice(together: ArrayLike, node: ArrayLike, collocate: ArrayLike) -> Floats:
    """Return logDice = 14 + log2(2 f(xy) / (f(x) + f(y))): at most 14, comparable between corpora.

    Source: Rychly 2008, "A lexicographer-friendly association score".
    """
    return np.asarray(14 + np.log2(2 * _floats(together) / (_floats(node) + _floats(collocate))))


def mutual_information(
    together: ArrayLike, node: ArrayLike, collocate: ArrayLike, tokens: ArrayLike
) -> Floats:
    """Return MI = log2(f(xy) N / (f(x) f(y))), without a correction for the window.

    Source: Church & Hanks 1990; the form that Sketch Engine uses.
    """
    expected = _floats(node) * _floats(collocate)
    return np.asarray(np.log2(_floats(together) * _floats(tokens) / expected))
