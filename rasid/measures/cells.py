"""Cells: a number in a table, described so that the sentences behind it can be found again."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pandas as pd

Unit = Literal["hits", "articles", "sentences"]
Value = str | int | bool | None | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: what it counts, narrowed to its row and column.

    Attributes:
        kind: What is counted: article, lemma, form, phrase, query, collocate, mention, comention,
            frame, speech, date, quantity or copy.
        keys: Names and values that single out the row, sorted by name.
        unit: "hits" counts places, "articles" articles with one, "sentences" sentences with one.
    """

    kind: str
    keys: tuple[tuple[str, Value], ...]
    unit: Unit = "hits"

    def get(self, name: str) -> Any:
        """Return a key's value, None when it does not narrow the cell."""
        return dict(self.keys).get(name)

    def has(self, name: str) -> bool:
        """Tell whether a key narrows the cell."""
        return name in dict(self.keys)

    def to_code(self) -> str:
        """Return the cell as letters that fit into a URL."""
        text = json.dumps(
            [self.kind, self.unit, self.keys], ensure_ascii=False, separators=(",", ":")
        )
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def from_code(cls, code: str) -> Cell | None:
        """Return the cell that `to_code` wrote; None for anything else."""
        try:
            text = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()
            kind, unit, pairs = json.loads(text)
            keys = tuple((str(k), tuple(v) if isinstance(v, list) else v) for k, v in pairs)
        except (ValueError, TypeError):
            return None
        known = kind in KINDS and unit in ("hits", "articles", "sentences")
        return cls(kind, keys, unit) if known else None


@dataclass(frozen=True)
class _Spec:
    """How the rows of a measure become cells: columns that single out the row, and each number."""

    kind: str
    keys: tuple[str, ...]
    columns: Mapping[str, tuple[Unit, Mapping[str, Value]]] = field(default_factory=dict)


_NONE: Final[Mapping[str, Value]] = {}
_COUNT: Final[tuple[Unit, Mapping[str, Value]]] = ("hits", _NONE)
_ARTICLES: Final[tuple[Unit, Mapping[str, Value]]] = ("articles", _NONE)
_BOTH: Final = {"count": _COUNT, "articles": _ARTICLES}
_TOTAL: Final[tuple[Unit, Mapping[str, Value]]] = ("articles", {"kind": "article"})
_VOICES: Final = {
    **_BOTH,
    "quoted": ("hits", {"quoted": True}),
    "own": ("hits", {"quoted": False}),
}
_PERIOD: Final = ("period", "grain")

