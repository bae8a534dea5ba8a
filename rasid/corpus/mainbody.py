"""Which lines of a web page are the article: the page's own structure as witness.

Four signs, none of them a site's name: what the markup calls a part (navigation, comments, related), cards
that repeat beside each other, how much of a block is link, and where the heading stands. What is left is
running text; the element that holds most of it is the article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from lxml import etree

from rasid.corpus.lines import word_set
from rasid.language import fold


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block of a page, the element it stands in, and how many of its characters are links."""

    text: str
    element: etree._Element
    linked: int

    @property
    def link_share(self) -> float:
        """The share of the text that is link text."""
        return self.linked / max(1, len(self.text))


_APART_TAGS: Final = word_set("nav aside footer form menu dialog")
_APART_ROLES: Final = word_set("navigation complementary contentinfo search banner menu")
# Words of class and id that name a part of the page outside the article, wherever they stand.
_STRONG: Final = word_set("""
comment comments respond disqus sidebar related breadcrumb breadcrumbs footer navbar nav newsletter subscribe
subscription outbrain taboola mostread trending recommended recommendations pagination tagcloud cookie cookies
""")
# Words that mostly do; a part called so that holds the bulk of the text is the article after all.
_WEAK: Final = word_set("""
widget share sharing social popular promo teaser teasers tags tag author bio ad ads advert advertisement sponsor
banner menu ticker latest next prev previous card cards rail carousel slider slick swiper poll rating reactions also
more readmore inline most suggestions suggested similar topics topic external whatsapp telegram media gallery login
signup copyright headlines
""")
_JOINED: Final = re.compile(
    r"(?:next|prev|previous|related|more|other)[-_ ]?(?:article|post|story|stories|news)|read[-_ ]?(?:more|also|next)|"
    r"most[-_ ]?(?:read|viewed|popular|seen)|latest[-_ ]?(?:news|posts)|(?:author|about)[-_ ]?(?:box|bio|author|writer)"
)
_DATE_NAMES: Final = word_set(
    "date time published publish pubdate posted postdate datetime timestamp newsdate articledate entrydate"
)
_CLOCK_NAMES: Final = word_set("clock current today now weather top topbar hijri modified updated")
_NEAR_TITLE: Final = 8  # blocks between a title and the line that dates it
_WORDS: Final = re.compile(r"[a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_CARD_TAGS: Final = word_set("div li article section tr td a dl")
_END: Final = re.compile(r"[.؟!?:…\"”»)]\s*$")
_SPACES: Final = re.compile(r"\s+")
_RUNNING: Final = 60  # characters from which a block is running text whatever its end
_SHORT: Final = 25  # a sentence of its own
_LINKED: Final = 0.5
_BULK: Final = 0.3
_ENOUGH: Final = 120
_FADE: Final = 0.6
_LEVELS: Final = 7
_WIDEN: Final = 5
_LONG_CARD: Final = 900


def article_lines(found: list[Block], title: str, stated_body: str = "") -> set[int] | None:
    """Return the numbers of the blocks that are the article, or None when the page shows no running text.

    Args:
        found: The page's blocks in order.
        title: The article's title as the page's metadata give it.
        stated_body: The text the metadata themselves give as the article's (JSON-LD `articleBody`), if any.
    """
    if not found:
        return None
    start, end = _region(found, title)
    if stated := _as_stated(found, stated_body):
        return stated
    heading = found[start].element if start >= 0 else None
    for parts in (_parts_apart(found, heading, start + 1, end), set()):
        running = {
            number
            for number in range(start + 1, end)
            if _is_running(found[number]) and not _lies_in(found[number].element, parts)
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


def _region(found: list[Block], title: str) -> tuple[int, int]:
    """Return the number of the title's block (-1: none) and of the block where another article's begins."""
    wanted = fold(title).text.lower().strip()
    start = -1
    for number, block in enumerate(found):
        same = bool(wanted) and fold(block.text).text.lower().strip() == wanted
        if same and (_heading_of(block.element) == "h1" or start < 0):
            start = number
            if _heading_of(block.element) == "h1":
                break
    if start < 0:
        start = next((n for n, b in enumerate(found) if _heading_of(b.element) == "h1"), -1)
    for number in range(start + 1, len(found)):
        block = found[number]
        another = _heading_of(block.element) == "h1" and len(block.text.split()) >= 2
        if start >= 0 and another and fold(block.text).text.lower().strip() != wanted:
            return start, number
    return start, len(found)


def _heading_of(element: etree._Element) -> str:
    for _ in range(3):
        if element is None:
            return ""
        tag = str(element.tag)
        if tag in _HEADINGS:
            return tag
        element = element.getparent()
    return ""


def _is_running(block: Block) -> bool:
    text = block.text
    if block.link_share >= _LINKED or (text.endswith(("...", "…")) and len(text) < 260):
        return False
    if _heading_of(block.element):
        return False
    return len(text) >= _RUNNING or (len(text) >= _SHORT and bool(_END.search(text)))


def stated_date(found: list[Block], title: str) -> str:
    """Return the short text near the title that the markup calls a date, or nothing.

    The page's own clock is called one too: it stands in the page's header or is named so.
    """
    start, end = _region(found, title)
    if start < 0:
        return ""
    after = range(start + 1, min(start + _NEAR_TITLE, end))
    for number in [*after, *range(start - 1, max(-1, start - 3), -1)]:
        block: Block = found[number]
        if len(block.text) > 70 or not any(c.isdigit() for c in block.text):
            continue
        near = [block.element, *list(block.element.iterancestors())[:1], *block.element]
        names: set[str] = set().union(*map(_names, near))
        if names & _DATE_NAMES and not names & _CLOCK_NAMES and not _in_header(block.element):
            return block.text
    return ""


def _in_header(element: etree._Element) -> bool:
    """Tell whether an element stands in a header of the page that has no heading of its own."""
    return any(
        str(holder.tag) in ("nav", "aside", "footer")
        or (holder.tag == "header" and holder.find(".//h1") is None)
        for holder in element.iterancestors()
    )


def _label(element: etree._Element) -> str:
    return _CAMEL.sub(" ", f"{element.get('class') or ''} {element.get('id') or ''}").lower()


def _names(element: etree._Element) -> set[str]:
    return set(_WORDS.findall(_label(element)))


def _lies_in(element: etree._Element | None, parts: set[etree._Element]) -> bool:
    while element is not None:
        if element in parts:
            return True
        element = element.getparent()
    return False


def _parts_apart(
    found: list[Block], heading: etree._Element | None, start: int, end: int
) -> set[etree._Element]:
    """Return the elements that are not the article: called so by the markup, or cards of other articles.

    An element that holds the heading is the article's own frame, whatever it is called.
    """
    frame = set(heading.iterancestors()) if heading is not None else set()
    held: dict[etree._Element, int] = defaultdict(int)
    total = 0
    for number in range(start, end):
        block = found[number]
        if not _is_running(block):
            continue
        total += len(block.text)
        element = block.element
        while element is not None:
            held[element] += len(block.text)
            element = element.getparent()
    parts: set[etree._Element] = set()
    seen: set[etree._Element] = set()
    for block in found:
        element = block.element
        while element is not None and element not in seen:
            seen.add(element)
            if element not in frame and element.tag not in ("html", "body"):
                names = _names(element)
                named = element.tag in _APART_TAGS or element.get("role") in _APART_ROLES
                named = named or bool(names & _STRONG) or bool(_JOINED.search(_label(element)))
                weak = bool(names & _WEAK) and held[element] <= _BULK * total
                if named or weak:
                    parts.add(element)
            element = element.getparent()
    return parts | _cards(seen - frame)


def _cards(elements: set[etree._Element]) -> set[etree._Element]:
    """Return the elements that stand in a row of two or more alike, each with a link and a heading or picture."""
    rows: dict[tuple[etree._Element, str, str], list[etree._Element]] = defaultdict(list)
    for element in elements:
        parent = element.getparent()
        if parent is not None and element.tag in _CARD_TAGS:
            rows[(parent, str(element.tag), element.get("class") or "")].append(element)
    cards: set[etree._Element] = set()
    for row in rows.values():
        alike = [element for element in row if _is_card(element)]
        if len(alike) >= 2 and 2 * len(alike) >= len(row):
            cards.update(alike)
    return cards


def _is_card(element: etree._Element) -> bool:
    linked = len(_SPACES.sub(" ", "".join(
        "".join(a.itertext()) for a in ([element] if element.tag == "a" else element.iter("a"))
    )).strip())  # fmt: skip
    if linked < 12:
        return False
    whole = len(_SPACES.sub(" ", "".join(element.itertext())).strip())
    shown = any(True for _ in element.iter(*_HEADINGS, "img", "time", "picture", "amp-img"))
    return whole <= _LONG_CARD and (shown or linked >= _LINKED * whole)


def _whole(found: list[Block], running: set[int], parts: set[etree._Element]) -> set[int]:
    """Return the running text of the article's element with the short lines between: subheadings, items."""
    home = _home(found, running)
    inside = set(home.iter())
    body = {number for number in running if found[number].element in inside}
    first, last = min(body), max(body)
    between = {
        number
        for number in range(first, last + 4)
        if number < len(found)
        and found[number].element in inside
        and not _lies_in(found[number].element, parts)
        and found[number].link_share < _LINKED
        and (number in body or not _heads_links(found[number].element, home, body, found))
    }
    return body | between


def _heads_links(
    element: etree._Element, home: etree._Element, body: set[int], found: list[Block]
) -> bool:
    """Tell a short line over a box of links, such as "read also": most of the box is links, none is text."""
    running = {found[number].element for number in body}
    holder: etree._Element | None = element
    for _ in range(2):
        holder = holder.getparent() if holder is not None else None
        if holder is None or holder is home or not running.isdisjoint(holder.iter()):
            return False
        whole = len(_key("".join(holder.itertext())))
        linked = sum(len(_key("".join(a.itertext()))) for a in holder.iter("a"))
        if whole and linked >= _LINKED * whole:
            return True
    return False


def _home(found: list[Block], running: set[int]) -> etree._Element:
    """Return the element with most running text near it, widened while that brings in much more of it."""
    scores: dict[etree._Element, float] = defaultdict(float)
    held: dict[etree._Element, int] = defaultdict(int)
    for number in running:
        element, weight = found[number].element, float(len(found[number].text))
        size = len(found[number].text)
        for level, holder in enumerate([element, *element.iterancestors()]):
            held[holder] += size
            if 0 < level <= _LEVELS or holder is element:
                scores[holder] += weight
                weight *= _FADE if level else 1.0
    best = max(scores, key=lambda element: (scores[element], held[element]))
    home = best
    for level, holder in enumerate(best.iterancestors()):
        if level >= _WIDEN or holder.tag in ("html", "body"):
            break
        if held[holder] > held[home]:
            home = holder
    return home
