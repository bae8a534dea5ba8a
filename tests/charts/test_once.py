"""A figure drawn before is not drawn again, and nothing but equal values gets it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from rasid.charts.canvas import Canvas, bar
from rasid.charts.look import Look
from rasid.charts.once import drawn_once

DRAWN: list[int] = []


@drawn_once
def bars(table: pd.DataFrame, look: Look, *, names: dict[str, str] | None = None) -> go.Figure:
    """Draw one bar a row."""
    DRAWN.append(len(table))
    return Canvas([bar(x=table.iloc[:, 0].tolist(), name=look.language)]).figure()


def drawings(*calls: tuple[pd.DataFrame, Look, dict[str, str]]) -> int:
    """Return how many of the calls drew anything."""
    DRAWN.clear()
    for table, look, names in calls:
        bars(table, look, names=names)
    return len(DRAWN)


TABLE = {"n": [1.0, np.nan], "day": pd.to_datetime(["2025-01-01", None]), "word": ["قاعدة", None]}


def test_equal_tables_share_one_drawing() -> None:
    calls = [(pd.DataFrame(TABLE), Look("ar"), {"a": "b"}) for _ in range(3)]
    assert drawings(*calls) == 1
    first, second = (bars(*call[:2], names=call[2]) for call in calls[:2])
    first.update_layout(height=1)
    assert second.layout.height is None


@pytest.mark.parametrize(("column", "values"), [
    ("n", [1.0, 2.0]), ("n", [1, 2]), ("day", pd.to_datetime(["2025-01-01", "2025-01-02"])),
    ("word", ["قاعدة", "قاعده"]),
])  # fmt: skip
def test_another_value_is_another_drawing(column: str, values: object) -> None:
    look = Look("en", outlets=(column, str(values)))
    assert (
        drawings(
            (pd.DataFrame(TABLE), look, {}), (pd.DataFrame({**TABLE, column: values}), look, {})
        )
        == 2
    )


def test_another_look_index_or_name_is_another_drawing() -> None:
    table = pd.DataFrame({"n": [5, 6, 7]})
    calls = [(table, Look("ar"), {}), (table, Look("ar", "dark"), {}), (table, Look("ar"), {"a": "c"}),
             (table.set_index(pd.Index([2, 1, 0])), Look("ar"), {}),
             (table.rename(columns={"n": "m"}), Look("ar"), {})]  # fmt: skip
    assert drawings(*calls) == len(calls)


def test_cells_that_cannot_be_compared_are_drawn_every_time() -> None:
    table = pd.DataFrame({"n": [1], "parts": [[1, 2]]})
    assert drawings((table, Look("ar"), {}), (table, Look("ar"), {})) == 2


def test_nullable_numbers_are_told_apart() -> None:
    tables = [pd.DataFrame({"n": pd.array([1, end], dtype="Int64")}) for end in (2, None, 3)]
    assert drawings(*((table, Look("ar"), {}) for table in tables)) == 3
