"""The sources page: every section, both languages, one outlet as well as several."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import headings
from tests.ui.sections import untranslated, walk

App = Callable[..., AppTest]
SECTIONS = ("distinctive", "similarity", "frames", "quotes", "bases", "copies", "compare")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_section_runs(app: App, lang: str) -> None:
    found = walk(app("sources", lang=lang), "sources", SECTIONS)
    assert all(found[section] for section in SECTIONS[:-1])
    assert not untranslated(found)


def test_one_outlet_alone(app: App) -> None:
    test = app("sources", lang="en", o="shafaq", outlet="shafaq")
    assert not headings(test)  # no chart of nothing beside the reason
    said = "\n".join(item.proto.body for item in test.get("html"))
    assert said.count("only by comparison") == 1
    walk(test, "sources", SECTIONS)


def test_likeness_is_drawn_where_outlets_have_few_articles(app: App) -> None:
    test = app("sources", lang="en", section="similarity")
    assert (
        test.segmented_control(key="c.sources.least").value == 3
    )  # five would leave nothing to compare
