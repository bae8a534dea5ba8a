"""Web pages: the article is kept, the page around it cut."""

from __future__ import annotations

import json
from datetime import date

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.corpus.body.lines import split_lines
from rasid.corpus.web.blocks import blocks
from tests.corpus.conftest import BODY, PARAGRAPH, SECOND, THIRD
from tests.corpus.webpages import LINKED, TITLE, around, page


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


def kept(article) -> list[str]:
    return [line for line in article.body.split("\n") if line]


CARD = (
    "<a href='/1'><img src='x'><h3>افتتاح معرض للكتاب في البصرة</h3></a>"
    "<p>افتتح المحافظ معرضاً للكتاب تشارك فيه دور نشر من سبع دول، ويستمر عشرة أيام.</p>"
)


OTHER = (
    "وقال مدير المعرض إن عدد الزوار تجاوز في يومه الأول عشرة آلاف زائر، وإن الدخول مجاني للطلبة."
)


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        (  # a teaser set between two paragraphs
            f"<div id='t'><p>{PARAGRAPH}</p><div class='inline-item'>{CARD}</div><p>{SECOND}</p><p>{THIRD}</p></div>",
            "",
        ),
        (  # the next article, loaded below the first in the same kind of container
            f"<div class='b'><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
            f"<div class='next-article'><h2>افتتاح معرض للكتاب</h2><div class='b'><p>{OTHER * 3}</p>"
            f"<p>{OTHER}</p></div></div>",
        ),
        (  # comments longer than the article
            f"<div class='t'><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
            f"<div class='comments-area'>{''.join(f'<div class=c><p>{OTHER} {n}</p></div>' for n in range(9))}</div>",
        ),
        (  # a text in two parts with an advertisement and teasers between
            f"<div class='a'><div><p>{PARAGRAPH}</p></div></div><div class='ad-slot'>إعلان</div><div class='promo'>"
            f"<div class='k'>{CARD}</div><div class='k'>{CARD}</div></div>"
            f"<div class='z'><p>{SECOND}</p><p>{THIRD}</p></div>",
            "",
        ),
        (  # teasers of others fill the page, the article is short
            f"<div class='d'><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
            f"<div>{''.join(f'<div class=x>{CARD}</div>' for _ in range(12))}</div>",
        ),
        (  # paragraphs set apart by line breaks in a cell of nested tables
            f"<table><tr><td><font>{'<br><br>'.join((PARAGRAPH, SECOND, THIRD))}</font></td></tr></table>",
            f"<table>{'<tr><td><a href=x>افتتاح معرض للكتاب في البصرة</a></td></tr>' * 8}</table>",
        ),
        (  # an author's box below
            f"<div class='t'><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
            f"<div class='about-author'><p>محرر في الموقع منذ سنوات يكتب في شؤون المدن والخدمات.</p></div>",
            "",
        ),
    ],
)
def test_the_article_is_told_from_what_the_page_puts_around_it(read_one, body, beside) -> None:
    assert kept(read_one("p.html", around(body, beside))) == [PARAGRAPH, SECOND, THIRD]


def test_the_body_that_the_metadata_state_decides(read_one) -> None:
    long = [PARAGRAPH, SECOND, THIRD, OTHER, f"{OTHER} {SECOND}"]
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(long)})
    strange = "".join(f"<section><div>{text}</div></section>" for text in long)
    markup = around(
        f"<script type='application/ld+json'>{data}</script>{strange}<div>{OTHER} {PARAGRAPH}</div>"
    )
    assert kept(read_one("p.html", markup)) == long


@pytest.mark.parametrize("mark", ["&#65279;", "&rlm;", "&#8234;&#8236;", "&#12288;", "&#8203;"])
def test_a_paragraph_of_invisible_marks_shifts_no_line(read_one, mark) -> None:
    rows = f"<p>{mark}</p><p>{PARAGRAPH}</p><p>{mark}</p><p>{SECOND}</p><p>{THIRD}</p><p>{mark}</p>"
    assert kept(read_one("p.html", around(rows))) == [PARAGRAPH, SECOND, THIRD]


