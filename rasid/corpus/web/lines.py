"""Corrections to what a page's structure shows: leads it sets apart, boxes it sets among the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from rasid.corpus.body.furniture import furniture
from rasid.corpus.body.header import is_metadata
from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.publication.dating import read_date
from rasid.corpus.web.nodes import HEADINGS, LINKED, Block, above, names

_LEAD: Final = word_set("""
lead lede leadin deck dek subtitle sub subhead subheading subheadline standfirst summary excerpt intro introduction
chapo synopsis brief secondary
""")
_NO_LEAD: Final = word_set("""
related caption credit photo image gallery video media player audio breadcrumb breadcrumbs tags tag ticker breaking
ad ads author byline writer time date share social nav menu comments comment latest most read also tts listen
""")
_BOXES: Final = word_set(
    "conversation conversations consent paywall regwall donate donation pullquote player tts listen"
)
_CLOCK: Final = word_set("clock current today now weather top topbar hijri modified updated update")
_LABELLED: Final = re.compile(
    r"(?:نُ?شرت?|النشر|[أا]ضيفت?|published|posted)(?: في| بتاريخ| on)?\s*:?\s*(.{6,60})", re.I
)
_UPDATED: Final = re.compile(
    r"(?:\(?\s*(?:تم|[آأا]خر|last)\s+)?(?:ال)?(?:تحديث|تعديل|updated?|modified)", re.I
)
_PLAYED: Final = re.compile(
    r"\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d"
)  # the place in a recording, and its length
_HOUR: Final = re.compile(r"\W*\d{1,2}\s?[:.]\s?\d{2}\W*(?:ص|م|am|pm|gmt|بتوقيت \w+)?\W*$", re.I)
_APART: Final = ("figure", "aside", "nav", "form", "footer", "button")
_BOX: Final = 400  # characters of a box whose business is its button: consent, login, subscription
_DATED: Final = 110  # characters of a line that dates the article
_BOLD: Final = (*HEADINGS, "b", "strong", "font", "big", "center")
_DATELINE: Final = 5  # words
_TITLED: Final = word_set("title headline heading subject")
_BY_MACHINE: Final = re.compile("(?:ال)?ذكاء الاصطناعي")  # who has made the summary
_LEVELS: Final = 3
_CELL: Final = 60
_POINT: Final = 5  # words of a key point
_SENTENCE: Final = 60
_QUOTED: Final = 25
_MARKS: Final = " .…\"'“”«»"
_END: Final = re.compile(r"[.؟!?…\"”»]\s*$")


def without_boxes(found: list[Block], kept: set[int]) -> set[int]:
    """Return the article's blocks without what stands among its paragraphs as a box.

    A box is a figure with what is written on it, a button with the few words it belongs to (consent to a
    foreign embed, a login), the bare hour of an entry of a live page; so is a paragraph that stands there a
    second time, as in the copy for small screens, and a sentence of the text set large beside it.
    """
    boxes = _Boxes(sum(len(found[number].text) for number in kept))
    seen: set[str] = set()
    pulled = {number for number in kept if _is_quote(found[number].element)}
    told = "\n".join(found[number].text for number in sorted(kept - pulled)) if pulled else ""
    left: set[int] = set()
    for number in sorted(kept):
        text = found[number].text
        again = text in seen and len(text) >= _SENTENCE
        seen.add(text)
        again = again or (number in pulled and len(text) >= _QUOTED and text.strip(_MARKS) in told)
        if not again and not _HOUR.match(text) and not boxes.hold(found[number].element):
            left.add(number)
    return left


def leads(found: list[Block], kept: set[int], start: int) -> set[int]:
    """Return the blocks between the title, number `start`, and the text that are the author's: a lead, a subtitle.

    They stand in an element of their own, named so, or are a heading straight below the title, or a sentence
    in the heading's own header; so are a list of key points, and the heading of a live page's first entry.
    """
    if start < 0 or not kept:
        return set()
    text = [number for number in sorted(kept) if is_sentence(found[number].text)]
    last = text[0] if text else min(kept)
    # A lead that was taken for text is set differently from the paragraphs that follow it.
    apart = len(text) > 1 and _setting(found[text[0]]) != _setting(found[text[1]])
    first = found[last].element
    return {
        n
        for n in range(start + 1, last + apart)
        if _is_lead(found[n], found[start])
        or _is_key_point(found[n], found[start])
        or _opens_entry(found[n], first, found[start])
        or (n == last - 1 and _is_first_of_several(found[n], [found[k] for k in kept if k > n]))
    }


def listed(found: list[Block], kept: Iterable[int]) -> set[int]:
    """Return the blocks of the text that are items of a list or cells of a table of figures, without links."""
    return {
        n
        for n in kept
        if not found[n].linked
        and (_within(found[n].element, ("li",)) or _is_cell(found[n].element))
    }


def _is_cell(element: etree._Element) -> bool:
    """Tell a cell beside other short ones; in a page laid out by tables the text's cell is long."""
    row = element.getparent()
    if element.tag not in ("td", "th") or row is None:
        return False
    cells = [_size(cell) for cell in row.iterchildren("td", "th")]
    return len(cells) >= 2 and max(cells) <= _CELL and row.find(".//a") is None


