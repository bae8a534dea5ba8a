"""What happens at a base: departure, arrival, handover, remains, attacked.

The nearest word of movement, handover, presence or attack before the name decides, together with
the preposition before the name: نقل القوات من هنا (departure) إلى هناك (arrival).
"""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.heads import AREAS, OF_THEM, OWN, head_before
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

_FROM: Final = frozenset({"من", "ومن", "عن"})
_TO: Final = frozenset({"الي", "والي"})
_TOWARD: Final = frozenset(["باتجاه", "نحو", "صوب", "اتجاه", "تجاه", "وباتجاه", "ونحو"])
_IN: Final = frozenset(["في", "وفي", "داخل", "بداخل", "لدي", "ضمن"])
_AROUND: Final = frozenset(
    ["محيط", "مقتربات", "جوار", "اطراف", "حرم", "اسوار", "سور", "بوابه", "مدرج", "مدخل", "ارض"]
)
"""Nouns that say which part of a base is meant; the preposition stands before them."""
_NEAR_TO: Final = frozenset(["بالقرب", "القرب", "وبالقرب", "مقربه", "قريبا", "قريبه"])
_ON: Final = frozenset(["علي", "وعلي", "قرب", "محيط", "ضد"])
_CLASS: Final = {
    word: kind
    for kind, words in (("on", _ON), ("in", _IN), ("toward", _TOWARD), ("to", _TO), ("from", _FROM))
    for word in words
}
"""Preposition → its class."""
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
_GAZE: Final = frozenset({"الانظار", "انظار", "الاهتمام", "الانتباه"})
_OWN: Final = frozenset(
    ["العراقي", "العراقيه", "العراق", "السوري", "السوريه", "الحكوميه", "الافغاني", "الافغانيه"]
)
_BEARS: Final = frozenset({"يحمل", "تحمل", "حمل", "حملت"})
_CALM: Final = frozenset({"الهدوء", "هدوء"})
_THERE: Final = frozenset({"هناك", "فهناك", "وهناك"})
_WHERE: Final = 7  # words between إلى and حيث
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
    at, kind = _preposition(reading, first, prefix, begin)
    if kind == "to" and _fired(reading, at, begin):
        return "attacked", kind
    allowed = _BY_PREPOSITION[kind]
    listed = reading.words[at - 1] in _LISTS if at > begin else False
    reach = _BEFORE if kind or listed else _OBJECT
    for i in range(at - 1, max(begin, at - reach) - 1, -1):
        flags = reading.flags(i)
        if not flags or "head" in flags or reading.words[i] in _NO_CUE:
            continue
        if "arrive" in flags and _comes(reading, i, kind):
            continue  # وجاء في بيان, وتأتي في صدارتها قاعدة كذا
        if kind == "in" and reading.words[i] in HOLDS and troops_after(reading, i, at):
            continue  # استهدف الهجوم قاعدة تضم جنودا في كذا
        for flag, role in allowed.items():
            if flag in flags:
                return _judged(reading, (i, at, first), flag, role, kind), kind
    told = _far_object(reading, at, begin) if not kind else None
    if kind == "to" and reading.words[at] not in _TO and _struck(reading, at, begin):
        told = "attacked"
    told = told or (_taken_over(reading, at, begin) if kind == "on" else None)
    if told is None and kind in {"", "in"}:
        told = told_after(reading, at, first, end)
    if told is None and kind == "in" and _stand_there(reading, at, begin):
        told = "departure" if _leave_later(reading, first, end) else "remains"
    if told is None and kind == "in" and _are_there(reading, at, begin):
        told = "remains"
    return told, kind


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
    if any("depart" in reading.flags(k) for k in range(max(0, i - 3), i)):
        return True
    for k in range(first + 1, min(len(reading.words), first + NEAR)):
        if reading.gaps[k - 1] != " ":
            return False
        if "depart" in reading.flags(k):
            return True
    return False


