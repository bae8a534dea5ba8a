"""The traces an outlet leaves on a saved page: signatures, datelines, self-reference, mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.bylines import is_person
from rasid.corpus.body.furniture import NAVIGATION_WORDS, furniture, is_navigation
from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.bystanders import is_among_others, speaks_of_others
from rasid.corpus.outlets.carriers import carried
from rasid.corpus.outlets.datelines import DISPATCHED, dateline
from rasid.corpus.outlets.labels import SOCIAL, read_label
from rasid.corpus.outlets.naming import (
    CITIES,
    is_ordinary,
    named,
)
from rasid.corpus.outlets.plain_names import may_be_name
from rasid.corpus.outlets.register import Register
from rasid.corpus.outlets.self_reference import text_traces, title_traces, told_throughout
from rasid.corpus.outlets.source_lines import ADDRESS, rights, source_line, taken_from
from rasid.corpus.outlets.templates import template_traces
from rasid.corpus.outlets.titles import beside_titles
from rasid.corpus.outlets.trace import Trace
from rasid.corpus.outlets.unlisted import unlisted
from rasid.corpus.page import Page

# Prayer times bear the names of newspapers: the dawn, the sunrise.
_DAY: Final = re.compile(r"\W*\d{1,2} \S+ (?:19|20)\d\d\b")  # "26 September 2019"
_TIMETABLE: Final = re.compile(r"^\W*[^\W\d_]+(?: [^\W\d_]+)?\W{1,3}\d{1,2}[:.]\d\d\b")
_WEATHER: Final = re.compile(r"\d ?[°º℃]")  # "Baghdad 24°" is no site's name
_FROM_CITY: Final = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+)?(?: \([^\W\d_]+\))?\s?[-–—ـ/]{1,2}\s?[(]?\s?[^\W\d_]"
)
_CITY_ALONE: Final = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+)? \([^()\d]{2,20}\)\W*"
)  # "Washington (AP)"
_OFFICE: Final = re.compile(
    r"(?:رييس|مدير|الاشراف|اشراف|المشرف|مجلس|هييه|توقيت|درجه|البحث|search)\b"
)
_RESERVED: Final = re.compile(r"حقوق.{0,30}محفوظ")
# "Editorials of the papers of Beirut": the names before colons are headings. Folded.
_REVIEW: Final = re.compile(
    r"(?:افتتاحيات|عناوين|اقوال|مانشيتات|اسرار|جوله (?:في|علي)|ابرز ما (?:جاء|تناولته|ورد)) (?:في )?"
    r"(?:ال)?(?:صحف|صحافه)"
)
_MASTHEAD: Final = 3
"""Words from which a listed name is no article's title."""
_WITH_DESK: Final = re.compile(
    r"(?P<name>ال[^\W\d_]{3,9})\s?[-–]\s?[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}"
)
_PLAIN: Final = 3
"""The weight from which a trace says whose page it is."""
_CAPTION: Final = re.compile(
    r"[(\[]\s?([^()\[\]]{2,30})\s?[)\]]\.?$|^([^()]{3,30}?) logo$", re.I
)  # "a base in Anbar (X)", "X Logo"


def traces(page: Page, layout: Layout | None, body: str, register: Register) -> Iterator[Trace]:
    """Yield the traces of outlets on a page, in no particular order."""
    if page.url and (outlet := register.by_url(page.url)):
        yield Trace(outlet, "host", 7, page.url)
    told = list(text_traces(body, register))
    if layout is None or not page.raw:
        yield from told
        return
    found = list(_page_lines(layout, body, register))
    found += template_traces(layout, found, register)
    for line in layout.lines[: layout.head]:
        if len(line.words) >= 5:
            found += title_traces(line.text, register)
            found += told_throughout(line.text, body, register)
    review = any(_REVIEW.search(line.folded) for line in layout.lines[: layout.head])
    if review:
        told, found = _no_headings(told), _no_headings(found)
    yield from told
    yield from found
    if page.url or any(_names_whose(trace) for trace in (*found, *told)):
        return
    if (new := unlisted(layout, body, register)) and not (review and not _no_headings([new])):
        yield new


def _no_headings(traces: list[Trace]) -> list[Trace]:
    """Leave out names before a colon: in a review of the press they head what each paper wrote."""
    return [trace for trace in traces if not trace.evidence.rstrip().endswith(":")]


def _names_whose(trace: Trace) -> bool:
    """Tell a trace that says plainly whose page this is, so that weaker cues need not be asked."""
    return trace.weight >= _PLAIN and (trace.outlet.kind != "agency" or trace.role == "own")


