"""Concordance: every place a search finds, in its context, sorted as the analyst wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.query import Hits, hits_of
from rasid.measures.query.types import lexicon_of
from rasid.measures.scope import Ints, Scope, scope_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store
from rasid.store.selection import Selection

SORTS: Final = (
    "before1", "before2", "before3", "after1", "after2", "after3", "node", "date", "outlet",
)  # fmt: skip
"""What a concordance can be sorted by; at most three at once. before1 is the word next to the node."""


@dataclass(frozen=True)
class HitCount:
    """How many places a search finds, in how many articles."""

    count: int
    articles: int


def count_hits(store: Store, selection: Selection, query: str, *, fold: bool = True) -> HitCount:
    """Return how many places in view a search finds, in how many articles.

    Raises:
        QueryError: When the search cannot be read.
    """
    hits = hits_of(scope_of(store, selection), query, folding=fold)
    return HitCount(len(hits), len(np.unique(hits.article_key)))


def concordance(
    store: Store,
    selection: Selection,
    query: str,
    *,
    sort: Sequence[str] = (),
    offset: int = 0,
    limit: int = 100,
    context: int = 10,
    fold: bool = True,
) -> pd.DataFrame:
    """Return a page of the places a search finds, each with the words around it.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        query: A search expression.
        sort: Up to three of `SORTS`, the first the most important; else the corpus' own order.
        offset: Lines to skip.
        limit: Lines at most.
        context: Words shown on each side; they may reach beyond the sentence, not the article.
        fold: Whether spellings are compared folded.

    Returns:
        One row a line: `line` (from 1), `article_key`, `article_id`, `outlet_id`, `outlet`, `title`,
        `published_from`, `published_to`, `text_kind`, `sentence`, `start`, `end` (in the body),
        `before`, `node`, `after` (verbatim, in reading order), `quoted`. `attrs["total"]`: all lines.

    Raises:
        QueryError: When the search cannot be read.
        ValueError: For an unknown sort key, or more than three.
    """
    unknown = [key for key in sort if key not in SORTS]
    if unknown or len(sort) > 3:
        raise ValueError(f"sort by at most three of {', '.join(SORTS)}, not {', '.join(sort)}")
    scope = scope_of(store, selection)
    hits = hits_of(scope, query, folding=fold)
    order = _order(scope, hits, query, tuple(sort), fold)
    page = hits.take(order[offset : offset + limit])
    frame = _lines(scope, page, context)
    frame.insert(0, "line", np.arange(offset + 1, offset + 1 + len(frame)))
    frame.attrs["total"] = len(hits)
    return frame


def _order(scope: Scope, hits: Hits, query: str, sort: tuple[str, ...], fold: bool) -> Ints:
    """Return the places of the hits in the order wished; equal lines keep the corpus' order."""
    if not sort:
        return np.arange(len(hits))
    key = ("order", scope.key, query, fold, sort)
    return cast(
        Ints,
        scope.store.keep(
            key, lambda: np.lexsort([_sort_key(scope, hits, name) for name in reversed(sort)])
        ),
    )


def _sort_key(scope: Scope, hits: Hits, name: str) -> np.ndarray[Any, Any]:
    place = np.searchsorted(scope.index.key, hits.article_key)
    if name == "date":  # unknown days, the smallest number, would come first: they go last
        days = scope.index.first[place].astype(np.int64)
        return np.where(days == np.iinfo(np.int32).min, np.iinfo(np.int32).max, days)
    if name == "outlet":
        return scope.index.outlet[place]
    if name == "node":
        return _alphabetic(scope, _neighbours(scope, hits.article_key, hits.first))
    step = int(name[-1])
    at = hits.first - step if name.startswith("before") else hits.last + step
    return _alphabetic(scope, _neighbours(scope, hits.article_key, at))


def neighbours_expression() -> ir.Table:
    """Write the word type at each of some positions."""
    tokens, places = ex.table("tokens"), ex.bound("places", PLACES)
    same = [tokens.article_key == places.article_key, tokens.position == places.at]
    return tokens.inner_join(places, same).select(places.place, tokens.form_id)


