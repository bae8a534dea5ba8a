"""How long ago a page says it was published, and the one day below a text."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.corpus.publication.dating import date_in_url, read_date
from tests.corpus.conftest import BODY

TITLE = "صيانة الجسر القديم تبدأ بعد العيد"
STAMP = "2025-03-29@{clock} GMT"


def _between(read_one, line: str, clock: str = "10:10:57") -> tuple[date | None, date | None]:
    page = f"{STAMP.format(clock=clock)}\n\n{TITLE}\n\n{line}\n\n{BODY}\n"
    published = read_one("a.txt", page).publication
    return published.published_from, published.published_to


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("منذ 50 دقيقة", 29, 29),
        ("نشر قبل ٣ ساعات", 29, 29),
        ("3 hours ago", 29, 29),
        ("منذ 14 ساعة", 28, 29),  # 19:10 to 20:10 in Greenwich, midnight farther east
        ("قبل يومين | 412 مشاهدة", 26, 27),
        ("منذ أسبوع", 15, 22),
    ],
)
def test_an_age_and_the_moment_of_collection_leave_few_days(read_one, line, first, last) -> None:
    assert _between(read_one, line) == (date(2025, 3, first), date(2025, 3, last))


def test_an_age_reaches_back_over_midnight(read_one) -> None:
    assert _between(read_one, "منذ 3 ساعات", "01:10:57") == (date(2025, 3, 28), date(2025, 3, 29))


@pytest.mark.parametrize(
    "line", ["منذ 3 ساعات", "قبل يومين", "3 hours ago", "آخر تحديث قبل ساعتين"]
)
def test_an_age_alone_is_no_day(read_one, line) -> None:
    published = read_one("a.txt", f"{TITLE}\n\n{line}\n\n{BODY}\n").publication
    assert published.published_from is None


def test_how_long_ago_the_update_was_says_nothing_of_the_publication(read_one) -> None:
    assert _between(read_one, "آخر تحديث قبل ساعتين") == (None, None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.iq/2024/mar/12/x", date(2024, 3, 12)),
        ("https://a.iq/12-march-2024.html", date(2024, 3, 12)),
        ("https://a.iq/ar/news20240312-5.htm", date(2024, 3, 12)),
        ("https://a.iq/item20259184.htm", None),
        ("https://a.iq/2024/war/12/x", None),
    ],
)
def test_days_that_addresses_name_in_words(url, day) -> None:
    found = date_in_url(url)
    assert (found.first if found and found.is_day else None) == day


def test_a_database_s_short_year() -> None:
    found = read_date("12-Mar-24")
    assert found is not None
    assert found.first == found.last == date(2024, 3, 12)


def test_two_headlines_below_a_text_leave_its_day_open(read_one) -> None:
    foot = f"{TITLE}\nبلدية الصويرة ترصف شارع النهر\n- 12 مارس، 2024\n"
    assert read_one("a.txt", f"{BODY}\n{foot}").publication.published_from is None
