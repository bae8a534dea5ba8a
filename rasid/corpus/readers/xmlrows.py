"""Articles in markup that is neither feed nor page: XML of any names, and tables in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.html
from lxml import etree

from rasid.corpus.page import Page
from rasid.corpus.readers.records import header_of, page_of, recognised
from rasid.corpus.readers.tables import is_header, rows_of

_INLINE: Final = frozenset(
    {"br", "b", "i", "em", "strong", "a", "span", "u", "sub", "sup", "hi", "ref"}
)
_CELL_END: Final = re.compile(r"</t[hd]\s*>", re.I)
_TAGS: Final = re.compile(r"<[^>]*>")
_LONGEST: Final = 2000  # characters of a row that names columns


def rows_of_xml(root: etree._Element) -> Iterator[Page]:
    """Return the articles of XML that is no feed: an element for each, its fields the elements or attributes in it.

    The whole file may be one article; a list of titles and addresses, as a sitemap, is the last resort.

    Raises:
        ValueError: when no element holds an article's title.
    """
    rows = [(f"#{n}", _fields(e)) for n, e in enumerate(root, 1) if isinstance(e.tag, str)]
    for several, own_text in ((rows, True), ([("", _fields(root))], True), (rows, False)):
        pages = []
        for part, fields in several:
            chosen = recognised(fields, {})
            apart = chosen.get("text") != chosen.get("title")
            if {"text", "title"} <= chosen.keys() and apart == own_text:
                pages.append(page_of(fields, chosen, "xml", part))
        if found := [page for page in pages if page is not None]:
            yield from found
            return
    raise ValueError("no feed: neither <item> nor <entry>, nor elements with title and text")


def _fields(element: etree._Element) -> dict[str, str]:
    """Return what the leaves of an element say, by name; leaves of one name are lines of one text."""
    lines = {str(name): {value: None} for name, value in element.attrib.items()}
    for node in element.iter():
        if not isinstance(node.tag, str) or any(name_of(e) not in _INLINE for e in node):
            continue
        said = "".join(node.itertext()).strip() or node.get("norm", "")
        lines.setdefault(name_of(node), {})[said] = None
    fields = {name: "\n".join(filter(None, said)) for name, said in lines.items()}
    told = recognised(fields, {}).get("text", "")
    if len(fields.get("p", "")) > len(fields.get(told, "")):
        fields["text"] = fields["p"]
    return fields


def name_of(node: etree._Element) -> str:
    """Return an element's name without its namespace, and without a prefix that nothing declares."""
    return re.split("[}:]", node.tag)[-1] if isinstance(node.tag, str) else ""


def html_table(markup: str) -> list[Page]:
    """Return the articles of a page that is a table of them, as programs export them; of any other page none."""
    start = markup.find("<tr", markup.lower().find("<table"))
    end = markup.find("</tr", start)
    first = markup[start:end] if 0 <= start < end <= start + _LONGEST else ""
    if not is_header([_TAGS.sub(" ", cell).strip() for cell in _CELL_END.split(first)[:-1]]):
        return []
    table = lxml.html.document_fromstring(markup).find(".//table")
    rows = [
        [cell.text_content().strip() for cell in row.iterchildren("td", "th")]
        for row in (table.iter("tr") if table is not None else ())
    ]
    header, chosen, below = header_of(iter(rows), {})
    return list(rows_of(below, header, chosen, "html", "#"))
