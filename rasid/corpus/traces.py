"""The traces an outlet leaves on a saved page: signatures, datelines, self-reference, mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.bylines import is_person
from rasid.corpus.datelines import DISPATCHED, QUOTED_NAME, Trace, dateline, places
from rasid.corpus.furniture import NAVIGATION_WORDS, is_navigation
from rasid.corpus.header import is_dateline_date
from rasid.corpus.layout import Layout
from rasid.corpus.lines import Line
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
from rasid.corpus.source_lines import ADDRESS, rights, source_line, taken_from
from rasid.corpus.templates import template_traces
from rasid.language import fold

# Prayer times bear the names of newspapers: the dawn, the sunrise.
_TIMETABLE: Final = re.compile(r"^\W*[^\W\d_]+(?: [^\W\d_]+)?\W{1,3}\d{1,2}[:.]\d\d\b")
_QUOTING: Final = re.compile(r"[•·*\-\s]*[\"“«][^\"”»]{2,30}[\"”»]\s?:")
_SOCIAL: Final = re.compile(
    r"\s(?:علي|عبر|في) (?:فيس ?بوك|تويتر|تلي?غرام|تليجرام|يوتيوب|انستغرام|واتس ?اب|نبض|اكس|غوغل|جوجل|google)\b.*"
)
# "2025-10-12 11:30:15 - name": how some sites sign below their text.
_STAMPED: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)? - (?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,3})"
)
_FOLLOW: Final = re.compile(
    rf"(?:تابع(?:وا?|ي)?(?:نا)?|انضم(?:وا)?|اشترك(?:وا)?|حمل(?:وا)?|لمتابعه|"
    rf"لاستلام|لتلقي|لتصلك|احصل(?:وا)?|للحصول)(?: \S+){{0,3}}? (?:الي|في|"
    rf"ب?قناه|تطبيق|اخبار|علي|صفحه)?\s?(?:{KIND}\s)?"
)
_PLATFORM: Final = re.compile(
    r"^(?:google news|(?:جوجل|غوغل) نيوز|اخبار (?:جوجل|غوغل)|نبض|واتس ?اب|تي?لي?غرام) "
)
_PASSED_ON: Final = re.compile(r"(?P<host>[^-–—|\n]{3,30}?)\s[-–—|]\s?(?P<name>[^-–—|:\d\n]{3,30})")
_FROM_CITY: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\s?[-–—ـ/]{1,2}\s?[^\W\d_]")
_NEWS_OF: Final = re.compile(r"^.{3,30}?\s(?:ال)?(?:اخبار|مستجدات|تغطيات) (?=\S)")
_ICON: Final = re.compile(r"(?:site icon|site logo|logo|شعار(?: موقع)?)\s+(?=\S)", re.I)
_CHANNEL_OF: Final = re.compile(rf"^(?:ال)?(?:قناه|صفحه|حساب|موقع) (?={KIND} )")
# A research centre signs the papers of its own that others print.
_CENTRE: Final = re.compile(
    r"(?:مركز|معهد) \S+ (?!في\b).*|.*\s(?:لل?(?:دراسات|ابحاث|بحوث|سياسات|تفكير))(?:\s.*)?"
)
_OFFICE: Final = re.compile(
    r"(?:رييس|مدير|الاشراف|اشراف|المشرف|مجلس|هييه|توقيت|درجه|البحث|search)\b"
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
        found = list(_page_lines(layout, register))
        yield from found
        yield from template_traces(layout, found, register)
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
    if site := _site_name(layout, register) or _beside_clock(layout, register):
        yield Trace(register.provisional(site), "own", 4, site)
    for start, end, reason in layout.inline:
        if reason == "metadata":
            line = next(line for line in lines if line.start <= start < line.end)
            text = line.text[start - line.start : end - line.start]
            yield from source_line(Line(text, 0, len(text), 0, True), lines, register)


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


def _beside_clock(layout: Layout, register: Register) -> str:
    """Return the unlisted name of two or three words that stands beside the clock at a page's very top."""
    top = layout.lines[: min(3, max(0, layout.title_line))]
    clock = next((line.number for line in top[:2] if is_dateline_date(line)), None)
    for line in top:
        if clock is None or abs(line.number - clock) != 1 or not 2 <= len(line.words) <= 3:
            continue
        plain = re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){1,2}", line.folded)
        known = all(word in CITIES | NAVIGATION_WORDS for word in line.words)
        if plain and not known and not _OFFICE.match(line.folded) and not is_person(line):
            return "" if register.starting(line.folded) else line.text
    return ""


