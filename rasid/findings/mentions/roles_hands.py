"""The role of a base that changes hands: قاعدة كذا أصبحت بيد الجيش، عادت إلى السيادة العراقية، انتقلت إدارتها."""

from __future__ import annotations

from typing import Final

from rasid.findings.reading import Reading

CONTROL: Final = ("سيطر", "السيطر", "ادار", "الادار", "امر")
_NOW: Final = frozenset(
    "اصبح اصبحت اصبحتا اصبحا بات باتت باتتا باتا صار صارت اضحت امست ستصبح سيصبح تصبح".split()  # noqa: SIM905
)
_BOTH: Final = frozenset({"اصبحتا", "اصبحا", "باتتا", "باتا", "صارتا", "صارا"})
_IN_HAND: Final = frozenset({"بيد", "بايدي", "بعهده", "بقبضه"})
_FOREIGN: Final = frozenset("الامريكيه الاميركيه الامريكي الاميركي التحالف الاجنبيه".split())  # noqa: SIM905
_CHARGE: Final = frozenset("اداره ادارتها سيطره مسووليه السيطره المسووليه ملف مقاليد".split())  # noqa: SIM905
_MOVES: Final = ("انتقل", "تنتقل", "ينتقل", "عاد", "اعاد", "اعيد", "تعود", "نقل")
_BACK_TO: Final = ("سياد", "السياد", "سيطر", "السيطر", "ادار", "الادار", "حضن", "كنف", "عهد")
_NEAR: Final = 5  # words from the name to whose hands it is in
_HOLDER: Final = 5  # words that name who holds it
_LIST: Final = 10  # words from the first of two bases to a verb said of both


def held_now(reading: Reading, at: int, first: int, end: int) -> str | None:
    """Return handover where a base is in other hands now: باتت قاعدة كذا بيد الجيش; remains where foreigners hold it.

    The noun phrase of the name begins at word `at`, the name at `first`, the sentence ends at `end`.
    """
    begin = _behind_both(reading, first, end) or first + 1
    near = range(begin, min(end - 1, begin + _NEAR))
    for k in near:
        under = reading.words[k] == "تحت" and reading.words[k + 1].startswith(CONTROL)
        if not under and reading.words[k] not in _IN_HAND:
            continue
        became = at > 0 and reading.words[at - 1].lstrip("وف") in _NOW
        became = became or any(w.lstrip("وف") in _NOW for w in reading.words[begin - 1 : k])
        if not became and not _FOREIGN.isdisjoint(reading.words[k + 1 : k + 1 + _HOLDER]):
            return "remains"
        return "handover" if under or became else None
    return None


def _behind_both(reading: Reading, first: int, end: int) -> int:
    """Return the word behind a verb said of two bases, 0 without one: قاعدتا كذا وكذا أصبحتا بيد الجيش."""
    for k in range(first + 1, min(end, first + _LIST)):
        if reading.words[k] in _BOTH:
            return k + 1
    return 0


def charge_moves(reading: Reading, i: int, noun: int, end: int) -> bool:
    """Tell whether the verb at word `i` gives the base after `noun` to others: انتقلت إدارة قاعدة كذا."""
    if not reading.words[i].lstrip("وفستي").startswith(_MOVES):
        return False
    if any(word in _CHARGE for word in reading.words[i + 1 : noun]):
        return True
    back = range(noun + 1, min(end - 1, noun + _NEAR + 1))
    return i == noun - 1 and any(
        reading.words[k] == "الي" and reading.words[k + 1].startswith(_BACK_TO) for k in back
    )
