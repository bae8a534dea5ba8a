"""A file kept between processes is whole or not there."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from rasid.language.kept_file import keep


def test_a_new_version_takes_the_place_of_the_former_ones(tmp_path: Path) -> None:
    (tmp_path / "list-1.txt").write_text("old")
    (tmp_path / "other.txt").write_text("stays")
    keep(tmp_path / "list-2.txt", lambda file: file.write(b"new"), instead_of="list-*.txt")
    assert {path.name for path in tmp_path.iterdir()} == {"list-2.txt", "other.txt"}
    assert (tmp_path / "list-2.txt").read_bytes() == b"new"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def full_disk(file: IO[bytes]) -> None:
        file.write(b"half")
        raise OSError("no space left")

    (tmp_path / "list-1.txt").write_text("old")
    keep(tmp_path / "list-2.txt", full_disk, instead_of="list-*.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["list-1.txt"]
