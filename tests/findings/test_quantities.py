from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.errors import RasidError
from rasid.findings.quantities import find_quantities, units
from rasid.language import Document, fold


def troops(text: str) -> list[tuple[float, float, bool]]:
    return [(q.low, q.high, q.approximate) for q in find_quantities(text) if q.about == "troops"]


def test_a_falling_range_is_two_counts() -> None:
    assert troops("سيخفض العديد من نحو 2000 إلى أقل من 500 جندي في أربيل") == [
        (2000, 2000, True),
        (500, 500, True),
    ]


def test_a_rising_range_is_one_count() -> None:
    assert troops("يبقى من 2000 إلى 2500 جندي") == [(2000, 2500, False)]


def test_what_is_no_soldier_is_no_troop_count() -> None:
    text = "شاركت 86 دولة، وقتل ألف شخص، وصدر 95 مليون برميل عبر 600 كيلومتر"
    assert [q.about for q in find_quantities(text)] == ["other"] * 4


def test_men_of_an_armed_group_are_no_troops() -> None:
    assert troops("قتلت القوات العراقية 30 عنصراً من تنظيم داعش") == []
    assert troops("انتشر 30 عنصراً من القوات العراقية") == [(30, 30, False)]


def test_the_numbers_of_dates_are_no_quantities() -> None:
    assert find_quantities("في 27 أيلول 2024، وقبل ثلاثة أيام، وبين عامي 2014 و2017") == []


def test_digits_to_dial_are_no_count_unless_a_unit_follows() -> None:
    assert find_quantities("للاستفسار : 54465186 بغداد، أو 0175299990 تحويلة 777") == []
    assert [q.low for q in find_quantities("صرف 12345678 دينارا")] == [12345678]


def test_decimals_stored_turned_round_are_read_as_they_are_shown() -> None:
    found = find_quantities(
        "هبط 53.\u200f0 في المائة إلى 31.\u200f51 دولار من 960.\u200f407.\u200f1 دولار"
    )
    assert [q.low for q in found] == [0.53, 51.31, 1407960]


def test_who_stays_and_of_another_nation_is_counted_as_who_left() -> None:
    assert troops("غادر 400 جندي القاعدة فيما بقي 350 في المعسكر") == [
        (400, 400, False),
        (350, 350, False),
    ]
    assert troops("وصل 20 جندياً أميركياً و30 بريطانياً و12 مدنياً") == [
        (20, 20, False),
        (30, 30, False),
    ]


def test_surface_begins_after_the_proclitics() -> None:
    assert [q.surface for q in find_quantities("وقتل وأكثر من ألف جندي")] == ["أكثر من ألف جندي"]
    assert [q.surface for q in find_quantities("مزودة بقاعدتين")] == ["قاعدتين"]


def test_a_document_serves_as_well_as_its_text() -> None:
    text = "بقي نحو 2500 جندي"
    assert find_quantities(Document(text)) == find_quantities(text)


@settings(deadline=None)
@given(st.integers(3, 999_999))
def test_any_count_of_soldiers_is_read(number: int) -> None:
    for text in (f"بقي {number} جندي", f"بقي {number:,} جندي"):
        found = find_quantities(text)
        assert [(q.low, q.unit, q.about) for q in found] == [(number, "جندي", "troops")]


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,-%() وألف جنديمئات من إلى بين نحو", max_size=50))
def test_spans_are_slices_in_order(text: str) -> None:
    end = 0
    for q in find_quantities(text):
        assert text[q.start : q.end] == q.surface
        assert end <= q.start < q.end
        assert q.low <= q.high
        end = q.end


def test_a_bad_line_of_the_unit_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "units.tsv"
    path.write_text("unit\tabout\tplural\tforms\nجندي\tmen\tbroken\tجنود\n", encoding="utf-8")
    monkeypatch.setattr(units, "asset_path", lambda _: path)
    with pytest.raises(RasidError) as error:
        units.unit_forms.__wrapped__()
    assert "line 2" in str(error.value.detail)


def seed(shared: Path, name: str) -> str:
    return next((shared / "seeds").glob(f"{name}_*.txt")).read_text(encoding="utf-8")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("003", [(2500, 2500, True)]),
        ("002", [(2000, 2000, True), (500, 500, True)]),
        ("001", [(100, 999, True), (100, 999, True)]),
        ("004", [(100, 999, True)]),
        ("000", []),
    ],
)
def test_troops_of_the_five_articles(
    shared: Path, name: str, expected: list[tuple[float, float, bool]]
) -> None:
    assert troops(seed(shared, name)) == expected


