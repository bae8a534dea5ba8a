"""The role of a base by what follows its name: قاعدة كذا تعرضت لهجوم، التي غادرتها القوات؛ and what denies a role."""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.roles_hands import held_now
from rasid.findings.reading import Reading

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
_FROM_THERE: Final = frozenset({"منها", "منه"})
_AFTER: Final = frozenset({"بعد", "عقب", "اثر"})
_ENDS: Final = frozenset({"تنتهي", "ستنتهي", "انتهت", "ينتهي", "سينتهي"})
_MISSIONS: Final = frozenset({"مهمه", "مهام", "مهمات", "وجود", "تواجد", "عمل"})
NEAR: Final = 5
ASIDE: Final = 12
_HELD: Final = 12
_RELATIVE: Final = frozenset({"التي", "الذي", "اللتين", "اللتان", "والتي", "والذي", "ما"})
THAT: Final = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})
_INSIDE_IT: Final = frozenset({"فيها", "فيه", "بها", "به", "فيهما", "بهما", "داخلها"})
HOLDS: Final = frozenset({"تضم", "يضم", "تستضيف", "يستضيف", "وتضم", "ويضم", "وتستضيف", "ويستضيف"})
_SHOWS: Final = frozenset({"تشهد", "شهدت", "يشهد", "شهد"})
_RECEIVES: Final = frozenset({"تستقبل", "ستستقبل", "استقبلت", "يستقبل", "استقبل"})
_EXPOSED: Final = frozenset({"تعرضت", "تعرض", "تتعرض", "يتعرض"})
_DONE: Final = frozenset({"تم", "وتم", "جري", "يتم"})
_TARGETED: Final = ("استهدافه", "قصفه", "مهاجمته", "ضربه")
_TOLD_FAR: Final = 16  # words after a name up to تعرضت, whatever describes it between
_DENIALS: Final = frozenset({"لا", "لم", "لن", "عدم", "ولا", "ولم", "ولن", "بعدم", "وعدم"})
_DENIES: Final = frozenset(
    "نفي نفت ينفي تنفي نافيا نافيه ونفي ونفت بنفي لنفي نفيه نفيها".split()  # noqa: SIM905
)
_ONLY: Final = frozenset({"سوي", "الا"})
_ONLY_REACH: Final = 8
_DENIAL_REACH: Final = 10
_NOT: Final = frozenset({"لم", "لا", "لن", "لضرب", "لشن", "لتنفيذ"})


def told_after(reading: Reading, at: int, first: int, end: int) -> str | None:
    """Return the role that the words after the name give: قاعدة كذا تعرضت لهجوم، سلمت، خلت.

    The noun phrase of the name begins at word `at`, the name at `first`, the next sentence at `end`.
    """
    if at > 0 and reading.words[at - 1] in _SHOWS:  # تشهد قاعدة كذا انسحابا
        for k in range(first + 1, min(end, first + NEAR)):
            if shown := _shown(reading, k):
                return shown
    held = held_now(reading, at, first, end)
    if held is not None:
        return held
    if _is_exposed(reading, first, end):
        return "attacked"
    seen = _scene_of(reading, first, end)
    if seen:
        return seen
    if _mission_ends(reading, at, first, end):
        return "departure"
    if _left_before(reading, first, end):
        return "departure"
    told = _beside(reading, _past_aside(reading, first, end), end)
    if told != "none":
        return told
    told = _told_of(reading, first, end)
    if told:
        return told
    after = range(first + 1, end)
    left = any(reading.words[k] in _FROM_THERE for k in after)  # بعد انسحاب القوات منها
    return "departure" if left and any("depart" in reading.flags(k) for k in after) else None


def _left_before(reading: Reading, first: int, end: int) -> bool:
    """Tell whether right behind the name forces have left: المهام في قاعدة كذا الجوية بعد انسحاب القوات."""
    for k in range(first + 1, min(end - 1, first + NEAR)):
        if reading.words[k] in _AFTER:
            return "depart" in reading.flags(k + 1)
    return False


def _mission_ends(reading: Reading, at: int, first: int, end: int) -> bool:
    """Tell whether the verb behind the name ends a mission named before it: مهمة التحالف في قاعدة كذا تنتهي."""
    ends = _ENDS.isdisjoint(reading.words[first + 1 : min(end, first + NEAR)])
    begin, _ = reading.sentence(first)
    return not ends and any(
        word.removeprefix("و").removeprefix("ال") in _MISSIONS for word in reading.words[begin:at]
    )


def _is_exposed(reading: Reading, first: int, end: int) -> bool:
    """Tell whether تعرضت, تم استهدافها follow the name, whatever describes it between, before another base is named."""
    for k in range(first + 1, min(end, first + _TOLD_FAR)):
        if reading.words[k] in _EXPOSED:
            return True
        if reading.words[k - 1] in _DONE and reading.words[k].startswith(_TARGETED):
            return True
        if reading.flags(k).get("head") in {"و", "وب"}:
            return False
    return False


