"""What a date is about: the end of the combat mission, a stage of the withdrawal, the final exit, or something else.

The nearest telling word before the date decides (in its sentence, back to the date before it), else the words after it.
An exit without a stage named is a stage when the article promises a later one, else the final exit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rasid.findings.dates.cues import cues
from rasid.language.dates.finder import DateExpression
from rasid.language.dates.match import Match
from rasid.language.dates.tense import ends_sentence
from rasid.language.dates.values_relative import Span
from rasid.language.numbers_scan import Words, folded_words

_UNTIL: Final = folded_words("حتى وحتى إلى لغاية نحو غاية")
_LISTING: Final = ("ال", "وال", "فال", "واول", "وثان", "ثاني")
_AHEAD: Final = 10  # words looked at after a date that nothing before it explains
_BACK: Final = 45
_NONE: Final[frozenset[str]] = frozenset()
_PLACES_ELSEWHERE: Final = folded_words(
    "سوريا سورية أفغانستان غزة لبنان اليمن ليبيا أوكرانيا الصومال النيجر السودان القطاع الجولان"
)
# An exit from one of these is not the forces' (الانسحاب من الاتفاق النووي، من سوريا).
_ELSEWHERE: Final = _PLACES_ELSEWHERE | folded_words(
    "الاتفاق الاتفاقية المعاهدة البطولة المباراة السباق الدوري الانتخابات الحكومة الاتحاد الاتفاقات الجلسة اليونسكو"
)
_TWO_STAGES: Final = folded_words("مرحلتين بمرحلتين المرحلتين مرحلتان ومرحلتين لمرحلتين")
_TOPIC_PLACE: Final = ("عراق", "بغداد", "عين الاسد", "اربيل", "كردستان", "الانبار")
_TOPIC_FORCE: Final = ("تحالف", "اميرك", "امريك", "واشنطن", "الاجنبيه", "الولايات المتحده")


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


def is_on_topic(folded_text: str) -> bool:
    """Tell whether a text speaks of Iraq and of the coalition or of American or foreign forces at all."""
    return any(p in folded_text for p in _TOPIC_PLACE) and any(
        f in folded_text for f in _TOPIC_FORCE
    )


def topic_of(w: Words, match: Match, previous_end: int) -> str:
    """Return the topic that the words around a date name; `previous_end` is the word after the date before it."""
    start = _sentence_start(w, match.first)
    end = _sentence_end(w, match.end)
    opening = max(start, previous_end)
    ahead = match.end, _clause_end(w, match.end, end)
    if w.word(match.end) == "موعدا":
        return _read(w, *ahead, start, end) or "other"
    topic = _read(w, opening, match.first, start, end)
    if topic is None and any(_kinds(w, k) & {"force", "phase"} for k in range(start, end)):
        topic = _read(w, *ahead, start, end)
    if topic is None and opening > start and match.first - previous_end <= 1:
        topic = _read(w, start, previous_end, start, end)  # في 2025 و2026: one clause for both
    return topic or "other"


def _clause_end(w: Words, i: int, end: int) -> int:
    """Return where the clause that begins at word `i` ends: at a comma past its start, a number, a limit."""
    k = i
    while k < end and k - i < _AHEAD:
        if (k > i and w.gaps[k].strip()) or w.words[k][0].isdigit():
            break
        k += 1
    return k


def _kinds(w: Words, k: int) -> frozenset[str]:
    return cues().get(w.words[k], _NONE)


def _sentence_start(w: Words, i: int) -> int:
    k = i
    while k > 0 and i - k < _BACK and not ends_sentence(w.gaps[k]):
        k -= 1
    return k


def _sentence_end(w: Words, i: int) -> int:
    k = i
    while k < len(w.words) and k - i < _BACK and not ends_sentence(w.gaps[k]):
        k += 1
    return k


def _read(w: Words, first: int, end: int, start: int, stop: int) -> str | None:
    """Return the topic of the telling word nearest to the end of words `first`–`end`, or None when there is none."""
    for k in range(end - 1, first - 1, -1):
        kinds = _kinds(w, k)
        if not kinds:
            continue
        stage = _stage(w, k, kinds, first, end, start, stop)
        if stage:
            return stage
        if "event" in kinds and "exit" not in kinds:
            return "other"
        if "exit" in kinds:
            return _exit(w, k, first, end)
        if "stay" in kinds and w.words[end - 1] in _UNTIL:
            return "other" if _PLACES_ELSEWHERE & set(w.words[first:end]) else "exit"
        if "complete" in kinds and "end" not in kinds:
            of = next((j for j in range(k - 1, start - 1, -1) if "exit" in _kinds(w, j)), None)
            if of is not None:
                return _exit(w, of, start, end)
        if "combat" in kinds and any(
            "mission" in _kinds(w, j) for j in range(max(first, k - 2), k)
        ):
            return "combat-mission"
        if "end" in kinds and (topic := _ended(w, k, stop, first, end)):
            return topic
    return None


def _stage(
    w: Words, k: int, kinds: frozenset[str], first: int, end: int, start: int, stop: int
) -> str | None:
    """Read a named stage: المرحلة الأولى, الثانية of two, الأخيرة, البقية."""
    if "rest" in kinds or (
        "others" in kinds and any("exit" in _kinds(w, j) for j in range(max(first, k - 2), k))
    ):
        return "final-exit"
    ordinal = next((o for o in ("first", "second", "last") if o in kinds), None)
    if ordinal is None:
        return None
    named = any("phase" in _kinds(w, j) for j in range(max(start, k - 2), k))
    listed = any("phase" in _kinds(w, j) for j in range(start, k)) and w.words[k].startswith(
        _LISTING
    )
    if not (named or listed):
        return None
    if ordinal == "first":
        return "phase-one"
    if ordinal == "last":
        return "final-exit"
    two = any(
        w.words[j].lstrip("وبلف").startswith("مرحلت") and w.words[j].endswith(("ين", "ان"))
        for j in range(start, stop)
    )
    done = any("complete" in _kinds(w, j) for j in range(first, min(end + 4, stop)))
    begun = any("start" in _kinds(w, j) for j in range(k, min(k + 3, end)))
    return "final-exit" if (two or done) and not begun else "phase-two"


def _exit(w: Words, k: int, first: int, end: int) -> str:
    """Read a withdrawal at word `k`: whole, begun, from one place only, or of a stage left open."""
    near = range(max(first, k - 4), min(len(w.words), k + 8))
    for j in range(k + 1, min(k + 9, len(w.words) - 1)):
        if w.words[j] == "من" and w.words[j + 1] in _ELSEWHERE:
            return "other"
    if any("whole" in _kinds(w, j) for j in near):
        return "final-exit"
    if any("start" in _kinds(w, j) for j in range(max(first, k - 3), k)):
        return "phase-one"
    if any("site" in _kinds(w, j) for j in range(k, min(max(k + 1, end) + 9, _sentence_end(w, k)))):
        return "phase-one?"
    return "exit"


def _ended(w: Words, k: int, stop: int, first: int, end: int) -> str | None:
    """Read an end at word `k`: of the combat role, or of the mission."""
    after, before = range(k + 1, min(k + 5, stop)), range(max(first, k - 14), k)
    if not any("mission" in _kinds(w, j) for j in (*after, *before)):
        return None
    if any("combat" in _kinds(w, j) for j in range(k + 1, min(k + 6, stop))):
        return "combat-mission"
    return _exit(w, k, first, end)


def settle(senses: list[Sense]) -> None:
    """Turn open exits into stages or the final exit, by what else the article promises.

    Of two promised exits the earlier is a stage. An open exit that never was a deadline is neither.
    """
    ends = [s for s in senses if s.due and s.topic not in ("other", "combat-mission")]
    for sense in senses:
        if sense.topic not in ("exit", "phase-one?"):
            continue
        if not sense.due:
            sense.topic = "other"
            continue
        later = any(o is not sense and o.found.date_from > sense.found.date_to for o in ends)
        if isinstance(sense.match.value, Span):
            later = False  # "within two years" is the time the whole takes
        stage = later or sense.topic == "phase-one?"
        sense.topic = "phase-one" if stage else "final-exit"


def reference_bounds(reference: date | tuple[date, date] | None) -> tuple[date | None, date | None]:
    """Return first and last day of a reference."""
    return reference if isinstance(reference, tuple) else (reference, reference)
