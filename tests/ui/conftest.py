"""A small corpus with a hostile article in it, its store, and the dashboard run on it without a browser."""

from __future__ import annotations

import gc
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rasid.store.build import BuildOptions, build
from rasid.ui import data

ROOT = Path(__file__).resolve().parents[2]

HOSTILE = "<img src=x onerror=alert(1)> **غامق** =1+1 [رابط](javascript:alert(1))"

ARTICLES = (
    ("one", "aljazeera", "2025-08-17", "قال وزير الدفاع ثابت العباسي إن القوات ستغادر قاعدة عين الأسد في أيلول 2025. "
     "وأضاف أن الانسحاب يشمل 900 جندي."),
    ("two", "aawsat", "2025-09-03", "أعلنت بغداد أن انسحاب التحالف الدولي سيكتمل نهاية عام 2026. "
     "وقال محمد شياع السوداني: «العراق قادر على حفظ أمنه». ولم تعلق السفارة بالانسحاب."),
    ("three", "aljazeera", "2026-01-18", "تسلم الجيش العراقي قاعدة عين الأسد بعد الانسحاب. "
     "وقال متحدث إن نحو 200 جندي بقوا في قاعدة حرير في أربيل."),
    ("four", "shafaq", "", "يتحدث سياسيون عن انسحاب قريب من قاعدة حرير، من غير أن يحددوا يوما."),
    ("five", "aawsat", "2021-12-09/2021-12-11", "انتهت المهمة القتالية للتحالف الدولي في العراق، "
     "وبقي المدربون والمستشارون."),
    ("six", "shafaq", "2024-09-27", f"أعلنت بغداد وواشنطن موعدا لانتهاء مهمة التحالف في أيلول 2025. {HOSTILE}"),
)  # fmt: skip


def write_articles(folder: Path) -> None:
    """Write the articles in the format of the bundled corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, outlet, day, text in ARTICLES:
        published = f"published: {day}\n" if day else ""
        title = HOSTILE if name == "six" else f"خبر عن الانسحاب {name}"
        (folder / f"{name}.md").write_text(
            f"---\ntitle: {title}\noutlet: {outlet}\n{published}text_kind: digest\n---\n\n{text}\n",
            encoding="utf-8",
        )


@pytest.fixture(scope="session")
def articles_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles' folder."""
    folder = tmp_path_factory.mktemp("ui") / "articles"
    write_articles(folder)
    return folder


@pytest.fixture(scope="session")
def store_folder(articles_folder: Path) -> Path:
    """The folder of the store built from them."""
    store = articles_folder.parent / "store"
    build([articles_folder], store, BuildOptions(jobs=1))
    return store


@pytest.fixture(scope="session")
def served(store_folder: Path) -> Iterator[Path]:
    """The store, opened by the first page that is run and left open for the others: most of a short test."""
    yield store_folder
    data.close()
    gc.unfreeze()  # the dashboard froze what stood when its first page had been served
    gc.collect()


@pytest.fixture
def app(
    served: Path, articles_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Run the dashboard on a page with an address: `app("terms", lang="en", o="aawsat")`."""
    monkeypatch.setenv("RASID_STORE", str(served))
    monkeypatch.setenv("RASID_CORPUS", str(articles_folder))

    def run(page: str = "overview", **query: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "rasid" / "ui" / "main.py"), default_timeout=120)
        for name, value in query.items():
            test.query_params[name.replace("_", "-")] = value
        if page != "overview":
            test.switch_page(str(ROOT / "pages" / f"{page}.py"))
        return test.run()

    return run


def headings(test: AppTest) -> list[str]:
    """Return the headings of the second order, as they are read."""
    markup = "".join(item.proto.body for item in test.get("html"))
    return [html.unescape(found) for found in re.findall(r"<h2>(.*?)</h2>", markup)]
