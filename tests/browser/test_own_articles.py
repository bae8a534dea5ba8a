"""What is hard on a page: an article without a day, one without a date, a long headline, next to nothing in view."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from rasid.store.engine import open_store
from rasid.ui.registry import NAMES
from tests.browser import articles
from tests.browser.conftest import PATIENCE, ROOT, Server, Visit, serve
from tests.browser.test_pages import address, barriers, overflow

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def small(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on the four articles."""
    folder = tmp_path_factory.mktemp("small")
    articles.write(folder / "articles")
    subprocess.run(
        [sys.executable, "-m", "rasid", "build", str(folder / "articles"), "--store", str(folder / "store")],
        check=True, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    running = serve(folder)
    yield running
    running.process.terminate()
    running.process.wait(20)


def go(seen: Visit, path: str) -> Visit:
    """Open another page in the same browser page."""
    return seen.open(path)


def article_of(server: Server, source: str) -> str:
    table = open_store(server.folder / "store").articles
    return str(table.loc[table["source_file"] == source, "article_id"].iloc[0])


def test_read_why_an_article_has_no_day(visit: Any, small: Server) -> None:
    number = article_of(small, "no-day.txt")
    seen = visit(f"/reader?lang=en&article={number}", locale="en-US", at=small)
    facts = seen.page.inner_text(".rasid-facts")
    assert "26 Jul 2021 – 31 Dec 2021" in facts
    assert "inferred from the text" in facts
    assert "26 تموز 2021" in facts
    go(seen, f"/reader?lang=ar&article={number}")
    assert "26 تموز 2021" in seen.page.inner_text(".rasid-facts")
    assert seen.complaints == []


def test_cuts_are_shown_in_place(visit: Any, small: Server) -> None:
    seen = visit(f"/reader?lang=ar&article={article_of(small, 'no-day.txt')}&layers=cut", at=small)
    cuts = seen.page.locator(".rasid-article .rasid-cut")
    cuts.first.wait_for(timeout=PATIENCE)
    assert any("المصدر" in text for text in cuts.all_inner_texts())


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_pages_with_one_undated_article_or_a_long_headline(
    visit: Any, small: Server, lang: str
) -> None:
    seen = visit(
        address("overview", lang), locale={"ar": "ar-IQ", "en": "en-US"}[lang], width=390, at=small
    )
    faults: list[Any] = []
    for outlet in ("shafaq", "aawsat"):
        for name in NAMES if outlet == "shafaq" else ("overview", "reader", "timeline"):
            go(seen, f"{address(name, lang)}&o={outlet}")
            faults += [(name, outlet, fault) for fault in overflow(seen.page, 390)]
            if seen.page.locator(".stException").count():
                faults.append((name, outlet, "an exception is shown"))
    go(seen, f"/reader?lang={lang}&article={article_of(small, 'long.md')}")
    assert seen.page.inner_text(".rasid-headline") == articles.LONG_TITLE
    faults += overflow(seen.page, 390)
    assert not faults + seen.complaints, faults + seen.complaints


@pytest.mark.parametrize(("lang", "words"), [("ar", "لا"), ("en", "No article")])
def test_nothing_in_view_is_said(visit: Any, small: Server, lang: str, words: str) -> None:
    nothing = "&o=aljazeera&from=2025-08-01&und=0"
    seen = visit(
        address("overview", lang) + nothing, locale={"ar": "ar-IQ", "en": "en-US"}[lang], at=small
    )
    for name in ("overview", "terms", "timeline"):
        go(seen, address(name, lang) + nothing)
        assert words in seen.page.inner_text(".stAlert")
    assert not barriers(seen.page) + seen.complaints
