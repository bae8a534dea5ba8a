"""What analysts add and edit: checked before it is kept, undone, and never written over our own files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.errors import RasidError
from rasid.ui.upkeep import adding, editing, list_table

BASES = next(entry for entry in editing.LISTS if entry.name == "bases")


@pytest.fixture
def edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's corpus with its edits folder."""
    monkeypatch.setenv("RASID_CORPUS", str(tmp_path / "articles"))
    monkeypatch.delenv("RASID_EDITS", raising=False)
    (tmp_path / "articles").mkdir()
    return tmp_path / "articles" / "_rasid"


@pytest.mark.parametrize("which", editing.LISTS, ids=lambda entry: entry.name)
def test_our_own_lists_pass_their_check(which: editing.EditableList, edits: Path) -> None:
    if which.ours.is_file():
        editing.validate(which, which.ours.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "line"),
    [("bases", "base:x\tonly two"), ("people", "no-prefix\tا\tb\t\t\t\t\t"), ("frames", "frame\tone"),
     ("outlets", ",,,,,,nonsense"), ("events", "never,never,ا,b,0,s"), ("verbs", "كتب"),
     ("verbs", "wrote\tيكتب"), ("names", "آشور بانيبال"), ("names", "Assur")],
)  # fmt: skip
def test_a_broken_line_is_refused_and_nothing_written(name: str, line: str, edits: Path) -> None:
    which = next(entry for entry in editing.LISTS if entry.name == name)
    with pytest.raises(RasidError) as refused:
        editing.save(which, which.text() + line + "\n")
    assert refused.value.code == "bad-asset"
    assert not which.edited.exists()


def test_an_edit_is_kept_beside_the_corpus_and_undone(edits: Path) -> None:
    ours = BASES.ours.read_bytes()
    first = BASES.text()
    editing.save(BASES, first + "# first\n")
    editing.save(BASES, first + "# second\n")
    assert BASES.edited.is_relative_to(edits)
    assert BASES.text().endswith("# second\n")
    assert editing.undo(BASES)
    assert BASES.text().endswith("# first\n")
    assert editing.undo(BASES)
    assert BASES.text() == first
    assert not editing.undo(BASES)
    assert BASES.ours.read_bytes() == ours


@pytest.mark.parametrize("which", editing.LISTS, ids=lambda entry: entry.name)
def test_a_list_is_a_table_and_the_same_text_again(which: editing.EditableList) -> None:
    text = which.ours.read_text(encoding="utf-8")
    table = list_table.table_of(which.name, which.relative, text)
    assert table is not None
    assert len(table.rows) > 10
    assert table.with_rows(table.rows) == text.rstrip("\n") + "\n"


def test_rows_are_changed_in_place_added_and_taken_out() -> None:
    text = (
        "# why\nframe_id\tname_ar\tname_en\tpattern\na\tا\tA\t\n# between\na\t\t\tكلمة\nb\tب\tB\t\n"
    )
    table = list_table.table_of("frames", "lexicon/frames.tsv", text)
    assert table is not None
    rows = table.rows
    rows.loc[1, "pattern"] = "كلمة\tأخرى"
    rows = rows.drop(index=2)
    new = {"frame_id": "c", "name_ar": "ج", "name_en": None, "pattern": ""}
    rows = pd.concat([rows, pd.DataFrame([new, {}])], ignore_index=True)
    assert table.with_rows(rows) == (
        "# why\nframe_id\tname_ar\tname_en\tpattern\na\tا\tA\t\n# between\na\t\t\tكلمة أخرى\nc\tج\t\t\n"
    )


def test_a_text_that_is_no_table_stays_text() -> None:
    assert list_table.table_of("frames", "lexicon/frames.tsv", "") is None
    assert list_table.table_of("events", "events.csv", "a,b\n1,2,3\n") is None


@given(st.text(max_size=200))
def test_no_file_name_leaves_its_folder(name: str) -> None:
    safe = adding.safe_name(name)
    assert Path("/folder", safe).resolve().parent == Path("/folder")
    assert not safe.startswith(".")
    assert 0 < len(safe) <= 110


def test_uploads_are_kept_once_and_never_overwrite(edits: Path) -> None:
    assert len(adding.add_uploads([("../../خبر.txt", b"one"), ("a/خبر.txt", b"two")])) == 2
    assert adding.add_uploads([("خبر.txt", b"one")]) == []
    assert sorted(path.read_bytes() for path in adding.added_folder().iterdir()) == [b"one", b"two"]


def test_too_many_files_are_refused_whole(edits: Path) -> None:
    with pytest.raises(RasidError):
        adding.add_uploads((f"{i}.txt", b"x") for i in range(adding.FILES_AT_ONCE + 1))
    assert not adding.added_folder().exists()


def test_a_folder_that_is_not_there_is_named(edits: Path) -> None:
    with pytest.raises(RasidError) as refused:
        adding.add_folder("/no/such/folder")
    assert "/no/such/folder" in str(refused.value)


def test_a_folder_is_copied_with_its_folders(edits: Path, tmp_path: Path) -> None:
    (tmp_path / "export" / "week 1").mkdir(parents=True)
    (tmp_path / "export" / "week 1" / "a.txt").write_text("x", encoding="utf-8")
    kept = adding.add_folder(str(tmp_path / "export"))
    assert [path.relative_to(adding.added_folder()).as_posix() for path in kept] == [
        "export/week 1/a.txt"
    ]


def test_the_bundled_corpus_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASID_CORPUS", raising=False)
    monkeypatch.delenv("RASID_EDITS", raising=False)
    assert ".rasid" in adding.added_folder().parts


def test_a_last_row_may_end_in_empty_fields(edits: Path) -> None:
    lines = BASES.text().rstrip("\n").split("\n")
    ends_empty = next(line for line in lines if line.endswith("\t"))
    text = "\n".join([line for line in lines if line != ends_empty] + [ends_empty]) + "\n"
    editing.save(BASES, text)
    assert BASES.text() == text


def test_a_bad_line_is_named_in_both_languages(edits: Path) -> None:
    with pytest.raises(RasidError) as caught:
        editing.validate(BASES, BASES.text() + "base:one\tواحدة\n")
    number = len(BASES.text().split("\n"))
    assert f"line {number}" in caught.value.text("en")
    assert f"السطر {number}" in caught.value.text("ar")
    assert "line" not in caught.value.text("ar")
