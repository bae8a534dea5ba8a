"""Web pages whose text waits in a script or an attribute, and frames that say little of themselves."""

from __future__ import annotations

import html
import json
from datetime import date

import pytest

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD
from tests.corpus.webpages import TITLE, around, page

TEXT = f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>"
OTHER = "تستعد البلدية لإطلاق حملة تشجير في جانبي المدينة مع بداية الموسم المقبل وفق بيان لها."


def _inertia() -> str:
    said = {"title": TITLE, "published_at": "2024-09-15", "content": TEXT}
    state = {"component": "News/Show", "props": {"article": said, "more": [{"content": OTHER * 9}]}}
    return f'<div id="app" data-page="{html.escape(json.dumps(state))}"></div>'


def _vue() -> str:
    said = {"headline": TITLE, "publish_date": "2024-09-15 08:00:00", "body": TEXT}
    return f"<news-page :article='{html.escape(json.dumps(said, ensure_ascii=False))}'></news-page>"


def _single_quotes() -> str:
    text = TEXT.replace("<p>", '<p class="a">')
    said = f"{{title: '{TITLE}', publishDate: '2024-09-15', views: 3, content: '{text}'}}"
    return f"<div id='app'></div><script>var article = {said};</script>"


def _named_within() -> str:
    said = {
        "headlines": {"basic": TITLE},
        "display_date": "2024-09-15T08:00:00Z",
        "content_elements": [
            {"type": "text", "content": text} for text in (PARAGRAPH, SECOND, THIRD)
        ],
    }
    state = json.dumps(said, ensure_ascii=False)
    return f"<div id='app'></div><script>Site.globalContent={state};Site.x=1;</script>"


def _tree(node: str, inner: str, leaf: str) -> str:
    """Return the state of a page whose editor keeps its text as a tree."""
    words = [text.split(" ", 1) for text in (PARAGRAPH, SECOND, THIRD)]
    body = [
        {"type": node, inner: [{leaf: f"{first} ", "bold": True}, {"type": "link", "url": "/x", inner: [{leaf: rest}]}]}
        for first, rest in words
    ]  # fmt: skip
    said = {"title": TITLE, "createdAt": "2024-09-15T08:00:00Z", "body": {"root": {inner: body}}}
    state = json.dumps({"post": said}, ensure_ascii=False)
    return f'<div id="app"></div><script type="application/json">{state}</script>'


TREES = [_tree("p", "children", "text"), _tree("paragraph", "content", "value")]


@pytest.mark.parametrize("state", [*TREES, _inertia(), _vue(), _single_quotes(), _named_within()])
def test_the_text_that_a_script_would_draw(read_one, state) -> None:
    head = f'<meta charset="utf-8"><meta property="og:title" content="{TITLE}">'
    article = read_one("p.html", f"<html><head>{head}</head><body>{state}</body></html>")
    assert article.body.split() == f"{PARAGRAPH} {SECOND} {THIRD}".split()
    assert article.publication.published_from == date(2024, 9, 15)


def test_news_of_one_sentence_beside_teasers_of_others(read_one) -> None:
    sentence = "أعلنت البلدية، الأحد، فتح الجسر القديم أمام السير بعد انتهاء أعمال الصيانة."
    teasers = "".join(
        f"<div class='it'><a href='/{n}'><h4>حملة تشجير</h4></a><p>{OTHER}</p></div>"
        for n in range(4)
    )
    body = f"<div class='side'>{teasers}</div><h1>{TITLE}</h1><div class='txt'>{sentence}</div>"
    markup = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    assert read_one("p.html", markup).body == sentence


def test_points_that_a_machine_has_made_are_no_text(read_one) -> None:
    points = (
        "<div class='short'><button>ملخص بالذكاء الاصطناعي</button><div><ul>"
        "<li>الصيانة تبدأ في الأسبوع الأول بعد العيد</li>"
        "<li>السير يحول إلى الجسر المجاور طوال الليل</li></ul></div></div>"
    )
    assert "الأسبوع الأول" not in read_one("p.html", page(beside=points)).body


def test_a_heading_of_the_text_below_a_table_of_contents_stays(read_one) -> None:
    contents = (
        "<div id='toc'><p>محتويات المقال</p><nav><ul><li><a href='#1'>موعد العمل</a></li>"
        "<li><a href='#2'>طريق بديل للسيارات</a></li></ul></nav></div><h3>موعد العمل</h3>"
    )
    body = read_one("p.html", page(middle=contents)).body
    assert body.split("\n") == [PARAGRAPH, "موعد العمل", SECOND, THIRD]


