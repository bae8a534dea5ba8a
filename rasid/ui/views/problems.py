"""The corpus page's problems: every input that was refused or repaired, in words that are not cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid.errors import MESSAGES, message
from rasid.ui import cards, tables
from rasid.ui.exports import report

if TYPE_CHECKING:
    from rasid.ui.page import View

AT_ONCE = 50
COLUMNS = ("source_file", "problem")


def problems(view: View) -> None:
    """Draw the problems by what is wrong, fifty a page; the downloads hold all that are chosen."""
    table: pd.DataFrame = view.store.hold("ui.problems", lambda: view.store.table("problems"))
    if table.empty:
        view.heading("problems.title")
        st.success(view.t("problems.none"))
        return
    counts = {str(code): int(n) for code, n in table["problem"].value_counts().items()}
    if len(counts) > 1:
        names = {code: f"{_named(view, code)} ({n:,})" for code, n in counts.items()}
        names = {"": f"{view.t('problems.all')} ({len(table):,})", **names}
        kind = view.pick("kind", list(names), default="", format=names.__getitem__, control="select",
                         label=view.t("problems.kind"))  # fmt: skip
        table = table[table["problem"] == kind] if kind else table
    pages = -(-len(table) // AT_ONCE)
    number = (
        view.pick("page", range(1, pages + 1), default=1, control="select", label=view.t("problems.page"))
        if pages > 1
        else 1
    )  # fmt: skip
    at = AT_ONCE * (number - 1)
    _card(view, worded(view, table.iloc[at : at + AT_ONCE]), table)


def _card(view: View, rows: pd.DataFrame, every: pd.DataFrame) -> None:
    title = view.t("problems.table", n=len(every))
    view.parts.append(report.Part(title, table=rows, columns=COLUMNS))
    cards.table_card(
        view, rows, key="problems", title=title, note=view.t("problems.note"), columns=COLUMNS, finder=None,
        selection=view.selection, height=None, whole=lambda: worded(view, every),
        lines=tables.wrapped(view, rows, COLUMNS),
    )  # fmt: skip


def worded(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Return problems with each as a sentence in the language of the page."""
    rows: list[dict[Any, Any]] = table.to_dict("records")
    words = [
        message(row["problem"], view.lang, file=row["source_file"], detail=row["detail"])
        if row["problem"] in MESSAGES
        else row["problem"]
        for row in rows
    ]
    return table.assign(problem=words)


def _named(view: View, code: str) -> str:
    """Return a kind of problem in words, its places for a file and a detail left out."""
    if code not in MESSAGES:
        return code
    words = message(code, view.lang, file="…", detail="…")
    return words.split(". ")[0].strip(" .")[:90]
