"""What a web page's metadata say: title, date, outlet, address, author, most trustworthy first."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from rasid.corpus.body.furniture import SHOWN_WORDS
from rasid.corpus.web.data import articles, stated_body, text_of
from rasid.corpus.web.dates import stated_date
from rasid.language import fold

_SAID: Final = etree.XPath(
    ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"
)
_SPACES: Final = re.compile(r"\s+")
_PIECES: Final = re.compile(r"\s+[-–—|»«:•]\s+|\s*[|»]\s*|:\s+")
_ADDRESS: Final = re.compile(r"https?://[^/\s]+\.")
_MOTTO: Final = re.compile(r"\s+[-–—|~:]\s+|\s*\|\s*")
_PRINTED: Final = re.compile(r"(?:طباع[ةه]|اطبع|نسخ[ةه] للطباع[ةه]|print)(?:\s+\S+){0,2}$", re.I)
_FRONT: Final = re.compile(r"https?://[^/]+/?(?:(?:ar|arabic|index\.\w+)/?)?")
_NAME_FIRST: Final = re.compile(r"\s*[-–—|»:]\s*\S+(?:\s\S+){2}")
_NAME_LAST: Final = re.compile(r"\S+(?:\s\S+){2}\s*[-–—|»]\s*$")
_SITE_WORDS: Final = 6
_HEADLINE: Final = 3
_SUFFIX: Final = re.compile(r"\s*[-–—|»]\s*\S")


@dataclass(slots=True)
class Metadata:
    """What was found; empty strings where the page says nothing."""

    title: str = ""
    date: str = ""
    refused: str = ""  # what is stated instead of a date, where none of the dates can be one
    site: str = ""
    url: str = ""
    author: str = ""
    body: str = ""  # the article's text, when the page's data hold it
    closed: bool = False  # the page says that its text is not free to read
    bare: str = ""  # the page's `<title>`, when nothing else on the page bears its title


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
        meta.get("og:site_name") or _channel(root, tag),
        *(_named(item.get("publisher")) for item in data),
        meta.get("application-name"),
    )
    found.title = _title(root, data, meta, heading, tag, found.site)
    if not any(_first(text) for text in (*named, *(text_of(d.get("headline")) for d in data))):
        found.bare = _first(tag)
    elif not _first(heading) and _is_sites(meta, tag):
        found.bare = found.title
    found.site = _plain_name(found.site, tag)
    found.site = (
        found.site
        or site_beside(tag, found.title)
        or site_beside(meta.get("og:title", ""), found.title)
        or _site_heading(root, tag)
        or meta.get("twitter:site", "").lstrip("@")
    )
    found.url = _first(
        canonical,
        meta.get("og:url"),
        *(text_of(item.get("url")) or _named(item.get("mainEntityOfPage")) for item in data),
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
    found.date, found.refused = stated_date(root, data, meta, found.url)
    return found


def _channel(root: etree._Element, tag: str) -> str:
    """Return whose message a page of Telegram's shows."""
    return _text(root, ".//a[@class='tgme_widget_message_owner_name']") if "Telegram" in tag else ""


def _is_sites(meta: dict[str, str], tag: str) -> bool:
    """Tell a page whose tags are those of its site's front page: the same title twice, of the site or its address."""
    title, site = _first(meta.get("og:title")), _first(meta.get("og:site_name"))
    front = _FRONT.fullmatch(meta.get("og:url", "")) is not None
    return title == _first(tag) and (front or bool(site and title.startswith(site)))


