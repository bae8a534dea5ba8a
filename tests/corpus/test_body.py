"""The body and its cuts: always the whole source, and the decisions that depend on neighbours."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.corpus.body.cells import cut_cell
from rasid.corpus.body.cuts import lay_out
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

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


def _cut(source: str) -> dict[str, str]:
    layout = lay_out(source)
    return {line.text: layout.reasons.get(line.number, "") for line in layout.lines}


def test_an_inset_of_headlines_does_not_end_the_article() -> None:
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\nأخبار ذات صلة\nسوق المدينة يفتح أبوابه ليلاً\n"
        f"{SECOND}\n{THIRD}\n"
    )
    assert found["سوق المدينة يفتح أبوابه ليلاً"] == "related"
    assert found[SECOND] == found[THIRD] == ""


def test_a_second_article_below_read_also_is_cut() -> None:
    other = "النجف - المدى\nشهدت أسواق النجف ارتفاعاً في أسعار الطماطم بعد تأخر الشاحنات على المنفذ الجنوبي."
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{THIRD}\nاقرأ أيضاً\n"
        f"ارتفاع أسعار الطماطم في أسواق النجف\n{other}\n"
    )
    assert found[other.split("\n")[1]] == "embedded"
    assert found[THIRD] == ""


def test_subheadings_stay_and_captions_go() -> None:
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n\n{PARAGRAPH}\n\nكلفة المشروع\n\n{SECOND}\n\nعمال قرب الجسر.\n\n"
        f"جنود قرب الجسر القديم.\n\n{THIRD}\n"
    )
    assert found["كلفة المشروع"] == ""
    assert found["جنود قرب الجسر القديم."] == "caption"


def test_an_agency_named_in_a_paragraph_is_no_caption() -> None:
    line = "وأعلنت الوزارة أن الجسر آمن، وفقاً لما نقلته عنها وكالة الأنباء السعودية (واس)"
    assert _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{line}\n{SECOND}\n")[line] == ""


def test_a_last_paragraph_without_full_stop_stays() -> None:
    line = "وتوقعت المصادر أن يعاد فتح الجسر أمام السيارات الصغيرة قبل نهاية الشهر"
    found = _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{line}\nسياسة\nأمن\n")
    assert (found[line], found["أمن"]) == ("", "navigation")


def test_a_ticker_a_fence_and_numbered_crumbs_are_the_pages() -> None:
    ticker = "افتتاح جسر في الجنوب    أسعار العملات اليوم    حالة الطقس غداً    مباراة القمة مساء السبت    وظائف"
    found = _cut(
        f"{ticker}\n1. الرئيسية\n2. صيانة الجسر القديم تبدأ بعد العيد\nصيانة الجسر القديم تبدأ بعد العيد\n{PARAGRAPH}\n"
        f"list of 2 items\nlist 1 of 2\nسوق المدينة يفتح أبوابه ليلاً\nend of list\nكلفة المشروع\n{SECOND}\n{THIRD}\n"
    )
    assert found[ticker] == "navigation"
    assert found["سوق المدينة يفتح أبوابه ليلاً"] == "related"
    assert found["كلفة المشروع"] == found[SECOND] == found[THIRD] == ""


def test_another_report_under_the_same_dateline_is_cut() -> None:
    teaser = (
        "المربد اليوم - البصرة أعلنت البلدية، الثلاثاء، إكمال تبليط شارعين، وذكر بيان لها ان العمل يستمر مساء."
        " وقال مدير البلدية ان"
    )
    found = _cut(
        f"صيانة الجسر القديم\nالمربد اليوم - البصرة\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{teaser}\n"
    )
    assert (found[THIRD], found[teaser]) == ("", "embedded")


def test_paragraphs_of_an_author_who_sets_no_full_stops_stay() -> None:
    lines = [line.rstrip(".").replace("،", "") for line in (PARAGRAPH, SECOND, THIRD)]
    found = _cut(
        "صيانة الجسر القديم تبدأ بعد العيد\n18-09-2024\n" + "\n".join(lines) + "\nسياسة\nأمن\n"
    )
    assert [found[line] for line in lines] == ["", "", ""]
    assert found["أمن"] == "navigation"


def test_a_picture_with_its_rights_is_a_caption_and_ends_nothing() -> None:
    caption = "عمال قرب الجسر القديم في 2 أكتوبر 2024 © أ ف ب"
    found = _cut(
        f"صيانة الجسر القديم تبدأ\n{PARAGRAPH}\nنشرت في: 18/09/2024\n{caption}\n{SECOND}\n{THIRD}\n"
    )
    assert (found[caption], found[SECOND], found[THIRD]) == ("caption", "", "")


@pytest.mark.parametrize(
    "title", ["وداع الجسر", "الجسر القديم يودع المدينة", "مجلس المحافظة: صيانة الجسر بعد العيد"]
)
def test_a_deck_does_not_take_the_place_of_a_short_title(title) -> None:
    deck = "أعمال صيانة الجسر القديم ستبدأ بعد عطلة العيد مباشرة والحركة ستتحول إلى الجسر العسكري المؤقت"
    layout = lay_out(f"سياسة\n{title}\n{deck}\n18 سبتمبر 2024\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert layout.title == title


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
    found = _cut(f"{headlines}صيانة الجسر القديم تبدأ بعد العيد\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
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
def test_what_readers_are_asked_to_send_or_load_is_cut(line: str, reason: str) -> None:
    found = _cut(f"{HEAD}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{line}\n")
    assert found[line] == reason
    layout = cut_cell(f"{PARAGRAPH}\n{SECOND}\n{line}", "", lambda _: False)
    assert layout is not None
    assert layout.reasons == {2: reason}


def test_a_forums_own_dates_are_nobodys_publication() -> None:
    joined = "عدد المساهمات : 3395 تاريخ التسجيل : 17/01/2010 العمر : 32"
    found = _cut(f"منتدى النهر\n{joined}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert found[joined] == "metadata"


def _body(source: str) -> str:
    layout = lay_out(source)
    return "".join(
        source[line.start : line.end] + "\n"
        for line in layout.lines
        if line.number not in layout.reasons
    )


HEAD = "صيانة الجسر القديم تبدأ بعد العيد"


@pytest.mark.parametrize(
    "inset",
    [
        "ليبيا.. ضبط شحنة أسماك فاسدة في طرابلس (فيديو)",
        "رئيس الاتحاد الآسيوي يزور طوكيو ويلتقي مدربي المنتخبات",
        "عرب\nالتحديثات الحية",
    ],
)
def test_a_bare_headline_between_paragraphs_is_foreign(inset) -> None:
    body = _body(f"{HEAD}\n{PARAGRAPH}\n{inset}\n{SECOND}\n{THIRD}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


@pytest.mark.parametrize(
    "own",
    ["كلفة صيانة الجسر العسكري المؤقت", "هل يسقط سياج الجسر مرة أخرى؟", "وعود لم تصل", "ماذا بعد؟"],
)
def test_the_article_s_own_headings_stay(own) -> None:
    assert own in _body(f"{HEAD}\n{PARAGRAPH}\n{own}\n{SECOND}\n{THIRD}\n")


def test_a_list_that_a_paragraph_announces_stays() -> None:
    items = "تخصيص رافعات بحرية لميناء الفاو\nتعيين مهندسين من خريجي الجامعات الأهلية"
    opening = "وقال البيان إن المجلس قرر في جلسته الأخيرة ما يأتي:"
    assert items in _body(f"{HEAD}\n{PARAGRAPH}\n{opening}\n{items}\n{SECOND}\n{THIRD}\n")


def test_paragraphs_run_together_on_one_line_are_no_ticker() -> None:
    whole = "   ".join((PARAGRAPH, SECOND, THIRD, SECOND, THIRD))
    assert _body(f"{HEAD}\n{whole}\n") == whole + "\n"


def test_headlines_run_together_above_the_title_are_a_ticker() -> None:
    ticker = (
        "وزير الزراعة يفتتح مشتلاً في ذي قار الأنواء تتوقع أمطاراً خفيفة شمالاً منتخب الناشئين يفوز على نظيره "
        "السعودي أسعار الذهب ترتفع في أسواق البصرة المرور تغلق طريق القناة ليلاً جامعة بابل تعلن نتائج القبول "
        "الموازي البنك المركزي يبيع مزيداً من العملة"
    )
    body = _body(f"موقع الجسر\n{ticker}\n\n{HEAD}\n\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


def test_lines_broken_within_sentences_stay_whole() -> None:
    source = (
        "أعلن\nمجلس المحافظة في بيان صدر صباح الأحد أن أعمال صيانة الجسر ستبدأ\nبعد العيد.\nوذكر\n"
        "البيان أن الحركة ستتحول إلى الجسر العسكري المؤقت وأن كلفة المشروع\nتدفعها الوزارة.\nوأضاف البيان أن\n"
        "العمال باشروا نصب السياج الجديد.\n"
    )
    assert _body(source) == source


def test_a_lead_without_a_stop_is_no_title() -> None:
    lead = "أعلن محافظ نينوى، اليوم الخميس، انطلاق أعمال صيانة الجسر القديم بعد عطلة العيد مباشرة"
    assert _body(f"{lead}\n{SECOND}\n{THIRD}\n").startswith(lead)


def test_a_teaser_that_breaks_off_at_the_end_is_foreign() -> None:
    foot = "البطريرك يزور حاضرة الفاتيكان\nفي زيارة قام بها أمس لروما التقى غبطته عدداً من الكرادلة في كنيسة…"
    body = _body(f"{HEAD}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n{foot}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


def test_a_stub_is_not_filled_with_another_article() -> None:
    stub = "من الحجر إلى الحديد.. كيف تغيرت جسور الموصل في قرن؟."
    foot = "المصدر: المدى\nكلمات دلالية: الموصل\nإقرأ أيضاً:\nخبر آخر عن الرياضة\n" + PARAGRAPH
    assert (
        _body(f"{stub[:-1]}\nتاريخ النشر: 9th, July 2025 GMT\n{stub}\n{foot}\n{SECOND}\n")
        == stub + "\n"
    )


@pytest.mark.parametrize("first", ["تقرير", "مصدر", "نشر", "متابعة"])
def test_a_headline_may_open_with_a_word_that_labels_elsewhere(first) -> None:
    title = f"{first} المجلس عن الجسر القديم يثير جدلاً بين السكان"
    assert lay_out(f"{title}\n\n18 أيلول 2024\n\n{PARAGRAPH}\n{SECOND}\n").title == title


@pytest.mark.parametrize("head", ["بغداد ـ المدى", "القاهرة : حسن محمد علي."])
def test_a_dateline_or_a_writer_with_his_city_is_no_title(head) -> None:
    layout = lay_out(f"{head}\n\n{PARAGRAPH}\n\n{SECOND}\n")
    assert layout.title != head


def test_the_dateline_above_the_second_copy_of_a_lead_goes_with_the_first() -> None:
    title = "رحيل القافلة الأولى من القاعدة الغربية"
    source = f"{title}\n\n2019-01-12 | 02:13\n{title}\n\n{PARAGRAPH}\n\nالمدى/ بغداد\n{PARAGRAPH}\n\n{SECOND}\n"
    layout = lay_out(source)
    body = "".join(
        line.text for line in layout.lines[: layout.end] if line.number not in layout.reasons
    )
    assert "المدى/ بغداد" not in body
    assert body.count(PARAGRAPH) == 1


def test_headlines_with_days_above_the_title_are_cards() -> None:
    title = "صيانة الجسر القديم تبدأ بعد العيد"
    cards = ["معرض الكتاب يمدد ساعاته", "الأربعاء 24 ديسمبر 2:11 م", "فريق المدينة يفوز بالكأس"]
    cards += ["الأربعاء 24 ديسمبر 1:37 م", "مزارعو الرز ينتظرون الماء", "الأربعاء 24 ديسمبر 1:26 م"]
    menu = [
        "• معرض الكتاب يمدد ساعاته",
        "• هل يفوز فريق المدينة بالكأس مرة ثالثة هذا الموسم أم يضيع الدوري في آخر مباراة له على ملعبه؟",
    ]
    menu += ["• مزارعو الرز ينتظرون الماء"]
    byline = "سمير جمالبواسطة سمير جمالالسبت 20 ديسمبر 4:10 م1 دقائق"
    source = "\n\n".join(
        ["Close Menu", *cards, *menu, "العالم", title, byline, PARAGRAPH, SECOND, THIRD]
    )
    layout = lay_out(source)
    found = {line.text: layout.reasons.get(line.number, "") for line in layout.lines}
    assert layout.title == title
    assert all(found[line] for line in [*cards, *menu, byline])
    assert found[PARAGRAPH] == found[SECOND] == found[THIRD] == ""


def test_a_title_set_twice_with_its_day_is_no_list() -> None:
    title = "صيانة الجسر القديم تبدأ بعد العيد"
    layout = lay_out(f"{title}\n2025-08-17\n{title}\n2025-08-17\n{PARAGRAPH}\n{SECOND}\n")
    assert (layout.title, layout.head) == (title, 4)


def test_a_programme_of_what_is_on_the_air_is_navigation() -> None:
    schedule = [
        "حديث المساء",
        "هل تكفي مياه السد لمدن الجنوب كلها إذا تأخر المطر هذا العام أيضاً؟",
        "09:18 GMT",
        "13 د",
    ]
    schedule += ["موجز الساعة", "10:00 GMT", "7 د"]
    found = _cut(
        "\n".join(["صيانة الجسر القديم تبدأ بعد العيد", PARAGRAPH, SECOND, THIRD, *schedule])
    )
    assert {found[line] for line in schedule} == {"navigation"}


def test_a_points_summary_stays_with_its_article() -> None:
    points = [
        "• أعمال صيانة الجسر القديم تبدأ بعد عطلة العيد والحركة تتحول إلى الجسر العسكري المؤقت قربه.",
        "• سكان الحي طالبوا بالإصلاح قبل سنتين.",
    ]
    found = _cut("\n".join(["صيانة الجسر القديم", *points, PARAGRAPH, SECOND, THIRD]))
    assert found[points[0]] == ""
    assert found[PARAGRAPH] == ""


def test_an_aggregators_head_is_cut_from_the_lead() -> None:
    head = "البصرة في الثلاثاء 5 أغسطس 2025 05:57 مساءً كتب سمير جمال - "
    source = f"صيانة الجسر القديم\n\n{head}{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    layout = lay_out(source)
    cut = "".join(source[start:end] for start, end, _ in layout.cuts(source))
    assert cut.endswith(head + "\n")


def test_the_head_of_a_message_is_its_particulars() -> None:
    title = "ماذا يبقى بعد صيانة الجسر القديم؟"
    head = [
        "من: نشرة الضفة <news@example.org>",
        "إلى: قراء النشرة",
        "التاريخ: الخميس 18 سبتمبر 2025 07:30 ص",
    ]
    head += [
        f"الموضوع: نشرة الضفة | {title}",
        "إذا لم تظهر الرسالة بشكل صحيح اضغط هنا لعرضها في المتصفح",
    ]
    foot = ["وصلتك هذه الرسالة لأنك مشترك في نشرة الضفة", "إلغاء الاشتراك | تعديل التفضيلات"]
    layout = lay_out("\n".join([*head, "", title, "", PARAGRAPH, SECOND, THIRD, *foot]))
    kept = [line.text for line in layout.lines if line.number not in layout.reasons]
    assert layout.title == title
    assert kept == [PARAGRAPH, SECOND, THIRD]


def test_labels_without_an_address_are_no_head_of_a_message() -> None:
    said = ["من: سكان الحي القديم", "إلى: مجلس المحافظة", "الموضوع: سياج الجسر"]
    found = _cut("\n".join(["رسالة مفتوحة عن الجسر", PARAGRAPH, *said, SECOND, THIRD]))
    assert {found[line] for line in said} == {""}


def test_a_title_cut_short_beside_the_sites_name_is_found_whole() -> None:
    title = "صيانة الجسر القديم في المدينة تبدأ بعد عطلة العيد مباشرة"
    source = (
        f"{title[:40]}... | الضفة\nالضفة\n{title}\n17 أيلول 2025\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    )
    assert lay_out(source).title == title


def test_a_line_that_ends_in_a_comma_is_no_headline_below_the_text() -> None:
    last = "وكان سكان الحي ينتظرون إصلاح الجسر منذ سنتين كاملتين،"
    assert _cut(f"صيانة الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{last}\nالتعليقات\n")[last] == ""


def test_short_paragraphs_are_no_broken_lines() -> None:
    related = [
        "فريق المدينة يفوز بالكأس للمرة الثالثة",
        "سعر الطحين ينخفض في أسواق الجملة قبل العيد",
        "لماذا تأخر قانون الجسور عشرين سنة؟",
    ]
    own = ["صيانة الجسر القديم", PARAGRAPH, SECOND, THIRD]
    found = _cut("\n".join([*own, "مشاركة الخبر", "أخبار متعلقة", *related]))
    assert all(found[line] for line in related)


def test_a_lone_teaser_below_headlines_is_foreign() -> None:
    teaser = "تراجعت أسعار الطحين في أسواق الجملة مع وصول سفينتين محملتين بالحنطة إلى الميناء مطلع الأسبوع."
    own = ["صيانة الجسر القديم", PARAGRAPH, SECOND, THIRD]
    found = _cut("\n".join([*own, "اقرأ أيضاً", "الكأس للفريق الأخضر", teaser, "نقاش"]))
    assert found[teaser] in ("embedded", "related")


def test_breaking_headlines_above_the_title_are_a_list_though_one_ends_in_a_stop() -> None:
    title = "صيانة الجسر القديم تبدأ بعد العيد"
    cried = [
        "مصادر محلية: وصول قافلة طحين إلى الميناء الجنوبي",
        "وكالة الطقس: عاصفة رملية تقترب من المدن الغربية",
        "فريق المدينة يفوز بالكأس للمرة الثالثة على التوالي.",
        "وزارة النفط: تشغيل مصفاة جديدة قرب الحدود الشرقية",
        "بلدية الساحل: إغلاق شارع الميناء أسبوعين للتبليط",
    ]
    layout = lay_out("\n".join(["عاجل:", *cried, "", title, "", PARAGRAPH, SECOND, THIRD]))
    assert layout.title == title
    assert all(line.number in layout.reasons for line in layout.lines[:7])


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
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\nعمال البلدية قرب الجسر القديم في المدينة\n"
        "صورة أرشيفية (رويترز)\nوأوضحت أن العمل يستغرق أسبوعين.\nالمصدر: المدى\nأسعار الذهب\n"
    )
    assert found["وأوضحت أن العمل يستغرق أسبوعين."] == ""
    assert found["أسعار الذهب"]


def test_a_headline_below_a_label_set_into_the_text_may_open_with_a_name_in_quotation_marks() -> (
    None
):
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\nتقارير عربية\nالتحديثات الحية\n"
        f'"النسور" يحسم بطولة الدوري أمام غريمه\n{THIRD}\n'
    )
    assert found['"النسور" يحسم بطولة الدوري أمام غريمه'] == "related"
    assert found[THIRD] == ""


def test_a_caption_and_a_label_above_the_text_with_labels_below_make_no_broken_paragraphs() -> None:
    found = _cut(
        "عنوان الخبر عن الجسر القديم\nالاثنين 15 سبتمبر 2025 13:08\nعامل بلدية أمام الجسر القديم في المدينة (أ ف ب)\n"
        f"ملخص\nتبدأ البلدية مرحلة جديدة من الصيانة.\n{PARAGRAPH}\n{SECOND}\n"
        "المزيد عن: الجسر القديم البلدية المدينة الصيانة النهر\nالمزيد من تقارير\nتقارير\nهل تنجح خطة المياه؟\n"
    )
    kept = [text for text, reason in found.items() if not reason]
    assert kept == ["تبدأ البلدية مرحلة جديدة من الصيانة.", PARAGRAPH, SECOND]


def test_what_a_centre_says_of_itself_below_its_paper_is_cut() -> None:
    about = "مركز الضفة للدراسات مركز مستقل غير ربحي، مقره الرئيس في المدينة."
    found = _cut(f"عنوان الورقة عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\nعن المركز\n{about}\n")
    assert found[SECOND] == ""
    assert found["عن المركز"]
    assert found[about]


def test_a_list_that_a_closing_line_announces_is_the_text_s() -> None:
    rows = ["جسر النهر الكبير 120 مترا", "جسر السوق القديم 80 مترا", "جسر الميناء الجنوبي 60 مترا"]
    found = _cut(
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


def test_what_a_page_s_head_tells_of_the_writer_is_no_text() -> None:
    found = _cut(
        "صيانة الجسر القديم\nبواسطة سمير جمال\nعن المؤلفين\nسمير جمال\n"
        f"سمير جمال هو زميل في برنامج الجسور في معهد الضفة منذ عشر سنوات.\nتحليل موجز\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert [text for text, reason in found.items() if not reason] == [PARAGRAPH, SECOND]


def test_the_credit_of_a_text_with_a_button_beside_it_is_no_text() -> None:
    found = _cut(f"صيانة الجسر القديم\n{PARAGRAPH}\nنص: المدى تابِع\n{SECOND}\n{THIRD}\n")
    assert found["نص: المدى تابِع"] == "metadata"


def test_the_first_of_two_headlines_before_a_caption_is_the_title() -> None:
    title = "الأيام الأخيرة في «بلد»: حقائب وحساب مفتوح"
    deck = "الفنيون الأجانب يجردون المخازن والوقود قبل مغادرة آخر المستشارين القاعدة الجنوبية"
    text = (
        "العالم العربي\nالعالم العربي المشرق العربي\n"
        f"{title}\n{deck}\nجنود عراقيون أمام بوابة القاعدة (رويترز)\nبغداد: سعد الدوري\n"
        "حددت الوزارة الأحد موعداً كي يجرد الفنيون الأجانب المخازن والوقود قبل مغادرة آخر المستشارين القاعدة.\n"
        "وقال ضابط إن محاضر التسلم ستوقع في العاصمة بعد أن تنتهي اللجنة من عملها في القاعدة الجنوبية.\n"
    )
    layout = lay_out(text)
    assert layout.title == title
    assert 3 not in layout.reasons


def test_a_short_sentence_under_a_closing_heading_is_the_text_s() -> None:
    tags = ("مواضيع", "العراق")
    found = _cut(
        f"قراءة في ميزان الجسر القديم\n{PARAGRAPH}\n{SECOND}\nالخاتمة\nيبقى الوقت حاسماً.\n"
        + "\n".join(tags)
    )
    assert found["الخاتمة"] == found["يبقى الوقت حاسماً."] == ""
    assert all(found[tag] for tag in tags)
    loose = _cut(f"قراءة في ميزان الجسر القديم\n{PARAGRAPH}\n{SECOND}\nالخاتمة\nسوق المدينة\n")
    assert loose["الخاتمة"]
    assert loose["سوق المدينة"]


def test_a_picture_filed_with_its_address_is_a_caption() -> None:
    filed = (
        "المصدر: حساب الدائرة على الشبكة الرابط: https://example.org/p/1 نص المنشور: عبرت القافلة الجسر صباحاً. "
        + PARAGRAPH
    )
    found = _cut(f"عنوان الخبر عن الجسر القديم\n{filed}\n{PARAGRAPH}\n{SECOND}\n")
    assert found[filed] == "caption"
    assert found[PARAGRAPH] == ""


def test_what_a_writer_is_between_name_and_day_is_no_text() -> None:
    office = "باحث في شؤون الجسور وخبير في الطرق"
    found = _cut(
        f"عنوان المقال عن الجسر القديم\nد. علي الحمداني\n{office}\n12 أيلول 2024\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[office] == "metadata"
    said = "خبير في الطرق يحذر من انهيار الجسر"
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\nد. علي الحمداني\n{said}\n12 أيلول 2024\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[said] == ""


def test_a_scene_over_the_hour_of_the_page_is_a_caption() -> None:
    scene = "نائب المحافظ في استقبال العائدين عند الجسر القديم"
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{scene}\nالساعة 06:25 مساءً\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[scene] == "caption"


@pytest.mark.parametrize("opener", ["قد يهمك/", "كذلك:", "أيضاً.."])
def test_a_link_between_paragraphs_is_related_whatever_sign_follows_its_words(opener) -> None:
    link = f"{opener} الجسر القديم يعود إلى الخدمة بعد ترميمه"
    assert _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{link}\n{SECOND}\n")[link] == "related"


def test_a_title_of_three_words_over_its_day_is_the_title() -> None:
    title = "مبارك كبيرة .. ولكن .. !"
    layout = lay_out(
        f"twitter\nمواعيد الطيران\nمواعيد الصلاة\n\n\n{title}\n\n\nعودة المعايطة\n18-11-2017 12:12 AM\n\n"
        f"{PARAGRAPH}\n{SECOND}\n"
    )
    assert layout.title == title


def test_a_page_that_begins_within_a_broken_sentence_keeps_it() -> None:
    opening = ['أعلنت "هيئة الجسور في', 'العراق" الأربعاء إغلاق', "الجسر القديم أمام الشاحنات."]
    found = _cut("\n".join([*opening, PARAGRAPH, SECOND, THIRD]))
    assert [found[line] for line in opening] == ["", "", ""]


def test_a_writer_with_titles_between_title_and_text_is_no_text() -> None:
    writer = "م.د. زياد حسن عبد الرزاق"
    found = _cut(f"مستقبل الجسر القديم في ضوء الفحص\n\n{writer}\n\n{PARAGRAPH}\n{SECOND}\n")
    assert found[writer] == "metadata"


def test_where_a_post_first_appeared_is_told_in_either_order() -> None:
    for words in ("appeared first", "first appeared"):
        line = f"The post الجسر القديم يعود {words} on وكالة النهر."
        assert _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n\n{line}\n")[line] == "metadata"


def test_a_long_title_set_again_beside_the_sites_name_is_no_paragraph() -> None:
    title = (
        "المحافظة تعيد فتح الجسر القديم أمام المركبات الصغيرة بعد شهرين من الترميم وسط أمطار غزيرة"
    )
    picture = f"النهر اليوم - {title}"
    found = _cut(
        f"{title}\nالنهر اليوم -\n\n{title}\n\nالنهر اليوم -\n\n{picture}\n\nعابرون عند الجسر\n{PARAGRAPH}\n"
    )
    assert found[picture]
    assert found["عابرون عند الجسر"]
    assert found[PARAGRAPH] == ""
