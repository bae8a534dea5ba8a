"""Web pages: the article is kept, the page around it cut, its date the article's and not the page's clock."""

from __future__ import annotations

from datetime import date

import pytest

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

TITLE = "صيانة الجسر القديم تبدأ بعد العيد"


def page(*, head: str = "", beside: str = "", middle: str = "", foot: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>{TITLE} | السومرية نيوز</title>{head}</head><body>
<header><div class="clock">الخميس 5 مارس 2026</div><nav><ul><li><a href="/">الرئيسية</a></li>
<li><a href="/p">سياسة</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
<main><article><h1>{TITLE}</h1>{beside}<div class="body"><p>{PARAGRAPH}</p>{middle}<p>{SECOND}</p>
<p>{THIRD}</p></div></article>
<section class="related"><h3>أخبار ذات صلة</h3><ul><li><a href="/1">افتتاح معرض للكتاب في البصرة</a></li>
<li><a href="/2">فوز الشرطة على الزوراء بهدفين</a> <time datetime="2026-03-04">4 مارس 2026</time></li></ul></section>
</main>{foot}<footer><p>جميع الحقوق محفوظة © 2026 السومرية نيوز</p></footer></body></html>"""


LINKED = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage",
"datePublished":"2019-01-01"},{"@type":"NewsArticle","headline":"TITLE","datePublished":"2024-09-15T22:10:00+03:00",
"dateModified":"2025-01-01","publisher":{"@type":"Organization","name":"السومرية نيوز"}}]}</script>""".replace(
    "TITLE", TITLE
)


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


def test_body_title_and_outlet(read_one) -> None:
    caption = "<figure><img src='x'><figcaption>عمال قرب الجسر (رويترز)</figcaption></figure>"
    foot = "<div id='comments'><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></div>"
    article = read_one("p.html", page(head=LINKED, middle=caption, foot=foot))
    assert [line for line in article.body.split("\n") if line] == [PARAGRAPH, SECOND, THIRD]
    assert article.title == TITLE
    assert (article.origin.outlet_id, article.origin.host_id) == ("alsumaria", "alsumaria")
    cut = {c.reason: c.text for c in article.cuts}
    assert "رويترز" in cut["caption"]
    source = article.source()
    assert all(source[c.start : c.end] == c.text for c in article.cuts)
    assert "معرض للكتاب" in source
    assert "معرض للكتاب" not in article.body


def test_markup_in_text_stays_text(read_one) -> None:
    article = read_one(
        "p.html",
        page(
            middle="<p>وقال شاهد إن &lt;b&gt;الماء&lt;/b&gt; ارتفع ليلاً أكثر من متر واحد فوق الجسر.</p>"
        ),
    )
    assert "<b>الماء</b>" in article.body


def test_windows_1256_page_with_a_declared_charset(read) -> None:
    markup = page(head=LINKED).replace('charset="utf-8"', 'charset="windows-1256"')
    articles, problems = read("p.htm", markup.encode("cp1256"))
    assert articles[0].body.startswith(PARAGRAPH)
    assert [p.problem for p in problems] == ["encoding-detected"]


def test_an_aggregators_page_names_the_source(read_one) -> None:
    markup = page(middle="", foot="").replace("السومرية نيوز", "مصدرنا الإخبارى")
    markup = markup.replace(f"<p>{THIRD}</p>", f"<p>{THIRD}</p><p>المصدر: المدى</p>")
    article = read_one("p.html", markup)
    assert (article.origin.outlet_id, article.origin.host_id) == ("almada", "masdarna")


def test_a_page_without_markup_or_body_is_still_read(read_one, read) -> None:
    assert read_one("p.html", f"<p>{PARAGRAPH}</p>").body == PARAGRAPH
    articles, problems = read("p.html", "<html><head><title>x</title></head><body></body></html>")
    assert articles == []
    assert problems


def test_paragraphs_wrapped_one_by_one_beside_cards_of_others(read_one) -> None:
    cards = "".join(
        f"<div class='card'><h3>خبر آخر رقم {n}</h3><div>{PARAGRAPH[:70]} {n}...</div></div>"
        for n in "١٢٣"
    )
    rows = "".join(
        f"<div class='r'><div><div><p>{text}</p></div></div></div>"
        for text in (PARAGRAPH, SECOND, THIRD)
    )
    markup = f"<html><body><nav><a>الرئيسية</a></nav><div><h1>{TITLE}</h1>{rows}</div><div>{cards}</div></body></html>"
    article = read_one("p.html", markup)
    assert [line for line in article.body.split("\n") if line] == [PARAGRAPH, SECOND, THIRD]
