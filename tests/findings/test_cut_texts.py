"""A text may end after any word, with a sign or without one: an excerpt, a cell of a table, a headline."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rasid.findings import analyse
from rasid.language import Document

GOLD = Path(__file__).parents[1] / "accuracy"
FILES = (
    "speech_events.tsv",
    "speech_seventh.tsv",
    "speech_tenth.tsv",
    "mentions_people_third.tsv",
)


@pytest.mark.parametrize("text", ["نايف ", "الوزير نايف \u00a0", "قال نايف إن "])
def test_a_text_may_end_in_a_blank(text: str) -> None:
    found = analyse(Document(text), date(2025, 3, 1))
    assert not found.statements


@pytest.mark.parametrize("name", FILES)
def test_findings_hold_wherever_a_text_ends(name: str) -> None:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    texts = [line.split("\t")[0] for line in lines if "\t" in line and line[0] != "#"][1:]
    for text in texts:
        for n, word in enumerate(re.finditer(r"\w+", text)):
            cut = text[: word.end()] + " " * (n % 2)
            found = analyse(Document(cut), date(2025, 3, 1))
            rows = (*found.mentions, *found.statements, *found.dates, *found.quantities)
            assert all(cut[row.start : row.end] == row.surface for row in rows), cut
