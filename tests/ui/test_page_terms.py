"""The terms page: every section, both languages, with words that exist and that do not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from rasid.ui import i18n
from tests.ui.conftest import headings
from tests.ui.sections import untranslated, walk

App = Callable[..., AppTest]
SECTIONS = ("frequency", "cloud", "trend", "phrases", "collocates", "compare")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_section_runs(app: App, lang: str) -> None:
    found = walk(app("terms", lang=lang), "terms", SECTIONS)
    assert all(found[section] for section in SECTIONS[:-1])
    assert not untranslated(found)


def test_frequency_shows_bars_table_and_forms_that_add_up(app: App) -> None:
    test = app("terms", lang="en")
    assert headings(test) == ["The most frequent terms", "Frequency table", "Forms as written"]
    table, forms = test.dataframe[0].value, test.dataframe[1].value
    assert forms["Count"].sum() == table["Count"].iloc[0]
    test.segmented_control(key="c.terms.limit").set_value(200).run()
    without = len(test.dataframe[0].value)
    test.toggle(key="c.terms.stopwords").set_value(True).run()
    assert len(test.dataframe[0].value) > without


def test_bad_and_unknown_expressions_are_told_not_thrown(app: App) -> None:
    test = app("terms", lang="en", section="trend", words="(انسحاب")
    assert not test.exception
    assert len(test.warning) == 1
    test.segmented_control(key="c.terms.section").set_value("collocates").run()
    test.text_input(key="c.terms.word").set_value("زقزقة").run()
    assert not test.exception
    assert "No word keeps" in test.get("plotly_chart")[0].proto.spec


def test_another_selection_is_compared_at_once(app: App) -> None:
    test = app("terms", lang="en", section="compare", b_from="2025-08-01")
    assert not test.exception
    assert headings(test)[0] == "What sets the two selections apart"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_headings_of_measures_say_what_they_mean(app: App, lang: str) -> None:
    test = app("terms", lang=lang)
    columns = json.loads(test.dataframe[0].proto.columns)
    told = {name for name, column in columns.items() if column.get("help")}
    words = (
        i18n.text(f"col.{name}", lang, page="terms") for name in ("rate", "articles", "dispersion")
    )
    assert told == set(words)


def test_a_trend_of_few_articles_begins_with_years(app: App) -> None:
    assert app("terms", section="trend").segmented_control(key="c.terms.grain").value == "year"
    few = app("terms", section="trend", **{"from": "2025-08-01", "to": "2025-09-30", "und": "0"})
    assert few.segmented_control(key="c.terms.grain").value == "month"
