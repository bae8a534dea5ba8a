"""A search whose words have been looked up, and the places that it finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final, cast

from rasid.measures.query import syntax
from rasid.measures.query.compounds import parsed
from rasid.measures.query.types import Leaf, either, leaf_of
from rasid.measures.scope import Ints, Mask
from rasid.store.engine import Store

MAX_HITS: Final = 3_000_000
"""A search that finds more is refused: its list alone would take hundreds of megabytes."""

Shape = tuple[Any, ...]
"""The structure of a search without its words, a tree of tuples: ("leaf", k, column), ("number", k),
("seq", part, ...), ("near", k, part, part), ("or", part, ...); k counts words, numbers or distances."""


@dataclass(frozen=True)
class Hits:
    """Hits as parallel arrays, in order of article key, first and last word, start.

    `first` and `last` are word positions in the article, `start` and `end` offsets in its body. A
    number is no word: its `first` is the word after it, its `last` the word before it, so that what
    stands beside a hit is always `first - 1` and `last + 1`.
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
class Search:
    """A search whose words have been looked up: its structure, and what each word stands for.

    Attributes:
        shape: Its structure.
        words: What each word stands for.
        distances: How far apart the parts of each "near" may stand, in words.
        numbers: The numbers looked for.
        exact: Whether numbers must be written as typed.
        text: The expression as typed, for messages.
    """

    shape: Shape
    words: tuple[Leaf, ...]
    distances: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    exact: bool = False
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
    numbers: list[str] = []

    def leaf(found: Leaf) -> Shape:
        words.append(found)
        return ("leaf", len(words) - 1, found.column)

    def shape_of(part: syntax.Node) -> Shape:
        if isinstance(part, syntax.Sequence):
            return ("seq", *map(shape_of, part.parts))
        if isinstance(part, syntax.Either):
            if all(
                isinstance(o, syntax.Word | syntax.Surface | syntax.Pattern) for o in part.options
            ):
                found = [
                    leaf_of(store, o, folding=folding, query=query) for o in syntax.leaves(part)
                ]
                return leaf(either(store, found))
            return ("or", *map(shape_of, part.options))
        if isinstance(part, syntax.Near):
            distances.append(part.distance)
            return ("near", len(distances) - 1, shape_of(part.left), shape_of(part.right))
        if isinstance(part, syntax.Number):
            numbers.append(part.text)
            return ("number", len(numbers) - 1)
        return leaf(leaf_of(store, part, folding=folding, query=query))

    shape = shape_of(parsed(query, folding=folding))
    return Search(shape, tuple(words), tuple(distances), tuple(numbers), not folding, query)


def too_broad(search: Search) -> syntax.QueryError:
    """Return the refusal of a search that finds more than `MAX_HITS` places."""
    return syntax.QueryError("query-too-broad", search.text, 0, f"{MAX_HITS:,}")
