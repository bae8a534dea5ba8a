"""Which parts of a web page are not its article: named so by the markup, cards, other articles, comments."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from lxml import etree

from rasid.corpus.body.lines import word_set
from rasid.corpus.publication.dating import read_date
from rasid.corpus.web.nodes import (
    APART,
    HEADINGS,
    LINKED,
    Block,
    above,
    heading_of,
    held_by,
    label,
    names,
    note_above,
)
from rasid.language import fold

_APART_TAGS: Final = word_set("nav aside footer form menu dialog marquee")
_APART_ROLES: Final = word_set("navigation complementary contentinfo search banner menu")
# Words of class and id that name a part of the page outside the article, wherever they stand.
_STRONG: Final = word_set("""
comment comments commentlist discussion replies respond
disqus sidebar related breadcrumb breadcrumbs footer navbar nav newsletter subscribe
subscription outbrain taboola mostread trending recommended recommendations pagination tagcloud cookie cookies
""")
# Words that mostly do; a part called so that holds the bulk of the text is the article after all.
_WEAK: Final = word_set("""
widget share sharing social popular promo teaser teasers tags tag author byline bio cap caption captions
credit credits ad ads advert advertisement sponsor banner menu ticker latest next prev previous card cards
rail carousel slider slick swiper poll rating reactions also more readmore inline most suggestions suggested
similar topics topic external whatsapp telegram media gallery login signup copyright headlines feedback helpful
""")
_JOINED: Final = re.compile(
    r"(?:next|prev|previous|related|more|other)[-_ ]?(?:article|post|story|stories|news)|read[-_ ]?(?:more|also|next)|"
    r"most[-_ ]?(?:read|viewed|popular|seen)|latest[-_ ]?(?:news|posts)|"
    r"(?:author|about)[-_ ]?(?:box|bio|author|writer)|"
    r"twitter[-_ ]tweet|instagram[-_ ]media|tiktok[-_ ]embed|fb[-_ ](?:post|video)|telegram[-_ ]post"
)
_ACTS: Final = ("onclick", "data-href", "data-url", "data-link")
_CARD_TAGS: Final = word_set("div li article section tr td a dl")
_BULK: Final = 0.3
_LONG_CARD: Final = 900
_ENOUGH: Final = 120
_DATED: Final = 60
_READERS: Final = "(?:زوار|قراء|متابعين|اعضاء|مستخدمين|الزوار|القراء|المتابعين|الاعضاء|المستخدمين)"
_MORE: Final = re.compile(
    r"(?:ل?قراءه|اقرا|لمتابعه|تابع|طالع|شاهد|المزيد|للمزيد|التفاصيل|لمطالعه)(?: \S+){0,4}|(?:read )?more"
)
_HEADLINE: Final = 4  # words
_AGE: Final = re.compile(r"(?:منذ|قبل) (?:\d+ )?\w+(?: مضت)?")
_COUNT: Final = (
    r"(?:\d{1,4} (?:تعليقا?|تعليقات|ردود?|comments?)|تعليق واحد|تعليقان|تعليقين|رد واحد)"
)
_DISCUSSION: Final = re.compile(
    rf"(?:ال)?تعليقات(?: {_READERS})?|(?:اراء|ردود|مشاركات) {_READERS}|{_COUNT}(?: (?:علي|on) .+)?|"
    rf"(?:(?:ال)?(?:تعليقات|اراء|ردود|مشاركات)(?: {_READERS})?|comments?)\W{{0,3}}\d{{1,4}}\W{{0,2}}"
)
_MAY_DISCUSS: Final = re.compile(r"تعليق|راء|رد|مشاركات|comment", re.I)  # costs less than folding
_HEADING_WORDS: Final = 6
_LONG_HEADING: Final = 160  # "2 comments on TITLE"


def parts_apart(
    found: list[Block], heading: etree._Element | None, start: int, end: int
) -> set[etree._Element]:
    """Return the elements that are not the article: called so by the markup, or cards of other articles.

    An element that holds the heading is the article's own frame, whatever it is called.
    """
    frame = set(heading.iterancestors()) if heading is not None else set()
    sizes: dict[etree._Element, int] = defaultdict(int)
    for block in found[start:end]:
        if block.is_running:
            sizes[block.element] += len(block.text)
    held, total = held_by(sizes), sum(sizes.values())
    parts: set[etree._Element] = set()
    seen: set[etree._Element] = set()
    for block in found:
        element: etree._Element | None = block.element
        while element is not None and element not in seen:
            seen.add(element)
            if element not in frame and element.tag not in ("html", "body"):
                words = names(element)
                named = element.tag in _APART_TAGS or element.get("role") in _APART_ROLES
                named = named or bool(words & _STRONG) or bool(_JOINED.search(label(element)))
                weak = bool(words & _WEAK) and held.get(element, 0) <= _BULK * total
                if named or weak:
                    parts.add(element)
            element = element.getparent()
    parts |= _other_articles(frame, heading, held) if heading is not None else set()
    parts |= _teasers(found, frame, held, total)
    if heading is not None:
        parts |= _scrolled_on(found, heading, start, end)
    return parts | _cards(seen - frame) | _discussion(found, start, end)


def _cards(elements: set[etree._Element]) -> set[etree._Element]:
    """Return the elements that stand in a row of two or more alike, each with a link and a heading or picture."""
    rows: dict[tuple[etree._Element, str, str, str], list[etree._Element]] = defaultdict(list)
    for element in elements:
        parent = element.getparent()
        if parent is not None and element.tag in _CARD_TAGS:
            style = (element.get("class") or "", element.get(APART) or "")
            rows[(parent, str(element.tag), *style)].append(element)
    cards: set[etree._Element] = set()
    for row in rows.values():
        alike = [element for element in row if _is_card(element)]
        if len(alike) >= 2 and 2 * len(alike) >= len(row):
            cards.update(alike)
    return cards


def _is_card(element: etree._Element) -> bool:
    size = 0
    for (
        piece
    ) in element.itertext():  # most elements are longer, and links never closed nest by the hundred
        size += len(piece.strip())
        if size > _LONG_CARD:
            return False
    links = [element] if element.tag == "a" else element.iter("a")
    linked = len(_plain("".join("".join(link.itertext()) for link in links)))
    acts = any(element.get(name) is not None for name in _ACTS)
    if linked < 12 and not acts:
        return False
    whole = len(_says(element))
    shown = any(True for _ in element.iter(*HEADINGS, "img", "time", "picture", "amp-img"))
    return whole <= _LONG_CARD and (
        acts or shown or linked >= LINKED * whole or _opens_with_link(element)
    )


def _opens_with_link(element: etree._Element) -> bool:
    """Tell an element whose first words are a link of their own, as a headline over its teaser is."""
    first = next((child for child in element.iterchildren("*") if _says(child)), None)
    if first is None or (element.text or "").strip() or (first.tail or "").strip():
        return False
    alone = first if first.tag == "a" else next(iter(first.iterchildren("a")), None)
    return alone is not None and _says(alone) == _says(first) and len(list(element.iter("a"))) == 1


def _says(element: etree._Element) -> str:
    return _plain("".join(element.itertext()))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _other_articles(
    frame: set[etree._Element], heading: etree._Element, held: dict[etree._Element, int]
) -> set[etree._Element]:
    """Return the articles that stand after the page's own as its like, as scrolling on brings them.

    The own one is whole: heading and text in one element. Another has the same tag and class and begins with
    a heading of its own; of elements that are no `article`, the headings must be of one class too or both have
    a date below them, since sections of a text have headings as well.
    """
    style = _heading_class(heading)
    others: set[etree._Element] = set()
    for element in frame:
        if held.get(element, 0) < _ENOUGH or element.tag not in _CARD_TAGS:
            continue
        for other in element.itersiblings(str(element.tag)):
            if other.get("class") != element.get("class"):
                continue
            first = next((child for child in other.iter("h1", "h2", "h3", "p")), None)
            if first is None or first.tag == "p" or held.get(other, 0) < _ENOUGH:
                continue
            alike = style and _heading_class(first) == style
            if element.tag == "article" or alike or (_opens_dated(element) and _opens_dated(other)):
                others.add(other)
    return others


def _scrolled_on(
    found: list[Block], heading: etree._Element, start: int, end: int
) -> set[etree._Element]:
    """Return the elements after the text that open with a heading of the title's own class and a day.

    So do the articles that scrolling on brings where each has a frame and a heading of another kind than the first.
    """
    style = _heading_class(heading)
    others: set[etree._Element] = set()
    earlier: set[etree._Element] = set()
    for block in found[start:end] if style else []:
        if earlier and heading_of(block.element) and _heading_class(block.element) == style:
            holder = _apart_from(block.element, earlier)
            if holder is not block.element and _opens_dated(holder):
                others.add(holder)
        elif block.is_running:
            note_above(block.element, earlier)
    return others


def _apart_from(element: etree._Element, earlier: set[etree._Element]) -> etree._Element:
    """Return the widest element around one that holds nothing of what came earlier."""
    while (parent := element.getparent()) is not None and parent not in earlier:
        element = parent
    return element


def _opens_dated(element: etree._Element) -> bool:
    """Tell whether a day stands between an element's heading and its first paragraph."""
    started = False
    for child in element.iter("h1", "h2", "h3", "p", "span", "time", "div", "li"):
        text = " ".join("".join(child.itertext()).split())
        if child.tag in HEADINGS:
            started = True
        elif started and len(text) > _DATED:
            if child.tag == "p":
                return False
        elif started and any(map(str.isdigit, text)):
            stated = read_date(text)
            if stated is not None and stated.is_day:
                return True
    return False


