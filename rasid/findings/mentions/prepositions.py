"""The preposition before the noun phrase of a base's name: من قاعدة كذا, بالقرب من كذا, لقاعدتها في منطقة كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.heads import AREAS, OF_THEM, OWN, head_before
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

_FROM: Final = frozenset({"من", "ومن", "عن"})
TO: Final = frozenset({"الي", "والي"})
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
    for kind, words in (("on", _ON), ("in", _IN), ("toward", _TOWARD), ("to", TO), ("from", _FROM))
    for word in words
}
"""Preposition → its class."""
_BEARS: Final = frozenset({"يحمل", "تحمل", "حمل", "حملت"})
_NOUN: Final = 5  # words from the name back to its noun: موقع عسكري يحمل اسم كذا
_WHERE: Final = 7  # words between إلى and حيث


def preposition_of(reading: Reading, first: int, prefix: str, begin: int) -> tuple[int, str]:
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
        gone = not (TO | _TOWARD).isdisjoint(reading.words[max(begin, at - _WHERE) : at])
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
    if at - _NOUN < begin or reading.words[at - 1] != "اسم":
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
