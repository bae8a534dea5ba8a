"""Evidence: the sentences behind any number of any table, as many as the number says."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rasid.measures.cells import Cell
from rasid.measures.concordance import article_columns
from rasid.measures.query import Search, counts_of, hits_in, ordered, page_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.measures.sentences import sentence_texts
from rasid.measures.spans import SPAN_COLUMNS, narrowed, searched, span_frame, spans_of
from rasid.store.engine import Store
from rasid.store.selection import Selection


def evidence(
    store: Store, selection: Selection, cell: Cell, *, offset: int = 0, limit: int | None = None
) -> pd.DataFrame:
    """Return the sentences behind a number: without `limit`, exactly as many rows as it says.

    Args:
        store: The store.
        selection: The selection the number was counted in.
        cell: The number (see `cell`).
        offset: Rows to skip.
        limit: Rows at most; None for all.

    Returns:
        One row a hit (or an article or sentence with one, as the cell counts), newest article
        first, undated last, then by place: `article_key`, `article_id`, `outlet_id`, `outlet`,
        `title`, `published_from`, `published_to`, `text_kind`, `sentence`, `sentence_start`,
        `sentence_end`, `text` (the sentence, verbatim), `start`, `end` (the hit in the body),
        `hit_start`, `hit_end` (the hit in `text`), `surface` (the hit, verbatim; "" for an article
        that is counted as a whole). `attrs["total"]`: all rows.
    """
    scope = scope_of(store, selection)
    total, rows = _page(scope, cell, offset, limit)
    frame = article_columns(scope, rows["article_key"].to_numpy())
    texts = sentence_texts(scope, rows)
    frame["sentence"] = rows["sentence"]
    frame["sentence_start"], frame["sentence_end"] = texts["from"], texts["to"]
    frame["text"] = texts["text"]
    frame["start"], frame["end"] = rows["start"], rows["end"]
    length = texts["to"] - texts["from"]
    frame["hit_start"] = (rows["start"] - texts["from"]).clip(0, length)
    frame["hit_end"] = (rows["end"] - texts["from"]).clip(0, length)
    frame["surface"] = texts["surface"]
    frame.attrs["total"] = total
    return frame


def evidence_count(store: Store, selection: Selection, cell: Cell) -> int:
    """Return how many rows of evidence a number has: the number itself."""
    return _page(scope_of(store, selection), cell, 0, 0)[0]


def _page(scope: Scope, cell: Cell, offset: int, limit: int | None) -> tuple[int, pd.DataFrame]:
    """Return how many spans a cell counts, and a page of them in the order of evidence."""
    search = searched(scope, cell)
    if search is not None and cell.unit != "sentences":
        return _found(narrowed(scope, cell), search, cell.unit, offset, limit)
    rows: pd.DataFrame = scope.store.keep(
        ("evidence", scope.key, cell), lambda: _ordered(scope, cell)
    )
    end = None if limit is None else offset + limit
    return len(rows), rows.iloc[offset:end].reset_index(drop=True)


def _found(
    scope: Scope, search: Search, unit: str, offset: int, limit: int | None
) -> tuple[int, pd.DataFrame]:
    """Return how many hits (or articles with one) a search has, and a page of them."""
    counts, rank = counts_of(scope, search), _newest_first(scope)
    if unit == "hits":
        rows = span_frame(page_of(scope, search, rank, offset, limit)) if limit != 0 else None
        return counts.total, _none() if rows is None else rows
    end = None if limit is None else offset + limit
    keys = counts.article_key[ordered(scope, counts, rank)[offset:end]]
    rows = span_frame(hits_in(scope, search, keys)) if len(keys) else _none()
    return len(counts.n), rows.drop_duplicates("article_key", ignore_index=True)


def _newest_first(scope: Scope) -> Ints:
    """Return the rank of each article in view: minus its first day, so that unknown days are last."""
    return -scope.index.first[scope.at].astype(np.int64)


def _none() -> pd.DataFrame:
    return pd.DataFrame({name: np.zeros(0, np.int32) for name in SPAN_COLUMNS})


def _ordered(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows = spans_of(scope, cell)
    once = {"articles": ["article_key"], "sentences": ["article_key", "sentence"]}.get(cell.unit)
    rows = rows.sort_values(["article_key", "start", "end"], kind="stable")
    if once:
        rows = rows.drop_duplicates(once)
    place = scope.index.place(rows["article_key"].to_numpy())
    newest = -scope.index.first[place].astype(np.int64)
    return rows.assign(newest=newest).sort_values(
        ["newest", "article_key", "start", "end"], kind="stable", ignore_index=True
    )
