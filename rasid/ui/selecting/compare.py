"""Two selections side by side: A is the page's own, B is chosen here and kept in the address."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from rasid.store.selection import VOICES, Selection
from rasid.ui import events, formats, i18n
from rasid.ui.escape import esc
from rasid.ui.names import outlet_names
from rasid.ui.selecting.sidebar import date_bounds, days_line

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
    """Draw B's controls and return B; None, with what to do, while it is the same as A."""
    other = selection_of(view)
    with st.container(border=True, key="rasid-compare"):
        st.html(f'<p class="rasid-note">{esc(i18n.text("compare.note", view.lang))}</p>')
        _around_event(view)
        left, middle, right = st.columns([2, 2, 1.4])
        with left:
            _outlets(view, other)
        with middle:
            _dates(view, other)
        with right:
            _voice(view, other)
    if other == view.selection:
        st.info(i18n.text("compare.same", view.lang))
        return None
    return other


def _around_event(view: View) -> None:
    """Draw the choice of an event: A becomes what was published before it, B what was published since."""
    table, bounds = events.events(view.lang), date_bounds(view.store)
    if bounds is None or table.empty:
        return
    days = [day.date() for day in table["date"]]
    labels = {
        day: f"{formats.short_day(day, view.lang)}: {label}"
        for day, label in zip(days, table["label"], strict=True)
        if bounds[0] < day <= bounds[1]
    }
    if not labels:
        return

    def changed() -> None:
        day = st.session_state["b.event"]
        if day is not None:
            apart(view, day)

    mine, theirs = view.selection.date_to, selection_of(view).date_from
    here = mine is not None and theirs == mine + timedelta(days=1) and theirs in labels
    st.session_state["b.event"] = theirs if here else None
    st.selectbox(
        i18n.text("compare.event", view.lang), list(labels), key="b.event", index=None,
        format_func=labels.__getitem__, placeholder=i18n.text("compare.event.choose", view.lang), on_change=changed,
    )  # fmt: skip


def apart(view: View, day: date) -> None:
    """Make A what was published before a day and B what was published since; the undated belong to neither."""
    both = view.selection.with_(undated=False)
    view.state.choose(both.with_(date_from=None, date_to=day - timedelta(days=1)))
    _keep(view, both.with_(date_from=day, date_to=None))


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
