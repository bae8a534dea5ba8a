"""When a page was collected, as archives stamp it on what they keep."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.page import Page
from rasid.corpus.publication.dating import read_date

CRAWL: Final = re.compile(r"\b(\d{4}-\d\d-\d\d)@(\d\d:\d\d(?::\d\d)?)\s*(?:GMT|UTC)?")


def collected_at(text: str) -> tuple[datetime, str] | None:
    """Return the moment of a crawl stamp (`2025-03-29@01:10:57 GMT`) and its words; never a publication."""
    match = CRAWL.search(text)
    if not match:
        return None
    try:
        return datetime.fromisoformat(f"{match.group(1)}T{match.group(2)}"), match.group()
    except ValueError:
        return None


def stamped(page: Page, layout: Layout | None) -> tuple[datetime, str] | None:
    """Return when the file says it was fetched, else the crawl stamp of the raw page, with its words."""
    if page.collected and (stated := read_date(page.collected)):
        try:
            return datetime.fromisoformat(page.collected.strip().replace("Z", "")), page.collected
        except ValueError:
            return datetime(stated.first.year, stated.first.month, stated.first.day), page.collected
    if layout is None or not page.raw:
        return None
    for line in layout.lines:
        if "@" in line.text and (found := collected_at(line.text)):
            return found
    return None
