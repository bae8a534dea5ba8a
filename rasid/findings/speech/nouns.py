"""What is stated with a noun in place of a clause: حذّر من …, أكد ضرورة …, استبعد تغيير الموعد, طالب بالرد."""

from __future__ import annotations

from string import digits
from typing import Final

from rasid.findings.forms import DEMONSTRATIVES, MERGED, THAT, THAT_PRONOUN
from rasid.findings.lexicon import Verb
from rasid.findings.mentions.finder import mentions_of
from rasid.findings.people.words import is_common
from rasid.findings.speech.verbal_nouns import DENYING, NOMINAL, TOWARDS, Link, VerbalNouns

_ISSUED_FROM: Final = frozenset(
    {
        "صادر",
        "صادره",
        "الصادر",
        "الصادره",
        "صدر",
        "صدرت",
        "فضلا",
        "بعيدا",
        "نقلا",
        "النايب",
        "النايبه",
        "المرشح",
        "المرشحه",
        "الممثل",
    }
)
"""Words before عن that hold it: بيان صادر عن القيادة."""
_PREPOSITION_ONLY: Final = frozenset({"تساءل", "عزا", "ارجع"})
"""Verbs that no noun of stance follows: أرجعت الهيئة رفضها إلى كذا."""
_GLUING: Final = {"دعا": ("ل", 4), "وصف": ("بال", 6), "نوه": ("ب", 4), "اسف": ("ل", 4)}
"""Verbs whose preposition may be glued to the noun: how that word begins, its least length."""
_CHARGES: Final = frozenset({"اتهم", "طالب", "هدد", "توعد", "تعهد", "وعد", "نصح", "اوصي"})
"""Verbs whose بـ may stand before few quoted words."""
_NO_OBJECT: Final = frozenset({"by-adverb", "adjunct", "preposition", "leading", "according"})
_AFTER_STANCE: Final = frozenset({"الي", "علي"})
_ASIDE: Final = frozenset(
    ["هامش", "صفحته", "صفحتها", "حسابه", "حسابها", "موقعه", "موقعها", "تويتر", "فيسبوك", "متن", "خلفيه",
     "ضوء", "لسان", "منصه", "قناه", "شاشه", "اثر", "مدي", "الاقل", "الاطلاق", "الاخص", "حد", "حده", "ما"]
)  # fmt: skip
"""Words that make على an adjunct and not the preposition of the verb: أكد على هامش القمة."""
_ABOUT: Final = frozenset({"بخصوص", "بشان", "حول", "بسبب", "نتيجه", "رغم", "ظل"})
"""Words after which a noun of stance is no content: أكدت الإدارة، على إثر ما قيل بخصوص وجود كذا، أن."""
_WHILE: Final = frozenset({"وقت", "حين"})
_REVEALED: Final = frozenset({"مخطط", "موامره", "خطه", "خطط", "قرار", "نسبه"})
"""What is announced, which others do too: أكد قرار المحكمة أن."""
_DENIAL: Final = frozenset({"نفي", "نفيه", "نفيها", "نفيهم"})
_WHO: Final = frozenset({"الذي", "التي", "الذين"})
_BY_THIS: Final = frozenset({"بما", "بهذا", "بهذه", "بتلك"})
_BY_REACH: Final = 16  # words between a verb and the noun with بـ that it takes
_BY_AFTER: Final = 6  # the same after a participle
_WINDOW: Final = 45  # words between a verb and its أن


