"""The sources page: every section, both languages, one outlet as well as several."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from rasid.measures import Cell

App = Callable[..., AppTest]
SECTIONS = ("distinctive", "similarity", "frames", "quotes", "bases", "copies", "compare")


def marks(test: AppTest) -> list[str]:
    """Return the codes of all marks of the first chart."""
    figure = json.loads(test.get("plotly_chart")[0].proto.spec)
    return [str(item[0]) for trace in figure["data"] for item in trace.get("customdata", []) if item[0]]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_runs(app: App, section: str, lang: str) -> None:
    test = app("sources", lang=lang, section=section)
    assert not test.exception, [e.value for e in test.exception]


@pytest.mark.parametrize("section", SECTIONS)
def test_section_with_one_outlet(app: App, section: str) -> None:
    test = app("sources", lang="en", section=section, o="shafaq")
    assert not test.exception, [e.value for e in test.exception]


def test_outlet_of_the_address_is_shown(app: App) -> None:
    test = app("sources", lang="en", outlet="shafaq")
    assert any("Shafaq" in item.value for item in test.subheader)


def test_marks_of_frames_open_their_evidence(app: App) -> None:
    codes = marks(app("sources", lang="ar", section="frames"))
    assert codes
    assert all(Cell.from_code(code) is not None for code in codes)
