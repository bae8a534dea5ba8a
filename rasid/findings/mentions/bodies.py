"""Context rules for names of bodies that others have as well, or that are words: مكتب رئيس الوزراء، القاعدة."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import NameForm
from rasid.findings.mentions.gazetteer import by_id
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
_OUTLET_WORDS: Final = frozenset(
    "قناه فضاييه شبكه موقع مراسل مراسله مراسلو مراسلي مذيع مذيعه شاشه كاميرا مدير برنامج".split()  # noqa: SIM905
)
"""Nouns before an outlet: مراسل الجزيرة."""
_TOLD_TO: Final = frozenset({"ل", "الي", "عن", "مع", "بحسب", "وفق", "حسب", "ب"})
_GROUPS: Final = frozenset({"داعش", "النصره", "طالبان", "الارهاب"})
_OF_GROUPS: Final = ("الارهابي", "المتطرف", "المتشدد")


def accepts_body(reading: Reading, first: int, last: int, name: NameForm) -> bool | None:
    """Return whether the context makes a marked name the listed body; None: the article has to decide."""
    if name.mark == "+" and by_id()[name.entity_id].details["class"] == "media":
        return name.prefix == "" and _as_outlet(reading, first, last)
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


def _as_outlet(reading: Reading, first: int, last: int) -> bool:
    """Tell an outlet from the word that names it: مراسل الجزيرة، قالت الجزيرة إن، لـ"الجزيرة"."""
    if first == 0 or (reading.gaps[last - 1] == " " and reading.words[last].startswith("ال")):
        return False  # قالت الجزيرة العربية
    before, cue, gap = (
        reading.words[first - 1],
        reading.cues.get(first - 1),
        reading.gaps[first - 1],
    )
    quoted = gap[-1:] in _QUOTED
    if not (quoted or gap in {" ", " #"}):
        return False
    if before.lstrip("ولب") in _OUTLET_WORDS:
        return True
    told = cue is not None and cue.verb is not None and cue.verb.feminine
    if quoted:
        return told or before in _TOLD_TO
    after = reading.cues.get(last)
    return told and after is not None and "link" in after.flags  # تتحدث العربية, أخبرت العالم بأسره


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
