"""The gazetteer: complete, checked on load, editable."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import RasidError
from rasid.findings.mentions import gazetteer
from rasid.settings import ASSETS


def test_every_entity_has_an_identifier_of_its_kind_and_two_names() -> None:
    prefixes = dict(gazetteer.KIND.values())
    known = gazetteer.entities()
    assert len({e.entity_id for e in known}) == len(known)
    for entity in known:
        assert entity.entity_id.startswith(prefixes[entity.kind] + ":")
        assert entity.name_ar
        assert entity.name_en


def test_all_nineteen_governorates_of_iraq_are_there() -> None:
    governorates = [e for e in gazetteer.entities() if e.details.get("level") == "governorate"]
    assert len(governorates) == 19
    assert all(e.lat is not None and e.lon is not None for e in governorates)


@pytest.mark.parametrize(
    "name",
    ["عين الأسد", "فيكتوريا", "حرير", "التاجي", "بسماية", "كي وان", "القيارة", "التنف", "كونيكو"],
)
def test_the_bases_the_coverage_turns_on_have_a_position(name: str) -> None:
    [base] = [e for e in gazetteer.entities() if e.kind == "base" and e.name_ar == name]
    assert base.lat is not None
    assert base.details["country"]


def copy_with(folder: Path, name: str, change: tuple[str, str]) -> Path:
    for path in (ASSETS / "gazetteer").glob("*.tsv"):
        text = path.read_text("utf-8")
        (folder / path.name).write_text(
            text.replace(*change, 1) if path.name == name else text, "utf-8"
        )
    return folder


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("bases.tsv", ("33.7856", "north"), "coordinate"),
        ("bases.tsv", ("base:harir", "harir"), "begin with base:"),
        ("bases.tsv", ("base:harir", "base:taji"), "there already"),
        ("people.tsv", ("entity_id\t", "id\t"), "header"),
        ("places.tsv", ("\tIQ\tgovernorate", "\tIQ governorate"), "fields"),
    ],
)
def test_a_wrong_line_is_refused_by_file_and_number(
    tmp_path: Path, name: str, change: tuple[str, str], says: str
) -> None:
    with pytest.raises(RasidError) as error:
        gazetteer.load(copy_with(tmp_path, name, change))
    assert error.value.code == "bad-asset"
    assert error.value.file == name
    assert "line " in error.value.detail
    assert says in error.value.detail
