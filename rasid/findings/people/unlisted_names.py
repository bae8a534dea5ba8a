"""Names of speakers that no list holds: what the dictionary does not know, what stands behind a title."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rasid.findings.people.words import is_common, is_nisba
from rasid.findings.speech.phrases import Phrases
from rasid.findings.speech.speaker import Speaker

HUNDREDS: Final = frozenset({"ميات", "الميات", "عشرات", "العشرات", "الاف", "الالاف"})
_NAME: Final = 4  # words of a name after a title
_TITLES: Final = frozenset({"role", "rank", "source"})


class UnlistedNames(Phrases):
    """Finds in one reading the names that nothing but their place shows to be names."""

    def _named_after(self, first: int, last: int, end: int) -> Speaker | None:
        """Return the name nobody lists between a title and what ends its phrase: المحلل السياسي سالم زهران في حديث."""
        if not 1 < end - last <= _NAME or any(
            self.gaps[k] != " " for k in range(last - 1, end - 1)
        ):
            return None
        if self.words[last].startswith(("ال", "و", "ل")) or _TITLES.isdisjoint(
            self.reading.flags(first)
        ):
            return None
        if self.adjunct(last) or (self.words[last] == "علي" and not self.is_ali(last)):
            return None
        strange = False
        for k in range(last, end):
            cue, raw = self.reading.cues.get(k), self.reading.surface(k, k + 1)
            given = cue is not None and cue.given is not None
            if cue is not None and not given:
                return None
            strange = strange or given or not is_common(raw)
        if not strange:
            return None
        known = self.family_names.get(self.words[end - 1])
        return Speaker(last, end, 0, known, "person", self._feminine(first, 0))

    def _strange_after(self, k: int) -> bool:
        """Tell whether a name nobody lists ends at word `k`, before أن or a comma."""
        word, follows = self.words[k], self.reading.flags(k + 1)
        strange = len(word) > 2 and word.isalpha() and self.reading.cues.get(k) is None
        closed = "link" in follows or self.gaps[k].strip()[:1] in {"،", ","}
        return strange and closed and not is_common(self.reading.surface(k, k + 1))

    def _strange(self, first: int, end: int) -> Speaker:
        """Return the words from `first` on that no dictionary knows, as one name."""
        last = first + 1
        while last < min(end, first + 3) and self.gaps[last - 1] in {" ", "-"}:
            closes = last + 1 >= end or self.gaps[last].strip()[:1] in {"،", ",", "(", ":"}
            cue = self.reading.cues.get(last)
            named = self._unheard(last) or (cue is not None and cue.given is not None)
            whole = closes and cue is None and not self.adjunct(last)
            if not (named or whole or self.gaps[last - 1] == "-"):
                break
            last += 1
        known = self.family_names.get(self.words[last - 1])
        return Speaker(first, last, 0, known, "other", None)

    @cached_property
    def family_names(self) -> dict[str, str]:
        """The words of the names of people in the text, with their identities: ونفى كير, after وقال كير."""
        names: dict[str, str] = {}
        for m in self.found:
            if m.kind == "person" and not m.skip:
                names[self.words[m.first]] = names[self.words[m.last - 1]] = m.entity_id
        return names

    def _unheard(self, i: int) -> bool:
        """Tell whether no dictionary knows word `i`: it names someone."""
        word = self.words[i]
        adjective = word.startswith("ال") and not is_nisba(word)
        unknown = len(word) > 2 and word.isalpha() and self.reading.cues.get(i) is None
        unknown = unknown and not adjective
        if not unknown and self.gaps[i] == " " and not adjective and len(word) > 2:
            # A word that is also a name, before one that is none: أكد نعمت زاده
            return (
                self.reading.cues.get(i) is None
                and i + 2 < len(self.words)
                and self._strange_after(i + 1)
            )
        return unknown and not is_common(self.reading.surface(i, i + 1))

    def _feminine(self, i: int, skip: int) -> bool | None:
        word = self.words[i][skip:].removeprefix("ال")
        if self.words[i] in HUNDREDS:
            return None  # طالب المئات
        return (self.is_a(i, "feminine") or word.endswith(("ه", "ات"))) if word else None
