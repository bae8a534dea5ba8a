"""Corrections: outlet, date, title and body bounds set right by an analyst, signed, and lasting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rasid.corpus import Correction, Corrections
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

TEXT = f"عنوان الخبر عن الجسر القديم\n\n15 أيلول 2024\n\n{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n"


def made(**fields: str) -> Corrections:
    return Corrections(
        tuple(
            Correction("a.txt", name, value, "سلمى", "2026-01-02", "راجعت الأصل")
            for name, value in fields.items()
        )
    )


def test_outlet_date_and_title(read) -> None:
    corrections = made(outlet="المدى", published="2024-09-14", title="عنوان مصحح", host="nabd")
    (article,), problems = read("a.txt", TEXT, corrections=corrections)
    assert problems == []
    assert (article.origin.outlet_id, article.origin.host_id) == ("almada", "nabd")
    assert article.title == "عنوان مصحح"
    assert article.publication.method == "sidecar"
    assert article.publication.published_from == date(2024, 9, 14)
    assert all(
        word in article.publication.evidence for word in ("سلمى", "2026-01-02", "راجعت الأصل")
    )


def test_body_bounds_in_and_out(read) -> None:
    (article,), _ = read(
        "a.txt", TEXT, corrections=made(body_start="وأضاف البيان", body_end="الإعمار والإسكان.")
    )
    assert article.body == SECOND
    assert article.source() == TEXT
    (article,), _ = read("a.txt", TEXT, corrections=made(body_start="عنوان الخبر"))
    assert article.body.startswith("عنوان الخبر عن الجسر القديم")
    assert article.source() == TEXT


def test_what_cannot_be_applied_is_reported(read) -> None:
    (article,), problems = read(
        "a.txt", TEXT, corrections=made(published="غير معروف", body_start="ليست هنا")
    )
    assert article.publication.method == "stated"
    assert [p.problem for p in problems] == ["correction-unused", "correction-unused"]


def test_by_article_id_and_from_a_file(read, tmp_path: Path) -> None:
    (article,), _ = read("a.txt", TEXT)
    corrections = Corrections().add([Correction(article.article_id, "title", "من الرقم")])
    path = tmp_path / "corrections.csv"
    corrections.save(path)
    assert Corrections.load(path) == corrections
    (again,), _ = read("a.txt", TEXT, corrections=Corrections.load(path))
    assert (again.title, again.article_id) == ("من الرقم", article.article_id)
    assert Corrections.load(tmp_path / "none.csv") == Corrections()
