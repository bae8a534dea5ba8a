"""The well-known whom an article about their country calls by family name only: استقبل السوداني الوفد."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Final

import numpy as np

from rasid.findings.mentions import gazetteer
from rasid.findings.mentions.lands import country_of
from rasid.findings.people.heard_words import analysed
from rasid.findings.people.lone_families import OFFICES, governs
from rasid.findings.people.names import TELL, Name
from rasid.findings.people.short_names import ORDINALS
from rasid.findings.people.words import is_nisba, name_words
from rasid.findings.reading import Reading
from rasid.language.lexicon import lexicon

_TO: Final = "لل"
_HEADS: Final = ("رئيس مجلس الوزراء", "رئيس الوزراء", "رئيس الجمهورية", "رئيس وزراء")


@cache
def _families() -> dict[str, dict[str, str]]:
    """Family names of the form ال…ي → country → whom that country's news calls by it alone.

    Of words that say of what kind something is (العسكري) only those of a nation are such names.
    """
    described = name_words()["described"] | ORDINALS
    persons: dict[tuple[str, str], set[str]] = {}
    for entity in gazetteer.entities():
        for spelling in entity.spellings if entity.kind == "person" else ():
            key = spelling.words[-1], entity.details["country"]
            persons.setdefault(key, set()).add(entity.entity_id)
    found: dict[str, dict[str, str]] = {}
    for (family, country), ids in persons.items():
        if len(ids) > 1:  # of several the one who led the country
            ids = {who for who in ids if _led(who)}
        if len(ids) == 1 and is_nisba(family) and (family not in described or _nation_of(family)):
            found.setdefault(family, {})[country] = next(iter(ids))
    return found


def _led(entity_id: str) -> bool:
    """Tell whether a listed person is or was head of government or of state."""
    return gazetteer.by_id()[entity_id].details["title_ar"].startswith(_HEADS)


@cache
def _nation_of(family: str) -> str:
    """Return the country whose people a family name calls too ("" for most): السودان of السوداني."""
    named = (e for e in gazetteer.entities() if e.kind == "country")
    land = (family.removesuffix("ي"),)
    found = (e.entity_id for e in named if any(s.words == land for s in e.spellings))
    return next((country_of(entity_id) for entity_id in found), "")


def known_names(
    reading: Reading, covered: set[int], countries: Collection[str], people: list[Name]
) -> list[Name]:
    """Find the well-known whom an article about their country calls by family name only: استقبل السوداني الوفد.

    An adjective of that form follows a noun with the article (الجيش السوداني); a name does not. Where someone else of
    that family is named in full, he is meant.
    """
    found: list[Name] = []
    if not countries:
        return found
    families, cut = _families(), reading.document.cut
    full = {reading.words[n.last - 1]: n.entity_id for n in people if n.last - n.first > 1}
    told = cut.types.column(known_names, lambda word: _family(word) in families, np.bool_)
    for i in told.at(cut.numbers).nonzero()[0].tolist():
        word = _family(reading.words[i])
        skip = 0 if word == reading.words[i] else len(_TO)
        meant = [who for land, who in families[word].items() if land in countries]
        foreign = _nation_of(word) in countries and _nation_of(word) != ""
        free = len(meant) == 1 and i not in covered and not foreign
        if free and (skip or _stands_for_one(reading, i)):
            found.append(Name(i, i + 1, skip, -1, full.get(word, meant[0])))
    return found


def _family(word: str) -> str:
    """Return a word with the article in full where ل has swallowed its alif: للسوداني."""
    return f"ال{word.removeprefix(_TO)}" if word.startswith(_TO) else word


def _stands_for_one(reading: Reading, i: int) -> bool:
    """Tell whether the family name at word `i` stands for a person: it begins a headline, or belongs to no noun."""
    if i == 0 or reading.gaps[i - 1] != " ":
        begins = i == 0 or "\n" in reading.gaps[i - 1]
        # الأعرجي: المهمة تنتهي; السوداني قدّم المشهد كإنجاز
        return begins and (reading.gaps[i].strip()[:1] == ":" or _tells(reading, i + 1))
    before, cue = reading.words[i - 1], reading.cues.get(i - 1)
    if before.startswith(("ال", "وال", "بال", "لل", "فال", "كال")) and before not in OFFICES:
        return False
    given = cue is not None and cue.given is not None and before.lstrip("و") not in TELL
    named = given or (cue is not None and bool(cue.names))
    return not named or governs(before)


def _tells(reading: Reading, i: int) -> bool:
    """Tell whether word `i` is a verb in the past or the present, whatever it tells."""
    if i >= len(reading.words) or reading.gaps[i - 1] != " " or not reading.words[i].isalpha():
        return False
    word = analysed(reading.surface(i, i + 1))
    return not word.article and word.lemma in lexicon().verbs
