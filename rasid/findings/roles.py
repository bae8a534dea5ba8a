"""What happens at a base: departure, arrival, handover, remains, attacked.

The nearest word of movement, handover, presence or attack before the name decides, together with
the preposition before the name: نقل القوات من هنا (departure) إلى هناك (arrival).
"""

from __future__ import annotations

from typing import Final

from rasid.findings.reading import Reading
from rasid.findings.words import name_words

ROLE: Final = {
    "depart": "departure",
    "arrive": "arrival",
    "hand": "handover",
    "remain": "remains",
    "attack": "attacked",
    "weapon": "attacked",
    "assault": "attacked",
    "settle": "arrival",
}
_FROM: Final = frozenset({"من", "ومن", "عن"})
_TO: Final = frozenset({"الي", "والي"})
_TOWARD: Final = frozenset(["باتجاه", "نحو", "صوب", "اتجاه", "تجاه", "وباتجاه", "ونحو"])
_IN: Final = frozenset(["في", "وفي", "داخل", "بداخل", "لدي"])
_ON: Final = frozenset(["علي", "وعلي", "قرب", "محيط", "ضد"])
_LISTS: Final = frozenset(
    {"هي", "وهي", "هما", "وهما", "منها", "ومنها", "بينها", "وبينها", "ابرزها"}
)
_FROM_THERE: Final = frozenset({"منها", "منه"})
_CONTROL: Final = ("سيطر", "السيطر", "ادار", "الادار", "امر")
_BEFORE: Final = 24  # words looked back for a cue
_OBJECT: Final = 5  # words between a verb and the base as its object
_AFTER: Final = 5
_ASIDE: Final = 12
_HELD: Final = 12
_RELATIVE: Final = frozenset({"التي", "الذي", "اللتين", "اللتان", "والتي", "والذي", "ما"})
_INSIDE_IT: Final = frozenset({"فيها", "فيه", "بها", "به", "فيهما", "بهما", "داخلها"})
_HOLDS: Final = frozenset({"تضم", "يضم", "تستضيف", "يستضيف"})
_TRANSITIVE: Final = frozenset({"اخلاء", "اخلايها", "مغادره", "مغادرتها", "ترك", "تركها", "اغلاق"})
"""Nouns of leaving whose object ل may mark, after who leaves."""
_QUOTED: Final = frozenset({"نقلا", "ونقلا"})
"""نقلاً عن: words are carried, not forces."""
_DENIALS: Final = frozenset({"لا", "لم", "لن", "عدم", "ولا", "ولم", "ولن", "بعدم", "وعدم"})
_DENIES: Final = frozenset({"نفي", "نفت", "ينفي", "تنفي", "نافيا", "نافيه", "ونفي", "ونفت"})
_DENIAL_REACH: Final = 4
_DENIED: Final = {"departure": "remains", "remains": "departure"}
"""What is said of a base when a role is denied; of the other roles nothing is said."""
_NOT: Final = frozenset({"لم", "لا", "لن", "لضرب", "لشن", "لتنفيذ"})

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
    allowed = _BY_PREPOSITION[kind]
    listed = reading.words[at - 1] in _LISTS if at > begin else False
    reach = _BEFORE if kind or listed else _OBJECT
    for i in range(at - 1, max(begin, at - reach) - 1, -1):
        for flag, role in allowed.items():
            if (
                flag in reading.flags(i)
                and not _is_head(reading, i)
                and reading.words[i] not in _QUOTED
            ):
                if reading.words[i] in _HOLDS and not _troops_after(reading, first, end):
                    return None, kind
                if kind == "to" and _takes(reading, i, at):
                    return "departure", kind
                if flag == "remain" and _ended(reading, i, first):
                    return "departure", kind
                return (_DENIED.get(role) if _is_denied(reading, i, begin) else role), kind
    told = _after(reading, first, end) if kind in {"", "in"} else None
    if told is None and kind == "in" and _stand_there(reading, at, begin):
        told = "remains"
    return told, kind


def _takes(reading: Reading, i: int, at: int) -> bool:
    """Tell whether ل at word `at` marks the object of the noun at `i`: إخلاء القوات للقاعدة."""
    noun = reading.words[i].lstrip("وفبل")
    return reading.words[at].startswith("ل") and noun in _TRANSITIVE


def _is_denied(reading: Reading, i: int, begin: int) -> bool:
    """Tell whether the word at `i` is denied: لن تنسحب، عدم مغادرة، نفت الوزارة تعرض القاعدة لهجوم."""
    if "زال" in reading.words[i]:
        return False  # لا يزال
    if i > begin and reading.words[i - 1] in _DENIALS and reading.gaps[i - 1] == " ":
        return True
    before = reading.words[max(begin, i - _DENIAL_REACH) : i]
    return not _DENIES.isdisjoint(before) and "ان" not in before


