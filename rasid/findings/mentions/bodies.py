"""Context rules for names of bodies that others have as well, or that are words: مكتب رئيس الوزراء، القاعدة."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import NameForm
from rasid.findings.mentions.lands import country_of
from rasid.findings.people.words import name_words
from rasid.findings.reading import Reading

HOME: Final = "IQ"
"""The country of listed bodies whose short names bodies elsewhere have as well."""
_IN: Final = frozenset({"في", "لدي"})
_QUOTED: Final = frozenset('"“”«')
_MEMBERS: Final = frozenset(
    ["تنظيم", "جماعه", "مسلحي", "مسلحو", "مقاتلي", "مقاتلو", "عناصر", "عنصر", "زعيم", "قيادات", "قيادي", "قياديي",
     "ارهابيي", "ارهابيو", "فرع", "جناح", "خلايا", "خليه", "انصار", "متشددي", "متشددو", "امير", "اعضاء", "عضو",
     "معسكرات", "شيوخ", "فلول", "اتباع", "مجاهدي", "شبكه", "مبايعه"]
)  # fmt: skip
"""Nouns before an armed group: مسلحي القاعدة."""
_GROUPS: Final = frozenset({"داعش", "النصره", "طالبان", "الارهاب"})
_OF_GROUPS: Final = ("الارهابي", "المتطرف", "المتشدد")


def accepts_body(reading: Reading, first: int, last: int, name: NameForm) -> bool | None:
    """Return whether the context makes a marked name the listed body; None: the article has to decide."""
    if name.mark == "+":
        return _as_group(reading, first, last, name)
    return False if _of_elsewhere(reading, last) else None


def _of_elsewhere(reading: Reading, last: int) -> bool:
    """Tell whether the words after a body's name say of which other country: مكتب رئيس الوزراء | الإسرائيلي."""
    if reading.gaps[last - 1] != " ":
        return False
    word = reading.words[last]
    if word.startswith("ال") and word in name_words()["nation"]:
        return not word.startswith("العراق")
    within = word in _IN and reading.gaps[last] == " "
    cue = reading.cues.get(last + 1 if within else last) if within or word[:1] in "بل" else None
    forms = [form for several in cue.names.values() for form in several] if cue is not None else []
    lands = {country_of(form.entity_id) for form in forms if not form.tail} - {""}
    return bool(lands) and HOME not in lands


def _as_group(reading: Reading, first: int, last: int, name: NameForm) -> bool | None:
    """Tell القاعدة the group from the base: مسلحي القاعدة، «القاعدة»، داعش والقاعدة, but not القاعدة الجوية."""
    after = reading.words[last] if last < len(reading.words) else ""
    if reading.gaps[last - 1] == " " and after.startswith("ال") and after.endswith("يه"):
        return after.startswith(_OF_GROUPS)
    before, gap = (reading.words[first - 1], reading.gaps[first - 1]) if first else ("", "")
    if gap[-1:] in _QUOTED:
        return True
    member = before.lstrip("وبل").removeprefix("ال") if gap in {" ", " #"} else ""
    if member in _MEMBERS:
        return True
    listed = name.prefix == "و" and before.lstrip("و") in _GROUPS
    return True if listed or after.removeprefix("و") in _GROUPS else None
