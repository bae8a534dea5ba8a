"""The one line that says what is in view, and the filters that make it so, each with its way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from rasid.store.selection import Selection
from rasid.ui import formats, i18n
from rasid.ui.escape import esc
from rasid.ui.selecting.url_state import State

if TYPE_CHECKING:
    from rasid.measures import Summary

SEPARATOR = " · "
OUTLETS_NAMED = 4
"""Outlets that get a chip each; beyond, one chip names their number."""


def view_line(summary: Summary, lang: str) -> str:
    """Return "37 of 61 articles · 12 outlets · 9 Dec 2021 – 18 Jan 2026 · 3 undated"."""
    if not summary.articles_total:
        return i18n.text("in-view.empty", lang)
    parts = [
        i18n.text("in-view.articles", lang, n=summary.articles, total=summary.articles_total),
        i18n.text("in-view.outlets", lang, n=summary.outlets),
    ]
    if summary.date_from and summary.date_to:
        first, last = (formats.short_day(d, lang) for d in (summary.date_from, summary.date_to))
        parts.append(first if first == last else f"{first} – {last}")
    if summary.undated:
        parts.append(i18n.text("in-view.undated", lang, n=summary.undated))
    return SEPARATOR.join(parts)


def unbroken(line: str) -> str:
    """Return a line of parts as HTML that breaks between its parts only, so that no date is torn apart."""
    return SEPARATOR.join(
        f'<span class="rasid-part">{esc(part)}</span>' for part in line.split(SEPARATOR)
    )


def filter_line(selection: Selection, lang: str, names: Mapping[str, str]) -> str:
    """Return the filters in words, for image captions and reports; "" when nothing is filtered."""
    return SEPARATOR.join(label for label, _ in _chips(selection, lang, names))


def _chips(
    selection: Selection, lang: str, names: Mapping[str, str]
) -> list[tuple[str, Selection]]:
    """Return each filter's label with the selection that is left when it is taken away."""
    chips: list[tuple[str, Selection]] = []
    if len(selection.outlets) > OUTLETS_NAMED:
        label = i18n.text("in-view.outlets", lang, n=len(selection.outlets))
        chips.append((label, selection.with_(outlets=())))
    else:
        for outlet in selection.outlets:
            rest = tuple(o for o in selection.outlets if o != outlet)
            chips.append((names.get(outlet, outlet), selection.with_(outlets=rest)))
    first, last = (
        d and formats.short_day(d, lang) for d in (selection.date_from, selection.date_to)
    )
    if first or last:
        kind = "chip.dates" if first and last else "chip.since" if first else "chip.until"
        label = i18n.text(kind, lang, first=first, last=last)
        chips.append((label, selection.with_(date_from=None, date_to=None)))
    if not selection.undated:
        chips.append((i18n.text("chip.dated", lang), selection.with_(undated=True)))
    if selection.originals_only:
        chips.append((i18n.text("chip.originals", lang), selection.with_(originals_only=False)))
    if selection.voice != "all":
        voice = i18n.text(f"voice.{selection.voice}", lang)
        chips.append((i18n.text("chip.voice", lang, voice=voice), selection.with_(voice="all")))
    for kind in selection.text_kinds:
        rest = tuple(k for k in selection.text_kinds if k != kind)
        chips.append((i18n.text(f"kind.{kind}", lang), selection.with_(text_kinds=rest)))
    if selection.query:
        chips.append((f"«{selection.query}»", selection.with_(query="")))
    return chips


def draw_chips(state: State, names: Mapping[str, str]) -> None:
    """Draw a button a filter; pressing it takes the filter away."""
    chips = _chips(state.selection, state.lang, names)
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="rasid-chips"):
        for i, (label, rest) in enumerate(chips):
            st.button(
                label, key=f"chip.{i}", icon=":material/close:", icon_position="right",
                help=i18n.text("chip.remove", state.lang), on_click=state.choose, args=(rest,),
            )  # fmt: skip


def draw_nothing(state: State, page: str, summary: Summary) -> None:
    """Say why no article is in view, with the way out: no filter at all, or articles to be added."""
    if summary.articles_total:
        st.info(i18n.text("empty.selection", state.lang))
        st.button(i18n.text("reset", state.lang), key="empty.reset", icon=":material/restart_alt:",
                  on_click=lambda: state.choose(Selection()))  # fmt: skip
    elif page != "corpus":
        st.info(i18n.text("empty.corpus", state.lang))
        where, words = state.link("corpus"), i18n.text("empty.add", state.lang)
        st.html(f'<p><a href="{esc(where)}" target="_self">{esc(words)}</a></p>')
