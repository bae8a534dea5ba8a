"""Which of the days on a web page are the article's: beside its title, not the page's clock, not another's card."""

from __future__ import annotations

import itertools
import re
from typing import Final

from lxml import etree

from rasid.corpus.body.lines import word_set
from rasid.corpus.publication.dating import read_date
from rasid.corpus.web.nodes import HEADINGS, Block, above, heading_of, names
from rasid.corpus.web.region import Region

_DATE_NAMES: Final = word_set(
    "date time published publish pubdate posted postdate datetime timestamp newsdate articledate entrydate"
)
_CLOCK_NAMES: Final = word_set("clock current today now weather top topbar hijri modified updated")
_PAGE: Final = ("html", "body", "form")
PUBLICATION: Final = re.compile(
    r"نشر|نُشر|النشر|أضيف|اضيف|الإضافة|التاريخ|بتاريخ|publi|posted", re.I
)
_FOOT: Final = 3  # lines below a text that may date it
_DEEP: Final = (
    0.3  # of a text, below which a day between paragraphs is not its own: writers may stand above
)
_HEADLINE: Final = 5  # words of a link that is a headline: a writer's name has fewer
_NEAR_TITLE: Final = 8  # blocks between a title and the line that dates it
_CLOCK: Final = 90


def others_dates(region: Region, kept: set[int]) -> set[int]:
    """Return the short lines with digits below the text's beginning that belong to other articles or to remarks.

    They lie in a part of their own, among the paragraphs, or further below the text than its own foot; a line that
    calls its day the publication's is none of them.
    """
    found = region.found
    running = sorted(number for number in kept if found[number].is_running)
    sizes = list(itertools.accumulate(len(found[number].text) for number in running))
    deep = next((n for n, size in zip(running, sizes, strict=True) if size > _DEEP * sizes[-1]), 0)
    among = range(deep, max(kept)) if len(running) > 1 else range(0)
    texts = {found[number].element for number in running}
    far = max(kept) + _FOOT
    return {
        number
        for number in range(min(kept) + 1, len(found))
        if number not in kept
        and any(map(str.isdigit, found[number].text))
        and not PUBLICATION.search(found[number].text)
        and (
            number in among
            or number > far
            or number >= region.end
            or beside_headline(found[number].element, texts)
            or region.parts.hold(found[number].element)
        )
    }


def beside_headline(element: etree._Element, texts: set[etree._Element]) -> bool:
    """Tell a line in a box with a headline that is a link, and with no text of the article: a card's day."""
    for holder in [element, *above(element, 2)]:
        if holder.tag in _PAGE or not texts.isdisjoint(holder.iter()):
            return False
        if any(map(_is_headline, holder.iter("a"))):
            return True
    return False


def _is_headline(link: etree._Element) -> bool:
    """Tell a link set as a heading, or of more words than a name has."""
    set_so = heading_of(link) or next(link.iter(*HEADINGS), None) is not None
    return bool(set_so) or len("".join(link.itertext()).split()) >= _HEADLINE


def clock_lines(region: Region) -> list[int]:
    """Return the short lines above the title, in no element with it, that give a day: the page's own clock."""
    found, start = region.found, region.start
    return [
        number
        for number in range(max(start, 0))
        if len(found[number].text) <= _CLOCK
        and any(map(str.isdigit, found[number].text))
        and not PUBLICATION.search(found[number].text)
        and not _shares_box(found[number].element, found[start].element)
        and (stated := read_date(found[number].text)) is not None
        and stated.is_day
    ]


def stated_date(region: Region, kept: set[int]) -> str:
    """Return the short text near the title that the markup calls a date, or nothing.

    Below the text, `kept`, what stands in a box with a headline is another article's.

    The page's own clock is called one too: it stands in the page's header or is named so. What stands above the
    title counts only in an element that holds both, and then without a name too where it opens that element.
    """
    found, start, end = region.found, region.start, region.end
    if start < 0:
        return ""
    after = range(start + 1, min(start + _NEAR_TITLE, end))
    texts = {found[number].element for number in kept}
    for number in [*after, *range(start - 1, max(-1, start - 3), -1)]:
        block: Block = found[number]
        if len(block.text) > 70 or not any(c.isdigit() for c in block.text):
            continue
        if number < start and not _shares_box(block.element, found[start].element):
            continue
        if kept and number > max(kept) and beside_headline(block.element, texts):
            continue
        near = [block.element, *above(block.element, 1), *block.element]
        called: set[str] = set().union(*map(names, near))
        if called & _CLOCK_NAMES or _in_header(block.element):
            continue
        if called & _DATE_NAMES or (number < start and _opens_box(found, number, start)):
            return block.text
    return ""


def _opens_box(found: list[Block], number: int, start: int) -> bool:
    """Tell a line that is nothing but a day and the first of the box in which the title, `start`, follows it."""
    line = found[number].element
    around = set(above(found[start].element, 3))
    holder = next((e for e in [line, *above(line, 3)] if e in around), None)
    stated = read_date(found[number].text)
    if holder is None or holder.tag in _PAGE or stated is None or not stated.is_day:
        return False
    before = found[number - 1].element if number else None
    return before is None or holder not in before.iterancestors()


def _shares_box(one: etree._Element, other: etree._Element) -> bool:
    """Tell whether two blocks stand in one element, three levels up at most, that is not the page itself."""
    around = [{element, *above(element, 3)} for element in (one, other)]
    return any(holder.tag not in _PAGE for holder in around[0] & around[1])


def _in_header(element: etree._Element) -> bool:
    """Tell whether an element stands in a header of the page that has no heading of its own."""
    return any(
        str(holder.tag) in ("nav", "aside", "footer")
        or (holder.tag == "header" and holder.find(".//h1") is None)
        for holder in element.iterancestors()
    )
