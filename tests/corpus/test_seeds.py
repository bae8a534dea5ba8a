"""The raw articles beside the checkout: what issue 2 and 3 promise of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, read_file
from tests.corpus.conftest import TODAY

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Article]:
    from rasid.corpus import ReadOptions, Register

    register, found = Register.load(), {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        (found[path.name[:3]],) = read_file(
            path, register=register, options=ReadOptions(today=TODAY)
        )
        assert found[path.name[:3]].source() == path.read_text(encoding="utf-8")
    return found


def test_dates(seeds) -> None:
    def span(name: str) -> tuple[date | None, date | None]:
        published = seeds[name].publication
        return published.published_from, published.published_to

    assert span("000") == (date(2025, 8, 17),) * 2
    assert span("002") == (date(2025, 8, 25),) * 2
    assert span("004") == (date(2024, 9, 24),) * 2
    assert seeds["004"].publication.collected_at.date() == date(2025, 3, 29)
    first, last = span("001")
    assert first == date(2024, 9, 21) < last
    first, last = span("003")
    assert date(2021, 8, 1) <= first < last <= date(2021, 12, 31)
    assert seeds["001"].publication.method == seeds["003"].publication.method == "inferred"


def test_outlets(seeds) -> None:
    assert {name: article.origin.outlet for name, article in seeds.items()} == {
        "000": "الجبال", "001": "عراق أوبزيرفر", "002": "النهار", "003": "الجزيرة", "004": "الحرة",
    }  # fmt: skip
    assert seeds["002"].origin.host == "مصدرنا الإخبارى"
    assert {name: article.origin.via for name, article in seeds.items() if article.origin.via} == {
        "002": "النشرة"
    }


def test_bodies(seeds) -> None:
    assert "المخابرات" not in seeds["004"].body
    assert "إقرأ" not in seeds["004"].body
    assert "(الجزيرة نت)" not in seeds["003"].body
    assert "Lieutenant" not in seeds["003"].body
    assert "جنود أميركيون في العراق." not in seeds["002"].body
    assert "تعليق" not in seeds["001"].body
    assert "شارك" not in seeds["000"].body
