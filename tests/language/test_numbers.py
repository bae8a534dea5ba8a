from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.language import fold
from rasid.language.numbers import digits_value, read_number
from rasid.language.numbers_scan import scan


def value(text: str) -> tuple[float, float] | None:
    number = read_number(scan(fold(text).text), 0)
    return (number.low, number.high) if number else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ألفين وخمسمئة", 2500),
        ("خمسة آلاف ومئتي جندي", 5200),
        ("ألفين و500", 2500),
        ("17 ألفاً", 17_000),
        ("ألفا جندي", 2000),
        ("مليون ونصف المليون", 1_500_000),
        ("مئة وخمسين ألف نازح", 150_000),
        ("ثلاثمئة وخمسة وستين ألفاً ومئتين", 365_200),
        ("اثنا عشر", 12),
        ("خمسة وعشرون", 25),
        ("ثلاث مئة", 300),
        ("٢٥٠٠", 2500),
        ("2.500", 2500),
        ("2,500", 2500),
        ("2.5 مليون", 2_500_000),
        ("2.500 مليون", 2_500_000),
        ("1,234.5", 1234.5),
        ("مليارين ومئتي مليون", 2_200_000_000),
    ],
)
def test_values(text: str, expected: float) -> None:
    assert value(text) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("بضعة", 3, 9),
        ("عشرات", 10, 99),
        ("مئات", 100, 999),
        ("الآلاف", 1000, 9999),
        ("عشرات الآلاف", 10_000, 99_999),
        ("مئات الآلاف", 100_000, 999_999),
        ("بضعة آلاف", 3000, 9999),
        ("بضع مئات", 300, 999),
    ],
)
def test_vague_words_are_intervals(text: str, low: float, high: float) -> None:
    assert value(text) == (low, high)


def test_a_larger_number_after_and_is_another_number() -> None:
    assert value("ألفين وثلاثة آلاف") == (2000, 2000)


def test_words_that_look_like_numbers() -> None:
    assert value("لست") is None
    assert value("مات") is None


@settings(deadline=None)
@given(st.integers(1, 10**9))
def test_grouped_digits_are_their_number(number: int) -> None:
    assert digits_value(f"{number:,}", decimal=False) == number


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,٫٬ وألفمليونمئةآت", max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    words = scan(fold(text).text)
    for i in range(words.count):
        number = read_number(words, i)
        if number:
            assert number.first == i < number.end <= words.count
            assert number.low <= number.high


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_and_gaps_are_the_text(text: str) -> None:
    folded = fold(text).text
    words = scan(folded)
    pieces = zip(words.gaps[: words.count + 1], words.words[: words.count + 1], strict=True)
    assert "".join(gap + word for gap, word in pieces) == folded
    for i, word in enumerate(words.words[: words.count]):
        assert folded[words.starts[i] : words.end(i)] == word
