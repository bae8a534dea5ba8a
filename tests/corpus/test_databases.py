"""Downloads of press databases: many articles in one file, told apart by the lines between them."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

FIRST = ("صيانة الجسر القديم تبدأ بعد العيد", "الشرق الأوسط", [PARAGRAPH, SECOND])
OTHER = ("سوق الخضار ينتقل إلى موقع جديد", "القدس العربي", [THIRD])


def nexis(title: str, paper: str, day: str, text: list[str]) -> list[str]:
    return [
        title, paper, day, f"Copyright 2025 {paper} All Rights Reserved", "Length: 212 words", "Byline: علي حسن",
        "Body", *text, "Load-Date: September 30, 2025", "End of Document",
    ]  # fmt: skip


def old_nexis(number: int, title: str, paper: str, day: str, text: list[str]) -> list[str]:
    head = [f"{number} of 2 DOCUMENTS", paper, day, title, "LENGTH: 88 words"]
    return [
        *head,
        *text,
        "LOAD-DATE: September 30, 2025",
        "LANGUAGE: ARABIC",
        "All Rights Reserved",
    ]


def factiva(title: str, paper: str, day: str, text: list[str]) -> list[str]:
    head = [title, "88 words", day, paper, "ASHALW", "Arabic", "© 2025 All rights reserved."]
    return [*head, *text, "Document ASHALW0020250914elb200003"]


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("nexis.docx", nexis(*FIRST[:2], "September 14, 2025 Sunday", FIRST[2])
            + nexis(*OTHER[:2], "September 15, 2025 Monday", OTHER[2])),
        ("nexis.txt", old_nexis(1, *FIRST[:2], "September 14, 2025 Sunday", FIRST[2])
            + old_nexis(2, *OTHER[:2], "September 15, 2025 Monday", OTHER[2])),
        ("factiva.txt", factiva(*FIRST[:2], "14 September 2025", FIRST[2])
            + factiva(*OTHER[:2], "15 سبتمبر 2025", OTHER[2]) + ["Search Summary"]),
    ],
)  # fmt: skip
def test_each_article_of_a_download_is_one(read, name, lines) -> None:
    content = as_docx(lines) if name.endswith(".docx") else "\n\n".join(lines)
    articles, problems = read(name, content)
    assert not problems
    assert [article.title for article in articles] == [FIRST[0], OTHER[0]]
    assert [article.origin.outlet_id for article in articles] == ["aawsat", "alquds"]
    days = [article.publication.published_from for article in articles]
    assert days == [date(2025, 9, 14), date(2025, 9, 15)]
    assert [article.source_file.rpartition("#")[2] for article in articles] == ["1", "2"]
    for article, text in zip(articles, (FIRST[2], OTHER[2]), strict=True):
        assert article.body.split() == " ".join(text).split()


def test_a_text_that_only_mentions_a_document_stays_one(read_one) -> None:
    article = read_one("a.txt", f"{PARAGRAPH}\n\nEnd of Document\n\n{SECOND}\n\n{THIRD}")
    assert PARAGRAPH in article.body
    assert THIRD in article.body
