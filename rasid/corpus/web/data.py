"""The data a web page carries beside what it shows, as JSON-LD."""

from __future__ import annotations

import html
import json
import re
from typing import Any, Final

from lxml import etree

from rasid.language import fold

_ARTICLE: Final = re.compile(r"Article|BlogPosting|Report|Posting|WebPage", re.I)
_MEDIA: Final = re.compile(r"VideoObject|MediaGallery|ImageGallery|AudioObject")
_TAGS: Final = re.compile(r"<[^>]{1,300}>")
_BREAKS: Final = re.compile(r"<\s*(?:br|/p|/div|/h\d|/li)\b[^>]*>", re.I)
_SPACES: Final = re.compile(r"[ \t\u00a0]+")
MOST_JSON: Final = 4_000_000
"""Characters of a script beyond which it is not read."""


def articles(root: etree._Element, titles: set[str], url: str) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that describe the page's article, articles before mere web pages.

    A page may describe the articles it links to as well: of several, those count whose headline is the
    page's own title or whose address is the page's; when none is, and they contradict each other, none does.
    """
    found: list[dict[str, Any]] = []
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > MOST_JSON:
            continue
        try:
            found += _objects(json.loads(_stripped(text), strict=False), 0)
        except ValueError:
            found += _salvaged(text)
    described = [item for item in found if _ARTICLE.search(str(item.get("@type", "")))]
    full = [item for item in described if "WebPage" not in str(item.get("@type", ""))]
    pages = [item for item in described if item not in full]
    if len(full) > 1:
        wanted = {key for title in titles if (key := key_of(title))}
        own = [
            i
            for i in full
            if key_of(text_of(i.get("headline"))) in wanted or (url and url in _addresses(i))
        ]
        heads = {key_of(text_of(item.get("headline"))) for item in full}
        full = own or (full if len(heads) == 1 or not wanted else [])
    return [*full, *pages, *([] if full else _shown(found, titles))]


def _shown(found: list[dict[str, Any]], titles: set[str]) -> list[dict[str, Any]]:
    """Return what describes the film or the pictures that a page without an article shows under its own title."""
    wanted = {key for title in titles if (key := key_of(title))}
    named = ((item, key_of(text_of(item.get("name")))) for item in found)
    return [i for i, key in named if _MEDIA.search(str(i.get("@type", ""))) and key in wanted]


def stated_body(found: list[dict[str, Any]]) -> str:
    """Return the article's text that the page's JSON-LD states, its paragraphs a line each, or nothing."""
    return max((plain(item.get("articleBody")) for item in found), key=len, default="")


def plain(value: Any) -> str:
    """Return a text of the page's data without the markup and entities that some put into it."""
    text = html.unescape(text_of(value))
    text = html.unescape(_TAGS.sub(" ", _BREAKS.sub("\n", text)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def key_of(text: str) -> str:
    """Return a text as titles are compared: folded, without signs and blanks."""
    return re.sub(r"\W+", "", fold(html.unescape(text)).text.lower())


def text_of(value: Any) -> str:
    """Return a value of the data when it is text, else nothing."""
    return value.strip() if isinstance(value, str) else ""


def _addresses(item: dict[str, Any]) -> set[str]:
    main = item.get("mainEntityOfPage")
    inner = main.get("@id") if isinstance(main, dict) else main
    return {text_of(item.get("url")), text_of(inner), text_of(item.get("@id"))}


def _stripped(text: str) -> str:
    return text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")


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
        inner = [value.get("@graph"), value.get("mainEntity")]
        return [value, *(item for one in inner if one for item in _objects(one, depth + 1))]
    return []
