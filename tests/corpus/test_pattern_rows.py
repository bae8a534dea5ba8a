"""Lists whose rows end in a pattern: what is read, and what is said of a bad row."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus.pattern_rows import pattern_rows
from rasid.errors import RasidError


def test_two_fields_and_a_pattern_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("# a note\none\t\ta\tb\n\ntwo\tIQ\tc+\n", encoding="utf-8")
    rows = [
        (first, second, found.pattern)
        for first, second, found in pattern_rows(path, "template", bool)
    ]
    assert rows == [("one", "", "a\tb"), ("two", "IQ", "c+")]


@pytest.mark.parametrize("row", ["one\tIQ", "\tIQ\ta", "one\tIQ\t("])
def test_a_bad_row_is_named_with_its_line_in_both_languages(tmp_path: Path, row: str) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(f"one\tIQ\ta\n{row}\n", encoding="utf-8")
    with pytest.raises(RasidError) as caught:
        list(pattern_rows(path, "template", bool))
    assert caught.value.file == "list.tsv"
    assert "line 2: outlet_id, country" in caught.value.text("en")
    assert "السطر 2" in caught.value.text("ar")
