"""Facts: rows of the findings tables (mentions, frames, speech, dates, quantities) in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import ibis.expr.types as ir
import numpy as np
import pandas as pd

from rasid.measures.scope import Ints, Scope
from rasid.store import engine_expressions as ex

VOICED = ("mentions", "frames")
"""The tables that say of each row whether it is quoted."""


def facts_expression(*, name: str, columns: tuple[str, ...], voice: str, whole: bool) -> ir.Table:
    """Write the rows in view of a findings table, with some of its columns."""
    rows = ex.table(name)
    if not whole:
        rows = rows.semi_join(ex.selected(), "article_key")
    if voice != "all" and name in VOICED:
        rows = rows.filter(rows.quoted if voice == "quoted" else ~rows.quoted)
    return rows.select("article_key", *columns)


def facts(scope: Scope, name: str, columns: Sequence[str]) -> pd.DataFrame:
    """Return the rows in view of a findings table, in order of article key, start and end.

    These tables are small beside the tokens (a row a mention, not a row a word), so measures group
    the rows in memory. Days are timestamps; `outlet` is the outlet's number in the scope.
    """
    key = ("facts", scope.key, name, tuple(columns))
    return cast(pd.DataFrame, scope.store.keep(key, lambda: _read(scope, name, tuple(columns))))


def _read(scope: Scope, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
    from rasid.store.engine import to_frame

    wanted = tuple(dict.fromkeys((*columns, "start", "end")))
    found = ex.run(
        scope.store,
        facts_expression,
        {} if scope.is_whole else {"selected": scope.relation()},
        name=name,
        columns=wanted,
        voice=scope.selection.voice,
        whole=scope.is_whole,
    )
    frame = to_frame(found)
    # The first column too: two findings may share a span, and engines give rows in any order.
    order = ["article_key", "start", "end", columns[0]]
    frame = frame.sort_values(order, kind="stable", ignore_index=True)
    frame["outlet"] = scope.outlet[places(scope, frame["article_key"].to_numpy())]
    return frame


def places(scope: Scope, article_key: Ints) -> Ints:
    """Return the place in the scope of each article key in view."""
    return np.searchsorted(scope.keys, article_key)


def entity_names(scope: Scope) -> pd.DataFrame:
    """Return name_ar and name_en (and lat, lon, kind) by entity_id."""
    return cast(
        pd.DataFrame,
        scope.store.keep(
            "entity_names",
            lambda: scope.store.entities.drop_duplicates("entity_id").set_index("entity_id"),
        ),
    )


def name_of(scope: Scope, entity_id: pd.Series) -> pd.Series:
    """Return the Arabic name of each entity; "" for none."""
    names = entity_names(scope)["name_ar"]
    return entity_id.map(names).fillna(entity_id).fillna("").astype(object)
