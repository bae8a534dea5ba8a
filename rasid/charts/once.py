"""Figures drawn once: the same table asked for again gets the figure that was drawn from it before.

Every run of a page draws all its figures anew, also where nothing about them has changed: 2 to 40 ms each. The
key is the content of what the figure is made of, not a name for it, so that it can never be out of date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, Final, ParamSpec

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Drawn

FIGURES_KEPT: Final = 128
"""For all visitors together; as JSON, figures of the bundled corpus have 25 to 100 kilobytes."""

Arguments = ParamSpec("Arguments")


@dataclass(frozen=True)
class _Call:
    """A figure to be drawn: equal to another one when it is drawn from equal values."""

    key: tuple[Any, ...]
    draw: Callable[[], go.Figure] = field(compare=False)


@lru_cache(maxsize=FIGURES_KEPT)
def _spec(call: _Call) -> dict[str, Any]:
    return dict(call.draw().to_dict())


def drawn_once(function: Callable[Arguments, go.Figure]) -> Callable[Arguments, go.Figure]:
    """Let a figure function return what it drew before from equal arguments.

    Tables with cells that cannot be compared at once (lists, arrays) are drawn every time.
    """

    @wraps(function)
    def wrapped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> go.Figure:
        def draw() -> go.Figure:
            return function(*args, **kwargs)

        key = (function.__qualname__, function.__module__, _frozen(args), _frozen(kwargs))
        try:
            return Drawn(_spec(_Call(key, draw)))
        except TypeError:  # unhashable, or the figure's own fault, which shows again
            return draw()

    return wrapped


def _frozen(value: Any) -> Any:
    """Return a value in a form that can be hashed, equal only to that of an equal value."""
    if isinstance(value, pd.DataFrame):
        columns = tuple(_column(value.iloc[:, place]) for place in range(value.shape[1]))
        return (tuple(value.columns), _index(value.index), columns)
    if isinstance(value, dict):
        return tuple((name, _frozen(item)) for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(item) for item in value)
    return value


def _index(index: pd.Index) -> Any:
    if isinstance(index, pd.RangeIndex):
        return index.start, index.stop, index.step
    return tuple(index)


def _column(column: pd.Series) -> tuple[Any, ...]:
    """Return a column's type and values; numbers and days as bytes, which also tell NaN from NaN."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "biufmM":
        return str(column.dtype), column.to_numpy().tobytes()
    return (str(column.dtype), *column.tolist())
