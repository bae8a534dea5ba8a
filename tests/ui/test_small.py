"""Next to nothing in view: every section of every page draws something, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection
from rasid.ui import page
from rasid.ui.exports import recorder
from rasid.ui.selecting.url_state import State
from rasid.ui.views import timeline as views_timeline
from tests.ui.sections import untranslated, walk

SMALL = {
    "one article": Selection(outlets=("aljazeera",), date_from=date(2026, 1, 1), undated=False),
    "one outlet, one of its articles undated": Selection(outlets=("shafaq",)),
    "quoted words only": Selection(outlets=("shafaq",), voice="quoted"),
    "originals of one outlet": Selection(outlets=("aawsat",), originals_only=True),
}


@pytest.fixture(scope="module")
def store(store_folder: Path) -> Store:
    return open_store(store_folder)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("selection", SMALL.values(), ids=SMALL)
def test_every_section_draws_something(store: Store, selection: Selection, lang: str) -> None:
    for name in ("overview", "sources", "terms", "bases", "timeline", "voices"):
        state = State(lang)
        state.selection = selection
        parts: list[Any] = recorder.every_section(page.View(name, store, state), "dark")
        for part in parts:
            assert part.title or part.note or part.html
            if part.figure is not None:  # an empty figure says so
                drawn = part.figure.to_dict()
                assert drawn["data"] or drawn["layout"].get("annotations"), (name, part.title)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_timeline_section_by_section(app: Callable[..., AppTest], lang: str) -> None:
    test = app("timeline", lang=lang, o="shafaq")
    found = walk(test, "timeline", ["drift", "undated", "play"])
    assert not untranslated(found)
    assert found["undated"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_corpus_section_by_section(app: Callable[..., AppTest], lang: str) -> None:
    found = walk(
        app("corpus", lang=lang),
        "corpus",
        ["problems", "corrections", "lists", "tables", "methods"],
    )
    assert not untranslated(found)


def test_the_period_on_show_stands_in_the_address_and_ends_with_its_last_day(
    app: Callable[..., AppTest],
) -> None:
    first, asked = (app("timeline", lang="en", **at).select_slider(key="play.at")
                    for at in ({"at": "nonsense"}, {"at": "2025-09-30"}))  # fmt: skip
    assert first.value == pd.Timestamp("2021-12-01")
    assert asked.value == pd.Timestamp("2025-09-01")
    assert views_timeline.LENGTHS["month"] + pd.Timestamp("2025-08-01") == pd.Timestamp(
        "2025-09-01"
    )
    assert views_timeline.LENGTHS["quarter"] + pd.Timestamp("2025-07-01") == pd.Timestamp(
        "2025-10-01"
    )
