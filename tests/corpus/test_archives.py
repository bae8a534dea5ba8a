"""Packed files: what is read, what is refused, and that no archive can do harm."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.corpus import Article, archives, reading
from tests.corpus.conftest import BODY, PARAGRAPH

PAGE = f"عنوان للتجربة هنا\n{BODY}"
ROWS = f'title,text,date\nت,"{PARAGRAPH}",2020-01-05\nث,"{PARAGRAPH}",2020-01-06\n'


def _zip(members: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz", "a.TXT.GZ"])
def test_a_packed_page_is_read_under_its_own_name(read_one, name) -> None:
    article = read_one(name, gzip.compress(PAGE.encode()))
    assert article.source_file == name
    assert PARAGRAPH in article.body


def test_a_packed_table_is_read_row_by_row(read) -> None:
    articles, problems = read("export.csv.gz", gzip.compress(ROWS.encode()))
    assert [a.source_file for a in articles] == ["export.csv.gz#1", "export.csv.gz#2"]
    assert not problems


def test_a_packed_file_reads_as_the_file_itself(read_one) -> None:
    html = f"<!doctype html><html><body><h1>عنوان الصفحة التجريبية</h1><p>{PARAGRAPH}</p></body></html>"
    plain, packed = read_one("p.html", html), read_one("p.html.gz", gzip.compress(html.encode()))
    assert (plain.body, plain.title, plain.cuts) == (packed.body, packed.title, packed.cuts)


def test_archives_may_lie_in_an_archive_once(read) -> None:
    inner = _zip(
        {
            "x.txt": PAGE,
            "deep.zip": _zip({"y.txt": PAGE}),
            "deep.txt.gz": gzip.compress(PAGE.encode()),
        }
    )
    outer = _zip(
        {
            "b/inner.zip": inner,
            "t.csv.gz": gzip.compress(ROWS.encode()),
            "../../etc/passwd.txt": PAGE,
        }
    )
    articles, problems = read("z.zip", outer)
    assert [a.source_file for a in articles] == [
        "z.zip!etc/passwd.txt", "z.zip!b/inner.zip!x.txt", "z.zip!t.csv.gz#1", "z.zip!t.csv.gz#2",
    ]  # fmt: skip
    assert {(p.source_file, p.problem) for p in problems} == {
        ("z.zip!b/inner.zip!deep.zip", "nested-archive"),
        ("z.zip!b/inner.zip!deep.txt.gz", "nested-archive"),
    }
    assert len({a.article_id for a in articles}) == 4


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.txt.gz", gzip.compress(b"0" * (30 * 2**20))),
        ("bomb.zip", _zip({"bomb.txt": b"0" * (30 * 2**20)})),
        ("bomb.zip", _zip({"bomb.txt.gz": gzip.compress(b"0" * (30 * 2**20))})),
        ("bomb.zip", _zip({"in.zip": _zip({"bomb.txt": b"0" * (30 * 2**20)})})),
    ],
)
def test_a_bomb_is_left_packed(read, name, data) -> None:
    articles, problems = read(name, data)
    assert not articles
    assert {p.problem for p in problems} == {"archive-bomb"}


def test_what_comes_out_of_nested_archives_counts_together(read, monkeypatch) -> None:
    noise = "".join(f"{n:x} {PARAGRAPH[n % 80 :]}\n" for n in range(400))
    inner = _zip({f"{n}.txt": noise for n in range(3)})
    limit = 4 * len(noise.encode()) + 2 * len(inner)
    monkeypatch.setattr(archives.Budget.__init__, "__defaults__", (limit, 50))
    _, problems = read("z.zip", _zip({"a.zip": inner, "b.zip": inner}))
    assert [(p.source_file, p.problem) for p in problems] == [
        ("z.zip!b.zip!1.txt", "archive-bomb"), ("z.zip!b.zip!2.txt", "archive-bomb"),
    ]  # fmt: skip


def test_too_many_files_are_counted_over_all_archives(read, monkeypatch) -> None:
    inner = _zip({f"{n}.txt": PAGE for n in range(4)})
    monkeypatch.setattr(archives.Budget.__init__, "__defaults__", (2**30, 6))
    articles, problems = read("z.zip", _zip({"a.zip": inner, "b.zip": inner}))
    assert len(articles) < 8
    assert "too-large" in {p.problem for p in problems}


def test_damaged_and_foreign_archives_are_named(read) -> None:
    whole = gzip.compress(PAGE.encode())
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:gz") as package:
        package.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    for name, data, problem in (
        ("cut.txt.gz", whole[:-9], "unreadable"),
        ("no.txt.gz", b"no gzip at all", "unreadable"),
        ("pack.tar.gz", tar.getvalue(), "unsupported-archive"),
        ("pack.gz", tar.getvalue(), "unsupported-archive"),
        ("really.txt", whole, "unsupported-archive"),
        ("photo.png.gz", gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(60)), "unsupported-image"),
        ("empty.txt.gz", gzip.compress(b""), "empty-file"),
    ):
        articles, problems = read(name, data)
        assert (articles, [p.problem for p in problems]) == ([], [problem]), name


def test_a_large_page_stays_too_large_when_packed(read, monkeypatch) -> None:
    monkeypatch.setattr(reading, "MAX_PAGE", 1000)
    _, problems = read("p.html.gz", gzip.compress((PAGE * 5).encode()))
    assert [p.problem for p in problems] == ["too-large"]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.recursive(
        st.binary(max_size=200),
        lambda inner: (
            inner.map(gzip.compress) | inner.map(lambda one: _zip({"a.zip": one, "b.gz": one}))
        ),
        max_leaves=4,
    ),
    flip=st.integers(0, 400),
)
def test_no_bytes_make_reading_raise(read, data, flip) -> None:
    damaged = bytearray(data)
    if damaged:
        damaged[flip % len(damaged)] ^= 0x55
    for name in ("x.zip", "x.gz", "x.txt.gz"):
        for content in (bytes(data), bytes(damaged)):
            articles, problems = read(name, content)
            assert all(isinstance(a, Article) for a in articles)
            assert articles or problems
