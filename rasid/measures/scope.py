"""The scope: the articles a selection puts in view, as arrays that every measure starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.store.engine import Store, as_days
from rasid.store.selection import Selection

Ints = np.ndarray[Any, np.dtype[np.signedinteger[Any]]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]

UNKNOWN: Final = int(np.iinfo(np.int32).min)
"""The day number of an unknown day."""

MAX_OUTLET_ROWS: Final = 5_000_000
"""Sums of a lemma in an outlet held in memory (26 bytes each; 72,716 articles have 377,249): of more, the
engine sums groups of articles."""

GRAINS: Final = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True)
class Index:
    """All articles of a store as parallel arrays, in order of article key.

    `first` and `last` are days since 1970 (`UNKNOWN` when not known); `outlet` and `text_kind` are places in
    `outlet_ids` and `text_kinds`; `group` is -1 without roll-ups;
    `by_outlet` tells whether outlets are rolled up into few enough rows to be held, `runs` whether
    words lie in runs, and `counts` names the table of term counts that is searched by lemma.
    """

    key: Ints
    outlet: Ints
    first: Ints
    last: Ints
    original: Mask
    text_kind: Ints
    n_tokens: Ints
    n_quoted: Ints
    group: Ints
    outlet_ids: list[str]
    outlet_names: list[str]
    text_kinds: list[str]
    by_outlet: bool
    runs: bool
    counts: str

    @cached_property
    def _dense(self) -> bool:
        return len(self.key) > 0 and int(self.key[-1]) == len(self.key) - 1

    def place(self, keys: Ints) -> Ints:
        """Return the place of each article key in these arrays."""
        return keys if self._dense else np.searchsorted(self.key, keys)

    @property
    def undated(self) -> Mask:
        """Whether nothing at all is known of an article's date."""
        return np.asarray((self.first == UNKNOWN) & (self.last == UNKNOWN))


def index_of(store: Store) -> Index:
    """Return the store's articles as arrays; read once per store."""
    index: Index = store.hold("index", lambda: _read_index(store))
    return index


def _read_index(store: Store) -> Index:
    articles = store.articles
    outlet, ids = pd.factorize(articles["outlet_id"].fillna(""), sort=True)
    kind, kinds = pd.factorize(articles["text_kind"].fillna(""), sort=True)
    names = articles.drop_duplicates("outlet_id").set_index("outlet_id")["outlet"]
    keys = articles["article_key"].to_numpy(np.int32)
    extra = _groups(store).set_index("article_key").reindex(keys)
    return Index(
        key=keys,
        outlet=outlet.astype(np.int16),
        first=as_days(articles["published_from"]),
        last=as_days(articles["published_to"]),
        original=articles["is_original"].fillna(True).to_numpy(bool),
        text_kind=kind.astype(np.int8),
        n_tokens=articles["n_tokens"].fillna(0).to_numpy(np.int64),
        n_quoted=extra["n_quoted"].fillna(0).to_numpy(np.int64),
        group=extra["group_id"].fillna(-1).to_numpy(np.int32),
        outlet_ids=[str(outlet_id) for outlet_id in ids],
        outlet_names=[str(names.get(outlet_id) or outlet_id) for outlet_id in ids],
        text_kinds=[str(name) for name in kinds],
        by_outlet=_has_table(store, "outlet_terms") and _outlet_rows(store) <= MAX_OUTLET_ROWS,
        runs=_has_table(store, "word_runs"),
        counts="lemma_articles" if _has_table(store, "lemma_articles") else "term_counts",
    )


def _has_table(store: Store, name: str) -> bool:
    """Tell whether a store has a roll-up: one that no build has finished may lack it."""
    return bool(
        store.rows(
            "SELECT 1 FROM duckdb_tables() WHERE database_name = 'store' AND schema_name = 'base' "
            f"AND table_name = '{name}'"
        )
    )


