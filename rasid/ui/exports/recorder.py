"""A page run for a file, not for a screen: every section of it, its cards kept, nothing drawn.

The page's own script runs once a section with a view that answers every control from the address, so that
the report and the page can never differ in what they count.
"""

from __future__ import annotations

import logging
import runpy
from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from rasid.store.selection import Selection
from rasid.ui import widgets
from rasid.ui.exports import report
from rasid.ui.page import View
from rasid.ui.registry import PAGES
from rasid.ui.selecting import compare

ONLY_OPEN: Final = ("reader", "corpus")
"""Pages whose sections are forms and single articles: of these the report holds what is open."""

_NO_SCREEN: Final = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""The logger that says, for every call, that no browser listens here: that is the point."""


class Recorder(View):
    """A view that keeps its cards and draws none; controls have the values the address gives them."""

    def __init__(self, live: View, theme: str, section: str = "") -> None:
        super().__init__(live.page, live.store, live.state)
        self._theme = theme
        self._section = section
        self.section_names: tuple[str, ...] = ()

    @property
    def theme(self) -> str:
        """The look of the page the report was asked for on."""
        return self._theme

    @property
    def narrow(self) -> bool:
        """A file is read on a desk."""
        return False

    def pick(self, name: str, options: Sequence[Any], *, default: Any, **_: Any) -> Any:
        """Return the option the address names."""
        chosen = {str(option): option for option in options}
        return chosen.get(self.get(name, str(default)), default)

    def text(self, name: str, *, default: str = "", **_: Any) -> str:
        """Return the text the address holds."""
        return self.get(name, default)

    def toggle(self, name: str, *, default: bool = False, **_: Any) -> bool:
        """Return whether the address has the switch on."""
        return self.get(name, str(int(default))) == "1"

    def sections(self, names: Sequence[str]) -> str:
        """Return the section this run is for; remember which there are."""
        self.section_names = tuple(names)
        return self._section or names[0]

    def compare(self) -> Selection | None:
        """Return the second selection of the address, None while the comparison is off."""
        return compare.selection_of(self) if self.toggle("compare") else None

    def heading(self, key: str, **values: Any) -> None:
        """Keep a heading."""
        self.parts.append(report.Part(self.t(key, **values)))

    def say(self, key: str, **values: Any) -> None:
        """Keep a paragraph."""
        self.parts.append(report.Part("", self.t(key, **values)))

    def metrics(self, facts: Sequence[tuple[str, Any, str]]) -> None:
        """Keep headline numbers."""
        self.parts.append(report.Part("", html=widgets.headline_numbers(facts, self.lang)))

    def html(self, markup: str) -> None:
        """Keep nothing: markup of a page is for its screen."""

    def chart(self, draw: Callable[[], go.Figure], *, key: str,
              table: pd.DataFrame | None = None, title: str | None = None, note: str | None = None,
              columns: Sequence[str] | None = None, **_: Any) -> None:  # fmt: skip
        """Keep a chart."""
        figure = self.figure(key, draw)
        self.parts.append(report.Part(*self._words(key, title, note), figure, table, columns))

    def svg(self, markup: str, *, key: str, table: pd.DataFrame | None = None,
            title: str | None = None, note: str | None = None,
            columns: Sequence[str] | None = None) -> None:  # fmt: skip
        """Keep a picture."""
        self.parts.append(report.Part(*self._words(key, title, note), None, table, columns, markup))

    def table(self, table: pd.DataFrame, *, key: str, title: str | None = None,
              note: str | None = None, columns: Sequence[str] | None = None, **_: Any) -> None:  # fmt: skip
        """Keep a table."""
        self.parts.append(report.Part(*self._words(key, title, note), None, table, columns))


def every_section(live: View, theme: str) -> list[report.Part]:
    """Return the cards of all sections of a page, each section under its name.

    Args:
        live: The page as it is open.
        theme: "light" or "dark".
    """
    if live.page in ONLY_OPEN:
        return list(live.parts)
    first = _run(live, theme, "")
    if not first.section_names:
        return first.parts
    parts = []
    for section in first.section_names:
        run = first if section == first.section_names[0] else _run(live, theme, section)
        if run.parts:
            parts += [report.Part(live.t(f"section.{section}"), section=True), *run.parts]
    return parts


def _run(live: View, theme: str, section: str) -> Recorder:
    recorder = Recorder(live, theme, section)
    path = next(entry.path for entry in PAGES if entry.name == live.page)
    logger = logging.getLogger(_NO_SCREEN)
    token, level = report.RECORDING.set(recorder), logger.level
    logger.setLevel(logging.ERROR)
    try:
        runpy.run_path(str(path))
    finally:
        logger.setLevel(level)
        report.RECORDING.reset(token)
    return recorder
