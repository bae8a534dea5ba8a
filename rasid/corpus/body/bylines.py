"""Lines that name the writer and nothing else, told by their given name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rasid import settings
from rasid.corpus.body.lines import Line
from rasid.language import fold

_NAMES_FILE: Final = settings.asset("lexicon/given_names.tsv")
_TITLE: Final = re.compile(
    r"(?:(?:بقلم|كتب|كتبت)\s*:?\s*)?(?:(?:ا\s?\.\s?)?[دمح]\s?[./]\s?|(?:ال)?(?:دكتوره?|استاذه?|مهندسه?|محامي|لواء|عميد)"
    r"(?: الركن)?\s+)*"
)
_APART: Final = re.compile(r"\s*(?:[-–—|/،,()]|\s(?=كاتب|صحافي|صحفي|باحث|محلل|اعلامي|اكاديمي))\s*")
_LONGEST: Final = 4
"""Words of a person's name at most."""


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the given names that are nothing but names, folded (`assets/lexicon/given_names.tsv`)."""
    found: set[str] = set()
    for row in _NAMES_FILE.read_text(encoding="utf-8").split("\n"):
        kind, _, words = row.partition("\t")
        if kind in ("strong", "foreign"):
            found.update(fold(words).text.split())
    return frozenset(found)


def is_person(line: Line) -> bool:
    """Tell a line that is a person's name, with a title before it or an office after it, and no more."""
    if not 2 <= len(line.words) <= 9 or line.is_sentence:
        return False
    bare = _TITLE.sub("", line.folded, count=1)
    words = _APART.split(bare)[0].split()
    titled = bare != line.folded
    if not words or not (words[0] in given_names() or (titled and 2 <= len(words) <= 3)):
        return False
    return (
        len(words) <= _LONGEST and (titled or len(words) >= 2) and len(line.words) <= len(words) + 5
    )
