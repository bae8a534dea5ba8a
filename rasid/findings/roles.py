"""What happens at a base: departure, arrival, handover, remains, attacked.

The nearest word of movement, handover, presence or attack before the name decides, together with
the preposition before the name: نقل القوات من هنا (departure) إلى هناك (arrival).
"""

from __future__ import annotations

from typing import Final

from rasid.findings.reading import Reading

ROLE: Final = {
    "depart": "departure",
    "arrive": "arrival",
    "hand": "handover",
    "remain": "remains",
    "attack": "attacked",
    "settle": "arrival",
}
_FROM: Final = frozenset({"من", "ومن", "عن"})
_TO: Final = frozenset(["الي", "والي", "باتجاه", "نحو", "صوب", "اتجاه", "تجاه", "وباتجاه", "ونحو"])
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
_HOLDS: Final = frozenset({"تضم", "يضم", "تستضيف", "يستضيف"})
_NOT: Final = frozenset({"لم", "لا", "لن", "لضرب", "لشن", "لتنفيذ"})

# Which cues a preposition goes with, the first found nearest to the name wins.
_BY_PREPOSITION: Final[dict[str, dict[str, str]]] = {
    "from": {"depart": "departure", "arrive": "departure"},
    "to": {"depart": "arrival", "arrive": "arrival"},
    "in": {
        "remain": "remains", "attack": "attacked", "depart": "departure", "hand": "handover",
        "settle": "arrival",
    },
    "on": {"attack": "attacked", "hand": "handover"},
    "": ROLE,
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
            if flag in reading.flags(i) and not _is_head(reading, i):
                return (
                    "departure" if flag == "remain" and _ended(reading, i, first) else role
                ), kind
    return (_after(reading, first, end) if kind in {"", "in"} else None), kind


def _after(reading: Reading, first: int, end: int) -> str | None:
    """Return the role that the words after the name give: قاعدة كذا تعرضت لهجوم، سلمت، خلت."""
    near = range(first + 1, min(end, first + 1 + _AFTER))
    if any("emptied" in reading.flags(i) for i in near):
        return "departure"
    for i in near[:-1]:
        if reading.words[i] == "تحت" and reading.words[i + 1].startswith(_CONTROL):
            return "handover"
    for i in near:
        flags = reading.flags(i)
        if reading.words[i] in _NOT:
            break
        if reading.words[i] in _HOLDS:
            return "remains"
        for flag in ("attack", "hand"):
            if flag in flags and flags[flag].lstrip("وف")[:1] not in {"ل", "ب"}:
                return ROLE[flag]
    after = range(first + 1, end)
    left = any(reading.words[k] in _FROM_THERE for k in after)  # بعد انسحاب القوات منها
    return "departure" if left and any("depart" in reading.flags(k) for k in after) else None


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
    for kind, words in (("from", _FROM), ("to", _TO), ("in", _IN), ("on", _ON)):
        if word in words:
            return at - 1, kind
    return at, ""
