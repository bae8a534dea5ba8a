"""Verbs that make no statement: لم يقل، هذا يؤكد، إذا قال، قد توضح; what is said to the reader or by nobody."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import VerbForm
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.participles import Participles
from rasid.findings.speech.relatives import RELATIVE
from rasid.findings.speech.speakers import TELLING_OF
from rasid.findings.speech.verbal_nouns import Link

_NEGATED: Final = frozenset(
    {
        "الي",
        "بكل",
        "مع",
        "عن",
        "في",
        "يمكن",
        "الم",
        "لم",
        "لا",
        "لن",
        "ما",
        "ولم",
        "ولا",
        "ولن",
        "دون",
        "ان",
        "وان",
        "بان",
        "او",
    }
)
_CONDITIONS: Final = frozenset({"اذا", "واذا", "فاذا", "لو", "ولو", "فلو"})
_DENYING: Final = _CONDITIONS | _NEGATED
_POINTERS: Final = frozenset({"ما", "مما", "هذا", "هذه", "ذلك", "وهو", "وهي", "وما", "بما"})
_AND_HE: Final = frozenset({"وهو", "وهي"})
_GOVERNING: Final = frozenset({"غضون", "خلال", "رغم", "برغم", "اثر", "مقابل"})
_BE: Final = frozenset({"يكن", "تكن", "يكونوا", "يكونا"})
_MAY: Final = frozenset({"قد", "وقد", "فقد"})
_THOU: Final = frozenset({"انك", "انكم"})
"""تذكر أنك: who is told it is the reader."""
_BY_WHOM: Final = 6  # words from a passive to من قبل
_WILL: Final = frozenset({"سي", "ست"})
_THAT_HE: Final = frozenset({"انه", "انها", "بانه", "بانها", "انهم"})
_AFTER_ALL: Final = {"ان": {"سبق": "قد", "بعد": ""}, "وان": {"سبق": "قد"}}
_HAPPENED: Final = frozenset({"سبق", "وسبق"})
_HAPPENED_NEAR: Final = 9  # words from سبق to the verb after أن


class Denials(Participles):
    """Tells in one reading the verbs that make no statement."""

    def denied(self, i: int, before: str, form: VerbForm) -> bool:
        """Tell whether the word before the verb takes the statement away: لم يقل، إذا قال، هذا يؤكد، قد توضح."""
        if before in _DENYING or (before in _POINTERS and not form.prefix):
            uttered = i + 1 in self.links.colons and i + 1 in self.links.opening
            # but not وهو يقول: «…»، هذا وأعلنت، هذا أعلنت الوزارة
            this = before == "هذا" and form.feminine and i - 1 == self.reading.sentence(i)[0]
            return not (before in _AND_HE and uttered) and not this
        if before in _BE and self.words[i - 2] in {"لم", "ولم"}:
            return True  # لم يكن يقول كذا
        if before == "من" and self.words[i - 2] in {"الي", "علي"}:
            return True  # لم يوضح إلى من يشير
        if form.taken and "according" in self.reading.flags(i - 1):
            return True  # حسب وصفه
        if before in RELATIVE and self.words[i - 2] == "الامر":
            return True  # الأمر الذي ينفي كذا
        if before in _THAT_HE and form.verb.lemma in CALLS and self.told(i):
            return True  # أكد أنه أبلغ الكونغرس بأن
        will = before == "سوف" and self.spoken(i)
        if will or (self.words[i][:2] in _WILL and self.told(i)):
            return True  # أعلنت أنها سوف تطالب بكذا، أكدت أن فلاناً سيذكر بكذا
        return before in _MAY and self.present(i, form)

    def of_nobody(self, i: int, link: Link, form: VerbForm, before: str) -> bool:
        """Tell what is said to the reader, and the passive: تذكر أنك، ويُعتبر تسليم المعدات كذا."""
        if before in RELATIVE and self.believed(i, link, form):
            return True
        if link.quote < 0 and self.words[link.content] in _THOU:
            return True
        lemma = form.verb.lemma
        if (
            lemma == "ابلغ"
            and link.kind == "noun"
            and self.words[i].lstrip("وفس")[:1] in {"ي", "ت"}
        ):
            return True  # يبلغ عددهم كذا
        if link.at == i + 1 and lemma in TELLING_OF:
            return lemma != "وصف"  # أُرجع إلى كذا، سيرجع إلى كذا
        if lemma == "اتهم" and link.at == i + 1 and not form.taken and not form.prefix:
            return True  # كان قد اتُّهم بكذا
        if lemma == "اتهم" and self._by_whom(i, link.at):
            return True  # اتُّهم سابقاً من قبل الشرطة بكذا
        if lemma != "اعتبر" or link.kind != "noun" or form.taken:
            return False
        present = self.words[i].lstrip("وف")[:1] in {"ي", "ت"}
        source = self.words[i + 1 : i + 2] == ["مصدر"]  # وتعتبر مصدر إزعاج
        return present and (link.at == i + 1 or before in RELATIVE or source)

    def _by_whom(self, i: int, at: int) -> bool:
        """Tell whether من قبل or من جانب names after word `i`, before word `at`, by whom something is done."""
        between = range(i + 1, min(at, i + _BY_WHOM))
        return any(self.words[k] == "من" and self.words[k + 1] in {"قبل", "جانب"} for k in between)

    def before_verb(self, i: int) -> str:
        """Return the word before the verb at word `i` that says what it is, "" when none does."""
        before = self.words[i - 1] if i and self.gaps[i - 1] == " " else ""
        if before == "و":
            return ""
        if before == "ان" and not _HAPPENED.isdisjoint(self.words[max(0, i - _HAPPENED_NEAR) : i]):
            return "قد"  # سبق للوزير فلان أن أعلن
        if i > 1 and before in _AFTER_ALL:
            # سبق أن اتهمت، بعد أن أفادت: it was said
            return _AFTER_ALL[before].get(self.words[i - 2].lstrip("و"), before)
        if i > 1 and before in _POINTERS:
            governed = "preposition" in self.reading.flags(i - 2) or self.words[i - 2] in _GOVERNING
            return "" if governed else before  # إلى ذلك قال فلان
        return before
