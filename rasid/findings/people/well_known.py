"""The well-known whom an article about their country calls by family name only: استقبل السوداني الوفد."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import numpy as np

from rasid.findings.mentions import gazetteer
from rasid.findings.people.names import Name
from rasid.findings.people.short_names import OFFICES, ORDINALS
from rasid.findings.people.words import is_nisba, name_words
from rasid.findings.reading import Reading


@cache
def _families() -> dict[str, str]:
    """Family names of the form ال…ي that only one listed person has → entity_id."""
    return {
        family: entity_id
        for family, entity_id in gazetteer.listed_families().items()
        if is_nisba(family) and family not in name_words()["described"] | ORDINALS  # العسكري
    }


@cache
def _names_of_families() -> frozenset[str]:
    return frozenset(_families())


def known_names(reading: Reading, covered: set[int], countries: Collection[str]) -> list[Name]:
    """Find the well-known whom an article about their country calls by family name only: استقبل السوداني الوفد.

    An adjective of that form follows a noun with the article (الجيش السوداني); a name does not.
    """
    found: list[Name] = []
    if not countries:
        return found
    families, cut, known = _families(), reading.document.cut, gazetteer.by_id()
    told = cut.types.column(_names_of_families(), families.__contains__, np.bool_)
    for i in told.at(cut.numbers).nonzero()[0].tolist():
        word = reading.words[i]
        if i in covered or i == 0 or reading.gaps[i - 1] != " ":
            continue
        if known[families[word]].details["country"] not in countries:
            continue
        before = reading.words[i - 1]
        adjective = (
            before.startswith(("ال", "وال", "بال", "لل", "فال", "كال")) and before not in OFFICES
        )
        cue = reading.cues.get(i - 1)
        if not adjective and not (cue is not None and (cue.given is not None or cue.names)):
            found.append(Name(i, i + 1, 0, -1, families[word]))
    return found
