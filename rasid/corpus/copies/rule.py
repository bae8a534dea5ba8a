"""When two articles are copies of one another: the conditions, and what of their text counts for nothing.

Why each condition is there stands in `rasid/corpus/copies/index.py`. The figures were chosen on pairs of news reports
judged by reading both texts.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np

from rasid.corpus.copies.facts import Kind, as_places, day_of
from rasid.corpus.copies.grams import longest_run
from rasid.corpus.copies.groups import Likeness
from rasid.corpus.copies.postings import CLOSELY, Sketch
from rasid.corpus.copies.prints import Grams, Marks, Prints, is_longer, shared_by

CONTAINMENT: Final = 0.35
OWN_SHARED: Final = 0.3
"""… and this share when 3-grams that are common are left out on both sides."""

NEAR_WHOLE: Final = 0.85
"""So much of a text is its copy whatever figures and places differ, and however common its 3-grams are."""

WORD_FOR_WORD: Final = 0.95
"""… and this much wherever it stands: less of it further down is the item of a round-up or background."""

UNKNOWN_HOUSE: Final = 0.37
"""Where it is not known who printed both, this mean of the shares of the shorter (twice) and the longer is asked
for: most that share less are one paper's reports on one matter."""

LATER: Final = 4
"""Days after which hardly anybody takes over a report, but templates and backgrounds serve again."""

HALF: Final = 0.5
ONE_SOURCE: Final = 0.45
SOMETHING: Final = 0.1
"""Two houses that share so much within days, the shorter article counted four times and the longer once, took both
from one source, if only something of either opening is shared."""

SAME_HOUSE: Final = 0.6
NEWS: Final = 20
SAME_NEWS: Final = 1 / 3
"""Of one house: the share asked for, and how much of the first words of both must lie in it."""

MOST_LATER: Final = 0.7
"""The share asked for when days lie between, if it is not half of the longer article too."""

LEAST_SHARED: Final = 12
"""Fewer shared 3-grams are a shared sentence, not a copy."""

LEAST_OF_LONGER, MORE_OF_LONGER = 0.1, 0.15
"""A text that is less of the longer article is an item of a round-up; the latter where not `HALF` of it is shared."""

LEADS: Final = 0.6
"""… unless so much of both openings is shared: then it is the report, whatever follows it."""

OPENING: Final = 40
"""Words at the beginning, where a report says what is new; a follow-up repeats the background further down."""

OPENING_SHARED: Final = 0.25
"""Share of either opening that must lie in shared passages."""

WHOLE_OPENING: Final = 0.9
"""Share of both openings from which on the reports begin alike word for word, values and all."""

BULK: Final = 0.6
EARLY: Final = 1 / 6
"""From `BULK` shared on, half of what an even spread puts into the first third of both will do."""

MOSTLY: Final = 0.65
ONE_PASSAGE: Final = 0.6
SAME_OPENING: Final = 0.5
"""Of less than `MOSTLY` shared, one passage of this share of it is background, unless it takes
half of both openings."""

FEW_NUMBERS, LEAST_NUMBERS = 2, 4
"""From `LEAST_NUMBERS` on, more than half of them unknown to the longer article make it the report of another day;
of fewer, when both have `FEW_NUMBERS` and none in common."""

NO_FORMULA: Final = 60
"""So many words in a row are no formula, though many articles hold them (in corpora searched closely)."""


def common_from(articles: int) -> int:
    """Return in how many articles a 3-gram must stand to be nobody's own.

    8, and beyond 2,000 articles growing with their cube root (24 of 72,716), raised by a quarter at a time
    so that the bound rarely moves.
    """
    steps = int(math.log(max(articles, 2_000) / 2_000, 1.25) / 3 + 1e-9)
    return int(8 * 1.25**steps)


class _Pair(NamedTuple):
    """Two articles that share 3-grams."""

    shorter: Prints
    longer: Prints
    marked: tuple[Marks, Marks]  # the words of both in shared passages
    share: float  # of the shorter one's 3-grams
    of_longer: float

    def begin(self, words: int) -> float:
        """Return how much of so many first words of either lies in shared passages at least."""
        return min(
            np.count_nonzero(marked[:words]) / min(words, marked.size) for marked in self.marked
        )

    def both(self, kind: Kind) -> tuple[frozenset[int], frozenset[int]]:
        """Return the facts of one kind of both."""
        return self.shorter.of_kind(kind), self.longer.of_kind(kind)


