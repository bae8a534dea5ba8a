"""What a page is given: `view = page.start("terms")`, then measures in, cards out.

The pages stay thin because everything they share lies here: the store, the selection, the language, and the
frames of charts and tables with their evidence and downloads.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from rasid import measures
from rasid.charts.look import Look
from rasid.measures.scope import scope_of
from rasid.store.selection import Selection
from rasid.ui import cards, data, events, i18n, ordering, widgets
from rasid.ui.escape import esc, md
from rasid.ui.exports import citation, downloads, report
from rasid.ui.names import entity_names, outlet_names
from rasid.ui.selecting import compare, controls, inview, opened
from rasid.ui.selecting.url_state import State, state_of
from rasid.ui.upkeep import meanwhile

if TYPE_CHECKING:
    from rasid.store.engine import Store

__all__ = ["View", "esc", "md", "rerun", "start"]

rerun = st.rerun


@dataclass
class View:
    """One page for one visitor in one run."""

    page: str
    store: Store
    state: State
    parts: list[report.Part] = field(default_factory=list)
    sides: list[str] = field(
        default_factory=list
    )  # two selections are compared: what each is, a line each
    _summary: tuple[Selection, measures.Summary] | None = None  # asked for a dozen times a run

    @property
    def lang(self) -> str:
        """The language: "ar" or "en"."""
        return self.state.lang

    @property
    def dir(self) -> str:
        """The direction: "rtl" or "ltr"."""
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def theme(self) -> str:
        """The look: "light" or "dark"."""
        return "dark" if st.context.theme.type == "dark" else "light"

    @property
    def look(self) -> Look:
        """What every figure of this page is drawn with: language, theme, one colour an outlet."""
        table = self.store.outlets
        outlets = self.store.hold(
            "ui.outlets", lambda: tuple(table["outlet_id"][table["articles"] > 0])
        )
        return Look(self.lang, self.theme, outlets, narrow=self.narrow)

    @property
    def narrow(self) -> bool:
        """Whether there is a phone's width to draw in."""
        return self.state.narrow

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.state.selection

    @property
    def summary(self) -> measures.Summary:
        """What is in view, counted."""
        if self._summary is None or self._summary[0] != self.selection:
            self._summary = (self.selection, self.measure(measures.summary))
        return self._summary[1]

    @property
    def n(self) -> int:
        """Articles in view."""
        return self.summary.articles

    @property
    def articles(self) -> pd.DataFrame:
        """The articles in view, without bodies; never change it."""
        return data.articles(self.store).iloc[scope_of(self.store, self.selection).at]

    @property
    def published(self) -> pd.Series:
        """The first possible day of publication of each article in view; NaT when unknown."""
        return data.articles(self.store)["published_from"].iloc[
            scope_of(self.store, self.selection).at
        ]

    @property
    def line(self) -> str:
        """The one line that says what is in view."""
        return inview.view_line(self.summary, self.lang)

    @property
    def filters(self) -> str:
        """The filters in words; "" when nothing is filtered."""
        return inview.filter_line(self.selection, self.lang, outlet_names(self.store, self.lang))

    @property
    def lines(self) -> list[str]:
        """What stands under a heading: what is in view, or both selections of a comparison."""
        return self.sides or [self.line]

    def t(self, key: str, /, **values: Any) -> str:
        """Return a string of this page, else of `common`."""
        return i18n.text(key, self.lang, page=self.page, **values)

    def has(self, key: str) -> bool:
        """Say whether the page, or `common`, has a string."""
        return i18n.has(key, self.lang, page=self.page)

    def measure(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Return `function(store, selection, ...)`, cached; arguments must be plain hashable values."""
        return data.measured(self.store, self.selection, function, *args, **kwargs)

    def measure_on(self, selection: Selection, function: Callable[..., Any], *args: Any,
                   **kwargs: Any) -> Any:  # fmt: skip
        """Return `function(store, ...)` of another selection, cached."""
        return data.measured(self.store, selection, function, *args, **kwargs)

    def kept(self, name: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` returned before for this page and address; see `data.kept`.

        What is open on the page changes no table, and the order of its rows only what is named after it.
        """
        query = self.state.query(self.page).items()
        apart = (opened.PREFIX, ordering.PREFIX)
        address = {key: value for key, value in query if not key.startswith(apart)}
        return data.kept(self.store, self.page, address, name, make)

    def figure(self, key: str, draw: Callable[[], go.Figure]) -> go.Figure:
        """Return what `draw` draws, kept for this page, address, look and list of events."""
        return self.kept(("figure", key, self.look, self._events), draw)

    @cached_property
    def _events(self) -> Hashable:
        return events.version()

    def outlet_name(self, outlet_id: str) -> str:
        """Return an outlet's name in the language of the page."""
        return outlet_names(self.store, self.lang).get(outlet_id, outlet_id)

    def entity_name(self, entity_id: str) -> str:
        """Return the name of a base, place, person or organisation in the language of the page."""
        return entity_names(self.store, self.lang).get(entity_id, entity_id)

    def reader_link(self, article_id: str, start: int | None = None, end: int | None = None,
                    **more: str) -> str:  # fmt: skip
        """Return the address of an article in the reader, at a place in its body."""
        place = {} if start is None else {"start": str(int(start)), "end": str(int(end or start))}
        return self.state.link("reader", article=article_id, **place, **more)

    # Controls; their values live in the address (rasid/ui/selecting/controls.py).

    def pick(self, name: str, options: Sequence[Any], *, default: Any, label: str | None = None,
             format: Callable[[Any], str] | None = None, control: str = "segmented") -> Any:  # fmt: skip  # noqa: A002
        """Draw a choice of one and return it; see `controls.pick`."""
        return controls.pick(self, name, options, default, label, format, control)

    def text(self, name: str, *, default: str = "", label: str | None = None,
             placeholder: str | None = None) -> str:  # fmt: skip
        """Draw a line of text and return it."""
        return controls.text(self, name, default, label, placeholder)

    def toggle(self, name: str, *, default: bool = False, label: str | None = None) -> bool:
        """Draw a switch and return it."""
        return controls.toggle(self, name, default, label)

    def sections(self, names: Sequence[str]) -> str:
        """Draw the page's sections as one choice and return the open one: draw only that."""
        return str(controls.pick(self, "section", names, names[0], "", None, "segmented"))

    def get(self, name: str, default: str = "") -> str:
        """Return a control's code from the address without drawing anything."""
        return self.state.controls.get(self.page, {}).get(name, default)

    def set(self, name: str, value: Any) -> None:
        """Set a control from code; follow it with `page.rerun()`."""
        self.state.set_control(self.page, name, "" if value is None else str(value))

    def compare(self) -> Selection | None:
        """Draw "compare with another selection" and return that selection, None while it is off."""
        return compare.draw(self)

    # Drawing.

    def heading(self, key: str, **values: Any) -> None:
        """Draw a heading of the second order."""
        widgets.html(f"<h2>{esc(self.t(key, **values))}</h2>")

    def say(self, key: str, **values: Any) -> None:
        """Draw a paragraph."""
        widgets.html(f'<p class="rasid-note">{esc(self.t(key, **values))}</p>')

    def metrics(self, facts: Sequence[tuple[str, Any, str]]) -> None:
        """Draw headline numbers: (label, number or text, small print)."""
        markup = widgets.headline_numbers(facts, self.lang)
        widgets.html(markup)
        self.parts.append(report.Part("", html=markup))

    def html(self, markup: str) -> None:
        """Draw markup; whatever came from an article must have gone through `esc`."""
        widgets.html(markup)

    def chart(self, draw: Callable[[], go.Figure], *, key: str,
              table: pd.DataFrame | None = None, title: str | None = None, note: str | None = None,
              measure: str | None = None, evidence: cards.Finder | None = None,
              selection: Selection | None = None, columns: Sequence[str] | None = None,
              height: int | None = None, alt: str | None = None) -> None:  # fmt: skip
        """Draw a chart with heading, downloads and evidence.

        Args:
            draw: Draws the figure, without a title of its own, from nothing but the store and the address; called once.
            key: Names the chart; its strings are `<key>.title` and `<key>.note`.
            table: The rows behind it, offered as CSV and Excel.
            title: Instead of `<key>.title`.
            note: Instead of `<key>.note`.
            measure: The measure that made `table`, for marks whose customdata is their row's position;
                marks that carry a cell's code (`rasid.charts.cells`) need none.
            evidence: Instead of `measure`: from a mark's customdata to a cell or a table of evidence.
            selection: What the marks were counted in, when it is not the page's.
            columns: Of `table`, in order; all by default.
            height: In pixels; else the figure's own.
            alt: Read out in place of the picture; the title by default.
        """
        figure = self.figure(key, draw)
        if height is not None:
            figure = cards.with_layout(figure, height=height)
        if evidence is None and cards.has_codes(figure):
            evidence = cards.mark_finder
            if measure is not None and table is not None:
                evidence = cards.place_finder(measure, table)
        title, note = self._words(key, title, note)
        self.parts.append(report.Part(title, self._noted(note), figure, table, columns))
        cards.chart(self, figure, key=key, table=table, title=title, note=note, finder=evidence,
                    selection=selection or self.selection, columns=columns, alt=alt or title)  # fmt: skip

    def table(self, table: pd.DataFrame, *, key: str, title: str | None = None,
              note: str | None = None, columns: Sequence[str] | None = None,
              measure: str | None = None, evidence: cards.Finder | None = None,
              selection: Selection | None = None, height: int | None = None,
              first: Callable[[], pd.DataFrame] | None = None,
              whole: Callable[[], pd.DataFrame] | None = None, total: int | None = None) -> None:  # fmt: skip
        """Draw a table with heading and downloads; a selected row opens its evidence, a heading sorts.

        A column `reader` holds addresses and is drawn as links. Of a long table only the first rows are
        handed over; where they alone are made, `first` makes them in the order the address asks for: `total` says
        how many there are, `whole` makes all of them for a download.
        """
        if evidence is None and measure is not None:
            evidence = cards.row_finder(measure)
        title, note = self._words(key, title, note)
        sorted_ = table if first else ordering.in_order(table, ordering.code_of(self, key))
        self.parts.append(report.Part(title, self._noted(note), None, sorted_, columns))
        cards.table_card(self, table, key=key, title=title, note=note, columns=columns, finder=evidence,
                         selection=selection or self.selection, height=height, whole=whole, first=first,
                         total=total)  # fmt: skip

    def _words(self, key: str, title: str | None, note: str | None) -> tuple[str, str]:
        if note is None:
            note = self.t(f"{key}.note") if self.has(f"{key}.note") else ""
        return title if title is not None else self.t(f"{key}.title"), note

    def _noted(self, note: str) -> str:
        return " ".join([note, *self.sides])

    # What files and pictures say of themselves.

    def file_name(self, title: str) -> str:
        """Return a file name without extension that says page, title and selection."""
        return downloads.file_name(self.lang, self.page, title, self.selection)

    def foot(self) -> str:
        """Return the line under a picture: program, corpus fingerprint, day."""
        corpus = (
            f"\u2068{self.store.fingerprint[:12]}\u2069"  # isolated: a day follows it in Arabic
        )
        return self.t("image.foot", corpus=corpus, today=date.today())

    def citation(self) -> str:
        """Return how to cite this page."""
        view = " / ".join(self.lines)
        return citation.of_view(self.store, self.selection, self.lang, self.t("title"), view)

    def about(self) -> list[tuple[str, str]]:
        """Return what an Excel file says of itself on its second sheet."""
        shown = [(self.t("excel.view"), line) for line in self.lines]
        return [
            *shown,
            (self.t("excel.filters"), self.filters or "–"),
            (self.t("excel.cite"), self.citation()),
        ]


def start(name: str) -> View:
    """Draw a page's title, question and what is in view; return the view.

    The page stops here by itself when no article is in view (the reader and the corpus page go on).
    """
    recorder: View | None = report.RECORDING.get()
    if recorder is not None:  # the page is run for its report
        return recorder
    store = data.opening().store
    if store is None:
        st.rerun()
    state = state_of(st.session_state, i18n.DEFAULT)
    view = View(name, store, state)
    state.view = view
    with st.container(key="rasid-head"):
        st.title(view.t("title"), anchor=False)
        widgets.html(f'<p class="rasid-lead">{esc(view.t("lead"))}</p>')
        widgets.html(f'<p class="rasid-view" role="status">{inview.unbroken(view.line)}</p>')
        inview.draw_chips(state, outlet_names(store, state.lang))
        meanwhile.draw(name, state.lang)
    if view.n == 0:
        inview.draw_nothing(state, name, view.summary)
    elif view.summary.text_kinds.get("digest"):
        view.say("digest.notice", n=view.summary.text_kinds["digest"])
    if view.n == 0 and name != "corpus":
        st.stop()
    return view


def finish(state: State) -> None:
    """Draw what ends every page: the whole page as one file."""
    if isinstance(state.view, View) and state.view.parts:
        report.draw(state.view)