def test_headlines_that_run_across_an_old_page_are_no_text(read_one) -> None:
    ran = " *** ".join(["حملة تشجير في جانبي المدينة", "معرض للكتاب يفتح أبوابه للزوار"] * 4)
    head = f"<font size=5><b>{TITLE}</b></font><p>تاريخ النشر: 15/09/2024</p>"
    lines = "<br>".join(["موقع الجسر / المدينة", PARAGRAPH, SECOND, THIRD])
    markup = (
        "<html><head><title>موقع الجسر</title></head><body><table><tr><td colspan=2>"
        f"<marquee>{ran}</marquee></td></tr><tr><td><p>{head}</p><font size=4>{lines}</font></td>"
        "<td><a href='/1'>اتصل بنا</a></td></tr></table></body></html>"
    )
    article = read_one("p.html", markup)
    assert (article.title, article.body.split()[0]) == (TITLE, PARAGRAPH.split()[0])
    assert "معرض" not in article.body


def test_a_message_of_telegram_is_its_channels(read_one) -> None:
    markup = around(
        "<a class='tgme_widget_message_owner_name'><span>سدود الوادي</span></a>"
        f"<div>{PARAGRAPH}<br>{SECOND}<br>{THIRD}</div>"
    ).replace(f"<title>{TITLE}", "<title>Telegram Widget")
    assert read_one("p.html", markup).origin.outlet == "سدود الوادي"


BROKEN = [
    "أعلنت البلدية، الأحد، أنها ستفتح الجسر القديم الذي",
    "أغلقته الصيانة أمام السيارات منذ بداية الصيف الماضي بعد أسبوعين.",
    "وقال المدير في مؤتمر صحفي إن الدعامات فحصت مرتين، وإن",
    "العمال انتهوا من صب السطح الجديد في موعده المقرر.",
    "وأضاف المدير أن الشاحنات ستمنع من العبور في",
    "الأشهر الثلاثة الأولى من تشغيل الجسر.",
    "ويطالب السكان بتحويل الجسر الحديدي المؤقت إلى ممر",
    "للمشاة يخدم ضفتي المدينة القديمة",
    "معاً.",
]


@pytest.mark.parametrize("cut", [0, 2])
def test_a_text_whose_lines_are_broken_to_a_width_is_whole(read_one, cut) -> None:
    lines = BROKEN[cut:]
    placed = "".join(
        f"<div style='top:{n}px'>{line}</div>" for n, line in enumerate([TITLE, *lines])
    )
    markup = f"<html><head><title>{TITLE}</title></head><body><div class='page'>{placed}</div></body></html>"
    assert read_one("p.html", markup).body.split("\n") == lines


def test_a_button_over_the_rest_of_the_text_is_no_text(read_one) -> None:
    rest = f"<details><summary>اقرأ التفاصيل</summary><p>{SECOND}</p><p>{THIRD}</p></details>"
    body = read_one("p.html", around(f"<p>{PARAGRAPH}</p>{rest}")).body
    assert body.split("\n") == [PARAGRAPH, SECOND, THIRD]


@pytest.mark.parametrize("shown", ["فيديو", "صور وفيديو", "تفاصيل"])
def test_what_a_headline_says_its_story_has_is_no_sites_name(read_one, shown) -> None:
    title = f"{TITLE} | {shown}"
    body = f"<h2>{title}</h2>{TEXT}"
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    article = read_one("p.html", markup)
    assert (article.title, article.origin.outlet_id) == (title, "unknown")


SENTENCE = "أعلنت البلدية، الأحد، فتح الجسر القديم أمام السير بعد انتهاء أعمال الصيانة."
SHOWN = (
    "عمال البلدية يرفعون الحواجز الحديدية عن مدخل الجسر القديم في اليوم الأخير من أعمال الصيانة."
)


@pytest.mark.parametrize(
    "picture",
    [
        f"<figure><img><figcaption>{SHOWN}</figcaption></figure>",
        f"<div class='photo-caption'>{SHOWN}</div>",
    ],
)
def test_what_a_picture_shows_over_news_of_one_sentence_is_no_text(read_one, picture) -> None:
    markup = around(f"{picture}<div class='txt'>{SENTENCE}</div>")
    assert read_one("p.html", markup).body == SENTENCE


def test_the_first_of_a_texts_headings_is_the_texts(read_one) -> None:
    headings = ["1. الفحص", "2. الصب", "3. الموعد"]
    texts = [PARAGRAPH, SECOND, THIRD]
    parts = "".join(f"<h3>{h}</h3><p>{t}</p>" for h, t in zip(headings, texts, strict=True))
    body = read_one("p.html", around(parts)).body
    assert body.split("\n") == [line for pair in zip(headings, texts, strict=True) for line in pair]
