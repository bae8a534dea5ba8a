"""The router: language, selection and sidebar of every page, then the page itself.

It lies apart from `pages/` on purpose: beside the script that calls `st.navigation`, Streamlit would take
that folder for its own and serve /terms alone after a restart, without filters and without style.
"""

import streamlit as st

from rasid.ui import data, i18n, ordering, page, style, widgets
from rasid.ui.names import outlet_names
from rasid.ui.registry import PAGES
from rasid.ui.selecting import sidebar, url_state
from rasid.ui.serving import gate, waiting

state = url_state.state_of(
    st.session_state,
    i18n.choose(st.query_params.get("lang", ""), st.context.locale or ""),
    narrow="Mobi"
    in (st.context.headers.get("User-Agent") or ""),  # until the browser says how wide it is
)
if not state.links:  # made once a visitor: Streamlit looks for the files, 1 ms a run
    state.links = {
        entry.name: st.Page(
            entry.path, title=entry.name, url_path=entry.name, default=entry.default
        )
        for entry in PAGES
    }
links = state.links
chosen = st.navigation(list(links.values()), position="hidden")
name = next((entry.name for entry in PAGES if links[entry.name] is chosen), PAGES[0].name)

store = data.opening().store or waiting.until_open(state.lang)
known = outlet_names(store, state.lang) if store is not None else None
if url_state.reconcile(state, st.query_params.to_dict(), name, outlets=known):
    st.query_params.from_dict(state.written or {})

st.set_page_config(
    page_title=f"{i18n.text('title', state.lang, page=name)} · {i18n.text('app.short', state.lang)}",
    layout="wide",
)
style.apply(state.lang)
widgets.document(
    state.lang,
    state.narrow,
    on_sort=lambda asked: ordering.asked_by_keyboard(state, asked),
    on_width=lambda narrow: setattr(state, "narrow", narrow),
)
if store is None:
    waiting.explain(state.lang)
    st.stop()
with gate.PAGES.turn():
    sidebar.draw(store, state, name, links)
    if name != PAGES[0].name:  # the first page's charts need none of it: half a second of its start
        data.import_engine()
    chosen.run()
    page.finish(state)
