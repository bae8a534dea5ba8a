"""The finder: which rules are tried where, how neighbours join into ranges, and the setting against a reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Final

from rasid.language.dates.centuries import decade_expression
from rasid.language.dates.chronicle import in_told_years
from rasid.language.dates.dashes import scan_of, with_dashes
from rasid.language.dates.eras import early_years
from rasid.language.dates.feasts import FEAST_CUTS, FEAST_STARTS, feast
from rasid.language.dates.joining import joined
from rasid.language.dates.lexicon import LEXICON
from rasid.language.dates.match import Match, stripped
from rasid.language.dates.named import day_month, month_expression
from rasid.language.dates.numeric import (
    days_of_month,
    moved_day_slash_month,
    numeric_date,
    with_clock,
)
from rasid.language.dates.parts import Interval
from rasid.language.dates.prepositions import prepositional
from rasid.language.dates.quarters import fraction_of_year
from rasid.language.dates.relative import part_expression, unit_expression
from rasid.language.dates.starts import (
    AFTER_ORDINAL,
    AFTER_PREPOSITION,
    AFTER_UNIT,
    ALONE,
    is_no_start,
)
from rasid.language.dates.values import Between, Fixed, Named, Value
from rasid.language.dates.values_relative import Anaphor, SameMonth
from rasid.language.dates.weekdays import deictic, weekday_expression
from rasid.language.dates.years import bare_year, season_expression
from rasid.language.document import Document
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

Reference = date | tuple[date, date] | None
Rule = Callable[[Words, int], Match | None]


@dataclass(slots=True, unsafe_hash=True)
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


_RULES: Final[dict[str, Rule]] = {
    "month": month_expression,
    "month2": month_expression,
    "hijri": month_expression,
    "weekday": weekday_expression,
    "deictic": deictic,
    "unit": unit_expression,
    "units2": unit_expression,
    "part": part_expression,
    "season": season_expression,
    "ordinal": day_month,
    "decade": decade_expression,
    "preposition": prepositional,
}
_FRACTIONS: Final = frozenset(
    lead + word
    for lead in ("ال", "وال", "بال", "لل")
    for word in ("نصف", "ربع", "ثلث", "سداسي", "ثلاثي")
)
# Of these kinds hardly one word in ten begins a date: the word after it is looked at before the rule is called.
_AFTER: Final[dict[str, frozenset[str]]] = {
    "preposition": AFTER_PREPOSITION,
    "part": AFTER_PREPOSITION | LEXICON.keys(),
    "ordinal": frozenset(LEXICON) | AFTER_ORDINAL,
    "unit": frozenset(LEXICON) | NUMBER_WORDS.keys() | AFTER_UNIT,
}


def _triggers() -> dict[str, tuple[Rule, frozenset[str] | None]]:
    """Return the rule of each word at which a date may begin, and the words that may stand after it (None: any)."""
    table: dict[str, tuple[Rule, frozenset[str] | None]] = {}
    for word, found in LEXICON.items():
        if found.kind not in _RULES or is_no_start(word, found):
            continue
        free = stripped(word, found.cut) in ALONE
        table[word] = _RULES[found.kind], None if free else _AFTER.get(found.kind)
    table |= dict.fromkeys(_FRACTIONS, (fraction_of_year, None))
    return table | {word: (feast, after) for word, after in FEAST_STARTS.items()}


_TRIGGERS: Final = _triggers()
_STARTS: Final = frozenset(_TRIGGERS)


def parse(w: Words) -> list[Match]:
    """Return the date expressions of a text in order, not overlapping, before any reference date."""
    matches: list[Match] = []
    end = 0
    triggers, words = _TRIGGERS, w.words
    for i in w.places(_STARTS):
        if i < end:
            continue
        following = words[i + 1]
        if words[i] < ":":
            whole = len(words[i]) != 4 and "." not in words[i]  # nor a year, nor 20.03.2026
            if whole and w.gaps[i + 1] == " " and following not in _AFTER_DIGITS:
                continue
            if w.gaps[i].endswith(("%", "٪")):
                continue  # ٪30 هذا الشهر
            match = _digits(w, i, matches[-1] if matches else None)
        else:
            rule, after = triggers[words[i]]
            if after is not None and following not in after and not _may_begin(w, i):
                continue
            match = rule(w, i)
        if match is None or match.first < end:
            continue
        grain = match.value.grain
        if grain == "day":
            if isinstance(match.value, Anaphor) and not _has_its_day(match, matches):
                continue
            match = with_clock(w, match)
        elif grain == "year" and _before_christ(w, match):
            continue
        matches.append(match)
        end = match.end
    return in_told_years(w, joined(w, matches)) if len(matches) > 1 else matches


_BESIDE: Final = 25  # words between a day and اليوم التالي


def _has_its_day(match: Match, matches: list[Match]) -> bool:
    """Tell whether a day stands close before اليوم التالي: one told paragraphs before is not its day."""
    if not matches or matches[-1].value.grain != "day":
        return False
    return match.first - matches[-1].end <= _BESIDE


def _may_begin(w: Words, i: int) -> bool:
    """Tell whether a date may begin at word `i` though the word after it says nothing of one.

    Digits may follow, a dash (الخامس - السابع من أيلول), the second day of a range, or هذا may stand before.
    """
    after = w.words[i + 1]
    return (
        after[:1].isdigit()
        or w.gaps[i + 1] != " "
        or after.startswith("وال")
        or w.words[i - 1].endswith(("هذا", "هذه"))
    )


def _before_christ(w: Words, match: Match) -> bool:
    """Tell whether a year is one before our era (بين عامي 1304 و1237 قبل الميلاد), which no date can hold."""
    return any(
        w.words[k] == "قبل" and w.words[k + 1] == "الميلاد" for k in range(match.end, match.end + 4)
    )


_AFTER_DAYS: Final = folded_words("من منه و إلى وإلى حتى وحتى لغاية ولغاية th st nd rd of ل") | {
    "/"
}


# A day of the month stands before its month, شهر, the direction of the month, or the second day of a range.
_AFTER_DIGITS: Final = _AFTER_DAYS | frozenset(
    word
    for word, found in LEXICON.items()
    if found.kind in ("month", "month2", "hijri", "season", "direction", "this", "weekday")
    or (found.kind == "unit" and found.value == "month")
)


def _digits(w: Words, i: int, previous: Match | None) -> Match | None:
    """Try the rules that begin with digits."""
    gap, following = w.gaps[i + 1], w.words[i + 1]
    if (gap and gap[0] in "/-.\\– ") or "." in w.words[i]:
        match = numeric_date(w, i) or days_of_month(w, i) or moved_day_slash_month(w, i)
        if match:
            return match
    elif following in ("الي", "و", "حتي") and (days := days_of_month(w, i)):
        return days
    if len(w.words[i]) == 4:
        return day_month(w, i) or bare_year(w, i, previous)
    return day_month(w, i) or (early_years(w, i) if len(w.words[i]) == 3 else None)


def parse_text(w: Words) -> tuple[Match, ...]:
    """Return `parse` of a text; kept with its words, since quantities ask for the same."""
    if w.dates is None:
        w.dates = tuple(parse(w))
    return w.dates


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
    folded, text = with_dashes(document), document.text
    w = scan_of(document)
    low, high = reference if isinstance(reference, tuple) else (reference, reference)
    found: list[tuple[Match, DateExpression]] = []
    previous: Interval | None = None
    month: Interval | None = (
        None  # the last one told, that "the same month" of another year repeats
    )
    told: dict[tuple[int, int], Interval] = {}
    for match in parse_text(w):
        value = match.value
        interval = _as_told(value, told) if isinstance(value, Named) else None
        before = month if isinstance(value, SameMonth) else previous
        interval = interval or resolve(value, low, high, before)
        if interval is None:
            continue
        previous, grain = interval, value.grain
        if grain in ("month", "day"):
            month = interval
        if grain == "day" and not isinstance(value, Between):
            told[interval[0].month, interval[0].day] = interval
        start, end = folded.span(*match_span(w, match))
        if end == start + 2 and text.startswith("إب", start):
            continue  # the city of Ibb
        if match.time:
            grain = "minute"
        elif grain == "century":
            grain = "decade"  # the coarsest that tables and pages have a word for
        calendar = value.calendar if isinstance(value, Fixed) else "gregorian"
        expression = DateExpression(
            start, end, text[start:end], interval[0], interval[1], grain, value.explicit,
            match.weekday, match.time, calendar,
        )  # fmt: skip
        found.append((match, expression))
    return found


def _as_told(value: Named, told: dict[tuple[int, int], Interval]) -> Interval | None:
    """Return the day told before that a day without its year repeats (30 حزيران الماضي …, في 30 حزيران)."""
    if value.direction is not None or value.day is None:
        return None
    return None if value.hijri else told.get((value.month, value.day))


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


_SAME: Final = folded_words("بنفس ونفس لنفس بذات وذات لذات")


@lru_cache(maxsize=4_000)
def _proclitics(word: str) -> int:
    """Return the length of the proclitics of the first word of a date; of لل the lam alone."""
    found = LEXICON.get(word)
    cut = found.cut if found else int(word in _FRACTIONS and word[0] != "ا")
    cut = cut or int(word in _SAME)
    cut = cut or (FEAST_CUTS.get(word, 0) if word in FEAST_STARTS else 0)
    return cut - 1 if cut and word[cut - 1 : cut + 1] == "لل" else cut


def match_span(w: Words, match: Match) -> tuple[int, int]:
    """Return the span of a match in the folded text, without proclitics, with the bracket that closes in it."""
    first, text = match.first, w.text
    start, stop = w.starts[first], match.stop or w.end(match.end - 1)
    word = w.words[first]
    if word > ":":
        start += _proclitics(word)
    if w.words[first - 1] == "ال" and not w.gaps[first]:
        start = w.starts[first - 1]  # الـ18 من مارس
    if text.find(")", start, stop + 2) < 0:
        return start, stop
    inside = text[start:stop]
    if ")" in inside and "(" not in inside and text[start - 1] == "(":
        return start - 1, stop  # (19 مارس) الفائت
    closing = 1 + (text[stop : stop + 1] == " ")
    if text[stop : stop + closing].endswith(")") and "(" in inside:
        opened = inside.count("(") > inside.count(")")
        stop += closing * opened
    return start, stop


__all__ = ["DateExpression", "find_date_expressions", "matched_expressions", "parse_text"]
