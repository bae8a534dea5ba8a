"""The frame around every chart and table: heading, selection line, downloads, evidence beneath."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from rasid import measures
from rasid.charts.canvas import Drawn
from rasid.store.selection import Selection
from rasid.ui import data, evidence, ordering, plotly_config, tables, widgets
from rasid.ui.escape import esc
from rasid.ui.exports import downloads
from rasid.ui.selecting import inview, opened

if TYPE_CHECKING:
    from rasid.ui.page import View

Finder = Callable[[Any], Any]
"""From a mark's customdata (or a table's row) to a cell, a table of evidence, or None."""


@st.fragment
def chart(
    view: View, figure: go.Figure, *, key: str, table: pd.DataFrame | None, title: str, note: str,
    finder: Finder | None, selection: Selection, columns: Sequence[str] | None, alt: str,
) -> None:  # fmt: skip
    """Draw a chart card; a click reruns this card alone, not the page."""
    box = f"chart-{view.page}-{key}"
    with st.container(key=f"card-{view.page}-{key}"):
        _head(view, key=key, box=box, title=title, note=note, table=table, columns=columns,
              after=_walk(view, title) if finder is not None else "")  # fmt: skip
        with st.container(key=box):
            _plot(view, figure, key, alt or title, finder)
        if finder is not None:
            _evidence(view, key, finder, figure, selection)


def _plot(view: View, figure: go.Figure, key: str, alt: str, finder: Finder | None) -> None:
    state_key = f"{view.page}.{key}"
    name = f"plot.{state_key}.{view.lang}.{st.session_state.get(f'{state_key}.version', 0)}"

    def clicked() -> None:
        points = st.session_state[name].selection.points
        _open(view, key, points[0].get("customdata") if points else None, finder)

    if finder is not None:
        figure = _held(
            with_layout(figure, clickmode="event+select"), opened.named(view, key, figure)
        )
    st.plotly_chart(
        figure, key=name, theme=None, width="stretch", config=plotly_config.config(view.lang), alt=alt,
        selection_mode="points", on_select=clicked if finder is not None else "ignore",
    )  # fmt: skip


def _held(figure: go.Figure, code: str) -> go.Figure:
    """Return the figure with the marks of a code selected, as a click leaves them; itself without any."""
    if not code:
        return figure
    spec = figure.to_dict()
    places = [
        [i for i, items in enumerate(trace.get("customdata", ())) if items[0] == code]
        for trace in spec["data"]
    ]
    if not any(places):
        return figure
    traces = [
        {**trace, "selectedpoints": held} if trace.get("customdata") is not None else trace
        for trace, held in zip(spec["data"], places, strict=True)
    ]
    return Drawn({**spec, "data": traces})


def _open(view: View, key: str, custom: Any, finder: Finder | None) -> None:
    """Keep in the address which mark is open; a mark known by its row is kept by its cell."""
    items = list(custom) if isinstance(custom, (list, tuple)) else [custom] * (custom is not None)
    if items and str(items[0]).isdigit() and finder is not None:
        cell = finder(items)
        items = [] if cell is None else [cell.to_code()]
    _start_over(view, key)
    opened.remember(view, key, items)


def _evidence(
    view: View, key: str, finder: Finder, figure: go.Figure | None, selection: Selection
) -> None:
    """Draw the evidence the address asks of a card; what nobody can read there is told."""
    try:
        items = opened.asked(view, key, figure)
        found = finder(items) if items else None
        if found is not None:
            data.import_engine()
            evidence.draw(view, found, key=f"{view.page}.{key}", selection=selection,
                          close=lambda: _forget(view, key))  # fmt: skip
    except (TypeError, ValueError, KeyError):  # a code somebody wrote into the address
        st.html(f'<p class="rasid-note">{esc(view.t("evidence.unread"))}</p>')


def _start_over(view: View, key: str) -> None:
    st.session_state.pop(f"ev.{view.page}.{key}.n", None)


def _forget(view: View, key: str) -> None:
    """Close the panel: a chart under a new name has nothing selected."""
    _start_over(view, key)
    version = f"{view.page}.{key}.version"
    st.session_state[version] = st.session_state.get(version, 0) + 1
    opened.remember(view, key, [])


def _head(
    view: View, *, key: str, box: str | None, title: str, note: str, table: pd.DataFrame | None,
    columns: Sequence[str] | None, whole: Callable[[], pd.DataFrame] | None = None,
    after: str = "",
) -> None:  # fmt: skip
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.html(f"<h2>{esc(title)}</h2>", width="stretch")
        # What it holds is sent when it is opened: three elements a card, which few ask for.
        menu = st.popover(view.t("download"), icon=":material/download:", on_change="rerun",
                          key=f"get.{view.page}.{key}")  # fmt: skip
        if menu.open:
            with menu:
                _downloads(
                    view, key=key, box=box, title=title, table=table, columns=columns, whole=whole
                )
    # One element, not three: each is a message to the browser, and a gap on the page.
    above = f'<p class="rasid-note">{esc(note)}</p>' if note else ""
    lines = "".join(f'<p class="rasid-line">{inview.unbroken(line)}</p>' for line in view.lines)
    st.html(f"{above}{lines}{after}")


def _walk(view: View, title: str) -> str:
    """Return the keyboard's way to a chart's marks: a slider over them (`components/marks.js`)."""
    label = esc(view.t("marks.walk", title=title))
    return (
        f'<div class="rasid-walk" role="slider" tabindex="0" aria-label="{label}" aria-valuemin="0" '
        f'aria-valuemax="0" aria-valuenow="0"><span>{esc(view.t("marks.how"))}</span> <b></b></div>'
    )


def _downloads(
    view: View, *, key: str, box: str | None, title: str, table: pd.DataFrame | None,
    columns: Sequence[str] | None, whole: Callable[[], pd.DataFrame] | None = None,
) -> None:  # fmt: skip
    name = view.file_name(title)
    if box is not None:
        lines = (
            view.lines if view.sides else [view.line, view.filters] if view.filters else [view.line]
        )
        widgets.picture_buttons(key=f"pic.{view.page}.{key}", data={
            "box": box, "title": title, "lines": lines, "foot": view.foot(), "dir": view.dir,
            "filename": name,
            "labels": {"png": view.t("download.png"), "svg": view.t("download.svg")},
        })  # fmt: skip
    if table is None:
        return
    rows: pd.DataFrame = table

    def shown() -> pd.DataFrame:
        return downloads.shown(whole() if whole else rows, columns, view.lang, view.page)

    st.download_button(
        view.t("download.csv"), data=lambda: downloads.to_csv(shown()), file_name=f"{name}.csv",
        mime="text/csv", on_click="ignore", key=f"csv.{view.page}.{key}", width="stretch",
    )  # fmt: skip
    st.download_button(
        view.t("download.excel"), file_name=f"{name}.xlsx", mime=downloads.XLSX, on_click="ignore",
        data=lambda: downloads.to_excel(shown(), view.lang, about=view.about()),
        key=f"xlsx.{view.page}.{key}", width="stretch",
    )  # fmt: skip


@st.fragment
def table_card(
    view: View, table: pd.DataFrame, *, key: str, title: str, note: str,
    columns: Sequence[str] | None, finder: Finder | None, selection: Selection, height: int | None,
    whole: Callable[[], pd.DataFrame] | None = None, lines: str | None = None,
    first: Callable[[], pd.DataFrame] | None = None, total: int | None = None,
) -> None:  # fmt: skip
    """Draw a table card; a selected row opens its evidence, a click on a heading sorts.

    `lines` is the table as markup whose texts are never cut, for few rows of long texts without evidence. `first`
    makes the rows anew in the order the address asks for, where `table` only begins a longer one.
    """
    state_key = f"{view.page}.{key}"
    table = first() if first is not None else _ordered(view, table, key)
    if len(table) > tables.AT_MOST and lines is None:
        every = table  # a browser was sent 156 MB for the 175,000 numbers of 72,000 articles
        whole, total, table = lambda: every, len(every), every.head(tables.AT_MOST)
    if total is not None and len(table) < total:
        note = f"{note} {view.t('table.limit', n=len(table), total=total)}".strip()
    with st.container(key=f"card-{view.page}-{key}"):
        _head(
            view,
            key=key,
            box=None,
            title=title,
            note=note,
            table=table,
            columns=columns,
            whole=whole,
            after=_rows(view, len(table) if total is None else total)
            + ("" if lines is not None else _headings(view, table, key, title, columns)),
        )
        if table.empty:  # the grid would say "empty", in English
            st.html(f'<p class="rasid-note">{esc(view.t("table.empty"))}</p>')
            return
        if lines is not None:
            st.html(lines)
            return
        if finder is None:
            tables.draw(
                view, table, key=state_key, columns=columns, height=height, label=title, sort=key
            )
            return
        find = finder

        def chosen(row: pd.Series | None) -> None:
            _open(view, key, None if row is None else [find(row).to_code()], None)

        tables.draw(view, table, key=state_key, columns=columns, height=height, label=title, sort=key,
                    on_row=chosen)  # fmt: skip
        _evidence(view, key, mark_finder, None, selection)


def _headings(
    view: View, table: pd.DataFrame, key: str, title: str, columns: Sequence[str] | None
) -> str:
    """Return the keyboard's way to a table's headings (`components/marks.js`), and the order it stands in.

    The grid is one picture: nothing in it can have the focus of the tab key but the whole.
    """
    if len(table) < 2:
        return ""
    known = tables.headings(view, table, columns)
    column, falling = ordering.column_of(ordering.code_of(view, key))
    at = next((i for i, (name, _, _) in enumerate(known) if name == column), -1)
    said = ""
    if at >= 0:
        way = view.t("table.falling" if falling else "table.rising", column=known[at][1])
        said = f'<p class="rasid-line" role="status">{esc(way)}</p>'
    data = json.dumps([[name, heading, int(numbers)] for name, heading, numbers in known])
    return (
        f'<div class="rasid-walk rasid-heads" role="slider" tabindex="0" aria-valuemin="1" data-table="{esc(key)}" '
        f'aria-label="{esc(view.t("table.headings", title=title))}" aria-valuemax="{len(known)}" '
        f'aria-valuenow="{max(at, 0) + 1}" data-columns="{esc(data)}"><span>{esc(view.t("table.how"))}</span> '
        f"<b></b></div>{said}"
    )


def _rows(view: View, n: int) -> str:
    """Return how many rows a table has, where not all of them are seen at once."""
    if n <= tables.ROWS_AT_ONCE:
        return ""
    return f'<p class="rasid-line">{esc(view.t("table.rows", n=n))}</p>'


def _ordered(view: View, table: pd.DataFrame, key: str) -> pd.DataFrame:
    code = ordering.code_of(view, key)
    if not code:
        return table
    rows: pd.DataFrame = view.kept(
        ("ordered", key, len(table), code), lambda: ordering.in_order(table, code)
    )
    return rows


def mark_finder(custom: Any) -> Any:
    """Return the cells of a mark: its customdata begins with their codes, one a line; None without any."""
    items = list(custom) if isinstance(custom, (list, tuple)) else [custom]
    codes = str(items[0]).split("\n") if items and items[0] is not None else []
    found = (measures.Cell.from_code(code) for code in codes if code)
    return tuple(cell for cell in found if cell is not None) or None


def place_finder(measure: str, table: pd.DataFrame) -> Finder:
    """Return the finder of marks whose customdata is [row position, column], or codes of cells."""

    def find(custom: Any) -> Any:
        items = list(custom) if isinstance(custom, (list, tuple)) else [custom]
        if not items or not str(items[0]).isdigit():
            return mark_finder(custom)
        column = items[1] if len(items) > 1 and isinstance(items[1], str) else "count"
        return measures.cell(measure, table.iloc[int(items[0])], column)

    return find


def has_codes(figure: go.Figure) -> bool:
    """Say whether any mark of a figure carries the code of what it counts."""
    return any(trace.get("customdata") is not None for trace in figure.to_dict()["data"])


def with_layout(figure: go.Figure, **attributes: Any) -> go.Figure:
    """Return the figure with attributes of its layout set; the one given stays as it is."""
    spec = figure.to_dict()
    return Drawn({**spec, "layout": {**spec["layout"], **attributes}})


def row_finder(measure: str) -> Finder:
    """Return the finder of table rows: the evidence of the row's "count"."""
    return lambda row: measures.cell(measure, row)
