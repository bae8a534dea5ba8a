"""A file kept between processes is whole or not there."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import IO

from rasid.language.kept_file import alone, keep


def test_a_new_version_takes_the_place_of_the_former_ones(tmp_path: Path) -> None:
    (tmp_path / "list-1.txt").write_text("old")
    (tmp_path / "other.txt").write_text("stays")
    keep(tmp_path / "list-2.txt", lambda file: file.write(b"new"), instead_of="list-*.txt")
    assert {path.name for path in tmp_path.iterdir()} == {"list-2.txt", "other.txt"}
    assert (tmp_path / "list-2.txt").read_bytes() == b"new"


def test_one_process_at_a_time_makes_a_file(tmp_path: Path) -> None:
    path, turns = tmp_path / "list-1.txt", []

    def make(name: str) -> None:
        with alone(path):
            turns.append(name)
            time.sleep(0.05)
            turns.append(name)

    makers = [threading.Thread(target=make, args=(name,)) for name in "ab"]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert turns in (["a", "a", "b", "b"], ["b", "b", "a", "a"])


def test_where_nothing_may_be_written_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with alone(tmp_path / "file" / "list-1.txt"):
        pass


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def full_disk(file: IO[bytes]) -> None:
        file.write(b"half")
        raise OSError("no space left")

    (tmp_path / "list-1.txt").write_text("old")
    keep(tmp_path / "list-2.txt", full_disk, instead_of="list-*.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["list-1.txt"]
