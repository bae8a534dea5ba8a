"""The words of a folded text with what stands between them, for the rules that read dates and numbers.

One regular-expression split a text; everything after that is dictionary look-ups over the words. The result is kept
for the last few texts, because dates and quantities of an article are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from typing import Final

from rasid.language.folding import fold

# A number keeps its inner separators (2,500 and 17.8.2025 are one word); slash, dash and colon stand in the gaps.
_WORD: Final = re.compile(r"([ء-غف-يپچژڤگ]+|[0-9]+(?:[.,٫٬،][0-9]+)*|[A-Za-z]+)")

_EDGE: Final = 48  # more than any rule looks ahead or back
_NO_WORDS: Final = [""] * _EDGE
_STOPS: Final = ["."] * _EDGE

# Proclitics of a noun: conjunctions و ف, prepositions ب ل ك, and their pairs.
PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a folded text: `words[i]` starts at `starts[i]`; `gaps[i]` is the text before it.

    Behind the `count` words stand empty ones, with stops between them, so that a rule may look some words ahead or
    (with a negative index) back over the edge of the text without asking where it is. `digits` are the words that begin
    with a digit.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    count: int
    digits: list[int]

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

    def places(self, known: Container[str]) -> list[int]:
        """Return, in order, the words that are known or begin with a digit.

        Most words are neither; two passes in C cost half of one loop in Python.
        """
        found = list(compress(range(self.count), map(known.__contains__, self.words)))
        return sorted(found + self.digits) if self.digits else found


@lru_cache(maxsize=8)
def scan(folded_text: str) -> Words:
    """Return the words of a folded text."""
    parts = _WORD.split(folded_text)
    ends = list(accumulate(map(len, parts)))
    count = len(parts) // 2
    words = parts[1::2]
    digits = list(compress(range(count), map(":".__gt__, words)))
    return Words(
        folded_text, words + _NO_WORDS, parts[0::2] + _STOPS, ends[0::2][:count], count, digits
    )


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
