"""Exports in markup: XML that is no feed, tables in HTML, messages; JSON that is nearly so."""

from __future__ import annotations

import base64
import json
from datetime import date

import pytest

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD
from tests.corpus.test_shapes import EXPECTED, NAMES, ROWS, TEXT, TITLE, told

RECORDS = [dict(zip(("title", "source", "date", "text"), row, strict=True)) for row in ROWS]
DOCUMENTS = [json.dumps(record, ensure_ascii=False) for record in RECORDS]


@pytest.mark.parametrize(
    "content",
    ["".join(DOCUMENTS), ",\n".join(DOCUMENTS), f"[{','.join(DOCUMENTS)},]",
     "\n".join(json.dumps(record, ensure_ascii=False, indent=1) for record in RECORDS)],
    ids=["run together", "between commas", "a comma too many", "printed over lines"],
)  # fmt: skip
def test_json_that_is_nearly_so(read, content) -> None:
    assert told(read("a.json", content)) == EXPECTED


def element(record: dict[str, str]) -> str:
    return "<a>" + "".join(f"<{name}>{value}</{name}>" for name, value in record.items()) + "</a>"


def test_xml_with_an_element_for_each_article(read) -> None:
    assert told(read("a.xml", f"<list>{''.join(map(element, RECORDS))}</list>")) == EXPECTED


@pytest.mark.parametrize(
    "markup",
    [
        '<doc sitename="شفق نيوز" title="{T}" date="2025-03-04" excerpt="…"><main><p>{A}</p><p>{B}</p></main></doc>',
        '<nitf><head><title>{T}</title><docdata><date.issue norm="20250304"/></docdata></head><body><body.head>'
        "<byline>علي</byline></body.head><body.content><p>{A}</p><p>{B}</p></body.content></body></nitf>",
    ],
    ids=["attributes", "nitf"],
)
def test_xml_that_is_one_article(read_one, markup) -> None:
    filled = markup.replace("{T}", TITLE).replace("{A}", PARAGRAPH).replace("{B}", SECOND)
    article = read_one("a.xml", filled)
    assert (article.title, article.body) == (TITLE, TEXT)
    assert article.publication.published_from == date(2025, 3, 4)


def test_a_sitemap_gives_titles(read_one) -> None:
    url = (
        "<url><loc>https://shafaq.com/ar/x</loc><n:news><n:publication><n:name>شفق نيوز</n:name></n:publication>"
        f"<n:publication_date>2025-03-04</n:publication_date><n:title>{TITLE}</n:title></n:news></url>"
    )
    article = read_one("a.xml", f'<urlset xmlns:n="http://n.example/">{url}</urlset>')
    assert (article.text_kind, article.origin.outlet_id) == ("excerpt", "shafaq")
    assert article.publication.published_from == date(2025, 3, 4)


def test_a_prefix_that_nothing_declares(read) -> None:
    rows = "".join(map(element, RECORDS)).replace("<a>", "<x:a>").replace("</a>", "</x:a>")
    assert told(read("a.xml", f"<list>{rows}</list>")) == EXPECTED


def test_xml_of_something_else_is_refused(read) -> None:
    articles, problems = read("a.xml", f"<menu><dish><price>5</price><p>{THIRD}</p></dish></menu>")
    assert not articles
    assert [problem.problem for problem in problems] == ["unreadable"]


@pytest.mark.parametrize("name", ["a.html", "a.xls"])
def test_a_table_of_articles_in_html(read, name) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [NAMES, *ROWS]
    )
    assert told(read(name, f"<html><table border=1>{rows}</table></html>")) == EXPECTED


def test_a_saved_message(read_one) -> None:
    subject = base64.b64encode(TITLE.encode()).decode()
    body = base64.encodebytes(TEXT.encode()).decode()
    article = read_one(
        "a.eml",
        f"Subject: =?utf-8?b?{subject}?=\nDate: Tue, 4 Mar 2025 09:20:00 +0300\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}",
    )
    assert (article.title, article.body) == (TITLE, TEXT)
    assert article.publication.published_from is None
    assert article.publication.collected_at is not None


def test_what_wordpress_exports(read_one) -> None:
    items = (
        f"<item><title>{TITLE}</title><content:encoded><![CDATA[<p>{PARAGRAPH}</p>[caption id='1']<img> صورة[/caption]"
        f"<p>{SECOND}</p>]]></content:encoded><wp:post_type>post</wp:post_type></item>"
        "<item><title>شعار</title><wp:post_type>attachment</wp:post_type></item>"
    )
    names = 'xmlns:content="http://c.example/" xmlns:wp="http://w.example/"'
    article = read_one("a.xml", f"<rss {names}><channel><title>ضفاف</title>{items}</channel></rss>")
    assert article.body.split() == TEXT.split()


def test_a_first_paragraph_held_apart_and_signs_written_as_names(read_one) -> None:
    head = "Headline,Lead Paragraph,Body,Publication Date,Publication Name"
    row = f'"{TITLE} &quot;صور&quot;","{PARAGRAPH}","{SECOND}&nbsp;","4 March 2025",Asharq Al-Awsat'
    article = read_one("a.csv", f"{head}\n{row}\n")
    assert article.title == f'{TITLE} "صور"'
    assert article.body.strip() == TEXT
    assert article.origin.outlet_id == "aawsat"
