"""What happens at a base: departure, arrival, handover, remains, attacked.

The nearest word of movement, handover, presence or attack before the name decides, together with
the preposition before the name: نقل القوات من هنا (departure) إلى هناك (arrival).
"""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.prepositions import TO, preposition_of
from rasid.findings.mentions.roles_after import (
    ASIDE,
    HOLDS,
    NEAR,
    ROLE,
    is_denied,
    told_after,
    troops_after,
)
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

_LISTS: Final = frozenset(
    "هي وهي هما وهما منها ومنها بينها وبينها ابرزها اخرها ذلك مثل".split()  # noqa: SIM905
)
_BEFORE: Final = 24  # words looked back for a cue
_OBJECT: Final = 5  # words between a verb and the base as its object
_TRANSITIVE: Final = frozenset({"اخلاء", "اخلايها", "مغادره", "مغادرتها", "ترك", "تركها", "اغلاق"})
"""Nouns of leaving whose object ل may mark, after who leaves."""
_AGAINST: Final = frozenset({"علي", "ضد"})
_ASSAULTS: Final = frozenset({"attack", "assault"})
_NO_CUE: Final = frozenset({"نقلا", "ونقلا", "ضمن"})
"""نقلاً عن: words are carried, not forces; ضمن is a preposition."""
_AIMED: Final = ("وجه", "ووجه", "توجيه", "اطلق", "واطلق", "اطلاق")
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
_OWN: Final = frozenset(
    ["العراقي", "العراقيه", "العراق", "السوري", "السوريه", "الحكوميه", "الافغاني", "الافغانيه"]
)
_WHO: Final = frozenset({"التي", "الذين", "الذي", "ممن", "كانوا"})
_APART: Final = frozenset({"بعد", "قبل", "رغم", "عقب", "منذ"})
_BEGINNING: Final = ("بدا", "باشر", "تباشر", "شرع", "تشرع", "تستعد", "تبدا", "استعد")
_JUST: Final = 7  # words between the verb of beginning and what begins
_CALM: Final = frozenset({"الهدوء", "هدوء"})
_THERE: Final = frozenset({"هناك", "فهناك", "وهناك"})
_FAR_OBJECT: Final = 14  # words between سلم or أخلى, with its long subject, and the base
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
    if kind == "to" and _fired(reading, at, begin):
        return "attacked", kind
    if _WAY in reading.words[max(begin, at - 1) : at + 2]:
        return None, kind  # دفعوا بمقاتليهم إلى المدينة عن طريق قاعدة كذا
    if at > begin and reading.words[at - 1] in _SIDES:
        return None, kind  # قصفت الطائرات مواقع جنوب معسكر كذا
    cue = _nearest_cue(reading, at, kind, begin)
    if cue is not None:
        i, flag = cue
        role = _BY_PREPOSITION[kind][flag]
        return (_judged(reading, (i, at, first), flag, role, kind) if i >= 0 else None), kind
    told = _far_object(reading, at, begin) if not kind else None
    if kind == "to" and reading.words[at] not in TO and _struck(reading, at, begin):
        told = "attacked"
    told = told or (_taken_over(reading, at, begin) if kind == "on" else None)
    if told is None and kind in {"", "in"}:
        told = told_after(reading, at, first, end)
    if told is None and kind == "in" and _stand_there(reading, at, begin):
        told = "departure" if _leave_later(reading, first, end) else "remains"
    if told is None and kind == "in" and _are_there(reading, at, begin):
        told = "remains"
    return told, kind


def _nearest_cue(reading: Reading, at: int, kind: str, begin: int) -> tuple[int, str] | None:
    """Return the word nearest before the noun phrase at `at` that gives a role after such a preposition, and its flag.

    The word is -1 where it says nothing of the base: تسليم الطائرات في قاعدة كذا.
    """
    allowed = _BY_PREPOSITION[kind]
    listed = at > begin and reading.words[at - 1] in _LISTS
    reach = _BEFORE if kind or listed else _OBJECT
    for i in range(at - 1, max(begin, at - reach) - 1, -1):
        if not (kind or listed) and ":" in reading.gaps[i]:
            return None  # عاد النواب إلى أمور قديمة: قاعدة كذا
        flags = reading.flags(i)
        if not flags or "head" in flags or reading.words[i] in _NO_CUE:
            continue
        if "arrive" in flags and _comes(reading, i, kind):
            continue  # وجاء في بيان, وتأتي في صدارتها قاعدة كذا
        if kind == "in" and reading.words[i] in HOLDS and troops_after(reading, i, at):
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
    if flag == "arrive" and not kind and i == noun - 1:
        return "handover" if "نقل" in word else role  # نقل القاعدة إلى الجيش
    if flag == "remain" and _ended(reading, i, first):
        return "departure"
    if flag == "remain" and kind == "in" and _are_struck(reading, i, begin):
        return "attacked"
    if flag == "remain" and not kind and "جد" in word:
        bases = any("head" in reading.flags(k) for k in range(i + 1, noun))
        if bases or i == noun - 1:
            return (
                None  # توجد قاعدة كذا، يوجد عدد من القواعد منها: of the base itself, not of forces
            )
    return _DENIED.get(role) if is_denied(reading, i, begin) else role


