"""How many of our own quantity cases come out right, with pinned floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.findings.quantities import find_quantities
from rasid.findings.types import Quantity

HERE = Path(__file__).parent
pytestmark = pytest.mark.accuracy


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def number(value: float) -> str:
    return f"{value:.4g}" if value < 1 else f"{value:.12g}"


def shown(q: Quantity) -> str:
    value = number(q.low) if q.low == q.high else f"{number(q.low)}..{number(q.high)}"
    return f"{q.surface}={'~' if q.approximate else ''}{value}:{q.unit}:{q.about}"


def test_own_quantities() -> None:
    """Exact surface, values, hedge, unit and subject of every quantity, and nothing else found."""
    cases = rows("quantities_cases.tsv")
    assert len(cases) >= 80
    wrong = []
    expected_count = found_count = right = 0
    for text, expected in cases:
        found = find_quantities(text)
        assert all(text[q.start : q.end] == q.surface for q in found)
        got = [shown(q) for q in found]
        want = [] if expected == "-" else expected.split(" | ")
        expected_count += len(want)
        found_count += len(got)
        right += sum(q in want for q in got)
        if got != want:
            wrong.append((text, want, got))
    assert right / found_count >= 0.997, wrong
    assert right / expected_count >= 0.997, wrong
