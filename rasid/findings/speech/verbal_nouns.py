"""Verbal nouns that a verb takes in place of a clause: استبعد مصدر رسمي تغيير الموعد، أكد شهود رؤيتهم كذا."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import ACTING, Verb
from rasid.findings.mentions.finder import mentions_of
from rasid.findings.people.words import is_common
from rasid.findings.speech.deeds import Deeds

_MANNER: Final = frozenset(
    ["علق", "رد", "اضاف", "تابع", "ختم", "اختتم", "استطرد", "واصل", "اجاب", "تساءل", "كتب", "غرد",
     "تحدث", "زاد", "اوضح", "ذكر", "صرح", "اكمل", "استدرك", "قال"]
)  # fmt: skip
"""Verbs whose content قائلاً introduces: رد فلان، قائلاً: «…»."""
_SURE: Final = frozenset({"نفي", "انكر", "اعلن", "استبعد", "توقع", "رجح"})
"""Verbs whose subject no verbal noun can be."""
_SURE_OF: Final = frozenset({"اكد", "اعلن", "نفي", "جدد", "ابدي"})
_RENEWING: Final = frozenset({"جدد", "كرر"})
_OWN_LEAST: Final = 5  # letters of a verbal noun with ته, تها, تهم
_MASDAR_REACH: Final = 12  # words between a verb and the verbal noun that it takes
_ADJECTIVE: Final = 3
_RECEIVED: Final = frozenset({"ورد", "جاء"})
_THEREIN: Final = frozenset({"فيه", "فيها", "فيهما"})
_CONTRASTS: Final = frozenset({"فيما", "بينما", "لكن", "كما", "حيث", "وفيما", "وبينما"})
_NAMING: Final = frozenset({"ذكر", "كشف", "نشر", "افصاح", "اعلان", "تسميته", "تسميتها"})
TOWARDS: Final = frozenset({"لفت", "اشار", "نوه", "المح", "لمح"})
"""Verbs whose noun never comes without the preposition: ولافتاً من قبل الزوار is no statement."""
DENYING: Final = frozenset({"نفي", "انكر"})
NOMINAL: Final = frozenset({"stance", "noun", "deed"})


def asks_anonymity(words: list[str], i: int) -> bool:
    """Tell whether a participle at word `i` asks not to be named: قال المصدر، مشترطاً عدم الكشف عن هويته، إن."""
    return words[i + 1 : i + 2] == ["عدم"] and words[i + 2].removeprefix("ال") in _NAMING


class Link(NamedTuple):
    """What joins a verb to its content.

    at is the word after the speaker's noun phrase; content the first word of the content; kind is
    that, colon, quote or noun; quote is the index of the quotation the content begins with, or -1.
    """

    at: int
    content: int
    kind: str
    quote: int


class VerbalNouns(Deeds):
    """The verbal nouns that the verbs of one reading take."""

    def _happens(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of a verb to the verbal noun after its subject: استبعد مصدر رسمي تغيير الموعد."""
        if verb.object not in NOMINAL or verb.lemma in TOWARDS or verb.lemma == "تحدث":
            return None
        sure = verb.lemma in _SURE and v + 1 < limit and self.gaps[v] == " "
        if sure and self.happening(v + 1) and not self._given(v + 2):
            return Link(v + 1, v + 1, "noun", -1)  # الحكومة تنفي إقامة كذا
        for j in range(v + 2, min(limit, v + 2 + _MASDAR_REACH)):
            if self._next_event(j, verb) or self.gaps[j - 1].strip(' ،,/"«»“”'):
                return None
            if verb.lemma in _RENEWING and self.owned(j):
                continue  # جدد الطيران قصفه
            if not self.happening(j) and not self.going_on(j):
                link = self._no_happening(j, verb)
                if link is not None:
                    return link
                continue
            before, gap = self.words[j - 1], self.gaps[j - 1]
            adjective = before.endswith(("ي", "يه")) and len(before) > _ADJECTIVE
            ended = gap != " " or before.startswith(("ال", "لل")) or adjective or j == v + 2
            ended = ended and not {"relative", "thing"} & self.reading.flags(j - 1).keys()
            ended = ended or "leading" in self.reading.flags(j - 1)  # أعلنت الوزارة أمس | توصلها
            named = self.reading.cues.get(j - 1)
            if ended or (named is not None and "" in named.names):
                if before in verb.prepositions:
                    return None
                if "preposition" in self.reading.flags(j - 1):
                    continue  # أعلنتا، في نهاية كذا، توصلهما إلى اتفاق
                return Link(j, j, "noun", self.opening.get(j, -1))
        return None

    def _no_happening(self, j: int, verb: Verb) -> Link | None:
        """Return the link to word `j` if it is what is denied, or what its subject did himself."""
        if verb.lemma in DENYING and self.denied(j):
            return Link(j, j, "noun", self.opening.get(j, -1))
        if verb.lemma in DENYING and self._claimed(j):
            at = j - (self.words[j - 1] == "كل")  # نفى | كل ما قيل
            return Link(at, at, "noun", -1)
        if verb.lemma in _SURE_OF and self._their_own(j):
            return Link(j, j, "noun", -1)  # أكد شهود عيان | رؤيتهم كذا
        return None

    def _claimed(self, j: int) -> bool:
        """Tell whether ما at word `j` begins what is denied: نفت الوزارة أمس | ما تردد عن كذا."""
        if self.words[j] != "ما" or self.words[j + 1 : j + 2] in (["زال"], ["دام"], ["لم"]):
            return False
        return not {"preposition", "count"} & self.reading.flags(j - 1).keys()

    def _their_own(self, j: int) -> bool:
        """Tell whether a verbal noun in ـة with a pronoun stands at word `j`, after a subject that has ended."""
        word, before = self.words[j], self.words[j - 1]
        if (
            not word.endswith(("ته", "تها", "تهم"))
            or len(word) < _OWN_LEAST
            or self.gaps[j - 1] != " "
        ):
            return False
        if j in self.reading.cues or word.startswith(("ال", "و", "ب", "ل")):
            return False
        ended = before.startswith("ال") or any(m.last == j for m in mentions_of(self.reading))
        known = self.reading.flags(j - 2).keys() & {"source"} and self.words[j - 2] == "شهود"
        return bool(ended or known) and is_common(self.reading.surface(j, j + 1))

    def _given(self, k: int) -> bool:
        """Tell whether word `k` is a given name, so that the noun before it is one: أعلنت انتظار أحمد."""
        cue = self.reading.cues.get(k)
        return cue is not None and cue.given is not None and cue.given[0] == "strong"

    def _own_deed(self, v: int, last: int, verb: Verb) -> Link | None:
        """Return the link of a verb to what its subject does, of the shape of a verbal noun: أعلن الوزير | متابعته."""
        for k in range(v + 2, last) if verb.object in NOMINAL and verb.lemma not in TOWARDS else ():
            if self.words[k].endswith(("ته", "تها", "تهم")) and self.happening(k):
                return Link(k, k, "noun", -1) if self.gaps[k - 1] == " " else None
        return None

    def _next_event(self, j: int, verb: Verb) -> bool:
        """Tell whether another statement or clause begins at word `j`."""
        cue = self.reading.cues.get(j)
        if cue is None or (cue.verb is None and cue.participle is None):
            return False
        gap = self.gaps[j - 1]
        apart = gap != " " and ("،" in gap or "," in gap or "." in gap)
        if cue.participle is not None:
            if cue.participle.verb.object in ACTING or asks_anonymity(self.words, j):
                return False  # وقال الوزير، منتقداً القرار، إن
            if cue.participle.verb.lemma == "قال":
                return verb.lemma not in _MANNER and (apart or verb.object == "by")
            apart = apart or cue.participle.prefix == "و"
            apart = apart or "deity" in self.reading.flags(j + 1)  # ختم كلمته داعياً الله أن
            return apart or self._linked(j, cue.participle.verb)
        if cue.verb is None or cue.names:
            return False
        if self.words[j] in _RECEIVED and verb.lemma != "نقل":
            return False  # وقال الوزير، كما جاء في نص الخطاب، إن
        if cue.verb.verb.lemma == "وصف" and cue.verb.prefix:
            return True  # أعلن التنظيم مسؤوليته ووصف فلاناً بأنه
        contrast = self.words[j - 1] in _CONTRASTS and cue.verb.verb.object not in ACTING
        if self.words[j - 1] == "كما" and self.gaps[j - 2] == " ":
            return False  # أكدت كما تقول الصحيفة أن
        if contrast or self._linked(j, cue.verb.verb):
            return True
        # طالب بالرد وقال إن: what is demanded does not reach over the next verb.
        return cue.verb.prefix in {"و", "ف"} and (gap != " " or verb.object == "by")

    def _linked(self, j: int, verb: Verb) -> bool:
        """Tell whether أن follows the participle at word `j` at once: مؤكدة أن, مشيراً إلى أن."""
        after = j + 1
        if after < len(self.words) and (":" in self.gaps[j] or self.quoted_words(after) > 3):
            return True  # عبّر عن سعادته وقال: «…»
        if after < len(self.words) and self.words[after] in _THEREIN:
            after += 1  # نقلت تصريحاً لفلان قال فيه إن
            if ":" in self.gaps[after - 1]:
                return True  # نقلت فقرات من كلمة فلان، جاء فيها: «…»
        if after < len(self.words) and self.words[after] in verb.prepositions:
            after += 1
        if verb.prepositions == ("ب",) and self.reading.surface(after, after + 1)[:1] == "إ":
            return False  # … الذي يتخذ المدينة مقراً إن
        return after < len(self.words) and (
            self.words[after] in THAT or self.words[after] in THAT_PRONOUN
        )

    def reports_beside(self, k: int) -> bool:
        """Tell whether word `k` is another reporting verb, or a participle of one."""
        cue = self.reading.cues.get(k)
        return cue is not None and bool(cue.participle or cue.verb)
