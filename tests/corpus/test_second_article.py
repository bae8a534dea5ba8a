"""A second article pasted below the first, and what else stands unmarked among paragraphs and below them."""

from __future__ import annotations

import pytest

TITLE = "محافظة كربلاء تبدأ توسعة طريق الزائرين قبل الشتاء"
FIRST = [
    "بدأت محافظة كربلاء، السبت، توسعة طريق الزائرين من جهة بابل بعرض أربعة أمتار على كل جانب.",
    "وقال مدير الطرق في المحافظة إن الأعمال تستمر خمسة أشهر وإن حركة الزائرين لن تتوقف خلالها.",
    "وأضاف المدير أن توسعة الطريق ستقلل الحوادث التي تكثر في الشتاء بسبب الضباب الكثيف.",
]
HEADLINE = "نقابة الصيادين في الفاو تشكو شح الروبيان هذا الموسم"
OTHER = [
    "شكت نقابة الصيادين في قضاء الفاو من شح الروبيان هذا الموسم مقارنة بالأعوام الثلاثة الماضية.",
    "وذكر نقيب الصيادين أن القوارب تعود من الخليج بنصف ما كانت تحمله، وأن الأسعار تضاعفت في السوق.",
]


def _source(*lines: str) -> str:
    return "\n\n".join((TITLE, *lines)) + "\n"


def test_another_headline_that_only_its_own_text_tells_ends_the_article(read_one) -> None:
    article = read_one("a.txt", _source(*FIRST, HEADLINE, *OTHER))
    assert article.body.split("\n\n") == FIRST
    assert [cut.reason for cut in article.cuts] == ["metadata", "embedded"]


@pytest.mark.parametrize(
    "below",
    [
        ["الضباب يوقف الحركة على الطرق", FIRST[2].replace("وأضاف المدير أن", "أكد المدير أن"), FIRST[0]],
        [HEADLINE, "و" + OTHER[0], OTHER[1]],
    ],
)  # fmt: skip
def test_a_subheading_stays_with_its_paragraphs(read_one, below) -> None:
    body = read_one("a.txt", _source(*FIRST[:2], *below)).body
    assert below[1] in body


def test_a_survey_of_stories_stays_whole(read_one) -> None:
    text = "\n\n".join(("جولة الصباح في أخبار المحافظات", *FIRST, HEADLINE, *OTHER))
    assert OTHER[1] in read_one("a.txt", text).body


def test_what_a_site_says_of_itself_below_its_links_is_cut(read_one) -> None:
    about = (
        "شبكة محلية تأسست عام 2012 وتهتم بأخبار الفرات الأوسط وتقدم خدماتها للقراء مجاناً كل يوم."
    )
    foot = ["من نحن", "اتصل بنا", "للإعلان معنا", "سياسة الخصوصية", about, "جميع الحقوق محفوظة"]
    assert read_one("a.txt", _source(*FIRST, *foot)).body.split("\n\n") == FIRST


def test_headlines_in_one_block_go_together(read_one) -> None:
    block = "معرض للكتاب يفتتح أبوابه في السليمانية\n12 فريقاً تتأهل إلى نهائيات كرة السلة"
    lines = [FIRST[0], FIRST[1], block, FIRST[2]]
    assert read_one("a.txt", _source(*lines)).body.split("\n\n") == FIRST


def test_the_link_to_a_post_is_cut(read_one) -> None:
    lines = [FIRST[0], FIRST[1], "عرض المنشور على X", FIRST[2]]
    assert read_one("a.txt", _source(*lines)).body.split("\n\n") == FIRST


@pytest.mark.parametrize("sign", ["كتبت – هناء الطائي:", "12 تشرين الثاني 2024"])
def test_another_writer_or_day_over_a_far_text_ends_the_article(read_one, sign) -> None:
    assert read_one("a.txt", _source(*FIRST, sign, *OTHER)).body.split("\n\n") == FIRST


def test_a_post_between_paragraphs_goes_with_its_name_and_counts(read_one) -> None:
    post = "بلدية الهندية\n@hindiya_city\nشكراً للأهالي على يوم التشجير\n9:15 م · 4 مارس 2025\n2.1 ألف\nمشاهدة"
    lines = [FIRST[0], FIRST[1], post, FIRST[2]]
    assert read_one("a.txt", _source(*lines)).body.split("\n\n") == FIRST


@pytest.mark.parametrize(
    "line",
    [
        "هذا المنشور على إنستغرام",
        "تمت مشاركة منشور بواسطة بلدية الهندية (@hindiya)",
        "ادعم صحافة مستقلة",
        "تبرعك يساعدنا على الاستمرار في العمل من دون ضغط من أحد.",
        "فيديو قد يعجبك:",
        "موضوع يهمك ؟",
        "يمكنك متابعة آخر أخبارنا عبر قناتنا على تيليجرام",
        "تابع القراءة بعد الإعلان",
        "لمشاهدة الفيديو اضغط هنا",
        "تم إنشاء هذا الملخص بواسطة الذكاء الاصطناعي",
        "شاهد الفيديو على يوتيوب",
        "نشرت البلدية (@hindiya) على إكس:\nيوم للتشجير pic.twitter.com/Ab12\n— البلدية (@hindiya) May 3, 2025",
    ],
)
def test_what_a_page_says_between_paragraphs(read_one, line) -> None:
    lines = [FIRST[0], FIRST[1], line, FIRST[2]]
    assert read_one("a.txt", _source(*lines)).body.split("\n\n") == FIRST


@pytest.mark.parametrize("counters", ["361 مشاهدةوقت القراءة: 1 دقيقة", " 12 تعليقاتشارك"])
def test_counters_run_together_with_the_day_are_particulars(read_one, counters) -> None:
    article = read_one("a.txt", "\n".join((TITLE, f"24 أغسطس 2025{counters}", *FIRST)))
    assert article.body.split("\n") == FIRST
    assert str(article.publication.published_from) == "2025-08-24"
