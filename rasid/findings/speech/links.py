"""Where a statement begins: how a reporting verb is joined to what is said.

A verb of saying is an event only when something joins it to a content: أن or إن (after the verb's
preposition: أشار إلى أن), a colon, quotation marks, or, for some verbs, a noun (حذّر من …، أكد ضرورة …).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import LINKS, SPEECH, Verb
from rasid.findings.mentions.finder import mentions_of
from rasid.findings.reading import Reading
from rasid.findings.speech.link_points import (
    ANY_THAT,
    JOINING,
    THAT_NOT,
    colons_of,
    is_letter,
    outside_names,
)
from rasid.findings.speech.nouns import NounLinks
from rasid.findings.speech.verbal_nouns import DENYING, TOWARDS, Link

FULL_QUOTE: Final = 4
"""Words from which a quotation is speech; shorter ones are names and scare quotes."""

_NOT_BEFORE_THAT: Final = frozenset(
    ["بعد", "قبل", "منذ", "دون", "بدون", "الا", "غير", "حيث", "كما", "يمكن", "يجب", "ينبغي", "رغم", "لمجرد",
     "حتي", "اذ", "مع", "كون", "باعتبار", "بما", "حال", "بل", "يفترض", "كان", "يكاد", "شرط", "فرصه"]
)  # fmt: skip
_IMPERSONAL: Final = frozenset(
    ["المفترض", "المتوقع", "الضروري", "المهم", "الممكن", "الموكد", "الواضح", "المقرر", "المنتظر",
     "الصعب", "المستحيل", "الطبيعي", "المرجح", "المحتمل", "الافضل", "الواجب", "السهل", "المبكر", "المستبعد"]
)  # fmt: skip
"""Words that, after من, begin what is said: قال من المفترض أن."""
_KNOWN: Final = frozenset({"المعروف", "المعروفه", "المتهم", "المتهمه", "الموصوف", "الموصوفه"})
_STRICT: Final = frozenset({"اجمع", "توصل"})
"""Verbs that say nothing without their preposition: أجمعوا على أن, but not يجمع الناس أن."""
_DESCRIBING: Final = frozenset({"الذي", "التي", "الذين", "والذي", "والتي"})
_CLAUSAL: Final = frozenset({"قال", "اعلن", "اكد", "اوضح", "ذكر", "صرح"})
_TALKING: Final = frozenset({"تحدث"})
"""Verbs whose quotation stands right after their subject."""
_TALK_REACH: Final = 6
_EXCLUDING: Final = frozenset({"استبعد", "نفي", "انكر"})
_FEELING: Final = frozenset({"اعرب", "عبر"})
_GLUED: Final = frozenset({"ب", "ل", "ك", "وب", "ول"})
_GOVERNING: Final = frozenset({"منذ", "في", "من", "بعد", "قبل", "خلال", "ضد", "بين", "مع", "باسم"})
_TITLING: Final = frozenset({"عنوان", "بعنوان", "العنوان"})
"""Words before a title: كتبت مقالاً تحت عنوان "…"."""
OUTLETS: Final = frozenset({"شبكه", "قناه", "صحيفه", "وكاله", "موقع", "مجله", "اذاعه", "محطه"})
_NAMED_BY: Final = 7  # words up to which a quotation after بـ is what something is called
_BY_NEAR: Final = (
    6  # words between a verb and an أن that is sure to be its own, not of a deed before it
)
_SAYING: Final = frozenset({"قايلا", "قايله", "قايلين"})
_OF_WHOM: Final = 8  # words from a verb to the الذي of its subject
_NOT_REACH: Final = 16  # words between a verb and its ألا
_FAR: Final = 6  # words between what is stated and an أن inside it
_WINDOW: Final = 45  # words between a verb and its أن
_COLON_REACH: Final = 8  # words between a weak verb and a colon without quotation marks


class LinkFinder(NounLinks):
    """Finds the links of the verbs of one reading."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        colons: tuple[int, ...] = ()
        if ":" in reading.folded.text:
            colons = tuple(colons_of(reading))
        self.colons = frozenset(colons)
        # Only these words can end a search; all others are passed over.
        points = outside_names(reading, [place for place, _ in reading.asked[LINKS]])
        if "." in self.gaps or "(" in reading.document.text:
            points = [k for k in points if self.words[k] != "ان" or not is_letter(reading, k)]
        if self.opening or colons:
            points += [*self.opening, *colons]
            points.sort()
        self.points = points
        self.reports = {place for place, cue in reading.asked[SPEECH] if cue.verb or cue.participle}

    def find(self, v: int, verb: Verb, *, limit: int) -> Link | None:
        """Return the link of the verb at word `v`, looking no further than word `limit`."""
        noun: Link | None = None
        last, free_from = min(limit, v + 1 + _WINDOW), v + 1
        points, words, takes_noun = self.points, self.words, verb.object != "no"
        opening, colons, reports, inner = self.opening, self.colons, self.reports, 0
        for j in points[bisect_right(points, v) : bisect_right(points, last - 1)]:
            if j < free_from:
                continue
            quote = opening.get(j, -1) if opening else -1
            if colons and j in colons and (quote >= 0 or not verb.animate or j - v <= _COLON_REACH):
                felt = noun if verb.lemma in _FEELING else None  # معرباً عن أمله في كذا: «…»
                return felt or Link(j, j, "colon", quote)
            if quote >= 0:
                if self._full(j, quote, v, verb):
                    return self._quoting(v, j, verb, noun)
                # أبدى "أسفه" لـ، واستبعد "التخلي طوعاً" عن كذا
                noun = noun or self._noun(j, verb) or self._excluded(v, j, verb)
                free_from = self.reading.quote_words[quote][1]
                continue
            if words[j] in JOINING:
                if inner and self._of_described(inner, j, verb):
                    free_from, inner = self._past_described(j, last), 0
                    continue
                if self._joins(v, j, verb, noun):
                    return self._clause(v, j, verb, noun)
            elif words[j - 1] in _DESCRIBING and self._tells_apart(j, verb, noun):
                inner = j
            elif j > v + 1 and j in reports and self._ends_at(j, verb, noun):
                break
            elif takes_noun and (
                noun is None or (verb.object == "prep" and self._in_subject(noun))
            ):
                noun = self._noun(j, verb) or noun
        near = self._joined(v, verb, limit if noun is None else noun.at, noun)
        return near or noun

    def _excluded(self, v: int, j: int, verb: Verb) -> Link | None:
        """Return the link of استبعد، نفى at word `v` to the few quoted words right after it, which are no name."""
        short = j == v + 1 and verb.lemma in _EXCLUDING and self.quoted_words(j) > 1
        if not short or self.words[self.reading.quote_words[self.opening[j]][1]] in ANY_THAT:
            return None
        return Link(j, j, "noun", self.opening[j])

    def _tells_apart(self, j: int, verb: Verb, noun: Link | None) -> bool:
        """Tell whether the report at word `j` after الذي is passed over: أشار فلان، الذي قال إن كذا، إلى أن."""
        if not self._reports(j):  # قال فلان الذي يتهمه خصومه بأنه كذا، إن
            return verb.lemma == "قال" and self._own_that(j, self.reading.sentence(j)[1]) > 0
        if verb.lemma in TOWARDS or not self._ends_at(j, verb, noun):
            return True
        # أوضح فلان، الذي يقول إنه كذا، أنه
        return "،" in self.gaps[j - 2] and self._goes_on_after(j)

    def _goes_on_after(self, j: int) -> bool:
        """Tell whether a comma and أن close the clause about who speaks that begins at word `j`."""
        commas = (k for k in range(j, self.reading.sentence(j)[1] - 1) if "،" in self.gaps[k])
        return self.words[next(commas, j) + 1] in ANY_THAT

    def _past_described(self, j: int, last: int) -> int:
        """Return the word after the comma that closes the clause of the one described, else word `last`."""
        return next((k + 1 for k in range(j, last - 1) if "،" in self.gaps[k]), last)

    def _that_not(self, v: int, j: int, verb: Verb) -> bool:
        """Tell whether ألا at word `j` begins what is said: توقع فلان ألا، طالب بألا, but not إلا and no question."""
        written = self.reading.surface(j, j + 1).startswith(("أ", "بأ"))
        near = j - v + (verb.object != "no") > 1 and j - v <= _NOT_REACH
        return written and near and not set(self.gaps[j - 1]) & set(".:؟")

    def _ends_at(self, j: int, verb: Verb, noun: Link | None) -> bool:
        """Tell whether the search ends before the report at word `j`: أثنى على الجهود | قائلاً: «…»."""
        noted = noun is not None and verb.object == "prep" and self.words[j] in _SAYING
        return noted or self._next_event(j, verb)

    def _quoting(self, v: int, j: int, verb: Verb, noun: Link | None) -> Link:
        """Return the link to the quotation that opens before word `j`, or to the noun before it that holds it."""
        near = self._by(v, verb, j) if verb.object == "by" else None
        charged = (
            near is not None and near.content in self.opening
        )  # اتهمت الدولة بـ"كذا" بموجب "…"
        if near is not None and (charged or near.content == j - 1 or j > near.content + _FAR):
            return near  # اتهم فلاناً بارتكاب "…"، وعد بتقديم كذا خلال حملة "…"
        passed = self._passed_on(v, j) if verb.lemma == "نقل" else None
        if passed is not None:
            return passed
        if verb.lemma in {"دعا", "اسف"}:
            glued = self._glued(v, verb, j)
            if glued is not None and self.deed(self.words[glued.at][1:]):
                return glued  # دعت فلاناً لعدم تحويل البلاد إلى "…"
        own = self._own_deed(v, j, verb) if noun is None else None
        if own is not None:
            return own  # أعلن الوزير متابعته "إنجاز المشاريع كلها"
        if noun is not None and noun.content == j - 1 and self.words[j - 1].startswith("ال"):
            noun = None  # دعا في كلمة إلى المجلس "…"
        return noun if noun and noun.content < j else Link(j, j, "quote", self.opening[j])

    def _passed_on(self, v: int, j: int) -> Link | None:
        """Return the link of نقلت الوكالة عن الوزير دعم بلاده ل"…" to the noun of stance before the quotation."""
        for k in range(v + 4, j):
            cue = self.reading.cues.get(k)
            if cue is not None and cue.flags.get("stance") == "" and self.gaps[k - 1] == " ":
                return Link(k, k, "noun", -1)
        return None

    def _reports(self, j: int) -> bool:
        """Tell whether word `j` is a verb that a clause follows, and nothing else."""
        cue = self.reading.cues.get(j)
        return cue is not None and cue.verb is not None and cue.verb.verb.lemma in _CLAUSAL

    def _of_described(self, inner: int, j: int, verb: Verb) -> bool:
        """Tell whether أن at word `j` begins what the one described said: أبلغت …، وفلان الذي أعلن أن."""
        if verb.lemma == "قال" and self.reading.surface(j, j + 1)[:1] == "إ":
            return False  # قال فلان الذي أعلن كذا إن
        return not any("،" in gap or "," in gap for gap in self.gaps[inner:j])

    def _clause(self, v: int, j: int, verb: Verb, noun: Link | None) -> Link | None:
        """Return the link to أن at word `j`, or to the noun before it, inside which it stands."""
        # نفى الاتهامات بأن، أكد ضرورة أن
        holds = noun is not None and noun.content == j - 1
        if noun is not None and holds:
            holds = noun.at == j - 1 or "stance" in self.reading.flags(j - 1)
        if noun is not None and (holds or self._late(j, verb) or j > noun.content + _FAR):
            return noun
        if verb.lemma in DENYING and j > v + _BY_NEAR:
            denied = self._happens(v, verb, j)
            if denied is not None:
                return denied  # نفى فلان دخوله القرية، أو أن يكون
        if verb.object == "by" and j > v + _BY_NEAR:
            near = self._by(v, verb, j - _FAR)  # طالبه بالمغادرة لكنه هددها بأنه
            if near is not None or self._clause_between(v, j):
                return near  # أقر القانون، وعلى المجلس أن
        return self._that(j, verb)

    def _clause_between(self, v: int, j: int) -> bool:
        """Tell whether another clause begins between words `v` and `j`: a comma, then و."""
        commas = (k for k in range(v + 1, j) if "،" in self.gaps[k - 1] or "," in self.gaps[k - 1])
        for k in commas:
            cue = self.reading.cues.get(k)
            joined = cue is None or (cue.verb is not None and cue.verb.prefix == "و")
            if joined and self.words[k][:1] == "و":  # but not وكالة
                return True
        return False

    def _full(self, j: int, quote: int, v: int, verb: Verb) -> bool:
        """Tell whether the quotation that opens before word `j` can be the content."""
        if verb.lemma in _TALKING and j - v > _TALK_REACH:
            return False
        first, last = self.reading.quote_words[quote]
        before = self.words[first - 1] if first > v + 1 else ""
        named = before in _GLUED or before in _TITLING or self._of_outlet(before)
        named = named or self._bears_name(first, last)
        named = named and last - first < _NAMED_BY
        governed = before in _GOVERNING and before not in verb.prepositions
        uttered = j == v + 1 and verb.lemma == "قال" and last - first < FULL_QUOTE
        if uttered and self.reading.cues[v].participle is not None:
            return True  # صرخ قائلاً "نعم"
        if before == "حول" and verb.prepositions and self.gaps[last - 1][-1:] == " ":
            return False  # أشار في ندوة حول "كذا" إلى أن
        if last - first < FULL_QUOTE or named or (governed and last - first < _NAMED_BY):
            return False
        if last < len(self.words) and ":" in self.gaps[last - 1] and before:
            return False  # على هامش "ملتقى كذا": what was said follows
        if verb.lemma == "قال" and self._said_later(v, first, last):
            return False
        return not (self._listed(first, last) or self._led_on(j, v, first, last, verb))

    def _said_later(self, v: int, first: int, last: int) -> bool:
        """Tell whether a quotation stands in a clause about who speaks: قال فلان، الذي وصف كذا بأنه "…"، إن."""
        if _DESCRIBING.isdisjoint(self.words[v + 2 : min(first, v + _OF_WHOM)]):
            return False
        return self._own_that(last, self.reading.sentence(v)[1]) > 0

    def _own_that(self, first: int, last: int) -> int:
        """Return the إن of قال that a comma parts from a clause about who speaks, 0 when there is none."""
        for k in range(first, last):
            own = self.words[k] in ANY_THAT and "،" in self.gaps[k - 1]
            if own and self.reading.surface(k, k + 1)[:1] == "إ":
                return k
        return 0

    def _bears_name(self, first: int, last: int) -> bool:
        """Tell whether a quotation names the body before it, and goes on: المتحدث باسم تحالف "دعم الشرعية"، فلان."""
        flags = self.reading.flags(first - 1)
        body = "institution" in flags and not self.words[first - 1].startswith("ال")
        return body and last < len(self.words) and not set(self.gaps[last - 1]) & set(".\n:")

    def _of_outlet(self, word: str) -> bool:
        """Tell whether a quotation after the word is an outlet's name: لشبكة "…", قناة "…"."""
        return word.removeprefix("ل") in OUTLETS

    def _listed(self, first: int, last: int) -> bool:
        """Tell whether a quotation is a name the gazetteer lists: أعلنت "المقاومة الإسلامية في العراق" استهداف كذا."""
        return any(m.first == first and m.last == last for m in mentions_of(self.reading))

    def _led_on(self, j: int, v: int, first: int, last: int, verb: Verb) -> bool:
        """Tell whether the real link follows a quotation that is a long name: صحيفة "…" إن، تقرير "…" من أن."""
        if self.gaps[last - 1][-1:] != " " or (j == v + 1 and last - first >= _NAMED_BY):
            return False
        follows = self.words[last : last + 2]
        if follows and follows[0] in verb.prepositions:
            del follows[0]
        return bool(follows) and follows[0] in THAT | THAT_PRONOUN

    def _joins(self, v: int, j: int, verb: Verb, noun: Link | None) -> bool:
        """Tell whether أن at word `j` belongs to the verb at word `v` and not to the word before it."""
        before = self.words[j - 1]
        if noun is None and verb.lemma in _STRICT and before not in verb.prepositions:
            return False
        if self.words[j] in THAT_NOT and not self._that_not(v, j, verb):
            return False
        if self.words[j] == "ان" and self.reading.surface(j, j + 1)[:1] == "آ":
            return False  # a foreign name
        if self.words[j] == "ان" and j + 1 < len(self.words) and self.words[j + 1] == "لم":
            return False  # إن لم: a condition
        if before in _KNOWN and self.words[j][:1] == "ب":
            return False  # قال فلان، المعروف بأنه كذا: «…»
        if before in _NOT_BEFORE_THAT:
            # قال من قبل إن، قال فيما بعد إن
            return self.words[j - 2 : j] in (["من", "قبل"], ["فيما", "بعد"])
        if self.words[j : j + 1] == ["ان"] and self.words[j + 1 : j + 2] in (["كان"], ["كانت"]):
            return self.reading.surface(j, j + 1)[:1] != "إ"  # رداً على سؤال إن كان قلقاً
        if before in {"من", "عن", "في", "علي", "الي"}:
            return before in verb.prepositions or before == "الي" or before == "علي"
        return True

    def _that(self, j: int, verb: Verb) -> Link:
        words = self.words
        of_itself = words[j - 2] == "من" and words[j - 1] in _IMPERSONAL
        if of_itself and verb.object == "no" and "relative" not in self.reading.flags(j - 3):
            return Link(j - 2, j - 2, "that", self.opening.get(j - 2, -1))  # قال من المهم أن
        at = j - 1 if words[j - 1] in verb.prepositions else j
        after, ends = j + 1, len(words) - 1
        if after <= ends and words[after] in THAT and self.gaps[j] == " ":
            after += 1  # إلى إن أن
        quote = self.opening.get(after, -1)
        after = min(after, ends)
        if quote < 0:
            wished = verb.object == "noun" and words[j] == "ان" and words[after][:1] in {"ي", "ت"}
            if wished or words[j] in THAT_PRONOUN or words[j] in THAT_NOT:
                return Link(at, j, "that", -1)
        return Link(at, after, "that", quote)

    def _late(self, j: int, verb: Verb) -> bool:
        """Tell whether أن at word `j` stands within the noun that is stated already."""
        governed = self.words[j - 1] in {"من", "عن", "في", "علي", "الي"}
        return not governed if verb.object == "prep" else governed
