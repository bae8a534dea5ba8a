"""A figure while it is being drawn: plain dictionaries, made a Plotly figure once at the end.

Plotly checks every attribute each time one is set: 60 to 340 ms a figure drawn step by step, 1 to 6 ms
when the finished dictionary is handed over unchecked. The tests hand every figure to the checking
constructor, so a wrong attribute is found there and not by each visitor's server. Even unchecked, Plotly's
objects cost 10 ms a figure (made, copied twice, taken apart again for the browser), so they are made only for
whoever looks at them: see `Drawn`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import plotly.graph_objects as go
import plotly.io as pio

Trace = dict[str, Any]


def bar(**attributes: Any) -> Trace:
    """Return a bar trace."""
    return {"type": "bar", **attributes}


def scatter(**attributes: Any) -> Trace:
    """Return a scatter trace."""
    return {"type": "scatter", **attributes}


def heatmap(**attributes: Any) -> Trace:
    """Return a heatmap trace."""
    return {"type": "heatmap", **attributes}


class Drawn(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that stays the dictionary it was made from until one of its attributes is asked for."""

    def __init__(self, spec: dict[str, Any], **more: Any) -> None:
        """Keep the dictionary; `more` is what Plotly itself passes on when it copies a figure."""
        if more:
            super().__init__(spec, **more)
        else:
            self.__dict__[_SPEC] = spec

    def __getattr__(self, name: str) -> Any:
        """Make the Plotly objects: Python asks here only for what is missing."""
        spec = self.__dict__.pop(_SPEC, None)
        if spec is None:
            raise AttributeError(name)
        super().__init__(spec, _validate=False)
        return getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as Plotly's own `to_dict` does; not a copy, so change nothing in it."""
        spec = self.__dict__.get(_SPEC)
        full: dict[str, Any] = super().to_dict() if spec is None else spec
        return full


_SPEC: Final = "_rasid_spec"


@cache
def _template(name: str) -> dict[str, Any]:
    """Return a template of Plotly's; every `go.Figure` gives its layout the default one."""
    template: dict[str, Any] = pio.templates[name].to_plotly_json()
    return template


def _given(attributes: dict[str, Any]) -> dict[str, Any]:
    """Return what is set: Plotly drops a trace's and the layout's own attributes that are None."""
    return {name: value for name, value in attributes.items() if value is not None}


class Canvas:
    """Traces and layout of a figure, with the names Plotly gives to the same steps."""

    def __init__(self, traces: Iterable[Trace] = ()) -> None:
        self.data: list[Trace] = list(traces)
        self.layout: dict[str, Any] = {"shapes": [], "annotations": [], "xaxis": {}, "yaxis": {}}

    def add_trace(self, trace: Trace) -> None:
        """Add a trace on top."""
        self.data.append(trace)

    def add_scatter(self, **attributes: Any) -> None:
        """Add a scatter trace on top."""
        self.data.append(scatter(**attributes))

    def add_bar(self, **attributes: Any) -> None:
        """Add a bar trace on top."""
        self.data.append(bar(**attributes))

    def add_shape(self, **attributes: Any) -> None:
        """Add a line or a box."""
        self.layout["shapes"].append(attributes)

    def add_annotation(self, **attributes: Any) -> None:
        """Add a text."""
        self.layout["annotations"].append(attributes)

    def update_layout(self, **attributes: Any) -> None:
        """Set parts of the layout; a dictionary is merged into what is there."""
        merge(self.layout, attributes)

    def update_xaxes(self, **attributes: Any) -> None:
        """Set attributes of every horizontal axis."""
        self._axes("xaxis", attributes)

    def update_yaxes(self, **attributes: Any) -> None:
        """Set attributes of every vertical axis."""
        self._axes("yaxis", attributes)

    def default(self, axis: dict[str, Any]) -> None:
        """Give every axis the attributes it has not been given."""
        for name in [n for n in self.layout if n.startswith(("xaxis", "yaxis"))]:
            own = self.layout[name]
            self.layout[name] = {}
            merge(self.layout[name], axis)
            merge(self.layout[name], own)

    def figure(self) -> go.Figure:
        """Return the Plotly figure."""
        layout = {"template": _template(pio.templates.default), **_given(self.layout)}
        return Drawn({"data": [_given(trace) for trace in self.data], "layout": layout})

    def _axes(self, prefix: str, attributes: dict[str, Any]) -> None:
        for name in [n for n in self.layout if n.startswith(prefix)]:
            merge(self.layout[name], attributes)


def merge(target: dict[str, Any], update: dict[str, Any]) -> None:
    """Set keys of nested dictionaries; anything but a dictionary replaces what was there."""
    for key, value in update.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict):
            merge(target[key], value)
        else:
            target[key] = dict(value) if isinstance(value, dict) else value
