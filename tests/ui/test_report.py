"""A page as one file: every section of it, in both languages, with nothing a stranger wrote running in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rasid.store.engine import Store, open_store
from rasid.ui import page
from rasid.ui.exports import recorder, report
from rasid.ui.selecting.url_state import State
from tests.ui.conftest import HOSTILE


@pytest.fixture(scope="module")
def store(store_folder: Path) -> Store:
    return open_store(store_folder)


def written(store: Store, name: str, lang: str, **controls: str) -> str:
    """Return the report of a page as it is opened by an address."""
    state = State(lang)
    state.controls[name] = controls
    view = page.View(name, store, state)
    return report.build(view, recorder.every_section(view, "light"), "light")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", ["overview", "sources", "terms", "bases", "timeline", "voices"])
def test_report_of_a_page_holds_all_its_sections(store: Store, name: str, lang: str) -> None:
    html = written(store, name, lang)
    # No direction on the document: Plotly measures its labels there and cut them on every Arabic report.
    assert f'<html lang="{lang}"><head>' in html
    direction = "rtl" if lang == "ar" else "ltr"
    body = html[html.index(f'<main dir="{direction}">') : html.index("</main>")]
    assert body.count('<div id="figure-') >= 2
    assert body.count("<table>") >= 1
    assert not re.search(r"انقر|اختر صفاً|\bClick\b|Select a row", body)  # paper answers no click
    assert "<td>dated</td>" not in body
    view = page.View(name, store, State(lang))
    sections = [
        view.t(f"section.{section}")
        for section in recorder._run(view, "light", "").section_names
        if section not in ("compare", "undated")
    ]
    for section in sections:
        assert f"<h2>{section}</h2>" in body
    assert view.citation().replace('"', "&quot;")[:40] in body or view.citation()[:40] in body
    assert re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', body) == []


def test_report_of_undated_articles_says_how_many(store: Store) -> None:
    assert "<h2>Undated</h2>" in written(store, "timeline", "en")


def test_report_runs_nothing_that_an_article_says(store: Store) -> None:
    html = written(store, "overview", "en")
    assert HOSTILE not in html
    assert "onerror=alert(1)&gt;" in html


def test_report_of_a_comparison_holds_the_other_selection(store: Store) -> None:
    html = written(store, "terms", "en", compare="1", **{"b-to": "2025-08-31"})
    assert "<h2>Compare</h2>" in html


def test_rows_of_a_chart_are_not_printed_twice(store: Store) -> None:
    html = written(store, "bases", "en")
    ranking = html[html.index("<h2>Ranking</h2>") : html.index("<h2>By outlet</h2>")]
    assert ranking.count("<table>") == 1