def _scene_of(reading: Reading, first: int, end: int) -> str | None:
    """Return the role of what شهدت, تستقبل say far behind the name: قاعدة كذا بريف كذا، شهدت هبوط طائرة."""
    for k in range(first + NEAR, min(end - 1, first + _TOLD_FAR)):
        if "head" in reading.flags(k):
            return None
        if "،" not in reading.gaps[k - 1]:
            continue
        if reading.words[k] in _SHOWS:
            return _shown(reading, k + 1)
        if reading.words[k] in _RECEIVES and troops_after(reading, k, min(end, k + NEAR)):
            return "arrival"
    return None


def _beside(reading: Reading, begin: int, end: int) -> str | None:
    """Return the role that the words from `begin` on give at once, "none" when they give none."""
    near = range(begin, min(end, begin + NEAR))
    if any("emptied" in reading.flags(i) for i in near):
        return "departure"
    for i in near[:-1]:
        word, following = reading.words[i], reading.words[i + 1]
        if word.startswith("لسيطر") or (word == "الي" and following.startswith("سيطر")):
            return "handover"  # أعيدت قاعدة كذا لسيطرة العراق
        if word in _SHOWS and (shown := _shown(reading, i + 1)):
            return shown
    return _first_told(reading, near, end)


def _shown(reading: Reading, i: int) -> str | None:
    """Return the role of the movement at word `i`, of which a base is the scene."""
    flags = reading.flags(i)
    return next((ROLE[flag] for flag in ("depart", "hand", "arrive") if flag in flags), None)


def _first_told(reading: Reading, near: range, end: int) -> str | None:
    """Return the role of the first word of attack, handover or stay among words `near`, "none" when none is."""
    for i in near:
        flags = reading.flags(i)
        if reading.words[i] in _NOT or reading.words[i] in THAT:
            break
        if reading.words[i] in HOLDS and troops_after(reading, i, end):
            return "remains"
        if reading.words[i] == "لاستقبال":
            return "arrival"
        for flag in ("attack", "hand"):
            if flag in flags and flags[flag].lstrip("وف")[:1] not in {"ل", "ب"}:
                return ROLE[flag]
    return "none"


def _past_aside(reading: Reading, first: int, end: int) -> int:
    """Return the word after an aside between commas: عين الأسد، وهي أكبر القواعد، سلمت."""
    for k in range(first, min(end, first + 3)):
        if "،" in reading.gaps[k]:
            for close in range(k + 1, min(end, k + ASIDE)):
                if "،" in reading.gaps[close]:
                    return close + 1
            break
    return first + 1


def _told_of(reading: Reading, first: int, end: int) -> str | None:
    """Return the role that a relative clause gives: القاعدة التي غادرتها القوات، التي تتمركز فيها."""
    for k in range(first + 1, min(end, first + 1 + NEAR)):
        if reading.words[k] in THAT:
            return None  # مصادر في قاعدة كذا أن الآليات التي أرسلت
        if reading.words[k] not in _RELATIVE:
            continue
        for i in range(k + 1, min(end, k + NEAR)):
            for flag, role in ROLE.items():
                if flag + "-it" in reading.flags(i):
                    return None if is_denied(reading, i, k) else role
            if "remain" in reading.flags(i) and not _INSIDE_IT.isdisjoint(reading.words[i : i + 5]):
                return None if is_denied(reading, i, k) else "remains"
        return None
    return None


def stay_there(reading: Reading, first: int, end: int) -> bool:
    """Tell whether the words behind the name say that forces are there: قرب مطار كذا حيث تنتشر قوات."""
    for k in range(first + 1, min(end, first + NEAR)):
        if reading.words[k] == "حيث":
            near = range(k + 1, min(end, k + NEAR))
            return any("remain" in reading.flags(i) and not is_denied(reading, i, k) for i in near)
    return False


def troops_after(reading: Reading, i: int, end: int) -> bool:
    """Tell whether forces are named soon after word `i`: قاعدة تضم مئات الجنود."""
    return any("troops" in reading.flags(k) for k in range(i + 1, min(end, i + _HELD)))


def is_denied(reading: Reading, i: int, begin: int) -> bool:
    """Tell whether the word at `i` is denied: لن تنسحب، عدم مغادرة، نفت الوزارة تعرض القاعدة لهجوم."""
    if "زال" in reading.words[i] or not _ONLY.isdisjoint(reading.words[i + 1 : i + _ONLY_REACH]):
        return False  # لا يزال, لم يتبق في قاعدة كذا سوى خمسين جنديا
    if i > begin and reading.words[i - 1] in _DENIALS and reading.gaps[i - 1] == " ":
        return True
    before = reading.words[max(begin, i - _DENIAL_REACH) : i]  # its long subject between
    return not _DENIES.isdisjoint(before) and "ان" not in before
