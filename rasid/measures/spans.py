"""Spans: the places in the bodies that a cell counts, before they are put in order and shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd

from rasid.measures.cells import Cell
from rasid.measures.collocates import near, relations
from rasid.measures.copies import copies
from rasid.measures.coverage import LANES, check_masks, lanes
from rasid.measures.facts import facts
from rasid.measures.mentions import MENTION_COLUMNS
from rasid.measures.promises import promised
from rasid.measures.quantities import claims
from rasid.measures.query import (
    Hits,
    Search,
    hits_of,
    search_of,
    search_of_ids,
    search_of_sequence,
)
from rasid.measures.scope import Mask, Scope, day_number, period_start
from rasid.measures.voices import speech_rows
from rasid.measures.words import of_voice
from rasid.store import engine_expressions as ex

SPAN_COLUMNS: Final = ["article_key", "sentence", "start", "end"]


def spans_of(scope: Scope, cell: Cell) -> pd.DataFrame:
    """Return the spans that a cell of findings, articles or collocates counts, in no set order.

    Columns: article_key, sentence, start, end. Cells of a search are paged without all of their
    spans (`searched`).
    """
    rows = _KINDS[cell.kind](narrowed(scope, cell), cell)
    return rows[SPAN_COLUMNS].reset_index(drop=True)


def narrowed(scope: Scope, cell: Cell) -> Scope:
    """Return the articles in view that belong to a cell's row and column."""
    mask = np.ones(scope.n_articles, bool)
    if cell.has("outlet_id"):
        ids = np.array(scope.index.outlet_ids, object)[scope.outlet]
        mine = ids == cell.get("outlet_id")
        mask &= ~mine if cell.get("rest") else mine
    if cell.has("period"):
        mask &= _in_period(scope, cell.get("period"), str(cell.get("grain")))
    if cell.get("lane"):
        period, _ = scope.periods(str(cell.get("grain")))
        mask &= lanes(scope, period) == LANES.index(str(cell.get("lane")))
    if cell.get("check"):
        mask &= check_masks(scope)[str(cell.get("check"))]
    return scope if mask.all() else scope.narrow(mask)


def _in_period(scope: Scope, period: str | None, grain: str) -> Mask:
    number, days = scope.periods(grain)
    if period is None:
        return number < 0
    day = day_number(date.fromisoformat(period))
    start = period_start(np.array([day]), grain).astype("datetime64[D]").astype("datetime64[s]")
    place = np.flatnonzero(days == start[0])
    return np.asarray(number == (place[0] if len(place) else -2))


def searched(scope: Scope, cell: Cell) -> Search | None:
    """Return the search that finds what a cell counts; None for cells of findings and articles."""
    if cell.kind == "lemma":
        return search_of_ids("lemma_id", [int(cell.get("lemma_id"))])
    if cell.kind == "form":
        return search_of_ids("form_id", [int(cell.get("form_id"))])
    if cell.kind == "phrase":
        return search_of_sequence(cell.get("lemma_ids"))
    if cell.kind == "query":
        return search_of(scope.store, str(cell.get("term")))
    return None


def span_frame(hits: Hits) -> pd.DataFrame:
    """Return hits as spans."""
    return pd.DataFrame({name: getattr(hits, name) for name in SPAN_COLUMNS})


def _articles(scope: Scope, cell: Cell) -> pd.DataFrame:  # noqa: ARG001
    """Give each article one empty span at its start: its first sentence is shown."""
    rows = pd.DataFrame({"article_key": scope.keys})
    return rows.assign(sentence=0, start=0, end=0)


def near_expression(*, voice: str) -> ir.Table:
    """Write the words of one lemma around some nodes, with their distance from it."""
    tokens = ex.table("tokens").semi_join(ex.bound("wanted", {"lemma_id": "int32"}), "lemma_id")
    tokens = of_voice(tokens, voice)
    places = near()
    same = [
        tokens.article_key == places.article_key,
        tokens.position == places["at"],
        tokens.sentence == places.sentence,
    ]
    rows = tokens.inner_join(places, same)
    return rows.select(tokens.article_key, tokens.sentence, tokens.start, tokens.end, places.step)


def _collocate(scope: Scope, cell: Cell) -> pd.DataFrame:
    nodes = hits_of(scope, search_of(scope.store, str(cell.get("query"))))
    bound = relations(nodes, int(cell.get("window")))
    bound["wanted"] = ex.numbers("lemma_id", [int(cell.get("lemma_id"))])
    found = ex.run(scope.store, near_expression, bound, voice=scope.selection.voice)
    rows: pd.DataFrame = found.to_pandas()
    if cell.get("side"):
        rows = rows[(rows["step"] < 0) == (cell.get("side") == "before")]
    return rows


def _mention(scope: Scope, cell: Cell) -> pd.DataFrame:
    wanted = ("entity_id", str(cell.get("entity_id")))
    rows = facts(scope, "mentions", MENTION_COLUMNS, wanted=wanted)
    keep = pd.Series(True, rows.index)
    if cell.has("role"):
        keep &= rows["role"].fillna("") == cell.get("role")
    if cell.has("surface"):
        keep &= rows["surface"] == cell.get("surface")
    return _voiced(rows[keep], cell)


def _voiced(rows: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    return rows[rows["quoted"] == cell.get("quoted")] if cell.has("quoted") else rows


def _comention(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows = facts(scope, "mentions", MENTION_COLUMNS)
    first = rows[rows["entity_id"] == cell.get("entity_a")]
    second = rows.loc[rows["entity_id"] == cell.get("entity_b"), ["article_key", "sentence"]]
    both: pd.DataFrame = first.merge(second.drop_duplicates(), on=["article_key", "sentence"])
    return both


def _framing(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows = facts(scope, "frames", ("frame_id", "quoted", "sentence"))
    return _voiced(rows[rows["frame_id"] == cell.get("frame_id")], cell)


def _speech(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows: pd.DataFrame = speech_rows(scope, str(cell.get("speaker_key")))
    if not cell.has("style"):
        return pd.DataFrame(rows)
    direct = bool(cell.get("style") == "direct")
    same: pd.DataFrame = rows[rows["style"].eq("direct") == direct]
    return same


def _one(rows: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    """Return the rows at the place that a cell names, or with the values it names."""
    for name in ("article_key", "start", "end", "slot", "about", "relation", "from_id", "to_id"):
        if cell.has(name):
            rows = rows[rows[name] == cell.get(name)]
    return rows


def _date(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows = _one(promised(scope), cell)
    for name in ("date_from", "date_to"):
        if cell.has(name):
            day = cell.get(name)
            rows = rows[rows[name].isna() if day is None else rows[name] == pd.Timestamp(day)]
    if cell.has("date_grain"):
        rows = rows[rows["grain"] == cell.get("date_grain")]
    if cell.has("speaker_id"):
        speaker = rows["speaker_id"]
        rows = rows[
            speaker.isna() if cell.get("speaker_id") is None else speaker == cell.get("speaker_id")
        ]
    return rows


def _quantity(scope: Scope, cell: Cell) -> pd.DataFrame:
    return _one(claims(scope, None), cell)


def _copy(scope: Scope, cell: Cell) -> pd.DataFrame:
    rows = _one(copies(scope.store, scope.selection), cell)
    return rows.assign(sentence=0, start=0, end=0)


_KINDS: Final[dict[str, Callable[[Scope, Cell], pd.DataFrame]]] = {
    "article": _articles, "collocate": _collocate, "mention": _mention, "comention": _comention, "frame": _framing,
    "speech": _speech, "date": _date, "quantity": _quantity, "copy": _copy,
}  # fmt: skip
