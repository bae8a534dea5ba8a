"""Noun phrases around a reporting verb: where the subject begins and ends, what is no subject."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rasid.findings.forms import DEMONSTRATIVES
from rasid.findings.mentions.finder import Found, mentions_of
from rasid.findings.people.words import indefinite_adjectives, is_common
from rasid.findings.reading import Reading
from rasid.language.analysis import analyse
from rasid.language.lexicon import lexicon as dictionary

_WITHIN: Final = frozenset({"في", "من", "لدي", "داخل"})
"""Prepositions between a source and its body: مصدر في الوزارة."""
SIZES: Final = frozenset({"كبير", "كبيره", "قليل", "قليله", "غير", "اخر", "اخري"})
"""Adjectives between a counting noun and من: عدد كبير من."""
_POINTING: Final = DEMONSTRATIVES | {"هولاء"}
"""What points ends a noun phrase that has begun: نفى مصدر أمني | ذلك."""
_TOLD_ON: Final = frozenset(
    f"و{verb}{ending}"
    for verb in ["نقل", "نشر", "اورد", "بث", "ذكر", "اذاع", "اكد", "رصد", "تداول", "عرض", "كشف"]
    for ending in ["ه", "ها", "ته", "تها"]
)
"""What goes on about what was told, after whom it was told by: أورده موقع كذا | ونقله موقع آخر."""
TEXTS: Final = frozenset(
    {"بيانا", "تصريحا", "رساله", "خطابا", "تغريده", "تقريرا", "مقالا", "كتابا"}
)
"""Objects after a subject: أصدرت فلانة | بياناً."""
_BREAKING: Final = frozenset({"ما", "فان", "فانه", "فانها", "النقاب", "الستار"})
"""Words that no noun phrase holds: نفى المصدر | ما يردده كذا، كشف الوزير | النقاب عن كذا."""
UNDER: Final = frozenset({"بزعامه", "برياسه", "بقياده"})
"""What joins a body to who leads it: الحكومة | برئاسة فلان."""
_OWNED: Final = 4  # letters of a noun that is surely one with a pronoun
_IN_NAME_OF: Final = frozenset({"باسمه", "باسمها", "باسمهم"})
TIMES: Final = frozenset({"عام", "سنه", "العام", "السنه", "الشهر", "الاسبوع", "الشتاء", "الصيف"})
WHEN: Final = frozenset(
    ["الماضي", "الجاري", "الحالي", "المقبل", "الفايت", "المنصرم", "الماضيه", "الجاريه", "الحاليه"]
)
MANNERS: Final = frozenset(
    ["بوضوح", "بقوه", "بشده", "بحزم", "بصراحه", "بثقه", "بغضب", "بسخريه", "بجلاء", "بحده", "بحسم", "بهدوء", "باسف"]
)  # fmt: skip
"""Adverbs with بـ between a verb and its subject or content: وأشار بوضوح إلى كذا."""
WAYS: Final = frozenset({"بشكل", "بصوره", "بطريقه", "بلهجه", "بكل"})
"""The same before an adjective or a noun: أكد بشكل قاطع | أن."""
_ENDING: Final = _BREAKING | _TOLD_ON | TEXTS | UNDER | MANNERS | WAYS
_AGREEING: Final = frozenset("تن")
_SELF: Final = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم"})
_ISSUED: Final = frozenset(
    ["صادر", "صادره", "الصادر", "الصادره", "تابع", "تابعه", "التابع", "التابعه", "المنبثقه"]
)
"""Participles that hold a preposition: بيان صادر عن القيادة, القناة التابعة للوزارة."""


class Phrases:
    """The noun phrases of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words, self.gaps, self.cues = reading.words, reading.gaps, reading.cues
        self.found = mentions_of(reading)
        self.firsts = [m.first for m in self.found]
        self.at = {m.first: m for m in self.found}
        self.quote_starts = {first for first, _ in reading.quote_words}
        self.indefinite = indefinite_adjectives()

    def is_a(self, i: int, kind: str) -> bool:
        """Tell whether word `i` is in the list `kind` of the lexicon."""
        cue = self.cues.get(i)
        return cue is not None and kind in cue.flags

    def is_ali(self, i: int) -> bool:
        """Tell the name علي at word `i` from على, where the text writes the two apart."""
        return self.reading.surface(i, i + 1) == "علي" and "على" in self.reading.document.text

    def mentions(self, first: int, last: int) -> list[Found]:
        """Return the mentions that begin in words `[first, last)`."""
        return self.found[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def adjunct(self, i: int) -> bool:
        """Tell whether an adjunct begins at word `i`: في بيان، لوكالة كذا، أمس."""
        if i >= len(self.words):
            return False
        mention = self.at.get(i)
        if mention is not None:  # صباح النعمان is a man, not a morning
            return bool(mention.prefix.lstrip("وف"))
        if self.words[i] == "علي" and self.is_ali(i):
            return False
        cue = self.cues.get(i)
        if cue is not None:
            flags = cue.flags
            if "preposition" in flags or ("adjunct" in flags and self._means(i)):
                return True
        return self.words[i][:2] == "لل"

    def _means(self, i: int) -> bool:
        """Tell أمام from إمام, and الآن from the name آلان."""
        other = {"امام": "إ", "الان": "آ"}.get(self.words[i])
        return other is None or not self.reading.surface(i, i + 1).startswith(other)

    def past_recipient(self, first: int, at: int) -> int:
        """Return where the subject begins after whom it was said to: وأكد لـ"الصحيفة" فلان أن."""
        word = self.words[first] if first < at else ""
        if not word.startswith("ل"):
            return first
        for begin, last in self.reading.quote_words:
            if begin in {first + 1, first + 2} and (
                word == "ل" or "adjunct" in self.reading.flags(first)
            ):
                return last
        for mention in self.mentions(first, first + 2):
            recipient = mention.prefix.lstrip("وف")[:1] == "ل" or "adjunct" in self.reading.flags(
                first
            )
            if recipient and mention.kind == "organisation" and self.gaps[mention.last - 1] == " ":
                return mention.last
        return first

    def past_adjunct(self, first: int, at: int) -> int:
        """Return where a subject begins after an adjunct: وقال في بيان، المتحدث باسم ..."""
        for i in range(first + 1, at):
            if i in self.at and self.at[i].kind == "person":
                return at  # في برقية إلى الملك فلان، ملك كذا
            flags = self.reading.flags(i)
            after_comma = "،" in self.gaps[i - 1] or "," in self.gaps[i - 1]
            titled = flags.get("role") == "" and self.words[i].startswith("ال")
            if titled and (after_comma or self.words[first].startswith("ل")):
                return i
            if after_comma and "" in {
                flags.get("role"),
                flags.get("rank"),
                flags.get("institution"),
            }:
                return i
        return at

    def phrase_end(self, first: int, at: int) -> int:
        """Return the word after the noun phrase that begins at word `first`."""
        cues = self.cues
        for i in range(first + 1, at):
            gap = self.gaps[i - 1]
            if gap != " " and ("(" in gap or " - " in gap):
                return i
            cue = cues.get(i)
            if cue is None or not cue.flags:
                continue
            flags = cue.flags
            if "relative" in flags or "according" in flags:
                return i
            adjunct = "adjunct" in flags and i not in self.at and self._means(i)
            if adjunct and not self._inside_title(first, i):
                return i
        return at

    def _inside_title(self, first: int, i: int) -> bool:
        """Tell whether a preposition stands inside a title: المتخصص في الشؤون الأمنية فلان."""
        if i + 1 < len(self.words) and "venue" in self.reading.flags(i + 1):
            return False
        if self.words[i] == "من" and self.is_a(first, "count"):
            sized = i == first + 2 and self.words[first + 1] in SIZES
            return i == first + 1 or sized  # عدد من العلماء، عدد كبير من
        flags = self.reading.flags(first)
        if self.words[i] == "علي" and "source" in flags and "role" not in flags:
            return False  # علق ناشطون | على كذا
        return (
            self.words[i] in {"في", "لدي", "من", "الي", "علي", "عن"}
            and any(kind in self.reading.flags(first) for kind in ("role", "rank", "source"))
            and "،" not in self.gaps[i - 1]
        )

    def bare_end(self, first: int, end: int) -> int:
        """Return where a speaker without a name ends; what body it belongs to is part of it."""
        text = self.is_a(first, "document") and not self.words[first].startswith("ال")
        for i in range(first + 1, end):
            if (
                self._closed(i)
                or (self.words[i][-1:] in _AGREEING and self._verb_of(first, i))
                or (text and self.had_by(i))
            ):
                return i
            if self.adjunct(i):
                if self._goes_on(first, i):
                    continue
                if self.words[i] not in _WITHIN and not self.words[i].startswith("ب"):
                    return i
                body = self.mentions(i, i + 2)
                located = not self.words[first].startswith("ال") and self.words[i] == "في"
                kinds = ("organisation", "place", "country") if located else ("organisation",)
                inside = body and body[0].kind in kinds
                if inside or "institution" in self.reading.flags(min(i + 1, end - 1)):
                    return body[0].last if inside and body[0].last < end else self._body_end(i, end)
                return i
        return end

    def _body_end(self, i: int, end: int) -> int:
        """Return the word after the body that the preposition at word `i` governs: في الشرطة الفرنسية."""
        last = min(end, i + 2)
        if not self.words[last - 1].startswith("ال"):
            return min(end, i + 3)
        while last < end and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
            last += 1
        return last

    def _goes_on(self, first: int, i: int) -> bool:
        """Tell whether an adjunct belongs to the name of a body: المركز الوطني للأعاصير, بيان صادر عن ..."""
        before = self.words[i - 1]
        if before in _ISSUED:
            return self.words[i] in {"عن", "من"} or self.words[i].startswith("ل")
        flags = self.reading.flags(first)
        if not self.words[i].startswith("لل") or "adjunct" in self.reading.flags(i):
            return False
        if "document" in flags:
            body = self.at.get(i)
            known = body is not None and body.kind == "organisation"
            return known or "institution" in self.reading.flags(i)
        held = "institution" in flags or ("role" in flags and "source" not in flags)
        return held and i - first >= 2

    def had_by(self, i: int) -> bool:
        """Tell the clause of who had a text: بيان | تلقته (الصحيفة) أمس, بيان | حصلت عليه."""
        if self.words[i + 1 : i + 2] in (["عليه"], ["عليها"]):
            return True
        if not self.words[i].endswith(("ته", "تها")):
            return False
        reading = analyse(self.reading.surface(i, i + 1))
        return bool(reading.enclitic) and reading.lemma in dictionary().verbs

    def _verb_of(self, first: int, i: int) -> bool:
        """Tell whether word `i` is a verb of which the noun at word `first` is the subject: دراسة أخرى | أجريت.

        Only endings that agree with the noun show one: مقاتلون | يتحدرون من كذا, but not أوساين بولت.
        """
        word = self.words[i]
        she = word.endswith("ت") and not word.endswith("ات")
        she = she and any(self.words[k].endswith(("ه", "ات")) for k in (first, i - 1))
        they = word.startswith("ي") and word.endswith("ون")
        if not (she or they) or len(word) < _OWNED or i in self.at:
            return False
        cue = self.cues.get(i)
        if cue is not None and (cue.names or cue.given):
            return False  # طلعت
        read = analyse(self.reading.surface(i, i + 1))
        return read.lemma != word and read.lemma in dictionary().verbs

    def _bears_title(self, k: int) -> bool:
        """Tell whether a title stands at word `k`: متحدث | باسمه."""
        return self.is_a(k, "role") or self.is_a(k, "source")

    def _closed(self, i: int) -> bool:
        """Tell whether the noun phrase is over before word `i`: السلطات المغربية | اعتقال, بيان الوزارة | مقتل.

        Only a word with the article can go on a phrase that has one, unless it is a name.
        """
        before, word = self.words[i - 1], self.words[i]
        cue = self.cues.get(i)
        if cue is not None and cue.verb is not None and cue.verb.prefix and not cue.names:
            return True  # يقول الكاتب | ويشير إلى
        if cue is not None and cue.participle is not None and word[-1:] == "ا" and not cue.names:
            return True  # قال النائب | متحدثاً لكذا
        if (
            word in _ENDING
            or (word in _POINTING and not self.is_a(i - 1, "count"))
            or (word in _IN_NAME_OF and not self._bears_title(i - 1))
            or (before == "هولاء" and not word.startswith("ال"))
        ):
            return True  # كتبت صحيفة كذا | مقالاً، طالب هؤلاء | فرنسا بكذا، أعرب الملك | باسمه
        if word in TIMES and (self.words[i + 1] in WHEN or self.words[i + 1].isdigit()):
            return True  # قالت الوزارة | الشهر الماضي، عام 2016
        if word.startswith("ال") and before in self.indefinite and i not in self.at:
            # وصفت مصادر تركية | الحادث, but not مدير عام السجون
            return not (before == "عام" and self.is_a(i - 2, "role"))
        if not before.startswith("ال") or word.startswith(("ال", "و", "ل")) or i in self.at:
            return False
        if word.endswith(("ها", "هم")) and len(word) > _OWNED and word[:1] != "ب":
            return cue is None or not cue.names  # بررت القيادة | إجراءاتها
        if word in _SELF or (cue is not None and (cue.given or cue.flags or cue.names)):
            return False
        return len(word) > 3 and is_common(self.reading.surface(i, i + 1), bare=True)
