"""Days inside a text that tell of something else than its publication."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.corpus.publication.self_dates import self_dates
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

TITLE = "صيانة الجسر القديم تبدأ بعد العيد"
SIGNED = "قال المدير في بيان تلاه هذا اليوم {} إن العمل بدأ في الجسر القديم وسيستمر شهرين."


def _day(read_one, *lines: str) -> date | None:
    published = read_one("a.txt", "\n\n".join(lines) + "\n").publication
    return published.published_from if published.published_from == published.published_to else None


def test_a_weekday_without_its_number_is_no_day_of_a_year(read_one) -> None:
    title = "مهندس الجسر القديم يكشف حقائق عن صيانة عام 2012"
    lead = "استضافت قناة المدينة امس الجمعة مهندس الجسر القديم في حوار طويل"
    assert _day(read_one, title, lead, SECOND, THIRD) is None


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("الاثنين الموافق 10/4/1436هـ", ()),  # reckoned a Friday
        ("الجمعة الموافق 10/4/1436هـ", (date(2015, 1, 30),)),
        ("السبت الموافق 10/4/1436هـ", (date(2015, 1, 30),)),  # where the month began a day later
    ],
)
def test_a_hijri_day_far_from_its_weekday_is_a_slip(told, days) -> None:
    assert tuple(day for day, _ in self_dates(SIGNED.format(told)).days) == days


def test_labelled_days_of_a_chronicle_date_no_article(read_one) -> None:
    first, second = "التاريخ: 24 - 10 - 2011", "التاريخ: 3 - 5 - 2013"
    assert _day(read_one, TITLE, PARAGRAPH, SECOND, first, THIRD, second, SECOND, THIRD) is None
    assert _day(read_one, TITLE, PARAGRAPH, SECOND, THIRD, first) == date(2011, 10, 24)


def test_the_next_sunday_of_a_programme_is_not_the_day_it_was_printed(read_one) -> None:
    lead = "أعلن مجلس المحافظة، في بيان صدر أخيراً، أن مباريات بطولة المدينة تبدأ يوم الأحد {}في الملعب."
    day = "الأحد 26 فيفري 2017"
    assert _day(read_one, TITLE, lead.format("القادم "), SECOND, day, THIRD, SECOND) is None
    assert _day(read_one, TITLE, lead.format(""), SECOND, day, THIRD, SECOND) == date(2017, 2, 26)


def test_a_bulletin_s_title_gives_its_day(read_one) -> None:
    title = "مقدمات نشرات الأخبار المسائية ليوم السبت 17 كانون الأول 2022"
    assert _day(read_one, title, "", PARAGRAPH, "", SECOND) == date(2022, 12, 17)


def test_the_first_line_over_a_title_that_its_post_repeats_is_a_blog_s_day(read_one) -> None:
    title = "جسر الزبيدية العائم يفتح أمام الشاحنات بعد صيانة دامت شهرين"
    day = "الأحد، 25 يناير 2026"
    posted = (day, "", title, "", title, "", SECOND, "", THIRD)
    assert _day(read_one, *posted) == date(2026, 1, 25)
    once = (day, "", title, "", SECOND, "", THIRD)
    assert _day(read_one, *once) is None


def test_the_first_day_of_a_blog_s_label_page_is_its_first_post_s(read_one) -> None:
    title = "جسر الزبيدية العائم يفتح أمام الشاحنات بعد صيانة دامت شهرين"
    label = "إظهار الرسائل ذات التسميات جسور. إظهار كافة الرسائل"
    page = (label, "", "الأحد، 25 يناير 2026", "", title, "", SECOND, "", THIRD)
    assert _day(read_one, *page) == date(2026, 1, 25)


def test_the_day_in_brackets_on_which_the_outlet_followed_a_message_is_its_own(read_one) -> None:
    said = 'وقال رئيس البلدية في تدوينة تابعتها "المدى"، (18 كانون الثاني 2026)، إن العمل بدأ.'
    assert _day(read_one, TITLE, PARAGRAPH, said, THIRD) == date(2026, 1, 18)


def test_today_in_the_second_paragraph_of_a_quotation_is_not_the_text_s_own(read_one) -> None:
    title = "جسر الزبيدية العائم يفتح أمام الشاحنات بعد صيانة دامت شهرين"
    opening = "«افتتحنا الجسر أمام المركبات كلها بعد صيانته."
    told = "وكان الحضور كبيراً اليوم (12 آذار 2007) على الضفتين»."
    assert _day(read_one, title, opening, told, SECOND, THIRD) is None
    assert _day(read_one, title, f"{opening}»", told[:-2], SECOND, THIRD) == date(2007, 3, 12)


def test_a_paper_called_today_names_no_day_of_the_text(read_one) -> None:
    title = "جسر الزبيدية العائم يفتح أمام الشاحنات بعد صيانة دامت شهرين"
    paper = "وأختم بخبر في صحيفة اليوم (الجمعة 23 فبراير 2007) عن صيانة الجسر القديم كله."
    assert _day(read_one, title, SECOND, paper, THIRD) is None
    own = paper.replace("في صحيفة اليوم", "أعلن اليوم")
    assert _day(read_one, title, SECOND, own, THIRD) == date(2007, 2, 23)


def test_a_label_run_together_with_the_first_words_gives_the_day(read_one) -> None:
    lead = "تم النشر في: 20 مارس 2025, 8:42 مساءً بدأت مديرية الطرق صيانة الجسر القديم، " + PARAGRAPH
    assert _day(read_one, lead, SECOND, THIRD) == date(2025, 3, 20)


def test_a_lead_s_day_that_the_second_paragraph_calls_today_is_the_day(read_one) -> None:
    lead = (
        "بحث مدير الطرق، الأربعاء 14 كانون الثاني 2026، مع وفد المهندسين صيانة الجسر القديم، "
        + PARAGRAPH * 3
    )
    assert 350 < len(lead) < 650
    statement = 'وذكر بيان للمديرية أن "المدير استقبل، {} الأربعاء، وفد المهندسين".'
    assert _day(read_one, TITLE, lead, statement.format("اليوم"), THIRD) == date(2026, 1, 14)
    assert _day(read_one, TITLE, lead, statement.format("يوم"), THIRD) is None
    told = "\n\n".join((TITLE, lead, statement.format("يوم"), THIRD)) + "\n"
    assert read_one("a.txt", told).publication.published_from == date(2026, 1, 14)  # no earlier


def test_the_second_of_a_site_s_last_change_below_its_logo_is_no_day(read_one) -> None:
    stamp = "آخر تحديث : الجمعة 29 آذار 2024   الساعة 11:57:03"
    assert _day(read_one, "Logo Maraya", stamp, "مرايا برس", TITLE, SECOND, THIRD) is None
    assert _day(read_one, TITLE, stamp, SECOND, THIRD) == date(2024, 3, 29)


def test_a_day_between_weekday_and_hijri_with_blanks_is_the_page_s(read_one) -> None:
    lines = ("الإثنين", "23 02 2026", "5 رمضان 1447", TITLE, SECOND, THIRD)
    assert read_one("a.txt", "\n".join(lines) + "\n").publication.published_from == date(
        2026, 2, 23
    )


def test_a_first_line_that_ends_in_the_agencies_desk_is_no_town_s_clock(read_one) -> None:
    line = "الإثنين 23 فبراير-شباط 2026 الساعة 04 مساءً / {}"
    text = line + "\n\n" + "\n\n".join((SECOND, THIRD)) + "\n"
    found = read_one("a.txt", text.format("مرايا برس - وكالات")).publication
    assert found.published_from == date(2026, 2, 23)
