"""What a text without a stated day allows: bounds come from what it tells as past and as still to come."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.corpus.publication.bracket import bracket

_LATEST = date(2026, 6, 1)
_PAST = "وكان الجسر قد أغلق عام 2014. "


@pytest.mark.parametrize(
    "ahead",
    [
        "وتستعد المدينة لاستضافة مونديال 2022.",
        "وتشير التوقعات إلى ارتفاع عائدات الميناء عام 2023.",
        "ويقام الملتقى في قاعة البلدية يوم 9 نوفمبر 2015.",
        "ومدير البلدية متشائم مما قد يحدث عند انتهاء أجل العقد في 2025.",
    ],
)
def test_what_is_announced_is_no_lower_bound(ahead: str) -> None:
    found = bracket(_PAST + ahead, _LATEST)
    assert found is not None
    assert found[0] == date(2014, 1, 1)


def test_a_past_verb_makes_a_day_a_lower_bound() -> None:
    found = bracket(_PAST + "وأعلنت البلدية في 9 نوفمبر 2015 افتتاحه.", _LATEST)
    assert found is not None
    assert (found[0], found[1]) == (date(2015, 11, 9), _LATEST)


def test_tomorrow_with_its_day_is_an_upper_bound() -> None:
    found = bracket(
        _PAST + "ويعود التيار مساء يوم غد الثلاثاء 20 سبتمبر 2016 إلى الأحياء.", _LATEST
    )
    assert found is not None
    assert (found[0], found[1]) == (date(2014, 1, 1), date(2016, 9, 20))


@pytest.mark.parametrize(
    "told",
    [
        "ويعود آخر سباق على النهر إلى عام 2015.",
        "وسيتعمق النقص بفعل المنشور الصادر بتاريخ 27 فبراير 2017.",
        "وستكمل الدائرة ما بدأته في أبريل من العام الماضي.",
    ],
)
def test_what_goes_back_to_a_year_is_no_plan(told: str) -> None:
    found = bracket(_PAST + told, _LATEST)
    assert found is not None
    assert found[1] == _LATEST


def test_a_far_year_does_not_say_which_last_july() -> None:
    text = _PAST + "وزار الوزير الجسر في يوليو الماضي، وينتهي العقد الثاني عام 2023."
    found = bracket(text, _LATEST)
    assert found is not None
    assert found[0] < date(2016, 1, 1)
    near = bracket(text.replace("عام 2023", "بحلول نهاية عام 2023"), _LATEST)
    assert near is not None
    assert (near[0], near[1]) == (date(2023, 8, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    "due",
    [
        "وقد نصت الخطة على هدم السور بحلول سبتمبر 2020.",
        "وكان من المقرر أن يفتتح السوق بحلول سبتمبر 2020.",
    ],
)
def test_what_was_once_due_bounds_nothing(due: str) -> None:
    found = bracket(_PAST + due, _LATEST)
    assert found is not None
    assert found[:2] == (date(2014, 1, 1), _LATEST)


def test_what_was_done_before_its_deadline_says_not_whether_that_has_come() -> None:
    text = _PAST + "وغادر العمال الميناء في مايو الماضي، أي قبل الموعد النهائي في أيلول 2020."
    found = bracket(text, _LATEST)
    assert found is not None
    assert found[0] == date(2014, 1, 1)
    assert found[1] > date(2020, 9, 30)


def test_what_lasts_until_a_month_may_be_told_years_before() -> None:
    lasting = "وبدأ البناء في آب الماضي. وستستمر الأعمال حتى أيلول 2018 على الأقل."
    found = bracket("وتأسست الشركة عام 2016. " + lasting, _LATEST)
    assert found is not None
    assert found[:2] == (date(2016, 1, 1), date(2018, 9, 30))
    assert bracket(lasting, _LATEST) is None  # nothing says how many years


def test_by_the_month_after_the_last_one_may_be_the_year_before() -> None:
    text = "تأسست الشركة عام 2016. وبدأ البناء في آب الماضي. وتنتهي الأعمال بحلول أيلول 2018."
    found = bracket(text, _LATEST)
    assert found is not None
    assert found[:2] == (date(2016, 1, 1), date(2018, 9, 30))
    near = bracket(text.replace("بحلول أيلول", "بحلول نهاية عام"), _LATEST)
    assert near is not None
    assert near[:2] == (date(2018, 9, 1), date(2018, 12, 31))


def test_beyond_a_year_is_ahead_of_the_text() -> None:
    found = bracket(_PAST + "وقد تبقى الفرق هناك إلى ما بعد عام 2019.", _LATEST)
    assert found is not None
    assert found[:2] == (date(2014, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    "told",
    [
        "وقال المدير إنه سيتم عقد اجتماع بين الشركاء في 31 أيار 2018.",
        "ومع نهاية عام 2018 سيكون للمدينة جسران.",
        "وترتفع العائدات بحلول 2018 من نحو خمسة مليارات في 2010.",
        "وأقرت البلدية الموازنة للعام المالي 2018.",
        "وحتى العام 2012 كانت البلدية تظن أن الجسر يكفي.",
        "وسيقدم المصرف قرضا ضمن الخطة التي قدمت في نهاية 2011.",
        "وينتهي عقد الصيانة في صيف 2018.",
        "وبلغت الحمولة 90 طنا في 2009 قبل أن يتم رفعها في 2010.",
    ],
)
def test_plans_what_they_are_measured_by_and_narrated_turns_leave_the_lower_bound(
    told: str,
) -> None:
    found = bracket(_PAST + told, _LATEST)
    assert found is not None
    assert found[0] == date(2014, 1, 1)
    assert found[1] in (date(2018, 5, 31), date(2018, 8, 31), date(2018, 12, 31), _LATEST)


@pytest.mark.parametrize(
    "told",
    [
        "وتوسعت سيطرة الشركة على سنوات النقل حتى فازت بالعقد في 2016.",
        "واستمر تدفق الشاحنات عليه حتى مطلع 2016.",
        "وارتفع عدد العمال القادمين من المدينة خلال عام 2016.",
        "وتنقل شاحنات السوق السوفيتي القديم ما سجلته المصانع عام 2016.",
    ],
)
def test_years_control_and_those_who_come_from_a_town_are_no_future(told: str) -> None:
    found = bracket(_PAST + told, _LATEST)
    assert found is not None
    assert (found[0], found[1]) == (date(2016, 1, 1), _LATEST)
