"""When a page was collected, as archives stamp it on what they keep."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

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
