"""What is kept and handed on: links that hold open evidence and the reader's place, reports, prints, keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PATIENCE, Visit
from tests.browser.marks import press
from tests.browser.test_tasks import card

pytestmark = pytest.mark.browser

CUT = """() => [...document.querySelectorAll('.js-plotly-plot .ytick text')].filter((label) => {
  const box = label.getBoundingClientRect(), frame = label.closest('svg').getBoundingClientRect();
  return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1);
}).map((label) => label.textContent)"""
"""Row labels of charts that run out of their picture."""


def evidence(seen: Visit, key: str) -> tuple[str, int]:
    """Return the heading of a card's open evidence and how many sentences it shows."""
    box = card(seen, "bases", key)
    box.locator(".rasid-evidence li").first.wait_for(timeout=PATIENCE)
    box.locator(".rasid-about").wait_for(timeout=PATIENCE)
    return box.locator(".rasid-about").inner_text(), box.locator(".rasid-evidence li").count()


def test_a_link_holds_open_evidence_and_back_closes_it(visit: Any) -> None:
    seen = visit("/bases?lang=en", locale="en-US")
    ranking = card(seen, "bases", "ranking")
    bar = ranking.locator(".js-plotly-plot .barlayer .point path").first
    press(seen, bar, ranking.locator(".rasid-evidence li").first)
    title, shown = evidence(seen, "ranking")
    assert "Ain al-Asad" in title
    address = seen.page.url[len(seen.server.url("")) :]
    assert "ev.ranking=" in address
    copied = visit(address, locale="ar-IQ")  # the link's language, not the browser's
    assert evidence(copied, "ranking") == (title, shown)
    held = card(copied, "bases", "ranking").locator(".js-plotly-plot")
    assert held.evaluate("plot => plot._fullData.flatMap(t => t.selectedpoints || []).length") == 1
    seen.page.go_back()
    card(seen, "bases", "ranking").locator(".rasid-evidence").wait_for(
        state="detached", timeout=PATIENCE
    )
    assert seen.complaints + copied.complaints == []


def test_evidence_is_closed_by_a_key_and_the_search_is_reached_by_one(visit: Any) -> None:
    seen = visit("/bases?lang=en", locale="en-US")
    walk = card(seen, "bases", "ranking").locator(".rasid-walk")
    card(seen, "bases", "ranking").locator(".point").first.wait_for(timeout=PATIENCE)
    walk.focus()
    seen.page.keyboard.press("Home")
    seen.page.keyboard.press("Enter")
    evidence(seen, "ranking")
    seen.page.wait_for_function(
        "document.activeElement.className === 'rasid-evidence'", timeout=PATIENCE
    )
    seen.page.keyboard.press("Escape")
    card(seen, "bases", "ranking").locator(".rasid-evidence").wait_for(
        state="detached", timeout=PATIENCE
    )
    seen.open("/reader?lang=en")
    seen.page.keyboard.press("/")
    assert seen.page.evaluate("document.activeElement.tagName") == "INPUT"


def test_a_link_holds_the_hit_one_reads(visit: Any) -> None:
    seen = visit("/reader?lang=en&find=العراق", locale="en-US")
    link = seen.page.locator(".rasid-lines .node a").first
    link.wait_for(timeout=PATIENCE)
    seen.settle()
    link.click()
    seen.page.wait_for_selector("mark.hit.now", timeout=PATIENCE)
    seen.settle()
    was = seen.page.evaluate("document.querySelector('mark.hit.now').dataset.start")
    seen.page.keyboard.press("n")
    seen.page.wait_for_timeout(300)
    at = seen.page.evaluate("document.querySelector('mark.hit.now').dataset.start")
    several = seen.page.evaluate("document.querySelectorAll('mark.hit').length") > 1
    assert (at != was) == several
    assert f"start={at}" in seen.page.url
    copied = visit(seen.page.url[len(seen.server.url("")) :], locale="ar-IQ")
    copied.page.wait_for_selector("mark.hit.now", timeout=PATIENCE)
    assert copied.page.evaluate("document.querySelector('mark.hit.now').dataset.start") == at


def test_a_printed_page_shows_what_is_in_view_and_no_controls(visit: Any) -> None:
    seen = visit("/terms?lang=ar")
    seen.page.emulate_media(media="print")
    for control in (".stSidebar", ".stButtonGroup", ".stPopover", ".stDownloadButton"):
        assert not seen.page.locator(control).first.is_visible()
    assert seen.page.locator(".rasid-view").is_visible()
    assert seen.page.locator(".js-plotly-plot").first.is_visible()
    seen.page.emulate_media(media="screen")


