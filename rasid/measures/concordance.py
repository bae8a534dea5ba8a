"""Concordance: every place a search finds, in its context, sorted as the analyst wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import numpy as np
import pandas as pd

from rasid.measures.lexicon import lexicon_of
from rasid.measures.query import Found, Hits, Search, counts_of, found, page_of, search_of
from rasid.measures.scope import UNKNOWN, Ints, Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

SORTS: Final = (
    "before1", "before2", "before3", "after1", "after2", "after3", "node", "date", "outlet",
)  # fmt: skip
"""What a concordance can be sorted by; at most three at once. before1 is the word next to the node."""

_EDGES: Final = {
    **{f"before{n}": ("first", -n) for n in (1, 2, 3)},
    **{f"after{n}": ("last", n) for n in (1, 2, 3)},
    "node": ("first", 0),
}  # fmt: skip
"""The word that a sort key looks at: so many steps from an edge of the hit."""

_ARTICLE_COLUMNS: Final = (
    "article_key", "article_id", "outlet_id", "outlet", "title", "published_from", "published_to", "text_kind",
)  # fmt: skip

_LONG_WORD: Final = 25
"""Characters looked at for each word of context."""

_FEWEST: Final = 511
"""Lines are sorted at least so many (and one) at a time: the next pages need no more work."""


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
    search = search_of(store, query, folding=fold)
    counts = counts_of(scope_of(store, selection), search)
    return HitCount(counts.total, len(counts.n))


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
    search = search_of(store, query, folding=fold)
    key = ("lines", scope.key, search, tuple(sort), offset, limit, context)
    page = store.keep(
        key, lambda: _page(scope, search, tuple(sort), slice(offset, offset + limit), context)
    )
    return cast(pd.DataFrame, page).copy()


def _page(
    scope: Scope, search: Search, sort: tuple[str, ...], lines: slice, context: int
) -> pd.DataFrame:
    if set(sort) <= {"date", "outlet"}:
        rank = _article_rank(scope, sort)
        page = page_of(scope, search, rank, lines.start, lines.stop - lines.start)
        total = counts_of(scope, search).total
    else:
        every = found(scope, search)
        page = every.hits(_first(scope, search, sort, lines.stop)[lines])
        total = every.count
    frame = _lines(scope, page, context, lines.start + 1)
    frame.attrs["total"] = total
    return frame


def _article_rank(scope: Scope, sort: Sequence[str]) -> Ints | None:
    """Return the rank of each article in view by outlet and day, as wished; None without a wish."""
    if not sort:
        return None
    order = np.lexsort([_article_key(scope, scope.keys, name) for name in reversed(sort)])
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank


def _first(scope: Scope, search: Search, sort: tuple[str, ...], most: int) -> Ints:
    """Return the places of the first lines by the keys wished, at least so many; equal lines keep the corpus' order."""
    most = 1 << max(most - 1, _FEWEST).bit_length()
    key = ("first", scope.key, search, sort, most)
    return cast(
        Ints, scope.store.keep(key, lambda: _select(scope, found(scope, search), sort, most))
    )


def _select(scope: Scope, every: Found, sort: tuple[str, ...], most: int) -> Ints:
    """Return the places of the first `most` hits by several keys, in order.

    After each key only the hits that may still come first are looked at: of 100,000 lines sorted by
    three words, the second key is read for some thousands and the third for hundreds.
    """
    at = np.arange(every.count)
    code, kinds = np.zeros(len(at), np.int64), 1
    for name in sort:
        key = _key(scope, every, at, name)
        low, high = int(key.min(initial=0)), int(key.max(initial=0))
        if kinds * (high - low + 1) >= 1 << 62:
            kinds, code = len(at), np.unique(code, return_inverse=True)[1]
        code, kinds = code * (high - low + 1) + (key - low), kinds * (high - low + 1)
        if len(code) > most:
            near = np.flatnonzero(code <= np.partition(code, most - 1)[most - 1])
            at, code = at[near], code[near]
    return at[np.argsort(code, kind="stable")][:most]


def _key(scope: Scope, every: Found, at: Ints, name: str) -> Ints:
    """Return a sort key of the hits at some places; a line without a word there comes first."""
    if name in ("date", "outlet"):
        return _article_key(scope, every.hits(at).article_key, name)
    edge, step = _EDGES[name]
    types = every.beside(at, edge, step)
    return np.where(types < 0, -1, lexicon_of(scope.store).rank[types])


def _article_key(scope: Scope, article_key: Ints, name: str) -> Ints:
    """Return the sort key of each article: its outlet, or its day with unknown days last."""
    place = scope.index.place(article_key)
    if name == "outlet":
        return scope.index.outlet[place]
    days = scope.index.first[place].astype(np.int64)
    return np.where(days == UNKNOWN, np.iinfo(np.int32).max, days)


def _lines(scope: Scope, page: Hits, context: int, first: int) -> pd.DataFrame:
    """Return the rows of a page of hits, numbered from `first`."""
    bodies = scope.store.bodies(page.article_key.tolist())
    texts = [bodies.get(int(key)) or "" for key in page.article_key]
    spans = [
        (text, _before(text, start, context), start, end, _after(text, end, context))
        for text, start, end in zip(texts, page.start.tolist(), page.end.tolist(), strict=True)
    ]
    lines = {
        "sentence": page.sentence,
        "start": page.start,
        "end": page.end,
        "before": [text[a:b] for text, a, b, _, _ in spans],
        "node": [text[b:c] for text, _, b, c, _ in spans],
        "after": [text[c:d] for text, _, _, c, d in spans],
        "quoted": page.quoted,
    }
    numbers = {"line": np.arange(first, first + len(spans))}
    return pd.DataFrame(numbers | _of_articles(scope, page.article_key) | lines, copy=False)


def _before(text: str, start: int, words: int) -> int:
    """Return where the context of so many words before an offset starts."""
    left = max(0, start - words * _LONG_WORD)
    found = text[left:start].rsplit(None, words)
    if len(found) <= words and (not left or text[left].isspace() or text[left - 1].isspace()):
        at = left  # all of it; else the first run may be half a word
    else:
        at = left + len(found[0]) if found else start
    while at < start and text[at].isspace():
        at += 1
    return at


def _after(text: str, end: int, words: int) -> int:
    """Return where the context of so many words after an offset ends.

    What is glued to the node (a comma) is no word of its own.
    """
    right = text[end : end + words * _LONG_WORD]
    most = words + bool(right[:1].strip())
    found = right.split(None, most)
    if len(found) > most:
        right = right[: len(right) - len(found[-1])]
    return end + len(right.rstrip())


def article_columns(scope: Scope, article_key: Ints) -> pd.DataFrame:
    """Return what every row of evidence says of its article."""
    return pd.DataFrame(_of_articles(scope, article_key))


def _of_articles(scope: Scope, article_key: Ints) -> dict[str, Any]:
    """Return the columns of `article_columns`; a frame built at once costs a fifth of one grown."""
    place = scope.index.place(article_key)
    return {name: column[place] for name, column in article_arrays(scope.store).items()}


def article_arrays(store: Store) -> dict[str, np.ndarray[Any, Any]]:
    """Return the columns of `article_columns` for all articles of the store; read once per store."""
    return cast(
        dict[str, np.ndarray[Any, Any]], store.hold("article_columns", lambda: _columns(store))
    )


def _columns(store: Store) -> dict[str, np.ndarray[Any, Any]]:
    """Return the columns as arrays: taking a hundred rows from Arrow strings took a fifth of a page."""
    return {name: store.articles[name].to_numpy() for name in _ARTICLE_COLUMNS}
