"""Datelines: "city/ outlet", "outlet - city", "city (outlet) -", and names set alone on their line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import (
    CITIES,
    KIND,
    goes_on,
    is_newslike,
    is_ordinary,
    is_site_like,
    leading,
    named,
    named_with_kind,
)
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.outlets.plain_names import no_name
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.town_heads import (
    after_first_town,
    opens,
    run_on,
    town_and_name,
    town_and_quoted,
)
from rasid.corpus.outlets.trace import DESKS, Trace, is_short_name, is_writer, places
from rasid.language import fold

_DATELINE: Final = re.compile(
    r"^(?P<a>[^\n.:،؛()«\"“]{2,40}?)\s?(?P<sign>[-–—ـ/|:_]{1,2}|"
    r"\()\s?(?P<b>[^\n.:،؛()«\"“]{2,40}?)(?=\s?(?:[-–—ـ/|:()،.]|$))"
)
_TOLD_BY: Final = re.compile(
    r"(?:^|\s)(?:و?(?:نقل|ذكر|قال|افاد|اعلن|اورد|كشف|اكد|بث|نشر)ت?[هي]?ا?|و?(?:وفقا?|طبقا|ب?حسب))(?: |$)"
)
QUOTES: Final = re.compile(r"[^:|\-–—/]{2,30}:\s\S{2,}(?: [^\W\d_]{2,}){3,}")
_EXCLUSIVE: Final = re.compile(r"^خاص (?:لـ? ?)?(?=\S)")
"""«Muscat – exclusive to X:»."""
# "city_outlet 03:33 pm, 8 January": the day behind a dateline.
_CLOCKED: Final = re.compile(r"(?<=[^\W\d_]) \d{1,2}:\d\d\b.*$")
_BRACKETED: Final = re.compile(
    r"\(+\s?(?P<name>[^()\d]{1,30}?)(?:\s?\|[^()|\d]{2,30})?\s?\)+(?P<end>\s?(?:[-–—:ـ]{1,3}|(?:خاص|متابعات|وكالات)\b))?"
)
_HEAD_ALONE: Final = re.compile(r"\)\s?[-–—:]\s*$")  # a long dateline alone on its line
_DATELINE_WORDS: Final = 5
_ALONE: Final = 6
"""Words of a dateline on a line of its own."""
_HEAD: Final = 60
"""Characters within which a dateline's bracket opens."""
# "X and agencies", "X follow-up ,,".
_AND_AGENCIES: Final = re.compile(
    r"(?<=[^\W\d_]) (?:و ?(?:ال)?وكالات|(?:متابع[ةه]|متابعات|خاص)[\s,،.]*)$"
)
# "Morning of the town… agencies": the site over what it compiled. Folded.
_COMPILED: Final = re.compile(
    r"(?!(?:كتب|كتبت|اعداد|ترجمه|نقلا|تقرير|بقلم)\b)(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){1,2})\s?"
    r"(?:…|\.{1,3}|\s[-–—ـ]|/)\s?(?:وكالات|متابعات|متابعه)"
)
_LONG_SIGN: Final = re.compile(r"\sـ+\s")
_SIGNS: Final = re.compile(r"[()\[\]\-–—:/|ـ]+")
_KIND_FIRST: Final = re.compile(rf"{KIND} ")
# "(X) Y :" alone above the text: X prints what Y wrote.
_PRINTED: Final = re.compile(r"^\((?P<host>[^()\d]{2,30})\)\s?(?P<name>[^()\d:]{2,30}?)\s?:$")
# "X (newsroom) –", "X- follow-up:", "X – (6/10/2022)": who signs at the head of its own text. Folded.
_DESK: Final = re.compile(
    r"^(?P<name>[^\d()«\"“:،/|\-–—]{3,28}?)\s?"
    r"(?:\((?:مركز الاخبار|غرفه الاخبار|قسم الاخبار|متابعات|متابعه|فريق التحرير)\)\s?[-–—ـ:]"
    r"|[-–—/|]\s?(?:متابعات?|متابعه|خاص|وكالات|ترجمه خاصه|تقرير خاص)\s?[:\-–—/|]"
    r"|[-–—/|]\s?(?:فريق (?:ال)?تحرير|هييه التحرير|قسم التحرير|ترجمه|رصد)\W*$)"
)
_TO_SIGN: Final = re.compile(r"[(/|\-–—]")
_DATED: Final = re.compile(
    r"^(?P<name>[^\d()«\"“:،]{3,28}?)\s?[-–—ـ]\s?\(\s?\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}\s?\)$"
)
# "Name/..": a site's signature above its text.
_SIGNED_ALONE: Final = re.compile(
    r"(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})\s?(?:/\s?\.{0,3}|\|{1,2})"
)
# "Gate of Kyiv – Kyiv–25 September 2022- said", "X / Vienna / 7.11.2020 -": name, town and day before the text.
DATED_LEAD: Final = re.compile(
    r"(?P<a>[^\n.:،؛()«\"“\d]{3,30}?)\s?[-–—/|]\s?(?P<b>[^\n.:،؛()«\"“\d]{2,20}?)\s?[-–—/|،,]\s?"
    r"(?P<date>(?:[^\s\d]{3,9} )?\d{1,2}[ /.\-–][^()\n]{2,24}?(?:19|20)\d\d)\s?م?\s?[-–—:|]"
)
LEAD_NAME: Final = re.compile(
    r"^(?P<name>[^\n.،؛()\"“]{2,40}?)\s?(?:[-–—ـ:/|،]{1,2}\s|[:\-–—|](?=[^\W\d_]))"
)
# "(host / agency - 6 February 2020) said …": syndicated reports open so.
BRACKETED_HEAD: Final = re.compile(
    r"\((?P<names>[^()\d]{3,60}?)\s?[-–]\s?(?P<date>\d{1,2}[^()]{4,24}(?:19|20)\d\d)\s?[مء]?\)"
)
# "Moscow 17 January. /TASS/", "Amman 28 September (Petra)": an agency's dispatch. Folded.
DISPATCHED: Final = re.compile(
    r"^[^\d/()]{2,25}\s"
    r"(?:\d{1,2} [^\W\d_]{3,8}(?:[ /][^\W\d_]{3,6})?(?: \d{4})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\s?[.،]?\s?"
    r"[/(]\s?(?P<name>[^/()\d]{2,25}?)\s?[/)]"
)
# "Baghdad: «outlet»", "Baghdad - "outlet"", "«outlet» (Baghdad)": a newspaper's own dateline. Folded.
QUOTED_NAME: Final = re.compile(
    r"^(?:[^\n.«\"“]{2,25}?\s?[:،/\-–—]\s?)?[«\"“](?P<name>[^»\"”\n]{2,30})[»\"”](?:\s?[(\-–:،@].{0,30})?$"
)


