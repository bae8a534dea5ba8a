"""Another article pasted below the first, with nothing between the two but its own headline or writer."""

from __future__ import annotations

from typing import Final

from rasid.corpus.body.embedded import RUNS_ON
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line, overlap

_HEADLINE: Final = range(5, 19)  # words
_LEAST: Final = 2  # paragraphs on either side
_TOLD: Final = 0.4  # so much of a headline in the first paragraphs below it
_APART: Final = 0.35  # so little of it, of the title and of either text in the other
_HINTED: Final = 0.2  # enough of a headline, where the two texts are as far apart as this
_FAR: Final = 0.2
_HERE: Final = 0.34  # of the title in the text that it stands over
_ASKED: Final = 2  # questions make an interview
_ASKING: Final = frozenset("؟?!…")  # a headline may end so
_COUNTED: Final = frozenset("0123456789٠١٢٣٤٥٦٧٨٩-–•*(")  # what items of a list begin with
_GUESSED: Final = 3  # paragraphs that a headline's story is looked for in


def cut_second(layout: Layout) -> None:
    """End the article where a headline that only what follows it tells opens another.

    A subheading shares its words with the text above or with the title, and so do the paragraphs below it; a
    survey of several stories has a title that none of them tells more than the others.
    """
    title = _title(layout)
    if title is None:
        return
    kept = [line for line in layout.lines[layout.head : layout.end] if _stays(line, layout)]
    if sum(line.text[-1] in "؟?" for line in kept if not line.is_prose) >= _ASKED:
        return  # an interview
    prose = [line for line in kept if line.is_prose]
    signed = [line for line in layout.lines[layout.head : layout.end] if _is_signed(line, layout)]
    for line in sorted([*kept, *signed], key=lambda line: line.number):
        before = [other for other in prose if other.number < line.number]
        after = [other for other in prose if other.number > line.number]
        if len(before) < _LEAST or len(after) < _LEAST:
            continue
        if line in signed:
            found = _is_far(title, before, after)
        else:
            found = _is_headline(line) and _opens_another(line, title, before, after)
        if found:
            for other in layout.lines[line.number : layout.end]:
                layout.reasons.setdefault(other.number, "embedded")
            layout.end = line.number
            return


def _is_signed(line: Line, layout: Layout) -> bool:
    """Tell a line of particulars among paragraphs: who wrote what follows, or its day."""
    return not line.is_prose and layout.reasons.get(line.number) == "metadata"


def _title(layout: Layout) -> Line | None:
    """Return the page's title, None where it has none with words enough to compare."""
    title = Line(layout.title, 0, len(layout.title), 0, True)
    return title if len(title.stems) >= 3 else None


def _stays(line: Line, layout: Layout) -> bool:
    return line.number not in layout.reasons


def _is_headline(line: Line) -> bool:
    """Tell a line with a headline's length and words, and no full stop."""
    stopped = line.is_sentence and line.text[-1] not in _ASKING
    if line.is_prose or stopped or len(line.words) not in _HEADLINE:
        return False
    return len(line.stems) >= 3


def _opens_another(line: Line, title: Line, before: list[Line], after: list[Line]) -> bool:
    if RUNS_ON.match(after[0].folded):
        return False
    told, known = overlap(line, after[:_GUESSED]), overlap(line, [title, *before])
    here, there = overlap(title, before), overlap(title, after)
    shared = [overlap(other, [title, *before]) for other in after[:4]]
    share = sum(shared) / len(shared)
    if here < _HERE or line.text[0] in _COUNTED:
        return False
    return any(
        told >= least and max(known, there, share) <= most
        for least, most in ((_TOLD, _APART), (_HINTED, _FAR))
    )


def _is_far(title: Line, before: list[Line], after: list[Line]) -> bool:
    """Tell text that has next to nothing of the title and of the text above it."""
    if RUNS_ON.match(after[0].folded) or overlap(title, before) < _HERE:
        return False
    shared = [overlap(other, [title, *before]) for other in after[:4]]
    return max(overlap(title, after), sum(shared) / len(shared)) <= _FAR
