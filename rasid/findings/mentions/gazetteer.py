"""The gazetteer: every base, place, country, organisation and person that is known by name.

The files lie in `assets/gazetteer/` and are meant to be edited; their format is in the README there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from rasid.findings.assets import asset_path, bad_line, file_in, read_rows
from rasid.language import fold_word

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "bases": (
        "entity_id", "name_ar", "name_en", "aliases", "country", "governorate", "lat", "lon",
        "position", "operator", "handover", "source",
    ),
    "places": ("entity_id", "name_ar", "name_en", "aliases", "country", "level", "lat", "lon"),
    "countries": ("entity_id", "name_ar", "name_en", "aliases"),
    "organisations": ("entity_id", "name_ar", "name_en", "aliases", "class", "country"),
    "people": (
        "entity_id", "name_ar", "name_en", "aliases", "title_ar", "title_en", "gender", "country",
    ),
}  # fmt: skip
KIND: Final = {
    "bases": ("base", "base"),
    "places": ("place", "place"),
    "countries": ("country", "country"),
    "organisations": ("organisation", "org"),
    "people": ("person", "person"),
}
"""File → (kind of mention, prefix of its identifiers)."""

MARKS: Final = "+?@!"
"""Before an alias: `+` only after قاعدة or the like, `?` only where the sentence is about forces,
`@` the place only when it is not speaking, `!` a label that is never looked for."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of a name, folded, with its mark ("" when it is unambiguous)."""

    words: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A known entity; lat and lon are None where a position makes no sense or is not known.

    details holds the further columns of its file (governorate, operator, handover, title_ar, ...).
    """

    entity_id: str
    kind: str
    name_ar: str
    name_en: str
    lat: float | None
    lon: float | None
    aliases: tuple[str, ...]
    spellings: tuple[Alias, ...]
    details: dict[str, str]


def entities() -> list[Entity]:
    """Return every known entity, in the order of the files (bases first)."""
    return list(_load())


@cache
def by_id() -> dict[str, Entity]:
    """Return the known entities by identifier."""
    return {entity.entity_id: entity for entity in _load()}


@cache
def _load() -> tuple[Entity, ...]:
    return tuple(load(asset_path("gazetteer")))


def load(folder: Path) -> list[Entity]:
    """Read and check the five files of a gazetteer folder.

    Raises:
        RasidError: code "bad-asset", naming file and line.
    """
    found: dict[str, Entity] = {}
    for name, columns in COLUMNS.items():
        path = file_in(folder, f"{name}.tsv")
        for number, row in read_rows(path, columns):
            entity = _entity(path, number, name, row)
            if entity.entity_id in found:
                raise bad_line(path, number, "twice", entity.entity_id)
            found[entity.entity_id] = entity
    return list(found.values())


def _entity(path: Path, number: int, name: str, row: dict[str, str]) -> Entity:
    kind, prefix = KIND[name]
    if not row["entity_id"].startswith(f"{prefix}:"):
        raise bad_line(path, number, "prefix", f"{prefix}:")
    if not row["name_ar"] or not row["name_en"]:
        raise bad_line(path, number, "no-name")
    written = [a for a in row["aliases"].split("|") if a]
    # The display name of a base may be an ordinary word: its aliases decide.
    spellings = written if kind == "base" else [row["name_ar"], *written]
    known = {"entity_id", "name_ar", "name_en", "aliases", "lat", "lon"}
    return Entity(
        entity_id=row["entity_id"],
        kind=kind,
        name_ar=row["name_ar"].lstrip(MARKS),
        name_en=row["name_en"],
        lat=_coordinate(path, number, row.get("lat", ""), 90),
        lon=_coordinate(path, number, row.get("lon", ""), 180),
        aliases=tuple(dict.fromkeys(a.lstrip(MARKS) for a in written)),
        spellings=tuple(
            variant
            for s in spellings
            if not s.startswith("!")
            for variant in _joined(_spelling(path, number, s))
        ),
        details={key: value for key, value in row.items() if key not in known},
    )


def _spelling(path: Path, number: int, written: str) -> Alias:
    mark = written[0] if written[0] in MARKS else ""
    words = tuple(fold_word(written[len(mark) :]).replace("-", " ").split())
    if not words:
        raise bad_line(path, number, "empty-alias", written)
    return Alias(words, mark)


def _joined(alias: Alias) -> tuple[Alias, ...]:
    """Return a spelling, and the same with عبد and أبو written in one with what follows: عبدالله."""
    words = list(alias.words)
    for i in range(len(words) - 2, -1, -1):
        if words[i] in {"عبد", "ابو"}:
            words[i : i + 2] = [words[i] + words[i + 1]]
    joined = Alias(tuple(words), alias.mark)
    return (alias,) if joined == alias or len(words) < 2 else (alias, joined)


def _coordinate(path: Path, number: int, text: str, bound: int) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = bound + 1.0
    if abs(value) > bound:
        raise bad_line(path, number, "coordinate", text)
    return value


@cache
def listed_families() -> dict[str, str]:
    """Return the last word of each listed person's spellings that is one person's alone → entity_id."""
    found: dict[str, set[str]] = {}
    for entity in entities():
        if entity.kind == "person":
            for spelling in entity.spellings:
                found.setdefault(spelling.words[-1], set()).add(entity.entity_id)
    return {family: next(iter(ids)) for family, ids in found.items() if len(ids) == 1}