def dashed(line: Line) -> str:
    """Return a line's folded words with the long sign of "town ـ X" as a dash: folding drops it."""
    return fold(_LONG_SIGN.sub(" - ", line.text)).text if "ـ" in line.text else line.folded


def dateline(
    line: Line, register: Register, *, alone: bool, titled: bool = False
) -> Iterator[Trace]:
    """Read "city/ outlet", "outlet - city", "city (outlet) -", or an outlet's name alone on its line."""
    text = _AND_AGENCIES.sub("", _CLOCKED.sub("", line.text)) if alone else line.text
    if alone and (outlet := named(text, register)) and not is_ordinary(text):
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, text)
        return
    # A title may begin with a name that it tells of: "Okaz draws 200 craftsmen".
    quotes = alone and QUOTES.match(line.text)  # "the Observatory: the number of …", a headline
    begins = alone and not titled and not quotes and len(line.words) <= 10
    outlet = leading(line.folded, register) if begins else None
    short = len(line.words) <= 5 and (_KIND_FIRST.match(line.folded) or _is_longer(line, register))
    if outlet is not None and not (short and goes_on(line.folded, register)):
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, text)
    whole = DATED_LEAD.fullmatch(text) or _HEAD_ALONE.search(text)
    # Neither the day behind a dateline nor the initials of an agency make it long.
    long = [word for word in fold(text).text.split() if len(word.strip("()|،-–—:/")) > 1]
    if alone and len(long) > _ALONE and not whole:
        return
    if signed := _signed_head(line, register, alone=alone):
        yield from signed
        return
    if dispatch := printed_dispatch(text, register):
        yield from dispatch
        return
    if (
        found := town_and_name(text, register)
        or town_and_quoted(line, register)
        or _bracketed(text, register)
        or (_signed_alone(text, register) if alone else None)
    ):
        yield found
        return
    compiled = _COMPILED.fullmatch(line.folded) if alone else None
    if compiled and _is_local_name(compiled.group("name")):
        name = " ".join(line.text.split()[: len(compiled.group("name").split())]).strip("….-–—ـ/ ")
        yield Trace(register.provisional(name), "own", 4, line.text)
        return
    if begun := run_on(line, register) or opens(line, register):
        yield begun
        return
    text = after_first_town(text)
    if dated := DATED_LEAD.match(text[:100]):
        yield from _dated_lead(dated, register)
        return
    match = _DATELINE.match(text[:100])
    found = _between_signs(match, register, alone=alone) if match else None
    if match and found and not _TOLD_BY.search(fold(match.group("a")).text):
        yield found


