"""Voices: who speaks, in which outlets, and what they say."""

from __future__ import annotations

import pandas as pd

from rasid.language import fold
from rasid.measures.concordance import article_columns
from rasid.measures.coverage import with_outlets
from rasid.measures.facts import entity_names, facts
from rasid.measures.scope import Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

_COLUMNS = ("verb", "style", "speaker_id", "speaker", "content_start", "content_end", "sentence")


def speech_rows(scope: Scope) -> pd.DataFrame:
    """Return the statements in view, with `speaker_key` and the speaker's name as shown.

    `speaker_key` is the entity's id; "=" and the folded name for a person without one; "" for a
    speaker whom the text does not name. The voice of the selection does not apply: speech is quoted.
    """
    rows = facts(scope, "speech", _COLUMNS)
    speaker = rows["speaker"].fillna("").astype(object)
    by_name = speaker.map(lambda name: f"={fold(name).text}" if name else "")
    known = rows["speaker_id"].notna()
    key = rows["speaker_id"].astype(object).where(known, by_name)
    names = rows["speaker_id"].map(entity_names(scope)["name_ar"]).astype(object)
    shown = names.where(names.notna(), speaker)
    return rows.assign(speaker_key=key, speaker=shown)


def speaker_names(scope: Scope, speaker_id: pd.Series) -> pd.Series:
    """Return the shown name of each speaker id; "" for none."""
    return speaker_id.map(entity_names(scope)["name_ar"]).astype(object).fillna("")


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
    rows = speech_rows(scope)
    rows = rows.assign(is_direct=rows["style"] == "direct")
    keys = ["speaker_key", "outlet"] if by_outlet else ["speaker_key"]
    names = rows.groupby(["speaker_key", "speaker"]).size().reset_index(name="n")
    names = names.sort_values(["n", "speaker"], ascending=[False, True]).drop_duplicates(
        "speaker_key"
    )
    frame = (
        rows.groupby(keys)
        .agg(
            count=("is_direct", "size"),
            direct=("is_direct", "sum"),
            articles=("article_key", "nunique"),
        )
        .reset_index()
    )
    frame["direct"] = frame["direct"].astype(int)
    frame.insert(len(keys) + 2, "indirect", frame["count"] - frame["direct"])
    frame["total"] = frame.groupby("speaker_key")["count"].transform("sum")
    frame = frame.sort_values(
        ["total", *keys], ascending=[False, *([True] * len(keys))], ignore_index=True
    ).drop(columns="total")
    if limit is not None:
        frame = frame[frame["speaker_key"].isin(frame["speaker_key"].unique()[:limit])]
    key = frame["speaker_key"].astype(object)
    named = key.map(names.set_index("speaker_key")["speaker"])
    frame.insert(1, "speaker", named.fillna("").to_numpy(object))
    has_id = (key != "") & ~key.astype(str).str.startswith("=")
    frame.insert(1, "speaker_id", key.where(has_id, None).to_numpy(object))
    return with_outlets(frame, scope) if by_outlet else frame


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
    rows = speech_rows(scope)
    if speaker_key is not None:
        rows = rows[rows["speaker_key"] == speaker_key]
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
