"""Headings that quote: a speaker, a colon and what is said, without a verb (الوزير: لن ننسحب)."""

from __future__ import annotations

from typing import Final

from rasid.findings.people.words import is_common, name_words
from rasid.findings.reading import Reading
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.speakers import SpeakerFinder

_LONGEST: Final = 7  # words of the speaker of a heading
_SHORTEST: Final = 4  # words of what is said
_OURS: Final = 4  # letters of a word whose نا is a pronoun
_SURNAME: Final = 5  # letters of a family name with the article
_US: Final = frozenset({"لنا", "لدينا", "نحن", "علينا", "بنا"})
_HEADS: Final = frozenset({"role", "rank", "source", "institution"})
_NAMED: Final = frozenset({"person", "organisation"})


def headings(reading: Reading, speakers: SpeakerFinder, colons: frozenset[int]) -> list[Event]:
    """Return the statements of the headings of a text.

    Args:
        reading: The text.
        speakers: Its speakers.
        colons: The words before which a colon stands.
    """
    found = []
    for at in sorted(colons):
        begin = _line_start(reading, at)
        if begin is None or _line_end(reading, at) - at < _SHORTEST:
            continue
        speaker = _speaker(reading, speakers, begin, at)
        if speaker is not None and speaker.kind == "organisation" and _asks(reading, at):
            continue  # الجزيرة نت: كيف ترون …؟
        if speaker is not None:
            quote = next((k for k, (a, _) in enumerate(reading.quote_words) if a == at), -1)
            found.append(Event(at - 1, at, "heading", quote, speaker))
    return found


def _line_start(reading: Reading, at: int) -> int | None:
    """Return the first word of the line if the colon before word `at` is near it."""
    for i in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        if not i or "\n" in reading.gaps[i - 1] or not reading.words[i - 1]:
            return i
    return None


def _asks(reading: Reading, at: int) -> bool:
    """Tell whether the sentence of word `at` is a question: an interviewer speaks."""
    last = reading.sentence(at)[1] - 1
    return any("؟" in reading.gaps[i] or "?" in reading.gaps[i] for i in (last, last - 1))


def _of_us(reading: Reading, at: int) -> bool:
    """Tell whether what begins at word `at` is said of ourselves: قطر: لا صلة لنا بالتحقيق."""
    return any(
        w in _US or (w.endswith("نا") and len(w) > _OURS) for w in reading.words[at : at + _LONGEST]
    )


def _line_end(reading: Reading, at: int) -> int:
    """Return the word after the line of word `at`, or after as many as are asked for."""
    for i in range(at, min(at + _SHORTEST, len(reading.words))):
        if "\n" in reading.gaps[i] or not reading.words[i]:
            return i + 1
    return at + _SHORTEST


def _speaker(reading: Reading, speakers: SpeakerFinder, begin: int, at: int) -> Speaker | None:
    """Return the speaker when words `[begin, at)` name one and nothing else."""
    if any(reading.gaps[i].strip('«»"“” ،,') for i in range(begin, at - 1)):
        return None
    if speakers.mentions(at, at + 1):
        return None  # رئيس التحرير: فلان
    for i in range(begin, at):
        cue = reading.cues.get(i)
        if cue is not None and (cue.verb or cue.participle) and not (cue.names or cue.flags):
            return None
    mentions = speakers.mentions(begin, at)
    whole = bool(mentions) and mentions[-1].first == begin and mentions[-1].last == at
    if whole and mentions[-1].kind == "country" and _of_us(reading, at):
        return speakers.of(mentions[-1])
    if mentions and mentions[-1].last == at and mentions[-1].kind in _NAMED:
        titled = mentions[-1].first == begin or bool(_HEADS & reading.flags(begin).keys())
        return speakers.of(mentions[-1]) if titled else None
    if at - begin == 1 and _surname(reading, speakers, begin):
        return Speaker(begin, at, 0, None, "person", None)
    heads = {"role", "rank", "source"} & reading.flags(begin).keys()
    governed = any(reading.flags(begin)[kind].endswith("ل") for kind in heads)
    if not heads or governed or at - begin < 2:
        return None  # لمراسلة الكاتب: is no heading of hers
    return Speaker(begin, at, 0, None, "source", None)


def _surname(reading: Reading, speakers: SpeakerFinder, k: int) -> bool:
    """Tell whether word `k` is a family name alone, which no dictionary knows: العبيدي: لن ننسحب."""
    word = reading.words[k]
    shaped = word.startswith("ال") and word.endswith("ي") and len(word) > _SURNAME
    if not shaped or k in reading.cues or word in name_words()["nation"]:
        return False
    return word in speakers.family_names or not is_common(reading.surface(k, k + 1))
