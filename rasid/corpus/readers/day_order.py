"""Day and month in numbers, in a column of dates: its rows together show which of the two comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from rasid.corpus.page import Page
from rasid.errors import Problem

_NUMBERS: Final = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
_LOOKED_AT: Final = 500


def in_one_order(items: Iterator[Page | str | Problem]) -> Iterator[Page | str | Problem]:
    """Yield the pages of a file; of dates such as 9/5/2024 they bear which way round their column is.

    "9/18/2024" anywhere among the first rows, and "18/9/2024" nowhere, puts the month first in all of them;
    the other way round the day. A column that shows both, or neither, leaves the question open.
    """
    first: list[Page | str | Problem] = []
    fault: Exception | None = None
    try:
        for item in items:
            first.append(item)
            if len(first) == _LOOKED_AT:
                break
    except Exception as error:  # what was read before the fault comes first
        fault = error
    order = _order(first)
    for item in chain(first, items if fault is None else ()):
        if order is not None and isinstance(item, Page):
            item.day_first = order
        yield item
    if fault is not None:
        raise fault


def _order(items: list[Page | str | Problem]) -> bool | None:
    """Return whether the day comes first; None when nothing shows it, or both do."""
    found = [
        match for item in items if isinstance(item, Page) and (match := _NUMBERS.match(item.date))
    ]
    day, month = any(int(m[1]) > 12 for m in found), any(int(m[2]) > 12 for m in found)
    return day if day != month else None
