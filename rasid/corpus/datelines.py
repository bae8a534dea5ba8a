"""Datelines: "city/ outlet", "outlet - city", "city (outlet) -", and names set alone on their line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rasid.corpus.furniture import NAVIGATION_WORDS
from rasid.corpus.lines import Line
from rasid.corpus.naming import CITIES, KIND, goes_on, is_ordinary, leading, named, named_with_kind
from rasid.corpus.outlets import Outlet, Register
from rasid.language import fold


class Trace(NamedTuple):
    """One piece of evidence.

    role is source (named as origin), own (speaks of itself), masthead (own, above the title: the site,
    whose text it need not be) or host (carries it).
    """

    outlet: Outlet
    role: str
    weight: int
    evidence: str


_DATELINE: Final = re.compile(
    r"^(?P<a>[^\n.:،؛()«\"“]{2,40}?)\s?(?P<sign>[-–—ـ/|:_]{1,2}|"
    r"\()\s?(?P<b>[^\n.:،؛()«\"“]{2,40}?)(?=\s?(?:[-–—ـ/|:()،.]|$))"
)
_TOLD_BY: Final = re.compile(
    r"(?:^|\s)(?:و?(?:نقل|ذكر|قال|افاد|اعلن|اورد|كشف|اكد|بث|نشر)ت?|وفق|وفقا|بحسب|حسب)(?: |$)"
)
# "city_outlet 03:33 pm, 8 January": the day behind a dateline.
_CLOCKED: Final = re.compile(r"(?<=[^\W\d_]) \d{1,2}:\d\d\b.*$")
_BRACKETED: Final = re.compile(r"^.{0,60}?\(\s?(?P<name>[^()\d]{1,30}?)\s?\)\s?[-–—:ـ]{0,3}")
_KIND_FIRST: Final = re.compile(rf"{KIND} ")
# "Name/..": a site's signature above its text.
_SIGNED_ALONE: Final = re.compile(r"(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})\s?/\s?\.{0,3}")
LEAD_NAME: Final = re.compile(
    r"^(?P<name>[^\n.،؛()\"“]{2,40}?)\s?(?:[-–—ـ:/|،]{1,2}\s|:(?=[^\W\d_]))"
)
# "Moscow 17 January. /TASS/", "Amman 28 September (Petra)": an agency's dispatch. Folded.
DISPATCHED: Final = re.compile(
    r"^[^\d/()]{2,25}\s\d{1,2} [^\W\d_]{3,8}(?: [^\W\d_]{3,6})?(?: \d{4})?\s?[.،]?\s?"
    r"[/(]\s?(?P<name>[^/()\d]{2,25}?)\s?[/)]"
)
# "Baghdad: «outlet»", "Baghdad - "outlet"", "«outlet» (Baghdad)": a newspaper's own dateline. Folded.
QUOTED_NAME: Final = re.compile(
    r"^(?:[^\n.«\"“]{2,25}?\s?[:،/\-–—]\s?)?[«\"“](?P<name>[^»\"”\n]{2,30})[»\"”](?:\s?[(\-–:،@].{0,30})?$"
)


def dateline(line: Line, register: Register, *, alone: bool) -> Iterator[Trace]:
    """Read "city/ outlet", "outlet - city", "city (outlet) -", or an outlet's name alone on its line."""
    text = _CLOCKED.sub("", line.text) if alone else line.text
    if alone and (outlet := named(text, register)) and not is_ordinary(text):
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, text)
        return
    outlet = leading(line.folded, register) if alone and len(line.words) <= 10 else None
    short = len(line.words) <= 5 and _KIND_FIRST.match(line.folded)
    if outlet is not None and not (short and goes_on(line.folded, register)):
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, text)
    bracket = _BRACKETED.match(text[:100])
    if (
        bracket
        and not (alone and len(line.words) > 6)
        and fold(bracket.group("name")).text.strip() not in CITIES
        and not _TOLD_BY.search(fold(text[: bracket.start("name")]).text)
        and (outlet := named(bracket.group("name"), register))
    ):
        role = "source" if outlet.kind == "agency" else "own"
        yield Trace(outlet, role, 10 if role == "source" else 8, bracket.group().strip())
        return
    signed = _SIGNED_ALONE.fullmatch(text) if alone else None
    if signed and not named(signed.group("name"), register):
        new = fold(signed.group("name")).text.split()
        if not any(word in CITIES or word in NAVIGATION_WORDS for word in new):
            yield Trace(register.provisional(signed.group("name")), "own", 4, text)
            return
    match = _DATELINE.match(text[:100])
    if not match or (alone and len(line.words) > 6) or _TOLD_BY.search(fold(match.group("a")).text):
        return
    for name, other in ((match.group("a"), match.group("b")), (match.group("b"), match.group("a"))):
        if fold(name).text.strip() in CITIES or (is_ordinary(name) and not places([other])):
            continue
        if outlet := named(name, register) or _of_kind(name, other if alone else "", register):
            role = (
                "own"
                if outlet.kind == "publisher"
                else "source"
                if outlet.kind == "agency"
                else "host"
            )
            yield Trace(outlet, role, 8, match.group().strip())
            return
        words = fold(other).text.split()
        if (
            alone
            and words
            and all(word in CITIES for word in words)
            and match.group("sign")[0] in "/-–—ـ|_"
        ):
            new = [w for w in fold(name).text.split() if w not in CITIES]
            named_so = match.group("sign") in ("/", "_") or (new[:1] and new[0].startswith("ال"))
            if 2 <= len(new) <= 3 and named_so and not NAVIGATION_WORDS.issuperset(new):
                yield Trace(register.provisional(name), "own", 5, text)
                return


def _of_kind(name: str, place: str, register: Register) -> Outlet | None:
    """Read "city - X" where the list knows "agency X"."""
    return named_with_kind(name, register) if place and places([place]) else None


def places(pieces: list[str]) -> bool:
    """Tell whether the other pieces of a dateline are places: then an everyday word beside them is a name."""
    return bool(pieces) and all(
        word in CITIES for piece in pieces for word in fold(piece).text.split()
    )
