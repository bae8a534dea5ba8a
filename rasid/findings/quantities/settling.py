"""What a count is about once its neighbours are known: troops without a unit, men who may be of an armed group."""

from __future__ import annotations

import re
from typing import Final

from rasid.findings.quantities.context import ARMED_GROUPS, CASUALTIES, FORCES, NATIONS, TROOP_NOUNS
from rasid.findings.quantities.joining import Count, stops
from rasid.language.numbers_scan import Words

# The fight against a group, with up to three words of its name.
_AGAINST: Final = re.compile(
    r"\b(?:ضد|(?:ل|ب|و)?(?:هزيمه|محاربه|مكافحه|قتال|مواجهه|دحر|ملاحقه|القضاء علي))(?: \S+){1,3}"
)

_OWN_FORCES: Final = frozenset(
    lead + word for word in ("قواتها", "قواته", "عديدها", "عديدهم", "جنودها") for lead in ("", "و", "ب", "ل")
)  # fmt: skip
_APART: Final = frozenset(
    ("بعد", "قبل", "منذ", "عقب", "اثر", "خلال", "اثناء", "لمواجهه", "لمحاربه", "لقتال", "ضد")
)
_AMONG: Final = frozenset(("بينهم", "منهم", "وبينهم", "ومنهم", "وبينها", "بينها"))


def all_settled(w: Words, counts: list[Count]) -> list[Count]:
    """Settle what each count is about; one without a unit goes on what the count before it tells of.

    من نحو 130 ألف جندي إلى 3 آلاف، ثم إلى نحو 2500: each step is of the troops.
    """
    found: list[Count] = []
    for count in counts:
        one = _settled(w, count)
        if found and not one.unit and one.about == "other" and found[-1].about == "troops":
            between = w.words[found[-1].end : one.first]
            if "الي" in between and all(word in _ONWARD or word < ":" for word in between):
                one = one._replace(about="troops")
        found.append(one)
    return found


_ONWARD: Final = frozenset(
    ("الي", "ثم", "وثم", "في", "عام", "العام", "سنه", "نهايه", "لاحقا", "حاليا")
)


def _settled(w: Words, count: Count) -> Count:
    """Settle what a count is about from its sentence: troops without a unit, men who may be of an armed group."""
    if count.unit == "%" or (count.low < 1 and count.high < 1):
        return count if count.about == "other" else count._replace(about="other")
    if count.unit == "درجة":
        return _below_zero(w, count)
    if count.about == "troops?":
        return count._replace(about="troops" if _are_troops(w, count) else "other")
    if count.about == "other" and _is_part_of_troops(w, count):
        return count._replace(about="troops")
    if not count.unit:
        before = w.words[max(0, count.first - 8) : count.first]
        troops = not TROOP_NOUNS.isdisjoint(before) and CASUALTIES.isdisjoint(before)
        about = "troops" if troops else "other"
        return count if count.about == about else count._replace(about=about)
    return count


def _below_zero(w: Words, count: Count) -> Count:
    """Return degrees with their sign: خمس درجات تحت الصفر."""
    end = count.end + (w.words[count.end] == "ميويه")
    if w.words[end : end + 2] != ["تحت", "الصفر"] or not w.near(end):
        return count
    return count._replace(end=end + 2, low=-count.high, high=-count.low)


def _are_troops(w: Words, count: Count) -> bool:
    """Tell whether men are soldiers: what follows them says whose they are, else what stands before."""
    after = _following(w, count.end, 6)
    before = w.words[max(0, count.first - 7) : count.first]
    if not _OWN_FORCES.isdisjoint(before) and not _names_a_group(before):
        after = after[: next((k for k, word in enumerate(after) if word in _APART), len(after))]
        return not _names_a_group(after)  # ضاعفت قواتها لتبلغ 5 آلاف عنصر بعد معارك مع التنظيم
    if _names_a_group(after):
        return False
    if count.unit == "قوة" or not FORCES.isdisjoint(after):
        return True
    if count.unit != "مقاتل" and not NATIONS.isdisjoint(after[:2]):
        return True
    sentence = _around(w, count, 25)
    return not FORCES.isdisjoint(sentence) and not _names_a_group(sentence)


def _is_part_of_troops(w: Words, count: Count) -> bool:
    """Tell a nation's part of the soldiers just numbered: 3500 جندي أجنبي، بينهم 2500 أميركي."""
    if w.words[count.first - 1] not in _AMONG or w.words[count.end - 1] not in NATIONS:
        return False
    before = w.words[max(0, count.first - 12) : count.first]
    return not TROOP_NOUNS.isdisjoint(before) and CASUALTIES.isdisjoint(before)


def _names_a_group(words: list[str]) -> bool:
    """Tell whether an armed group is named other than as the enemy (التحالف الدولي لهزيمة تنظيم داعش)."""
    text = " ".join(words).replace("القوات المسلحه", "القوات")
    if not any(group in text for group in ARMED_GROUPS):
        return False
    return any(group in _AGAINST.sub(" ", text) for group in ARMED_GROUPS)


def _following(w: Words, i: int, reach: int) -> list[str]:
    """Return the words from word `i` on, within its sentence."""
    end = i
    while end < w.count and end - i < reach and not stops(w.gaps[end]):
        end += 1
    return w.words[i:end]


def _around(w: Words, count: Count, reach: int) -> list[str]:
    """Return the words around a count, within its sentence."""
    first, end = count.first, count.end
    while first > 0 and count.first - first < reach and not stops(w.gaps[first]):
        first -= 1
    while end < w.count and end - count.end < reach and not stops(w.gaps[end]):
        end += 1
    return w.words[first:end]
