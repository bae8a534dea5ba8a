"""Running words: all words of a store as arrays, in the order of the text.

A word is named by its place in these arrays, its corpus position as CQP has it (Evert & Hardie 2011).
Finding a word is one pass over an array, its neighbours are additions: sorting 38,853 lines by three
words took 2.2 s of the processor as joins on 72,716 articles. The arrays take 9 bytes a word (157 MB
for 17.4 million; 11 where a body has more than 65,536 characters) and are read once per store. A
cluster, and a store of more than `MAX_WORDS`, answer the same questions as expressions
(`query/hits.py`, `runs.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

import numpy as np
import pandas as pd

from rasid.measures.lexicon import lexicon_of
from rasid.measures.scope import Ints, Mask, Scope, index_of
from rasid.store.engine import Store

MAX_WORDS: Final = 60_000_000
"""Words held at most: 900 MB."""


_BLOCK: Final = 1 << 20


@dataclass(frozen=True)
class Words:
    """All words of a store, by article in the order of its `Index`, then position.

    Attributes:
        type: The place of each word's type in the `Lexicon`.
        sentence: The number of its sentence in the article.
        quoted: Whether it stands in quotation marks or attributed speech.
        start: Its offset in the article's body; of 16 bits where all are that small.
        first: The place of the first word of each article, and the number of words at the end.
    """

    type: Ints
    sentence: Ints
    quoted: Mask
    start: Ints
    first: Ints

    @cached_property
    def _by_type(self) -> tuple[Ints, Ints]:
        """The places of all words by type, then in the order of the text, and where each type's end."""
        from scipy.sparse import csc_array  # a fifth of a second to import

        # A counting sort: comparing words with each other took ten times as long.
        size, kinds = len(self.type), int(self.type.max(initial=-1)) + 1
        ends = np.arange(size + 1, dtype=np.int32)
        by_type = csc_array((np.ones(size, bool), self.type, ends), shape=(kinds, size)).tocsr()
        return by_type.indices, by_type.indptr

    @property
    def places(self) -> Ints:
        """The places of all words by type, then in the order of the text: an inverted index."""
        return self._by_type[0]

    @property
    def opens(self) -> Ints:
        """Where the places of each type start in `places`."""
        return self._by_type[1][:-1]

    @cached_property
    def many(self) -> Ints:
        """How many places each type has."""
        return cast(Ints, np.diff(self._by_type[1]))

    @cached_property
    def sentence_ends(self) -> Ints:
        """The places of the last words of all sentences."""
        closes = np.ones(len(self.type), bool)
        closes[:-1] = self.sentence[1:] != self.sentence[:-1]
        ends = self.first[1:]
        closes[ends[ends > 0] - 1] = True  # articles: their sentences are numbered alike
        return places_where(closes)

    def sentence_end(self, places: Ints) -> Ints:
        """Return the place of the last word of the sentence of each word."""
        ends = self.sentence_ends
        return ends[np.searchsorted(ends, places.astype(np.int32))]

    def article(self, places: Ints) -> Ints:
        """Return the place in the `Index` of the article of each word."""
        return np.searchsorted(self.first, places.astype(np.int32), side="right") - 1


def words_of(store: Store) -> Words | None:
    """Return the running words of a store; None where they are not held. Read once per store."""
    if not store.is_local:
        return None
    return cast(Words | None, store.hold("words", lambda: _read_words(store)))


def _read_words(store: Store) -> Words | None:
    index, lexicon = index_of(store), lexicon_of(store)
    if not len(index.key) or int(index.n_tokens.sum()) > MAX_WORDS:
        return None
    written = store.frame(
        "SELECT article_key AS key, min(rowid) AS opens, max(rowid) AS closes, count(*) AS many, "
        "max(start) AS latest FROM base.tokens GROUP BY 1 ORDER BY 2"
    )
    lengths = np.zeros(len(index.key), np.int64)
    lengths[index.place(written["key"].to_numpy())] = written["many"]
    first = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    short = int(written["latest"].max()) <= np.iinfo(np.uint16).max if len(written) else True
    start, form, sentence, quoted = store.columns(
        "tokens", '"start"::USMALLINT' if short else '"start"', "form_id", "sentence", "quoted"
    )
    if not _in_order(written, start):  # a rebuild appends articles
        order = np.lexsort((start, *store.columns("tokens", "article_key")))
        start, form, sentence, quoted = (each[order] for each in (start, form, sentence, quoted))
    if len(lexicon.form_id) and int(lexicon.form_id[-1]) != len(lexicon.form_id) - 1:
        form = np.searchsorted(lexicon.form_id, form).astype(np.int32)
    return Words(form, sentence, quoted, start, first)


def _in_order(written: pd.DataFrame, start: Ints) -> bool:
    """Tell whether the words were written article by article, each in the order of its text.

    Args:
        written: Of each article its key, the rows of its first and its last word, and its words, by first row.
        start: The offset of every word, as it was written.
    """
    many = written["many"].to_numpy(np.int64)
    apart = (written["closes"] - written["opens"] + 1).to_numpy(np.int64)
    if (apart != many).any() or (np.diff(written["key"].to_numpy()) <= 0).any():
        return False
    falling = np.flatnonzero(start[1:] < start[:-1]) + 1
    return not len(np.setdiff1d(falling, np.cumsum(many)))


def places_of(scope: Scope, words: Words, wanted: Mask) -> Ints:
    """Return the places in view, in the selection's voice, of words whose type is wanted; ascending."""
    types = np.flatnonzero(wanted)
    many = words.many[types]
    if not scope.is_whole and int(scope.index.n_tokens[scope.at].sum()) < int(many.sum()):
        places = _in_view(scope, words)
        places = places[wanted[words.type[places]]]
    else:
        places = words.places[ranges(words.opens[types], many)]
        if len(types) > 1:
            places.sort()
        if not scope.is_whole:
            seen = np.zeros(len(scope.index.key), bool)
            seen[scope.at] = True
            places = places[seen[words.article(places)]]
    voice = scope.selection.voice
    if voice != "all":
        places = places[words.quoted[places] == (voice == "quoted")]
    return places


def _in_view(scope: Scope, words: Words) -> Ints:
    """Return the places of all words in view, of whatever voice."""
    starts = words.first[scope.at]
    return ranges(starts, words.first[scope.at + 1] - starts)


def places_where(mask: Mask) -> Ints:
    """Return where a mask holds, in 32 bits; all at once in 64, ten million words took 80 MB more."""
    blocks = range(0, len(mask), _BLOCK)
    found = [np.flatnonzero(mask[i : i + _BLOCK]).astype(np.int32) + np.int32(i) for i in blocks]
    return np.concatenate(found) if found else np.zeros(0, np.int32)


def ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers of several ranges, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total, dtype=np.int32)
