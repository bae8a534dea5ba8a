"""Whether a date is promised, past or context, from its place in time and the tense of its clause."""

from __future__ import annotations

from datetime import date
from typing import Final

from rasid.findings.dates.cues import cues
from rasid.language.dates.finder import DateExpression
from rasid.language.dates.match import Match
from rasid.language.dates.tense import ends_sentence, is_future_word, looks_ahead
from rasid.language.numbers_scan import Words, folded_words

_DUE: Final = folded_words("بحلول وبحلول حتى وحتى قبل موعد حلول لغاية موعدا")
_SINCE: Final = folded_words(
    "منذ ومنذ الموقع الموقعة المبرم المبرمة المنعقد الصادر الصادرة تشكل وقع جرى عقد كان كانت"
)
_REACH: Final = 14


def relation(
    w: Words, match: Match, found: DateExpression, low: date | None, high: date | None
) -> str:
    """Return promised, past or context.

    A date wholly after the article is promised and one wholly before it is past. One that holds the article's own day
    is promised when its clause looks ahead (سـ، المقرر، بحلول), else past when it is a day, else context. Without the
    article's date the clause alone decides.
    """
    if low is None or high is None:
        return _by_clause(w, match)
    if found.date_from > high:
        return "promised"
    if found.date_to < low:
        return "past"
    if is_due(w, match) or (
        (found.date_to > high or found.grain in ("day", "minute")) and _ahead(w, match)
    ):
        return "promised"
    return "past" if found.grain in ("day", "minute") else "context"


def _by_clause(w: Words, match: Match) -> str:
    before = w.word(match.first - 1), w.word(match.first - 2)
    if not _SINCE.isdisjoint(before):
        return "past"
    return "promised" if is_due(w, match) or _ahead(w, match) else "context"


def _ahead(w: Words, match: Match) -> bool:
    """Tell whether the clause looks ahead: before the date, or in the word right after it (الخميس سيصل)."""
    if looks_ahead(w, match.first) or _has_deadline(w, match.first):
        return True
    return is_future_word(w.word(match.end)) and not ends_sentence(w.gap(match.end))


def is_due(w: Words, match: Match) -> bool:
    """Tell whether a word of deadline stands right before the date (بحلول نهاية 2026)."""
    return w.word(match.first - 1) in _DUE and w.near(match.first)


def _has_deadline(w: Words, i: int) -> bool:
    table = cues()
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if ends_sentence(w.gap(k + 1)):
            return False
        if "deadline" in table.get(w.word(k), ()):
            return True
    return False
