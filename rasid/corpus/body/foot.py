"""The foot of a raw page's article: what trails its last paragraph, and paragraphs that stand twice."""

from __future__ import annotations

import itertools
import re
from typing import Final

from rasid.corpus.body.bylines import LIFE, is_person
from rasid.corpus.body.embedded import RUNS_ON
from rasid.corpus.body.furniture import Mark
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line, overlap
from rasid.corpus.body.posts import foot_of_post

_CLAUSES: Final = 22  # words of a line that is no headline
_CLAUSE: Final = re.compile(r"\w[،:] \w")
_REST: Final = 2  # lines of a broken sentence below its beginning
_SAID: Final = 5  # words of a line of a post, which has no full stops
_LINKS: Final = 3  # of a site's own in a row are its foot
_CLOSING: Final = re.compile(
    r"(?:ال)?(?:خاتمه|خلاصه|استنتاج|استنتاجات|توصيات|نتيجه|نتايج)|(?:في )?الختام|ختاما|اخيرا|"
    r"(?:الخلاصه|النتايج|الاستنتاجات) والتوصيات|كلمه اخيره"
)
"""A heading over the last words of a study or a column."""
_CALLED: Final = re.compile(
    r"(?:و ?)?(?:الله (?:ي\w+|اكبر|المستعان|لا)|عين الله|حسبنا الله|حسبي الله|اللهم|لا حول ولا|ما ?شاء الله|"
    r"(?:رحم|لعن|بارك|سبحان|نصر|حيا) الله|لعنه الله|الله\W+الله|يا ?رب|انا لله|(?:الف )?مبروك|تحيه ل)\b"
)
"""What readers' remarks begin with, and a report's paragraphs hardly ever."""
_REMARKS: Final = 3
_STOPS: Final = ".،؛:"
_ITEMS: Final = "•·*-–▪0123456789٠١٢٣٤٥٦٧٨٩"
_FEET: Final = frozenset({"navigation", "copyright", "share", "newsletter"})
_PULLED: Final = 260
_NEAR: Final = (
    100  # lines about a sentence among which it may be pulled out; a live page has thousands
)
"""Characters of a quotation pulled out of a text."""


def cut_foot(layout: Layout, marks: dict[int, Mark]) -> None:
    """Cut the short lines that trail the last paragraph: labels, names, headlines of other articles."""
    lines = layout.lines
    _cut_writer(layout)
    _cut_remarks(layout)
    last = layout.head
    for line in lines[: layout.end]:
        if line.number not in layout.reasons and line.is_prose:
            last = max(last, line.number)
    while (last > layout.head and not lines[last].running) and (
        _is_cut_off(lines[last], layout)
        or _is_headline(lines[last], layout)
        or _is_about(lines[last], layout)
    ):
        layout.reasons[last] = "related"
        last = max(
            line.number
            for line in lines[: layout.end]
            if line.number not in layout.reasons and line.is_prose
        )
    trailing = [line for line in lines[last + 1 : layout.end] if line.number not in layout.reasons]
    if len(
        [line for line in lines if line.is_prose and line.number not in layout.reasons]
    ) < 2 and (
        sum(len(line.words) >= 8 for line in trailing) >= 2
        and not any(number > last for number in marks)
    ):
        return  # an article whose paragraphs have no full stops
    if _announces(lines[last]):
        return  # the list that the last paragraph announces closes the article
    if foot_of_post(lines) is not None:
        trailing = [line for line in trailing if len(line.words) < _SAID]
    headlines = sum(len(line.words) >= 5 for line in trailing)
    broken = False
    closing = _closing(trailing, last)
    for line in trailing:
        own = not broken and headlines <= 3 and (_continues(line) or _tells_on(line, lines[last]))
        own = own or line.number in closing
        own = own or (not broken and _completes(line, layout))
        if line.is_sentence and RUNS_ON.match(line.folded):
            own = True  # "and added that …" below a picture's two lines: no headline is such a sentence
        elif not own:
            broken = True
            layout.reasons[line.number] = "related" if len(line.words) >= 5 else "navigation"
        if own and _announces(line):
            return


def _closing(trailing: list[Line], last: int) -> set[int]:
    """Return the numbers of the lines under a heading such as «الخاتمة» straight below the text, and of the heading.

    They are sentences, however short, or the items of a list.
    """
    if not trailing or trailing[0].number != last + 1:
        return set()
    heading, *below = trailing
    if not _CLOSING.fullmatch(heading.folded.strip(" :.-–")):
        return set()
    own: set[int] = set()
    for number, line in enumerate(below, heading.number + 1):
        if line.number != number or not (_continues(line) or line.text[0] in _ITEMS):
            break
        own |= {heading.number, line.number}
    return own


def _cut_remarks(layout: Layout) -> None:
    """Cut what readers have left below the text with no heading over it: prayers and cheers, mostly without stops."""
    below = [line for line in layout.lines[layout.head : layout.end] if line.number > layout.head]
    called = [line for line in below if _CALLED.match(line.folded)]
    if len(called) < _REMARKS - 1:
        return
    tail = [line for line in below if line.number >= called[0].number]
    stopped = sum(line.text[-1] in _STOPS and line.text[-2:-1] != " " for line in tail)
    prose = [o for o in below if o.number < called[0].number and o.is_prose]
    if len(tail) >= _REMARKS and 2 * stopped <= len(tail) and prose:
        for line in tail:
            layout.reasons[line.number] = "comments"
        layout.end = called[0].number


