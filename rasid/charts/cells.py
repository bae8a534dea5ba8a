"""Keys that marks carry, so that whatever is clicked can open the sentences it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from rasid.measures.cells import cell

SEPARATOR = "\n"
"""Between the codes of a mark that stands for several cells ("other outlets")."""


def codes(table: pd.DataFrame, measure: str, column: str = "count") -> list[str]:
    """Return one code a row of a measure's table; the shell turns it back into a `Cell`."""
    return [code(row, measure, column) for row in records(table)]


def code(row: dict[str, Any], measure: str, column: str = "count") -> str:
    """Return the code of one cell of a measure's table."""
    return str(cell(measure, row, column).to_code())


def joined(parts: Iterable[str]) -> str:
    """Return the code of a mark that stands for several cells."""
    return SEPARATOR.join(parts)


def keys(parts: Iterable[str]) -> list[list[str]]:
    """Return codes in the shape of Plotly's `customdata`: the code is the first item of each."""
    return [[part] for part in parts]


def records(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows as plain dictionaries: several times cheaper than `iterrows`.

    Arrays of objects, because a column of Arrow strings makes a scalar of each value it is asked for.
    """
    columns = [str(name) for name in table.columns]
    for values in zip(*(table[name].to_numpy(object) for name in columns), strict=True):
        yield dict(zip(columns, values, strict=True))
