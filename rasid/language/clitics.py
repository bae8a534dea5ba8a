"""Clitics: what may be written onto a word, before it and after it.

Prices are our own ranking of how readily a reader takes letters for a clitic rather than for part
of the word: cheap for و and ال, dear for ك. They only order the readings of one word. Every new
word type passes here several times, so ways are plain tuples in a list.
"""

from __future__ import annotations

from typing import Final

Split = tuple[tuple[str, ...], str, bool, bool, float]
"""A way to take clitics off the front: proclitics, the rest, whether ال stood before the rest,
whether سـ did (it is among the proclitics too), and the price."""

Host = tuple[str, str, float]
"""A way to take a pronoun off the end: the word without it, the pronoun, and the price."""

_Way = tuple[tuple[str, ...], int, bool, bool, float]
"""A split, with where the rest begins in place of the rest."""

_CONJUNCTIONS: Final = {"و": 1.0, "ف": 2.0}
_PREPOSITIONS: Final = {"ب": 1.4, "ل": 1.4, "ك": 2.6}
_IMPERFECT: Final = frozenset("يتنأ")
# By the last two letters of the word, else by the last.
_ENCLITICS: Final = {
    "ها": (("ها", 1.2),),
    "نا": (("نا", 2.0),),
    "ما": (("هما", 1.6), ("كما", 3.5)),
    "هم": (("هم", 1.5),),
    "كم": (("كم", 3.0),),
    "هن": (("هن", 2.2),),
    "ني": (("ني", 1.5), ("ي", 4.0)),
}
_SHORT_ENCLITICS: Final = {"ه": (("ه", 1.5),), "ي": (("ي", 4.0),), "ك": (("ك", 4.0),)}
_GOD: Final = "الله"  # the article is part of the name: بالله is no ب + ال + له
FIRST: Final = frozenset("وفبلكسا")
LAST: Final = frozenset("هايكمن")  # of the pronouns
_LONG: Final = 6  # letters; how a longer word may be split shows in its first four


def proclitic_splits(word: str) -> list[Split]:
    """Return the ways to read conjunction, preposition, article and future سـ off the front.

    The first is the word as it stands.
    """
    if word[0] not in FIRST:
        return [((), word, False, False, 0.0)]
    ways = _OF_FRONT[word[:4]] if len(word) > _LONG else _ways(word)
    return [
        (front, word[at:], article, future, price) for front, at, article, future, price in ways
    ]


class _OfFront(dict[str, list[_Way]]):
    """The ways of all words longer than `_LONG` that begin with the same four letters."""

    def __missing__(self, front: str) -> list[_Way]:
        ways = self[front] = _ways(front + "-" * _LONG)
        return ways


_OF_FRONT: Final = _OfFront()


def _ways(word: str) -> list[_Way]:
    ways: list[_Way] = [((), 0, False, False, 0.0)]
    _after_conjunction((), word, 0, 0.0, ways)
    first = word[0]
    if first in _CONJUNCTIONS and len(word) > 2:
        front, price = (first,), _CONJUNCTIONS[first]
        ways.append((front, 1, False, False, price))
        if word[1] in FIRST:
            _after_conjunction(front, word, 1, price, ways)
    return ways


def _after_conjunction(
    front: tuple[str, ...], word: str, at: int, price: float, ways: list[_Way]
) -> None:
    rest = word[at:]
    first = rest[0]
    if first == "ا":
        if rest[1:2] == "ل" and len(rest) > 3 and rest != _GOD:
            ways.append((front, at + 2, True, False, price))
    elif first == "س":
        if rest[1:2] in _IMPERFECT and len(rest) > 3:
            ways.append(((*front, "س"), at + 1, False, True, price + 0.4))
    elif first in _PREPOSITIONS and len(rest) > 2:
        pro, after = (*front, first), rest[1:]
        if first == "ل":
            if after[0] == "ل" and len(after) > 2:
                # للعراق = ل + العراق; للجنة = ل + اللجنة, its own lam assimilated
                ways.append((pro, at + 2, True, False, price + 0.5))
                ways.append((pro, at + 1, True, False, price + 0.7))
        elif after[:2] == "ال" and len(after) > 3 and after != _GOD:
            ways.append((pro, at + 3, True, False, price + 0.5))
        ways.append((pro, at + 1, False, False, price + _PREPOSITIONS[first]))


def hosts(word: str) -> list[Host]:
    """Return the ways to read a pronoun off the end of a word."""
    pronouns = _ENCLITICS.get(word[-2:]) or _SHORT_ENCLITICS.get(word[-1])
    found: list[Host] = []
    for pronoun, price in pronouns or ():
        if len(word) - len(pronoun) >= 2 and word.endswith(pronoun):
            for repaired, more in _repairs(word[: -len(pronoun)]):
                found.append((repaired, pronoun, price + more))
    return found


def _repairs(cut: str) -> list[tuple[str, float]]:
    """Undo what a pronoun does to the end of its host."""
    last = cut[-1]
    if last == "ت":
        if cut[-2] == "ا":  # مباراته ← مباراة
            return [(cut, 0.1), (cut[:-1] + "ة", 0.1)]
        # حكومته ← حكومة; قدرتها is قدرة before it is قدرت
        return [(cut[:-1] + "ة", 0.0), (cut, 0.8)]
    if last == "ا":  # مستواه ← مستوى, طرفاه ← طرفان
        return [(cut[:-1] + "ى", 0.2), (cut, 0.1), (cut + "ن", 1.0)]
    if last == "ؤ" or last == "ئ":  # شركاؤه، شركائه ← شركاء
        return [(cut[:-1] + "ء", 0.0), (cut, 0.1)]
    if last == "و":  # كتبوه ← كتبوا, مسؤولوه ← مسؤولون
        return [(cut, 0.1), (cut + "ا", 0.2), (cut + "ن", 0.4)]
    if last == "ي":  # لاعبيه ← لاعبين
        return [(cut, 0.1), (cut + "ن", 1.0)]
    return [(cut, 0.1)]