def _cut_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    """Read the lines that are not the article's; below a list of others only names and rights count."""
    closing = False
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None or _TIMETABLE.match(line.folded):
            continue
        if line.text == layout.title and ": " in line.text:
            continue  # whom the title quotes
        if _pictured(line, layout):
            continue
        if line.number < layout.title_line and len(line.words) >= 6 and _QUOTING.match(line.text):
            continue  # a headline in the menu quotes others: "Bloomberg: …"
        below = line.number >= layout.end
        if (len(line.words) > 8 or reason == "copyright") and (taken := taken_from(line, register)):
            yield taken
        elif reason == "copyright":
            yield from rights(line, register)
        elif closing and below:
            bare = _SOCIAL.sub("", line.folded)
            if (outlet := named(bare, register)) and len(bare.split()) <= 3:
                yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 2, line.text)
        elif reason == "caption":
            found = list(source_line(line, layout.lines, register))
            if not found and _FROM_CITY.match(line.text) and line.words[0] in CITIES:
                found = list(dateline(line, register, alone=True))  # "city - outlet (agencies)"
            yield from found or _under_picture(line, layout, register) or _caption(line, register)
        else:
            for trace in _label(line, layout, register):
                known = trace.role == "own" and not trace.outlet.provisional
                masthead = known and line.number < layout.title_line
                yield trace._replace(role="masthead") if masthead else trace
        closing = closing or (below and reason in ("related", "embedded"))


def _pictured(line: Line, layout: Layout) -> bool:
    """Tell a name below the title that stands twice in a row: what a picture shows, as its two texts."""
    around = layout.lines[max(0, line.number - 1) : line.number + 2]
    twice = sum(other.folded == line.folded for other in around) > 1
    return twice and 0 <= layout.title_line < line.number < layout.end


def _label(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read one cut line: the first of the readings below that finds a name decides."""
    found = list(source_line(line, layout.lines, register)) or list(_through(line, register))
    if found:
        # A source named above the text is the page's own stamp; below the text it is its origin.
        yield from found
        return
    if trace := _two_lines(line, layout, register):
        yield trace
        return
    # A title may open with "channel X" and names no site; a name with a colon is none.
    titled = line.number == layout.title_line and not line.text.endswith(":")
    for reading in (_addressed, _signed, _pieces, *(() if titled else (_called,))):
        if trace := reading(line, register):
            yield trace
            return
    if line.number < layout.title_line and (outlet := _menu_of(line, register)):
        yield Trace(outlet, "own", 4, line.text)
        return
    if line.number >= layout.end and (stamped := _STAMPED.fullmatch(line.text)):
        outlet = named(stamped.group("name"), register, new=True)
        if outlet and fold(stamped.group("name")).text not in CITIES | NAVIGATION_WORDS:
            yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, line.text)
            return
    if _BY.match(line.folded) or len(line.words) > 12:
        return
    found = list(dateline(line, register, alone=True))
    yield from found
    if not found and not titled:
        yield from _weak(line, layout, register)


def _weak(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read a new name that only news sites bear, a name that signs a title, or one within a short line."""
    if is_newslike(line.text) and line.number <= 4 < layout.head + 4:
        pieces = re.split(r"\s?[/|–—]\s?|\s-\s?", line.text.strip(" :|-–"))
        name = next((piece for piece in pieces if is_newslike(piece)), line.text)
        yield Trace(register.provisional(name.strip(" :|-–")), "own", 3, line.text)
    elif _under_title(line, layout) and (outlet := named(line.text, register)):
        yield Trace(outlet, "own", 3, line.text)
    elif _signs(line, layout) and _CENTRE.fullmatch(line.folded.strip(" *-–•:")):
        yield Trace(register.provisional(line.text.strip(" *-–•:")), "own", 4, line.text)
    elif outlet := _inside_or_first(line, register):
        yield Trace(outlet, "own", 1, line.text)


def _under_title(line: Line, layout: Layout) -> bool:
    """Tell a line straight under the title whose one word is a name and no section: it signs the article."""
    return (
        line.number == layout.title_line + 1
        and len(line.words) == 1
        and line.folded not in NAVIGATION_WORDS
    )


def _signs(line: Line, layout: Layout) -> bool:
    """Tell a short line between title and text, or straight below the text: where who wrote it stands."""
    below = layout.end <= line.number <= layout.end + 1
    return len(line.words) <= 7 and (layout.title_line < line.number < layout.head or below)


def _two_lines(line: Line, layout: Layout, register: Register) -> Trace | None:
    """Read a dateline set on two lines, the city above and the outlet below: then an everyday word is a name."""
    if line.number == 0 or len(line.words) > 3 or not is_ordinary(line.text):
        return None
    above = layout.lines[line.number - 1].text
    outlet = named(line.text, register) if above.rstrip().endswith(("-", "–", "/")) else None
    if outlet is None or not places([above.strip(" -–/")]):
        return None
    return Trace(outlet, "own" if outlet.kind == "publisher" else "host", 7, f"{above} {line.text}")


def _menu_of(line: Line, register: Register) -> Outlet | None:
    """Read a menu of a site's own branches: "X, X sport, X live", its name twice or more."""
    bare = re.sub(rf"^{KIND} ", "", line.folded)
    found, count = register.leading(bare)
    name = " ".join(bare.split()[:count])
    return found if count > 1 and line.folded.count(name) > 1 else None


def _addressed(line: Line, register: Register) -> Trace | None:
    """Read an address or a handle, or "follow X on …"."""
    for match in ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group().lstrip("@")):
            return Trace(outlet, "host", 5, line.text)
    follow = _PLATFORM.sub("", line.folded)
    news = _NEWS_OF.sub("", follow)
    if _FOLLOW.match(follow) and (
        outlet := (leading(news, register) if news != follow else None) or inside(follow, register)
    ):
        return Trace(outlet, "own", 5, line.text)
    return None


