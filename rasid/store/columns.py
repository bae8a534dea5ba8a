"""Columns of Python values and arrays as Arrow tables with the types of the store.

Arrays are laid into Arrow's memory here: `pyarrow.array` imports pandas at its first call, half a second that a
build has no use for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

import numpy as np
import numpy.typing as npt
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
_NUMPY: Final[dict[str, type[np.generic]]] = {
    "INTEGER": np.int32,
    "SMALLINT": np.int16,
    "BIGINT": np.int64,
    "BOOLEAN": np.bool_,
    "DOUBLE": np.float64,
    "DATE": np.int32,
    "TIMESTAMP": np.int64,
}
_EPOCH: Final = date(1970, 1, 1).toordinal()
_EPOCH_SECOND: Final = datetime(1970, 1, 1)


def _days(day: date) -> int:
    return day.toordinal() - _EPOCH


def _microseconds(moment: datetime) -> int:
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    since = moment - _EPOCH_SECOND
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


_NUMBER_OF: Final[dict[str, Callable[[Any], int]]] = {"DATE": _days, "TIMESTAMP": _microseconds}


def arrow_table(columns: Mapping[str, Any], kinds: Mapping[str, str]) -> pa.Table:
    """Return an Arrow table of `columns` in the order and with the DuckDB types of `kinds`."""
    arrays = [arrow_array(columns[name], kind) for name, kind in kinds.items()]
    return pa.Table.from_arrays(arrays, names=list(kinds))


def arrow_array(values: Any, kind: str) -> pa.Array:
    """Return values (an array, or a sequence in which None is null) as an Arrow array of a DuckDB type."""
    if kind == "VARCHAR":
        return _strings(list(values))
    if isinstance(values, np.ndarray):
        return _laid(values, kind, None)
    return _from_sequence(values, kind)


def _strings(values: list[str | None]) -> pa.Array:
    try:
        encoded = list(map(str.encode, values))  # type: ignore[arg-type]
    except TypeError:  # None among them: Arrow's own way, at twice the cost
        builder = pa.lib.StringBuilder()
        builder.append_values(values)
        return builder.finish()
    ends = np.zeros(len(encoded) + 1, dtype=np.int32)
    np.cumsum(list(map(len, encoded)), out=ends[1:])
    joined = pa.py_buffer(b"".join(encoded))
    return pa.StringArray.from_buffers(len(encoded), pa.py_buffer(ends), joined)


def _from_sequence(values: Sequence[Any], kind: str) -> pa.Array:
    number_of = _NUMBER_OF.get(kind)
    values = list(values)
    known = None
    if None in values:
        known = np.fromiter((value is not None for value in values), np.bool_, len(values))
        if number_of is not None:
            values = [number_of(value) if value is not None else 0 for value in values]
        else:
            values = [value if value is not None else 0 for value in values]
    elif number_of is not None:
        values = list(map(number_of, values))
    return _laid(np.array(values, dtype=_NUMPY[kind]), kind, known)


def _laid(values: npt.NDArray[Any], kind: str, known: npt.NDArray[np.bool_] | None) -> pa.Array:
    """Return an array's values in Arrow's layout; those not `known` are null."""
    typed = np.ascontiguousarray(values, dtype=_NUMPY[kind])
    if kind == "BOOLEAN":
        typed = np.packbits(typed, bitorder="little")
    valid = None if known is None else pa.py_buffer(np.packbits(known, bitorder="little"))
    return pa.Array.from_buffers(_ARROW[kind], len(values), [valid, pa.py_buffer(typed)])


def numbers(table: pa.Table, column: str, kind: str = "INTEGER") -> npt.NDArray[Any]:
    """Return a column of numbers without nulls as an array (`to_numpy` would import pandas)."""
    dtype = np.dtype(_NUMPY[kind])
    pieces = [
        np.frombuffer(chunk.buffers()[1], dtype)[chunk.offset : chunk.offset + len(chunk)]
        for chunk in table.column(column).chunks
        if len(chunk)
    ]
    if len(pieces) == 1:
        return pieces[0]
    return np.concatenate([np.empty(0, dtype), *pieces])
