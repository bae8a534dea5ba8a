"""What kind of speaker a noun is: a source, a body, a text, people counted, a name that no list knows."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import VerbForm, lexicon
from rasid.findings.people.unlisted_names import HUNDREDS, UnlistedNames
from rasid.findings.people.words import is_common, name_words
from rasid.findings.speech.phrases import SIZES

_PLURAL: Final = 4  # letters of a word whose ون may be a plural
_NAMING: Final = frozenset({"ان", "وان", "بان", "لكن", "ولكن"})
"""Words after which a subject stands in the accusative."""
_FORMER: Final = frozenset({"السابق", "السابقه", "الاسبق"})
_ANY_THAT: Final = THAT | THAT_PRONOUN
_OTHERS: Final = frozenset({"هولاء", "اخر", "اخرون", "احدهم", "احداهن", "بعضهم", "كلاهما"})
"""People told by a pronoun or an adjective alone: وذكر آخر، وتوقع آخرون."""
_NUMBERS: Final = frozenset(
    "ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع".split()  # noqa: SIM905
)
"""Numbers before those who speak: ثلاثة مصادر."""
_TOLD_IN: Final = 4  # words at most of a body before في and its text
_PERCENT: Final = frozenset({"بالميه", "بالمايه"})
_PARTICLES: Final = frozenset({"دي", "دو", "فان", "فون", "ماك", "ديل"})
"""Words that begin family names of two words: دي مايو، فان دايك."""
_FEELING: Final = frozenset({"ابدي", "انتقد", "اشاد", "رحب", "ندد", "تمني", "استنكر"})
"""What people alone do: أبدى عدد من أولياء الأمور استياءهم."""
_SERVICES: Final = frozenset({"صحه", "تعليم", "مرور", "مدني", "اعلام", "امن"})
"""Public services named by their town: صحة تبوك."""
CALLS: Final = frozenset(
    [
        "دعا",
        "طالب",
        "حث",
        "ناشد",
        "نصح",
        "ابلغ",
        "اخبر",
        "حذر",
        "اتهم",
        "امر",
        "وعد",
        "توعد",
        "هدد",
        "حمل",
        "خاطب",
        "طمان",
        "حض",
    ]
)
"""Verbs that take whom they address as their object."""


class SpeakerKinds(UnlistedNames):
    """Tells the kinds of speakers of one reading."""

    def _kind(self, first: int, form: VerbForm) -> str | None:
        """Return what kind of speaker the noun at word `first` is, None when it cannot speak."""
        flags, word = self.reading.flags(first), self.words[first]
        if "count" in flags and self._counts(first):
            return self._counted(first, form)
        if (word in _NUMBERS or word.isdigit()) and self._numbered(first):
            return "source"
        if "source" in flags or "role" in flags or "rank" in flags or self._other_one(first):
            return "source"
        if self._several(word):
            return "source"
        named = first in self.quote_starts and not (first and ":" in self.gaps[first - 1])
        if "institution" in flags or named:
            return "organisation"  # a body, or a name in quotation marks
        if "document" in flags:
            return "document"
        if "thing" in flags:
            said = (
                form.verb.lemma == "قال"
                and word.startswith("ال")
                and not self.is_a(first, "relative")
            )
            return "other" if said and len(word) > _PLURAL else None  # قالت التحقيقات
        if word.endswith("ون") and len(word) > _PLURAL:
            return "source"  # المحتجون, الباحثون: people
        if word.startswith("ال") and word.endswith("ين") and len(word) > _PLURAL + 1:
            stated = first > 0 and self.words[first - 1] in _NAMING
            if stated or form.verb.lemma in CALLS:
                return "source"  # غير أن المراقبين يرون
        if not form.verb.animate or self._unheard(first) or word in self.family_names:
            return "other"
        return self._called_so(first, form)

    def _called_so(self, first: int, form: VerbForm) -> str | None:
        """Return the same for a word that things also bear: a nation, a given name, an office of the past."""
        word, cue = self.words[first], self.reading.cues.get(first)
        if word.startswith("ال") and word in name_words()["nation"]:
            woman = word.endswith("ه")
            return "source" if woman is form.feminine else None  # أكدت الفرنسية التي
        if word in _PARTICLES and (self.unheard(first + 1) or first + 1 not in self.cues):
            return "other"  # وعلق دي مايو
        if cue is not None and cue.given is not None and not cue.given[1]:
            titled = self.is_a(first + 2, "role")  # بدر باسلمة وزير النقل
            named = (cue.given[0] == "strong" or titled) and self.unheard(first + 1)  # محمد تاغي
            return "other" if named or self.is_a(first + 1, "link") else None  # وأشار فارس إلى
        alone = cue is None and word.startswith("ال") and self.words[first + 1] in _ANY_THAT
        if alone and not is_common(self.reading.surface(first, first + 1)):
            return "other"  # وأكد الشليل أن
        if alone and word.endswith("ي") and len(word) > _PLURAL + 1 and not form.feminine:
            return "other"  # وبين الحسني، أنه: a family name nobody lists
        if self._told_in(first):
            return "other"  # وأكدت الأزمات الدولية في تقريرها أن
        if word in _SERVICES and not _ANY_THAT.isdisjoint(self.words[first + 2 : first + 4]):
            return "organisation"  # ذكرت صحة تبوك أن
        former = not _FORMER.isdisjoint(self.words[first + 1 : first + 4])
        return "source" if former and word.startswith("ال") else None  # العسكري الفرنسي السابق

    def _told_in(self, first: int) -> bool:
        """Tell whether a definite noun, with its adjectives, speaks in a text: الأزمات الدولية | في تقريرها."""
        k = first
        while self.words[k].startswith("ال") and self.gaps[k] == " " and k < first + _TOLD_IN:
            k += 1
        return k > first and self.words[k] == "في" and self.is_a(k + 1, "venue")

    def _numbered(self, first: int) -> bool:
        """Tell whether a number of people stands at word `first`: ثلاثة مصادر، 73% من السكان."""
        word = self.words[first]
        if word.isdigit() and self.words[first + 1] == "من" and "%" in self.gaps[first]:
            return True
        if word.isdigit() and self.words[first + 1] in _PERCENT:
            return True  # أشار 27 بالمئة إلى أن
        counts = word.isdigit() or word in _NUMBERS
        if not counts:
            return False
        follows = self.reading.flags(first + 1)
        return "" in {follows.get("source"), follows.get("institution")}

    def _several(self, word: str) -> bool:
        """Tell whether a word is a dual or plural of a title or of people: الرئيسان، مديرو المدارس."""
        if word.endswith("ان") and word.startswith("ال"):
            return self._dual(word)
        return word.endswith("و") and len(word) > _PLURAL and self._dual(word + "ن")

    def _dual(self, word: str) -> bool:
        """Tell whether a word is the dual of a title or of people: الرئيسان, الوزيران."""
        one = lexicon().words.get(word[:-3] + "ه" if word[-3] == "ت" else word[:-2])
        return one is not None and not {"role", "rank", "source", "document"}.isdisjoint(one.flags)

    def unheard(self, i: int) -> bool:
        """Tell whether no dictionary and no list knows word `i`."""
        return i >= 0 and i not in self.at and self._unheard(i)

    def _other_one(self, first: int) -> bool:
        """Tell whether a pronoun or adjective alone is the subject: وذكر آخر أن, but not بحسب آخر حصيلة."""
        if self.words[first] not in _OTHERS:
            return False
        follows = self.reading.flags(first + 1)
        return self.gaps[first] != " " or "link" in follows or self.adjunct(first + 1)

    def _counts(self, first: int) -> bool:
        """Tell whether word `first` counts people: مجموعة من الخبراء, but not مجموعة السبع."""
        if not self.is_a(first, "count"):
            return False
        return not self.is_a(first, "institution") or "من" in self.words[first + 1 : first + 3]

    def _counted(self, first: int, form: VerbForm) -> str | None:
        """Return what kind of speakers are counted: عدد كبير من العلماء, بعض المصادر, أحد النواب."""
        if self.words[first] in HUNDREDS and self.words[first + 1 : first + 2] == ["من"]:
            return "source"  # المئات من سكان القرية
        for i in range(first + 1, min(first + 4, len(self.words))):
            if self.words[i] == "من" or (self.words[i] in SIZES and i == first + 1):
                continue
            kind = self._kind(i, form) if "count" not in self.reading.flags(i) else None
            many = self.words[i].endswith("ين") and self.words[i].startswith("ال")
            many = many or (form.verb.lemma in _FEELING and not self.is_a(i, "thing"))
            return "source" if kind in {None, "other"} and many else kind
        return None
