"""Speakers whom the text does not name: institutions, sources, documents, titles that stand alone."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import ACTING, VerbForm, lexicon
from rasid.findings.mentions import gazetteer
from rasid.findings.mentions.finder import Found
from rasid.findings.people.unlisted_names import HUNDREDS, UnlistedNames
from rasid.findings.people.words import is_common, name_words
from rasid.findings.speech.phrases import SIZES, UNDER
from rasid.findings.speech.speaker import NOBODY, Speaker

_LONGEST: Final = 7  # words of a speaker that is no name
_TITLED: Final = 12  # the same when it begins with a title, which a name nobody knows may follow
_PLURAL: Final = 4  # letters of a word whose ون may be a plural
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
_MASCULINE: Final = frozenset(
    {"العراق", "الاردن", "لبنان", "اليمن", "السودان", "المغرب", "الصومال"}
)
"""Countries that take a masculine verb; the others, and towns, take a feminine one."""
_NAMING: Final = frozenset({"ان", "وان", "بان", "لكن", "ولكن"})
"""Words after which a subject stands in the accusative."""
_FORMER: Final = frozenset({"السابق", "السابقه", "الاسبق"})
_ANY_THAT: Final = THAT | THAT_PRONOUN
_KUNYA: Final = frozenset({"ابو", "ام", "ابن"})
_JOINTS: Final = ("و", "ف")
_NAMELESS: Final = frozenset({"مصدر", "مصادر"})
_CALLED: Final = frozenset({"يدعي", "تدعي"})
_PARTING: Final = frozenset("،,\n")
_OTHERS: Final = frozenset({"هولاء", "اخر", "اخرون", "احدهم", "احداهن", "بعضهم", "كلاهما"})
"""People told by a pronoun or an adjective alone: وذكر آخر، وتوقع آخرون."""
_NUMBERS: Final = frozenset(
    "ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع".split()  # noqa: SIM905
)
"""Numbers before those who speak: ثلاثة مصادر."""
_ALL: Final = frozenset({"كل", "كلا", "جميع", "الجميع", "المجتمع", "الاطراف", "كافه"})
_TOLD_IN: Final = 4  # words at most of a body before في and its text
_SERVICES: Final = frozenset({"صحه", "تعليم", "مرور", "مدني", "اعلام", "امن"})
"""Public services named by their town: صحة تبوك."""
_ADDRESSED: Final = frozenset({"country", "organisation", "place", "person"})


class UnnamedFinder(UnlistedNames):
    """Finds the speakers of one reading that are no persons' names."""

    def unnamed(self, first: int, end: int, form: VerbForm) -> Speaker | None:
        """Return an institution, source, document or other noun phrase as the speaker."""
        flags = self.reading.flags(first)
        while first + 1 < end and "honour" in flags and not {"role", "rank"} & flags.keys():
            first += 1  # معالي أمين العاصمة
            flags = self.reading.flags(first)
        body = self._body(first, end)
        called = form.verb.lemma in CALLS and "institution" not in flags
        if body is not None and not (called and body.first > first):
            return body
        kind = self._kind(first, form)
        if kind is None and self.words[first] in _KUNYA and first + 1 < end:
            return Speaker(first, first + 2, 0, None, "person", self.words[first] == "ام")
        if kind is None:
            return NOBODY
        if kind == "other" and (self._unheard(first) or self.words[first] in self.family_names):
            return self._strange(first, end)
        return self._phrase(first, end, kind, form)

    def _phrase(self, first: int, end: int, kind: str, form: VerbForm) -> Speaker:
        """Return the noun phrase that begins at word `first`, as far as it goes."""
        flags = self.reading.flags(first)
        noun = self._noun_of(first, end) if self._counts(first) else first
        longest = _TITLED if "role" in flags and "source" not in flags else _LONGEST
        last = min(self.bare_end(noun, min(end, noun + longest + 1)), noun + longest)
        if self.words[first].isdigit() and self.words[first + 1 : first + 2] == ["من"]:
            last = min(end, first + 3)  # قال 5 من المسؤولين
        if self._numbered(first):  # 22 منظمة غير حكومية، 95 شركة | نتائجها
            owned = (k for k in range(first + 2, last) if self.words[k].endswith(("ها", "هم")))
            last = min(last, first + 4, next(owned, last))
        last = self._past_quote(first, last)
        if form.verb.lemma == "تابع" and kind == "other" and self._ordinary(first):
            return NOBODY  # وتتابع سلوكه
        for i in range(first, last):
            if not _PARTING.isdisjoint(self.gaps[i]) or ".." in self.gaps[i]:
                last = i + 1
                break
            if i > first and self.is_a(i, "opener") and self.words[i] != "غير":
                last = i
                break
        if form.verb.lemma in CALLS:
            last = self._before_addressed(first, last)
        led = last < end and self.words[last] in UNDER  # الناطق باسم كتلة كذا | بزعامة فلان
        if kind == "source" and last < end and not led and form.verb.object not in ACTING:
            named = self._named_past(first, last, end) if form.verb.lemma not in CALLS else None
            if named is not None:
                return named
        # فمصادر، والبيان
        if kind == "organisation" and "institution" not in flags:
            return Speaker(first, last, 0, None, kind, None)  # قالت «ماما سارة»
        skip = len(flags.get(kind, "")) if kind in {"source", "document"} else 0
        if kind == "organisation" and flags.get("institution") in _JOINTS:
            skip = 1  # ففريق
        entity_id = self._titled(first, last) if kind == "source" else None
        return Speaker(first, last, skip, entity_id, kind, self._feminine(first, skip))

    def _named_past(self, first: int, last: int, end: int) -> Speaker | None:
        """Return the name nobody lists after a title, up to an adjunct: مدير الهيئة | فلان الفلاني في تقرير."""
        if self.words[first].removeprefix("ال") in _NAMELESS:
            return None
        last += self.words[last] in _CALLED and last + 1 < end  # مسؤول في الشرطة يدعى فلاناً
        past = next((k for k in range(last + 1, end) if self.adjunct(k)), end)
        return self._named_after(first, last, past)

    def _before_addressed(self, first: int, last: int) -> int:
        """Return where the subject ends before the one addressed: اتهم مسؤول أميركي | إيران بدعم ..."""
        for i in range(first + 1, last):
            called = self.words[i].startswith("ال") and self.words[i].endswith("ين")
            called = called or self.words[i] in _ALL
            called = called or self._second_body(i)
            flags = self.reading.flags(i)
            someone = flags.get("source") == "" and "role" not in flags
            someone = someone and not self.words[i].startswith("ال")
            # المحافظ | مسؤولاً، البلدية | سكان القرى
            called = called or (someone and self.words[i - 1].startswith("ال"))
            people = self.words[i - 1].startswith("ال") and self.words[i - 1].endswith("ون")
            called = called or (people and any(a == i for a, _ in self.reading.quote_words))
            nameless = self.words[i - 1] in self.indefinite or self.words[i - 1].endswith("ون")
            titled = self.words[i].startswith("ال") and self.is_a(i, "role")
            called = called or (nameless and titled)  # هدد نواب محافظون | الرئيس
            held = self.words[first].endswith(("ه", "ها", "هم")) and self.is_a(first, "role")
            named = i > first + (not held) and i in self.at and self.at[i].kind in _ADDRESSED
            if called or (named and not self.is_a(i - 1, "preposition")):
                return i
        return last

    def _second_body(self, i: int) -> bool:
        """Tell whether another body follows a definite noun: طالب المتظاهرون | الحكومة."""
        named = any(m.last == i for m in self.mentions(i - 3, i))  # محافظ نينوى | الحكومة
        after = self.words[i - 1].startswith("ال")
        body = not self.words[i].startswith("ال") and "institution" in self.reading.flags(i)
        if after and body and self.words[i][:1] not in {"و", "ل", "ب"}:
            return True  # اتهمت المعارضة | حزب كذا
        both = self.words[i].startswith("ال") and (named or after)
        return both and bool({"institution", "source"} & self.reading.flags(i).keys())

    def _titled(self, first: int, last: int) -> str | None:
        """Return the person who was named with the title that stands alone here: الرئيس الأميركي."""
        flags = self.reading.flags(first)
        word = self.words[first]
        if "role" not in flags or not word.startswith("ال") or last - first > 2:
            return None
        for mention in reversed(self.mentions(0, first)):
            before = self.words[max(0, mention.first - 4) : mention.first]
            if mention.kind == "person" and (word in before or word[2:] in before):
                return mention.entity_id
        return None

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
        if cue is not None and cue.given is not None and not cue.given[1]:
            named = cue.given[0] == "strong" and self.unheard(first + 1)  # محمد تاغي
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

    def _ordinary(self, i: int) -> bool:
        """Tell whether word `i` is a thing of someone's: سلوكه."""
        return self.words[i].endswith(("ه", "ها", "هم")) and is_common(
            self.reading.surface(i, i + 1)
        )

    def _past_quote(self, first: int, last: int) -> int:
        """Return where a speaker ends, no earlier than the quotation that is its name."""
        for begin, end in self.reading.quote_words:
            if first < begin < last < end and end - begin <= _LONGEST:
                return end
        return last

    def _noun_of(self, first: int, end: int) -> int:
        """Return the noun that is counted: عدد كبير من | النواب."""
        parts = (i + 1 for i in range(first + 1, min(first + 4, end - 1)) if self.words[i] == "من")
        return next(parts, first)

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
            return "source" if kind in {None, "other"} and many else kind
        return None

    def _body(self, first: int, end: int) -> Speaker | None:
        """Return the body or country that is named first in words `[first, end)`."""
        flags = self.reading.flags(first)
        for mention in self.mentions(first, min(end, first + 3)):
            whole_country = mention.kind in {"country", "place"} and mention.first == first
            if (mention.kind == "organisation" or whole_country) and not mention.skip:
                if mention.first == first or not {"source", "role", "rank"} & flags.keys():
                    whole = self.of(mention)
                    body = mention.first > first and "institution" in flags
                    joint = len(flags["institution"].strip("بلك")) if body else 0  # ففريق
                    if body:
                        head = self._feminine(first, joint)
                        return whole._replace(first=first, skip=joint, feminine=head)
                    return whole
                break
        return None

    def of(self, mention: Found) -> Speaker:
        """Return a mention as a speaker."""
        entity = gazetteer.by_id().get(mention.entity_id)
        feminine: bool | None = None
        if entity is not None and entity.kind == "person":
            feminine = entity.details["gender"] == "f"
        elif mention.kind == "person":
            feminine = self._titled_feminine(mention.first)
        elif mention.kind == "organisation":
            feminine = self._feminine(mention.first, mention.skip)
        elif mention.kind in {"country", "place"}:
            feminine = self.words[mention.first][mention.skip :] not in _MASCULINE
        last = mention.last
        if last < len(self.words) and self.words[last] == "علي" and mention.kind == "person":
            last += self.gaps[last - 1] == " " and self.is_ali(last)  # كرار | علي
        return Speaker(mention.first, last, mention.skip, mention.entity_id, mention.kind, feminine)

    def _titled_feminine(self, first: int) -> bool | None:
        """Tell from the title before a name whether it is a woman's: السفيرة الأميركية فلانة."""
        for i in range(first - 1, max(-1, first - 6), -1):
            cue = self.cues.get(i)
            if cue is not None and cue.title:
                return self.words[i].endswith("ه")
            if self.gaps[i] != " " and self.gaps[i].strip(" ،,"):
                break
        return None
