from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.language import fold
from rasid.language.calendar import (
    add_months,
    hijri_interval,
    hijri_year_month,
    make_date,
    month_interval,
    month_number,
    week_interval,
    weekday_of,
)

DAYS = st.dates(date(1930, 1, 1), date(2070, 12, 31))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("أيلول", 9),
        ("ايلول", 9),
        ("شتنبر", 9),
        ("September", 9),
        ("غشت", 8),
        ("أوت", 8),
        ("جانفي", 1),
        ("كانون الثاني", 1),
        ("كانون الأول", 12),
        ("تشرين الأول", 10),
        ("أبريل", 4),
        ("ابريل", 4),
        ("يوليوز", 7),
        ("sept", 9),
    ],
)
def test_months_of_every_arab_calendar(name: str, number: int) -> None:
    assert month_number(fold(name).text) == number


def test_other_words_are_no_months() -> None:
    assert month_number(fold("الأحد").text) is None
    assert month_number("") is None


def test_weeks_begin_on_sunday() -> None:
    assert weekday_of(date(2025, 8, 17)) == 0
    assert week_interval(date(2025, 8, 20)) == (date(2025, 8, 17), date(2025, 8, 23))


def test_a_month_later_stays_inside_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 3, 31), -1) == date(2025, 2, 28)
    assert month_interval(2025, 14) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_interval(2025, 0) == (date(2024, 12, 1), date(2024, 12, 31))


def test_impossible_days_are_refused() -> None:
    assert make_date(2025, 2, 29) is None
    assert make_date(2025, 13, 1) is None


def test_hijri_dates() -> None:
    assert hijri_interval(1445, 9, 15) == (date(2024, 3, 25), date(2024, 3, 25))
    assert hijri_interval(1447, 1, 1) == (date(2025, 6, 26), date(2025, 6, 26))
    assert type(hijri_interval(1447, 1, 1)[0]) is date  # type: ignore[index]
    assert hijri_interval(1446, 13, 1) is None
    assert hijri_interval(1200, 1, 1) is None


@settings(deadline=None)
@given(DAYS)
def test_a_day_lies_in_its_hijri_month(day: date) -> None:
    year, month = hijri_year_month(day)
    interval = hijri_interval(year, month, None)
    assert interval is not None
    assert interval[0] <= day <= interval[1]


@settings(deadline=None)
@given(DAYS, st.integers(-60, 60))
def test_months_added_and_taken_away_stay_close(day: date, months: int) -> None:
    assert abs(add_months(add_months(day, months), -months) - day) <= timedelta(days=3)
