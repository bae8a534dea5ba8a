"""Columns laid into Arrow's memory are what pyarrow itself makes of them, and need no pandas."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from rasid.store.columns import arrow_array, arrow_table, numbers

DAY, MOMENT = date(1961, 7, 2), datetime(1969, 12, 31, 23, 59, 59, 7)


@pytest.mark.parametrize(
    ("kind", "type_", "values"),
    [
        ("VARCHAR", pa.string(), ["بغداد", None, "", "\U0001f600"]),
        ("INTEGER", pa.int32(), [1, None, -3]),
        ("SMALLINT", pa.int16(), [1, 2]),
        ("BIGINT", pa.int64(), [2**40, None]),
        ("BOOLEAN", pa.bool_(), [True, None, False] * 5),
        ("DOUBLE", pa.float64(), [1.5, None, -0.0]),
        ("DATE", pa.date32(), [DAY, None, date(2026, 9, 30)]),
        ("TIMESTAMP", pa.timestamp("us"), [MOMENT, None, datetime(2026, 9, 30, 12)]),
        ("DATE", pa.date32(), []),
        ("VARCHAR", pa.string(), []),
    ],
)
def test_it_is_what_pyarrow_makes(kind: str, type_: pa.DataType, values: list[Any]) -> None:
    assert arrow_array(values, kind).equals(pa.array(values, type_))
    assert arrow_array(tuple(values), kind).equals(pa.array(values, type_))


def test_arrays_of_other_widths_are_cast() -> None:
    assert arrow_array(np.arange(4, dtype=np.int64)[::2], "INTEGER").to_pylist() == [0, 2]
    flags = np.arange(20) % 3 == 0
    assert arrow_array(flags, "BOOLEAN").to_pylist() == flags.tolist()


def test_a_moment_with_a_zone_is_kept_as_its_moment() -> None:
    moment = datetime(2026, 9, 30, 12, tzinfo=UTC)
    assert arrow_array([moment], "TIMESTAMP").to_pylist() == [moment.replace(tzinfo=None)]


def test_numbers_come_back_from_slices_and_pieces() -> None:
    table = arrow_table({"key": range(5)}, {"key": "INTEGER"})
    pieces = pa.concat_tables([table, table.slice(2, 2), table.slice(0, 0)])
    assert numbers(pieces, "key").tolist() == [0, 1, 2, 3, 4, 2, 3]
    assert numbers(table.slice(0, 0), "key").tolist() == []


def test_pandas_stays_out() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, rasid.store.build; from rasid.store.columns import arrow_table, numbers\n"
            "table = arrow_table({'a': [1], 'b': ['x']}, {'a': 'INTEGER', 'b': 'VARCHAR'})\n"
            "numbers(table, 'a'); print('pandas' in sys.modules, 'trafilatura' in sys.modules)",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said.split() == ["False", "False"]


@pytest.mark.parametrize(
    "values", [[], ["قاعدة"], ["", "حرير", "B52 😀"], ["أربيل", None, ""], [None]]
)
def test_texts_are_laid_out_as_arrow_does_with_nulls_and_without(values: list[str | None]) -> None:
    laid = arrow_array(values, "VARCHAR")
    laid.validate(full=True)
    assert laid.equals(pa.array(values, pa.string()))
