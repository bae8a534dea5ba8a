from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.language import Document
from rasid.language.dates import find_date_expressions, finder, month_number
from rasid.language.dates.dashes import scan_of
from rasid.language.dates.lexicon import LEXICON

MONTHS = [
    ("يناير", "كانون الثاني", "جانفي"), ("فبراير", "شباط", "فيفري"), ("مارس", "آذار", "مارس"),
    ("أبريل", "نيسان", "أفريل"), ("مايو", "أيار", "ماي"), ("يونيو", "حزيران", "جوان"),
    ("يوليو", "تموز", "جويلية"), ("أغسطس", "آب", "غشت"), ("سبتمبر", "أيلول", "شتنبر"),
    ("أكتوبر", "تشرين الأول", "أكتوبر"), ("نوفمبر", "تشرين الثاني", "نونبر"),
    ("ديسمبر", "كانون الأول", "دجنبر"),
]  # fmt: skip
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def one(text: str, reference: date | tuple[date, date] | None = None) -> tuple[date, date]:
    found = find_date_expressions(text, reference)
    assert len(found) == 1, found
    return found[0].date_from, found[0].date_to


@settings(deadline=None)
@given(DAYS, st.integers(0, 2), st.booleans())
def test_a_written_day_is_read_back(day: date, style: int, arabic: bool) -> None:
    text = f"في {day.day} {MONTHS[day.month - 1][style]} {day.year}"
    assert one(text.translate(ARABIC_DIGITS) if arabic else text) == (day, day)


@settings(deadline=None)
@given(DAYS)
def test_both_month_names_are_read_back(day: date) -> None:
    egypt, levant, _ = MONTHS[day.month - 1]
    for name in (f"{levant}/{egypt}", f"{egypt} ({levant})", f"{levant} / {egypt}"):
        assert one(f"يوم {day.day} {name} {day.year}،") == (day, day)


def test_the_iraqi_may_is_a_month() -> None:
    assert one("في 12 مايس 2024") == (date(2024, 5, 12), date(2024, 5, 12))
    assert one("خلال شهر مايس الماضي", date(2024, 8, 1)) == (date(2024, 5, 1), date(2024, 5, 31))
    assert not find_date_expressions("مايسة الجاري", date(2024, 8, 1))


@settings(deadline=None)
@given(DAYS)
def test_numeric_days_are_read_back(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ):
        assert one(text) == (day, day)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_bare_weekday_lies_in_the_last_seven_days(reference: date, day: date) -> None:
    names = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
    found = find_date_expressions(f"قال، {names[day.isoweekday() % 7]}، ذلك", reference)
    assert 0 <= (reference - found[0].date_from).days <= 6
    assert found[0].date_from.isoweekday() == day.isoweekday()


@settings(deadline=None)
@given(st.text(alphabet="أيلول 2026عام نهاية/-:.()0123456789اليوم قبل شهرين\n،", max_size=60))
def test_spans_are_slices_in_order(text: str) -> None:
    found = find_date_expressions(text, date(2025, 8, 17))
    end = 0
    for expression in found:
        assert text[expression.start : expression.end] == expression.surface
        assert end <= expression.start < expression.end
        assert expression.date_from <= expression.date_to
        end = expression.end


@settings(deadline=None)
@given(DAYS, st.integers(0, 40))
def test_an_interval_reference_covers_each_of_its_days(first: date, width: int) -> None:
    text = "غادروا أمس، ويعودون الشهر المقبل، بحسب ما قيل الخميس الماضي"
    last = date.fromordinal(first.toordinal() + width)
    wide = find_date_expressions(text, (first, last))
    for day in (first, last):
        for inner, outer in zip(find_date_expressions(text, day), wide, strict=True):
            assert outer.date_from <= inner.date_from <= inner.date_to <= outer.date_to


def test_without_a_reference_only_absolute_dates_remain() -> None:
    found = find_date_expressions("وصل أمس، ويغادر في 3 أيلول 2026 أو العام المقبل", None)
    assert [(e.surface, e.explicit) for e in found] == [("3 أيلول 2026", True)]


def test_clock_weekday_and_calendar() -> None:
    found = find_date_expressions("نشر في الأحد 17 أغسطس 2025 08:13 م", None)[0]
    assert (found.time, found.weekday, found.grain) == (time(20, 13), 0, "minute")
    found = find_date_expressions("14:35 | 16/9/2025", None)[0]
    assert found.time == time(14, 35)
    found = find_date_expressions("في 15 رمضان 1445هـ", None)[0]
    assert (found.calendar, found.date_from) == ("hijri", date(2024, 3, 25))


def test_a_weekday_that_disagrees_is_kept_beside_the_date() -> None:
    found = find_date_expressions("الاثنين 17 أغسطس 2025", None)[0]
    assert (found.weekday, found.date_from) == (1, date(2025, 8, 17))


