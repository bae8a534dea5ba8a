"""Frequency: how often each word is used, in how many articles, and how evenly."""

from __future__ import annotations

from typing import cast

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures import statistics as st
from rasid.measures.lexicon import lexicon_of
from rasid.measures.running import Words, places_of, words_of
from rasid.measures.scope import Ints, Mask, Scope, scope_of
from rasid.measures.words import Lemmas, Totals, containing, lemmas_of, totals, voiced
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection


def frequency(
    store: Store,
    selection: Selection,
    *,
    limit: int | None = 200,
    stopwords: bool = False,
    boilerplate: bool = True,
    min_articles: int = 1,
    contains: str = "",
    dispersion: bool = True,
) -> pd.DataFrame:
    """Return the most used lemmas of the selection.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        limit: Rows at most; None for all.
        stopwords: Whether closed-class words are listed; they always count in the base of rates.
        boilerplate: Whether the news' own formulas (said, added, source) are listed.
        min_articles: Articles at least that hold the lemma.
        contains: Only lemmas whose lemma or shown form contains this text; spelling is folded.
        dispersion: Whether dispersion is computed (a second query).

    Returns:
        One row a lemma, by count falling, then lemma: `rank` (1 = most used of the lemmas listed;
        equal counts share a rank), `lemma_id`, `lemma`, `display` (the bare form shown), `count`,
        `rate` (per 10,000 word tokens), `articles` (document frequency), `articles_share` (of the
        articles in view), `dispersion` (Gries' DPnorm over articles: 0 even, 1 in one clump; NaN
        when not asked for or with one article in view). `attrs["types"]` is the number of lemmas
        that pass the filters, `attrs["tokens"]` the base of the rates.
    """
    scope = scope_of(store, selection)
    lemmas = lemmas_of(store)
    found = totals(scope)
    keep = shown(lemmas, found.lemma, stopwords=stopwords, boilerplate=boilerplate)
    keep &= found.df >= min_articles
    if contains:
        keep &= containing(lemmas, contains)[found.lemma]
    chosen, rank = _head(found, keep, lemmas, limit)
    lemma_id, count = found.lemma[chosen], found.n[chosen]
    frame = pd.DataFrame(
        {
            "rank": rank,
            "lemma_id": lemma_id,
            "lemma": lemmas.lemma[lemma_id],
            "display": lemmas.display[lemma_id],
            "count": count,
            "rate": st.rate(count, scope.n_tokens),
            "articles": found.df[chosen],
            "articles_share": found.df[chosen] / max(scope.n_articles, 1),
            "dispersion": dispersions(scope, lemma_id, count) if dispersion else np.nan,
        }
    )
    frame.attrs |= {"types": int(keep.sum()), "tokens": scope.n_tokens}
    return frame


def shown(lemmas: Lemmas, lemma_id: Ints, *, stopwords: bool, boilerplate: bool) -> Mask:
    """Tell which lemmas are listed when closed-class words or news formulas are not wished."""
    keep = np.ones(len(lemma_id), bool)
    if not stopwords:
        keep &= ~lemmas.stopword[lemma_id]
    if not boilerplate:
        keep &= ~lemmas.boilerplate[lemma_id]
    return keep


def _head(found: Totals, keep: Mask, lemmas: Lemmas, limit: int | None) -> tuple[Ints, Ints]:
    """Return the places of the first rows by count, then lemma, and their ranks."""
    at = np.flatnonzero(keep)
    count = found.n[at]
    if limit is not None and limit < len(at):
        # Ties at the edge are kept until their lemmas have been compared.
        edge = np.partition(count, len(at) - limit)[len(at) - limit] if limit else count.max() + 1
        at = at[count >= edge]
    names = lemmas.lemma[found.lemma[at]].astype(str)
    at = at[np.lexsort((names, -found.n[at]))][:limit]
    ordered = np.sort(-found.n[keep])
    return at, np.searchsorted(ordered, -found.n[at]) + 1


