"""The body of a raw page: what the author wrote, without what the page put around it.

A saved page is read as zones of lines: a head (menu, title, date, author, picture), paragraphs, and a
foot (source, tags, related headlines, comments, copyright), in which a second article may lie. Three
decisions make the body: where paragraphs begin, where they end, and which lines between are foreign.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rasid.corpus.body.blocks import mark_blocks, mark_cards
from rasid.corpus.body.bylines import is_person, mark_lives
from rasid.corpus.body.captions import is_above_credit, is_alternative, is_caption, is_nominal
from rasid.corpus.body.embedded import closes_fence, is_teaser, resumes
from rasid.corpus.body.foot import cut_foot, drop_doubles
from rasid.corpus.body.fragments import join_fragments, join_wrapped
from rasid.corpus.body.furniture import Mark, furniture, is_navigation
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.insets import cut_insets
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import LONG_WORDS, STAMP, Line, split_lines
from rasid.corpus.body.opening import broken_off, first_paragraph
from rasid.corpus.body.posts import mark_posts
from rasid.corpus.body.second import cut_second
from rasid.corpus.body.tails import inline_cuts
from rasid.corpus.body.titles import repeats, split_title
from rasid.corpus.outlets.places import PLACES
from rasid.language import fold

_SCENE: Final = range(5, 13)  # words of what a picture shows
_LISTED: Final = re.compile(r"[,،|•]")
_HEADLINES: Final = 4  # in a row make a list
_CLOCK: Final = re.compile(
    r"(?:الساعه\s?:? )?\d{1,2}:\d\d(?::\d\d)?(?: ?(?:[صم]|صباحا|مساء|am|pm))?"
)
_MARKDOWN: Final = re.compile(r"^#{1,6} +")
_SIDES: Final = re.compile(r"\s?[-–—/]\s?")


def lay_out(
    source: str,
    *,
    title: str = "",
    is_outlet: Callable[[str], bool] = lambda _: False,
    foreign: frozenset[int] = frozenset(),
) -> Layout:
    """Return the zones of a raw page.

    `title` is the title when the file itself names it, `foreign` the numbers of lines known not to be
    the article's: they are cut, but what they say (a date, a name) still counts.
    """
    lines = split_lines(source)
    stamp = STAMP.match(source.lstrip())
    layout = Layout(lines, stamp.group(1) if stamp else "")
    if not lines:
        return layout
    marks = {line.number: mark for line in lines if (mark := furniture(line))}
    for number in foreign:
        known = marks.get(number)
        marks[number] = Mark(known.reason if known else _reason(lines[number]), "line")
    mark_blocks(lines, marks)
    mark_lives(lines, marks)
    join_fragments(lines, marks)
    join_wrapped(lines, marks)
    mark_posts(lines, marks)
    first = first_paragraph(lines, marks)
    mark_cards(lines, marks, first)
    layout.title, layout.suffix, layout.title_line = split_title(
        lines, marks, first, title, is_outlet
    )
    layout.title = _MARKDOWN.sub("", layout.title)
    _head(layout, marks, first)
    _paragraphs(layout, marks)
    if not foreign:  # else the page's structure has told which of its articles is meant
        cut_second(layout)
    _blocks(layout, foreign)
    cut_insets(layout)
    cut_foot(layout, marks)
    drop_doubles(layout)
    _cut_dateline(layout)
    kept = [line.number for line in lines if line.number not in layout.reasons]
    layout.end = min(layout.end, kept[-1] + 1) if kept else layout.end
    layout.inline = inline_cuts(layout.lines, layout.reasons, layout.suffix, layout.title)
    return layout


def _cut_dateline(layout: Layout) -> None:
    """Cut the lines of particulars that the text begins with once its doubles are gone: "outlet/ city"."""
    for line in layout.lines[: layout.end]:
        if line.number in layout.reasons:
            continue
        if line.is_prose or not is_metadata(line):
            return
        layout.reasons[line.number] = "metadata"


def _reason(line: Line) -> str:
    """Return why a line outside the article is cut."""
    if is_metadata(line):
        return "metadata"
    if is_caption(line, in_body=False):
        return "caption"
    return "related" if len(line.words) >= 6 and not is_navigation(line) else "navigation"


def _head(layout: Layout, marks: dict[int, Mark], first: int) -> None:
    """Cut the head; of the lines after the title, a subtitle is the author's and stays."""
    title = layout.title_line
    listed = False
    for line in layout.lines[:first]:
        mark = marks.get(line.number)
        listed = listed or (mark is not None and mark.reach == "list" and line.number > title >= 0)
        if mark:
            reason = mark.reason
        elif line.number <= title or title < 0:
            own = line.number == title or is_metadata(line)
            reason = "metadata" if own else "navigation"
        elif _is_picture(line, layout, first):
            reason = "caption"
        elif is_metadata(line) or is_person(line) or repeats(line, layout.title):
            reason = "metadata"
        elif told := broken_off(line, layout.lines, marks):
            reason = told
        elif _asks(line, first):
            continue
        elif line.is_prose and len(line.words) >= 2 * LONG_WORDS and not line.running:
            reason = (
                "related"  # headlines run together: the first paragraph was looked for past them
            )
        elif is_navigation(line) or len(line.words) < 6:
            reason = "navigation"
        elif listed or _in_list(layout, line, first):
            reason = "related"  # below "read also", or among headlines
        else:
            continue
        layout.reasons[line.number] = reason
    layout.head = first
    if title >= first:  # the title is a paragraph's first line
        layout.reasons[title] = "metadata"


