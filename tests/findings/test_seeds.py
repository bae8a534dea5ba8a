"""What the five sample articles must give; they lie beside the checkout, not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register, read_file
from rasid.findings import Findings, analyse
from rasid.language import Document

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Findings]:
    found = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        [article, *_] = [
            item for item in read_file(path, register=Register.load(None)) if hasattr(item, "body")
        ]
        found.append(analyse(Document(article.body), None))
    return found


def bases(findings: Findings) -> list[tuple[str, str | None]]:
    return [(m.entity_id, m.role) for m in findings.mentions if m.kind == "base"]


def test_bases_are_counted_in_the_body_only(seeds: list[Findings]) -> None:
    counted = [sum(e == "base:ain-al-asad" for e, _ in bases(f)) for f in seeds]
    assert counted == [2, 0, 1, 1, 0]
    assert [e for e, _ in bases(seeds[3])] == ["base:ain-al-asad", "base:harir"]
    assert ("base:victory", "departure") in bases(seeds[2])
    assert bases(seeds[4]) == []


def test_forces_leave_ain_al_asad_for_erbil(seeds: list[Findings]) -> None:
    assert ("base:ain-al-asad", "departure") in bases(seeds[2])
    moved = [m.role for m in seeds[2].mentions if m.entity_id == "place:erbil" and m.role]
    assert moved == ["arrival"]


def test_three_spellings_of_the_ambassador_are_one_person(seeds: list[Findings]) -> None:
    for findings in (seeds[1], seeds[4]):
        assert any(m.entity_id == "person:romanowski" for m in findings.mentions)


def test_the_outlet_of_004_never_says_withdrawal_itself(seeds: list[Findings]) -> None:
    hits = [h for h in seeds[4].frames if h.frame_id == "withdrawal"]
    assert not any(not h.quoted for h in hits)
    assert sum("انسحاب" in h.surface for h in hits) == 2
