"""Which lines of a web page are the article: the page's own structure as witness.

Four signs, none of them a site's name: what the markup calls a part (navigation, comments, related), cards
that repeat beside each other, how much of a block is link, and where the heading stands. What is left is
running text; the element that holds most of it is the article.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import Final

from lxml import etree

from rasid.corpus.dating import read_date
from rasid.corpus.lines import word_set
from rasid.corpus.webnodes import LINKED, Block, Parts, above, heading_of, held_by, names
from rasid.corpus.webregion import Region

_DATE_NAMES: Final = word_set(
    "date time published publish pubdate posted postdate datetime timestamp newsdate articledate entrydate"
)
_CLOCK_NAMES: Final = word_set("clock current today now weather top topbar hijri modified updated")
_PAGE: Final = ("html", "body", "form")
_PUBLICATION: Final = re.compile(
    r"نشر|نُشر|النشر|أضيف|اضيف|الإضافة|التاريخ|بتاريخ|publi|posted", re.I
)
_CLOCK: Final = 90
_FOOT: Final = 3  # lines below a text that may date it
_DEEP: Final = (
    0.3  # of a text, below which a day between paragraphs is not its own: writers may stand above
)
_HEADLINE: Final = 5  # words of a link that is a headline: a writer's name has fewer
_NEAR_TITLE: Final = 8  # blocks between a title and the line that dates it
_SPACES: Final = re.compile(r"\s+")
_ENOUGH: Final = 120
_SIGNATURE: Final = 70
_MOMENT: Final = re.compile(r"\d{1,2}:\d\d")
_FADE: Final = 0.6
_LEVELS: Final = 7
_WIDEN: Final = 5
_MUCH: Final = 1.25


def article_lines(region: Region, stated_body: str = "") -> set[int] | None:
    """Return the numbers of the blocks that are the article, or None when the page shows no running text.

    Args:
        region: The page's blocks in order, and where among them the article stands.
        stated_body: The text the metadata themselves give as the article's (JSON-LD `articleBody`), if any.
    """
    found = region.found
    if not found:
        return None
    if stated := _as_stated(found, stated_body):
        return stated
    for parts in (region.parts, Parts(set())):
        running = {
            number
            for number in range(region.start + 1, region.end)
            if found[number].is_running and not parts.hold(found[number].element)
        }
        if sum(len(found[number].text) for number in running) >= _ENOUGH:
            return _whole(found, running, parts)
    return None


def _key(text: str) -> str:
    return _SPACES.sub("", text)


def _as_stated(found: list[Block], body: str) -> set[int]:
    """Return the blocks that make up the body which the metadata state, when they make up nearly all of it."""
    whole = _key(body)
    if len(whole) < 4 * _ENOUGH:
        return set()
    lines = {
        n for n, block in enumerate(found) if len(block.text) > 12 and _key(block.text) in whole
    }
    size = sum(len(_key(found[number].text)) for number in lines)
    return lines if 0.85 * len(whole) <= size <= 1.15 * len(whole) else set()


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
        and not _PUBLICATION.search(found[number].text)
        and (
            number in among
            or number > far
            or number >= region.end
            or _beside_headline(found[number].element, texts)
            or region.parts.hold(found[number].element)
        )
    }


def _beside_headline(element: etree._Element, texts: set[etree._Element]) -> bool:
    """Tell a line in a box with a headline that is a link, and with no text of the article: a card's day."""
    for holder in [element, *above(element, 2)]:
        if holder.tag in _PAGE or not texts.isdisjoint(holder.iter()):
            return False
        if any(len("".join(a.itertext()).split()) >= _HEADLINE for a in holder.iter("a")):
            return True
    return False


def clock_lines(region: Region) -> list[int]:
    """Return the short lines above the title, in no element with it, that give a day: the page's own clock."""
    found, start = region.found, region.start
    return [
        number
        for number in range(max(start, 0))
        if len(found[number].text) <= _CLOCK
        and any(map(str.isdigit, found[number].text))
        and not _PUBLICATION.search(found[number].text)
        and not _shares_box(found[number].element, found[start].element)
        and (stated := read_date(found[number].text)) is not None
        and stated.is_day
    ]


def stated_date(region: Region) -> str:
    """Return the short text near the title that the markup calls a date, or nothing.

    The page's own clock is called one too: it stands in the page's header or is named so. What stands above the
    title counts only in an element that holds both, and then without a name too where it opens that element.
    """
    found, start, end = region.found, region.start, region.end
    if start < 0:
        return ""
    after = range(start + 1, min(start + _NEAR_TITLE, end))
    for number in [*after, *range(start - 1, max(-1, start - 3), -1)]:
        block: Block = found[number]
        if len(block.text) > 70 or not any(c.isdigit() for c in block.text):
            continue
        if number < start and not _shares_box(block.element, found[start].element):
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


