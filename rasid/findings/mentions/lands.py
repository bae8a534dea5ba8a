"""In which country a base, a place or a country lies."""

from __future__ import annotations

from functools import cache

from rasid.findings.mentions import gazetteer


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
