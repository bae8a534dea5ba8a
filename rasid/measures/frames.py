"""Frames: which framing expressions are used, in the outlet's own words or in somebody's mouth."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rasid.measures import statistics as st
from rasid.measures.coverage import with_outlets
from rasid.measures.facts import counts
from rasid.measures.scope import Scope, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection


def frames(store: Store, selection: Selection) -> pd.DataFrame:
    """Return how often each frame is used.

    Returns:
        One row a frame, by count falling, then id: `frame_id`, `count`, `quoted`, `own`, `articles`.
    """
    frame = _split(scope_of(store, selection), ["frame_id"])
    return frame.sort_values(["count", "frame_id"], ascending=[False, True], ignore_index=True)


def frames_by_voice(store: Store, selection: Selection) -> pd.DataFrame:
    """Return how often each outlet uses each frame, in its own words and in quoted speech.

    Returns:
        One row an outlet and frame, by outlet id, then frame id: `outlet_id`, `outlet`, `frame_id`,
        `count`, `quoted`, `own`, `articles`, `rate`, `rate_quoted`, `rate_own` (each per 10,000 word
        tokens of the outlet in that voice; NaN where it has none).
    """
    scope = scope_of(store, selection)
    index = scope.index
    frame = _split(scope, ["outlet", "frame_id"])
    number = frame["outlet"].to_numpy(int)
    size = len(index.outlet_ids)
    every = np.bincount(scope.outlet, index.n_tokens[scope.at], size)[number]
    quoted = np.bincount(scope.outlet, index.n_quoted[scope.at], size)[number]
    in_view = np.bincount(scope.outlet, scope.tokens, size)[number]
    frame["rate"] = st.rate(frame["count"].to_numpy(), in_view)
    frame["rate_quoted"] = st.rate(frame["quoted"].to_numpy(), quoted)
    frame["rate_own"] = st.rate(frame["own"].to_numpy(), every - quoted)
    return with_outlets(frame, scope)


def _split(scope: Scope, keys: list[str]) -> pd.DataFrame:
    frame = counts(scope, "frames", keys)[[*keys, "count", "quoted", "articles"]]
    frame.insert(len(keys) + 2, "own", frame["count"] - frame["quoted"])
    return frame
