"""The traces an outlet leaves on a saved page: signatures, datelines, self-reference, mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.datelines import DISPATCHED, QUOTED_NAME, Trace, dateline, places
from rasid.corpus.furniture import NAVIGATION_WORDS, is_navigation
from rasid.corpus.layout import Layout
from rasid.corpus.lines import Line, word_set
from rasid.corpus.naming import (
    CITIES,
    KIND,
    called,
    goes_on,
    inside,
    is_newslike,
    is_ordinary,
    leading,
    named,
)
from rasid.corpus.outlets import Outlet, Register
from rasid.corpus.page import Page
from rasid.corpus.self_reference import text_traces
from rasid.language import fold

_SOURCE: Final = re.compile(
    r"^\W*(?:(?:ال)?مصدر(?: ?الخبر| الاصلي| الاخباري)?|source|نقلا عن|\*نقلا عن)\s*(?:[:/|"
    r"\-–]\s*(?P<name>.{0,60})|(?P<bare>.{1,40}))?$"
)
_NAMES_APART: Final = re.compile(r"\s*(?:[+/،,&|؛]|\s[-–—]\s|\sو\s?(?=وكال))\s*")
# What an aggregator says of where its text comes from: "was written by X and does not express…".
_TAKEN_FROM: Final = re.compile(
    rf"(?:(?:كتابته|كتابه|نشره|نشر|نقله|المنشور|منقول|ماخوذ|مقتبس|كتب) (?:هذا |هذه )?(?:الخبر |المقال |المحتوي )?"
    rf"(?:بواسطه|عن|علي|من|عبر|في)|كما هو من|مصدر الخبر(?: الاصلي)?|المصدر الاصلي(?: للخبر)?|من مصدره)\W*"
    rf"(?:علي )?(?:{KIND}\s)?(?P<name>.{{2,60}})"
)
# "published in X on 02 - 10 - 2025": archives of other papers' articles name them so.
_APPEARED: Final = re.compile(
    r"^(?:نشر|نشرت) (?:في|علي|ب) (?:موقع |جريده |صحيفه )?(?P<name>[^\d:]{2,30}?) (?:يوم|بتاريخ|في) [\d ]"
)
# "source: X + agencies" says whom the page compiled its text from: less than "source: X".
_COMPILED: Final = 6
# Prayer times bear the names of newspapers: the dawn, the sunrise.
_TIMETABLE: Final = re.compile(r"^\W*[^\W\d_]+(?: [^\W\d_]+)?\W{1,3}\d{1,2}[:.]\d\d\b")
_SOCIAL: Final = re.compile(
    r"\s(?:علي|عبر|في) (?:فيس ?بوك|تويتر|تلي?غرام|تليجرام|يوتيوب|انستغرام|واتس ?اب|نبض|اكس|غوغل|جوجل|google)\b.*"
)
_GENERIC: Final = word_set(
    "وكالات وكاله الوكالات متابعات متابعه مواقع المواقع صحف وسايل انترنت الانترنت خاص تقارير وكالات انباء مصادر "
    "مواقع التواصل قراءه مشاهده التواصل"
)
_RIGHTS: Final = re.compile(
    r"©|®|\(c\)|copyrights?|all rights?|reserved|rights|جميع|كافه|كل|الحقوق|حقوق|النشر|والطبع|"
    r"الطبع|الملكيه|الفكريه|محفوظه|محفوظ|لدي|لـ|"
    r"\b(?:19|20)\d\d\b|[|–\-.,،:]|لموقع|لوكاله|لصحيفه|لشبكه|لقناه|by|powered"
)
_FOLLOW: Final = re.compile(
    rf"(?:تابعوا?(?:نا)?|انضم(?:وا)?|اشترك(?:وا)?|حمل(?:وا)?|لمتابعه|"
    rf"لاستلام|لتلقي|لتصلك|احصل(?:وا)?|للحصول)(?: \S+){{0,3}}? (?:الي|في|"
    rf"قناه|تطبيق|اخبار|علي|صفحه)?\s?(?:{KIND}\s)?"
)
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|@)[\w.\-]+\.\w{2,}|(?<![\w@.])[\w\-]+\.(?:com|net|org|news|iq|tv|media|info)\b",
    re.I,
)
_CAPTION: Final = re.compile(r"[(\[]\s?([^()\[\]]{2,30})\s?[)\]]\.?$")
_BY: Final = re.compile(
    r"^(?:by|بواسطه|كتب بواسطه|نشر بواسطه|الناشر|المصدر الناشر)\W+(?P<name>.{2,40})$"
)
_CALLED: Final = re.compile(rf"^{KIND} \S{{3,}}(?: \S+){{0,3}}$")


def traces(page: Page, layout: Layout | None, body: str, register: Register) -> Iterator[Trace]:
    """Yield the traces of outlets on a page, in no particular order."""
    if page.url and (outlet := register.by_url(page.url)):
        yield Trace(outlet, "host", 7, page.url)
    if layout is not None and page.raw:
        yield from _page_lines(layout, register)
    yield from text_traces(body, register)


def _page_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    lines = layout.lines
    if layout.suffix and (outlet := named(layout.suffix, register, new=True)):
        yield Trace(outlet, "host", 6, layout.suffix)
    if len(lines) > 1 and lines[0].text.rstrip().endswith(":") and len(lines[0].words) <= 4:
        name = lines[0].text.rstrip(" :")
        stamped = "@" in lines[1].text or "GMT" in lines[1].text
        if outlet := named(name, register, new=stamped):
            yield Trace(outlet, "source", 11, lines[0].text)
    yield from _cut_lines(layout, register)
    if site := _site_name(layout, register):
        yield Trace(register.provisional(site), "own", 4, site)
    for start, end, reason in layout.inline:
        if reason == "metadata":
            line = next(line for line in lines if line.start <= start < line.end)
            text = line.text[start - line.start : end - line.start]
            yield from _source_line(Line(text, 0, len(text), 0, True), lines, register)


def _site_name(layout: Layout, register: Register) -> str:
    """Return the name at a page's very top that the page repeats as its own further down, if no register has it.

    Repeated means as a piece of a dateline ("name | city") or beside the rights.
    """
    top = next((line for line in layout.lines[:2] if line.number != layout.title_line), None)
    if top is None or not 2 <= len(top.words) <= 4 or register.starting(top.folded):
        return ""
    if layout.reasons.get(top.number) != "navigation" or is_navigation(top):
        return ""
    for line in layout.lines[2:]:
        pieces = [piece.strip() for piece in re.split(r"[/|]|\s[-–—]\s", line.folded)]
        rights = layout.reasons.get(line.number) == "copyright" and top.folded in line.folded
        if line.number in layout.reasons and (rights or (len(pieces) > 1 and top.folded in pieces)):
            return top.text
    return ""


def _cut_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    """Read the lines that are not the article's; below a list of others only names and rights count."""
    closing = False
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None or _TIMETABLE.match(line.folded):
            continue
        below = line.number >= layout.end
        if (len(line.words) > 8 or reason == "copyright") and (
            taken := _taken_from(line, register)
        ):
            yield taken
        elif reason == "copyright":
            yield from _rights(line, register)
        elif closing and below:
            bare = _SOCIAL.sub("", line.folded)
            if (outlet := named(bare, register)) and len(bare.split()) <= 3:
                yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 2, line.text)
        elif reason == "caption":
            found = list(_source_line(line, layout.lines, register))
            yield from found or _caption(line, register)
        else:
            for trace in _label(line, layout, register):
                known = trace.role == "own" and not trace.outlet.provisional
                masthead = known and line.number < layout.title_line
                yield trace._replace(role="masthead") if masthead else trace
        closing = closing or (below and reason in ("related", "embedded"))


