"""Concordance: every place a search finds, in its context, sorted as the analyst wishes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

import numpy as np
import pandas as pd

from rasid.measures.lexicon import lexicon_of
from rasid.measures.query import Hits, Search, counts_of, hits_of, page_of, search_of
from rasid.measures.runs import neighbours
from rasid.measures.scope import UNKNOWN, Ints, Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

SORTS: Final = (
    "before1", "before2", "before3", "after1", "after2", "after3", "node", "date", "outlet",
)  # fmt: skip
"""What a concordance can be sorted by; at most three at once. before1 is the word next to the node."""


_ARTICLE_COLUMNS: Final = (
    "article_key", "article_id", "outlet_id", "outlet", "title", "published_from", "published_to", "text_kind",
)  # fmt: skip

_RUN: Final = re.compile(r"\S+")
_LONG_WORD: Final = 25
"""Characters looked at for each word of context."""


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
    if set(sort) <= {"date", "outlet"}:
        page = page_of(scope, search, _article_rank(scope, sort), offset, limit)
        total = counts_of(scope, search).total
    else:
        hits = hits_of(scope, search)
        order = _order(scope, search, hits, tuple(sort))
        page = hits.take(order[offset : offset + limit])
        total = len(hits)
    frame = _lines(scope, page, context, offset + 1)
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


def _order(scope: Scope, search: Search, hits: Hits, sort: tuple[str, ...]) -> Ints:
    """Return the places of the hits in the order wished; equal lines keep the corpus' order."""
    key = ("order", scope.key, search, sort)
    return cast(Ints, scope.store.keep(key, lambda: _sorted(scope, hits, sort)))


def _sorted(scope: Scope, hits: Hits, sort: tuple[str, ...]) -> Ints:
    """Return the places of the hits by several keys; all their words are fetched at once."""
    words = [name for name in sort if name not in ("date", "outlet")]
    types = neighbours(scope, hits.article_key, [_position(hits, name) for name in words])
    rank = lexicon_of(scope.store).rank
    # By folded spelling; a line without a word there comes first.
    keys = {
        name: np.where(places < 0, -1, rank[places])
        for name, places in zip(words, types, strict=True)
    }
    return _by_keys(
        [
            keys[name] if name in keys else _article_key(scope, hits.article_key, name)
            for name in sort
        ]
    )


def _by_keys(keys: list[Ints]) -> Ints:
    """Return the stable order by several keys, the first the most important.

    Keys that fit into one number together are sorted once: a fifth of the time of one by one.
    """
    code, kinds = np.zeros(len(keys[0]), np.int64), 1
    for key in keys:
        low, high = int(key.min(initial=0)), int(key.max(initial=0))
        kinds *= high - low + 1
        if kinds >= 1 << 62:
            return np.lexsort(keys[::-1])
        code = code * (high - low + 1) + (key - low)
    return np.argsort(code, kind="stable")


def _position(hits: Hits, name: str) -> Ints:
    """Return the word position that a sort key looks at."""
    if name == "node":
        return hits.first
    step = int(name[-1])
    return hits.first - step if name.startswith("before") else hits.last + step


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
    found = list(_RUN.finditer(text, left, start))
    if left and found and found[0].start() == left:
        found = found[1:]  # the first run may be half a word
    return found[-words:][0].start() if found and words else start


def _after(text: str, end: int, words: int) -> int:
    """Return where the context of so many words after an offset ends."""
    found = _following(words).match(text, end, min(len(text), end + words * _LONG_WORD))
    return found.end() if found else end


@lru_cache(maxsize=16)
def _following(words: int) -> re.Pattern[str]:
    """Return the pattern of so many words; what is glued to the node (a comma) is no word of its own."""
    return re.compile(rf"\S*(?:\s+\S+){{0,{words}}}")


def article_columns(scope: Scope, article_key: Ints) -> pd.DataFrame:
    """Return what every row of evidence says of its article."""
    return pd.DataFrame(_of_articles(scope, article_key))


def _of_articles(scope: Scope, article_key: Ints) -> dict[str, Any]:
    """Return the columns of `article_columns`; a frame built at once costs a fifth of one grown."""
    place = scope.index.place(article_key)
    return {name: scope.store.articles[name].array.take(place) for name in _ARTICLE_COLUMNS}
