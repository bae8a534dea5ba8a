"""Collocates: the words that keep a search's company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures import statistics as st
from rasid.measures.frequency import shown
from rasid.measures.lexicon import lexicon_of
from rasid.measures.query import Hits, hits_of, search_of
from rasid.measures.running import Words, words_of
from rasid.measures.runs import beside
from rasid.measures.scope import Ints, Mask, Scope, scope_of
from rasid.measures.words import lemmas_of, of_voice, tokens_by_lemma
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
    rows = of_voice(rows, voice, "quoted_at")
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


@dataclass(frozen=True)
class _Pairs:
    """How often each lemma stands near the nodes, and before them; `articles` counts those of some."""

    lemma: Ints
    count: Ints
    before: Ints
    articles: Callable[[Mask], Ints]


def _asked(scope: Scope, nodes: Hits, window: int) -> _Pairs:
    found = ex.run(
        scope.store,
        collocates_expression,
        relations(nodes, window),
        voice=scope.selection.voice,
        ready=scope.index.runs,
    )
    count, before = (found[name].to_numpy().astype(np.int64) for name in ("count", "count_before"))
    articles = found["articles"].to_numpy()
    return _Pairs(found["lemma_id"].to_numpy(), count, before, lambda keep: articles[keep])


def _looked_up(scope: Scope, words: Words, nodes: Hits, window: int) -> _Pairs:
    """Count in the running words: step by step away from all nodes at once."""
    article = scope.index.place(nodes.article_key)
    opening, ending = words.first[article], words.first[article + 1]
    lemma_of, size = lexicon_of(scope.store).lemma_id, len(lemmas_of(scope.store).lemma)
    count, before = np.zeros(size, np.int64), np.zeros(size, np.int64)
    met: list[tuple[Ints, Ints]] = []
    for step in [step for step in range(-window, window + 1) if step]:
        at = opening + (nodes.first if step < 0 else nodes.last) + step
        near = (at >= opening) & (at < ending)
        at = np.where(near, at, 0)
        near &= words.sentence[at] == nodes.sentence
        if scope.selection.voice != "all":
            near &= words.quoted[at] == (scope.selection.voice == "quoted")
        lemma = lemma_of[words.type[at[near]]]
        tally = np.bincount(lemma, minlength=size)
        count += tally
        before += tally if step < 0 else 0
        met.append((lemma, article[near]))
    found = np.flatnonzero(count)

    def articles(keep: Mask) -> Ints:
        wanted = np.zeros(size, bool)
        wanted[found[keep]] = True
        codes = [
            lemma[wanted[lemma]].astype(np.int64) << 32 | place[wanted[lemma]]
            for lemma, place in met
        ]
        held = pd.unique(np.concatenate(codes)) >> 32 if codes else np.zeros(0, np.int64)
        return np.bincount(held, minlength=size)[found[keep]]

    return _Pairs(found, count[found], before[found], articles)


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
    scope = scope_of(store, selection)
    nodes = hits_of(scope, search_of(store, query))
    words = words_of(store)
    pairs = (
        _asked(scope, nodes, window) if words is None else _looked_up(scope, words, nodes, window)
    )
    keep = pairs.count >= min_count
    keep &= shown(lemmas_of(store), pairs.lemma, stopwords=stopwords, boilerplate=True)
    frame = _scored(scope, pairs, keep, len(nodes))[:limit]
    frame.insert(0, "query", query)
    frame.insert(1, "window", window)
    frame.insert(2, "rank", np.arange(1, len(frame) + 1))
    frame.attrs["node_count"] = len(nodes)
    return frame


def _scored(scope: Scope, pairs: _Pairs, keep: Mask, nodes: int) -> pd.DataFrame:
    """Return the lemmas to keep with their counts and scores, the strongest first."""
    lemmas = lemmas_of(scope.store)
    lemma, count, before = pairs.lemma[keep], pairs.count[keep], pairs.before[keep]
    total = tokens_by_lemma(scope)[lemma]
    frame = pd.DataFrame(
        {
            "lemma_id": lemma,
            "lemma": lemmas.lemma[lemma],
            "display": lemmas.display[lemma],
            "count": count,
            "count_before": before,
            "count_after": count - before,
            "articles": pairs.articles(keep),
            "count_total": total,
            "log_dice": st.log_dice(count, nodes, total),
            "mi": st.mutual_information(count, nodes, total, scope.n_tokens),
        }
    )
    return frame.sort_values(
        ["log_dice", "count", "lemma"], ascending=[False, False, True], ignore_index=True
    )


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
