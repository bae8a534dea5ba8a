"""Bad input is named in problems, with what to do; it never raises and never stops the rest."""

from __future__ import annotations

import io
import os
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from rasid.corpus import files, left_out, read_file, reading
from rasid.corpus.body.cuts import lay_out
from rasid.errors import MESSAGES, Problem
from tests.corpus.conftest import BODY, PARAGRAPH


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "empty-file"),
        ("a.pdf", b"%PDF-1.7 ...", "unsupported-document"),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "unsupported-document"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "unsupported-image"),
        ("old.xls", b"\xd0\xcf\x11\xe0", "unsupported-workbook"),
        ("pack.rar", b"Rar!\x1a", "unsupported-archive"),
        ("really.txt", b"%PDF-1.4 hidden", "unsupported-document"),
        ("picture.html", b"\x89PNG\r\n\x1a\n", "unsupported-image"),
        ("random.txt", bytes(i * 37 % 256 for i in range(5000)), "unsupported-format"),
        ("english.txt", b"Nothing Arabic here at all.", "no-arabic-text"),
        ("broken.json", b'{"title": ', "bad-line"),
        ("broken.parquet", b"PAR1 not really", "unreadable"),
        ("broken.xlsx", b"PK\x03\x04 no", "unreadable"),
        ("broken.zip", b"PK\x03\x04 no", "unreadable"),
        ("broken.docx", b"PK\x03\x04 no", "unreadable"),
        ("not-a-feed.xml", "<a><b>نص</b></a>".encode(), "unreadable"),
        ("bomb.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "unreadable"),
        ("headless.csv", "قيمة,أخرى\n1,2\n".encode(), "no-text-column"),
        ("none.csv", b"title,text\n", "no-articles"),
    ],
)
def test_each_is_named(read, name, content, problem) -> None:
    articles, problems = read(name, content)
    assert articles == []
    assert problem in [p.problem for p in problems]
    assert all(p.problem in MESSAGES for p in problems)


def test_a_missing_file_is_a_problem(tmp_path: Path, register) -> None:
    assert list(read_file(tmp_path / "no.txt", register=register)) == [
        Problem("no.txt", "no-such-source")
    ]


def test_a_huge_page_is_refused_by_size(tmp_path: Path, register) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    (problem,) = read_file(path, register=register)
    assert problem.problem == "too-large"
    assert "200 MB" in problem.detail


def test_one_bad_line_leaves_the_others(read) -> None:
    articles, problems = read(
        "x.jsonl", f'{{"text": "{PARAGRAPH}"}}\nnot json\n{{"text": "{PARAGRAPH}"}}\n'
    )
    assert len(articles) == 2
    assert [p.problem for p in problems] == ["bad-line"]
    assert len({a.article_id for a in articles}) == 2  # equal rows keep ids of their own


def test_a_record_that_is_no_article_leaves_the_others(read) -> None:
    row = f'{{"title": "ت", "text": "{PARAGRAPH}"}}'
    articles, problems = read("x.json", f'[{row}, null, {{"id": 5}}, {row}]')
    assert [a.source_file for a in articles] == ["x.json#1", "x.json#4"]
    assert [p.problem for p in problems] == ["bad-line", "bad-line"]
    articles, problems = read("x.jsonl", f'{{"id": 5}}\n{row}\n')
    assert len(articles) == len(problems) == 1
    assert [p.problem for p in read("none.jsonl", '{"id": 5}\n{"id": 6}\n')[1]] == [
        "no-text-column"
    ]


def test_a_cell_beyond_the_columns_is_the_texts_or_named(read) -> None:
    first, second = PARAGRAPH[:40], PARAGRAPH[40:]
    articles, problems = read("t.csv", f"title,text\nت,{first},{second}\n")
    assert articles[0].body == f"{first},{second}"
    assert not problems
    articles, problems = read("u.csv", f"text,title\n{first},{second},ت\n")
    assert len(articles) == 1
    assert [p.problem for p in problems] == ["bad-line"]


def test_every_sheet_with_articles_is_read(read) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in {
        "آب": [["title", "text"], ["أول", PARAGRAPH]],
        "مجاميع": [["شهر", "عدد"], ["آب", 1]],
        "أيلول": [["title", "text"], ["ثان", PARAGRAPH], ["ثالث", PARAGRAPH]],
    }.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    articles, problems = read("b.xlsx", stream.getvalue())
    assert [a.source_file for a in articles] == ["b.xlsx#1", "b.xlsx!أيلول#1", "b.xlsx!أيلول#2"]
    assert not problems


