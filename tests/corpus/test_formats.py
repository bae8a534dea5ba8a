"""Every format becomes the same article: title, body, date, outlet, address."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from datetime import date
from email.message import EmailMessage

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rasid.corpus import files
from tests.corpus.conftest import BODY, PARAGRAPH, SECOND, THIRD

DAY = date(2024, 9, 15)
ADDRESS = "https://www.alsumaria.tv/news/local/1/x"


def _check(article, *, url: bool = True) -> None:
    assert article.title == "صيانة الجسر القديم"
    assert article.body == BODY
    assert (article.publication.published_from, article.publication.published_to) == (DAY, DAY)
    assert article.origin.outlet_id == "alsumaria"
    if url:
        assert article.url == ADDRESS


@pytest.mark.parametrize(
    "columns",
    [
        ("title", "text", "date", "source", "url"),
        ("headline", "body", "published", "media_name", "link"),
        ("العنوان", "النص", "تاريخ النشر", "المصدر", "الرابط"),
        ("Title", "Content", "Published At", "Outlet", "URL"),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "tsv", "semicolon"])
def test_delimited_tables_by_their_usual_columns(read_one, columns, kind) -> None:
    delimiter = {"csv": ",", "tsv": "\t", "semicolon": ";"}[kind]
    row = ("صيانة الجسر القديم", BODY, "2024-09-15", "السومرية نيوز", ADDRESS)
    text = delimiter.join(columns) + "\n" + delimiter.join(f'"{cell}"' for cell in row) + "\n"
    article = read_one("export.tsv" if kind == "tsv" else "export.csv", text)
    _check(article)
    assert article.source_file == f"export.{'tsv' if kind == 'tsv' else 'csv'}#1"


def test_columns_named_by_hand(read_one) -> None:
    text = f'a,b,c,d\n"صيانة الجسر القديم","{BODY}","15/9/2024","السومرية"\n'
    mapping = {"title": "a", "body": "b", "date": "c", "outlet": "d"}
    _check(read_one("x.csv", text, mapping=mapping), url=False)


def test_json_object_list_wrapped_list_and_lines(read) -> None:
    record = {
        "title": "صيانة الجسر القديم", "content": BODY, "publishedAt": "2024-09-15T08:00:00Z",
        "source": {"id": None, "name": "السومرية نيوز"}, "url": ADDRESS,
    }  # fmt: skip
    for name, text in (
        ("one.json", json.dumps(record)),
        ("list.json", json.dumps([record])),
        ("newsapi.json", json.dumps({"status": "ok", "totalResults": 1, "articles": [record]})),
        ("hits.json", json.dumps({"hits": {"hits": [{"_source": record}]}})),
        ("lines.jsonl", json.dumps(record) + "\n\n"),
    ):
        articles, problems = read(name, text)
        assert [p.problem for p in problems] == [], name
        _check(articles[0])


def test_a_shortened_newsapi_text_is_an_excerpt_without_its_counter(read_one) -> None:
    article = read_one("n.json", json.dumps({"title": "ت", "content": PARAGRAPH + " [+812 chars]"}))
    assert article.text_kind == "excerpt"
    assert "chars" not in article.body


def test_media_cloud_export(read_one) -> None:
    text = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url,text\n"
        f'9,2026-01-02 10:00:00,ar,alsumaria.tv,alsumaria.tv,2024-09-15,صيانة الجسر القديم,{ADDRESS},"{BODY}"\n'
    )
    article = read_one("mc.csv", text)
    _check(article)
    assert article.publication.collected_at is not None
    assert article.publication.collected_at.date() == date(2026, 1, 2)


def test_workbook_parquet_and_docx(read_one) -> None:
    row = ["صيانة الجسر القديم", BODY, "2024-09-15", "السومرية نيوز", ADDRESS]
    book = openpyxl.Workbook()
    book.active.append(["ملاحظات"])
    sheet = book.create_sheet("أخبار")
    sheet.append(["عنوان", "نص", "تاريخ", "مصدر", "رابط"])
    sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    _check(read_one("b.xlsx", stream.getvalue()))

    columns = dict(zip(["title", "text", "date", "outlet", "url"], [[c] for c in row], strict=True))
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    _check(read_one("b.parquet", stream.getvalue()))

    document = docx.Document()
    for line in (
        "صيانة الجسر القديم",
        "السومرية نيوز / بغداد",
        "15 أيلول 2024",
        PARAGRAPH,
        SECOND,
        THIRD,
    ):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    _check(read_one("b.docx", stream.getvalue()), url=False)


def test_feeds(read_one) -> None:
    rss = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>السومرية نيوز</title>
      <item><title>صيانة الجسر القديم</title><link>{ADDRESS}</link>
      <pubDate>Sun, 15 Sep 2024 09:00:00 +0300</pubDate>
      <content:encoded><![CDATA[<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p>]]></content:encoded>
      </item></channel></rss>"""
    _check(read_one("feed.xml", rss))
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>السومرية نيوز</title><entry>
      <title>صيانة الجسر القديم</title><link href="{ADDRESS}"/><published>2024-09-15T06:00:00Z</published>
      <summary>{PARAGRAPH}</summary></entry></feed>"""
    article = read_one("feed.atom", atom)
    assert article.text_kind == "excerpt"
    assert article.publication.published_from == DAY


def test_front_matter(read_one) -> None:
    text = (
        "---\ntitle: صيانة الجسر القديم\noutlet: alsumaria\nhost: nabd\npublished: 2024-09\n"
        f"text_kind: digest\nfacts: own\nurl: {ADDRESS}\n---\n{BODY}\n"
    )
    article = read_one("a.md", text)
    assert (article.title, article.text_kind) == ("صيانة الجسر القديم", "digest")
    assert article.body.strip() == BODY
    assert article.origin.host_id == "nabd"
    assert article.publication.precision == "month"
    assert article.publication.published_to == date(2024, 9, 30)
    assert article.publication.method == "stated"
    assert article.source() == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"]
)
def test_encodings(read, encoding) -> None:
    text = f"صيانة الجسر القديم\n\n15 سبتمبر 2024\n\n{PARAGRAPH}\n\n{SECOND}\n"
    articles, problems = read("e.txt", text.encode(encoding))
    assert articles[0].body == f"{PARAGRAPH}\n\n{SECOND}"
    codes = [p.problem for p in problems]
    assert codes == ([] if encoding.startswith("utf-8") else ["encoding-detected"])


def test_zip_of_several(read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("ب/one.txt", f"عنوان أول للتجربة\n{BODY}")
        package.writestr("two.csv", f'title,text\nعنوان,"{BODY}"\n')
        package.writestr("__MACOSX/._one.txt", "junk")
    articles, problems = read("many.zip", stream.getvalue())
    assert [a.source_file for a in articles] == ["many.zip!two.csv#1", "many.zip!ب/one.txt"]
    assert problems == []


def test_mhtml(read_one) -> None:
    page = (
        f'<html><head><meta property="og:title" content="صيانة الجسر القديم">'
        f'<meta property="article:published_time" content="2024-09-15T08:00:00+03:00">'
        f'<link rel="canonical" href="{ADDRESS}"></head><body><h1>صيانة الجسر القديم</h1>'
        f"<p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>"
    )
    message = EmailMessage()
    message.set_content("see html")
    message.add_alternative(page, subtype="html")
    _check(read_one("p.mhtml", message.as_bytes()))


def _saved(**head: str) -> str:
    meta = "".join(f'<meta property="{name}" content="{value}">' for name, value in head.items())
    return (
        f'<html><head><meta property="og:title" content="صيانة الجسر القديم">{meta}'
        f'<meta property="article:published_time" content="2024-09-15T08:00:00+03:00">'
        f"</head><body><h1>صيانة الجسر القديم</h1><p>{PARAGRAPH}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>"
    )


def test_safari_web_archive(read_one, read) -> None:
    main = {
        "WebResourceData": _saved().encode("utf-8"),
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
    }
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    _check(read_one("p.webarchive", data))
    _, problems = read("q.webarchive", b"bplist00 broken")
    assert [p.problem for p in problems] == ["unreadable"]


def test_a_page_is_read_for_what_it_is_whatever_its_name(read_one) -> None:
    message = EmailMessage()
    message.set_content(_saved(**{"og:url": ADDRESS}), subtype="html")
    _check(read_one("mail.html", message.as_bytes()))
    _check(read_one("markup.mht", _saved(**{"og:url": ADDRESS})))


def test_what_a_browser_saves_beside_a_page_is_passed_over(read, tmp_path) -> None:
    folder = tmp_path / "in"
    (folder / "p_files").mkdir(parents=True)
    (folder / "other_files").mkdir()
    for name in ("p.htm", "p_files/frame.html", "p_files/code.js", "other_files/note.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    names = [path.relative_to(folder).as_posix() for path in files([folder])]
    assert names == ["other_files/note.txt", "p.htm"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a/p.html", _saved(**{"og:url": ADDRESS}))
        package.writestr("a/p_files/frame.html", f"<p>{PARAGRAPH}</p>")
        package.writestr("a/p_files/code.js", "let x = 1;")
    articles, problems = read("z.zip", stream.getvalue())
    assert [a.source_file for a in articles] == ["z.zip!a/p.html"]
    assert problems == []


def test_a_text_that_is_not_free_is_an_excerpt(read_one) -> None:
    closed = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    assert (
        read_one("p.html", _saved().replace("</head>", f"{closed}</head>")).text_kind == "excerpt"
    )
    assert read_one("q.html", _saved()).text_kind == "full"


def _days(read, dates: list[str], name: str = "t.csv") -> list[tuple[str, str]]:
    rows = "".join(f'خبر {n},"{BODY} {n}",{day}\n' for n, day in enumerate(dates))
    articles, _ = read(name, f"title,body,date\n{rows}")
    found = [article.publication for article in articles]
    return [(str(day.published_from), str(day.published_to)) for day in found]


def test_a_column_of_dates_has_one_order(read) -> None:
    """One row whose second number is no month turns the others round; one of either kind leaves them alone."""
    month_first = _days(read, ["9/5/2024", "9/18/2024", "10/5/2024 3:15:00 PM"])
    assert [day for day, _ in month_first] == ["2024-09-05", "2024-09-18", "2024-10-05"]
    day_first = _days(read, ["5/9/2024", "18/9/2024"])
    assert [day for day, _ in day_first] == ["2024-09-05", "2024-09-18"]
    assert _days(read, ["5/9/2024"]) == [("2024-05-09", "2024-09-05")]
    assert _days(read, ["05/09/2024"]) == [("2024-09-05", "2024-09-05")]
    mixed = _days(read, ["5/9/2024", "18/9/2024", "9/18/2024"])
    assert mixed[0] == ("2024-05-09", "2024-09-05")


def test_rows_before_a_fault_are_read(read) -> None:
    lines = "\n".join(f'{{"title": "خبر {n}", "body": "{PARAGRAPH} {n}"}}' for n in range(3))
    articles, problems = read("a.jsonl", f"{lines}\n[[[")
    assert len(articles) == 3
    assert [p.problem for p in problems] == ["bad-line"]
