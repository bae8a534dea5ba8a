"""Verbs of expecting and reckoning with an object: توقع المدرب موسماً صعباً، قدرت الوزارة الخسائر بمليار."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import VerbForm
from rasid.findings.people.words import is_common
from rasid.findings.speech.considering import SPEAKING
from rasid.findings.speech.judgements import Judgements
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import Speaker

EXPECTING: Final = frozenset({"توقع", "قدر"})
_TELLERS: Final = SPEAKING | {"document", "country", "place"}
_MEASURES: Final = (
    "عدد", "حجم", "قيمه", "تكلفه", "كلفه", "تكاليف", "خساير", "نسبه", "سعر", "اضرار", "عايدات", "ايرادات",
    "تكلفته", "عددهم", "قيمته", "قيمتها",
)  # fmt: skip
"""What is reckoned, before بـ and a figure."""
_RECKONED: Final = 14  # words from what is reckoned to its figure
_LEAST: Final = 2  # words of what is expected


class Expectations(Judgements):
    """Finds in one reading the statements of verbs of expecting and reckoning."""

    def _expected(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of توقع, قدر at word `i`, whose subject is named and whose object follows it."""
        end = self.reading.sentence(i)[1]
        end -= not self.words[end - 1]
        inside = not form.prefix and self.gaps[i - 1] == " "
        if form.taken or i + 2 >= end or (inside and self.spoken(i)):
            return None
        found = self.speakers.after(i, end, form)
        if found is None or found.first < 0 or found.kind not in _TELLERS:
            return None
        if not self._leads(i + 1, found):
            return None  # وقدرت كلفة مشاريع الوزارة بكذا
        speaker = self.speakers.trimmed(self.speakers.before_object(found))
        content = self.past_aside(speaker.last, end)
        if content + _LEAST > end or self.speakers.adjunct(content):
            return None
        if self.gaps[content - 1].strip(' "«“”،)'):
            return None
        if form.verb.lemma == "قدر" and not self._reckoned(content, end):
            return None
        if form.verb.lemma == "توقع" and not self._awaited(content, speaker):
            return None
        quote = self.links.opening.get(content, -1)
        return Event(i, content, "noun", quote, self.resolved(speaker))

    def _awaited(self, k: int, speaker: Speaker) -> bool:
        """Tell whether a thing stands at word `k`: a common noun without the article, or what is quoted."""
        if k in self.links.opening or self.links.happening(k):
            return True
        cue = self.reading.cues.get(k)
        if cue is not None and (cue.names or cue.title or cue.verb or cue.participle):
            return False
        word = self.words[k]
        if word.startswith(("ال", "و", "ب", "ل")) or len(word) < 3:
            return False
        return speaker.last <= k and is_common(self.reading.surface(k, k + 1), bare=True)

    def _reckoned(self, k: int, end: int) -> bool:
        """Tell whether a measure stands at word `k` and a figure with بـ after it."""
        if self.words[k].removeprefix("ال") not in _MEASURES:
            return False
        after = range(k + 1, min(end, k + _RECKONED))
        return any(self.words[j][:1] == "ب" and self.words[j] != "بين" for j in after)
