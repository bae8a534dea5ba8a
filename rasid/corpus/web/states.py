"""The state that scripts draw a web page from: in pages that were saved before they were drawn, all there is.

Read are JSON in scripts (Next, and Angular with its own escapes), JSON in a string of JavaScript or in an
attribute (Inertia, Vue), the flat list of references that Nuxt 3 writes, the rows that `flight` puts together, and
object literals of JavaScript (Nuxt 2) as far as they go.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from rasid.corpus.web.data import MOST_JSON, key_of, plain
from rasid.corpus.web.flight import streamed

_ARABIC: Final = re.compile("[\u0621-\u064a]")
_STATE: Final = re.compile(r"(?:=|\(|\breturn)\s*(?=[{\[])")
_QUOTED: Final = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*\")\s*\)", re.S)
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
_CREATED: Final = frozenset(
    ["createdat", "created", "createddate", "newsdate", "insertdate", "date"]
)
"""What other systems call it; of one object the names above come first."""
_TITLES: Final = ("title", "headline")
_OTHERS: Final = frozenset(
    ["title", "headline", "slug", "url"]
)  # what an article has, a paragraph not
_LEAST_BODY: Final = 250  # Arabic letters of a text that could be an article's
_LEAST_TITLED: Final = 80  # and of one whose object bears the page's title
_DEEPEST: Final = 40
_MOST_TOKENS: Final = 200_000
_ANGULAR: Final = (("&q;", '"'), ("&l;", "<"), ("&g;", ">"), ("&s;", "'"), ("&a;", "&"))
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<string>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|"
    r"(?P<sign>[{}\[\]:,])|(?P<word>[^\s{}\[\]:,\"'`]+))",
    re.S,
)
_INNER: Final = re.compile(
    r"\\.|\"", re.S
)  # what a string in other marks holds that JSON spells otherwise
_SLASH: Final = re.compile(r"\\([^\"\\/bfnrtu])")


def drawn_body(root: etree._Element, title: str, *, titled_only: bool = False) -> str:
    """Return the article's text out of the state that a script draws the page from, or nothing.

    It is the longest Arabic text of an object that bears the page's title; with no such object, the longest
    of all, unless `titled_only`.
    """
    wanted = key_of(title)
    best: tuple[bool, int, str] = (False, 0, "")
    for state in _states(root):
        for titled, text in _texts(state, wanted, False, 0):
            size = len(_ARABIC.findall(text))
            if size >= (_LEAST_TITLED if titled else _LEAST_BODY) and (titled, size) > best[:2]:
                best = (titled, size, text)
    return plain(best[2]) if best[0] or not titled_only else ""


def drawn_title(root: etree._Element, body: str) -> str:
    """Return the title in the object of a script's state that holds a text, the innermost one's, or nothing."""
    return next((title for state in _states(root) if (title := _titling(state, body, 0))), "")


def _titling(value: Any, body: str, depth: int) -> str:
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return ""
    inner = value if isinstance(value, list) else list(value.values())
    if found := next(filter(None, (_titling(entry, body, depth + 1) for entry in inner)), ""):
        return found
    if isinstance(value, list):
        return ""
    named = (value.get(name) for name in _TITLES)
    title = next((text for text in named if isinstance(text, str) and text.strip()), "")
    held = bool(title) and any(plain(text) == body for _, text in _texts(value, "", False, depth))
    return plain(title) if held else ""


def drawn_date(root: etree._Element, title: str) -> str:
    """Return the date of publication in the object of a script's state that bears the page's title."""
    wanted = key_of(title)
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
    if _bears(value, wanted):
        said = {name.lower().replace("_", "").replace("-", ""): v for name, v in value.items()}
        for names in (_PUBLISHED, _CREATED):
            if entry := next(
                (v for name, v in said.items() if name in names and _states_day(v)), ""
            ):
                return str(entry)
    return next(
        (date for entry in value.values() if (date := _dated(entry, wanted, depth + 1))), ""
    )


def _bears(value: dict[str, Any], wanted: str) -> bool:
    """Tell an object that bears the title, as a text of its own or within its `title` (`{"rendered": …}`)."""
    said = [*value.values()]
    for name, inner in value.items():
        if isinstance(inner, dict) and any(title in name.lower() for title in _TITLES):
            said += inner.values()
    return any(isinstance(text, str) and key_of(text[:300]) == wanted for text in said)


def _states_day(value: Any) -> bool:
    return isinstance(value, str) and any(map(str.isdigit, value))


def _states(root: etree._Element) -> Iterator[Any]:
    """Yield the values in a page's scripts that hold Arabic, each as soon as one way of reading it works."""
    yield from streamed(root)
    yield from _attributes(root)
    for script in root.iter("script"):
        text, kind = script.text or "", script.get("type") or ""
        if "ld+json" in kind or not _holds_arabic(text):
            continue
        if "json" in kind and "&q;" in text:
            for escape, sign in _ANGULAR:
                text = text.replace(escape, sign)
        for match in list(_QUOTED.finditer(text))[:4]:
            yield from _read(_unquoted(match.group(1)), 0)
        starts = [0] if "json" in kind else [m.end() for m in _STATE.finditer(text)][:4]
        for start in starts:
            if values := list(_read(text, start)):
                yield from values
                break


