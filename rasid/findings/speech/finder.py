"""Statements and their speakers: direct and indirect speech, chains, sources.

What counts as a statement, and what does not:

- A reporting verb or participle joined to its content (see `links`) is a statement.
- Verbs of warning, appeal and feeling (حذّر من، دعا إلى، أعرب عن) and of stance (أكد ضرورة، جدد رفضه)
  state with a noun as well; so do أعلن, كشف عن and نفى with what happened or is intended (أعلن الناطق
  انتهاء المهمة، نفى الأنباء), and verbs of praise, blame and welcome with what they are about
  (أدان الوزير الهجوم، رحبت فرنسا بالقرار، حمّل النائب الحكومة المسؤولية). A body that reveals a product
  (كشفت الشركة عن هاتف) states nothing.
- What someone expects or reckons is stated when he is named: توقع المدرب موسماً صعباً، قدرت البلدية الخسائر بمليون.
- A heading that names a speaker before a colon is a statement whose verb is the colon.
- وجاء في البيان أن is the statement of the text, for whoever issued it when that is named (see `sources`).
- A negated verb (لم يقل), a wish (أن يقول) and a verb within quotation marks are no statements.
- A country or capital with a noun in the present is a position summed up, no statement: تؤكد بغداد استعدادها.
- A subject that cannot speak makes none: أكدت النتائج أن، هذا يعني أن.
- بحسب and وفقاً لـ name a source where the sentence has no reporting verb, and where another than its speaker
  closes it: قال الوزير إن كذا، بحسب رويترز (see `relayed`).
- وأضاف, مشيراً … without a subject belong to whoever spoke last or to the subject of the sentence.
"""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import ACCOUNTS, ACTING, SPEECH, VerbForm
from rasid.findings.mentions import gazetteer
from rasid.findings.reading import Reading
from rasid.findings.speech.accounts import accounts
from rasid.findings.speech.attribution import PREPOSITIONS
from rasid.findings.speech.checks import PRAYING
from rasid.findings.speech.denials import Denials
from rasid.findings.speech.expectations import EXPECTING
from rasid.findings.speech.forms import CONFIRMING
from rasid.findings.speech.headings import headings
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.relatives import RELATIVE
from rasid.findings.speech.spans import Event, statements_of
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.speakers import TELLING_OF
from rasid.findings.speech.turns import Turn
from rasid.findings.speech.verbal_nouns import Link
from rasid.findings.types import Statement
from rasid.language import Document

_GOING_ON: Final = frozenset({"اكمل", "واصل", "زاد", "تابع", "ختم", "اختتم"})
_LASTING: Final = frozenset({"اكمل", "واصل", "استكمل"})
_LASTING_NEAR: Final = 7  # words from these to their أن, past the subject
_WITHIN_ANOTHER: Final = 6  # words from a verb to its quotation inside what another says
_ASKING: Final = frozenset({"تساءل"})
_ASKED: Final = 9  # words from the verb to the question
_QUESTIONS: Final = frozenset({"لماذا", "كيف", "هل", "متي", "اين", "عما"})
_APPEALING: Final = frozenset({"ناشد", "نفي", "انكر"})
_TELLING_OF_HIM: Final = frozenset({"اتهم", "وصف"})
_NAMED: Final = frozenset({"person", "organisation", "source", "country", "place"})
_WHAT: Final = frozenset({"ما", "فيما"})
_RECEIVED: Final = frozenset({"ورد", "وورد"})
"""ورد في البيان أن; the same word is ورد, he answered."""


def find_speech(text: str | Document | Reading) -> list[Statement]:
    """Return the statements of a text, in order.

    `verb` is the word as written (وأضاف); `speaker` the name or noun phrase as the text gives it,
    for وأضاف and مشيراً that of whoever is meant; `speaker_id` its entity, None for sources that stay
    anonymous and for subjects nobody knows. `content_start`/`content_end` bound what is said.
    """
    reading = Reading.of(text)
    if reading.statements is None:
        events = _Scan(reading).find()
        reading.statements = statements_of(reading, events)
        pairs = zip(reading.statements, events, strict=True)
        reading.told = [statement for statement, event in pairs if event.kind != "about"]
    return reading.statements


