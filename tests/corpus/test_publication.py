"""Publication dates: every style of stating them, and everything that only looks like one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from rasid.corpus.publication.bracket import bracket
from rasid.corpus.publication.dating import date_in_url, read_date
from tests.corpus.conftest import BODY, PARAGRAPH, SECOND, THIRD

D = date(2024, 9, 18)
TITLE = "صيانة الجسر القديم تبدأ بعد العيد"


@pytest.mark.parametrize(
    "line",
    [
        "الأربعاء 18 سبتمبر 2024", "١٨ أيلول ٢٠٢٤", "18 شتنبر 2024 - 14:02", "18 أيلول/سبتمبر 2024",
        "نشر في: 18/09/2024 - 16:31", "2024-09-18 | 01:12", "18-09-2024", "2024/09/18", "18.09.2024 | 15:02 GMT",
        "تاريخ النشر: 18th, September 2024 GMT", "سبتمبر 18, 2024", "الأربعاء, سبتمبر 18, 2024", "Sep 18, 2024",
        "September 18, 2024 5:30 pm", "Wed, 18 Sep 2024 10:00:00 GMT", "14:20 م 18/9/2024", "18 سبتمبر 20245512",
        "الأربعاء 15 ربيع الأول 1446 هـ الموافق 18 سبتمبر 2024", "نُشر: 07:15-18 سبتمبر 2024 م ـ 15 ربيع الأول 1446 هـ",
        "2024-09-18T10:00:00+03:00", "الساعة 8:47 مساءً الأربعاء ١٨ سبتمبر ٢٠٢٤", "2024.09.18 - 13:31",
    ],
)  # fmt: skip
def test_stated_lines(read_one, line) -> None:
    article = read_one(
        "a.txt", f"{TITLE}\n\n{line}\n\n{PARAGRAPH.replace('الأحد', 'الأربعاء')}\n\n{SECOND}\n"
    )
    published = article.publication
    assert (published.published_from, published.published_to, published.method) == (D, D, "stated")
    assert line.split()[-1] in published.evidence
    assert line not in article.body


@pytest.mark.parametrize(
    "line",
    [
        "آخر تحديث: 20 سبتمبر 2024 | نشر: 18 سبتمبر 2024",
        "تم التحديث 21/09/2024 10:15 - نُشر في 18/09/2024 08:00",
        "نشر: 18 سبتمبر 2024 • آخر تعديل: 20 سبتمبر 2024",
        "Updated: September 20, 2024 | Published: September 18, 2024",
    ],
)
def test_a_line_of_two_days_gives_that_of_the_publication(read_one, line) -> None:
    published = read_one("a.txt", f"{TITLE}\n\n{line}\n\n{BODY}\n").publication
    assert (published.published_from, published.published_to, published.method) == (D, D, "stated")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12 جويلية 2023", date(2023, 7, 12), date(2023, 7, 12)),
        ("25/13/2024", None, None),
        ("13/25/2024", None, None),
        ("09/18/2024", D, D),  # an order that cannot be is turned round
        ("8/9/2024 3:15:00 PM", date(2024, 9, 8), date(2024, 9, 8)),
        ("الأحد 9/8/2024", date(2024, 9, 8), date(2024, 9, 8)),  # the weekday decides
        ("18/9/202418 سبتمبر 2024", D, D),  # the short and the written form run together
        ("18/9/2024١٨ سبتمبر ٢٠٢٤", D, D),
        ("آخر تحديث سبتمبر 18, 2024", D, D),
        ("الأربعاء، 16 تشرين1/أكتوير 2024", date(2024, 10, 16), date(2024, 10, 16)),
        ("السبت, 04 كانون2/يناير 2025 18:20", date(2025, 1, 4), date(2025, 1, 4)),
        ("هيت نيوزأغسطس 27, 2025", date(2025, 8, 27), date(2025, 8, 27)),
        ("16 ت2 2025", date(2025, 11, 16), date(2025, 11, 16)),
        ("اثنين, 09/12/2024", date(2024, 12, 9), date(2024, 12, 9)),  # so does its bare name
        ("خميس, 09/12/2024", date(2024, 9, 12), date(2024, 9, 12)),
        ("12/03/20241,204", date(2024, 3, 12), date(2024, 3, 12)),  # a counter beside it
        ("12/03/202435", date(2024, 3, 12), date(2024, 3, 12)),
        ("12/03/202410:35", date(2024, 3, 12), date(2024, 3, 12)),
        ("4 مايس 2019", date(2019, 5, 4), date(2019, 5, 4)),
        ("مايس 4, 2019", date(2019, 5, 4), date(2019, 5, 4)),
        ("14 – أغسطس – 2024", date(2024, 8, 14), date(2024, 8, 14)),
        ("18.09.2024 15:04", D, D),
        ("2024-09", date(2024, 9, 1), date(2024, 9, 30)),
        ("2024-09-01/2024-09-20", date(2024, 9, 1), date(2024, 9, 20)),
        ("1726617600", D, D),
        ("15 رمضان 1445", date(2024, 3, 24), date(2024, 3, 26)),  # Hijri alone: a day either way
        ("الاثنين 15 رمضان 1445", date(2024, 3, 25), date(2024, 3, 25)),
        ("بلا تاريخ", None, None),
    ],
)
def test_read_date(text, first, last) -> None:
    stated = read_date(text)
    assert (stated and stated.first, stated and stated.last) == (first, last)


def _day(read_one, text: str) -> tuple[str, str]:
    published = read_one("p.txt", text).publication
    return str(published.published_from), published.method


def test_dates_of_other_articles_in_the_text_and_below_it_do_not_count(read_one) -> None:
    inset = f"{TITLE}\n\n18-09-2024\n\n{PARAGRAPH}\n\nخبر آخر عن السوق\n17-09-2024\n\n{SECOND}\n\n{THIRD}\n"
    assert _day(read_one, inset.replace("الأحد", "الأربعاء"))[0] == "2024-09-18"
    below = f"{TITLE}\n\n{PARAGRAPH}\n\n{SECOND}\n\nخبر عن الطقس — 9 نوفمبر 2025\nآخر عن السوق — 8 نوفمبر 2025\n"
    assert _day(read_one, below)[1] == "none"


CLOCKS = [
    "الأحد 15 سبتمبر 2024\n22° القدس\nالرئيسية\n{T}",
    "الأحد 15 سبتمبر 2024 | 34° الموصل\n{T}",
    "الساعة 00:00 م\nالأحد 15 سبتمبر 2024\n22° القدس\n25° غزة\n3.66 دولار أمريكي\n{T}",
    "• Sunday 15 September 2024\n• 2024/09/15 22:00:19\n{T}",
    "الأحد 15 سبتمبر 2024 08:12 مـ 12 ربيع الأول 1446 هـ\nجريدة الضفة رئيس التحرير حسن علي\n{T}",
    "جريدة الضفة\nالأحد 15 سبتمبر 2024\nرئيس مجلس الإدارة\nحسن علي\n{T}",
    "الضفة\nالأحد، 15 سبتمبر 2024\nتسجيل الدخول\nبحث\n{T}",
    "الأحد 15 سبتمبر 2024 أبوظبي الإمارات\nالأخبار المحلية\n{T}",
    "الفجر 4:20 الشروق 5:41\nالأحد 15 سبتمبر 2024\n{T}",
    "آخر الأخبار\n\nالأحد 15 سبتمبر 2024\n{T}",
    "الأحد 15 أيلول 2024\nشبكة الضفة الإعلامية\nمحليات\n{T}",
]


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_site_s_clock_needs_more_than_a_weekday(read_one, clock) -> None:
    """One page in seven was saved on the weekday that its text calls today, whatever its age."""
    page = f"{clock.replace('{T}', TITLE)}\n\n{{}}\n\n{SECOND}\n"
    today = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد")
    published = read_one("a.txt", page.format(today)).publication
    assert (published.published_from, published.method) == (None, "none")
    assert published.collected_at == datetime(2024, 9, 15)
    dated = today.replace("اليوم الأحد", "اليوم الأحد (15 أيلول 2024)")
    assert _day(read_one, page.format(dated)) == ("2024-09-15", "stated")


def test_what_happened_in_the_week_before_a_clock_bears_its_weekday_out(read_one) -> None:
    page = f"الأحد 15 سبتمبر 2024\nالرئيسية\nسياسة\n{TITLE}\n\n{{}} {{}}\n\n{SECOND}\n"
    today = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد")
    lately = read_one(
        "a.txt", page.format(today, "وكان الجسر قد أغلق في 10 أيلول 2024.")
    ).publication
    assert (lately.published_from, lately.published_to) == (date(2024, 9, 15),) * 2
    long_ago = read_one(
        "b.txt", page.format(today, "وكان الجسر قد أغلق في 10 آذار 2022.")
    ).publication
    assert (long_ago.published_from, long_ago.published_to) == (
        date(2022, 3, 10),
        date(2024, 9, 15),
    )
    assert long_ago.method == "inferred"


def test_what_is_inferred_is_never_a_bare_day(read_one) -> None:
    """The latest event dated in the text is of the day on which the page was saved."""
    page = f"الأحد 15 سبتمبر 2024\nالرئيسية\nسياسة\n{TITLE}\n\n{{}}\n\n{SECOND}\n"
    event = PARAGRAPH.replace("صباح الأحد", "في 15 أيلول 2024")
    published = read_one("a.txt", page.format(event)).publication
    assert (published.method, published.precision) == ("inferred", "interval")
    assert (published.published_from, published.published_to) == (
        date(2024, 9, 15), date(2024, 9, 16),
    )  # fmt: skip


def test_a_clock_later_than_what_the_text_calls_to_come_is_the_site_s(read_one) -> None:
    page = f"الأحد 15 سبتمبر 2024 - 15:20\n{TITLE}\n\n{{}} {{}}\n\n{SECOND}\n"
    today = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد")
    assert _day(read_one, page.format(today, ""))[0] == "2024-09-15"
    plan = "ومن المقرر أن يفتح الجسر في 20 حزيران 2023."
    assert _day(read_one, page.format(today, plan))[1] != "stated"


@pytest.mark.parametrize(
    "head",
    [
        "الأحد 15 سبتمبر 2024 - 15:20\n{T}",
        "الرئيسية / محليات\nالأحد 15 سبتمبر 2024 15:20\n{T}",
        "الضفة نيوز\nالأحد 15-09-2024 09:40 ص\nمحليات\n{T}",
        "{T} في الموصل\n\n02:02 ص الأحد 15 سبتمبر 2024\n\n{T}",
        "رئيس التحرير\nحسن علي\n\n{T}\n\nالأحد 15 سبتمبر 2024",
        "{T}\nالأحد 15 سبتمبر 2024 08:12 مـ 12 ربيع الأول 1446 هـ",
        "الاثنين 16 سبتمبر 2024\nالرئيسية\nمحليات\n{T}\nالأحد 15 سبتمبر 2024 08:12 م",
        "تحرير سامر على الأحد، 15 أيلول/سبتمبر 2024\nفئة: محليات\n\n{T}",
    ],
)
def test_a_day_beside_the_title_is_no_site_s_clock(read_one, head) -> None:
    today = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد")
    page = f"{head.replace('{T}', TITLE)}\n\n{today}\n\n{SECOND}\n"
    assert _day(read_one, page) == ("2024-09-15", "stated")


@pytest.mark.parametrize(("lines", "method"), [(7, "stated"), (1, "none")])
def test_a_blog_s_day_stands_below_its_sidebar(read_one, lines, method) -> None:
    links = [
        "جريدة الضفة",
        "إذاعة الجسر",
        "وكالة الواحة",
        "قناة السد",
        "شبكة الفنار",
        "مرصد الهور",
        "دار التمر",
    ]
    head = "\n\n".join([*links[:lines], "الأحد، 15 سبتمبر 2024", TITLE])
    body = PARAGRAPH.replace("صباح الأحد", "أمس")
    assert _day(read_one, f"{head}\n\n{body}\n\n{SECOND}\n\n{THIRD}\n")[1] == method


def test_a_day_told_with_the_weekday_that_is_called_today_is_the_text_s_own(read_one) -> None:
    lead = "أعلنت البلدية، الأحد 15 أيلول 2024، إغلاق الجسر القديم أمام الشاحنات."
    today = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد")
    page = f"{TITLE}\n\n{lead}\n\n{{}}\n\n{SECOND}\n"
    assert _day(read_one, page.format(today)) == ("2024-09-15", "stated")
    other = today.replace("اليوم الأحد", "اليوم الأربعاء")
    assert _day(read_one, page.format(other))[1] != "stated"


def test_what_is_to_begin_bounds_nothing_from_below() -> None:
    plan = "قال إن القوات تبدأ الانسحاب في أيلول 2025، على أن تقوم بإخلاء الإقليم في أيلول 2026."
    assert bracket(plan, date(2026, 11, 1)) is None
    after = bracket("وانتهى الجرد في تموز 2024. " + plan, date(2026, 11, 1))
    assert after is not None
    assert after[:2] == (date(2024, 7, 1), date(2025, 9, 30))


def test_a_day_within_the_collections_month_is_borne_out_by_it(read_one) -> None:
    text = f"date 2024-09 2024-09-15 01:00:08 - المصدر: جريدة المدى\n\n{BODY}\n"
    assert _day(read_one, text) == ("2024-09-15", "stated")
    assert _day(read_one, f"date 2024-09 {BODY}\n") == ("2024-09-01", "stated")


def test_an_untranslated_clock_leaves_the_order_open(read) -> None:
    body = PARAGRAPH.replace("صباح الأحد", "أمس")
    (article,), _ = read("a.txt", f"{TITLE}\n\n8/9/2024 3:15:00 PM\n\n{body}\n\n{SECOND}\n")
    assert article.publication.precision == "interval"
    assert article.publication.published_from == date(2024, 8, 9)
    assert article.publication.published_to == date(2024, 9, 8)
    told = body.replace("أمس", "اليوم الجمعة")  # 9 August 2024 was a Friday
    (article,), _ = read("b.txt", f"{TITLE}\n\n8/9/2024 3:15:00 PM\n\n{told}\n\n{SECOND}\n")
    assert (
        article.publication.published_from == article.publication.published_to == date(2024, 8, 9)
    )


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.iq/2024/9/18/a-b", D), ("https://x.iq/news/2024-09-18/abc", D),
        ("https://x.iq/a?cdate=18092024&id=1", D), ("https://x.iq/20240918/sp27.htm", D),
        ("https://x.iq/archives/739320", None), ("https://x.iq/18-09-2024-abc", D),
        ("https://x.iq/2024/middle_east/9/18/a-b", D), ("https://x.iq/2024/news/88/18/a-b", None),
    ],
)  # fmt: skip
def test_addresses(url, day) -> None:
    stated = date_in_url(url)
    assert (stated and stated.first) == day


def test_a_crawl_stamp_is_collection_only(read_one) -> None:
    article = read_one(
        "a.txt", f"المدى:\n2025-03-29@01:10:57 GMT\n\n{TITLE}\n\n{PARAGRAPH}\n\n{SECOND}\n"
    )
    assert article.publication.collected_at == datetime(2025, 3, 29, 1, 10, 57)
    assert article.publication.method in ("none", "inferred")
    assert article.origin.outlet_id == "almada"


def test_weekday_and_day_that_disagree_are_reported(read) -> None:
    (article,), problems = read(
        "a.txt", f"{TITLE}\n\nالجمعة 18 سبتمبر 2024\n\n{PARAGRAPH}\n\n{SECOND}\n"
    )
    assert article.publication.published_from == D
    assert [p.problem for p in problems] == ["date-disagrees"]


def test_a_day_called_today_whose_weekday_is_its_neighbours_is_one_of_the_two(read) -> None:
    (article,), problems = read(
        "a.txt", f"{TITLE}\n\nأعلنت الوزارة اليوم الثلاثاء 18 سبتمبر 2024، أن الجسر سليم.\n"
    )
    published = article.publication
    assert (published.published_from, published.published_to) == (D - timedelta(1), D)
    assert (published.precision, published.method) == ("interval", "stated")
    assert [p.problem for p in problems] == ["date-disagrees"]
    (article,), _ = read(
        "a.txt", f"{TITLE}\n\nأعلنت الوزارة اليوم الأحد 18 سبتمبر 2024، أن الجسر سليم.\n"
    )
    assert article.publication.published_from is None


def test_a_date_in_a_second_article_does_not_count(read_one) -> None:
    text = (
        f"{TITLE}\n\n{PARAGRAPH}\n\n{SECOND}\n\nالمصدر: المدى\n\nإقرأ أيضاً:\n\n"
        f"خبر آخر تماماً عن الطقس\n\nتاريخ النشر: 3 مارس 2025\n\n{THIRD}\n"
    )
    article = read_one("a.txt", text)
    assert article.publication.method in ("none", "inferred")
    assert THIRD not in article.body


def test_a_named_day_with_its_weekday_fixes_the_week() -> None:
    text = (
        "قالت السفيرة، السبت، إن التعاون مستمر.\nوأضافت بمناسبة اليوم الدولي للسلام أن بلادها ملتزمة بالعمل.\n"
        "وكانت اللجنة قد تشكلت في آب 2023، وستنهي عملها بحلول أيلول 2025.\n"
    )
    found = bracket(text, date(2026, 1, 1))
    assert found is not None
    assert found[0] == date(2024, 9, 21)
    assert found[1] <= date(2024, 9, 28)


def test_the_day_from_which_an_agreement_holds_bounds_nothing() -> None:
    text = "قتل الضابط في 5 آذار 2025. ويقضي الاتفاق بإخلاء المقرات اعتباراً من شهر أيلول 2025 وعلى مراحل."
    found = bracket(text, date(2026, 1, 1))
    assert found is not None
    assert found[0] == date(2025, 3, 5)


def test_last_month_and_a_deadline_make_a_bracket() -> None:
    text = (
        "جاء القرار بعد جولة عقدت في يوليو/تموز الماضي، وتضمنت خروج القوات بحلول نهاية عام 2021.\n"
        "وكانت المدينة قد استعيدت عام 2017.\n"
    )
    found = bracket(text, date(2026, 1, 1))
    assert found is not None
    assert (found[0], found[1]) == (date(2021, 8, 1), date(2021, 12, 31))


def test_nothing_dated_gives_nothing() -> None:
    assert bracket("لا تاريخ في هذا النص على الإطلاق.", date(2026, 1, 1)) is None


def test_a_refused_clock_is_when_the_page_was_saved(read_one) -> None:
    clock = "الخميس 25 ابريل 2024\nالرئيسية\nسياسة\n"
    article = read_one(
        "a.txt", f"{clock}{TITLE}\n\n{PARAGRAPH.replace('صباح الأحد', 'اليوم السبت')}\n\n{SECOND}\n"
    )
    assert article.publication.collected_at == datetime(2024, 4, 25)


def test_the_day_the_text_calls_today_overrules_a_bare_line(read_one) -> None:
    text = PARAGRAPH.replace("صباح الأحد", "اليوم الأحد 15 أيلول 2024")
    article = read_one("a.txt", f"{TITLE}\n\n3 آذار 2026\n\n{text}\n\n{SECOND}\n")
    assert (
        article.publication.published_from == article.publication.published_to == date(2024, 9, 15)
    )


def test_a_weekday_the_text_calls_today_denies_a_bare_line(read_one) -> None:
    lead = "أعلنت الوزارة، اليوم {}، عودة المياه إلى الأهوار بعد ثلاثة أعوام."
    page = f"عودة المياه إلى الأهوار\n\nالثلاثاء 20 مايو 2025\n\n{lead}\n"
    said = read_one("p.txt", page.format("الاثنين"))
    denied = read_one("p.txt", page.format("الخميس"))
    assert said.publication.published_from == date(2025, 5, 20)
    assert denied.publication.method in ("none", "inferred")


def test_a_month_in_a_title_dates_nothing(read_one) -> None:
    lead = "أعلنت الوزارة عودة المياه إلى الأهوار بعد ثلاثة أعوام من الجفاف."
    page = f"الوزارة تؤكد عودة المياه بحلول أيلول 2026\n\n{lead}\n"
    assert read_one("p.txt", page).publication.method in ("none", "inferred")


def test_the_day_a_picture_was_taken_is_not_the_articles(read_one) -> None:
    caption = "مبنى البلدية القديم في مركز المدينة بغداد في 19 كانون الثاني (يناير) 2022"
    assert (
        _day(read_one, f"{TITLE}\n\n{caption}\n\n{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n")[1] == "none"
    )
    stated = f"{TITLE}\n\n{caption}\n\n15 أيلول 2024\n\n{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n"
    assert _day(read_one, stated) == ("2024-09-15", "stated")


def test_a_label_run_together_with_the_lead_states_the_day(read_one) -> None:
    text = f"آخر تحديث: 15 أيلول 2024 - 2:59 م بغداد/ شبكة أخبار العراق- {PARAGRAPH} {SECOND}\n{THIRD}\n"
    assert _day(read_one, text) == ("2024-09-15", "stated")


@pytest.mark.parametrize(
    ("line", "foot", "day"),
    [
        ("الأربعاء 18 أيلول", "© 2024 موقع الجسر. جميع الحقوق محفوظة", D),
        ("الأربعاء 18 أيلول", "جميع الحقوق محفوظة 2026", None),  # 2019 was such a year too
        ("18 أيلول", "© 2024 موقع الجسر. جميع الحقوق محفوظة", None),  # nothing bears the year out
        ("الأربعاء 18 أيلول", "موقع الجسر", None),
    ],
)
def test_a_day_without_its_year(read_one, line, foot, day) -> None:
    body = BODY.replace("صباح الأحد", "صباح الأربعاء")
    published = read_one("a.txt", f"{TITLE}\n\n{line}\n\n{body}\n\n{foot}\n").publication
    assert published.published_from == day
    assert published.evidence == (line if day else "")


@pytest.mark.parametrize(
    "head",
    [
        "سبتمبر 20, 2025\nشبكة الجسر الإعلامية\nصحيفة إلكترونية يومية تصدر في الموصل\n{T}",
        "السبت 20 سبتمبر / September 2025\n{T}\n{T}\nشارك القصة",
        "السبت 20 سبتمبر 2025\nتوقيت بغداد 22:35 م\n{T}",
        "السبت 20/أيلول/2025\n\n{T}",
    ],
)
def test_the_clock_at_a_page_s_top_dates_nothing(read_one, head) -> None:
    source = (
        f"{head.replace('{T}', TITLE)}\n\n{SECOND}\n{THIRD}\n{SECOND.replace('البيان', 'المصدر')}\n"
    )
    assert read_one("a.txt", source).publication.method in ("none", "inferred")


def test_a_picture_s_day_is_not_the_article_s(read_one) -> None:
    picture = "عمال ينظفون محيط الجسر القديم قرب ضفة النهر في الموصل- 11 تشرين الثاني 2024 (صدى)"
    published = read_one("a.txt", f"{picture}\n{picture}\n{BODY}\n").publication
    assert published.method in ("none", "inferred")


def test_a_member_s_last_visit_dates_no_post(read_one) -> None:
    head = "#1\nقديم 09-18-2024, 04:28 AM\nسامر\nتاريخ التسجيل : Mar 2015\nأخر زيارة : 06-10-2025 (02:15 PM)"
    published = read_one("a.txt", f"{head}\n\n{TITLE}\n\n{SECOND}\n{THIRD}\n").publication
    assert (published.published_from, published.method) == (D, "stated")


def test_a_day_called_today_within_a_quotation_is_not_the_texts_own(read_one) -> None:
    quoted = 'وجاء في التعليق المرافق للصورة "أجمل صورة من مسيرة اليوم الأحد 8 مايو 2022"، وهي صورة قديمة.'
    article = read_one("a.txt", f"{TITLE}\n\n{SECOND}\n\n{quoted}\n\n{THIRD}\n")
    assert article.publication.method != "stated"


@pytest.mark.parametrize("blank", [" ", "\n"])
def test_the_day_in_an_aggregators_head(read_one, blank) -> None:
    head = f"{TITLE}\n\nالبصرة في الأحد 3 أغسطس 2025 05:57 مساءً كتب سمير جمال - {SECOND}{blank}{THIRD}\n"
    found = read_one("a.txt", head).publication
    assert (found.published_from, found.published_to, found.method) == (
        date(2025, 8, 3),
        date(2025, 8, 3),
        "stated",
    )


def test_a_forum_states_the_day_behind_the_subject(read_one) -> None:
    member = "عدد المساهمات : 613 تاريخ التسجيل : 21/09/2009"
    subject = f"موضوع: {TITLE} السبت 9 أكتوبر 2021 - 21:30"
    found = read_one("a.txt", f"{member}\n{subject}\n{SECOND}\n{THIRD}\n").publication
    assert found.published_from == found.published_to == date(2021, 10, 9)


@pytest.mark.parametrize(
    "line", ["سمير جمالبواسطة سمير جمالالسبت 20 ديسمبر 4:10 م1 دقائق", "السبت 20 ديسمبر 4:10 م"]
)
def test_a_day_without_its_year_beside_the_writer(read_one, line) -> None:
    page = f"{TITLE}\n\n{line}\n\n{SECOND}\n\n{THIRD}\n\n© 2025 مرآة الفرات. جميع الحقوق محفوظة.\n"
    found = read_one("a.txt", page).publication
    assert found.published_from == found.published_to == date(2025, 12, 20)


def test_a_message_of_a_messenger_states_its_moment(read_one) -> None:
    sent = "قناة الضفة الآن, [18/09/2025 14:22]"
    article = read_one("a.txt", f"{sent}\n[ Photo ]\n{TITLE}\n\n{SECOND}\n{THIRD}\n\n👁 12.4K\n")
    assert (
        article.publication.published_from == article.publication.published_to == date(2025, 9, 18)
    )
    assert article.body.split("\n") == [SECOND, THIRD]


@pytest.mark.parametrize("line", ["07.08.2023 | 05:03", "07-08-2023"])
def test_dots_and_dashes_put_the_day_first_whatever_weekday_is_named(read_one, line) -> None:
    said = SECOND.replace(
        "وأضاف البيان", "وأضاف البيان مساء السبت"
    )  # 2023-07-08, were the month first
    found = read_one("a.txt", f"{TITLE}\n\n{line}\n\n{said}\n\n{THIRD}\n").publication
    assert found.published_from != date(2023, 7, 8)


def test_several_weekdays_do_not_turn_day_and_month_round(read_one) -> None:
    week = SECOND.replace("وأضاف البيان", "وأضاف البيان مساء السبت ثم فجر الثلاثاء")
    found = read_one("a.txt", f"{TITLE}\n\nنشر في 07/08/2023\n\n{week}\n\n{THIRD}\n").publication
    assert found.published_from == found.published_to == date(2023, 8, 7)


def test_egypts_spelling_of_july_beside_the_hour(read_one) -> None:
    found = read_one(
        "a.txt", f"إعلان\n\n{TITLE}\n\n10:31 ص السبت 17 يوليه 2021\n\n{SECOND}\n\n{THIRD}\n"
    ).publication
    assert (found.published_from, found.published_to) == (date(2021, 7, 17), date(2021, 7, 17))


def test_a_forums_first_post_dates_the_text_and_no_reply_does(read_one) -> None:
    post = f"29-03-2023, 10:15\n#1\nابو سجاد\nعضو فعال\n{TITLE}\n{BODY}\n"
    replies = f"01-04-2023, 00:36\n#2\nقارئ\nرد: {TITLE}\nشكرا على النقل\n05-04-2023, 11:20\n#3\nتسلم ايدك\n"
    found = read_one("a.txt", post + replies).publication
    assert found.published_from == found.published_to == date(2023, 3, 29)
    found = read_one("b.txt", f"{TITLE}\n{BODY}\n{replies}").publication
    assert found.method != "stated"