def _is_picture(line: Line, layout: Layout, first: int) -> bool:
    """Tell what is written below a picture between the title and the text, which begins at line `first`."""
    lines = layout.lines
    beside = lines[max(layout.title_line + 1, line.number - 1) : min(first, line.number + 2)]
    return (
        is_caption(line, in_body=False)
        or is_above_credit(line, lines)
        or is_alternative(line, lines)
        or _is_doubled(line, beside)
        or _is_scene(line, layout, first)
    )


def _is_doubled(line: Line, head: list[Line]) -> bool:
    """Tell a line below the title that stands twice in a row: a picture's two texts."""
    key = line.folded.strip("•·* ")
    around = [other for other in head if abs(other.number - line.number) == 1]
    return any(other.folded.strip("•·* ") == key for other in around)


def _shows_title(line: Line, layout: Layout) -> bool:
    """Tell a picture in a bulleted list: the title's first words behind a bullet, and the line below that."""
    above = layout.lines[line.number - 1] if line.number else line
    for other in (line, above):
        key = other.folded.strip("•·* ")
        bulleted = other.text[0] in "•·*" and len(key.split()) >= 3
        if bulleted and not line.is_prose and fold(layout.title).text.lower().startswith(key):
            return True
    return False


def _is_scene(line: Line, layout: Layout, first: int) -> bool:
    """Tell what a picture shows by its place: no verb, straight under the title, the page's date below it."""
    return (
        line.number == layout.title_line + 1
        and line.number < first
        and _states_moment(layout.lines[line.number + 1])
        and len(line.words) in _SCENE
        and is_nominal(line)
    )


def _states_moment(line: Line) -> bool:
    return is_dateline_date(line) or bool(_CLOCK.fullmatch(line.folded))


def _asks(line: Line, first: int) -> bool:
    """Tell a question straight above the first paragraph: the text's own heading, not a section's name."""
    return line.number == first - 1 and len(line.words) >= 2 and line.text.endswith(("؟", "?"))


def _in_list(layout: Layout, line: Line, first: int) -> bool:
    """Tell a headline among three or more in a row: a list of other articles before the body."""
    lines, run = layout.lines, 1
    for step in (-1, 1):
        number = line.number + step
        while (
            0 <= number < first
            and run < _HEADLINES
            and not lines[number].is_prose
            and len(lines[number].words) >= 5
            and layout.reasons.get(number) != "metadata"
        ):
            run += 1
            number += step
    return run >= _HEADLINES


