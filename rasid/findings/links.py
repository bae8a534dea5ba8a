"""Where a statement begins: how a reporting verb is joined to what is said.

A verb of saying is an event only when something joins it to a content: أن or إن (after the verb's
preposition: أشار إلى أن), a colon, quotation marks, or, for some verbs, a noun (حذّر من …، أكد ضرورة …).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from rasid.findings.forms import MERGED, THAT, THAT_PRONOUN
from rasid.findings.lexicon import LINKS, Verb, lexicon
from rasid.findings.reading import Reading
from rasid.findings.words import is_common

FULL_QUOTE: Final = 4
"""Words from which a quotation is speech; shorter ones are names and scare quotes."""

_NOT_BEFORE_THAT: Final = frozenset(
    [
        "بعد",
        "قبل",
        "منذ",
        "دون",
        "بدون",
        "الا",
        "غير",
        "حيث",
        "كما",
        "يمكن",
        "يجب",
        "ينبغي",
        "رغم",
        "لمجرد",
        "حتي",
        "اذ",
        "مع",
        "كون",
        "باعتبار",
        "بما",
        "حال",
        "بل",
        "يفترض",
        "كان",
        "يكاد",
        "شرط",
        "فرصه",
    ]
)
_MANNER: Final = frozenset(
    ["علق", "رد", "اضاف", "تابع", "ختم", "اختتم", "استطرد", "واصل", "اجاب", "تساءل", "كتب", "غرد",
     "تحدث", "زاد", "اوضح", "ذكر", "صرح", "اكمل", "استدرك", "قال"]
)  # fmt: skip
"""Verbs whose content قائلاً introduces: رد فلان، قائلاً: «…»."""
_TOWARDS: Final = frozenset({"لفت", "اشار", "نوه", "المح", "لمح"})
"""Verbs whose noun never comes without the preposition: ولافتاً من قبل الزوار is no statement."""
_STRICT: Final = frozenset({"اجمع"})
"""Verbs that say nothing without their preposition: أجمعوا على أن, but not يجمع الناس أن."""
_DENYING: Final = frozenset({"نفي", "انكر"})
_ISSUED_FROM: Final = frozenset(
    {"صادر", "صادره", "الصادر", "الصادره", "صدر", "صدرت", "فضلا", "بعيدا"}
)
"""Words before عن that hold it: بيان صادر عن القيادة."""
_GLUING: Final = {"دعا": ("ل", 4), "وصف": ("بال", 6)}
"""Verbs whose preposition may be glued to the noun: how that word begins, its least length."""
_THEREIN: Final = frozenset({"فيه", "فيها", "فيهما"})
_GLUED: Final = frozenset({"ب", "ل", "ك", "وب", "ول"})
_GOVERNING: Final = frozenset({"منذ", "في", "من", "بعد", "قبل", "خلال", "ضد", "بين", "مع", "باسم"})
_NAMED_BY: Final = 7  # words up to which a quotation after بـ is what something is called
_BY_REACH: Final = 16  # words between a verb and the noun with بـ that it takes
_BY_AFTER: Final = 6  # the same after a participle
_FAR: Final = 6  # words between what is stated and an أن inside it
_COLON_REACH: Final = 8  # words between a weak verb and a colon without quotation marks
_CONTRASTS: Final = frozenset({"فيما", "بينما", "لكن", "كما", "حيث", "وفيما", "وبينما"})
_WINDOW: Final = 45  # words between a verb and its أن


class Link(NamedTuple):
    """What joins a verb to its content.

    at is the word after the speaker's noun phrase; content the first word of the content; kind is
    that, colon, quote or noun; quote is the index of the quotation the content begins with, or -1.
    """

    at: int
    content: int
    kind: str
    quote: int


class LinkFinder:
    """Finds the links of the verbs of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words, self.gaps = reading.words, reading.gaps
        self.opening = {first: k for k, (first, _) in enumerate(reading.quote_words)}
        colons: tuple[int, ...] = ()
        if ":" in reading.folded.text:
            colons = tuple(j + 1 for j, gap in enumerate(self.gaps) if ":" in gap and gap != ":")
        self.colons = frozenset(colons)
        # Only these words can end a search; all others are passed over.
        points = [hit[0] for hit in reading.asked[LINKS]]
        if self.opening or colons:
            points += [*self.opening, *colons]
            points.sort()
        self.points = points

    def find(self, v: int, verb: Verb, *, limit: int) -> Link | None:
        """Return the link of the verb at word `v`, looking no further than word `limit`."""
        noun: Link | None = None
        last, free_from = min(limit, v + 1 + _WINDOW), v + 1
        points = self.points
        for k in range(bisect_right(points, v), len(points)):
            j = points[k]
            if j >= last:
                break
            if j < free_from:
                continue
            quote = self.opening.get(j, -1)
            if j in self.colons and (quote >= 0 or not verb.animate or j - v <= _COLON_REACH):
                return Link(j, j, "colon", quote)
            if quote >= 0:
                if self._full(j, quote, v, verb):
                    return noun if noun and noun.content < j - 2 else Link(j, j, "quote", quote)
                noun = noun or self._noun(j, verb)  # أبدى "أسفه" لـ
                free_from = self.reading.quote_words[quote][1]
                continue
            word = self.words[j]
            if word in THAT or word in THAT_PRONOUN:
                if self._joins(j, verb) and (noun is not None or not self._loose(j, verb)):
                    late = noun is not None and (self._late(j, verb) or j > noun.content + _FAR)
                    return noun if late else self._that(j, verb)
            elif j > v + 1 and self._next_event(j, verb):
                break
            elif noun is None or (verb.object == "prep" and self._in_subject(noun)):
                noun = self._noun(j, verb) or noun
        return noun or self._joined(v, verb, limit)

    def _joined(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of a verb to the noun to which its preposition is glued."""
        if verb.object == "by":
            return self._by(v, verb, limit)
        return self._glued(v, verb, limit) if verb.lemma in _GLUING else None

    def _glued(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of دعا فلان لعودة, وصف فلان اللقاء بالإيجابي: the preposition is glued on."""
        start, shortest = _GLUING[verb.lemma]
        for j in range(v + 1, min(limit, v + 1 + _BY_REACH)):
            word = self.words[j]
            if j > v + 1 and self._next_event(j, verb):
                return None
            if not word.startswith(start) or len(word) < shortest:
                continue
            if self._states(j) or self._deed(word[1:]):
                return Link(j, j, "noun", self.opening.get(j, -1))
        return None

    def told(self, v: int, end: int) -> Link | None:
        """Return the link of نقلت … عن فلان تأكيده على: the noun of saying, then what was said."""
        for k in range(v + 2, min(end - 1, v + _WINDOW)):
            if "told" in self.reading.flags(k):
                after = k + 2 if self.words[k + 1] in {"علي", "الي", "عن", "من"} else k + 1
                return Link(k, min(after, end - 1), "noun", self.opening.get(after, -1))
        return None

    def _deed(self, noun: str) -> bool:
        """Tell whether a noun is of what happens, or states: لوقف القتال."""
        cue = lexicon().words.get(noun)
        return cue is not None and bool({"occurrence", "stance"} & cue.flags.keys())

    def _by(self, v: int, verb: Verb, limit: int) -> Link | None:
        """Return the link of a verb to the noun that بـ joins to it: طالب الحكومة بالرد, أفاد بمقتل."""
        for j in range(v + 1, min(limit, v + 1 + _BY_REACH)):
            word = self.words[j]
            if j > v + 1 and self._next_event(j, verb):
                return None
            if word[:1] != "ب" or len(word) < 3:
                continue
            if not (len(word) > 3 and self._states(j)) and not self._deed(word[1:]):
                continue
            return Link(j, j, "noun", self.opening.get(j, -1))
        return None

    def _states(self, j: int) -> bool:
        """Tell whether بـ at word `j` joins a deed, not a place, a body or a word that begins with ب."""
        cue = self.reading.cues.get(j)
        if cue is not None:
            places = {
                "institution",
                "elsewhere",
                "head",
                "venue",
                "adjunct",
                "source",
                "preposition",
            }
            if cue.names or cue.verb is not None or places & cue.flags.keys():
                return False
        raw = self.reading.surface(j, j + 1)
        return not is_common(raw, bare=True) and is_common(raw[1:])  # بارزاني is no ب and ارزاني

    def noun_after(self, v: int, verb: Verb) -> Link | None:
        """Return the link of a participle to the noun after it: معتبراً أمن العراق، مشيراً إلى دورها."""
        begin, end = v + 1, self.reading.sentence(v)[1]
        if verb.object == "by":
            return self._by(v, verb, min(end, v + _BY_AFTER))
        if verb.object == "no" or begin >= end or not self.gaps[v].isspace():
            quoted = verb.object != "no" and begin in self.opening
            if not quoted:
                return None
        if self.words[begin] in verb.prepositions:
            begin += 1
        elif verb.lemma in _TOWARDS or (verb.object == "prep" and self.words[begin] not in MERGED):
            return None
        return Link(begin, begin, "noun", self.opening.get(begin, -1)) if begin < end else None

    def _full(self, j: int, quote: int, v: int, verb: Verb) -> bool:
        """Tell whether the quotation that opens before word `j` can be the content."""
        first, last = self.reading.quote_words[quote]
        before = self.words[first - 1] if first > v + 1 else ""
        named = before in _GLUED and last - first < _NAMED_BY
        governed = before in _GOVERNING and before not in verb.prepositions
        if last - first < FULL_QUOTE or named or (governed and last - first < _NAMED_BY):
            return False
        if last < len(self.words) and ":" in self.gaps[last - 1] and before:
            return False  # على هامش "ملتقى كذا": what was said follows
        # A quotation that is a long name is followed by the real link: صحيفة "..." إن
        follows = self.words[last] if last < len(self.words) else ""
        return not (
            j > v + 1 and follows in THAT | THAT_PRONOUN and self.gaps[last - 1][-1:] == " "
        )

    def _joins(self, j: int, verb: Verb) -> bool:
        """Tell whether أن at word `j` belongs to the verb and not to the word before it."""
        before = self.words[j - 1]
        if self.words[j] == "ان" and self.reading.surface(j, j + 1)[:1] == "آ":
            return False  # a foreign name
        if j + 1 < len(self.words) and self.words[j + 1] == "لم":
            return False  # إن لم: a condition
        if before in _NOT_BEFORE_THAT:
            return before == "قبل" and self.words[j - 2] == "من"  # قال من قبل إن
        if before in {"من", "عن", "في", "علي", "الي"}:
            return before in verb.prepositions or before == "الي" or before == "علي"
        return True

    def _loose(self, j: int, verb: Verb) -> bool:
        """Tell whether أن stands without the preposition that makes the verb one of saying."""
        return verb.lemma in _STRICT and self.words[j - 1] not in verb.prepositions

    def _that(self, j: int, verb: Verb) -> Link:
        at = j - 1 if self.words[j - 1] in verb.prepositions else j
        after = j + 1
        if after < len(self.words) and self.words[after] in THAT and self.gaps[j] == " ":
            after += 1  # إلى إن أن
        quote = self.opening.get(after, -1)
        wished = (
            self.words[j] == "ان"
            and verb.object == "noun"
            and self.words[min(after, len(self.words) - 1)][:1] in {"ي", "ت"}
        )
        if (self.words[j] in THAT_PRONOUN or wished) and quote < 0:
            return Link(at, j, "that", -1)
        return Link(at, min(after, len(self.words) - 1), "that", quote)

    def _late(self, j: int, verb: Verb) -> bool:
        """Tell whether أن at word `j` stands within the noun that is stated already."""
        governed = self.words[j - 1] in {"من", "عن", "في", "علي", "الي"}
        return not governed if verb.object == "prep" else governed

    def _in_subject(self, noun: Link) -> bool:
        """Tell whether the preposition belongs to the subject: حذر مسؤول من الوزارة من ..."""
        flags = self.reading.flags(noun.at - 1)
        return "source" in flags or "role" in flags

    def _next_event(self, j: int, verb: Verb) -> bool:
        """Tell whether another statement or clause begins at word `j`."""
        cue = self.reading.cues.get(j)
        if cue is None:
            return False
        gap = self.gaps[j - 1]
        apart = "،" in gap or "," in gap
        if cue.participle is not None:
            if cue.participle.verb.lemma == "قال":
                return verb.lemma not in _MANNER and (apart or verb.object == "by")
            apart = apart or cue.participle.prefix == "و"
            apart = apart or "deity" in self.reading.flags(j + 1)  # ختم كلمته داعياً الله أن
            return apart or self._linked(j, cue.participle.verb)
        if cue.verb is None or cue.names:
            return False
        if self.words[j - 1] in _CONTRASTS or self._linked(j, cue.verb.verb):
            return True
        # طالب بالرد وقال إن: what is demanded does not reach over the next verb.
        return cue.verb.prefix in {"و", "ف"} and (gap != " " or verb.object == "by")

    def _linked(self, j: int, verb: Verb) -> bool:
        """Tell whether أن follows the participle at word `j` at once: مؤكدة أن, مشيراً إلى أن."""
        after = j + 1
        if after < len(self.words) and self.words[after] in _THEREIN:
            after += 1  # نقلت تصريحاً لفلان قال فيه إن
        if after < len(self.words) and self.words[after] in verb.prepositions:
            after += 1
        return after < len(self.words) and (
            self.words[after] in THAT or self.words[after] in THAT_PRONOUN
        )

    def _noun(self, j: int, verb: Verb) -> Link | None:
        """Return the link to a noun at word `j`: حذر من X, أكد (على) ضرورة X."""
        word = self.words[j]
        follows = self.words[j + 1] if j + 1 < len(self.words) else ""
        if follows in THAT or follows in THAT_PRONOUN:
            return None
        if verb.object == "prep" and MERGED.get(word, "") in verb.prepositions:
            return Link(j, j, "noun", -1)
        if verb.object == "prep" and word in verb.prepositions and j + 1 < len(self.words):
            return Link(j, j + 1, "noun", self.opening.get(j + 1, -1))
        flags = self.reading.flags(j)
        if verb.object in {"stance", "prep", "deed"}:
            prefix = flags.get("stance")
            if prefix is not None and (prefix != "ل") and not self.words[j].startswith("ال"):
                return Link(j, j, "noun", self.opening.get(j, -1))
        if verb.object in {"stance", "noun", "deed"} and flags.get("occurrence") == "":
            return Link(j, j, "noun", -1)
        if verb.lemma in _DENYING and "denied" in flags:
            return Link(j, j, "noun", -1)
        if verb.object == "deed" and word in verb.prepositions:
            held = self.words[j - 1] in _ISSUED_FROM or j + 1 >= len(self.words)
            return None if held else Link(j, j + 1, "noun", self.opening.get(j + 1, -1))
        return None
