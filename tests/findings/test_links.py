"""Dates and quantities know the base, the day and the speaker of their sentence."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.findings import analyse

TEXT = (
    "كان عدد الجنود في قاعدة عين الأسد نحو 2500 جندي في عام 2021. "
    "وقال وزير الدفاع ثابت العباسي إن في أربيل أقل من 500 جندي. "
    "وتضم القاعدة مدرجاً طوله 4 كيلومترات."
)


def test_a_number_holds_as_of_the_date_its_sentence_names() -> None:
    found = {q.low: q for q in analyse(TEXT, date(2025, 8, 25)).quantities}
    assert found[2500].as_of == date(2021, 12, 31)
    assert found[500].as_of is None
    assert found[4].as_of is None


def test_a_number_has_the_base_and_the_speaker_of_its_sentence() -> None:
    found = {q.low: q for q in analyse(TEXT, date(2025, 8, 25)).quantities}
    assert found[2500].entity_id == "base:ain-al-asad"
    assert found[2500].speaker_id is None
    assert found[500].speaker_id is not None
    assert found[500].entity_id == "place:erbil"


def _places(text: str) -> list[str | None]:
    return [q.entity_id for q in analyse(text, date(2025, 8, 25)).quantities]


def test_a_number_is_where_its_own_words_say_not_at_the_nearest_base() -> None:
    assert _places("تغادر القوات قاعدة عين الأسد ويبقى أقل من 500 جندي في أربيل.") == [
        "place:erbil"
    ]
    assert _places("بعد مغادرة عين الأسد تنشر واشنطن 900 جندي في سوريا ونحو 2500 بالعراق.") == [
        "country:sy",
        "country:iq",
    ]


def test_a_number_is_where_the_words_before_it_say_in_its_clause() -> None:
    assert _places("قال المسؤول إن عدد القوات في سوريا بلغ 1720 عسكريا.") == ["country:sy"]
    assert _places("أعلن الوزير في بغداد أن 300 جندي سيغادرون.") == [None]
    assert _places("ينسحب الرتل إلى أربيل، ويغادر 300 جندي لاحقا.") == [None]
    assert _places("القوات في العراق تشمل «ما لا يقل عن 2500 جندي».") == ["country:iq"]


def test_a_comma_before_the_preposition_parts_no_place_and_a_side_leads_to_it() -> None:
    assert _places("أوقع الهجوم 14 قتيلا من الجانبين، في محافظة الأنبار غربي البلاد.") == [
        "place:anbar"
    ]
    assert _places("خرج 500 شخص في تظاهرة شمالي سوريا.") == ["country:sy"]
    assert _places("قتل 11 عنصرا في إحدى البلدات غربي مدينة كركوك.") == ["place:kirkuk"]
    assert _places("عديد القوات في كل من العراق وسوريا أصبح 2500 جندي.") == ["country:iq"]
    assert _places("انفجرت سيارة في حي بغداد الجديدة، ما تسبب بمقتل 16 شخصا.") == ["place:baghdad"]
    assert _places("وصل 300 نازح من شمال سوريا.") == [None]


def test_what_is_pulled_out_of_a_place_was_there() -> None:
    assert _places("تسحب الولايات المتحدة نحو 500 جندي من شمال سوريا.") == ["country:sy"]
    assert _places('أعلن سحب 400 من جنود مشاة البحرية "المارينز" من سوريا.') == ["country:sy"]
    assert _places("وصل 300 جندي من سوريا.") == [None]


def test_those_who_speak_are_at_no_base_and_on_no_day() -> None:
    text = "وبحسب اثنين من المسؤولين، أكمل الجيش انسحابه من قاعدة عين الأسد في آب 2025."
    (counted,) = analyse(text, date(2025, 8, 25)).quantities
    assert (counted.surface, counted.entity_id, counted.as_of) == ("اثنين من المسؤولين", None, None)
    assert _places("قتل اثنان من المسؤولين في قاعدة عين الأسد.") == ["base:ain-al-asad"]


def test_the_strength_of_those_who_leave_is_no_promise_s() -> None:
    text = "تخطط واشنطن لسحب قواتها المنتشرة في سوريا، والبالغ عددها نحو ألف جندي، خلال الشهرين المقبلين."
    (counted,) = analyse(text, date(2026, 2, 19)).quantities
    assert (counted.entity_id, counted.as_of) == ("country:sy", None)


def test_lengths_of_time_and_way_have_no_place_of_their_own() -> None:
    assert _places("تبقى مهمة القوات في العراق سبع سنوات على طول 600 كيلومتر.") == [None, None]


def test_a_number_that_goes_on_another_is_where_that_one_is() -> None:
    text = "خفضت عدد قواتها في شمال شرق سوريا من 2000 إلى 1400 جندي، بينهم 200 ضابط."
    assert _places(text) == ["country:sy"] * 3


def test_numbers_added_up_are_where_the_last_of_them_is() -> None:
    assert _places("نشرت مئات من المستشارين العسكريين وآلاف الجنود في سوريا.") == ["country:sy"] * 2
    assert _places("سحبت 300 جندي، ونشرت 200 مدرب في سوريا.") == [None, "country:sy"]


def test_a_base_in_a_town_is_the_place_of_a_number() -> None:
    assert _places("أصيب 3 جنود في هجوم على قاعدة حرير في أربيل.") == ["base:harir"]
    assert _places("أصيب 8 جنود بقصف استهدف قاعدة عين الأسد.") == ["base:ain-al-asad"]
    assert _places("في العراق ثلاث قواعد كبيرة هي عين الأسد وحرير.") == ["country:iq"]


def _days(text: str) -> list[date | None]:
    return [q.as_of for q in analyse(text, date(2025, 8, 25)).quantities]


def test_the_year_of_another_noun_is_not_the_day_of_a_count() -> None:
    assert _days("تنشر واشنطن 2500 جندي في إطار التحالف الذي أنشأته عام 2014.") == [None]
    assert _days("التحالف الذي تأسس عام 2014 ينشر 2500 جندي.") == [None]


def test_neither_is_the_start_of_a_time_or_the_day_on_which_it_was_told() -> None:
    assert _days("منذ العام 2014 ينتشر 2500 جندي في البلاد.") == [None]
    assert _days("قال الوزير أمس إن في البلاد 2500 جندي.") == [None]
    assert _days("بقي 1600 جندي، وقد بدأ الانسحاب في تموز الماضي.") == [None]
    assert _days("منذ بدء الهجمات في تموز الماضي قصفت القاعدة 58 مرة.") == [None]


def test_a_count_holds_as_of_its_deadline() -> None:
    assert _days("تخرج مئات من القوات بحلول أيلول 2025.") == [date(2025, 9, 30)]


def test_the_day_of_a_change_is_that_of_its_second_number() -> None:
    text = "ينخفض عدد القوات من 2500 جندي إلى أقل من 2000 جندي بحلول أيلول 2025."
    assert _days(text) == [None, date(2025, 9, 30)]


def test_a_length_holds_at_no_day() -> None:
    assert _days("قصفت في عام 2020 القاعدة الواقعة على بعد 20 كيلومتراً من المدينة.") == [None]


def test_the_day_of_telling_is_not_of_the_base_that_is_told_of() -> None:
    text = "أعلن المستشار علي حسن، أمس، أن المهمة في قاعدة عين الأسد ستنتهي في أيلول المقبل."
    found = analyse(text, date(2025, 8, 25)).dates
    assert [d.entity_id for d in found] == [None, "base:ain-al-asad"]


def test_a_base_belongs_to_the_date_nearest_to_it() -> None:
    text = "تغادر القوات قاعدة عين الأسد في أيلول 2025، وتبقى قوات أخرى في إقليم كردستان حتى أيلول 2026."
    found = analyse(text, date(2025, 8, 25)).dates
    assert [d.entity_id for d in found] == ["base:ain-al-asad", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 51 شخصاً وجُرح مئات آخرون مساء الخميس في كابل.", ["place:kabul"] * 2),
        ("أصيب 10 مواطنين بينهم 6 تلاميذ في قصف على موقع وسط قطاع غزة.", ["place:gaza"] * 2),
        ("أصيب 54 مدنياً، أغلبهم من التلاميذ، في قصف على بغداد.", ["place:baghdad"]),
        ("قتل 37 شخصاً في تفجيرين استهدفا حافلتين في بغداد.", ["place:baghdad"] * 3),
        ("قتل 26 مدنياً في قصف جوي استهدف ريف درعا.", ["place:daraa"]),
        ("نزح 30 ألف مدني. وقال إن 20 ألف مدني نزحوا من عفرين.", [None, "place:afrin"]),
        ("يملك الفريق ست نقاط بعد فوزه في مباراتين على العراق.", [None, "country:iq"]),
    ],
)
def test_where_casualties_that_go_on_are(text: str, expected: list[str | None]) -> None:
    found = analyse(text, date(2025, 8, 25)).quantities
    assert [q.entity_id for q in found] == expected


def test_what_a_number_is_compared_with_is_not_its_day() -> None:
    assert _days("بلغ العدد 5000 نازح في تموز 2025 مقارنة بعام 2024.") == [date(2025, 7, 31)]
    assert _days("تراجع عدد النازحين 409 آلاف عن الربع المقابل من 2017.") == [None]
    text = "بلغ عدد النازحين 5000 نازح مقارنة مع 7000 نازح في عام 2024."
    assert _days(text) == [None, date(2024, 12, 31)]


def test_a_number_does_not_hold_as_of_the_day_on_which_it_was_told() -> None:
    assert _days("أعلنت وزارة الدفاع السبت مقتل 12 جنديا في هجوم على المعسكر.") == [None]
    assert _days("غادر 300 جندي في عام 2014، لافتا إلى أن القاعدة باقية.") == [date(2014, 12, 31)]
    assert _days("أعلن الجيش أن 12 جنديا قتلوا السبت في هجوم.") == [date(2025, 8, 23)]
    assert _days("استمر التمرد منذ ثلاثة عقود وأسفر عن 40 ألف قتيل.") == [None]
    assert _days("كان ثلاثة جنود قد أصيبوا الأربعاء في هجوم.") == [date(2025, 8, 20)]
    assert _days("الشركة التي تغطي 90 بالمئة من السوق قد اتخذت الأربعاء قرارا بالوقف.") == [None]


def test_the_year_of_a_number_that_changed_is_not_that_of_the_next() -> None:
    text = "تراجع عدد القوات من 130 ألف جندي عام 2008 إلى 3 آلاف جندي ثم إلى 2500 جندي."
    assert _days(text) == [date(2008, 12, 31), None, None]


def test_a_year_at_the_head_of_a_line_dates_its_numbers() -> None:
    assert _days("2006: بلغ عدد القوات 145 ألف جندي.") == [date(2006, 12, 31)]


def test_a_weekday_of_nobody_knows_which_year_dates_nothing() -> None:
    text = "قتل ثلاثة جنود الأحد في هجوم."
    assert analyse(text, (date(2010, 1, 1), date(2024, 1, 1))).quantities[0].as_of is None


def test_a_length_of_time_is_at_no_base() -> None:
    text = "غادرت القوات قاعدة القيارة بعد نحو 3 أيام من الهجوم وتركت فيها 20 آلية."
    places = {q.unit: q.entity_id for q in analyse(text, date(2025, 8, 25)).quantities}
    assert places == {"يوم": None, "آلية": "base:qayyarah"}


def test_what_is_prepared_is_ahead_where_the_year_of_writing_is_unknown() -> None:
    text = "تستعد القوات الأميركية لإتمام انسحابها من العراق بين عامي 2024 و2025."
    (found,) = analyse(text, (date(2005, 1, 1), date(2026, 1, 1))).dates
    assert (found.relation, found.about) == ("promised", "final-exit")
