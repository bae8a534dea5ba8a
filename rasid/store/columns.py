"""Columns of Python values and arrays as Arrow tables with the types of the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa

_ARROW: Final = {
    "INTEGER": pa.int32(),
    "SMALLINT": pa.int16(),
    "BIGINT": pa.int64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}


def arrow_table(columns: Mapping[str, Any], kinds: Mapping[str, str]) -> pa.Table:
    """Return an Arrow table of `columns` in the order and with the DuckDB types of `kinds`."""
    arrays = [pa.array(columns[name], type=_ARROW[kind]) for name, kind in kinds.items()]
    return pa.Table.from_arrays(arrays, names=list(kinds))
