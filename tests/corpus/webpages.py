"""A made-up page of a site, with what sites put around an article."""

from __future__ import annotations

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


def around(body: str, beside: str = "") -> str:
    return (
        f"<html><head><title>{TITLE}</title></head><body><nav><a href='/'>الرئيسية</a></nav>"
        f"<div class='wrap'><h1>{TITLE}</h1>{body}</div>{beside}</body></html>"
    )
