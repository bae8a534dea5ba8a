"""Whether those at a base stay there or leave: القوات في قاعدة كذا تستعد للانسحاب، 180 عنصرا في قاعدة كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.prepositions import TO, TOWARD
from rasid.findings.mentions.roles_after import ASIDE, NEAR, stay_there
from rasid.findings.mentions.roles_before import BEFORE, OBJECT
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

NO_CUE: Final = frozenset({"نقلا", "ونقلا", "ضمن"})
"""نقلاً عن: words are carried, not forces; ضمن is a preposition."""
_GOES: Final = 14  # words behind a base up to where those at it go
_AGAINST: Final = frozenset({"علي", "ضد"})
_ASSAULTS: Final = frozenset({"attack", "assault"})
_MOVING: Final = ("تحريك", "نقل", "تنقل", "ينقل")
_THERE: Final = frozenset({"هناك", "فهناك", "وهناك"})
_WHO: Final = frozenset({"التي", "الذين", "الذي", "ممن", "كانوا"})
_APART: Final = frozenset({"بعد", "قبل", "رغم", "عقب", "منذ"})
_BEGINNING: Final = ("بدا", "باشر", "تباشر", "شرع", "تشرع", "تستعد", "تبدا", "استعد")
_JUST: Final = 7  # words between the verb of beginning and what begins


def told_of_stay(reading: Reading, at: int, first: int, kind: str) -> str | None:
    """Return the role that forces give who stand at a base without a verb before it.

    Args:
        reading: The text.
        at: Where the noun phrase of the name begins.
        first: The first word of the name.
        kind: The class of the preposition before the noun phrase.
    """
    begin, end = reading.sentence(first)
    if kind == "in" and _stand_there(reading, at, begin):
        gone = _leave_later(reading, first, end) or moved_on(reading, at, first, end)
        return "departure" if gone else "remains"
    if kind == "in" and reading.words[at - 1 : at] == ["كانوا"]:
        return "departure" if moved_on(reading, at, first, end) else None
    if kind == "in" and _are_there(reading, at, begin):
        return "remains"
    return "remains" if kind != "from" and stay_there(reading, first, end) else None


def _stand_there(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether forces stand right before the place, without a verb: لدى البلاد 180 عنصرا في قاعدة كذا."""
    i = at - 1
    while i > begin and reading.words[i] in name_words()["described"]:
        if "troops" in reading.flags(i) and reading.words[i - 1].isdecimal():
            break  # كان لدينا 45 عسكري في كذا
        i -= 1
    if i < begin or "troops" not in reading.flags(i):
        return False
    return not any("harm" in reading.flags(k) for k in range(begin, at))


def _are_there(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether هناك stands shortly before في, in a sentence about forces: هناك جزء من القوات في قاعدة كذا."""
    near = not _THERE.isdisjoint(reading.words[max(begin, at - OBJECT) : at])
    return near and any("troops" in reading.flags(k) for k in range(begin, at))


def _leave_later(reading: Reading, first: int, end: int) -> bool:
    """Tell whether those who stand at a base are leaving it: القوات في قاعدة كذا تستعد للانسحاب."""
    return any("depart" in reading.flags(k) for k in range(first + 1, min(end, first + ASIDE)))


def moved_on(reading: Reading, at: int, first: int, end: int) -> bool:
    """Tell whether those told of up to word `at` are moved elsewhere: تحريك قواتها في قاعدة كذا باتجاه كذا."""
    before = reading.words[max(reading.sentence(first)[0], at - OBJECT - 1) : at]
    moved = any(w.lstrip("وفسبل").startswith(_MOVING) for w in before if w not in NO_CUE)
    after = reading.words[first + 1 : min(end, first + _GOES)]
    return moved and not (TO | TOWARD).isdisjoint(after)


def ended(reading: Reading, i: int, first: int) -> bool:
    """Tell whether the presence at word `i` is being ended: إنهاء مهام تواجد البعثة، وجودها سينتهي."""
    clause = not _WHO.isdisjoint(reading.words[max(0, i - 3) : i])  # بمغادرة من كانوا متبقين في كذا
    if any("depart" in reading.flags(k) for k in range(max(0, i - (6 if clause else 3)), i)):
        return True
    end = reading.sentence(first)[1]
    for k in range(first + 1, min(end, first + NEAR)):
        if reading.gaps[k - 1] != " " or reading.words[k] in _APART or "remain" in reading.flags(k):
            break
        if "depart" in reading.flags(k):
            return True
    return _begin_to_leave(reading, first, end)


def _begin_to_leave(reading: Reading, first: int, end: int) -> bool:
    """Tell whether those at a base begin to leave it: القوات المتمركزة في كذا، القريبة من الحدود، باشرت بالانسحاب."""
    for k in range(first + 1, min(end, first + BEFORE)):
        if "head" in reading.flags(k):
            return False
        if reading.flags(k).get("depart", "").lstrip("وف")[:1] in {"ب", "ل"}:
            words = (word.lstrip("وفسي") for word in reading.words[max(0, k - _JUST) : k])
            if any(word.startswith(_BEGINNING) for word in words):
                return True
            told = reading.words[max(0, first - NEAR) : first]
            return any(word.startswith("بدء") for word in told)
    return False


def are_struck(reading: Reading, i: int, begin: int) -> bool:
    """Tell whether those of whom word `i` says that they are there are attacked: هجوم على القوات المتمركزة في كذا."""
    near = range(i - 1, max(begin, i - OBJECT) - 1, -1)
    troops = next((k for k in near if "troops" in reading.flags(k)), -1)
    before = range(max(begin, troops - OBJECT), troops)
    on_them = not _AGAINST.isdisjoint(reading.words[before.start : troops])
    return any(
        (on_them or k == troops - 1) and not _ASSAULTS.isdisjoint(reading.flags(k)) for k in before
    )
