"""Whose text it is, by its first and last words: a dateline, a name before the first sentence or in brackets behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.outlets.datelines import BRACKETED_HEAD, DISPATCHED, LEAD_NAME, QUOTES, dateline
from rasid.corpus.outlets.naming import (
    CITIES,
    is_label,
    is_newslike,
    is_ordinary,
    named,
    named_with_kind,
)
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.outlets.received import signed_opening
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.source_lines import first_on
from rasid.corpus.outlets.trace import Trace, is_writer
from rasid.language import fold

# "Agency X reported that …": agencies of Iran open their own reports so.
_REPORTED: Final = re.compile(
    r"(?:(?:و?ف?وفقا|طبقا|بحسب) ?ل?(?:ما)? )?و?(?:افادت?ه?|ذكرت?ه?|نقلت?ه?|اوردت?ه?) (?=وكاله )"
    r"|و?(?:بحسب|حسب|وفقا ل) ?تقرير (?:\S+ ){0,4}?(?=وكاله )"
)
# "Agency X for news reported, that he …", "…, on the authority of …": how they go on from the first paragraph.
_GOES_ON: Final = re.compile(
    r"و?(?:افادت?|ذكرت?) وكاله \S+ ?ل ?لانباء\s?[،,]?\s?(?:ب?ان[هها]+ |نقلا عن )"
)
_PIPED: Final = re.compile(r"^(?P<name>[^\n|.:،*\d]{3,28}?)\s?\|\s?(?=[^\W\d_])")
# "The East Today - the ministry said": half the small sites of the Arab world are called so.
_DAILY: Final = re.compile(
    r"(?!(?:صباح|مساء|ظهر|فجر|عصر|ليل|في|منذ)\b)[^\W\d_]{2,}(?: [^\W\d_]+)? (?:اليوم|الان|لايف|نت|تودي)"
)
# "Arab News: Monday 29 December 2025 09:39 in the morning the member …": name and time run into the text.
_STAMPED: Final = re.compile(
    r"(?P<name>[^:\n]{4,30}?): (?:[^\W\d_]{4,9} )?\d{1,2} [^\W\d_]{4,7} (?:19|20)\d\d \d{1,2}:\d\d\b"
)
_NAMED_LEAD: Final = re.compile(r"\s*([^\W\d_]+(?: [^\W\d_]+){1,2})\s?[-–—ـ:/]{1,2}")
_SERVICE: Final = re.compile(r"\*?\s?خدمة\s?:?\s?[«\"“](?P<name>[^»\"”]{3,25})[»\"”]")
"""«Service of «X»», below a text that a paper bought."""
_CLOSING: Final = re.compile(r"[.!؟?\"”»]\s*\((?P<name>[^()\d]{2,25})\)\s?\.?$")
_BRACED: Final = re.compile(
    r"\s*[{\[]\s?[^{}\[\]:\d]{2,25}:\s?(?P<name>[^{}\[\]:\d]{2,30}?)\s?[}\]]"
)
"""«{Baghdad: outlet} …»."""
# "(aggregator - X) said …".
_PASSED_ON: Final = re.compile(
    r"\((?P<host>[^()\-–]{3,25}?)\s?[-–]\s?(?P<name>[^()\d]{2,30}?)\s?\)"
)
_SIGNED: Final = re.compile(r"[^\W\d]\s?[-–—/|]\s?[^\W\d]|\s_\s")
# "The Present / the leaders held …": one word with the article before a text. Folded.
_SLASHED: Final = re.compile(r"(?P<name>ال[^\W\d_]{3,9})\s?/\s(?=[^\W\d_]{3,} )")
_HEADINGS: Final = word_set("الخبر الحدث المشهد الحقيقه البيان الراي السياسه الوقت")
"""Names of papers that before a colon head a part of the text."""
_ISSUE: Final = re.compile(r"\bالعدد\b|\bissue\b|\bno\.")
_LATIN: Final = re.compile(r"(?<![a-z])[a-z][a-z\-]+(?: [a-z][a-z\-]+)+")
_FROM_TOWN: Final = re.compile(r" من (?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s*$")
_LONE: Final = 40  # characters of a line that may be a name
_HEADLINE: Final = 14  # words of a headline
_HEAD: Final = 160  # characters of a printed page's text in which its head stands
SPEAKING: Final = re.compile(
    r"\b[وف]?(?:قالت?|اضافت?|اكدت?(?:ه|ها)?|اوضحت?|ذكرت?|بينت?|كشفت?|صرحت?|افادت?|اشارت?|يقول|تقول|يوضح|توضح|تصريح|تصريحات|حديث|حديثه)\b"
)


def opening_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read the first paragraphs of a text: its dateline, and a name before its first sentence."""
    opening = [piece for piece in body.split("\n", 12)[:12] if piece.strip()][:3]
    for number, text in enumerate(opening):
        line = Line(text, len(text) - len(text.lstrip()), len(text), 0, True)
        # "The World _ exclusive to the World" on a line of its own between the first paragraphs.
        alone = number > 0 and len(line.words) <= 5 and bool(_SIGNED.search(line.text))
        if number < len(opening) - 1 and QUOTES.match(line.text) and not _is_prose(line.text):
            continue  # a ticker's line above the text: "the channel X: a source confirms the …"
        yield from dateline(line, register, alone=alone)
        early = number == 0 or not any(map(_is_prose, opening[:number]))
        braced = _BRACED.match(line.text) if early else None
        if braced and (outlet := named(braced.group("name"), register)):
            yield Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, braced.group())
        sent = DISPATCHED.match(line.folded[:90]) if early else None
        agency = named(sent.group("name"), register) if sent else None
        if agency is not None and agency.kind == "agency":
            yield Trace(agency, "source", 10, line.text[:60])
        if number == 0 and (signed := signed_opening(line.folded[:120], register)):
            yield Trace(signed[0], "own", 5, signed[1])
        if number == 0:
            yield from _bracketed_head(line.text[:120], register)
            yield from _printed_page(line, register)
            yield from _stamped(line, register)
            yield from _slashed(line, register)
        piped = _PIPED.match(line.text[:60])
        if (
            piped
            and not register.by_name(piped.group("name"))
            and not is_label(piped.group("name"))
            and not is_writer(piped.group("name"))
        ):
            yield Trace(register.provisional(piped.group("name")), "own", 4, piped.group().strip())
        reported = _REPORTED.match(line.folded) if number == 0 else None
        if number in (1, 2):  # deeper in the text only the agency's own manner of going on
            reported = _REPORTED.match(line.folded) if _GOES_ON.match(line.folded) else None
        opener = register.starting(_apart(line.folded[reported.end() :])) if reported else None
        if opener and opener.country == "IR" and opener.kind == "agency":
            yield Trace(opener, "source", 10, line.text[:60])
        opens = _NAMED_LEAD.match(line.text[:50]) if number < 2 else None
        if (
            opens
            and (is_newslike(opens.group(1)) or _is_daily(opens))
            and register.leading(line.folded)[1] < len(opens.group(1).split())
        ):
            yield Trace(register.provisional(opens.group(1)), "own", 5, opens.group().strip())
        yield from _lead(line, number, register)


