"""Two selections side by side: A is the page's own, B is chosen here and kept in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from rasid.store.selection import VOICES, Selection
from rasid.ui import i18n
from rasid.ui.names import outlet_names
from rasid.ui.sidebar import date_bounds, days_line

if TYPE_CHECKING:
    from rasid.ui.page import View

PREFIX = "b-"
"""B's codes in the address are A's with this before them: `b-o`, `b-from`, …"""


def selection_of(view: View) -> Selection:
    """Return the second selection the address names."""
    controls = view.state.controls.get(view.page, {})
    codes = {
        name[len(PREFIX) :]: value for name, value in controls.items() if name.startswith(PREFIX)
    }
    return Selection.from_codes(codes, outlets=set(view.store.outlets["outlet_id"]))


def _keep(view: View, selection: Selection) -> None:
    controls = view.state.controls.setdefault(view.page, {})
    for name in [name for name in controls if name.startswith(PREFIX)]:
        del controls[name]
    for name, code in selection.to_codes().items():
        controls[PREFIX + name] = code
    view.state.touched = True


def draw(view: View) -> Selection | None:
    """Draw the switch and B's controls; return B, None while the switch is off."""
    if not view.toggle("compare", label=view.t("compare")):
        st.html(f'<p class="rasid-note">{i18n.text("compare.off", view.lang)}</p>')
        return None
    other = selection_of(view)
    with st.container(border=True, key="rasid-compare"):
        st.html(f'<p class="rasid-note">{i18n.text("compare.note", view.lang)}</p>')
        left, middle, right = st.columns([2, 2, 1.4])
        with left:
            _outlets(view, other)
        with middle:
            _dates(view, other)
        with right:
            _voice(view, other)
    return other


def _outlets(view: View, other: Selection) -> None:
    names = outlet_names(view.store, view.lang)
    table = view.store.outlets
    options = table.loc[table["articles"] > 0, "outlet_id"].tolist()
    st.session_state["b.outlets"] = [o for o in options if o in other.outlets]
    st.multiselect(
        view.t("filter.outlets"), options, key="b.outlets", format_func=lambda o: names[o],
        placeholder=view.t("filter.outlets.all", n=len(options)),
        on_change=lambda: _keep(view, other.with_(outlets=tuple(st.session_state["b.outlets"]))),
    )  # fmt: skip


def _dates(view: View, other: Selection) -> None:
    bounds = date_bounds(view.store)
    if bounds is None or bounds[0] == bounds[1]:
        return
    first, last = bounds

    def changed() -> None:
        low, high = st.session_state["b.dates"]
        _keep(view, other.with_(date_from=None if low <= first else low,
                                date_to=None if high >= last else high))  # fmt: skip

    chosen = (
        min(max(other.date_from or first, first), last),
        max(min(other.date_to or last, last), first),
    )
    st.html(days_line(view.t("filter.dates"), chosen, view.lang))
    st.session_state["b.dates"] = chosen
    st.slider(view.t("filter.dates"), first, last, key="b.dates", on_change=changed,
              format="YYYY-MM-DD", label_visibility="collapsed")  # fmt: skip


def _voice(view: View, other: Selection) -> None:
    st.session_state["b.voice"] = other.voice
    st.selectbox(
        view.t("filter.voice"), VOICES, key="b.voice", format_func=lambda v: view.t(f"voice.{v}"),
        on_change=lambda: _keep(view, other.with_(voice=st.session_state["b.voice"])),
    )  # fmt: skip
