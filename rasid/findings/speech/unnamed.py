"""Speakers whom the text does not name: institutions, sources, documents, titles that stand alone."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import ACTING, VerbForm
from rasid.findings.mentions import gazetteer
from rasid.findings.mentions.finder import Found
from rasid.findings.people.words import is_common
from rasid.findings.speech.kinds import CALLS, SpeakerKinds
from rasid.findings.speech.phrases import UNDER
from rasid.findings.speech.speaker import NOBODY, Speaker

_LONGEST: Final = 7  # words of a speaker that is no name
_TITLED: Final = 12  # the same when it begins with a title, which a name nobody knows may follow
_MASCULINE: Final = frozenset(
    {"العراق", "الاردن", "لبنان", "اليمن", "السودان", "المغرب", "الصومال"}
)
"""Countries that take a masculine verb; the others, and towns, take a feminine one."""
_KUNYA: Final = frozenset({"ابو", "ام", "ابن"})
_JOINTS: Final = ("و", "ف")
_NAMELESS: Final = frozenset({"مصدر", "مصادر"})
_CALLED: Final = frozenset({"يدعي", "تدعي"})
_PARTING: Final = frozenset("،,\n")
_ALL: Final = frozenset({"كل", "كلا", "جميع", "الجميع", "المجتمع", "الاطراف", "كافه"})
_ADDRESSED: Final = frozenset({"country", "organisation", "place", "person"})


class UnnamedFinder(SpeakerKinds):
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
            last = self._before_addressed(noun, last)  # عدد من المختصين are one subject
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
        counted = self.is_a(first, "count")  # حذر بعض المحللين من كذا
        for i in range(first + 1 + counted, last):
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

    def _ordinary(self, i: int) -> bool:
        """Tell whether word `i` is a thing of someone's: سلوكه."""
        raw = self.reading.surface(i, i + 1)
        return raw.endswith(("ه", "ها", "هم")) and is_common(raw)

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

    def _body(self, first: int, end: int) -> Speaker | None:
        """Return the body or country that is named first in words `[first, end)`."""
        flags = self.reading.flags(first)
        for mention in self.mentions(first, min(end, first + 3)):
            whole_country = mention.kind in {"country", "place"} and mention.first == first
            if (mention.kind == "organisation" or whole_country) and not mention.skip:
                if mention.first == first or not {"source", "role", "rank"} & flags.keys():
                    whole = self.of(mention)
                    if whole_country and first in self.quote_starts:  # علمت «الرياض» أن
                        return whole._replace(entity_id=None, kind="organisation")
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
        if mention.kind == "person" and last - mention.first > 2 and entity is None:
            last -= "stance" in self.reading.flags(last - 1)  # أكد فلان الفلاني | جاهزية الفريق
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
