"""Every page in both languages and at two widths: quiet, whole, in one language, accessible."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from rasid.store.engine import open_store
from rasid.ui.registry import NAMES
from tests.browser.conftest import AXE, Server, absent

pytestmark = pytest.mark.browser

LOCALES = {"ar": "ar-IQ", "en": "en-US"}

ALLOWED = {
    # Names and notations that stay as they are in Arabic.
    "English", "PNG", "SVG", "CSV", "Parquet", "Excel", "logDice", "Log", "Ratio", "make", "run", "CORPUS", "RASID",
    "ALLOW", "ADD", "Enter", "KWIC", "BBC", "CNN",
}  # fmt: skip

WORDS = """() => {
  const skip = '[data-testid="stIconMaterial"], .rasid-article, .rasid-cuts, .rasid-lines, .rasid-evidence, '
    + '.katex, textarea, code, pre, script, style, [lang="en"]';
  const out = [];
  const walk = document.createTreeWalker(document.querySelector('.stApp'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, box = node.parentElement;
    if (!box || box.closest(skip) || !node.textContent.trim()) continue;
    const style = getComputedStyle(box);
    if (style.display === 'none' || style.visibility === 'hidden' || !box.getClientRects().length) continue;
    out.push(node.textContent);
  }
  for (const box of document.querySelectorAll('.stApp [aria-label]')) {
    if (!box.closest(skip)) out.push(box.getAttribute('aria-label')); // what a screen reader says
  }
  return out;
}"""

WIDTHS = """() => ({page: document.documentElement.scrollWidth - innerWidth,
  main: document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth})"""

CUT = """() => {
  const out = [];
  for (const chart of document.querySelectorAll('.js-plotly-plot')) {
    const whole = chart.querySelector('.main-svg').getBoundingClientRect();
    if (!whole.width) continue;
    for (const text of chart.querySelectorAll('svg text')) {
      const box = text.getBoundingClientRect(), style = getComputedStyle(text);
      if (!box.width || !text.textContent.trim() || style.visibility === 'hidden' || style.opacity === '0') continue;
      const lost = Math.max(whole.left - box.left, box.right - whole.right, whole.top - box.top,
        box.bottom - whole.bottom);
      if (lost > 1) out.push([text.textContent, Math.round(lost)]);
    }
  }
  return out;
}"""


def address(name: str, lang: str) -> str:
    return f"/{'' if name == 'overview' else name}?lang={lang}"


@pytest.fixture(scope="session")
def names(server: Server) -> set[str]:
    """Latin words in the Arabic names of outlets and in headlines: names, not the interface."""
    store = open_store(server.folder / "store")
    texts = [
        *store.outlets["name_ar"].fillna(""),
        *store.articles["title"],
        *store.entities["name_ar"].fillna(""),
    ]
    return {word for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_page(visit: Any, names: set[str], name: str, lang: str) -> None:
    """One visit a page and language, because a visit costs seconds: all that is asked of every page."""
    seen = visit(address(name, lang), locale=LOCALES[lang])
    faults: list[Any] = []
    if seen.page.locator(".stException").count():
        faults.append("an exception is shown")
    if seen.page.evaluate("document.documentElement.lang") != lang:
        faults.append("wrong language of the document")
    if lang == "ar":
        found = {
            word for text in seen.page.evaluate(WORDS) for word in re.findall(r"[A-Za-z]{3,}", text)
        }
        if found - ALLOWED - names:
            faults.append(f"English words: {sorted(found - ALLOWED - names)}")
        if (
            seen.page.evaluate("getComputedStyle(document.querySelector('.stApp')).direction")
            != "rtl"
        ):
            faults.append("not right to left")
    faults += overflow(seen.page, 1400)
    faults += barriers(seen.page)
    seen.page.set_viewport_size({"width": 390, "height": 844})
    seen.page.wait_for_timeout(800)
    seen.settle()
    faults += overflow(seen.page, 390)
    faults += cut(seen.page)
    assert not faults + seen.complaints, faults + seen.complaints


SECTIONS = {
    "sources": ["copies", "similarity"],
    "terms": ["cloud", "trend", "phrases", "collocates"],
    "bases": ["outlets", "time", "roles", "map", "together", "card"],
    "timeline": ["drift"],
    "voices": ["quantities"],
}


@pytest.mark.parametrize("name", SECTIONS)
def test_charts_keep_their_texts_in_a_narrow_window_of_a_desk(visit: Any, name: str) -> None:
    """The server learns of the width from the page: nothing in what such a browser sends says that it is narrow."""
    seen = visit(f"/{name}?lang=en&section={SECTIONS[name][0]}", locale="en-US", width=390)
    faults = [(SECTIONS[name][0], cut(seen.page))]
    for section in SECTIONS[name][1:]:
        seen.open(f"/{name}?lang=en&section={section}").settle()
        assert seen.page.locator(".js-plotly-plot .main-svg").count(), section
        faults.append((section, cut(seen.page)))
    assert not [fault for fault in faults if fault[1]]


def test_a_window_that_is_pulled_wide_again_gets_the_wide_layout(visit: Any) -> None:
    """The cloud has two drawings: the one of a phone alone is drawn on a phone, the wide one beside it on a desk."""
    seen = visit("/terms?lang=en&section=cloud", locale="en-US", width=390)
    drawings = seen.page.locator(".js-plotly-plot")
    seen.page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 1")
    seen.page.set_viewport_size({"width": 1400, "height": 900})
    seen.page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 2")
    assert drawings.nth(1).is_visible()


def cut(page: Page) -> list[Any]:
    """Return the texts of charts that stand over an edge of their drawing, with the pixels that are lost."""
    return list(page.evaluate(CUT))


def overflow(page: Page, width: int) -> list[str]:
    """Return what runs over the window's width."""
    return [
        f"{place} is {over} px too wide at {width}"
        for place, over in page.evaluate(WIDTHS).items()
        if over > 1
    ]


def barriers(page: Page) -> list[tuple[Any, ...]]:
    """Return what axe finds, but for the role Streamlit itself gives its file drop zone."""
    if not AXE.is_file():
        absent("axe-core (npm install --prefix tests/browser axe-core)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """() => axe.run({exclude: ['[data-testid="stFileUploaderDropzone"]']}, {resultTypes: ['violations']})"""
    )
    return [
        (v["id"], v["impact"], v["nodes"][0]["html"][:160], len(v["nodes"]))
        for v in found["violations"]
    ]