def _page_lines(layout: Layout, body: str, register: Register) -> Iterator[Trace]:
    lines = layout.lines
    yield from beside_titles(layout, body, register)
    if len(lines) > 1 and lines[0].text.rstrip().endswith(":") and len(lines[0].words) <= 4:
        name = lines[0].text.rstrip(" :")
        stamped = "@" in lines[1].text or "GMT" in lines[1].text
        if outlet := named(name, register, new=stamped):
            yield Trace(outlet, "source", 11, lines[0].text)
    if top := _top(layout, register):
        yield top
    yield from _cut_lines(layout, register)
    yield from _above_text(layout, register)
    if site := _site_name(layout, register) or _beside_clock(layout, register):
        yield Trace(register.provisional(site), "own", 4, site)
    for start, end, reason in layout.inline:
        if reason == "metadata":
            line = next(line for line in lines if line.start <= start < line.end)
            text = line.text[start - line.start : end - line.start]
            yield from source_line(Line(text, 0, len(text), 0, True), lines, register)


def _top(layout: Layout, register: Register) -> Trace | None:
    """Read a listed name that is a page's first line: an agency's own page, or a masthead taken for the title."""
    line = layout.lines[0] if layout.lines else None
    outlet = register.by_name(line.text) if line and len(line.words) >= _MASTHEAD else None
    if line and outlet is None and line.number < layout.title_line:
        site = register.site_of_office(line.text.strip())  # an office's masthead
        return Trace(site, "own", 4, line.text) if site else None
    if line is None or outlet is None or outlet.kind == "aggregator" or outlet.cited:
        return None
    agency = outlet.kind == "agency"
    if not agency and layout.title_line != 0:
        return None  # the other readings know it
    return Trace(outlet, "source" if agency else "own", 10 if agency else 5, line.text)


def _above_text(layout: Layout, register: Register) -> Iterator[Trace]:
    """Read "The World – issue of the day" straight above the text: a name of everyday words with its programme."""
    if not layout.head:
        return
    line = layout.lines[layout.head - 1]
    match = _WITH_DESK.fullmatch(line.text.strip())
    if match is None or not is_ordinary(match["name"]):
        return
    if all(word in NAVIGATION_WORDS for word in line.words[1:]):
        return  # sections: "the World - local news"
    outlet = register.by_name(match["name"])
    if outlet is not None and outlet.kind == "publisher" and outlet.cited == "aired":
        yield Trace(outlet, "own", 3, match.group())


def _site_name(layout: Layout, register: Register) -> str:
    """Return the name at a page's very top that the page repeats as its own further down, if no register has it.

    Repeated means as a piece of a dateline ("name | city") or beside the rights.
    """
    if name := _thrice(layout, register):
        return name
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


def _thrice(layout: Layout, register: Register) -> str:
    """Return the unlisted name of two or three words among a page's first lines that it prints three times alone."""
    for top in layout.lines[:3]:
        if not 2 <= len(top.words) <= 3 or is_navigation(top) or furniture(top) or is_person(top):
            continue
        if any(word in NAVIGATION_WORDS or word in CITIES for word in top.words[:1]):
            continue
        above = layout.lines[: max(0, layout.title_line)]
        times = sum(line.folded == top.folded for line in above)
        if times > 2 and top.text != layout.title and not register.starting(top.folded):
            return top.text
    return ""


def _beside_clock(layout: Layout, register: Register) -> str:
    """Return the unlisted name of two or three words that stands beside the clock at a page's very top."""
    top = layout.lines[: min(3, max(0, layout.title_line))]
    clock = next((line.number for line in top[:2] if is_dateline_date(line)), None)
    for line in top:
        if clock is None or abs(line.number - clock) != 1 or not 2 <= len(line.words) <= 3:
            continue
        if furniture(line):
            continue  # "dark mode"
        plain = re.fullmatch(r"[ء-ي]+(?: [ء-ي]+){1,2}", line.folded)
        known = all(word in CITIES | NAVIGATION_WORDS for word in line.words)
        if plain and not known and not _OFFICE.match(line.folded) and may_be_name(line.text):
            return "" if register.starting(line.folded) else line.text
    return ""


