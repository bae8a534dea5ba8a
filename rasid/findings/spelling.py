"""Names as written: the words of one, its identifier, which spellings are one name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rasid.findings.names import Name
from rasid.findings.reading import Reading

_SHORTEST_FUZZY: Final = 6


def name_of(reading: Reading, name: Name) -> tuple[str, ...]:
    """Return the folded words of a name, without the clitics before it."""
    words = reading.words[name.first : name.last]
    return (words[0][name.skip :], *words[1:])


def person_id(words: Iterable[str]) -> str:
    """Return the identifier of a person nobody listed, from the folded words of the name."""
    return "person:" + "-".join(words)


def distance(a: str, b: str, bound: int) -> int:
    """Return the Levenshtein distance of two words, or bound + 1 when it is more than `bound`."""
    if abs(len(a) - len(b)) > bound:
        return bound + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > bound:
            return bound + 1
    return row[-1]


def same_spelling(a: str, b: str) -> bool:
    """Tell whether two unlisted words may spell one foreign name (رومانوسكي، رومانوفسكي)."""
    if a == b:
        return True
    shortest = min(len(a), len(b))
    foreign = a[:2] == b[:2] != "ال"  # الكعبي and الكربي are two families
    return shortest >= _SHORTEST_FUZZY and foreign and distance(a, b, 2) <= (shortest + 2) // 5