def _paragraphs(layout: Layout, marks: dict[int, Mark]) -> None:
    """Walk from the first paragraph on, cutting foreign lines, until the article ends."""
    lines, number, prose_seen = layout.lines, layout.head, 0
    layout.end = len(lines)
    while number < len(lines):
        line = lines[number]
        mark = marks.get(number)
        under_deck = prose_seen == 1 and any(is_metadata(o) for o in lines[number + 1 : number + 5])
        pictured = not line.running and (
            is_caption(line, in_body=not under_deck)
            or is_above_credit(line, lines)
            or _shows_title(line, layout)
            or (not line.is_prose and _is_doubled(line, lines[max(0, number - 1) : number + 2]))
        )
        if mark is None and pictured and number != layout.head:
            layout.reasons[number] = "caption"
        elif mark is None and prose_seen == 1 and _signs_under_deck(line):
            layout.reasons[number] = "metadata"
        elif mark is None and not line.is_prose and is_metadata(line, inside=prose_seen > 0):
            layout.reasons[number] = "metadata"
            if _closes(line, prose_seen):
                following = lines[number + 1] if number + 1 < len(lines) else None
                goes_on = following is not None and following.is_prose and not marks.get(number + 1)
                # Straight before a paragraph it may be a picture's source: look at what follows.
                mark = Mark("metadata", "list" if goes_on else "end")
        elif mark is None and prose_seen and not line.is_prose and repeats(line, layout.title):
            layout.reasons[number] = "metadata"
        elif mark is None and line.is_prose and is_teaser(line, _opening(layout), prose_seen):
            for other in lines[number:]:
                known = marks.get(other.number)
                layout.reasons[other.number] = known.reason if known else "embedded"
            layout.end = number
            break
        elif mark is None:
            prose_seen += line.is_prose
        if mark is not None:
            layout.reasons[number] = mark.reason
            if mark.reach != "line":
                number = _after_mark(layout, marks, number, mark)
                continue
        number += 1


def _signs_under_deck(line: Line) -> bool:
    """Tell "outlet - city" alone below the first paragraph, which is then the deck."""
    sides = _SIDES.split(line.text)
    if len(sides) != 2 or len(line.words) > 4 or any(c.isdigit() for c in line.text):
        return False
    placed = [all(word in PLACES for word in fold(side).text.split()) for side in sides]
    return placed.count(True) == 1


def _opening(layout: Layout) -> Line:
    """Return the line with the article's dateline: the last before the first paragraph, or that itself."""
    first = layout.lines[layout.head]
    above = layout.lines[layout.head - 1] if layout.head else first
    return above if len(above.words) <= 6 and re.search(r"[-–—/]", above.text) else first


def _blocks(layout: Layout, foreign: frozenset[int]) -> None:
    """Cut a block of labels between paragraphs: four short lines or more, half of them plainly the page's.

    Lines known to be foreign tell nothing of those beside them.
    """
    run: list[Line] = []
    body = (o for o in layout.lines[layout.head : layout.end] if o.number not in foreign)
    for line in [*body, None]:
        if line is not None and closes_fence(line):
            run = []
            continue
        if line is not None and not line.is_prose:
            run.append(line)
            continue
        plain = sum(o.number in layout.reasons or is_navigation(o) or o.arabic < 0.5 for o in run)
        if len(run) >= 4 and 2 * plain >= len(run):
            for other in run:
                if len(other.words) <= 5 or len(_LISTED.split(other.text)) >= 3:
                    layout.reasons.setdefault(other.number, "navigation")
        run = []


def _closes(line: Line, prose_seen: int) -> bool:
    """Tell whether a metadata line is one that stands at an article's end: its source."""
    return prose_seen >= 2 and line.folded.startswith(("المصدر", "مصدر", "source", "نقلا عن"))


def _after_mark(layout: Layout, marks: dict[int, Mark], number: int, mark: Mark) -> int:
    """Return the line to go on with after a heading or an end mark: where the body resumes, or the end."""
    back = resumes(layout.lines, marks, layout.head, number, mark)
    stop = len(layout.lines) if back is None else back
    embedded = False
    for line in layout.lines[number + 1 : stop]:
        inner = marks.get(line.number)
        if inner is not None:
            layout.reasons[line.number] = inner.reason
            embedded = embedded and inner.reach == "line"
        elif is_metadata(line) and not line.is_prose:
            layout.reasons[line.number] = "metadata"
        elif (
            line.is_prose
            and line.text[0] not in "•·*-"
            and not (mark.reason in ("comments", "copyright") and line.number < number + 4)
        ):
            embedded = True
            layout.reasons[line.number] = "embedded"
        else:
            layout.reasons[line.number] = (
                "embedded"
                if embedded
                else (
                    mark.reason
                    if mark.reach == "list" or mark.reason in ("comments", "copyright")
                    else "related"
                )
            )
    if back is None:
        layout.end = min(layout.end, number)
    return stop
