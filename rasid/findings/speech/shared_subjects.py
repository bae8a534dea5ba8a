"""Subjects of other verbs of the sentence, or of sentences before, whom a verb without one shares."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import SPEECH
from rasid.findings.people.words import is_common, name_words
from rasid.findings.speech.phrases import TEXTS
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.unnamed import UnnamedFinder

RECALLED: Final = 60  # words looked back for someone who did not speak yet
_DATELINE: Final = 9  # words of a dateline
_DUAL: Final = 5  # letters of a definite word whose ون or ان may be a plural or dual
_OPENING: Final = 14  # words from the beginning of a sentence to its subject
_NEAR: Final = 25  # words between a paper that does something and what it says
_TITLE: Final = 9  # words of a title in which its bearer's name may stand
_DESCRIBED: Final = 6  # words back from a verb after الذي to the head of the body it describes
_LATTER: Final = frozenset({"person", "organisation", "country", "place"})
_QUALIFIED: Final = frozenset(
    ["العام", "العامه", "الاعلي", "العليا", "السابق", "السابقه", "الجديد", "الجديده", "الاول",
     "الكبير", "المشترك", "المشتركه", "الابيض", "الاحمر", "المنتخب", "المكلف", "الموقت"]
)  # fmt: skip
"""Adjectives of titles and bodies that do not end like those of nations: الأمين العام."""
_LANDS: Final = frozenset({"country", "place"})
_BODIES: Final = frozenset({"document", "institution", "source", "role"})
_TEXT_WORDS: Final = TEXTS | {"بيان", "رساله", "تقرير", "خطاب", "بلاغا", "بلاغ", "برقيه", "منشورا"}


class SubjectFinder(UnnamedFinder):
    """Finds in one reading the subjects a verb without one may share."""

    def latter(self, v: int) -> Speaker | None:
        """Return whom الأخير stands for: the last one named before word `v`."""
        before = [
            self.of(m)
            for m in reversed(self.mentions(max(0, v - RECALLED), v))
            if m.kind in _LATTER
        ]
        she = self.words[v + 1].endswith("ه")
        fitting = [
            known for known in before if known.feminine in ({True} if she else {False, None})
        ]
        people = [known for known in fitting if known.kind == "person"]
        return next(iter([*people, *fitting, *before]), None)

    def text_before(self, v: int) -> Speaker | None:
        """Return the nearest text named before word `v` in its sentence: تقرير لموقع كذا، ذكر فيه."""
        for k in range(v - 1, self.reading.sentence(v)[0] - 1, -1):
            skip = self.reading.flags(k).get("document")
            if skip is None and self.words[k] in _TEXT_WORDS:
                skip = ""
            elif skip is None and self.words[k][1:] in _TEXT_WORDS:
                skip = "ب"  # أرفقته ببيان جاء فيه
            if skip is not None:
                last = self.bare_end(k, v)
                return Speaker(k, last, len(skip), None, "document", self._feminine(k, len(skip)))
        return None

    def text_described(self, v: int) -> Speaker | None:
        """Return the text right before الذي and the verb at word `v`: التقرير الذي، صحيفة «كذا» التي."""
        last = v - 1
        issued = self._issued_before(last)
        if issued is not None:
            return issued
        for k in range(last - 1, max(-1, last - 4), -1):
            flags = self.reading.flags(k)
            quoted = k < last - 1 and self.gaps[last - 1].strip() in {'"', "»", "”"}
            described = k == last - 2 and self.words[last - 1].startswith("ال")  # التقرير الرسمي
            near = k == last - 1 or described
            if flags.get("document") == "" and (near or quoted or "named" in flags):
                whole = all(
                    gap.strip() in {"", '"', "«", "»", "“", "”"} for gap in self.gaps[k:last]
                )
                return (
                    Speaker(k, last, 0, None, "document", self._feminine(k, 0)) if whole else None
                )
        return None

    def _issued_before(self, last: int) -> Speaker | None:
        """Return a text with its issuer right before الذي at word `last`: بيان الإليزيه الذي أفاد بأن."""
        k = last - 2
        if k < 0 or self.reading.flags(k).get("document") != "" or self.words[last] != "الذي":
            return None
        whole = self.gaps[k] == self.gaps[k + 1] == " " and self.words[k + 1].startswith("ال")
        alone = self.words[k].startswith("ال") or self._feminine(k, 0) or not whole
        return None if alone else Speaker(k, last, 0, None, "document", False)

    def body_described(self, v: int) -> Speaker | None:
        """Return the definite body right before التي and the verb at word `v`: المعارضة التي ترى أن."""
        k = v - 2
        while k > v - _DESCRIBED and k > 0 and self.reading.flags(k).get("institution") != "":
            if self.gaps[k - 1] != " " or not self.words[k].startswith("ال") or k in self.at:
                return None  # حزب | العمال المعارض
            k -= 1
        plain = k < v - 2 or self.words[k].startswith("ال")
        if k < 0 or self.gaps[v - 2] != " " or not plain or k in self.at:
            return None
        if self.reading.flags(k).get("institution") != "" or self.is_a(k, "rank"):
            return None
        return Speaker(k, v - 1, 0, None, "organisation", self._feminine(k, 0))

    def before_object(self, speaker: Speaker) -> Speaker:
        """Return the subject of a verb whose definite object follows it: وصف الوزير | اللقاء بالإيجابي."""
        if speaker.kind not in {"source", "document", "organisation"} or speaker.entity_id:
            return speaker
        described = name_words()["described"]
        for i in range(speaker.first + 1, speaker.last):
            word = self.words[i]
            both = word[:2] == "ال" and self.words[i - 1][:2] == "ال"
            both = both and not word.endswith(("ي", "يه"))
            if both and word not in _QUALIFIED and word not in described:
                return speaker._replace(last=i)
        return speaker

    def trimmed(self, speaker: Speaker) -> Speaker:
        """Return the subject of a verb without أن, which its object follows: دان القادة | أول هجوم."""
        if speaker.kind not in {"source", "document", "organisation"} or speaker.entity_id:
            return speaker
        if self.words[speaker.last - 1] in TEXTS and speaker.last - speaker.first > 1:
            return speaker._replace(last=speaker.last - 1)
        for mention in self.mentions(speaker.first + 1, speaker.last):
            if mention.kind == "person" and mention.last < speaker.last:
                return speaker._replace(last=mention.last)
        if self.is_a(speaker.first, "count"):
            return speaker  # رحب العديد من القادة
        if self.words[speaker.first].endswith("ون") and speaker.kind == "source":
            many = (k for k in range(speaker.first, speaker.last) if self.words[k].endswith("ون"))
            return speaker._replace(last=max(many) + 1)  # استنكر محللون عرب ومصريون | مزاعم فلان
        for i in range(speaker.first + 1, speaker.last):
            land = i in self.at and self.at[i].kind in _LANDS and not self.at[i].prefix
            land = land and self.words[i - 1].startswith("ال")
            if land and self.words[speaker.first][speaker.skip :].startswith("ال"):
                return speaker._replace(last=i)  # انتقد الحلف | روسيا
            if i in self.at or "باسم" in self.words[i - 1 : i + 1]:
                continue  # الناطق باسم كذا
            object_ = not self.words[i].startswith(("ال", "ل", "و"))
            if object_ and self.words[i - 1].startswith(("ال", "لل")):
                return speaker._replace(last=i)
            noun = self.words[i].startswith("ال") and not self.words[i].endswith(("ي", "يه"))
            noun = noun or (object_ and is_common(self.reading.surface(i, i + 1), bare=True))
            if noun and any(m.last == i for m in self.mentions(speaker.first + 1, i)):
                return speaker._replace(last=i)  # أدانت رئاسة كردستان | القصف
        return speaker

    def subject(self, v: int) -> Speaker | None:
        """Return the subject of the sentence's main verb, which a later verb without one shares.

        استقبل السوداني السفيرة … وأكد أن: the first person or institution after the first verb that
        no preposition governs.
        """
        begin = self.past_dateline(self.reading.sentence(v)[0], v)
        asked = (
            self._definite,
            self._indefinite,
            self._source_before,
            self._opening_body,
            self._paper,
        )
        for found in asked:
            speaker = found(begin, v) if begin + 1 < v else None
            if speaker is not None:
                return speaker
        for mention in self.mentions(begin, v):
            state = mention.kind in {"country", "place"} and mention.first == begin + 1
            if mention.kind not in {"person", "organisation"} and not state:
                continue
            head = mention.first
            while head > begin + 1 and self._entitles(head - 1):
                head -= 1  # مع الزميلة فلانة
            governed = head > begin and self.is_a(head - 1, "preposition")
            aside = head > begin and "(" in self.gaps[head - 1]
            if mention.prefix.lstrip("وف") or mention.skip or governed or aside:
                continue
            if mention.kind == "organisation" and self._belongs(mention.first, begin):
                continue  # المتحدث باسم الوزارة فلان: the person, not the body
            return self.of(mention) if mention.first - begin <= _OPENING else None
        return self._known_after(begin, v)

    def _known_after(self, begin: int, v: int) -> Speaker | None:
        """Return who follows the verb of a sentence by a name that stands whole before: وبعد ساعات شارك فلان."""
        for k in range(begin + 1, min(v, begin + _OPENING)):
            known = self.family_names.get(self.words[k])
            plain = known is not None and k not in self.cues and self.gaps[k - 1] == " "
            if plain and not self.words[k].startswith("ال") and self._acts(k - 1):
                return Speaker(k, k + 1, 0, known, "person", None)
        return None

    def _acts(self, k: int) -> bool:
        """Tell whether no preposition, title or name stands at word `k`, so that a verb may."""
        if k in self.at or not is_common(self.reading.surface(k, k + 1), bare=True):
            return False
        if "relative" in self.reading.flags(k - 1):
            return False  # الإعلان الذي وقعته فلانة
        cue = self.cues.get(k)
        return cue is None or (cue.verb is not None and not cue.names)

    def past_dateline(self, begin: int, v: int) -> int:
        """Return the word after the dashes of a dateline at word `begin`: دبي (CNN)-- | أصدرت الوزارة."""
        for k in range(begin, min(begin + _DATELINE, v - 1)):
            gap = self.gaps[k]
            if gap != " " and (
                "--" in gap or ")-" in gap.replace(" ", "") or ")–" in gap.replace(" ", "")
            ):
                return k + 1
            if ":" in gap and self._signed(begin, k):
                return k + 1  # فلان الفلاني- الصحيفة- بغداد: | أعلنت الوزارة
        return begin

    def _signed(self, begin: int, k: int) -> bool:
        """Tell whether dashes part the words of a dateline that a colon closes after word `k`."""
        return any({"-", "–", "ـ"} & set(self.gaps[j]) for j in range(begin, k))

    def _entitles(self, k: int) -> bool:
        """Tell whether word `k` is a title before a name."""
        cue = self.cues.get(k)
        return cue is not None and cue.title and self.gaps[k] == " "

    def _definite(self, begin: int, v: int) -> Speaker | None:
        """Return the definite body or people after the first word: ويضع النص، وأصدرت الوزارة، وطلب الرجلان."""
        k = begin + 1
        word = self.words[k]
        if not word.startswith("ال") or k in self.at:
            return None
        people = word.endswith(("ون", "ان")) and len(word) > _DUAL
        if not people and not _BODIES & self.reading.flags(k).keys():
            return self._she_who(begin, k)
        if "role" in self.reading.flags(k):
            for mention in self.mentions(k + 1, min(v, k + _TITLE)):
                speaker = self.of(mention)
                agrees = speaker.feminine in {None, self._feminine(k, 0)}
                if mention.kind == "person" and not mention.skip and agrees:
                    return speaker  # لكن الناطق باسم الحكومة فلان رفض كذا قائلاً
        last = k + 1
        while last < v and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
            last += 1
        kind = "source" if people else "document"
        feminine = False if people else self._feminine(k, 0)
        return self.before_object(Speaker(k, last, 0, None, kind, feminine))

    def _she_who(self, begin: int, k: int) -> Speaker | None:
        """Return the woman who wrote or told: وكتبت العارضة على موقعها، تقول إن."""
        cue = self.cues.get(begin)
        told = cue is not None and cue.verb is not None and cue.verb.feminine
        if not told or not self.words[k].endswith("ه") or self.is_a(k, "thing"):
            return None
        return Speaker(k, k + 1, 0, None, "source", True)

    def _indefinite(self, begin: int, v: int) -> Speaker | None:
        """Return the text after the reporting verb that opens: كشفت دراسة حديثة عن نتائج، إذ أفادت بأن."""
        k = begin + 1
        opening = self.reading.cues.get(begin)
        if opening is None or not opening.verb or self.reading.flags(k).get("document") != "":
            return None
        last = min(self.bare_end(k, v), k + 4)
        return Speaker(k, last, 0, None, "document", self._feminine(k, 0))

    def _opening_body(self, begin: int, v: int) -> Speaker | None:
        """Return the body or source after any verb that opens: وحددت قوات الأمن هويته، وقالت."""
        k, lead = begin + 1, self.words[begin]
        flags = self.reading.flags(k)
        told = lead.endswith("ت") and not lead.endswith("ات") and len(lead) > 3
        paper = flags.get("document") == "" and v - begin <= _NEAR
        if told and (flags.get("institution") == "" or paper):
            if k in self.at:
                return self.of(self.at[k])
            last = self._past_quote(k, min(self.bare_end(k, v), k + 4))
            kind = "organisation" if "institution" in flags else "document"
            return Speaker(k, last, 0, None, kind, True)
        does = lead[:1] == "و" and lead[:3] != "وال" and not self.reading.flags(begin)
        if does and flags.get("institution") == "" and not self._feminine(k, 0):
            return Speaker(k, min(self.bare_end(k, v), k + 3), 0, None, "organisation", False)
        people = flags.get("count", flags.get("source")) == "" and self.words[v].endswith("وا")
        if people and lead.isalpha() and not self.is_a(begin, "preposition"):
            counted = self.words[k + 1] == "من" and self.is_a(k, "count")
            last = k + 1 + counted  # ورفع عدد من الناس | لافتات ووصفوا كذا
            while last < v and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
                last += 1
            return Speaker(k, last, 0, None, "source", False)
        if lead[:1] in {"و", "ف"} and flags.get("source") == "":
            last = min(self.bare_end(k, v), k + 5)  # ووجهت متحدثة باسم الوزارة انتقادات، قائلة
            return Speaker(k, last, 0, None, "source", self._feminine(k, 0))
        return None

    def _paper(self, begin: int, v: int) -> Speaker | None:
        """Return the paper that opens a sentence before its verb: صحيفة كذا شكرت الوزير، وقالت إن."""
        if not {"document", "named"} <= self.reading.flags(begin).keys():
            return None
        if begin + 1 in self.at:
            return self.of(self.at[begin + 1])
        last = self._past_quote(begin, begin + 2)
        while last < min(v, begin + 4) and not is_common(self.reading.surface(last, last + 1)):
            last += 1
        return Speaker(begin, last, 0, None, "document", self._feminine(begin, 0))

    def _source_before(self, begin: int, v: int) -> Speaker | None:
        """Return the nearest source that is the subject of an earlier verb: نفى مصدر أمني ذلك، وقال."""
        for at, cue in reversed(self.reading.asked[SPEECH]):
            k = at + 1
            if k <= begin:
                return None
            if k >= v or cue.verb is None:
                continue
            flags = self.reading.flags(k)
            if flags.get("role") == "" and self.words[k].startswith("ال"):
                alone = not any(m.kind == "person" for m in self.mentions(k, k + _TITLE))
                return self._alone(k, v) if alone else None
            if flags.get("source") == "":
                last = self.bare_end(k, v)
                commas = (i + 1 for i in range(k, last) if self.gaps[i] != " ")
                last = min(next(commas, last), k + 3)
                return Speaker(k, last, 0, None, "source", self._feminine(k, 0))
        return None

    def _alone(self, k: int, v: int) -> Speaker:
        """Return the title at word `k` with its adjectives: أشار المفتش العام | إلى كذا، رفض الوزير | الخوض."""
        last = k + 1
        while last < v and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
            if self.is_a(last, "preposition"):
                break
            last += 1
        return self.before_object(Speaker(k, last, 0, None, "source", self._feminine(k, 0)))

    def _belongs(self, first: int, begin: int) -> bool:
        """Tell whether the body named at word `first` only says what someone is of."""
        return first > begin and (
            self.words[first - 1] == "باسم"
            or bool({"role", "rank"} & self.reading.flags(first - 1).keys())
        )

    def topic(self, i: int) -> Speaker | None:
        """Return the person the sentence before that of word `i` is about."""
        begin, _ = self.reading.sentence(i)
        subject = self.subject(begin - 1) if begin else None
        return subject if subject is not None and subject.kind == "person" else None

    def near(self, v: int, *, feminine: bool) -> Speaker | None:
        """Return the nearest person named before word `v` who is known to be a man or a woman."""
        for mention in reversed(self.mentions(max(0, v - RECALLED), v)):
            if mention.kind == "person":
                speaker = self.of(mention)
                if speaker.feminine is feminine:
                    return speaker
        return None