def _through(line: Line, register: Register) -> Iterator[Trace]:
    """Read "aggregator - source", as such a site sets it above the text."""
    match = _PASSED_ON.fullmatch(line.text)
    host = named(match.group("host"), register) if match else None
    if match and host and host.kind == "aggregator":
        yield Trace(host, "host", 7, line.text)
        words = fold(match.group("name")).text.split()
        known = all(word in CITIES | NAVIGATION_WORDS for word in words)
        if not known and (source := named(match.group("name"), register, new=True)):
            yield Trace(source, "source", 9, line.text)


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
    *before, last_word = pieces[-1].split() if pieces else [""]
    dated = any(c.isdigit() for c in line.text)  # "Riyadh, 1 June 2025, SPA"
    last = [last_word] if dated or not before or places([" ".join(before)]) else []
    for piece in (*pieces[1:], *last) if len(line.words) <= 14 else ():
        if fold(piece).text in CITIES or (is_ordinary(piece) and not places(pieces[:1])):
            continue
        outlet = named(piece, register)
        if outlet is not None and (len(pieces) > 1 or outlet.kind == "agency"):
            return Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, line.text)
    return None


def _called(line: Line, register: Register) -> Trace | None:
    """Read "agency X", "newspaper X", "site icon X", "channel of agency X on Telegram": X known or new."""
    iconed = _ICON.match(line.text)
    if iconed and (outlet := named(line.text[iconed.end() :], register, new=True)):
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, line.text)
    whole = _SOCIAL.sub("", line.folded)
    bare = _CHANNEL_OF.sub("", whole)
    if not _CALLED.match(bare):
        return None
    outlet = leading(bare, register)
    if outlet is not None and not goes_on(bare, register):
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, line.text)
    words = line.text.split()
    skipped = len(whole.split()) - len(bare.split())
    name = " ".join(words[skipped : skipped + len(bare.split())]).strip(" :|-–")
    if called(name) and len(bare.split()) <= 5:
        return Trace(register.provisional(name), "own", 3, line.text)
    return None


def _under_picture(line: Line, layout: Layout, register: Register) -> list[Trace]:
    """Read an outlet's name alone between title and text, no caption beside it: who wrote it, no credit."""
    beside = [
        other
        for other in layout.lines[max(0, line.number - 1) : line.number + 2]
        if other is not line and layout.reasons.get(other.number) == "caption"
    ]
    outlet = named(line.text, register) if not beside else None
    head = layout.title_line < line.number < layout.head
    if outlet is None or outlet.kind != "publisher" or not head:
        return []
    return [Trace(outlet, "own", 3, line.text)]


def _caption(line: Line, register: Register) -> Iterator[Trace]:
    match = _CAPTION.search(line.text)
    if match and (outlet := named(match.group(1), register)) and outlet.kind == "publisher":
        yield Trace(outlet, "own", 1, line.text)


def _inside_or_first(line: Line, register: Register) -> Outlet | None:
    """Return the outlet named within a short line, or by an everyday word that is a page's first line."""
    if line.number == 0 and line.folded not in NAVIGATION_WORDS and len(line.words) == 1:
        return named(line.text, register)
    return inside(line.folded, register, strict=True)
