"""Chronicles: the year told once at the head of a line or a list is that of what stands below it."""

from __future__ import annotations

from datetime import date

from rasid.language.dates import find_date_expressions

_TODAY = date(2025, 8, 20)


def _days(text: str) -> list[str]:
    return [f"{e.date_from}..{e.date_to}" for e in find_date_expressions(text, _TODAY)]


def test_headings_without_a_year_take_it_from_the_one_above_and_rise() -> None:
    text = (
        "فيما يلي تسلسل زمني.\n20 مارس 2003: دخلت القوات البلاد.\n9 أبريل: سقطت العاصمة.\n"
        "الأول من مايو: أعلن انتهاء المعارك.\n12 يناير: شكلت لجنة.\n22 فبراير 2006: وقع تفجير."
    )
    assert _days(text) == [
        f"{day}..{day}"
        for day in ("2003-03-20", "2003-04-09", "2003-05-01", "2004-01-12", "2006-02-22")
    ]


def test_a_year_at_the_head_of_a_line_holds_to_its_end_and_through_its_bullets() -> None:
    text = (
        "2003 (بدء المهمة): وصلت الفرق في نيسان، وشهد هذا العام معارك.\n"
        "- وبحلول نهاية أيار بلغ عددها عشرا.\nووصل الوفد في أيار."
    )
    assert _days(text) == [
        "2003-01-01..2003-12-31",
        "2003-04-01..2003-04-30",
        "2003-01-01..2003-12-31",
        "2003-05-21..2003-05-31",
        "2025-05-01..2025-05-31",
    ]


def test_a_year_right_before_a_day_begins_a_chronicle_inside_a_paragraph() -> None:
    text = "وفيما يلي أبرز المحطات : عام 2003 20 مارس/آذار : بدأت الحرب. 9 أبريل : سقطت العاصمة."
    assert _days(text)[1:] == ["2003-03-20..2003-03-20", "2003-04-09..2003-04-09"]


def test_a_heading_that_fills_its_line_dates_the_one_below() -> None:
    assert _days("عام 2007:\nأعلن نشر فرق أخرى في يناير.\n\nووصلت في أيار.")[1:] == [
        "2007-01-01..2007-01-31",
        "2025-05-01..2025-05-31",
    ]


def test_days_in_running_text_keep_the_nearest_year() -> None:
    text = "دخلت القوات في 20 مارس 2003.\nوقال في 9 أبريل: سنبقى.\nوغادرت في أيار."
    assert _days(text)[1:] == ["2025-04-09..2025-04-09", "2025-05-01..2025-05-31"]
