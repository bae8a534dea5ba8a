"""Where in a text what is said may begin: after a colon, at أن that is no part of a name (سي إن إن)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import lexicon
from rasid.findings.mentions import gazetteer
from rasid.findings.mentions.finder import mentions_of
from rasid.findings.reading import Reading

ANY_THAT: Final = THAT | THAT_PRONOUN
THAT_NOT: Final = frozenset({"الا", "بالا"})
"""ألا, بألا, that not: spelt like إلا where hamzas are one."""
JOINING: Final = ANY_THAT | THAT_NOT
_LETTERS: Final = frozenset(
    "ايه بي سي دي اي اف جي اتش كيه ال ام ان او بيه كيو ار اس تي يو في اكس".split()  # noqa: SIM905
)
"""Names of Latin letters, of which names of bodies are made: إن أو إيه."""
_STATED: Final = frozenset({"stance", "occurrence"})


def colons_of(reading: Reading) -> Iterator[int]:
    """Yield the words after a colon; one between two numbers without a blank is a clock's."""
    text = reading.folded.text
    at = text.find(":")
    while at >= 0:
        j = reading.word_at(at)
        clock = reading.words[j][-1:].isdigit() and reading.words[j + 1][:1].isdigit()
        if reading.gaps[j] != ":" or not clock:
            yield j + 1
        at = text.find(":", max(at + 1, reading.end(j) + len(reading.gaps[j])))


def is_letter(reading: Reading, k: int) -> bool:
    """Tell whether ان at word `k` is the name of the letter N in a name of letters: (إن.إتش.كيه)، (إن أو إيه)."""
    if not k:
        return False
    dotted = "." in {reading.gaps[k - 1], reading.gaps[k]}
    return dotted or (reading.gaps[k - 1].endswith("(") and reading.words[k + 1] in _LETTERS)


@cache
def _joining_names() -> frozenset[str]:
    """Return the entities of whose names a word would join or state: شبكة سي إن إن، تحالف دعم الشرعية، غسان سلامة."""
    return frozenset(
        entity.entity_id
        for entity in gazetteer.by_id().values()
        if any(_tells(word) for spelling in entity.spellings for word in spelling.words)
    )


def _tells(word: str) -> bool:
    """Tell whether a word joins a verb to what is said, or is a noun that states."""
    cue = lexicon().words.get(word)
    return word in JOINING or (cue is not None and not _STATED.isdisjoint(cue.flags))


def outside_names(reading: Reading, points: list[int]) -> list[int]:
    """Return the points that no listed name holds: شبكة سي إن إن joins nothing."""
    joining, inside = _joining_names(), set[int]()
    for m in mentions_of(reading):
        if m.entity_id in joining and m.last > m.first + 1:
            inside.update(range(m.first, m.last))
    if inside.isdisjoint(points):
        return points
    words, flags = reading.words, reading.flags
    return [
        k
        for k in points
        if k not in inside or not (words[k] in JOINING or _STATED & flags(k).keys())
    ]