@given(
    st.lists(
        st.text(
            "اب.\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\ufeff\u3000\xa0\x85\u2028 \n"
        ),
        max_size=8,
    )
)
def test_every_block_is_a_line_of_the_rules(texts) -> None:
    markup = "".join(f"<p>{text}</p>" for text in texts)
    shown = [block.text for block in blocks(lxml.html.fromstring(f"<div>{markup}</div>"))]
    assert [line.number for line in split_lines("\n".join(shown))] == list(range(len(shown)))


def test_consent_pictures_and_buttons_between_paragraphs_are_cut(read_one) -> None:
    consent = "<p>لعرض هذا المحتوى من إكس من الضروري السماح بجمع نسب المشاهدة والإعلانات.</p><button>أوافق</button>"
    figure = "<figure><img src='x'><div>عمال يرفعون السياج القديم عن الجسر في الصباح الباكر.</div></figure>"
    body = f"<p>{PARAGRAPH}</p><div><div>{consent}</div></div><p>{SECOND}</p>{figure}<p>{THIRD}</p>"
    assert kept(read_one("p.html", around(f"<div class='t'>{body}</div>"))) == [
        PARAGRAPH,
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("الصفحة المطلوبة غير موجودة", True),
        ("404", True),
        ("قبل المتابعة إلى الموقع", True),
        ("خطأ طبي يودي بحياة شاب في البصرة", False),
        ("لم يتم العثور على حطام الطائرة", False),
        ("الموافقة على مشروع الجسر", False),
    ],
)
def test_a_message_of_the_site_is_no_article(read, title, refused) -> None:
    body = f"<a>تسجيل الدخول</a><h1>{title}</h1><p>{PARAGRAPH}</p>"
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    articles, problems = read("p.html", markup)
    assert (not articles) == refused
    assert [p.problem for p in problems] == (["page-without-article"] if refused else [])


def test_the_folded_rest_of_a_text_is_read_and_a_hidden_box_is_not(read_one) -> None:
    rest = f"<div style='display: none'><p>{SECOND}</p><p>{THIRD}</p></div><button>اقرأ المزيد</button>"
    box = f"<div style='display:none'><p>{OTHER}</p></div>"
    markup = around(f"<div class='b'>{box}<p>{PARAGRAPH}</p>{rest}</div>")
    assert kept(read_one("p.html", markup)) == [PARAGRAPH, SECOND, THIRD]


def test_a_text_that_stands_on_the_page_twice_is_read_once(read_one) -> None:
    text = f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>"
    markup = around(f"<div class='desktop'>{text}</div><div class='mobile'>{text}</div>")
    assert kept(read_one("p.html", markup)) == [PARAGRAPH, SECOND, THIRD]


def test_a_sentence_that_is_mostly_link_is_text(read_one) -> None:
    linked = (
        '<p>ولم تحدد الأمانة موعداً لافتتاح الممر الجديد، <a href="/x">واكتفت بالقول إن الأعمال ستجري ليلاً '
        "وإن السير سيحول إلى الجسر المجاور</a>.</p>"
    )
    promo = '<p>اقرأ أيضاً: <a href="/y">افتتاح معرض للكتاب في البصرة بمشاركة واسعة</a></p>'
    article = read_one("p.html", page(middle=linked + promo))
    assert "واكتفت بالقول" in article.body
    assert "معرض للكتاب" not in article.body


@pytest.mark.parametrize(
    "foot",
    [
        f"<article><h2>سوق جديد للخضار</h2><p>{'خبر ثان عن افتتاح سوق جديد للخضار في المدينة. ' * 4}</p></article>",
        "<div class='x1'><b>آراء الزوار (2)</b><div><i>أبو علي</i><p>كلام جميل لكننا نريد أن نرى الفعل على "
        "أرض الواقع بعد كل هذه السنوات من الانتظار.</p></div></div>",
        "<div class='x2'><h2>تعليقان على “صيانة الجسر”</h2><ol><li>متابعة<p>هل سيغلق الجسر أمام المشاة أيضاً "
        "أم أن الأمر يقتصر على المركبات الكبيرة وحدها؟</p></li></ol></div>",
        "<div class='x3'><p>أعلنت بلدية أخرى عن مشروع لتبليط ثلاثة شوارع في حي السلام قبل نهاية الشهر.</p>"
        "<p><a href='/z'>لقراءة المادة كاملة</a></p></div>",
    ],
)
def test_what_follows_on_the_page_is_not_the_article(read_one, foot) -> None:
    markup = page().replace("</article>", "</article>" + foot, 1)
    assert read_one("p.html", markup).body.split() == f"{PARAGRAPH} {SECOND} {THIRD}".split()


