"""What a date is about: the end of the combat mission, a stage of the withdrawal, the final exit, or something else.

The nearest telling word before the date decides (in its sentence, back to the date before it), else the words after it.
An exit without a stage named is a stage when the article promises a later one, else the final exit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from rasid.findings.dates.clause import Clause
from rasid.findings.dates.topics import topic_in
from rasid.language.dates.finder import DateExpression
from rasid.language.dates.match import Match
from rasid.language.dates.tense import ends_sentence
from rasid.language.dates.values_relative import Span
from rasid.language.numbers_scan import Words

_AHEAD: Final = 12  # words looked at after a date that nothing before it explains
_BACK: Final = 45
_TOPIC_PLACE: Final = ("عراق", "بغداد", "عين الاسد", "اربيل", "كردستان", "الانبار", "قاعده حرير")
_TOPIC_MISSION: Final = (
    "التحالف الدولي",
    "قوات التحالف",
    "المهمه القتاليه",
    "القوات الامريكيه",
    "القوات الاميركيه",
)
_TOPIC_ELSEWHERE: Final = (
    "سوري", "افغان", "يمن", "ليبي", "صومال", "كوري", "المانيا", "حوثي", "عربي", "اوكران", "نيجر", "يابان", "فيتنام",
    "لبنان", "خليج", "صنعاء", "عدن", "كابول", "دمشق",
)  # fmt: skip
_TOPIC_FORCE: Final = (
    "تحالف", "اميرك", "امريك", "واشنطن", "اجنبي", "الولايات المتحده", "انسحاب القوات", "القوات", "جندي", "جنود",
    "خطه الانسحاب", "مستشار", "المرحله الاولي", "المرحله الثانيه",
)  # fmt: skip


@dataclass(slots=True)
class Sense:
    """What a date's words say: its topic, and whether a stage or completeness is named.

    topic is combat-mission, phase-one, phase-two, final-exit, exit (a withdrawal whose stage the words leave open) or
    other; due tells that it is, or was, a deadline.
    """

    match: Match
    found: DateExpression
    relation: str
    topic: str
    due: bool


_PLACE, _PLACE_BEGUN, _FORCE, _FORCE_BEGUN, _MISSION_BEGUN, _ELSEWHERE = 1, 2, 4, 8, 16, 32
# A text that holds a phrase holds a word with the telling part of it: only then the phrase is sought.
_BEGUN: Final = {
    _PLACE_BEGUN: ("الاسد", "حرير"),
    _FORCE_BEGUN: ("المتحده", "متحده", "الانسحاب", "الاولي", "الثانيه"),
    _MISSION_BEGUN: ("التحالف", "القتاليه", "الامريكيه", "الاميركيه"),
}
_PARTS: Final = {
    _PLACE: tuple(p for p in _TOPIC_PLACE if " " not in p),
    _FORCE: tuple(f for f in _TOPIC_FORCE if " " not in f),
    _ELSEWHERE: _TOPIC_ELSEWHERE,
    **_BEGUN,
}


# Hardly one word in fifty holds any of them: it is asked at once.
_ANY_PART: Final = re.compile("|".join(sorted({p for parts in _PARTS.values() for p in parts})))


def _part_kinds(word: str) -> int:
    """Return which parts of the topic's names and phrases a word holds."""
    if _ANY_PART.search(word) is None:
        return 0
    return sum(kind for kind, parts in _PARTS.items() if any(part in word for part in parts))


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def is_on_topic(w: Words) -> bool:
    """Tell whether a text speaks of Iraq and of the coalition or of American or foreign forces at all.

    A line that names the coalition or the combat mission and no country speaks of Iraq's.
    """
    column = w.types.column("topic of dates", _part_kinds, np.uint8)
    kinds = int(np.bitwise_or.reduce(column.at(w.numbers), initial=0))
    if kinds & _PLACE or (kinds & _PLACE_BEGUN and _holds(w.text, _TOPIC_PLACE)):
        if kinds & _FORCE or (kinds & _FORCE_BEGUN and _holds(w.text, _TOPIC_FORCE)):
            return True
        return bool(kinds & _MISSION_BEGUN and _holds(w.text, _TOPIC_MISSION))
    if kinds & _ELSEWHERE or not kinds & _MISSION_BEGUN:
        return False
    return _holds(w.text, _TOPIC_MISSION)


