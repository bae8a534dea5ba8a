"""What a reader of a web page sees: its visible text, a line for each block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.html
from lxml import etree

from rasid.corpus.body.lines import word_set
from rasid.corpus.web.nodes import Block, names

_HIDDEN: Final = word_set(
    "script style noscript template svg head iframe object select option canvas textarea dialog"
)
_BLOCKS: Final = word_set(
    "p div section article header footer aside nav main ul ol li dl dt dd table tr td th h1 h2 h3 h4 h5 h6 "
    "blockquote pre figure figcaption form fieldset br hr title body time button label address details "
    "summary video audio center marquee"
)
# What the rules for lines take as an empty line; a block of only these would shift every number after it.
_UNSEEN: Final = " \u200e\u200f\u202a\u202b\u202c\ufeff\u3000"
_CAPTIONS: Final = word_set(
    "caption captions cap figcaption imgcap imgcaption credit credits copyright"
)
_COUNT: Final = re.compile(
    r"[\d.,٬]{1,12}\s+(?:مشاهد[ةه]|مشاهدات|قراء[ةه]|زيار[ةه]|شوهد|تعليق(?:ات)?|views?|comments?)",
    re.I,
)
_DEEPEST: Final = 250
_DETAILS: Final = 120
_WHOLE: Final = word_set("p h1 h2 h3 h4 h5 h6 blockquote pre")
_BLANK: Final = re.compile(r"[\s\u00a0\u200b]+")
_RUNNING: Final = 60
_LARGE: Final = 400  # characters of what a dialog above it hides, when that is the page itself


def visible_text(markup: str) -> str:
    """Return the text a reader sees of a piece of HTML, a line a block; plain text comes back as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return markup.strip()
    return "\n".join(block.text for block in blocks(root))


def blocks(root: etree._Element) -> list[Block]:
    """Return the visible text of each block of a page, in order, with the element it stands in."""
    found: list[Block] = []
    pieces: list[tuple[str, bool]] = []

    def close(element: etree._Element) -> None:
        text = _BLANK.sub(" ", _joined(element, [piece for piece, _ in pieces])).strip()
        if text.strip(_UNSEEN):
            linked = sum(len(piece.strip()) for piece, link in pieces if link)
            found.append(Block(text, element, linked))
        pieces.clear()

    def walk(element: etree._Element, depth: int, link: bool) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        shadow = tag == "template" and element.get("shadowrootmode") is not None
        if not tag or (tag in _HIDDEN and not shadow) or _is_hidden(element):
            return
        if depth > _DEEPEST:  # what is nested deeper is one block: nothing of it may be lost
            pieces.extend((text, link) for text in _flat(element))
            return
        block = tag in _BLOCKS or (tag == "span" and _stands_alone(element))
        if block:
            parent = element.getparent()
            close(parent if parent is not None else element)
        within = link or tag == "a"
        pieces.append((element.text or "", within))
        for child in element:
            walk(child, depth + 1, within)
            pieces.append((child.tail or "", within))
        if block:
            close(element)

    walk(root, 0, False)
    close(root)
    return found


def _stands_alone(element: etree._Element) -> bool:
    """Tell a span that says something of its own: a caption, a count of readers beside the source."""
    if not _CAPTIONS.isdisjoint(names(element)):
        return True
    text = (element.text or "").strip()
    return text[:1].isdigit() and not len(element) and bool(_COUNT.fullmatch(text))


def _flat(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element, whatever is nested in it, without those of scripts."""
    for node in element.iter():
        if node.tag not in _HIDDEN and isinstance(node.tag, str):
            yield f"{node.text or ''} "
        if node is not element:
            yield f"{node.tail or ''} "


def _joined(element: etree._Element, pieces: list[str]) -> str:
    """Return the text of a block; the pieces of a short line that no paragraph holds are set apart.

    What stands side by side in a line of details ("site", "2025-08-30") has no blank between in the markup;
    in paragraphs and headings a word may be split among elements.
    """
    text = "".join(pieces)
    if len(text) > _DETAILS or element.tag in _WHOLE:
        return text
    parts: list[str] = []
    for piece in pieces:
        apart = parts and not parts[-1] and piece[:1].isalnum()
        parts.append(f" {piece}" if apart else piece)
    return "".join(parts)


def _is_hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or element.get("hidden") is not None:
        return not _goes_on(element)
    return "visibility:hidden" in style or (
        element.get("aria-hidden") == "true" and not _holds_page(element)
    )


def _goes_on(element: etree._Element) -> bool:
    """Tell the rest of a text that a button would unfold: paragraphs straight after a paragraph."""
    before = element.getprevious()
    if before is None or before.tag != "p" or len("".join(before.itertext())) < _RUNNING:
        return False
    return sum(len("".join(text.itertext())) >= _RUNNING for text in element.iter("p")) >= 2


def _holds_page(element: etree._Element) -> bool:
    """Tell the page itself, hidden from screen readers only while a dialog above it was open."""
    large = len("".join(element.itertext())) > _LARGE
    return large and any(element.find(f".//{tag}") is not None for tag in ("h1", "p"))
