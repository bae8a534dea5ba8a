"""Cutting measured on real texts dressed as raw pages: what is lost of them, what foreign text stays.

The dress (menu, date, related headlines, comment form, a second article below) is put on here, so that
both errors are known exactly. Nothing of the texts is kept.
"""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from rasid.corpus.body.cuts import lay_out

pytestmark = [pytest.mark.accuracy, pytest.mark.shared]

Parts = list[tuple[str, bool]]


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[tuple[str, str]]:
    table = pq.read_table(shared / "data" / "bench_articles.parquet", columns=["title", "text"])
    chosen = random.Random(7).sample(range(table.num_rows), 900)
    rows = [table.slice(number, 1).to_pylist()[0] for number in sorted(chosen)]
    found = []
    for row in rows:
        lines = [line.strip() for line in (row["text"] or "").split("\n") if line.strip()]
        if len(lines) >= 4 and row["title"]:
            found.append((" ".join(row["title"].split()), "\n".join(lines)))
    return found


def _measure(pages: list[Parts]) -> tuple[float, float]:
    """Return the share of own characters lost and of foreign characters in the bodies."""
    lost = own = foreign = body = 0
    for parts in pages:
        source = "".join(text for text, _ in parts)
        mine = [is_own for text, is_own in parts for _ in text]
        kept = [True] * len(source)
        for start, end, _ in lay_out(source).cuts(source):
            kept[start:end] = [False] * (end - start)
        for character, keep, is_own in zip(source, kept, mine, strict=True):
            if character.isspace():
                continue
            own += is_own
            lost += is_own and not keep
            body += keep
            foreign += keep and not is_own
    return lost / own, foreign / body


def test_head_and_foot_are_cut_and_the_text_stays(texts: list[tuple[str, str]]) -> None:
    pages: list[Parts] = []
    for number, (title, text) in enumerate(texts):
        heads = "\n".join(texts[(number + step) % len(texts)][0] for step in (3, 7, 11))
        foot = f"\nمقالات ذات صلة\n{heads}\n\nاترك تعليقاً\nلن يتم نشر عنوان بريدك الإلكتروني.\n"
        pages.append(
            [
                (f"الرئيسية\nسياسة\n{title}\n\n15 سبتمبر 2018 - 10:20\n\n", False),
                (text, True),
                (foot, False),
            ]
        )
    lost, foreign = _measure(pages)
    assert lost <= 0.015  # part of it is what the texts carry of their own pages
    assert foreign <= 0.005


def test_a_second_article_after_a_named_source_is_cut(texts: list[tuple[str, str]]) -> None:
    pages: list[Parts] = []
    for number, (title, text) in enumerate(texts):
        other, below = texts[(number + 5) % len(texts)]
        foot = f"\n\nالمصدر: وكالات\n\nإقرأ أيضاً:\n\n{other}\n\n{below}\n\nمقالات مشابهة\n{title}\n"
        pages.append([(f"{title}\n\n15 سبتمبر 2018\n\n", False), (text, True), (foot, False)])
    lost, foreign = _measure(pages)
    assert lost <= 0.015
    assert foreign <= 0.01


def test_an_inset_of_headlines_leaves_the_rest_in(texts: list[tuple[str, str]]) -> None:
    pages: list[Parts] = []
    for number, (title, text) in enumerate(texts):
        lines = text.split("\n")
        half = len(lines) // 2
        heads = "\n".join(texts[(number + step) % len(texts)][0] for step in (3, 7))
        inset = f"\nأخبار ذات صلة\n{heads}\n"
        pages.append(
            [
                (f"{title}\n\n", False),
                ("\n".join(lines[:half]), True),
                (inset, False),
                ("\n".join(lines[half:]), True),
            ]
        )
    lost, foreign = _measure(pages)
    assert lost <= 0.03
    assert foreign <= 0.005
