"""Display text is inert, ordered and short; data never passes through it."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.charts import text, times
from rasid.charts.text import FSI, PDI, RLI, display, number, phrases, quantity, shorten, wrap


@given(st.text(max_size=300), st.integers(3, 40), st.integers(1, 4), st.sampled_from(["ar", "en"]))
def test_display_is_inert_bounded_and_balanced(
    raw: str, width: int, lines: int, language: str
) -> None:
    shown = display(raw, language, width, lines)
    parts = shown.split("<br>")
    assert len(parts) <= lines
    for part in parts:
        assert "<" not in part
        assert "%{" not in part
        assert part.count(RLI) + part.count(FSI) == part.count(PDI) == (1 if part else 0)
        plain = (
            part.strip(RLI + FSI + PDI)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
        )
        assert len(plain.replace("\u2060", "")) <= width


@given(st.text(max_size=200), st.integers(2, 60))
def test_shorten_keeps_the_beginning(raw: str, width: int) -> None:
    short = shorten(raw, width)
    assert len(short) <= width
    assert text.clean(raw).startswith(short.rstrip("…").rstrip())


def test_markup_of_an_article_is_only_letters() -> None:
    shown = display('<a href="http://x.example">انقر</a> & <b>هنا</b>', "ar")
    assert (
        shown
        == f'{RLI}&lt;a href="http://x.example"&gt;انقر&lt;/a&gt; &amp; &lt;b&gt;هنا&lt;/b&gt;{PDI}'
    )


def test_direction_marks_of_the_source_are_dropped() -> None:
    assert display("\u202eقلب\u200f", "ar") == f"{RLI}قلب{PDI}"


def test_each_line_has_its_own_isolate() -> None:
    assert display("قوات أميركية (US) 2026", "ar", 14, 3).count(RLI) == 2
    assert display("قاعدة عين الأسد", "en") == f"{FSI}قاعدة عين الأسد{PDI}"


def test_wrap_ends_in_an_ellipsis_when_cut() -> None:
    lines = wrap("كلمة " * 60, 20, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_caption_breaks_between_its_parts() -> None:
    assert phrases("37 of 61 articles · 12 outlets · 9 Dec 2021", "en", 34).split("<br>") == [
        f"{FSI}37 of 61 articles · 12 outlets{PDI}", f"{FSI}9 Dec 2021{PDI}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0423, "0.042"), (3.7, "3.7"), (41.26, "41.3"), (12000.4, "12,000"), (float("nan"), "–")],
)
def test_quantity_has_the_decimals_its_size_deserves(value: float, expected: str) -> None:
    assert quantity(value) == expected


def test_number_drops_empty_decimals() -> None:
    assert (number(1234567), number(2.50, 2), number(3, 2)) == ("1,234,567", "2.5", "3")


@pytest.mark.parametrize(
    ("first", "last", "language", "expected"),
    [
        ("2025-08-17", "2025-08-17", "ar", "17 آب/أغسطس 2025"),
        ("2025-09-01", "2025-09-30", "ar", "أيلول/سبتمبر 2025"),
        ("2026-01-01", "2026-12-31", "en", "2026"),
        ("2021-12-09", "2021-12-11", "en", "9 Dec 2021 – 11 Dec 2021"),
    ],
)
def test_interval_in_words(first: str, last: str, language: str, expected: str) -> None:
    assert times.interval_text(pd.Timestamp(first), pd.Timestamp(last), language) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-09-06", "2024-09-08", "6–8 أيلول 2024"),
        ("2024-09-27", "2024-10-04", "27 أيلول – 4 تشرين الأول 2024"),
        ("2024-12-30", "2025-01-02", "30 كانون الأول 2024 – 2 كانون الثاني 2025"),
    ],
)
def test_short_interval_says_what_is_shared_once(first: str, last: str, expected: str) -> None:
    assert times.short_interval(pd.Timestamp(first), pd.Timestamp(last), "ar") == expected


def test_unknown_day_is_no_text() -> None:
    assert (
        times.interval_text(pd.NaT, pd.NaT, "ar")
        == times.short_interval(pd.NaT, pd.NaT, "ar")
        == ""
    )


@given(
    st.dates(pd.Timestamp("1995-01-01").date(), pd.Timestamp("2030-01-01").date()),
    st.integers(0, 9000),
)
def test_time_axis_has_few_explicit_labels_inside_its_range(first: object, days: int) -> None:
    start = pd.Timestamp(str(first))
    axis = times.time_axis(start, start + pd.Timedelta(days=days), "ar")
    assert 1 <= len(axis["tickvals"]) == len(axis["ticktext"]) <= 9
    assert all(axis["range"][0] <= tick <= axis["range"][1] for tick in axis["tickvals"])
    assert not any(name in "".join(axis["ticktext"]) for name in ("Jan", "Feb", "يناير"))
