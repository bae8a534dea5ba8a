"""The places that a search finds: one span of words within one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import reduce
from typing import Any, Final, cast

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from rasid.measures.query.syntax import (
    Either,
    Near,
    Node,
    Pattern,
    QueryError,
    Sequence,
    Surface,
    Word,
    parse,
)
from rasid.measures.query.types import Leaf, either, leaf_of
from rasid.measures.scope import Ints, Mask, Scope
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store

MAX_HITS: Final = 3_000_000
"""A search that finds more is refused: its list alone would take hundreds of megabytes."""

Shape = tuple[Any, ...]
"""The structure of a search without its words: ("leaf", k, column), ("seq", ...), ("near", k, a, b), ("or", ...)."""

_COLUMNS: Final = ("article_key", "sentence", "first", "last", "start", "end", "quoted")


@dataclass(frozen=True)
class Hits:
    """Hits as parallel arrays, in order of article key, first and last word.

    `first` and `last` are word positions in the article, `start` and `end` offsets in its body.
    """

    article_key: Ints
    sentence: Ints
    first: Ints
    last: Ints
    start: Ints
    end: Ints
    quoted: Mask

    def __len__(self) -> int:
        return len(self.article_key)

    def take(self, places: Any) -> Hits:
        """Return the hits at some places, in that order."""
        return Hits(*(getattr(self, field.name)[places] for field in fields(self)))


@dataclass(frozen=True)
class Spots:
    """Where the hits stand, without what only a shown line needs; in the order of `Hits`."""

    article_key: Ints
    sentence: Ints
    first: Ints
    last: Ints

    def __len__(self) -> int:
        return len(self.article_key)

    def take(self, places: Any) -> Spots:
        """Return the spots at some places, in that order."""
        return Spots(*(getattr(self, field.name)[places] for field in fields(self)))


def _leaf(k: int, column: str, voice: str, whole: bool) -> ir.Table:
    tokens = ex.table("tokens")
    rows = tokens.semi_join(ex.bound(f"words_{k}", {column: "int32"}), column)
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    if voice != "all":
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    return rows.select(
        "article_key", "sentence", first=rows.position, last=rows.position, start=rows.start,
        end=rows.end, quoted=rows.quoted,
    )  # fmt: skip


def _joined(a: ir.Table, b: ir.Table) -> ir.Table:
    """Join spans `a` to spans `b` of the same sentence whose first word is at the position `a.at`."""
    same = [a.article_key == b.article_key, a.sentence == b.sentence, a.at == b["first"]]
    pairs = a.inner_join(b, same, rname="{name}_b")
    return pairs.select(
        "article_key",
        "sentence",
        first=ibis.least(pairs["first"], pairs.first_b),
        last=ibis.greatest(pairs["last"], pairs.last_b),
        start=ibis.least(pairs.start, pairs.start_b),
        end=ibis.greatest(pairs.end, pairs.end_b),
        quoted=pairs.quoted & pairs.quoted_b,
    )


def _followed(a: ir.Table, b: ir.Table) -> ir.Table:
    """Join spans that follow each other directly."""
    return _joined(a.mutate(at=a["last"] + 1), b.view())


def _near(a: ir.Table, b: ir.Table, offsets: ir.Table) -> ir.Table:
    """Pair spans at most as many words apart as `offsets` lists, in either order.

    The distances are listed and joined by equality: a join on a range of positions took a thousand
    times as long on 17.8 million words.
    """
    pairs = []
    for left, right in ((a, b), (b, a)):
        spread = left.cross_join(offsets.view())
        pairs.append(_joined(spread.mutate(at=spread["last"] + spread.d), right.view()))
    return ibis.union(*pairs, distinct=True)


def expression(*, shape: Shape, voice: str, whole: bool, columns: tuple[str, ...]) -> ir.Table:
    """Write the hits of a search of some structure; a column less is a column not read."""
    return _expression(shape, voice, whole).select(*columns).limit(MAX_HITS + 1)


def _expression(shape: Shape, voice: str, whole: bool) -> ir.Table:
    kind = shape[0]
    if kind == "leaf":
        return _leaf(shape[1], shape[2], voice, whole)
    parts = [_expression(part, voice, whole) for part in shape[1:] if isinstance(part, tuple)]
    if kind == "seq":
        return reduce(_followed, parts)
    if kind == "near":
        return _near(parts[0], parts[1], ex.bound(f"distance_{shape[1]}", {"d": "int32"}))
    return ibis.union(*parts, distinct=True)


@dataclass(frozen=True)
class Search:
    """A search whose words have been looked up: its structure, and what each word stands for.

    `text` is the expression as typed, for messages.
    """

    shape: Shape
    words: tuple[Leaf, ...]
    distances: tuple[int, ...] = ()
    text: str = ""

    @property
    def leaf(self) -> Leaf | None:
        """The one word of a search of one word, None for any other."""
        return self.words[0] if self.shape[0] == "leaf" else None


def search_of(store: Store, query: str, *, folding: bool = True) -> Search:
    """Return a search expression with its words looked up.

    Raises:
        QueryError: When the search cannot be read.
    """
    key = ("search", query, folding)
    return cast(Search, store.keep(key, lambda: _look_up(store, query, folding)))


def search_of_ids(column: str, ids: Iterable[int]) -> Search:
    """Return the search of every token of some lemmas (`lemma_id`) or word types (`form_id`)."""
    return Search(("leaf", 0, column), (Leaf(column, tuple(ids)),))


def search_of_sequence(lemma_ids: Iterable[int]) -> Search:
    """Return the search of every place where the lemmas follow each other."""
    words = tuple(Leaf("lemma_id", (lemma_id,)) for lemma_id in lemma_ids)
    return Search(("seq", *(("leaf", k, "lemma_id") for k in range(len(words)))), words)


def _look_up(store: Store, query: str, folding: bool) -> Search:
    words: list[Leaf] = []
    distances: list[int] = []

    def leaf(found: Leaf) -> Shape:
        words.append(found)
        return ("leaf", len(words) - 1, found.column)

    def shape_of(part: Node) -> Shape:
        if isinstance(part, Sequence):
            return ("seq", *map(shape_of, part.parts))
        if isinstance(part, Either):
            single = [o for o in part.options if isinstance(o, Word | Surface | Pattern)]
            if len(single) == len(part.options):
                found = [leaf_of(store, o, folding=folding, query=query) for o in single]
                return leaf(either(store, found))
            return ("or", *map(shape_of, part.options))
        if isinstance(part, Near):
            distances.append(part.distance)
            return ("near", len(distances) - 1, shape_of(part.left), shape_of(part.right))
        return leaf(leaf_of(store, part, folding=folding, query=query))

    shape = shape_of(parse(query))
    return Search(shape, tuple(words), tuple(distances), query)


def hits_of(scope: Scope, search: Search) -> Hits:
    """Return what a search finds in view, in the selection's voice.

    Raises:
        QueryError: When it finds more than three million places.
    """
    key = ("hits", scope.key, search)
    return cast(Hits, scope.store.keep(key, lambda: fetch(scope, search)))


def fetch(scope: Scope, search: Search) -> Hits:
    """Return what a search finds in view, without keeping it."""
    hits = Hits(*_columns(scope, search, _COLUMNS))
    return hits.take(np.lexsort((hits.last, hits.first, hits.article_key)))


def spots_of(scope: Scope, search: Search) -> Spots:
    """Return where the hits of a search stand: for one word, half the work of `hits_of`.

    Raises:
        QueryError: When it finds more than three million places.
    """
    return cast(
        Spots, scope.store.keep(("spots", scope.key, search), lambda: _spots(scope, search))
    )


def _spots(scope: Scope, search: Search) -> Spots:
    if search.leaf is None:
        hits = hits_of(scope, search)
        return Spots(hits.article_key, hits.sentence, hits.first, hits.last)
    key, sentence, first = _columns(scope, search, ("article_key", "sentence", "first"))
    order = np.argsort(key.astype(np.int64) << 32 | first, kind="stable")
    return Spots(key, sentence, first, first).take(order)


def _columns(scope: Scope, search: Search, names: tuple[str, ...]) -> list[Any]:
    """Return columns of the hits in no set order."""
    found = ex.run(
        scope.store,
        expression,
        relations_of(scope, search),
        shape=search.shape,
        voice=scope.selection.voice,
        whole=scope.is_whole,
        columns=names,
    )
    if found.num_rows > MAX_HITS:
        raise QueryError("query-too-broad", search.text, 0, f"{MAX_HITS:,}")
    return [found[name].to_numpy() for name in names]


def relations_of(scope: Scope, search: Search) -> dict[str, pa.Table]:
    """Return the tables to bind for a search: its words, its distances, the articles in view."""
    relations = {
        f"words_{k}": ex.numbers(leaf.column, leaf.ids) for k, leaf in enumerate(search.words)
    }
    for k, distance in enumerate(search.distances):
        relations[f"distance_{k}"] = ex.numbers("d", range(1, distance + 1))
    if not scope.is_whole:
        relations["selected"] = scope.relation()
    return relations
