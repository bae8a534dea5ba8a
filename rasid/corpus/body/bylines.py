"""Who wrote the text: lines that name the writer and nothing else, and what a page tells of the writer's life."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

from rasid import settings
from rasid.corpus.body.captions import is_nominal
from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.header import is_metadata
from rasid.corpus.body.lines import Line
from rasid.language import fold

_NAMES_FILE: Final = settings.asset("lexicon/given_names.tsv")
_TITLE: Final = re.compile(
    r"(?:(?:بقلم|كتب|كتبت)\s*:?\s*)?(?:(?:ا\s?\.\s?)?[دمح]\s?[./]\s?|(?:ال)?(?:دكتوره?|استاذه?|مهندسه?|محامي|لواء|عميد)"
    r"(?: الركن)?\s+)*"
)
_APART: Final = re.compile(r"\s*(?:[-–—|/،,()]|\s(?=كاتب|صحافي|صحفي|باحث|محلل|اعلامي|اكاديمي))\s*")
_CALLING: Final = "صحا?في|كاتب|باحث|اعلامي|ناشط|استاذ"
LIFE: Final = re.compile(rf"(?:(?:{_CALLING}|خريج|محرر|مراسل|حاصل|مدون|متخصص)ه?|رييس تحرير)\b")
"""How a line opens that tells what a writer is."""
_OFFICE: Final = re.compile(rf"(?:{_CALLING}|اكاديمي|خبير|محلل|دبلوماسي|مستشار)[ها]?\b")
"""The same between the writer's name and the day, where a headline could stand too."""
_IS: Final = re.compile(
    r"(?:هو|هي) (?:ايضا )?(?:ال)?(?:زميل|مدير|رييس|عضو|مستشار|خبير|محلل|مساعد|نايب|موسس|دبلوماسي|ضابط|مولف)\w*"
)
_OFFICE_WORDS: Final = 14
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


def mark_lives(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark a name alone on a line with the line below it, which begins with it again and tells what the person is."""
    for name, life in itertools.pairwise(lines):
        count = len(name.words)
        if not 2 <= count <= _LONGEST or life.words[:count] != name.words or name.is_prose:
            continue
        told = life.folded.removeprefix(name.folded).lstrip(" ،")
        if _IS.match(told) or LIFE.match(told.removeprefix("هو ").removeprefix("هي ")):
            for line in (name, life):
                marks.setdefault(line.number, Mark("metadata", "line"))
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if _OFFICE.match(line.folded) and _is_office(line, above, below):
            marks.setdefault(line.number, Mark("metadata", "line"))


def _is_office(line: Line, above: Line, below: Line) -> bool:
    """Tell what a writer is, without a verb, between the writer's name and the line that dates the text."""
    return (
        3 <= len(line.words) <= _OFFICE_WORDS
        and is_nominal(line)
        and (is_person(above) or is_metadata(above))
        and is_metadata(below)
    )