def _label(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read one cut line: the first of the readings below that finds a name decides."""
    found = list(_source_line(line, layout.lines, register))
    if found:
        # A source named above the text is the page's own stamp; below the text it is its origin.
        yield from found
        return
    for reading in (_addressed, _signed, _pieces, _called):
        if trace := reading(line, register):
            yield trace
            return
    if _BY.match(line.folded) or len(line.words) > 12:
        return
    found = list(dateline(line, register, alone=True))
    yield from found
    if not found and is_newslike(line.text) and line.number <= 4 < layout.head + 4:
        yield Trace(register.provisional(line.text.strip(" :|-–")), "own", 3, line.text)
    elif not found and (outlet := _inside_or_first(line, register)):
        yield Trace(outlet, "own", 1, line.text)


def _addressed(line: Line, register: Register) -> Trace | None:
    """Read an address or a handle, or "follow X on …"."""
    for match in _ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group().lstrip("@")):
            return Trace(outlet, "host", 5, line.text)
    if _FOLLOW.match(line.folded) and (outlet := inside(line.folded, register)):
        return Trace(outlet, "own", 5, line.text)
    return None


def _signed(line: Line, register: Register) -> Trace | None:
    """Read "by X", and a newspaper's dateline with its name in quotation marks."""
    by, quoted = _BY.match(line.folded), QUOTED_NAME.match(line.folded)
    if (sent := DISPATCHED.match(line.folded)) and (outlet := named(sent.group("name"), register)):
        return Trace(outlet, "source" if outlet.kind == "agency" else "own", 10, line.text)
    if by and (outlet := named(by.group("name"), register)):
        return Trace(outlet, "own", 4, line.text)
    if quoted and (outlet := named(quoted.group("name"), register)):
        return Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, line.text)
    return None


