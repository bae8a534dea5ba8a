"""Web pages: the date is the article's, not the page's clock, a card's or a remark's."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD
from tests.corpus.webpages import LINKED, TITLE, around, page


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        (LINKED, ""),
        ('<meta property="article:published_time" content="2024-09-15T10:00:00Z">', ""),
        ('<meta itemprop="datePublished" content="2024-09-15">', ""),
        ("", '<time datetime="2024-09-15T10:00">قبل شهر</time>'),
        ("", '<span class="d">نشر في: الأحد 15 أيلول 2024 | 10:20 ص</span>'),
        ('<link rel="canonical" href="https://www.alsumaria.tv/news/2024/09/15/x">', ""),
        (
            '<script type="application/ld+json">{"headline":"قال "نعم"","datePublished":"2024-09-15"}</script>',
            "",
        ),
    ],
)
def test_the_date_is_the_articles(read_one, head, beside) -> None:
    article = read_one("p.html", page(head=head, beside=beside))
    assert article.publication.published_from == date(2024, 9, 15)
    assert article.publication.published_to == date(2024, 9, 15)


def test_a_page_clock_is_not_a_date(read_one) -> None:
    article = read_one("p.html", page())
    assert article.publication.method in ("none", "inferred")


def test_the_date_above_a_title_counts_when_the_markup_calls_it_one(read_one) -> None:
    body = f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>"
    markup = around(body).replace("<h1>", "<h2 class='date-header'>الأحد، 15 أيلول 2024</h2><h1>")
    assert read_one("p.html", markup).publication.published_from == date(2024, 9, 15)
    clock = around(body).replace("<h1>", "<div class='clock date'>الخميس 5 مارس 2026</div><h1>")
    assert read_one("p.html", clock).publication.published_from is None


@pytest.mark.parametrize(
    ("moment", "line", "day"),
    [
        ("2024-09-15T22:40:00Z", "<span>16 أيلول 2024 | 01:40</span>", 16),
        ("2024-09-15T22:40:00Z", "", 15),
        ("2024-09-15T22:40:00Z", "<span>آخر تحديث: 16 أيلول 2024</span>", 15),
        ("2024-09-15T22:40:00+03:00", "<span>16 أيلول 2024</span>", 15),
        ("", "<span>موقعنا</span><span>15 أيلول 2024</span>", 15),
        ("", "<span>15 أيلول 2024 | آخر تحديث: 17 أيلول 2024</span>", 15),
        ("", "<span>آخر تحديث: 17 أيلول 2024 - 9:00 | نشر: 15 أيلول 2024 - 18:30</span>", 15),
        ("2020-01-01", "<span>أضيف في 15 أيلول 2024 الساعة 10:00</span>", 15),
    ],
)
def test_the_day_is_the_one_stated_to_the_reader(read_one, moment, line, day) -> None:
    head = f'<meta property="article:published_time" content="{moment}">'
    article = read_one("p.html", page(head=head, beside=f"<div class='d'>{line}</div>"))
    assert article.publication.published_from == date(2024, 9, day)


def test_a_time_of_an_update_and_a_comment_before_it_are_passed_over(read_one) -> None:
    times = (
        "<div><!-- x --><span>آخر تحديث</span> <time datetime='2024-09-19'>الخميس</time></div>"
        "<div>نشر <!-- y --><time datetime='2024-09-15'>الأحد</time></div>"
    )
    assert read_one("p.html", page(beside=times)).publication.published_from == date(2024, 9, 15)


def test_data_about_linked_articles_are_not_the_articles(read_one) -> None:
    others = [
        {"@type": "NewsArticle", "headline": f"خبر آخر {n}", "datePublished": "2025-01-01"}
        for n in "١٢"
    ]
    own = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-09-15T10:00:00+03:00"}
    for data, day in (([*others, own], date(2024, 9, 15)), (others, None)):
        head = f"<script type='application/ld+json'>{json.dumps({'@graph': data})}</script>"
        article = read_one("p.html", page(head=head))
        assert (article.title, article.publication.published_from) == (TITLE, day)


def test_a_page_of_an_archive_names_the_page_and_the_time_of_the_copy(read_one) -> None:
    address = "https://www.alsumaria.tv/news/local/1/x"
    copy = f"https://web.archive.org/web/20240920101112/{address}"
    toolbar = f"<div id='wm-ipp-base'><a href='{copy}'>5 captures</a></div>"
    head = f'<link rel="canonical" href="{copy}"><meta property="og:title" content="{TITLE}">'
    article = read_one("p.html", page(head=head).replace("<header>", f"{toolbar}<header>"))
    assert (article.url, article.origin.outlet_id) == (address, "alsumaria")
    assert article.publication.collected_at == datetime(2024, 9, 20, 10, 11, 12)
    assert "captures" not in article.source()


def test_a_line_of_details_dates_the_page_and_is_no_text(read_one) -> None:
    details = (
        "<div><span>الكاتب: قسم التحرير</span><span>بتاريخ ١٥ أيلول ٢٠٢٤ - ٩:٤٥ مساءً</span><!-- x -->"
        "<span>زمن القراءة: ٣ دقائق</span><span>تعديل حجم الخط:</span></div>"
    )
    article = read_one("p.html", page(beside=details))
    assert article.publication.published_from == date(2024, 9, 15)
    assert "قسم التحرير" not in article.body


@pytest.mark.parametrize(
    "away",
    [
        "<div class='topline'><span>22/11/2026</span></div>",
        "<div class='topline'>الجمعة 20 تشرين الثاني 2026 | آخر تحديث 10:00</div>",
        "<div id='Header'><div class='date'>الأحد 22 نوفمبر 2026 10:10 ص</div></div>",
    ],
)
def test_a_clock_in_another_part_of_the_page_dates_the_saving(read_one, away) -> None:
    article = read_one(
        "p.html", page().replace('<div class="clock">الخميس 5 مارس 2026</div>', away)
    )
    assert article.publication.published_from != article.publication.published_to or (
        article.publication.published_from is None
    )
    assert article.publication.collected_at is not None


def test_a_page_within_a_form_is_dated_below_its_title(read_one) -> None:
    dated = "<div><span>نشر في: الأحد 15 أيلول 2024 - 2:15 م</span> | <span>آخر تحديث: 16 أيلول 2024</span></div>"
    markup = (
        page(beside=dated).replace("<body>", "<body><form>").replace("</body>", "</form></body>")
    )
    assert read_one("p.html", markup).publication.published_from == date(2024, 9, 15)


def test_days_of_cards_and_remarks_are_not_the_articles(read_one) -> None:
    cards = "".join(
        f"<div class='c'><a href='/{n}'><img><b>خبر قصير رقم {n} عن السوق</b></a><span>0{n}-09-2024</span></div>"
        for n in (1, 2)
    )
    article = read_one("p.html", page(foot=f"<div class='rel'>{cards}</div>"))
    assert article.publication.published_from is None or (
        article.publication.published_from != article.publication.published_to
    )


@pytest.mark.parametrize(
    "stated", ["20240915T2316+0300", "20240915", "20240915231600", "2024-09-15T23:16+0300"]
)
def test_a_moment_without_signs_is_read(read_one, stated) -> None:
    article = read_one(
        "p.html", page(head=f'<meta property="article:published_time" content="{stated}">')
    )
    assert article.publication.published_from == date(2024, 9, 15)
    assert article.publication.published_to == date(2024, 9, 15)


def test_data_that_leave_the_month_open_are_read_by_the_line_that_spells_it(read_one) -> None:
    head = '<meta property="article:published_time" content="9/5/2024 10:12:44 AM">'
    article = read_one("p.html", page(head=head, beside="<span>الخميس 5 أيلول 2024</span>"))
    assert article.publication.published_from == date(2024, 9, 5)
    assert article.publication.published_to == date(2024, 9, 5)
