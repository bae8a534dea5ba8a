"""The data a web page carries beside what it shows: JSON-LD, and the state its scripts draw the page from."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from rasid.language import fold

_ARTICLE: Final = re.compile(r"Article|BlogPosting|Report|Posting|WebPage", re.I)
_TAGS: Final = re.compile(r"<[^>]{1,300}>")
_BREAKS: Final = re.compile(r"<\s*(?:br|/p|/div|/h\d|/li)\b[^>]*>", re.I)
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_STATE: Final = re.compile(r"(?:=|\()\s*(?=[{\[])")
_SPACES: Final = re.compile(r"[ \t\u00a0]+")
_PUBLISHED: Final = frozenset(
    [
        "datepublished",
        "publishedat",
        "publisheddate",
        "publishdate",
        "publishtime",
        "displaydate",
        "firstpublishdate",
        "pubdate",
    ]
)
_MOST_JSON: Final = 4_000_000
_LEAST_BODY: Final = 250  # Arabic letters of a text that could be an article's
_DEEPEST: Final = 40


def articles(root: etree._Element, titles: set[str], url: str) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that describe the page's article, articles before mere web pages.

    A page may describe the articles it links to as well: of several, those count whose headline is the
    page's own title or whose address is the page's; when none is, and they contradict each other, none does.
    """
    found: list[dict[str, Any]] = []
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _MOST_JSON:
            continue
        try:
            found += _objects(json.loads(_stripped(text), strict=False), 0)
        except ValueError:
            found += _salvaged(text)
    described = [item for item in found if _ARTICLE.search(str(item.get("@type", "")))]
    full = [item for item in described if "WebPage" not in str(item.get("@type", ""))]
    pages = [item for item in described if item not in full]
    if len(full) > 1:
        wanted = {key for title in titles if (key := _key(title))}
        own = [
            i
            for i in full
            if _key(_text(i.get("headline"))) in wanted or (url and url in _addresses(i))
        ]
        heads = {_key(_text(item.get("headline"))) for item in full}
        full = own or (full if len(heads) == 1 or not wanted else [])
    return [*full, *pages]


def stated_body(found: list[dict[str, Any]]) -> str:
    """Return the article's text that the page's JSON-LD states, its paragraphs a line each, or nothing."""
    return max((plain(item.get("articleBody")) for item in found), key=len, default="")


def drawn_body(root: etree._Element, title: str) -> str:
    """Return the article's text out of the state that a script draws the page from, or nothing.

    It is the longest Arabic text of an object that bears the page's title; with no such object, the longest
    of all.
    """
    wanted = _key(title)
    best: tuple[bool, int, str] = (False, 0, "")
    for state in _states(root):
        for titled, text in _texts(state, wanted, False, 0):
            size = len(_ARABIC.findall(text))
            if size >= _LEAST_BODY and (titled, size) > best[:2]:
                best = (titled, size, text)
    return plain(best[2])


def drawn_date(root: etree._Element, title: str) -> str:
    """Return the date of publication in the object of a script's state that bears the page's title."""
    wanted = _key(title)
    return (
        next((date for state in _states(root) if (date := _dated(state, wanted, 0))), "")
        if wanted
        else ""
    )


def _dated(value: Any, wanted: str, depth: int) -> str:
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return ""
    if isinstance(value, list):
        return next((date for entry in value if (date := _dated(entry, wanted, depth + 1))), "")
    if any(isinstance(v, str) and _key(v[:300]) == wanted for v in value.values()):
        for name, entry in value.items():
            if name.lower().replace("_", "").replace("-", "") in _PUBLISHED and isinstance(
                entry, str
            ):
                return entry
    return next(
        (date for entry in value.values() if (date := _dated(entry, wanted, depth + 1))), ""
    )


def plain(value: Any) -> str:
    """Return a text of the page's data without the markup and entities that some put into it."""
    text = html.unescape(_text(value))
    text = html.unescape(_TAGS.sub(" ", _BREAKS.sub("\n", text)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", fold(html.unescape(text)).text.lower())


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _addresses(item: dict[str, Any]) -> set[str]:
    main = item.get("mainEntityOfPage")
    inner = main.get("@id") if isinstance(main, dict) else main
    return {_text(item.get("url")), _text(inner), _text(item.get("@id"))}


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


def _states(root: etree._Element) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) > _MOST_JSON or "ld+json" in (script.get("type") or ""):
            continue
        if len(_ARABIC.findall(text)) < _LEAST_BODY and "\\u06" not in text:
            continue
        starts = (
            [0]
            if "json" in (script.get("type") or "")
            else [m.end() for m in _STATE.finditer(text)][:4]
        )
        for start in starts:
            try:
                yield decoder.raw_decode(text.lstrip() if not start else text, start)[0]
            except ValueError:
                continue
            break


def _texts(value: Any, wanted: str, titled: bool, depth: int) -> Iterator[tuple[bool, str]]:
    """Yield the texts of a state with whether their object bears the title; a list of pieces is one text."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        own = any(wanted and isinstance(v, str) and _key(v[:300]) == wanted for v in value.values())
        for entry in value.values():
            if isinstance(entry, str):
                yield own or titled, entry
            else:
                yield from _texts(entry, wanted, own or titled, depth + 1)
    elif isinstance(value, list):
        pieces = [_piece(entry) for entry in value]
        if sum(map(bool, pieces)) >= 2:
            yield titled, "\n".join(filter(None, pieces))
        for entry in value:
            yield from _texts(entry, wanted, False, depth + 1)


def _piece(entry: Any) -> str:
    """Return the text of one element of a list of paragraphs: a string, or an object's one text."""
    if isinstance(entry, dict) and not (entry.keys() & {"title", "headline", "slug", "url"}):
        entry = next(
            (
                entry[k]
                for k in ("content", "text", "html", "value")
                if isinstance(entry.get(k), str)
            ),
            "",
        )
    return entry if isinstance(entry, str) and not entry.startswith(("http", "/")) else ""
