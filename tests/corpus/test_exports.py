"""What programs export, as it comes: Media Cloud, NewsAPI, monitoring reports, page clippers, feeds."""

from __future__ import annotations

import io
import json
from datetime import date, datetime

import openpyxl
import pytest

from tests.corpus.conftest import BODY, PARAGRAPH, SECOND

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


MOMENT = 1_726_387_200  # 2024-09-15 08:00 UTC
READER = {
    "title": TITLE,
    "published": MOMENT * 1000,
    "crawled": (MOMENT + 86_400) * 1000,
    "origin": {
        "title": "السومرية نيوز",
        "streamId": "feed/x",
        "htmlUrl": "https://www.alsumaria.tv",
    },
    "summary": {"content": f"<p>{PARAGRAPH}</p>"},
    "content": {"content": f"<p>{PARAGRAPH}</p><p>{SECOND}</p>", "direction": "rtl"},
    "alternate": [{"href": ADDRESS, "type": "text/html"}],
}
TOOLS: list[tuple[str, object]] = [
    ("feedly.json", {"id": "user/1", "items": [READER]}),
    ("talkwalker.json", {"result_content": {"data": [{"data": {
        "url": ADDRESS, "indexed": 1_826_387_200_000, "published": MOMENT * 1000, "title": TITLE,
        "content": f"{PARAGRAPH}\n{SECOND}", "extra_source_attributes": {"name": "السومرية نيوز"}}}]}}),
    ("wordpress.json", [{"date": "2024-09-15T10:00:00", "modified": "2024-10-01T10:00:00", "link": ADDRESS,
        "title": {"rendered": TITLE}, "content": {"rendered": f"<p>{PARAGRAPH}</p>\n<p>{SECOND}</p>"}}]),
    ("telegram.json", {"name": "السومرية نيوز", "messages": [
        {"id": 1, "type": "service", "date": "2024-09-14T10:00:00", "text": ""},
        {"id": 2, "type": "message", "date": "2024-09-15T10:00:00", "from": "السومرية نيوز",
         "text": [{"type": "bold", "text": TITLE}, f"\n\n{PARAGRAPH}\n\n{SECOND}"]}]}),
    ("csl.json", [{"title": TITLE, "container-title": "السومرية نيوز", "URL": ADDRESS,
        "abstract": f"{PARAGRAPH}\n{SECOND}", "issued": {"date-parts": [["2024", 9, 15]]}}]),
    ("scraper.jsonl", {"headline": TITLE, "body_html": f"<p>{PARAGRAPH}</p><p>{SECOND}</p>",
        "publish": "15/09/2024", "source": ADDRESS, "crawl_time": "2024-10-01T00:00:00"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), TOOLS, ids=[name for name, _ in TOOLS])
def test_what_tools_nest_is_found(read_one, name, content) -> None:
    article = read_one(name, json.dumps(content, ensure_ascii=False))
    assert PARAGRAPH in article.body
    assert SECOND in article.body
    assert "<" not in article.body
    assert article.publication.published_from == DAY
    assert article.origin.outlet_id == "alsumaria"


COLUMNS = {
    "meltwater.csv": ["14-Sep-2024 10:20AM", TITLE, ADDRESS, PARAGRAPH, SECOND, "Alsumaria"],
    "zotero.csv": ["2024-09-14", TITLE, ADDRESS, PARAGRAPH, "", "السومرية نيوز"],
}
NAMES = {
    "meltwater.csv": ["Date", "Headline", "URL", "Opening Text", "Hit Sentence", "Source"],
    "zotero.csv": ["Date", "Title", "Url", "Abstract Note", "Notes", "Publication Title"],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_monitoring_tables_give_the_opening_as_an_excerpt(read_one, name) -> None:
    rows = "\t".join(NAMES[name]) + "\r\n" + "\t".join(COLUMNS[name]) + "\r\n"
    article = read_one(name, b"\xff\xfe" + rows.encode("utf-16-le"))
    assert (article.title, article.body, article.text_kind) == (TITLE, PARAGRAPH, "excerpt")
    assert article.publication.published_from == date(2024, 9, 14)
    assert (article.origin.outlet_id, article.url) == ("alsumaria", ADDRESS)


def test_an_alert_leads_to_its_page_and_is_no_outlet(read_one) -> None:
    article = read_one(
        "alerts.xml",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>تنبيه Google - الجسر</title><entry>'
        "<title type='html'>صيانة &lt;b&gt;الجسر&lt;/b&gt; القديم</title><link href='https://www.google.com/url?"
        f"rct=j&amp;sa=t&amp;url={ADDRESS}&amp;ct=ga'/><published>2024-09-15T10:00:00Z</published>"
        f"<content type='html'>{PARAGRAPH} &lt;b&gt;...&lt;/b&gt;</content></entry></feed>",
    )
    assert (article.url, article.origin.outlet_id) == (ADDRESS, "alsumaria")
    assert (article.text_kind, article.title) == ("excerpt", "صيانة الجسر القديم")


def test_an_empty_column_gives_way_to_the_next_of_its_kind(read_one) -> None:
    article = read_one(
        "t.csv", f'date,media,channel,message\n2024-09-15,,السومرية نيوز,"{PARAGRAPH}"\n'
    )
    assert article.origin.outlet_id == "alsumaria"
