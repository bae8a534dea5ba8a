"""Verbs of considering, which two objects follow: اعتبر فلان القرار خطأ، يعتبر الكاتب المرحلة صعبة."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import DEMONSTRATIVES
from rasid.findings.lexicon import VerbForm
from rasid.findings.speech.attribution import Attribution
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import NOBODY, Speaker

CLAUSE: Final = 4  # words at least of what is said
SPEAKING: Final = frozenset({"person", "organisation", "source"})
TEXT_REACH: Final = 14  # words from a verb to what it says or judges
_BEING_ONE: Final = frozenset(
    {"من", "احد", "احدي", "بمثابه", "واحدا", "واحده", "اول", "افضل", "اهم"}
)
_LANDS: Final = frozenset({"country", "place"})
APPOSED: Final = 7  # words of an apposition between commas


class Considering(Attribution):
    """Finds in one reading the statements of اعتبر, which nothing joins to what it says."""

    def _judged(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of اعتبر فلان القرار خطأ، واعتبرت ذلك "تحدياً": two objects follow, no link."""
        if self.words[i].lstrip("وف")[:1] in {"ي", "ت"}:
            return self._considers(i, form)
        if i + 1 in self.links.opening and not form.taken and not form.prefix:
            return None  # إن ما حدث اعتُبر «صفعة»
        end = self.reading.sentence(i)[1]
        if i + 1 < end and self.words[i + 1] in DEMONSTRATIVES:
            speaker, content = self.implicit(i, form), i + 1
        else:
            found = self.speakers.after(i, end, form) if i + 1 < end else None
            unnamed = found is NOBODY or found is None or i + 1 in self.links.opening
            unnamed = unnamed or self.words[i + 1] in _BEING_ONE  # واعتبرته أول رئيس
            if form.taken and form.prefix and unnamed:
                return self._judging(i, i + 1, end, self.implicit(i, form))  # واعتبرتها قوة احتلال
            if form.taken and found is not None and found.kind in _LANDS and found.first == i + 1:
                return self._judging(i, found.last, end, found, least=2)  # واعتبرته مدريد باطلاً
            titled = found is not None and found.kind == "person"
            titled = titled and "role" in self.reading.flags(i + 1)
            if found is None or found.kind not in SPEAKING or (found.first > i + 2 and not titled):
                return self._judging(i, i + 1, end, self._judge_before(i, form))
            speaker = self.speakers.trimmed(self.speakers.before_object(found))
            content = self._past_apposition(speaker.last, end)
            for k in range(speaker.first + 1, speaker.last):
                if speaker.entity_id is None and self.words[k].endswith("ا"):
                    speaker, content = speaker._replace(last=k), k  # اعتبرها مراقبون | رضوخاً
                    break
            if self.words[content : content + 1] and self.words[content] in _BEING_ONE:
                return None  # لطالما اعتُبر فلان من كذا
        return self._judging(i, content, end, speaker)

    def _past_apposition(self, k: int, end: int) -> int:
        """Return the word after what stands between commas from word `k`: اعتبر فلان، بابا روما، | الهجوم حرباً."""
        if self.gaps[k - 1].strip() != "،" or self._named_apart(k):
            return k
        commas = (j + 1 for j in range(k, min(end, k + APPOSED)) if self.gaps[j].strip() == "،")
        return next(commas, k)

    def _named_apart(self, k: int) -> bool:
        """Tell whether the name that ends at word `k` stands between commas itself: الوزير، فلان، | القرار."""
        near = self.speakers.mentions(max(0, k - TEXT_REACH // 2), k)
        return any(m.last == k and "،" in self.gaps[m.first - 1] for m in near if m.first)

    def _considers(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of يعتبر الكاتب المرحلة صعبة, whose two objects the genders and the article show.

        يُعتبر فلان أحد أبرز كذا and يُعتبر الجيش الركيزة الأولى لكذا have one.
        """
        end, k = self.reading.sentence(i)[1], i + 2
        speaker = self.speakers.after(i, end, form) if k < end else None
        if speaker is None or speaker.first != i + 1 or speaker.kind not in SPEAKING | {"document"}:
            return None
        if speaker.kind == "person":
            k = speaker.last
        elif not self.words[i + 1].startswith("ال"):
            return None
        word = self.words[k]
        other = word.startswith("ال") and word.endswith("ه") is not form.feminine
        if not (other or word in DEMONSTRATIVES) or self.gaps[k - 1] != " ":
            return None
        last = k + 1
        while last < end and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
            last += 1
        again = self.words[last] if last < end and self.gaps[last - 1] == " " else ""
        if len(again) < 3 or again[:1] in {"و", "ل", "ب"} or self.speakers.adjunct(last):
            return None
        said = speaker if speaker.kind == "person" else speaker._replace(last=k)
        return self._judging(i, k, end, said)

    def _judge_before(self, i: int, form: VerbForm) -> Speaker | None:
        """Return the subject right before اعتبر at word `i`, whose two objects follow: الإدارة اعتبرت القرار باطلاً."""
        definite = any(word.startswith("ال") for word in self.words[i + 1 : i + 3])
        if form.prefix or self.gaps[i - 1] != " " or not definite:
            return None
        fronted = self.speakers.before(i, form)
        kinds = SPEAKING | {"document"}
        said = fronted is not None and fronted.kind in kinds and fronted.last == i
        return fronted if said else None

    def _judging(
        self, i: int, content: int, end: int, speaker: Speaker | None, least: int = CLAUSE
    ) -> Event | None:
        """Return the event of a judgement on what precedes its content, if someone passes it."""
        quote = self.links.opening.get(content, -1)
        short = end - content < least and self.links.quoted_words(content) < 2
        # فلان، الوزير، | القرار; الوزير، فلان، | القرار
        apposed = speaker is not None and (speaker.last < content or self._named_apart(content))
        gap = self.gaps[content - 1].strip(' "«“”')
        if speaker is None or short or (gap and not (apposed and gap == "،")):
            return None
        return Event(i, content, "noun", quote, self.resolved(speaker))
