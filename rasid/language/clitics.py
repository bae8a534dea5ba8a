"""Clitics: what may be written onto a word, before it and after it.

Prices are our own ranking of how readily a reader takes letters for a clitic rather than for part
of the word: cheap for و and ال, dear for ك. They only order the readings of one word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple


class Split(NamedTuple):
    """A way to take clitics off: `proclitics` joined to `rest` give the word."""

    proclitics: tuple[str, ...]
    rest: str
    article: bool
    future: bool
    price: float


_CONJUNCTIONS: Final = (("", 0.0), ("و", 1.0), ("ف", 2.0))
_PREPOSITIONS: Final = (("", 0.0), ("ب", 1.4), ("ل", 1.4), ("ك", 2.6))
_ENCLITICS: Final = (
    ("هما", 1.6),
    ("هم", 1.5),
    ("هن", 2.2),
    ("ها", 1.2),
    ("ه", 1.5),
    ("كما", 3.5),
    ("كم", 3.0),
    ("نا", 2.0),
    ("ني", 2.0),
    ("ك", 4.0),
    ("ي", 4.0),
)


def proclitic_splits(word: str) -> Iterator[Split]:
    """Yield the ways to read conjunction, preposition, article and future سـ off the front."""
    for conjunction, price in _CONJUNCTIONS:
        if not word.startswith(conjunction) or len(word) - len(conjunction) < 2:
            continue
        rest = word[len(conjunction) :]
        front = (conjunction,) if conjunction else ()
        yield Split(front, rest, False, False, price)
        if rest.startswith(("سي", "ست", "سن", "سأ")) and len(rest) > 3:
            yield Split((*front, "س"), rest[1:], False, True, price + 0.4)
        yield from _with_preposition(front, rest, price)


def _with_preposition(front: tuple[str, ...], rest: str, price: float) -> Iterator[Split]:
    for preposition, more in _PREPOSITIONS:
        if not rest.startswith(preposition):
            continue
        after = rest[len(preposition) :]
        pro = (*front, preposition) if preposition else front
        if after.startswith("ال") and len(after) > 3 and preposition != "ل":
            yield Split(pro, after[2:], True, False, price + (more and 0.5))
        if preposition and len(after) > 1:
            if preposition == "ل" and after.startswith("ل") and len(after) > 2:
                # للعراق = ل + العراق; للجنة = ل + اللجنة, its own lam assimilated
                yield Split(pro, after[1:], True, False, price + 0.5)
                yield Split(pro, after, True, False, price + 0.7)
            yield Split(pro, after, False, False, price + more)


def enclitic_splits(stem: str) -> Iterator[tuple[str, str, float]]:
    """Yield `(stem, pronoun, price)` for the pronouns that may end the word; no pronoun first."""
    yield stem, "", 0.0
    for pronoun, price in _ENCLITICS:
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
            for repaired, more in _repairs(stem[: -len(pronoun)]):
                yield repaired, pronoun, price + more


def _repairs(cut: str) -> Iterator[tuple[str, float]]:
    """Undo what a pronoun does to the end of its host."""
    last = cut[-1]
    if last == "ت":  # حكومته ← حكومة
        yield cut[:-1] + "ة", 0.0
    if last == "ا":  # مستواه ← مستوى
        yield cut[:-1] + "ى", 0.2
    if last in "ؤئ":  # شركاؤه، شركائه ← شركاء
        yield cut[:-1] + "ء", 0.0
    if last == "ء":
        yield cut, 0.1
    yield cut, 0.1
    if last == "و":  # كتبوه ← كتبوا, مسؤولوه ← مسؤولون
        yield cut + "ا", 0.2
        yield cut + "ن", 0.4
    if last == "ي":  # لاعبيه ← لاعبين
        yield cut + "ن", 0.4
    if last == "ا":  # طرفاه ← طرفان
        yield cut + "ن", 0.6