def _cut_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    """Read the lines that are not the article's; below a list of others only names and rights count."""
    closing = False
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None or _TIMETABLE.match(line.folded) or _WEATHER.search(line.text):
            continue
        if speaks_of_others(line, layout, register) or is_among_others(line, layout):
            continue
        below = line.number >= layout.end
        if (len(line.words) > 8 or reason == "copyright") and (taken := taken_from(line, register)):
            yield taken
        elif reason == "copyright" or _RESERVED.search(line.folded):
            own = carried(line, layout, register)
            yield from [own] if own else rights(line, register)
        elif closing and below:
            yield from _below_others(line, layout, register)
        elif reason == "caption":
            found = list(source_line(line, layout.lines, register)) or _signature(
                line, layout, register
            )
            if not found and DISPATCHED.match(line.folded):
                found = list(read_label(line, layout, register))
            above = line.number == layout.head - 1 and _CITY_ALONE.fullmatch(line.text)
            if not found and (above or _FROM_CITY.match(line.text)) and line.words[0] in CITIES:
                found = list(dateline(line, register, alone=True))  # "city - outlet (agencies)"
            yield from found or _under_picture(line, layout, register) or _caption(line, register)
        else:
            for trace in read_label(line, layout, register):
                if trace.outlet.name_ar[:1].isdigit() and _DAY.match(line.folded):
                    continue  # a day, not the paper named after one
                known = trace.role == "own" and not trace.outlet.provisional
                masthead = known and line.number < layout.title_line
                yield trace._replace(role="masthead") if masthead else trace
        closing = closing or (below and reason in ("related", "embedded"))


def _signature(line: Line, layout: Layout, register: Register) -> list[Trace]:
    """Read an outlet's name alone straight below the text: who wrote it, an agency or an office included."""
    if line.number != layout.end or layout.end <= layout.head:
        return []
    first = line.text.split("/")[0].strip()  # "France 24/ AFP": the site, then whom it drew on
    outlet = named(line.text, register) or register.site_of_office(line.text.strip())
    outlet = outlet or (named(first, register) if len(line.words) <= 5 else None)
    if outlet is None or outlet.kind == "aggregator" or is_ordinary(line.text):
        return []
    return [Trace(outlet, "source" if outlet.kind == "agency" else "own", 9, line.text)]


def _below_others(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read a line below a list of others: a name alone, and a source as long as no other article's text has come."""
    between = layout.lines[layout.end : line.number]
    if not any(other.is_prose for other in between) and (
        found := list(source_line(line, layout.lines, register))
    ):
        yield from found
        return
    address = ADDRESS.fullmatch(line.text.strip())
    if address and (site := register.by_url(address.group())):
        yield Trace(site, "host", 4, line.text)
        return
    bare = SOCIAL.sub("", line.folded)
    if (outlet := named(bare, register)) and len(bare.split()) <= 3:
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 2, line.text)


def _under_picture(line: Line, layout: Layout, register: Register) -> list[Trace]:
    """Read an outlet's name alone between title and text, no caption beside it: who wrote it, no credit."""
    beside = [
        other
        for other in layout.lines[max(0, line.number - 1) : line.number + 2]
        if other.folded != line.folded and layout.reasons.get(other.number) == "caption"
    ]
    outlet = named(line.text, register)
    if pair := _site_and_agency(line, register):
        return [pair]
    if outlet is not None and outlet.kind == "agency" and _dated_above(line, layout):
        return [Trace(outlet, "source", 9, line.text)]
    outlet = outlet if not beside else None
    head = layout.title_line < line.number < layout.head
    if outlet is None or outlet.kind != "publisher" or not head:
        return []
    return [Trace(outlet, "own", 3, line.text)]


def _dated_above(line: Line, layout: Layout) -> bool:
    """Tell a line straight below the day that stands under the title: there the writer is named, not the picture's."""
    above = layout.lines[line.number - 1] if line.number else line
    return 0 <= layout.title_line < above.number < layout.head and is_dateline_date(above)


def _caption(line: Line, register: Register) -> Iterator[Trace]:
    match = _CAPTION.search(line.text)
    if match and (outlet := named(match[1] or match[2], register)) and outlet.kind == "publisher":
        yield Trace(outlet, "own", 1, line.text)


def _site_and_agency(line: Line, register: Register) -> Trace | None:
    """Read "X / AFP" alone on a line: the site, then whom it drew on; a picture's credit names none of them so."""
    site, slash, agency = line.text.partition("/")
    outlet = named(site, register) if slash and len(line.words) <= 8 else None
    drawn = named(agency, register) if outlet and outlet.kind == "publisher" else None
    if outlet is None or drawn is None or drawn.kind != "agency" or is_ordinary(site):
        return None
    return Trace(outlet, "own", 7, line.text)
