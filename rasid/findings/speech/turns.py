"""Who spoke so far: whose وأضاف is, whom المتحدث stands for, what is said inside what another says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rasid.findings.lexicon import ACTING, VerbForm
from rasid.findings.reading import Reading
from rasid.findings.speech.checks import Checks
from rasid.findings.speech.sources import Sources
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.speakers import SpeakerFinder

REMEMBERED: Final = 6
_CONTRASTED: Final = 20  # words of a clause that contrasts another with who spoke
_CONTRASTS: Final = frozenset({"لكن", "ولكن", "بينما", "فيما"})
_SOURCES: Final = frozenset({"source", "document", "organisation"})
_NOTICED: Final = frozenset({"person", "organisation", "country", "place", "source", "document"})


class Turn(NamedTuple):
    """An event, the sentence it stands in, whether a participle makes it, whether it is told by another."""

    event: Event
    sentence: int
    chained: bool
    nested: bool


class Turns(Checks):
    """The statements of one reading found so far, and who may be meant by the next.

    Attributes:
        turns: The statements found so far.
        recent: The last who spoke, announced or acted, the latest last.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.speakers = SpeakerFinder(reading)
        self.sources = Sources(self.speakers)
        self.turns: list[Turn] = []
        self._heard: list[Speaker | tuple[int, int, VerbForm]] = []
        self._known: list[Speaker] = []

    @property
    def recent(self) -> Sequence[Speaker]:
        """The last who spoke, announced or acted; who acted is looked for only when it is asked."""
        if self._heard:
            heard, self._heard = self._heard, []
            known = [item if isinstance(item, Speaker) else self._acting(*item) for item in heard]
            self._known += [speaker for speaker in known if speaker is not None]
            del self._known[: -REMEMBERED - 1]
        return self._known

    def _acting(self, i: int, end: int, form: VerbForm) -> Speaker | None:
        """Return who did what the verb at word `i` tells, looking no further than word `end`."""
        speaker = self.speakers.after(i, end, form) if i + 1 < end else None
        if self.words[i].endswith("وا"):  # مسؤولون آخرون نفوا ذلك. وقالوا
            speaker = self.speakers.before(i, form)
        if speaker is not None and form.verb.object in ACTING:
            speaker = self.speakers.trimmed(self.speakers.before_object(speaker))
        return speaker if speaker is not None and speaker.kind in _NOTICED else None

    def remember(self, speaker: Speaker) -> None:
        """Note who spoke."""
        self._heard.append(speaker)

    def told(self, i: int) -> bool:
        """Tell whether the verb at word `i` stands in what someone else is reported to say."""
        if not self.spoken(i) or self.gaps[i - 1] != " " or self.words[i][:1] in {"و", "ف"}:
            return False
        last = self.turns[-1].event
        open_clause = last.kind == "that" and last.content < i
        if not open_clause or last.quote >= 0:
            return False
        return not any("،" in gap or "," in gap for gap in self.gaps[last.content : i])

    def spoken(self, i: int) -> bool:
        """Tell whether the sentence of word `i` holds a statement already."""
        return bool(self.turns) and self.turns[-1].sentence == self.reading.sentence(i)[0]

    def implicit(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who is meant by a verb without a subject."""
        sentence = self.reading.sentence(i)[0]
        several = self.several() if self.words[i].endswith(("ون", "وا")) else None
        if not self.spoken(i):
            subject = self.speakers.subject(i)
            alone = several is not None and subject is not None and subject.kind == "person"
            if subject is not None and subject.feminine in {None, form.feminine} and not alone:
                return subject
        else:
            other = self._contrasted(i, form) or self._meanwhile(i, form)
            if other is not None:
                return other
        if several is not None:
            return several
        before = self._said_up_to(sentence)
        if before < self.reading.sentence(max(sentence - 1, 0))[0]:
            topic = self.speakers.topic(i)
            if topic is not None and topic.feminine in {None, form.feminine}:
                return topic
        speaker = self.carried(i, form)
        if speaker.kind == "document" and self.words[i].endswith("وا"):
            return None  # يقول التقرير إن … . عندما سيطر مسلحوه على المدينة، وأعلنوا كذا
        return speaker if speaker.first >= 0 else self._earlier(i, form) or speaker

    def _said_up_to(self, sentence: int) -> int:
        """Return the verb of the last statement; where its quotation reaches to the sentence before, that place."""
        if not self.turns:
            return -1
        last = self.turns[-1].event
        if last.quote >= 0 and self.reading.quote_words[last.quote][1] >= sentence - 2:
            return sentence
        return last.verb

    def several(self) -> Speaker | None:
        """Return the last of the two latest who are no single person: قال خبراء إن … لكنهم يشيرون إلى."""
        for speaker in reversed(self.recent[-2:]):
            if speaker.kind in {"source", "organisation"} and speaker.first >= 0:
                return speaker
        return None

    def _contrasted(self, i: int, form: VerbForm) -> Speaker | None:
        """Return whom the clause before is about: … قال فلان، لكن الصين تزعم أحقيتها، | وتقول إن."""
        for k in range(i - 2, max(self.turns[-1].event.content, i - _CONTRASTED), -1):
            if self.words[k] in _CONTRASTS and k + 1 in self.speakers.at:
                speaker = self.speakers.of(self.speakers.at[k + 1])
                agrees = speaker.feminine in {None, form.feminine}
                return speaker if agrees and not self.speakers.at[k + 1].prefix else None
        return None

    def _meanwhile(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who acts in the clause before: …، بينما رفعت السلطات حالة الاستنفار | وتوعدت بكذا."""
        if form.prefix != "و" or not form.feminine:
            return None
        for k in range(i - 3, max(self.turns[-1].event.content, i - _CONTRASTED), -1):
            if self.words[k] not in _CONTRASTS and self.words[k] != "حيث":
                continue
            acts = self.words[k + 1].endswith("ت") and self.words[k + 2].startswith("ال")
            if not acts or self.speakers.reading.flags(k + 2).get("institution") != "":
                return None
            return Speaker(k + 2, k + 3, 0, None, "organisation", True)
        return None

    def _earlier(self, i: int, form: VerbForm) -> Speaker | None:
        """Return the subject of one of the two sentences before, when nobody has spoken yet."""
        begin = self.reading.sentence(i)[0]
        for _ in range(2):
            if not begin:
                return None
            subject = self.speakers.subject(begin - 1)
            if subject is not None and subject.feminine in {None, form.feminine}:
                return subject
            begin = self.reading.sentence(begin - 1)[0]
        return None

    def carried(self, i: int, form: VerbForm | None) -> Speaker:
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

    def resolved(self, speaker: Speaker) -> Speaker:
        """Give الوزير, المتحدث alone the identity of the person who spoke last."""
        kind = speaker.kind
        if kind not in _SOURCES:
            return speaker
        if kind == "source" and speaker.last - speaker.first == 1:
            alone = self.words[speaker.first].startswith("ال")
            if alone and self.recent and self.recent[-1].kind == "person":
                return speaker._replace(entity_id=self.recent[-1].entity_id)
        return self.sources.resolved(speaker, self.recent if kind == "document" else ())
