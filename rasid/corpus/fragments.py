"""Paragraphs that a copy has broken at their links: "… until the border with" / "Iraq" / "."."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.furniture import Mark
from rasid.corpus.header import is_metadata
from rasid.corpus.lines import Line

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
