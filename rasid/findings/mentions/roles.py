"""What happens at a base: departure, arrival, handover, remains, attacked.

The nearest word of movement, handover, presence or attack before the name decides, together with
the preposition before the name: نقل القوات من هنا (departure) إلى هناك (arrival).
"""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.prepositions import begins_list, preposition_of
from rasid.findings.mentions.roles_after import (
    HOLDS,
    ROLE,
    THAT,
    is_denied,
    told_after,
    troops_after,
)
from rasid.findings.mentions.roles_before import BEFORE, OBJECT, fired, kept_to, told_before
from rasid.findings.mentions.roles_hands import charge_moves
from rasid.findings.mentions.roles_stay import NO_CUE, are_struck, ended, moved_on, told_of_stay
from rasid.findings.reading import Reading

_TRANSITIVE: Final = frozenset({"اخلاء", "اخلايها", "مغادره", "مغادرتها", "ترك", "تركها", "اغلاق"})
"""Nouns of leaving whose object ل may mark, after who leaves."""
_WAY: Final = "طريق"
_SIDES: Final = frozenset(
    "شمال شمالي جنوب جنوبي شرق شرقي غرب غربي".split()  # noqa: SIM905
)
"""Before the noun of a base they say that it is a landmark only."""
_THINGS: Final = frozenset(
    "طايره طايرات الطايره الطايرات مقاتله مقاتلات المقاتلات مروحيات المروحيات رواتب الرواتب رفات الرفات جثمان جثامين "  # noqa: SIM905
    "جثث مساعدات المساعدات شهادات الشهادات جوايز الجوايز اسلحه الاسلحه سلاح سلاحهم".split()
)
"""What is handed over at a base without the base."""
_GAZE: Final = frozenset({"الانظار", "انظار", "الاهتمام", "الانتباه"})
_CALM: Final = frozenset({"الهدوء", "هدوء"})
_DENIED: Final = {"departure": "remains", "remains": "departure"}
"""What is said of a base when a role is denied; of the other roles nothing is said."""
# Which cues a preposition goes with, the first found nearest to the name wins.
_BY_PREPOSITION: Final[dict[str, dict[str, str]]] = {
    "from": {"depart": "departure", "arrive": "departure"},
    "to": {"depart": "arrival", "arrive": "arrival"},
    "toward": {
        "depart": "arrival", "arrive": "arrival", "attack": "attacked", "weapon": "attacked",
    },
    "in": {
        "remain": "remains", "attack": "attacked", "weapon": "attacked", "depart": "departure",
        "hand": "handover", "settle": "arrival",
    },
    "on": {"attack": "attacked", "weapon": "attacked", "assault": "attacked", "hand": "handover"},
    "": {flag: role for flag, role in ROLE.items() if flag not in {"weapon", "assault"}},
}  # fmt: skip


def role_of(reading: Reading, first: int, prefix: str) -> tuple[str | None, str]:
    """Return the role of the base whose name begins at word `first`, and its preposition's class.

    Args:
        reading: The text.
        first: The first word of the name.
        prefix: The clitics written with it.
    """
    begin, end = reading.sentence(first)
    at, kind = preposition_of(reading, first, prefix, begin)
    if kind == "to" and fired(reading, at, begin):
        return "attacked", kind
    if _WAY in reading.words[max(begin, at - 1) : at + 2]:
        return None, kind  # دفعوا بمقاتليهم إلى المدينة عن طريق قاعدة كذا
    if at > begin and reading.words[at - 1] in _SIDES:
        return None, kind  # قصفت الطائرات مواقع جنوب معسكر كذا
    cue = _nearest_cue(reading, at, kind, begin)
    if kind == "on" and kept_to(reading, at, max(begin, cue[0] + 1 if cue else begin)):
        return "remains", kind
    if cue is not None:
        i, flag = cue
        role = _BY_PREPOSITION[kind][flag]
        return (_judged(reading, (i, at, first), flag, role, kind) if i >= 0 else None), kind
    told = told_before(reading, at, kind, begin)
    if told is None and kind in {"", "in"}:
        told = told_after(reading, at, first, end)
    return told or told_of_stay(reading, at, first, kind), kind


