"""The day a web page's metadata state, most trustworthy witness first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from rasid.corpus.publication.dating import date_in_url, read_date
from rasid.corpus.web.data import text_of
from rasid.corpus.web.states import drawn_date

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish_date",
    "published_time", "publishdate", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published",
    "published", "publication_date", "article_date_original", "displaydate", "og:pubdate", "bt:pubdate",
    "cxenseparse:articlepublicationdate", "article:published", "rnews:datepublished", "publisheddate",
    "published_time_telegram", "datecreated", "dc.date.created", "published-date", "publish-date", "pdate",
)  # fmt: skip
_SPACES: Final = re.compile(r"\s+")
# ISO 8601 without signs, as Sputnik writes it: 20241207T2316+0000.
_COMPACT: Final = re.compile(
    r"^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?(\d\d):?(\d\d)(?::?\d\d)?(Z|[+-]\d\d:?\d\d)?)?$"
)
_LONGEST: Final = 120  # characters of a date
_UPDATED: Final = re.compile(r"modif|updat|تحديث|تعديل", re.I)


def stated_date(
    root: etree._Element, data: list[dict[str, Any]], meta: dict[str, str], url: str
) -> tuple[str, str]:
    """Return the first date stated that is one of the web's age, as it stands; without one what is stated instead.

    Args:
        root: The page.
        data: What its JSON-LD says of the article.
        meta: Its meta tags by name.
        url: Its address.
    """
    refused = ""
    for text in _dates(root, data, meta, url):
        if sound := _sound(text):
            return sound, ""
        refused = refused or _SPACES.sub(" ", text or "").strip()[:_LONGEST]
    return "", refused


def _dates(
    root: etree._Element, data: list[dict[str, Any]], meta: dict[str, str], url: str
) -> Iterator[str]:
    for item in data:
        yield text_of(item.get("datePublished"))
    for name in _PUBLISHED:
        yield meta.get(name, "")
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        stated = element.get("content") or element.get("datetime") or element.get("title")
        yield stated or "".join(element.itertext())
    yield _time_beside_heading(root)
    for item in data:
        yield text_of(item.get("dateCreated")) or text_of(item.get("uploadDate"))
    if url and (in_url := date_in_url(url)) and in_url.is_day:
        return  # the address is weighed later, against the text
    yield _rarer_tags(root)
    yield drawn_date(root, meta.get("og:title", ""))


def _rarer_tags(root: etree._Element) -> str:
    """Return what htmldate's own list of tags finds in the page's head.

    The rest of the page is not shown to it: it takes the first `<time>` it meets, which on news pages is a
    related headline's or the page's clock.
    """
    import htmldate  # slow to import, and few pages come to this

    head = root.find(".//head")
    if head is None:
        return ""
    try:
        alone = etree.Element("html")
        alone.append(deepcopy(head))
        return htmldate.find_date(alone, extensive_search=False, original_date=True) or ""
    except Exception:  # a page that htmldate cannot take states no date
        return ""


def _sound(text: str) -> str:
    """Return the date when it reads as one of the web's age, else nothing."""
    text = _SPACES.sub(" ", text or "").strip()
    if (compact := _COMPACT.match(text)) is not None:
        year, month, day, hour, minute, zone = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone or ''}" if hour else "")
    stated = read_date(text) if text and len(text) < _LONGEST else None
    return text if stated and 1990 <= stated.first.year <= 2100 else ""


def _only_time(root: etree._Element) -> str:
    """Return the day that every `<time>` of a page without headings bears: of a message that a network shows."""
    found = {text for e in root.iter("time") if (text := _sound(e.get("datetime") or ""))}
    days = {stated.first for text in found if (stated := read_date(text)) is not None}
    return min(found) if len(days) == 1 else ""


def _time_beside_heading(root: etree._Element) -> str:
    """Return the first `<time>` after the page's heading and before its third paragraph."""
    heading = root.find(".//h1")
    if heading is None:
        return "" if next(root.iter("h2", "h3"), None) is not None else _only_time(root)
    paragraphs, started = 0, False
    for element in root.iter("h1", "time", "p"):
        if element is heading:
            started = True
        elif started and element.tag == "p" and len("".join(element.itertext())) > 80:
            paragraphs += 1
            if paragraphs > 2:
                return ""
        elif started and element.tag == "time" and not _tells_update(element):
            return element.get("datetime") or "".join(element.itertext())
    return ""


def _tells_update(element: etree._Element) -> bool:
    """Tell a `<time>` of the last change: called so, or with that word before it."""
    parent = element.getparent()
    near = [element.get("class"), element.get("itemprop"), "".join(element.itertext())]
    if parent is not None:
        before = element.getprevious()
        near += [parent.get("class"), before.tail if before is not None else parent.text]
        if before is not None and isinstance(before.tag, str):
            near.append("".join(before.itertext())[-30:])
    return any(text and _UPDATED.search(text) for text in near)
