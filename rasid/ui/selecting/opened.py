"""Which evidence is open, kept in the address: a copied link opens the same sentences, Back closes them.

A cell's code holds row numbers of the store (`lemma_id`, `article_key`) that another build gives to other
words; in the address stand the words themselves. Marks of very many cells are named by a digest of their codes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st

from rasid.charts.cells import SEPARATOR
from rasid.measures import Cell

if TYPE_CHECKING:
    from rasid.store.engine import Store
    from rasid.ui.page import View

PREFIX: Final = "ev."
"""Before the name of a chart or table, in the address: `ev.coverage=…`."""

LIMIT: Final = 480
"""Letters of a code in the address; longer ones are named by their digest."""

_NUMBERS: Final = {"lemma_id": ("lemmas", "lemma"), "lemma_ids": ("lemmas", "lemma"),
                   "form_id": ("forms", "form"), "article_key": ("articles", "article_id")}  # fmt: skip
"""Row numbers in cells: the table that knows them, and its column that means the same in every build."""

_IDS: Final = {"lemmas": "lemma_id", "forms": "form_id", "articles": "article_key"}


def keep(view: View, name: str, value: str) -> None:
    """Set a control of the page and write the address at once: a card is drawn again without the router."""
    state = view.state
    view.set(name, value)
    state.touched = False
    state.written = state.query(view.page)
    st.query_params.from_dict(state.written)


def remember(view: View, key: str, items: Iterable[Any]) -> None:
    """Write into the address what is open in the card `key`: the items of a mark's customdata, or none."""
    code = ""
    first, *rest = [str(item) for item in items] or [""]
    if first:
        cells = [_outward(view.store, cell) for cell in first.split(SEPARATOR)]
        code = ".".join(["~".join(cells), *rest])
        code = code if len(code) <= LIMIT else _digest(first)
    keep(view, PREFIX + key, code)


def asked(view: View, key: str, figure: go.Figure | None = None) -> list[str]:
    """Return what the address opens in the card `key`, as the items of a mark's customdata; none is empty.

    Raises:
        ValueError: For a code that names nothing this store or this figure holds.
    """
    code = view.get(PREFIX + key)
    if not code:
        return []
    if code.startswith("*"):
        found = [[c] for c in _codes(figure) if _digest(c) == code]
        if not found:
            raise ValueError(code)
        return found[0]
    first, *rest = code.split(".")
    cells = [_inward(view.store, cell) for cell in first.split("~")]
    return [SEPARATOR.join(cells), *rest]


def named(view: View, key: str, figure: go.Figure) -> str:
    """Return the code of the mark the address opens, "" where it names none that can be read."""
    try:
        items = asked(view, key, figure)
    except ValueError:
        return ""
    return items[0] if items else ""


def _codes(figure: go.Figure | None) -> Iterator[str]:
    for trace in figure.to_dict()["data"] if figure is not None else ():
        custom = trace.get("customdata")
        for items in custom if custom is not None else ():
            if len(items) and isinstance(items[0], str):
                yield items[0]


def _digest(code: str) -> str:
    return "*" + hashlib.sha256(code.encode()).hexdigest()[:16]


def _outward(store: Store, code: str) -> str:
    """Return a cell's code with words in place of row numbers; what is no cell stays as it is."""
    cell = Cell.from_code(code)
    if cell is None or not any(name in _NUMBERS for name, _ in cell.keys):
        return code
    keys: list[tuple[str, Any]] = []
    for name, value in cell.keys:
        if name in _NUMBERS and value is not None:
            table, column = _NUMBERS[name]
            numbers: list[Any] = list(value) if isinstance(value, tuple) else [value]
            words = _looked_up(store, table, _IDS[table], column, pa.array(numbers, pa.int32()))
            value = tuple(words.get(n, "") for n in numbers)
        keys.append((name, value))
    return Cell(cell.kind, tuple(keys), cell.unit).to_code()


def _inward(store: Store, code: str) -> str:
    """Return the code of the cell that `_outward` wrote; see `asked` for what it raises."""
    cell = Cell.from_code(code)
    if cell is None:
        raise ValueError(code)
    keys: list[tuple[str, Any]] = []
    for name, value in cell.keys:
        if name in _NUMBERS and value is not None:
            table, column = _NUMBERS[name]
            words = [str(word) for word in value] if isinstance(value, tuple) else []
            ids = _looked_up(store, table, column, _IDS[table], pa.array(words, pa.string()))
            if not words or any(word not in ids for word in words):
                raise ValueError(code)
            found = tuple(int(ids[word]) for word in words)
            value = found if name == "lemma_ids" else found[0]
        keys.append((name, value))
    return Cell(cell.kind, tuple(keys), cell.unit).to_code()


def _looked_up(
    store: Store, table: str, known: str, wanted: str, values: pa.Array
) -> dict[Any, Any]:
    """Return column `wanted` of a table of the store, by the values of column `known` that are asked for."""
    asked_for = {"asked_for": pa.table({known: values})}
    return dict(store.rows(
        f"SELECT {known}, {wanted} FROM base.{table} JOIN asked_for USING ({known})", asked_for
    ))  # fmt: skip
