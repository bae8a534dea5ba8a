"""What a record holds is found again in its digest: every base, date and number of `expected.csv`.

`expected.csv` was written by reading the facts, not by running the finders. One row: the digest, the
kind (base: the gazetteer's identifier without `base:`; date: a day, month, year or `from/to`, as an
absolute interval; number: a value or `low..high`), and in the last column the reason why a row is not
asked for. What is excepted is a known shortcoming or a doubtful reading, and the list is capped.
"""

from __future__ import annotations

import calendar
import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rasid.findings import Findings, analyse
from rasid.language import Document
from tests.corpus_bundled.digests import Digest, digests

EXPECTED = Path(__file__).parent / "expected.csv"
MOST_EXCEPTIONS = 24


@cache
def _rows() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _interval(value: str) -> tuple[date, date]:
    """Read `2025`, `2025-09`, `2025-09-27` or `from/to`."""
    if "/" in value:
        first, last = value.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    year, *rest = map(int, value.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _found(findings: Findings) -> dict[str, set[object]]:
    return {
        "base": {m.entity_id.removeprefix("base:") for m in findings.mentions if m.kind == "base"},
        "date": {(d.date_from, d.date_to) for d in findings.dates},
        "number": {(q.low, q.high) for q in findings.quantities},
    }


def _wanted(kind: str, value: str) -> object:
    if kind == "date":
        return _interval(value)
    if kind == "number":
        low, _, high = value.partition("..")
        return float(low), float(high or low)
    return value


def test_the_list_is_sound() -> None:
    names = {digest.name for digest in digests()}
    rows = _rows()
    assert {row["digest"] for row in rows} <= names
    assert {row["kind"] for row in rows} == {"base", "date", "number"}
    keys = [(row["digest"], row["kind"], row["value"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert len(rows) >= 380
    assert sum(bool(row["exception"]) for row in rows) <= MOST_EXCEPTIONS


@pytest.mark.parametrize("digest", digests(), ids=lambda digest: digest.name)
def test_every_base_date_and_number_is_found_again(digest: Digest) -> None:
    found = _found(analyse(Document(digest.body), digest.published))
    missed = [
        f"{row['kind']} {row['value']}"
        for row in _rows()
        if row["digest"] == digest.name
        and not row["exception"]
        and _wanted(row["kind"], row["value"]) not in found[row["kind"]]
    ]
    assert missed == []
