"""Claims: what a sentence says a number of troops or bases is of: whose, where, and whether they are there.

The side is read from the noun phrase of the number (2500 جندي أميركي، 300 من قوات التحالف), from the forces
that a verb of counting ties to it (عدد القوات الأميركية ... يبلغ 5000), or from who has or posts them (تنشر فرنسا
4000 جندي): never from the place. The place is the base, town or country after في or the like. Only numbers of
those present can disagree: the dead, the newcomers, a part of the whole are counted anew by each sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

import pandas as pd

from rasid.language import fold_word
from rasid.language.numbers import NUMBER_WORDS
from rasid.measures.claims_cues import (
    PAST,
    RELATIVE,
    country_of,
    cues,
    force_of,
    home_of,
    is_future,
    nations,
)
from rasid.measures.claims_text import Name, Sentence, claimed_expression, sentences_of
from rasid.measures.scope import Scope
from rasid.store import engine_expressions as ex

PRESENT: Final = "present"

_BEFORE, _AFTER = 8, 7
"""Words looked at before and after a number for what happens to those counted."""

_REACH: Final = 12
"""Words between a number and its place, or the forces that a verb of counting ties to it."""


def claims_of(scope: Scope) -> pd.DataFrame:
    """Return what is known of every number of troops and bases of the store; read once per store.

    Columns: `article_key`, `start`, `end` (one row each), `side_id`, `place_id` (None unknown),
    `matter` ("present", or "" for any other).
    """
    return cast(pd.DataFrame, scope.store.hold("claims", lambda: _read(scope)))


def _read(scope: Scope) -> pd.DataFrame:
    counted = ex.run(scope.store, claimed_expression, {}).to_pandas()
    counted = counted.sort_values(["article_key", "start", "end", "surface"], ignore_index=True)
    counted = counted.drop_duplicates(["article_key", "start", "end"], ignore_index=True)
    found: list[tuple[str | None, str | None, str]] = []
    for sentence, rows in sentences_of(scope, counted):
        side, preceding = None, 0
        for at, (start, end, surface, base) in enumerate(rows):
            following = (
                rows[at + 1][0] if at + 1 < len(rows) else max(sentence.end, default=end) + 1
            )
            claim = _Claim(sentence, start, end, preceding, following)
            side = claim.side() or (side if at and _is_bare(surface) else None)
            place = base or claim.place()
            found.append((side, place, PRESENT if claim.is_present(side, place) else ""))
            preceding = end
    read = pd.DataFrame(found, columns=["side_id", "place_id", "matter"], dtype=object)
    known: pd.DataFrame = pd.concat([counted[["article_key", "start", "end"]], read], axis=1)
    return known


def _is_bare(surface: str) -> bool:
    """Tell whether a number has no noun of its own: in a list it counts what the one before does."""
    last = fold_word(surface).split()[-1:]
    return not last or not last[0].isalpha() or last[0] in NUMBER_WORDS


@dataclass(frozen=True)
class _Claim:
    """A number in its sentence; the one before it ends at `preceding`, the next starts at `following`."""

    sentence: Sentence
    start: int
    end: int
    preceding: int
    following: int

    @cached_property
    def before(self) -> int:
        """The last word before the number; -1 for none."""
        return bisect_right(self.sentence.end, self.start) - 1

    @cached_property
    def after(self) -> int:
        """The first word after the number."""
        return bisect_left(self.sentence.start, self.end)

    def side(self) -> str | None:
        """Return whose they are; None when the sentence does not say."""
        return self._in_phrase() or self._tied() or self._owner()

    def _in_phrase(self) -> str | None:
        """Read the noun phrase after the number: جندي أميركي، من قوات التحالف."""
        words = self.sentence
        for i in range(self.after, min(self.after + _AFTER, len(words.start))):
            if self._breaks(i):
                return None
            name = words.name_at(i)
            if name:
                return force_of(name.entity_id) or self._from(name, i)
            nation = nations().get(words.lemma[i])
            if nation:
                return nation
            if words.lemma[i] not in cues().phrase:
                return None
        return None

    def _back(self) -> Iterator[int]:
        """Yield the words before the number, the nearest first, as far as the number before it."""
        for i in range(self.before, max(-1, self.before - _REACH), -1):
            if self.sentence.start[i] < self.preceding:
                return
            yield i

    def _breaks(self, i: int) -> bool:
        """Tell whether a sign, or the next number, stands between the number and word `i` after it."""
        words = self.sentence
        last = self.end if i == self.after else words.end[i - 1]
        return words.start[i] >= self.following or words.start[i] - last > 1

    def _from(self, name: Name, i: int) -> str | None:
        """Read the country after من, unless others are listed with it; without من it is the adjective (جنديا تركيا)."""
        words = self.sentence
        alone = not any(name.end <= other.start <= name.end + 2 for other in words.names)
        led = i == self.after or words.lemma[i - 1] == "من"
        return country_of(name.entity_id) if led and alone and name.kind == "country" else None

    def _tied(self) -> str | None:
        """Read the forces before the number that a word of counting ties to it."""
        words, counting = self.sentence, False
        for i in self._back():
            counting |= words.lemma[i] in cues().counting
            name = words.name_at(i)
            side = force_of(name.entity_id) if name else None
            if side is None and self._is_force(i - 1):
                side = nations().get(words.lemma[i])
            if side:
                preceded = any(lemma in cues().counting for lemma in words.lemma[max(0, i - 3) : i])
                return side if counting or preceded else None
        return None

    def _is_force(self, i: int) -> bool:
        """Tell whether word `i` is of men or bases, and not what the number before counts."""
        words = self.sentence
        return i >= 0 and words.start[i] >= self.preceding and words.lemma[i] in cues().forces

    def _owner(self) -> str | None:
        """Read who has or posts them: لدى فرنسا، تنشر فرنسا، فرنسا التي تنشر، ولفرنسا."""
        words = self.sentence
        nearest = words.name_at(self.before) if self.before >= 0 else None
        if nearest and any(
            words.form[i].startswith(("ل", "ول")) and words.start[i] < nearest.start
            for i in range(max(0, self.before - 1), self.before + 1)
        ):
            return country_of(nearest.entity_id)
        for i in self._back():
            if words.lemma[i] in cues().having and i + 1 < len(words.start):
                at = i - 2 if i > 1 and words.form[i - 1] in RELATIVE else i + 1
                name = words.name_at(at)
                return (force_of(name.entity_id) or country_of(name.entity_id)) if name else None
        return None

    def place(self) -> str | None:
        """Return the base, town or country where they are said to be."""
        last = len(self.sentence.start)
        onward = range(self.after, min(self.after + _REACH, last))
        for i in onward:
            if self._breaks(i):
                break
            found = self._located(i)
            if found:
                return found
        for i in range(self.before, max(-1, self.before - _REACH), -1):
            found = self._located(i)
            if found:
                return found
        return None

    def _located(self, i: int) -> str | None:
        """Return the place named at word `i` when a preposition of place leads to it."""
        words = self.sentence
        name = words.name_at(i)
        if name is None or name.kind == "organisation":
            return None
        inside = name.start == words.start[i] + 1 and words.form[i].startswith("ب")
        lead = i - 1
        while lead >= 0 and words.lemma[lead] in cues().whereabouts:
            lead -= 1
        return (
            name.entity_id if inside or (lead >= 0 and words.lemma[lead] in cues().places) else None
        )

    def is_present(self, side: str | None, place: str | None) -> bool:
        """Tell whether the number is of all those of a side who are at a place now."""
        if not side or not place or home_of(place) == side:
            return False
        words, end = self.sentence, self.before + 1
        forms = set(words.form[max(0, end - _BEFORE) : end])
        lemmas = set(words.lemma[max(0, end - _BEFORE) : end])
        beside = set(
            words.lemma[max(0, end - _REACH) : end] + words.lemma[self.after : self.after + _AFTER]
        )
        hindered = lemmas & cues().moved or forms & PAST or any(map(is_future, forms))
        return not (hindered or beside & cues().struck)