def _outlet_rows(store: Store) -> int:
    return int(store.rows("SELECT count(*) FROM base.outlet_terms")[0][0])


def _groups(store: Store) -> pd.DataFrame:
    """Return group and quoted tokens of each article; without roll-ups, count and group nothing."""
    if _has_table(store, "article_groups"):
        return store.frame("SELECT article_key, group_id, n_quoted FROM base.article_groups")
    return store.frame(
        "SELECT article_key, -1 AS group_id, sum(n_quoted)::INTEGER AS n_quoted "
        "FROM base.term_counts GROUP BY 1"
    )


@dataclass(frozen=True)
class Cover:
    """A scope as whole outlets, whole roll-up groups and the articles left over.

    No article is in two of the three: `outlets` (their numbers) and `groups` (`group_id`, `outlet`)
    lie in view with all their articles, `rest` holds the others.
    """

    outlets: Ints
    groups: pa.Table
    rest: Scope


@dataclass(frozen=True)
class Scope:
    """The articles in view: `at` are their places in the store's `Index`, ascending."""

    store: Store
    selection: Selection
    at: Ints

    @cached_property
    def index(self) -> Index:
        """All articles of the store."""
        return index_of(self.store)

    @cached_property
    def keys(self) -> Ints:
        """The article keys in view."""
        return self.index.key[self.at]

    @cached_property
    def key(self) -> tuple[Selection, int, int]:
        """What names this scope among all of its store, to keep what was computed for it."""
        return self.selection, len(self.at), 0 if self.is_whole else hash(self.at.tobytes())

    @cached_property
    def outlet(self) -> Ints:
        """The outlet number of each article in view (see `Index.outlet_ids`)."""
        return self.index.outlet[self.at]

    @cached_property
    def tokens(self) -> Ints:
        """The word tokens of each article in view, in the selection's voice."""
        every, quoted = self.index.n_tokens[self.at], self.index.n_quoted[self.at]
        return {"all": every, "quoted": quoted, "own": every - quoted}[self.selection.voice]

    @property
    def n_articles(self) -> int:
        """How many articles are in view."""
        return len(self.at)

    @cached_property
    def n_tokens(self) -> int:
        """The base of every rate: the word tokens in view, in the selection's voice."""
        return int(self.tokens.sum())

    @property
    def is_whole(self) -> bool:
        """Whether every article of the store is in view, so that a query needs no filter."""
        return len(self.at) == len(self.index.key)

    def narrow(self, mask: Mask) -> Scope:
        """Return the scope of those articles in view for which `mask` holds."""
        return Scope(self.store, self.selection, self.at[mask])

    def relation(self, period: Ints | None = None) -> pa.Table:
        """Return the table to bind as `selected`."""
        return pa.table(
            {
                "article_key": pa.array(self.keys, pa.int32()),
                "outlet": pa.array(self.outlet, pa.int16()),
                "period": pa.array(
                    np.full(len(self.at), -1, np.int32) if period is None else period, pa.int32()
                ),
                "n_tokens": pa.array(self.tokens, pa.int64()),
            }
        )

    def cover(self) -> Cover:
        """Split the scope into whole outlets, whole groups of the others, and what is left over."""
        index = self.index
        left = np.ones(len(self.at), bool)
        outlets = np.zeros(0, np.int16)
        if index.by_outlet:
            whole = _complete(index.outlet, self.outlet)
            outlets = np.flatnonzero(whole).astype(np.int16)
            left &= ~whole[self.outlet]
        groups = np.zeros(0, np.int32)
        outlet_of = np.zeros(0, np.int16)
        if len(index.group) and index.group[0] >= 0:
            mine = index.group[self.at]
            whole = _complete(index.group, mine[left])
            outlet_of = np.zeros(len(whole), np.int16)
            outlet_of[mine] = self.outlet
            groups = np.flatnonzero(whole).astype(np.int32)
            left &= ~whole[mine]
        return Cover(
            outlets=outlets,
            groups=pa.table(
                {"group_id": pa.array(groups), "outlet": pa.array(outlet_of[groups], pa.int16())}
            ),
            rest=self.narrow(left),
        )

    def periods(self, grain: str) -> tuple[Ints, np.ndarray[Any, np.dtype[np.datetime64]]]:
        """Return the period number of each article in view, and the first day of each period.

        The number is -1 for an article whose date is not known to the grain: it is never guessed.
        """
        every, days = self.store.hold(("periods", grain), lambda: _periods(self.index, grain))
        number = every[self.at]
        there = np.bincount(number + 1, minlength=len(days) + 1)[1:] > 0
        renumbered = np.append(np.cumsum(there, dtype=np.int32) - 1, np.int32(-1))
        return renumbered[number], days[there]


