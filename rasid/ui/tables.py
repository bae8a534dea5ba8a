"""A table on the page: columns from right to left in Arabic, numbers and days as they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid.ui import downloads, formats

if TYPE_CHECKING:
    from rasid.ui.page import View

ROW_HEIGHT = 35
MAX_HEIGHT = 420


def draw(
    view: View, table: pd.DataFrame, *, key: str, columns: Sequence[str] | None = None,
    height: int | None = None, selectable: bool = False, label: str = "",
    on_select: Callable[[], None] | None = None,
) -> pd.Series | None:  # fmt: skip
    """Draw a table and return the row that is selected in it, None when there is none."""
    version = st.session_state.get(f"{key}.version", 0)
    shown = downloads.shown(with_published(table, view.lang), visible_columns(table, columns), view.lang,
                            view.page)  # fmt: skip
    right = view.lang == "ar"
    order = list(shown.columns)[::-1] if right else list(shown.columns)
    settings = {name: _column(shown[name], right=right) for name in order}
    event: Any = st.dataframe(
        shown, key=f"table.{key}.{version}", hide_index=True, column_order=order,
        column_config=settings, height=height or min(MAX_HEIGHT, (len(shown) + 1) * ROW_HEIGHT + 3),
        on_select=on_select or "rerun" if selectable else "ignore", selection_mode="single-row",
        alt=label,
    )  # fmt: skip
    if not selectable:
        return None
    rows = event.selection.rows
    return table.iloc[rows[0]] if rows and rows[0] < len(table) else None


def with_published(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return the table with `published`: both ends of the date as one text, as far as it is known."""
    if "published_from" not in table.columns or "published" in table.columns:
        return table
    precision = table.get("published_precision", pd.Series("interval", index=table.index))
    dates = zip(table["published_from"], table["published_to"], precision, strict=True)
    return table.assign(
        published=[formats.interval(a, b, str(p), lang) or "–" for a, b, p in dates]
    )


def visible_columns(table: pd.DataFrame, columns: Sequence[str] | None) -> list[str]:
    """Return the columns to show: both ends of a date as the one column `published`."""
    names = list(columns if columns is not None else table.columns)
    if "published_from" in names:
        names[names.index("published_from")] = "published"
    return [name for name in names if name not in {"published_to", "published_precision"}]


def _column(values: pd.Series, *, right: bool) -> Any:
    side = "right" if right else "left"
    kind = values.dtype.kind
    if kind == "b":
        return st.column_config.CheckboxColumn()
    if kind == "i" or kind == "u":
        return st.column_config.NumberColumn(
            format="localized", alignment="right" if not right else side
        )
    if kind == "f":
        return st.column_config.NumberColumn(format="%.3g", alignment="right")
    if kind == "M":
        return st.column_config.DateColumn(format="YYYY-MM-DD", alignment=side)
    return st.column_config.Column(alignment=side)
