"""A table on the page: columns from right to left in Arabic, numbers and days as they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import pyarrow as pa
import streamlit as st

from rasid.ui import formats
from rasid.ui.escape import esc
from rasid.ui.exports import downloads

if TYPE_CHECKING:
    from rasid.ui.page import View

WIDTHS = {"as_of": 110, "speaker": 150, "entity": 130, "side": 130, "about_name": 110, "relation_name": 120,
          "title": 400}  # fmt: skip
"""Pixels of columns that the browser makes too narrow, or so wide that others fall off the page."""

NARROW_WIDTHS = {"title": 180}
"""The same on a phone, where a headline alone would fill the screen."""

ROW_HEIGHT = 35
MAX_HEIGHT = 420


def draw(
    view: View, table: pd.DataFrame, *, key: str, columns: Sequence[str] | None = None,
    height: int | None = None, label: str = "",
    on_row: Callable[[pd.Series | None], None] | None = None,
) -> None:  # fmt: skip
    """Draw a table; `on_row` is called with the row somebody selects in it, with None when one is let go."""
    name = f"table.{key}.{st.session_state.get(f'{key}.version', 0)}"

    def selected() -> None:
        rows = st.session_state[name].selection.rows
        if on_row is not None:
            on_row(table.iloc[rows[0]] if rows and rows[0] < len(table) else None)

    plain(view, table, key=name, columns=columns, height=height, label=label, name=key,
          on_select=None if on_row is None else selected)  # fmt: skip


def plain(
    view: View, table: pd.DataFrame, *, key: str, columns: Sequence[str] | None = None,
    height: int | None = None, label: str = "", on_select: Callable[[], None] | None = None,
    name: str = "",
) -> Any:  # fmt: skip
    """Draw a table under a key and return its selection event; `on_select` makes rows selectable.

    `name` is the table's where `key` changes while the table does not.
    """
    shown, order, settings = view.kept(
        ("table", name or key, tuple(columns or ()), len(table), view.narrow),
        lambda: _prepared(view, table, columns),
    )
    return st.dataframe(
        shown, key=key, hide_index=True, column_order=order, column_config=settings,
        height=height or min(MAX_HEIGHT, (max(len(table), 1) + 1) * ROW_HEIGHT + 3),
        on_select=on_select or "ignore", selection_mode="single-row", alt=label, placeholder="–",
    )  # fmt: skip


def wrapped(view: View, table: pd.DataFrame, columns: Sequence[str] | None) -> str:
    """Return a table as HTML whose cells take as many lines as their texts need."""
    shown = downloads.shown(downloads.with_published(table, view.lang), visible_columns(table, columns), view.lang,
                            view.page)  # fmt: skip
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in shown.columns)
    # A sentence of the page may begin with the name of a file, which must not turn it round.
    rows = "".join(
        "<tr>"
        + "".join(f'<td dir="{_side(str(cell), view)}">{esc(cell)}</td>' for cell in row)
        + "</tr>"
        for row in shown.itertuples(index=False)
    )
    return f'<table class="rasid-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _side(text: str, view: View) -> str:
    return view.dir if view.lang != "ar" or any(map(_is_arabic, text)) else "auto"


def _prepared(
    view: View, table: pd.DataFrame, columns: Sequence[str] | None
) -> tuple[pa.Table | pd.DataFrame, list[str], dict[str, Any]]:
    """Return a table as the browser gets it, its columns in order, and how each is written."""
    if "p_adjusted" in table:
        table = table.assign(p_adjusted=[formats.p_value(p) for p in table["p_adjusted"]])
    right = view.lang == "ar"
    if "published_from" in table and "published" not in table:
        days = zip(table["published_from"], table["published_to"], strict=True)
        texts = [formats.sortable(a, b, right=right) for a, b in days]
        table = table.assign(published=pd.Series(texts, table.index, dtype=object))
    names = [name for name in visible_columns(table, columns) if name in table]
    shown = downloads.shown(table, names, view.lang, view.page)
    shown = _from_its_side(_whole(shown), right=right)
    order = list(shown.columns)[::-1] if right else list(shown.columns)
    kinds = dict(zip(shown.columns, (dtype.kind for dtype in shown.dtypes), strict=True))
    sources = dict(zip(shown.columns, names, strict=True))
    widths = NARROW_WIDTHS if view.narrow else WIDTHS
    settings = {
        name: _column(
            shown[name],
            kinds[name],
            _help(view, sources[name]),
            right=right,
            width=widths.get(sources[name]),
        )
        for name in order
    }
    link = view.t("col.reader")
    if link in settings:
        settings[link] = st.column_config.LinkColumn(display_text=view.t("table.read"))
    try:  # what Streamlit would do at every run
        return pa.Table.from_pandas(shown, preserve_index=False), order, settings
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return shown, order, settings


def visible_columns(table: pd.DataFrame, columns: Sequence[str] | None) -> list[str]:
    """Return the columns to show: both ends of a date as the one column `published`."""
    names = list(columns if columns is not None else table.columns)
    if "published_from" in names:
        names[names.index("published_from")] = "published"
    return [name for name in names if name not in {"published_to", "published_precision"}]


def _from_its_side(shown: pd.DataFrame, *, right: bool) -> pd.DataFrame:
    """Return a table whose cells run in the direction of the page, whatever their first letter is.

    The grid takes a cell's direction from its first letter. On a page from left to right a cell that begins with
    Arabic would lie at the edge of the column before it, under the row's checkbox; on one from right to left an
    Arabic sentence that begins with a Latin name would have its parts in the wrong order. A mark (U+200E,
    U+061C: the grid knows no U+200F) in front says otherwise; only what is shown is marked.
    """

    def marked(cell: object) -> object:
        if not isinstance(cell, str) or not cell:
            return cell
        if right:
            return (
                f"\u061c{cell}" if not _is_arabic(cell[0]) and any(map(_is_arabic, cell)) else cell
            )
        return f"\u200e{cell}" if _is_arabic(cell[0]) else cell

    texts = shown.select_dtypes(include=["object", "str"]).columns
    return shown.assign(**{name: shown[name].map(marked) for name in texts})


def _whole(shown: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose columns of whole or of large numbers are whole numbers, missing ones kept.

    A format that shortens them in the browser writes 347 million as 3.47e+8.
    """
    wanted = {
        str(name): shown[name].round().astype("Int64")
        for name, dtype in shown.dtypes.items()
        if dtype.kind == "f" and len(known := shown[name].dropna())
        and ((known % 1 == 0).all() or known.abs().max() >= 1000)
    }  # fmt: skip
    return shown.assign(**wanted)


def _decimals(column: pd.Series) -> int:
    """Return how many decimals a column of numbers below 1,000 is written with: as many in every row."""
    most = column.abs().max()
    return 1 if most >= 100 else 2 if most >= 1 else 3


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u06ff"


def _help(view: View, column: str) -> str | None:
    """Return what a measure means, for the pointer on its heading; None where the heading says it all."""
    return view.t(f"help.{column}") if view.has(f"help.{column}") else None


def _column(
    values: pd.Series, kind: str, meaning: str | None, *, right: bool, width: int | None
) -> Any:
    side: Literal["left", "right"] = "right" if right else "left"
    if kind == "b":
        return st.column_config.CheckboxColumn(help=meaning)
    if kind == "i" or kind == "u":
        # The only format with a comma at thousands and Latin digits in every browser.
        return st.column_config.NumberColumn(
            format="accounting", step=1, alignment="right", help=meaning
        )
    if kind == "f":
        return st.column_config.NumberColumn(
            format=f"%.{_decimals(values)}f", alignment="right", help=meaning
        )
    if kind == "M":
        return st.column_config.DateColumn(format="YYYY-MM-DD", alignment=side, help=meaning)
    return st.column_config.Column(alignment=side, help=meaning, width=width)