def _is_quote(element: etree._Element) -> bool:
    return any(
        e.tag in ("blockquote", "q") or "quote" in names(e) for e in [element, *above(element, 1)]
    )


def _setting(block: Block) -> list[tuple[str, str]]:
    holders = [block.element, *above(block.element, 1)]
    return [(str(holder.tag), holder.get("class") or "") for holder in holders]


def visible_date(found: list[Block], kept: set[int], start: int) -> str:
    """Return the short line between the title, number `start`, and the text that holds a day, or nothing.

    A line that tells an update counts only where it states another day before that word; the page's clock,
    named so, never.
    """
    if start < 0 or not kept:
        return ""
    last = max(min(kept) + 1, start + 2) if min(kept) > start else start + 9
    frame = set(found[start].element.iterancestors())  # a form may hold the whole page
    for block in found[start + 1 : min(last, start + 14)]:
        if block.link_share > 0.5 or not any(c.isdigit() for c in block.text):
            continue
        near = [block.element, *above(block.element, 1)]
        apart = [e for e in block.element.iterancestors(*_APART) if e not in frame]
        if apart or any(names(e) & _CLOCK or e.tag in _APART for e in near if e not in frame):
            continue
        for line in (block.text, *block.details):
            if text := _published(line):
                return text
    return ""


def _published(text: str) -> str:
    """Return what of a line states the day of publication; "DAY, last update HOUR" dates the update."""
    if _UPDATED.match(text) and (labelled := _LABELLED.search(text)):
        text = labelled[1]  # "last update DAY | published DAY"
    before, *after = _UPDATED.split(text)
    before = before.strip(" \t|،,•·-–(")
    stated = read_date(before) if 6 <= len(before) <= _DATED else None
    if stated is None or not stated.is_day:
        return ""
    return before if not after or any(read_date(part.strip(" :،|)")) for part in after) else ""


def heading_line(found: list[Block], kept: set[int]) -> str:
    """Return the line above the text that stands where a title does: bold or named so, of 4-25 words, no date.

    A title that ends like a sentence may have been taken for the text's first line; a bold lead has no day
    below it.
    """
    if not kept:
        return ""
    first = min(kept)
    dated = first + 1 < len(found) and bool(_published(found[first + 1].text))
    for number in range(first, max(-1, first - 6), -1):
        block, over = found[number], number < first or dated
        near = [block.element]
        if over:
            near += [*above(block.element, 1), *block.element.iterchildren("*")]
        marked = any(names(e) & _TITLED or (e.tag in _BOLD and over) for e in near)
        short = 4 <= len(block.text.split()) <= 25 and not _is_dateline(block.text)
        if marked and short and block.link_share < 0.5 and not _published(block.text):
            return block.text
    return ""


def _is_dateline(text: str) -> bool:
    """Tell "outlet / city": what a text opens with, set as large as it."""
    line = Line(text, 0, len(text), 0, True)
    parted = any(sign in text for sign in ("/", "|", " - ", " – "))
    return parted and len(line.words) <= _DATELINE and is_metadata(line)


def _within(element: etree._Element, tags: tuple[str, ...]) -> bool:
    return element.tag in tags or next(element.iterancestors(*tags), None) is not None


def _size(element: etree._Element) -> int:
    return len(" ".join("".join(element.itertext()).split()))


