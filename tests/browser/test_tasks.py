"""What a person does with the dashboard, done by a browser."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from PIL import Image

from rasid.store.engine import open_store
from tests.browser.conftest import PATIENCE, Visit, serve
from tests.browser.marks import press

pytestmark = pytest.mark.browser

IN_SIGHT = (
    "document.querySelector('.rasid-evidence').getBoundingClientRect().top < innerHeight * 0.75"
)
"""What a click opened is brought onto the screen: a link pressed before that is pressed where it was."""

REACHABLE = """() => {
  const all = [...document.querySelectorAll('.stSidebar a[href], .stSidebar button, .stSidebar input, '
    + '.stMain .stPopover button, .stMain .stDownloadButton button, .stMain .stButtonGroup button')];
  let n = 0;
  const seen = (box) => box.getClientRects().length && !box.disabled && !box.closest('[inert]');
  // Of a group of choices one is a stop of the tab key; the arrows move inside it.
  const stops = all.filter((box) => seen(box) && box.tabIndex >= 0
    && (!box.closest('.stButtonGroup') || box.closest('.stButtonGroup').querySelector('button') === box));
  for (const box of stops) box.dataset.stop = box.dataset.stop || `${box.tagName} ${(box.textContent
    || box.getAttribute('aria-label') || '').trim().slice(0, 30)} ${n++}`;
  return stops.map((box) => box.dataset.stop);
}"""

FOCUSED = """() => {
  const box = document.activeElement;
  if (!box || box === document.body) return ['nothing', true];
  let shown = box;
  if (box.tagName === 'INPUT' && box.getBoundingClientRect().width < 4) shown =
    box.closest('label') || box.parentElement.parentElement;
  const marks = [shown, ...shown.querySelectorAll('*'), ...(shown.parentElement ? [shown.parentElement,
    shown.parentElement.parentElement] : [])].map((node) => node && getComputedStyle(node));
  const visible = marks.some((s) => s &&
    ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'));
  return [box.dataset.stop || box.tagName, visible || box.matches('input')];
}"""


def query(seen: Visit) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(seen.page.url).query).items()}


def in_view(seen: Visit) -> int:
    """Return the number of articles in view."""
    found = re.match(r"([\d,]+) of", seen.view_line())
    assert found, seen.view_line()
    return int(found[1].replace(",", ""))


def choose_outlet(seen: Visit, name: str) -> None:
    box = seen.page.locator(".stSidebar .stMultiSelect input").first
    box.click()
    box.fill(name)
    seen.page.get_by_role("option").filter(has_text=name).first.click(timeout=PATIENCE)
    seen.page.keyboard.press("Escape")
    seen.settle()


def card(seen: Visit, page: str, key: str) -> Any:
    return seen.page.locator(f".st-key-card-{page}-{key}")


def download(seen: Visit, page: str, key: str, label: str, folder: Path) -> Path:
    """Open a card's download menu, press a button, return the file."""
    card(seen, page, key).locator(".stPopover button").first.click()
    body = seen.page.locator('[data-testid="stPopoverBody"]')
    button = body.get_by_role("button", name=label)
    button.wait_for(timeout=PATIENCE)
    with seen.page.expect_download(timeout=PATIENCE) as caught:
        button.click()
    path = folder / caught.value.suggested_filename
    caught.value.save_as(path)
    seen.page.keyboard.press("Escape")
    return path


def test_filter_to_two_outlets(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    choose_outlet(seen, "Al Jazeera")
    one = in_view(seen)
    choose_outlet(seen, "Asharq")
    assert 0 < one < in_view(seen) < 98
    assert len(query(seen)["o"].split(",")) == 2


def test_move_the_date_slider(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    before = in_view(seen)
    thumb = seen.page.locator('.stSidebar .stSlider input[type="range"]').first
    thumb.focus()
    seen.page.keyboard.press("PageUp")
    for _ in range(20):
        seen.page.keyboard.press("ArrowRight")
    seen.settle()
    seen.page.wait_for_function("location.search.includes('from=')", timeout=PATIENCE)
    seen.settle()
    assert query(seen)["from"] > "2018-03-01"
    assert in_view(seen) <= before


def test_back_goes_back(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    choose_outlet(seen, "Al Jazeera")
    filtered = in_view(seen)
    seen.page.locator(".st-key-rasid-nav a").nth(4).click()
    seen.page.wait_for_url("**/timeline?**", timeout=PATIENCE)
    seen.settle()
    assert in_view(seen) == filtered
    seen.page.go_back()
    seen.page.wait_for_url(lambda url: "/timeline" not in url, timeout=PATIENCE)
    seen.settle()
    assert in_view(seen) == filtered
    seen.page.go_back()
    seen.settle()
    seen.page.wait_for_function(
        "document.querySelector('.rasid-view').innerText.startsWith('98 of')", timeout=PATIENCE
    )


def test_a_shared_link_opens_the_same_view(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    choose_outlet(seen, "Al Jazeera")
    line, link = seen.view_line(), urlsplit(seen.page.url)
    other = visit(f"{link.path}?{link.query}", locale="ar-IQ")
    assert other.view_line() == line  # the link's language wins over the browser's


def test_deep_link_after_a_cold_start(visit: Any, corpus_folder: Path) -> None:
    cold = serve(corpus_folder)
    try:
        seen = visit("/terms?lang=en&o=aljazeera", locale="en-US", at=cold)
        assert seen.page.inner_text("h1") == "Terms"
        assert seen.page.locator(".stSidebar .stMultiSelect").count() == 1
        assert in_view(seen) < 98
    finally:
        cold.process.terminate()
        cold.process.wait(20)


def test_first_visit_follows_the_browser(visit: Any) -> None:
    assert visit("/", locale="ar-IQ").page.inner_text("h1") == "نظرة عامة"
    assert visit("/", locale="en-US").page.inner_text("h1") == "Overview"


def test_change_of_language_keeps_the_selection(visit: Any) -> None:
    seen = visit("/?lang=ar&o=aljazeera")
    seen.page.get_by_role("radio", name="English").or_(
        seen.page.get_by_role("button", name="English")
    ).first.click()
    seen.page.wait_for_url("**lang=en**", timeout=PATIENCE)
    seen.settle()
    assert seen.page.inner_text("h1") == "Overview"
    assert query(seen)["o"] == "aljazeera"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_png_is_as_large_as_promised_and_not_empty(visit: Any, lang: str, tmp_path: Path) -> None:
    seen = visit(f"/?lang={lang}", locale={"ar": "ar-IQ", "en": "en-US"}[lang])
    label = {"ar": "صورة PNG", "en": "PNG picture"}[lang]
    plot = card(seen, "overview", "coverage").locator(".js-plotly-plot")
    plot.scroll_into_view_if_needed()
    plot.locator(".main-svg").first.wait_for(timeout=PATIENCE)
    size = plot.bounding_box()
    picture = Image.open(download(seen, "overview", "coverage", label, tmp_path)).convert("RGB")
    assert abs(picture.width - 3 * size["width"]) <= 3
    assert picture.height >= 3 * size["height"]
    colours = picture.resize((200, 200)).getcolors(40_000)
    assert colours is not None
    assert len(colours) > 20
    assert seen.complaints == []


@pytest.mark.parametrize(("name", "key"), [("bases", "ranking"), ("terms", "bars")])
def test_a_picture_shows_the_chart_without_the_mark_that_is_open(
    visit: Any, name: str, key: str, tmp_path: Path
) -> None:
    seen = visit(f"/{name}?lang=ar")
    bar = card(seen, name, key).locator(".barlayer .point path").first
    bar.wait_for(timeout=PATIENCE)
    walk = card(seen, name, key).locator(".rasid-walk")
    walk.focus()
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("Enter")
    faded = f"""() => document.querySelectorAll(
      '.st-key-card-{name}-{key} .barlayer .point path[style*="opacity: 0.2"]').length > 5"""
    seen.page.wait_for_function(faded, timeout=PATIENCE)
    seen.settle()
    picture = download(seen, name, key, "رسم SVG", tmp_path).read_text(encoding="utf-8")
    assert picture.count('class="point"') > 5
    assert "opacity: 0.2" not in picture
    assert seen.page.evaluate(faded)
    assert seen.complaints == []


def test_download_the_drift_chart(visit: Any, tmp_path: Path) -> None:
    seen = visit("/timeline?lang=ar&section=drift")
    plot = card(seen, "timeline", "drift").locator(".js-plotly-plot")
    plot.locator(".main-svg").first.wait_for(timeout=PATIENCE)
    size = plot.bounding_box()
    path = download(seen, "timeline", "drift", "صورة PNG", tmp_path)
    assert path.name.startswith("راصد_الخط-الزمني_")
    assert abs(Image.open(path).width - 3 * size["width"]) <= 3
    svg = download(seen, "timeline", "drift", "رسم SVG", tmp_path).read_text(encoding="utf-8")
    assert "@font-face" in svg
    assert "base64," in svg
    assert "بصمة المدونة" in svg
    assert "http://localhost" not in svg


def test_export_a_table(visit: Any, tmp_path: Path) -> None:
    seen = visit("/?lang=ar")
    book = openpyxl.load_workbook(download(seen, "overview", "outlets", "بيانات إكسل", tmp_path))
    assert book.worksheets[0].sheet_view.rightToLeft
    assert book.worksheets[0].max_row > 50
    text = download(seen, "overview", "outlets", "بيانات CSV", tmp_path).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")


def test_a_bar_opens_as_many_articles_as_it_counts(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    plot = card(seen, "overview", "coverage").locator(".js-plotly-plot")
    plot.scroll_into_view_if_needed()
    bars = plot.locator(".bars .point path")
    bars.first.wait_for(timeout=PATIENCE)
    panel = card(seen, "overview", "coverage").locator(".rasid-evidence")
    press(seen, bars.last, panel)
    total = int(panel.get_attribute("data-total"))
    assert total > 0
    assert panel.locator("li").count() == min(total, 20)
    assert "/reader?" in panel.locator("a").first.get_attribute("href")


def test_search_knows_clitics_and_leads_to_the_place(visit: Any) -> None:
    seen = visit("/reader?lang=ar&find=بالانسحاب")
    nodes = seen.page.locator(".rasid-lines .node").all_inner_texts()
    assert len(nodes) > 5
    assert len(set(nodes)) > 1
    seen.page.locator(".rasid-lines .node a").first.click()
    seen.page.wait_for_selector(".rasid-article mark.hit.now", timeout=PATIENCE)
    assert "سحاب" in seen.page.inner_text(".rasid-article mark.hit.now")


def test_hits_are_walked_by_keyboard(visit: Any) -> None:
    seen = visit("/reader?lang=ar&find=العراق")
    seen.page.wait_for_selector(".rasid-lines .node a", timeout=PATIENCE)
    seen.settle()  # a line that is drawn again while it is clicked takes the click with it
    seen.page.locator(".rasid-lines .node a").first.click()
    seen.page.wait_for_selector(".rasid-article mark.hit.now", timeout=PATIENCE)
    first = seen.page.evaluate("document.querySelector('mark.hit.now').dataset.start")
    seen.page.keyboard.press("n")
    seen.page.wait_for_function(
        "was => document.querySelector('mark.hit.now').dataset.start !== was || "
        "document.querySelectorAll('mark.hit').length === 1", arg=first, timeout=PATIENCE)  # fmt: skip


def test_what_one_outlet_says_of_a_base(visit: Any) -> None:
    """From the bases page: choose the outlet, open the ranking's first bar, read every sentence."""
    seen = visit("/bases?lang=en", locale="en-US")
    choose_outlet(seen, "Al Jazeera")
    plot = card(seen, "bases", "ranking").locator(".js-plotly-plot")
    totals = plot.locator(".scatterlayer .point")
    totals.first.wait_for(timeout=PATIENCE)
    panel = card(seen, "bases", "ranking").locator(".rasid-evidence")
    press(seen, plot.locator(".barlayer .point path").first, panel)
    said = panel.locator("li").all_inner_texts()
    assert said
    assert all("الأسد" in text and "Al Jazeera" in text for text in said)
    seen.page.wait_for_function(IN_SIGHT, timeout=PATIENCE)
    panel.locator("a").first.click()
    seen.page.wait_for_selector(".rasid-article mark.hit", timeout=PATIENCE)
    assert "الأسد" in seen.page.inner_text(".rasid-article mark.hit")


def test_compare_before_and_after_august_2025(visit: Any, server: Any) -> None:
    seen = visit("/terms?lang=en&section=compare", locale="en-US")
    seen.page.get_by_text("Selections A and B are the same now").wait_for(timeout=PATIENCE)
    box = seen.page.locator(".st-key-rasid-compare .stSelectbox input").first
    box.click()
    box.fill("17 Aug 2025")
    seen.page.get_by_role("option").filter(has_text="17 Aug 2025").first.click(timeout=PATIENCE)
    seen.page.wait_for_function("location.search.includes('b-from=2025-08-17')", timeout=PATIENCE)
    table = open_store(server.folder / "store").articles
    after = int((table["published_to"] >= "2025-08-17").sum())
    before = int((table["published_from"] <= "2025-08-16").sum())
    between = card(seen, "terms", "between")
    for side, n in (("A", before), ("B", after)):
        line = between.locator(".rasid-line").filter(
            has_text=f"Selection {side}: {n} of {len(table)} articles"
        )
        line.wait_for(timeout=PATIENCE)
    days = seen.page.inner_text(".st-key-rasid-compare .rasid-days b")
    assert days.startswith("17 Aug 2025")
    plot = card(seen, "terms", "between").locator(".js-plotly-plot")
    plot.locator(".scatterlayer .point").first.wait_for(timeout=PATIENCE)
    assert plot.locator(".scatterlayer .point").count() > 5
    assert seen.complaints == []


def test_what_a_click_opens_below_the_screen_comes_into_sight(visit: Any) -> None:
    seen = visit("/bases?lang=ar")
    seen.page.set_viewport_size({"width": 1400, "height": 800})
    seen.page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    bar = card(seen, "bases", "ranking").locator(".barlayer .point path").first
    panel = card(seen, "bases", "ranking").locator(".rasid-evidence")
    press(seen, bar, panel)
    seen.page.wait_for_function(IN_SIGHT, timeout=PATIENCE)
    assert seen.complaints == []


def test_every_quote_of_one_speaker(visit: Any, tmp_path: Path) -> None:
    seen = visit("/voices?lang=ar&section=statements")
    box = seen.page.locator(".stMain .stSelectbox input").first
    box.click()
    box.fill("السوداني")
    option = seen.page.get_by_role("option").filter(has_text="محمد شياع السوداني").first
    option.wait_for(timeout=PATIENCE)
    promised = int(re.search(r"\((\d+)\)", option.inner_text())[1])  # type: ignore[index]
    option.click()
    seen.page.wait_for_function("location.search.includes('who=')", timeout=PATIENCE)
    seen.settle()
    path = download(seen, "voices", "statements", "بيانات CSV", tmp_path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    speaker = rows[0].index("المتحدث")
    assert len(rows) - 1 == promised > 3
    assert all("السوداني" in row[speaker] for row in rows[1:])


def test_everything_is_reached_by_keyboard(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    seen.page.wait_for_selector(".stSidebar .stSlider input", timeout=PATIENCE)
    wanted = seen.page.evaluate(REACHABLE)
    assert len(wanted) > 15
    seen.page.evaluate("document.activeElement.blur()")
    reached: dict[str, bool] = {}
    for _ in range(3 * len(wanted)):
        seen.page.keyboard.press("Tab")
        name, visible = seen.page.evaluate(FOCUSED)
        if name in reached and set(wanted) <= set(reached):
            break
        reached[name] = reached.get(name, False) or visible
    assert [name for name in wanted if name not in reached] == []
    assert [name for name in wanted if not reached[name]] == []


def test_marks_open_their_evidence_by_keyboard(visit: Any) -> None:
    seen = visit("/bases?lang=ar")
    seen.page.locator(".barlayer .point path").first.wait_for(timeout=PATIENCE)
    walk = card(seen, "bases", "ranking").locator(".rasid-walk")
    walk.focus()
    for _ in range(2):
        seen.page.keyboard.press("ArrowRight")
    told = walk.get_attribute("aria-valuetext")
    assert seen.page.locator("#rasid-held").is_visible()
    seen.page.keyboard.press("Enter")
    panel = card(seen, "bases", "ranking").locator(".rasid-evidence")
    panel.wait_for(timeout=PATIENCE)
    assert told.rsplit(" ", 1)[-1] == panel.get_attribute("data-total")
    seen.page.wait_for_function(
        "document.activeElement.matches('.rasid-evidence')", timeout=PATIENCE
    )
    head = card(seen, "bases", "ranking").locator(".rasid-about").bounding_box()
    assert 0 <= head["y"] < 900


def test_time_runs_one_way_in_an_arabic_browser(visit: Any) -> None:
    """Sliders follow the browser's language by themselves, charts and their pictures do not."""
    seen = visit("/?lang=ar", locale="ar-IQ")
    first, last = (
        seen.page.locator('.stSidebar .stSlider input[type="range"]').nth(i) for i in (0, 1)
    )
    assert first.input_value() < last.input_value()
    assert first.bounding_box()["x"] < last.bounding_box()["x"]
    start, end = seen.page.evaluate(
        "(axis => axis.range.map(day => axis.r2p(day)))"
        "(document.querySelector('.js-plotly-plot')._fullLayout.xaxis)"
    )
    assert start < end


def test_add_an_article_then_correct_its_outlet(visit: Any, corpus_folder: Path) -> None:
    seen = visit("/corpus?lang=en", locale="en-US")
    text = "بغداد – أعلن مصدر أمني اليوم أن رتلا غادر قاعدة عين الأسد متجها إلى الحدود، في إطار الانسحاب.\n"
    seen.page.locator('.stMain input[type="file"]').set_input_files(
        {"name": "../خبر جديد.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    seen.settle()
    seen.page.get_by_role("button", name="Add the files").click()
    seen.page.get_by_text("99 articles in the corpus now").wait_for(timeout=120_000)
    assert list((corpus_folder / "articles" / "added").glob("*.txt"))
    seen.settle()
    assert "of 99 articles" in seen.view_line()
    article = seen.page.evaluate("1") and newest(corpus_folder)
    seen.open(f"/corpus?lang=en&section=corrections&article={article}")
    box = seen.page.locator('.stForm input[role="combobox"], .stForm .stSelectbox input').first
    box.click()
    box.fill("Al Jazeera")
    seen.page.get_by_role("option").filter(has_text="Al Jazeera").first.click(timeout=PATIENCE)
    seen.page.get_by_role("button", name="Save the correction").click()
    seen.page.get_by_text("1 correction").wait_for(timeout=120_000)
    seen.page.get_by_text("in the corpus now").wait_for(timeout=120_000)
    seen.open(f"/reader?lang=en&article={article}")
    assert "Al Jazeera" in seen.page.inner_text(".rasid-facts")


def newest(corpus_folder: Path) -> str:
    """Return the id of the article the test added."""
    from rasid.store.engine import open_store

    table = open_store(corpus_folder / "store").articles
    return str(table.loc[table["source_file"].str.startswith("added/"), "article_id"].iloc[0])


def test_security_headers(server: Any) -> None:
    import urllib.request

    with urllib.request.urlopen(server.url("/terms?lang=ar")) as answer:
        headers, page = answer.headers, io.TextIOWrapper(answer, encoding="utf-8").read()
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert '<html lang="ar">' in page
    for path in ("/_stcore/metrics", "/fonts/../../etc/passwd", "/fonts/x.ttf"):
        with pytest.raises(urllib.request.HTTPError):
            urllib.request.urlopen(server.url(path))
