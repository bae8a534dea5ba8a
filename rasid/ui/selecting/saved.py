"""The foot of the sidebar: reset, copy link, cite this view, keep selections in a small file."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from rasid import measures
from rasid.errors import RasidError
from rasid.store.selection import Selection
from rasid.ui import data, i18n, widgets
from rasid.ui.escape import esc
from rasid.ui.exports import citation
from rasid.ui.selecting.inview import view_line
from rasid.ui.selecting.url_state import State

if TYPE_CHECKING:
    from rasid.store.engine import Store

FILE_LIMIT = 64_000
"""Bytes of a selection file that are read; a real one has under a thousand."""


def draw(store: Store, state: State, page: str) -> None:
    """Draw the buttons; a loaded selection replaces the present one."""
    lang = state.lang
    changed = state.selection != Selection()
    st.button(i18n.text("reset", lang), key="f.reset", on_click=lambda: state.choose(Selection()),
              disabled=not changed, width="stretch", icon=":material/restart_alt:")  # fmt: skip
    widgets.copy_button(key="f.copy", label=i18n.text("copy-link", lang),
                        done=i18n.text("copied", lang))  # fmt: skip
    menu = st.popover(i18n.text("cite", lang), width="stretch", icon=":material/format_quote:",
                      on_change="rerun", key="f.cite.open")  # fmt: skip
    if menu.open:
        with menu:
            _cite(store, state, page)
    menu = st.popover(i18n.text("saved", lang), width="stretch", icon=":material/bookmark:",
                      on_change="rerun", key="f.saved.open")  # fmt: skip
    if menu.open:
        with menu:
            _save(state)
            _load(store, state)
    menu = st.popover(i18n.text("help", lang), width="stretch", icon=":material/help:",
                      on_change="rerun", key="f.help.open")  # fmt: skip
    if menu.open:
        with menu:
            st.html(help_markup(state))


HELP: Final = (
    "evidence",
    "back",
    "link",
    "headings",
    "marks",
    "close",
    "hits",
    "search",
    "methods",
)
"""What the help tells, in this order: strings `help-<name>`, their keys or deeds `help-<name>.keys`."""


def help_markup(state: State) -> str:
    """Return what one can do on every page and by which keys, as a list of terms."""
    lang = state.lang
    rows = "".join(
        f"<dt>{esc(i18n.text(f'help-{name}.keys', lang))}</dt><dd>{esc(i18n.text(f'help-{name}', lang))}</dd>"
        for name in HELP
    )
    methods, where = i18n.text("help-more", lang), state.link("corpus", section="methods")
    return f'<dl class="rasid-keys">{rows}</dl><p><a href="{esc(where)}" target="_self">{esc(methods)}</a></p>'


def _cite(store: Store, state: State, page: str) -> None:
    lang = state.lang
    summary = data.measured(store, state.selection, measures.summary)
    title = i18n.text("title", lang, page=page)
    text = citation.of_view(store, state.selection, lang, title, view_line(summary, lang))
    st.html(f'<p class="rasid-note" style="unicode-bidi:plaintext">{esc(text)}</p>')
    widgets.copy_button(key="f.cite", label=i18n.text("copy", lang),
                        done=i18n.text("copied", lang), text=text)  # fmt: skip


def _save(state: State) -> None:
    name = st.text_input(i18n.text("saved.name", state.lang), key="f.save.name", max_chars=80)
    selection = state.selection
    st.download_button(
        i18n.text("saved.download", state.lang), data=lambda: _content(selection, name),
        file_name="rasid-selection.json", mime="application/json", on_click="ignore",
        key="f.save", width="stretch",
    )  # fmt: skip


def _content(selection: Selection, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "selection.json"
        selection.save(path, name=name)
        return path.read_bytes()


def _load(store: Store, state: State) -> None:
    def loaded() -> None:
        upload = st.session_state.get("f.load")
        if upload is None:
            return
        try:
            state.choose(read_selection(upload.getvalue(), set(store.outlets["outlet_id"])))
            st.session_state.pop("f.load.error", None)
        except RasidError as error:
            st.session_state["f.load.error"] = error

    st.file_uploader(i18n.text("saved.upload", state.lang), type="json", key="f.load",
                     on_change=loaded, max_upload_size=1)  # fmt: skip
    error: Any = st.session_state.get("f.load.error")
    if isinstance(error, RasidError):
        st.error(error.text(state.lang))


def read_selection(content: bytes, outlets: set[str]) -> Selection:
    """Return the selection of an uploaded file; outlets this store does not know are dropped.

    Raises:
        RasidError: "bad-selection" when the file is none.
    """
    if len(content) > FILE_LIMIT:
        raise RasidError("bad-selection", file="selection.json", detail=f"> {FILE_LIMIT} bytes")
    try:
        json.loads(content)
    except ValueError as error:
        raise RasidError("bad-selection", file="selection.json", detail=error) from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "selection.json"
        path.write_bytes(content)
        _, selection = Selection.read(path)
    return selection.with_(outlets=tuple(o for o in selection.outlets if o in outlets))
