"""Collocates: the words that keep a search's company, and phrases of words that stand together."""

from __future__ import annotations

from typing import Any, Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures import statistics as st
from rasid.measures.frequency import shown
from rasid.measures.query import Hits, hits_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.words import lemmas_of, totals
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

WINDOW: Final = 5

_NODES: Final = {"article_key": "int32", "sentence": "int16", "first": "int32", "last": "int32"}


def around(voice: str, *, spread: bool = False) -> ir.Table:
    """Write the words within a window of some nodes, in the same sentence and voice.

    `nodes` is joined to the listed distances and then to the words by equality of position.
    """
    tokens, nodes = ex.table("tokens"), ex.bound("nodes", _NODES)
    steps = ex.bound("steps", {"step": "int32"})
    near = nodes.cross_join(steps)
    at = (near.step < 0).ifelse(near["first"] + near.step, near["last"] + near.step)
    near = near.select("article_key", "sentence", "step", at=at)
    same = [
        tokens.article_key == near.article_key,
        tokens.position == near.at,
        tokens.sentence == near.sentence,
    ]
    rows = tokens.inner_join(near, same)
    if voice != "all":
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    keys = (
        [tokens.article_key, tokens.sentence, tokens.start, tokens.end]
        if spread
        else [tokens.article_key]
    )
    return rows.select(*keys, tokens.lemma_id, near.step)


def collocates_expression(*, voice: str) -> ir.Table:
    """Write how often each lemma stands before and after the nodes, in how many articles."""
    rows = around(voice)
    before = (rows.step < 0).cast("int32")
    return rows.group_by("lemma_id").aggregate(
        count=rows.count(), count_before=before.sum(), articles=rows.article_key.nunique()
    )


def collocates(
    store: Store,
    selection: Selection,
    query: str,
    *,
    window: int = WINDOW,
    limit: int | None = 100,
    min_count: int = 3,
    stopwords: bool = False,
) -> pd.DataFrame:
    """Return the lemmas that stand near what a search finds.

    A pair is a node and a word at most `window` words away in the same sentence; a word near two
    nodes is in two pairs.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        query: A search expression: the node.
        window: Words on each side.
        limit: Rows at most; None for all.
        min_count: Pairs at least.
        stopwords: Whether closed-class words are listed.

    Returns:
        One row a collocate, by logDice falling, then count, then lemma: `query`, `window`, `rank`,
        `lemma_id`, `lemma`, `display`, `count` (pairs), `count_before`, `count_after`, `articles`,
        `count_total` (its tokens in view), `log_dice`, `mi`. `attrs["node_count"]`: nodes.

    Raises:
        QueryError: When the search cannot be read.
    """
    scope, lemmas = scope_of(store, selection), lemmas_of(store)
    nodes = hits_of(scope, query)
    found = ex.run(store, collocates_expression, relations(nodes, window), voice=selection.voice)
    lemma = found["lemma_id"].to_numpy()
    count, before = (found[name].to_numpy().astype(np.int64) for name in ("count", "count_before"))
    keep = (count >= min_count) & shown(lemmas, lemma, stopwords=stopwords, boilerplate=True)
    lemma, count, before = lemma[keep], count[keep], before[keep]
    every = _indexed(scope)
    total = every[lemma]
    frame = pd.DataFrame(
        {
            "query": query,
            "window": window,
            "lemma_id": lemma,
            "lemma": lemmas.lemma.to_numpy(object)[lemma],
            "display": lemmas.display.to_numpy(object)[lemma],
            "count": count,
            "count_before": before,
            "count_after": count - before,
            "articles": found["articles"].to_numpy()[keep],
            "count_total": total,
            "log_dice": st.log_dice(count, len(nodes), total),
            "mi": st.mutual_information(count, len(nodes), total, scope.n_tokens),
        }
    )
    frame = frame.sort_values(
        ["log_dice", "count", "lemma"], ascending=[False, False, True], ignore_index=True
    )[:limit]
    frame.insert(2, "rank", np.arange(1, len(frame) + 1))
    frame.attrs["node_count"] = len(nodes)
    return frame


def _indexed(scope: Scope) -> Ints:
    """Return the tokens in view of every lemma, indexed by lemma."""
    found = totals(scope)
    every = np.zeros(len(lemmas_of(scope.store).lemma), np.int64)
    every[found.lemma] = found.n
    return every


