"""The words of many texts as they are written, in arrays: where each stands, and which it is of the distinct ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from rasid.language.tokens import KINDS, codes_of, token_arrays
from rasid.language.word_types import BLANK, Prints, prints_of

_WORD, _FOREIGN = KINDS.index("word"), KINDS.index("latin")
_TOGETHER: Final = 50
"""Texts cut in one pass, which costs a sixth of 50 passes: as many as the processor's cache holds."""

Places = npt.NDArray[np.int32]


class Words(NamedTuple):
    """The words of some texts, in order.

    Attributes:
        text: The number of the text of each.
        start: Where it begins there.
        end: Where it ends.
        form: Which of `forms` it is.
        forms: The distinct words, in order of their first use.
    """

    text: Places
    start: Places
    end: Places
    form: Places
    forms: list[str]


def words_of(texts: Sequence[str]) -> Words:
    """Return the Arabic and foreign words of many texts.

    Equal words are told by the prints of their letters (`word_types.prints_of`): no word is made but the distinct ones.
    """
    parts = [_part(texts, first) for first in range(0, max(1, len(texts)), _TOGETHER)]
    columns = zip(*parts, strict=True)
    text, start, end, prints = (np.concatenate(column) for column in columns)
    form, first = _numbered(prints)
    spans = zip(
        text.take(first).tolist(), start.take(first).tolist(), end.take(first).tolist(), strict=True
    )
    return Words(text, start, end, form, [texts[n][at:to] for n, at, to in spans])


def _part(texts: Sequence[str], first: int) -> tuple[Places, Places, Places, Prints]:
    """Return text, start, end and prints of the words of the texts from `first` on that are cut together."""
    some = texts[first : first + _TOGETHER]
    bases = np.cumsum([0, *(len(text) + 1 for text in some)])[:-1]
    joined = "\n".join(some)  # a line break ends every token
    starts, ends, kinds = token_arrays(joined)
    at = ((kinds == _WORD) | (kinds == _FOREIGN)).nonzero()[0]
    starts, ends = starts.take(at), ends.take(at)
    text = bases.searchsorted(starts, side="right") - 1
    codes = codes_of(joined)
    change = np.zeros(codes.size + 1, dtype=np.int8)
    change[starts] = 1
    change[ends] -= 1
    held = np.add.accumulate(change[:-1], dtype=np.int8).view(np.bool_)
    prints = prints_of(np.where(held, codes, BLANK), starts)
    base = bases.take(text)
    return (
        (text + first).astype(np.int32),
        (starts - base).astype(np.int32),
        (ends - base).astype(np.int32),
        prints,
    )


def _numbered(prints: Prints) -> tuple[Places, npt.NDArray[np.intp]]:
    """Return the number of each word among the distinct ones, in order of first use, and where each is first used."""
    order = prints.argsort(kind="stable")
    ordered = prints.take(order)
    fresh = np.ones(order.size, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    begins = fresh.nonzero()[0]
    firsts = order.take(begins)
    by_use = firsts.argsort()
    rank = np.empty(firsts.size, dtype=np.int32)
    rank[by_use] = np.arange(firsts.size, dtype=np.int32)
    numbers = np.empty(order.size, dtype=np.int32)
    numbers[order] = rank.repeat(np.diff(begins, append=order.size))
    return numbers, firsts.take(by_use)
