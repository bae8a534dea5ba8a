"""Voices: who speaks, in which outlets, and what they say."""

from __future__ import annotations

from typing import cast

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from rasid.language import fold
from rasid.measures.concordance import article_columns
from rasid.measures.coverage import with_outlets
from rasid.measures.facts import (
    arabic_names,
    bound_text,
    bound_view,
    facts_expression,
    places,
    rows_in_view,
)
from rasid.measures.scope import Scope, scope_of
from rasid.measures.turns import Turns, turns_of
from rasid.store import engine_expressions as ex
from rasid.store.engine import Store, to_frame
from rasid.store.selection import Selection

_COLUMNS = ("verb", "style", "speaker_id", "speaker", "content_start", "content_end", "sentence")


def spellings_of(store: Store) -> pa.Table:
    """Return the key of each speaker's name: "=" and the name folded; read once per store."""
    return cast(pa.Table, store.hold("speaker_keys", lambda: _read_spellings(store)))


def _read_spellings(store: Store) -> pa.Table:
    found = store.rows(
        "SELECT DISTINCT speaker FROM base.speech WHERE speaker_id IS NULL AND speaker <> '' ORDER BY 1"
    )
    names = [row[0] for row in found]
    # Folded in one: a quarter of the time of 40,000 names folded singly.
    lines = [name.replace("\n", " ") for name in names]
    keys = [f"={line}" for line in fold("\n".join(lines)).text.split("\n")][: len(names)]
    return pa.table(
        {"speaker": pa.array(names, pa.string()), "folded": pa.array(keys, pa.string())}
    )


def speech_expression(*, voice: str, view: str, wanted: bool, columns: tuple[str, ...]) -> ir.Table:
    """Write the statements in view with their `speaker_key`."""
    rows = rows_in_view("speech", voice=voice, view=view)
    spellings = ex.bound("spellings", {"speaker": "string", "folded": "string"})
    rows = rows.left_join(spellings, "speaker")
    rows = rows.mutate(speaker_key=ibis.coalesce(rows.speaker_id, rows.folded, ""))
    if wanted:
        rows = rows.semi_join(ex.bound("wanted", {"speaker_key": "string"}), "speaker_key")
    return rows.select("article_key", *columns, "speaker_key")


def speech_rows(scope: Scope, speaker_key: str | None = None) -> pd.DataFrame:
    """Return the statements in view, with `speaker_key` and the speaker's name as shown.

    `speaker_key` is the entity's id; "=" and the folded name for a person without one; "" for a
    speaker whom the text does not name. In the outlets' own voice there are none.
    """
    wanted = None if speaker_key is None else ("speaker_key", speaker_key)
    columns = tuple(dict.fromkeys((*_COLUMNS, "start", "end")))
    bound = bound_view(scope) | bound_text(wanted) | {"spellings": spellings_of(scope.store)}
    found = ex.run(
        scope.store,
        speech_expression,
        bound,
        voice=scope.selection.voice,
        view="whole" if scope.is_whole else "some",
        wanted=wanted is not None,
        columns=columns,
    )
    rows = to_frame(found).sort_values(
        ["article_key", "start", "end", "verb"], kind="stable", ignore_index=True
    )
    rows["outlet"] = scope.outlet[places(scope, rows["article_key"].to_numpy())]
    speaker = rows["speaker"].fillna("").astype(object)
    return rows.assign(speaker=_shown(scope, rows["speaker_id"], speaker))


def _shown(scope: Scope, speaker_id: pd.Series, speaker: pd.Series) -> pd.Series:
    """Return the entity's name where there is one, else the name in the text."""
    names = arabic_names(scope)
    ids, texts = (column.to_numpy(object) for column in (speaker_id, speaker))
    shown = [names.get(one, text) for one, text in zip(ids, texts, strict=True)]
    return pd.Series(shown, index=speaker.index, dtype=object)


def speaker_names(scope: Scope, speaker_id: pd.Series) -> pd.Series:
    """Return the shown name of each speaker id; "" for none."""
    return _shown(scope, speaker_id, pd.Series("", index=speaker_id.index, dtype=object))


