"""The words of a folded text with what stands between them, for the rules that read dates and numbers.

One regular-expression split a text; everything after that is dictionary look-ups over the words. The result is kept
for the last few texts, because dates and quantities of an article are read one after the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

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


@dataclass(frozen=True, slots=True, eq=False)
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

    A word of plain letters is the same in both; what stands between two of them is split here.
    """
    plain = cut.types.column("plain", _is_plain, np.bool_).at(cut.numbers)
    places = (~plain).nonzero()[0].tolist()
    if 3 * len(places) > len(plain):
        return scan(folded_text)
    words: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    numbers: list[Numbers] = []
    before = ["", *cut.gaps, ""]
    done, last = 0, len(cut.words)
    for at in [*places, last]:
        if at < done:
            continue
        words += cut.words[done:at]
        gaps += before[done:at]
        starts += cut.starts[done:at]
        numbers.append(cut.numbers[done:at])
        if at == last:
            break
        done = at + 1
        while done < last and not plain[done]:
            done += 1
        begin = cut.ends[at - 1] if at else 0
        end = cut.starts[done] if done < last else len(folded_text)
        parts = _WORD.split(folded_text[begin:end])
        found = parts[1::2]
        if found:
            words += found
            gaps += parts[0:-1:2]
            starts += list(accumulate(map(len, parts), initial=begin))[1:-1:2]
            numbers.append(cut.types.numbers(found))
        before[done] = parts[-1]
    return Words(
        folded_text,
        words + _NO_WORDS,
        [*gaps, before[last], *_STOPS],
        starts,
        len(words),
        cut.types,
        np.concatenate(numbers),
    )


_LETTERS: Final = re.compile("[ء-غف-يپچژڤگ]+")


def _is_plain(word: str) -> bool:
    return _LETTERS.fullmatch(word) is not None


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
