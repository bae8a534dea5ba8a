"""The order of a table's rows: a click on a heading sorts, and the address keeps it.

Streamlit sorts in the browser and tells nobody; where a column can be selected it leaves sorting to us, so a
copied link, a download and a report hold the rows in the order one sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from rasid.language import fold
from rasid.ui.selecting import opened

if TYPE_CHECKING:
    from rasid.ui.page import View
    from rasid.ui.selecting.url_state import State

PREFIX: Final = "sort."
"""Before the name of a table, in the address: `sort.mentions=-articles`, the minus for the greatest first."""

FOLDED: Final = 5_000
"""Different texts of a column up to which they are folded before they are compared; more cost too long."""

UP, DOWN = "▲", "▼"

_BOTH_ENDS: Final = {"published": ("published_from", "published_to")}
"""Columns that are shown as one: the columns they are sorted by."""

Places = np.ndarray[Any, np.dtype[np.intp]]


def code_of(view: View, key: str) -> str:
    """Return the order the address asks of a table: a column, with "-" before it when falling; "" for none."""
    return view.get(PREFIX + key)


def column_of(code: str) -> tuple[str, bool]:
    """Return the column of an order and whether it falls."""
    return code.removeprefix("-"), code.startswith("-")


def turn(view: View, key: str, column: str, *, numbers: bool) -> None:
    """Sort a table by a column; by the same again it turns round, and the third time it is as it was.

    Numbers begin with the greatest, texts and days with the first.
    """
    first, second = (f"-{column}", column) if numbers else (column, f"-{column}")
    following = {first: second, second: ""}
    opened.keep(view, PREFIX + key, following.get(code_of(view, key), first))


def asked_by_keyboard(state: State, asked: Mapping[str, Any] | None) -> None:
    """Sort a table of the page in view as the browser's keyboard asks: its key, a column, whether of numbers."""
    view: Any = state.view
    if view is not None and asked:
        turn(view, str(asked["table"]), str(asked["column"]), numbers=bool(asked["numbers"]))


def in_order(table: pd.DataFrame, code: str) -> pd.DataFrame:
    """Return the rows in an order, equal ones and missing values as `places` puts them; itself without any."""
    column, falling = column_of(code)
    names = [name for name in _BOTH_ENDS.get(column, (column,)) if name in table]
    if not names or len(table) < 2:
        return table
    rows = table
    for name in reversed(names):  # stable: the last key first
        rows = rows.iloc[places(rows[name], falling=falling)]
    return rows


def places(values: pd.Series, *, falling: bool) -> Places:
    """Return where each row of a sorted column stands: missing values last, equal ones in the order they had."""
    ranks, missing = _ranks(values)
    order = np.argsort(-ranks if falling else ranks, kind="stable")
    return np.concatenate([order[~missing[order]], order[missing[order]]])


def _ranks(values: pd.Series) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, np.dtype[np.bool_]]]:
    missing = values.isna().to_numpy()
    if pd.api.types.is_numeric_dtype(values.dtype):
        return values.to_numpy(dtype=float, na_value=np.nan), missing
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return values.to_numpy().astype("int64"), missing
    number, texts = pd.factorize(values)
    words = [str(text).lstrip("«\"'([“‘ ") for text in texts]
    if len(words) <= FOLDED:  # أ beside ا, as in a dictionary
        words = [fold(word).text.casefold() for word in words]
    rank = np.empty(len(words) + 1, dtype=np.int64)
    rank[np.argsort(np.array([*words], dtype=object), kind="stable")] = np.arange(len(words))
    return rank[number], missing
