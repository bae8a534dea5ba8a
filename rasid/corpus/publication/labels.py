"""Labels of days that are not the publication's: of an event, of a member, of a vote, of the site's own hour."""

from __future__ import annotations

import re
from typing import Final

# When a forum's member joined, when a site was founded, when a poll closes, when a match is played.
_OTHER_DATE: Final = re.compile(
    r"اخر (?:زياره|تواجد|نشاط|دخول|ظهور)|"
    r"(?:تاريخ|تم|منذ) ?(?:ال)?(?:تسجيل|انضمام|انتساب|ميلاد|ولاده|تاسيس|انتهاء|انشاء|زياره)|(?:join|member|"
    r"regist|birth|founded|expir)\w*|(?:اخر )?موعد (?!(?:ال)?نشر)|[تي](?:نتهي|بدا|قام|نعقد|نطلق|ستمر)\b|"
    r"تاريخ (?:ال)?(?:حدث|فعاليه|مباراه|وفاه|انعقاد|استلام|قبول|صلاحيه|بدايه|نهايه|حفل|عرض|ندوه|موتمر|اغلاق|حادث)\b"
)
# "most visits: 59321 / on: 18/01/2020": a site's counters, whose last line is a day.
_COUNTED: Final = re.compile(r"^(?:اكبر|اكثر|اعلي) .{0,12}(?:زيار|تواجد|زوار|عدد)|المتواجدون")
_JOINED: Final = re.compile(r"تاريخ (?:ال)?(?:تسجيل|انضمام|انتساب)")
_CLOCK_LABEL: Final = re.compile(r"(?:التوقيت|الساعه الان|تاريخ اليوم|اليوم هو|توقيت الموقع)\b")


def dates_something_else(folded: str) -> bool:
    """Tell a line whose label says that its day is another's than the article's (folded)."""
    return bool(_OTHER_DATE.match(folded) or _JOINED.search(folded) or _CLOCK_LABEL.match(folded))


def counts_visits(folded: str) -> bool:
    """Tell a counter of a site's visits, below which the day of the most may stand."""
    return bool(_COUNTED.search(folded))