def _nearest_cue(reading: Reading, at: int, kind: str, begin: int) -> tuple[int, str] | None:
    """Return the word nearest before the noun phrase at `at` that gives a role after such a preposition, and its flag.

    The word is -1 where it says nothing of the base: تسليم الطائرات في قاعدة كذا.
    """
    allowed = _BY_PREPOSITION[kind]
    listed = begins_list(reading, at, begin)
    reach = BEFORE if kind or listed else OBJECT
    for i in range(at - 1, max(begin, at - reach) - 1, -1):
        if not (kind or listed) and (":" in reading.gaps[i] or reading.words[i] in THAT):
            return None  # عاد النواب إلى أمور قديمة: قاعدة كذا, قال بعد الانسحاب إن قاعدة كذا
        if ".." in reading.gaps[i]:
            return None  # كذبة الانسحاب.. تزايد القوات في قاعدة كذا
        flags = reading.flags(i)
        if not flags or "head" in flags or reading.words[i] in NO_CUE:
            continue
        if "arrive" in flags and _comes(reading, i, kind):
            continue  # وجاء في بيان, وتأتي في صدارتها قاعدة كذا
        if (kind == "in" or listed) and reading.words[i] in HOLDS and troops_after(reading, i, at):
            continue  # استهدف الهجوم قاعدة تضم جنودا في كذا
        flag = next((flag for flag in allowed if flag in flags), "")
        if flag:
            things = kind == "in" and flag == "hand" and _hands_things(reading, i)
            return (-1 if things else i), flag
    return None


def _hands_things(reading: Reading, i: int) -> bool:
    """Tell whether what is handed over at word `i` is no base: تسليم الطائرات, صرف الرواتب."""
    return not _THINGS.isdisjoint(reading.words[i + 1 : i + 4])


def _judged(
    reading: Reading, at: tuple[int, int, int], flag: str, role: str, kind: str
) -> str | None:
    """Return the role that a cue gives, or what else it says.

    Args:
        reading: The text.
        at: The words of the cue, of the noun phrase and of the name.
        flag: What the cue says.
        role: The role of such a cue after this preposition.
        kind: The class of the preposition.
    """
    i, noun, first = at
    begin, end = reading.sentence(first)
    word = reading.words[i]
    if word in HOLDS and not troops_after(reading, first, end):
        return None
    if not _GAZE.isdisjoint(reading.words[i + 1 : i + 3]):
        return None  # تتجه الأنظار إلى قاعدة كذا
    if kind == "to" and _takes(reading, i, noun):
        return "departure"
    if not kind and charge_moves(reading, i, noun, end):
        return "handover"
    if flag == "arrive" and not kind and i == noun - 1:
        return "handover" if "نقل" in word else role  # نقل القاعدة إلى الجيش
    if flag == "settle" and any("harm" in reading.flags(k) for k in range(begin, i)):
        return None  # تحطمت الطائرة عند هبوطها في قاعدة كذا
    if flag == "remain" and (ended(reading, i, first) or moved_on(reading, i, first, end)):
        return "departure"
    if flag == "remain" and kind == "in" and are_struck(reading, i, begin):
        return "attacked"
    if flag == "remain" and not kind and "جد" in word:
        bases = any("head" in reading.flags(k) for k in range(i + 1, noun))
        if bases or i == noun - 1:
            return (
                None  # توجد قاعدة كذا، يوجد عدد من القواعد منها: of the base itself, not of forces
            )
    return _DENIED.get(role) if is_denied(reading, i, begin) else role


def _comes(reading: Reading, i: int, kind: str) -> bool:
    """Tell whether جاء, يأتي at word `i` is said of a statement or of the base itself, not of forces."""
    stem = reading.words[i].lstrip("و")
    if reading.words[i + 1] in _CALM:
        return True  # عاد الهدوء إلى قاعدة كذا
    comes = stem.startswith("جاء") or stem in {"ياتي", "تاتي", "اتي", "اتت"}
    return comes and (not kind or reading.words[i + 1] == "في")


def _takes(reading: Reading, i: int, at: int) -> bool:
    """Tell whether ل at word `at` marks the object of the noun at `i`: إخلاء القوات للقاعدة."""
    noun = reading.words[i].lstrip("وفبل")
    return reading.words[at].startswith("ل") and noun in _TRANSITIVE
