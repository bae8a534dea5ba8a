"""What the readings of a page share: a piece of evidence, and whether words are places, a person's or a short name."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.corpus.body.bylines import given_names, is_person
from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.outlets.naming import CITIES, is_newslike
from rasid.corpus.outlets.register import Outlet
from rasid.language import fold

DESKS: Final = word_set("متابعات متابعه تقارير وكالات خاص")


class Trace(NamedTuple):
    """One piece of evidence.

    role is source (named as origin), own (speaks of itself), masthead (own, above the title: the site,
    whose text it need not be) or host (carries it).
    """

    outlet: Outlet
    role: str
    weight: int
    evidence: str


def places(pieces: list[str]) -> bool:
    """Tell whether the other pieces of a dateline are places: then an everyday word beside them is a name."""
    return bool(pieces) and all(
        word in CITIES for piece in pieces for word in fold(piece).text.split()
    )


def is_writer(name: str) -> bool:
    """Tell a person's name: a line that is one, or two to four words of which the first is a given name."""
    words = fold(name).text.split()
    if is_newslike(name):
        return False  # though its first word is a given name too
    return is_person(Line(name, 0, len(name), 0, True)) or (
        2 <= len(words) <= 4 and (words[0] in given_names() or words[0] == "علي")
    )


def is_short_name(name: str) -> bool:
    """Tell one to three words that are no person, no place and no section of a page."""
    words = fold(name).text.split()
    known = all(word in NAVIGATION_WORDS | CITIES for word in words)
    return 1 <= len(words) <= 3 and not known and not is_writer(name)
