"""Helpers of the corpus tests: write bytes, read articles and problems back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, ReadOptions, Register, read_file
from rasid.corpus.body.cuts import lay_out
from rasid.errors import Problem

TODAY = date(2026, 11, 21)
PARAGRAPH = "أعلن مجلس المحافظة، في بيان صدر صباح الأحد، أن أعمال صيانة الجسر القديم ستبدأ بعد عطلة العيد مباشرة."
SECOND = "وأضاف البيان أن الحركة ستتحول إلى الجسر العسكري المؤقت، وأن كلفة المشروع تدفعها وزارة الإعمار والإسكان."
THIRD = (
    "وكان سكان الحي قد طالبوا قبل سنتين بإصلاح الجسر بعد سقوط جزء من سياجه في النهر من دون إصابات."
)
HEAD = "صيانة الجسر القديم تبدأ بعد العيد"
BODY = "\n".join((PARAGRAPH, SECOND, THIRD))


def reasons_of(page: str) -> dict[str, str]:
    """Return why each line of a page is cut, by its text; "" for what stays."""
    layout = lay_out(page)
    return {line.text: layout.reasons.get(line.number, "") for line in layout.lines}


def body_of(page: str) -> str:
    """Return the lines of a page that stay."""
    layout = lay_out(page)
    return "".join(
        page[line.start : line.end] + "\n"
        for line in layout.lines
        if line.number not in layout.reasons
    )


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load()


Reader = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.fixture
def read(tmp_path: Path, register: Register) -> Reader:
    """Write bytes or text to a file of the given name and read it."""

    def run(
        name: str, content: bytes | str, **options: object
    ) -> tuple[list[Article], list[Problem]]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        settings = ReadOptions(**{"today": TODAY, **options})  # type: ignore[arg-type]
        found = list(read_file(path, register=register, options=settings))
        articles = [item for item in found if isinstance(item, Article)]
        return articles, [item for item in found if isinstance(item, Problem)]

    return run


@pytest.fixture
def read_one(read: Reader) -> Callable[..., Article]:
    def run(name: str, content: bytes | str, **options: object) -> Article:
        articles, problems = read(name, content, **options)
        assert len(articles) == 1, problems
        return articles[0]

    return run
