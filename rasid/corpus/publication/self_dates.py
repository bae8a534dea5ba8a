"""What a text says of its own day: the weekdays and dates that its opening calls today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rasid.corpus.publication.dating import Stated, weekday
from rasid.language import fold
from rasid.language.calendar import ARABIC_WEEKDAYS, BARE_WEEKDAYS
from rasid.language.dates import DateExpression, find_date_expressions, month_number

_NOT_LAST: Final = (
    r"(?! (?:الماضيه?|المنصرمه?|الفايته?|السابقه?|المقبله?|القادمه?|الاسبق|من الاسبوع)\b)"
)
_TODAY: Final = re.compile(
    r"(?:^|[^\w])(?:و?(?:ال)?(?:يوم|ليله)|(?:ظهر|صباح|مساء|فجر|عصر|ليل|ليله|صبيحه|مساءي?|"
    r"عشيه) ?(?:ال)?يوم|ظهر|صباح|مساء|فجر|عصر|ليل|صبيحه|اول (?:من )?امس|امس)"
    rf"\s*[(،,]?\s*(?:يوم )?\(?(ال(?:{BARE_WEEKDAYS}))\b"
    rf"{_NOT_LAST}"
)
_AHEAD: Final = re.compile(rf"(?:^|\W)(ال(?:{BARE_WEEKDAYS})) (?:القادم|المقبل)(?!\w)")
_NO_PAPER: Final = "(?<!صحيفه)(?<!جريده)"  # a paper may be called "Today"
_THIS_DAY: Final = re.compile(rf"{_NO_PAPER}(?:^|\W)اليوم\s*[(،,]?\s*(ال(?:{BARE_WEEKDAYS}))\b")
_BARE_DAY: Final = re.compile(rf"[،,(]\s*(?:يوم )?(ال(?:{BARE_WEEKDAYS}))\s*[،,)]")
# "on 26 July of this month": a page's clock of another month is no publication.
_THIS_MONTH: Final = re.compile(
    r"(?<!\w)([^\W\d_]{3,7}(?: (?:الاول|الثاني))?)(?: ?/ ?[^\W\d_]{3,7}(?: (?:الاول|الثاني))?)? (?:الجاري|الحالي)\b"
)
_DATED_TODAY: Final = re.compile(
    rf"{_NO_PAPER}(?:^|\W)(?:ال)يوم\s*[(،,]?\s*(?:\w+\s*[(،,]?\s*)?(?:(?:الموافق|المصادف)\s*)?\(?\d"
)
# "… received a copy of it on Wednesday (21 September 2022)": the day its own outlet wrote.
_RECEIVED: Final = re.compile(r"نسخه منه(?:ا|م|ما)?\s?[،,]?\s?(?:يوم |مساء |صباح |اليوم )?$")
# "… in a message followed by the outlet, (18 January 2026), that": the same, of what it found itself.
_FOLLOWED: Final = re.compile(
    r"(?<!\w)(?:و?تابعت?ها?|اطلعت? عليها?) [^.:؛\d\n]{2,36}[،,]?\s?"
    rf"(?:(?:يوم |مساء |صباح |اليوم )?ال(?:{BARE_WEEKDAYS})\s?)?\($"
)
# "announced yesterday, Friday (21 October 2011), that": printed the day after.
_YESTERDAY: Final = re.compile(
    r"(?:^|\W)(اول (?:من )?)?امس\s?[،,(]?\s?ال(?!اول)[^\W\d_]{3,8}\s?[،,(]*\s?(?:(?:ال)?(?:موافق|مصادف)\s)?\d"
)
_DATED_HINTS: Final = re.compile("يوم|نسخه من|امس|تابعت?ه|عليه")
_OPENING: Final = 350  # characters in which an agency's report names its day
_SECOND: Final = 700  # the opening and the paragraph behind it, which may repeat the day as "today"
_LOOKED_AT: Final = 2500
_NEAR: Final = 60
"""Characters before a date that may say that it is the text's own."""
_QUOTATION: Final = 400
"""Characters that a quotation may run on before a date in it."""
_WEEK: Final = 7
_HIJRI: Final = 2  # days by which a Hijri month begins sooner or later


@dataclass(frozen=True, slots=True)
class SelfDates:
    """What the text says of its own day: weekdays it calls today, and dates it calls today."""

    weekdays: frozenset[int]
    days: tuple[tuple[date, str], ...]
    bare: frozenset[int] = frozenset()  # named without "today": "a source said, Sunday, that …"
    today: frozenset[int] = frozenset()  # called "today" in so many words, in the opening
    months: frozenset[int] = frozenset()  # called the current one
    ahead: frozenset[int] = frozenset()  # called next in the opening
    doubted: tuple[
        tuple[date, date, str], ...
    ] = ()  # "today, Saturday 18 January", a Sunday: one of two

    def stated(self) -> list[Stated]:
        """Return the dates the text calls its own as stated ones, those in doubt last and as intervals."""
        sure = [Stated(day, day, "day", surface) for day, surface in self.days]
        return sure + [Stated(a, b, "interval", text, doubt=text) for a, b, text in self.doubted]

    def of_another_month(self, day: date) -> bool:
        """Tell whether the text calls another month the current one; the first two days after it may be its own."""
        close = {day.month, (day - timedelta(2)).month}
        return bool(self.months) and self.months.isdisjoint(close)

    def denies(self, day: date) -> bool:
        """Tell whether the text says outright that it was written on another weekday, two days off or more.

        By the clock of a far server the day before is still the day.
        """
        return bool(self.today) and not any((weekday(day) - n + 1) % 7 <= 2 for n in self.today)

    def names(self, day: date) -> bool:
        """Tell whether the text calls this very day, or its weekday, today: what a page's clock needs."""
        return weekday(day) in self.weekdays or any(day == own for own, _ in self.days)

    def agrees(self, day: date) -> bool | None:
        """Tell whether a publication day fits; None when the text says nothing.

        A report that calls Thursday "today" is published on Thursday or, after midnight, on Friday.
        """
        if any(0 <= (day - own).days <= 1 for own, _ in self.days):
            return True
        if self.weekdays:
            return any((weekday(day) - named) % 7 <= 1 for named in self.weekdays)
        return False if self.days else None


