"""Lines that name an outlet without being its page's: in menus of networks and languages, headlines, pictures."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.cues import PLATFORM
from rasid.corpus.outlets.register import Register
from rasid.corpus.outlets.trace import places

_QUOTING: Final = re.compile(r"[•·*\-\s]*[\"“«][^\"”»]{2,30}[\"”»]\s?:")
_NETWORK: Final = re.compile(rf"\W*{PLATFORM}(?: channel)?\W*|nabd|rss")
_ARABIC: Final = "العربيه"
# The other names in a menu of languages. Folded.
_TONGUE: Final = re.compile(
    r"\W*(?:english|français|francais|türkçe|turkce|kurdi|kurdî|(?:ال)?(?:كوردي|كردي|فارسي|عبري|انجليزي|روسي|تركي)ه?|"
    r"سوراني|باديني|עברית|русский|español|espanol|deutsch)\W*",
    re.I,
)
_HEADLINE: Final = 3
"""Words from which what stands behind a town and a colon is a headline, no name."""


def speaks_of_others(line: Line, layout: Layout, register: Register) -> bool:
    """Tell a line whose names are not the page's: a title or a menu's headline that quotes, a picture's text."""
    head, _, rest = line.text.partition(": ")
    quotes = line.text == layout.title and bool(rest)
    quotes = quotes and not (places([head]) and len(rest.split()) <= _HEADLINE)  # "Baghdad: X"
    if layout.reasons[line.number] == "related" and layout.head <= line.number < layout.end:
        return True  # a headline of another article between the paragraphs
    menu = line.number < layout.title_line and len(line.words) >= 6 and _QUOTING.match(line.text)
    return quotes or bool(menu) or _pictured(line, layout, register)


def is_among_others(line: Line, layout: Layout) -> bool:
    """Tell "Nabd" in a list of networks to follow on, and "Arabic" in a list of languages: no host, no paper."""
    if len(line.words) > 2:
        return False
    around = layout.lines[max(0, line.number - 2) : line.number + 3]
    if _NETWORK.fullmatch(line.folded):
        return sum(bool(_NETWORK.fullmatch(other.folded)) for other in around) > 2
    return line.folded == _ARABIC and any(_TONGUE.fullmatch(other.folded) for other in around)


def _pictured(line: Line, layout: Layout, register: Register) -> bool:
    """Tell a name below the title that stands twice in a row: what a picture shows, as its two texts."""
    if not 0 <= layout.title_line < line.number < layout.end:
        return False
    around = layout.lines[max(0, line.number - 1) : line.number + 2]
    if line.number == layout.head - 1 and len(line.words) > 1:
        outlet = register.by_name(line.text)  # straight above the text stands who wrote it
        told = any(line.folded in other.folded for other in layout.lines[layout.head : layout.end])
        if outlet is not None and not outlet.cited and not told:
            return False
    return sum(other.folded == line.folded for other in around) > 1