def quoted_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the spans of the text inside quotation marks or attributed speech, sorted, merged."""
    spans = [reading.folded.span(*quote) for quote in reading.quotes]
    find_speech(reading)
    spans += [(s.content_start, s.content_end) for s in reading.told]
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return found


class _Scan(Denials):
    """One pass over the verbs of a reading, remembering who spoke."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
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
            if cue.verb is not None and not (
                self.words[i] == "بين" and self.preposition(i, cue.verb)
            ):
                apart = i > 0 and self.words[i - 1] == "و" and not cue.verb.prefix  # و أضاف
                event = self._finite(i, cue.verb._replace(prefix="و") if apart else cue.verb)
            if event is None and cue.participle is not None:
                event = self.participle(i, cue.participle)
                chained = event is not None
            if event is None and cue.flags:
                event = self._phrase(i, cue.flags)
            if event is not None and self.words[event.content]:  # the text does not end with إن
                self._keep(i, event, chained=chained)
                # أكد تواصل العمل: what is stated by a noun is no verb
                free_from = event.content + (event.kind == "noun")
        others: list[Event] = []
        if self.reading.asked[ACCOUNTS]:
            named = {turn.sentence: turn.event.speaker for turn in self.turns if not turn.chained}
            self._quoted_sentences(named)
            others = accounts(self.reading, self.speakers, self.quoted, named, self.turns)
        if self.links.colons:
            taken = {turn.event.content for turn in self.turns}
            found = headings(self.reading, self.speakers, self.links.colons)
            others += [event for event in found if event.content not in taken]
        return sorted([*(turn.event for turn in self.turns), *others], key=_place)

    def _quoted_sentences(self, named: dict[int, Speaker | None]) -> None:
        """Add the sentences that begin inside what someone is quoted to say: "… . …"، وفقاً لما نقلته الوكالة."""
        for turn in self.turns:
            if turn.event.quote < 0:
                continue
            first, last = self.reading.quote_words[turn.event.quote]
            _, first = self.reading.sentence(first)
            while first < last:
                named.setdefault(first, turn.event.speaker)
                _, first = self.reading.sentence(first)

    def _keep(self, i: int, event: Event, *, chained: bool) -> None:
        # قالت الوزارة إن باريس تعتبر أن: what follows is still the ministry's.
        nested = not chained and self.gaps[i - 1] == " " and self.told(i)
        self.turns.append(Turn(event, self.reading.sentence(i)[0], chained, nested))
        if event.speaker is not None and not nested:
            self.remember(event.speaker)

    def _finite(self, i: int, form: VerbForm) -> Event | None:
        before = self.before_verb(i)
        if (before and self.denied(i, before, form)) or not self.is_verb(i, form):
            return None
        if form.verb.lemma in PREPOSITIONS and self.words[i] != "بين" and self.preposition(i, form):
            return None
        if form.verb.object in ACTING:
            event = self.about(i, form, before) if form.verb.object == "about" else None
            if event is None and form.verb.lemma != "حمل":
                self.notice(i, form)
            return event
        if form.verb.object == "within" or self.words[i] in _RECEIVED:
            event = self._within(i, form, before)
            told = form.verb.object == "within" or self.words[i + 1 : i + 2] == ["في"]
            if event is not None or told:
                return event
        if form.verb.lemma in CONFIRMING and self.words[i + 1 : i + 2] == ["ذلك"]:
            event = self._tells_that(i, form)
            if event is not None:
                return event
        return self._joined_to(i, form, before)

    def _joined_to(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of the finite verb at word `i` and of what joins it to its content."""
        link = self._link(i, form)
        if form.taken and (link is None or link.kind != "that"):
            if self.words[i - 1] in _WHAT:
                return None  # في ما يعتبره باحثون كذا
            if before in RELATIVE:
                return self._accused_by(i, form, link)
        if link is None:
            return self._unlinked(i, form)
        if form.verb.lemma == "اعتبر" and link.kind in {"quote", "noun"} and link.at > i + 1:
            judged = self._judged(i, form)
            if judged is not None and judged.content < link.content:
                return judged  # اعتبر فلان الحكم "هزيمة أخرى"
        prays = form.verb.lemma in PRAYING and self.prayer(i, link.at)
        if prays or self.of_nobody(i, link, form, before):
            return None
        return self._stated(i, form, link, before)

    def _accused_by(self, i: int, form: VerbForm, link: Link | None) -> Event | None:
        """Return the event of الحزب الذي تتهمه واشنطن بكذا: who accuses or describes is named right after the verb."""
        if form.verb.lemma not in _TELLING_OF_HIM or link is None:
            return None
        by = self.speakers.after(i, link.at, form)
        if by is None or by.first != i + 1 or by.skip or by.kind not in _NAMED:
            return None
        return Event(i, link.content, link.kind, link.quote, by)

    def _stated(self, i: int, form: VerbForm, link: Link, before: str) -> Event | None:
        """Return the event of the finite verb at word `i` and its link, if someone says it."""
        goes_on = form.verb.lemma in _GOING_ON and link.at > i + _WITHIN_ANOTHER
        if goes_on and link.quote >= 0 and self.told(i):
            return None  # قال إن الموكب أكمل طريقه … حين "وقعت مواجهات"
        if form.verb.lemma in _LASTING and link.kind == "that" and link.at > i + _LASTING_NEAR:
            return None  # واصل الفريق تدريباته …، ومن المنتظر أن
        speaker = self.speaker_of(i, link, form, before)
        if speaker is None and (form.verb.lemma == "قال" or form.taken) and link.kind != "noun":
            speaker = self.someone(i, form, before)
        if speaker is None or speaker is NOBODY:
            return None
        if form.verb.lemma in TELLING_OF and speaker.first < 0:
            return None  # وصف الأدوية وبرامج العلاج بالتنسيق مع كذا
        if form.verb.lemma == "بين" and self.between(i, speaker):
            return None
        noun = form.verb.lemma == "كشف" and speaker.first == i + 1 and not form.feminine
        if noun and speaker.feminine and speaker.kind == "document":
            return None  # منذ كشف صحيفة كذا القضية
        if not self.states(i, link, form, speaker):
            return None
        told = speaker.kind == "organisation" and form.verb.lemma not in CALLS
        told = told or (speaker.kind == "person" and self.shows(i, speaker, form))
        told = told or (speaker.kind == "other" and form.verb.lemma not in CALLS)
        if told and i < speaker.first:
            first, last, skip, entity_id, kind, _ = speaker
            speaker = Speaker(first, last, skip, entity_id, kind, form.feminine)
        return Event(i, link.content, link.kind, link.quote, self.resolved(speaker))

    def shows(self, i: int, speaker: Speaker, form: VerbForm) -> bool:
        """Tell whether the verb, better than a title, shows a man: قال قائد شرطة المحافظة فلان."""
        guessed = speaker.feminine is not form.feminine
        if guessed and form.feminine:  # انتقدت السناتور فلانة
            guessed = form.verb.lemma not in CALLS and self.reading.flags(i + 1).get("rank") == ""
        guessed = guessed and gazetteer.by_id().get(speaker.entity_id or "") is None
        return speaker.feminine is None or bool(guessed)

    def _link(self, i: int, form: VerbForm) -> Link | None:
        """Return what joins the finite verb at word `i` to its content."""
        end = self.reading.sentence(i)[1]
        link = self.links.find(i, form.verb, limit=end + (end in self.links.colons))
        if form.verb.lemma in _ASKING and (link is None or link.quote < 0):
            return self._question(i, link) or link
        if link is None and form.verb.lemma == "نقل":
            return self.links.told(i, self.reading.sentence(i)[1])
        return link

    def _question(self, i: int, link: Link | None) -> Link | None:
        """Return the link of تساءل at word `i` to the question that follows its subject: تساءل الكاتب لماذا."""
        last = min(self.reading.sentence(i)[1] - 2, i + _ASKED)
        last = min(last, link.at - 1) if link is not None else last
        for k in range(i + 1, last):
            if self.words[k] in _QUESTIONS:
                return Link(k, k, "that", -1)
        return None

    def _unlinked(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that nothing joins to its content, or remember its subject."""
        event = self._afterwards(i, form) or self._told_so(i, form)
        if event is None and form.verb.lemma in {"قال", "اضاف"}:
            event = self._bare(i, form) if form.verb.lemma == "قال" else self._added(i, form)
        if event is None and form.verb.lemma == "اعتبر":
            event = self._judged(i, form)
        if event is None and form.verb.lemma in _APPEALING:
            event = self._appeal(i, form)
        if event is None and form.verb.lemma in EXPECTING:
            event = self._expected(i, form)
        if event is None:
            self.notice(i, form)
        return event


def _place(event: Event) -> tuple[int, int]:
    """Return where an event stands in order: whoever tells of all that comes before stands ahead of it."""
    tells_before = event.kind == "account" and event.content < event.verb
    return (event.content, 0) if tells_before else (event.verb, 1)
