"""Whether a date is promised, past or context, from its place in time and the tense of its clause."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rasid.findings.dates.cues import cues, forms_of
from rasid.language.dates.finder import DateExpression
from rasid.language.dates.match import Match
from rasid.language.dates.tense import (
    ends_sentence,
    is_announced,
    is_event_word,
    is_future_word,
    is_imperfect,
    looks_ahead,
)
from rasid.language.dates.values_relative import DayBeside, Span
from rasid.language.numbers_scan import Words, folded_words

_DUE: Final = folded_words("بحلول وبحلول حتى وحتى قبل موعد حلول لغاية موعدا")
_SINCE: Final = folded_words(
    "منذ ومنذ الموقع الموقعة المبرم المبرمة المنعقد الصادر الصادرة تشكل وقع جرى عقد كان كانت"
)
# Known by the year they were made or fought in: لاتفاق عام 2008، غزو 2003.
_BY_YEAR: Final = folded_words(
    "اتفاق اتفاقية الاتفاقية معاهدة قانون دستور غزو حرب الحرب اجتياح احتلال ثورة انتفاضة هزيمة"
)
_TIMES: Final = {"سابق": "past", "لاحق": "promised"}  # في وقت سابق من هذا الشهر
_DAY: Final = timedelta(days=1)
_WIDE: Final = (
    366  # days between the first and the last on which an article may have been published
)
_REACH: Final = 14
_WILL_NOT: Final = frozenset(("لن", "ولن", "فلن"))
_NEAR: Final = 4


def relation(
    w: Words,
    match: Match,
    found: DateExpression,
    bounds: tuple[date | None, date | None],
    topic: str,
) -> str:
    """Return promised, past or context.

    A date wholly after the article is promised and one wholly before it is past. One that holds the article's own day
    is promised when its clause looks ahead (سـ، المقرر، بحلول) or it ends later and the clause names a withdrawal, else
    past when it is a day, else context. What the clause denies is context. Without the article's date the clause alone
    decides.
    """
    low, high = bounds
    if low is None or high is None:
        return _by_clause(w, match, topic)
    if found.date_to < low:
        return "past"
    if found.date_from > high:
        return "context" if _is_denied(w, match.first) else "promised"
    if _will_not_leave(w, match.first):
        return "context"
    if (high - low).days > _WIDE and _ahead(w, match):
        return "promised"  # written nobody knows in which year: the words alone tell
    if isinstance(match.value, (Span, DayBeside)) and match.value.n > 0:
        return "promised"  # خلال 48 ساعة المقبلة، غدا الثلاثاء
    a_day = found.grain in ("day", "minute")
    if w.words[match.first - 1] == "من" and w.words[match.first - 2] in _TIMES:
        return _TIMES[w.words[match.first - 2]]
    if not a_day and is_event_word(w.words[match.first - 1]):
        return "past"  # معظمهم غادر هذا الصيف
    if found.date_to >= high + a_day * _DAY and (topic != "other" or _ahead(w, match)):
        return "promised"
    if is_due(w, match) and (found.date_to > high or looks_ahead(w, match.first)):
        return "promised"
    if a_day and _is_set(w, match.first, today=found.date_from >= low):
        return "promised"
    return "past" if a_day or found.date_to <= high else "context"


def _is_set(w: Words, i: int, *, today: bool) -> bool:
    """Tell whether a day that is not ahead is set for something: سيعلن الرئيس عن سحب مزيد من القوات اليوم."""
    # Hardly any day has a future verb before it: the longer reach, which holds the shorter, is asked first.
    return looks_ahead(w, i) and (looks_ahead(w, i, _NEAR) or (today and is_announced(w, i)))


def _by_clause(w: Words, match: Match, topic: str) -> str:
    before = w.words[match.first - 1], w.words[match.first - 2]
    if not _SINCE.isdisjoint(before) or before[0].lstrip("ولبف") in _BY_YEAR:
        return "past"
    due = topic != "other" or is_due(w, match) or _ahead(w, match)
    return "promised" if due else "context"


def _ahead(w: Words, match: Match) -> bool:
    """Tell whether the clause looks ahead: before the date, or in the word right after it (الخميس سيصل)."""
    if looks_ahead(w, match.first) or _has_deadline(w, match.first) or _is_wished(w, match.first):
        return True
    return is_future_word(w.words[match.end]) and not ends_sentence(w.gaps[match.end])


_DECIDED: Final = folded_words("قرر قررت وقرر وقررت اتفق اتفقت اتفقا وافق وافقت")


_WISHED, _LONG_REACH = 8, 18
_TOLD: Final = frozenset(("قبل", "قبيل", "بعد"))  # قبل أن يرحل هذا الصيف: he left


def _is_wished(w: Words, i: int) -> bool:
    """Tell whether the clause says what is to be: توقعوا أن يصدر أمرا هذا الأسبوع، قررت خفضها خلال شهر أيلول."""
    near = w.words[max(0, i - _LONG_REACH) : i]
    if near[-1:] == ["خلال"] and not _DECIDED.isdisjoint(near):
        return True
    for k in range(i - 2, max(-1, i - 1 - _WISHED), -1):
        if w.words[k] == "ان" and w.words[k + 1].startswith("ي") and is_imperfect(w.words[k + 1]):
            return w.words[k - 1] not in _TOLD and "كان" not in w.words[max(0, k - 4) : k]
        if not w.near(k + 1):
            return False
    return False


def is_due(w: Words, match: Match) -> bool:
    """Tell whether a word of deadline stands right before the date (بحلول نهاية 2026)."""
    return w.words[match.first - 1] in _DUE and w.near(match.first)


_PLANNED: Final = folded_words(
    "المقرر المفترض المنتظر المزمع المتوقع يفترض مقررا مقرر المخطط يقضي تقضي ويقضي يقتضي تقتضي نص نصت ينص تنص"
)


def was_planned(w: Words, match: Match) -> bool:
    """Tell whether the clause says that it was planned (كان من المقرر أن تنسحب في 2021، قال إنها تنتهي في 2021)."""
    near = w.words[max(0, match.first - _REACH) : match.first]
    if _PLANNED.isdisjoint(near):
        return _is_told_ahead(w, match.first)
    if not _WHICH.isdisjoint(w.words[match.first - 4 : match.first]):
        return False  # يقضي بمغادرة التحالف الذي تأسس عام 2014
    return not any(ends_sentence(w.gaps[k]) for k in _since_planned(w, match.first))


_WHICH: Final = frozenset(("الذي", "التي"))
_YET: Final = ("ي", "ت", "سي", "ست")
_ENDING: Final = frozenset(("leave", "end"))


def _is_told_ahead(w: Words, i: int) -> bool:
    """Tell whether right before word `i` a verb that is no perfect says that forces leave or a mission ends."""
    table = cues()
    for k in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        kinds = table.get(w.words[k], _NO_KINDS)
        if kinds & _ENDING and w.words[k].lstrip("وف").startswith(_YET):
            denied = w.words[k - 1] in _WILL_NOT
            return not denied and ("leave" in kinds or _has(w, k, "mission", _REACH))
        if not w.near(k):
            return False
    return False


_NO_KINDS: Final = frozenset[str]()


def _since_planned(w: Words, i: int) -> range:
    first = next(k for k in range(i - 1, -1, -1) if w.words[k] in _PLANNED)
    return range(first + 1, i + 1)


def _is_denied(w: Words, i: int) -> bool:
    """Tell whether a word of denial stands before in the sentence (نفت السفارة …، لن تنسحب هذا العام)."""
    return _has(w, i, "denial", 30) or _will_not_leave(w, i)


def _will_not_leave(w: Words, i: int) -> bool:
    if _WILL_NOT.isdisjoint(w.words[max(0, i - 2 - _REACH) : i]):
        return False
    for k in range(i - 1, max(0, i - 1 - _REACH), -1):
        if w.gaps[k + 1] != " " and ends_sentence(w.gaps[k + 1]):
            return False
        if w.words[k - 1] in _WILL_NOT and "leave" in cues().get(w.words[k], ()):
            return True
    return False


def _has_deadline(w: Words, i: int) -> bool:
    return _has(w, i, "deadline", _REACH)


def _has(w: Words, i: int, kind: str, reach: int) -> bool:
    table = cues()
    if forms_of(kind).isdisjoint(w.words[max(0, i - reach) : i]):
        return False
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if w.gaps[k + 1] != " " and ends_sentence(w.gaps[k + 1]):
            return False
        if kind in table.get(w.words[k], ()):
            return True
    return False
