"""Files that leave the dashboard: no formula runs, Excel reads right to left, names say what they hold."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.store.selection import Selection
from rasid.ui.escape import DANGEROUS_STARTS, esc, md, safe_cell
from rasid.ui.exports import downloads

DANGEROUS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("cell", DANGEROUS)
def test_dangerous_cells_are_led_by_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell) == "'" + cell
    table = pd.DataFrame({cell: [cell]})
    rows = list(csv.reader(io.StringIO(downloads.to_csv(table).decode("utf-8-sig"), newline="")))
    assert all(not value.startswith(DANGEROUS_STARTS) for row in rows for value in row)
    sheet = openpyxl.load_workbook(io.BytesIO(downloads.to_excel(table, "en"))).worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert not str(sheet["A2"].value).startswith(DANGEROUS_STARTS)


@given(st.text(max_size=30))
def test_no_text_starts_dangerously(text: str) -> None:
    assert not str(safe_cell(text)).startswith(DANGEROUS_STARTS)


def test_numbers_stay_numbers() -> None:
    assert safe_cell(-5) == -5
    data = downloads.to_excel(pd.DataFrame({"n": [-5], "x": [0.25]}), "ar")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert (sheet["A2"].value, sheet["B2"].value) == (-5, 0.25)


def test_csv_has_a_byte_order_mark_and_keeps_arabic() -> None:
    content = downloads.to_csv(pd.DataFrame({"المصطلح": ["انسحاب"]}))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "انسحاب" in content.decode("utf-8-sig")


@pytest.mark.parametrize(("lang", "right"), [("ar", True), ("en", False)])
def test_excel_runs_in_the_direction_of_the_language(lang: str, right: bool) -> None:
    book = openpyxl.load_workbook(io.BytesIO(downloads.to_excel(
        pd.DataFrame({"a": [1]}), lang, about=[("x", "y")])))  # fmt: skip
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in book.worksheets] == [right, right]


def test_excel_about_sheet_holds_the_selection() -> None:
    data = downloads.to_excel(
        pd.DataFrame({"a": [1]}), "en", about=[("In view", "6 of 6 articles")]
    )
    about = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    assert about["B2"].value == "6 of 6 articles"


def test_dates_and_lists_become_text() -> None:
    table = pd.DataFrame({"day": pd.to_datetime(["2025-08-17", None]), "ids": [(1, 2), (3,)]})
    lines = downloads.to_csv(table).decode("utf-8-sig").splitlines()
    assert lines[1].startswith("2025-08-17,")
    assert "1، 2" in lines[1]


def test_file_name_says_page_and_selection_and_is_harmless() -> None:
    name = downloads.file_name("ar", "terms", "../../etc: <x>", Selection(outlets=("aawsat",),
                               date_from=date(2025, 1, 1)), "csv")  # fmt: skip
    assert "aawsat" in name
    assert "2025-01-01" in name
    assert not set(name) & set('/\\:<>"|?*')


def test_headers_are_words_and_differ() -> None:
    table = pd.DataFrame({"count": [1], "surface": ["x"], "odd": [2]})
    shown = downloads.shown(table, ["surface", "count", "odd", "absent"], "en", "terms")
    assert list(shown.columns) == ["As written", "Count", "odd"]


def test_html_and_markdown_are_escaped() -> None:
    assert esc('<b onclick="x">') == "&lt;b onclick=&quot;x&quot;&gt;"
    assert md("**x** [a](b)\n# c") == r"\*\*x\*\* \[a\]\(b\) \# c"
