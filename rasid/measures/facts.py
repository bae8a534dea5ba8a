"""Facts: rows of the findings tables (mentions, frames, speech, dates, quantities) in view.

Counting is the engine's work: grouping the 668,621 mentions of 72,716 articles in memory took half a
second of every click.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.scope import Ints, Scope
from rasid.measures.words import of_voice
from rasid.store import engine_expressions as ex
from rasid.store.engine import to_frame

VOICED: Final = ("mentions", "frames")
"""The tables that say of each row whether it is quoted."""

Where = tuple[tuple[str, str], ...]
"""Columns and the values they must have; part of a query's shape, so of few values only."""


def in_voice(rows: ir.Table, name: str, voice: str) -> ir.Table:
    """Keep the rows of a findings table that belong to a voice.

    A mention or frame says whether it is quoted. A statement is its speaker's, never the outlet's
    own. A date or number is quoted when its words are: the word that starts first inside of it, else
    the nearest word of its sentence.
    """
    if voice == "all" or name in VOICED:
        return of_voice(rows, voice)
    if name == "speech":
        return rows if voice == "quoted" else rows.filter(ibis.literal(False))
    keys = ["article_key", "sentence", "start", "end"]
    quoted = _quoted(rows.select(*keys).distinct(), keys)
    return rows.semi_join(quoted, keys) if voice == "quoted" else rows.anti_join(quoted, keys)


def _quoted(spans: ir.Table, keys: list[str]) -> ir.Table:
    """Return those of some spans whose words are quoted."""
    words = ex.table("tokens").semi_join(spans, ["article_key", "sentence"])
    words = words.select("article_key", "sentence", "quoted", at=words.start)
    pairs = words.inner_join(spans, ["article_key", "sentence"])
    apart = pairs["at"] - pairs.start
    inside = (apart >= 0) & (pairs["at"] < pairs.end)
    # Words inside come first by offset; of two words equally near, the later one.
    far = inside.ifelse(apart, 1_000_000 + apart.abs() * 2 + (apart < 0).cast("int32"))
    nearest = pairs.group_by(keys).aggregate(quoted=pairs.quoted.argmin(far))
    return nearest.filter(nearest.quoted).select(*keys)


def rows_in_view(
    name: str, *, voice: str, view: str, where: Where = (), wanted: str = ""
) -> ir.Table:
    """Write the rows in view of a findings table.

    Args:
        name: The table.
        voice: all, quoted or own.
        view: "whole": every article; "some": those of `selected`; "joined": those, with its columns.
        where: Columns and the values they must have.
        wanted: A column whose text the bound table `wanted` lists; "" for none.
    """
    rows = ex.table(name)
    for column, value in where:
        rows = rows.filter(rows[column] == value)
    if wanted:
        rows = rows.semi_join(ex.bound("wanted", {wanted: "string"}), wanted)
    if view == "some":
        rows = rows.semi_join(ex.selected(), "article_key")
    rows = in_voice(rows, name, voice)
    if view == "joined":
        rows = rows.inner_join(ex.selected().drop("n_tokens"), "article_key")
    return rows


def facts_expression(
    *, name: str, columns: tuple[str, ...], voice: str, view: str, where: Where, wanted: str
) -> ir.Table:
    """Write the rows in view of a findings table, with some of its columns."""
    rows = rows_in_view(name, voice=voice, view=view, where=where, wanted=wanted)
    return rows.select("article_key", *columns)


def facts(
    scope: Scope,
    name: str,
    columns: Sequence[str],
    *,
    where: Where = (),
    wanted: tuple[str, str] | None = None,
) -> pd.DataFrame:
    """Return the rows in view of a findings table, in order of article key, start and end.

    Days are timestamps; `outlet` is the outlet's number in the scope.

    Args:
        scope: The articles in view.
        name: The table.
        columns: Columns wanted beside `article_key`, `start`, `end` and `outlet`.
        where: Columns and the values they must have.
        wanted: A column of texts and the value it must have.
    """
    key = ("facts", scope.key, name, tuple(columns), where, wanted)
    return cast(
        pd.DataFrame,
        scope.store.keep(key, lambda: _read(scope, name, tuple(columns), where, wanted)),
    )


