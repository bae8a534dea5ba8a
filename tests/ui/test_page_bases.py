"""The bases page: every section, both languages, and a view that names no base."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

App = Callable[..., AppTest]
SECTIONS = ("ranking", "outlets", "time", "roles", "map", "together", "card")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_runs(app: App, section: str, lang: str) -> None:
    test = app("bases", lang=lang, section=section)
    assert not test.exception, [e.value for e in test.exception]


@pytest.mark.parametrize("section", SECTIONS)
def test_section_without_any_base(app: App, section: str) -> None:
    """One article of 2021 names no base."""
    test = app("bases", lang="en", section=section, und="0", to="2022-01-01")
    assert not test.exception, [e.value for e in test.exception]


def test_card_lists_spellings_that_add_up(app: App) -> None:
    test = app("bases", lang="en", section="card", base="base:ain-al-asad")
    assert test.subheader[0].value == "Ain al-Asad Air Base"
    spellings = test.dataframe[0].value
    assert spellings["Mentions"].sum() == test.dataframe[1].value["Mentions"].sum() > 0


def test_unknown_base_in_the_address_falls_back(app: App) -> None:
    assert not app("bases", lang="en", section="card", base="base:nowhere").exception
