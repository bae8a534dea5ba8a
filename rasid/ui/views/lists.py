"""The corpus page's lists: gazetteer, frames, stopwords and the like, read, edited, undone; and all tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from rasid.errors import RasidError
from rasid.store.schema import PUBLIC
from rasid.ui.escape import safe_cell
from rasid.ui.exports import downloads
from rasid.ui.upkeep import adding, editing, list_table
from rasid.ui.views.corpus import begin

if TYPE_CHECKING:
    from rasid.ui.page import View

EXCEL_ROWS = 200_000
"""Rows above which a table is offered as CSV and Parquet only: a bigger workbook takes minutes."""


def lists(view: View) -> None:
    """Draw one list at a time: its text, and the means to change it."""
    view.heading("lists.title")
    view.say("lists.note")
    names = [entry.name for entry in editing.LISTS]
    chosen = view.pick(
        "list", names, default=names[0], control="select", label=view.t("lists.which")
    )
    which = next(entry for entry in editing.LISTS if entry.name == chosen)
    state = "lists.edited" if which.edited.is_file() else "lists.ours"
    view.say(state, file=which.relative)
    if view.has(f"lists.syntax.{which.name}"):
        with st.expander(view.t("lists.syntax")):
            view.say(f"lists.syntax.{which.name}")
    if not adding.allowed():
        st.info(view.t("add.forbidden"))
    text = _edited(view, which)
    with st.container(horizontal=True, gap="small"):
        st.download_button(view.t("download"), data=which.text().encode("utf-8"), on_click="ignore",
                           file_name=which.relative.rsplit("/", 1)[-1], key="list.get")  # fmt: skip
        if not adding.allowed():
            return
        keep = st.button(view.t("lists.save"), type="primary", key="list.save")
        back = st.button(view.t("lists.undo"), key="list.undo", disabled=not which.versions)
    if keep:
        _save(view, which, text)
    if back and editing.undo(which):
        begin(view)


def _edited(view: View, which: editing.EditableList) -> str:
    """Draw the list as a table to fill in, or as its plain text, and return the text as edited."""
    text, key = which.text(), f"list.{which.name}.{len(which.versions)}"
    as_table = list_table.table_of(which.name, which.relative, text)
    forms = ("table", "text") if as_table is not None else ("text",)
    form = view.pick("form", forms, default=forms[0], label=view.t("lists.form"))
    if as_table is None or form == "text":
        return str(st.text_area(view.t("lists.text"), text, height=420, key=key,
                                disabled=not adding.allowed()))  # fmt: skip
    view.say("lists.table.note")
    order = list(as_table.fields)[:: -1 if view.lang == "ar" else 1]
    labels = {
        name: st.column_config.TextColumn(
            view.t(f"field.{name}") if view.has(f"field.{name}") else name,
            # By itself the grid puts Latin at the left and Arabic at the right; told "left", Arabic falls off its edge.
            alignment="right" if view.lang == "ar" else None,
        )
        for name in order
    }  # fmt: skip
    rows = st.data_editor(as_table.rows, key=f"{key}.table", num_rows="dynamic", hide_index=True, height=420,
                          column_order=order, column_config=labels, disabled=not adding.allowed(),
                          alt=view.t(f"list.{which.name}"))  # fmt: skip
    return as_table.with_rows(rows)


def _save(view: View, which: editing.EditableList, text: str) -> None:
    if text.strip() == which.text().strip():
        st.info(view.t("lists.same"))
        return
    try:
        editing.save(which, text)
    except RasidError as error:
        st.error(error.text(view.lang))
        return
    begin(view)


def tables(view: View) -> None:
    """Draw each public table's size and its downloads; cells are neutralised as everywhere."""
    view.heading("tables.title")
    view.say("tables.note")
    name = view.pick(
        "table", PUBLIC, default="articles", control="select", label=view.t("tables.which")
    )
    rows = int(view.store.rows(f"SELECT count(*) FROM main.{name}")[0][0])
    view.say("tables.rows", n=rows)
    view.say(f"about.{name}")
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            view.t("download.csv"), data=lambda: downloads.to_csv(view.store.table(name)),
            file_name=f"{name}.csv", mime="text/csv", on_click="ignore", key=f"table.{name}.csv",
        )  # fmt: skip
        if rows <= EXCEL_ROWS:
            st.download_button(
                view.t("download.excel"), key=f"table.{name}.xlsx", mime=downloads.XLSX,
                data=lambda: downloads.to_excel(view.store.table(name), view.lang),
                file_name=f"{name}.xlsx", on_click="ignore",
            )  # fmt: skip
        st.download_button(
            "Parquet", data=lambda: _parquet(view.store.table(name)), file_name=f"{name}.parquet",
            mime="application/vnd.apache.parquet", on_click="ignore", key=f"table.{name}.parquet",
        )  # fmt: skip
    head = view.store.frame(f"SELECT * FROM main.{name} LIMIT 50")
    if "body" in head:
        head = head.assign(body=head["body"].str.slice(0, 200))
    right = view.lang == "ar"
    st.dataframe(
        head.map(safe_cell), hide_index=True, alt=name, height=300, placeholder="–",
        column_order=list(head.columns)[:: -1 if right else 1],
    )  # fmt: skip


def _parquet(table: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    table.to_parquet(out, index=False)
    return out.getvalue()
