"""Which files a build reads again."""

from __future__ import annotations

import os
from pathlib import Path

from rasid.store.plan import digest_of, owner, plan


def known(path: Path) -> dict[str, tuple[int, int, str]]:
    stat = path.stat()
    return {path.name: (stat.st_size, stat.st_mtime_ns, digest_of(path))}


def test_a_file_of_the_same_size_and_time_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("نص")
    before = {path.name: (*known(path)[path.name][:2], "another digest")}
    assert plan([("a.txt", path)], before).unchanged == 1


def test_a_new_time_with_the_same_content_is_unchanged_but_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("نص")
    before = known(path)
    os.utime(path, ns=(1, 1))
    work = plan([("a.txt", path)], before)
    assert (work.unchanged, [f.name for f in work.touched], work.to_read) == (1, ["a.txt"], [])


def test_changed_removed_and_added_files_are_told_apart(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("قديم")
    before = known(old) | {"gone.txt": (1, 1, "x")}
    old.write_text("قديم ومعدّل")
    new.write_text("جديد")
    work = plan([("old.txt", old), ("new.txt", new)], before)
    assert [f.name for f in work.added] == ["new.txt"]
    assert [f.name for f in work.changed] == ["old.txt"]
    assert work.removed == ["gone.txt"]
    assert work.to_drop == ["gone.txt", "old.txt"]


def test_changed_rules_and_corrections_read_files_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("نص")
    files, before = [("a.txt", path)], known(path)
    assert plan(files, before, everything=True).to_drop == ["a.txt"]
    assert plan(files, before, again={"a.txt"}).to_drop == ["a.txt"]
    assert plan(files, before, again={"b.txt"}).to_drop == []


def test_a_file_that_cannot_be_read_is_still_planned_so_that_the_reader_reports_it(
    tmp_path: Path,
) -> None:
    work = plan([("lost.txt", tmp_path / "lost.txt")], {})
    assert [(f.name, f.size, f.digest) for f in work.added] == [("lost.txt", -1, "")]


def test_rows_sheets_and_members_belong_to_their_file_whatever_its_name() -> None:
    files = {"a.csv", "b.xlsx", "c.zip", "خبر #1.txt", "sub/d!e.txt"}
    belongs = {
        "a.csv": "a.csv",
        "a.csv#12": "a.csv",
        "b.xlsx!ورقة#3": "b.xlsx",
        "c.zip!in/d.zip!x #2.csv#4": "c.zip",
        "خبر #1.txt": "خبر #1.txt",
        "sub/d!e.txt": "sub/d!e.txt",
        "sub/d": "",
        "خبر ": "",
    }
    assert {name: owner(name, files) for name in belongs} == belongs