def _stand_there(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether forces stand right before the place, without a verb: لدى البلاد 180 عنصرا في قاعدة كذا."""
    i = at - 1
    while i > begin and reading.words[i] in name_words()["described"]:
        i -= 1
    if i < begin or "troops" not in reading.flags(i):
        return False
    return not any("harm" in reading.flags(k) for k in range(begin, at))


def _after(reading: Reading, first: int, end: int) -> str | None:
    """Return the role that the words after the name give: قاعدة كذا تعرضت لهجوم، سلمت، خلت."""
    begin = _past_aside(reading, first, end)
    near = range(begin, min(end, begin + _AFTER))
    if any("emptied" in reading.flags(i) for i in near):
        return "departure"
    for i in near[:-1]:
        if reading.words[i] == "تحت" and reading.words[i + 1].startswith(_CONTROL):
            return "handover"
    for i in near:
        flags = reading.flags(i)
        if reading.words[i] in _NOT:
            break
        if reading.words[i] in _HOLDS and _troops_after(reading, i, end):
            return "remains"
        if reading.words[i] == "لاستقبال":
            return "arrival"
        for flag in ("attack", "hand"):
            if flag in flags and flags[flag].lstrip("وف")[:1] not in {"ل", "ب"}:
                return ROLE[flag]
    told = _told_of(reading, first, end)
    if told:
        return told
    after = range(first + 1, end)
    left = any(reading.words[k] in _FROM_THERE for k in after)  # بعد انسحاب القوات منها
    return "departure" if left and any("depart" in reading.flags(k) for k in after) else None


def _past_aside(reading: Reading, first: int, end: int) -> int:
    """Return the word after an aside between commas: عين الأسد، وهي أكبر القواعد، سلمت."""
    for k in range(first, min(end, first + 3)):
        if "،" in reading.gaps[k]:
            for close in range(k + 1, min(end, k + _ASIDE)):
                if "،" in reading.gaps[close]:
                    return close + 1
            break
    return first + 1


def _told_of(reading: Reading, first: int, end: int) -> str | None:
    """Return the role that a relative clause gives: القاعدة التي غادرتها القوات، التي تتمركز فيها."""
    for k in range(first + 1, min(end, first + 1 + _AFTER)):
        if reading.words[k] not in _RELATIVE:
            continue
        for i in range(k + 1, min(end, k + _AFTER)):
            for flag, role in ROLE.items():
                if flag + "-it" in reading.flags(i):
                    return None if _is_denied(reading, i, k) else role
            if "remain" in reading.flags(i) and not _INSIDE_IT.isdisjoint(reading.words[i : i + 5]):
                return None if _is_denied(reading, i, k) else "remains"
        return None
    return None


def _troops_after(reading: Reading, i: int, end: int) -> bool:
    """Tell whether forces are named soon after word `i`: قاعدة تضم مئات الجنود."""
    return any("troops" in reading.flags(k) for k in range(i + 1, min(end, i + _HELD)))


def _ended(reading: Reading, i: int, first: int) -> bool:
    """Tell whether the presence at word `i` is being ended: إنهاء مهام تواجد البعثة، وجودها سينتهي."""
    if any("depart" in reading.flags(k) for k in range(max(0, i - 3), i)):
        return True
    for k in range(first + 1, min(len(reading.words), first + _AFTER)):
        if reading.gaps[k - 1] != " ":
            return False
        if "depart" in reading.flags(k):
            return True
    return False


def _is_head(reading: Reading, i: int) -> bool:
    return "head" in reading.flags(i)


def _preposition(reading: Reading, first: int, prefix: str, begin: int) -> tuple[int, str]:
    """Return where the noun phrase of the name begins and the class of its preposition."""
    at = first
    bare = prefix.lstrip("وف")
    while at > begin and not bare:
        flags = reading.flags(at - 1)
        if not {"head", "head-adjective", "elsewhere"} & flags.keys():
            break
        at -= 1
        clitic = flags.get("head", flags.get("elsewhere", "")).lstrip("وف")
        bare = "ل" if clitic in {"ل", "لل"} else clitic
    if bare:
        return at, {"ب": "in", "ل": "to"}.get(bare[0], "")
    word = reading.words[at - 1] if at > begin else ""
    outer = _base_before(reading, at - 1, begin) if word == "في" else -1
    if outer >= 0:  # من قاعدة جوية أميركية في كذا
        at, word = outer, reading.words[outer - 1] if outer > begin else ""
    for kind, words in (
        ("from", _FROM),
        ("to", _TO),
        ("toward", _TOWARD),
        ("in", _IN),
        ("on", _ON),
    ):
        if word in words:
            return at - 1, kind
    return at, ""


def _base_before(reading: Reading, i: int, begin: int) -> int:
    """Return where the noun stands whose place the preposition at word `i` gives: قاعدة جوية في كذا; else -1."""
    k = i - 1
    while k > begin and (
        reading.words[k] in name_words()["described"] or "head-adjective" in reading.flags(k)
    ):
        k -= 1
    flags = reading.flags(k) if begin <= k < i - 1 else {}
    return k if flags.get("head") == "" else -1
