"""Archives, workbooks and Word documents that were cut off: what is whole of them is read, what is not is named."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.corpus.salvage import salvaged
from rasid.errors import message
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD


def _page(number: int) -> str:
    return f"عنوان الخبر {number}\n\n{PARAGRAPH * (number + 1)}\n{SECOND}\n"


def _archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(4):
            package.writestr(f"خبر {number}.txt", _page(number))
        package.writestr("stored.txt", _page(7), zipfile.ZIP_STORED)
        package.writestr("folder/", b"")
    return target.getvalue()


def test_an_archive_without_its_directory_gives_all_its_files(read) -> None:
    data = _archive()
    whole, none = read("a.zip", data)
    articles, problems = read("a.zip", data[: data.rindex(b"PK\x01\x02")])
    assert none == []
    assert sorted(a.body for a in articles) == sorted(a.body for a in whole)
    assert [(p.problem, p.detail) for p in problems] == [("archive-damaged", "5")]


def test_of_an_archive_that_was_cut_off_the_whole_files_are_read_and_the_broken_one_is_named(
    read,
) -> None:
    data = _archive()
    articles, problems = read("a.zip", data[: data.index("خبر 2.txt".encode()) + 60])
    assert [a.source_file for a in articles] == ["a.zip!خبر 0.txt", "a.zip!خبر 1.txt"]
    assert [(p.source_file, p.problem) for p in problems] == [
        ("a.zip", "archive-damaged"),
        ("a.zip!خبر 2.txt", "unreadable"),
    ]
    assert "مقطوع أو تالف" in message("unreadable", "ar", file="x", detail=problems[1].detail)


@pytest.mark.parametrize("data", [b"nothing here at all", b"PK\x03\x04", b""])
def test_what_holds_no_whole_file_is_not_salvaged(data) -> None:
    assert salvaged(io.BytesIO(data)) is None


def test_a_word_document_that_was_cut_off_keeps_its_text(read) -> None:
    document, target = docx.Document(), io.BytesIO()
    for text in ("صيانة الجسر القديم", PARAGRAPH, SECOND, THIRD):
        document.add_paragraph(text)
    document.save(target)
    data = target.getvalue()
    articles, problems = read("w.docx", data[: len(data) // 2])
    assert [a.body for a in articles] == [f"{PARAGRAPH}\n{SECOND}\n{THIRD}"]
    assert [p.problem for p in problems] == ["archive-damaged"]


def test_a_workbook_without_its_directory_is_read(read) -> None:
    book, target = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "text"])
    book.active.append(["صيانة الجسر القديم", PARAGRAPH + SECOND])
    book.save(target)
    data = target.getvalue()
    articles, problems = read("x.xlsx", data[: data.rindex(b"PK\x05\x06")])
    assert [a.body for a in articles] == [PARAGRAPH + SECOND]
    assert [p.problem for p in problems] == ["archive-damaged"]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 3000), st.integers(0, 3000), st.binary(max_size=3))
def test_no_damage_stops_the_reading_or_goes_unnamed(read, cut, at, noise) -> None:
    data = _archive()
    damaged = (data[:at] + noise + data[at + len(noise) :])[: max(1, len(data) - cut)]
    articles, problems = read("a.zip", damaged)
    assert len(articles) == 5 or problems
