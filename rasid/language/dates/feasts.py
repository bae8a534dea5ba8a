"""Feasts and days of remembrance that the press dates by: عيد الأضحى، عاشوراء، رأس السنة، نوروز.

Those of the Hijri calendar are reckoned, not seen: where a country waits for the new moon its feast may be a day later.
Movable feasts of the churches are left out.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.language.dates.dated import dated
from rasid.language.dates.match import Match, Month
from rasid.language.folding import fold
from rasid.language.numbers_scan import Words, clitic_forms, folded_words


class _Feast(NamedTuple):
    words: tuple[str, ...]
    month: int
    day: int
    hijri: bool


_TABLE: Final = """
    عيد الفطر=10/1h عيد الأضحى=12/10h عيد الغدير=12/18h عيد النوروز=3/21 عيد نوروز=3/21 أعياد نوروز=3/21
    احتفالات نوروز=3/21 عيد العمال=5/1 عيد الميلاد المجيد=12/25 أعياد الميلاد=12/25 عاشوراء=1/10h
    رأس السنة الهجرية=1/1h رأس السنة الميلادية=1/1 رأس السنة=1/1 المولد النبوي=3/12h زيارة الأربعين=2/20h
    زيارة الأربعينية=2/20h أربعينية الإمام الحسين=2/20h أربعينية الحسين=2/20h ليلة القدر=9/27h الإسراء والمعراج=7/27h
    وقفة عرفات=12/9h وقفة عرفة=12/9h ليلة رأس السنة=12/31
"""
_NO_NEW_YEAR: Final = folded_words(
    "الأمازيغية الصينية القمرية العبرية اليهودية الفارسية الكردية الدراسية"
)
# What is sold or given for a feast tells no day: سوق لأعياد الميلاد.
_KEPT_FOR: Final = folded_words("سوق بسوق أسواق هدايا شجرة أشجار زينة كعك ملابس بازار")
_KINDLY: Final = folded_words("المبارك السعيد الشريف المجيد المباركة")


def _feasts() -> dict[str, list[_Feast]]:
    """Return the feasts by the folded forms of their first word, longer names first."""
    table: dict[str, list[_Feast]] = {}
    entries = " ".join(_TABLE.split())
    while entries:
        name, _, rest = entries.partition("=")
        at, _, entries = rest.partition(" ")
        month, _, day = at.removesuffix("h").partition("/")
        words = tuple(fold(word).text for word in name.split())
        for form, _ in clitic_forms(words[0]):
            table.setdefault(form, []).append(
                _Feast(words[1:], int(month), int(day), at.endswith("h"))
            )
    return {form: sorted(found, key=lambda f: -len(f.words)) for form, found in table.items()}


_FEASTS: Final = _feasts()
FEAST_STARTS: Final[dict[str, frozenset[str] | None]] = {
    form: None if not found[0].words else frozenset(f.words[0] for f in found)
    for form, found in _FEASTS.items()
}
"""The words at which a feast may begin, and those that may follow (None: any)."""


FEAST_CUTS: Final = {
    form: cut for found in _TABLE.split() for form, cut in clitic_forms(fold(found).text) if cut
}
"""The length of the proclitics of such a word."""


def feast(w: Words, i: int) -> Match | None:
    """Read a feast with its year or direction: عيد الأضحى المقبل، عاشوراء 1447، رأس السنة، عيد الفطر هذا العام."""
    for name in _FEASTS.get(w.words[i], ()):
        end = i + 1 + len(name.words)
        if tuple(w.words[i + 1 : end]) != name.words or not all(
            w.near(k) for k in range(i + 1, end)
        ):
            continue
        if w.words[end] in _NO_NEW_YEAR or w.words[i - 1] in _KEPT_FOR:
            return None
        return _dated(w, i, end, name)
    return None


def _dated(w: Words, i: int, end: int, name: _Feast) -> Match | None:
    """Return the feast with what is written after it, past an adjective (عيد الأضحى المبارك المقبل)."""
    kindly = w.words[end] in _KINDLY and w.near(end)
    for after in (end + 1, end) if kindly else (end,):
        found = dated(w, Month(name.month, name.hijri, after, False), name.day, after)
        if found and (found[1] > after or after == end):
            return Match(i, found[1], found[0])
    return None