@pytest.mark.shared
@pytest.mark.accuracy
def test_shared_number_phrases(shared: Path) -> None:
    lines = (shared / "gold" / "numbers.tsv").read_text(encoding="utf-8").splitlines()
    wrong = []
    for line in lines:
        if line.startswith("#"):
            continue
        text, low, high, approximate, unit = line.split("\t")
        want = [(float(low), float(high), approximate == "1", fold(unit.strip("-")).text)]
        got = [(q.low, q.high, q.approximate, fold(q.unit).text) for q in find_quantities(text)]
        if got != want:
            wrong.append((text, want, got))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هبط السعر 4.40 دولارات أو 7.73 % أمس", [(4.4, 4.4, "دولار"), (7.73, 7.73, "%")]),
        ("بلغت الخسائر كثيراً وعدد الوفيات 7 .", [(7, 7, "")]),
        ("استمر الاجتماع شهراً ونصف الشهر", [(1.5, 1.5, "شهر")]),
        ("بعد نحو عام ونصف من التفاوض", [(1.5, 1.5, "عام")]),
        ("وصل في الخامسة ونصف الساعة", []),
        ("يبلغ ارتفاع الموج من نصف متر إلى متر ونصف", [(0.5, 1.5, "متر")]),
    ],
)
def test_parts_and_percentages_beside_a_measure(
    text: str, expected: list[tuple[float, float, str]]
) -> None:
    assert [(q.low, q.high, q.unit) for q in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع السهم بما يصل إلى 9.7 بالمئة", "ما يصل إلى 9.7 بالمئة"),
        ("أسفر ذلك عن مقتل 30 شخصاً في الأقل", "30 شخصاً في الأقل"),
        ("سجل اللاعب (52) هدف فريقه الوحيد", ""),
        ("وصلت سيارتي إسعاف إلى الموقع", "سيارتي"),
        ("وصلت إلى مدينتي تعز وعدن", ""),
        ("يواجه 8.4 مليون خطر المجاعة", "8.4 مليون"),
        ("تبني روسيا 10 سفن", "10 سفن"),
        ("حول السير باتجاه واحد", ""),
        ("بلغت أعلى مستوى متجاوزة 100 مليون دولار", "متجاوزة 100 مليون دولار"),
        ("توفر حوالي 3 آلاف مسكن إلى حد الساعة", "حوالي 3 آلاف مسكن"),
    ],
)
def test_where_a_quantity_begins_and_ends(text: str, expected: str) -> None:
    assert [q.surface for q in find_quantities(text)] == ([expected] if expected else [])


def test_a_percentage_or_a_sum_are_two() -> None:
    found = find_quantities("هبط المزيج بنسبة 0.58 بالمئة أو 35 سنتاً إلى 60 دولاراً")
    assert [(q.low, q.high) for q in found] == [(0.58, 0.58), (35, 35), (60, 60)]


def test_a_bound_may_stand_far_behind_its_verb() -> None:
    found = find_quantities("ستزيد سرعة هذه السفينة الجديدة عن 30 عقدة، وعليها 3 مدافع")
    assert [(q.low, q.approximate, q.unit) for q in found] == [
        (30, True, "عقدة"),
        (3, False, "مدفع"),
    ]


def test_what_a_rate_is_compared_with_is_a_rate() -> None:
    found = find_quantities("تراجع التضخم إلى 0.3 في المئة مقابل 0.2 في الربع الأول")
    assert [(q.low, q.unit) for q in found] == [(0.3, "%"), (0.2, "%")]


def test_words_that_fold_like_labels_do_not_hide_a_count() -> None:
    found = find_quantities("تحالف تشارك فيه 74 دولة نفذ ما مجموعه 37 عملية، وهو في الفئة 5.")
    assert [(q.low, q.surface) for q in found] == [(74, "74 دولة"), (37, "37 عملية")]


def test_a_share_at_the_end_of_the_text_shares_nothing() -> None:
    """A text may be cut off after ثلث and a blank; it failed once."""
    assert find_quantities("بقي منهم ثلث ") == []


def test_a_sign_between_two_numbers_belongs_to_the_first() -> None:
    first, second = find_quantities("0%0.%")
    assert (first.surface, second.start) == ("0%", 2)