def _are_there(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether هناك stands shortly before في, in a sentence about forces: هناك جزء من القوات في قاعدة كذا."""
    near = not _THERE.isdisjoint(reading.words[max(begin, at - _OBJECT) : at])
    return near and any("troops" in reading.flags(k) for k in range(begin, at))


def _are_struck(reading: Reading, i: int, begin: int) -> bool:
    """Tell whether those of whom word `i` says that they are there are attacked: هجوم على القوات المتمركزة في كذا."""
    near = range(i - 1, max(begin, i - _OBJECT) - 1, -1)
    troops = next((k for k in near if "troops" in reading.flags(k)), -1)
    before = range(max(begin, troops - _OBJECT), troops)
    on_them = not _AGAINST.isdisjoint(reading.words[before.start : troops])
    return any(
        (on_them or k == troops - 1) and not _ASSAULTS.isdisjoint(reading.flags(k)) for k in before
    )


def _struck(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether an attack stands shortly before a base with ل: مستهدفاً المدخل الرئيسي لقاعدة كذا."""
    return any("attack" in reading.flags(k) for k in range(max(begin, at - _OBJECT), at))


def _comes(reading: Reading, i: int, kind: str) -> bool:
    """Tell whether جاء, يأتي at word `i` is said of a statement or of the base itself, not of forces."""
    stem = reading.words[i].lstrip("و")
    if reading.words[i + 1] in _CALM:
        return True  # عاد الهدوء إلى قاعدة كذا
    comes = stem.startswith("جاء") or stem in {"ياتي", "تاتي", "اتي", "اتت"}
    return comes and (not kind or reading.words[i + 1] == "في")


def _fired(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether weapons are aimed at what إلى at word `at` precedes: ثمانية صواريخ وجهت إلى قاعدة كذا."""
    before = range(max(begin, at - _OBJECT), at)
    aimed = any(reading.words[k].startswith(_AIMED) for k in before)
    return aimed and any("weapon" in reading.flags(k) for k in before)


def _far_object(reading: Reading, at: int, begin: int) -> str | None:
    """Return the role that a verb gives whose object, the noun at word `at`, follows a long subject.

    سلّم التحالف الدولي بقيادة الولايات المتحدة، اليوم الأحد، قاعدة كذا.
    """
    if not reading.flags(at).keys() & {"head"}:
        return None
    for i in range(at - 1, max(begin, at - _FAR_OBJECT) - 1, -1):
        flags, word = reading.flags(i), reading.words[i]
        if word == "ان" or "head" in flags:
            return None
        for flag in ("hand", "depart", "attack"):
            if flags.get(flag) in {"", "و"} and word.lstrip("و")[0] not in "بل":
                return None if is_denied(reading, i, begin) else ROLE[flag]
    return None


def _taken_over(reading: Reading, at: int, begin: int) -> str | None:
    """Return handover where the country's own army takes control of the place: سيطر الجيش العراقي على."""
    for i in range(at - 1, max(begin, at - ASIDE) - 1, -1):
        if any(stem in reading.words[i] for stem in ("سيطر", "اشرف", "يشرف")):
            own = not _OWN.isdisjoint(reading.words[max(begin, i - 4) : at])
            return "handover" if own and "سيطر" in reading.words[i] else None
    return None


def _leave_later(reading: Reading, first: int, end: int) -> bool:
    """Tell whether those who stand at a base are leaving it: القوات في قاعدة كذا تستعد للانسحاب."""
    return any("depart" in reading.flags(k) for k in range(first + 1, min(end, first + ASIDE)))


def _takes(reading: Reading, i: int, at: int) -> bool:
    """Tell whether ل at word `at` marks the object of the noun at `i`: إخلاء القوات للقاعدة."""
    noun = reading.words[i].lstrip("وفبل")
    return reading.words[at].startswith("ل") and noun in _TRANSITIVE


def _stand_there(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether forces stand right before the place, without a verb: لدى البلاد 180 عنصرا في قاعدة كذا."""
    i = at - 1
    while i > begin and reading.words[i] in name_words()["described"]:
        i -= 1
    if i < begin or "troops" not in reading.flags(i):
        return False
    return not any("harm" in reading.flags(k) for k in range(begin, at))


def _ended(reading: Reading, i: int, first: int) -> bool:
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
    for k in range(first + 1, min(end, first + _BEFORE)):
        if "head" in reading.flags(k):
            return False
        if reading.flags(k).get("depart", "").lstrip("وف")[:1] in {"ب", "ل"}:
            words = (word.lstrip("وفسي") for word in reading.words[max(0, k - _JUST) : k])
            if any(word.startswith(_BEGINNING) for word in words):
                return True
            told = reading.words[max(0, first - NEAR) : first]
            return any(word.startswith("بدء") for word in told)
    return False
