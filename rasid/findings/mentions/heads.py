"""The noun of a base before its name: قاعدة كذا، القاعدة الأميركية في منطقة كذا، قاعدتها الواقعة في حقل كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.people.words import is_common, name_words
from rasid.findings.reading import Reading

OWNERS: Final = frozenset(
    "التحالف الاحتلال قوات القوات الجيش للتحالف للاحتلال لقوات للقوات للجيش".split()  # noqa: SIM905
)
"""Whose base it is: قاعدة الاحتلال الأميركي كذا، قاعدة لقوات التحالف الدولي في كذا."""
_SITES: Final = frozenset(
    ["مطار", "مطاري", "موقع", "موقعي", "مواقع", "مقر", "مقرات", "مجمع", "منشاه"]
)
"""Nouns before a name that make it a base only in a sentence about forces (مطار أربيل)."""
AREAS: Final = frozenset(
    "منطقه بلده ناحيه قضاء مدينه قريه محيط حقل معمل محطه منطقتي بلدتي ناحيتي قضايي مدينتي قريتي".split()  # noqa: SIM905
)
"""Nouns between في and the name: القاعدة الأميركية في منطقة كذا."""
_STANDING: Final = frozenset(
    ["الموجوده", "الواقعه", "الكاينه", "المقامه", "المتمركزه", "المتواجده"]
)
OWN: Final = (
    "قاعدته", "قاعدتها", "قاعدتهم", "قاعدتهما", "قاعدتنا", "قواعده", "قواعدها", "قواعدهم",
)  # fmt: skip
_DEFINITE: Final = frozenset({"القاعده", "القاعدتين", "القاعدتان", "القواعد"})
OF_THEM: Final = frozenset({"التابعه", "التابع", "التابعتين"})
"""Before whose bases they are: القواعد التابعة للتحالف."""


def after_head(reading: Reading, first: int, last: int, prefix: str) -> bool:
    """Tell whether قاعدة, معسكر ... stands before the name at words `[first, last)`, adjectives between allowed."""
    if first == 0 or prefix not in {"", "ب"}:
        return False
    if prefix:
        return _lies(reading, first, first, last)  # القاعدة الأميركية بكذا
    if stands_in(reading, first, last):
        return True
    i, _ = head_before(reading, first - 1)
    flags = reading.flags(i)
    if "head" not in flags or "\n" in reading.gaps[i]:
        return False
    noun = reading.words[i][len(flags["head"]) :]
    definite = noun.startswith("ال") or flags["head"].endswith("لل")
    if definite and i == first - 1:
        return False  # القاعدة العديد من: another noun begins
    if noun.startswith("مطار") and reading.words[last : last + 1] == ["الدولي"]:
        return False  # مطار رامون الدولي
    return noun not in _SITES or _of_forces(reading, i, last)


def stands_in(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name at words `[first, last)` says where a base lies that has no other name.

    القاعدة الأميركية في كذا، قاعدة التحالف في بلدة كذا، قاعدتها في حقل كذا; but not تنظيم القاعدة في كذا.
    """
    at = _phrase(reading, first)
    return at > 0 and _lies(reading, at, first, last)


def _phrase(reading: Reading, first: int) -> int:
    """Return where في منطقة or بمنطقة begins before the name at word `first`, or 0."""
    i = first - 1
    while i > 0 and reading.words[i] in AREAS:
        i -= 1
    word = reading.words[i]
    return i if i > 0 and (word == "في" or (word[:1] == "ب" and word[1:] in AREAS)) else 0


def _lies(reading: Reading, at: int, first: int, last: int) -> bool:
    """Tell whether a base is the noun whose place the phrase at word `at` gives."""
    i = at - 1
    while i > 0 and reading.words[i] in _STANDING:
        i -= 1
    if reading.words[i].startswith("لل") and reading.words[i - 1] in OF_THEM:
        i -= 2
    i, owned = head_before(reading, i)
    word = reading.words[i]
    if "\n" in reading.gaps[i]:
        return False
    if word.endswith(OWN):
        return True
    noun = word[len(reading.flags(i).get("head", "")) :]
    if owned:
        return noun in {"قاعده", "قاعدتي", "قاعدتين"} or noun in _DEFINITE
    if i == at - 1 and first - at > 1 and noun in {"قاعده", "قاعدتين"}:
        return True  # قاعدة في منطقة كذا
    if i == at - 1 or "head" not in reading.flags(i):
        return False
    # قاعدة جوية في بلد مجاور
    ordinary = last - first == 1 and is_common(reading.surface(first, last), bare=True)
    return noun in _DEFINITE or (noun == "قاعده" and not ordinary)


def head_before(reading: Reading, i: int) -> tuple[int, bool]:
    """Return where قاعدة, معسكر ... stands, from word `i` back over adjectives and owners, and whether one owns it.

    Where no such noun stands, the word that is none of these is returned.
    """
    owned = False
    described = name_words()["described"]
    while i > 0 and "head" not in reading.flags(i):
        word = reading.words[i]
        if word in OWNERS or word in OF_THEM:
            owned = True
        elif "head-adjective" not in reading.flags(i) and word not in described:
            break
        i -= 1
    return i, owned


def _of_forces(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the sentence speaks of forces outside words `[first, last)`."""
    begin, end = reading.sentence(first)
    kinds = {"military", "coalition"}
    return any(
        not kinds.isdisjoint(reading.flags(i)) for i in range(begin, end) if not first <= i < last
    )
