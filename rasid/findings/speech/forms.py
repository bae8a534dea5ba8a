"""Statements of uncommon forms: …، كما أفادت الوكالة; جاء في البيان أن; وختم حديثه بالقول; «…»، قال فلان."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Verb, VerbForm, lexicon
from rasid.findings.speech.attribution import PREPOSITIONS
from rasid.findings.speech.considering import CLAUSE, SPEAKING, TEXT_REACH
from rasid.findings.speech.expectations import Expectations
from rasid.findings.speech.links import FULL_QUOTE
from rasid.findings.speech.shared_turns import BYSAYING
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.verbal_nouns import Link
from rasid.language.analysis import analyse
from rasid.language.lexicon import lexicon as dictionary

_PASSIVE: Final = Verb("قيل", (), "no", animate=False)
_WITH_THIS: Final = frozenset({"بهذه", "بهذا", "بتلك"})
_AS_SAID: Final = frozenset(
    {"كما", "حسبما", "بحسبما", "مثلما", "وفقما", "ما", "فيما", "الذي", "التي"}
)
_BEGINS: Final = frozenset(
    [
        "نحن",
        "انا",
        "هناك",
        "لقد",
        "ليس",
        "لسنا",
        "لدينا",
        "لن",
        "لم",
        "لا",
        "يجب",
        "كنا",
        "سوف",
        "علينا",
        "اذا",
        "للاسف",
        "كلما",
        "ربما",
        "اما",
    ]
)
"""Words that begin what is said where no mark does: قال المدير نحن باقون."""
_WILL: Final = frozenset(
    f"س{person}{verb}"
    for person in "يتن"
    for verb in ["كون", "تم", "بدا", "عمل", "قوم", "واصل", "عود", "بقي", "ستمر"]
)
"""Futures that begin what is said: ستكون، سنبدأ."""
_NEAR_QUOTE: Final = 6  # words from a speaker to the few quoted words that are said
_CLOSING: Final = frozenset({"قال", "اضاف", "اوضح", "تابع", "شرح", "كتب", "ذكر", "اورد", "نقل"})
CONFIRMING: Final = frozenset({"اوضح", "اكد", "صرح", "اعلن", "كشف", "ذكر", "قال"})
_WRITERS: Final = frozenset(
    {"الكاتب", "الكاتبه", "الصحيفه", "المجله", "الجريده", "الموقع", "المحلل", "المقال", "التقرير"}
)
_PARTS: Final = frozenset({"مقدمه", "ختام", "تفاصيل", "مستهل", "فقره", "متن", "نهايه", "بدايه"})
_ALSO: Final = frozenset({"ايضا", "كذلك"})
_TOLD: Final = 2  # words at least of what is told before كما أعلن فلان
_WHERE: Final = frozenset({"في", "من", "لدي"})
_PLACE: Final = 7  # words at most of a place and a time
_TALK: Final = 7  # words from the verb to بالقول


class OtherForms(Expectations):
    """Finds in one reading the statements of uncommon forms."""

    def limit(self, i: int) -> int:
        """Return where the search for a content ends: the sentence, or past the colon that ends it."""
        end = self.reading.sentence(i)[1]
        return end + 1 if end in self.links.colons else end

    def _told_so(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that closes what was said: …، كما أفادت الوكالة; …، يقول فلان."""
        begin, end = self.reading.sentence(i)
        as_told = self.words[i - 1] == "كما" and self.gaps[i - 1] == " "
        comma = i - 2 if as_told else i - 1
        if self.words[max(i - 2, 0) : i] == ["علي", "ما"]:
            as_told, comma = True, i - 3  # على ما أعلن مصدر
        if form.prefix or comma + 1 - begin < (_TOLD if as_told else CLAUSE):
            return None
        if self.spoken(i):
            closes = not as_told and self._paper_closes(i, form)
            return self._closing(i, begin, end, form) if closes else None
        parted = "،" in self.gaps[comma] or ".." in self.gaps[comma]
        if not as_told and not parted and self._paper_closes(i, form):
            return self._closing(i, begin, end, form)
        if not (as_told or parted) or not (as_told or form.verb.lemma in _CLOSING):
            return None
        end -= not self.words[end - 1]
        speaker = self.speakers.after(i, end, form)
        if speaker is None or speaker.kind not in SPEAKING | {"document"}:
            return None
        titled = speaker.kind == "person" and "role" in self.reading.flags(i + 1)
        if speaker.first > i + (CLAUSE + 2 if titled else 2):
            return None
        if speaker.last in self.links.opening:
            return None  # رداً على سؤال، قال الوزير "سنرى"
        closed = speaker.last >= end - 1 or self.gaps[speaker.last - 1].strip() != ""
        after = self.reading.flags(speaker.last)
        closed = closed or "according" in after or self.speakers.adjunct(speaker.last)
        if not closed and not (as_told and self._is_all_told(speaker.last, end)):
            return None
        return Event(i, begin, "account", -1, speaker)

    def _is_all_told(self, i: int, end: int) -> bool:
        """Tell whether only a place or a time follows a source at word `i`: كما أعلن الجهاز | في أربيل أمس."""
        if self.words[i] not in _WHERE or end - i > _PLACE:
            return False
        cues = (self.reading.cues.get(k) for k in range(i, end))
        return not any(cue and (cue.verb is not None or "link" in cue.flags) for cue in cues)

    def _tells_that(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb of `CONFIRMING`, أوضح ذلك فلان: what the sentence before tells."""
        begin, end = self.reading.sentence(i)
        if i != begin or not begin or i + 2 >= end:
            return None
        speaker = self.speakers.after(i + 1, end, form)
        definite = self.words[i + 2].startswith("ال") and speaker is not None and speaker.first >= 0
        if speaker is None or not (speaker.kind in SPEAKING or definite):
            return None
        return Event(i, self.reading.sentence(begin - 1)[0], "account", -1, speaker)

    def _paper_closes(self, i: int, form: VerbForm) -> bool:
        """Tell whether a paper or its writer closes what was said without a comma: … بمثابة مفاجأة تقول الصحيفة."""
        if not self.present(i, form) or form.verb.lemma not in _CLOSING or self.gaps[i - 1] != " ":
            return False
        flags = self.reading.flags(i - 1).keys()
        joined = flags & {"preposition", "opener", "relative", "adjunct", "link"}
        at = self.speakers.at.get(i + 1)
        writer = "named" in self.reading.flags(i + 1) or self.words[i + 1] in _WRITERS
        writer = writer or (at is not None and at.kind == "organisation" and not at.prefix)
        writer = writer or (form.feminine and self.speakers.unheard(i + 1))
        return writer and not joined and self.words[i - 1] not in _AS_SAID

    def _closing(self, i: int, begin: int, end: int, form: VerbForm) -> Event | None:
        """Return the event of a paper that closes what its sentence tells."""
        speaker = self.speakers.after(i, end, form)
        if speaker is None or speaker.first != i + 1 or speaker.kind in {"country", "place"}:
            return None
        return Event(i, begin, "account", -1, self.resolved(speaker))

    def _bare(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of قال that no mark joins to what is said: وقال فلان نحن باقون، وقال "سنرى"."""
        begin, end = self.reading.sentence(i)
        if self.words[i - 1] in _AS_SAID or (i > begin and not form.prefix and self.spoken(i)):
            return None
        end -= not self.words[end - 1]
        heard = self.speakers.past_recipient(i + 1, end)  # وقال لـ«الصحيفة»، هناك كذا
        quote = next((k for k in range(heard, end) if k in self.links.opening), -1)
        first = max(heard, i + 1 + (not form.prefix))
        clause = (k for k in range(first, end) if self.words[k] in _BEGINS)
        limit = quote if quote >= 0 else next(clause, end)
        speaker = self.speakers.after(i, limit, form) if i + 1 < limit else None
        if speaker is None and (quote == i + 1 or form.prefix or i == begin):
            speaker, content = self.implicit(i, form), i + 1
            if speaker is None:
                return None
            if i + 1 < heard == limit < end:
                return Event(i, limit, "that", -1, self.resolved(speaker))
        elif speaker is not None and form.prefix and self.words[i + 1].endswith("نا"):
            speaker, content = self.carried(i, form), i + 1  # وقال رصدنا وصول كذا
        elif speaker is None or not self._says(speaker) or self._far(i, speaker):
            return None
        else:
            content = max(speaker.last, i + 1)
            if content < limit < end and "،" in self.gaps[limit - 1]:
                content = limit  # وقالت فلانة، طبيبة الأسرة، إذا كان
                return Event(i, content, "that", -1, self.resolved(speaker))
        if quote >= 0 and quote <= content + _NEAR_QUOTE:
            first, last = self.reading.quote_words[self.links.opening[quote]]
            named = "named" in self.reading.flags(quote - 1)
            named = named or (last - first < 2 and quote > max(content, i + 2))
            return None if named else Event(i, quote, "quote", self.links.opening[quote], speaker)
        if end - content < CLAUSE or speaker.first < 0 or not self._clause_at(content):
            return None
        return Event(i, content, "that", -1, self.resolved(speaker))

    def _far(self, i: int, speaker: Speaker) -> bool:
        """Tell whether a speaker stands too far behind the verb at word `i`; a long title may stand between."""
        titled = speaker.kind == "person" and self.words[i + 1].startswith("ال")
        titled = titled and bool({"role", "source"} & self.reading.flags(i + 1).keys())
        return speaker.first > i + (TEXT_REACH if titled else CLAUSE)

    def _added(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of وأضاف سنبدأ غداً: no mark joins what is said, which a word that begins shows."""
        begin, end = self.reading.sentence(i)
        if i != begin or not form.prefix or end - i <= CLAUSE or self.gaps[i] != " ":
            return None
        if self.words[i + 1] not in _BEGINS | _WILL and not self._we(i + 1):
            return None
        return Event(i, i + 1, "that", -1, self.implicit(i, form))

    def _we(self, k: int) -> bool:
        """Tell whether a verb of ours, in the present, stands at word `k`: نطالب، نعمل."""
        if self.words[k][:1] != "ن" or k in self.reading.cues or k in self.speakers.at:
            return False
        lemma = analyse(self.reading.surface(k, k + 1)).lemma
        return lemma in dictionary().verbs and lemma[:1] != "ن"

    def _says(self, speaker: Speaker) -> bool:
        """Tell whether a subject is of those who speak, or a name nobody lists."""
        return speaker.kind in SPEAKING or (speaker.kind == "other" and speaker.feminine is None)

    def _clause_at(self, k: int) -> bool:
        """Tell whether a clause may begin at word `k`: no comma with an apposition, no relative."""
        if self.gaps[k - 1].strip():
            return False
        return not {"relative", "according", "role", "rank"} & self.reading.flags(k).keys()

    def _within(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of وجاء في البيان أن: the text speaks, for whoever issued it."""
        at = i + 2 if self.words[i + 1] in _ALSO else i + 1
        if self.words[at : at + 1] in (["فيه"], ["فيها"]):
            return self._therein(i, form)
        also = before == "كما" and i - 1 == self.reading.sentence(i)[0]  # كما جاء في البيان أن
        also = also or (before == "كما" and "،" in self.gaps[i - 2])
        if form.feminine or before == "حسب" or (not also and (before == "كما" or self.spoken(i))):
            return None
        inside = self.words[at + 1 : at + 2] != [] and self.words[at + 1] in _PARTS
        if self.words[at : at + 1] != ["في"] or not self._is_text(at + 1 + inside):
            return None  # وجاء في البيان، في مقدمة الحوار
        link = self.links.find(i, form.verb, limit=min(self.limit(i), i + TEXT_REACH))
        if link is None or link.at <= at + 1 or (also and link.kind != "that"):
            return None
        end = self.speakers.bare_end(at + 1, link.at)
        speaker = Speaker(at + 1, end, 0, None, "document", False)
        return Event(i, link.content, link.kind, link.quote, self.resolved(speaker))

    def _is_text(self, k: int) -> bool:
        """Tell whether word `k` names a text, with or without the article: البيان، الخطاب."""
        bare = lexicon().words.get(self.words[k].removeprefix("ال"))
        kinds = {*self.reading.flags(k), *(bare.flags if bare is not None else ())}
        return not kinds.isdisjoint({"document", "venue"})

    def _therein(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of بيان للحزب جاء فيه أن."""
        text = self.speakers.text_before(i)
        link = self.links.find(i, form.verb, limit=min(self.limit(i), i + TEXT_REACH))
        if text is None or link is None:
            return None
        return Event(i, link.content, link.kind, link.quote, self.resolved(text))

    def _phrase(self, i: int, flags: dict[str, str]) -> Event | None:
        """Return the event of بالقول إن or of the passive يُقال إن."""
        if "by-saying" not in flags and "passive" not in flags:
            return None
        verb = BYSAYING if "by-saying" in flags else _PASSIVE
        link = self.links.find(i, verb, limit=min(self.limit(i), i + 6))
        if link is None and verb is BYSAYING and self.links.quoted_words(i + 1) > 1:
            link = Link(i + 1, i + 1, "quote", self.links.opening[i + 1])  # بالقول "عاش العراق"
        if link is None:
            return None
        if verb is _PASSIVE:
            return Event(i, link.content, link.kind, link.quote, None)
        form = VerbForm(verb, "و", True, False)
        begin = self.reading.sentence(i)[0]
        people = [m for m in self.speakers.mentions(max(begin, i - 8), i) if m.kind == "person"]
        adverb = self.words[i - 1].endswith("ا") and "،" in self.gaps[i - 2]  # …، مكتفياً بالقول
        speaker = self.speakers.subject(i) if adverb else None
        if speaker is None:
            speaker = self.speakers.of(people[-1]) if people else self._ending(begin, i, form)
        verb_at = begin if self._talk(begin, i) else self._said_by(begin, i)
        return Event(verb_at, link.content, link.kind, link.quote, speaker)

    def _ending(self, begin: int, i: int, form: VerbForm) -> Speaker | None:
        """Return the subject of the verb that بالقول makes one of saying: واكتفت مصادر الوزارة بالقول."""
        if i - begin <= _TALK and {"source", "institution"} & self.reading.flags(begin + 1).keys():
            found = self.speakers.after(begin, i, form)
            if found is not None and found.kind in SPEAKING:
                return found
        return self.implicit(i, form)

    def _said_by(self, begin: int, i: int) -> int:
        """Return the verb of saying that بالقول at word `i` completes (وختم فلان بالقول), else that word."""
        last = self.turns[-1].event.content if self.turns else -1
        for k in range(i - 1, max(begin, last + 1, i - _TALK) - 1, -1):
            cue = self.reading.cues.get(k)
            if cue is None or cue.verb is None or cue.names:
                continue
            if self.words[k] not in PREPOSITIONS or not self.preposition(k, cue.verb):
                return k if cue.verb.verb.object == "no" else i
        return i

    def _talk(self, begin: int, i: int) -> bool:
        """Tell whether the sentence is وأنهى فلان حديثه بالقول: its first word is the verb."""
        return i - begin <= _TALK and any("talk" in self.reading.flags(k) for k in range(begin, i))

    def _afterwards(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that follows its quotation: «…»، قال فلان."""
        before = i - 2 if i > 2 and self.words[i - 2] in _WITH_THIS else i  # بهذه الكلمات علق
        before = i - 1 if i > 1 and self.words[i - 1] == "هكذا" else before  # «…». هكذا رأى فلان
        if form.prefix or not i or not set(self.gaps[before - 1]) & set('"”“»،,'):
            return None
        if "\n" in self.gaps[before - 1]:
            return None  # another paragraph
        for k, (first, last) in enumerate(self.reading.quote_words):
            if last == before and last - first >= FULL_QUOTE:
                end = self.reading.sentence(i)[1]
                speaker = self.speakers.after(i, end, form)
                if (
                    speaker is None
                    or speaker is NOBODY
                    or any(t.event.quote == k for t in self.turns)
                ):
                    return None
                return Event(i, first, "quote", k, speaker)
        return None
