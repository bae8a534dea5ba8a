"""Where a raw page's article begins: its first paragraph, past titles, captions, tickers and words about the site."""

from __future__ import annotations

import re

from rasid.corpus.body.captions import is_alternative, is_caption
from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.lines import LONG_WORDS, Line, overlap
from rasid.language.calendar import BARE_WEEKDAYS

_CLOSING = ("المصدر:", "المصدر :", "كلمات دلاليه", "كلمات مفتاحيه", "الكلمات المفتاحيه")
_STUB_WORDS = 5
_LEAD_WORDS = 12
_HALVES = re.compile(r"\.{2,}|…")
_LABELLED_DAY = re.compile(r"(?:تاريخ|وقت) (?:ال)?(?:نشر|اضافه|خبر|مقال)\W.{0,25}\d")
_NEAR = 60  # lines below a menu's path in which its title stands
_LISTED = 4  # headlines that make a block a list
_HEADLINE = 22  # words of one that ends like a sentence
_CUT_OFF = re.compile(r"(?:(?<!\.)\.{3}|…)$")
_FOLLOWING = 3  # paragraphs that show what the article tells
_FOREIGN = 0.2  # so little of a headline in them
_SAME = 0.7
_DAY_CLAUSE = re.compile(
    r"[،,] ?(?:(?:اليوم|امس|مساء|صباح|فجر|ظهر|عصر|ليل|يوم) ?)*(?:ال)?"
    rf"(?:{BARE_WEEKDAYS})"
    r"(?: \d[^،,(]{5,28})?\W{0,3}[،,(]"
)


def first_paragraph(lines: list[Line], marks: dict[int, Mark]) -> int:
    """Return the number of the first line of running text that is not furniture, caption or title.

    On a page that holds no more than a line of its article it is that line, not another article's text.
    """
    first = _first_prose(lines, marks)
    return _stub(lines[:first], marks) or first


def _stub(above: list[Line], marks: dict[int, Mark]) -> int:
    """Return the last line before an article's closing lines that stand above all running text; 0 when none do.

    "Source: X", then key words, then "read also": what follows belongs to others.
    """
    for line in above:
        if line.number < 2 or not line.folded.startswith(_CLOSING):
            continue
        listed = any(
            mark.reach == "list"
            for o in above[line.number + 1 :]
            if (mark := marks.get(o.number)) and mark.reason == "related"
        )
        if listed:
            own = [o for o in above[: line.number] if o.number not in marks and not is_metadata(o)]
            own = [o for o in own if len(o.words) >= _STUB_WORDS]
            return own[-1].number if len(own) > 1 else 0
    return 0


def _first_prose(lines: list[Line], marks: dict[int, Mark]) -> int:
    for line in lines:
        if line.number in marks or line.arabic < 0.5 or not (line.is_prose or _tells_day(line)):
            continue
        if line.running:
            return line.number
        if is_caption(line, in_body=False) or _is_title_like(line, lines) or is_metadata(line):
            continue
        if is_alternative(line, lines) or _is_listed(line, lines, marks):
            continue
        if broken_off(line, lines, marks):
            continue
        if not _is_preamble(line, lines, marks) and not _is_run_on(line, lines, marks):
            return line.number
    longest = max(lines, key=lambda line: (line.number not in marks) * len(line.text))
    return longest.number


def _states_day(lines: list[Line]) -> bool:
    """Tell whether a line opens with a label of publication and a date."""
    return any(_LABELLED_DAY.match(line.folded) for line in lines)


def _tells_day(line: Line) -> bool:
    """Tell a lead without a full stop: "the ministry announced, Thursday, that …" is no headline."""
    runs_on = line.text.endswith(("،", ","))  # no headline ends so
    return len(line.words) >= _LEAD_WORDS and (runs_on or bool(_DAY_CLAUSE.search(line.folded)))


def _is_preamble(line: Line, lines: list[Line], marks: dict[int, Mark]) -> bool:
    """Tell a paragraph about the site itself, above the article: a date line and another topic follow."""
    if any(is_dateline_date(other) for other in lines[max(0, line.number - 2) : line.number]):
        return False  # title, date, first paragraph: the date further down is an inset's
    after = lines[line.number + 1 :]
    between = []
    for other in after:
        if other.is_prose and other.number not in marks:
            break
        between.append(other)
    if not any(is_dateline_date(other) for other in between):
        return False
    following = [o for o in after[len(between) :] if o.is_prose and o.number not in marks][:4]
    return len(following) >= 2 and overlap(line, following) < 0.25


