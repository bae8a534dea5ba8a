"""The blocks of a web page, and what the elements they stand in are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import Final

from lxml import etree

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
LINKED: Final = 0.5
"""The share of a block's characters from which it is more link than text."""

APART: Final = "data-text"
"""The attribute that tells an element with several sentences from its neighbours of the same class."""

_ALL_LINK: Final = 0.85
_OWN_WORDS: Final = 30  # characters beside a sentence's links
_END: Final = re.compile(r"[.؟!?:…\"”»)]\s*$")
_RUNNING: Final = 60  # characters from which a block is running text whatever its end
_TOLD: Final = 160  # characters of a heading that is a paragraph, whatever its end
_SHORT: Final = 25  # a sentence of its own
_CUT: Final = 260
_FULL_STOP: Final = re.compile(r"[.؟!]\W*$")
_LINE: Final = 200  # characters of a line of details
_DETAIL: Final = 60
_NAMED: Final = ("class", "id", "aria-labelledby", "data-testid", "data-component", "data-e2e")
_WORDS: Final = re.compile(r"[a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Block:
    """The text of one block of a page, the element it stands in, and how many of its characters are links."""

    text: str
    element: etree._Element
    linked: int

    @property
    def link_share(self) -> float:
        """The share of the text that is link text."""
        return self.linked / max(1, len(self.text))

    @cached_property
    def is_link(self) -> bool:
        """Whether the block is a link rather than a sentence with links in it.

        Some editors link half of what they write; a headline with "read also" before it has a few words of
        its own and no full stop.
        """
        if self.link_share < LINKED:
            return False
        own = len(self.text) - self.linked
        return own < _OWN_WORDS or self.link_share > _ALL_LINK or not _END.search(self.text)

    @property
    def details(self) -> list[str]:
        """The pieces of a line of details ("by X", "on DAY", "3 minutes") that stand side by side in it."""
        if len(self.text) > _LINE or self.element.tag == "p" or _FULL_STOP.search(self.text):
            return []
        # A text broken by thousands of `br` asks this of each of its lines: the first tail mostly tells.
        tails = (child.tail for child in self.element)
        if any(text and any(map(str.isalnum, text)) for text in chain([self.element.text], tails)):
            return []
        pieces = [
            " ".join("".join(child.itertext()).split()) for child in self.element.iterchildren("*")
        ]
        pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
        return pieces if len(pieces) >= 2 and max(map(len, pieces)) <= _DETAIL else []

    @cached_property
    def is_running(self) -> bool:
        """Whether the block is running text: no link, no teaser that is cut short, no heading.

        Some editors set every paragraph as a heading: one that is a sentence or long is text.
        """
        text = self.text
        if self.is_link or (text.endswith(("...", "…")) and len(text) < _CUT):
            return False
        told = len(text) >= _TOLD or (len(text) >= _RUNNING and bool(_FULL_STOP.search(text)))
        if (heading_of(self.element) and not told) or self.details:
            return False
        return len(text) >= _RUNNING or (len(text) >= _SHORT and bool(_END.search(text)))


def heading_of(element: etree._Element | None) -> str:
    """Return the tag of the heading that an element is or stands in, two levels up at most; else nothing."""
    for _ in range(3):
        if element is None:
            return ""
        tag = str(element.tag)
        if tag in HEADINGS:
            return tag
        element = element.getparent()
    return ""


def label(element: etree._Element) -> str:
    """Return what an element's class, id and the like call it, in lower case, `readMore` as `read more`."""
    return _spelled(" ".join(filter(None, map(element.get, _NAMED))))


@lru_cache(maxsize=4096)
def _spelled(called: str) -> str:
    return _CAMEL.sub(" ", called).lower()


def names(element: etree._Element) -> frozenset[str]:
    """Return the words of an element's class and id."""
    return _words_of(label(element))


@lru_cache(maxsize=4096)
def _words_of(called: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(called))


def above(element: etree._Element, levels: int) -> list[etree._Element]:
    """Return the elements around one, nearest first, so many levels up at most."""
    return list(islice(element.iterancestors(), levels))


def held_by(sizes: Mapping[etree._Element, int]) -> dict[etree._Element, int]:
    """Return how much each element around some holds in all, those with a size of their own included."""
    depths: dict[etree._Element, int] = {}
    for element in sizes:
        way: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in depths:
            way.append(at)
            at = at.getparent()
        depth = depths[at] if at is not None else 0
        for step, holder in enumerate(reversed(way), 1):
            depths[holder] = depth + step
    held = dict.fromkeys(depths, 0) | dict(sizes)
    for element in sorted(depths, key=depths.__getitem__, reverse=True):
        parent = element.getparent()
        if parent is not None:
            held[parent] += held[element]
    return held


def note_above(element: etree._Element, noted: set[etree._Element]) -> None:
    """Add an element and those around it to a set; it holds the ones around those it has already."""
    at: etree._Element | None = element
    while at is not None and at not in noted:
        noted.add(at)
        at = at.getparent()


class Parts:
    """Elements of a page that are apart from its article; whether another lies in one is found out once."""

    def __init__(self, roots: set[etree._Element]) -> None:
        self._known = dict.fromkeys(roots, True)

    def hold(self, element: etree._Element) -> bool:
        """Tell whether an element is one of the parts, or lies in one."""
        way: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in self._known:
            way.append(at)
            at = at.getparent()
        held = at is not None and self._known[at]
        self._known.update(dict.fromkeys(way, held))
        return held