def speakers(
    store: Store, selection: Selection, *, by_outlet: bool = False, limit: int | None = 100
) -> pd.DataFrame:
    """Return who is given how many statements.

    Args:
        store: The store.
        selection: Which articles.
        by_outlet: Whether outlets are counted apart.
        limit: Speakers at most (with all their outlets); None for all.

    Returns:
        One row a speaker (and outlet), speakers by all their statements falling, then key:
        `speaker_key` ("" where the text names nobody), `speaker_id` (None without entity),
        `speaker` (the commonest name, "" for nobody), `outlet_id`, `outlet` (by_outlet), `count`
        (statements), `direct`, `indirect`, `articles`.
    """
    scope = scope_of(store, selection)
    turns = held_turns(scope)
    rows = turns.in_view(scope)
    wanted = turns.most(rows, limit)
    rows = rows[np.isin(turns.speaker[rows], wanted)]
    outlet = scope.index.outlet[turns.place[rows]].astype(np.int64)
    group, outlets = turns.speaker[rows], len(scope.index.outlet_ids) if by_outlet else 1
    if by_outlet:
        group = group * outlets + outlet
    groups, at = np.unique(group, return_inverse=True)
    tallies = {
        "count": np.bincount(at, minlength=len(groups)),
        "direct": np.bincount(at[turns.direct[rows]], minlength=len(groups)),
        "articles": np.bincount(at[turns.first[rows]], minlength=len(groups)),
    }
    keys = {"speaker_key": turns.keys[groups // outlets]}
    if by_outlet:
        keys["outlet"] = groups % outlets
    frame = pd.DataFrame(keys | tallies)
    frame.insert(len(keys) + 2, "indirect", frame["count"] - frame["direct"])
    frame["total"] = frame.groupby("speaker_key")["count"].transform("sum")
    frame = frame.sort_values(
        ["total", *keys], ascending=[False, *([True] * len(keys))], ignore_index=True
    ).drop(columns="total")
    if limit is not None:
        frame = frame[frame["speaker_key"].isin(frame["speaker_key"].unique()[:limit])]
    names = turns.commonest(rows)
    key = frame["speaker_key"].astype(object)
    named = key.map(names)
    frame.insert(1, "speaker", named.fillna("").to_numpy(object))
    has_id = (key != "") & ~key.astype(str).str.startswith("=")
    frame.insert(1, "speaker_id", key.where(has_id, None).to_numpy(object))
    return with_outlets(frame, scope) if by_outlet else frame


def held_turns(scope: Scope) -> Turns:
    """Return the statements of a store as numbers; read once per store."""
    return cast(Turns, scope.store.hold("turns", lambda: _read_turns(scope)))


def _read_turns(scope: Scope) -> Turns:
    """Read the statements; names are looked up once for each speaker as written, a fifth of all statements."""
    found = ex.run(scope.store, facts_expression, {}, name="speech", voice="all", view="whole",
                   columns=("style", "speaker_id", "speaker"), where=(), wanted="")  # fmt: skip
    coded = [
        pc.dictionary_encode(found[name].combine_chunks().fill_null(""))
        for name in ("speaker_id", "speaker")
    ]
    numbers = [column.indices.to_numpy().astype(np.int64) for column in coded]
    ids, texts = (column.dictionary.to_pylist() for column in coded)
    pairs, speaker = np.unique(numbers[0] * len(texts) + numbers[1], return_inverse=True)
    written = [(ids[pair // len(texts)], texts[pair % len(texts)]) for pair in pairs.tolist()]
    spellings = spellings_of(scope.store)
    folded = dict(zip(*(column.to_pylist() for column in spellings.columns), strict=True))
    names = arabic_names(scope)
    return turns_of(
        np.asarray(scope.index.place(found["article_key"].to_numpy()), np.int64),
        speaker,
        [entity or folded.get(text, "") for entity, text in written],
        [names.get(entity, text) for entity, text in written],
        np.asarray(pc.equal(found["style"], "direct").fill_null(False).to_numpy(), bool),
    )


def statements(
    store: Store,
    selection: Selection,
    *,
    speaker_key: str | None = None,
    offset: int = 0,
    limit: int = 100,
) -> pd.DataFrame:
    """Return a page of statements, the newest article first, undated ones last.

    Args:
        store: The store.
        selection: Which articles.
        speaker_key: Of one speaker (as in `speakers`); None for all.
        offset: Rows to skip.
        limit: Rows at most.

    Returns:
        One row a statement: `article_key`, `article_id`, `outlet_id`, `outlet`, `title`,
        `published_from`, `published_to`, `text_kind`, `speaker_key`, `speaker_id`, `speaker`,
        `verb`, `style`, `start`, `end`, `content_start`, `content_end` (offsets in the body),
        `sentence`, `text` (verb, speaker and content), `content`. `attrs["total"]`: all rows.
    """
    scope = scope_of(store, selection)
    rows = speech_rows(scope, speaker_key)
    total = len(rows)
    day = article_columns(scope, rows["article_key"].to_numpy())["published_from"].to_numpy()
    rows = rows.assign(day=day).sort_values(
        ["day", "article_key", "start"], ascending=[False, True, True], na_position="last"
    )
    rows = rows.iloc[offset : offset + limit].drop(columns=["day", "outlet"]).reset_index(drop=True)
    bodies = store.bodies(rows["article_key"].tolist())
    spans = rows[["article_key", "start", "end", "content_start", "content_end"]].itertuples(
        index=False
    )
    texts = [(bodies.get(k) or "")[a:b] for k, a, b, _, _ in spans]
    spans = rows[["article_key", "start", "end", "content_start", "content_end"]].itertuples(
        index=False
    )
    contents = [
        (bodies.get(k) or "")[int(a) : int(b)] if pd.notna(a) and pd.notna(b) else ""
        for k, _, _, a, b in spans
    ]
    columns = ["speaker_key", "speaker_id", "speaker", "verb", "style", "start", "end",
               "content_start", "content_end", "sentence"]  # fmt: skip
    frame = pd.concat(
        [article_columns(scope, rows["article_key"].to_numpy()), rows[columns]], axis=1
    )
    frame["text"], frame["content"] = texts, contents
    frame.attrs["total"] = total
    return frame
