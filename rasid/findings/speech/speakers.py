"""Who speaks: the noun phrase after a reporting verb, or before it, or the last one who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rasid.findings.lexicon import ACTING, Verb, VerbForm
from rasid.findings.mentions.finder import Found
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.phrases import TEXTS
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.subject_starts import HONOURED, POINTING, SubjectStarts

_CLAUSE: Final = 12  # words between the beginning of a clause and its verb
_FRONTED: Final = 28  # words between the subject before the verb and the verb
_TITLED_NEAR: Final = 10  # words between a title of honour and the name it belongs to
_TOLD_IN: Final = frozenset(
    ["بيان", "بيانا", "تصريح", "تصريحا", "تصريحات", "رساله", "خطاب", "خطابا", "تغريده", "تقرير", "تقريرا",
     "مقال", "مقالا", "كلمه", "حديث", "حديثا", "مقابله", "مؤتمر", "موتمر", "موتمرا", "حوار", "منشور", "منشورا",
     "تدوينه", "كتاب", "كتابا", "برقيه", "مداخله", "فيديو", "بلاغ", "بلاغا", "مذكره", "شهاده", "لقاء", "دعوي",
     "شكوي"]
)  # fmt: skip
"""Texts and occasions in which something is said: تصريح للوزير قال فيه."""
_ANOTHER: Final = frozenset({"اخر", "اخري", "جديد", "جديده"})
_MONTHS: Final = frozenset(
    "كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين".split()  # noqa: SIM905
)
"""First words of months after another name of theirs: يناير/ كانون الثاني."""
_RANKED: Final = 5  # words of a rank before a name
TELLING_OF: Final = frozenset({"وصف", "عزا", "ارجع"})
"""Verbs whose object stands between their subject and what is said of it: عزا الوزير التأخير إلى."""
_OWNERS: Final = frozenset({"person", "source", "organisation", "country"})
ANYONE: Final = VerbForm(Verb("قال", (), "no", animate=True), "", True, False)
_BOUNDS: Final = frozenset({"اكثر", "اقل"})
"""Words before a number of people, of whom the verb must follow at once: أكثر من قائد صرح بأن."""
_YET_HE: Final = frozenset({"لكنه", "ولكنه", "لكنها", "ولكنها", "لكنهم", "ولكنهم"})
"""The subject of the verb after these is that of the clause before, not what stands before the comma."""
_JUDGES: Final = frozenset({"country", "organisation"})
_MASCULINE_THINGS: Final = frozenset(
    {"القرار", "الاتفاق", "القانون", "الدستور", "الهجوم", "الاجتماع"}
)
_TOLD_THAT: Final = frozenset({"ان", "بان"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذين"})


class SpeakerFinder(SubjectStarts):
    """Finds the speakers of one reading."""

    def after(self, v: int, at: int, form: VerbForm) -> Speaker | None:
        """Return the speaker named in words `(v, at)`, after the verb; None when none is named."""
        first = v + 1
        mention = self.at.get(first) if first < at else None
        if mention is not None and not mention.prefix:
            later = self._after_rank(first, at)
            if later is not None:
                return self.of(later)  # وقال البريجادير جنرال | فلان
            judging = form.verb.lemma == "وصف" or form.verb.object in ACTING
            if mention.kind == "person" or (judging and mention.kind in _JUDGES):
                return self.of(mention)  # وصفت كندا رسوم فلان بأنها
        first = self._subject_start(first, at)
        if first < 0:
            return None
        calls = form.verb.lemma in CALLS or form.verb.object == "about"
        word = self.words[first]
        if word in POINTING:
            first = self._pointed_at(first, at, calls=calls or form.verb.lemma in TELLING_OF)
        elif word[:1] == "و" and self._joined_on(first):
            return NOBODY
        if form.verb.lemma in TELLING_OF and first not in self.at and self._unheard(first):
            return self._strange(first, self.phrase_end(first, at))  # أرجع كير استخدام كذا إلى
        end = self.phrase_end(first, at)
        accusing = form.verb.lemma == "اتهم" and not form.taken
        text = form.verb.lemma in TELLING_OF and self.is_a(first, "document")
        person = None if text else self._person(first, end, at, nearest=calls, accusing=accusing)
        if person is None and not text:
            person = self._named_last(first, end, at) or self._apposition(first, at)
            person = person or self._unheard_last(first, at)
        if person is not None:
            return person
        if word[:1] == "ل" and self.reading.flags(first).get("source") == "ل":
            return None  # كرر لأعضاء اللجنة أنه
        return self.unnamed(first, end, form)

    def _after_rank(self, first: int, at: int) -> Found | None:
        """Return the name after a rank of which only the first word looks like a name: البريجادير جنرال فلان."""
        if not self.is_a(first + 1, "rank") or self.at[first].last != first + 1:
            return None
        for mention in self.mentions(first + 2, min(at, first + _RANKED)):
            near = all(gap == " " for gap in self.gaps[first : mention.first - 1])
            return mention if near and mention.kind == "person" and not mention.skip else None
        return None

    def honoured(self, i: int, recent: Sequence[Speaker]) -> Speaker | None:
        """Return whom معاليه at word `i` stands for: who was named with that title, the last to speak first.

        Itself, where nobody has spoken yet.
        """
        title = HONOURED.get(self.words[i])
        if title is None:
            return None
        for known in reversed(recent):
            if known.kind == "person" and self._bears(known.first, title):
                return known
        for mention in self.mentions(0, i):
            if mention.kind == "person" and self._bears(mention.first, title):
                return self.of(mention)
        return None if recent else Speaker(i, i + 1, 0, None, "source", None)

    def _bears(self, first: int, title: str) -> bool:
        """Tell whether a title of honour stands before the name at word `first`."""
        before = self.words[max(0, first - _TITLED_NEAR) : first]
        return any(
            w.removeprefix("و").removeprefix("لل").removeprefix("ال") == title for w in before
        )

    def issuer(self, i: int) -> Speaker | None:
        """Return whose text is named before word `i` in its sentence: تصريح للوزير …، قال فيه."""
        for k in range(i - 2, self.reading.sentence(i)[0] - 1, -1):
            word = self.words[k].removeprefix("و").removeprefix("ب").removeprefix("ال")
            if word in _TOLD_IN and self.words[k + 1] not in _ANOTHER:
                ranked = self.words[k + 1][:2] == "لل" and self.is_a(k + 1, "rank")
                for mention in self.mentions(k + 1, k + 2 + ranked):  # بتصريحات للجنرال | فلان
                    if mention.kind in _OWNERS:
                        return self.of(mention)
                if self.words[k + 1] in _RELATIVES:  # بالدعوى التي تقدمت بها فلانة وتتهم فيها
                    owners = [m for m in self.mentions(k + 2, i) if m.kind in _OWNERS]
                    return self.of(owners[0]) if owners and not owners[0].skip else None
                if self.is_a(k + 1, "preposition"):
                    return None  # تداول ناشطون مقطع فيديو عبر وسائل التواصل، أشاروا فيه
                speaker = self.after(k, i, ANYONE)
                if speaker is None or speaker.kind not in _OWNERS:
                    return None
                held = self.reading.flags(speaker.first).get("role") == "ل"
                return speaker._replace(skip=1) if held and not speaker.skip else speaker
        return None

    def before(self, v: int, form: VerbForm) -> Speaker | None:
        """Return the subject that stands before the verb: السفيرة …، أشارت; وكانت السفارة قد أعربت."""
        begin = self.past_dateline(self.reading.sentence(v)[0], v)
        thing = v > begin and self.gaps[v - 1] == " " and self.is_a(v - 1, "thing")
        if thing and not (form.feminine and self.words[v - 1] in _MASCULINE_THINGS):
            return NOBODY  # على قرار يدعو إلى, but not مصادر صنع القرار قالت
        described = self.words[v - 1] if v > begin and self.gaps[v - 1] == " " else ""
        noun = v - 3 if self.words[v - 2].endswith("يه") else v - 2  # قوى سياسية عراقية
        adjective = described.endswith("يه") and not (self._tells(v - 2) or self._tells(noun))
        things = described.endswith("ات") or adjective
        things = things and not described.startswith("ال")
        if things and form.feminine and v - 1 not in self.at and not self.reading.flags(v - 1):
            return NOBODY  # أدلى بتعليقات تشير إلى
        if self._is_about_it(begin, v):
            return NOBODY
        starts = [k for k in range(max(begin + 1, v - _CLAUSE), v) if self._opens_clause(k)]
        opening = self.reading.cues.get(begin)
        if "،" in self.gaps[v - 1] and (opening is None or opening.verb is None):
            # فلان، وهو كذا، | قال
            starts = [k for k in starts if not self.is_a(k, "relative")]
        for first in (*reversed(starts), begin):
            if v - first > _FRONTED:
                break
            speaker = self._fronted(first, v, form)
            if speaker is not None:
                return self._of_apposition(speaker) if speaker.kind == "source" else speaker
        return None

    def _is_about_it(self, begin: int, v: int) -> bool:
        """Tell whether a clause between commas parts a thing from its verb: هذا القرار، الذي جاء مبكراً، | يشير إلى."""
        if v < begin + 3 or self.words[begin].removeprefix("و") not in POINTING:
            return False
        parted = "،" in self.gaps[begin + 1] and "،" in self.gaps[v - 1]
        return parted and self.is_a(begin + 2, "relative") and not self._tells(begin + 1)

    def _of_apposition(self, speaker: Speaker) -> Speaker:
        """Return who bears the title that stands between commas before the verb: وكان فلان، المدير العام، قد قدر."""
        k = speaker.first
        if not k or "،" not in self.gaps[k - 1] or "role" not in self.reading.flags(k):
            return speaker
        for mention in self.mentions(max(0, k - _TITLED_NEAR), k):
            if mention.last == k and mention.kind == "person" and not mention.skip:
                return self.of(mention)
        return speaker

    def _tells(self, k: int) -> bool:
        """Tell whether someone or something at word `k` speaks: مصادر يمنية, معلومات استخباراتية."""
        tellers = {"source", "document", "institution", "role", "count"}
        return k >= 0 and (k in self.at or not tellers.isdisjoint(self.reading.flags(k)))

    def _opens_clause(self, k: int) -> bool:
        """Tell whether a clause begins at word `k`: after a comma, or with لكن, فيما ..."""
        gap = self.gaps[k - 1]
        parted = gap != " " and gap.strip("\"“”«»'’‘ ")
        if self.words[k] == "بيد" and self.words[k + 1] not in _TOLD_THAT:
            return False  # سقوط المدينة بيد التنظيم
        return self.is_a(k, "opener") or bool(
            parted and not (parted == "/" and self.words[k] in _MONTHS)
        )

    def _fronted(self, first: int, v: int, form: VerbForm) -> Speaker | None:
        """Return the subject if words `[first, v)` are one, up to the verb."""
        while first < v and self.is_a(first, "opener"):
            first += 1
        if first >= v or self.adjunct(first):
            return None
        text = self.words[first] in POINTING and first + 1 < v and self.is_a(first + 1, "document")
        if text and self.words[first + 1].startswith("ال"):
            first += 1  # هذا | الاستطلاع يفيد
        if first and self.words[v - 1] in _YET_HE and self.words[first - 1] in _TOLD_THAT:
            return None  # قالت إن العشرات قتلوا، ولكنها شددت
        cue = self.reading.cues.get(first)
        if (
            cue is not None
            and (cue.verb or cue.participle)
            and not (cue.names or "source" in cue.flags)
        ):
            return None
        end = self.phrase_end(first, v)
        person = self._person(first, end, v)
        if person is not None and person.first < max(end, first + 10):
            return person
        if cue is not None and "thing" in cue.flags:
            return NOBODY if end >= v - 2 else None
        speaker = self.unnamed(first, min(end, v), form)
        if speaker is None or speaker is NOBODY:
            return None
        if self.words[first] in _BOUNDS and speaker.last < v:
            return None  # أكثر من خمس المرشحين وجوه جديدة تؤكد
        named = self.is_a(first, "document") and speaker.kind == "organisation"
        if speaker.first != first and not (named and speaker.first == first + 1):
            return None  # but صحيفة «كذا» ذكرت أن
        named = self.words[first].startswith("ال") or self.words[first] in self.family_names
        if speaker.kind == "other" and (not named or self.words[v - 1] in _YET_HE):
            return None
        return speaker

    def beside(self, v: int) -> Speaker | None:
        """Return the speaker whose name ends right before word `v` (الذي may stand between)."""
        last = v - 1 if self.words[v - 1].removeprefix("و") in _RELATIVES else v
        if self.words[last - 1] in TEXTS:
            last -= 1  # أصدرت فلانة بياناً قالت فيه
        for mention in self.mentions(max(0, last - 8), last):
            if mention.last == last and mention.kind in {"person", "organisation"}:
                return self.of(mention)
        for i in range(last - 1, max(-1, last - 5), -1):
            for kind in ("source", "document") if last == v else ("source",):
                skip = self.reading.flags(i).get(kind) if self.words[i] != "العالم" else None
                if skip is not None and "ان" in self.words[i:last]:
                    skip = None  # الوصول للأشخاص بعد أن كشفت
                if skip is not None and all(g == " " for g in self.gaps[i : last - 1]):
                    feminine = self._feminine(i, len(skip))
                    whole = self.bare_end(i, last) if kind == "source" else last
                    return Speaker(i, whole, len(skip), None, kind, feminine)
        for i in range(last - 2, max(-1, last - 5), -1):
            title = self.reading.flags(i).get("role")  # نقلت تصريحاً لعمدة كذا قال فيه
            if title is not None and all(g == " " for g in self.gaps[i : last - 1]):
                return Speaker(i, last, len(title), None, "source", self._feminine(i, len(title)))
        return None
