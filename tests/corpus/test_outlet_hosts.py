"""Who carries a text: the site that prints an agency's, logos, layouts, titles set again, addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.corpus import Register
from rasid.corpus.outlets.register import name_key
from tests.corpus.outlet_pages import filled_origin


@pytest.mark.parametrize(
    "page",
    [
        "{T}\nتم نشر هذا المحتوى على\n17 يناير 2025 - 14:40\nبغداد (رويترز) - {P}\nswissinfo.ch",
        "{T}\n17 يناير 2025\nبغداد (رويترز) - {P}\nجميع الحقوق محفوظة. لا يجوز إعادة النشر. SWI swissinfo.ch",
        "{T} - SWI swissinfo.ch\n17 يناير 2025\nبغداد 17 يناير كانون الثاني (رويترز) - {P}",
    ],
)
def test_the_site_that_prints_an_agency_is_the_host(
    tmp_path: Path, register: Register, page: str
) -> None:
    found = filled_origin(tmp_path, register, page)
    assert (found.host_id, found.outlet_id) == ("swissinfo-ar", "reuters")


@pytest.mark.parametrize(
    "page",
    ["INDEPENDENTعربية\nالأخبار\nسياسة\n{T}\n\n{P}", "{T}\n\n{P}\n\n© INDEPENDENTعربية 2025"],
)
def test_a_logo_of_two_scripts_without_a_blank_is_a_name(
    tmp_path: Path, register: Register, page: str
) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == "independentarabia"


@pytest.mark.parametrize(
    ("outlet", "page"),
    [
        ("aawsat", "{T}\n\nالجسر القديم شرق المدينة\nTT\n\n{T}\n\n{P}"),
        ("bbc-arabic", "{T}\n\nصدر الصورة، Getty Images\nالتعليق على الصورة، الجسر القديم\n\n{P}"),
        ("rt-arabic", "{T}\nتاريخ النشر: 17.01.2025 | 14:20 GMT |\n\n{P}"),
        ("alarabiya", "{T}\nنشر في: 17 يناير ,2025: 06:50 م GST\n\n{P}"),
        ("skynewsarabia", "{T}\n17 يناير 2025 - 18:30 بتوقيت أبوظبي\n\n{P}"),
        ("washingtoninstitute", "المرصد السياسي 4120\n{T}\n17 كانون الثاني 2025\n\n{P}"),
    ],
)
def test_a_layout_tells_whose_page_it_is(
    tmp_path: Path, register: Register, outlet: str, page: str
) -> None:
    found = filled_origin(tmp_path, register, page)
    assert (found.host_id, found.outlet_id) == (outlet, outlet)


def test_who_signs_the_text_is_not_outweighed_by_a_layout(
    tmp_path: Path, register: Register
) -> None:
    page = "{T}\nدبي - الحدث.نت\nنشر في: 17 يناير ,2025: 06:50 م GST\n\n{P}"
    assert filled_origin(tmp_path, register, page).outlet_id == "alhadath"


@pytest.mark.parametrize(
    ("name", "behind"), [("الشرق الأوسط", " | الشرق الأوسط"), ("المدى", " - المدى")]
)
def test_a_title_set_again_at_the_foot_says_whose_it_is(
    tmp_path: Path, register: Register, name: str, behind: str
) -> None:
    found = filled_origin(tmp_path, register, f"{{T}}\n17 يناير 2025\n\n{{P}}\n\n{{T}}{behind}")
    assert found.outlet == name


def test_a_masthead_with_its_chairman_outweighs_the_logo(
    tmp_path: Path, register: Register
) -> None:
    page = (
        "النهار\nالأحد 21 سبتمبر 2025\nجريدة النهار المصرية رئيس مجلس الإدارة سعد الجسر\n{T}\n\n{P}"
    )
    found = filled_origin(tmp_path, register, page)
    assert (found.host_id, found.outlet_id) == ("alnaharegypt", "alnaharegypt")


@pytest.mark.parametrize(
    ("outlet", "page"),
    [
        ("nabarafidain.com", "الرابط: https://nabarafidain.com/archives/99812\n{T}\n\n{P}"),
        ("hadabatna.org", "{T}\n\n{P}\n\nالمصدر: https://www.hadabatna.org/news/123"),
        ("نبأ الرافدين", "https://nabarafidain.com/archives/99812\nنبأ الرافدين\n{T}\n\n{P}"),
        ("صوت الهضبة", "https://sawtalhadba.iq/archives/99812\nصوت الهضبة\nمحليات\n{T}\n\n{P}"),
        ("nabarafidain.com", "https://nabarafidain.com/archives/99812\nصدى الهور\n{T}\n\n{P}"),
        ("بحر الهضبة", "{T}\n17 يناير 2025\nبحر الهضبة_سعد الجبوري\n\n{P}"),
        ("ضفاف نيوز", "{T}\n\n{P}\n\nنسخة من موقع ضفاف نيوز"),
    ],
)
def test_sites_that_no_list_has(tmp_path: Path, register: Register, outlet: str, page: str) -> None:
    assert name_key(filled_origin(tmp_path, register, page).outlet) == name_key(outlet)


@pytest.mark.parametrize("page", ["الهضبة 24°\n{T}\n\n{P}", "بغداد 24°\n{T}\n\n{P}"])
def test_the_weather_names_nobody(tmp_path: Path, register: Register, page: str) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == "unknown"


def test_a_logo_below_the_text_says_whose_page_it_is(tmp_path: Path, register: Register) -> None:
    found = filled_origin(tmp_path, register, "{T}\n17 يناير 2025\n\n{P}\n\nYoum7 Logo")
    assert found.outlet_id == "youm7"


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("المونتور", "al-monitor"),
        ("المعهد الملكي للشؤون الدولية", "chathamhouse"),
        ("عراق أويل ريبورت", "iraqoilreport"),
        ("العرب اللندنية", "alarab"),
        ("INDEPENDENTعربية", "independentarabia"),
    ],
)
def test_names_that_others_quote_are_known(register: Register, name: str, outlet: str) -> None:
    found = register.by_name(name)
    assert found is not None
    assert found.outlet_id == outlet


@pytest.mark.parametrize(
    ("outlet", "page"),
    [
        ("aljazeera", "{P}\n\nوللحديث عن الجسر، التقت الجزيرة نت المدير السابق للطرق سعد الجبوري."),
        (
            "aawsat",
            "{P}\n\nولأن المدير السابق عاصر البناء، حاورته «الشرق الأوسط» حول الجسر القديم.",
        ),
        ("annabaa", "شبكة النبأ: بعد توسع أعمال\nالصيانة على الجسر القديم شرق المدينة\n\n{P}"),
        (
            "sputnik-arabic",
            "{T}\n\nالجسر القديم - سبوتنيك عربي, 1920, 15.01.2023\nتابعنا عبر\n\n{P}",
        ),
        ("sputnik-arabic", "{T} - 15.01.2023, سبوتنيك عربي\n\n{P}"),
        ("sputnik-arabic", "2023-01-15T10:05+0000\n{T} 15.01.2023, سبوتنيك عربي\n{T}\n{P}"),
    ],
)
def test_who_met_whom_and_names_before_a_colon(
    tmp_path: Path, register: Register, outlet: str, page: str
) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == outlet


def test_a_menu_of_many_sections_names_no_agency(tmp_path: Path, register: Register) -> None:
    menu = "أخبار عامة - وكالة أنباء الهضبة - اخبار الأدب والفن - اخبار الرياضة - اخبار الاقتصاد - اخبار الطب"
    assert filled_origin(tmp_path, register, f"{menu}\n{{T}}\n\n{{P}}").outlet_id == "unknown"


@pytest.mark.parametrize(
    ("outlet", "page"),
    [
        ("nna", "{T}\nوطنية - بغداد - {P}"),
        ("alqabas", "{T}\nمحرر القبس الإلكتروني\n{P}"),
        ("mc-doualiya", "{T}\nنشرت في: 17/01/2025 - 16:12\nمونت كارلو الدولية / أ ف ب\n{P}"),
        ("mod-iq", "وزارة الدفاع العراقية\n{T}\n17 يناير 2025\n\n{P}"),
        ("amnesty", "{T}\n17 يناير 2025\n\n{P}\n\n© منظمة العفو الدولية 2025"),
        ("alarabiya", "نبض\nالعربية\n{T}\nمنذ 3 ساعات\n{P}"),
    ],
)
def test_short_lines_in_which_sites_name_themselves(
    tmp_path: Path, register: Register, outlet: str, page: str
) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == outlet


def test_a_new_site_signs_with_its_day(tmp_path: Path, register: Register) -> None:
    found = filled_origin(tmp_path, register, "{T}\nبواسطة ضفافنا 24 - 17 يناير، 2025\n{P}")
    assert found.outlet == "ضفافنا 24"


@pytest.mark.parametrize("page", ["{T}\nوطنية\nدولية\n{P}", "{P}\n\nأخبار وطنية - دولية"])
def test_a_section_of_the_nation_is_no_agency(
    tmp_path: Path, register: Register, page: str
) -> None:
    assert filled_origin(tmp_path, register, page).outlet_id == "unknown"


def test_a_menu_of_languages_names_no_channel(tmp_path: Path, register: Register) -> None:
    page = "العربية\nکوردی\nEnglish\n{T}\n17 يناير 2025\nشفق نيوز/ {P}"
    found = filled_origin(tmp_path, register, page)
    assert (found.host_id, found.outlet_id) == ("shafaq", "shafaq")
    alone = filled_origin(tmp_path, register, "العربية\nEnglish\n{T}\n17 يناير 2025\n{P}")
    assert alone.outlet_id == "unknown"


def test_an_aggregator_names_the_agency_whose_text_it_carries(
    tmp_path: Path, register: Register
) -> None:
    found = filled_origin(tmp_path, register, "msn\n{T}\nقصة بواسطة رويترز\n17 يناير 2025\n{P}")
    assert (found.host_id, found.outlet_id) == ("msn-ar", "reuters")


@pytest.mark.parametrize(
    ("outlet", "line"),
    [
        ("عين اليوم", "نايف عبدالله – علي الجبوري: عين اليوم"),
        ("ضفاف", "ضفاف – علي حسين – سلام الجاف"),
        ("غير معروف", "بغداد – علي حسين – سلام الجاف"),
        ("غير معروف", "سياسة – علي حسين – سلام الجاف"),
        ("غير معروف", "علي حسين – سلام الجاف"),
        ("غير معروف", "كتابة: علي حسين، تصوير: سلام الجاف"),
    ],
)
def test_a_name_beside_several_writers(
    tmp_path: Path, register: Register, outlet: str, line: str
) -> None:
    assert filled_origin(tmp_path, register, f"{{T}}\n{line}\n\n{{P}}").outlet == outlet


@pytest.mark.parametrize(
    ("line", "agency", "site"),
    [
        ("الشارقة 24 – رويترز:", "reuters", "sharjah24"),
        ("شينخوا - الأمة برس", "xinhua", "thenationpress"),
    ],
)
def test_a_site_beside_the_agency_it_prints_is_the_host(
    tmp_path: Path, register, line, agency, site
) -> None:
    origin = filled_origin(tmp_path, register, f"{{T}}\n{line}\n{{P}}")
    assert (origin.outlet_id, origin.host_id) == (agency, site)
