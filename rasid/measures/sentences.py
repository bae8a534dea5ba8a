"""Sentences: the text around a finding, read from the bodies."""

from __future__ import annotations

from typing import Any, Final

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.measures.scope import Scope
from rasid.store import engine_expressions as ex

_AROUND: Final = 160
"""Characters shown around a hit that lies in no sentence."""


def sentences_expression() -> ir.Table:
    """Write where some sentences start and end."""
    sentences = ex.table("sentences")
    wanted = ex.bound("wanted", {"article_key": "int32", "sentence": "int16"})
    return sentences.semi_join(wanted, ["article_key", "sentence"])


def sentence_texts(scope: Scope, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sentence of each row: `from`, `to` (offsets in the body), `text`, `surface`.

    Args:
        scope: The scope the rows were found in.
        rows: `article_key`, `sentence` (may be missing), `start`, `end`.
    """
    keys = rows["article_key"].to_numpy(np.int32)
    number = rows["sentence"].fillna(-1).to_numpy().astype(np.int16)
    wanted = pa.table(
        {"article_key": pa.array(keys, pa.int32()), "sentence": pa.array(number, pa.int16())}
    )
    found = ex.run(scope.store, sentences_expression, {"wanted": wanted}).to_pydict()
    spans = {
        (key, sentence): (start, end)
        for key, sentence, start, end in zip(
            found["article_key"], found["sentence"], found["start"], found["end"], strict=True
        )
    }
    bodies = scope.store.bodies(keys.tolist())
    out: dict[str, list[Any]] = {"from": [], "to": [], "text": [], "surface": []}
    starts, ends = rows["start"].to_numpy(int), rows["end"].to_numpy(int)
    for key, sentence, start, end in zip(keys.tolist(), number.tolist(), starts, ends, strict=True):
        body = bodies.get(key) or ""
        left, right = spans.get((key, sentence)) or _passage(body, int(start), int(end))
        out["from"].append(left)
        out["to"].append(right)
        out["text"].append(body[left:right])
        out["surface"].append(body[start:end])
    frame = pd.DataFrame(out)
    return frame.astype({"from": int, "to": int, "text": object, "surface": object})


def _passage(body: str, start: int, end: int) -> tuple[int, int]:
    """Return the passage around a span that lies in no sentence, cut at line ends and words."""
    left = max(body.rfind("\n", 0, start) + 1, start - _AROUND, 0)
    line_end = body.find("\n", end)
    right = min(len(body) if line_end < 0 else line_end, end + _AROUND)
    return left, max(right, left)
