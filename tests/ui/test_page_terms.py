"""The terms page: every section, both languages, with words that exist and that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

App = Callable[..., AppTest]
SECTIONS = ("frequency", "cloud", "trend", "phrases", "collocates", "compare")


def headings(test: AppTest) -> list[str]:
    return [item.value for item in test.subheader]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_section_runs(app: App, section: str, lang: str) -> None:
    test = app("terms", lang=lang, section=section)
    assert not test.exception, [e.value for e in test.exception]


def test_frequency_shows_bars_table_and_forms(app: App) -> None:
    test = app("terms", lang="en")
    assert headings(test) == ["The most frequent terms", "Frequency table", "Forms as written"]
    assert len(test.get("plotly_chart")) == 1


def test_stopwords_are_left_out_until_asked_for(app: App) -> None:
    without = app("terms", lang="en", limit="200").dataframe[0].value
    with_them = app("terms", lang="en", limit="200", stopwords="1").dataframe[0].value
    assert len(with_them) > len(without)


def test_forms_add_up_to_the_word(app: App) -> None:
    test = app("terms", lang="en")
    table, forms = test.dataframe[0].value, test.dataframe[1].value
    assert forms["Count"].sum() == table["Count"].iloc[0]


def test_bad_expression_is_told_not_thrown(app: App) -> None:
    for section, name in (("trend", "words"), ("collocates", "word")):
        test = app("terms", lang="en", section=section, **{name: "(انسحاب"})
        assert not test.exception
        assert len(test.warning) == 1


def test_unknown_word_gives_an_empty_chart_with_a_sentence(app: App) -> None:
    test = app("terms", lang="en", section="collocates", word="زقزقة")
    assert not test.exception
    assert "No word keeps" in test.get("plotly_chart")[0].proto.spec


def test_compare_is_off_until_switched_on(app: App) -> None:
    assert not headings(app("terms", lang="en", section="compare"))
    test = app("terms", lang="en", section="compare", compare="1", b_from="2025-08-01")
    assert not test.exception
    assert headings(test)[0] == "What sets the two selections apart"
