"""Names of words that no list has, shown by what leads to them: والكولومبي راداميل فالكاو, واسمه الحقيقي كذا كذا."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from rasid.findings.people.heard_words import analysed
from rasid.findings.people.names import Name, NameFinder
from rasid.findings.people.shapes import CONTINUES
from rasid.findings.people.words import CLUBS, is_nisba, name_words
from rasid.findings.reading import Reading
from rasid.language.lexicon import lexicon

_NAMED: Final = frozenset({"اسمه", "اسمها"})
_CALLED: Final = _NAMED | {"واسمه", "واسمها", "ويدعي", "وتدعي", "المدعو", "المدعوه"}
_KIN: Final = tuple(
    "سلف خلف مواطن زميل مدرب محامي مدير قائد مهاجم مدافع حارس لاعب نجم هداف رئيس وكيل مساعد نائب سائق "  # noqa: SIM905
    "صديق شريك متحدث ممثل مبعوث مستشار وزير سكرتير شريكت زوجت زميلت مواطنت صديقت نجمت".split()
)
_LIKE: Final = frozenset(
    a + k + p for k in _KIN for p in ("ه", "ها", "هم") for a in ("", "و", "ب", "ل")
)
"""Nouns with a pronoun that a name follows: سلفه هوارشيو كارتيس, ومدربها جومو سونو."""
_REAL: Final = frozenset({"الحقيقي", "الكامل", "الاصلي", "الثلاثي"})
_ARTICLES: Final = ("ال", "وال", "بال", "لل", "فال", "كال")
_TWO: Final = 2  # words of a name at least


@cache
def _leads() -> frozenset[str]:
    nations = {word for word in name_words()["nation"] if word.startswith("ال")}
    return frozenset({*nations, *("و" + word for word in nations), *_CALLED, *_LIKE})


def led_names(reading: Reading, finder: NameFinder) -> list[Name]:
    """Return the names of two words or more that the nation of a person, or اسمه, leads to; marks them as covered."""
    cut = reading.document.cut
    leads = _leads()
    found: list[Name] = []
    told = cut.types.column(leads, leads.__contains__, np.bool_)
    for i in told.at(cut.numbers).nonzero()[0].tolist():
        first = i + 1
        if i in finder.covered and reading.words[i] in _CALLED:
            continue
        if reading.words[i] in _CALLED and reading.words[first : first + 1]:
            first += reading.words[first] in _REAL
            if first == i + 1 and reading.words[i] in _NAMED:
                continue  # ارتبط اسمه بمانشستر يونايتد
        elif first in reading.cues or (reading.words[i] not in _LIKE and _describes(reading, i)):
            continue
        if first in finder.covered or reading.gaps[first - 1] not in CONTINUES:
            continue
        like = reading.words[i] in _LIKE
        if like and (reading.surface(i, first).endswith("ة") or is_nisba(reading.words[first])):
            continue  # نجمة بوليوود; مهاجمه الأورغوياني
        last = finder.unheard_name(first)
        if last - first >= _TWO and reading.words[last - 1] not in CLUBS:
            found.append(Name(first, last, 0, -1, ""))
            finder.people.update(range(first, last))
            finder.covered.update(range(first, last))
    return found


def _describes(reading: Reading, i: int) -> bool:
    """Tell whether the adjective of a nation at word `i` belongs to a noun before it: المنتخب الكولومبي."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return False
    before, cue = reading.words[i - 1], reading.cues.get(i - 1)
    if reading.words[i].startswith("و") and before.startswith(_ARTICLES):
        return True  # المنتخبين الفرنسي والكولومبي
    if cue is not None and (cue.verb is not None or "preposition" in cue.flags):
        return False  # تعاقد مع الكولومبي راداميل فالكاو
    told = analysed(reading.surface(i - 1, i))
    return told.article or told.enclitic != "" or told.lemma not in lexicon().verbs
