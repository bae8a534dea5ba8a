"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
import string
import subprocess
from pathlib import Path

import pytest

from rasid.errors import MESSAGES

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    "app.py", "requirements.txt", "pages", "corpus", "tests", "assets", "README.md", "rasid", "LICENSE", "Makefile",
    "pyproject.toml", "packages.txt", ".streamlit", ".ci", ".gitignore",
}  # fmt: skip
PAGES = sorted((ROOT / "pages").glob("*.py"))
ROOMS = {"rasid.ui", "rasid.charts", "rasid.measures"}


def imported(path: Path) -> set[str]:
    """Return the rooms of rasid that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "rasid":
            names |= {f"rasid.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {".".join(name.split(".")[:2]) for name in names if name.split(".")[0] == "rasid"}


def test_there_are_eight_pages() -> None:
    assert {path.stem for path in PAGES} == {
        "overview", "sources", "terms", "bases", "timeline", "voices", "reader", "corpus",
    }  # fmt: skip


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_thin_and_asks_only_the_rooms_above_the_store(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80
    assert imported(path) <= ROOMS


def test_the_launcher_knows_only_the_ui_room() -> None:
    assert imported(ROOT / "app.py") <= {"rasid.ui"}


def test_no_module_holds_two_jobs() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "rasid").rglob("*.py")
    }
    assert {name: n for name, n in lengths.items() if n > 350} == {}


def test_nothing_else_lies_at_the_top() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: the list of files is not known")
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_every_dependency_is_pinned(name: str) -> None:
    lines = [
        line.split("#")[0].strip()
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if line and "==" not in line] == []


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_is_in_both_languages_and_says_the_same_things(code: str) -> None:
    english, arabic = MESSAGES[code]
    assert re.search("[\u0621-\u064a]{3}", arabic)
    assert not re.search("[\u0621-\u064a]", english)
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in (english, arabic)
    ]
    assert fields[0] == fields[1]
    assert fields[0] <= {"file", "detail"}
