"""Headlines of other articles that a page has set between the paragraphs of one, with no heading over them."""

from __future__ import annotations

import itertools
import re
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line, overlap

_HEADLINE: Final = range(5, 17)
"""Words of a headline; a subheading of the article's own is mostly shorter."""

_FOREIGN: Final = 0.15  # so little of a headline in the article: it announces another
_FOREIGN_MARKED: Final = 0.34  # with a sign that only headlines bear
_MARKED: Final = re.compile(
    r"[(\[](?:بال)?(?:فيديو|صور|صوره|شاهد|تقرير|خاص|محدث)[)\]]|^(?:بال)?(?:فيديو|صور|صوره)\W|\w\s?\.\.\s?\w|"
    r"^(?:عاجل|شاهد|خاص|حصري)\s?[|:\-–]|^[^:]{3,40}: (?!\")"
)
_RUNS_ON: Final = re.compile(r"^(?:و|ف|ثم |كما |لكن |اما |بل |او |ان |الا |\W*[\"“«])|[:،؛,]$")
_NAMED_FIRST: Final = re.compile(r"[\"“«][^\"“”«»]{2,30}[\"”»] \w")
"""How a headline opens with a name in quotation marks, which goes on outside them."""
_SIGNED_LINE: Final = re.compile(r"^[•·*\-–■\d(]|[؟?!”»\"،,]$")
_PREPOSITIONS: Final = frozenset({"الي", "من", "في", "علي", "عن"})  # they open subheadings
_OPEN_LIST: Final = re.compile(r":\W*$|(?:الاتي|الاتيه|التالي|التاليه|يلي)\W*$")


def cut_insets(layout: Layout) -> None:
    """Cut, between two paragraphs, lone menu words and headlines that tell nothing of the article.

    Kept are lines of a list that the paragraph above announces, questions, quotations, lines that run on, and
    whatever shares its words with the article: subheadings do.
    """
    kept = [
        line for line in layout.lines[layout.head : layout.end] if line.number not in layout.reasons
    ]
    prose = [line for line in kept if line.is_prose]
    if len(prose) < 3 or any(line.running or line.unstopped for line in kept[:1]):
        return
    last, listing, labelled = prose[-1].number, False, False
    _cut_pairs(layout, kept)
    for line in kept:
        if line.number in layout.reasons:
            continue
        if line.number >= last:
            break
        if _OPEN_LIST.search(line.folded):
            listing = True
        elif line.is_prose or line.number < prose[0].number:
            listing = labelled = False
        elif _is_label(line):
            layout.reasons[line.number] = "navigation"
            labelled = True
        elif not listing and _is_foreign(line, prose, labelled or _under_label(line, layout)):
            layout.reasons[line.number] = "related"
    _cut_neighbours(layout, kept, prose)


def _cut_neighbours(layout: Layout, kept: list[Line], prose: list[Line]) -> None:
    """Cut what stands in one block with a headline that was cut, and tells as little of the article.

    A number or a quotation at its beginning or end, which alone might be a list's or the text's own, is no sign then.
    """
    for around in (list(itertools.pairwise(kept)), list(itertools.pairwise(kept[::-1]))):
        for line, other in around:
            known = layout.reasons.get(other.number) is None
            if (
                known
                and layout.reasons.get(line.number) == "related"
                and len(other.words) in _HEADLINE
                and not (other.is_prose or other.is_sentence)
                and overlap(other, prose) <= _FOREIGN
            ):
                layout.reasons[other.number] = "related"


def _cut_pairs(layout: Layout, kept: list[Line]) -> None:
    """Cut two headlines or more in a row between paragraphs: subheadings never come in pairs, lists are announced."""
    run: list[Line] = []
    above = kept[0]
    for line in kept[1:]:
        headline = len(line.words) in _HEADLINE and not (line.is_prose or line.is_sentence)
        if headline and not _RUNS_ON.search(line.folded) and _SIGNED_LINE.search(line.text) is None:
            run.append(line)
            continue
        paired = 2 <= len(run) <= 4 and line.is_prose and above.is_prose
        if paired and not _OPEN_LIST.search(above.folded) and min(len(o.words) for o in run) >= 6:
            layout.reasons.update({other.number: "related" for other in run})
        run, above = [], line


def _is_label(line: Line) -> bool:
    """Tell a section's name or a menu's word that stands alone between paragraphs."""
    words = line.words
    return (
        1 <= len(words) <= 3
        and line.text[-1:] not in ".:؟?!"
        and words[0] not in _PREPOSITIONS
        and all(word in NAVIGATION_WORDS for word in words)
    )


def _under_label(line: Line, layout: Layout) -> bool:
    """Tell a line straight below a section's name or a menu's word that the page has set into the text."""
    above = layout.lines[line.number - 1]
    cut = above.number > layout.head and layout.reasons.get(above.number) == "navigation"
    return cut and _is_label(above)


def _is_foreign(line: Line, prose: list[Line], labelled: bool) -> bool:
    if len(line.words) not in _HEADLINE or line.is_sentence or line.text[-1:] in '؟?!"”»':
        return False
    named = labelled and _NAMED_FIRST.match(line.text)
    if _RUNS_ON.search(line.folded) and not named:
        return False
    if line.text[0] in "•·*-–0123456789٠١٢٣٤٥٦٧٨٩(":
        return False
    shared = overlap(line, prose)
    return shared <= (_FOREIGN_MARKED if labelled or _MARKED.search(line.folded) else _FOREIGN)
