"""Outlets that a text only quotes, told from the one that speaks of itself in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register
from rasid.corpus.article import Origin
from tests.corpus.outlet_pages import TEXT, TITLE, filled_origin, origin_of


def _origin(tmp_path: Path, register: Register, sentence: str) -> Origin:
    return origin_of(tmp_path, register, f"{TITLE}\n\n{TEXT}\n\n{sentence}\n\nويبدأ العمل فجرا.")


@pytest.mark.parametrize(
    "sentence",
    [
        # Agencies and newspapers called so by others.
        "وقال المهندس لصحيفة «الشرق الأوسط» إن العمل سيبدأ قريبا.",
        "وأكد المقاول لصحيفة الوطن القريبة من البلدية أن العمل سيبدأ قريبا.",
        "وقال المهندس في حديث مع وكالة «سبوتنيك»، أمس، إن العمل سيبدأ قريبا.",
        "وقال المهندس لمراسل الأناضول إن العمل سيبدأ قريبا.",
        "وكشفت مصادر للمرصد السوري لحقوق الإنسان أن الجسر أغلق.",
        "وقال المقاول لشبكة الإعلام العراقي الحكومية إن العمل سيبدأ قريبا.",
        # Their correspondents.
        "وأفاد مراسل «سكاي نيوز عربية» بأن الجسر أغلق.",
        "وأفاد مراسل وكالة «صفا»، بإغلاق الجسر القديم أمام السيارات.",
        # Channels, said to on the air.
        "وقال المهندس لـ«سكاي نيوز عربية» إن العمل سيبدأ قريبا.",
        "وقالت مصادر للتلفزيون السوري إن العمل سيبدأ قريبا.",
        "وقال المهندس في حوار مع DW عربية إن العمل سيبدأ قريبا.",
        # What an agency of news reports is no newspaper called the News.
        "وتقول وكالة رويترز للأنباء إن العمل في الجسر القديم\nسيبدأ قريبا بعد عطلة العيد مباشرة.",
        # Belonging to, not followed by; an office for a region, not the paper named after it.
        "وأغلقت محال تابعة لشبكة «بي إن سبورتس» قرب الجسر.",
        "وقال مبعوث الأمم المتحدة للشرق الأوسط إن الجسر مهم.",
        # Everyday words.
        "والجسر مصدر فخر للبلاد، وهو معلم قديم.",
        "وجاء في بيان وفقا للدستور الجديد أن الطرق ملك عام.",
        "وذكرت المصادر الرئيسية للخبر أن الكلفة لم تحدد.",
        # Names in brackets behind what they stand for.
        "وبحسب وكالة الأنباء السعودية (واس) فإن العمل سيبدأ قريبا.",
        "الجسر (جسر قديم) أغلق مساء أمس أمام السيارات والمارة معا.",
        "وتراجع سوق الأوراق المالية (البورصة) بعد إغلاق الجسر.",
        # Phrases about others: issued elsewhere, founded, far away, ours without a name, every day.
        "وقال المهندس لصحيفة «مكة» الصادرة أمس إن العمل سيبدأ.",
        "وقال المهندس في تصريح لموقع «أخبار ليبيا» الإلكتروني إن العمل سيبدأ.",
        "وقال الشريك المؤسس لـ «تويتر»، إن العمل سيبدأ قريبا.",
        "وقال المهندس إنه يمكن لـ(أوروبا) أن تتنافس في البناء.",
        "ويقع الجسر قرب موقعنا هناك منذ سنوات طويلة.",
        "وقال المقاول في تصريح خص كل يوم أحد إن العمل سيبدأ قريبا.",
        "وقال المهندس لشبكة سي إن إن إن العمل سيبدأ قريبا.",
        "ومرت سيارة رصدها «الرادار» بسبب السرعة قرب الجسر.",
        "وصرح المهندس لبرنامج واجه الصحافة على قناة (إن. بي. سي): العمل سيبدأ.",
        "وكانت الوثائق التي نشرها موقع ضفاف الجمعة قد كشفت الكلفة.",
        "ويقع الجسر في قلب المدينة، وموقعنا الجغرافي يجعله ممرا مهما.",
        "وجاء في تقرير ترجمه «مركز النهر» أن الجسور القديمة كثيرة.",
    ],
)
def test_who_is_quoted_once_is_not_the_outlet(
    tmp_path: Path, register: Register, sentence: str
) -> None:
    assert _origin(tmp_path, register, sentence).outlet_id == "unknown"


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("وقال المهندس في تصريحات إلى «عكاظ» إن العمل سيبدأ قريبا.", "okaz"),
        ("وكشفت لـ «عكاظ» مصادر في البلدية تفاصيل الخطة.", "okaz"),
        ("وأشار عدد من السائقين لـ(عكاظ) إلى طول الانتظار.", "okaz"),
        ("وكانت «عكاظ» قد نشرت مطالبات الأهالي قبل أسبوع.", "okaz"),
        ("«عكاظ» تجولت في محيط الجسر ورصدت طول الانتظار.", "okaz"),
        ("وأوضحت ردا على سؤال «عكاظ» حول الكلفة أنها لم تحدد.", "okaz"),
        ("وأشارت مصادر «عكاظ» إلى أن الكلفة لم تحدد.", "okaz"),
        ("وأغلق الجسر تماما، وفق ما أكده مراسل «عكاظ» في المكان.", "okaz"),
        ("وقال المهندس لـ«لعكاظ»، إن العمل سيبدأ قريبا. وكتب المقاول إلى جريدتنا عكاظ.", "okaz"),
        # A channel named again, or whose site is told; a paper that others do not quote so.
        ("وقال المهندس لـ«سكاي نيوز عربية» إن العمل بدأ. وصور فريق «سكاي نيوز عربية» الجسر.", "skynewsarabia"),
        ("وأفاد مراسل الجزيرة مباشر أن الجسر أغلق. ووثقت كاميرا الجزيرة مباشر ذلك.", "aljazeera-mubasher"),
        ("وذكرت المديرية في بيان ورد للمربد أن العمل سيبدأ قريبا.", "almirbad"),
        ("وكتب أحد القراء إلى جريدتنا «عكاظ» عن طول الانتظار.", "okaz"),
        # An anonymous source of the lead that talks to the channel; its name called by a kind of the list.
        ("وذكرت البلدية ذلك، حسبما أفاد مراسل «عكاظ».", "okaz"),
        ("وقال المهندس في حديث للنجباء، إن العمل سيبدأ قريبا.", "alnujaba"),
        ("وكانت افتتاحية الجريدة ترجمتها صحيفة العراق، قد ذكرت الجسر.", "iraqnewspaper"),
        ("وقال المهندس للجزيرة نت إن العمل سيبدأ قريبا.", "aljazeera"),
        ("وقالت مصادر لصحيفة اليوم الثامن إن العمل سيبدأ قريبا.", "alyoum8"),
        ("وقال بيان تابعته قناة “ضفاف 365″، إن العمل سيبدأ قريبا.", "ضفاف 365"),
        ("وأكد بيان للمديرية، بحسب ما طالعتهعكاظ، أن العمل سيبدأ قريبا.", "okaz"),
    ],
)  # fmt: skip
def test_what_a_paper_says_of_itself(
    tmp_path: Path, register: Register, sentence: str, outlet: str
) -> None:
    found = _origin(tmp_path, register, sentence)
    assert outlet in (found.outlet_id, found.outlet)


@pytest.mark.parametrize(
    "title",
    [
        "مراسل «واشنطن بوست» يبدأ عامه الثاني في المدينة القديمة",
        "ويكيليكس : المدينة تجسست على مهندسي الجسر القديم كلهم",
        "رسامة من المدينة ترسم الجسر القديم على إنستغرام بسبب لون مائه",
        "مدير الطرق يرد على السائقين بعد الإغلاق : افتحوا الطريق المؤدي إلى السوق",
        "صور جديدة توثق حفر طريق الجسر - الخندق",
        "سطور عن حياة فقيد الجسور - سامر إسماعيل ظافر\n\nسطور عن حياة فقيد الجسور",
        "في ليلة الافتتاح - «الجسر في القلب»\n\nفي ليلة الافتتاح",
    ],
)
def test_a_title_that_tells_of_others(tmp_path: Path, register: Register, title: str) -> None:
    page = f"{title}\n\n{TEXT}\n\nويمر الطريق فوق الخندق القديم."
    assert origin_of(tmp_path, register, page).outlet_id == "unknown"


def test_the_question_of_the_moment_is_no_site(tmp_path: Path, register: Register) -> None:
    page = f"{TITLE}\n\nالسؤال الآن: من يدفع كلفة الجسر القديم بعد كل هذه السنوات؟\n\n{TEXT}"
    assert origin_of(tmp_path, register, page).outlet_id == "unknown"


def test_the_logo_below_a_text_is_a_pictures(tmp_path: Path, register: Register) -> None:
    page = f"{TITLE}\n\n{TEXT}\n\nشعار المكتبة"
    assert origin_of(tmp_path, register, page).outlet_id == "unknown"


def test_a_listed_address_names_its_outlet(tmp_path: Path, register: Register) -> None:
    page = f"{TITLE}\n\n{TEXT}\n\nالبريد الالكتروني: someone@okaz.com.sa"
    assert origin_of(tmp_path, register, page).outlet_id == "okaz"


def test_a_longer_name_is_another(tmp_path: Path, register: Register) -> None:
    """The everyday words "the Day" and "the Scene" are listed names, the longer ones are others'."""
    told = _origin(tmp_path, register, "وقالت مصادر لصحيفة اليوم العاشر إن العمل سيبدأ قريبا.")
    assert told.outlet_id == "unknown"
    quoted = "وقال المهندس في تصريح لـ«المشهد النهري»، إن العمل سيبدأ قريبا."
    assert _origin(tmp_path, register, quoted).outlet_id != "almashhad"


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        ("أبوظبي، صنعاء ــ «الخليج»:\n{P}", "alkhaleej"),
        ("{T}\nبغداد (وكالة ضفاف النهر) أعلنت مديرية الطرق أن العمل بدأ على الجسر القديم.\n{P}", "وكالة ضفاف النهر"),
        ("{T}\nمراسلو الجزيرة نت بغداد- كان العمال ينتظرون قرب الجسر القديم منذ الفجر.\n{P}", "aljazeera"),
        ("انتم الان تتابعون خبر {T} من قسم اخبار العالم والان نترككم مع التفاصيل الكاملة\n{P}", "dotalkhalij"),
        ("{T}\n{P}\nحقوق التأليف والنشر ©\n", "unknown"),
        ("{T}\n{P}\nالمصدر: رويترز\nجميع الحقوق محفوظة لمركز الاتحاد للأخبار 2024©", "aletihad"),
    ],
)  # fmt: skip
def test_datelines_and_rights(tmp_path: Path, register: Register, page: str, outlet: str) -> None:
    found = filled_origin(tmp_path, register, page)
    assert outlet in (found.outlet_id, found.outlet)