def test_a_damaged_member_of_an_archive_leaves_the_others(read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.txt", f"عنوان للتجربة هنا\n{BODY}")
        package.writestr("b.txt", f"عنوان للتجربة هنا\n{BODY}")
    data = bytearray(stream.getvalue())
    for at in range(45, 90):  # within the packed bytes of the first
        data[at] ^= 0xFF
    articles, problems = read("z.zip", bytes(data))
    assert [a.source_file for a in articles] == ["z.zip!b.txt"]
    assert [(p.source_file, p.problem) for p in problems] == [("z.zip!a.txt", "unreadable")]


def test_nul_bytes_scripts_and_lying_names(read_one) -> None:
    article = read_one(
        "n.txt", f"<script>alert(1)</script> عنوان فيه وسم غريب\n\n{PARAGRAPH}\x00\n".encode()
    )
    assert "\x00" not in article.body
    assert article.body == PARAGRAPH
    page = f"<!doctype html><html><body><p>{PARAGRAPH}</p><script>var x</script></body></html>"
    assert read_one("really-html.txt", page).body == PARAGRAPH
    assert read_one("really-text.html", f"عنوان الصفحة التجريبية\n\n{PARAGRAPH}").body == PARAGRAPH


@pytest.mark.parametrize("day", ["9999-01-01", "2027-05-01", "1960-01-01"])
def test_impossible_days_are_refused_with_a_reason(read, day) -> None:
    articles, problems = read("d.csv", f'title,text,date\nت,"{PARAGRAPH}",{day}\n')
    assert articles[0].publication.published_from is None
    assert [p.problem for p in problems] == ["date-refused"]
    assert day in problems[0].detail


@pytest.mark.parametrize(
    ("name", "source", "stated"),
    [
        ("a.csv", f'title,text,date\nت,"{PARAGRAPH}",31/12/9999\n', "31/12/9999"),
        ("b.csv", f'title,text,date\nت,"{PARAGRAPH}",45-13-2024\n', "45-13-2024"),
        ("c.txt", f"عنوان الخبر الطويل هنا\nتاريخ النشر: ١٢/٠٥/٩٩٩٩\n{PARAGRAPH}", "٩٩٩٩"),
        ("d.txt", f"عنوان الخبر الطويل هنا\nالأحد 12 أيار 0025\n{PARAGRAPH}", "12 أيار 0025"),
        (
            "e.html",
            '<html><head><meta property="article:published_time" content="0000-00-00"></head>'
            f"<body><article><h1>عنوان الخبر الطويل هنا</h1><p>{PARAGRAPH}</p></article></body></html>",
            "0000-00-00",
        ),
    ],
)
def test_a_date_that_no_page_can_have_is_named_not_passed_over(read, name, source, stated) -> None:
    articles, problems = read(name, source)
    assert articles[0].publication.published_from is None
    assert [p.problem for p in problems] == ["date-refused"]
    assert stated in problems[0].detail


def test_a_field_without_a_date_and_a_page_dated_elsewhere_are_not_refused(read) -> None:
    assert read("f.csv", f'title,text,date\nت,"{PARAGRAPH}",غير معروف\n')[1] == []
    page = f"عنوان الخبر الطويل هنا\n12/05/9999\nتاريخ النشر: 12/05/2024\n{PARAGRAPH}"
    articles, problems = read("g.txt", page)
    assert (articles[0].publication.published_from, problems) == (date(2024, 5, 12), [])


def test_files_walks_folders_and_leaves_its_own_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.html",
        "README.md",
        "outlets.csv",
        "corrections.csv",
        ".hidden",
        "~$x.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [
        path.relative_to(tmp_path).as_posix() for path in files([tmp_path, tmp_path / "b.txt"])
    ]
    assert found == ["a/c.html", "b.txt"]
    assert files([tmp_path / "none"]) == [tmp_path / "none"]


def test_a_day_is_the_day_of_the_options(read) -> None:
    articles, _ = read(
        "d.csv", f'title,text,date\nت,"{PARAGRAPH}",2020-01-05\n', today=date(2020, 1, 1)
    )
    assert articles[0].publication.published_from is None


def test_limits_are_what_the_messages_say() -> None:
    assert reading.MAX_PAGE == 50 * 2**20


def test_many_bad_lines_are_counted_not_listed(read) -> None:
    _, problems = read("x.jsonl", "not json\n" * 500 + f'{{"text": "{PARAGRAPH}"}}\n')
    assert len(problems) == reading.MAX_BAD_LINES + 1
    assert problems[-1].detail == "480 more lines"


def test_links_out_of_the_folder_are_named_and_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "corpus"
    outside.write_text(BODY, encoding="utf-8")
    folder.mkdir()
    (folder / "own.txt").write_text(BODY, encoding="utf-8")
    (folder / "alias.txt").symlink_to(folder / "own.txt")
    (folder / "away.txt").symlink_to(outside)
    (folder / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (folder / "up").symlink_to(tmp_path)
    assert [path.name for path in files([folder])] == ["alias.txt", "own.txt"]
    assert [(p.source_file, p.problem) for p in left_out([folder])] == [
        ("away.txt", "link-outside"), ("gone.txt", "link-outside"), ("up", "link-outside"),
    ]  # fmt: skip
    assert str(outside) in left_out([folder])[0].detail


@pytest.mark.parametrize("line", ["خبر {n} عن السوق الجديد في المدينة القديمة كلها", "كلمة {n}"])
def test_the_time_a_page_takes_grows_with_its_lines(line: str) -> None:
    """A page of headlines without end once took the square of their number."""

    def seconds(count: int) -> float:
        rows = "\n".join(line.format(n=n) for n in range(count))
        source = f"عنوان الصفحة وفيه كلمات\n{rows}\n{PARAGRAPH}\n{BODY}"
        start = time.process_time()
        lay_out(source)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(4000), seconds(4000)) < 9 * min(seconds(1000), seconds(1000))


def test_half_a_character_is_replaced(read_one) -> None:
    """JSON may hold one half of a pair; a column of text cannot."""
    record = f'{{"title": "عنوان \\ud83d", "body": "{PARAGRAPH} \\udc00 تمت \\ud83d\\ude00"}}'
    article = read_one("a.json", record)
    article.body.encode()
    assert article.title == "عنوان \ufffd"
    assert article.body.endswith("\ufffd تمت \U0001f600")


def test_a_name_that_is_no_text_is_written_down(tmp_path: Path, register) -> None:
    """An archive unpacked with another code page leaves names that are no UTF-8."""
    path = tmp_path / os.fsdecode(b"\xc8\xdb.txt")
    path.write_text(BODY, encoding="utf-8")
    (tmp_path / os.fsdecode(b"\xe1.txt")).symlink_to("/etc/hosts")
    (article,) = read_file(path, register=register)
    assert article.source_file == r"\xc8\xdb.txt"
    assert [problem.source_file for problem in left_out([tmp_path])] == [r"\xe1.txt"]
