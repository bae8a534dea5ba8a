"""Blocks of lines around an article: cards with their days, programmes with their hours, polls, a message's head."""

from __future__ import annotations

import itertools
import re
from typing import Final

from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.lines import LONG_WORDS, Line

_HEADLINE: Final = range(3, 31)
"""Words of a headline on a card."""

_NEAR: Final = 3
"""Lines between the article's own title with its day and its first paragraph."""

_MAIL: Final = 10  # lines in which the head of a message ends
_LABELS: Final = 3
_SUBJECT: Final = re.compile(r"(?:الموضوع|subject)\s?:")
_MAIL_LABEL: Final = re.compile(
    r"(?:من|الي|المرسل|نسخه|التاريخ|تاريخ الارسال|الموضوع|from|to|cc|date|sent|subject|reply-to)\s?:"
)
_BULLETS: Final = "•·▪"
_SHOWN: Final = 20  # words of what a picture shows
_HOUR: Final = re.compile(r"\d{1,2}:\d\d(?: ?(?:gmt|utc))?")
_LENGTH: Final = re.compile(r"\d{1,3} ?(?:د|دقيقه|دقايق|min)")
_PROGRAMME: Final = 2
"""Lines above an hour and a length at most: the programme's name and what it is about."""
_ANSWERS: Final = frozenset(
    {
        "نعم",
        "لا",
        "ربما",
        "لا ادري",
        "yes",
        "no",
        "تصويت",
        "صوت",
        "النتايج",
        "النتايج تصويت",
        "عرض النتايج",
    }
)


def mark_blocks(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark what several lines together show to be the page's: polls, programmes on the air, a message's head."""
    _mark_polls(lines, marks)
    _mark_programmes(lines, marks)
    _mark_mail_head(lines, marks)
    _mark_pictures(lines, marks)


def mark_cards(lines: list[Line], marks: dict[int, Mark], first: int) -> None:
    """Mark headlines that take turns with days above the article, which begins at line `first`.

    Two of them or more are cards of other articles; the last pair is the article's own title and day when
    the text follows straight below it. A title and its day set twice are one pair.
    """
    run: list[Line] = []
    for line in [*lines[:first], None]:
        if line is not None and _takes_turns(line, run, marks):
            run.append(line)
            continue
        _mark(run, lines, marks, first)
        run = [line] if line is not None and _takes_turns(line, [], marks) else []


def _takes_turns(line: Line, run: list[Line], marks: dict[int, Mark]) -> bool:
    if line.number in marks:
        return False
    dated = is_dateline_date(line)
    if not dated and (line.is_prose or len(line.words) not in _HEADLINE):
        return False
    return not run or dated != is_dateline_date(run[-1])


def _mark(run: list[Line], lines: list[Line], marks: dict[int, Mark], first: int) -> None:
    if len(run) < 4:  # two headlines with their days
        return
    own = [line for line in lines[run[-1].number + 1 : first] if line.number not in marks]
    cards = run[:-2] if len(own) <= _NEAR else run
    heads = {line.folded for line in cards if not is_dateline_date(line)}
    if len(heads) < 2 or sum(map(is_dateline_date, cards)) < 2:
        return
    for line in cards:
        marks[line.number] = Mark("related", "line")


def _mark_mail_head(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the head of a message copied with its text: from, to, sent, and its subject where the title follows."""
    top = [line for line in lines[:_MAIL] if _MAIL_LABEL.match(line.folded)]
    if len(top) < _LABELS or sum("@" in line.text for line in top) == 0:
        return
    for line in top:
        subject = _SUBJECT.match(line.folded)
        if subject is None or any(
            other.folded in line.folded for other in lines[top[-1].number + 1 :]
        ):
            marks[line.number] = Mark("metadata", "line")


def _mark_programmes(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark what is on the air: a programme's name and subject, its hour on a line, its length on the next."""
    for hour, length in itertools.pairwise(lines):
        if not (_HOUR.fullmatch(hour.folded) and _LENGTH.fullmatch(length.folded)):
            continue
        above = lines[max(0, hour.number - _PROGRAMME) : hour.number]
        named = [
            line for line in above if not line.text.endswith(".") and len(line.words) < LONG_WORDS
        ]
        for line in [*named, hour, length]:
            marks.setdefault(line.number, Mark("navigation", "line"))


def _mark_polls(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark a poll: a question, and straight below it the answers to choose from or the button."""
    for question, answer in itertools.pairwise(lines):
        asked = question.text.endswith(("؟", "?")) or question.folded in _ANSWERS
        if asked and answer.folded in _ANSWERS:
            for line in (question, answer):
                marks.setdefault(line.number, Mark("other", "line"))


def _mark_pictures(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark a picture in a list of one: a bullet with what it shows, straight below that its other text."""
    for line, below in itertools.pairwise(lines):
        if line.text[0] not in _BULLETS:
            continue
        around = [*lines[max(0, line.number - 1) : line.number], below]
        around += lines[below.number + 1 : below.number + 2]
        lone = not any(other.text[0] in _BULLETS for other in around)
        item = (line, below)
        short = all(3 <= len(o.words) <= _SHOWN and o.text[-1] != "." for o in item)
        apart = line.gap and not below.gap and below.gap_after
        if lone and apart and short and not any(o.number in marks for o in item):
            marks.update({other.number: Mark("caption", "line") for other in item})