def test_sections_of_one_text_are_no_other_articles(read_one) -> None:
    markup = (
        f"<html><body><main><section class='s'><h1>{TITLE}</h1><p>{PARAGRAPH}</p></section>"
        f"<section class='s'><h2>بعد العيد</h2><p>{SECOND}</p></section>"
        f"<section class='s'><h2>طريق بديل</h2><p>{THIRD}</p></section></main></body></html>"
    )
    body = read_one("p.html", markup).body
    assert "بعد العيد" in body
    assert THIRD in body


def test_a_sentence_set_large_beside_the_text_is_read_once(read_one) -> None:
    pulled = f"<blockquote class='pull-quote'><p>«{PARAGRAPH.split('، ')[2][:60]}»</p></blockquote>"
    assert read_one("p.html", page(middle=pulled)).body.strip() == BODY
    quoted = "<blockquote><p>لن نترك الجسر قبل أن تنتهي أعمال الصيانة كلها وتفتح الطريق للناس.</p></blockquote>"
    assert "لن نترك الجسر" in read_one("p.html", page(middle=quoted)).body


def test_key_points_and_cells_of_a_table_stay(read_one) -> None:
    points = (
        "<ul><li>الصيانة تبدأ في الأسبوع الأول بعد العيد</li>"
        "<li>السير يحول إلى الجسر المجاور طوال الليل</li></ul>"
    )
    table = "<table><tr><th>الموقع</th><th>الأيام</th></tr><tr><td>الجسر القديم</td><td>12</td></tr></table>"
    body = read_one("p.html", page(beside=points, middle=table)).body
    assert "الأسبوع الأول" in body
    assert "الجسر القديم" in body


STATE = {"title": TITLE, "publishedAt": "2024-09-15T08:00:00Z", "content": "X"}


@pytest.mark.parametrize("kind", ["json", "angular", "parsed", "literal", "flat"])
def test_a_page_saved_before_it_was_drawn(read_one, kind) -> None:
    text = f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>"
    state = json.dumps(
        {
            "post": {**STATE, "content": text},
            "list": [{"title": "خبر آخر", "brief": SECOND[:40] * 9}],
        },
        ensure_ascii=False,
    )
    script = {
        "json": f'<script type="application/json">{state}</script>',
        "angular": '<script type="application/json">'
        + state.replace('"', "&q;").replace("<", "&l;").replace(">", "&g;")
        + "</script>",
        "parsed": f"<script>window.__S__ = JSON.parse({json.dumps(state, ensure_ascii=False)});</script>",
        "literal": "<script>window.__N__=(function(a,b){return {layout:'x',data:[{post:{id:7,title:"
        + f'"{TITLE}",publishedAt:"2024-09-15T08:00:00Z",content:{json.dumps(text, ensure_ascii=False)}'
        + ",views:a}}],error:null}}(1,2));</script>",
        "flat": '<script type="application/json">'
        + json.dumps(
            [["Reactive", 1], {"data": 2}, {"post": 3}, {"title": 4, "content": 5, "publishedAt": 6},
             TITLE, text, "2024-09-15T08:00:00Z", "نص لا صلة له بالمقال " * 60],
            ensure_ascii=False,
        )
        + "</script>",
    }[kind]  # fmt: skip
    head = f'<meta property="og:title" content="{TITLE}">'
    article = read_one(
        "p.html", f"<html><head>{head}</head><body><div id='app'></div>{script}</body></html>"
    )
    assert article.body.split() == f"{PARAGRAPH} {SECOND} {THIRD}".split()
    assert article.publication.published_from == date(2024, 9, 15)


def test_a_title_that_is_never_closed_does_not_swallow_the_page(read_one) -> None:
    article = read_one("p.html", page().replace("</title>", "<title>"))
    assert PARAGRAPH in article.body


