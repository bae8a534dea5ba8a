"""What programs export, as it comes: Media Cloud, NewsAPI, monitoring reports, page clippers, feeds."""

from __future__ import annotations

import io
import json
from datetime import date, datetime

import openpyxl
import pytest

from tests.corpus.conftest import BODY, PARAGRAPH

DAY = date(2024, 9, 15)
ADDRESS = "https://www.alsumaria.tv/news/local/1/x"
TITLE = "صيانة الجسر القديم تبدأ بعد العيد"


def test_media_cloud_gives_titles_and_addresses_alone(read_one) -> None:
    article = read_one(
        "mc.csv",
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        f"9,2026-01-02 10:00:00,ar,alsumaria.tv,alsumaria.tv,2024-09-15,{TITLE},{ADDRESS}\n",
    )
    assert (article.title, article.body, article.text_kind) == (TITLE, TITLE, "excerpt")
    assert (article.publication.published_from, article.origin.outlet_id) == (DAY, "alsumaria")


def test_a_newsapi_record_without_content_is_its_description(read) -> None:
    records = [
        {"title": TITLE, "description": PARAGRAPH, "content": None, "url": ADDRESS},
        {"title": TITLE, "description": "سطر قصير عن الخبر.", "content": BODY, "url": ADDRESS},
    ]
    articles, problems = read("newsapi.json", json.dumps({"status": "ok", "articles": records}))
    assert problems == []
    assert [(a.body, a.text_kind) for a in articles] == [(PARAGRAPH, "excerpt"), (BODY, "full")]


def test_a_report_with_lines_above_its_table(read_one) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["تقرير الرصد الإعلامي"],
        [],
        ["ت", "عنوان المادة", "نص المادة", "تاريخ النشر", "اسم المصدر", "رابط المادة"],
        [1, TITLE, BODY, datetime(2024, 9, 15), "السومرية نيوز", ADDRESS],
    ):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    for name, content in (
        ("report.xlsx", stream.getvalue()),
        ("report.csv", f'تقرير الرصد\n\nالعنوان;النص;التاريخ\n{TITLE};"{BODY}";15/9/2024\n'),
    ):
        article = read_one(name, content)
        assert (article.title, article.body) == (TITLE, BODY)
        assert article.publication.published_from == DAY


def test_a_workbooks_serial_number_is_a_day(read_one) -> None:
    article = read_one("serial.csv", f'title,text,date\n{TITLE},"{BODY}",45550\n')
    assert article.publication.published_from == DAY


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_tables_in_old_encodings(read_one, encoding) -> None:
    text = f'العنوان;النص;التاريخ;المصدر\n{TITLE};"{BODY}";15/09/2024;السومرية\n'
    article = read_one("t.csv", text.encode(encoding))
    assert (article.body, article.origin.outlet_id) == (BODY, "alsumaria")


@pytest.mark.parametrize(
    ("front", "outlet"),
    [
        (f'title: "{TITLE}"\nsource: "{ADDRESS}"\npublished: 2024-09-15', "alsumaria"),
        (
            f"العنوان: {TITLE}\nالمصدر: السومرية نيوز\nالتاريخ: 15 أيلول 2024\nالرابط: {ADDRESS}",
            "alsumaria",
        ),
    ],
)
def test_front_matter_of_clippers_and_in_arabic(read_one, front, outlet) -> None:
    article = read_one("clip.md", f"---\n{front}\n---\n{BODY}\n")
    assert (article.title, article.url) == (TITLE, ADDRESS)
    assert (article.publication.published_from, article.origin.outlet_id) == (DAY, outlet)


def test_a_clipped_page_of_an_unlisted_site_is_named_by_its_domain(read_one) -> None:
    article = read_one(
        "c.md", f"---\ntitle: ت\nsource: https://www.sitex.example/n/1\n---\n{BODY}\n"
    )
    assert article.origin.outlet == "sitex.example"


def test_a_feed_is_its_domains_outlet_whatever_the_channel_is_called(read_one) -> None:
    article = read_one(
        "f.rss",
        f"<rss><channel><title>السومرية - آخر الأخبار</title><item><title>{TITLE}</title>"
        f"<link>{ADDRESS}</link><pubDate>Sun, 15 Sep 2024 09:00:00 +0300</pubDate>"
        f"<description>{PARAGRAPH}</description></item></channel></rss>",
    )
    assert (article.origin.outlet_id, article.text_kind) == ("alsumaria", "excerpt")


def test_a_page_saved_by_a_browser_as_one_file(read_one) -> None:
    article = read_one(
        "p.mhtml",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        "https://www.alsumaria.tv/news/2024-09-15/1\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"<html><body><h1>{TITLE}</h1>"
        + "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
        + "</body></html>\r\n------B--\r\n",
    )
    assert (article.body, article.origin.outlet_id) == (BODY, "alsumaria")
    assert article.publication.method == "url"