PLACES: Final = {"article_key": "int32", "at": "int32", "place": "int32"}


def _neighbours(scope: Scope, article_key: Ints, at: Ints) -> Ints:
    """Return the word type at each position, -1 where the article has none."""
    places = pa.table(
        {
            "article_key": pa.array(article_key, pa.int32()),
            "at": pa.array(at, pa.int32()),
            "place": pa.array(np.arange(len(at)), pa.int32()),
        }
    )
    found = ex.run(scope.store, neighbours_expression, {"places": places})
    forms = np.full(len(at), -1, np.int32)
    forms[found["place"].to_numpy()] = found["form_id"].to_numpy()
    return forms


def _alphabetic(scope: Scope, form_ids: Ints) -> Ints:
    """Return the alphabetical rank of word types by folded spelling; a missing word comes first."""
    lexicon = lexicon_of(scope.store)
    types, number = np.unique(form_ids, return_inverse=True)
    place = np.searchsorted(lexicon.form_id, types)
    names = np.array(
        ["" if t < 0 else lexicon.folded[int(p)].as_py() for t, p in zip(types, place, strict=True)]
    )
    _, rank = np.unique(names, return_inverse=True)
    return cast(Ints, rank[number])


def bounds_expression() -> ir.Table:
    """Write where the words at some positions start and end."""
    tokens, places = ex.table("tokens"), ex.bound("places", PLACES)
    same = [tokens.article_key == places.article_key, tokens.position == places.at]
    return tokens.inner_join(places, same).select(places.place, tokens.start, tokens.end)


def _lines(scope: Scope, page: Hits, context: int) -> pd.DataFrame:
    """Return the rows of a page of hits."""
    bodies = scope.store.bodies(page.article_key.tolist())
    left, right = _context(scope, page, context)
    texts = [bodies.get(int(key)) or "" for key in page.article_key]
    spans = list(zip(texts, left, page.start, page.end, right, strict=True))
    frame = article_columns(scope, page.article_key)
    frame["sentence"], frame["start"], frame["end"] = page.sentence, page.start, page.end
    frame["before"] = [text[a:b] for text, a, b, _, _ in spans]
    frame["node"] = [text[b:c] for text, _, b, c, _ in spans]
    frame["after"] = [text[c:d] for text, _, _, c, d in spans]
    frame["quoted"] = page.quoted
    return frame


def _context(scope: Scope, page: Hits, context: int) -> tuple[Ints, Ints]:
    """Return the offsets between which each line's context lies."""
    length = len(page)
    shifts = np.arange(1, context + 1)
    keys = np.repeat(page.article_key, 2 * context)
    at = np.concatenate(
        [page.first[:, None] - shifts[None, :], page.last[:, None] + shifts[None, :]], axis=1
    ).ravel()
    places = pa.table(
        {
            "article_key": pa.array(keys, pa.int32()),
            "at": pa.array(at, pa.int32()),
            "place": pa.array(np.arange(len(at)), pa.int32()),
        }
    )
    found = ex.run(scope.store, bounds_expression, {"places": places})
    place = found["place"].to_numpy()
    line, after = place // (2 * context), place % (2 * context) >= context
    left, right = page.start.copy(), page.end.copy()
    np.minimum.at(left, line[~after], found["start"].to_numpy()[~after])
    np.maximum.at(right, line[after], found["end"].to_numpy()[after])
    if len(left) != length:
        raise AssertionError("one context a line")
    return left, right


def article_columns(scope: Scope, article_key: Ints) -> pd.DataFrame:
    """Return what every row of evidence says of its article."""
    place = np.searchsorted(scope.index.key, article_key)
    columns = [
        "article_key", "article_id", "outlet_id", "outlet", "title", "published_from",
        "published_to", "text_kind",
    ]  # fmt: skip
    return scope.store.articles.iloc[place][columns].reset_index(drop=True)
