"""Names as written: the words of one, its identifier, which spellings are one name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rasid.findings.lexicon import lexicon
from rasid.findings.people.names import Name
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

_SHORTEST_FUZZY: Final = 6


def name_of(reading: Reading, name: Name) -> tuple[str, ...]:
    """Return the folded words of a name, without the clitics before it."""
    words = reading.words[name.first : name.last]
    return (words[0][name.skip :], *words[1:])


def person_id(words: Iterable[str]) -> str:
    """Return the identifier of a person nobody listed, from the folded words of the name (عبد الله is عبدالله)."""
    return "person:" + "-".join(_joined(words))


def parts_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name with عبد and what completes it as one, without the house it ends in (آل سعود)."""
    found = _joined(words)
    return tuple(found[:-2]) if len(found) > 3 and found[-2] == "ال" else tuple(found)


def _joined(words: Iterable[str]) -> list[str]:
    """Return the words of a name with عبد and what completes it as one."""
    found: list[str] = []
    for word in words:
        if found and (found[-1] == "عبد" or word in name_words()["second"]):
            found[-1] += word
        else:
            found.append(word)
    return found


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names, by their parts, are one person's: حسين علاوي، حسين محمد علاوي.

    They begin with one word, end with one family (or nearly so), and the shorter has no word between
    that the longer lacks. Names that end with a given name tell nothing unless they are the same.
    """
    if a == b:
        return True
    if a[0] != b[0] or not same_spelling(a[-1].removeprefix("ال"), b[-1].removeprefix("ال")):
        return False  # وليد الجلاد، وليد جلاد
    cue = lexicon().words.get(a[-1])
    if cue is not None and cue.given == ("strong", ""):
        return False
    shorter, longer = sorted((a, b), key=len)
    return set(shorter[1:-1]) <= set(longer[1:-1])


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
