"""Promises: dates that the text promises, against the day the promise was printed."""

from __future__ import annotations

import pandas as pd

from rasid.measures.concordance import article_columns
from rasid.measures.facts import facts, name_of
from rasid.measures.scope import Scope, scope_of
from rasid.measures.sentences import sentence_texts
from rasid.measures.voices import speaker_names
from rasid.store.engine import Store
from rasid.store.selection import Selection

_COLUMNS = (
    "surface", "date_from", "date_to", "grain", "relation", "about", "entity_id", "speaker_id", "sentence",
)  # fmt: skip


def promised(scope: Scope, about: str | None = None) -> pd.DataFrame:
    """Return the rows of `dates` in view that promise something."""
    rows = facts(scope, "dates", _COLUMNS, where=(("relation", "promised"),))
    return rows if about is None else rows[rows["about"] == about]


def drift(store: Store, selection: Selection, *, about: str | None = None) -> pd.DataFrame:
    """Return every promised date with the day of the article that prints it.

    Args:
        store: The store.
        selection: Which articles.
        about: combat-mission, phase-one, phase-two, final-exit or other; None for all.

    Returns:
        One row a promise, by day of publication (undated last), then article and offset:
        `article_key`, `article_id`, `outlet_id`, `outlet`, `title`, `published_from`,
        `published_to`, `text_kind`, `published_precision`, `date_from`, `date_to` (the promise),
        `grain`, `about`, `entity_id`, `entity`, `speaker_id`, `speaker` ("" where none is known),
        `surface`, `start`, `end`, `sentence`, `text` (the sentence), `count` (1).
    """
    scope = scope_of(store, selection)
    return described(
        scope, promised(scope, about), ["date_from", "date_to", "grain", "about", "surface"]
    )


def described(scope: Scope, rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return findings with what is known of their article, place, speaker and sentence."""
    rows = rows.reset_index(drop=True)
    keys = rows["article_key"].to_numpy()
    frame = article_columns(scope, keys)
    place = scope.index.place(keys)
    precision = scope.store.articles["published_precision"].to_numpy(object)[place]
    frame["published_precision"] = precision
    for name in columns:
        frame[name] = rows[name]
    frame["entity_id"], frame["entity"] = rows["entity_id"], name_of(scope, rows["entity_id"])
    frame["speaker_id"] = rows["speaker_id"]
    frame["speaker"] = speaker_names(scope, rows["speaker_id"])
    for name in ("start", "end", "sentence"):
        frame[name] = rows[name]
    frame["text"] = sentence_texts(scope, rows)["text"].to_numpy(object)
    frame["count"] = 1
    return frame.sort_values(
        ["published_from", "article_key", "start"], na_position="last", ignore_index=True
    )


def drift_summary(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the promised dates themselves: how often, by how many outlets, since when.

    Returns:
        One row a promised interval and matter, by `about`, `date_from`, `date_to`, `grain`: these
        and `count`, `articles`, `outlets`, `first_published`, `last_published` (NaT: undated).
    """
    scope = scope_of(store, selection)
    rows = promised(scope).reset_index(drop=True)
    days = article_columns(scope, rows["article_key"].to_numpy())
    rows = rows.assign(published=days["published_from"], until=days["published_to"])
    keys = ["about", "date_from", "date_to", "grain"]
    return (
        rows.groupby(keys, dropna=False)
        .agg(
            count=("start", "size"),
            articles=("article_key", "nunique"),
            outlets=("outlet", "nunique"),
            first_published=("published", "min"),
            last_published=("until", "max"),
        )
        .reset_index()
    )
