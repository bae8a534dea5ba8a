"""A table on the page: columns from right to left in Arabic, numbers and days as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import pyarrow as pa
import streamlit as st

from rasid.ui import formats, grid_widths, ordering
from rasid.ui.escape import esc
from rasid.ui.exports import downloads

if TYPE_CHECKING:
    from rasid.ui.page import View

_ARABIC_FIRST = re.compile(r"[\u0600-\u06ff]").match
_LATIN_FIRST = re.compile(r"(?s)[^\u0600-\u06ff].*?[\u0600-\u06ff]").match

A_FEW = 200
"""Rows that say whether a column holds Arabic."""

ROW_HEIGHT = 35
AT_MOST = 2_000
"""Rows a browser is sent; the downloads hold all."""

ROWS_AT_ONCE = 12
"""Rows a table shows whole; of a longer one half a row shows that more follow."""

_RTL_HEAD, _ISOLATE, _END = "\u061c", "\u2068", "\u2069"
"""Arabic letter mark, first strong isolate, its end: a heading that begins with the mark stands at the right."""


def draw(
    view: View, table: pd.DataFrame, *, key: str, columns: Sequence[str] | None = None,
    height: int | None = None, label: str = "", sort: str = "",
    on_row: Callable[[pd.Series | None], None] | None = None,
) -> None:  # fmt: skip
    """Draw a table; `on_row` is called with the row somebody selects in it, with None when one is let go."""
    version = f"{key}.version"
    name = f"table.{key}.{st.session_state.get(version, 0)}"

    def selected(rows: Sequence[int]) -> None:
        if on_row is not None:
            on_row(table.iloc[rows[0]] if rows and rows[0] < len(table) else None)

    plain(view, table, key=name, columns=columns, height=height, label=label, name=key, sort=sort,
          version=version, on_rows=None if on_row is None else selected)  # fmt: skip


def plain(
    view: View, table: pd.DataFrame, *, key: str, columns: Sequence[str] | None = None,
    height: int | None = None, label: str = "", name: str = "", sort: str = "", version: str = "",
    on_rows: Callable[[Sequence[int]], None] | None = None,
) -> None:  # fmt: skip
    """Draw a table whose rows stand as they are given.

    Args:
        view: The page.
        table: The rows.
        key: Of the grid.
        columns: In order; all by default.
        height: In pixels; else what the rows need, up to `ROWS_AT_ONCE`.
        label: Read out.
        name: The table's where `key` changes while the table does not.
        sort: Its name in the address (`rasid.ui.ordering`); without one its headings sort nothing.
        version: Of the session's number in `key`: a heading that was clicked is let go by another key.
        on_rows: Called with the places of the selected rows; makes rows selectable.
    """
    code = ordering.code_of(view, sort) if sort else ""
    shown, order, settings, sources = view.kept(
        ("table", name or key, tuple(columns or ()), len(table), view.narrow, code),
        lambda: _prepared(view, table, columns, code),
    )

    def selected() -> None:
        chosen = st.session_state[key].selection
        heads = [sources[head] for head in chosen.columns if head in sources]
        if heads:
            ordering.turn(view, sort, heads[0][0], numbers=heads[0][1])
            st.session_state[version] = st.session_state.get(version, 0) + 1
        elif on_rows is not None:
            on_rows(chosen.rows)

    modes: list[Any] = [*(["single-row"] if on_rows else []), *(["single-column"] if sort else [])]
    whole = ROWS_AT_ONCE if len(table) <= ROWS_AT_ONCE else ROWS_AT_ONCE - 1.5
    st.dataframe(
        shown, key=key, hide_index=True, column_order=order, column_config=settings,
        height=height or int((min(max(len(table), 1), whole) + 1) * ROW_HEIGHT) + 3,
        on_select=selected if modes else "ignore", selection_mode=modes or "single-row", alt=label,
        placeholder="–",
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
    return view.dir if view.lang != "ar" or any(map(grid_widths.is_arabic, text)) else "auto"


def _prepared(
    view: View, table: pd.DataFrame, columns: Sequence[str] | None, code: str
) -> tuple[pa.Table | pd.DataFrame, list[str], dict[str, Any], dict[str, tuple[str, bool]]]:
    """Return a table as the browser gets it, its columns in order, how each is written, and what each is here.

    The last: by the heading, the column's name and whether it holds numbers; links are left out.
    """
    if "p_adjusted" in table:
        table = table.assign(p_adjusted=[formats.p_value(p) for p in table["p_adjusted"]])
    right = view.lang == "ar"
    if "published_from" in table and "published" not in table:
        days = zip(table["published_from"], table["published_to"], strict=True)
        texts = [formats.sortable(a, b, right=right) for a, b in days]
        table = table.assign(published=pd.Series(texts, table.index, dtype=object))
    names = [name for name in visible_columns(table, columns) if name in table]
    shown = downloads.shown(table, names, view.lang, view.page)
    shown = _whole(shown)
    arabic = {
        head
        for head, name in zip(shown.columns, names, strict=True)
        if right or name == "p_adjusted" or _mostly_arabic(shown[head])
    }
    shown = _from_its_side(shown, right=right, besides=arabic)
    order = list(shown.columns)[::-1] if right else list(shown.columns)
    kinds = dict(zip(shown.columns, (dtype.kind for dtype in shown.dtypes), strict=True))
    sources = dict(zip(shown.columns, names, strict=True))
    widths = grid_widths.widths(shown, sources, view.narrow)
    settings = {
        name: _column(
            shown[name],
            kinds[name],
            _help(view, sources[name]),
            label=_heading(name, sources[name], code, right=name in arabic or kinds[name] in "iuf"),
            right=name in arabic,
            width=widths.get(name),
        )
        for name in order
    }
    link = view.t("col.reader")
    if link in settings:
        settings[link] = st.column_config.LinkColumn(display_text=view.t("table.read"))
    known = {
        head: (name, kinds[head] in "iufb") for head, name in sources.items() if name != "reader"
    }
    try:  # what Streamlit would do at every run
        return pa.Table.from_pandas(shown, preserve_index=False), order, settings, known
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return shown, order, settings, known


def _heading(name: str, source: str, code: str, *, right: bool) -> str:
    """Return a heading as it is written: over its numbers or texts, with the arrow of the order it gives.

    The grid puts a heading at the side its first letter comes from.
    """
    column, falling = ordering.column_of(code)
    arrow = f" {ordering.DOWN if falling else ordering.UP}" if column == source else ""
    return f"{_RTL_HEAD if right else ''}{_ISOLATE}{name}{_END}{arrow}" if right or arrow else name


def headings(
    view: View, table: pd.DataFrame, columns: Sequence[str] | None
) -> list[tuple[str, str, bool]]:
    """Return the columns a heading sorts by: the name of each, its heading, and whether it holds numbers."""
    found = []
    for name in visible_columns(table, columns):
        if name != "reader" and (name in table or name == "published"):
            heading = view.t(f"col.{name}") if view.has(f"col.{name}") else name
            numbers = name in table and table[name].dtype.kind in "iufb" and name != "p_adjusted"
            found.append((name, heading, numbers))
    return found


def visible_columns(table: pd.DataFrame, columns: Sequence[str] | None) -> list[str]:
    """Return the columns to show: both ends of a date as the one column `published`."""
    names = list(columns if columns is not None else table.columns)
    if "published_from" in names:
        names[names.index("published_from")] = "published"
    return [name for name in names if name not in {"published_to", "published_precision"}]


def _mostly_arabic(column: pd.Series) -> bool:
    """Say whether a column holds Arabic texts: they begin, and are cut, at the left otherwise."""
    cells = [cell for cell in column.head(A_FEW).tolist() if isinstance(cell, str) and cell]
    return 2 * sum(bool(_ARABIC_FIRST(cell)) for cell in cells) > len(cells)


def _from_its_side(
    shown: pd.DataFrame, *, right: bool, besides: Collection[str] = ()
) -> pd.DataFrame:
    """Return a table whose cells run in the direction of the page, whatever their first letter is.

    The grid takes a cell's direction from its first letter. On a page from left to right a cell that begins with
    Arabic would lie at the edge of the column before it, under the row's checkbox; on one from right to left an
    Arabic sentence that begins with a Latin name would have its parts in the wrong order. A mark (U+200E,
    U+061C: the grid knows no U+200F) in front says otherwise; only what is shown is marked. Columns of Arabic texts
    on a page from left to right (`besides`) stand at the right as they are.
    """
    wrong, mark = (_LATIN_FIRST, "\u061c") if right else (_ARABIC_FIRST, "\u200e")
    texts = shown.select_dtypes(include=["object", "str"])
    return shown.assign(**{
        str(name): [mark + cell if isinstance(cell, str) and wrong(cell) else cell for cell in column.tolist()]
        for name, column in texts.items()
        if right or name not in besides
    })  # fmt: skip


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


def _help(view: View, column: str) -> str | None:
    """Return what a measure means, for the pointer on its heading; None where the heading says it all."""
    return view.t(f"help.{column}") if view.has(f"help.{column}") else None


def _column(
    values: pd.Series, kind: str, meaning: str | None, *, label: str, right: bool, width: int | None
) -> Any:
    side: Literal["left", "right"] = "right" if right else "left"
    if kind == "b":
        return st.column_config.CheckboxColumn(label, help=meaning)
    if kind == "i" or kind == "u":
        # The only format with a comma at thousands and Latin digits in every browser.
        return st.column_config.NumberColumn(
            label, format="accounting", step=1, alignment="right", help=meaning, width=width
        )
    if kind == "f":
        return st.column_config.NumberColumn(
            label, format=f"%.{_decimals(values)}f", alignment="right", help=meaning
        )
    if kind == "M":
        return st.column_config.DateColumn(label, format="YYYY-MM-DD", alignment=side, help=meaning)
    return st.column_config.Column(label, alignment=side, help=meaning, width=width)
