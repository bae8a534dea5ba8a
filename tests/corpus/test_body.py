"""The body and its cuts: always the whole source, and what between and below its paragraphs is not of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.corpus.body.cells import cut_cell
from rasid.corpus.body.cuts import lay_out
from tests.corpus.conftest import HEAD, PARAGRAPH, SECOND, THIRD, body_of, reasons_of

PIECES = [
    PARAGRAPH, SECOND, THIRD, "", " ", "\u00a0", "عنوان قصير", "اقرأ أيضاً:", "مقالات ذات صلة", "المصدر: المدى",
    "اترك تعليقاً", "© 2025 المدى", "صورة أرشيفية (رويترز)", "2025-03-29@01:10:57 GMT", "15 أيلول 2024", "•", "شارك",
    "كلمات دلالية: العراق", "بغداد/ عراق أوبزيرفر", "A Latin caption of some words", "\u200f", "فيسبوك تويتر واتساب",
    "\tمسافات  ", "وأضاف", "الأكثر قراءة", PARAGRAPH + " اقرأ أيضاً: خبر آخر",
]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=25))
def test_kept_and_cut_pieces_restore_the_source(lines) -> None:
    source = "\n".join(lines).replace("\r", "")
    for layout in (lay_out(source), cut_cell(source, "عنوان", lambda _: False)):
        if layout is None:
            continue
        cuts = layout.cuts(source)
        position = 0
        for start, end, _ in cuts:
            assert position <= start < end <= len(source)
            position = end
        kept, position, whole = [], 0, []
        for start, end, _ in cuts:
            kept.append(source[position:start])
            whole += [source[position:start], source[start:end]]
            position = end
        kept.append(source[position:])
        assert "".join([*whole, source[position:]]) == source
        body = "".join(kept)
        if (
            layout.lines
            and isinstance(layout.title_line, int)
            and len(layout.reasons) < len(layout.lines)
        ):
            assert body == body.strip("\n")


def test_an_inset_of_headlines_does_not_end_the_article() -> None:
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\nأخبار ذات صلة\nسوق المدينة يفتح أبوابه ليلاً\n"
        f"{SECOND}\n{THIRD}\n"
    )
    assert found["سوق المدينة يفتح أبوابه ليلاً"] == "related"
    assert found[SECOND] == found[THIRD] == ""


def test_a_second_article_below_read_also_isreasons_of() -> None:
    other = "النجف - المدى\nشهدت أسواق النجف ارتفاعاً في أسعار الطماطم بعد تأخر الشاحنات على المنفذ الجنوبي."
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{THIRD}\nاقرأ أيضاً\n"
        f"ارتفاع أسعار الطماطم في أسواق النجف\n{other}\n"
    )
    assert found[other.split("\n")[1]] == "embedded"
    assert found[THIRD] == ""


def test_subheadings_stay_and_captions_go() -> None:
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n\n{PARAGRAPH}\n\nكلفة المشروع\n\n{SECOND}\n\nعمال قرب الجسر.\n\n"
        f"جنود قرب الجسر القديم.\n\n{THIRD}\n"
    )
    assert found["كلفة المشروع"] == ""
    assert found["جنود قرب الجسر القديم."] == "caption"


def test_an_agency_named_in_a_paragraph_is_no_caption() -> None:
    line = "وأعلنت الوزارة أن الجسر آمن، وفقاً لما نقلته عنها وكالة الأنباء السعودية (واس)"
    assert reasons_of(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{line}\n{SECOND}\n")[line] == ""


def test_a_last_paragraph_without_full_stop_stays() -> None:
    line = "وتوقعت المصادر أن يعاد فتح الجسر أمام السيارات الصغيرة قبل نهاية الشهر"
    found = reasons_of(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{line}\nسياسة\nأمن\n")
    assert (found[line], found["أمن"]) == ("", "navigation")


def test_another_report_under_the_same_dateline_isreasons_of() -> None:
    teaser = (
        "المربد اليوم - البصرة أعلنت البلدية، الثلاثاء، إكمال تبليط شارعين، وذكر بيان لها ان العمل يستمر مساء."
        " وقال مدير البلدية ان"
    )
    found = reasons_of(
        f"صيانة الجسر القديم\nالمربد اليوم - البصرة\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{teaser}\n"
    )
    assert (found[THIRD], found[teaser]) == ("", "embedded")


def test_paragraphs_of_an_author_who_sets_no_full_stops_stay() -> None:
    lines = [line.rstrip(".").replace("،", "") for line in (PARAGRAPH, SECOND, THIRD)]
    found = reasons_of(
        "صيانة الجسر القديم تبدأ بعد العيد\n18-09-2024\n" + "\n".join(lines) + "\nسياسة\nأمن\n"
    )
    assert [found[line] for line in lines] == ["", "", ""]
    assert found["أمن"] == "navigation"


def test_a_picture_with_its_rights_is_a_caption_and_ends_nothing() -> None:
    caption = "عمال قرب الجسر القديم في 2 أكتوبر 2024 © أ ف ب"
    found = reasons_of(
        f"صيانة الجسر القديم تبدأ\n{PARAGRAPH}\nنشرت في: 18/09/2024\n{caption}\n{SECOND}\n{THIRD}\n"
    )
    assert (found[caption], found[SECOND], found[THIRD]) == ("caption", "", "")


def test_a_paragraph_broken_at_its_links_stays_whole() -> None:
    source = (
        "صيانة الجسر القديم تبدأ بعد العيد\nموقع النهر\n15-11-2025\nتبدأ بعد العيد صيانة الجسر القديم في\nالموصل\n"
        "بعد إغلاق الطريق المؤدي إليه أمام الشاحنات الكبيرة، وفق مجلس المحافظة.\nوتتحول الحركة إلى جسر قريب من\n"
        "القيارة\nحتى نهاية الشتاء، كما ستُنقل الحواجز إلى مدخل\nحمام العليل\n.\nمواضيع ذات صلة\nسوق المدينة\n"
    )
    layout = lay_out(source)
    kept = [line.text for line in layout.lines if line.number not in layout.reasons]
    assert kept[0] == "تبدأ بعد العيد صيانة الجسر القديم في"
    assert {"الموصل", "القيارة", "حمام العليل", "."} <= set(kept)
    assert "سوق المدينة" not in kept
    headlines = (
        "خبر أول عن سوق المدينة القديم\nسياسة محلية\nخبر ثان عن الطريق السريع\nشؤون بلدية\n"
        "خبر ثالث عن الماء\nأخبار الحي\nخبر رابع عن المدارس\n"
    )
    found = reasons_of(
        f"{headlines}صيانة الجسر القديم تبدأ بعد العيد\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    )
    assert all(found[line] for line in headlines.split("\n") if line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("يمكنكم استلام إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيقنا", "newsletter"),
        ("للتواصل مع الكاتب ارسل رسالة SMS", "share"),
        ("تبدأ بالرمز (100) ثم مسافة ثم نص الرسالة إلى", "share"),
        ("* خدمة «بريد النهر»", "metadata"),
        ("* بالاتفاق مع «وكالة النهر»", "metadata"),
    ],
)
def test_what_readers_are_asked_to_send_or_load_isreasons_of(line: str, reason: str) -> None:
    found = reasons_of(f"{HEAD}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{line}\n")
    assert found[line] == reason
    layout = cut_cell(f"{PARAGRAPH}\n{SECOND}\n{line}", "", lambda _: False)
    assert layout is not None
    assert layout.reasons == {2: reason}


@pytest.mark.parametrize(
    "inset",
    [
        "ليبيا.. ضبط شحنة أسماك فاسدة في طرابلس (فيديو)",
        "رئيس الاتحاد الآسيوي يزور طوكيو ويلتقي مدربي المنتخبات",
        "عرب\nالتحديثات الحية",
    ],
)
def test_a_bare_headline_between_paragraphs_is_foreign(inset) -> None:
    body = body_of(f"{HEAD}\n{PARAGRAPH}\n{inset}\n{SECOND}\n{THIRD}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


@pytest.mark.parametrize(
    "own",
    ["كلفة صيانة الجسر العسكري المؤقت", "هل يسقط سياج الجسر مرة أخرى؟", "وعود لم تصل", "ماذا بعد؟"],
)
def test_the_article_s_own_headings_stay(own) -> None:
    assert own in body_of(f"{HEAD}\n{PARAGRAPH}\n{own}\n{SECOND}\n{THIRD}\n")


def test_a_list_that_a_paragraph_announces_stays() -> None:
    items = "تخصيص رافعات بحرية لميناء الفاو\nتعيين مهندسين من خريجي الجامعات الأهلية"
    opening = "وقال البيان إن المجلس قرر في جلسته الأخيرة ما يأتي:"
    assert items in body_of(f"{HEAD}\n{PARAGRAPH}\n{opening}\n{items}\n{SECOND}\n{THIRD}\n")


def test_paragraphs_run_together_on_one_line_are_no_ticker() -> None:
    whole = "   ".join((PARAGRAPH, SECOND, THIRD, SECOND, THIRD))
    assert body_of(f"{HEAD}\n{whole}\n") == whole + "\n"


def test_lines_broken_within_sentences_stay_whole() -> None:
    source = (
        "أعلن\nمجلس المحافظة في بيان صدر صباح الأحد أن أعمال صيانة الجسر ستبدأ\nبعد العيد.\nوذكر\n"
        "البيان أن الحركة ستتحول إلى الجسر العسكري المؤقت وأن كلفة المشروع\nتدفعها الوزارة.\nوأضاف البيان أن\n"
        "العمال باشروا نصب السياج الجديد.\n"
    )
    assert body_of(source) == source


def test_a_teaser_that_breaks_off_at_the_end_is_foreign() -> None:
    foot = "البطريرك يزور حاضرة الفاتيكان\nفي زيارة قام بها أمس لروما التقى غبطته عدداً من الكرادلة في كنيسة…"
    body = body_of(f"{HEAD}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{foot}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


def test_a_stub_is_not_filled_with_another_article() -> None:
    stub = "من الحجر إلى الحديد.. كيف تغيرت جسور الموصل في قرن؟."
    foot = "المصدر: المدى\nكلمات دلالية: الموصل\nإقرأ أيضاً:\nخبر آخر عن الرياضة\n" + PARAGRAPH
    assert (
        body_of(f"{stub[:-1]}\nتاريخ النشر: 9th, July 2025 GMT\n{stub}\n{foot}\n{SECOND}\n")
        == stub + "\n"
    )


def test_a_programme_of_what_is_on_the_air_is_navigation() -> None:
    schedule = [
        "حديث المساء",
        "هل تكفي مياه السد لمدن الجنوب كلها إذا تأخر المطر هذا العام أيضاً؟",
        "09:18 GMT",
        "13 د",
    ]
    schedule += ["موجز الساعة", "10:00 GMT", "7 د"]
    found = reasons_of(
        "\n".join(["صيانة الجسر القديم تبدأ بعد العيد", PARAGRAPH, SECOND, THIRD, *schedule])
    )
    assert {found[line] for line in schedule} == {"navigation"}


def test_a_points_summary_stays_with_its_article() -> None:
    points = [
        "• أعمال صيانة الجسر القديم تبدأ بعد عطلة العيد والحركة تتحول إلى الجسر العسكري المؤقت قربه.",
        "• سكان الحي طالبوا بالإصلاح قبل سنتين.",
    ]
    found = reasons_of("\n".join(["صيانة الجسر القديم", *points, PARAGRAPH, SECOND, THIRD]))
    assert found[points[0]] == ""
    assert found[PARAGRAPH] == ""


def test_a_line_that_ends_in_a_comma_is_no_headline_below_the_text() -> None:
    last = "وكان سكان الحي ينتظرون إصلاح الجسر منذ سنتين كاملتين،"
    assert reasons_of(f"صيانة الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{last}\nالتعليقات\n")[last] == ""


def test_short_paragraphs_are_no_broken_lines() -> None:
    related = [
        "فريق المدينة يفوز بالكأس للمرة الثالثة",
        "سعر الطحين ينخفض في أسواق الجملة قبل العيد",
        "لماذا تأخر قانون الجسور عشرين سنة؟",
    ]
    own = ["صيانة الجسر القديم", PARAGRAPH, SECOND, THIRD]
    found = reasons_of("\n".join([*own, "مشاركة الخبر", "أخبار متعلقة", *related]))
    assert all(found[line] for line in related)


def test_a_lone_teaser_below_headlines_is_foreign() -> None:
    teaser = "تراجعت أسعار الطحين في أسواق الجملة مع وصول سفينتين محملتين بالحنطة إلى الميناء مطلع الأسبوع."
    own = ["صيانة الجسر القديم", PARAGRAPH, SECOND, THIRD]
    found = reasons_of("\n".join([*own, "اقرأ أيضاً", "الكأس للفريق الأخضر", teaser, "نقاش"]))
    assert found[teaser] in ("embedded", "related")


@pytest.mark.parametrize(
    "picture",
    [
        "  • حارس على الجسر القديم عند الغروب\n    يعبر الجسر كل يوم ألف شاحنة",
        "حارس على الجسر القديم - وكالة الضفة, 1920, 04.01.2026",
        "يعبر الجسر القديم كل يوم ألف شاحنةصورة من: N. Name/dpa/picture alliance",
        '<image>data:image/s3,"s3://images/1393d" alt="حارس على الجسر القديم"</image>',
    ],
)
def test_pictures_in_lists_with_widths_or_run_together_with_their_makers(picture) -> None:
    layout = lay_out(f"صيانة الجسر القديم\n\n{picture}\n\n{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n")
    kept = [line.text for line in layout.lines if line.number not in layout.reasons]
    assert kept == [PARAGRAPH, SECOND, THIRD]


def test_a_sentence_that_runs_on_below_a_picture_s_two_lines_is_the_text_s() -> None:
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\nعمال البلدية قرب الجسر القديم في المدينة\n"
        "صورة أرشيفية (رويترز)\nوأوضحت أن العمل يستغرق أسبوعين.\nالمصدر: المدى\nأسعار الذهب\n"
    )
    assert found["وأوضحت أن العمل يستغرق أسبوعين."] == ""
    assert found["أسعار الذهب"]


def test_a_headline_below_a_label_set_into_the_text_may_open_with_a_name_in_quotation_marks() -> (
    None
):
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\nتقارير عربية\nالتحديثات الحية\n"
        f'"النسور" يحسم بطولة الدوري أمام غريمه\n{THIRD}\n'
    )
    assert found['"النسور" يحسم بطولة الدوري أمام غريمه'] == "related"
    assert found[THIRD] == ""


def test_what_a_centre_says_of_itself_below_its_paper_isreasons_of() -> None:
    about = "مركز الضفة للدراسات مركز مستقل غير ربحي، مقره الرئيس في المدينة."
    found = reasons_of(f"عنوان الورقة عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\nعن المركز\n{about}\n")
    assert found[SECOND] == ""
    assert found["عن المركز"]
    assert found[about]


def test_a_list_that_a_closing_line_announces_is_the_text_s() -> None:
    rows = ["جسر النهر الكبير 120 مترا", "جسر السوق القديم 80 مترا", "جسر الميناء الجنوبي 60 مترا"]
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\nوجاءت الأطوال كالتالي:\n"
        + "\n".join(rows)
        + "\n"
    )
    assert [found[row] for row in rows] == ["", "", ""]


def test_a_post_that_is_the_whole_page_keeps_its_lines_without_stops(read_one) -> None:
    said = [
        "عاجل | البلدية تبدأ صيانة الجسر القديم في المدينة",
        "مصدر محلي: الصيانة تشمل ستين مترا",
    ]
    page = ["المدى", *said, "@madanews1", "12.4K views", "Sep 17, 2025 at 21:05"]
    article = read_one("a.txt", "\n".join(page) + "\n")
    assert article.body == "\n".join(said)
    published = article.publication
    assert published.published_from == published.published_to == date(2025, 9, 17)


def test_the_credit_of_a_text_with_a_button_beside_it_is_no_text() -> None:
    found = reasons_of(f"صيانة الجسر القديم\n{PARAGRAPH}\nنص: المدى تابِع\n{SECOND}\n{THIRD}\n")
    assert found["نص: المدى تابِع"] == "metadata"


def test_a_short_sentence_under_a_closing_heading_is_the_text_s() -> None:
    tags = ("مواضيع", "العراق")
    found = reasons_of(
        f"قراءة في ميزان الجسر القديم\n{PARAGRAPH}\n{SECOND}\nالخاتمة\nيبقى الوقت حاسماً.\n"
        + "\n".join(tags)
    )
    assert found["الخاتمة"] == found["يبقى الوقت حاسماً."] == ""
    assert all(found[tag] for tag in tags)
    loose = reasons_of(
        f"قراءة في ميزان الجسر القديم\n{PARAGRAPH}\n{SECOND}\nالخاتمة\nسوق المدينة\n"
    )
    assert loose["الخاتمة"]
    assert loose["سوق المدينة"]


def test_a_picture_filed_with_its_address_is_a_caption() -> None:
    filed = (
        "المصدر: حساب الدائرة على الشبكة الرابط: https://example.org/p/1 نص المنشور: عبرت القافلة الجسر صباحاً. "
        + PARAGRAPH
    )
    found = reasons_of(f"عنوان الخبر عن الجسر القديم\n{filed}\n{PARAGRAPH}\n{SECOND}\n")
    assert found[filed] == "caption"
    assert found[PARAGRAPH] == ""


@pytest.mark.parametrize("opener", ["قد يهمك/", "كذلك:", "أيضاً.."])
def test_a_link_between_paragraphs_is_related_whatever_sign_follows_its_words(opener) -> None:
    link = f"{opener} الجسر القديم يعود إلى الخدمة بعد ترميمه"
    assert (
        reasons_of(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{link}\n{SECOND}\n")[link]
        == "related"
    )


def test_a_page_that_begins_within_a_broken_sentence_keeps_it() -> None:
    opening = ['أعلنت "هيئة الجسور في', 'العراق" الأربعاء إغلاق', "الجسر القديم أمام الشاحنات."]
    found = reasons_of("\n".join([*opening, PARAGRAPH, SECOND, THIRD]))
    assert [found[line] for line in opening] == ["", "", ""]


def test_where_a_post_first_appeared_is_told_in_either_order() -> None:
    for words in ("appeared first", "first appeared"):
        line = f"The post الجسر القديم يعود {words} on وكالة النهر."
        assert (
            reasons_of(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n\n{line}\n")[line] == "metadata"
        )
