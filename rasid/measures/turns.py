"""Turns: every statement of a store as numbers, so that who speaks in a selection is counted without a query.

A query that joins each speaker's spelling took 0.2 s of a view of 72,000 articles; counting numbers takes a few
milliseconds, and the numbers of their 304,721 statements take 8 MB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rasid.measures.scope import Ints, Mask, Scope


@dataclass(frozen=True)
class Turns:
    """Statements as parallel arrays, in order of article, then speaker.

    Attributes:
        place: The place of the article in the store's `Index`.
        speaker: The number of the speaker in `keys`.
        name: The number of the name shown in `names`, which are in order of their letters.
        direct: Whether the words are the speaker's own.
        first: Whether it is the speaker's first statement in its article: there are as many as articles.
        keys: The speakers' keys.
        names: The names shown.
    """

    place: Ints
    speaker: Ints
    name: Ints
    direct: Mask
    first: Mask
    keys: np.ndarray[Any, Any]
    names: np.ndarray[Any, Any]

    def in_view(self, scope: Scope) -> Ints:
        """Return the statements of the articles in view; none in the outlets' own voice."""
        if scope.selection.voice == "own":
            return np.empty(0, np.int64)
        if scope.is_whole:
            return np.arange(len(self.place))
        seen = np.zeros(len(scope.index.key), dtype=bool)
        seen[scope.at] = True
        return np.flatnonzero(seen[self.place])

    def most(self, rows: Ints, limit: int | None) -> Ints:
        """Return the speakers of some statements: the `limit` with most of them, and those that equal the last."""
        totals = np.bincount(self.speaker[rows], minlength=len(self.keys))
        found = np.flatnonzero(totals)
        if limit is None or len(found) <= limit:
            return found
        least = np.partition(totals[found], -limit)[-limit]
        return np.asarray(found[totals[found] >= least])

    def commonest(self, rows: Ints) -> dict[str, str]:
        """Return the name that some statements give each of their speakers most often, of equal ones the first."""
        pairs, counts = np.unique(
            self.speaker[rows] * len(self.names) + self.name[rows], return_counts=True
        )
        speakers, names = np.divmod(pairs, max(len(self.names), 1))
        order = np.lexsort((names, -counts, speakers))
        told, begin = np.unique(speakers[order], return_index=True)
        return dict(zip(self.keys[told], self.names[names[order][begin]], strict=True))


def turns_of(
    place: Ints, speaker: Ints, keys: Sequence[str], names: Sequence[str], direct: Mask
) -> Turns:
    """Return statements as arrays.

    Args:
        place: The place of the article of each.
        speaker: The place of its speaker in `keys` and `names`, where several may share a key or a name.
        keys: The speakers' keys.
        names: The names shown.
        direct: Whether it is direct speech.
    """
    coded = pc.dictionary_encode(pa.array(keys, pa.string()))
    named = pc.dictionary_encode(pa.array(names, pa.string()))
    every = np.array(named.dictionary.to_pylist(), dtype=object)
    alphabetical = np.argsort(every, kind="stable")
    rank = np.empty(len(every), np.int64)
    rank[alphabetical] = np.arange(len(every))
    name = rank[named.indices.to_numpy()][speaker]
    speaker = coded.indices.to_numpy().astype(np.int64)[speaker]
    order = np.lexsort((speaker, place))
    place, speaker = place[order], speaker[order]
    first = np.ones(len(place), dtype=bool)
    first[1:] = (place[1:] != place[:-1]) | (speaker[1:] != speaker[:-1])
    listed = np.array(coded.dictionary.to_pylist(), dtype=object)
    return Turns(place, speaker, name[order], direct[order], first, listed, every[alphabetical])
