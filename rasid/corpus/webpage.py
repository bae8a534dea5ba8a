"""Saved web pages: what a reader of the page saw, which of it is the article, what its metadata say."""

from __future__ import annotations

import email
import email.policy
import re
from typing import Final

import lxml.html
from lxml import etree

from rasid.corpus.dating import read_date
from rasid.corpus.encoding import Decoded, decode
from rasid.corpus.lines import word_set
from rasid.corpus.mainbody import Block, article_lines, stated_date
from rasid.corpus.page import Page
from rasid.corpus.webmeta import metadata

_HIDDEN: Final = word_set(
    "script style noscript template svg head iframe object select option canvas textarea dialog"
)
_BLOCKS: Final = word_set(
    "p div section article header footer aside nav main ul ol li dl dt dd table tr td th h1 h2 h3 h4 h5 h6 "
    "blockquote pre figure figcaption form fieldset br hr title body time button label address details "
    "summary video audio center"
)
_BLANK: Final = re.compile(r"[\s\u00a0\u200b]+")
# What the rules for lines take as an empty line; a block of only these would shift every number after it.
_UNSEEN: Final = " \u200e\u200f\u202a\u202b\u202c\ufeff\u3000"
_TAG: Final = re.compile(r"<\s*(?:!doctype|html|head|body|div|p|meta|article|span)\b", re.I)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEAST_SHARE: Final = 0.35
_RUNNING: Final = 60
_DEEPEST: Final = 250


def looks_like_html(text: str) -> bool:
    """Tell whether text is a web page whatever its file is called."""
    head = text[:3000]
    return head.lstrip()[:1] == "<" and len(_TAG.findall(head)) >= 2


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
        text = _BLANK.sub(" ", "".join(piece for piece, _ in pieces)).strip()
        if text.strip(_UNSEEN):
            linked = sum(len(piece.strip()) for piece, link in pieces if link)
            found.append(Block(text, element, linked))
        pieces.clear()

    def walk(element: etree._Element, depth: int, link: bool) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _HIDDEN or _is_hidden(element) or depth > _DEEPEST:
            return
        block = tag in _BLOCKS
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


def _is_hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style
        or "visibility:hidden" in style
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
    )


def webpage(data: bytes, kind: str = "html") -> Page:
    """Return a saved HTML page: its visible text as source, with the lines that are not the article's.

    The page's structure says which blocks are the article, else trafilatura; where that finds too little of
    the running text, the rules for raw text decide alone. Title, date, outlet and address come from the
    page's metadata.
    """
    decoded = decode(data)
    return _page(decoded.text, kind, decoded)


def archived(data: bytes) -> Page:
    """Return a page saved as .mht or .mhtml: its first HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            charset = part.get_content_charset() or ""
            if isinstance(payload, bytes):
                page = webpage_from(decode(payload, declared=charset), "mhtml")
                page.url = page.url or str(message.get("Snapshot-Content-Location") or "")
                return page
    raise ValueError("no HTML part")


def webpage_from(decoded: Decoded, kind: str) -> Page:
    """Return a page of markup that is decoded already."""
    return _page(decoded.text, kind, decoded)


def _page(markup: str, kind: str, decoded: Decoded) -> Page:
    markup = _DECLARATION.sub("", markup)
    try:
        root = lxml.html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        return Page(markup.strip(), kind, raw=True)
    found = metadata(root)
    found_blocks = blocks(root)
    lines = [block.text for block in found_blocks]
    note = "" if decoded.encoding.startswith("utf-8") and not decoded.damaged else decoded.encoding
    page = Page("\n".join(lines), kind, raw=True, title=found.title, date=found.date, url=found.url)
    page.host, page.author, page.repaired = found.site, found.author, note
    page.foreign = _foreign(markup, found_blocks, found.title, found.body)
    if not page.date and (stated := stated_date(found_blocks, found.title)) and read_date(stated):
        page.date, page.method = stated, "stated"
    return page


def _key(text: str) -> str:
    return _BLANK.sub("", text)


def _foreign(markup: str, found: list[Block], title: str, stated: str) -> frozenset[int]:
    """Return the numbers of the lines that are not the article's, or none when that is not to be trusted.

    The page's structure decides; where it shows no running text, what trafilatura extracts does.
    """
    everything = frozenset(range(len(found)))
    kept = article_lines(found, title, stated)
    if kept:
        return everything - kept
    whole = _key(_extracted(markup))
    taken = (
        {number for number, block in enumerate(found) if _key(block.text) in whole}
        if whole
        else set()
    )
    size = sum(len(block.text) for block in found if len(block.text) > _RUNNING)
    if (
        sum(len(found[n].text) for n in taken if len(found[n].text) > _RUNNING)
        < _LEAST_SHARE * size
    ):
        return frozenset()
    return everything - taken


def _extracted(markup: str) -> str:
    import trafilatura  # 0.15 s of import, which a build of text files or tables need not wait for

    try:
        return trafilatura.extract(
            markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        ) or ""  # fmt: skip
    except Exception:  # a page that trafilatura cannot take is left to the other witness
        return ""
