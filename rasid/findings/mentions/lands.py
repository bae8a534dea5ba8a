"""In which country a base, a place or a country lies."""

from __future__ import annotations

from functools import cache
from typing import Final

from rasid.findings.mentions import gazetteer

_STATE: Final = frozenset({"government", "ministry", "institution", "military"})


@cache
def _countries() -> dict[str, str]:
    found = {}
    for entity in gazetteer.entities():
        if entity.kind == "country":
            found[entity.entity_id] = entity.entity_id.partition(":")[2].upper()
        elif entity.kind in {"base", "place"}:
            found[entity.entity_id] = entity.details["country"]
    return found


def country_of(entity_id: str) -> str:
    """Return the country code of a base, place or country ("" for others)."""
    return _countries().get(entity_id, "")


@cache
def home_of(entity_id: str) -> str:
    """Return the country of a base, a place or a country, and of a body of a state: its government, its army."""
    entity = gazetteer.by_id().get(entity_id)
    if entity is not None and entity.kind == "organisation":
        return entity.details["country"] if entity.details["class"] in _STATE else ""
    return country_of(entity_id)
