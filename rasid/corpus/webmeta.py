"""What a web page's metadata say: title, date, outlet, address, author, most trustworthy first."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from rasid.corpus.dating import date_in_url, read_date
from rasid.corpus.webdata import articles, stated_body
from rasid.corpus.webstates import drawn_date

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
_PIECES: Final = re.compile(r"\s+[-–—|»«:•]\s+|\s*[|»]\s*|:\s+")
_UPDATED: Final = re.compile(r"modif|updat|تحديث|تعديل", re.I)
_ADDRESS: Final = re.compile(r"https?://[^/\s]+\.")
_MOTTO: Final = re.compile(r"\s+[-–—|~:]\s+|\s*\|\s*")
_PRINTED: Final = re.compile(r"(?:طباع[ةه]|اطبع|نسخ[ةه] للطباع[ةه]|print)(?:\s+\S+){0,2}$", re.I)
_SITE_WORDS: Final = 6
_HEADLINE: Final = 3
_SUFFIX: Final = re.compile(r"\s*[-–—|»]\s*\S")


@dataclass(slots=True)
class Metadata:
    """What was found; empty strings where the page says nothing."""

    title: str = ""
    date: str = ""
    site: str = ""
    url: str = ""
    author: str = ""
    body: str = ""  # the article's text, when the page's data hold it
    closed: bool = False  # the page says that its text is not free to read


def metadata(root: etree._Element) -> Metadata:
    """Return a page's own account of itself: JSON-LD, then meta tags, then marked-up elements.

    A date that is no date, or lies in the future of the web, is left to the next witness. `<time>` counts
    only beside the heading; a clock at the top of the page never does. A day is the one that the moment has
    in the offset it is written with: 21:30Z stays that day, though it is the next one in Baghdad.
    """
    meta = _meta(root)
    heading, tag = _heading(root), _text(root, ".//title")
    canonical = _attribute(root, ".//link[@rel='canonical']", "href")
    named = {meta.get("og:title", ""), meta.get("twitter:title", ""), heading}
    data = articles(root, named, canonical or meta.get("og:url", ""))
    found = Metadata()
    found.site = _first(
        meta.get("og:site_name"),
        *(_named(item.get("publisher")) for item in data),
        meta.get("application-name"),
    )
    found.title = _title(root, data, meta, heading, tag, found.site)
    found.site = _plain_name(found.site, tag)
    found.site = (
        found.site
        or _site_beside(tag, found.title)
        or _site_heading(root, tag)
        or meta.get("twitter:site", "").lstrip("@")
    )
    found.url = _first(
        canonical,
        meta.get("og:url"),
        *(_string(item.get("url")) or _named(item.get("mainEntityOfPage")) for item in data),
        _attribute(root, ".//head/base", "href"),
    )
    if not _ADDRESS.match(found.url):
        found.url = next((u for u in (meta.get("og:url", ""),) if _ADDRESS.match(u)), "")
    found.author = _first(
        *(_named(item.get("author")) for item in data),
        meta.get("author"),
        meta.get("article:author"),
    )
    found.body = stated_body(data)
    found.closed = any(str(item.get("isAccessibleForFree", "")).lower() == "false" for item in data)
    found.date = next(filter(None, map(_sound, _dates(root, data, meta, found.url))), "")
    return found


def _title(
    root: etree._Element,
    data: list[dict[str, Any]],
    meta: dict[str, str],
    heading: str,
    tag: str,
    site: str,
) -> str:
    """Return the title that the first witness gives which is neither the site's name nor cut short."""
    named = [*(_string(item.get("headline")) for item in data), meta.get("og:title", "")]
    for text in (*named, meta.get("twitter:title", ""), "" if _is_name(heading, tag) else heading):
        title = _without_site(_SPACES.sub(" ", html.unescape(text)).strip(), site)
        if not title or title == site:
            continue
        headline = _first(heading)
        if len(headline.split()) >= _HEADLINE and _SUFFIX.match(title.removeprefix(headline)):
            return headline  # what stands after it is the site's: its name, the day
        stem = title.rstrip(".… ")
        return heading if stem != title and _first(heading).startswith(stem) else title
    tag = _first(tag)  # a page without any heading: what it shows of its <title>
    if _PRINTED.match(tag):
        return ""
    shown = {_first(text) for text in root.itertext() if 8 < len(text) < 300}
    cut = [
        piece
        for match in _PIECES.finditer(tag)
        for piece in (tag[: match.start()], tag[match.end() :])
    ]
    beside = [piece for piece in cut if piece in shown and piece != site]
    return max(beside, key=len, default="") or _without_site(tag, site)


def _is_name(heading: str, tag: str) -> bool:
    """Tell an `h1` that is the site's name, as on blogs: short, and only the first part of the `<title>`."""
    name, whole = _first(heading), _first(tag)
    rest = whole.removeprefix(name)
    return 0 < len(name.split()) <= _HEADLINE and bool(
        re.match(r"\s*[-–—|»:]\s*\S+(?:\s\S+){2}", rest)
    )


def _plain_name(site: str, tag: str) -> str:
    """Return a site's name without the words some add to it ("X | latest news"): the piece that titles end in."""
    pieces = [piece.strip() for piece in _MOTTO.split(site) if piece.strip()]
    return next((piece for piece in pieces if tag.endswith(piece)), pieces[0]) if pieces else site


def _site_beside(tag: str, title: str) -> str:
    """Return what a page's `<title>` holds beside the article's: the site's name, when it is short."""
    tag = _first(tag)
    if not title or title not in tag or tag == title:
        return ""
    pieces = [piece.strip(" -–—|»«:•") for piece in tag.split(title, 1)]
    rest = [piece for piece in pieces if piece]
    return rest[0] if len(rest) == 1 and len(rest[0].split()) <= _SITE_WORDS else ""


def _site_heading(root: etree._Element, tag: str) -> str:
    """Return the short `h1` that a page bears beside its title and names itself by in its `<title>`."""
    found = [_first("".join(heading.itertext())) for heading in root.iterfind(".//h1")]
    short = [text for text in found if text and len(text.split()) <= _HEADLINE]
    several = len(found) > 1
    return next((t for t in short if (several or _is_name(t, tag)) and t in _first(tag)), "")


def _dates(
    root: etree._Element, data: list[dict[str, Any]], meta: dict[str, str], url: str
) -> Iterator[str]:
    for item in data:
        yield _string(item.get("datePublished"))
    for name in _PUBLISHED:
        yield meta.get(name, "")
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        stated = element.get("content") or element.get("datetime") or element.get("title")
        yield stated or "".join(element.itertext())
    yield _time_beside_heading(root)
    for item in data:
        yield _string(item.get("dateCreated")) or _string(item.get("uploadDate"))
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
    stated = read_date(text) if text and len(text) < 120 else None
    return text if stated and 1990 <= stated.first.year <= 2100 else ""


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


def _heading(root: etree._Element) -> str:
    """Return the page's first `h1`; of several, the first that is no mere name, as the site's own is."""
    found = ["".join(heading.itertext()).strip() for heading in root.iterfind(".//h1")]
    long = [text for text in found if len(text.split()) > _HEADLINE]
    return next(iter(long or filter(None, found)), "")


def _text(root: etree._Element, path: str) -> str:
    element = root.find(path)
    return "".join(element.itertext()) if element is not None else ""


def _attribute(root: etree._Element, path: str, name: str) -> str:
    element = root.find(path)
    return (element.get(name) or "").strip() if element is not None else ""


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


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
