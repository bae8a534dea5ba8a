"""The finder: which rules are tried where, how neighbours join into ranges, and the setting against a reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from functools import lru_cache
from typing import Final

from rasid.language.dates.lexicon import LEXICON
from rasid.language.dates.match import Match
from rasid.language.dates.named import day_month, month_expression
from rasid.language.dates.numeric import numeric_date, with_clock
from rasid.language.dates.relative import (
    part_expression,
    prepositional,
    unit_expression,
)
from rasid.language.dates.values import Between, Fixed, Interval, Named, Value, Within
from rasid.language.dates.weekdays import deictic, weekday_expression
from rasid.language.dates.years import (
    bare_year,
    decade_expression,
    fraction_of_year,
    season_expression,
)
from rasid.language.document import Document
from rasid.language.numbers_scan import Words, scan

Reference = date | tuple[date, date] | None
Rule = Callable[[Words, int], Match | None]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression of the text: `text[start:end] == surface`, an inclusive interval, and how it was written.

    explicit is True when the interval needs no reference date; weekday (0 = Sunday … 6 = Saturday) is the one written
    beside the date and may disagree with it; calendar is gregorian or hijri, as written.
    """

    start: int
    end: int
    surface: str
    date_from: date
    date_to: date
    grain: str
    explicit: bool
    weekday: int | None = None
    time: time | None = None
    calendar: str = "gregorian"


_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "month": (month_expression,),
    "month2": (month_expression,),
    "hijri": (month_expression,),
    "weekday": (weekday_expression,),
    "deictic": (deictic,),
    "unit": (unit_expression,),
    "units2": (unit_expression,),
    "part": (part_expression,),
    "season": (season_expression,),
    "ordinal": (day_month,),
    "decade": (decade_expression,),
    "preposition": (prepositional,),
}
_FRACTIONS: Final = frozenset(
    lead + word for lead in ("", "و", "ب") for word in ("النصف", "الربع", "السداسي", "الثلاثي")
)
_TRIGGERS: Final = {
    word: _RULES[e.kind] for word, e in LEXICON.items() if e.kind in _RULES
} | dict.fromkeys(_FRACTIONS, (fraction_of_year,))
_STARTS: Final = frozenset(_TRIGGERS)


def parse(w: Words) -> list[Match]:
    """Return the date expressions of a text in order, not overlapping, before any reference date."""
    matches: list[Match] = []
    end = 0
    triggers = _TRIGGERS
    for i in w.places(_STARTS):
        if i < end:
            continue
        rules = triggers.get(w.words[i])
        if rules is None:
            match = _digits(w, i, matches[-1] if matches else None)
        else:
            match = None
            for rule in rules:
                match = rule(w, i)
                if match:
                    break
        if match is None or match.first < end:
            continue
        if match.value.grain == "day":
            match = with_clock(w, match)
        matches.append(match)
        end = match.end
    return _joined(w, matches) if len(matches) > 1 else matches


_AFTER_DAYS: Final = frozenset(
    ("من", "و", "الي", "حتي", "لغايه", "th", "st", "nd", "rd", "of", "ل", "/")
)


def _digits(w: Words, i: int, previous: Match | None) -> Match | None:
    """Try the rules that begin with digits."""
    gap, following = w.gaps[i + 1], w.word(i + 1)
    if (
        gap == " "
        and len(w.words[i]) < 4
        and following not in LEXICON
        and following not in _AFTER_DAYS
    ):
        return None
    if (gap and gap[0] in "/-.\\– ") or "." in w.words[i]:
        match = numeric_date(w, i)
        if match:
            return match
    return day_month(w, i) or (bare_year(w, i, previous) if len(w.words[i]) == 4 else None)


def _joined(w: Words, matches: list[Match]) -> list[Match]:
    """Join neighbours into ranges and a Hijri date with its Gregorian twin."""
    joined = [matches[0]]
    for match in matches[1:]:
        last = joined[-1]
        pair = _twin(w, last, match) or _range(w, last, match)
        if pair:
            joined[-1] = pair
        else:
            joined.append(match)
    return joined


def _twin(w: Words, a: Match, b: Match) -> Match | None:
    """Join the same day in two calendars (5/3/1439هـ الموافق 23/11/2017م); the Gregorian value is kept."""
    if not (isinstance(a.value, Fixed | Named) and isinstance(b.value, Fixed | Named)):
        return None
    if _calendar(a.value) == _calendar(b.value) or a.value.grain != b.value.grain:
        return None
    between = w.words[a.end : b.first]
    gap = w.gap(b.first).strip()
    if (
        between not in ([], ["الموافق"], ["الموافقه"], ["الموافقة"], ["المصادف"], ["يوم"])
        or len(gap) > 2
    ):
        return None
    if not between and gap not in ("-", "–", "/", "(", "،", "=", ""):
        return None
    kept = b if _calendar(b.value) == "gregorian" else a
    return kept._replace(first=a.first, end=b.end, weekday=a.weekday if a.weekday is not None else b.weekday,
                   stop=_closing(w, b), time=b.time or a.time)  # fmt: skip