def relations(nodes: Hits, window: int) -> dict[str, pa.Table]:
    """Return the tables to bind for words around some nodes."""
    steps = [step for step in range(-window, window + 1) if step]
    rows: dict[str, Any] = {
        "article_key": pa.array(nodes.article_key, pa.int32()),
        "sentence": pa.array(nodes.sentence, pa.int16()),
        "first": pa.array(nodes.first, pa.int32()),
        "last": pa.array(nodes.last, pa.int32()),
    }
    return {"nodes": pa.table(rows), "steps": ex.numbers("step", steps)}


def phrases_expression(*, size: int, voice: str, whole: bool) -> ir.Table:
    """Write how often sequences of `size` frequent lemmas occur within a sentence."""
    rows = ex.table("tokens").semi_join(ex.bound("frequent", {"lemma_id": "int32"}), "lemma_id")
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    if voice != "all":
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    rows = rows.select("article_key", "sentence", "position", "lemma_id")
    chain = rows.select("article_key", "sentence", at=rows.position, l0=rows.lemma_id)
    for k in range(1, size):
        word = rows.view()
        same = [
            chain.article_key == word.article_key,
            chain.at + 1 == word.position,
            chain.sentence == word.sentence,
        ]
        pairs = chain.inner_join(word, same)
        kept = {f"l{i}": chain[f"l{i}"] for i in range(k)}
        chain = pairs.select(
            chain.article_key, chain.sentence, at=word.position, **kept, **{f"l{k}": word.lemma_id}
        )
    return chain.group_by([f"l{i}" for i in range(size)]).aggregate(
        count=chain.count(), articles=chain.article_key.nunique()
    )


def phrases(
    store: Store,
    selection: Selection,
    *,
    size: int = 2,
    limit: int = 100,
    min_count: int = 3,
) -> pd.DataFrame:
    """Return the most frequent sequences of two or three lemmas without closed-class words.

    A phrase cannot be more frequent than its rarest word, so only words at least as frequent as the
    last phrase listed need be joined: the list is exact (Agrawal & Srikant 1994, the apriori rule).

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        size: Words of a phrase, 2 or 3.
        limit: Rows at most.
        min_count: Occurrences at least.

    Returns:
        One row a phrase, by count falling, then phrase: `rank`, `size`, `lemma_ids` (tuple),
        `phrase` (the lemmas' shown forms), `count`, `articles`, `log_dice`: 14 +
        log2(size f / sum of its words' counts), for two words the usual logDice.
    """
    scope, lemmas = scope_of(store, selection), lemmas_of(store)
    every = _indexed(scope)
    every[lemmas.stopword] = 0
    floor = max(min_count, 1)
    order = np.sort(every[every >= floor])[::-1]
    width = 2_000
    while True:
        least = int(order[width - 1]) if width <= len(order) else floor
        found = _phrases(scope, np.flatnonzero(every >= max(least, floor)), size)
        count = found["count"].to_numpy()
        listed = np.sort(count)[::-1][:limit]
        if least <= floor or (len(listed) == limit and listed[-1] >= least):
            break
        width *= 8
    frame = found[found["count"] >= min_count].copy()
    columns = [f"l{i}" for i in range(size)]
    ids = frame[columns].to_numpy()
    shown_forms = lemmas.display.to_numpy(object)
    frame["lemma_ids"] = [tuple(map(int, row)) for row in ids]
    frame["phrase"] = [" ".join(shown_forms[row]) for row in ids]
    frame["size"] = size
    frame["log_dice"] = 14 + np.log2(size * frame["count"].to_numpy() / every[ids].sum(axis=1))
    frame = frame.sort_values(["count", "phrase"], ascending=[False, True], ignore_index=True)[
        :limit
    ]
    frame.insert(0, "rank", np.arange(1, len(frame) + 1))
    return frame[["rank", "size", "lemma_ids", "phrase", "count", "articles", "log_dice"]]


def _phrases(scope: Scope, lemma_ids: Ints, size: int) -> pd.DataFrame:
    bound = {"frequent": ex.numbers("lemma_id", lemma_ids)}
    if not scope.is_whole:
        bound["selected"] = scope.relation()
    found = ex.run(
        scope.store,
        phrases_expression,
        bound,
        size=size,
        voice=scope.selection.voice,
        whole=scope.is_whole,
    )
    frame: pd.DataFrame = found.to_pandas()
    return frame