def _cut_writer(layout: Layout) -> None:
    """Cut who wrote the text, below it: a person's name over a line of what the person does."""
    kept = [n for n in range(layout.head, layout.end) if n not in layout.reasons]
    for number, following in itertools.pairwise(kept[-4:]):
        name, life = layout.lines[number], layout.lines[following]
        if len(kept) > 4 and not name.is_prose and is_person(name) and LIFE.match(life.folded):
            for other in kept[kept.index(number) :]:
                layout.reasons[other] = "metadata"
            return


def _is_cut_off(line: Line, layout: Layout) -> bool:
    """Tell a teaser of another article as a page's last text: it breaks off, and tells nothing of this one."""
    own = [
        other
        for other in layout.lines[layout.head : line.number]
        if other.is_prose and other.number not in layout.reasons
    ]
    ends = line.text.rstrip(" ]").endswith(("…", "...", "..", "[...]"))
    return ends and len(own) >= 2 and overlap(line, own) < 0.2


def _is_about(line: Line, layout: Layout) -> bool:
    """Tell what a site says of itself: between its links and its rights, and nothing of the article."""
    above = range(line.number - _LINKS, line.number)
    if above.start <= layout.head or not all(layout.reasons.get(n) in _FEET for n in above):
        return False
    around = range(above.start, line.number + 2 * _LINKS)
    if RUNS_ON.match(line.folded) or "copyright" not in map(layout.reasons.get, around):
        return False
    own = [
        other
        for other in layout.lines[layout.head : line.number]
        if other.is_prose and other.number not in layout.reasons
    ]
    return len(own) >= 2 and overlap(line, own) < 0.25


def _is_headline(line: Line, layout: Layout) -> bool:
    """Tell a headline as the last line of a page without full stops: half as long as any paragraph, and no sequel."""
    others = [
        len(other.text)
        for other in layout.lines[layout.head : line.number]
        if other.is_prose and other.number not in layout.reasons
    ]
    return (
        line.unstopped
        and len(others) >= 3
        and 2 * len(line.text) < min(others)
        and not _continues(line)
    )


def _announces(line: Line) -> bool:
    """Tell a paragraph that ends by announcing a list: "… as follows:"."""
    closing = line.words[-4:]
    return line.text.endswith(":") or any(
        word in ("يلي", "كالتالي", "كالاتي", "التاليه", "الاتيه", "الاتي", "التالي")
        for word in closing
    )


def _continues(line: Line) -> bool:
    """Tell a last paragraph without a full stop, or a last short sentence, from a label or headline."""
    words = line.words
    if line.text.endswith(("،", ",")):
        return True
    if line.text.rstrip().endswith((".", "!", "؟", "?", "…", '"', "”", "»")) and len(words) >= 3:
        return True
    connective = (words and words[0].startswith(("و", "ف"))) or (
        words and words[0] in ("كما", "يذكر", "يشار", "بينما", "لكن", "ان")
    )
    return bool(connective) and len(words) >= 6


def _completes(line: Line, layout: Layout) -> bool:
    """Tell the rest of a sentence that a copy has broken: straight below a line without a sign, its stop soon after."""
    above = layout.lines[line.number - 1]
    if line.gap or above.number in layout.reasons or not above.text[-1].isalnum():
        return False
    rest = layout.lines[line.number : line.number + _REST]
    return any(
        o.text.endswith(".") and not any(p.gap for p in rest[: o.number - line.number + 1])
        for o in rest
    )


def _tells_on(line: Line, last: Line) -> bool:
    """Tell a closing paragraph whose copy has lost its full stop: too long for a headline, with a clause of its own."""
    following = line.number == last.number + 1
    return following and len(line.words) >= _CLAUSES and bool(_CLAUSE.search(line.text))


def drop_doubles(layout: Layout) -> None:
    """Cut what stands twice: a summary repeated above the text, a sentence pulled out of it, a text saved twice."""
    seen: dict[str, Line] = {}
    doubles: list[tuple[Line, Line]] = []
    kept = [line for line in layout.lines if line.number not in layout.reasons]
    for place, line in enumerate(kept):
        if len(line.text) < 40:
            continue
        key = line.folded.strip(' .…"“”«»')
        stopped = line.running or line.is_sentence
        if (
            len(key) <= _PULLED
            and not stopped
            and any(
                len(other.folded) > len(key) + 25 and key in other.folded
                for other in kept[max(0, place - _NEAR) : place + _NEAR]
            )
        ):  # a sentence of the text, set large between its paragraphs
            layout.reasons[line.number] = "other"
            continue
        if other := seen.get(key):
            doubles.append((other, line))
        else:
            seen[key] = line
    for other, line in doubles:
        summary = len(doubles) == 1 and other.number <= layout.head + 1
        if summary and line.number <= other.number + 4:
            layout.reasons[other.number] = "metadata"
        else:
            layout.reasons[line.number] = "other"
