"""Who tells of a statement that another makes: أعلن الجيش مقتل كذا، بحسب رويترز."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rasid.findings.forms import THAT
from rasid.findings.reading import Reading
from rasid.findings.speech.source_phrases import AS, named_source
from rasid.findings.speech.spans import SAID_BY, Event
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.speakers import SpeakerFinder
from rasid.findings.speech.turns import Turn

_CLOSING: Final = frozenset('،,"”»“')
_QUOTING: Final = "نقلا"
_TEXTS: Final = frozenset({"document", "source"})


def relayed(
    reading: Reading, speakers: SpeakerFinder, i: int, turns: Sequence[Turn]
) -> list[Event]:
    """Return the statement of the source at word `i`, if another's words in its sentence come before it.

    Args:
        reading: The text.
        speakers: Its speakers.
        i: The word that names the source: بحسب، وفقاً، نقلاً.
        turns: The statements of the text that verbs make.
    """
    begin, end = reading.sentence(i)
    parted = not _CLOSING.isdisjoint(reading.gaps[i - 1]) or reading.words[i] == _QUOTING
    if not parted or reading.words[i] == AS or i + 1 >= end or reading.words[i + 1] in SAID_BY:
        return []
    before = [turn.event for turn in turns if turn.sentence == begin and turn.event.verb < i]
    if not before or any(event.content >= i for event in before):
        return []  # وقال المصدر، وفق ما نقلت الوكالة، إن
    if any(word in THAT for word in reading.words[i + 2 : end]):
        return []  # وذكرت الصحيفة نقلاً عن مقربين أن
    source = named_source(reading, speakers, i, end)
    if source is None or _taken_up(reading, source):
        return []
    if any(event.speaker is not None and _same(reading, event.speaker, source) for event in before):
        return []
    return [Event(i, begin, "account", -1, source)]


def _taken_up(reading: Reading, source: Speaker) -> bool:
    """Tell whether a text or source of one word stands for who spoke: بحسب المصدر، وفقاً للبيان."""
    alone = source.kind in _TEXTS and source.last - source.first == 1
    return alone and reading.words[source.first].startswith(("ال", "لل"))


def _same(reading: Reading, speaker: Speaker, source: Speaker) -> bool:
    """Tell whether two speakers are one: the same entity, or all words of one within the other."""
    if speaker.entity_id is not None and speaker.entity_id == source.entity_id:
        return True
    said, told = _bare(reading, speaker), _bare(reading, source)
    return bool(said) and (said <= told or told <= said)


def _bare(reading: Reading, speaker: Speaker) -> set[str]:
    """Return the words of a speaker without articles and the preposition before it."""
    if speaker.first < 0:
        return set()
    words = [word for word in reading.words[speaker.first : speaker.last] if word]
    if words and speaker.skip:
        words[0] = words[0][speaker.skip :]
    return {word.removeprefix("ال") for word in words}