def _dated_lead(match: re.Match[str], register: Register) -> Iterator[Trace]:
    """Read name and town, in either order, before a day that begins the text."""
    for name, town in ((match.group("a"), match.group("b")), (match.group("b"), match.group("a"))):
        if not places([town]) or places([name]):
            continue
        outlet = named(name, register)
        if outlet is None and (is_writer(name) or len(name.split()) > 4):
            return
        outlet = outlet or register.provisional(name)
        yield Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, match.group())
        return


def _is_local_name(name: str) -> bool:
    """Tell a site's name of two or three words that bears a town behind another word, or "news", "press"."""
    words = name.split()
    placed = words[0] not in PLACES and not PLACES.isdisjoint(words[1:])
    return is_short_name(name) and (placed or is_newslike(name))


def _is_longer(line: Line, register: Register) -> bool:
    """Tell a line of words that only begins with a listed name of one word: "the Observatory of local bridges"."""
    rest = _TO_SIGN.split(line.folded)[0].split()[1:]
    one = register.leading(line.folded)[1] == 1
    # "the Observatory of politics 4120"
    words = rest[:-1] if rest[1:] and rest[-1].isdigit() else rest
    return one and all(word.isalpha() for word in words) and not NAVIGATION_WORDS.intersection(rest)


def _bracketed(text: str, register: Register) -> Trace | None:
    """Read "city (outlet) -", "city (country) - (outlet)"; a name that no list has only after nothing but a place."""
    for bracket in _BRACKETED.finditer(text[:100]):
        if bracket.start() > _HEAD:
            return None
        name = bracket.group("name")
        if places([name]):
            continue  # the country behind its town
        writer, _, behind = name.rpartition("،")  # "(so-and-so, X)"
        if writer and is_writer(writer.strip()):
            name = behind.strip()
        outlet = named(name, register)
        before = fold(text[: bracket.start()]).text
        loose = not bracket.group("end") and bracket.end() < len(text.rstrip(" ."))
        site = outlet is None and is_site_like(name, strict=True)
        if not (outlet or site or bracket.group("end")) or _TOLD_BY.search(before):
            return None
        place = _SIGNS.sub(" ", before).strip()
        long = len(place.split()) > _DATELINE_WORDS
        if (loose or long) and place and not places([re.sub(r"[\d،,.]+", " ", place)]):
            return None  # "in an interview with agency X (x) on Thursday", "the right of refusal (veto)"
        evidence = text[: bracket.end()].strip()
        if outlet is not None:
            role = "source" if outlet.kind == "agency" else "own"
            return Trace(outlet, role, 10 if role == "source" else 8, evidence)
        words = fold(name).text.split()
        new = 1 <= len(words) <= 3 and not CITIES.intersection(words) and "." not in name
        if place and places([place]) and new and not is_writer(name):
            return Trace(register.provisional(name), "own", 6, evidence)
        return None
    return None


def _signed_head(line: Line, register: Register, *, alone: bool) -> list[Trace]:
    """Read "(X) Y :" as Y's text on X's page, and "X (newsroom) –" or "X – (day)" as X's own."""
    printed = _PRINTED.match(line.text) if alone else None
    if printed and (outlet := named(printed.group("name"), register)):
        host = named(printed.group("host"), register) or register.provisional(printed.group("host"))
        return [Trace(outlet, "source", 9, line.text), Trace(host, "host", 9, line.text)]
    signed = _DESK.match(line.folded) or (_DATED.match(line.folded) if alone else None)
    if signed is None:
        return []
    name = _TO_SIGN.split(line.text, maxsplit=1)[0].strip()
    words = fold(name).text.split()
    if len(words) > 3 or not NAVIGATION_WORDS.isdisjoint(words) or not CITIES.isdisjoint(words):
        return []
    if is_writer(name):
        return []
    outlet = named(name, register) or register.provisional(name)
    return [Trace(outlet, "own", 6, line.text[:60])]


