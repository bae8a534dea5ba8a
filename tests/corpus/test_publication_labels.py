"""Days that a label gives to something else than the article, on raw and on web pages."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.corpus.publication.labels import counts_visits, dates_something_else
from rasid.language import fold
from tests.corpus.conftest import BODY
from tests.corpus.webpages import page

TITLE = "صيانة الجسر القديم تبدأ بعد العيد"
OTHERS = [
    "موعد الفعالية: 15/04/2024", "آخر موعد للتقديم: 30 أبريل 2024", "ينتهي التصويت في 20 مارس 2024",
    "تاريخ الانضمام: 3/4/2011", "تاريخ المباراة: 12 مارس 2024", "تقام الندوة يوم 12 مارس 2024",
    "اليوم هو 12 مارس 2024",
]  # fmt: skip
OWN = ["تاريخ النشر: 15/04/2024", "موعد النشر: 15/04/2024", "التاريخ: 12 مارس 2024", "12 مارس 2024"]


@pytest.mark.parametrize("line", OTHERS)
def test_a_day_of_something_else_dates_no_article(read_one, line) -> None:
    assert dates_something_else(fold(line).text)
    raw = read_one("a.txt", f"{TITLE}\n\n{line}\n\n{BODY}\n").publication
    web = read_one("p.html", page(beside=f'<span class="date">{line}</span>')).publication
    for published in (raw, web):
        assert published.published_from is None or published.published_from < published.published_to


@pytest.mark.parametrize("line", OWN)
def test_a_day_that_is_called_the_publication_s_is_none_of_them(line) -> None:
    assert not dates_something_else(fold(line).text)


def test_a_counter_of_visits() -> None:
    assert counts_visits(fold("أكثر عدد زيارات كان : 59321").text)
    assert not counts_visits(fold("عدد الزيارات : 353").text)


def test_a_weekday_and_day_between_the_author_and_the_title_is_the_article_s(read_one) -> None:
    head = "كتابات – الرأي\nكتب : سمير جمال\nالإثنين 29 كانون أول/ديسمبر 2025\n"
    published = read_one("a.txt", f"{head}{TITLE}\n\n{BODY}\n").publication
    assert published.published_from == published.published_to == date(2025, 12, 29)