def _title(
    root: etree._Element,
    data: list[dict[str, Any]],
    meta: dict[str, str],
    heading: str,
    tag: str,
    site: str,
) -> str:
    """Return the title that the first witness gives which is neither the site's name nor cut short."""
    named = [*(text_of(item.get("headline")) for item in data), meta.get("og:title", "")]
    for text in (*named, meta.get("twitter:title", ""), "" if _is_name(heading, tag) else heading):
        title = _without_site(_SPACES.sub(" ", html.unescape(text)).strip(), site)
        if not title or title == site:
            continue
        headline = _first(heading)
        for whole in (headline, _first(tag)):
            rest = title.removeprefix(whole)
            short = whole == headline or len(rest.split()) <= _SITE_WORDS
            if len(whole.split()) >= _HEADLINE and short and _SUFFIX.match(rest):
                return whole  # what stands after it is the site's: its name, the day
        stem = title.rstrip(".… ")
        return heading if stem != title and headline.startswith(stem) else title
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
    """Tell an `h1` that is the site's name, as on blogs: short, and only one end of the `<title>`."""
    name, whole = _first(heading), _first(tag)
    if not 0 < len(name.split()) <= _HEADLINE:
        return False
    return bool(_NAME_FIRST.match(whole.removeprefix(name))) or bool(
        whole.endswith(name) and _NAME_LAST.search(whole.removesuffix(name))
    )


def _plain_name(site: str, tag: str) -> str:
    """Return a site's name without the words some add to it ("X | latest news"): the piece that titles end in."""
    pieces = [piece.strip() for piece in _MOTTO.split(site) if piece.strip()]
    return next((piece for piece in pieces if tag.endswith(piece)), pieces[0]) if pieces else site


def site_beside(tag: str, title: str) -> str:
    """Return what a page's `<title>` holds beside the article's: the site's name, when it is short."""
    tag = _first(tag)
    if not title or title not in tag or tag == title:
        return ""
    pieces = [piece.strip(" -–—|»«:•") for piece in tag.split(title, 1)]
    rest = [piece for piece in pieces if piece]
    named = len(rest) == 1 and len(rest[0].split()) <= _SITE_WORDS and "<" not in rest[0]
    return rest[0] if named and not _is_shown(rest[0]) else ""


def _is_shown(text: str) -> bool:
    """Tell what a headline says that its story has, as «فيديو»."""
    return SHOWN_WORDS.issuperset(re.findall(r"\w+", fold(text).text))


def _site_heading(root: etree._Element, tag: str) -> str:
    """Return the short `h1` that a page bears beside its title and names itself by in its `<title>`."""
    found = [_first(_said(heading)) for heading in root.iterfind(".//h1")]
    short = [text for text in found if text and len(text.split()) <= _HEADLINE]
    several = len(found) > 1
    return next((t for t in short if (several or _is_name(t, tag)) and t in _first(tag)), "")


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


def _heading(root: etree._Element) -> str:
    """Return the page's first `h1`; of several, the first that is no mere name, as the site's own is."""
    found = [_said(heading).strip() for heading in root.iterfind(".//h1")]
    long = [text for text in found if len(text.split()) > _HEADLINE]
    return next(iter(long or filter(None, found)), "")


def _text(root: etree._Element, path: str) -> str:
    element = root.find(path)
    return _said(element) if element is not None else ""


def _said(element: etree._Element) -> str:
    """Return an element's text without the scripts and styles in it."""
    if len(element) == 0:
        return element.text or ""
    return "".join(_SAID(element))


def _attribute(root: etree._Element, path: str, name: str) -> str:
    element = root.find(path)
    return (element.get(name) or "").strip() if element is not None else ""


def _named(value: Any) -> str:
    """Return the name of a JSON-LD person, organisation or page."""
    if isinstance(value, list):
        return next(filter(None, map(_named, value)), "")
    if isinstance(value, dict):
        return text_of(value.get("name")) or text_of(value.get("@id")) or text_of(value.get("url"))
    return text_of(value)


def _first(*values: str | None) -> str:
    return next(
        (clean for value in values if value and (clean := _SPACES.sub(" ", value).strip())), ""
    )


def _without_site(title: str, site: str) -> str:
    """Take the site's name off a title's end."""
    match = re.match(r"^(.{8,}?)\s+[-–—|»]\s+([^-–—|»]{2,40})$", title)
    if (
        match
        and not _is_shown(match.group(2))
        and (match.group(2).strip() == site or (site and site in match.group(2)) or "|" in title)
    ):
        return match.group(1)
    return title
