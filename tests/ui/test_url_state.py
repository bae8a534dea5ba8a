"""The address: what a link carries, who wins when address and session differ, what falls back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rasid.store.selection import VOICES, Selection
from rasid.ui.selecting.url_state import State, clean, reconcile

OUTLETS = ["aawsat", "aljazeera", "shafaq"]


def selections() -> st.SearchStrategy[Selection]:
    days = st.none() | st.dates(date(2018, 1, 1), date(2026, 12, 31))
    return st.builds(
        lambda outlets, a, b, undated, originals, voice: Selection(
            outlets=tuple(outlets), date_from=min(a, b) if a and b else a, date_to=max(a, b) if a and b else b,
            undated=undated, originals_only=originals, voice=voice,
        ),
        st.lists(st.sampled_from(OUTLETS), unique=True), days, days, st.booleans(), st.booleans(),
        st.sampled_from(VOICES),
    )  # fmt: skip


@given(selections(), st.sampled_from(["ar", "en"]))
def test_a_link_reproduces_the_view(selection: Selection, lang: str) -> None:
    sender = State(lang)
    sender.choose(selection)
    sender.set_control("terms", "section", "trend")
    receiver = State("en" if lang == "ar" else "ar")
    reconcile(receiver, sender.query("terms"), "terms", outlets=OUTLETS)
    assert (receiver.lang, receiver.selection) == (lang, selection)
    assert receiver.controls["terms"]["section"] == "trend"


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=40), max_size=6))
def test_any_address_is_read_without_error(params: dict[str, str]) -> None:
    state = State("ar")
    reconcile(state, params, "overview", outlets=OUTLETS)
    assert set(state.selection.outlets) <= set(OUTLETS)
    assert state.lang in {"ar", "en"}


def test_a_control_used_wins_over_the_address() -> None:
    state = State("ar")
    reconcile(state, {"lang": "ar", "o": "shafaq"}, "overview", outlets=OUTLETS)
    state.choose(Selection(outlets=("aawsat",)))
    assert reconcile(state, {"lang": "ar", "o": "shafaq"}, "overview", outlets=OUTLETS)
    assert state.selection.outlets == ("aawsat",)


def test_back_brings_the_former_selection() -> None:
    state = State("ar")
    reconcile(state, {"lang": "ar"}, "overview", outlets=OUTLETS)
    state.choose(Selection(outlets=("aawsat",)))
    reconcile(state, {"lang": "ar"}, "overview", outlets=OUTLETS)
    assert not reconcile(state, {"lang": "ar"}, "overview", outlets=OUTLETS)
    assert state.selection == Selection()


def test_a_bare_page_change_keeps_the_selection() -> None:
    state = State("ar")
    reconcile(state, {"lang": "ar", "o": "shafaq"}, "overview", outlets=OUTLETS)
    assert reconcile(state, {}, "terms", outlets=OUTLETS)
    assert state.selection.outlets == ("shafaq",)


def test_controls_of_one_page_stay_out_of_another() -> None:
    state = State("en")
    state.set_control("terms", "term", "5")
    assert "term" not in state.query("bases")
    assert state.query("terms")["term"] == "5"


def test_long_values_are_cut_and_lists_joined() -> None:
    assert clean({"o": ["a", "b"], "find": "x" * 5000})["o"] == "a,b"
    assert len(clean({"find": "x" * 5000})["find"]) == 600


def test_link_holds_only_what_differs() -> None:
    assert State("en").link("overview") == "/?lang=en"
    assert State("en").link("reader", article="a1", start="") == "/reader?lang=en&article=a1"
