"""Saved web pages: what a reader of the page saw, and what its metadata say."""

from __future__ import annotations

import re
from typing import Final

import lxml.html
import trafilatura
from lxml import etree

from rasid.corpus.encoding import decode
from rasid.corpus.page import Page

_HIDDEN: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "select",
        "option",
        "canvas",
    }
)
_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "main",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "br",
        "hr",
        "title",
        "body",
        "time",
        "button",
        "label",
        "address",
        "details",
        "summary",
        "video",
        "audio",
        "center",
    }
)
_BLANK: Final = re.compile(r"[ \t\u00a0\u200b]+")


def visible_text(markup: str) -> str:
    """Return the text a reader sees of a piece of HTML, a line a block; plain text comes back as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return markup.strip()
    return "\n".join(text for text, _ in blocks(root))


def blocks(root: etree._Element) -> list[tuple[str, etree._Element]]:
    """Return the visible text of each block of a page, in order, with the element it stands in."""
    found: list[tuple[str, etree._Element]] = []
    pieces: list[str] = []

    def close(element: etree._Element) -> None:
        if text := _BLANK.sub(" ", " ".join("".join(pieces).split("\n"))).strip():
            found.append((text, element))
        pieces.clear()

    def walk(element: etree._Element) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and tag not in _HIDDEN and not _is_hidden(element):
            block = tag in _BLOCKS
            if block:
                close(element.getparent() if element.getparent() is not None else element)
            pieces.append(element.text or "")
            for child in element:
                walk(child)
                pieces.append(child.tail or "")
            if block:
                close(element)

    walk(root)
    close(root)
    return found


def _is_hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None
    )


def webpage(data: bytes) -> Page:
    """Return a saved HTML page with its text, title, date, outlet and address."""
    decoded = decode(data)
    found = trafilatura.bare_extraction(decoded.text, include_comments=False, with_metadata=True)
    values = found.as_dict() if found else {}
    return Page(
        values.get("text") or visible_text(decoded.text),
        "html",
        raw=True,
        title=values.get("title") or "",
        date=values.get("date") or "",
        url=values.get("url") or "",
        outlet=values.get("sitename") or values.get("hostname") or "",
        author=values.get("author") or "",
    )
