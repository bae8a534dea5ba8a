"""Collocates: the words that keep a search's company."""

from __future__ import annotations

from typing import Any, Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures import statistics as st
from rasid.measures.frequency import shown
from rasid.measures.query import Hits, hits_of, search_of
from rasid.measures.scope import scope_of
from rasid.measures.words import lemmas_of, tokens_by_lemma
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

WINDOW: Final = 5

_NODES: Final = {"article_key": "int32", "sentence": "int16", "first": "int32", "last": "int32"}


def around(voice: str, *, spread: bool = False) -> ir.Table:
    """Write the words within a window of some nodes, in the same sentence and voice.

    `nodes` is joined to the listed distances and then to the words by equality of position.
    """
    nodes = ex.bound("nodes", _NODES)
    # Articles without a node are left out first: the join on three columns is the costly part.
    tokens = ex.table("tokens").semi_join(nodes.select("article_key").distinct(), "article_key")
    if voice != "all":
        tokens = tokens.filter(tokens.quoted if voice == "quoted" else ~tokens.quoted)
    near = nodes.cross_join(ex.bound("steps", {"step": "int32"}))
    at = (near.step < 0).ifelse(near["first"] + near.step, near["last"] + near.step)
    near = near.select("article_key", "sentence", "step", at=at)
    same = [
        tokens.article_key == near.article_key,
        tokens.position == near.at,
        tokens.sentence == near.sentence,
    ]
    rows = tokens.inner_join(near, same)
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
    nodes = hits_of(scope, search_of(store, query))
    found = ex.run(store, collocates_expression, relations(nodes, window), voice=selection.voice)
    lemma = found["lemma_id"].to_numpy()
    count, before = (found[name].to_numpy().astype(np.int64) for name in ("count", "count_before"))
    keep = (count >= min_count) & shown(lemmas, lemma, stopwords=stopwords, boilerplate=True)
    lemma, count, before = lemma[keep], count[keep], before[keep]
    every = tokens_by_lemma(scope)
    total = every[lemma]
    frame = pd.DataFrame(
        {
            "query": query,
            "window": window,
            "lemma_id": lemma,
            "lemma": lemmas.lemma[lemma],
            "display": lemmas.display[lemma],
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
