"""A web page's title: told from the site's name, on sites that write the name everywhere or the title nowhere."""

from __future__ import annotations

from datetime import date

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD
from tests.corpus.webpages import TITLE

TEXT = f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>"


def test_a_name_that_only_the_card_for_networks_adds_is_the_sites(read_one) -> None:
    site = "وكالة ضفاف السهل"
    markup = (
        f"<html><head><title>{TITLE}</title><meta property='og:title' content='{TITLE} - {site}'></head>"
        f"<body><h1><a title='{site}'><span>{site}</span></a></h1><ul><li><a href='/'>الرئيسية</a></li></ul>"
        f"<div class='item'><span class='itemDateCreated'>السبت، 7 آذار 2026 11:45</span><h2>{TITLE}</h2>"
        f"{TEXT}</div></body></html>"
    )
    article = read_one("p.html", markup)
    assert (article.title, article.origin.outlet) == (TITLE, site)
    assert article.publication.published_from == date(2026, 3, 7)
    assert article.body.startswith(PARAGRAPH[:40])


def test_a_site_whose_pages_all_bear_its_own_name(read_one) -> None:
    site = "هيئة سدود الوادي"
    markup = (
        f"<html><head><title>{site}</title></head><body><h3>{site}</h3><ul><li><a href='/'>الأخبار</a></li></ul>"
        f"<div class='full'><div class='n-date'>2026-03-07 | 11:45</div><div class='n-title'>{TITLE}</div>"
        f"<div class='n-body'>{TEXT}</div></div></body></html>"
    )
    article = read_one("p.html", markup)
    assert (article.title, article.origin.outlet) == (TITLE, site)
    assert (
        article.publication.published_from == article.publication.published_to == date(2026, 3, 7)
    )


def test_a_bold_line_of_details_is_no_title(read_one) -> None:
    markup = (
        f"<html><head><title>{TITLE} - وكالة ضفاف السهل</title></head><body><div><span>{TITLE}</span>"
        f"<b>07/03/2026 عدد القراءات: 311</b>{TEXT}</div></body></html>"
    )
    assert read_one("p.html", markup).title == TITLE


def test_a_day_that_opens_the_box_of_title_and_text_is_the_articles(read_one) -> None:
    dated = "<div class='sd'>السبت 18 رمضان 1447هـ - 7/3/2026م</div>"
    box = f"<div class='one'>{dated}<h1>{TITLE}</h1>{TEXT}</div>"
    menu = "<ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul>"
    article = read_one(
        "p.html",
        f"<html><head><title>{TITLE}</title></head><body><div>{menu}{box}</div></body></html>",
    )
    assert (
        article.publication.published_from == article.publication.published_to == date(2026, 3, 7)
    )
    clock = f"<div>{dated.replace('sd', 'clock')}{menu}</div><div class='one'><h1>{TITLE}</h1>{TEXT}</div>"
    article = read_one(
        "p.html", f"<html><head><title>{TITLE}</title></head><body>{clock}</body></html>"
    )
    assert article.publication.published_from is None or article.publication.precision != "day"


def test_a_name_before_the_title_is_the_sites(read_one) -> None:
    markup = (
        f"<html><head><title>NINA {TITLE}</title></head><body><div><h3>{TITLE}</h3><p>السبت 7 آذار 2026 | 11:45</p>"
        f"<div class='description'>{TEXT}</div></div></body></html>"
    )
    article = read_one("p.html", markup)
    assert (article.title, article.origin.outlet_id) == (TITLE, "ninanews")


def test_a_name_that_ends_the_title_and_heads_the_page_is_the_sites(read_one) -> None:
    markup = (
        f"<html><head><title>{TITLE} - مرصد السدود</title></head><body><h1><a href='/'>مرصد السدود</a></h1>"
        f"<div><h2>{TITLE}</h2>{TEXT}</div></body></html>"
    )
    article = read_one("p.html", markup)
    assert (article.title, article.origin.outlet) == (TITLE, "مرصد السدود")


def test_a_card_below_a_short_text_does_not_date_it(read_one) -> None:
    card = "<div class='c'><a href='/2'><h3>خبر قصير</h3></a><span class='c-date'>2026/03/03</span></div>"
    address = "<link rel='canonical' href='https://news.example/2026/03/07/x'>"
    for head, day in ((address, date(2026, 3, 7)), ("", None)):
        markup = (
            f"<html><head><title>{TITLE}</title>{head}</head><body><div><h2>{TITLE}</h2>{TEXT}</div>"
            f"<div class='s'>{card}</div></body></html>"
        )
        found = read_one("p.html", markup).publication
        assert found.published_from == day or (day is None and found.method == "inferred")


def test_a_bold_title_with_the_day_below_it_may_end_like_a_sentence(read_one) -> None:
    site, title = (
        "هيئة سدود الوادي",
        "السد يمتلئ.. والهيئة تفتح بوابتين وتحذر سكان الضفاف من ارتفاع الماء ليلاً!",
    )
    markup = (
        f"<html><head><title>{site}</title></head><body><div><div align='center'><strong><font>{title}</font>"
        f"</strong></div><div><font>الأحد 8 آذار 2026 06:46</font></div><div>{TEXT}</div></div></body></html>"
    )
    article = read_one("p.html", markup)
    assert article.title == title
    assert article.publication.published_from == date(2026, 3, 8)


def test_a_message_that_a_network_shows_has_its_time_and_no_title_of_the_networks(read_one) -> None:
    markup = (
        "<html><head><title>Message Widget</title></head><body><div class='bubble'><div class='owner'>سدود الوادي"
        f"</div><div class='text'>{PARAGRAPH}<br><br>{SECOND}<br><br>{THIRD}</div><div class='foot'>"
        "<span>12.4K</span><a><time datetime='2026-03-08T06:46:00+00:00'>06:46</time></a></div></div></body></html>"
    )
    article = read_one("p.html", markup)
    assert "Widget" not in article.title
    assert (
        article.publication.published_from == article.publication.published_to == date(2026, 3, 8)
    )
