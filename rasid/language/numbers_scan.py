"""The words of a folded text with what stands between them, for the rules that read dates and numbers.

One regular-expression split a text; everything after that is dictionary look-ups over the words. The result is kept
for the last few texts, because dates and quantities of an article are read one after the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

import numpy as np

from rasid.language.folding import fold
from rasid.language.word_types import Cut, Numbers, WordTypes, word_types

# A number keeps its inner separators (2,500 and 17.8.2025 are one word); slash, dash and colon stand in the gaps.
_WORD: Final = re.compile(r"([ء-غف-يپچژڤگ]+|[0-9]+(?:[.,٫٬،][0-9]+)*|[A-Za-z]+)")

_EDGE: Final = 48  # more than any rule looks ahead or back
_NO_WORDS: Final = [""] * _EDGE
_STOPS: Final = ["."] * _EDGE

# Proclitics of a noun: conjunctions و ف, prepositions ب ل ك, and their pairs.
PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


@dataclass(slots=True, eq=False)
class Words:
    """Words of a folded text: `words[i]` starts at `starts[i]`; `gaps[i]` is the text before it.

    Behind the `count` words stand empty ones, with stops between them, so that a rule may look some words ahead or
    (with a negative index) back over the edge of the text without asking where it is. `numbers` are those of the words'
    types in the table `types`.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    count: int
    types: WordTypes
    numbers: Numbers
    dates: tuple[Any, ...] | None = None  # the matches of `dates.finder.parse_text`, kept there

    def end(self, i: int) -> int:
        """Return the offset after word `i`."""
        return self.starts[i] + len(self.words[i])

    def word(self, i: int) -> str:
        """Return word `i`, or the empty string outside the text."""
        return self.words[i]

    def gap(self, i: int) -> str:
        """Return what stands before word `i`; a full stop outside the text."""
        return self.gaps[i]

    def near(self, i: int) -> bool:
        """Tell whether only blanks (or nothing) part word `i` from the word before it."""
        gap = self.gaps[i]
        return gap == " " or not gap.strip(" \t")

    def places(self, known: frozenset[str]) -> list[int]:
        """Return, in order, the words that are known or begin with a digit."""
        column = self.types.column(known, lambda word: word < ":" or word in known, np.bool_)
        found: list[int] = column.at(self.numbers).nonzero()[0].tolist()
        return found


@lru_cache(maxsize=8)
def scan(folded_text: str) -> Words:
    """Return the words of a folded text."""
    parts = _WORD.split(folded_text)
    ends = list(accumulate(map(len, parts)))
    count = len(parts) // 2
    words, types = parts[1::2], word_types()
    return Words(
        folded_text,
        words + _NO_WORDS,
        parts[0::2] + _STOPS,
        ends[0::2][:count],
        count,
        types,
        types.numbers(words),
    )


def scan_cut(folded_text: str, cut: Cut) -> Words:
    """Return `scan` of a folded text that is cut already.

    Words of plain letters or of digits alone are the same in both. Only where a word is neither (و500، F16), or a
    separator joins two groups of digits (2,500), is the text split again: a quarter of the cost of splitting it all.
    """
    lo, hi = int(not cut.words[0]), len(cut.words) - (not cut.words[-1])  # a sign at an edge
    last = hi - lo
    if last <= 0:
        return scan(folded_text)
    numbers = cut.numbers[lo:hi]
    kinds = cut.types.column("scan kind", _scan_kind, np.int8).at(numbers)
    places = kinds.nonzero()[0].tolist()
    if 3 * len(places) > last:
        return scan(folded_text)
    words, gaps = cut.words[lo:hi], cut.gaps.copy() if lo else ["", *cut.gaps]
    if hi == len(cut.words):
        gaps.append("")
    starts = cut.starts[lo:hi]
    runs = _runs(places, kinds.take(places).tolist(), gaps) if places else []
    if runs:
        numbers = _split_again(folded_text, runs, words, gaps, starts, numbers, cut.types)
    count = len(words)
    words += _NO_WORDS
    gaps += _STOPS
    return Words(folded_text, words, gaps, starts, count, cut.types, numbers)


def _runs(places: list[int], kinds: list[int], gaps: list[str]) -> list[tuple[int, int]]:
    """Return the runs `[first, end)` of words that are not plain letters and have to be split again."""
    found: list[tuple[int, int]] = []
    at, last = 0, len(places)
    while at < last:
        first = done = places[at]
        split = False
        while at < last and places[at] == done:
            split = split or kinds[at] == _MIXED or (done > first and gaps[done] in _SEPARATORS)
            done += 1
            at += 1
        if split:
            found.append((first, done))
    return found


def _split_again(
    text: str,
    runs: list[tuple[int, int]],
    words: list[str],
    gaps: list[str],
    starts: list[int],
    numbers: Numbers,
    types: WordTypes,
) -> Numbers:
    """Split the runs of words again, in the three lists, and return the numbers of all words then."""
    pieces: list[Numbers] = []
    tail, last = len(words), len(words)
    for at, done in reversed(runs):
        begin = starts[at - 1] + len(words[at - 1]) if at else 0
        end = starts[done] if done < last else len(text)
        parts = _WORD.split(text[begin:end])
        found = parts[1::2]
        words[at:done] = found
        gaps[at : done + 1] = parts[0::2]
        starts[at:done] = list(accumulate(map(len, parts), initial=begin))[1:-1:2]
        pieces += (numbers[done:tail], types.numbers(found))
        tail = at
    pieces.append(numbers[:tail])
    return np.concatenate(pieces[::-1])


_LETTERS: Final = re.compile("[ء-غف-يپچژڤگ]+|[A-Za-z]+")
_SEPARATORS: Final = frozenset(".,٫٬،")
_DIGITS, _MIXED = 1, 2


def _scan_kind(word: str) -> int:
    """Return 0 for a word of letters, 1 for one of digits, 2 for one that the split of numbers cuts otherwise."""
    if _LETTERS.fullmatch(word):
        return 0
    return _DIGITS if word.isascii() and word.isdigit() else _MIXED


def folded_words(words: str) -> frozenset[str]:
    """Return the words of a table row written in ordinary spelling, folded."""
    return frozenset(fold(word).text for word in words.split())


def clitic_forms(folded_word: str) -> list[tuple[str, int]]:
    """Return each written form of a word with proclitics, with the length of its proclitics.

    ل and the article merge: ل + العام is للعام (the length is then 1: the article's alef is gone).
    """
    forms = [(lead + folded_word, len(lead)) for lead in PROCLITICS]
    if folded_word.startswith("ال"):
        forms += [(lead + "لل" + folded_word[2:], len(lead) + 1) for lead in ("", "و", "ف")]
    return forms
