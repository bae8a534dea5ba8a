"""Texts that begin with a town and the outlet: "city/ outlet said", "city – X Press: said", "(city- X)"."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import is_newslike, is_ordinary, named
from rasid.corpus.outlets.register import Register
from rasid.corpus.outlets.trace import DESKS, Trace, is_short_name, is_writer, places
from rasid.language import fold

_TOWN_SLASH: Final = re.compile(r"(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?/\s?(?=[^\W\d_])")
_AGENCIES: Final = re.compile(r"(?:وكالات|متابعات)\s?[-–—/]\s?(?=[^\W\d_])")
# "Baghdad/the Rangebegan …": old copies have lost the line's end. Folded.
_GLUED: Final = re.compile(
    r"ال[^\W\d_]{3,9}?(?=(?:بدا|قال|اعلن|اكد|كشف|ذكر|افاد|دعا|طالب|اتهم|حذر|وصف|اعتبر|شدد|نفي|توقع|انتقد|رجح|عقد|قرر)ت?\b)"
)
_TOWN_AND_SITE: Final = re.compile(
    r"(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?[-–—/ـ|]{1,2}\s?(?P<name>[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,3}?)\s?[-–—:/ـ|]"
)
_TOWN_IN_BRACKETS: Final = re.compile(
    r"\((?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?[-–—ـ/]\s?(?P<name>[^()\d/،]{2,25}?)\s?\)"
)
# "Baghdad: «X» the coalition announced …": a newspaper's dateline run into its text.
_TOWN_QUOTES: Final = re.compile(
    r"(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?[:\-–—/،]\s?[«\"“](?P<name>[^«»\"“”\n]{2,25})[»\"”](?=\s+[^\W\d_])"
)
_SENTENCE: Final = 14
"""Words from which a line is a text's first sentence and no headline about a paper."""
_TWO_TOWNS: Final = re.compile(
    r"(?P<first>[^\W\d_]+(?: [^\W\d_]+)?)\s?[-–—ـ/]\s?(?P<second>[^\W\d_]+(?: [^\W\d_]+)?)\s?[-–—ـ/(:]"
)
_WRITER_SLASH: Final = re.compile(r"(?P<who>[^\W\d_]+(?: [^\W\d_]+){1,3})\s?/\s?(?=[^\W\d_])")


def run_on(line: Line, register: Register) -> Trace | None:
    """Read "city/ outlet said …", the sign behind the outlet's name left out; an everyday word is no name there.

    Behind the desk of the agencies ("agencies- the Revolution in this …") it is one.
    """
    desk = _AGENCIES.match(line.folded)
    match = desk or _TOWN_SLASH.match(line.folded)
    if match is None or len(line.words) < 8 or not (desk or places([match.group("town")])):
        return None
    rest = line.folded[match.end() : match.end() + 60]
    writer = _WRITER_SLASH.match(rest)
    if writer and is_writer(writer.group("who")):  # "city/writer/agency said …"
        rest = rest[writer.end() :]
    outlet, count = register.leading(rest)
    if outlet is None and writer and not places([writer.group("who")]):
        outlet, count = register.leading(rest[writer.end() :])
        outlet = outlet if outlet and outlet.kind == "agency" else None
    if outlet is None and (glued := _GLUED.match(rest)):
        outlet, count = register.by_name(glued.group()), 1
    if outlet is not None and outlet.kind == "agency" and writer:
        return Trace(outlet, "source", 8, line.text[: match.end() + 30])
    if outlet is None or outlet.kind != "publisher":
        return None
    if not desk and is_ordinary(" ".join(rest.split()[:count])):
        return None
    return Trace(outlet, "own", 8, line.text[: match.end() + 30])


def opens(line: Line, register: Register) -> Trace | None:
    """Read "city – X Press: said …": a name that only sites bear, between a town and the text."""
    match = _TOWN_AND_SITE.match(line.text)  # folded words have lost the long sign of "Baghdad ـ X"
    if match is None or not places([match.group("town")]) or not is_newslike(match.group("name")):
        return None
    name = match.group("name")
    if named(name, register) or len(line.words) < 8:
        return None  # the readings below know it
    return Trace(register.provisional(name), "own", 6, line.text[:60])


def town_and_quoted(line: Line, register: Register) -> Trace | None:
    """Read "city: «X» the ministry said …": a listed name in quotation marks between a town and a whole sentence."""
    match = _TOWN_QUOTES.match(line.text.lstrip()) if len(line.words) > _SENTENCE else None
    if match is None or not places([match.group("town")]):
        return None
    outlet = named(match.group("name"), register)
    if outlet is None or outlet.kind != "publisher":
        return None
    return Trace(outlet, "own", 8, match.group())


def town_and_name(text: str, register: Register) -> Trace | None:
    """Read "(Baghdad- X).." at a text's head."""
    match = _TOWN_IN_BRACKETS.match(text)
    if match is None or not places([match.group("town")]) or places([match.group("name")]):
        return None
    name = match.group("name")
    if outlet := named(name, register):
        agency = outlet.kind == "agency"
        return Trace(outlet, "source" if agency else "own", 10 if agency else 8, match.group())
    if not is_short_name(name) or not DESKS.isdisjoint(fold(name).text.split()):
        return None
    return Trace(register.provisional(name), "own", 5, match.group())


def after_first_town(text: str) -> str:
    """Return "Kirkuk – agency – said …" of "Diyala- Kirkuk – agency – said …"."""
    match = _TWO_TOWNS.match(text)
    both = match and places([match.group("first")]) and places([match.group("second")])
    return text[match.start("second") :] if match and both else text
