"""The shapes in which a saved page names its outlet, each with a listed name and with none."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register
from rasid.corpus.article import Origin
from rasid.corpus.outlets.register import name_key
from tests.corpus.outlet_pages import origin_of

_TITLE = "صيانة الجسر القديم تبدأ بعد العيد"
_TEXT = (
    "أعلنت مديرية الطرق، أمس السبت، أن صيانة الجسر القديم تبدأ بعد عطلة العيد وتستمر ثلاثة أشهر.\n"
    "وأضافت المديرية أن الحركة ستتحول إلى الجسر المؤقت طوال مدة العمل، داعية السائقين إلى الالتزام بالإشارات.\n"
)


def _origin(tmp_path: Path, register: Register, page: str) -> Origin:
    return origin_of(tmp_path, register, page.replace("{T}", _TITLE).replace("{P}", _TEXT))


@pytest.mark.parametrize(
    "page",
    [
        "{T}\n{P}حمل تطبيق {N}",
        "{T}\n{P}تابعوا قناة {N} على واتساب",
        "{T}\n{P}📲 لمتابعة آخر الأخبار انضموا إلى قناة {N} على تلغرام",
        "{T}\n{P}موقع {N} غير مسؤول عن تعليقات القراء",
        "{T}\n{P}الآراء الواردة في المقال لا تعبر بالضرورة عن رأي {N}",
        "{T}\n{P}حقوق الطبع والنشر محفوظة لـ {N} 2025",
        "{T}\n{P}جميع الحقوق محفوظة © {N}",
        "{T}\nخاص {N}\n{P}",
        "{T}\nفريق تحرير {N}\n{P}",
        "{T}\nبغداد – {N}\n{P}",
        "{T}\nبغداد ـ {N}: {P}",
        "{T}\n{N}/ متابعة\n{P}",
        "{T} | {N}\n{P}",
        "{T}\n{P}ظهرت المقالة {T} أولاً على {N}.",
        "{T}\n{P}المصدر: {N}",
    ],
)
@pytest.mark.parametrize(
    ("name", "outlet"), [("شفق نيوز", "shafaq"), ("مرايا برس", "مرايا برس")], ids=["listed", "new"]
)
def test_how_a_page_says_whose_it_is(tmp_path: Path, register, page, name, outlet) -> None:
    origin = _origin(tmp_path, register, page.replace("{N}", name))
    assert outlet in (origin.outlet_id, origin.outlet)


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        # Two towns, a writer between town and agency, town and name in brackets, an agency under its town.
        ("{T}\nديالى- كركوك – د ب أ- {P}", "dpa"),
        ("بغداد / علي جواد / الأناضول قال مصدر محلي إن {T} بحسب خطة المديرية.\n{P}", "anadolu"),
        ("{T}\n(بغداد- مرايا)..\n{P}", "مرايا"),
        ("{T}\nكتب : مصراوي\n12:43 ص 06/03/2026\nواشنطن (أ ب)\n{P}", "ap"),
        # An interview's title without marks, where the text says the same; an article's name in another form.
        ("المدير للميادين: {T}\n{P}وقال المدير للميادين إن العمل بدأ.\nوأكد للميادين أن الكلفة لم تحدد.", "almayadeen"),
        ("{T}\n{P}وقال بيان ورد لـ«العرب اليوم» إن العمل بدأ.", "arabstoday"),
        ("{T}\n{P}وقال المهندس في حديث لمنصة “مرايا”، إن العمل بدأ.", "مرايا"),
        # An aggregator's stamp, a name and a time run into the text, an agency's manner of going on.
        ("شفق نيوز - 2/5/2026 11:07:07 PM - GMT (+2 )\n{P}", "shafaq"),
        ("مرايا برس: الاثنين 29 ديسمبر 2025 09:39 صباحاً {P}", "مرايا برس"),
        ("{T}\n{P}وأفادت وكالة مهر للأنباء، انه بدأ العمل في الجسر القديم بعد العيد مباشرة.", "mehr"),
        # A signature between the first paragraphs, a new name in quotation marks or before a slash, a masthead thrice.
        ("{T}\n{P}العالم _ خاص بالعالم\nوفي التفاصيل أن العمل بدأ في الجسر القديم صباح اليوم وفق الخطة.", "alalam"),
        ("{T}\nبغداد: «مرايانا»\n{P}", "مرايانا"),
        ("{T}\n\nالمرايا / عقدت مديرية الطرق أمس السبت اجتماعا في مقرها لبحث خطة الصيانة الجديدة.\n{P}", "المرايا"),
        ("مرايا بابل\nالرئيسية\nمرايا بابل\nسياسة\nمرايا بابل\n{T}\n{P}", "مرايا بابل"),
        # A name that lost the blank behind it, an agency that opens with its own everyday name.
        ("بغداد/المدىبدأت مديرية الطرق، أمس السبت، صيانة الجسر القديم وفق خطتها لهذا العام في العاصمة.\n{P}", "almada"),
        ("النبأ: تبدأ مديرية الطرق، اليوم الثلاثاء، صيانة الجسر القديم وفق خطتها لهذا العام.\n{P}", "nbanews"),
        # Braces and a dispatch below a headline, a name alone in the text, what a town's man has alone.
        ("من اهل الدار\n{T}\n{سياسة:الفرات نيوز} كشف المهندس، اليوم السبت، خطة الصيانة الجديدة للجسر.", "alforat"),
        ("السياسة والناس\n{T}\nبغداد 29 مارس 2020 (شينخوا) أغلقت المديرية الجسر أمس.", "xinhua"),
        ("{T}\n{P}شبكة البصرة\nدجلة الهادي\nوقال المهندس إن العمل بدأ في الجسر صباح اليوم.\n", "albasrah-net"),
        ("بغداد – خاص المدى: تبدأ مديرية الطرق، اليوم، صيانة الجسر القديم وفق خطتها.\n{P}", "almada"),
        ("{T}\n\n{T}\nأخبارنا المغربية\n\nأخبارنا المغربية\n\n{P}", "akhbarona"),
        ("{T}\nوكالة الانباء السورية سانا\n{T}\nبغداد-سانا\n{P}عرض مصدر الخبر\nتطبيق موسوعة الرافدين", "sana"),
        ("إيلاف من لندن: تبدأ مديرية الطرق، اليوم الثلاثاء، صيانة الجسر القديم وفق خطتها لهذا العام.\n{P}", "elaph"),
        # A print view under its agency's name, a name alone that begins the text, an aggregator with its section.
        ("وكالة نادي المراسلين الشباب للأنباء\nرمز الخبر: 51649\n{T}\n{P}وفي بيان تلقت السومرية نيوز نسخة منه.", "yjc"),
        ("{T}\n\nمرايا ميديا بدأت مديرية الطرق صيانة الجسر […]\n\nمرايا ميديا\n\n{P}", "مرايا ميديا"),
        ("(موسوعة هذا اليوم للاخبار | اخبار العراق )- أعلنت مديرية الطرق بدء العمل في الجسر أمس.\n{P}", "hathalyoum"),
        ("المرصاد العام\nرئيس مجلس الإدارةد. ناهد رزقرئيس التحريرسامر نجم\n{T}\n{P}", "المرصاد العام"),
        ("أكد مراسل سكاي نيوز عربية، نقلا عن مصادر، إغلاق الجسر القديم أمام السيارات.\n\n{P}", "skynewsarabia"),
        ("خاص/ تسنيم.. {T}\n\n{P}", "tasnim"),
        ("{T}\n{P}خدمة «نيويورك تايمز»", "nytimes"),
        # An account and a line of rights in Latin letters, a tag above the text, a channel with its programme.
        ("{T}\n{P}\nتابعونا\n@skynewsarabia", "skynewsarabia"),
        ("{T}\n{P}\nhttps://t.me/BaghdadToday", "baghdad-today"),
        ("{T}\n{P}\nCopyright © 2024 ShoroukNews. All rights reserved", "shorouk"),
        ("#الثائر\n{P}", "althaer"),
        ("{T}\nالعالم – قضية اليوم\n{P}", "alalam"),
        ("{T}\n{P}وأبلغ مصدر في البلدية «شفق نيوز» بأن العمل بدأ.", "shafaq"),
        ("موقع مكتب سماحة المرجع الديني الأعلى السيد علي الحسيني السيستاني (دام ظله)\n\n{T}\n\n{P}", "sistani"),
        # A newspaper's dateline run into its text, or alone above it; a town's observer.
        (
            "بغداد: «الخليج» أعلنت مديرية الطرق أمس السبت أن صيانة الجسر القديم تبدأ بعد عطلة العيد وتستمر طويلا.",
            "alkhaleej",
        ),
        ("بغداد: الصباح\n{P}", "alsabaah"),
        ("{T}\nبغداد أوبزرفر – البصرة أعلنت مديرية الطرق أن الصيانة تبدأ بعد العيد.\n{P}", "baghdadobserve"),
        ("وكالة الأنباء العراقية المستقلة متابعة ,,,\n{P}", "ina-independent"),
        # A talk with several speakers, and how sites stamp what they took over.
        ("{T}\n{P}وقال مهندسون في أحاديث لموقع (ارفع صوتك) إن العمل بدأ.", "irfaasawtak"),
        ("{T}\n{P}ويقول لموقع (ارفع صوتك) إن العمل بدأ.", "irfaasawtak"),
        ("{T} - جريدة هرم مصر, اليوم الأحد 25 يناير 2026 08:03 مساءً\n{P}", "harammissr"),
        # A report of an agency's desk, translated; an agency's short name with a stretched letter above the text.
        ("{T}\nوبحسب تقرير المجموعة الدولية وكالة تسنيم للأنباء، تبدأ صيانة الجسر بعد العيد.\n{P}", "tasnim"),
        ("{T}\n\nتنـا\n{P}", "taghrib"),
        # A writer before the outlet in a dateline's brackets; a link past a site's own pages; its talk abroad.
        ("العراق، 13 فبراير 2014، (سامر رافد، أخبار الآن) –\n\n{P}", "akhbaralaan"),
        ("1. تخطي إلى المحتوى\n2. تخطي إلى المزيد من صفحات DW\n\n{T}\n\n{P}", "dw"),
        ('{T}\n{P}وبحسب المهندس الذي قال أيضا لـ"المونيتور": "إن العمل بدأ".', "al-monitor"),
        # An agency's initials beside a town, and in brackets below the name of the site and a country.
        ("إعلان\n\n{T}\n\nتطبيق مصراوي\n\nبغداد- أ ش أ:\n\n{P}", "mena"),
        # An agency between slashes; whoever had the talk; a clock behind a town and a name.
        ("{T}\n{P}وأفاد مهندس لوكالة / المعلومة /، بأن العمل بدأ.\nانتهى/", "almaalomah"),
        ('{T}\n{P}وكان لـ"مرايا نيوز" هذا الحديث معه في مكتبه المطل على الجسر.', "مرايا نيوز"),
        # A name before its day that sources told; where a lead asks to follow the details.
        ("{T}\nمرايانا- 2 ديسمبر 2025\n{P}وتوقف العمل، بحسب ما أكدته مصادر محلية لـ(مرايانا).", "مرايانا"),
        ("{T}\nتبدأ الصيانة بعد العيد. تابعوا التفاصيل على مرايا برس عربي.\n{P}", "مرايا برس عربي"),
        ("{T}\nبغداد_دار المرايا 08:25 م، 05 يناير 2020\n{P}", "دار المرايا"),
    ],
)  # fmt: skip
def test_datelines_and_stamps_of_fresh_pages(tmp_path: Path, register, page, outlet) -> None:
    origin = _origin(tmp_path, register, page)
    assert outlet in (origin.outlet_id, origin.outlet)


@pytest.mark.parametrize(
    "page",
    [
        "{T}\n{P}المصدر: وكالات عراقية",
        "{T}\n{P}المصدر: وكالات محلية",
        "{T}\n{P}وقال المهندس لوكالة الجسر للأنباء إن العمل بدأ.",
        "{T}\n{P}ونشرت صحيفة الأنباء تفاصيل أخرى.",
        "{T}\n{P}تحية إلى أبناء الوطن في كل البلاد مع الصباح.",
        "الوطن العربي\n{T}\n{P}",
        "{T}\n{P}وقال المهندس لقناة «نينوى الغد» إن العمل بدأ.",
        "{T}\n{P}سجّل إعجابك بصفحتنا على فيسبوك لتحصل على المزيد",
        # An agency that a statement was printed by, a source that told another of the media the text quotes.
        "{T}\nوأضافت البعثة - في بيان أوردته وكالة الأنباء العراقية (واع) - أن العمل بدأ.\n{P}",
        "{T}\nأكدت وسائل إعلام عراقية، أمس السبت، بدء الصيانة.\n{P}وذكر مصدر في تصريح لوكالة شفق نيوز أن العمل بدأ.",
        "{T}\n\nالسياسة / عقدت مديرية الطرق أمس السبت اجتماعا في مقرها لبحث خطة الصيانة الجديدة.\n{P}",
        "{T}\n\nالرياض / عقدت مديرية الطرق أمس السبت اجتماعا في مقرها لبحث خطة الصيانة الجديدة.\n{P}",
        # «The Observatory» that shortens the one named in full before it.
        "{T}\n{P}وذكر «المرصد السوري لحقوق الإنسان» ذلك.\nوأفادت مصادر محلية لـ«المرصد» بأن العمل بدأ.",
        # A heading over what an observatory says, a title set twice that begins with a name.
        "{T}\n{P}المرصد السوري لحقوق الإنسان\nوقال المرصد السوري لحقوق الإنسان إن العمل بدأ في الجسر القديم أمس.\n{P}",
        "«ويكيليكس الجسر» يكشف كلفة الصيانة\n\n«ويكيليكس الجسر» يكشف كلفة الصيانة\nمشاركة\n\n{P}",
        "خاص/ بغداد.. {T}\n\n{P}",
        # What heads each paper's part in a review of the press, somebody's post, a tag that is a place.
        "افتتاحيات الصحف الصادرة صباح اليوم\nالنهار:\n{P}",
        "{T}\n{P}وكتب المهندس على حسابه مساء أمس إن العمل سيبدأ قريبا جدا @skynewsarabia وإن الكلفة لم تحدد.",
        "#العراق\n{P}",
        "{T}\nالعالم – أخبار محلية\n{P}",
        # A headline within the text, a member's profile, a picture's text told of below it.
        "{P}المرصد السوري: عدد الجسور يرتفع إلى سبعة\nوقال المهندس إن العمل بدأ صباح اليوم.",
        "الدولة: العراق\nالجنس: ذكر\nالمشاركات: 24\n{T}\n{P}",
        "{T}\nالقاهرة الإخبارية\nالقاهرة الإخبارية\n{P}وقال المهندس على قناة القاهرة الإخبارية إن العمل بدأ.",
        "{T}\nواشنطن (خاص)\n{P}",
        "{T}\n(بغداد- خاص)..\n{P}",
        # A ticker's line above the text, and a heading that is also a paper's name.
        "{T}\nالجزيرة: مهندس يؤكد بدء العمل في الجسر\n{P}",
        "{T}\nالخبر: كشفت صحيفة محلية أن صيانة الجسر القديم تبدأ بعد العيد وتستمر ثلاثة أشهر كاملة.\n{P}",
        "{T}\n{P}تابع آخر أخبار اليوم الثلاثاء",
    ],
)
def test_pages_that_name_nobody(tmp_path: Path, register, page) -> None:
    assert _origin(tmp_path, register, page).outlet_id == "unknown"


def test_a_gate_of_the_euphrates_is_not_the_agency_called_euphrates(
    tmp_path: Path, register
) -> None:
    assert _origin(tmp_path, register, "{T}\nبوابة الفرات\n{P}").outlet_id != "alforat"
    copied = _origin(tmp_path, register, "{T}\n{P}جميع الحقوق محفوظة لبوابة الفرات")
    assert copied.outlet_id != "alforat"


def test_names_are_found_by_the_key_of_each_alone(register) -> None:
    outlets = list(register.outlets.values())
    for outlet in outlets[:: max(1, len(outlets) // 200)]:
        for name in (outlet.name_ar, outlet.name_en, *outlet.aliases):
            found = register.by_name(name)
            assert not name_key(name) or found is not None, name
