"""Statements and their speakers: direct and indirect speech, chains, sources.

What counts as a statement, and what does not:

- A reporting verb or participle joined to its content (see `links`) is a statement.
- Verbs of warning, appeal and feeling (حذّر من، دعا إلى، أعرب عن) and of stance (أكد ضرورة، جدد رفضه)
  state with a noun as well. A noun after أعلن or قال names an event, not a statement: أعلن انتهاء المهمة.
- A negated verb (لم يقل), a wish (أن يقول) and a verb within quotation marks are no statements.
- A country or capital with a noun is a position summed up, not a statement: تؤكد بغداد استعدادها.
- A subject that cannot speak makes none: أكدت النتائج أن، هذا يعني أن.
- بحسب and وفقاً لـ name a source where the sentence has no reporting verb.
- وأضاف, مشيراً … without a subject belong to whoever spoke last or to the subject of the sentence.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.accounts import accounts, source_before
from rasid.findings.checks import Checks
from rasid.findings.lexicon import SPEECH, Verb, VerbForm
from rasid.findings.links import FULL_QUOTE, Link, LinkFinder
from rasid.findings.reading import Reading
from rasid.findings.spans import Event, statements_of
from rasid.findings.speakers import SpeakerFinder
from rasid.findings.types import Statement
from rasid.findings.unnamed import NOBODY, Speaker
from rasid.language import Document

_NEGATED: Final = frozenset(
    {"لم", "لا", "لن", "ما", "ولم", "ولا", "ولن", "دون", "ان", "وان", "بان"}
)
_POINTERS: Final = frozenset(
    {"ما", "مما", "هذا", "هذه", "ذلك", "وهو", "وهي", "وما", "بما", "كما"}
) - {"كما"}
_RELATIVE: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "والذي", "والتي"})
_BYSAYING: Final = Verb("بالقول", (), "no", animate=False)
_PASSIVE: Final = Verb("قيل", (), "no", animate=False)
_BEGINNING: Final = frozenset(
    ["قد", "وقد", "ثم", "كما", "لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم", "بدوره", "بدورها", "بل"]
)
"""Words before a verb that begins a clause without a subject of its own."""
_REMEMBERED: Final = 6
_SPEAKING: Final = frozenset({"person", "organisation", "source"})
_IMPERSONAL: Final = frozenset({"ذكر", "توقع", "اعتقد", "رجح", "زعم", "قدر"})
_NOTICED: Final = frozenset({"person", "organisation", "country", "place"})
_ANNOUNCER: Final = 10  # words after a verb that states nothing, in which its subject is looked for
_TALK: Final = 7  # words from the verb to بالقول
_WAS: Final = frozenset({"وكان", "كان", "وكانت", "كانت"})


class Turn(NamedTuple):
    """An event, the sentence it stands in, whether a participle makes it, whether it is told by another."""

    event: Event
    sentence: int
    chained: bool
    nested: bool


def find_speech(text: str | Document | Reading) -> list[Statement]:
    """Return the statements of a text, in order.

    `verb` is the word as written (وأضاف); `speaker` the name or noun phrase as the text gives it,
    for وأضاف and مشيراً that of whoever is meant; `speaker_id` its entity, None for sources that stay
    anonymous and for subjects nobody knows. `content_start`/`content_end` bound what is said.
    """
    reading = Reading.of(text)
    if reading.statements is None:
        reading.statements = statements_of(reading, _Scan(reading).find())
    return reading.statements


def quoted_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the spans of the text inside quotation marks or attributed speech, sorted, merged."""
    spans = [reading.folded.span(*quote) for quote in reading.quotes]
    spans += [(s.content_start, s.content_end) for s in find_speech(reading)]
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return found


