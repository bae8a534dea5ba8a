"""Made-up texts for the tests of copies: random words, the same edited, and who printed them."""

from __future__ import annotations

import random
from datetime import date

from rasid.corpus.copies.facts import Appearance
from rasid.corpus.copies.index import CopyIndex, shingles

STEMS = ("قرا", "مدي", "جسو", "نهر", "سوق", "ليل", "عام", "حقل")
ENDS = ("ر", "نة", "ق", "ات", "ية", "ون", "ه", "ين", "ك", "م")
WORDS = [stem + end for stem in STEMS for end in ENDS]


def text(seed: int, length: int = 220) -> list[str]:
    chosen = random.Random(seed)
    return [chosen.choice(WORDS) + chosen.choice(WORDS) for _ in range(length)]


def edited(words: list[str], share: float, seed: int) -> list[str]:
    chosen = random.Random(seed)
    return [w if chosen.random() > share else chosen.choice(WORDS) + "ء" for w in words]


def printed(words: list[str], house: str, day: int, host: str = "") -> tuple[list[str], Appearance]:
    """A text as a house printed it on a day of March 2024."""
    at = date(2024, 3, day)
    return words, Appearance(house, host or house, at, at)


def together(*articles: tuple[list[str], Appearance]) -> bool:
    """Tell whether two articles are copies."""
    index = CopyIndex()
    index.update(
        added=[
            (str(n), shingles(" ".join(words), where)) for n, (words, where) in enumerate(articles)
        ]
    )
    return bool(index.groups())
