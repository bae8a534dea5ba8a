"""Whether a clause tells of a withdrawal, and of which: whole, begun, from one place, of a stage left open."""

from __future__ import annotations

from typing import Final

from rasid.findings.dates.clause import FORCES, PLACES_ELSEWHERE, Clause
from rasid.language.numbers_scan import folded_words

# An exit from one of these is not the forces' (الانسحاب من الاتفاق النووي، من سوريا).
_ELSEWHERE: Final = PLACES_ELSEWHERE | folded_words(
    "الاتفاق الاتفاقية المعاهدة البطولة المباراة السباق الدوري الانتخابات الحكومة الاتحاد الاتفاقات الجلسة اليونسكو"
)
_LAST_ONES: Final = frozenset(("force", "start"))
ORDINALS: Final = frozenset(("first", "second", "last"))


def exit_of(clause: Clause, k: int) -> str | None:
    """Read a withdrawal; in المرحلة الثانية من الانسحاب the stage decides."""
    if is_of_a_stage(clause, k):
        return None
    if clause.w.words[k + 1].removeprefix("ال").startswith(_OFFICES):
        return "other"  # قبل مغادرة منصبه في 20 كانون الثاني
    if not clause.of_forces() and ("leave" in clause.kinds(k) or not clause.names_a_power()):
        return None
    if _leaves_otherwise(clause, k):
        return None
    return withdrawal(clause, k)


def is_of_a_stage(clause: Clause, k: int) -> bool:
    """Tell whether word `k` says of what the stage before it is: المرحلة الثانية من (خطة) الانسحاب."""
    words = clause.w.words
    return any(words[j] == "من" and clause.kinds(j - 1) & ORDINALS for j in (k - 1, k - 2))


def _leaves_otherwise(clause: Clause, k: int) -> bool:
    """Tell whether something other than forces leaves: خروج المدنيين، سحب المونديال، الخروج بنتائج."""
    after = clause.w.words[k + 1]
    if not clause.w.near(k + 1):
        return False
    if clause.w.words[k].lstrip("وبل") in _RETURNS:
        home = clause.w.words[k + 1 : min(k + 8, clause.stop)]
        return not (any(clause.kinds(j) & FORCES for j in (k + 1, k + 2)) and "من" in home)
    if "leave" in clause.kinds(k):
        return False  # انسحبت بحلول أيلول
    if after.startswith(_IDIOMS):
        return True
    return after.startswith("ال") and not clause.kinds(k + 1) and not after.startswith(_OF_FORCES)


_OFFICES: Final = ("منصب", "سلطه", "سلطت", "حكم")
_RETURNS: Final = frozenset(("عوده", "العوده"))  # عودة جميع القوات من العراق
_IDIOMS: Final = (
    "بنتا",
    "بنتيج",
    "بحل",
    "بقرار",
    "بتوص",
    "باتفاق",
    "بموقف",
    "بصيغ",
)
_OF_FORCES: Final = (
    "الامر", "الامير", "الاجنب", "الكامل", "النهاي", "التدريج", "العسكر", "الشامل", "الجزي", "المرتقب", "المقرر",
    "القتال", "الدولي", "التام", "الكلي", "الفور", "المزمع", "المتفق", "الوشيك", "المنظم", "الموعود", "الذي", "الفعلي",
    "الولايات", "الحلف", "الاطلس", "المتبادل", "المعلن", "المحتمل", "العراق", "البلاد", "الاراضي", "القواعد", "القاعده",
    "المنطقه", "الانبار", "المتمركز", "المنتشر", "المتواجد", "الموجود", "المتبق", "الباق",
)  # fmt: skip


def withdrawal(clause: Clause, k: int, subject: int | None = None) -> str:
    """Return whether a withdrawal at word `k` is elsewhere, whole, begun, from one place, or of a stage left open.

    subject: the word where the subject of a verb begins that stands before it (وجود القوات في القواعد سينتهي).
    """
    words = clause.w.words
    for j in range(k + 1, min(k + 9, clause.w.count)):
        if words[j] == "من" and words[j + 1] in _ELSEWHERE and "عراق" not in words[j + 2]:
            return "other"
    if words[k + 1].startswith("جزي"):
        return "phase-one"  # انسحاب جزئي
    begun = clause.has("start", range(max(clause.first, k - 3), k))
    if begun and "leave" not in clause.kinds(k):
        return "phase-one"  # يبدأ الانسحاب الكامل
    begin = k if subject is None else subject
    site = clause.has("site", range(begin, _sign_after(clause, max(k + 1, clause.end))))
    if clause.has("whole", range(_phrase_start(clause, k), k + 8)) or _of_the_last(clause, k):
        # All who leave one base may be a stage: a later date of the article tells.
        return "exit" if site and not clause.names_the_country(k) else "final-exit"
    if begun:
        return "phase-one"
    return "phase-one?" if site else "exit"


def _sign_after(clause: Clause, i: int) -> int:
    """Return where what is said right behind word `i` ends: nine words on, or at a comma after the date."""
    end = min(i + 9, clause.stop)
    signs = (j for j in range(i + 1, end) if "،" in clause.w.gaps[j])
    return next(signs, end)


def _phrase_start(clause: Clause, k: int) -> int:
    """Return the word that up to four words back, and past no sign, may say of word `k` that it is whole."""
    begin = k
    while begin > clause.first and k - begin < _NEAR_WORDS and clause.w.near(begin):
        begin -= 1
    return begin


_NEAR_WORDS: Final = 4


def _of_the_last(clause: Clause, k: int) -> bool:
    """Tell whether it is the last ones who leave: سيغادر آخر جندي، آخر دفعة من القوات ستغادر."""
    near = range(max(clause.first, k - 5), min(k + 4, clause.stop - 1))
    return any(clause.w.words[j] == "اخر" and clause.kinds(j + 1) & _LAST_ONES for j in near)
