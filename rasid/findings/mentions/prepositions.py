"""The preposition before the noun phrase of a base's name: من قاعدة كذا, بالقرب من كذا, لقاعدتها في منطقة كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.heads import AREAS, OF_THEM, OWN, head_before
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

_FROM: Final = frozenset({"من", "ومن", "عن"})
TO: Final = frozenset({"الي", "والي"})
TOWARD: Final = frozenset(["باتجاه", "نحو", "صوب", "اتجاه", "تجاه", "وباتجاه", "ونحو"])
_IN: Final = frozenset(["في", "وفي", "داخل", "بداخل", "لدي", "ضمن"])
_AROUND: Final = frozenset(
    [
        "محيط",
        "مقتربات",
        "جوار",
        "اطراف",
        "حرم",
        "اسوار",
        "سور",
        "بوابه",
        "مدرج",
        "مدخل",
        "ارض",
        "مبني",
        "مباني",
    ]
)
"""Nouns that say which part of a base is meant; the preposition stands before them."""
_NEAR_TO: Final = frozenset(["بالقرب", "القرب", "وبالقرب", "مقربه", "قريبا", "قريبه"])
_ON: Final = frozenset(["علي", "وعلي", "قرب", "محيط", "ضد"])
_CLASS: Final = {
    word: kind
    for kind, words in (("on", _ON), ("in", _IN), ("toward", TOWARD), ("to", TO), ("from", _FROM))
    for word in words
}
"""Preposition → its class."""
_LISTS: Final = frozenset(
    "هي وهي هما وهما منها ومنها بينها وبينها ضمنها مقدمتها راسها ابرزها اخرها ذلك مثل".split()  # noqa: SIM905
)
"""What begins the list of the bases just spoken of: من مواقع أخرى، مثل قاعدة كذا."""
_OWN_SITES: Final = (*OWN, "مواقعه", "مواقعها", "مواقعهم", "مقراته", "مقراتها", "مقراتهم")
_LISTED: Final = 6  # words between the bases spoken of and their list
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
        gone = not (TO | TOWARD).isdisjoint(reading.words[max(begin, at - _WHERE) : at])
        return at - 1, "to" if gone else "in"
    outside = word == "خارج" and "head" in reading.flags(at)  # نقل الجنود خارج قاعدة كذا
    kind = "from" if outside else _CLASS.get(word, "")
    return (at - 1, kind) if kind else _of_list(reading, at, begin)


def _of_list(reading: Reading, at: int, begin: int) -> tuple[int, str]:
    """Return what `preposition_of` does for the first of a list: what rules the bases spoken of rules it."""
    listed = _bases_before(reading, at - 1, begin) if begins_list(reading, at, begin) else -1
    return preposition_of(reading, listed, "", begin) if listed >= 0 else (at, "")


def begins_list(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether the noun phrase at word `at` is the first of a list of what was just spoken of: بما فيها كذا."""
    if at <= begin:
        return False
    word = reading.words[at - 1]
    return word in _LISTS or (word == "فيها" and reading.words[at - 2] == "بما")


def _bases_before(reading: Reading, i: int, begin: int) -> int:
    """Return the word after the bases whose list begins at word `i`, or قواعدها, if they are ruled; else -1."""
    for k in range(i - 1, max(begin, i - _LISTED) - 1, -1):
        own = reading.words[k].endswith(_OWN_SITES)  # من قواعدها، بما فيها كذا
        clitic = reading.flags(k).get("head", "" if own else None)
        if clitic is not None:
            ruled = reading.words[k - 1] in _CLASS or clitic.lstrip("وفا")[:1] in {"ب", "ل"}
            return k + 1 - own if ruled and k > begin else -1
    return -1


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
    if at - _NOUN < begin or reading.words[at - 1] not in {"اسم", "باسم"}:
        return at
    before = reading.words[at - 2]
    if before not in _BEARS and not before.startswith("المعروف"):
        return at
    nouns = range(at - 3, max(begin, at - 3 - _WHERE), -1)
    return next((k for k in nouns if "head" in reading.flags(k)), at)


def _is_adjective(word: str) -> bool:
    """Tell whether a word with the article may describe a base: قاعدته اللاشرعية في كذا."""
    return word.startswith("ال") and word.endswith(("يه", "ي"))


def _base_before(reading: Reading, i: int, begin: int) -> int:
    """Return where the noun stands whose place the preposition at word `i` gives: قاعدة جوية في كذا; else -1."""
    k = i - 1
    while k > begin and (
        reading.words[k] in name_words()["described"]
        or "head-adjective" in reading.flags(k)
        or _is_adjective(reading.words[k])
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