def _whole(found: list[Block], running: set[int], parts: Parts) -> set[int]:
    """Return the running text of the article's element with the short lines between: subheadings, items."""
    core, home = _home(found, running)
    inside = set(home.iter())
    body = {number for number in running if found[number].element in inside}
    body = _without_afterword(found, body, set(core.iter()), parts)
    first, last = min(body), max(body)
    texts = {found[number].element for number in body}
    between = {
        number
        for number in range(first, last + 4)
        if number < len(found)
        and found[number].element in inside
        and not parts.hold(found[number].element)
        and not found[number].is_link
        and (number in body or not _belongs_to_links(found[number], home, texts))
    }
    return body | between


def _without_afterword(
    found: list[Block], body: set[int], core: set[etree._Element], parts: Parts
) -> set[int]:
    """Return the running text without the few sentences that stand outside its core, beyond links or boxes.

    A site's words stand so (an application, a newsletter, a message that a script would show); the end of an
    article whose markup is broken follows it directly.
    """
    last = max(number for number in body if found[number].element in core)
    for number in range(last + 1, max(body) + 1):
        block = found[number]
        if number in body:
            continue
        if block.is_link or heading_of(block.element) or parts.hold(block.element):
            return {kept for kept in body if kept < number}
    return body


def _belongs_to_links(block: Block, home: etree._Element, texts: set[etree._Element]) -> bool:
    """Tell a short line of a box of links: what stands over them, or the day of a card's headline."""
    if _heads_links(block.element, home, texts):
        return True
    dated = len(block.text) <= _CLOCK and any(map(str.isdigit, block.text))
    return dated and _beside_headline(block.element, texts) and read_date(block.text) is not None


def _heads_links(element: etree._Element, home: etree._Element, texts: set[etree._Element]) -> bool:
    """Tell a short line over a box of links, such as "read also": most of the box is links, none is text."""
    holder: etree._Element | None = element
    for _ in range(2):
        holder = holder.getparent() if holder is not None else None
        if holder is None or holder is home or not texts.isdisjoint(holder.iter()):
            return False
        whole = len(_key("".join(holder.itertext())))
        linked = sum(len(_key("".join(a.itertext()))) for a in holder.iter("a"))
        if whole and linked >= LINKED * whole:
            return True
    return False


def _home(found: list[Block], running: set[int]) -> tuple[etree._Element, etree._Element]:
    """Return the element with most running text near it, widened while that brings in much more, then any more."""
    scores: dict[etree._Element, float] = defaultdict(float)
    sizes: dict[etree._Element, int] = defaultdict(int)
    for number in running:
        element, weight = found[number].element, float(len(found[number].text))
        sizes[element] += len(found[number].text)
        for level, holder in enumerate([element, *above(element, _LEVELS)]):
            scores[holder] += weight
            weight *= _FADE if level else 1.0
    held = held_by(sizes)
    best = max(scores, key=lambda element: (scores[element], held[element]))
    core = home = best
    for level, holder in enumerate(best.iterancestors()):
        if level >= _WIDEN or holder.tag in ("html", "body"):
            break
        if held[holder] > held[home] and not _adds_remarks(found, running, home, holder):
            home = holder
            core = holder if held[holder] >= _MUCH * held[core] else core
    return core, home


def _adds_remarks(
    found: list[Block], running: set[int], home: etree._Element, holder: etree._Element
) -> bool:
    """Tell whether all that `holder` adds after the text of `home` is signed and timed, as readers' remarks are."""
    inside, around = set(home.iter()), set(holder.iter())
    own = [number for number in running if found[number].element in inside]
    added = [n for n in running if found[n].element in around and found[n].element not in inside]
    if sum(len(found[number].text) for number in own) < 2 * _ENOUGH or min(added) < max(own):
        return False
    return all(_is_signature(found[number - 1].text) for number in added)


def _is_signature(text: str) -> bool:
    """Tell "NAME, day and hour": a short line with a moment and one to four words before it."""
    match = _MOMENT.search(text)
    if match is None or len(text) > _SIGNATURE:
        return False
    day = re.search(r"\d", text)
    words = re.findall(r"[^\W\d]+", text[: day.start()]) if day else []
    stated = read_date(text[day.start() :]) if day else None
    return bool(1 <= len(words) <= 4 and stated is not None and stated.is_day)
