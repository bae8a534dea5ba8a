"""What every page says while articles are being read again: its figures are those of the last complete build."""

from __future__ import annotations

from typing import Final

import streamlit as st

from rasid.ui import i18n
from rasid.ui.escape import esc
from rasid.ui.upkeep import rebuild

_POLL_SECONDS: Final = 1.0


def draw(page: str, lang: str) -> None:
    """Draw a line while a rebuild runs; it goes, and the page shows the new figures, when that is done.

    The corpus page shows the rebuild itself.
    """
    if page != "corpus" and rebuild.job().running:
        _line(lang)


@st.fragment(run_every=_POLL_SECONDS)
def _line(lang: str) -> None:
    job = rebuild.job()
    if not job.running:
        st.rerun()  # the whole page: the new store is open now
    share = f" ({job.done / job.total:.0%})" if job.total else ""
    words = i18n.text("build.meanwhile", lang, share=share)
    st.html(f'<p class="rasid-meanwhile" role="status">{esc(words)}</p>')
