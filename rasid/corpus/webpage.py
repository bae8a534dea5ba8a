"""Saved web pages: what a reader of the page saw, which of it is the article, what its metadata say."""

from __future__ import annotations

import email
import email.policy
import re
from typing import Final

import lxml.html
import trafilatura
from lxml import etree

from rasid.corpus.encoding import Decoded, decode
from rasid.corpus.lines import word_set
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
_TAG: Final = re.compile(r"<\s*(?:!doctype|html|head|body|div|p|meta|article|span)\b", re.I)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEAST_SHARE: Final = 0.35
_RUNNING: Final = 60
_LEVELS: Final = 6
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.7
_FADE: Final = 0.6
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
    return "\n".join(text for text, _ in blocks(root))


def blocks(root: etree._Element) -> list[tuple[str, etree._Element]]:
    """Return the visible text of each block of a page, in order, with the element it stands in."""
    found: list[tuple[str, etree._Element]] = []
    pieces: list[str] = []

    def close(element: etree._Element) -> None:
        if text := _BLANK.sub(" ", "".join(pieces)).strip():
            found.append((text, element))
        pieces.clear()

    def walk(element: etree._Element, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _HIDDEN or _is_hidden(element) or depth > _DEEPEST:
            return
        block = tag in _BLOCKS
        if block:
            parent = element.getparent()
            close(parent if parent is not None else element)
        pieces.append(element.text or "")
        for child in element:
            walk(child, depth + 1)
            pieces.append(child.tail or "")
        if block:
            close(element)

    walk(root, 0)
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

    trafilatura says which blocks are the article; where it finds too little of the running text, the rules
    for raw text decide alone. Title, date, outlet and address come from the page's metadata.
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
    lines = [text for text, _ in found_blocks]
    note = "" if decoded.encoding.startswith("utf-8") and not decoded.damaged else decoded.encoding
    return Page(
        "\n".join(lines), kind, raw=True, title=found.title, date=found.date, url=found.url,
        host=found.site, author=found.author, repaired=note, foreign=_foreign(markup, found_blocks),
    )  # fmt: skip


def _key(text: str) -> str:
    return _BLANK.sub("", text)


def _foreign(markup: str, found: list[tuple[str, etree._Element]]) -> frozenset[int]:
    """Return the numbers of the lines that are not the article's, or none when that is not to be trusted.

    Two witnesses: what trafilatura extracts, and the element that holds most of the running text. A line
    is the article's when it lies in that element and is either extracted or long; when the element holds
    too little of what was extracted, the extraction alone counts.
    """
    lines = [text for text, _ in found]
    running = {number for number, line in enumerate(lines) if len(line) > _RUNNING}
    whole = _key(_extracted(markup))
    taken = {number for number, line in enumerate(lines) if _key(line) in whole} if whole else set()
    inside = _within(found, running)
    size = sum(len(lines[number]) for number in running)
    if inside and sum(len(lines[n]) for n in running & inside) >= _LEAST_SHARE * size:
        kept = (taken & inside) | (running & inside)
        if not taken:
            kept = inside
    elif sum(len(lines[n]) for n in running & taken) >= _LEAST_SHARE * size:
        kept = taken
    else:
        return frozenset()
    return frozenset(range(len(lines))) - (kept - _outside(lines, kept))


def _extracted(markup: str) -> str:
    try:
        return trafilatura.extract(
            markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        ) or ""  # fmt: skip
    except Exception:  # a page that trafilatura cannot take is left to the other witness
        return ""


def _within(found: list[tuple[str, etree._Element]], running: set[int]) -> set[int]:
    """Return the lines inside the element with most running text among its children.

    Each paragraph counts for the element it stands in or for that one's parent, and less for each one
    further up; teasers of other articles each stand in a card of their own and so hardly add up.
    """
    alike: dict[etree._Element, int] = {}
    for number in running:
        element = found[number][1]
        alike[element] = alike.get(element, 0) + 1
    scores: dict[etree._Element, float] = {}
    for number in running:
        text, element = found[number]
        holder = element if alike[element] > 1 else element.getparent()
        weight = len(text) * _weight(text)
        for _ in range(_LEVELS):
            if holder is None:
                break
            scores[holder] = scores.get(holder, 0.0) + weight
            holder, weight = holder.getparent(), weight * _FADE
    if not scores:
        return set()
    best = max(scores, key=lambda element: scores[element])
    weights = {n: len(found[n][0]) * _weight(found[n][0]) for n in running}
    inner = _inner(best, found)
    if sum(weights[n] for n in running & inner) >= _MOST * sum(weights.values()):
        return inner
    # Paragraphs wrapped one by one, or a text in several parts: the deepest element that holds most.
    for element in sorted(scores, key=lambda e: (-len(list(e.iterancestors())), -scores[e])):
        inner = _inner(element, found)
        if sum(weights[n] for n in running & inner) >= _NEARLY_ALL * sum(weights.values()):
            return inner
    return _inner(best, found)


def _inner(element: etree._Element, found: list[tuple[str, etree._Element]]) -> set[int]:
    inner = set(element.iter())
    return {number for number, (_, other) in enumerate(found) if other in inner}


def _weight(text: str) -> float:
    """Return how much a paragraph counts: one broken off with dots is mostly another article's teaser."""
    return 0.3 if text.endswith(("...", "…")) else 1.0


def _outside(lines: list[str], kept: set[int]) -> set[int]:
    """Return short kept lines far from any kept paragraph: menu words that the article happens to hold."""
    paragraphs = [number for number in kept if len(lines[number]) > 60]
    if not paragraphs:
        return set()
    first, last = min(paragraphs), max(paragraphs)
    return {number for number in kept if number < first - 6 or number > last + 4}
