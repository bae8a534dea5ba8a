"""Sources named without a reporting verb: بحسب المتحدث …، وفقاً لمسؤولين، نقلاً عن رويترز."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rasid.findings.lexicon import ACCOUNTS
from rasid.findings.reading import Reading
from rasid.findings.speech.relayed import relayed
from rasid.findings.speech.source_phrases import (
    AS,
    CONJUNCTIONS,
    FORM,
    FURTHER,
    REPORTED,
    after_comma,
    named_source,
)
from rasid.findings.speech.spans import SAID, SAID_BY, Event
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.speakers import SpeakerFinder
from rasid.findings.speech.turns import Turn

_LEADING: Final = 2  # words before بحسب that still begin its sentence
_ALONE: Final = 6  # words at least that only the source after them tells
_CLAUSE: Final = 3  # words at least of what is said before على حد قوله
_DATELINE: Final = 9  # words of a dateline
_SO: Final = frozenset({"فان", "فانه", "فانها", "فانهم"})
_MEANWHILE: Final = frozenset(
    {"فيما", "بينما", "والذي", "والتي", "وفيما", "لكن", "ولكن", "كما", "غير", "الا"}
)
"""Words that begin another clause after the comma that closes a source's phrase."""
_TO_HIM: Final = frozenset({"له", "لها", "لهم"})
_WHO: Final = frozenset({"الذي", "التي", "الذين", "وهو", "وهي"})


def accounts(
    reading: Reading,
    speakers: SpeakerFinder,
    quoted: list[bool],
    named: dict[int, Speaker | None],
    turns: Sequence[Turn],
) -> list[Event]:
    """Return the sources of the sentences that have no reporting verb, and those who tell of another's words.

    Args:
        reading: The text.
        speakers: Its speakers.
        quoted: For each word whether it stands in quotation marks.
        named: Who speaks last in the sentences that have a statement already, by their first word, in order.
        turns: These statements.
    """
    verbs = {turn.sentence: turn.event.verb for turn in reversed(turns)}
    found = []
    for i, _ in reading.asked[ACCOUNTS]:
        if quoted[i]:
            continue
        begin = _clause(reading, i, named, verbs)
        if begin < 0:
            found += relayed(reading, speakers, i, turns)
            continue
        event = _account(reading, speakers, named, i, begin)
        if event is not None:
            named[begin] = event.speaker
            found.append(event)
    return found


def _clause(
    reading: Reading, i: int, named: dict[int, Speaker | None], verbs: dict[int, int]
) -> int:
    """Return the first word of what the source at word `i` may tell, -1 where another statement tells it."""
    begin, _ = reading.sentence(i)
    verb = verbs.get(begin, -1)
    if i <= begin + 1 and any(w in _SO for w in reading.words[i + 1 : max(verb, i + 1)]):
        return begin  # ووفقاً للمصادر فإن السلطات تعتقد أن
    if begin not in named or _goes_on(reading, begin, i, verb):
        return begin
    return i if i > begin and "." in reading.gaps[i - 1] else -1  # “….” ووفقاً لبيان الجيش فإن


def _account(
    reading: Reading, speakers: SpeakerFinder, named: dict[int, Speaker | None], i: int, begin: int
) -> Event | None:
    """Return the statement of the source at word `i`, of a clause that begins at word `begin`."""
    end = reading.sentence(i)[1]
    if reading.words[i] == AS:
        return _as_said(reading, speakers, i, named)
    if i + 1 < end and reading.words[i + 1] in SAID_BY and i > begin + 1:
        known = _earlier(speakers, named, i, begin)  # …، حسب قولها، …
        return Event(i, begin, "account", -1, known) if known is not None else None
    if i + 2 < end and reading.words[i + 1] in _TO_HIM and i <= begin + 1:
        known = _earlier(speakers, named, i, begin)  # ووفقاً له، فإن
        content = i + 3 if reading.words[i + 2] == "فان" else i + 2
        return Event(i, content, "account", -1, known) if known is not None else None
    speaker = named_source(reading, speakers, i, end)
    if speaker is None and _as_they_said(reading, i, end):
        speaker = speakers.subject(i) or _earlier(speakers, named, i, begin)
    if speaker is None:
        return None
    quote = _behind_colon(reading, speaker)
    if quote >= 0:
        return Event(i, reading.quote_words[quote][0], "colon", quote, speaker)
    content = _content(reading, i, begin, speaker, end)
    return Event(i, content, "account", -1, speaker) if content < end else None


def _behind_colon(reading: Reading, speaker: Speaker) -> int:
    """Return the quotation that a colon right after a source opens, -1 without one: وبحسب الوزارة: "…"."""
    if ":" not in reading.gaps[speaker.last - 1]:
        return -1
    behind = reading.end(speaker.last - 1)
    for k, quote in enumerate(reading.quotes):
        if quote.start >= behind:
            between = reading.folded.text[behind : quote.start]
            return k if between.strip(_MARKS) == ":" else -1
    return -1


