"""Odd exports: tables in other clothes, JSON in other shapes, front matter of other kinds."""

from __future__ import annotations

import io
import json
from datetime import date, datetime

import pytest

from rasid.corpus import Article
from rasid.corpus.readers.shapes import records_of
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

TEXT = f"{PARAGRAPH}\n{SECOND}"
TITLE, OTHER = "صيانة الجسر القديم تبدأ بعد العيد", "مجلس المدينة يناقش موازنة الطرق"
NAMES = ["العنوان", "المصدر", "التاريخ", "النص"]
ROWS = [[TITLE, "شفق نيوز", "2025-03-04", TEXT], [OTHER, "المدى", "2025-03-05", THIRD]]


def told(found: tuple[list[Article], object]) -> list[tuple[str, str, date | None, str]]:
    """Return title, outlet, day and the text's first words of the articles read."""
    return [(a.title, a.origin.outlet, a.publication.published_from, a.body[:20]) for a in found[0]]


EXPECTED = [
    (TITLE, "شفق نيوز", date(2025, 3, 4), TEXT[:20]),
    (OTHER, "المدى", date(2025, 3, 5), THIRD[:20]),
]


@pytest.mark.parametrize(
    "value",
    [
        [dict(zip(NAMES, row, strict=True)) for row in ROWS],
        {"columns": NAMES, "index": [0, 1], "data": ROWS},
        {name: {str(n): row[at] for n, row in enumerate(ROWS)} for at, name in enumerate(NAMES)},
        {f"a{n}": dict(zip(NAMES, row, strict=True)) for n, row in enumerate(ROWS)},
        {"status": "ok", "articles": [dict(zip(NAMES, row, strict=True)) for row in ROWS]},
        [
            {"العنوان": row[0], "المصدر": {"id": None, "name": row[1]}, "النص": row[3].split("\n"),
             "التاريخ": {"$date": f"{row[2]}T06:20:00Z"}}
            for row in ROWS
        ],
    ],
    ids=["list", "split", "by column", "by name", "envelope", "objects"],
)  # fmt: skip
def test_json_in_the_shapes_programs_write_tables(read, value) -> None:
    assert told(read("a.json", json.dumps(value, ensure_ascii=False).encode())) == EXPECTED


def test_an_object_for_each_address_tells_the_address(read) -> None:
    value = {
        f"https://news.example/{n}": {"title": row[0], "text": row[3]} for n, row in enumerate(ROWS)
    }
    articles, _ = read("a.json", json.dumps(value))
    assert [a.url for a in articles] == ["https://news.example/0", "https://news.example/1"]


def test_an_article_with_an_object_in_it_is_one_record() -> None:
    record = {"title": TITLE, "text": TEXT, "source": {"name": "شفق نيوز"}}
    assert records_of(record) == [record]
    assert records_of({"source": {"name": "شفق نيوز"}}) == [{"source": {"name": "شفق نيوز"}}]


def test_a_table_saved_as_text(read, read_one) -> None:
    lines = ["\t".join(NAMES), *("\t".join(row).replace("\n", " ") for row in ROWS)]
    assert told(read("a.txt", "\n".join(lines).encode())) == EXPECTED
    told_in_prose = f"الأخبار، المصدر والتاريخ\n\n{TEXT}\n{THIRD}"
    assert read_one("b.txt", told_in_prose).body.startswith(PARAGRAPH[:20])


def test_a_workbook_with_a_name_above_a_group_of_columns(read) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "تقرير الرصد"
    for place, name in (("A3", "ت"), ("B3", "بيانات الخبر"), ("E3", "النص الكامل")):
        sheet[place] = name
    for place, name in (("B4", "العنوان"), ("C4", "الوسيلة"), ("D4", "تاريخ النشر")):
        sheet[place] = name
    for number, row in enumerate(ROWS, 1):
        sheet.append([number, row[0], row[1], datetime.fromisoformat(row[2]), row[3]])
    stream = io.BytesIO()
    book.save(stream)
    found = read("a.xlsx", stream.getvalue())
    assert told(found) == EXPECTED
    assert {a.publication.precision for a in found[0]} == {"day"}


def test_a_word_file_with_a_row_for_each_article(read) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("الملف الصحفي", 0)
    table = document.add_table(rows=0, cols=4)
    for row in [NAMES, *ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    assert told(read("a.docx", stream.getvalue())) == EXPECTED


def test_lists_and_objects_in_parquet(read) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "headline": [row[0] for row in ROWS],
            "content": [row[3].split("\n") for row in ROWS],
            "source": [{"id": "x", "name": row[1]} for row in ROWS],
            "published": [datetime.fromisoformat(row[2]) for row in ROWS],
        }
    )
    stream = io.BytesIO()
    pq.write_table(table, stream)
    found = read("a.parquet", stream.getvalue())
    assert told(found) == EXPECTED
    assert found[0][0].body == TEXT


def test_front_matter_of_toml(read_one) -> None:
    front = f'+++\ntitle = "{TITLE}"\ndate = 2025-03-04\nsource = "شفق نيوز"\n+++\n\n'
    article = read_one("a.md", front + TEXT)
    assert (article.title, article.origin.outlet) == (TITLE, "شفق نيوز")
    assert article.body.strip() == TEXT


def test_the_words_a_feed_adds_are_cut(read_one) -> None:
    added = f'<p>The post <a href="x">{TITLE}</a> appeared first on <a>وكالة الضفاف</a>.</p>'
    feed = (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>وكالة الضفاف</title>'
        f"<item><title>{TITLE}</title><content:encoded><![CDATA[<p>{PARAGRAPH}</p><p>{SECOND}</p>{added}]]>"
        "</content:encoded></item></channel></rss>"
    )
    article = read_one("a.xml", feed)
    assert article.body.strip() == TEXT
    assert "appeared first on" in article.cuts[-1].text


def test_the_outlets_name_at_a_titles_end_is_no_title(read_one) -> None:
    record = {"title": f"{TITLE} - شفق نيوز", "content": TEXT, "url": "https://shafaq.com/ar/x"}
    assert read_one("a.json", json.dumps(record)).title == TITLE
    record["title"] = f"{TITLE} - الجزء الأول"
    assert read_one("a.json", json.dumps(record)).title == f"{TITLE} - الجزء الأول"


def test_a_message_that_opens_with_a_line_of_its_own_is_called_by_it(read_one) -> None:
    pieces = [{"type": "bold", "text": TITLE}, f"\n\n{TEXT}"]
    chat = {
        "name": "قناة",
        "messages": [
            {"id": 1, "type": "service", "date": "2025-03-01T00:00:00", "action": "create"},
            {"id": 2, "type": "message", "date": "2025-03-04T09:20:00", "text": pieces},
        ],
    }
    assert read_one("a.json", json.dumps(chat)).title == TITLE
