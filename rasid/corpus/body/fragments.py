"""Paragraphs that a copy has broken at their links: "… until the border with" / "Iraq" / "."."""

from __future__ import annotations

import itertools
import re
from typing import Final

from rasid.corpus.body.captions import is_caption
from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.header import is_metadata
from rasid.corpus.body.lines import Line, word_set

_SIGN: Final = re.compile(r"[.،؛:!؟\"”»)]+")
_STOP: Final = re.compile(r"[.!؟…][\"”»)]*$")
_SHORT: Final = 4
"""Words of a linked name at most."""

_LEAST: Final = 3
"""So many such names make a page one whose paragraphs are broken: a byline or a section is only one."""

_RUNS: Final = 2
"""Headlines and sections above one paragraph look like a broken one; broken pages have several."""

_LONGEST: Final = 8

_WIDTH: Final = 130
"""Characters of a line of text that was broken to a width; unbroken paragraphs are longer."""

_FULL: Final = 0.55
"""Of the widest line, what a line broken to that width holds at least: headlines in a list are shorter."""

_CUT: Final = 8
"""Words of a line that ends within a sentence: subheadings are shorter."""


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
        for line in [*_before(run[0], lines, marks), *run]:
            line.running = True
            marks.pop(line.number, None)


def _before(first: Line, lines: list[Line], marks: dict[int, Mark]) -> list[Line]:
    """Return the short lines above a broken paragraph's first long one: it may open with a linked name."""
    above: list[Line] = []
    for line in reversed(lines[max(0, first.number - _LONGEST) : first.number]):
        below = above[-1] if above else first
        if below.gap or len(line.words) > _SHORT or not _goes_on(line, below, marks):
            break
        above.append(line)
    return above


FUNCTION: Final = word_set(
    "في من علي الي عن مع ان بان وان وهو وهي التي الذي الذين بعد قبل بين خلال نحو او ثم حيث كما قد لقد هذا هذه"
)
"""Words that no sentence ends with."""
REPORTS: Final = re.compile(
    r"[وف]?(?:اعلنت?|قالت?|ذكرت?|اضافت?|اكدت?|اشارت?|اوضحت?|نقلت?|كشفت?|افادت?|يقول|تقول|ظهر|كانت?|بحسب|وفق|"
    r"لفتت?|شددت?|دعت?|دعا|راي|طالبت?|حذرت?|رفضت?|نفت?|نفي|تابعت?|قررت?|وصلت?)"
)
"""The verb that opens a report's sentence."""


_TELLS: Final = re.compile(rf"(?:{REPORTS.pattern}|[يت]\w{{3,}}) ")


def join_wrapped(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines of paragraphs whose lines a copy has broken anywhere: "Announced" / "the minister … that".

    Such a page shows itself by lines that cannot end where they do: at a preposition, or at the verb that
    opens a report; or by long lines that the next ones carry on, where no line is wider than a mail's. Then
    each run of such lines up to a full stop is running text.
    """
    runs = [
        run
        for line, after in itertools.pairwise(lines)
        if not after.gap
        and (_hangs(line) or _is_cut(line, after))
        and (run := _to_stop(line, lines, marks))
    ]
    _open_first(lines, marks)
    stopped = next((line.number for line in lines if _STOP.search(line.text)), len(lines))
    widest = max(len(line.text) for line in lines)
    cut = sum(
        _is_cut(*run[:2]) and len(run[0].text) >= _FULL * widest
        for run in runs
        if run[0].number > stopped
    )
    wrapped = cut >= _RUNS and all(len(line.text) <= _WIDTH for line in lines)
    if sum(_hangs(run[0]) for run in runs) < _LEAST and not wrapped:
        return
    for line in itertools.chain(*runs):
        line.running = True
    above = _before(runs[0][0], lines, marks)
    if above and above[-1].number == 0 and _TELLS.match(above[-1].folded):
        for line in above:  # the page begins within its first sentence: no title in four words
            line.running = True


def _open_first(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the first sentence of a page without a title whose copy has broken it behind a preposition."""
    first = lines[0]
    if first.words and first.words[-1] in FUNCTION and REPORTS.fullmatch(first.words[0]):
        for line in _to_stop(first, lines, marks):
            line.running = True


def _to_stop(line: Line, lines: list[Line], marks: dict[int, Mark]) -> list[Line]:
    """Return a line with those after it up to a full stop; empty when none comes."""
    run = [line]
    for after in lines[line.number + 1 : line.number + _LONGEST]:
        if not _goes_on(run[-1], after, marks):
            break
        run.append(after)
    whole = (
        len(run) > 1
        and _STOP.search(run[-1].text)
        and sum(len(other.words) for other in run) >= _CUT
    )
    return run if whole else []


def _is_cut(line: Line, after: Line) -> bool:
    """Tell a long line without a stop whose sentence the next line, no new one, carries on."""
    opens = after.folded.startswith(("و", "ف")) or after.text[0] in '"“«•·*-–'
    return len(line.words) >= _CUT and line.text[-1] not in ":؟?!…)]" and not opens


def _hangs(line: Line) -> bool:
    """Tell a line that ends within a sentence."""
    if not line.words:
        return False
    opens = len(line.words) <= _SHORT and bool(REPORTS.fullmatch(line.words[0]))
    return line.words[-1] in FUNCTION or (opens and line.text[-1] not in ":،")


def _goes_on(line: Line, after: Line, marks: dict[int, Mark]) -> bool:
    return not (
        after.gap
        or _STOP.search(line.text)
        or {line.number, after.number} & marks.keys()
        or is_metadata(line)
        or is_metadata(after)
        or is_caption(line, in_body=True)
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
        if not run and is_caption(line, in_body=False):
            return []  # what a picture shows, with its agency, over a heading
        if len(run) == 1 and (sign or len(line.words) > _SHORT):
            return []
        run.append(line)
        if sign or _STOP.search(line.text):
            return run if _names(run) and sum(len(other.words) for other in run) >= 10 else []
    return []


def _names(run: list[Line]) -> int:
    return sum(1 <= len(line.words) <= _SHORT and not _STOP.search(line.text) for line in run[1:-1])
