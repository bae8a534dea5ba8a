"""What a visitor sees while the store is being built, and when it could not be opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from rasid.ui import data, i18n

if TYPE_CHECKING:
    from rasid.store.engine import Store

_POLL_SECONDS = 0.2
_QUIET_SECONDS = 1.0
"""A store that opens within this time shows no progress bar: it would only flicker."""


def until_open(lang: str) -> Store | None:
    """Return the store as soon as it is open, showing how far its build is; None when it failed."""
    store = data.wait_for_store(_QUIET_SECONDS)
    if store is not None or not data.opening().running:
        return store
    place = st.empty()
    while data.opening().running:
        work = data.opening()
        share = min(1.0, work.done / work.total) if work.total else 0.0
        stage = i18n.text(f"build.stage.{work.stage}", lang)
        label = i18n.text("build.progress", lang, stage=stage, done=work.done, total=work.total)
        place.progress(share, text=label)
        time.sleep(_POLL_SECONDS)
    place.empty()
    return data.opening().store


def explain(lang: str) -> None:
    """Say why there is no store and what to do."""
    error = data.opening().error
    st.title(i18n.text("app.title", lang))
    st.error(error.text(lang) if error else i18n.text("build.none", lang))
    if st.button(i18n.text("build.again", lang)):
        data.begin_opening()
        st.rerun()
