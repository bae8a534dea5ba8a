"""Whom a source that is named only by its noun stands for: المصدر, المسؤولون, البيان."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.speakers import SpeakerFinder

_AGAIN: Final = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم", "عينه"})
_ISSUED: Final = frozenset({"بيان", "بيانا", "بلاغ", "بلاغا", "بيانه", "بيانها", "بيانهم"})
"""Texts that only speak for whoever issued them."""
_ISSUED_BY: Final = frozenset(
    ["صادر", "صادره", "الصادر", "عن", "من", "صدر", "مشترك", "رسمي", "صحفي", "صحافي", "مقتضب", "عاجل",
     "نشرته", "اصدرته", "وزعته", "اصدره", "نشره"]
)  # fmt: skip
"""Words between a statement and its issuer: بيان صحفي صادر عن الوزارة."""
_LOOK_BACK: Final = 90  # words before البيان in which it is first named
_ISSUER: Final = 6  # words between بيان and the body that issued it
_ISSUING: Final = frozenset({"organisation", "person", "source", "country"})


class Sources:
    """The sources of one reading met so far, by their noun."""

    def __init__(self, speakers: SpeakerFinder) -> None:
        self.speakers = speakers
        self.words = speakers.words
        self.met: dict[str, Speaker] = {}

    def resolved(self, speaker: Speaker, recent: Sequence[Speaker]) -> Speaker:
        """Return whom a source stands for, itself when it is named fully or nobody fits.

        المصدر is the source named before it (مصدر أمني), الوزارة keeps its words and takes the identity of
        the ministry named before; a statement (بيان) is its issuer's when the text names one.
        """
        if speaker.kind not in {"source", "document", "organisation"} or speaker.first < 0:
            return speaker
        head = self.words[speaker.first][speaker.skip :]
        noun = head.removeprefix("ال")
        if speaker.kind == "document" and noun in _ISSUED:
            issuer = self._issuer(speaker, recent)
            # وأضاف goes on with either: البيان is masculine whoever issued it.
            return issuer._replace(feminine=None) if issuer is not None else speaker
        rest = [w for w in self.words[speaker.first + 1 : speaker.last] if w not in _AGAIN]
        stem = noun[:-2] + "ون" if noun.endswith("ين") and len(noun) > 4 else noun
        if rest or noun == head:
            self.met[stem] = speaker
            return speaker
        before = self.met.get(stem)
        if before is None or before.last - before.first == 1:
            return speaker
        if speaker.kind == "source" or noun in {"مصدر", "مصادر"}:
            return before
        return speaker._replace(entity_id=before.entity_id)

    def _issuer(self, speaker: Speaker, recent: Sequence[Speaker]) -> Speaker | None:
        """Return who issued the statement that speaks: بيان للوزارة, or the one named before البيان."""
        inside = self._body(speaker.first)
        if inside is not None:
            return inside
        if self.words[speaker.first].endswith("ا"):  # أصدرت المديرية بياناً جاء فيه
            begin = self.speakers.reading.sentence(speaker.first)[0]
            for known in reversed(recent):
                if begin <= known.first < speaker.first and known.kind in _ISSUING:
                    return known
            if begin + 1 < speaker.first:  # وكان الديوان قد أصدر بياناً جاء فيه
                return self.speakers.subject(speaker.first)
        for k in range(speaker.first - 1, max(-1, speaker.first - _LOOK_BACK), -1):
            if self.words[k].lstrip("وب") not in _ISSUED and self.words[k] not in _ISSUED:
                continue
            begin = self.speakers.reading.sentence(k)[0]
            body = self._body(k)
            if body is not None:
                return body
            for known in reversed(recent):
                if begin <= known.first < k and known.kind in _ISSUING:
                    return known
        return None

    def _body(self, k: int) -> Speaker | None:
        """Return the body named in the words after word `k`, as long as the phrase lasts."""
        end = k + 1
        while end < len(self.words) and not self.speakers.gaps[end - 1].strip():
            if self.words[end] in THAT or self.words[end] in THAT_PRONOUN:
                break
            if self.speakers.is_a(end, "relative") or self.speakers.had_by(end):
                break
            end += 1
        definite = self.words[k].startswith("ال")
        for i in range(k + 1, min(end, k + _ISSUER)):
            if i == k + 1 and definite and self.words[i].startswith("ال"):
                return None  # ودعا البيان | الحكومة إلى
            if i > k + 1 and self.words[i - 1] not in _ISSUED_BY:
                return None
            for mention in self.speakers.mentions(i, i + 1):
                return self.speakers.of(mention) if mention.kind == "organisation" else None
            prefix = self.speakers.reading.flags(i).get("institution")
            if prefix is not None:
                last = min(self.speakers.bare_end(i, end), i + 5)
                skip = 2 if self.words[i].startswith("لل") else len(prefix)  # بيان للوزارة
                return Speaker(i, last, skip, None, "organisation", None)
        return None
