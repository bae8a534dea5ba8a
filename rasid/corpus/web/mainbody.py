"""Which lines of a web page are the article: the page's own structure as witness.

Four signs, none of them a site's name: what the markup calls a part (navigation, comments, related), cards
that repeat beside each other, how much of a block is link, and where the heading stands. What is left is
running text; the element that holds most of it is the article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from lxml import etree

from rasid.corpus.body.fragments import FUNCTION
from rasid.corpus.publication.dating import read_date
from rasid.corpus.web.days import beside_headline
from rasid.corpus.web.nodes import LINKED, Block, Parts, above, heading_of, held_by, names
from rasid.corpus.web.region import Region
from rasid.language import fold

_CLOCK: Final = 90
_SPACES: Final = re.compile(r"\s+")
_ENOUGH: Final = 120
_CAPTIONS: Final = frozenset({"caption", "captions", "figcaption"})
_BROKEN: Final = 5  # words of a line
_BRIEF: Final = 60  # characters of a piece of news that is one sentence
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
    texts = [n for n in range(region.start + 1, region.end) if found[n].is_running]
    texts = [n for n in texts if not _is_caption(found[n].element)] or texts
    for parts in (region.parts, Parts(set())):
        running = {number for number in texts if not parts.hold(found[number].element)}
        size = sum(len(found[number].text) for number in running)
        # One sentence is enough where it is the first below the page's heading.
        brief = region.start >= 0 and size >= _BRIEF and texts[0] in running
        if size >= _ENOUGH or (brief and heading_of(found[region.start].element) == "h1"):
            return _whole(found, running, parts)
    return None


def _is_caption(element: etree._Element) -> bool:
    near = [element, *above(element, 1)]
    return any(e.tag in ("figure", "figcaption") or names(e) & _CAPTIONS for e in near)


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


def _whole(found: list[Block], running: set[int], parts: Parts) -> set[int]:
    """Return the running text of the article's element with the short lines between: subheadings, items."""
    core, home = _home(found, running)
    inside = set(home.iter())
    body = {number for number in running if found[number].element in inside}
    body = _without_afterword(found, body, set(core.iter()), parts)
    first, last = _opening(found, min(body)), max(body)
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


def _opening(found: list[Block], first: int) -> int:
    """Return where the text begins whose lines are broken: above its first long line, within a sentence."""
    while first and _hangs(found[first - 1]) and _beside(found[first - 1], found[first]):
        first -= 1
    return first


def _hangs(block: Block) -> bool:
    words = fold(block.text).text.split()
    return len(words) >= _BROKEN and words[-1] in FUNCTION and not block.is_link


def _beside(block: Block, other: Block) -> bool:
    return block.element.tag == other.element.tag and (
        block.element.getparent() is other.element.getparent()
    )


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
    return dated and beside_headline(block.element, texts) and read_date(block.text) is not None


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
