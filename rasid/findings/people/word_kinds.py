"""What a folded word can be in a name or a title by itself, told once for each word type."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Cue, Lexicon, lexicon
from rasid.findings.people.words import is_nisba, name_words

UNLISTED, ADJECTIVE, STOP, ARTICLE, OF, INSIDE_TITLE = (1 << bit for bit in range(6))
"""Bits: may be a name although nothing lists it; adjective of titles; never in a name; begins with ال and is no
family name in ال…ي; من or عن; what may stand inside a title before the name."""
_MOST: Final = 200_000
INSIDE: Final = frozenset({"في", "باسم", "لدي", "الي"})
_OF: Final = frozenset({"من", "عن"})


class _Kinds(dict[str, int]):
    """The bits of the words asked for so far: a tenth of all types, so that no column of all is made."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = _kinds_of(word)
        return found


_TABLES: Final[dict[tuple[Lexicon, frozenset[str]], _Kinds]] = {}


def word_kinds() -> dict[str, int]:
    """Return the bits of every word: `word_kinds()[word]`; other lists begin another table."""
    lists = lexicon(), name_words()["no-name"]
    found = _TABLES.get(lists)
    if found is None:
        found = _TABLES[lists] = _Kinds()
    return found


def _kinds_of(word: str) -> int:
    lists = name_words()
    bits = UNLISTED if _is_unlisted(word) else 0
    bits |= ADJECTIVE if word in lists["adjective"] else 0
    bits |= STOP if word in lists["stop"] else 0
    bits |= ARTICLE if word.startswith("ال") and not is_nisba(word) else 0
    bits |= OF if word in _OF else 0
    return bits | (INSIDE_TITLE if word in INSIDE or word in _OF else 0)


def _only_people(cue: Cue) -> bool:
    """Tell whether the word of a cue is no listed name but the family name of people."""
    alone = cue.names.get("", ())
    return len(cue.names) == bool(alone) and all(name.kind == "person" for name in alone)


def _is_unlisted(word: str) -> bool:
    """Tell whether a word can be a name although nothing lists it, as far as its folded letters tell."""
    if len(word) < 3 or not word.isalpha() or word[0] < "\u0600" or word in name_words()["no-name"]:
        return False
    if word in name_words()["club"]:
        return False
    if word.startswith("لل") or (word[:2] == "ال" and word[-1] in "هت"):
        return False
    cue = lexicon().words.get(word)
    if cue is None:
        return True
    known = not _only_people(cue) or cue.verb or cue.participle or cue.title
    return not known and "deity" not in cue.flags  # بينه وبين ربه