def _is_run_on(line: Line, lines: list[Line], marks: dict[int, Mark]) -> bool:
    """Tell headlines of a ticker run together without signs: no stop, hardly a comma, and the article tells of none."""
    words = len(line.words)
    joined = sum(word[0] == "و" for word in line.words)
    bare = words >= 2 * LONG_WORDS and 30 * line.text.count(".") <= words and 14 * joined < words
    if words < LONG_WORDS or (line.is_sentence and not bare) or 25 * line.text.count("،") > words:
        return False
    following = [o for o in lines[line.number + 1 :] if o.is_prose and o.number not in marks][:4]
    return len(following) >= 2 and overlap(line, following) < 0.15


def broken_off(line: Line, lines: list[Line], marks: dict[int, Mark]) -> str:
    """Return why a line above the text that breaks off is not the article's; nothing where it is."""
    if len(line.words) < _LEAD_WORDS or not _CUT_OFF.search(line.text):
        return ""
    if _spells_title(line, lines):
        return "metadata"
    return "related" if _is_teaser(line, lines, marks) else ""


def _is_teaser(line: Line, lines: list[Line], marks: dict[int, Mark]) -> bool:
    """Tell another article's headline with its beginning, which breaks off, above the text: that tells of neither."""
    above = lines[max(0, line.number - 1) : line.number]
    following = [o for o in lines[line.number + 1 :] if o.is_prose and o.number not in marks][:4]
    if len(following) < _FOLLOWING or any(o.is_prose for o in above) or line.gap:
        return False
    return bool(above) and all(overlap(o, following) <= _FOREIGN for o in (line, *above))


def _spells_title(line: Line, lines: list[Line]) -> bool:
    """Tell the title at its full length behind a bullet, broken off: its first words and most of the others."""
    if line.text[0] not in "•·▪":
        return False
    return any(
        len(o.words) >= _STUB_WORDS
        and o.words[:2] == line.words[:2]
        and overlap(o, [line]) >= _SAME
        for o in lines[: line.number]
    )


def _is_listed(line: Line, lines: list[Line], marks: dict[int, Mark]) -> bool:
    """Tell a headline among others above the article, which tells of none: a summary's points it tells.

    They bear bullets, or stand in a block without a blank line of which most are no sentences.
    """
    bullet = line.text[0] if line.text[0] in "•·▪" else ""
    around = [*lines[max(0, line.number - 1) : line.number], *lines[line.number + 1 :][:1]]
    block = _block(line, lines)
    headlines = sum(
        len(o.words) >= _STUB_WORDS and not (o.is_prose or is_metadata(o)) for o in block
    )
    listed = bool(bullet) and any(other.text[0] == bullet for other in around)
    short = len(line.words) <= _HEADLINE and 2 * headlines > len(block)
    broken = any(other.running for other in block)
    if not listed and (broken or not short or headlines < _LISTED):
        return False
    below = lines[line.number + 1 :] if listed else lines[block[-1].number + 1 :]
    own = [o for o in below if o.is_prose and o.number not in marks and o.text[0] != bullet][:4]
    return bool(own) and overlap(line, own) < 0.15


def _block(line: Line, lines: list[Line]) -> list[Line]:
    """Return the lines about one with no blank line between."""
    first = last = line.number
    while first > 0 and not lines[first].gap:
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].gap:
        last += 1
    return lines[first : last + 1]


def _is_title_like(line: Line, lines: list[Line]) -> bool:
    """Tell a title that ends in a sign or is long: the first line, or one that comes again."""
    if line.number == 0 and len(_HALVES.findall(line.text)) >= 3 and _states_day(lines[1:2]):
        return True  # headlines run together, over the day they were put there
    if len(line.text.split()) > 30:
        return False
    if any(
        o.text.endswith(line.text) and o.text != line.text
        for o in lines[max(0, line.number - _NEAR) : line.number]
    ):
        return True  # the menu's path ended in it
    again = [o for o in lines[:25] if o is not line and o.text.startswith(line.text[:60])]
    if line.text.endswith(".") and all(len(o.text) < len(line.text) for o in again):
        again = []  # a lead whose beginning stands below its picture
    if any(len(other.text.split()) < 45 and not other.is_prose for other in again):
        return True
    return (
        line.number == 0
        and not _tells_day(line)
        and not line.text.rstrip().endswith((".", ".\u200f"))
        and any(other.is_prose for other in lines[1:30])
    )
