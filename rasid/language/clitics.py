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


_CONJUNCTIONS: Final = (("و", 1.0), ("ف", 2.0))
_PREPOSITIONS: Final = {"ب": 1.4, "ل": 1.4, "ك": 2.6}
_IMPERFECT: Final = frozenset("يتنأ")
# By the last letter of the word.
_ENCLITICS: Final = {
    "ه": (("ه", 1.5),),
    "ا": (("هما", 1.6), ("ها", 1.2), ("نا", 2.0), ("كما", 3.5)),
    "م": (("هم", 1.5), ("كم", 3.0)),
    "ن": (("هن", 2.2),),
    "ي": (("ني", 1.5), ("ي", 4.0)),
    "ك": (("ك", 4.0),),
}
_FIRST: Final = frozenset("وفبلكسا")


def proclitic_splits(word: str) -> Iterator[Split]:
    """Yield the ways to read conjunction, preposition, article and future سـ off the front."""
    yield Split((), word, False, False, 0.0)
    if word[0] not in _FIRST:
        return
    yield from _after_conjunction((), word, 0.0)
    for conjunction, price in _CONJUNCTIONS:
        if word[0] == conjunction and len(word) > 2:
            rest = word[1:]
            yield Split((conjunction,), rest, False, False, price)
            if rest[0] in _FIRST:
                yield from _after_conjunction((conjunction,), rest, price)


def _after_conjunction(front: tuple[str, ...], rest: str, price: float) -> Iterator[Split]:
    first = rest[0]
    if first == "ا":
        if rest[1:2] == "ل" and len(rest) > 3:
            yield Split(front, rest[2:], True, False, price)
    elif first == "س":
        if rest[1:2] in _IMPERFECT and len(rest) > 3:
            yield Split((*front, "س"), rest[1:], False, True, price + 0.4)
    elif first in _PREPOSITIONS and len(rest) > 2:
        pro, after = (*front, first), rest[1:]
        if first == "ل":
            if after[0] == "ل" and len(after) > 2:
                # للعراق = ل + العراق; للجنة = ل + اللجنة, its own lam assimilated
                yield Split(pro, after[1:], True, False, price + 0.5)
                yield Split(pro, after, True, False, price + 0.7)
        elif after.startswith("ال") and len(after) > 3:
            yield Split(pro, after[2:], True, False, price + 0.5)
        yield Split(pro, after, False, False, price + _PREPOSITIONS[first])


def enclitic_splits(stem: str) -> Iterator[tuple[str, str, float]]:
    """Yield `(stem, pronoun, price)` for the pronouns that may end the word; no pronoun first."""
    yield stem, "", 0.0
    for pronoun, price in _ENCLITICS.get(stem[-1], ()):
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
            for repaired, more in _repairs(stem[: -len(pronoun)]):
                yield repaired, pronoun, price + more


def _repairs(cut: str) -> Iterator[tuple[str, float]]:
    """Undo what a pronoun does to the end of its host."""
    last = cut[-1]
    plural = cut.endswith("ات")
    if last == "ت" and not plural:  # حكومته ← حكومة
        yield cut[:-1] + "ة", 0.0
    if last == "ا":  # مستواه ← مستوى
        yield cut[:-1] + "ى", 0.2
    if last in "ؤئ":  # شركاؤه، شركائه ← شركاء
        yield cut[:-1] + "ء", 0.0
    if last == "ء":
        yield cut, 0.1
    # قدرتها is قدرة before it is قدرت
    yield cut, 0.8 if last == "ت" and not plural else 0.1
    if plural:  # مباراته ← مباراة
        yield cut[:-1] + "ة", 0.1
    if last == "و":  # كتبوه ← كتبوا, مسؤولوه ← مسؤولون
        yield cut + "ا", 0.2
        yield cut + "ن", 0.4
    if last == "ي":  # لاعبيه ← لاعبين
        yield cut + "ن", 1.0
    if last == "ا":  # طرفاه ← طرفان
        yield cut + "ن", 1.0