_MARKS: Final = '"“”«» \n'


def _goes_on(reading: Reading, begin: int, i: int, verb: int) -> bool:
    """Tell whether all statements of a sentence follow what the source at word `i` says: …، حسب ما أعلن فلان، وأكد."""
    if not begin + _ALONE < i < verb - 1:
        return False
    if reading.words[verb][:1] == "و" and not {"،", ","}.isdisjoint(reading.gaps[verb - 1]):
        return True
    if reading.words[verb - 1] in _WHO:
        return True  # …، وفق المرصد الذي أشار إلى
    for k in range(i + 2, verb):  # …، وفقاً للشرطة، فيما كشف المدعي أن
        if {"،", ","}.isdisjoint(reading.gaps[k - 1]):
            continue
        meanwhile = reading.words[k] == "في" and reading.words[k + 1] == "الوقت"
        return meanwhile or reading.words[k] in _MEANWHILE
    return False


def _content(reading: Reading, i: int, begin: int, speaker: Speaker, end: int) -> int:
    """Return the first word of what the source at word `i` says: its sentence, what follows it, or what precedes."""
    last = speaker.last >= end - (not reading.words[end - 1])
    if i - begin <= 1 and last and begin and "\n" not in reading.gaps[begin - 1]:
        return reading.sentence(begin - 1)[0]  # ….وفقاً لرويترز.
    if i - begin > _LEADING and not _opens_clause(reading, i, speaker, end):
        return _past_dateline(reading, begin, i)
    content = after_comma(reading, speaker.last, min(end, speaker.last + FURTHER))
    if content == speaker.last + FURTHER:
        content = speaker.last  # وفقاً لتقرير قامت الحكومة
    if content < end and reading.words[content] in _WHO:  # وبحسب المسؤول، الذي لم يُنشر اسمه، فإن
        content = after_comma(reading, content + 1, end)
    for k in range(content + 1, min(end - 1, content + FURTHER)):
        if reading.words[k] == "ان" and "،" in reading.gaps[k - 1]:
            return k + 1  # بحسب ما نقلت الصحيفة عن فلان، وكيل المحافظة، أن
    return content + 1 if content + 1 < end and reading.words[content] == "فان" else content


def _opens_clause(reading: Reading, i: int, speaker: Speaker, end: int) -> bool:
    """Tell whether what the source at word `i` says follows it: قُتل جندي، ووفقاً للوكالة، فإن هجوماً استهدف."""
    if reading.words[i][:2] not in {"وب", "وو", "وح"} or reading.gaps[i - 1] == " ":
        return False
    content = after_comma(reading, speaker.last, min(end, speaker.last + FURTHER))
    return content < end and reading.words[content] == "فان"


def _past_dateline(reading: Reading, begin: int, i: int) -> int:
    """Return the word after the dashes of a dateline at word `begin`: بغداد، العراق (وكالة)-- | تستعد القوات."""
    for k in range(begin, min(begin + _DATELINE, i - _CLAUSE)):
        if "--" in reading.gaps[k] or ")-" in reading.gaps[k].replace(" ", ""):
            return k + 1
    return begin


def _as_said(
    reading: Reading, speakers: SpeakerFinder, i: int, named: dict[int, Speaker | None]
) -> Event | None:
    """Return the statement that على حد قول الوزير closes; تعبيره is of whoever spoke last, else of a person named."""
    begin, end = reading.sentence(i)
    noun = reading.words[i + 1] if i + 1 < end else ""
    if i - begin < _CLAUSE or reading.words[i - 1] != "علي":
        return None
    if noun in SAID:
        end -= not reading.words[end - 1]
        speaker = speakers.after(i + 1, end, FORM)
        return (
            Event(i + 1, begin, "account", -1, speaker) if speaker not in {None, NOBODY} else None
        )
    if noun not in SAID_BY:
        return None
    return Event(i + 1, begin, "account", -1, _earlier(speakers, named, i, begin))


def _as_they_said(reading: Reading, i: int, end: int) -> bool:
    """Tell whether بحسب ما قالوا stands at word `i`, with nothing after it."""
    v = i + 1 if reading.words[i].lstrip("و") in CONJUNCTIONS else i + 2
    if v >= end or not (v == i + 1 or reading.words[i + 1] in REPORTED):
        return False
    cue, last = reading.cues.get(v), v + 1
    while last < end and "leading" in reading.flags(last):
        last += 1  # حسبما أعلنت الأحد
    closed = last >= end or reading.gaps[last - 1].strip() != "" or not reading.words[last]
    return cue is not None and cue.verb is not None and closed


def _earlier(
    speakers: SpeakerFinder, named: dict[int, Speaker | None], i: int, begin: int
) -> Speaker | None:
    """Return whom تعبيره at word `i` is of: a person named in its sentence, else who spoke before."""
    subject = speakers.subject(i)
    if subject is not None and subject.kind == "person":
        return subject
    earlier = [speaker for first, speaker in named.items() if first < begin]
    return earlier[-1] if earlier else None