def _lead(line: Line, number: int, register: Register) -> Iterator[Trace]:
    """Read the listed name before a paragraph's first sentence: "X – the ministry said"."""
    lead = LEAD_NAME.match(line.text[:60])
    if lead is None:
        return
    name = lead.group("name")
    if (there := _FROM_TOWN.search(name)) and fold(there["town"]).text in PLACES:
        name = name[: there.start()]  # "Elaph from London: …"
    word = fold(name).text.strip()
    if is_ordinary(name) and ("،" in lead.group() or word in PLACES):
        return  # "today, …", "Riyadh - the ministry said"
    if word in _HEADINGS and lead.group().rstrip().endswith(":"):
        return  # "The news: the paper X revealed …"
    if number > 0 and ":" in lead.group() and not _is_prose(line.text):
        return  # a headline in the text: "the Observatory: the number of …"
    outlet = named(name, register)
    if outlet is None and number == 0:
        outlet = _reported_by(lead, line.text, register)
    if outlet is not None:
        role = {"publisher": "own", "agency": "source", "aggregator": "host"}[outlet.kind]
        yield Trace(outlet, role, 7, lead.group().strip())


def _is_prose(text: str) -> bool:
    """Tell a paragraph from a headline or a label that is left above the text."""
    return len(text.split()) > _HEADLINE or text.rstrip().endswith((".", "؟", "!"))


def _is_daily(opens: re.Match[str]) -> bool:
    """Tell "The East Today -" from "The question now:", which ends in a colon and begins with no place."""
    name = fold(opens.group(1)).text
    asked = opens.group().endswith(":") and name.startswith("ال")
    return bool(_DAILY.fullmatch(name)) and not (asked and name.split()[0] not in PLACES)


