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
    assert not faults + seen.complaints, faults + seen.complaints


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