def likeness(a: Prints, b: Prints, common: Grams, sketch: Sketch = CLOSELY) -> Likeness | None:
    """Return how alike two copies are, None when they are none; which comes first does not matter.

    `common` holds the 3-grams that count for nobody's own, sorted. The conditions are those of the module's
    docstring, the cheap ones first.
    """
    small, large = (b, a) if is_longer(a, b) else (a, b)
    held, places = shared_by(small, large)
    length, shared = small.distinct.size, places.size
    if shared < LEAST_SHARED or shared < CONTAINMENT * length:
        return None
    in_longer = np.zeros(large.distinct.size, dtype=np.bool_)
    in_longer[places] = True
    pair = _Pair(
        small,
        large,
        (small.passages(held), large.passages(in_longer)),
        shared / length,
        shared / large.distinct.size,
    )
    found = Likeness(round(100 * pair.share), round(100 * math.sqrt(pair.share * pair.of_longer)))
    if not _could_be_taken_over(pair):
        return None
    at_once = _two_houses_at_once(pair)
    if pair.share < WORD_FOR_WORD and not (
        _begin_alike(pair) or (at_once and _of_one_source(pair))
    ):
        return None
    if pair.share >= NEAR_WHOLE:
        return found
    least = LEAST_OF_LONGER if pair.share >= HALF else MORE_OF_LONGER
    opening = pair.begin(OPENING)
    if pair.of_longer < least and opening < LEADS:
        return None
    if _tells_otherwise(pair, opening) or (not at_once and _other_numbers(pair, opening)):
        return None
    rare = small.rare(common)
    kept = np.count_nonzero(rare & held)
    own = min(np.count_nonzero(rare), np.count_nonzero(large.rare(common)))
    if kept >= LEAST_SHARED and kept >= OWN_SHARED * own:
        return found
    longest, _ = longest_run(pair.marked[0])
    return found if sketch is CLOSELY and longest >= NO_FORMULA else None


def _could_be_taken_over(pair: _Pair) -> bool:
    """Tell whether one can be the other's copy, as far as it is known where and when they appeared.

    A paper prints a report once: what two of its own share is its background and its templates, unless it is
    the same page saved again. And news is taken over within days: what is alike later on is the report of
    another day, unless it is most of the text and has the same figures.
    """
    apart = _days_apart(pair) >= LATER
    houses = pair.both(Kind.HOUSE)
    if houses[0] & houses[1]:
        least = NEAR_WHOLE if apart else SAME_HOUSE
        alike = pair.share >= least and pair.begin(NEWS) >= SAME_NEWS
        return alike or pair.share >= WORD_FOR_WORD
    if not all(houses) and 2 * pair.share + pair.of_longer < 3 * UNKNOWN_HOUSE:
        return False
    if not apart or pair.share >= NEAR_WHOLE:
        return True
    figures = pair.both(Kind.NUMBER)
    others = figures[0] - figures[1] and figures[1] - figures[0]
    return not others and (pair.share >= MOST_LATER or pair.of_longer >= HALF)


def _two_houses_at_once(pair: _Pair) -> bool:
    """Tell whether two houses that are known printed it within the days in which news is taken over."""
    houses = pair.both(Kind.HOUSE)
    return all(houses) and not houses[0] & houses[1] and _days_apart(pair) < LATER


def _days_apart(pair: _Pair) -> int:
    """Return how many days lie between the appearances of both at least; 0 where either has none known."""
    first, last = pair.both(Kind.FIRST), pair.both(Kind.LAST)
    apart = 0
    for one, two in ((0, 1), (1, 0)):
        if last[one] and first[two]:
            apart = max(apart, day_of(min(first[two])) - day_of(max(last[one])))
    return apart


def _of_one_source(pair: _Pair) -> bool:
    """Tell whether two houses printed one report, be its beginning rewritten."""
    enough = 4 * pair.share + pair.of_longer >= 5 * ONE_SOURCE
    return enough and pair.begin(OPENING) >= SOMETHING


def _begin_alike(pair: _Pair) -> bool:
    """Tell whether what is shared is the report, not the background further down in one of the two."""
    opening = pair.begin(OPENING)
    longest, total = longest_run(pair.marked[0])
    if pair.share < MOSTLY and longest > ONE_PASSAGE * total:
        return opening >= SAME_OPENING
    if opening >= OPENING_SHARED:
        return True
    early = min(
        np.count_nonzero(words[: len(words) // 3]) / np.count_nonzero(words)
        for words in pair.marked
    )
    return pair.share >= BULK and bool(early >= EARLY)


def _tells_otherwise(pair: _Pair, opening: float) -> bool:
    """Tell whether two reports in much the same words are of other days or places, or of a fixed form.

    Other days: both name days of the week, none in common. Other places: each names a country in its opening of
    which the other says nothing, or each a province or town. Forecasts and telegrams are alike by their form.
    """
    forms = pair.both(Kind.FORM)
    if forms[0] & forms[1]:
        return True
    if opening >= WHOLE_OPENING:
        return False
    days = pair.both(Kind.DAY)
    if all(days) and not days[0] & days[1]:
        return True
    named = pair.both(Kind.PLACE)
    for level in (Kind.COUNTRY, Kind.REGION):
        one, two = pair.both(level)
        if as_places(one, level) - named[1] and as_places(two, level) - named[0]:
            return True
    return False


def _other_numbers(pair: _Pair, opening: float) -> bool:
    """Tell whether the numbers differ, also when 13.8 million may stand for 13,809,879.

    Of two houses on the same days it is not asked: tolls rise, and each counts in its own way.
    """
    if opening >= WHOLE_OPENING:
        return False
    figures = pair.both(Kind.FIGURE)
    known = len(figures[0] & figures[1])
    if known and 2 * known >= len(figures[0]):
        return False
    one, two = pair.both(Kind.NUMBER)
    known = len(one & two)
    if not known and min(len(one), len(two)) >= FEW_NUMBERS:
        return True
    return len(one) >= LEAST_NUMBERS and 2 * known < len(one)