def _pieces(line: Line, register: Register) -> Trace | None:
    """Read the pieces of "outlet | section", "city - outlet", "section/ city/ agency"."""
    pieces = [piece.strip() for piece in re.split(r"[/|]|\s[-–—ـ]\s", line.text) if piece.strip()]
    if (
        pieces
        and len(line.words) <= 8
        and (outlet := named(pieces[0], register))
        and (not is_ordinary(pieces[0]) or (len(pieces) > 1 and places(pieces[1:])))
    ):
        return Trace(outlet, "own" if outlet.kind == "publisher" else "host", 7, line.text)
    for piece in (*pieces[1:], " ".join(line.text.split()[-1:])) if len(line.words) <= 14 else ():
        if fold(piece).text in CITIES or (is_ordinary(piece) and not places(pieces[:1])):
            continue
        outlet = named(piece, register)
        if outlet is not None and (len(pieces) > 1 or outlet.kind == "agency"):
            return Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, line.text)
    return None


def _called(line: Line, register: Register) -> Trace | None:
    """Read "agency X", "newspaper X" alone on a line, X known or new."""
    if not _CALLED.match(line.folded):
        return None
    outlet = leading(line.folded, register)
    if outlet is not None and not goes_on(line.folded, register):
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, line.text)
    if called(line.text) and len(line.words) <= 5:
        return Trace(register.provisional(line.text.strip(" :|-–")), "own", 3, line.text)
    return None


def _source_line(line: Line, lines: list[Line], register: Register) -> Iterator[Trace]:
    if (in_paper := _APPEARED.match(line.folded)) and (
        outlet := named(in_paper.group("name"), register, new=True)
    ):
        yield Trace(outlet, "source", 10, line.text)
        return
    match = _SOURCE.match(line.folded)
    if not match:
        return
    name = (match.group("name") or match.group("bare") or "").strip()
    if match.group("bare") and not line.folded.lstrip(" *").startswith(("نقلا", "source")):
        return
    evidence = line.text
    if not name and line.number + 1 < len(lines) and len(lines[line.number + 1].words) <= 4:
        name, evidence = lines[line.number + 1].folded, f"{line.text} {lines[line.number + 1].text}"
    pieces = _NAMES_APART.split(name.strip(' .:"“”«»()[]'))
    compiled = len(pieces) > 1
    for piece in pieces:
        key = fold(piece).text.strip(' "“”«».')
        if not key or key in CITIES or all(word in _GENERIC for word in key.split()):
            continue
        if outlet := named(piece, register, new=len(key.split()) <= 4):
            weight = 9 if outlet.kind == "agency" else _COMPILED if compiled else 10
            yield Trace(outlet, "source", weight, evidence)
            if outlet.kind != "agency":
                return


def _taken_from(line: Line, register: Register) -> Trace | None:
    """Read the source that an aggregator names in its note below the text."""
    for match in _TAKEN_FROM.finditer(line.folded):
        outlet = leading(match.group("name").strip(' "“”«»:'), register)
        if outlet is not None and outlet.kind != "aggregator":
            return Trace(outlet, "source", 10, line.text)
    return None


def _rights(line: Line, register: Register) -> Iterator[Trace]:
    for match in _ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group()):
            yield Trace(outlet, "host", 7, line.text)
            return
    rest = " ".join(_RIGHTS.sub(" ", line.folded).split())
    if len(rest.split()) > 8:  # a paragraph about rights, not a line of them
        return
    outlet = (
        register.by_name(rest)
        or register.starting(rest)
        or register.starting(rest.removeprefix("ل"))
    )
    if outlet is None and rest.startswith("لل"):
        outlet = register.starting("ال" + rest[2:])
    if outlet is not None:
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 7, line.text)
    elif (
        ("©" in line.text or "محفوظ" in line.folded)
        and 1 <= len(rest.split()) <= 3
        and len(rest) > 2
    ):
        original = " ".join(
            w for w in line.text.split() if fold(w.strip(" .,،|©")).text.lower() in rest.split()
        )
        if len(original.split()) == len(rest.split()):
            yield Trace(register.provisional(original.strip(" .,،|©")), "own", 4, line.text)


def _caption(line: Line, register: Register) -> Iterator[Trace]:
    match = _CAPTION.search(line.text)
    if match and (outlet := named(match.group(1), register)) and outlet.kind == "publisher":
        yield Trace(outlet, "own", 1, line.text)


def _inside_or_first(line: Line, register: Register) -> Outlet | None:
    """Return the outlet named within a short line, or by an everyday word that is a page's first line."""
    if line.number == 0 and line.folded not in NAVIGATION_WORDS and len(line.words) == 1:
        return named(line.text, register)
    return inside(line.folded, register, strict=True)
