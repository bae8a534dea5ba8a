"""The corpus page: problems in full words, what an addition found, and the ways out of an empty view."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rasid.errors import message
from rasid.store.build import BuildOptions, build
from rasid.ui import data
from rasid.ui.upkeep import adding, rebuild
from tests.ui.conftest import ROOT, write_articles

App = Callable[..., AppTest]


def shown(test: AppTest) -> str:
    return html.unescape("\n".join(item.proto.body for item in test.get("html")))


def run(store: Path, articles: Path, page: str, patch: pytest.MonkeyPatch, **query: str) -> AppTest:
    """Run a page of another store than the shared one."""
    patch.setenv("RASID_STORE", str(store))
    patch.setenv("RASID_CORPUS", str(articles))
    data.close()
    test = AppTest.from_file(str(ROOT / "rasid" / "ui" / "main.py"), default_timeout=120)
    for name, value in query.items():
        test.query_params[name] = value
    test.switch_page(str(ROOT / "pages" / f"{page}.py"))
    return test.run()


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one article, one picture and sixty files without a sentence, and its store."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "articles").mkdir()
    write_articles(folder / "all")
    (folder / "all" / "one.md").rename(folder / "articles" / "one.md")
    (folder / "articles" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    for n in range(60):
        (folder / "articles" / f"english-{n:02d}.txt").write_text("Nothing Arabic here at all.\n")
    build([folder / "articles"], folder / "store", BuildOptions(jobs=1))
    return folder


@pytest.fixture
def closed() -> Iterator[None]:
    yield
    data.close()


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_problems_are_read_in_full_by_kind_and_page(
    broken: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    test = run(
        broken / "store", broken / "articles", "corpus", monkeypatch, lang=lang, section="problems"
    )
    assert not test.exception
    assert not test.dataframe  # no grid that would cut them
    found = shown(test)
    assert found.count("<tr>") == 51
    assert {
        "ar": "تأكد من أن نص المقال نفسه قد حُفظ.",
        "en": "Check that the article itself was saved.",
    }[lang] in found
    test.selectbox(key="c.corpus.page").set_value(2).run()
    assert shown(test).count("<tr>") == 12
    test.selectbox(key="c.corpus.kind").set_value("unsupported-image").run()
    assert shown(test).count("<tr>") == 2
    assert "picture.png" in shown(test)


def test_a_date_in_an_arabic_sentence_keeps_its_own_direction() -> None:
    said = message("date-refused", "ar", file="feed.csv#1", detail="9999-01-01")
    assert "\u20689999-01-01\u2069" in said
    assert "\u2068feed.csv#1\u2069" in said
    assert "\u2068" not in message("date-refused", "en", file="feed.csv#1", detail="9999-01-01")


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_empty_corpus_says_so_and_leads_to_where_articles_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    (tmp_path / "articles").mkdir()
    build([tmp_path / "articles"], tmp_path / "store", BuildOptions(jobs=1))
    found = shown(run(tmp_path / "store", tmp_path / "articles", "bases", monkeypatch, lang=lang))
    assert {"ar": "المدونة فارغة", "en": "The corpus is empty"}[lang] in found
    assert f'href="/corpus?lang={lang}"' in found


def test_an_empty_selection_has_its_way_out_beside_it(app: App) -> None:
    test = app("bases", lang="en", **{"from": "2030-01-01", "und": "0"})
    test.button(key="empty.reset").click().run()
    assert "6 of 6 articles" in shown(test)


def test_only_what_was_added_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASID_CORPUS", str(tmp_path))
    (tmp_path / "mine.txt").write_text("لي")
    kept = adding.add_uploads([("خبر.txt", "نص".encode())])
    adding.remove([*kept, tmp_path / "mine.txt", adding.added_folder() / ".." / "mine.txt"])
    assert (tmp_path / "mine.txt").is_file()
    assert not kept[0].exists()


@pytest.mark.parametrize(("lang", "words"), [("ar", "حتى 20 ميغابايت"), ("en", "up to 20 MB")])
def test_how_large_a_file_may_be_is_told_in_the_pages_language(
    app: App, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    monkeypatch.setenv("RASID_ALLOW_ADD", "1")
    assert any(words in each.label for each in app("corpus", lang=lang).get("file_uploader"))


@pytest.mark.parametrize(("lang", "words"), [
    ("ar", "قُرئت 5 مواد · في المدونة الآن 11 مقالاً · بلا مشكلات · في ثانيتين"),
    ("en", "5 items read · 11 articles in the corpus now · 0 problems · in 2 seconds"),
])  # fmt: skip
def test_what_a_build_did_is_told_in_whole_words(
    app: App, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    done = rebuild.Job(summary={"read": 5, "articles": 11, "problems": 0, "seconds": 2.0})
    monkeypatch.setattr(rebuild, "job", lambda: done)
    assert [item.value for item in app("corpus", lang=lang).success][:1] == [words]


def test_a_build_that_gets_ready_counts_nothing_out_of_nothing(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting = rebuild.Job(running=True, added=(Path("a"), Path("b")))
    monkeypatch.setattr(rebuild, "job", lambda: starting)
    test = app("corpus", lang="ar")
    assert any("حُفظ ملفان" in str(bar.proto.text) for bar in test.get("progress"))


@pytest.mark.parametrize(
    ("lang", "words"), [("ar", "آخر بناء مكتمل"), ("en", "last complete build")]
)
def test_pages_say_that_a_rebuild_is_under_way_and_stop_saying_so(
    app: App, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    job = rebuild.Job(running=True, done=1, total=4)
    monkeypatch.setattr(rebuild, "job", lambda: job)
    test = app("terms", lang=lang)
    assert words in shown(test)
    assert "25%" in shown(test)
    job.running = False
    test.run()
    assert words not in shown(test)
