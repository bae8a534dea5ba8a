"""The sources page: every section, both languages, one outlet as well as several."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

App = Callable[..., AppTest]
SECTIONS = ("distinctive", "similarity", "frames", "quotes", "bases", "copies", "compare")


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
    found = walk(app("sources", lang=lang), "sources")
    assert all(found[section] for section in SECTIONS[:-1])
    assert not any("." in text and text.islower() for texts in found.values() for text in texts)


def test_one_outlet_alone(app: App) -> None:
    test = app("sources", lang="en", o="shafaq", outlet="shafaq")
    assert "Shafaq" in headings(test)[0]
    walk(test, "sources")
