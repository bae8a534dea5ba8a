"""A heading such as "read also" between paragraphs: does the article go on below it, or another begin?"""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.lines import LONG_WORDS, Line, overlap

# A new article opens with its place and agency, or with its outlet's name and a dash.
_DATELINE: Final = re.compile(r"^(?:[^\s،.:()]+ ?){1,4}(?:[-–—/|]{1,2} |\([^)]{2,30}\)\s*[-–—:]?)")
_OWN_DATELINE: Final = re.compile(
    r"(?P<name>[^\d\W]+(?: [^\d\W]+){0,2}) ?[-–—/] ?[^\d\W]{3,}(?: |$)"
)
_FENCE: Final = re.compile(
    r"(?:تخطي|تخطى) .{2,40} وواصل القراءه|(?:list of|قايمه من) \d+ (?:items?|عناصر)"
)
_FENCE_END: Final = re.compile(r"(?:نهايه .{2,30}|.{2,30} نهايه|end of list)")
RUNS_ON: Final = re.compile(
    r"^(?:و(?!اشنطن|اع\b|كال|زير|زار|لاي|فد|فا|صل|صف|حد|ثيق|الد|اقع|اصل|افق|جه|عد|دع|ثق|رد\b|رش|سط|ضع|قع\b|قعت|قف\b)|"
    r"ف(?=\w{3})(?!ي\b|رنس|تح|ريق|صاي|لسطين|صل|وز|ض)|كما |لكن |غير ان|الا ان|من جه|من جانب|بدوره|"
    r"في المقابل|في السياق|في غضون|وفي|اما |يذكر ان|يشار الي|جدير|الجدير|يذكر|وبحسب|"
    r"بالمقابل|الي ذلك|علي صعيد|هذا و)"
)
"""How paragraphs open that go on with what stands above them."""
_MAY_RUN_ON: Final = re.compile(r"^(?:بينما|في حين|[\"“«])")  # articles open so too
_TOLD: Final = 0.5  # so much of a headline in the paragraphs below: they are its article
_TEASER: Final = 0.25  # of a paragraph alone below headlines that tells of them, not of the article
_UNKNOWN: Final = 0.15  # so little of it in the article above: another story


def resumes(
    lines: list[Line], marks: dict[int, Mark], head: int, number: int, mark: Mark
) -> int | None:
    """Return the number of the line where the article goes on after a mark, or None when it has ended.

    After an end mark (comments, copyright) nothing comes back, unless it stands before the second
    paragraph: then it belongs to the head. After a list heading the headlines are passed over; the next
    paragraph is the article's own when it runs on from what stood before, and another's when it
    opens as articles open, or tells what one of those headlines announces.
    """
    if (over := _skipped_block(lines, number)) is not None:
        return over
    before = [line for line in lines[head:number] if line.is_prose and line.number not in marks]
    after = _paragraphs_after(lines, marks, number)
    if not after:
        return None
    if mark.reach == "end":
        early = len(before) < 2 and sum(len(line.text) for line in before) < 0.2 * sum(
            len(line.text) for line in after
        )
        return (
            after[0].number
            if early and mark.reason in ("comments", "other", "navigation")
            else None
        )
    if _has_closed(lines, marks, head, number):
        return None
    target = after[0]
    headlines = [line for line in lines[number + 1 : target.number] if line.number not in marks]
    if RUNS_ON.match(target.folded) or not before:
        return target.number
    told, known, wide = _told(headlines, before, after)
    # Of several headlines the last may be the article's own next heading: then it must be foreign to it.
    apart = known <= _UNKNOWN or (len(headlines) == 1 and told >= known + 0.25)
    if told >= _TOLD and apart:
        return None
    if _MAY_RUN_ON.match(target.folded) or len(before) < 2:
        return target.number
    other = told > known and (len(headlines) == 1 or known <= 0.25)
    if told >= 0.3 and (other or _DATELINE.match(target.folded)):
        return None
    if wide >= 0.4 and known <= _UNKNOWN:
        return None
    shared = [overlap(line, before) for line in after[:4]]
    if len(before) >= 3 and sum(shared) / len(shared) < (0.12 if len(after) > 1 else _TEASER):
        return None
    return target.number


def _told(
    headlines: list[Line], before: list[Line], after: list[Line]
) -> tuple[float, float, float]:
    """Return how much of the best headline the next two paragraphs tell, the article told, and all below do."""
    long = [line for line in headlines if len(line.words) >= 4]
    return (
        max((overlap(line, after[:2]) for line in long), default=0.0),
        max((overlap(line, before) for line in long), default=0.0),
        max((overlap(line, after[:8]) for line in long), default=0.0),
    )


def _skipped_block(lines: list[Line], number: int) -> int | None:
    """Return the line after a block that the page itself fences: "skip X and go on reading" … "end of X"."""
    if not _FENCE.fullmatch(lines[number].folded):
        return None
    for line in lines[number + 1 : number + 25]:
        if _FENCE_END.fullmatch(line.folded):
            return line.number + 1 if line.number + 1 < len(lines) else None
    return None


def is_teaser(line: Line, opening: Line, before: int) -> bool:
    """Tell the beginning of another report of the same outlet: it opens with the article's own dateline.

    `opening` is the article's first line, `before` how many paragraphs stand between. An outlet sets its
    dateline once a report: "X - city" a second time, glued to running text, is the next one's.
    """
    own, other = _OWN_DATELINE.match(opening.folded), _OWN_DATELINE.match(line.folded)
    return bool(
        before >= 2
        and own
        and other
        and own.group("name") == other.group("name")
        and len(line.words) > 8
    )


def closes_fence(line: Line) -> bool:
    """Tell the line that ends a block which the page itself fences."""
    return bool(_FENCE_END.fullmatch(line.folded))


def _paragraphs_after(lines: list[Line], marks: dict[int, Mark], number: int) -> list[Line]:
    found = []
    for line in lines[number + 1 :]:
        mark = marks.get(line.number)
        if mark is not None and mark.reach == "end":
            break
        headline = line.text.endswith(("؟", "?", "!")) and len(line.words) < LONG_WORDS
        if mark is None and line.is_prose and not headline:
            found.append(line)
    return found


def _has_closed(lines: list[Line], marks: dict[int, Mark], head: int, number: int) -> bool:
    """Tell whether the article had already named its source or its key words: signs of its end."""
    for line in lines[head + 1 : number]:
        if line.folded.startswith(("المصدر", "مصدر الخبر")) and len(line.words) <= 8:
            return True
        mark = marks.get(line.number)
        if (
            mark is not None
            and mark.reason == "metadata"
            and line.folded.startswith(
                ("كلمات", "الكلمات", "وسوم", "الوسوم", "tags", "تاغات", "العلامات", "سمات")
            )
        ):
            return True
    return False