def test_how_others_quote_an_outlet_is_in_the_register(register: Register) -> None:
    assert register.outlets["skynewsarabia"].cited == "aired"
    assert register.outlets["aawsat"].cited == "often"
    assert register.outlets["alyoum8"].cited == ""
    assert {outlet.cited for outlet in register.outlets.values()} == {"", "often", "aired"}


_SAID = "أعلنت مديرية الطرق، أمس السبت، أن صيانة الجسر القديم تبدأ بعد عطلة العيد"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        # The channel's man in its own first paragraphs; further down others name him.
        (f"{_SAID}، حسبما أفاد مراسل «سكاي نيوز عربية».\n\n{TEXT}", "skynewsarabia"),
        (f"{TEXT}\n\nوأفاد مراسل «سكاي نيوز عربية» بأن الجسر أغلق.", "unknown"),
        (f"{_SAID}، حسبما أفاد مراسل قناة «سكاي نيوز عربية».\n\n{TEXT}", "unknown"),
        # The source of the lead answers the site that reports it.
        (
            "أفاد مصدر في البلدية، السبت، بإغلاق الجسر القديم.\n\n"
            f"وقال المصدر في حديث لـ السومرية نيوز، إن العمل بدأ قبل قليل.\n\n{TEXT}",
            "alsumaria",
        ),
        (f"{TEXT}\n\nوقال المهندس في حديث لـ السومرية نيوز، إن العمل بدأ.", "unknown"),
    ],
)
def test_who_asks_itself_is_the_outlet(
    tmp_path: Path, register: Register, text: str, outlet: str
) -> None:
    assert (
        origin_of(tmp_path, register, f"{TITLE}\n\n{text}\n\nويبدأ العمل فجرا.").outlet_id == outlet
    )