def test_page_as_a_report(visit: Any, tmp_path: Path) -> None:
    seen = visit("/terms?lang=ar&section=trend")
    with seen.page.expect_download(timeout=PATIENCE) as caught:
        seen.page.get_by_role("button", name="نزّل تقريراً بهذه الصفحة كلها").click()
    path = tmp_path / "report.html"
    caught.value.save_as(path)
    foreign: list[str] = []
    page = seen.page.context.new_page()
    page.on(
        "request",
        lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else foreign.append(r.url),
    )
    page.goto(path.as_uri())
    page.wait_for_selector(".main-svg", timeout=PATIENCE)
    page.wait_for_function(
        "document.querySelectorAll('.js-plotly-plot .main-svg').length >= 5", timeout=PATIENCE
    )
    assert foreign == []
    assert page.locator("main > h2").count() >= 7  # five sections, methods, citation
    assert page.locator("table").count() >= 5
    assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
    assert page.evaluate(CUT) == []
    page.close()


def heading(seen: Visit, share: float) -> None:
    """Click the heading of the last table of the bases, at a share of its width from the left."""
    grid = card(seen, "bases", "mentions").locator('[data-testid="stDataFrame"] canvas').first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    seen.page.mouse.click(box["x"] + box["width"] * share, box["y"] + 17)
    seen.settle()


def test_a_heading_sorts_the_link_keeps_the_order_and_back_undoes_it(visit: Any) -> None:
    seen = visit("/bases?lang=en", locale="en-US")
    card(seen, "bases", "mentions").locator('[data-testid="stDataFrame"]').wait_for(
        timeout=PATIENCE
    )
    heading(seen, 0.93)  # the last column: per 10,000 words
    seen.page.wait_for_url("**sort.mentions=-rate*", timeout=PATIENCE)
    heading(seen, 0.93)
    seen.page.wait_for_url("**sort.mentions=rate*", timeout=PATIENCE)
    box = (
        card(seen, "bases", "mentions")
        .locator('[data-testid="stDataFrame"] canvas')
        .first.bounding_box()
    )
    seen.page.mouse.click(
        box["x"] + 18, box["y"] + 35 + 17
    )  # the box of the first row: of the rarest base
    title, shown = evidence(seen, "mentions")
    assert shown == 1
    copied = visit(seen.page.url[len(seen.server.url("")) :], locale="ar-IQ")
    assert evidence(copied, "mentions") == (title, shown)
    for _ in range(2):
        seen.page.go_back()
    seen.page.wait_for_url("**sort.mentions=-rate*", timeout=PATIENCE)
    assert seen.complaints + copied.complaints == []


@pytest.mark.parametrize(("lang", "told"), [
    ("en", "Sorted by Articles, descending"), ("ar", "مرتَّب تنازلياً حسب: المقالات"),
])  # fmt: skip
def test_a_heading_sorts_by_keyboard_and_the_order_is_told(
    visit: Any, lang: str, told: str
) -> None:
    seen = visit(f"/bases?lang={lang}", locale={"ar": "ar-IQ", "en": "en-US"}[lang])
    table = card(seen, "bases", "mentions")
    table.locator('[data-testid="stDataFrame"]').wait_for(timeout=PATIENCE)
    table.locator(".stPopover button").focus()
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.matches('.rasid-heads')")
    for key in ("End", "ArrowUp"):
        seen.page.keyboard.press(key)
    assert str(table.locator(".rasid-heads").get_attribute("aria-valuetext")) in told
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**sort.mentions=-articles*", timeout=PATIENCE)
    table.get_by_role("status").filter(has_text=told).wait_for(timeout=PATIENCE)
    seen.page.wait_for_function("document.activeElement.matches('.rasid-heads')", timeout=PATIENCE)
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**sort.mentions=articles*", timeout=PATIENCE)
    assert seen.complaints == []


def test_the_menu_of_a_column_speaks_arabic(visit: Any) -> None:
    seen = visit("/bases?lang=ar")
    grid = card(seen, "bases", "mentions").locator('[data-testid="stDataFrame"] canvas').first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    seen.page.mouse.click(box["x"] + 48, box["y"] + 17)  # the dots at the left of the last heading
    menu = seen.page.locator('[data-testid="stDataFrameColumnMenu"]')
    menu.wait_for(timeout=PATIENCE)
    words = menu.inner_text()
    assert "إخفاء العمود" in words
    assert not re.search("[A-Z][a-z]{3}", words), words


def test_a_citation_is_copied_with_the_address(visit: Any) -> None:
    seen = visit("/terms?lang=en&o=aljazeera", locale="en-US")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.get_by_role("button", name="Cite this view").click()
    seen.page.get_by_role("button", name="Copy with the link").click()
    seen.page.wait_for_function(
        "navigator.clipboard.readText().then(text => text.includes('o=aljazeera'))",
        timeout=PATIENCE,
    )
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Rasid")
    assert copied.endswith(seen.page.url)