def _read(
    scope: Scope, name: str, columns: tuple[str, ...], where: Where, wanted: tuple[str, str] | None
) -> pd.DataFrame:
    found = ex.run(
        scope.store,
        facts_expression,
        bound_view(scope) | bound_text(wanted),
        name=name,
        columns=tuple(dict.fromkeys((*columns, "start", "end"))),
        voice=scope.selection.voice,
        view="whole" if scope.is_whole else "some",
        where=where,
        wanted=wanted[0] if wanted else "",
    )
    frame = to_frame(found)
    # The first column too: two findings may share a span, and engines give rows in any order.
    order = ["article_key", "start", "end", columns[0]]
    frame = frame.sort_values(order, kind="stable", ignore_index=True)
    frame["outlet"] = scope.outlet[places(scope, frame["article_key"].to_numpy())]
    return frame


def bound_view(scope: Scope) -> dict[str, pa.Table]:
    """Return the articles to bind for rows in view; nothing for the whole store."""
    return {} if scope.is_whole else {"selected": scope.relation()}


def bound_text(wanted: tuple[str, str] | None) -> dict[str, pa.Table]:
    """Return the table to bind for one wanted text of a column."""
    return {"wanted": pa.table({wanted[0]: [wanted[1]]})} if wanted else {}


def counts_expression(
    *, name: str, keys: tuple[str, ...], voice: str, where: Where, view: str, wanted: str
) -> ir.Table:
    """Write how often, how often quoted and in how many articles each combination of keys stands."""
    rows = rows_in_view(name, voice=voice, view=view, where=where, wanted=wanted)
    if "role" in keys:
        rows = rows.mutate(role=rows.role.fill_null(""))
    return tallied(rows.mutate(flag=rows.quoted), list(keys)).rename(quoted="flagged")


def tallied(rows: ir.Table, keys: list[str]) -> ir.Table:
    """Write `count`, `flagged` (rows whose `flag` holds) and `articles` of each combination of keys.

    In two steps: distinct articles of each group took three times as long in one.
    """
    rows = rows.mutate(flag=rows.flag.cast("int32"))
    held = rows.group_by([*keys, "article_key"]).aggregate(n=rows.count(), flags=rows.flag.sum())
    return held.group_by(keys).aggregate(
        count=held.n.sum(), flagged=held.flags.sum(), articles=held.count()
    )


def counts(
    scope: Scope,
    name: str,
    keys: Sequence[str],
    *,
    period: Ints | None = None,
    where: Where = (),
    wanted: tuple[str, str] | None = None,
) -> pd.DataFrame:
    """Return `count`, `quoted` and `articles` of each combination of keys, in order of the keys.

    Args:
        scope: The articles in view.
        name: mentions or frames.
        keys: Columns of the table; `outlet` and `period` are those of the article.
        period: The period number of each article in view.
        where: Columns and the values they must have.
        wanted: A column of texts and the value it must have.
    """
    joined = "outlet" in keys or "period" in keys
    bound = {"selected": scope.relation(period)} if joined else bound_view(scope)
    found = ex.run(
        scope.store,
        counts_expression,
        bound | bound_text(wanted),
        name=name,
        keys=tuple(keys),
        voice=scope.selection.voice,
        where=where,
        view="joined" if joined else "whole" if scope.is_whole else "some",
        wanted=wanted[0] if wanted else "",
    )
    return ordered(found, keys)


def ordered(found: pa.Table, keys: Sequence[str]) -> pd.DataFrame:
    """Return counted rows in order of their keys, with 64-bit counts."""
    frame = to_frame(found)
    for column in ("count", "quoted", "direct", "articles"):
        if column in frame:
            frame[column] = frame[column].astype(np.int64)
    return frame.sort_values(list(keys), ignore_index=True)


def places(scope: Scope, article_key: Ints) -> Ints:
    """Return the place in the scope of each article key in view."""
    return np.searchsorted(scope.keys, article_key)


def entity_names(scope: Scope) -> pd.DataFrame:
    """Return name_ar and name_en (and lat, lon, kind) by entity_id."""
    return cast(
        pd.DataFrame,
        scope.store.hold(
            "entity_names",
            lambda: scope.store.entities.drop_duplicates("entity_id").set_index("entity_id"),
        ),
    )


def arabic_names(scope: Scope) -> dict[str, str]:
    """Return the Arabic name of each entity; an index of 100,000 texts is made anew at each look of pandas into it."""
    frame = entity_names(scope)
    return cast(
        dict[str, str],
        scope.store.hold(
            "arabic_names", lambda: dict(zip(frame.index, frame["name_ar"], strict=True))
        ),
    )


def name_of(scope: Scope, entity_id: pd.Series) -> pd.Series:
    """Return the Arabic name of each entity; "" for none."""
    names = arabic_names(scope)
    found = [
        names.get(one, one) or "" for one in entity_id.astype(object).where(entity_id.notna(), "")
    ]
    return pd.Series(found, index=entity_id.index, dtype=object)