def _closing(w: Words, b: Match) -> int | None:
    if "(" in w.gap(b.first) and w.gaps[b.end].startswith(")"):
        return w.end(b.end - 1) + 1
    return b.stop


def _calendar(value: Value) -> str:
    if isinstance(value, Fixed):
        return value.calendar
    return "hijri" if isinstance(value, Named) and value.hijri else "gregorian"


def _range(w: Words, a: Match, b: Match) -> Match | None:
    """Join من A إلى B, بين A وB, A - B when nothing else stands between them."""
    if isinstance(a.value, Between) or isinstance(b.value, Between) or a.time or b.time:
        return None
    if a.value.grain != b.value.grain and "month" not in (a.value.grain, b.value.grain):
        return None
    between = w.words[a.end : b.first]
    opening = w.word(a.first - 1)
    if between in (
        ["الي"],
        ["حتي"],
        ["وحتي"],
        ["الي", "يوم"],
        ["وحتي", "يوم"],
        ["لغايه"],
        ["الي", "غايه"],
    ):
        linked = True
    elif opening in ("بين", "وبين", "مابين"):
        linked = between == ["و"] or (not between and w.word(b.first).startswith("و"))
    else:
        linked = not between and w.gap(b.first).strip() in ("-", "–")
    if not linked or not _plain(w.gap(b.first)):
        return None
    first = a.value
    if isinstance(first, Named) and first.direction is None and isinstance(b.value, Fixed):
        first = Within(
            Fixed(b.value.first.replace(month=1, day=1), b.value.last, "year"),
            first.month,
            first.day,
        )
    if isinstance(first, Named) and first.direction is None and isinstance(b.value, Named):
        first = replace(first, direction=b.value.direction)
    return b._replace(first=a.first, value=Between(first, b.value), weekday=a.weekday)


def _plain(gap: str) -> bool:
    return "\n" not in gap and gap.strip() in ("", "-", "–")


@lru_cache(maxsize=8)
def parse_text(folded_text: str) -> tuple[Match, ...]:
    """Return `parse` of a folded text; kept for the last texts, since quantities ask for the same."""
    return tuple(parse(scan(folded_text)))


def find_date_expressions(text: str | Document, reference: Reference) -> list[DateExpression]:
    """Return the date expressions of a text in order.

    Args:
        text: A text or a document.
        reference: The day the text was written, or the interval it was written in. Relative dates then cover what
            they may be on any day of it; with None they are left out.
    """
    return [expression for _, expression in matched_expressions(Document.of(text), reference)]


def matched_expressions(
    document: Document, reference: Reference
) -> list[tuple[Match, DateExpression]]:
    """Return each date expression with its match, for rules that read the words around it."""
    folded = document.folded
    w = scan(folded.text)
    low, high = reference if isinstance(reference, tuple) else (reference, reference)
    found: list[tuple[Match, DateExpression]] = []
    previous: Interval | None = None
    for match in parse_text(folded.text):
        value = match.value
        interval = resolve(value, low, high, previous)
        if interval is None:
            continue
        previous = interval
        start, end = folded.span(*match_span(w, match))
        grain = "minute" if match.time else value.grain
        calendar = value.calendar if isinstance(value, Fixed) else "gregorian"
        expression = DateExpression(
            start,
            end,
            document.text[start:end],
            *interval,
            grain,
            value.explicit,
            match.weekday,
            match.time,
            calendar,
        )
        found.append((match, expression))
    return found


def resolve(
    value: Value, low: date | None, high: date | None, previous: Interval | None
) -> Interval | None:
    """Return the interval of a value on any day from `low` to `high`."""
    try:
        first = value.resolve(low, previous)
        if first is None or low == high or value.explicit:
            return first
        last = value.resolve(high, previous)
    except (ValueError, OverflowError):
        return None
    return (min(first[0], last[0]), max(first[1], last[1])) if last else first


def match_span(w: Words, match: Match) -> tuple[int, int]:
    """Return the span of a match in the folded text, without the proclitics of its first word."""
    found = LEXICON.get(w.words[match.first])
    cut = found.cut if found else 0
    if cut and w.words[match.first][cut - 1 : cut + 1] == "لل":
        cut -= 1
    return w.starts[match.first] + cut, match.stop or w.end(match.end - 1)


__all__ = ["DateExpression", "find_date_expressions", "matched_expressions", "parse_text"]
