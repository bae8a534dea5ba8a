"""Sites that no list has: named where the cues of their own page agree, and left alone where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register
from rasid.corpus.outlets.plain_names import is_town_daily, marked_name, plain_name
from rasid.corpus.outlets.register import name_key
from tests.corpus.outlet_pages import filled_origin


@pytest.mark.parametrize(
    "name", ["وكالة ضفاف", "منصة رصيف", "الهضبة برس", "الكوت الآن", "شبكة أخبار الهضبة"]
)
@pytest.mark.parametrize(
    "page",
    [
        "{T} - {N}\n\n{P}",
        "{N} | {T}\n\n{P}",
        "{N} » سياسة » {T}\n\n{T}\n\n{P}",
        "{T}\nبواسطة {N}\n12 يناير 2025\n\n{P}",
        "{T}\n12 يناير 2025 | {N}\n\n{P}",
        "{T}\n\nبغداد - {N}: {P}",
        "{T}\n\n{N} – {P}",
        "{T}\n\nبغداد ({N})\n\n{P}",
        "{T}\n\n{P}\n\nجميع الحقوق محفوظة\n{N}",
        "{T}\n\n{P}\n\nجميع الحقوق محفوظة لموقع {N} ولا يجوز النسخ دون ذكر المصدر",
        "{T}\n\n{P}\n\nلمتابعة أخبار {N} على غوغل نيوز",
        "{T}\n\n{P}\n\nالمزيد من {N}",
        "{T}\n\nوذكر بيان للمديرية ورد لـ{N}، أن العمل سيبدأ قريبا.\n\n{P}",
    ],
)  # fmt: skip
def test_a_name_that_says_what_it_is_needs_one_cue(
    tmp_path: Path, register: Register, page: str, name: str
) -> None:
    found = filled_origin(tmp_path, register, page.replace("{N}", name))
    assert name_key(found.outlet) == name_key(name)


@pytest.mark.parametrize("name", ["ضفاف", "الهضبة", "خيط أبيض", "Nahrona"])
@pytest.mark.parametrize(
    "page",
    [
        "{T}\n\n{P}\n\nحمّل تطبيق {N} الآن",
        "{T}\n\n{P}\n\nتابع {N} على تلغرام",
        "{T}\n\n{P}\n\nلمتابعة آخر الأخبار عبر تلغرام {N}",
        "{T}\n\n{P}\n\nاشترك في النشرة البريدية لـ{N}",
        "{T}\n\n{P}\n\nالآراء الواردة لا تعبر بالضرورة عن رأي {N}",
        "{T}\n\n{P}\n\n{N} غير مسؤولة عن محتوى المواقع الخارجية",
        "{N}\nالرئيسية\nسياسة\nاقتصاد\n{T}\n\n{P}",
        "{T}\n\nبغداد 12 كانون الثاني ({N}) - {P}",
        "{T}\n📅 12 يناير 2025 | 🌐 {N}\n\n{P}",
    ],
)
def test_a_plain_name_needs_a_phrase_that_only_the_site_prints(
    tmp_path: Path, register: Register, page: str, name: str
) -> None:
    found = filled_origin(tmp_path, register, page.replace("{N}", name))
    assert name_key(found.outlet) == name_key(name)


@pytest.mark.parametrize(
    "page",
    [
        "{T}\nبغداد: ضفاف\n\n{P}",
        "{T}\n\nخاص – ضفاف\n\n{P}",
        "{T}\n\nبغداد / علي جواد / ضفاف\n\n{P}",
        "{T}\n\nبغداد (ضفاف، وكالات) {P}",
        "{T}\n\nبغداد: ضفاف، وكالات {P}",
        "{T}\n\nضفاف ووكالات\n\n{P}",
        "{T}\n\n{ بغداد: ضفاف } {P}",
        "{T}\n\nبغداد في 21 أيلول/ ضفاف / {P}",
        "{T} - ضفاف\n\n{P}\n\nضفاف\nجميع الحقوق محفوظة",
        "{T}\n\n{P}\n\nوكانت صحيفتنا «ضفاف» نشرت خبر الجسر.",
        "{T}\n\n{P}\n\nوأفاد مراسل ضفاف في بغداد بأن العمل بدأ.\n\nضفاف",
        "{T}\n\n{P}\n\nوقال المدير لـ\"ضفاف\" إن العمل بدأ.\n\nوأكد المدير لـ\"ضفاف\" أن الكلفة لم تحدد.",
    ],
)  # fmt: skip
def test_cues_add_up(tmp_path: Path, register: Register, page: str) -> None:
    assert filled_origin(tmp_path, register, page).outlet == "ضفاف"


@pytest.mark.parametrize(
    "page",
    [
        "محليات\n{T} - محليات\n\n{P}",
        "{T}\nرغد العمري – متابعات\n\n{P}",
        "{T}\n\nبغداد ـ نهلاء القبان\n\n{P}",
        "{T}\nالجسر القديم\n\n{P}\n\nالجسر القديم",
        "{T}\n\n{P}\n\nوقال مراسل وكالة أنباء فرنسا إن العمل بدأ.",
        "{T}\n\n{P}\n\nوأعلنت القوات التابعة لوزارة الطرق، أن العمل بدأ.",
        "{T}\n\n{P}\n\nتابعونا على تلغرام\nتابعوا آخر الأخبار على فيسبوك\nحمل التطبيق الآن",
        "{T}\n\n{P}\n\nمفكرة\nملفات خاصة",
        "{T}\n\n{P}\n\nTelegram\nWhatsapp channel\nNabd\nTwitter\nFacebook",
        "{T}\nإدريس جواد | مراسل\n\n{P}",
        "السبت 17 جانفي 2026\nAccueil Top Pub\n{T}\n\n{P}",
        "السبت 17 يناير 2026\nخارج الحدود\n\n{T}\n\n{P}",
        "السبت 17 يناير 2026\nشؤون عربية\n\n{T}\n\n{P}",
        "السبت 17 يناير 2026\nأصداء عالمية\n\n{T}\n\n{P}",
        "السبت 17 يناير 2026\nأمن ودفاع\n\n{T}\n\n{P}",
        "{T}\n\n{P}\n\nوقال المدير لموقع ميزان، إن العمل بدأ.",
    ],
)
def test_writers_sections_and_tags_are_no_site(
    tmp_path: Path, register: Register, page: str
) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == "unknown"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("نشر الخبر اول مرة على موقع :رووداو", "rudaw"),
        ("هذا المحتوى مقدم من موقع رووداو", "rudaw"),
        ("هذا المحتوى مقدم من موقع ضفاف النهر", "ضفاف النهر"),
    ],
)
def test_a_carrier_says_whose_text_it_prints(
    tmp_path: Path, register: Register, line: str, outlet: str
) -> None:
    found = filled_origin(tmp_path, register, f"{{T}}\n\n{{P}}\n\n{line}")
    assert outlet in (found.outlet_id, found.outlet)


def test_an_aggregator_names_its_source_in_brackets(tmp_path: Path, register: Register) -> None:
    found = filled_origin(tmp_path, register, "{T}\n\n(MENAFN- Al-Bayan) {P}")
    assert (found.outlet_id, found.host_id) == ("albayan", "menafn")


def test_an_address_on_a_line_of_its_own_is_the_last_resort(
    tmp_path: Path, register: Register
) -> None:
    page = "{T}\n\n{P}\n\n"
    assert (
        filled_origin(tmp_path, register, page + "www.dhifaf-nahr.com").outlet == "dhifaf-nahr.com"
    )
    found = filled_origin(tmp_path, register, page + "البريد الالكتروني: info@dhifaf-nahr.com")
    assert found.outlet == "dhifaf-nahr.com"
    assert filled_origin(tmp_path, register, page + "someone@gmail.com").outlet_id == "unknown"


def test_the_name_between_the_headlines_of_a_ticker(tmp_path: Path, register: Register) -> None:
    heads = [
        "بلدية المدينة ترفع النفايات",
        "موسم الحصاد يبدأ باكرا",
        "سوق الخضار ينتقل",
        "قطار الليل يعود",
        "أسعار الطحين تنخفض",
    ]
    glued = "وكالة ضفاف النهر" + "وكالة ضفاف النهر".join(f"{head} " for head in heads)
    page = "{T}\n\n{P}"
    assert filled_origin(tmp_path, register, f"{glued}\n\n{page}").outlet == "وكالة ضفاف النهر"
    latin = " dhifaf ".join([*heads, *heads])
    assert filled_origin(tmp_path, register, f"{latin}\n\n{page}").outlet == "dhifaf"


def test_pictures_credited_to_a_paper_twice_are_its_own(tmp_path: Path, register: Register) -> None:
    picture = "الجسر القديم في صورة من الأرشيف («الشرق الأوسط»)"
    page = f"{{T}}\n{picture}\n{picture}\n\n{{P}}"
    assert filled_origin(tmp_path, register, page).outlet_id == "aawsat"


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        ("{T}\nوكالة ضفاف منذ 3 ساعات\n\n{P}", "وكالة ضفاف"),
        ("{T}\nزاد القرى الإخباري -\n\n{P}", "زاد القرى الإخباري"),
        ("{T}\n\n{P}\n\nضفافنيوز\nخبر آخر من المدينة", "ضفافنيوز"),
        ("ضفاف نت\n{T}\n\n{P}", "ضفاف نت"),
        ("{T}\n\n{P}\n\nوأكد المدير لموقع ضفاف الخبري أن العمل بدأ.", "موقع ضفاف الخبري"),
        ("{T}\n\nوقال بيان تلقاه موقع ضفاف عربية، إن العمل بدأ.\n\n{P}", "موقع ضفاف عربية"),
        ("{T}\n\n{P}\n\nوأضاف المدير في تصريح خصه لموقع ضفاف ان العمل بدأ.", "موقع ضفاف"),
        ("{T}\n\n{P}\n\nورصد محرر ضفاف برس مطالبة الأهالي بالإسراع.", "ضفاف برس"),
        ("{T}\n\n{P}\n\nوكشفت مصادر خاصة «وكالة ضفاف» أن العمل بدأ.", "وكالة ضفاف"),
        ("الهضبة اليوم-بغداد\n{P}", "الهضبة اليوم"),
        ("{T}\n\n{P}\n\nيمكنك أيضا قراءة الخبر في المصدر من المدى", "almada"),
    ],
)
def test_small_sites_and_their_marks(
    tmp_path: Path, register: Register, page: str, outlet: str
) -> None:
    found = filled_origin(tmp_path, register, page)
    assert outlet in (found.outlet, found.outlet_id)


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        # A name before the first verb, behind a town, and one that also stands among the page's own lines.
        ("{T}\n\nضفاف – تعرض الجسر القديم لأضرار كبيرة خلال فيضان الليلة الماضية.\n\n{P}", "ضفاف"),
        ("{T}\n\nالعراق/ ضفاف- أفاد شهود بأن الجسر القديم أغلق مساء أمس أمام السيارات.\n\n{P}", "ضفاف"),
        ("{T}\nخيط أبيض ـ\nحجم الخط\n\nخيط أبيض - قال مدير الطرق إن الجسر القديم أغلق مساء أمس.\n\n{P}", "خيط أبيض"),
        ("ضفاف – تظاهر آلاف الأشخاص في محيط الجسر القديم دعما لفكرة المهندس المقيم.\n\n{P}", "ضفاف"),
        ("خيط أبيض - آخر الأخبار المحلية والعربية والدولية\n\n{T}\n\n{P}", "خيط أبيض"),
        ("تقارير إخبارية - ضفاف النهر بوست - Page 2\n\n{T}\n\n{P}", "ضفاف النهر بوست"),
        ("{T}\n\n((ضفاف_بغداد))\n{P}", "ضفاف"),
        ("منصة الصباح\n\nأرشيف الوسم : جسور\n\n{T}\n\n{P}", "منصة الصباح"),
        ("{T}\n\nووثقت شبكة ضفاف 24 خلال شهر عشرة.\n\n{P}\n\nووثقت شبكة ضفاف 24 خلال العام مئة.", "شبكة ضفاف 24"),
        ("{T}\n\nووثقت شبكة ضفاف 24 خلال الشهر عشرة حوادث.\n\n{P}", "unknown"),
        # Above the editor's name, beside agencies, with an age in English, a clock in the name.
        ("خيط أبيض\nرئيس التحرير: سامر الجبوري\n{T}\n\n{P}", "خيط أبيض"),
        ("خيط أبيض\nرئيس مجلس الإدارة د. سامر الجبوري\n{T}\n\n{P}", "خيط أبيض"),
        # Who made the page's dress is nobody; few words that top and foot both print are the site.
        ("{T}\n\n{P}\n\nجميع الحقوق محفوظة © خيط أبيض | MoreNews by AF themes.", "خيط أبيض"),
        ("خيط أبيض\n\n{P}\n\n{P}\n\nخيط أبيض\nاتصل بنا", "خيط أبيض"),
        ("Skip to content\nخيط أبيض\n{T}\n\n{P}", "خيط أبيض"),
        ("{T}\n\n{P}\n\nView on dhifaf-nahr.com", "dhifaf-nahr.com"),
        ("{T}\n\n{P}\n\nخيط أبيض + وكالات", "خيط أبيض"),
        ("خيط سودان _وكالات محلية\n\n{P}", "خيط سودان"),
        ("{T}\n\nover 5 years in خيط أبيض\n\n{P}\n\nMentioned in this news", "خيط أبيض"),
        ("{T}\n\nHadba 24\n12-02-2026 | 13:25\n\n{P}", "Hadba 24"),
        # A verb with a prayer behind it, a town far away, a person above the office.
        ("{T}\n\nوصل – بحفظ الله – مدير الطرق إلى الجسر القديم صباح أمس في زيارة رسمية.\n\n{P}", "unknown"),
        ("{T}\n\nلشبونة – أعلن مدير الطرق أن الجسر القديم أغلق مساء أمس أمام السيارات.\n\n{P}", "unknown"),
        ("سامر ضفاف\nرئيس التحرير\n{T}\n\n{P}", "unknown"),
    ],
)  # fmt: skip
def test_plain_names_at_head_and_foot(
    tmp_path: Path, register: Register, page: str, outlet: str
) -> None:
    found = filled_origin(tmp_path, register, page)
    assert outlet in (found.outlet, found.outlet_id)


def test_what_may_be_a_name() -> None:
    assert is_town_daily("الكوت اليوم")
    assert not is_town_daily("مصر اليوم")
    assert marked_name("إذاعة الهضبة")
    assert not marked_name("الوكالة الرسمية")
    assert not marked_name("World News")
    assert plain_name("نهر 24")
    for words in (
        "آخر الأخبار",
        "قناتنا",
        "أحمد",
        "علي حسن",
        "سياسة محلية",
        "وزارة الطرق",
        "بغداد",
    ):
        assert not plain_name(words), words