class _Boxes:
    """Tells lines of figures, buttons and boxes with a button; what holds most of the text is none.

    What is known of an element is kept: paragraphs share those around them.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._asking: dict[etree._Element, bool] = {}
        self._boxed: dict[etree._Element, bool] = {}

    def hold(self, element: etree._Element) -> bool:
        near: list[etree._Element] = [element, *above(element, _LEVELS)]
        for holder in near:
            if (verdict := self._is_box(holder)) is not None:
                return verdict
            if self._asks_input(holder):
                return (length := _size(holder)) <= _BOX and 2 * length < self._size
        return self._far(near[-1].getparent())

    def _is_box(self, holder: etree._Element) -> bool | None:
        """Return whether the way up ends here, in a box or not; None when it goes on."""
        if holder.tag in ("body", "article", "main", "table", "blockquote"):
            return False
        if holder.tag == "button" or holder.get("role") == "button":
            return True
        if holder.tag == "figure" or names(holder) & _BOXES:
            return 2 * _size(holder) < self._size
        return None

    def _far(self, holder: etree._Element | None) -> bool:
        way: list[etree._Element] = []
        verdict: bool | None = None
        while holder is not None and verdict is None:
            verdict = self._boxed.get(holder, self._is_box(holder))
            way.append(holder)
            holder = holder.getparent()
        self._boxed.update(dict.fromkeys(way, bool(verdict)))
        return bool(verdict)

    def _asks_input(self, element: etree._Element) -> bool:
        if element not in self._asking:
            fields = element.iter("button", "input", "textarea")
            self._asking[element] = any(field.get("type") != "hidden" for field in fields)
        return self._asking[element]


def _is_lead(block: Block, title: Block) -> bool:
    if len(block.text.split()) < 5 or block.link_share >= 0.5:
        return False
    if _UPDATED.search(block.text) or _PLAYED.search(block.text):
        return False
    around = {title.element, *title.element.iterancestors()}
    named = False
    holder: etree._Element | None = block.element
    while holder is not None and holder not in around:
        called = names(holder)
        if holder.tag in _APART or holder.tag in ("ul", "ol") or called & _NO_LEAD:
            return False
        named = named or bool(called & _LEAD)
        holder = holder.getparent()
    if named or not _within(title.element, ("h1",)):
        return named
    beside = holder is not None and holder in above(title.element, 2)
    return block.element.tag in HEADINGS or (beside and is_sentence(block.text))


def _is_key_point(block: Block, title: Block) -> bool:
    """Tell an item of a list without links, of two sentences or more: what the article says in short."""
    around = set(title.element.iterancestors())
    item = next((e for e in [block.element, *block.element.iterancestors()] if e.tag == "li"), None)
    points = item.getparent() if item is not None else None
    if item is None or points is None or _size(item) > len(block.text) + _POINT:
        return False  # an entry of a live page holds more than one block
    if points in around or points.find(".//a") is not None:
        return False
    holder: etree._Element | None = points
    while holder is not None and holder not in around:
        if holder.tag in _APART or names(holder) & _NO_LEAD:
            return False
        holder = holder.getparent()
    boxes = (box for box in above(points, 2) if box not in around)
    if any(_BY_MACHINE.search("".join(box.itertext())) for box in boxes):
        return False
    items = ["".join(entry.itertext()).split() for entry in points.iterchildren("li")]
    return len(items) >= 2 and min(map(len, items)) >= _POINT


def _opens_entry(block: Block, first: etree._Element, title: Block) -> bool:
    """Tell a heading, or a question set bold, beside the first paragraph, where the title is not."""
    asks = block.text.endswith(("؟", "?")) and block.element.find("./strong") is not None
    if (block.element.tag not in HEADINGS[1:] and not asks) or block.link_share >= 0.5:
        return False
    holder = block.element.getparent()
    return holder is not None and holder in set(first.iterancestors()) - set(
        title.element.iterancestors()
    )


def _is_first_of_several(block: Block, below: list[Block]) -> bool:
    """Tell the first of a text's headings, over its first paragraph: more like it stand beside it in the text."""
    element = block.element
    if element.tag not in HEADINGS[1:] or block.link_share >= LINKED:
        return False
    alike = (o for o in below if o.element.tag == element.tag)
    several = any(o.element.getparent() is element.getparent() for o in alike)
    return several and furniture(Line(block.text, 0, len(block.text), 0, True)) is None


def is_sentence(text: str) -> bool:
    """Tell running text: long enough, and ended as a sentence is."""
    return len(text) >= _SENTENCE and bool(_END.search(text))
