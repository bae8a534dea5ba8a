"""Names with little beside them to say whose page it is: news-like words, one word under a title, a research centre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS, furniture
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import ORDINARY, SECTIONS, inside, is_newslike, named
from rasid.corpus.outlets.places import ADJECTIVES
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.trace import Trace
from rasid.language import fold

# A research centre signs the papers of its own that others print.
_CENTRE: Final = re.compile(
    r"(?:ال)?(?:مركز|معهد|مرصد) \S+ (?!في\b).*|.*\s(?:لل?(?:دراسات|ابحاث|بحوث|سياسات|تفكير))(?:\s.*)?"
)
_SERVICE: Final = re.compile(
    r"\b(?:الدفاع|الشرطه|شرطه|الصحي|صحي|الطبي|طبي|التجاري|تسوق|التسوق|الاسعاف|الانتخاب\w*|الاقتراع|التدريب|الايواء|احتجاز)\b"
)


def weak_traces(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read a new name that only news sites bear, a name that signs a title, or one within a short line."""
    signs = line.number == layout.end > layout.head and len(line.words) <= 3
    if (
        is_newslike(line.text)
        and not furniture(line)
        and (line.number <= 4 < layout.head + 4 or signs)
    ):
        pieces = re.split(r"\s?[/|–—:]\s?|\s-\s?", line.text.strip(" :|-–"))
        name = next((piece for piece in pieces if is_newslike(piece)), line.text)
        name = name.removeprefix("خاص ")
        yield Trace(register.provisional(name.strip(" :|-–")), "own", 3, line.text)
    elif line.number == layout.title_line + 1 and (
        site := register.site_of_office(line.text.strip(" :-–"))
    ):
        yield Trace(site, "own", 3, line.text)
    elif line.number == layout.title_line + 1 and (paper := _paper_of(line, register)):
        yield Trace(paper, "own", 4, line.text)
    elif _under_title(line, layout) and (outlet := named(line.text, register)):
        yield Trace(outlet, "own", 3, line.text)
    elif _signs(line, layout) and (centre := _centre(line)):
        yield Trace(register.provisional(centre), "own", 4, line.text)
    elif outlet := _inside_or_first(line, register):
        yield Trace(outlet, "own", 1, line.text)


def _paper_of(line: Line, register: Register) -> Outlet | None:
    """Return the paper of a country that stands alone: "the Life of Iraq", an everyday word with where it is from."""
    words = line.words
    if len(words) != 2 or words[0] not in ORDINARY or words[1] not in ADJECTIVES:
        return None
    return register.by_name(line.text) or register.provisional(line.text)


def _centre(line: Line) -> str:
    """Return the research centre that a line names, alone or before its day."""
    for piece in line.text.split("|"):
        name = piece.strip(" *-–•:")
        if _SERVICE.search(fold(name).text) or " في " in name or ": " in name:
            continue  # a building in a picture, a writer's place of work, "the Observatory: …"
        if not any(c.isdigit() for c in name) and _CENTRE.fullmatch(fold(name).text):
            return name
    return ""


def _under_title(line: Line, layout: Layout) -> bool:
    """Tell a line straight under the title whose one word is a name and no section: it signs the article."""
    return (
        line.number == layout.title_line + 1
        and len(line.words) == 1
        and line.folded not in NAVIGATION_WORDS | SECTIONS
    )


def _signs(line: Line, layout: Layout) -> bool:
    """Tell a short line between title and text, or straight below the text: where who wrote it stands."""
    below = layout.end <= line.number <= layout.end + 1
    return len(line.words) <= 7 and (layout.title_line < line.number < layout.head or below)


def _inside_or_first(line: Line, register: Register) -> Outlet | None:
    """Return the outlet named within a short line, or by an everyday word that is a page's first line."""
    if line.number == 0 and line.folded not in NAVIGATION_WORDS and len(line.words) == 1:
        return named(line.text, register)
    return inside(line.folded, register, strict=True)
