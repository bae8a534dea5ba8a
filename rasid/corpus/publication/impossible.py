"""Dates that no page can have: refused with their words, not passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.page import Page
from rasid.corpus.publication.dating import read_date
from rasid.corpus.publication.stated import is_labelled, searched

_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SOME_YEAR: Final = "2000"  # one that has a 29 February
_LINE: Final = 120


def refused_dates(page: Page, layout: Layout | None) -> Iterator[str]:
    """Yield what a page that nothing dates gives as its date: a field that cannot be read, a line with such a year."""
    for stated in (page.date, page.refused):
        if any(map(str.isdigit, stated)) and read_date(stated) is None:
            yield stated.strip()
    if layout is None or not page.raw:
        return
    for line in searched(layout):
        text = line.text
        if (is_labelled(line) or is_dateline_date(line)) and is_impossible(text):
            yield text


def is_impossible(text: str) -> bool:
    """Tell a line that would state a day were it not for its year: 31/12/9999, 12 كانون الأول 9999."""
    if len(text) > _LINE or read_date(text) is not None:
        return False
    for year in _YEAR.finditer(text):
        tried = read_date(text[: year.start()] + _SOME_YEAR + text[year.end() :])
        if tried is not None and tried.is_day:
            return True
    return False
