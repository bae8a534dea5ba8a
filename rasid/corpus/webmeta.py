"""What a web page's metadata say: title, date, outlet, address, author, most trustworthy first."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from rasid.corpus.dating import date_in_url, read_date

_ARTICLE: Final = re.compile(r"Article|BlogPosting|Report|Posting|WebPage", re.I)
_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish_date",
    "published_time", "publishdate", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published",
    "published", "publication_date", "article_date_original", "displaydate", "og:pubdate", "bt:pubdate",
    "cxenseparse:articlepublicationdate", "article:published", "rnews:datepublished",
)  # fmt: skip
_TAGS: Final = re.compile(r"<[^>]{1,300}>")
_SPACES: Final = re.compile(r"\s+")
_MOST_JSON: Final = 1_000_000


@dataclass(slots=True)
class Metadata:
    """What was found; empty strings where the page says nothing."""

    title: str = ""
    date: str = ""
    site: str = ""
    url: str = ""
    author: str = ""
    body: str = ""  # the article's text, when the page's data hold it


def metadata(root: etree._Element) -> Metadata:
    """Return a page's own account of itself: JSON-LD, then meta tags, then marked-up elements.

    A date that is no date, or lies in the future of the web, is left to the next witness. `<time>` counts
    only beside the heading; a clock at the top of the page never does.
    """
    data = list(_linked_data(root))
    meta = _meta(root)
    found = Metadata()
    found.title = _first(
        *(_string(item.get("headline")) for item in data),
        meta.get("og:title"),
        meta.get("twitter:title"),
        _heading(root),
        _text(root, ".//title"),
    )
    found.site = _first(
        meta.get("og:site_name"),
        *(_named(item.get("publisher")) for item in data),
        meta.get("application-name"),
        meta.get("twitter:site", "").lstrip("@"),
    )
    found.url = _first(
        _attribute(root, ".//link[@rel='canonical']", "href"),
        meta.get("og:url"),
        *(_string(item.get("url")) or _named(item.get("mainEntityOfPage")) for item in data),
    )
    if not found.url.startswith("http"):
        found.url = next((u for u in (meta.get("og:url", ""),) if u.startswith("http")), found.url)
    found.author = _first(
        *(_named(item.get("author")) for item in data),
        meta.get("author"),
        meta.get("article:author"),
    )
    found.body = max((_plain(item.get("articleBody")) for item in data), key=len, default="")
    found.date = next(filter(None, map(_sound, _dates(root, data, meta, found.url))), "")
    found.title = _without_site(found.title, found.site)
    return found


def _dates(
    root: etree._Element, data: list[dict[str, Any]], meta: dict[str, str], url: str
) -> Iterator[str]:
    for item in data:
        yield _string(item.get("datePublished"))
    for name in _PUBLISHED:
        yield meta.get(name, "")
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or "".join(element.itertext())
    yield _time_beside_heading(root)
    for item in data:
        yield _string(item.get("dateCreated")) or _string(item.get("uploadDate"))
    if url and (in_url := date_in_url(url)) and in_url.is_day:
        yield ""  # the address is weighed later, against the text
    else:
        yield _rarer_tags(root)


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
    stated = read_date(text) if text and len(text) < 120 else None
    return text if stated and 1990 <= stated.first.year <= 2100 else ""


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article, articles before mere web pages."""
    found: list[dict[str, Any]] = []
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _MOST_JSON:
            continue
        try:
            found += _objects(json.loads(text, strict=False), 0)
        except ValueError:
            found += _salvaged(text)
    articles = [item for item in found if _ARTICLE.search(str(item.get("@type", "")))]
    yield from sorted(articles, key=lambda item: "WebPage" in str(item.get("@type", "")))


def _salvaged(text: str) -> list[dict[str, Any]]:
    """Read the fields of broken JSON-LD (unescaped quotes are common) by their names."""
    item = {"@type": "Article"}
    for name in ("datePublished", "headline"):
        if match := re.search(rf'"{name}"\s*:\s*"([^"\n]{{4,200}})"', text):
            item[name] = match.group(1)
    return [item] if len(item) > 1 else []


def _objects(value: Any, depth: int) -> list[dict[str, Any]]:
    if depth > 6:
        return []
    if isinstance(value, list):
        return [item for entry in value for item in _objects(entry, depth + 1)]
    if isinstance(value, dict):
        inner = value.get("@graph")
        return [value, *(_objects(inner, depth + 1) if inner else [])]
    return []


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iterfind(".//meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or ""
        ).lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _time_beside_heading(root: etree._Element) -> str:
    """Return the first `<time>` after the page's heading and before its third paragraph."""
    heading = root.find(".//h1")
    if heading is None:
        return ""
    paragraphs, started = 0, False
    for element in root.iter("h1", "time", "p"):
        if element is heading:
            started = True
        elif started and element.tag == "p" and len("".join(element.itertext())) > 80:
            paragraphs += 1
            if paragraphs > 2:
                return ""
        elif started and element.tag == "time":
            return element.get("datetime") or "".join(element.itertext())
    return ""


def _heading(root: etree._Element) -> str:
    return next(
        (text for h in root.iterfind(".//h1") if (text := "".join(h.itertext()).strip())), ""
    )


def _text(root: etree._Element, path: str) -> str:
    element = root.find(path)
    return "".join(element.itertext()) if element is not None else ""


def _attribute(root: etree._Element, path: str, name: str) -> str:
    element = root.find(path)
    return (element.get(name) or "").strip() if element is not None else ""


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _plain(value: Any) -> str:
    """Return a text of the page's data without the markup and entities that some put into it."""
    return html.unescape(_TAGS.sub(" ", html.unescape(_string(value))))


def _named(value: Any) -> str:
    """Return the name of a JSON-LD person, organisation or page."""
    if isinstance(value, list):
        return next(filter(None, map(_named, value)), "")
    if isinstance(value, dict):
        return _string(value.get("name")) or _string(value.get("@id")) or _string(value.get("url"))
    return _string(value)


def _first(*values: str | None) -> str:
    return next(
        (clean for value in values if value and (clean := _SPACES.sub(" ", value).strip())), ""
    )


def _without_site(title: str, site: str) -> str:
    """Take the site's name off a title's end."""
    match = re.match(r"^(.{8,}?)\s+[-–—|»]\s+([^-–—|»]{2,40})$", title)
    if match and (
        match.group(2).strip() == site or (site and site in match.group(2)) or "|" in title
    ):
        return match.group(1)
    return title
