"""The bases page: every section, both languages, and a view that names no base."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import headings
from tests.ui.sections import untranslated, walk

App = Callable[..., AppTest]
SECTIONS = ("ranking", "outlets", "time", "roles", "map", "together", "card")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_section_runs(app: App, lang: str) -> None:
    found = walk(app("bases", lang=lang), "bases", SECTIONS)
    assert all(found[section] for section in SECTIONS)
    assert not untranslated(found)


def test_view_without_any_base(app: App) -> None:
    """The one article of 2021 names no base."""
    walk(app("bases", lang="en", und="0", to="2022-01-01"), "bases", SECTIONS)


def test_card_lists_spellings_that_add_up(app: App) -> None:
    test = app("bases", lang="en", section="card", base="base:ain-al-asad")
    assert headings(test)[0] == "Ain al-Asad Air Base"
    spellings, roles = test.dataframe[0].value, test.dataframe[1].value
    assert spellings["Mentions"].sum() == roles["Mentions"].sum() > 0


def test_unknown_base_in_the_address_falls_back(app: App) -> None:
    assert not app("bases", lang="en", section="card", base="base:nowhere").exception