def _heading_class(element: etree._Element) -> str:
    for holder in [element, *above(element, 1)]:
        if holder.tag in HEADINGS:
            return holder.get("class") or ""
    return ""


def _teasers(
    found: list[Block],
    frame: set[etree._Element],
    held: dict[etree._Element, int],
    total: int,
) -> set[etree._Element]:
    """Return the boxes that tell another article's beginning and end in a link such as "read it all".

    Or they open with its headline as a link and say how old it is.
    """
    parts: set[etree._Element] = set()
    for block in found:
        if block.is_link and len(block.text.split()) >= _HEADLINE and block.element not in frame:
            parts.update(
                holder
                for holder in [block.element, *above(block.element, 1)]
                if holder not in frame
                and 0 < held.get(holder, 0) <= _BULK * total
                and _opens_with_link(holder)
                and any(
                    _is_age(_says(child)) for child in holder.iter("span", "time", "small", "div")
                )
            )
        if block.is_link and _MORE.fullmatch(fold(block.text).text.lower().strip(" .…:»«")):
            holder = block.element if block.element.tag not in ("p", "a") else None
            holder = holder if holder is not None else block.element.getparent()
            if (
                holder is not None
                and holder not in frame
                and 0 < held.get(holder, 0) <= _BULK * total
            ):
                parts.add(holder)
    return parts


def _is_age(text: str) -> bool:
    """Tell a line that says how long ago something was published, or its day alone."""
    if len(text) > _DATED or not text:
        return False
    stated = read_date(text) if any(map(str.isdigit, text)) else None
    return bool(_AGE.fullmatch(fold(text).text)) or (stated is not None and stated.is_day)


def _discussion(found: list[Block], start: int, end: int) -> set[etree._Element]:
    """Return what stands below a heading such as "comments (3)" after the text: its element, or those after it."""
    parts: set[etree._Element] = set()
    earlier: set[etree._Element] = set()
    for number in range(start, end):
        block = found[number]
        if earlier and _is_discussion(block.text):
            holder = _apart_from(block.element, earlier)
            alone = len("".join(holder.itertext()).strip()) <= len(block.text) + _HEADING_WORDS
            parts.update(holder.itersiblings() if alone else [holder])
        if block.is_running:
            note_above(block.element, earlier)
    return parts


def _is_discussion(text: str) -> bool:
    short = len(text) <= _LONG_HEADING and _MAY_DISCUSS.search(text)
    return bool(short) and bool(_DISCUSSION.fullmatch(fold(text).text.lower().strip(" :")))