def test_of_two_first_headings_the_longer_is_the_title(read_one) -> None:
    article = read_one(
        "p.html",
        "<html><head><title>بريد الجسر - محليات</title></head><body><h1>بريد الجسر</h1><div>"
        f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>",
    )
    assert (article.title, article.origin.outlet) == (TITLE, "بريد الجسر")


def test_text_nested_by_tags_that_are_never_closed_is_not_lost(read_one) -> None:
    markup = page().replace("<p>", "<div><b>" * 150 + "<p>")
    body = read_one("p.html", markup).body
    for text in (PARAGRAPH, SECOND, THIRD):
        assert text in body


DATED_CARD = """<div class="inside"><a href="/n">انطلاق معرض الزهور في الموصل</a><div class="when">الجمعة 13 أيلول 2024,
12:21 GMT</div></div>"""


TWEET = """<blockquote class="twitter-tweet"><p>الأعمال تسير وفق الخطة الموضوعة منذ الصيف pic.twitter.com/a</p>
— أمانة بغداد (@amanat) <a href="/t">September 3, 2024</a></blockquote>"""


ACTED = "".join(
    f'<div class="g" onclick="go({n})"><div>مهرجان الكتاب يفتح أبوابه في دورته {n}</div>'
    f"<div>قال منظمو المهرجان إن دور النشر المشاركة تجاوزت المئة هذا العام لأول مرة منذ عقد.</div></div>"
    for n in range(3)
)


@pytest.mark.parametrize("middle", [DATED_CARD, TWEET, ACTED])
def test_cards_and_messages_among_the_paragraphs_are_no_text_and_date_nothing(
    read_one, middle
) -> None:
    article = read_one("p.html", page(middle=middle))
    assert article.body.split("\n") == [PARAGRAPH, SECOND, THIRD]
    published = article.publication
    assert published.published_from is None or published.published_from != published.published_to


def test_what_a_site_says_beyond_its_links_is_no_text(read_one) -> None:
    message = "المحتوى الذي تحاولون الوصول إليه غير موجود أو لم يعد متوفراً."
    assert read_one("p.html", page(foot=f"<div><p>{message}</p></div>")).body.endswith(THIRD)


def test_the_end_of_a_text_whose_markup_is_broken_is_kept(read_one) -> None:
    markup = page().replace(f"<p>{THIRD}</p></div>", f"</div><p>{THIRD}</p>")
    assert read_one("p.html", markup).body.split("\n") == [PARAGRAPH, SECOND, THIRD]


def test_paragraphs_set_as_headings_are_text(read_one) -> None:
    markup = page()
    for text in (PARAGRAPH, SECOND, THIRD):
        markup = markup.replace(f"<p>{text}</p>", f"<h4>{text}</h4>")
    assert read_one("p.html", markup).body.split("\n") == [PARAGRAPH, SECOND, THIRD]


def test_the_next_article_of_a_page_that_scrolls_on_is_anothers(read_one) -> None:
    more = f"""<div class="next"><h2 class="t">افتتاح مدرسة في الحلة</h2><div>12 أيلول 2024</div>
<div class="body"><p>{"افتتحت المديرية مدرسة جديدة تتسع لستمئة تلميذ في حي نادر. " * 3}</p></div></div>"""
    markup = page(beside="<div>15 أيلول 2024</div>").replace("<h1>", '<h1 class="t">')
    article = read_one("p.html", markup.replace("</article>", f"</article>{more}"))
    assert article.body.split("\n") == [PARAGRAPH, SECOND, THIRD]
    assert article.publication.published_from == date(2024, 9, 15)


def test_a_caption_in_a_span_is_no_text_and_its_agency_no_outlet(read_one) -> None:
    beside = '<span class="img-cap"><img>عمال يرممون جسراً قديماً على نهر دجلة وسط العاصمة بغداد (رويترز)</span>'
    article = read_one("p.html", page(beside=beside))
    assert article.body.split("\n") == [PARAGRAPH, SECOND, THIRD]
    assert article.origin.outlet_id == "alsumaria"


def test_a_count_of_readers_is_no_part_of_the_source(read_one) -> None:
    beside = '<div>المصدر: <a href="/">السومرية نيوز</a> <span>1,072 شوهد</span></div>'
    assert read_one("p.html", page(beside=beside)).origin.outlet_id == "alsumaria"
