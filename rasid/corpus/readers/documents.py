"""Single documents become pages: plain text, front matter, .docx and RSS or Atom feeds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree

from rasid.corpus.page import Page
from rasid.corpus.readers.encoding import Decoded, decode
from rasid.corpus.readers.records import header_of, recognise
from rasid.corpus.readers.tables import is_header, rows_of
from rasid.corpus.readers.xmlrows import name_of, rows_of_xml
from rasid.corpus.web.blocks import visible_text
from rasid.errors import Problem

FRONT: Final = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.S)
_FIELD: Final = re.compile(r"(?![ \t#])([^:=\n]+?)[ \t]*[:=][ \t]*(.*)")
_CAPTION: Final = re.compile(
    r"\[(caption|gallery|embed|audio|video)\b[^\]]*\](?:.*?\[/\1\])?", re.S
)
_ENTITY: Final = re.compile(rb"<!ENTITY", re.I)
_FEED: Final = re.compile(r"(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.S)
_ROOT: Final = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?!html|body|div|p\b)([A-Za-z][\w:.-]*)[\s>]",
    re.S | re.I,
)
_TAIL: Final = 400
_SEARCH: Final = re.compile(r"\bGoogle\b|\bBing\b|أخبار Google|تنبيه Google")
_ALERT: Final = re.compile(r"^https?://www\.google\.[a-z.]+/url\?(?:[^#]*&)?url=(https?[^&]+)")
_ARTICLE: Final = 60  # words
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain(data: bytes, kind: str) -> Page:
    """Return a text file as a raw page, or as a page with front matter when it opens with one."""
    decoded = decode(data)
    front = FRONT.match(decoded.text)
    page = _front(decoded, front, kind) if front else Page(decoded.text, kind, raw=True)
    page.repaired = encoding_note(decoded)
    return page


def encoding_note(decoded: Decoded) -> str:
    """Return what `problems` says of an encoding: nothing for sound UTF-8."""
    note = "" if decoded.encoding == "utf-8" else decoded.encoding
    if decoded.damaged:
        note = f"{decoded.encoding}, " + "some bytes unreadable"
    return note


def _front(decoded: Decoded, front: re.Match[str], kind: str) -> Page:
    """Read `key: value` (YAML) or `key = value` lines (TOML); the body is what follows, the front metadata."""
    fields = filter(None, map(_FIELD.match, front.group(2).split("\n")))
    values = {field[1].lower(): field[2].strip().strip("\"'") for field in fields}
    known = recognise(["text", *values], {})
    cell = {target: values.get(name, "") for target, name in known.items()}
    outlet, url = values.get("outlet") or cell.get("outlet", ""), cell.get("url", "")
    if outlet.startswith(("http://", "https://")):  # a clipper's "source" is the page's address
        outlet, url = "", url or outlet
    return Page(
        decoded.text,
        kind,
        whole=True,
        title=cell.get("title", ""),
        date=values.get("published") or cell.get("date", ""),
        method=values.get("published_method") or "stated",
        outlet=outlet,
        host=values.get("host", ""),
        url=url,
        author=cell.get("author", ""),
        collected=cell.get("collected", ""),
        text_kind=values.get("text_kind") or "full",
        cuts=[(0, front.end(), "metadata")],
    )


def _body(data: bytes) -> Any:
    """Return the element of a .docx file that holds its text, also where styles or pictures of it are lost."""
    import docx  # costs 0.2 s: only those who read a .docx pay for it

    try:
        return docx.Document(io.BytesIO(data)).element.body
    except KeyError:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text = package.read("word/document.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(text, parser).find(f"{_WORD}body")


def word(data: bytes) -> list[Page]:
    """Return a .docx file as a raw page: its paragraphs and table cells in order.

    A table of articles, a row for each, is read as one; then what stands around it is an article only when
    there is as much of it.
    """
    body = _body(data)
    pages: list[Page] = []
    around = list(body)
    for number, table in enumerate(body.iterchildren(f"{_WORD}tbl"), 1):
        rows = [
            ["\n".join(_lines(cell)) for cell in row.iterchildren(f"{_WORD}tc")]
            for row in table.iterchildren(f"{_WORD}tr")
        ]
        if rows and is_header(rows[0]):
            header, chosen, below = header_of(iter(rows), {})
            pages += rows_of(below, header, chosen, "docx", f"!{number}#")
            around.remove(table)
    text = "\n".join(line for element in around for line in _lines(element))
    if not pages or len(text.split()) >= _ARTICLE:
        pages.append(Page(text, "docx", raw=True))
    return pages


def _lines(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(f"{_WORD}p"):
        pieces = []
        for node in paragraph.iter():
            if node.tag == f"{_WORD}t":
                pieces.append(node.text or "")
            elif node.tag in (f"{_WORD}br", f"{_WORD}tab", f"{_WORD}cr"):
                pieces.append("\t" if node.tag == f"{_WORD}tab" else "\n")
        yield "".join(pieces)


def is_feed(text: str) -> bool:
    """Tell a feed whatever it is called."""
    head = text[:2000].lstrip()
    return head.startswith("<") and bool(_FEED.match(head))


def is_xml(text: str) -> bool:
    """Tell XML of any kind but a page's: it begins with an element and ends with the same."""
    root = _ROOT.match(text[:2000])
    return root is not None and text[-_TAIL:].rstrip().endswith(f"</{root[1]}>")


