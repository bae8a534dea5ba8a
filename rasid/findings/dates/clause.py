"""The clause around a date: its words, what kinds of cue they are, whom and which country it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rasid.findings.dates.cues import cues
from rasid.language.numbers_scan import Words, folded_words

_NONE: Final[frozenset[str]] = frozenset()
_COUNTRY: Final = ("البلاد", "بلادنا", "البلد", "اراضي", "الاراضي")
PLACES_ELSEWHERE: Final = folded_words(
    "سوريا سورية أفغانستان غزة لبنان اليمن ليبيا أوكرانيا الصومال النيجر السودان القطاع الجولان"
)
_POWERS: Final = ("اميرك", "امريك", "واشنطن", "تحالف", "اجنبي")
_IRAQ: Final = ("عراق", "بغداد", "اربيل", "كردستان", "الاسد", "الانبار", "البلاد")
FORCES: Final = frozenset(("force", "site", "phase"))


@dataclass(slots=True)
class Clause:
    """Words `first` to `end` are read for a date; `start` to `stop` is their sentence."""

    w: Words
    first: int
    end: int
    start: int
    stop: int

    def kinds(self, k: int) -> frozenset[str]:
        """Return the kinds of cue that word `k` is."""
        return cues().get(self.w.words[k], _NONE)

    def has(self, kind: str, places: Iterable[int]) -> bool:
        """Tell whether one of the words is a cue of a kind."""
        return any(kind in self.kinds(k) for k in places)

    def of_forces(self) -> bool:
        """Tell whether the sentence names forces, a base or a stage."""
        return any(self.kinds(k) & FORCES for k in range(self.start, self.stop))

    def names_a_power(self) -> bool:
        """Tell whether the sentence names the Americans, the coalition or foreigners."""
        return any(
            power in word for word in self.w.words[self.start : self.stop] for power in _POWERS
        )

    def names_the_country(self, k: int) -> bool:
        """Tell whether what is left at word `k` is the country: من العراق، البلاد."""
        words = self.w.words[k : min(k + 10, self.stop)]
        return any(word.startswith(_COUNTRY) or "عراق" in word for word in words)

    def elsewhere(self) -> bool:
        """Tell whether the sentence speaks of another country's ground and not of Iraq's."""
        words = self.w.words[self.start : self.stop]
        if PLACES_ELSEWHERE.isdisjoint(words):
            return False
        return not any(place in word for word in words for place in _IRAQ)
