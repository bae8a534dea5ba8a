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
