"""The head of a page: its title among headlines, decks, writers and datelines, and what above the text goes."""

from __future__ import annotations

import pytest

from rasid.corpus.body.cuts import lay_out
from tests.corpus.conftest import HEAD, PARAGRAPH, SECOND, THIRD, body_of, reasons_of


def test_a_ticker_a_fence_and_numbered_crumbs_are_the_pages() -> None:
    ticker = "افتتاح جسر في الجنوب    أسعار العملات اليوم    حالة الطقس غداً    مباراة القمة مساء السبت    وظائف"
    found = reasons_of(
        f"{ticker}\n1. الرئيسية\n2. صيانة الجسر القديم تبدأ بعد العيد\nصيانة الجسر القديم تبدأ بعد العيد\n{PARAGRAPH}\n"
        f"list of 2 items\nlist 1 of 2\nسوق المدينة يفتح أبوابه ليلاً\nend of list\nكلفة المشروع\n{SECOND}\n{THIRD}\n"
    )
    assert found[ticker] == "navigation"
    assert found["سوق المدينة يفتح أبوابه ليلاً"] == "related"
    assert found["كلفة المشروع"] == found[SECOND] == found[THIRD] == ""


@pytest.mark.parametrize(
    "title", ["وداع الجسر", "الجسر القديم يودع المدينة", "مجلس المحافظة: صيانة الجسر بعد العيد"]
)
def test_a_deck_does_not_take_the_place_of_a_short_title(title) -> None:
    deck = "أعمال صيانة الجسر القديم ستبدأ بعد عطلة العيد مباشرة والحركة ستتحول إلى الجسر العسكري المؤقت"
    layout = lay_out(f"سياسة\n{title}\n{deck}\n18 سبتمبر 2024\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert layout.title == title


def test_a_forums_own_dates_are_nobodys_publication() -> None:
    joined = "عدد المساهمات : 3395 تاريخ التسجيل : 17/01/2010 العمر : 32"
    found = reasons_of(f"منتدى النهر\n{joined}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert found[joined] == "metadata"


def test_headlines_run_together_above_the_title_are_a_ticker() -> None:
    ticker = (
        "وزير الزراعة يفتتح مشتلاً في ذي قار الأنواء تتوقع أمطاراً خفيفة شمالاً منتخب الناشئين يفوز على نظيره "
        "السعودي أسعار الذهب ترتفع في أسواق البصرة المرور تغلق طريق القناة ليلاً جامعة بابل تعلن نتائج القبول "
        "الموازي البنك المركزي يبيع مزيداً من العملة"
    )
    body = body_of(f"موقع الجسر\n{ticker}\n\n{HEAD}\n\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert body == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


def test_a_lead_without_a_stop_is_no_title() -> None:
    lead = "أعلن محافظ نينوى، اليوم الخميس، انطلاق أعمال صيانة الجسر القديم بعد عطلة العيد مباشرة"
    assert body_of(f"{lead}\n{SECOND}\n{THIRD}\n").startswith(lead)


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
    found = reasons_of("\n".join(["رسالة مفتوحة عن الجسر", PARAGRAPH, *said, SECOND, THIRD]))
    assert {found[line] for line in said} == {""}


def test_a_title_cut_short_beside_the_sites_name_is_found_whole() -> None:
    title = "صيانة الجسر القديم في المدينة تبدأ بعد عطلة العيد مباشرة"
    source = (
        f"{title[:40]}... | الضفة\nالضفة\n{title}\n17 أيلول 2025\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    )
    assert lay_out(source).title == title


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


def test_a_caption_and_a_label_above_the_text_with_labels_below_make_no_broken_paragraphs() -> None:
    found = reasons_of(
        "عنوان الخبر عن الجسر القديم\nالاثنين 15 سبتمبر 2025 13:08\nعامل بلدية أمام الجسر القديم في المدينة (أ ف ب)\n"
        f"ملخص\nتبدأ البلدية مرحلة جديدة من الصيانة.\n{PARAGRAPH}\n{SECOND}\n"
        "المزيد عن: الجسر القديم البلدية المدينة الصيانة النهر\nالمزيد من تقارير\nتقارير\nهل تنجح خطة المياه؟\n"
    )
    kept = [text for text, reason in found.items() if not reason]
    assert kept == ["تبدأ البلدية مرحلة جديدة من الصيانة.", PARAGRAPH, SECOND]


def test_what_a_page_s_head_tells_of_the_writer_is_no_text() -> None:
    found = reasons_of(
        "صيانة الجسر القديم\nبواسطة سمير جمال\nعن المؤلفين\nسمير جمال\n"
        f"سمير جمال هو زميل في برنامج الجسور في معهد الضفة منذ عشر سنوات.\nتحليل موجز\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert [text for text, reason in found.items() if not reason] == [PARAGRAPH, SECOND]


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


def test_what_a_writer_is_between_name_and_day_is_no_text() -> None:
    office = "باحث في شؤون الجسور وخبير في الطرق"
    found = reasons_of(
        f"عنوان المقال عن الجسر القديم\nد. علي الحمداني\n{office}\n12 أيلول 2024\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[office] == "metadata"
    said = "خبير في الطرق يحذر من انهيار الجسر"
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\nد. علي الحمداني\n{said}\n12 أيلول 2024\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[said] == ""


def test_a_scene_over_the_hour_of_the_page_is_a_caption() -> None:
    scene = "نائب المحافظ في استقبال العائدين عند الجسر القديم"
    found = reasons_of(
        f"عنوان الخبر عن الجسر القديم\n{scene}\nالساعة 06:25 مساءً\n{PARAGRAPH}\n{SECOND}\n"
    )
    assert found[scene] == "caption"


def test_a_title_of_three_words_over_its_day_is_the_title() -> None:
    title = "مبارك كبيرة .. ولكن .. !"
    layout = lay_out(
        f"twitter\nمواعيد الطيران\nمواعيد الصلاة\n\n\n{title}\n\n\nعودة المعايطة\n18-11-2017 12:12 AM\n\n"
        f"{PARAGRAPH}\n{SECOND}\n"
    )
    assert layout.title == title


def test_a_writer_with_titles_between_title_and_text_is_no_text() -> None:
    writer = "م.د. زياد حسن عبد الرزاق"
    found = reasons_of(f"مستقبل الجسر القديم في ضوء الفحص\n\n{writer}\n\n{PARAGRAPH}\n{SECOND}\n")
    assert found[writer] == "metadata"


def test_a_long_title_set_again_beside_the_sites_name_is_no_paragraph() -> None:
    title = (
        "المحافظة تعيد فتح الجسر القديم أمام المركبات الصغيرة بعد شهرين من الترميم وسط أمطار غزيرة"
    )
    picture = f"النهر اليوم - {title}"
    found = reasons_of(
        f"{title}\nالنهر اليوم -\n\n{title}\n\nالنهر اليوم -\n\n{picture}\n\nعابرون عند الجسر\n{PARAGRAPH}\n"
    )
    assert found[picture]
    assert found["عابرون عند الجسر"]
    assert found[PARAGRAPH] == ""


def test_what_a_picture_shows_with_its_source_behind_a_dash_is_no_title_though_set_twice() -> None:
    title = 'خبراء لـ"المدى": الجسر القديم بحاجة إلى سنوات من العمل'
    shown = "الجسر القديم يربط ضفتي المدينة وتعبره آلاف السيارات- بلدية الجنوب"
    source = f"تقارير\n\n{title}\n\n{shown}\n{shown}\nشارك الخبر\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    layout = lay_out(source)
    assert layout.title == title
    assert body_of(source) == f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


@pytest.mark.parametrize(
    "line",
    [
        "كتبها BRIDGE NEWS نشرت في الأربعاء, يونيو 22, 2016 تعليقات- لا تعليقات",
        "حامد الحلي Hamed.Hilli [at] jisr.com",
    ],
)
def test_who_posted_a_text_and_his_address_are_particulars(line) -> None:
    assert reasons_of(f"{HEAD}\n\n{line}\n\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")[line] == "metadata"


def test_the_second_half_of_a_title_that_is_broken_in_two_is_no_text() -> None:
    first, second = "لا (...) ليست هذه وعود المجلس القديم", "التي سمعها سكان الضفة يوم الافتتاح"
    title, halves = f"{first} {second}", f"{first}\n{second}"
    text = f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    assert body_of(f"{title}\n\n18 أيلول 2024\n\n{halves}\n\n{text}") == text


def test_another_articles_beginning_that_breaks_off_above_the_text_is_no_text() -> None:
    teaser = (
        "عاجل: منتخب الناشئين يخسر نهائي البطولة (فيديو)\n"
        "خسر منتخب الناشئين مباراته النهائية مساء أمس على ملعب العاصمة أمام جمهور غفير وبعد ركلات...\n"
    )
    text = f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    assert body_of(f"{teaser}{text}") == text


def test_a_lead_that_breaks_off_and_is_told_below_stays() -> None:
    lead = "صيانة الجسر القديم تبدأ بعد عطلة العيد والسكان في المدينة يسألون عن الطريق البديل..."
    assert lead in body_of(f"{HEAD}\n{lead}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")


def test_the_title_at_its_full_length_behind_a_bullet_is_no_text() -> None:
    title = "بوح المدينة:الجسر القديم يعود إلى العمل بعد أعوام"
    long = (
        "بوح المدينة: الجسر القديم يعود إلى العمل بعد أعوام من الانتظار، وأسواق الضفة تفتح أبوابها من جديد في "
        "موسم واحد، وأطفال المدارس يعبرون النهر بلا عناء، والصيادون يستعيدون أماكنهم القديمة وأشياء أخرى…"
    )
    text = f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"
    assert (
        body_of(f"{title}\n\n{title}\n\nA- A+\n  • {long}\n\n    أبو وائل النهري\n{text}") == text
    )


def test_a_menu_of_an_old_page_is_no_title() -> None:
    menu = "الصفحة الرئيسة للاتصال بنا إعلانات واشتراكات عن الجسر أرشيف الجسر"
    title = "الجسر القديم: أقدم جسور المدينة"
    assert lay_out(f"{menu}\n\n{title}\n\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n").title == title


@pytest.mark.parametrize("shown", ["صور", "فيديو", "صور وفيديو"])
def test_what_a_headline_says_its_story_has_is_its_own(shown) -> None:
    title = "مجلس المحافظة يتفقد الجسر القديم بعد الصيانة"
    layout = lay_out(f"{title} - {shown}\n\n{title}  {shown}\n{PARAGRAPH}\n{SECOND}\n{THIRD}\n")
    assert (layout.title, layout.suffix) == (f"{title} - {shown}", "")
