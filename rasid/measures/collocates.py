"""Collocates: the words that keep a search's company."""

from __future__ import annotations

from typing import Any, Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures import statistics as st
from rasid.measures.frequency import shown
from rasid.measures.query import Spots, search_of, spots_of
from rasid.measures.runs import beside
from rasid.measures.scope import scope_of
from rasid.measures.words import lemmas_of, tokens_by_lemma
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

WINDOW: Final = 5

_NODES: Final = {"article_key": "int32", "sentence": "int16", "first": "int32", "last": "int32"}


def near() -> ir.Table:
    """Write the positions within a window of some nodes, with the sentence they must lie in.

    `nodes` is joined to the listed distances; a join on a range of positions took a thousand times as
    long.
    """
    nodes = ex.bound("nodes", _NODES)
    rows = nodes.cross_join(ex.bound("steps", {"step": "int32"}))
    at = (rows.step < 0).ifelse(rows["first"] + rows.step, rows["last"] + rows.step)
    return rows.select("article_key", "sentence", "step", at=at)


def collocates_expression(*, voice: str, ready: bool) -> ir.Table:
    """Write how often each lemma stands before and after the nodes, in how many articles."""
    rows = beside(near(), ready=ready)
    rows = rows.filter(rows.sentence == rows.sentence_at)
    if voice != "all":
        rows = rows.filter(rows.quoted_at if voice == "quoted" else ~rows.quoted_at)
    rows = rows.select("article_key", "form_id", before=(rows.step < 0).cast("int32"))
    forms = ex.table("forms")
    rows = rows.inner_join(forms, "form_id").select("article_key", "lemma_id", "before")
    # Counted in two steps: distinct articles of each lemma took three times as long in one.
    held = rows.group_by(["lemma_id", "article_key"]).aggregate(
        n=rows.count(), n_before=rows.before.sum()
    )
    return held.group_by("lemma_id").aggregate(
        count=held.n.sum(), count_before=held.n_before.sum(), articles=held.count()
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
    nodes = spots_of(scope, search_of(store, query))
    found = ex.run(
        store,
        collocates_expression,
        relations(nodes, window),
        voice=selection.voice,
        ready=scope.index.runs,
    )
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


def relations(nodes: Spots, window: int) -> dict[str, pa.Table]:
    """Return the tables to bind for words around some nodes."""
    steps = [step for step in range(-window, window + 1) if step]
    rows: dict[str, Any] = {
        "article_key": pa.array(nodes.article_key, pa.int32()),
        "sentence": pa.array(nodes.sentence, pa.int16()),
        "first": pa.array(nodes.first, pa.int32()),
        "last": pa.array(nodes.last, pa.int32()),
    }
    return {"nodes": pa.table(rows), "steps": ex.numbers("step", steps)}
