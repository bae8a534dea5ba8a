"""The sidebar of every page: language, navigation, what is selected, and the ways to keep or share it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid import measures
from rasid.settings import LANGUAGES
from rasid.store.selection import VOICES
from rasid.ui import data, formats, i18n, widgets
from rasid.ui.escape import esc
from rasid.ui.kept import Kept
from rasid.ui.names import outlet_names
from rasid.ui.registry import PAGES
from rasid.ui.selecting import saved
from rasid.ui.selecting.histogram import histogram
from rasid.ui.selecting.url_state import State

if TYPE_CHECKING:
    from rasid.store.engine import Store

LANGUAGE_NAMES = {"ar": "العربية", "en": "English"}
BINS = 48

_bars = Kept(256)  # the histogram's markup by selection: 3 ms


def draw(store: Store, state: State, page: str, links: Mapping[str, Any]) -> None:
    """Draw the sidebar; its controls change `state` through their callbacks."""
    with st.sidebar:
        _brand(state)
        _language(state)
        _navigation(state, links)
        st.divider()
        _filters(store, state)
        st.divider()
        saved.draw(store, state, page)


def _brand(state: State) -> None:
    name, line = (i18n.text(key, state.lang) for key in ("app.short", "app.line"))
    widgets.html(f'<p class="rasid-brand"><b>{esc(name)}</b><span>{esc(line)}</span></p>')


def _language(state: State) -> None:
    def changed() -> None:
        state.lang = st.session_state["f.lang"] or state.lang
        state.touched = True

    st.session_state["f.lang"] = state.lang
    st.segmented_control(
        i18n.text("language", state.lang), LANGUAGES, key="f.lang", on_change=changed, required=True,
        format_func=LANGUAGE_NAMES.__getitem__, label_visibility="collapsed", width="stretch",
    )  # fmt: skip


def _navigation(state: State, links: Mapping[str, Any]) -> None:
    with st.container(key="rasid-nav"):
        for entry in PAGES:
            st.page_link(
                links[entry.name],
                label=i18n.text("title", state.lang, page=entry.name),
                icon=entry.icon,
                query_params=state.query(entry.name),
            )


def _filters(store: Store, state: State) -> None:
    summary = data.measured(store, state.selection, measures.summary)
    _outlets(store, state)
    _dates(store, state)
    _undated(state, summary.undated_total)
    _originals(store, state)
    _voice(state)


def _outlets(store: Store, state: State) -> None:
    labels = _outlet_labels(store, state.lang)
    options = list(labels)

    def changed() -> None:
        state.choose(state.selection.with_(outlets=tuple(st.session_state["f.outlets"])))

    st.session_state["f.outlets"] = [o for o in options if o in state.selection.outlets]
    st.multiselect(
        i18n.text("filter.outlets", state.lang), options, key="f.outlets", on_change=changed,
        format_func=labels.__getitem__,
        placeholder=i18n.text("filter.outlets.all", state.lang, n=len(options)),
    )  # fmt: skip


def _outlet_labels(store: Store, lang: str) -> dict[str, str]:
    """Return "name (articles)" of every outlet that has any, by id, most articles first."""

    def make() -> dict[str, str]:
        names = outlet_names(store, lang)
        counts = zip(store.outlets["outlet_id"], store.outlets["articles"], strict=True)
        return {o: f"{names[o]} ({formats.number(n, lang)})" for o, n in counts if n}

    labels: dict[str, str] = store.hold(("ui.outlet_labels", lang), make)
    return labels


def _dates(store: Store, state: State) -> None:
    bounds = date_bounds(store)
    if bounds is None or bounds[0] == bounds[1]:
        return
    first, last = bounds
    chosen = (
        min(max(state.selection.date_from or first, first), last),
        max(min(state.selection.date_to or last, last), first),
    )

    def changed() -> None:
        low, high = st.session_state["f.dates"]
        state.choose(state.selection.with_(
            date_from=None if low <= first else low, date_to=None if high >= last else high
        ))  # fmt: skip

    bins = data.measured(store, state.selection, measures.date_histogram, bins=BINS)
    label = i18n.text("filter.dates", state.lang)
    bars = _bars.get(
        (data.edition(store), state.selection, label),
        lambda: histogram(bins, chosen, bounds, label),
    )
    widgets.html(days_line(label, chosen, state.lang) + bars)
    st.session_state["f.dates"] = chosen
    st.slider(label, first, last, key="f.dates", on_change=changed, format="YYYY-MM-DD",
              label_visibility="collapsed")  # fmt: skip


def days_line(label: str, chosen: tuple[date, date], lang: str) -> str:
    """Return the name and the two days of a slider as one line.

    The slider's own numbers lie on each other when its ends are close, and change places where the browser
    runs from right to left; they are shown only while an end is held (`base.css`).
    """
    first, last = (formats.short_day(day, lang) for day in chosen)
    parts = [first] if chosen[0] == chosen[1] else [f"{first} –", last]
    days = " ".join(f'<span class="rasid-part">{esc(part)}</span>' for part in parts)
    return f'<p class="rasid-days">{esc(label)} <b>{days}</b></p>'


def date_bounds(store: Store) -> tuple[date, date] | None:
    """Return the first and the last day of publication in the store; None without any date."""

    def find() -> tuple[date, date] | None:
        table = data.articles(store)
        low, high = table["published_from"].min(), table["published_to"].max()
        return None if pd.isna(low) or pd.isna(high) else (low.date(), high.date())

    bounds: tuple[date, date] | None = store.hold("ui.bounds", find)
    return bounds


def _switch(state: State, name: str, value: bool, label: str, help_text: str) -> None:
    def changed() -> None:
        state.choose(state.selection.with_(**{name: st.session_state[f"f.{name}"]}))

    st.session_state[f"f.{name}"] = value
    st.toggle(label, key=f"f.{name}", on_change=changed, help=help_text)


def _undated(state: State, n: int) -> None:
    _switch(state, "undated", state.selection.undated, i18n.text("filter.undated", state.lang, n=n),
            i18n.text("filter.undated.help", state.lang))  # fmt: skip


def _originals(store: Store, state: State) -> None:
    copies = store.hold(
        "ui.copies", lambda: int((~data.articles(store)["is_original"].astype(bool)).sum())
    )
    _switch(state, "originals_only", state.selection.originals_only,
            i18n.text("filter.originals", state.lang, n=copies),
            i18n.text("filter.originals.help", state.lang))  # fmt: skip


def _voice(state: State) -> None:
    def changed() -> None:
        state.choose(state.selection.with_(voice=st.session_state["f.voice"] or "all"))

    st.session_state["f.voice"] = state.selection.voice
    st.segmented_control(
        i18n.text("filter.voice", state.lang), VOICES, key="f.voice", on_change=changed, required=True,
        format_func=lambda voice: i18n.text(f"voice.{voice}", state.lang), width="stretch",
        help=i18n.text("filter.voice.help", state.lang),
    )  # fmt: skip
