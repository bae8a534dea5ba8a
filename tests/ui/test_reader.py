"""The reader's markup: every letter of a body once, whatever is marked in it; hostile text inert."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from rasid.ui.escape import esc
from rasid.ui.reader import article as reader_article
from rasid.ui.reader import copies
from rasid.ui.reader.article import Gap, Span

App = Callable[..., AppTest]

SPANS = st.lists(
    st.builds(
        Span,
        st.integers(0, 60),
        st.integers(0, 60),
        st.sampled_from(["query", "base", "speech", "date"]),
    ),
    max_size=8,
)


def words_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@given(st.text(alphabet="اب ج<>&\"'\n", max_size=60), SPANS)
def test_every_letter_is_written_once(body: str, spans: list[Span]) -> None:
    shown = words_of(reader_article.body_markup(body, spans))
    assert shown == "".join(line for line in body.split("\n") if line.strip())


def test_overlapping_layers_are_all_named() -> None:
    markup = reader_article.body_markup(
        "قاعدة عين الأسد", [Span(0, 15, "speech", "وزير"), Span(6, 15, "base", "<b>")]
    )
    assert 'class="l-speech l-base"' in markup
    assert "<b>" not in markup


def test_hit_carries_its_place() -> None:
    assert 'class="hit" data-start="2"' in reader_article.body_markup(
        "في بغداد", [Span(2, 5, "query")]
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_copies_are_compared_without_running_their_text(left: str, right: str) -> None:
    markup = copies.side_by_side(left, right, "<i>a</i>", "b")
    tags = set(re.findall(r"</?([a-z0-9]+)", markup))
    assert tags <= {"div", "h4", "ins", "del", "br"}


def test_difference_is_marked_on_its_side() -> None:
    markup = copies.side_by_side("غادرت القوات القاعدة", "غادرت القوات بغداد", "a", "b")
    assert "<del>القاعدة</del>" in markup
    assert "<ins>بغداد</ins>" in markup
    assert copies.shared_share("a b c d", "a b x d") == 0.75


def test_cuts_stand_where_they_were_cut() -> None:
    source = "القائمة\nغادر الرتل القاعدة (صورة) ليلا.\nشارك"
    cut = [(0, 8, "navigation"), (27, 34, "caption"), (39, len(source), "share")]
    cuts = pd.DataFrame(
        [{"start": a, "end": b, "text": source[a:b], "reason": why} for a, b, why in cut]
    )
    body = source[8:27] + source[34:39]
    gaps = reader_article.gaps_of(cuts, {"share": "مشاركة"})
    markup = reader_article.body_markup(body, [Span(0, 4, "base")], gaps)
    assert [gap.at for gap in gaps] == [0, 19, 24]
    shown = words_of(markup)
    places = [shown.index(word) for word in ("القائمة", "غادر", "صورة", "ليلا", "مشاركة شارك")]
    assert places == sorted(places)


@given(st.text(alphabet="اب ج<>\n", max_size=60), SPANS, st.lists(st.integers(0, 60), max_size=4))
def test_cuts_lose_no_letter_of_the_body(body: str, spans: list[Span], at: list[int]) -> None:
    gaps = [Gap(min(place, len(body)), "<b>", "other") for place in at]
    markup = reader_article.body_markup(body, spans, gaps)
    assert markup.count('class="rasid-cut"') == len(gaps)
    without = re.sub(r'<span class="rasid-cut">.*?</span></span>', "", markup)
    assert words_of(without) == "".join(line for line in body.split("\n") if line.strip())


def test_lines_of_a_cut_keep_apart() -> None:
    gap = Gap(0, "url: https://example.org/a\n\n<b>الرئيسية</b>", "menu")
    markup = reader_article.body_markup("نص", [], [gap])
    assert (
        "<bdi>url: https://example.org/a</bdi> · <bdi>&lt;b&gt;الرئيسية&lt;/b&gt;</bdi>" in markup
    )


@pytest.mark.parametrize(
    ("value", "opens"),
    [("https://example.org/2025/خبر", True), ("http://example.org", True), ("javascript:alert(1)", False),
     ("data:text/html,x", False), ("خبر https://example.org", False), ("article.txt", False)],
)  # fmt: skip
def test_only_a_web_address_can_be_opened(value: str, opens: bool) -> None:
    markup = reader_article.provenance_markup([("الرابط", value)])
    assert ("<a href=" in markup) is opens
    assert esc(value) in markup


def test_lines_begin_at_the_right_and_frames_are_named_in_words(app: App) -> None:
    test = app("reader", lang="en", find="انسحاب")
    markup = "".join(item.proto.body for item in test.get("html"))
    assert '<div class="rasid-scroll" dir="rtl"' in markup
    article = re.search(r"article=(\w+)", markup)
    assert article
    opened = app("reader", lang="ar", article=article[1], layers="frame")
    titles = re.findall(
        r'<mark class="[^"]*l-frame[^"]*"[^>]*title="([^"]*)"',
        "".join(i.proto.body for i in opened.get("html")),
    )
    assert titles
    assert not any(re.search("[a-z]{3}", title) for title in titles), titles
