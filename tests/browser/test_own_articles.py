"""What is hard on a page: an article without a day, one without a date, a long headline, next to nothing in view."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from rasid.store.engine import open_store
from rasid.ui import i18n
from rasid.ui.registry import NAMES
from tests.browser import articles
from tests.browser.conftest import PATIENCE, ROOT, Server, Visit, serve
from tests.browser.test_pages import LOCALES, address, barriers, overflow

pytestmark = pytest.mark.browser


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


def turn(seen: Visit, name: str, lang: str) -> str:
    """Go to another page by its link, a third of the work of loading it anew; return its name."""
    selection = parse_qs(urlsplit(seen.page.url).query)
    link = seen.page.locator(".st-key-rasid-nav a").nth(NAMES.index(name))
    link.evaluate("link => link.click()")  # on a phone it lies in the closed sidebar
    title = i18n.text("title", lang, page=name)
    seen.page.wait_for_function(
        "title => document.querySelector('h1')?.innerText === title", arg=title, timeout=PATIENCE
    )
    seen.rest()
    kept = parse_qs(urlsplit(seen.page.url).query)
    assert {key: kept.get(key) for key in selection} == selection
    return name


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
    seen.open(f"/reader?lang=ar&article={number}")
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
    faults: list[Any] = []

    def look(name: str, of: str) -> None:
        faults.extend((name, of, fault) for fault in overflow(seen.page, 390))
        if seen.page.locator(".stException").count():
            faults.append((name, of, "an exception is shown"))

    first = f"/?lang={lang}&o="
    seen = visit(first + "shafaq", locale=LOCALES[lang], width=390, at=small)
    look("overview", "shafaq")
    for name in NAMES[1:]:
        look(turn(seen, name, lang), "shafaq")
    seen.open(first + "aawsat")
    look("overview", "aawsat")
    for name in ("reader", "timeline"):
        look(turn(seen, name, lang), "aawsat")
    seen.open(f"/reader?lang={lang}&article={article_of(small, 'long.md')}")
    assert seen.page.inner_text(".rasid-headline") == articles.LONG_TITLE
    look("reader", "long.md")
    assert not faults + seen.complaints, faults + seen.complaints


@pytest.mark.parametrize(("lang", "words"), [("ar", "لا"), ("en", "No article")])
def test_nothing_in_view_is_said(visit: Any, small: Server, lang: str, words: str) -> None:
    nothing = "&o=aljazeera&from=2025-08-01&und=0"
    seen = visit(address("overview", lang) + nothing, locale=LOCALES[lang], at=small)
    for name in ("overview", "terms", "timeline"):
        if name != "overview":
            turn(seen, name, lang)
        assert words in seen.page.inner_text(".stAlert")
    assert not barriers(seen.page) + seen.complaints
