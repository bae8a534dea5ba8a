"""The bases page: every section, both languages, and a view that names no base."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

App = Callable[..., AppTest]
SECTIONS = ("ranking", "outlets", "time", "roles", "map", "together", "card")


def headings(test: AppTest) -> list[str]:
    """Return the headings of cards (HTML) and of sections (Streamlit's own), in order of kind."""
    markup = "".join(item.proto.body for item in test.get("html"))
    cards = [unescape(text) for text in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", markup)]
    return [item.value for item in test.subheader] + cards


def walk(test: AppTest, page: str) -> dict[str, list[str]]:
    """Open every section of a running page in turn; return the headings of each."""
    found = {}
    for section in SECTIONS:
        test.segmented_control(key=f"c.{page}.section").set_value(section).run()
        assert not test.exception, (section, [e.value for e in test.exception])
        found[section] = headings(test)
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_section_runs(app: App, lang: str) -> None:
    found = walk(app("bases", lang=lang), "bases")
    assert all(found[section] for section in SECTIONS)
    assert not any("." in text and text.islower() for texts in found.values() for text in texts)


def test_view_without_any_base(app: App) -> None:
    """The one article of 2021 names no base."""
    walk(app("bases", lang="en", und="0", to="2022-01-01"), "bases")


def test_card_lists_spellings_that_add_up(app: App) -> None:
    test = app("bases", lang="en", section="card", base="base:ain-al-asad")
    assert headings(test)[0] == "Ain al-Asad Air Base"
    spellings, roles = test.dataframe[0].value, test.dataframe[1].value
    assert spellings["Mentions"].sum() == roles["Mentions"].sum() > 0


def test_unknown_base_in_the_address_falls_back(app: App) -> None:
    assert not app("bases", lang="en", section="card", base="base:nowhere").exception
