"""What is said of a base before its name where no word that goes with its preposition tells: سلم التحالف قاعدة كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.mentions.prepositions import TO
from rasid.findings.mentions.roles_after import ASIDE, ROLE, is_denied
from rasid.findings.reading import Reading

BEFORE: Final = 24  # words looked back for a cue
OBJECT: Final = 5  # words between a verb and the base as its object
_FAR_OBJECT: Final = 14  # words between سلم or أخلى, with its long subject, and the base
_COMES: Final = frozenset({"صل", "يصل", "صلت", "تصل"})
"""وصل, يصل without و and س."""
_AIMED: Final = ("وجه", "ووجه", "توجيه", "اطلق", "واطلق", "اطلاق")
_KEPT: Final = ("قتصر", "توزع", "يتوزع", "موزع")
_RECEIPT: Final = frozenset({"استلام", "تسلم", "استلامها", "تسلمها"})
_OWN: Final = frozenset(
    ["العراقي", "العراقيه", "العراق", "السوري", "السوريه", "الحكوميه", "الافغاني", "الافغانيه"]
)


def told_before(reading: Reading, at: int, kind: str, begin: int) -> str | None:
    """Return the role that what stands before the noun phrase at word `at` gives, whatever its distance.

    Args:
        reading: The text.
        at: Where the noun phrase of the name begins.
        kind: The class of the preposition before it.
        begin: Where the sentence begins.
    """
    if _shot_down(reading, at, begin):
        return "attacked"
    if not kind:
        return _far_object(reading, at, begin)
    if kind == "on":
        return _taken_over(reading, at, begin)
    if kind == "to" and reading.words[at] not in TO:
        if _received(reading, at, begin):
            return "handover"
        return "attacked" if _struck(reading, at, begin) else None
    return None


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
        if word.lstrip("وس") in _COMES:
            return None if is_denied(reading, i, begin) else "arrival"
        for flag in ("hand", "depart", "attack"):
            if flags.get(flag) in {"", "و"} and word.lstrip("و")[0] not in "بل":
                return None if is_denied(reading, i, begin) else ROLE[flag]
    return None


def _struck(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether an attack stands shortly before a base with ل: مستهدفاً المدخل الرئيسي لقاعدة كذا."""
    return any(
        "attack" in reading.flags(k) and not is_denied(reading, k, begin)
        for k in range(max(begin, at - OBJECT), at)
    )


def _received(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether whoever takes a base over stands between the noun and the base with ل: استلام الجيش لقاعدة كذا."""
    return any(
        reading.words[k].lstrip("وفبل") in _RECEIPT for k in range(max(begin, at - OBJECT), at)
    )


def _shot_down(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether what is shot down was above the base at word `at`: إسقاط ثلاث مسيرات فوق قاعدة كذا."""
    if at == begin or reading.words[at - 1] != "فوق":
        return False
    return any("اسقط" in w or "اسقاط" in w for w in reading.words[max(begin, at - ASIDE) : at])


def _taken_over(reading: Reading, at: int, begin: int) -> str | None:
    """Return handover where the country's own army takes control of the place: سيطر الجيش العراقي على."""
    for i in range(at - 1, max(begin, at - ASIDE) - 1, -1):
        if any(stem in reading.words[i] for stem in ("سيطر", "اشرف", "يشرف")):
            own = not _OWN.isdisjoint(reading.words[max(begin, i - 4) : at])
            return "handover" if own and "سيطر" in reading.words[i] else None
    return None


def kept_to(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether على at word `at` says to which bases forces are kept: اقتصر الوجود على، موزعين على قاعدتي كذا."""
    return any(
        stem in word for word in reading.words[max(begin, at - BEFORE) : at] for stem in _KEPT
    )


def fired(reading: Reading, at: int, begin: int) -> bool:
    """Tell whether weapons are aimed at what إلى at word `at` precedes: ثمانية صواريخ وجهت إلى قاعدة كذا."""
    before = range(max(begin, at - OBJECT), at)
    aimed = any(reading.words[k].startswith(_AIMED) for k in before)
    return aimed and any("weapon" in reading.flags(k) for k in before)