def _preposition(reading: Reading, first: int, prefix: str, begin: int) -> tuple[int, str]:
    """Return where the noun phrase of the name begins and the class of its preposition."""
    at = first
    bare = prefix.lstrip("وف")
    while at > begin and not bare:
        flags = reading.flags(at - 1)
        if not {"head", "head-adjective", "elsewhere"} & flags.keys():
            head, owned = head_before(reading, at - 1)
            if not owned or head < begin or "head" not in reading.flags(head):
                break
            at, flags = head + 1, reading.flags(head)  # قاعدة الاحتلال الأميركي كذا
        at -= 1
        clitic = flags.get("head", flags.get("elsewhere", "")).lstrip("وف")
        bare = "ل" if clitic in {"ل", "لل"} else clitic
    if bare:
        return at, {"ب": "in", "ل": "to"}.get(bare[0], "")
    while at > begin and reading.words[at - 1].removeprefix("ب") in _AROUND:
        at -= 1
        if reading.words[at][:1] == "ب":
            return at, "in"
    at = _before_area(reading, _of_that_name(reading, at, begin), begin)
    word = reading.words[at - 1] if at > begin else ""
    if word == "من" and at - 2 > begin and reading.words[at - 2] == "كل":
        at, word = at - 2, reading.words[at - 3]  # في كل من قاعدة كذا
    outer = _base_before(reading, at - 1, begin) if word == "في" else -1
    if outer >= 0:  # من قاعدة جوية أميركية في كذا
        at, word = outer, reading.words[outer - 1] if outer > begin else ""
        if reading.words[at].endswith(OWN) and reading.words[at][0] == "ل":
            return at, "to"
    if word == "من" and at - 2 >= begin and _is_near(reading.words[at - 2]):
        return at - 2, "on"
    if word == "حيث":  # توجه إلى الإقليم، حيث قاعدة كذا
        gone = not (_TO | _TOWARD).isdisjoint(reading.words[max(begin, at - _WHERE) : at])
        return at - 1, "to" if gone else "in"
    kind = _CLASS.get(word, "")
    return at - bool(kind), kind


def _is_near(word: str) -> bool:
    """Tell whether من after a word tells of nearness, not of leaving: بالقرب من، بعد اقترابها من."""
    return word in _NEAR_TO or word.lstrip("وب").startswith(("اقترب", "اقتراب", "تقترب", "يقترب"))


def _before_area(reading: Reading, at: int, begin: int) -> int:
    """Return where the noun phrase at word `at` begins with the area it names: قاعدة عسكرية في منطقة كذا."""
    area = at
    while area > begin and reading.words[area - 1] in AREAS:
        area -= 1
    return area if area > begin and reading.words[area - 1] == "في" else at


def _of_that_name(reading: Reading, at: int, begin: int) -> int:
    """Return where the noun stands that bears the name at word `at`: هجوم على موقع عسكري يحمل اسم كذا."""
    if at - _OBJECT < begin or reading.words[at - 1] != "اسم":
        return at
    if reading.words[at - 2] not in _BEARS:
        return at
    nouns = range(at - 3, max(begin, at - 3 - _WHERE), -1)
    return next((k for k in nouns if "head" in reading.flags(k)), at)


def _base_before(reading: Reading, i: int, begin: int) -> int:
    """Return where the noun stands whose place the preposition at word `i` gives: قاعدة جوية في كذا; else -1."""
    k = i - 1
    while k > begin and (
        reading.words[k] in name_words()["described"] or "head-adjective" in reading.flags(k)
    ):
        k -= 1
    if k < begin:
        return -1
    if reading.words[k].endswith(OWN):
        return k  # لقاعدتها في كذا
    if reading.words[k].startswith("لل") and reading.words[k - 1] in OF_THEM:
        return _base_before(reading, k - 1, begin)  # القواعد العسكرية التابعة للتحالف في كذا
    flags = reading.flags(k) if begin <= k < i - 1 else {}
    return k if flags.get("head") in {"", "ال"} else -1
