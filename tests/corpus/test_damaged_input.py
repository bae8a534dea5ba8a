"""Damaged and misnamed files: what can be read is, by the encoding and format it really has, and the rest is named."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.corpus.conftest import BODY, PARAGRAPH, SECOND

TITLE = "المحافظة تبدأ صيانة الجسر القديم بعد العيد"
PAGE = f"{TITLE}\n\n{BODY}\n"


def _sloppy(data: bytes) -> str:
    return data.decode("cp1252", "replace")


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda t: b"\xef\xbb\xbf" + t.encode("cp1256"), "windows-1256"),
        (lambda t: b"\xff\xfe" + t.encode(), ""),
        (lambda t: t.encode().decode("latin-1").encode(), "windows-1252 over utf-8"),
        (lambda t: _sloppy(t.encode()).encode(), "windows-1252 over utf-8"),
        (lambda t: t.encode().decode("cp1256").encode(), "windows-1256 over utf-8"),
        (lambda t: _sloppy(t.encode("cp1256")).encode(), "windows-1252 over windows-1256"),
        (lambda t: t[:150].encode() + t[150:].encode("cp1256"), "utf-8 and windows-1256"),
    ],
)
def test_a_wrong_mark_or_a_wrong_table_is_seen_through(
    read, spoil: Callable[[str], bytes], named
) -> None:
    articles, problems = read("x.txt", spoil(PAGE))
    assert articles[0].title == TITLE
    assert articles[0].body.strip() == BODY
    assert [p.detail for p in problems] == ([named] if named else [])


def test_text_with_letters_of_the_west_is_left_alone(read_one) -> None:
    body = f"{BODY}\nوكتب على لوحة الجسر: «Zażółć Ärger, Øresund, Ùn été déjà».\n"
    assert "Øresund, Ùn été déjà" in read_one("x.txt", f"{TITLE}\n\n{body}").body


def test_rows_of_two_encodings_are_read_each_in_its_own(read) -> None:
    rows = f"title,text\n{TITLE},{PARAGRAPH}\n".encode() + f"خبر آخر هنا,{SECOND}\n".encode(
        "cp1256"
    )
    articles, problems = read("x.csv", rows)
    assert [a.body for a in articles] == [PARAGRAPH, SECOND]
    assert [p.problem for p in problems] == ["encoding-detected"]


def test_a_feed_that_misstates_its_encoding(read) -> None:
    item = f"<item><title>{TITLE}</title><description>{PARAGRAPH}</description></item>"
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{item}</channel></rss>'
    articles, problems = read("x.xml", feed.encode("cp1256"))
    assert articles[0].body == PARAGRAPH
    assert [p.detail for p in problems] == ["windows-1256"]


def test_a_feed_cut_off_within_an_item_is_named(read) -> None:
    item = f"<item><title>{TITLE}</title><description>{PARAGRAPH}</description></item>"
    articles, problems = read("x.xml", f"<rss><channel>{item}{item[:-60]}")
    assert len(articles) == 2
    assert [p.problem for p in problems] == ["bad-line"]
    assert "#2" in problems[0].detail


def test_a_damaged_group_of_rows_leaves_the_others(read) -> None:
    stream = io.BytesIO()
    rows = [f"{PARAGRAPH} {n}" for n in range(900)]
    pq.write_table(pa.table({"title": rows, "text": rows}), stream, row_group_size=300)
    data = bytearray(stream.getvalue())
    group = pq.ParquetFile(stream).metadata.row_group(1).column(1)
    start = group.dictionary_page_offset or group.data_page_offset
    data[start : start + 200] = b"\xff" * 200
    articles, problems = read("x.parquet", bytes(data))
    assert len(articles) == 600
    assert [p.problem for p in problems] == ["bad-line"]
    assert problems[0].detail.startswith("rows 301-600")


def test_a_name_that_stands_twice_in_an_object_is_named(read) -> None:
    row = f'{{"title": "{TITLE}", "text": "{PARAGRAPH}", "title": "عنوان أخير للمقال"}}'
    for name, text in (("x.json", row), ("x.jsonl", f"{row}\n")):
        articles, problems = read(name, text)
        assert [a.title for a in articles] == ["عنوان أخير للمقال"]
        assert [p.problem for p in problems] == ["bad-line"]
        assert TITLE[:20] in problems[0].detail


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.txt", json.dumps([{"title": TITLE, "text": BODY}], ensure_ascii=False)),
        ("x.html", json.dumps({"title": TITLE, "text": BODY})),
        ("x.json", f"take({json.dumps([{'title': TITLE, 'text': BODY}])});"),
        ("x.jsonl", json.dumps({"title": TITLE, "text": BODY}, indent=1)),
        ("x.csv", f"<html><body><h1>{TITLE}</h1><p>" + BODY.replace("\n", "</p><p>") + "</p>"),
        (
            "x.html",
            f"<?xml version='1.0'?><rss><channel><item><title>{TITLE}</title><description>{BODY}</description>"
            "</item></channel></rss>",
        ),
    ],
)
def test_what_programs_write_is_read_under_any_name(read, name, text) -> None:
    articles, problems = read(name, text)
    assert [(a.title, a.body.strip()) for a in articles] == [(TITLE, BODY)]
    assert not problems


@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x.jsonl"])
def test_packed_data_called_a_table_are_no_table(read, name) -> None:
    articles, problems = read(name, gzip.compress(f"title,text\n{TITLE},{BODY}\n".encode()))
    assert not articles
    assert [(p.problem, p.detail) for p in problems] == [("unsupported-archive", "gzip")]


def test_a_page_that_a_script_draws_is_named(read) -> None:
    page = (
        f'<html><head><title>{TITLE}</title></head><body><div id="root"></div><script>a()</script>'
    )
    articles, problems = read("x.html", page)
    assert not articles
    assert [p.problem for p in problems] == ["page-without-article"]


def test_a_script_within_a_heading_is_no_title(read_one) -> None:
    heading = f"{TITLE}<script>say('كلام دخيل')</script><style>h1 {{}}</style>"
    text = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    page = (
        f"<html><head><title>{TITLE}<script>x</script></title></head><body><h1>{heading}</h1>{text}"
    )
    article = read_one("x.html", page)
    assert article.title == TITLE
    assert "<" not in article.origin.outlet


def test_the_records_before_a_fault_in_a_list_are_read(read) -> None:
    whole = json.dumps({"title": TITLE, "text": BODY}, ensure_ascii=False)
    for text in (f"[{whole}, {whole[:60]}", f'{{"articles": [{whole}, {whole}, x'):
        articles, problems = read("x.json", text)
        assert {a.title for a in articles} == {TITLE}
        assert [p.problem for p in problems] == ["bad-line"]
        assert problems[0].detail.startswith(f"after record {len(articles)}")


def test_a_list_of_feeds_is_no_article(read) -> None:
    feeds = f'<opml version="1.0"><body><outline text="{TITLE}" xmlUrl="https://x.example/"/></body></opml>'
    articles, problems = read("x.opml", feeds)
    assert not articles
    assert [p.problem for p in problems] == ["unreadable"]


def test_a_title_in_markdown_bears_no_sign(read_one) -> None:
    assert read_one("x.md", f"# {TITLE}\n\n{BODY}\n").title == TITLE
