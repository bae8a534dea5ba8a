"""The register: names in any spelling, domains, and a file that adds to it and overrides it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register, read_file
from rasid.corpus.article import Article, Origin
from rasid.corpus.outlets.naming import named
from rasid.errors import RasidError
from tests.corpus.conftest import PARAGRAPH, SECOND


def test_the_known_outlets_are_many_and_sound(register) -> None:
    assert len(register.outlets) >= 250
    for outlet in register.outlets.values():
        assert outlet.name_ar
        assert outlet.outlet_id.isascii()
        assert outlet.country == "" or len(outlet.country) == 2


@pytest.mark.parametrize(
    ("name", "outlet_id"),
    [
        ("السومرية نيوز", "alsumaria"), ("السومريه", "alsumaria"), ("«الشرق الأوسط»", "aawsat"), ("RT", "rt-arabic"),
        ("أ.ف.ب", "afp"), ("وكالة رويترز", "reuters"), ("www.aljazeera.net", "aljazeera"), ("alhurra", "alhurra"),
        ("كوردستان24", "kurdistan24"), ("بلومبيرغ", "bloomberg"), ("واع", "ina"), ("مصدرنا الاخباري", "masdarna"),
    ],
)  # fmt: skip
def test_names(register, name, outlet_id) -> None:
    found = register.by_name(name)
    assert found is not None
    assert found.outlet_id == outlet_id


def test_papers_agencies_and_channels_share_names(register) -> None:
    assert named("قناة العالم", register).outlet_id == "alalam"
    assert named("صحيفة العالم", register) is None
    assert named("وكالة المسيرة", register) is None


def test_addresses_by_domain_and_parent(register) -> None:
    assert register.by_url("https://arabic.cnn.com/a/b").outlet_id == "cnn-arabic"
    assert register.by_url("http://amp.alsumaria.tv:8080/x").outlet_id == "alsumaria"
    assert register.by_url("https://example.org/alsumaria.tv") is None
    assert register.by_url("not an address") is None


def test_a_file_adds_overrides_and_keeps_known_names(tmp_path: Path) -> None:
    path = tmp_path / "outlets.csv"
    path.write_text(
        "outlet_id,name_ar,name_en,aliases,domains,country,kind\n"
        "alsumaria,السومرية الجديدة,,,sumaria.example,IQ,publisher\n"
        "mine,موقعي,My Site,موقعنا|الموقع,mine.example,IQ,aggregator\n",
        encoding="utf-8",
    )
    register = Register.load(path)
    assert register.get("alsumaria").name_ar == "السومرية الجديدة"
    assert register.by_name("السومرية نيوز").outlet_id == "alsumaria"
    assert register.by_url("https://sumaria.example/1").outlet_id == "alsumaria"
    assert register.by_name("موقعنا").kind == "aggregator"


def test_a_bad_row_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "outlets.csv"
    path.write_text(
        "outlet_id,name_ar,kind\nx,اسم,publisher\n,بلا رمز,publisher\n", encoding="utf-8"
    )
    with pytest.raises(RasidError, match="line 3"):
        Register.load(path)


def test_unknown_names_become_provisional_with_a_stable_id(register) -> None:
    one, two = register.provisional("وكالة غير معروفة"), register.provisional("وكالة غير معروفه")
    assert one.outlet_id == two.outlet_id
    assert one.provisional


def _origin(tmp_path: Path, register: Register, text: str) -> Origin:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read_file(path, register=register)
    assert isinstance(article, Article)
    return article.origin


def test_an_unlisted_outlet_is_called_as_the_page_writes_it(tmp_path: Path, register) -> None:
    text = "رحيل القافلة الأولى\n\nبغداد: غادرت القافلة القاعدة صباح اليوم.\n\nالمصدر: وكالة أنباء الفرات الجديدة\n"
    found = _origin(tmp_path, register, text)
    assert found.outlet == "وكالة أنباء الفرات الجديدة"
    assert found.outlet_id.startswith("x-")


@pytest.mark.parametrize(
    ("source", "outlet"),
    [("https://www.ina.iq/101211--.html", "ina"), ("https://t.me/12/3", "unknown")],
)
def test_a_source_that_is_an_address_is_no_name(tmp_path: Path, register, source, outlet) -> None:
    text = f"رحيل القافلة الأولى\n\nغادرت القافلة القاعدة صباح اليوم باتجاه الحدود.\n\nالمصدر: {source}\n"
    assert _origin(tmp_path, register, text).outlet_id == outlet


def test_an_address_names_the_outlet_when_nothing_else_does(tmp_path: Path, register) -> None:
    text = "رحيل القافلة الأولى\n\n{}\n\nغادرت القافلة القاعدة صباح اليوم باتجاه الحدود.\n"
    found = _origin(tmp_path, register, text.format("https://www.newsofthebank.example/12/3"))
    assert (found.outlet, found.evidence) == ("newsofthebank.example",) * 2
    shared = _origin(tmp_path, register, text.format("https://www.facebook.com/12/3"))
    assert shared.outlet_id == "unknown"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ('{T}\n\n{A}\n\nوأضاف البيان الذي تابعته "مرايا الجنوب" أن العمل مستمر.\n', "مرايا الجنوب"),
        ("{T}\n\nمرايا الجنوب/..\n\n{A}\n", "مرايا الجنوب"),
        ("{T}\n\n{A}\n\n2025-10-12 11:30:15 - مرايا الجنوب\n", "مرايا الجنوب"),
        ("{T}\nنشر في مرايا الجنوب يوم 12 - 10 - 2025\n{A}\n", "مرايا الجنوب"),
        ("مدونة الرافدين الاستراتيجية\nالرئيسية\n{T}\n{A}\n", "مدونة الرافدين الاستراتيجية"),
        ("وكالة مرايا الجنوب\nالرئيسية\n{T}\nمرايا الجنوب / البصرة\n{A}\n", "وكالة مرايا الجنوب"),
        ("الفجر 4:51\nالشروق 6:20\n{T}\n{A}\n", "غير معروف"),
        ("{T}\n\nمرايا الجنوب (مركز الأخبار) – {A}\n", "مرايا الجنوب"),
        ("مرايا – (6/10/2022)\n{A}\n", "مرايا"),
        ("بغداد – (6/10/2022)\n{A}\n", "غير معروف"),
    ],
)
def test_names_that_no_register_knows(tmp_path: Path, register, text, outlet) -> None:
    title = "رحيل القافلة الأولى من القاعدة الغربية"
    article = (
        "غادرت القافلة الأولى القاعدة الغربية صباح اليوم باتجاه الحدود، وفق ما ذكره بيان رسمي."
    )
    assert _origin(tmp_path, register, text.format(T=title, A=article)).outlet == outlet


def test_a_page_names_itself_in_brackets_before_whose_text_it_prints(
    tmp_path: Path, register
) -> None:
    text = "رحيل القافلة الأولى\n\n(مرايا الجنوب) السومرية نيوز :\n\nغادرت القافلة القاعدة صباح اليوم باتجاه الحدود.\n"
    found = _origin(tmp_path, register, text)
    assert (found.outlet_id, found.host) == ("alsumaria", "مرايا الجنوب")


def test_a_text_compiled_from_several_sources_is_the_sites_own(tmp_path: Path, register) -> None:
    text = "RT Arabic\nرحيل القافلة الأولى\n\nغادرت القافلة القاعدة صباح اليوم باتجاه الحدود.\n\nالمصدر: {}\n"
    one = _origin(tmp_path, register, text.format("السومرية نيوز"))
    several = _origin(tmp_path, register, text.format('"السومرية نيوز" + وكالات'))
    assert (one.outlet_id, several.outlet_id) == ("alsumaria", "rt-arabic")


def test_papers_of_one_name_are_told_by_their_address(tmp_path: Path, register) -> None:
    page = (
        '<html><head><meta property="og:site_name" content="الوطن"><link rel="canonical" '
        'href="https://www.alwatan.com.sa/article/1"></head><body><h1>رحيل القافلة الأولى</h1>'
        "<p>غادرت القافلة الأولى القاعدة الغربية صباح اليوم باتجاه الحدود، وفق ما ذكره بيان رسمي صدر ظهراً.</p>"
        "</body></html>"
    )
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    (article,) = read_file(path, register=register)
    assert isinstance(article, Article)
    assert article.origin.outlet_id == "alwatan-sa"


PARAGRAPHS = (
    "قال مهندس البلدية إن أعمال صيانة الجسر القديم ستبدأ بعد عطلة العيد مباشرة.\n"
    "وأضاف أن الحركة ستتحول إلى الجسر العسكري المؤقت طوال مدة العمل.\n"
)


@pytest.mark.parametrize(
    ("source", "outlet", "host"),
    [
        # An archive of papers, told by its layout and the country of the paper it names.
        ("{T}\nنشر في الخبر يوم 02 - 10 - 2012\n{P}انقر هنا لقراءة الخبر من مصدره.", "elkhabar", "djazairess"),
        ("{T}\nنشر في صدى البلد يوم 19 - 11 - 2019\n{P}انقر هنا لقراءة الخبر من مصدره.", "elbalad", "masress"),
        ("{T}\n2021-10-14 00:00:00 - المصدر: سكاي نيوز\n{P}", "skynewsarabia", "hathalyoum"),
        ("{T}\n12 فبراير 2021\n+ الخط -\n{P}", "alaraby", "alaraby"),
        # A page that names its host needs no layout.
        ("صحافة الجسر نت\n{T}\n{P}كانت هذه تفاصيل الخبر\n© صحافة الجسر نت", "صحافة الجسر نت", "صحافة الجسر نت"),
        # "X" where the list knows "agency X".
        ('{T}\n{P}وختم بالقول في تصريح تابعته "ميل" إن الكلفة لم تحدد.', "miliq", "miliq"),
        ("{T}\nبغداد- ميل\n{P}", "miliq", "miliq"),
        # An agency's own name holds another outlet's.
        ("{T}\nبغداد – واع\n{P}وذكر بيان تلقته وكالة الأنباء العراقية (واع) تفاصيل أخرى.", "ina", "ina"),
        # Beside the clock at the top; before the first words; behind the rights.
        ("السبت 20 سبتمبر 2025 02:44 مـ\nصوت الفرات\n×\n{T}\n{P}", "صوت الفرات", "صوت الفرات"),
        ("{T}\nالجسر الإخبارية -{P}", "الجسر الإخبارية", "الجسر الإخبارية"),
        ("{T}\n{P}جميع الحقوق محفوظة لمرسال الجسر 2024", "مرسال الجسر", "مرسال الجسر"),
        ("{T}\n{P}The post X appeared first on جريدة المدى.", "almada", "almada"),
        # What names nobody: a picture, a writer, an office, what a title quotes.
        ("{T}\nمجلس المحافظة\n{P}", "unknown", "unknown"),
        ("{T}\nناهد رزق الله\n{P}", "unknown", "unknown"),
        ("السبت 20 سبتمبر 2025\nرئيس التحرير\nسامر الجبوري\n{T}\n{P}", "unknown", "unknown"),
        ("سكاي نيوز: تبدأ صيانة الجسر\n20 سبتمبر 2025\nسكاي نيوز: تبدأ صيانة الجسر\n{P}", "unknown", "unknown"),
        # Nor do breadcrumbs, the minutes of a clock, a writer beside his city, a channel interviewed elsewhere,
        # a channel whose country is told, an agency in a report, a picture named twice.
        ("الرئيسية - عربي - {T}\n{T}\n{P}", "unknown", "unknown"),
        ("{T}\n3 ديسمبر 2025 00:24\n{P}", "unknown", "unknown"),
        ("{T}\nبغداد - ياسين صفوان\n{P}", "unknown", "unknown"),
        ("{T}\n{P}جاء ذلك في مقابلة مع قناة كوردستان 24، بثت أمس.", "unknown", "unknown"),
        ('{T}\n{P}وقال المصدر لقناة "السومرية نيوز" الفضائية العراقية إن العمل بدأ.', "unknown", "unknown"),
        ("{T}\nونقلت وكالة الأنباء العراقية (واع)، مساء اليوم، عن المهندس تفاصيل.\n{P}", "unknown", "unknown"),
        ("{T}\nالقاهرة الإخبارية\nالقاهرة الإخبارية\n{P}", "unknown", "unknown"),
        # Names that no list has, in the forms sites give them.
        ("الجسر تايمز - وكالة إخبارية عالمية\n{T}\n{P}", "الجسر تايمز", "الجسر تايمز"),
        ("{T}\nأربيل (مرسال) -\n{P}", "مرسال", "مرسال"),
        ("{T}\n{P}المرصد المحلي للجسور\n", "المرصد المحلي للجسور", "المرصد المحلي للجسور"),
        ("{T}\n{P}Google News تابع آخر أخبار اليوم السابع على Google News", "youm7", "youm7"),
    ],
)  # fmt: skip
def test_outlets_of_pages(register, tmp_path: Path, source, outlet, host) -> None:
    path = tmp_path / "a.txt"
    title = "صيانة الجسر القديم تبدأ بعد العيد"
    path.write_text(source.replace("{T}", title).replace("{P}", PARAGRAPHS), encoding="utf-8")
    (article,) = [a for a in read_file(path, register=register) if isinstance(a, Article)]
    origin = article.origin
    assert outlet in (origin.outlet_id, origin.outlet)
    assert host in (origin.host_id, origin.host)


def test_the_short_name_of_a_listed_outlet_that_the_page_bears_in_full(read_one) -> None:
    head = "راديو المربد\nصيانة الجسر القديم تبدأ بعد العيد\nالمربد/ البصرة"
    text = f"{head}\n{PARAGRAPH}\n{SECOND}\nجميع الحقوق محفوظة راديو المربد"
    assert read_one("p.txt", text).origin.outlet_id == "almirbad"


def test_a_day_is_not_the_paper_named_after_it(read_one) -> None:
    text = f"صيانة الجسر القديم تبدأ بعد العيد\n26 سبتمبر 2019، 1:45 ص\n{PARAGRAPH}\n{SECOND}\n"
    assert read_one("p.txt", text).origin.outlet_id != "26sep"
    named = f"26 سبتمبر نت\nصيانة الجسر القديم تبدأ بعد العيد\n{PARAGRAPH}\n{SECOND}\nجميع الحقوق محفوظة 26 سبتمبر نت"
    assert read_one("p.txt", named).origin.outlet_id == "26sep"