def self_dates(body: str) -> SelfDates:
    """Return what the opening of a text says of its own day (quotations far down are not looked at)."""
    head = body[:_LOOKED_AT]
    folded = fold(head).text
    named: set[int] = set()
    for match in _TODAY.finditer(folded):
        shift = ("امس" in match.group()) + ("اول" in match.group())
        named.add((ARABIC_WEEKDAYS[match.group(1)] + shift) % 7)
    bare = frozenset(
        ARABIC_WEEKDAYS[match.group(1)] for match in _BARE_DAY.finditer(folded[:_OPENING])
    )
    today = frozenset(
        ARABIC_WEEKDAYS[match.group(1)] for match in _THIS_DAY.finditer(folded[:_OPENING])
    )
    called = today | {ARABIC_WEEKDAYS[m[1]] for m in _THIS_DAY.finditer(folded[:_SECOND])}
    days, doubted = _dated(head, called) if _DATED_HINTS.search(folded) else ([], [])
    current = ("الجاري" in folded or "الحالي" in folded) and _THIS_MONTH.finditer(folded)
    months = frozenset(n for m in current or () if (n := month_number(m.group(1))))
    ahead = frozenset(ARABIC_WEEKDAYS[m.group(1)] for m in _AHEAD.finditer(folded[:_OPENING]))
    return SelfDates(frozenset(named), tuple(days), bare, today, months, ahead, tuple(doubted))


def _dated(
    head: str, called: frozenset[int]
) -> tuple[list[tuple[date, str]], list[tuple[date, date, str]]]:
    """Return the dates that a text calls today, or on which its outlet received what it tells of, and doubted ones.

    Where no date is called so, the latest day of the opening is, when its weekday is called today beside it:
    "on Friday 3 January 2020 … at dawn today, Friday".
    A weekday that is not the date's shows that one of them is a slip: such a date is not believed. Where the weekday is
    that of the day before or after, it was one of the two.
    """
    days: list[tuple[date, str]] = []
    doubted: list[tuple[date, date, str]] = []
    told: list[DateExpression] = []
    for found in find_date_expressions(head, None):
        if found.grain not in ("day", "minute"):
            continue
        own = _own_day(head, found)
        if own is not None and slips(found):
            beside = [
                own + timedelta(n) for n in (-1, 1) if weekday(own + timedelta(n)) == found.weekday
            ]
            doubted += [(min(day, own), max(day, own), found.surface) for day in beside]
        elif slips(found):
            continue
        elif own is not None:
            days.append((own, found.surface))
        elif found.explicit and found.date_from == found.date_to:
            told.append(found)
    latest = max(told, key=lambda e: e.date_from, default=None)
    if days or latest is None or latest.start > _OPENING or latest.weekday not in called:
        return days, doubted
    if _is_quoted(head, latest.start):
        return [], doubted
    return [(latest.date_from, latest.surface)], doubted


def _own_day(head: str, found: DateExpression) -> date | None:
    """Return the day that a date calls today, yesterday, or the day its outlet wrote; None when it does not."""
    near = fold(head[max(0, found.start - _NEAR) : found.start]).text
    before = near + fold(found.surface).text
    ago = _YESTERDAY.search(before) if found.start < _OPENING else None
    ago = ago if ago and ago.end() > len(near) else None  # its number is the date's
    today = any(m.end() > len(near) for m in _DATED_TODAY.finditer(before))
    own = ago or today or _RECEIVED.search(near) or _FOLLOWED.search(near)
    if not own or _is_quoted(head, found.start):
        return None
    return found.date_from + timedelta(2 if ago and ago[1] else 1 if ago else 0)


def slips(found: DateExpression) -> bool:
    """Tell a day whose weekday is another's; a Hijri day may lie one beside the reckoned one, or two."""
    if found.weekday is None or found.date_from != found.date_to:
        return False
    off = (weekday(found.date_from) - found.weekday) % _WEEK
    return _HIJRI < off < _WEEK - _HIJRI if found.calendar == "hijri" else off != 0


def _is_quoted(text: str, at: int) -> bool:
    """Tell a place within quotation marks: whose words stand there called another day today."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    # Marks that show their side hold over the paragraphs of a quotation.
    near = text[max(0, at - _QUOTATION) : at]
    return line.count('"') % 2 == 1 or any(
        near.rfind(opening) > near.rfind(closing) for opening, closing in ("“”", "«»")
    )
