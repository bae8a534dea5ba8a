"""Bodies, dates and outlets of made-up raw pages in the styles of Arabic news sites, with pinned floors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, ReadOptions, Register, read_file
from tests.accuracy.corpus_gold import (
    BROWSER,
    EIGHTH,
    FIFTH,
    FOURTH,
    NINTH,
    SECOND,
    SEVENTH,
    SIXTH,
    THIRD,
    GoldPage,
    gold_pages,
)

pytestmark = pytest.mark.accuracy

OPTIONS = ReadOptions(today=date(2026, 11, 21))


Read = list[tuple[GoldPage, Article]]


def _read(pages: list[GoldPage], folder: Path) -> Read:
    register = Register.load()
    pairs = []
    for page in pages:
        path = folder / f"{page.name}.txt"
        path.write_text(page.source, encoding="utf-8")
        articles = [
            found
            for found in read_file(path, register=register, options=OPTIONS)
            if isinstance(found, Article)
        ]
        assert len(articles) == 1, page.name
        pairs.append((page, articles[0]))
    return pairs


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return _read(gold_pages(), tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Pages as copied out of a browser, with all that stands around the article."""
    sets = (BROWSER, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH)
    pages = [page for path in sets for page in gold_pages(path)]
    return _read(pages, tmp_path_factory.mktemp("browser"))


def _shares(read: Read) -> tuple[float, float]:
    """Return foreign characters of the bodies and own characters lost, as shares."""
    foreign = body = lost = own = 0
    for page, article in read:
        kept = [True] * len(page.source)
        for cut in article.cuts:
            kept[cut.start : cut.end] = [False] * (cut.end - cut.start)
        for keep, mark, character in zip(kept, page.marks, page.source, strict=True):
            if character.isspace():
                continue
            body += keep
            foreign += keep and mark == "foreign"
            own += mark == "own"
            lost += mark == "own" and not keep
    return foreign / body, lost / own


def _days(read: Read) -> tuple[list[str], float]:
    """Return the pages with a wrong date, and the share of the stated dates that are right."""
    wrong, right, stated = [], 0, 0
    for page, article in read:
        published = article.publication
        first, last = str(published.published_from), str(published.published_to)
        if page.date == "none":
            if published.method not in ("none", "inferred"):
                wrong.append(page.name)
        elif "/" in page.date:
            low, high = page.date.split("/")
            stated += 1
            right += low <= first <= last <= high
        else:
            stated += 1
            right += first == last == page.date
            if first == last != page.date:
                wrong.append(page.name)
    return wrong, right / stated


def _origins(read: Read) -> tuple[float, float]:
    """Return the shares of right outlets and right hosts."""
    outlets = hosts = 0
    for page, article in read:
        origin = article.origin
        outlets += bool({origin.outlet_id, origin.outlet} & set(page.outlet.split(";")))
        hosts += bool({origin.host_id, origin.host} & set(page.host.split(";")))
    return outlets / len(read), hosts / len(read)


def _titles(read: Read) -> tuple[int, float]:
    titled = [(page, article) for page, article in read if page.title in page.source]
    return len(titled), sum(article.title == page.title for page, article in titled) / len(titled)


def test_there_are_enough_pages(read: Read, browser: Read) -> None:
    assert len(read) >= 150
    assert len(browser) >= 160


def test_body_and_cuts_are_the_whole_source(read: Read, browser: Read) -> None:
    for page, article in [*read, *browser]:
        assert article.source() == page.source, page.name
        for cut in article.cuts:
            assert page.source[cut.start : cut.end] == cut.text


def test_foreign_text_stays_out_and_own_text_stays_in(read: Read, browser: Read) -> None:
    foreign, lost = _shares(read)
    assert foreign <= 0.002
    assert lost <= 0.002
    foreign, lost = _shares(browser)
    assert foreign <= 0.006
    assert lost <= 0.002


def test_the_day_is_right_where_stated_and_never_wrong(read: Read, browser: Read) -> None:
    for pages in (read, browser):
        wrong, right = _days(pages)
        assert wrong == []
        assert right >= 0.98


def test_outlets_and_hosts_are_right(read: Read, browser: Read) -> None:
    assert min(_origins(read)) >= 0.99
    outlets, hosts = _origins(browser)
    assert outlets >= 0.99
    assert hosts >= 0.99


def test_titles_are_right(read: Read, browser: Read) -> None:
    count, share = _titles(read)
    assert count > 140
    assert share >= 0.98
    assert _titles(browser)[1] >= 0.95