def spread_expression(*, voice: str, counts: str) -> ir.Table:
    """Write the whole-number sums that DP needs, for some lemmas over the articles in view."""
    wanted = ex.bound("wanted", WANTED)
    rows = ex.table(counts).inner_join(wanted, "lemma_id").inner_join(ex.selected(), "article_key")
    value = voiced(rows, voice).cast("int64")
    rows = rows.select("lemma_id", "total", "base", value=value, size=rows.n_tokens)
    rows = rows.filter(rows.value > 0)
    apart = (rows.value * rows.base - rows.total * rows["size"]).abs()
    return rows.group_by("lemma_id").aggregate(apart=apart.sum(), held=rows["size"].sum())


WANTED = {"lemma_id": "int32", "total": "int64", "base": "int64"}


def dispersions(scope: Scope, lemma_id: Ints, count: Ints) -> st.Floats:
    """Return DPnorm of lemmas, in their order, whose total in view is `count`."""
    base = scope.n_tokens
    sizes = scope.tokens[scope.tokens > 0]
    if len(lemma_id) == 0 or len(sizes) < 2:
        return np.full(len(lemma_id), np.nan)
    wanted = pa.table(
        {
            "lemma_id": pa.array(lemma_id, pa.int32()),
            "total": pa.array(count, pa.int64()),
            "base": pa.array(np.full(len(lemma_id), base), pa.int64()),
        }
    )
    found = ex.run(
        scope.store,
        spread_expression,
        {"wanted": wanted, "selected": scope.relation()},
        voice=scope.selection.voice,
        counts=scope.index.counts,
    )
    sums = found.to_pandas().set_index("lemma_id").reindex(lemma_id)
    dp = st.deviation_of_proportions(
        sums["apart"].to_numpy(float), sums["held"].to_numpy(float), count, base
    )
    return st.normalised_dp(dp, float(sizes.min() / base))


def forms_expression(*, voice: str, whole: bool) -> ir.Table:
    """Write tokens and articles of each word type of one lemma."""
    tokens = ex.table("tokens")
    wanted = ex.bound("wanted", {"lemma_id": "int32"})
    rows = tokens.semi_join(wanted, "lemma_id")
    if voice != "all":
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    counted = rows.group_by("form_id").aggregate(
        count=rows.count(), articles=rows.article_key.nunique()
    )
    forms = ex.table("forms")
    return counted.inner_join(forms, "form_id").select("form_id", "form", "count", "articles")


def forms(store: Store, selection: Selection, lemma_id: int) -> pd.DataFrame:
    """Return the word types behind a lemma, whose counts sum to the lemma's own.

    Returns:
        One row a type, by count falling, then form: `lemma_id`, `form_id`, `form` (as written),
        `count`, `articles`.
    """
    scope = scope_of(store, selection)
    words = words_of(store)
    frame = _asked_forms(scope, lemma_id) if words is None else _held_forms(scope, words, lemma_id)
    frame = frame.sort_values(["count", "form"], ascending=[False, True], ignore_index=True)
    frame.insert(0, "lemma_id", int(lemma_id))
    return frame


def _held_forms(scope: Scope, words: Words, lemma_id: int) -> pd.DataFrame:
    """Count the types among the words in memory: the engine reads all 17 million for it, a tenth of a second."""
    lexicon, size = lexicon_of(scope.store), len(scope.index.key)
    places = places_of(scope, words, lexicon.lemma_id == lemma_id)
    types, at = np.unique(words.type[places], return_inverse=True)
    holders = np.unique(at.astype(np.int64) * size + words.article(places)) // max(size, 1)
    return pd.DataFrame(
        {
            "form_id": lexicon.form_id[types],
            "form": pd.Series(lexicon.form.take(pa.array(types)).to_pylist(), dtype="str"),
            "count": np.bincount(at, minlength=len(types)),
            "articles": np.bincount(holders, minlength=len(types)),
        }
    )


def _asked_forms(scope: Scope, lemma_id: int) -> pd.DataFrame:
    found = ex.run(
        scope.store,
        forms_expression,
        {"wanted": ex.numbers("lemma_id", [lemma_id]), "selected": scope.relation()},
        voice=scope.selection.voice,
        whole=scope.is_whole,
    )
    return cast(pd.DataFrame, found.to_pandas())