_SPECS: Final[dict[str, _Spec]] = {
    "coverage": _Spec("article", (*_PERIOD, "lane", "outlet_id"), {"count": _ARTICLES}),
    "outlet_counts": _Spec(
        "article",
        ("outlet_id",),
        {
            "count": _ARTICLES,
            "undated": ("articles", {"check": "undated"}),
            "copies": ("articles", {"check": "copies"}),
        },
    ),
    "quality": _Spec("article", ("check",), {"count": _ARTICLES}),
    "frequency": _Spec("lemma", ("lemma_id",), _BOTH),
    "forms": _Spec("form", ("form_id",), _BOTH),
    "matches": _Spec("form", ("form_id",), {"count": _COUNT}),
    "phrases": _Spec("phrase", ("lemma_ids",), _BOTH),
    "multiword_terms": _Spec("phrase", ("lemma_ids",), _BOTH),
    "trend": _Spec("query", ("term", *_PERIOD, "outlet_id"), {**_BOTH, "articles_total": _TOTAL}),
    "dispersion": _Spec("query", ("term",), {**_BOTH, "articles_total": _TOTAL}),
    "keyness": _Spec(
        "lemma",
        ("lemma_id", "outlet_id"),
        {
            **_BOTH,
            "count_rest": ("hits", {"rest": True}),
            "articles_rest": ("articles", {"rest": True}),
            "articles_total": _TOTAL,
            "articles_rest_total": ("articles", {"kind": "article", "rest": True}),
        },
    ),
    # Its `_rest` numbers are cells of the reference selection.
    "keyness_between": _Spec(
        "lemma", ("lemma_id",), {**_BOTH, "count_rest": _COUNT, "articles_rest": _ARTICLES}
    ),
    "collocates": _Spec(
        "collocate",
        ("query", "window", "lemma_id"),
        {
            **_BOTH,
            "count_before": ("hits", {"side": "before"}),
            "count_after": ("hits", {"side": "after"}),
            "count_total": ("hits", {"kind": "lemma"}),
        },
    ),
    "frames": _Spec("frame", ("frame_id",), _VOICES),
    "frames_by_voice": _Spec("frame", ("frame_id", "outlet_id"), _VOICES),
    "mentions": _Spec("mention", ("entity_id",), _VOICES),
    "mentions_by_outlet": _Spec("mention", ("entity_id", "outlet_id"), _BOTH),
    "mentions_by_time": _Spec("mention", ("entity_id", *_PERIOD), _BOTH),
    "mentions_by_role": _Spec("mention", ("entity_id", "role"), _BOTH),
    "surfaces": _Spec("mention", ("entity_id", "surface"), _BOTH),
    "comentions": _Spec(
        "comention",
        ("entity_a", "entity_b"),
        {"count": ("sentences", _NONE), "articles": _ARTICLES},
    ),
    "speakers": _Spec(
        "speech",
        ("speaker_key", "outlet_id"),
        {
            **_BOTH,
            "direct": ("hits", {"style": "direct"}),
            "indirect": ("hits", {"style": "indirect"}),
        },
    ),
    "drift": _Spec("date", ("article_key", "start", "end"), {"count": _COUNT}),
    "drift_summary": _Spec("date", ("about", "date_from", "date_to", "date_grain"), _BOTH),
    "drift_counts": _Spec(
        "date",
        ("date_from", "date_to", "date_grain", "about", "speaker_id", "outlet_id", *_PERIOD),
        _BOTH,
    ),
    "quantities": _Spec("quantity", ("article_key", "start", "end"), {"count": _COUNT}),
    "disagreements": _Spec("quantity", ("about", "slot"), _BOTH),
    "copies": _Spec("copy", ("article_key", "relation"), {"count": _ARTICLES}),
    "copy_network": _Spec("copy", ("from_id", "to_id", "relation"), {"count": _ARTICLES}),
}

KINDS: Final = frozenset(spec.kind for spec in _SPECS.values()) | {"article"}


def countable(measure: str) -> tuple[str, ...]:
    """Return the columns of a measure's table whose numbers are cells."""
    return tuple(_SPECS[measure].columns)


def measures_with_cells() -> tuple[str, ...]:
    """Return the names of the measures whose numbers open evidence."""
    return tuple(_SPECS)


def cell(measure: str, row: Mapping[str, Any] | pd.Series, column: str = "count") -> Cell:
    """Return the cell of one number of a measure's table.

    Args:
        measure: The name of the function that gave the table.
        row: The row, as a mapping or a frame's row.
        column: Which of the measure's `countable` columns.
    """
    spec = _SPECS[measure]
    unit, extra = spec.columns[column]
    values = dict(row)
    if measure == "drift_summary":  # the grain of the promise, not of a period
        values["date_grain"] = values.pop("grain")
    keys = {name: _plain(values[name]) for name in spec.keys if name in values}
    keys |= {name: value for name, value in extra.items() if name != "kind"}
    return Cell(str(extra.get("kind", spec.kind)), tuple(sorted(keys.items())), unit)


def _plain(value: Any) -> Value:
    """Return a value as JSON knows it; days as ISO text, missing ones as None."""
    if isinstance(value, tuple | list):
        return tuple(int(item) for item in value)
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    plain: Value = value.item() if hasattr(value, "item") else value
    return plain
