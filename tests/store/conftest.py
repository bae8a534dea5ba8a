"""A small corpus of made-up articles, and the store built from it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from rasid.store.build import BuildOptions, Summary, build

DATELINES = (
    (
        "a",
        "2025-08-17",
        "قال وزير الدفاع إن القوات ستغادر قاعدة عين الأسد في أيلول 2025. ولم يذكر عددها.",
    ),
    ("b", "2025-08-20", "أعلنت بغداد أن انسحاب التحالف الدولي سيكتمل في نهاية عام 2026."),
    (
        "c",
        "2025-09-01",
        "وصلت قافلة من 40 شاحنة إلى أربيل، بحسب مصدر أمني. وقال المصدر إن «العمل مستمر».",
    ),
)


def write_article(folder: Path, name: str, day: str, text: str, outlet: str = "aljabal") -> Path:
    """Write a digest in the format of the bundled corpus; return its path."""
    path = folder / f"{name}.md"
    path.write_text(
        f"---\ntitle: خبر {name}\noutlet: {outlet}\nurl: https://example.org/{name}\n"
        f"published: {day}\ntext_kind: digest\n---\n{text}\n",
        encoding="utf-8",
    )
    return path


def run(folder: Path, store: Path, **options: Any) -> Summary:
    """Build in this process, and let the former store go."""
    summary = build([folder], store, BuildOptions(jobs=1, **options))
    for thread in threading.enumerate():
        if thread.name == "former-store":
            thread.join()
    return summary


def rows(table: str, store: Path, *more: str) -> list[dict[str, Any]]:
    """Return a table as `show` prints it."""
    done = subprocess.run(
        [sys.executable, "-m", "rasid", "show", table, "--store", str(store), *more],
        check=True, capture_output=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with three articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, day, text in DATELINES:
        write_article(folder, name, day, text)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store folder that does not exist yet."""
    return tmp_path / "store"