def _printed_page(line: Line, register: Register) -> Iterator[Trace]:
    """Read a newspaper's name of two Latin words or more beside the number of its issue, at a printed page's head."""
    head = line.folded[:_HEAD]
    if not _ISSUE.search(head):
        return
    for match in _LATIN.finditer(head):
        outlet, count = register.leading(match.group())
        if outlet is not None and count > 1:
            yield Trace(outlet, "own", 5, line.text[:_HEAD])
            return


def _stamped(line: Line, register: Register) -> Iterator[Trace]:
    """Read "X: Monday 29 December 2025 09:39 …", the name and the time of a text run into it."""
    match = _STAMPED.match(line.folded[:90])
    if match and (outlet := named(match.group("name"), register, new=True)):
        yield Trace(outlet, "own", 6, line.text[:60])


def _slashed(line: Line, register: Register) -> Iterator[Trace]:
    """Read "X / the leaders held …", where X is one word with the article, no place, section or listed name."""
    match = _SLASHED.match(line.folded[:60]) if len(line.words) > 10 else None
    name = match.group("name") if match else ""
    if not match or is_label(name) or name in NAVIGATION_WORDS or is_ordinary(name):
        return
    if register.by_name(name) is None and named_with_kind(name, register) is None:
        yield Trace(register.provisional(name), "own", 3, line.text[:60])


def _apart(folded: str) -> str:
    """Return folded words with a blank before "for news", which hurried copies glue to the agency's name."""
    return re.sub(r"(?<=\w)للانباء\b", " للانباء", folded)


def _reported_by(lead: re.Match[str], text: str, register: Register) -> Outlet | None:
    """Return the listed "channel X" of a text that opens with "X – said …"."""
    name = lead.group("name").strip()
    said = SPEAKING.match(fold(text[lead.end() : lead.end() + 12]).text)
    if lead.group().rstrip().endswith(":") and name.startswith("ال") and " " not in name:
        return register.by_name(f"وكالة {name} للأنباء")  # "the News: the council holds …"
    known = fold(name).text in CITIES or " " in name
    return named_with_kind(name, register) if said and not known else None


def standing_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read the one listed name of two words or more that stands on a line of its own within a text."""
    found: dict[str, tuple[Outlet, str]] = {}
    for text in body.split("\n"):
        if not 3 < len(text) < _LONE:
            continue
        name = text.strip(" .:*-–—|")
        if " " in name and not is_ordinary(name):
            outlet = register.by_name(name)
            if outlet is None and is_newslike(name) and not is_writer(name):
                outlet = register.provisional(name)
            if outlet is not None and outlet.kind == "publisher" and not _told_of(name, body):
                found[outlet.outlet_id] = outlet, name
    if len(found) == 1:
        outlet, name = next(iter(found.values()))
        yield Trace(outlet, "own", 3, name)


def _told_of(name: str, body: str) -> bool:
    """Tell a name that stands within a sentence too: the line is a heading over what the observatory says."""
    return body.count(name) > sum(line.lstrip().startswith(name) for line in body.split("\n"))


def closing_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read an outlet's name in brackets behind the last full stop: whose text it is."""
    match = _CLOSING.search(body[-60:].rstrip())
    name = match.group("name") if match else ""
    outlet = named(name, register, new=is_newslike(name)) if match else None
    if match and outlet and outlet.kind != "aggregator":
        yield Trace(outlet, "source", 9, match.group().strip())
    last = body.rstrip().rpartition("\n")[2]
    service = _SERVICE.fullmatch(last.strip())
    if service and (outlet := named(service["name"], register)):
        yield Trace(outlet, "source", 10, last.strip())
    if first := first_on(Line(last, 0, len(last), 0, True), register):
        yield first


def _bracketed_head(text: str, register: Register) -> Iterator[Trace]:
    """Read "(host / agency - 6 February 2020) …" at a text's head: the last name is whose text it is."""
    passed = _PASSED_ON.match(text) if text[:1] == "(" else None
    host = register.by_name(passed.group("host")) if passed else None
    if passed and host and host.kind == "aggregator":
        yield Trace(host, "host", 7, passed.group())
        if outlet := named(passed.group("name"), register, new=True):
            yield Trace(outlet, "source", 9, passed.group())
        return
    match = BRACKETED_HEAD.match(text) if text[:1] == "(" else None
    for name in reversed(match.group("names").split("/") if match else ()):
        if outlet := named(name, register):
            yield Trace(outlet, "source", 9, text[: match.end() if match else 0])
            return
