"""Papers of several countries with one name: what tells them apart, and what is said when nothing does."""

from __future__ import annotations

import pytest

from tests.corpus.conftest import SECOND, THIRD

TITLE = "ميناء الصيادين يستقبل سفينة أبحاث بعد توسعة الرصيف"
TEXT = f"استقبل الميناء سفينة أبحاث بعد إتمام المرحلة الأولى من توسعة الرصيف الشرقي.\n{SECOND}\n{THIRD}"


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("{T}\nجازان – الوطن\n{P}", "alwatan-sa"),  # the town
        ("{T}\nجازان: الوطن\n{P}", "alwatan-sa"),
        ("{T}\nصفاقس – الصباح\n{P}", "assabahnews"),
        ("{T}\nبغداد – الصباح\n{P}", "alsabaah"),
        ("{T}\n{P}\nجميع الحقوق محفوظة لجريدة النهار – الكويت، هاتف 00965 2222222", "annahar-kw"),  # the rights
        ("{T}\n{P}\nجميع الحقوق محفوظة لجريدة النهار – بيروت", "annahar"),
    ],
)  # fmt: skip
def test_the_page_tells_which(read_one, source, outlet) -> None:
    origin = read_one("a.txt", source.format(T=TITLE, P=TEXT) + "\n").origin
    assert origin.outlet_id == outlet
    assert origin.namesakes == ()


def test_who_else_it_may_be_is_a_problem_where_nothing_tells(read) -> None:
    page = f'{TITLE}\n{TEXT}\nوعلمت "الوطن" من مصادر مطلعة أن العمل مستمر.\n'
    (article,), (problem,) = read("a.txt", page.encode())
    assert problem.problem == "outlet-shared-name"
    assert "الوطن السعودية" in problem.detail
    assert article.origin.evidence in page
    (plain,), problems = read("a.txt", f"{TITLE}\nبغداد – السومرية نيوز\n{TEXT}\n".encode())
    assert (plain.origin.namesakes, problems) == ((), [])


@pytest.mark.parametrize(
    "beside",
    ["(الجزيرة نت)", "المصدر: الجزيرة\nتصوير: الجزيرة نت"],  # a name that only one of them bears
)
def test_a_name_of_its_own_elsewhere_on_the_page_tells(read, beside: str) -> None:
    (article,), problems = read("a.txt", f"{TITLE}\n{TEXT}\nالمصدر: الجزيرة\n{beside}\n".encode())
    assert (article.origin.outlet_id, problems) == ("aljazeera", [])


def test_who_cites_a_paper_means_that_of_his_own_country(read) -> None:
    cited = f'النشرة\n{TITLE}\nوعلمت "النهار" أن العمل مستمر.\n{TEXT}\nالمصدر: النهار\n'
    (article,), problems = read("a.txt", cited.encode())
    assert (article.origin.outlet_id, problems) == ("annahar", [])
    _, (problem,) = read("a.txt", cited.removeprefix("النشرة\n").encode())
    assert problem.problem == "outlet-shared-name"


def test_namesakes_are_of_other_countries(register) -> None:
    saudi = register.by_name("الوطن السعودية")
    others = register.namesakes(saudi)
    assert {"elwatannews", "alwatan-om", "alwatan-kw"} <= {other.outlet_id for other in others}
    assert all(other.country != "SA" for other in others)
    assert register.namesakes(register.provisional("مرايا الجنوب")) == []


def test_a_name_that_nobody_shares_stands_alone(register) -> None:
    saudi, qatar = register.by_name("الوطن السعودية"), register.by_name("الجزيرة")
    assert register.names_alone(saudi, "جازان – الوطن السعودية")
    assert not register.names_alone(saudi, "جازان – الوطن")
    assert register.names_alone(qatar, "المصدر: الجزيرة نت")


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("{T} - سنابل نيوز\n{P}", "سنابل نيوز"),
        ("سنابل نيوز > أخبار محلية > {T}\n{T}\n{P}", "سنابل نيوز"),
        ("{T}\nسنابل نيوز منذ 3 ساعات\n{P}", "سنابل نيوز"),
        ("{T}\nسنابل برس – البصرة – 8 أيلول 2025 -\n{P}", "سنابل برس"),
        ("{T}\n{P}\nسنابل نيوز", "سنابل نيوز"),
        ("سنابل البصرة نيوز. وكالات\n{P}", "سنابل البصرة نيوز"),
        ("{T}\n{P}\nهذا الخبر بعنوان \"{T}\" نشر أولاً على موقع بوابة السنابل بتاريخ 2 نيسان 2025.", "بوابة السنابل"),
        ("{T}\n{P}\nتابعنا على جوجل نيوز", "غير معروف"),
        ("{T}\nسامر رافد منذ 3 ساعات\n{P}", "غير معروف"),
        ("{T}\nالبصرة – سامر رافد\n{P}", "غير معروف"),
    ],
)  # fmt: skip
def test_new_names_are_read_where_they_sign(read_one, source, outlet) -> None:
    assert read_one("a.txt", source.format(T=TITLE, P=TEXT) + "\n").origin.outlet == outlet


@pytest.mark.parametrize(
    ("line", "name"),
    [("© كتابات الرافد 2025 جميع الحقوق محفوظة", "كتابات الرافد"), ("© كتابات 2025", "كتابات"),
     ("© كتابات 2025 تصميم وبرمجة", "كتابات"), ("جميع الحقوق محفوظة © الوطن القطرية", "الوطن القطرية")],
)  # fmt: skip
def test_rights_of_a_longer_name_are_not_those_of_the_listed_one(
    read_one, line: str, name: str
) -> None:
    assert read_one("a.txt", f"{TITLE}\n{TEXT}\n{line}\n").origin.outlet == name
