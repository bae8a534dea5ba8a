"""The blocks of a web page, and what the elements they stand in are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
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

    @property
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
        around = [self.element.text, *(child.tail for child in self.element)]
        if any(text and any(map(str.isalnum, text)) for text in around):
            return []
        pieces = [
            " ".join("".join(child.itertext()).split()) for child in self.element.iterchildren("*")
        ]
        pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
        return pieces if len(pieces) >= 2 and max(map(len, pieces)) <= _DETAIL else []

    @property
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
    return _CAMEL.sub(" ", " ".join(filter(None, map(element.get, _NAMED)))).lower()


def names(element: etree._Element) -> set[str]:
    """Return the words of an element's class and id."""
    return set(_WORDS.findall(label(element)))


def lies_in(element: etree._Element | None, parts: set[etree._Element]) -> bool:
    """Tell whether an element is one of the parts, or lies in one."""
    while element is not None:
        if element in parts:
            return True
        element = element.getparent()
    return False