class NounLinks(VerbalNouns):
    """The nouns that the verbs of one reading are joined to."""

    def _joined(self, v: int, verb: Verb, limit: int, noun: Link | None) -> Link | None:
        """Return the link of a verb to the noun to which its preposition is glued; `noun` is another one after it."""
        if verb.object == "by":
            return self._by(v, verb, limit)
        happens = self._happens(v, verb, limit) if verb.object in NOMINAL else None
        glued = happens or self._glued(v, verb, limit)
        if happens is None and glued is not None and noun is not None and verb.lemma == "دعا":
            deed = self.deed(self.words[glued.at][1:])
            return glued if deed else None  # دعت سكان القرى المحاذية لمجرى النهر | إلى الانتقال
        return glued

    def _glued(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of دعا فلان لعودة, وصف فلان اللقاء بالإيجابي: the preposition is glued on."""
        if verb.lemma not in _GLUING:
            return None
        start, shortest = _GLUING[verb.lemma]
        for j in range(v + 1, min(limit, v + 1 + _BY_REACH)):
            word = self.words[j]
            if j > v + 1 and self._next_event(j, verb):
                return None
            if word in {"ب", "ك"} and verb.lemma == "وصف" and self.quoted_words(j + 1) > 1:
                return Link(j, j + 1, "noun", self.opening[j + 1])  # وصف اللقاء بـ"المثمر جداً"
            if not word.startswith(start) or len(word) < shortest:
                continue
            described = verb.lemma == "وصف" and j not in self.reading.cues and word != "بالامس"
            if described or word == "لكون" or self.joins_deed(j) or self.deed(word[1:]):
                return Link(j, j, "noun", self.opening.get(j, -1))
        return None

    def told(self, v: int, end: int) -> Link | None:
        """Return the link of نقلت … عن فلان تأكيده على: the noun of saying, then what was said."""
        for k in range(v + 2, min(end - 1, v + _WINDOW)):
            if "told" in self.reading.flags(k):
                after = k + 2 if self.words[k + 1] in {"علي", "الي", "عن", "من"} else k + 1
                return Link(k, min(after, end - 1), "noun", self.opening.get(after, -1))
        return None

    def _by(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of a verb to the noun that بـ joins to it: طالب الحكومة بالرد, أفاد بمقتل."""
        for j in range(v + 1, min(limit, v + 1 + _BY_REACH)):
            word = self.words[j]
            if j > v + 1 and self._next_event(j, verb):
                return None
            if word == "عن" == verb.prepositions[-1] and j + 1 < limit and self.happening(j + 1):
                return Link(j, j + 1, "noun", self.opening.get(j + 1, -1))  # أفاد المرصد عن مقتل
            if word == "ب" and verb.lemma in _CHARGES and j + 1 in self.opening:
                return Link(j, j + 1, "noun", self.opening[j + 1])  # اتهمت الحزب بـ«المراوغة»
            if word[:1] != "ب" or len(word) < 3:
                continue
            if verb.lemma == "لوح" and not self.deed(word[1:].removeprefix("ال")):
                continue  # لوحوا بالأعلام
            noun = word[1:].removeprefix("ال").rstrip(digits)  # أفاد مصدر بمقتل18 شخصاً
            if not (len(word) > 3 and self.joins_deed(j)) and not self.deed(noun):
                continue
            return Link(j, j, "noun", self.opening.get(j, -1))
        return None

    def by_noun(self, v: int, limit: int) -> int | None:
        """Return the first word after word `v` that بـ joins as what a verb is about, None when there is none."""
        free_from = 0
        for j in range(v + 1, min(limit, v + 1 + _BY_REACH)):
            word, cue = self.words[j], self.reading.cues.get(j)
            if (
                cue is not None
                and "relative" in cue.flags
                and ("،" in self.gaps[j - 1] or word in _WHO)
            ):
                # ندد الأمين العام، الذي أبعد عن النقابة، بكذا
                commas = (k + 1 for k in range(j, limit - 1) if "،" in self.gaps[k])
                free_from = next(commas, 0)
            if j < free_from:
                continue
            if (
                cue is not None
                and (cue.verb is not None or cue.participle is not None)
                and j > v + 1
            ):
                return None
            if word == "ب" and j + 1 in self.opening:
                return j + 1  # ندد بـ"الاحتلال"
            if word[:1] != "ب" or len(word) < 3 or word in THAT or word in THAT_PRONOUN:
                continue
            this = word in _BY_THIS and self.words[j + 1 : j + 2] not in ([], ["المناسبه"])
            if this or word == "بما":
                return j  # ندد بما سماه كذا، بهذا الاتفاق
            if cue is not None and not _NO_OBJECT.isdisjoint(cue.flags):
                continue
            names = [] if cue is None else [name for every in cue.names.values() for name in every]
            if names:
                if any(name.prefix.endswith("ب") for name in names):
                    return j
                continue
            raw = self.reading.surface(j, j + 1)
            if not is_common(raw, bare=True) and is_common(raw[1:]):
                return j
        return None

    def noun_after(self, v: int, verb: Verb) -> Link | None:
        """Return the link of a participle to the noun after it: معتبراً أمن العراق، مشيراً إلى دورها."""
        begin, end = v + 1, self.reading.sentence(v)[1]
        if verb.object == "by":
            return self._by(v, verb, min(end, v + _BY_AFTER))
        if verb.lemma == "اضاف" and self.reading.flags(begin).get("stance") == "":
            return Link(begin, begin, "noun", -1)  # مضيفاً ضرورة كذا
        if verb.object == "no" or begin >= end or not self.gaps[v].isspace():
            quoted = verb.object != "no" and begin in self.opening
            if not quoted:
                return None
        if self.words[begin] in verb.prepositions:
            begin += 1
        elif "ب" in verb.prepositions and self.words[begin][:1] == "ب" and self.joins_deed(begin):
            return Link(begin, begin, "noun", -1)  # منوهاً بالجهود
        elif verb.lemma in TOWARDS or (verb.object == "prep" and self.words[begin] not in MERGED):
            return None
        return Link(begin, begin, "noun", self.opening.get(begin, -1)) if begin < end else None

    def _noun(self, j: int, verb: Verb) -> Link | None:
        """Return the link to a noun at word `j`: حذر من X, أكد (على) ضرورة X."""
        word = self.words[j]
        follows = self.words[j + 1] if j + 1 < len(self.words) else ""
        if self._holds_clause(j, follows, verb) or (word == "علي" and self.is_name(j)):
            return None
        if verb.lemma == "تحدث":  # عن سقوط قتلى, but not عن الإنجازات
            told = word == "عن" and follows != "" and self.happening(j + 1)
            return Link(j, j + 1, "noun", self.opening.get(j + 1, -1)) if told else None
        if verb.object == "prep" and MERGED.get(word, "") in verb.prepositions:
            return Link(j, j, "noun", -1)
        if self._leads_on(j, follows, verb):
            return Link(j, j + 1, "noun", self.opening.get(j + 1, -1))
        flags = self.reading.flags(j)
        apart = verb.lemma in TOWARDS and self.words[j - 1] not in verb.prepositions
        if verb.lemma in _PREPOSITION_ONLY or (apart and self.reports_beside(j - 1)):
            return None  # أشار المسؤول طالباً | عدم كشف اسمه
        if verb.object in {"stance", "prep", "deed"}:
            prefix = flags.get("stance")
            whole = not self.definite(word) or follows in _AFTER_STANCE  # الحاجة إلى
            whole = whole and self.words[j - 1] not in _ABOUT
            if prefix is not None and prefix != "ل" and whole and not self.is_name(j):
                return Link(j, j, "noun", self.opening.get(j, -1))
        if apart:
            return None  # يشير ارتفاع الأسعار إلى
        occurs = verb.object in NOMINAL and flags.get("occurrence") == ""
        if occurs and not self._described_by(j):
            return self._occurring(j, verb)
        sure = verb.lemma == "اكد" and self.gaps[j - 1] == " "
        if sure and (word in _DENIAL or (flags.get("denied") == "" and self._ended(j))):
            return Link(
                j, j, "noun", -1
            )  # أكد الرئيس مرة أخرى نفي الحكومة، أكدت نائبة الوزير رواية فلان
        if "denied" in flags and verb.lemma in DENYING:
            before = self.words[j - 1] in DEMONSTRATIVES or "count" in self.reading.flags(j - 1)
            at = j - before  # نفى | عدة ادعاءات، | هذه الأنباء
            return Link(at, at, "noun", -1)
        return self._deed_of(j, verb)

    def _holds_clause(self, j: int, follows: str, verb: Verb) -> bool:
        """Tell whether أن follows word `j`, which is no content then: but نفى الرئيس الاتهامات | بأن."""
        if follows not in THAT and follows not in THAT_PRONOUN:
            return False
        flags = self.reading.flags(j)
        denied = verb.lemma in DENYING and follows[:1] == "ب" and "denied" in flags
        stated = verb.object == "stance" and flags.get("stance") == ""  # أكد ضرورة أن
        stated = stated and not self.words[j].endswith("ا")  # علماً أن
        return not (denied or stated)

    def _ended(self, j: int) -> bool:
        """Tell whether a subject ends before word `j`: a name, or a word with the article."""
        if any(m.first < j < m.last for m in mentions_of(self.reading)):
            return False  # وكالة الأنباء
        if self.words[j - 1].startswith("ال"):
            return True
        return any(m.last == j and m.kind == "person" for m in mentions_of(self.reading))

    def _leads_on(self, j: int, follows: str, verb: Verb) -> bool:
        """Tell whether the preposition of the verb stands at word `j` before what is said: شدد | على أهمية كذا."""
        leads = verb.object == "prep" or (verb.object == "stance" and follows not in _ASIDE)
        leads = leads and follows != "خلال"  # حذرت من خلال رسالة: by it, not of it
        return leads and self.words[j] in verb.prepositions and j + 1 < len(self.words)

    def _described_by(self, j: int) -> bool:
        """Tell whether الذي stands before word `j`: فلان، الذي | تصدر النتائج."""
        return "relative" in self.reading.flags(j - 1)

    def _occurring(self, j: int, verb: Verb) -> Link | None:
        """Return the link to what happens, at word `j`, unless it belongs to a phrase before it."""
        before = self.words[j - 1]
        if before in _WHILE or (self.words[j] in _REVEALED and not self._reveals(j, verb)):
            return None  # أعلنت المفوضية النتائج، في وقت | تراجع فلان
        flags = self.reading.flags(j - 1)
        governed = "preposition" in flags and before not in verb.prepositions
        head = "role" in flags and not before.startswith("ال")  # رئيس تحرير
        at = j - (before == "قرب")  # أعلنت المحافظة | قرب تنفيذ الخطة
        return None if (governed or head) and at == j else Link(at, at, "noun", -1)

    def _reveals(self, j: int, verb: Verb) -> bool:
        """Tell whether the noun at word `j` is what someone announces: أعلنت مصادر، أمس، | قرار الحكومة."""
        if verb.lemma not in {"اعلن", "كشف"} or self.words[j - 1] in verb.prepositions:
            return verb.lemma in {"اعلن", "كشف"}
        parted = not {"،", ","}.isdisjoint(self.gaps[j - 1])
        return parted or self._ended(j)

    def _deed_of(self, j: int, verb: Verb) -> Link | None:
        """Return the link to what the preposition at word `j` joins to a verb of announcing: كشف عن، أعلن عن."""
        if verb.object != "deed" or self.words[j] not in verb.prepositions:
            return None
        held = self.words[j - 1] in _ISSUED_FROM or j + 1 >= len(self.words)
        held = held or (verb.lemma == "اعلن" and self._holds(j - 1))
        return None if held else Link(j, j + 1, "noun", self.opening.get(j + 1, -1))

    def _holds(self, k: int) -> bool:
        """Tell whether word `k` holds the عن after it: أعلنت الحكومة عفواً عن، قائمة يُعلن عن الفائز بها."""
        cue = self.reading.cues.get(k)
        if cue is not None:
            return cue.verb is not None and "relative" in self.reading.flags(k - 1)
        return self.words[k].endswith("ا") and len(self.words[k]) > 3

    def _in_subject(self, noun: Link) -> bool:
        """Tell whether the preposition belongs to the subject: حذر مسؤول من الوزارة من ...

        إلى only does before a place: المبعوث إلى اليمن, but not دعت الأهالي | إلى الخروج.
        """
        flags = self.reading.flags(noun.at - 1)
        held = "source" in flags or "role" in flags
        if held and self.words[noun.at] == "الي":
            return any(m.first == noun.at + 1 for m in mentions_of(self.reading))
        # يشتكي فلان | من سكان الحي
        return held or (
            self.words[noun.at] == "من" and "source" in self.reading.flags(noun.content)
        )