def _attributes(root: etree._Element) -> Iterator[Any]:
    """Yield the values that elements hold as an attribute for a script to draw: `data-page`, `props`, `:article`."""
    for element in root.iter("*"):
        for text in element.attrib.values():
            if text[:1] in ("{", "[") and _holds_arabic(text):
                yield from _read(text, 0)


def _holds_arabic(text: str) -> bool:
    if len(text) > MOST_JSON:
        return False
    return len(_ARABIC.findall(text)) >= _LEAST_TITLED or "\\u06" in text


def _read(text: str, start: int) -> Iterator[Any]:
    """Yield the value that begins at `start`: as JSON, else as an object literal of JavaScript."""
    while text[start : start + 1].isspace():
        start += 1
    try:
        value = json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        value = _literal(text, start)
    if isinstance(value, dict | list) and value:
        yield _revived(value)


def _unquoted(quoted: str) -> str:
    """Return what a string of JavaScript says; its escapes are JSON's and some more."""
    if quoted[:1] in "'`":
        inner = _INNER.sub(lambda m: '\\"' if m[0] == '"' else m[0], quoted[1:-1])
        quoted = f'"{inner}"'
    try:
        return str(json.loads(_SLASH.sub(r"\1", quoted), strict=False))
    except ValueError:
        return ""


def _revived(value: Any) -> Any:
    """Return the objects of a flat list whose objects hold places in that list instead of values (Nuxt 3)."""
    if not isinstance(value, list) or len(value) < 4:
        return value
    kinds = [entry for entry in value if isinstance(entry, dict) and entry]
    places = [place for entry in kinds for place in entry.values()]
    if not places or not all(type(p) is int and -9 < p < len(value) for p in places):
        return value
    return [
        {name: value[place] if place >= 0 else None for name, place in entry.items()}
        for entry in kinds
    ]


def _literal(text: str, start: int) -> Any:
    """Read an object literal as far as it goes: names without quotes, and values that are no text as nothing."""
    stack: list[dict[str, Any] | list[Any]] = []
    name, named = "", False
    for count, token in enumerate(_TOKEN.finditer(text, start)):
        sign = token["sign"]
        if count > _MOST_TOKENS:
            break
        if sign in ("{", "["):
            inner: dict[str, Any] | list[Any] = {} if sign == "{" else []
            if stack:
                _put(stack[-1], name, inner)
            stack.append(inner)
            named = False
        elif sign in ("}", "]"):
            if len(stack) == 1:
                return stack[0]
            stack.pop()
            named = False
        elif sign:
            named = sign == ":"
        elif not stack:
            return None
        else:
            word = _unquoted(token["string"]) if token["string"] else token["word"]
            if isinstance(stack[-1], dict) and not named:
                name = word
            elif token["string"]:
                _put(stack[-1], name, word)
    return stack[0] if stack else None


def _put(holder: dict[str, Any] | list[Any], name: str, value: Any) -> None:
    if isinstance(holder, dict):
        holder.setdefault(name, value)
    else:
        holder.append(value)


def _texts(value: Any, wanted: str, titled: bool, depth: int) -> Iterator[tuple[bool, str]]:
    """Yield the texts of a state with whether their object bears the title; a list of pieces is one text."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        own = bool(wanted) and _bears(value, wanted)
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
    if isinstance(entry, dict) and isinstance(entry.get("data"), dict):
        entry = entry["data"]  # the blocks of an editor
    if isinstance(entry, dict):
        entry = "" if entry.keys() & _OTHERS else _node(entry, 0)
    return entry if isinstance(entry, str) and not entry.startswith(("http", "/")) else ""


def _node(node: dict[str, Any], depth: int) -> str:
    """Return the text of a node of an editor's tree, those within it run together (Slate, Tiptap, Contentful)."""
    said = (node.get(name) for name in ("content", "text", "html", "value"))
    if text := next((text for text in said if isinstance(text, str)), ""):
        return text
    inner = next((v for k in ("children", "content") if isinstance(v := node.get(k), list)), [])
    if depth > _DEEPEST:
        return ""
    return "".join(_node(child, depth + 1) for child in inner if isinstance(child, dict))
