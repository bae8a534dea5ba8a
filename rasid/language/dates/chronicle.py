"""Chronicles: a date that heads a line or opens a sentence gives its year to what is told below it without one.

"2011: …", "20 مارس 2003: … / 9 أبريل: …", "وفي عام 2011 غادروا في 18 كانون الأول".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from rasid.language.calendar import make_date
from rasid.language.dates.match import Match
from rasid.language.dates.tense import ends_sentence, looks_ahead
from rasid.language.dates.values import Between, Fixed, Named, Part, Value, Within
from rasid.language.dates.values_relative import Shift
from rasid.language.numbers_scan import Words

_SIGNS: Final = (":", "-", "–", "—")
_BULLETS: Final = " \t\u00a0•·*▪●-–—("
_TITLED: Final = re.compile(r"[^()\n]{2,60}\)\s*[:–—-]")  # 2003 (عملية حرية العراق): بدأ
_IN: Final = frozenset(("في", "وفي", "ففي", "خلال", "وخلال"))
_OLDEST: Final = 1700
_SIGNED, _BARE = 2, 1
_DAY: Final = 2  # digits
_LABEL: Final = 3  # words


class _Heading(NamedTuple):
    """A date that heads a line or opens a sentence: the word after it, its year and its day."""

    end: int
    year: int
    day: date
    line: bool


def heads_line(w: Words, i: int) -> bool:
    """Tell whether the number at word `i` begins a line that it heads: a chronicle's "2011: انسحاب القوات"."""
    return _begins_line(w, i) and _is_signed(w, i + 1)


def in_told_years(w: Words, matches: list[Match]) -> list[Match]:
    """Return the matches, the months and days without a year in that of the heading they stand under.

    A heading's year holds to the end of its line, and for the headings below it that tell none; that of a year that
    opens a sentence (وفي عام 2011 …) to the end of the sentence.
    """
    found: list[Match] = []
    above: _Heading | None = None  # the last heading of a line
    beside: _Heading | None = None  # what gives its year to this line or sentence
    for match in matches:
        rank = _rank(w, match)
        if beside is not None and not _goes_on(w, beside, match.first):
            beside = None
        if told := _told(match.value):
            if rank:
                above = beside = _Heading(match.end, told.year, told, line=True)
            elif match.value.grain == "year" and _opens_day(w, match.end):
                beside = _Heading(match.end, told.year, told, line=True)
            elif match.value.grain == "year" and _opens_sentence(w, match.first):
                beside = _Heading(match.end, told.year, told, line=False)
        elif beside and beside.end == match.first and w.near(match.first):
            match = _dated(match, beside.year, line=True)  # عام 2003 20 مارس: …
            above = beside = _Heading(match.end, beside.year, beside.day, line=True)
        elif rank and above and (heading := _under(match, above, rank)):
            match = _dated(match, heading.year, line=True)
            above = beside = heading
        elif beside and (beside.line or not looks_ahead(w, match.first)):
            match = _dated(match, beside.year, line=beside.line)
        found.append(match)
    return found


def _told(value: Value) -> date | None:
    """Return the first day of a date that tells its year, None for others and for longer times than a year."""
    if not value.explicit or isinstance(value, Named):
        return None
    interval = value.resolve(None, None)
    if interval is None or interval[0].year < _OLDEST or interval[0].year != interval[1].year:
        return None
    return interval[0]


def _rank(w: Words, match: Match) -> int:
    """Return how a date heads its line: 2 with a colon or dash behind it, 1 without, 0 when it does not."""
    first = match.first
    if _begins_line(w, first):
        return _SIGNED if _is_signed(w, match.end) else _BARE
    if w.gaps[first].strip() == ":" and any(
        "\n" in w.gaps[k] for k in range(max(0, first - _LABEL), first)
    ):
        return _BARE  # الغزو: 20 مارس 2003 بدأ التدخل
    colon = w.gaps[match.end].strip() == ":"
    return _SIGNED if colon and ends_sentence(w.gaps[first]) else 0


def _begins_line(w: Words, i: int) -> bool:
    return (i == 0 or "\n" in w.gaps[i]) and not w.gaps[i].rpartition("\n")[2].strip(_BULLETS)


def _is_signed(w: Words, end: int) -> bool:
    gap = w.gaps[end].strip()
    if gap == "(":
        return _TITLED.match(w.text, w.starts[end]) is not None
    return gap.startswith(_SIGNS) and not w.words[end][:1].isdigit()


def _opens_day(w: Words, end: int) -> bool:
    """Tell whether a day of the month follows a year: عام 2003 20 مارس."""
    return w.near(end) and w.words[end].isdigit() and len(w.words[end]) <= _DAY


def _opens_sentence(w: Words, first: int) -> bool:
    opening = first - 1
    if opening < 0 or w.words[opening] not in _IN or not w.near(first):
        return False
    return opening == 0 or ends_sentence(w.gaps[opening])


def _under(match: Match, above: _Heading, rank: int) -> _Heading | None:
    """Return a heading without a year below one that has it; a month earlier than that one's is of the next year."""
    value = match.value
    if not isinstance(value, Named) or value.direction is not None or value.hijri:
        return None
    if rank == _BARE and value.day is None:
        return None
    year = above.year
    day = make_date(year, value.month, value.day or 1)
    if day and day < above.day:
        year, day = year + 1, make_date(year + 1, value.month, value.day or 1)
    return _Heading(match.end, year, day, line=True) if day else None


def _dated(match: Match, year: int, *, line: bool) -> Match:
    """Return a month or day without a year in a year; the running year of a heading's line is the heading's."""
    value, whole = match.value, Fixed(date(year, 1, 1), date(year, 12, 31), "year")
    if isinstance(value, Named) and value.direction is None and not value.hijri:
        return match._replace(value=Within(whole, value.month, value.day))
    if line and isinstance(value, Shift) and value.grain == "year" and value.n == 0:
        return match._replace(value=whole)
    if isinstance(value, Between):
        a = _dated(match._replace(value=value.a), year, line=line).value
        b = _dated(match._replace(value=value.b), year, line=line).value
        return match._replace(value=Between(a, b))
    if isinstance(value, Part) and isinstance(value.whole, Named):
        inner = _dated(match._replace(value=value.whole), year, line=line).value
        return match._replace(value=replace(value, whole=inner))
    return match


def _goes_on(w: Words, heading: _Heading, first: int) -> bool:
    if heading.line:  # a heading may fill its own line, and bullets go on below it
        return not any(
            "\n" in gap and not gap.rpartition("\n")[2].strip()
            for gap in w.gaps[heading.end + 1 : first + 1]
        )
    return not any(map(ends_sentence, w.gaps[heading.end : first + 1]))
