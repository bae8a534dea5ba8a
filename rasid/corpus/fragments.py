"""Paragraphs that a copy has broken at their links: "… until the border with" / "Iraq" / "."."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.furniture import Mark
from rasid.corpus.header import is_metadata
from rasid.corpus.lines import Line, word_set

_SIGN: Final = re.compile(r"[.،؛:!؟\"”»)]+")
_STOP: Final = re.compile(r"[.!؟…][\"”»)]*$")
_SHORT: Final = 4
"""Words of a linked name at most."""

_LEAST: Final = 3
"""So many such names make a page one whose paragraphs are broken: a byline or a section is only one."""

_RUNS: Final = 2
"""Headlines and sections above one paragraph look like a broken one; broken pages have several."""

_LONGEST: Final = 8


def join_fragments(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines of broken paragraphs as running text, and take a stray full stop out of `marks`.

    A broken paragraph is a run of lines without blank lines between, in which short lines stand between
    longer ones that end without a sign, and which ends with a full stop. Lists of headlines do not.
    """
    runs: list[list[Line]] = []
    number = 0
    while number < len(lines):
        run = _run(lines, marks, number)
        if run:
            runs.append(run)
        number += max(1, len(run))
    if len(runs) < _RUNS or sum(_names(run) for run in runs) < _LEAST:
        return
    for run in runs:
        for line in run:
            line.running = True
            marks.pop(line.number, None)


_FUNCTION: Final = word_set(
    "في من علي الي عن مع ان بان وان وهو وهي التي الذي الذين بعد قبل بين خلال نحو او ثم حيث كما قد لقد هذا هذه"
)
_REPORTS: Final = re.compile(
    r"[وف]?(?:اعلنت?|قالت?|ذكرت?|اضافت?|اكدت?|اشارت?|اوضحت?|نقلت?|كشفت?|افادت?|يقول|تقول|ظهر|كانت?|بحسب|وفق|"
    r"لفتت?|شددت?|دعت?|دعا|راي|طالبت?|حذرت?|رفضت?|نفت?|نفي|تابعت?|قررت?|وصلت?)"
)


def join_wrapped(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines of paragraphs whose lines a copy has broken anywhere: "Announced" / "the minister … that".

    Such a page shows itself by lines that cannot end where they do: at a preposition, or at the verb that
    opens a report. Three of them are asked for; then each run of lines up to a full stop is running text.
    """
    broken = [line for line in lines[:-1] if _hangs(line, lines[line.number + 1], marks)]
    if len(broken) < _LEAST:
        return
    for line in broken:
        start = line.number
        while start > broken[0].number and _goes_on(lines[start - 1], lines[start], marks):
            start -= 1
        end = line.number + 1
        while end + 1 < len(lines) and _goes_on(lines[end], lines[end + 1], marks):
            end += 1
        for other in lines[start : end + 1]:
            other.running = True
            marks.pop(other.number, None)


def _hangs(line: Line, after: Line, marks: dict[int, Mark]) -> bool:
    """Tell a line that ends within a sentence."""
    if not _goes_on(line, after, marks) or not line.words:
        return False
    opens = len(line.words) <= _SHORT and bool(_REPORTS.fullmatch(line.words[0]))
    return line.words[-1] in _FUNCTION or (opens and line.text[-1] not in ":،")


def _goes_on(line: Line, after: Line, marks: dict[int, Mark]) -> bool:
    return not (
        after.gap
        or _STOP.search(line.text)
        or {line.number, after.number} & marks.keys()
        or is_metadata(line)
        or is_metadata(after)
    )


def _run(lines: list[Line], marks: dict[int, Mark], start: int) -> list[Line]:
    """Return the lines of the broken paragraph that begins at `start`; empty when none does."""
    run: list[Line] = []
    for line in lines[start : start + _LONGEST]:
        sign = bool(_SIGN.fullmatch(line.text))
        foreign = not sign and (line.number in marks or is_metadata(line) or line.arabic < 0.5)
        if foreign or (line.gap and run):
            return []
        if not run and (sign or len(line.words) <= _SHORT - 1 or _STOP.search(line.text)):
            return []
        if len(run) == 1 and (sign or len(line.words) > _SHORT):
            return []
        run.append(line)
        if sign or _STOP.search(line.text):
            return run if _names(run) and sum(len(other.words) for other in run) >= 10 else []
    return []


def _names(run: list[Line]) -> int:
    return sum(1 <= len(line.words) <= _SHORT and not _STOP.search(line.text) for line in run[1:-1])
