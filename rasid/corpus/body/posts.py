"""Posts of networks that a page shows among its paragraphs: a name, its handle, what was posted, hour and counts."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.lines import Line

_HANDLE: Final = re.compile(r"@[A-Za-z0-9_.]{3,30}(?: ?[·•].{0,30})?")
_TRACE: Final = re.compile(
    r"\d{1,2}:\d\d(?: ?[صم]| ?[ap]m)? ?[·•|] ?.{5,40}|[·•] ?\d{1,2} .{3,20}|"
    r"\d[\d.,]{0,8} ?(?:[كمkm]|الف|الاف|مليون)?(?: (?:اعجاب\w*|رد\w*|مشاهد\w+|تعليق\w*|likes?|views?|repl\w+))?|"
    r"(?:مشاهد[هات]+|اعجاب\w*|ردود|رد|نشر|اعاده (?:نشر|تغريد)|نسخ رابط.{0,20}|ترجمه (?:المنشور|التغريده)|"
    r"views|likes|replies)"
)
_SAID: Final = re.compile(r".{3,80}\(@\w{3,30}\).{0,40}:")  # "X (@x) posted:"
_VIEWS: Final = re.compile(r"\d[\d.,]{0,8} ?(?:[kmكم]|الف|الاف|مليون)? ?(?:views?|مشاهد\w+)")
_LAST: Final = 3  # lines: views, moment, who forwarded it
_NAME: Final = 9  # words of who posts
_POST: Final = 8  # lines of a post with its counts


def mark_posts(lines: list[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines of a post between paragraphs: from the name above a handle to the last of its counts.

    A handle below the last paragraph is the writer's own.
    """
    prose = [line.number for line in lines if line.is_prose]
    for line in lines[prose[0] + 1 : prose[-1]] if prose else ():
        if _SAID.fullmatch(line.text) and any(
            n in marks for n in (line.number + 1, line.number + 2)
        ):
            marks.setdefault(line.number, Mark("embedded", "line"))
        if not _HANDLE.fullmatch(line.text):
            continue
        above, below = lines[line.number - 1], lines[line.number + 1 : line.number + 1 + _POST]
        traces = [other.number for other in below if _TRACE.fullmatch(other.folded)]
        end = max(traces, default=line.number)
        name = not above.is_prose and len(above.words) <= _NAME
        for number in range(line.number - name, end + 1):
            marks.setdefault(number, Mark("embedded", "line"))


def foot_of_post(lines: list[Line]) -> int | None:
    """Return the line of the views that close a page which is one post; its moment stands beside it.

    None when the page is none.
    """
    last = lines[-_LAST:]
    return next((line.number for line in last if _VIEWS.fullmatch(line.folded)), None)
