"""How long ago a page says it was published: a day only beside the moment at which the page was collected."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.publication.dating import Stated

_UNITS: Final = {
    "ثانيه": timedelta(seconds=1), "ثوان": timedelta(seconds=1), "ثواني": timedelta(seconds=1),
    "دقيقه": timedelta(minutes=1), "دقايق": timedelta(minutes=1), "دقيقتين": timedelta(minutes=2),
    "ساعه": timedelta(hours=1), "ساعات": timedelta(hours=1), "ساعتين": timedelta(hours=2),
    "يوم": timedelta(1), "ايام": timedelta(1), "يوما": timedelta(1), "يومين": timedelta(2),
    "اسبوع": timedelta(7), "اسابيع": timedelta(7), "اسبوعا": timedelta(7), "اسبوعين": timedelta(14),
    "شهر": timedelta(30), "اشهر": timedelta(30), "شهور": timedelta(30), "شهرا": timedelta(30),
    "شهرين": timedelta(60), "سنه": timedelta(365), "سنوات": timedelta(365), "سنتين": timedelta(730),
    "عام": timedelta(365), "عاما": timedelta(365), "اعوام": timedelta(365), "عامين": timedelta(730),
    "second": timedelta(seconds=1), "minute": timedelta(minutes=1), "min": timedelta(minutes=1),
    "hour": timedelta(hours=1), "day": timedelta(1), "week": timedelta(7), "month": timedelta(30),
    "year": timedelta(365),
}  # fmt: skip
_DUALS: Final = ("دقيقتين", "ساعتين", "يومين", "اسبوعين", "شهرين", "سنتين", "عامين")
_NAMES: Final = "|".join(sorted((u for u in _UNITS if not u.isascii()), key=len, reverse=True))
_AFTER: Final = r"(?=$|[\s|•·\-–])"
_ARABIC: Final = re.compile(
    rf"(?:^|[\s|•·:\-–])(?:منذ|قبل) (?:حوالي |نحو )?(?:(?P<count>\d{{1,3}}) )?(?P<unit>{_NAMES})(?: واحده?)?{_AFTER}"
)
_ENGLISH: Final = re.compile(
    r"(?:^|[\s|•·:\-–])(?P<count>\d{1,3}|an?) (?P<unit>second|minute|min|hour|day|week|month|year)s? ago"
    rf"{_AFTER}"
)
_UPDATED: Final = re.compile(r"تحديث|تعديل|updated|modified")
_WORDS: Final = 8  # of a line of particulars
_EAST: Final = timedelta(hours=4)
"""How far the clocks of Arab newsrooms go before the collection's, which are those of Greenwich."""
_MONTH: Final = timedelta(30)


def states_age(layout: Layout) -> bool:
    """Tell whether a page's head says how long ago the article, or its update, was published."""
    return any(_age(line) for line in _head(layout))


def published_ago(layout: Layout, collected: datetime) -> Stated | None:
    """Return the days that a page's age leaves when it was collected at a known moment.

    Sites count whole units: what is two days old was published between two and three days before. An hour's age
    crosses midnight with the clocks of the newsroom: where it may, both days stay.
    """
    for line in _head(layout):
        match = _age(line)
        if match is None or _UPDATED.search(line.folded):
            continue
        count, unit = match.group("count"), match.group("unit")
        many = 1 if count is None or not count.isdigit() else int(count)
        one = _UNITS[unit] / 2 if unit in _DUALS else _UNITS[unit]
        least = _UNITS[unit] * many
        most = least + one + (timedelta(10) * many if one >= _MONTH else timedelta())
        end = collected + timedelta(1) if collected.time() == time() else collected
        first, last = (collected - most).date(), (end - least).date()
        if one < timedelta(1):
            last = (end - least + _EAST).date()
        last = max(first, min(last, (end + _EAST).date()))
        return Stated(first, last, "day", line.text)
    return None


def _age(line: Line) -> re.Match[str] | None:
    if len(line.words) > _WORDS or line.is_prose:
        return None
    return _ARABIC.search(line.folded) or _ENGLISH.search(line.folded)


def _head(layout: Layout) -> list[Line]:
    """Return the lines between a page's title, or its top, and its text."""
    start = layout.title_line + 1
    above = layout.lines[max(0, start - 2) : max(0, start - 1)]  # straight over the title
    return [*layout.lines[start : max(layout.head, start)], *above]