def test_a_weekday_beside_today_corrects_the_day_of_publication() -> None:
    assert one("قال اليوم الثلاثاء إن", date(2025, 8, 20)) == (date(2025, 8, 19),) * 2


def test_the_following_year_counts_from_the_date_before() -> None:
    found = find_date_expressions("في أيلول 2025 والبقية نهاية العام التالي", date(2024, 9, 1))
    assert found[1].date_from == date(2026, 12, 1)


def test_diacritics_and_tatweel_stay_in_the_surface() -> None:
    text = "في أَيْلُول 2026ـ"
    found = find_date_expressions(text, None)[0]
    assert text[found.start : found.end] == found.surface
    assert found.date_from == date(2026, 9, 1)


@pytest.mark.parametrize(
    "text", ["بقي 2000 جندي", "المادة 2005", "بين 2000 و2500 جندي", "سوخوي 30"]
)
def test_counts_are_no_years(text: str) -> None:
    assert find_date_expressions(text, date(2025, 8, 17)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("زاد العدد خلال الثلاثة أشهر الأخيرة", date(2024, 2, 10), date(2024, 5, 10)),
        ("زادت أرباح الربع السنوي الماضي", date(2024, 1, 1), date(2024, 3, 31)),
        ("هاجر في النصف الأول من الثمانينيات", date(1980, 1, 1), date(1984, 12, 31)),
        ("يتواصل القصف هناك منذ مطلع شهر كانون الأول", date(2023, 12, 1), date(2023, 12, 10)),
        ("هاجر في ثمانينيات القرن الهجري الماضي", date(1960, 6, 25), date(1970, 3, 8)),
    ],
)
def test_lengths_and_parts_that_are_over(text: str, first: date, last: date) -> None:
    assert one(text, date(2024, 5, 10)) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يعرض الرئيس، السبت، خطته أمام النواب", date(2024, 5, 11)),
        ("يستقبل الرئيس نظيره في القصر الاثنين", date(2024, 5, 13)),
        ("تبنى المجلس الاثنين القرار", date(2024, 5, 6)),
        ("يعتقد الخبراء أن الهجوم الاثنين كان خطأ", date(2024, 5, 6)),
    ],
)
def test_a_sentence_that_opens_with_a_plan_speaks_of_the_coming_day(
    text: str, expected: date
) -> None:
    assert one(text, date(2024, 5, 10)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("وقع مساء الخميس (20:30 بتوقيت غرينتش) خلال طلعة", "الخميس"),
        ("وقع يوم الخميس (20:30) خلال طلعة", "يوم الخميس (20:30)"),
        ("زاد العدد مقارنة بنفس الشهر من العام الماضي", "نفس الشهر من العام الماضي"),
        ("اتهم بذلك في وقت سابق من مارس", "مارس"),
        ("وزعت السلال في رمضان المبارك الماضي على الأسر", "رمضان المبارك الماضي"),
        ("زاد العدد عن الربع المقابل من 2016 كثيراً", "2016"),
        ("تجذب #كأس_العالم 2018 الناس", "2018"),
        ("زاد العدد عن العام الذي سبقه", "العام الذي سبقه"),
    ],
)
def test_where_a_date_ends_and_begins(text: str, surface: str) -> None:
    found = find_date_expressions("في تموز 2023. " + text, date(2024, 5, 10))
    assert [d.surface for d in found][1:] == [surface]


def test_the_two_who_are_no_monday() -> None:
    assert find_date_expressions("جثمان الجنديين الاثنين اللذين قتلا", date(2024, 5, 10)) == []


def test_a_document_serves_as_well_as_its_text() -> None:
    text = "يغادرون في أيلول 2026"
    assert find_date_expressions(Document(text), None) == find_date_expressions(text, None)
    assert month_number("ايلول") == 9


def test_words_passed_over_begin_no_date() -> None:
    """A word that is passed over for what follows it begins no date by its rule either."""
    folder = Path(__file__).parents[1] / "accuracy"
    names = ("dates_cases.tsv", "quantities_cases.tsv", "dates_promises.tsv")
    lines = [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]
    passed = 0
    for line in lines:
        w = scan_of(Document(line.partition("\t")[0]))
        for i in range(w.count):
            found = LEXICON.get(w.words[i])
            if found is None or found.kind not in finder._RULES:
                continue
            rule, after = finder._TRIGGERS.get(w.words[i], (None, frozenset()))
            if after is None or w.words[i + 1] in after:
                continue
            if rule is None or not finder._may_begin(w, i):
                passed += 1
                assert finder._RULES[found.kind](w, i) is None, (line, w.words[i])
    assert passed > 50
