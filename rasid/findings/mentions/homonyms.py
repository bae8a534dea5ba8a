"""Bases that share a name: which one a text means, by the places and countries named around it.

قاعدة الإمام علي lies near Nasiriyah and another near Albukamal. The sentence decides; where it says nothing of either,
or as much of both, the whole text does, and else the base listed first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from rasid.findings.mentions import gazetteer
from rasid.findings.reading import Reading
from rasid.language import fold_word

_BY_PLACE: Final = 2  # a town or a governorate tells more than a country


class Surroundings(NamedTuple):
    """What is named around a base: its town and governorate, and the stems of its countries."""

    places: frozenset[str]
    countries: tuple[str, ...]


@cache
def shared_names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the names of several bases, with and without the noun before them → the bases as listed."""
    found: dict[tuple[str, ...], list[str]] = {}
    for entity in gazetteer.entities():
        if entity.kind == "base":
            for words in dict.fromkeys(alias.words for alias in entity.spellings):
                found.setdefault(words, []).append(entity.entity_id)
    several = {words: tuple(ids) for words, ids in found.items() if len(ids) > 1}
    return several | {words[1:]: ids for words, ids in several.items() if len(words) > 2}


def told_apart(reading: Reading, entity_id: str, first: int, last: int) -> str:
    """Return the base that words `[first, last)`, found as `entity_id`, mean here."""
    bases = shared_names().get(tuple(reading.words[first:last]), ())
    if entity_id not in bases:
        return entity_id
    begin, end = reading.sentence(first)
    for words in (reading.words[begin:end], reading.words):
        weights = [_weight(_surroundings(base), words) for base in bases]
        if weights.count(max(weights)) == 1:
            return bases[weights.index(max(weights))]
    return bases[0]


def _weight(around: Surroundings, words: Iterable[str]) -> int:
    weight = 0
    for word in words:
        if any(word.endswith(place) for place in around.places):
            weight += _BY_PLACE
        elif any(country in word for country in around.countries):
            weight += 1
    return weight


@cache
def _surroundings(entity_id: str) -> Surroundings:
    """Return what the table of bases tells of a base: its town, its governorate, its country and who runs it."""
    base = gazetteer.by_id()[entity_id]
    written = {word for alias in base.spellings for word in alias.words}
    towns = {
        word
        for entity in gazetteer.entities()
        if entity.kind == "place"
        for alias in entity.spellings
        for word in alias.words
        if len(alias.words) == 1 and word in written
    }
    governorate = fold_word(base.details["governorate"]).split()
    countries = tuple(
        fold_word(entity.name_ar).removeprefix("ال").removesuffix("ا")
        for entity in gazetteer.entities()
        if entity.kind == "country"
        and " " not in entity.name_ar
        and _owns(entity, base.details["country"], base.details["operator"])
    )
    return Surroundings(frozenset({*towns, *governorate[-1:]}), countries)


def _owns(country: gazetteer.Entity, code: str, operator: str) -> bool:
    return country.entity_id == f"country:{code.lower()}" or country.name_en in operator
