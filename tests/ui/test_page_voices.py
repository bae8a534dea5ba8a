"""The voices page: every section, both languages; statements by speaker; numbers with their sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

App = Callable[..., AppTest]
SECTIONS = ("speakers", "statements", "quantities", "disagreements")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_runs(app: App, section: str, lang: str) -> None:
    test = app("voices", lang=lang, section=section)
    assert not test.exception, [e.value for e in test.exception]


@pytest.mark.parametrize("section", SECTIONS)
def test_section_without_statements_or_numbers(app: App, section: str) -> None:
    test = app("voices", lang="en", section=section, o="shafaq", to="2000-01-01")
    assert not test.exception, [e.value for e in test.exception]


def test_statements_of_one_speaker(app: App) -> None:
    everyone = app("voices", lang="en", section="statements").dataframe[0].value
    unnamed = app("voices", lang="en", section="statements", who="-").dataframe[0].value
    assert 0 <= len(unnamed) < len(everyone)
    assert everyone["Read"].str.contains("article=").all()


def test_troop_numbers_are_listed_with_their_sentence(app: App) -> None:
    test = app("voices", lang="en", section="quantities")
    table = test.dataframe[0].value
    assert {200.0, 900.0} <= set(table["Low"])
    assert table["Sentence"].str.len().gt(0).all()
