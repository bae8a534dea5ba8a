"""Sources named without a reporting verb: بحسب المتحدث …، وفقاً لمسؤولين، نقلاً عن رويترز."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import ACCOUNTS, Verb, VerbForm, lexicon
from rasid.findings.reading import Reading
from rasid.findings.speech.spans import SAID, SAID_BY, Event
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.speakers import SpeakerFinder

_FORM: Final = VerbForm(Verb("بحسب", (), "no", animate=True), "", True, False)
_SPEAKING: Final = frozenset({"person", "organisation", "source", "document"})
_TITLES: Final = frozenset({"role", "rank", "institution", "document", "saying"})
"""Words between بحسب and the body that speaks; وفقاً لتوصيات المجلس names none."""
_OPENS: Final = frozenset({"فان", "فانه", "فانها", "فقد", "قد", "فلا", "فلم", "لا", "لم"})
"""Words that begin what is said after وبحسب المصدر."""
_LEADING: Final = 2  # words before بحسب that still begin its sentence
_FURTHER: Final = 9  # words of a source's apposition before the comma that ends it
_DANGLING: Final = frozenset({"في", "من", "علي", "الي", "عن", "و"})
_CONJUNCTIONS: Final = frozenset({"حسبما", "وفقما", "فقما"})
_AS: Final = "حد"
_ALONE: Final = 6  # words at least that only the source after them tells
_CLAUSE: Final = 3  # words at least of what is said before على حد قوله
_DATELINE: Final = 9  # words of a dateline
_THEREBY: Final = frozenset({"به", "بها", "عنه", "عنها", "فيه", "فيها", "اليه", "عليه"})
_TO_HIM: Final = frozenset({"له", "لها", "لهم"})
_QUOTING: Final = frozenset({"نقل", "نقلت", "نقله", "نقلته", "نقلها", "نقلتها"})
_TEXTS: Final = frozenset({"document", "saying", "venue"})
_WHO: Final = frozenset({"الذي", "التي", "الذين", "وهو", "وهي"})
_REPORTED: Final = frozenset({"ما", "لما"})


def accounts(
    reading: Reading,
    speakers: SpeakerFinder,
    quoted: list[bool],
    named: dict[int, Speaker | None],
    verbs: dict[int, int],
) -> list[Event]:
    """Return the sources of the sentences that have no reporting verb.

    Args:
        reading: The text.
        speakers: Its speakers.
        quoted: For each word whether it stands in quotation marks.
        named: Who speaks last in the sentences that have a statement already, by their first word, in order.
        verbs: The verb of the first of these statements, by the same word.
    """
    found = []
    for i, _ in reading.asked[ACCOUNTS]:
        if quoted[i]:
            continue
        begin = _clause(reading, i, named, verbs)
        event = _account(reading, speakers, named, i, begin) if begin >= 0 else None
        if event is not None:
            named[begin] = event.speaker
            found.append(event)
    return found


def _clause(
    reading: Reading, i: int, named: dict[int, Speaker | None], verbs: dict[int, int]
) -> int:
    """Return the first word of what the source at word `i` may tell, -1 where another statement tells it."""
    begin, _ = reading.sentence(i)
    if begin not in named or _goes_on(reading, begin, i, verbs.get(begin, -1)):
        return begin
    return i if i > begin and "." in reading.gaps[i - 1] else -1  # “….” ووفقاً لبيان الجيش فإن


def _account(
    reading: Reading, speakers: SpeakerFinder, named: dict[int, Speaker | None], i: int, begin: int
) -> Event | None:
    """Return the statement of the source at word `i`, of a clause that begins at word `begin`."""
    end = reading.sentence(i)[1]
    if reading.words[i] == _AS:
        return _as_said(reading, speakers, i, named)
    if i + 1 < end and reading.words[i + 1] in SAID_BY and i > begin + 1:
        known = _earlier(speakers, named, i, begin)  # …، حسب قولها، …
        return Event(i, begin, "account", -1, known) if known is not None else None
    if i + 2 < end and reading.words[i + 1] in _TO_HIM and i <= begin + 1:
        known = _earlier(speakers, named, i, begin)  # ووفقاً له، فإن
        content = i + 3 if reading.words[i + 2] == "فان" else i + 2
        return Event(i, content, "account", -1, known) if known is not None else None
    speaker = _source(reading, speakers, i, end)
    if speaker is None and _as_they_said(reading, i, end):
        speaker = speakers.subject(i) or _earlier(speakers, named, i, begin)
    if speaker is None:
        return None
    content = _content(reading, i, begin, speaker, end)
    return Event(i, content, "account", -1, speaker) if content < end else None


def _goes_on(reading: Reading, begin: int, i: int, verb: int) -> bool:
    """Tell whether all statements of a sentence follow what the source at word `i` says: …، حسب ما أعلن فلان، وأكد."""
    after = begin + _ALONE < i < verb - 1 and reading.words[verb][:1] == "و"
    return after and not {"،", ","}.isdisjoint(reading.gaps[verb - 1])


def _content(reading: Reading, i: int, begin: int, speaker: Speaker, end: int) -> int:
    """Return the first word of what the source at word `i` says: its sentence, what follows it, or what precedes."""
    last = speaker.last >= end - (not reading.words[end - 1])
    if i - begin <= 1 and last and begin and "\n" not in reading.gaps[begin - 1]:
        return reading.sentence(begin - 1)[0]  # ….وفقاً لرويترز.
    if i - begin > _LEADING:
        return _past_dateline(reading, begin, i)
    content = _after_comma(reading, speaker.last, min(end, speaker.last + _FURTHER))
    if content == speaker.last + _FURTHER:
        content = speaker.last  # وفقاً لتقرير قامت الحكومة
    if content < end and reading.words[content] in _WHO:  # وبحسب المسؤول، الذي لم يُنشر اسمه، فإن
        content = _after_comma(reading, content + 1, end)
    for k in range(content + 1, min(end - 1, content + _FURTHER)):
        if reading.words[k] == "ان" and "،" in reading.gaps[k - 1]:
            return k + 1  # بحسب ما نقلت الصحيفة عن فلان، وكيل المحافظة، أن
    return content + 1 if content + 1 < end and reading.words[content] == "فان" else content


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
        speaker = speakers.after(i + 1, end, _FORM)
        return (
            Event(i + 1, begin, "account", -1, speaker) if speaker not in {None, NOBODY} else None
        )
    if noun not in SAID_BY:
        return None
    return Event(i + 1, begin, "account", -1, _earlier(speakers, named, i, begin))


def _as_they_said(reading: Reading, i: int, end: int) -> bool:
    """Tell whether بحسب ما قالوا stands at word `i`, with nothing after it."""
    if i + 2 >= end or reading.words[i + 1] not in _REPORTED:
        return False
    cue = reading.cues.get(i + 2)
    closed = i + 3 >= end or reading.gaps[i + 2].strip() != "" or not reading.words[i + 3]
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


def source_before(reading: Reading, speakers: SpeakerFinder, i: int) -> Speaker | None:
    """Return the source named before word `i` in its sentence: حسبما أعلن فلان، مشيراً إلى."""
    begin, end = reading.sentence(i)
    for k, _ in reversed(reading.asked[ACCOUNTS]):
        if begin <= k < i:
            return _source(reading, speakers, k, end)
    return None


def _source(reading: Reading, speakers: SpeakerFinder, i: int, end: int) -> Speaker | None:
    """Return the source after بحسب, a noun of saying between them allowed."""
    if reading.words[i] == _AS:
        return None
    at = _teller(reading, i, end) or _past_saying(reading, i, end)
    if at == i and at + 2 < end and reading.words[at + 1] == "ل":
        at += 1  # وفقاً لـ "رويترز"
    issuer = _issued_by(reading, at, end)
    if issuer > at:
        found = _named_source(reading, speakers, i, issuer, end)
        if found is not None:
            return found
    return _named_source(reading, speakers, i, at, end)


def _named_source(
    reading: Reading, speakers: SpeakerFinder, i: int, at: int, end: int
) -> Speaker | None:
    """Return the source that begins after word `at`, for بحسب at word `i`."""
    if at + 1 >= end:
        return None
    limit = max(_after_comma(reading, at + 2, end), at + 2)
    if limit == len(reading.words) and not reading.words[limit - 1]:
        limit -= 1
    word, source = reading.words[at + 1], "source" in reading.flags(at + 1)
    if source and word.startswith("ل"):
        last = min(limit, at + 5)
        while last > at + 2 and reading.words[last - 1] in _DANGLING:
            last -= 1
        return Speaker(at + 1, last, 2 if word.startswith("لل") else 1, None, "source", None)
    titles = _flags(reading, at + 1)
    if "thing" in titles and at == i:
        return None  # وفقاً لقانون كذا
    near = at > i or not _TITLES.isdisjoint(titles)
    named = _named_first(reading, speakers, at, limit, near=near, source=source)
    if named is not None:
        return None if named is NOBODY else named
    if "document" in titles and word.startswith("ل"):  # وفقاً لبيان الجيش، وفقاً للبيان
        skip = 2 if word.startswith("لل") else 1
        return Speaker(at + 1, min(limit, at + 5), skip, None, "document", None)
    return _state(reading, speakers, at, limit) or _unnamed(speakers, at, limit)


def _named_first(
    reading: Reading, speakers: SpeakerFinder, at: int, limit: int, *, near: bool, source: bool
) -> Speaker | None:
    """Return whom the first name after word `at` stands for, NOBODY where it only says what something is of."""
    for mention in speakers.mentions(at + 1, limit)[:1]:
        if any("relative" in reading.flags(k) for k in range(at + 1, mention.first)):
            break  # حسب المقابلة التي أجراها فلان
        if mention.first > at + 1 and "ل" in mention.prefix:
            break  # حسبما قال موقع كذا التابع | لتنظيم كذا
        if mention.kind == "organisation" and not (near or source or mention.first == at + 1):
            return NOBODY
        if mention.kind == "person" or (mention.kind == "organisation" and not source):
            bearer = speakers.at.get(mention.last)
            if mention.first > at + 1 and bearer is not None and bearer.kind == "person":
                return speakers.of(bearer)  # بحسب مدير المرصد السوري | فلان
            return speakers.of(mention)
    return None


def _issued_by(reading: Reading, at: int, end: int) -> int:
    """Return the word before who issued the text after word `at`: بحسب منشور وزعته | الوزارة; `at` when none is."""
    told = _TEXTS & _flags(reading, min(at + 1, end - 1)) or "saying" in reading.flags(at)
    for k in range(at + 1, min(at + 5, end - 1)) if told else ():
        if reading.words[k].endswith(("ه", "ها")) and "relative" in reading.flags(k):
            return k
    return at


def _state(reading: Reading, speakers: SpeakerFinder, at: int, limit: int) -> Speaker | None:
    """Return the country after word `at` that is the whole source: وبحسب واشنطن، فإن."""
    state = speakers.at.get(at + 1)
    if state is None or state.kind not in {"country", "place"}:
        return None
    closed = state.last >= limit or reading.gaps[state.last - 1].strip() != ""
    return speakers.of(state) if closed or reading.words[state.last] in _OPENS else None


def _unnamed(speakers: SpeakerFinder, at: int, limit: int) -> Speaker | None:
    """Return the body, text or unknown name after word `at`: بحسب ويكيليكس."""
    state = speakers.at.get(at + 1)
    if state is not None and state.kind in {"country", "place"}:
        return None
    speaker = speakers.after(at, limit, _FORM)
    if speaker is None or speaker is NOBODY:
        return None
    named = speaker.kind == "other" and speaker.feminine is None
    return speaker if named or speaker.kind in _SPEAKING else None


def _flags(reading: Reading, k: int) -> frozenset[str]:
    """Return what kinds of word `k` is, without the ل before it: لبيان."""
    word = reading.words[k]
    bare = "ال" + word[2:] if word.startswith("لل") else word[1:]
    cue = lexicon().words.get(bare) if word.startswith("ل") else None
    return frozenset([*reading.flags(k), *(cue.flags if cue is not None else ())])


def _teller(reading: Reading, i: int, end: int) -> int:
    """Return the word before the source that an outlet quotes: حسبما نقلت الوكالة عن | مصدر; 0 when it quotes none."""
    if not any(w in _QUOTING for w in reading.words[i + 1 : i + 3]):
        return 0
    for k in range(i + 3, min(end - 1, i + _FURTHER)):
        if reading.words[k] == "عن":
            return k
    return 0


def _past_saying(reading: Reading, i: int, end: int) -> int:
    """Return the last word before the source: نقلاً عن، حسبما أعلن، بحسب ما أعلنته، وفق تصريحات."""
    at = i
    if at + 1 < end and reading.words[at + 1] == "عن":
        at += 1
    if reading.words[i].lstrip("و") in _CONJUNCTIONS:
        at += 1
    if at + 2 < end and reading.words[at + 1] in _REPORTED:
        at += 2
        while at + 2 < end and (
            reading.words[at + 1] in _THEREBY or "leading" in reading.flags(at + 1)
        ):
            at += 1  # وفقاً لما صرح به، أمس، الوزير
    while at + 1 < end and "saying" in reading.flags(at + 1):
        at += 1
    return at


def _after_comma(reading: Reading, first: int, end: int) -> int:
    """Return where the source's noun phrase is over: after a comma, at فإن, فقد, or at `end`."""
    for i in range(first, end):
        if "،" in reading.gaps[i - 1] or "," in reading.gaps[i - 1] or reading.words[i] in _OPENS:
            return i
    return end
