"""Where the subject begins after a reporting verb: past when and to whom it was said, past how it was said."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import DEMONSTRATIVES
from rasid.findings.people.words import is_common, is_inflected
from rasid.findings.speech.checks import DURING_IT, accusative
from rasid.findings.speech.named_speakers import NamedFinder
from rasid.findings.speech.phrases import MANNERS, TIMES, WAYS, WHEN

HONOURED: Final = {
    word + pronoun: title
    for word, title in (("سمو", "سمو"), ("معالي", "معالي"), ("سعادت", "سعاده"), ("فضيلت", "فضيله"),
                        ("سماحت", "سماحه"), ("فخامت", "فخامه"), ("جلالت", "جلاله"), ("سيادت", "سياده"))
    for pronoun in ("ه", "ها", "هم")
}  # fmt: skip
"""Titles with a pronoun, which stand for whoever was named with the title."""
_SYLLABLE: Final = 2  # letters of a part of a Chinese or Korean name: لي كه تشيانغ
POINTING: Final = DEMONSTRATIVES | {"هولاء", "كل"}
_JOINED_LEAST: Final = 5  # letters of a noun with بـ or لـ that is surely no name
_BY_THIS: Final = frozenset({"بهذا", "بهذه", "بذلك", "بتلك"})
_TELLERS: Final = frozenset({"source", "document", "institution", "role", "rank"})
_JOINED: Final = ("source", "role", "rank")
_SAME: Final = frozenset({"ذات", "نفس"})
"""Words before the subject they point back to: أفادت ذات | الدراسة."""
_SO_CALLED: Final = frozenset({"يسمي", "تسمي"})
_SAYING: Final = frozenset({"يقول", "تقول", "يقولون", "قايلا", "قايله"})
_OF_HIM: Final = frozenset({"عنه", "عنها", "عنهم", "عنهما"})
"""Of whom or what something is said, before the subject: وقال عنه المؤرخ فلان."""
_BEFORE_SUBJECTS: Final = frozenset(
    {"لي", "مره", "فيما", *_OF_HIM, *TIMES, *WAYS, *MANNERS, *DURING_IT, *_SAME}
)


class SubjectStarts(NamedFinder):
    """Finds in one reading where the subjects of its verbs begin."""

    def _subject_start(self, first: int, at: int) -> int:
        """Return where the subject begins between word `first` after its verb and word `at`, -1 when none does."""
        first = self._past_leading(first, at)
        if first >= at:
            return -1
        word = self.words[first]
        if word == "ما" and first + 2 < at and self.words[first + 1] in _SO_CALLED:
            return first + 2  # أعلنت ما تسمى | مؤسسة كذا
        if word in HONOURED:
            return -1  # وأكد سموه أن: see `honoured`
        if word[:1] == "ل":
            first = self.past_recipient(first, at)
            if first >= at:
                return -1
        if self.adjunct(first) or accusative(self.reading, first) or self._joined_by(first):
            first = self.past_adjunct(first, at)
            if first >= at:
                return -1
        word, cue = self.words[first], self.cues.get(first)
        if word in _SAYING or self.is_a(first, "according"):
            return -1  # وتابع يقول، وقال نقلاً عن كذا إن
        if cue is not None and cue.participle is not None and word[-1:] == "ا" and not cue.names:
            return -1  # وأضاف، مؤكداً على كذا، أن
        if word[-1:] == "ا" and self._manner(first):
            first += 1  # قال ساخراً
            known = self.at.get(first)
            titled = known is not None and known.kind == "person"
            titled = titled or bool({"role", "rank", "source"} & self.reading.flags(first).keys())
            if first >= at or self.adjunct(first) or not titled:
                return -1  # وأضاف مقدماً التعازي
        return first

    def _joined_by(self, first: int) -> bool:
        """Tell whether بـ or لـ joins word `first` to the verb: ونوه | بالتقدم، وشدد بهذه المناسبة، قال لزملائه."""
        word = self.words[first]
        if word in _BY_THIS:
            return True
        if word[:1] not in {"ب", "ل"} or first in self.at or self.cues.get(first) is not None:
            return False
        raw = self.reading.surface(first, first + 1)
        if word[1:3] == "ال":
            return word[:1] == "ب" and is_common(raw[1:])
        whose = word.endswith(("ه", "ها", "هم"))
        sure = len(word) > _JOINED_LEAST and not is_common(raw, bare=True)
        return sure and is_common(raw[1:], bare=not whose)

    def _pointed_at(self, first: int, at: int, *, calls: bool) -> int:
        """Return where the subject begins after what points at it: أكدت تلك | المصادر، قال كل من | فلان وفلان."""
        both = self.words[first] == "كل"
        if both and self.words[first + 1 : first + 2] != ["من"]:
            return first
        begin = first + 2 if both else first + 1
        if begin >= at or not (both or (self.words[begin].startswith("ال") and not calls)):
            return first
        someone = not _TELLERS.isdisjoint(self.reading.flags(begin))
        return begin if someone or (both and begin in self.at) else first

    def _joined_on(self, first: int) -> bool:
        """Tell whether و joins word `first` to a noun before it, so that it is no subject: كل طالب | وباحث."""
        flags = self.reading.flags(first)
        prefixes = [flags[kind] for kind in _JOINED if kind in flags]
        return bool(prefixes) and first not in self.at and all(p[:1] == "و" for p in prefixes)

    def _past_leading(self, first: int, at: int) -> int:
        """Return where a subject begins after words between it and its verb: وقال أيضاً أمس | فلان."""
        if first >= at or not (self._aside(first) or self.words[first + 1 : first + 2] == ["من"]):
            return first
        if self.words[first : first + 1] == ["لي"] and not self._is_lee(first):
            first += 1
        cue = self.cues.get(first - 1)
        if cue is not None and cue.verb is not None and cue.verb.verb.lemma == "قال":
            first += first < at and self.words[first] in _OF_HIM
        if self.words[first + 1 : first + 3] == ["من", "مره"]:
            first = min(first + 3, at)  # أعلن أكثر من مرة أن
        begin = first
        while first < at and self.is_a(first, "leading") and first not in self.at:
            if not self._means(first):
                break
            first += 1
        if begin < first < at and self.words[first] in WHEN:
            first += 1  # قال يوم الأربعاء الماضي
        first = self._past_manner(first, at)
        if first + 1 < at and self.words[first] in TIMES and self.words[first + 1] in WHEN:
            first += 2  # قال، الشهر الماضي، إن
        if self.words[first : first + 2] in (["مره", "اخري"], ["فيما", "بعد"]):
            first = min(first + 2, at)
        same = first + 1 < at and self.words[first] in _SAME
        return first + 1 if same and self.words[first + 1].startswith("ال") else first

    def _aside(self, first: int) -> bool:
        """Tell whether word `first` may stand between a verb and its subject."""
        return self.words[first] in _BEFORE_SUBJECTS or self.is_a(first, "leading")

    def _past_manner(self, first: int, at: int) -> int:
        """Return where a subject begins after how or at what it was said: أشار بوضوح | إلى، أكد خلالها | الملك أن."""
        word = self.words[first] if first < at else ""
        if word in WAYS or word in MANNERS:
            return min(first + 1 + (word in WAYS), max(first, at))
        if word not in DURING_IT or first + 1 >= at:
            return first
        cue = self.cues.get(first + 1)
        someone = cue is not None and (cue.title or not _TELLERS.isdisjoint(cue.flags))
        return first + someone

    def _is_lee(self, first: int) -> bool:
        """Tell the name لي at word `first` from "to me": more of a name follows it, there or before in the text."""
        if first in self.at or "لي" in self.family_names:
            return True
        named = (k for k in range(first + 1) if self.words[k] == "لي" and self.gaps[k] == " ")
        return any(self.unheard(k + 1) or self._is_syllable(k + 1) for k in named)

    def _is_syllable(self, k: int) -> bool:
        """Tell whether a part of a Chinese or Korean name stands at word `k`: لي | كه تشيانغ."""
        short = len(self.words[k]) == _SYLLABLE and self.cues.get(k) is None
        return short and not is_common(self.reading.surface(k, k + 1), bare=True)

    def _manner(self, i: int) -> bool:
        """Tell whether word `i` is an adverb in the accusative: قال ساخراً."""
        word = self.words[i]
        if (
            not word.endswith("ا")
            or word.endswith(("ها", "نا", "وا"))
            or len(word) < 5
            or i in self.at
            or self.reading.cues.get(i)
        ):
            return False
        raw = self.reading.surface(i, i + 1)
        return not word.startswith("ال") and (is_common(raw, bare=True) or is_inflected(raw))
