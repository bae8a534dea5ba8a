"""The voices page: every section, both languages; statements by speaker; numbers with their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rasid import measures
from rasid.store.engine import open_store
from rasid.store.selection import Selection

App = Callable[..., AppTest]
SECTIONS = ("speakers", "statements", "quantities", "disagreements")


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
    found = walk(app("voices", lang=lang), "voices")
    assert all(found[section] for section in SECTIONS[:-1])
    assert not any("." in text and text.islower() for texts in found.values() for text in texts)


def test_statements_of_one_speaker(app: App, store_folder: Path) -> None:
    known = measures.speakers(open_store(store_folder), Selection())
    everyone = app("voices", lang="en", section="statements").dataframe[0].value
    assert len(everyone) == known["count"].sum()
    assert everyone["Read"].str.contains("article=").all()
    one = app("voices", lang="en", section="statements", who=known["speaker_key"].iloc[0])
    assert len(one.dataframe[0].value) == known["count"].iloc[0] < len(everyone)


def test_troop_numbers_are_listed_with_their_sentence(app: App) -> None:
    table = app("voices", lang="en", section="quantities").dataframe[0].value
    assert {200.0, 900.0} <= set(table["Low"])
    assert table["Sentence"].str.len().gt(0).all()