class _Scan(Checks):
    """One pass over the verbs of a reading, remembering who spoke."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.links = LinkFinder(reading)
        self.speakers = SpeakerFinder(reading)
        self.turns: list[Turn] = []
        self.recent: list[Speaker] = []
        self.quoted = [False] * len(self.words)
        for first, last in reading.quote_words:
            self.quoted[first:last] = [True] * (last - first)

    def find(self) -> list[Event]:
        """Return the events in order."""
        free_from = 0
        for i, cue in self.reading.asked[SPEECH]:
            if i < free_from or self.quoted[i]:
                continue
            event, chained = None, False
            if cue.verb is not None:
                event = self._finite(i, cue.verb)
            if event is None and cue.participle is not None:
                event = self._participle(i, cue.participle)
                chained = event is not None
            if event is None and cue.flags:
                event = self._phrase(i, cue.flags)
            if event is not None:
                self._keep(i, event, chained=chained)
                free_from = event.content
        named = {turn.sentence for turn in self.turns if not turn.chained}
        others = accounts(self.reading, self.speakers, self.quoted, named)
        return sorted([*(turn.event for turn in self.turns), *others])

    def _keep(self, i: int, event: Event, *, chained: bool) -> None:
        # قالت الوزارة إن باريس تعتبر أن: what follows is still the ministry's.
        nested = not chained and self._told(i)
        self.turns.append(Turn(event, self.reading.sentence(i)[0], chained, nested))
        if event.speaker is not None and not nested:
            self.recent = [*self.recent[-_REMEMBERED:], event.speaker]

    def _told(self, i: int) -> bool:
        """Tell whether the verb at word `i` stands in what someone else is reported to say."""
        if not self._spoken(i) or self.gaps[i - 1] != " " or self.words[i][:1] in {"و", "ف"}:
            return False
        last = self.turns[-1].event
        open_clause = last.kind == "that" and last.content < i
        parted = any("،" in gap or "," in gap for gap in self.gaps[last.content : i])
        return open_clause and last.quote < 0 and not parted

    def _limit(self, i: int) -> int:
        """Return where the search for a content ends: the sentence, or past the colon that ends it."""
        end = self.reading.sentence(i)[1]
        return end + 1 if end < len(self.words) and ":" in self.gaps[end - 1] else end

    def _finite(self, i: int, form: VerbForm) -> Event | None:
        before = self.words[i - 1] if i and self.gaps[i - 1] == " " else ""
        if before in {"ان", "وان"} and i > 1 and self.words[i - 2].lstrip("و") == "سبق":
            before = "قد"  # سبق أن اتهمت
        if before in _NEGATED or before in _POINTERS or not self.is_verb(i, form):
            return None
        link = self.links.find(i, form.verb, limit=self._limit(i))
        if link is None:
            event = self._afterwards(i, form)
            if event is None:
                self._notice(i, form)
            return event
        speaker = self._speaker(i, link, form, before)
        if speaker is None or speaker is NOBODY:
            return None
        if self.between(i, form, speaker) or not self.states(link, form, speaker):
            return None
        if speaker.kind == "person" and speaker.feminine is None and i < speaker.first:
            speaker = speaker._replace(feminine=form.feminine)
        return Event(i, link.content, link.kind, link.quote, self._resolved(speaker))

    def _notice(self, i: int, form: VerbForm) -> None:
        """Remember who announced or condemned something: the next وأضاف is theirs."""
        end = min(self.reading.sentence(i)[1], i + _ANNOUNCER)
        speaker = self.speakers.after(i, end, form) if i + 1 < end else None
        if speaker is not None and speaker.kind in _NOTICED:
            self.recent = [*self.recent[-_REMEMBERED:], speaker]

    def _speaker(self, i: int, link: Link, form: VerbForm, before: str) -> Speaker | None:
        """Return who speaks at the finite verb `i`; None or NOBODY when it is no statement."""
        if form.verb.lemma == "نقل":
            return self._quoted_from(i, link, form)
        if before in _RELATIVE:
            return self.speakers.beside(i)
        was = self.words[self.reading.sentence(i)[0]] in _WAS and not self._spoken(i)
        fronted = self.speakers.before(i, form) if was else None
        if fronted is not None:
            return fronted
        named = None if self.plural(i, form) else self.speakers.after(i, link.at, form)
        if named is not None and self.addressed(i, form, named):
            fronted = self.speakers.before(i, form) if form.prefix != "و" else None
            return fronted or self._implicit(i, form)
        if named is not None:
            return named
        if form.verb.lemma in _IMPERSONAL and self.words[i].lstrip("و")[:1] == "ي":
            return NOBODY  # يُذكر أن، ويُتوقع أن: nobody in particular
        fronted = self.speakers.before(i, form) if form.prefix != "و" else None
        if fronted is not None:
            return fronted
        if not form.prefix and before not in _BEGINNING and self._nested(i, form):
            return None
        begins = bool(form.prefix) or self.gaps[i - 1 : i] != [" "] or before in _BEGINNING
        if not begins and i > self.reading.sentence(i)[0]:
            beside = self.speakers.beside(i)
            direct = link.kind in {"colon", "quote"} and link.at <= i + 1
            return self._implicit(i, form) if beside is None and direct else beside
        return self._implicit(i, form)

    def _nested(self, i: int, form: VerbForm) -> bool:
        """Tell whether the verb, no subject after it, goes on what someone else is reported to say."""
        if not self._spoken(i) or self.speakers.beside(i) is not None:
            return False
        return self.gaps[i - 1] == " " or form.verb.animate

    def _spoken(self, i: int) -> bool:
        """Tell whether the sentence of word `i` holds a statement already."""
        return bool(self.turns) and self.turns[-1].sentence == self.reading.sentence(i)[0]

    def _quoted_from(self, i: int, link: Link, form: VerbForm) -> Speaker | None:
        """Return the speaker of نقلت … عن فلان قوله."""
        for k in range(i + 1, link.at):
            if self.words[k] in {"قول", "وقول"}:  # نقلت عن قناة قول مصدر إن
                return self.speakers.after(k, link.at, form)
            if self.words[k] == "عن" and "قول" not in self.words[k : link.at]:
                person = VerbForm(_BYSAYING, "", True, False)
                return self.speakers.after(k, link.at, person)
            if self.words[k] in {"عنه", "عنها", "عنهم"}:
                return self._carried(i, None)
        return self.speakers.after(i, link.at, form)

    def _implicit(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who is meant by a verb without a subject."""
        sentence = self.reading.sentence(i)[0]
        if not self._spoken(i):
            subject = self.speakers.subject(i)
            if subject is not None and subject.feminine in {None, form.feminine}:
                return subject
        before = self.turns[-1].event.verb if self.turns else -1
        if before < self.reading.sentence(max(sentence - 1, 0))[0]:
            topic = self.speakers.topic(i)
            if topic is not None and topic.feminine in {None, form.feminine}:
                return topic
        return self._carried(i, form)

    def _carried(self, i: int, form: VerbForm | None) -> Speaker:
        """Return the last speaker that agrees with the verb, "" when nobody has spoken yet."""
        if form is not None:
            for speaker in reversed(self.recent):
                if speaker.feminine in {None, form.feminine}:
                    return speaker
            person = self.speakers.near(i, feminine=form.feminine)
            if person is not None:
                return person
        last = self.recent[-1] if self.recent else None
        other = last is not None and last.kind == "person" and last.feminine is not None
        if last is not None and not (form and other and last.feminine is not form.feminine):
            return last
        return Speaker(-1, -1, 0, None, "unknown", None)

    def _resolved(self, speaker: Speaker) -> Speaker:
        """Give الوزير, المتحدث alone the identity of the person who spoke last."""
        word = self.words[speaker.first] if speaker.first >= 0 else ""
        alone = speaker.last - speaker.first == 1 and word.startswith("ال")
        if speaker.kind == "source" and alone and self.recent and self.recent[-1].kind == "person":
            return speaker._replace(entity_id=self.recent[-1].entity_id)
        return speaker

    def _participle(self, i: int, form: VerbForm) -> Event | None:
        if i + 1 < len(self.words) and self.words[i + 1] == "باسم":
            return None  # لكن متحدثاً باسم الجيش قال
        gap = self.gaps[i - 1] if i else ""
        apart = form.prefix == "و" or "،" in gap or "," in gap
        link = self.links.find(i, form.verb, limit=self._limit(i))
        if link is None and apart:
            link = self.links.noun_after(i, form.verb)
        reach = 12 if self.speakers.adjunct(i + 1) else 4  # مؤكدة في تدوينة على منصة كذا أنها
        if link is None or link.at > i + reach or (link.kind == "noun" and not apart):
            return None
        if link.kind == "that" and self._broken(i, link.at):
            return None
        if link.kind == "colon" and form.feminine and not apart:
            return None  # متابعة: a heading
        if self.words[i].endswith("ات") and not apart:
            return None  # رفعوا لافتات كتب عليها
        sentence = self.reading.sentence(i)[0]
        own = [t for t in self.turns[-_REMEMBERED:] if t.sentence == sentence and not t.nested]
        speaker = own[-1].event.speaker if own else None
        if speaker is None:
            speaker = source_before(self.reading, self.speakers, i) or self.speakers.subject(i)
        if speaker is None:
            speaker = self._carried(i, form)
        if link.kind == "noun" and form.feminine and speaker.feminine is False:
            return None  # a noun of the same form: أيد المجلس مطالبة النواب
        return Event(i, link.content, link.kind, link.quote, speaker)

    def _broken(self, i: int, at: int) -> bool:
        """Tell whether a comma parts participle and أن, and no adjunct stands between commas."""
        for k in range(i, at):
            if "،" in self.gaps[k] or "," in self.gaps[k]:
                return k + 1 != at and "adjunct" not in self.reading.flags(k + 1)
        return False

    def _phrase(self, i: int, flags: dict[str, str]) -> Event | None:
        """Return the event of بالقول إن or of the passive يُقال إن."""
        if "by-saying" not in flags and "passive" not in flags:
            return None
        verb = _BYSAYING if "by-saying" in flags else _PASSIVE
        link = self.links.find(i, verb, limit=min(self._limit(i), i + 6))
        if link is None:
            return None
        if verb is _PASSIVE:
            return Event(i, link.content, link.kind, link.quote, None)
        form = VerbForm(verb, "و", True, False)
        begin = self.reading.sentence(i)[0]
        people = [m for m in self.speakers.mentions(max(begin, i - 8), i) if m.kind == "person"]
        speaker = self.speakers.of(people[-1]) if people else self._implicit(i, form)
        verb_at = begin if self._talk(begin, i) else i
        return Event(verb_at, link.content, link.kind, link.quote, speaker)

    def _talk(self, begin: int, i: int) -> bool:
        """Tell whether the sentence is وأنهى فلان حديثه بالقول: its first word is the verb."""
        return i - begin <= _TALK and any("talk" in self.reading.flags(k) for k in range(begin, i))

    def _afterwards(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that follows its quotation: «…»، قال فلان."""
        if form.prefix or not i or not set(self.gaps[i - 1]) & set('"”“»،,'):
            return None
        for k, (first, last) in enumerate(self.reading.quote_words):
            if last == i and last - first >= FULL_QUOTE:
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