def feed(data: bytes) -> Iterator[Page | str | Problem]:
    """Return the items of an RSS 2.0, RSS 1.0 (RDF) or Atom feed; one cut off in the middle is named.

    Raises:
        ValueError: when the XML is no feed, or declares entities (which could expand without end).
    """
    if _ENTITY.search(data[:100_000]):
        raise ValueError("XML with entity declarations")
    decoded = decode(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, encoding="utf-8"
    )
    root = etree.fromstring(decoded.text.encode("utf-8", "replace"), parser)
    if root is None:
        raise ValueError("not XML")
    if (note := encoding_note(decoded)) and note.encode() not in data[:200].lower():
        yield Problem("", "encoding-detected", note)
    items = [node for node in root.iter() if name_of(node) in ("item", "entry")]
    if not items:
        yield from rows_of_xml(root)
        return
    channel = next((node for node in root.iter() if name_of(node) in ("channel", "feed")), root)
    outlet = _child(channel, "title") if channel is not None else ""
    if _SEARCH.search(outlet):
        outlet = ""  # a search is no outlet: each item has its own
    for number, item in enumerate(items, 1):
        if page := _item(item, outlet, f"#{number}"):
            yield page
    if not re.search(rf"</(?:\w+:)?{name_of(root)}\s*>", decoded.text[-_TAIL:]):
        yield f"#{len(items)}: the file ends before its last tag"


def _item(item: etree._Element, outlet: str, part: str) -> Page | None:
    if _child(item, "post_type") not in ("", "post", "page"):
        return None  # a picture or a menu in what WordPress exports
    full = _CAPTION.sub("", _child(item, "encoded") or _child(item, "content"))
    body = full or _child(item, "description") or _child(item, "summary")
    title = " ".join(visible_text(_child(item, "title")).split())
    link = _child(item, "link") or next(
        (
            node.get("href", "")
            for node in item
            if name_of(node) == "link" and node.get("rel", "alternate") == "alternate"
        ),
        "",
    )
    if not body and not title:
        return None
    source = _child(item, "source")
    title = title.removesuffix(f" - {source}") if source else title
    text = visible_text(body)
    alert = _ALERT.search(link)
    return Page(
        text,
        "feed",
        part=part,
        title=title,
        date=_child(item, "pubDate")
        or _child(item, "published")
        or _child(item, "date")
        or _child(item, "updated"),
        outlet=source or outlet,
        url=unquote(alert.group(1)) if alert else link.strip(),
        author=_child(item, "creator") or _child(item, "author"),
        text_kind="full" if full and not alert and len(text) > len(title) else "excerpt",
    )


def _child(node: etree._Element, name: str) -> str:
    for child in node:
        if name_of(child) == name:
            return "".join(child.itertext()).strip()
    return ""