def topic_of(w: Words, match: Match, previous_end: int) -> str:
    """Return the topic that the words around a date name; `previous_end` is the word after the date before it."""
    start, stop = _sentence_start(w, match.first), _sentence_end(w, match.end)
    opening = max(start, previous_end)
    after = Clause(w, match.end, _clause_end(w, match.end, stop), start, stop)
    if w.words[match.end] == "موعدا":
        return topic_in(after) or "other"
    before = Clause(w, opening, match.first, start, stop)
    topic = topic_in(before)
    if topic is None and opening > start and before.has("deadline", range(opening, match.first)):
        # في غضون عام وفي موعد أقصاه أيلول، قبل الموعد المتفق عليه في أيلول
        topic = topic_in(Clause(w, start, previous_end, start, stop))
    told = {"force", "phase", "mission"} if before.names_a_power() else {"force", "phase"}
    if topic is None and any(before.kinds(k) & told for k in range(start, stop)):
        topic = topic_in(after)
    staged = before.has("phase", range(opening, match.first))  # المرحلة الثانية, whatever follows
    elsewhere = before.elsewhere() and not staged
    if topic and (elsewhere or not (_forces_near(before) or before.names_a_power())):
        return "other"
    if opening > start and topic is None and _same_clause(before, previous_end, match.first):
        # في 2025 و2026: one clause for both
        topic = topic_in(Clause(w, start, previous_end, start, stop))
    return topic or "other"


def _same_clause(clause: Clause, previous_end: int, first: int) -> bool:
    """Tell whether a date goes on the clause of the date before it: في 2025 و2026، بدأت في 2024 وتنتهي في 2025."""
    if first - previous_end <= 1:
        return True
    words = clause.w.words
    if words[previous_end] == "وكذلك" and words[previous_end + 1] == "من":
        return True  # من بغداد في 2025 وكذلك من أربيل في 2026
    goes_on = clause.w.words[previous_end].startswith("و")
    ends = clause.kinds(previous_end) & {"end", "complete"}
    return goes_on and bool(ends) and first - previous_end <= 3


_AROUND: Final = 60


def _forces_near(clause: Clause) -> bool:
    """Tell whether forces, a mission or a base are named around the date, in its sentence or near it."""
    places = range(max(0, clause.end - _AROUND), min(clause.w.count, clause.end + _AROUND))
    return any(clause.kinds(k) & {"force", "site", "combat", "phase"} for k in places)


def _clause_end(w: Words, i: int, end: int) -> int:
    """Return where the clause that begins at word `i` ends: at a comma past its start, a number, a limit."""
    k = i
    while k < end and k - i < _AHEAD:
        if (k > i and w.gaps[k].strip()) or w.words[k][0].isdigit():
            break
        k += 1
    return k


def _sentence_start(w: Words, i: int) -> int:
    k = i
    while k > 0 and i - k < _BACK and not ends_sentence(w.gaps[k]):
        k -= 1
    return k


def _sentence_end(w: Words, i: int) -> int:
    k = i
    while k < w.count and k - i < _BACK and not ends_sentence(w.gaps[k]):
        k += 1
    return k


def settle(senses: list[Sense]) -> None:
    """Turn open exits into stages or the final exit, by what else the article promises.

    Of two promised exits the earlier is a stage, and one that follows the first stage is the last.
    An open exit that never was a deadline is neither.
    """
    ends = [s for s in senses if s.due and s.topic not in ("other", "combat-mission")]
    for sense in senses:
        if sense.topic == "final-exit" and sense.relation == "past" and not sense.due:
            sense.topic = "other"  # the day on which it was agreed, or a departure long ago
        if sense.topic not in ("exit", "phase-one?"):
            continue
        if not sense.due:
            sense.topic = "other"
            continue
        later = any(o is not sense and o.found.date_from > sense.found.date_to for o in ends)
        if isinstance(sense.match.value, Span):
            later = False  # "within two years" is the time the whole takes
        beside = any(
            o.topic in ("phase-one", "phase-one?") and _overlap(o.found, sense.found)
            for o in ends
            if o is not sense
        )  # بحلول 15 أيلول, of a stage that the article says ends in September
        done = any(
            o.topic == "phase-one" and o.found.date_to < sense.found.date_from for o in senses
        )  # what leaves one base after the first stage leaves last
        stage = later or beside or (sense.topic == "phase-one?" and not done)
        sense.topic = "phase-one" if stage else "final-exit"


def _overlap(a: DateExpression, b: DateExpression) -> bool:
    return a.date_from <= b.date_to and b.date_from <= a.date_to


def reference_bounds(reference: date | tuple[date, date] | None) -> tuple[date | None, date | None]:
    """Return first and last day of a reference."""
    return reference if isinstance(reference, tuple) else (reference, reference)