def _signed_alone(text: str, register: Register) -> Trace | None:
    """Read "Name/..", "Name||", a site's signature on a line of its own."""
    signed = _SIGNED_ALONE.fullmatch(text)
    if signed is None or named(signed.group("name"), register):
        return None
    new = fold(signed.group("name")).text.split()
    if any(word in CITIES or word in NAVIGATION_WORDS for word in new) or no_name(" ".join(new)):
        return None
    return Trace(register.provisional(signed.group("name")), "own", 4, text)


def printed_dispatch(text: str, register: Register) -> list[Trace]:
    """Read "site – agency:", in either order: the site prints what the agency sent."""
    match = _DATELINE.match(text[:100])
    if match is None:
        return []
    sides = [named(match.group(side).strip(), register) for side in ("a", "b")]
    by_kind = {outlet.kind: outlet for outlet in sides if outlet is not None}
    site, agency = by_kind.get("publisher"), by_kind.get("agency")
    if site is None or agency is None or is_ordinary(match.group("a")):
        return []
    evidence = match.group().strip()
    return [Trace(agency, "source", 10, evidence), Trace(site, "host", 8, evidence)]


def _between_signs(match: re.Match[str], register: Register, *, alone: bool) -> Trace | None:
    """Read the two sides of "a/ b", "a - b": the outlet beside its city."""
    evidence = match.group().strip()
    if "@" in evidence:
        return None
    for name, other in ((match.group("a"), match.group("b")), (match.group("b"), match.group("a"))):
        desk = alone and name == match.group("a") and _is_desk(match)  # "the World- reports"
        ordinary = is_ordinary(name) and not (places([other]) or desk)
        if fold(name).text.strip() in CITIES or ordinary:
            continue
        if match.group("sign") == "(" and not alone and not places([other]):
            continue  # "the agency of X (x)", "the right of refusal (veto)"
        sure = alone or match.string[match.end() :].lstrip()[:1] in ("-", "–", ":", "/")
        name = _EXCLUSIVE.sub("", name) if places([other]) else name
        if outlet := named(name, register) or _of_kind(name, other if sure else "", register):
            role = {"publisher": "own", "agency": "source"}.get(outlet.kind, "host")
            # Initials beside a town are no site's name: the dispatch is theirs.
            initials = role == "source" and all(len(word) == 1 for word in fold(name).text.split())
            return Trace(outlet, role, 10 if initials and places([other]) else 8, evidence)
        piped = desk and match.group("sign") == "|" and is_short_name(name)
        if alone and (
            piped or _may_be_new(name, other, match.group("sign")) or (desk and _is_one_name(name))
        ):
            new = _EXCLUSIVE.sub("", name)
            return Trace(register.provisional(new), "own", 5, match.string)
    return None


def _is_desk(match: re.Match[str]) -> bool:
    """Tell "outlet- reports", "outlet/ files": the sign clings to the name, and a desk of the paper follows."""
    words = fold(match.group("b")).text.split()
    if len(words) == 2 and words == ["خاص", f"ب{fold(match.group('a')).text.strip()}"]:
        return True  # "the World- exclusive to the World"
    clings = match.group("sign") == "|" or match.string[match.end("a")] in "-–—/"
    desks = [word.removeprefix("و") if word not in NAVIGATION_WORDS else word for word in words]
    return (
        clings
        and bool(words)
        and (NAVIGATION_WORDS | DESKS).issuperset(desks)
        and not PLACES.intersection(words)
    )


def _is_one_name(name: str) -> bool:
    """Tell one word with the article that is neither a section nor a place."""
    word = fold(name).text.strip()
    return word.startswith("ال") and word.isalpha() and word not in NAVIGATION_WORDS | CITIES


def _may_be_new(name: str, other: str, sign: str) -> bool:
    """Tell a name of one to three words, no person's, beside a city: "city/ name", "city - the name"."""
    if any(c.isdigit() for c in name) or not places([other]):
        return False
    if sign[0] not in "/-–—ـ|_":
        return sign[0] == ":" and is_newslike(name)  # "Baghdad: Horizon Press"
    new = [word for word in fold(name).text.split() if word not in CITIES]
    if not new or no_name(" ".join(new)) or is_writer(name):
        return False
    named_so = sign in ("/", "_") or new[0].startswith("ال") or is_site_like(name)
    return (2 <= len(new) <= 3 and named_so) or (len(new) == 1 and _is_one_name(name))


def _of_kind(name: str, place: str, register: Register) -> Outlet | None:
    """Read "city - X" where the list knows "agency X"."""
    return named_with_kind(name, register) if place and places([place]) else None
