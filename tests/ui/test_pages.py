"""Every page runs, in both languages, on a selection, on an empty one, and with nonsense in the address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from rasid.ui import i18n
from rasid.ui.page import View
from rasid.ui.registry import NAMES
from tests.ui.conftest import ROOT

App = Callable[..., AppTest]


def shown(test: AppTest) -> str:
    """Return all HTML and Markdown of a page."""
    return "\n".join([*(h.proto.body for h in test.get("html")), *(m.value for m in test.markdown)])


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_page_runs(app: App, name: str, lang: str) -> None:
    test = app(name, lang=lang)
    assert not test.exception, [e.value for e in test.exception]
    assert test.title[0].value == i18n.text("title", lang, page=name)
    assert ("6 of 6 articles" if lang == "en" else "6 مقالات من أصل 6") in shown(test)


@pytest.mark.parametrize("name", NAMES)
def test_nonsense_in_the_address_falls_back(app: App, name: str) -> None:
    test = app(
        name,
        lang="xx",
        o="nobody",
        **{"from": "never", "v": "?", "section": "nowhere", "grain": "-1"},
    )
    assert not test.exception, [e.value for e in test.exception]
    assert "6 of 6" in shown(test) or "من أصل 6" in shown(test)


@pytest.mark.parametrize("name", NAMES)
def test_page_with_one_article(app: App, name: str) -> None:
    test = app(name, lang="en", o="aljazeera", **{"from": "2026-01-01"})
    assert not test.exception, [e.value for e in test.exception]


@pytest.mark.parametrize("name", NAMES)
def test_page_with_no_article_says_so(app: App, name: str) -> None:
    test = app(name, lang="en", und="0", **{"from": "2022-01-01", "to": "2022-02-01"})
    assert not test.exception, [e.value for e in test.exception]
    assert any("No article matches" in info.value for info in test.info)


def test_filter_by_outlet_counts_its_articles_only(app: App) -> None:
    assert "2 of 6 articles" in shown(app("overview", lang="en", o="aljazeera"))


def test_widgets_of_the_sidebar_change_the_view(app: App) -> None:
    test = app("overview", lang="en")
    test.multiselect(key="f.outlets").set_value(["shafaq"]).run()
    assert "2 of 6 articles" in shown(test)
    test.toggle(key="f.undated").set_value(False).run()
    assert "1 of 6 articles" in shown(test)
    test.button(key="f.reset").click().run()
    assert "6 of 6 articles" in shown(test)


def test_selection_survives_a_change_of_page(app: App) -> None:
    test = app("overview", lang="en", o="shafaq")
    test.switch_page(str(ROOT / "pages" / "timeline.py"))
    test.query_params.clear()
    test.run()
    assert "2 of 6 articles" in shown(test)


def test_language_of_the_address_wins(app: App) -> None:
    assert app("overview", lang="en").title[0].value == "Overview"
    assert app("overview", lang="ar").title[0].value == "نظرة عامة"


def test_article_text_is_escaped_in_the_reader(app: App, store_folder: object) -> None:
    test = app("reader", lang="ar", find="واشنطن")
    assert "<img" not in shown(test)
    assert "&lt;img" in shown(test)


def test_reader_counts_hits_with_clitics(app: App) -> None:
    test = app("reader", lang="en", find="بالانسحاب")
    assert "بالانسحاب" in shown(test)
    assert "الانسحاب" in shown(test)


def test_bad_search_says_where(app: App) -> None:
    test = app("reader", lang="en", find='"open')
    assert not test.exception
    assert test.warning


def test_adding_is_off_unless_allowed(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASID_ALLOW_ADD", raising=False)
    test = app("corpus", lang="en", section="add")
    assert any("off on this server" in info.value for info in test.info)
    assert not test.get("file_uploader") or all(
        "article" not in u.label.lower() for u in test.get("file_uploader")
    )


def test_a_phone_begins_with_quarters_over_many_years(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(View, "narrow", True)
    test = app("overview", lang="en", o="aljazeera,aawsat,shafaq")
    assert test.segmented_control(key="c.overview.grain").value == "quarter"
    assert "quarter" in test.query_params["grain"]  # its link shows the same bars on a desk
    test.segmented_control(key="c.overview.grain").set_value("month").run()
    assert test.segmented_control(key="c.overview.grain").value == "month"
    test.run()
    assert test.segmented_control(key="c.overview.grain").value == "month"
    few = app("overview", lang="en", **{"from": "2025-08-01"})
    assert few.segmented_control(key="c.overview.grain").value == "month"


def test_the_reader_lists_outlets_in_the_language_of_the_page(app: App) -> None:
    table = app("reader", lang="en").dataframe[0].value
    assert set(table["Outlet"]) == {"Al Jazeera", "Asharq Al-Awsat", "Shafaq News"}
