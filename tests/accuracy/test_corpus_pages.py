"""Bodies, dates and outlets of made-up raw pages in the styles of Arabic news sites, with pinned floors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, ReadOptions, Register, read_file
from tests.accuracy.corpus_gold import GoldPage, gold_pages

pytestmark = pytest.mark.accuracy

OPTIONS = ReadOptions(today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[GoldPage, Article]]:
    folder: Path = tmp_path_factory.mktemp("pages")
    register = Register.load()
    pairs = []
    for page in gold_pages():
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


def test_there_are_enough_pages(read: list[tuple[GoldPage, Article]]) -> None:
    assert len(read) >= 120


def test_body_and_cuts_are_the_whole_source(read: list[tuple[GoldPage, Article]]) -> None:
    for page, article in read:
        assert article.source() == page.source, page.name
        for cut in article.cuts:
            assert page.source[cut.start : cut.end] == cut.text


def test_foreign_text_stays_out_and_own_text_stays_in(read: list[tuple[GoldPage, Article]]) -> None:
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
    assert foreign / body <= 0.005
    assert lost / own <= 0.005


def test_the_day_is_right_where_stated_and_never_wrong(
    read: list[tuple[GoldPage, Article]],
) -> None:
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
    assert wrong == []
    assert right / stated >= 0.98


def test_outlets_and_hosts_are_right(read: list[tuple[GoldPage, Article]]) -> None:
    outlets = sum(
        page.outlet in (article.origin.outlet_id, article.origin.outlet) for page, article in read
    )
    hosts = sum(
        page.host in (article.origin.host_id, article.origin.host) for page, article in read
    )
    assert outlets / len(read) >= 0.98
    assert hosts / len(read) >= 0.95


def test_titles_are_right(read: list[tuple[GoldPage, Article]]) -> None:
    titled = [(page, article) for page, article in read if page.title in page.source]
    titles = sum(article.title == page.title for page, article in titled)
    assert len(titled) > 140
    assert titles / len(titled) >= 0.97