def _periods(index: Index, grain: str) -> tuple[Ints, np.ndarray[Any, np.dtype[np.datetime64]]]:
    """Return what `Scope.periods` does, of all articles."""
    start, end = period_start(index.first, grain), period_start(index.last, grain)
    known = (index.first != UNKNOWN) & (index.last != UNKNOWN) & (start == end)
    days, number = np.unique(start[known], return_inverse=True)
    period = np.full(len(index.key), -1, np.int32)
    period[known] = number
    return period, days.astype("datetime64[D]").astype("datetime64[s]")


def _complete(every: Ints, mine: Ints) -> Mask:
    """Tell of each number whether `mine` holds it as often as `every` does, and at all."""
    size = np.bincount(every, minlength=1)
    return np.asarray((np.bincount(mine, minlength=len(size)) == size) & (size > 0))


def period_start(days: Ints, grain: str) -> Ints:
    """Return the first day of the period that holds each day; weeks run Sunday to Saturday."""
    days = days.astype(np.int64)
    if grain == "day":
        return days
    if grain == "week":
        return days - (days + 4) % 7  # 1970-01-01 was a Thursday
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    size = {"month": 1, "quarter": 3, "year": 12}[grain]
    return (months - months % size).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def scope_of(store: Store, selection: Selection) -> Scope:
    """Return the articles that a selection puts in view."""
    scope: Scope = store.keep(("scope", selection), lambda: _resolve(store, selection))
    return scope


def _resolve(store: Store, selection: Selection) -> Scope:
    index = index_of(store)
    if selection == Selection(voice=selection.voice):
        return Scope(store, selection, np.arange(len(index.key)))
    mask = np.ones(len(index.key), bool)
    if selection.outlets:
        wanted = [i for i, name in enumerate(index.outlet_ids) if name in selection.outlets]
        mask &= np.isin(index.outlet, wanted)
    if selection.text_kinds:
        kinds = [i for i, name in enumerate(index.text_kinds) if name in selection.text_kinds]
        mask &= np.isin(index.text_kind, kinds)
    if selection.originals_only:
        mask &= index.original
    mask &= _dates(index, selection)
    scope = Scope(store, selection, np.flatnonzero(mask))
    if not selection.query:
        return scope
    from rasid.measures.query import article_keys  # the search reads scopes itself

    return scope.narrow(np.isin(scope.keys, article_keys(scope, selection.query)))


def _dates(index: Index, selection: Selection) -> Mask:
    """Tell which articles the dates keep: intervals that overlap them, undated ones when wished."""
    undated = index.undated
    first = day_number(selection.date_from)
    last = day_number(selection.date_to)
    overlap = np.ones(len(index.key), bool)
    if first is not None:
        overlap &= (index.last >= first) | (index.last == UNKNOWN)
    if last is not None:
        overlap &= index.first <= last
    return np.where(undated, selection.undated, overlap)


def day_number(day: date | None) -> int | None:
    """Return a day as days since 1970."""
    return None if day is None else (day - date(1970, 1, 1)).days
