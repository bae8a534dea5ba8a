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
# "the protests of Wednesday 2 October 2019": a heading that tells what happened that day.
_HAPPENED: Final = re.compile(
    r"(?!(?:ال)?(?:نشر|نشرت|نشره|تم|كتب|كتبت|صدر|صدرت|صادر|صادره|حرر|اضيف|اضيفت|اخبار|صحف|صحيفه|عدد|"
    r"موجز|حصاد|نشرات|تاريخ|بدء|مساء|صباح|ظهر|فجر|عصر)\b)"
    r"[^\W\d_]{3,} يوم (?:ال[^\W\d_]{3,8}،? )?\d"
)
# "most visits: 59321 / on: 18/01/2020": a site's counters, whose last line is a day.
_COUNTED: Final = re.compile(r"^(?:اكبر|اكثر|اعلي) .{0,12}(?:زيار|تواجد|زوار|عدد)|المتواجدون")
_JOINED: Final = re.compile(r"تاريخ (?:ال)?(?:تسجيل|انضمام|انتساب)")
_CLOCK_LABEL: Final = re.compile(r"(?:التوقيت|الساعه الان|تاريخ اليوم|اليوم هو|توقيت الموقع)\b")


def dates_something_else(folded: str) -> bool:
    """Tell a line whose label says that its day is another's than the article's (folded)."""
    other = _OTHER_DATE.match(folded) or _HAPPENED.match(folded) or _JOINED.search(folded)
    return bool(other or _CLOCK_LABEL.match(folded))


def counts_visits(folded: str) -> bool:
    """Tell a counter of a site's visits, below which the day of the most may stand."""
    return bool(_COUNTED.search(folded))
