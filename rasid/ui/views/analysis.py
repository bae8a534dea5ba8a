"""What the pages sources, terms, bases and voices share: names, links into the reader, comparisons, bad queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import pandas as pd
import streamlit as st

from rasid import measures
from rasid.charts.keyness import keyness_between
from rasid.charts.strings import name
from rasid.measures import Cell
from rasid.store.selection import Selection
from rasid.ui.names import entity_names, outlet_names
from rasid.ui.selecting import inview

if TYPE_CHECKING:
    from rasid.ui.page import View

PLACE = "PLACE"
"""Stands in a link for what differs from row to row, so that a link is made once a table."""

OUTLETS = {"outlet_id": "outlet", "from_id": "from_name", "to_id": "to_name", "outlet_a": "name_a",
           "outlet_b": "name_b"}  # fmt: skip
"""Columns that hold outlets, and those of their names."""

CODED = {"role": "role", "about": "about", "note": "note", "relation": "copies",
         "lane": "lane"}  # fmt: skip
"""Columns that hold codes, and the prefix of their names in the charts' strings."""


def named(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with outlets, bases and codes by their names in the language of the page.

    Columns that are missing are passed over; `name` is added where `name_ar` and `name_en` stand.
    """
    found: dict[str, Any] = {}
    outlets, entities = (names(view.store, view.lang) for names in (outlet_names, entity_names))
    for column, shown in OUTLETS.items():
        if column in table:
            found[shown] = _looked_up(table[column], outlets)
    if "name_ar" in table and "entity_id" in table:
        found["name"] = _looked_up(table["entity_id"], entities)
    for column in {"entity", "side"} & set(table.columns):
        ids = table[f"{column}_id"].fillna("")
        found[column] = [view.entity_name(str(i)) if i else "" for i in ids]
    if "speaker_id" in table:
        known = table["speaker_id"].notna() & (table["speaker_id"] != "")
        found["speaker"] = table["speaker"].where(~known, _looked_up(table["speaker_id"], entities))
    for column, prefix in CODED.items():
        if column in table:
            found[f"{column}_name"] = [
                name(view.lang, prefix, code) for code in table[column].fillna("").astype(str)
            ]
    if "frame_id" in table:
        found["frame"] = table["frame_id"].map(frame_names(view)).fillna(table["frame_id"])
    return table.assign(**found)


def _looked_up(ids: pd.Series, names: Mapping[str, str]) -> pd.Series:
    """Return the name of each id, the id itself where it has none."""
    return pd.Series([names.get(one, one) for one in ids.to_numpy(object)], ids.index, dtype=object)


def counted(
    view: View, function: Callable[..., pd.DataFrame], *args: Any, **kwargs: Any
) -> pd.DataFrame:
    """Return a measure's table, `named`; made once for the page's address, so never change it."""
    name = (function.__name__, args, *sorted(kwargs.items()))
    table: pd.DataFrame = view.kept(
        name, lambda: named(view, view.measure(function, *args, **kwargs))
    )
    return table


def titled(view: View, key: str, value: str) -> str:
    """Return a chart's title with what its numbers are: its picture leaves the page without the controls."""
    title = view.t(f"{key}.title")
    return title if value == "count" else f"{title} ({view.t(f'col.{value}')})"


def dated(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the whole publication date of each row's article, as far as it is known."""
    known = view.articles.set_index("article_id")
    columns = ("published_from", "published_to", "published_precision")
    return table.assign(**{column: table["article_id"].map(known[column]) for column in columns})


def frame_names(view: View) -> dict[str, str]:
    """Return the frames' names by id, from the vocabulary that analysts edit."""
    from rasid.findings.frames.patterns import (
        frames,
    )  # with all of the findings: not before the first chart

    return {f.frame_id: f.name_ar if view.lang == "ar" else f.name_en for f in frames()}


def read_links(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with `reader`: the address of each row's place in the reader."""
    link = view.reader_link(PLACE, 71077, 71078)
    places = zip(table["article_id"], table["start"], table["end"], strict=True)
    return table.assign(reader=[
        link.replace(PLACE, str(key)).replace("71077", str(start)).replace("71078", str(end))
        for key, start, end in places
    ])  # fmt: skip


def latest_first(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table in order of publication turned round; undated ones stay last."""
    dated = table["published_from"].notna().to_numpy()
    return pd.concat([table[dated].iloc[::-1], table[~dated]], ignore_index=True)


def find_links(view: View, table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the table with `reader`: the address of each row's word in the concordance."""
    link = view.state.link("reader", find=PLACE)
    return table.assign(
        reader=[link.replace(PLACE, quote_plus(str(word))) for word in table[column]]
    )


def asked(
    view: View, function: Callable[..., pd.DataFrame], *args: Any, **kwargs: Any
) -> pd.DataFrame:
    """Return a measure of a search expression; a bad expression is told and gives an empty table."""
    try:
        table: pd.DataFrame = view.measure(function, *args, **kwargs)
    except measures.QueryError as error:
        st.warning(error.text(view.lang))
        return pd.DataFrame()
    return table


def enough(view: View) -> int:
    """Return how many articles an outlet needs to be compared at first: five, three where that leaves only one."""
    counts = view.measure(measures.outlet_counts)["count"]
    return 5 if (counts >= 5).sum() > 1 else 3


def between(view: View, other: Selection, *, limit: int = 15) -> None:
    """Draw the terms that set the page's selection (A) and another (B) apart, each with its own evidence."""
    sides = [
        view.measure(measures.keyness_between, other, limit=limit, direction=direction)
        for direction in ("over", "under")
    ]
    found = [side for side in sides if len(side)]
    table = pd.concat(found, ignore_index=True) if found else sides[0]
    a, b = view.t("label-a"), view.t("label-b")
    theirs = view.measure_on(other, measures.summary)
    view.sides = [_side(view, a, view.summary, view.selection), _side(view, b, theirs, other)]

    def evidence(custom: Any) -> Any:
        code, side = custom[0], custom[1]
        return view.measure_on(
            other if side == "b" else view.selection, measures.evidence, Cell.from_code(code)
        )

    shown = named(view, table)
    for number in ("count", "rate", "articles"):
        shown = shown.assign(
            **{f"{number}_in_a": shown[number], f"{number}_in_b": shown[f"{number}_rest"]}
        )
    columns = ["display", "count_in_a", "count_in_b", "rate_in_a", "rate_in_b", "articles_in_a", "articles_in_b", "g2",
               "log_ratio", *chances(shown)]  # fmt: skip
    view.chart(lambda: keyness_between(table, view.look, name_a=a, name_b=b), key="between", evidence=evidence,
               table=shown, columns=columns)  # fmt: skip
    view.table(shown, key="between_table", columns=columns, measure="keyness_between")


def _side(view: View, label: str, summary: measures.Summary, selection: Selection) -> str:
    """Return what one of two selections is: its picture and its table leave the page without the controls."""
    names = outlet_names(view.store, view.lang)
    parts = [inview.view_line(summary, view.lang), inview.filter_line(selection, view.lang, names)]
    return f"{label}: {inview.SEPARATOR.join(part for part in parts if part)}"


def notes(table: pd.DataFrame) -> list[str]:
    """Return the column of remarks where any row has one: an empty column only takes room from the others."""
    return ["note_name"] if len(table) and (table["note"] != "").any() else []


def chances(table: pd.DataFrame) -> list[str]:
    """Return the column of probabilities where any row has one, and that of remarks, which says why not."""
    known = table.empty or table["p_adjusted"].notna().any()
    return [*(["p_adjusted"] if known else []), *notes(table)]


def one_hit(view: View, term: str, custom: Any) -> pd.DataFrame | None:
    """Return the one sentence of a tick of the dispersion plot."""
    cell = Cell.from_code(custom[0]) if custom else None
    if cell is None:
        return None
    every = view.measure(measures.evidence, measures.cell("dispersion", {"term": term}))
    mine = (every["article_key"] == cell.get("article_key")) & (every["start"] == cell.get("start"))
    found: pd.DataFrame = every[mine]
    return found
