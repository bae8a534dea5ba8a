"""Reading: one article with everything that was found in it, for the reader page."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from rasid.measures.facts import facts, name_of
from rasid.measures.mentions import MENTION_COLUMNS
from rasid.measures.query import hits_of, search_of
from rasid.measures.scope import Scope, scope_of
from rasid.measures.voices import speech_rows
from rasid.store.engine import Store
from rasid.store.selection import Selection


def read_article(store: Store, article_id: str) -> dict[str, Any] | None:
    """Return an article's row of `articles` with its `body`; None when there is no such article."""
    rows = store.articles[store.articles["article_id"] == article_id]
    if rows.empty:
        return None
    row: dict[str, Any] = {str(name): value for name, value in rows.iloc[0].items()}
    row["body"] = store.bodies([int(row["article_key"])]).get(int(row["article_key"])) or ""
    return row


def article_cuts(store: Store, article_id: str) -> pd.DataFrame:
    """Return what was left out of an article's body, in order.

    Returns:
        `start`, `end` (in the decoded source, not in the body), `text`, `reason`.
    """
    key = _key(store, article_id)
    return store.frame(
        f'SELECT start, "end", text, reason FROM base.cuts WHERE article_key = {key} ORDER BY start'
    )


def _key(store: Store, article_id: str) -> int:
    found = store.articles.loc[store.articles["article_id"] == article_id, "article_key"]
    return int(found.iloc[0]) if len(found) else -1


def highlights(store: Store, article_id: str, *, query: str = "") -> pd.DataFrame:
    """Return the spans of an article's body that the reader marks.

    Returns:
        One row a span, by start, then end: `start`, `end`, `layer` (query, mention, speech, date,
        quantity or frame), `label` (the entity, speaker, frame or matter), `detail` (role, style,
        relation, unit or voice). Spans of different layers may overlap.

    Raises:
        QueryError: When `query` cannot be read.
    """
    everything = scope_of(store, Selection())
    scope = everything.narrow(everything.keys == _key(store, article_id))
    layers = [_mentions(scope), _speech(scope), _dates(scope), _quantities(scope), _frames(scope)]
    if query.strip():
        hits = hits_of(scope, search_of(store, query))
        layers.append(
            pd.DataFrame(
                {
                    "start": hits.start,
                    "end": hits.end,
                    "layer": "query",
                    "label": query,
                    "detail": "",
                }
            )
        )
    frame = pd.concat([layer for layer in layers if len(layer)] or layers[:1], ignore_index=True)
    frame = frame.astype({"start": np.int64, "end": np.int64})
    return frame.sort_values(["start", "end", "layer"], ignore_index=True)


def _layer(rows: pd.DataFrame, layer: str, label: pd.Series, detail: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "start": rows["start"],
            "end": rows["end"],
            "layer": layer,
            "label": label.fillna("").astype(object),
            "detail": detail.fillna("").astype(object),
        }
    )


def _mentions(scope: Scope) -> pd.DataFrame:
    rows = facts(scope, "mentions", MENTION_COLUMNS)
    return _layer(rows, "mention", name_of(scope, rows["entity_id"]), rows["role"])


def _speech(scope: Scope) -> pd.DataFrame:
    rows = speech_rows(scope)
    return _layer(rows, "speech", rows["speaker"], rows["style"])


def _dates(scope: Scope) -> pd.DataFrame:
    rows = facts(scope, "dates", ("date_from", "date_to", "relation"))
    first, last = (
        rows[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("date_from", "date_to")
    )
    label = first.where(first == last, first + "/" + last)
    return _layer(rows, "date", label, rows["relation"])


def _quantities(scope: Scope) -> pd.DataFrame:
    rows = facts(scope, "quantities", ("about", "unit"))
    return _layer(rows, "quantity", rows["about"], rows["unit"])


def _frames(scope: Scope) -> pd.DataFrame:
    rows = facts(scope, "frames", ("frame_id", "quoted"))
    voice = rows["quoted"].map({True: "quoted", False: "own"})
    return _layer(rows, "frame", rows["frame_id"], voice)
