from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rasid.errors import RasidError
from rasid.findings.dates import cues as cue_module
from rasid.findings.dates import find_dates
from rasid.findings.types import DateMention

PLAN = (
    "ينسحب التحالف الدولي من العراق على مرحلتين: الأولى تبدأ في أيلول 2025، والثانية تكتمل في أيلول 2026. "
    "وكان البلدان قد وقعا الاتفاق في أيلول 2024."
)


def of(found: list[DateMention], surface: str) -> DateMention:
    return next(d for d in found if d.surface == surface)


def test_stages_and_past_of_a_plan() -> None:
    found = find_dates(PLAN, date(2025, 8, 17))
    assert [(d.relation, d.about) for d in found] == [
        ("promised", "phase-one"),
        ("promised", "final-exit"),
        ("past", "other"),
    ]


def test_the_same_plan_read_later_has_a_past_stage() -> None:
    found = find_dates(PLAN, date(2026, 1, 17))
    assert of(found, "أيلول 2025").relation == "past"
    assert of(found, "أيلول 2026").relation == "promised"


def test_an_article_without_a_date_keeps_explicit_promises() -> None:
    found = find_dates("ستغادر قوات التحالف العراق بحلول نهاية 2026، كما قيل أمس.", None)
    assert [(d.surface, d.relation, d.about) for d in found] == [
        ("نهاية 2026", "promised", "final-exit")
    ]


def test_texts_on_other_subjects_have_no_stage() -> None:
    found = find_dates("ينسحب الفريق من البطولة في أيلول المقبل.", date(2025, 8, 17))
    assert (found[0].relation, found[0].about) == ("promised", "other")


def test_the_day_of_publication_is_no_promise() -> None:
    found = find_dates("ستغادر القوات العراق، وفق ما نشر في 17 آب 2025.", date(2025, 8, 17))
    assert found[0].relation == "past"


def test_a_bad_line_of_the_cue_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "promise_cues.tsv"
    path.write_text("kind\tclass\twords\nexit\tadverb\tانسحاب\n", encoding="utf-8")
    monkeypatch.setattr(cue_module, "asset_path", lambda _: path)
    with pytest.raises(RasidError) as error:
        cue_module.cues.__wrapped__()
    assert "line 2" in str(error.value.detail)


SEEDS = {
    "000": date(2025, 8, 17),
    "001": (date(2024, 9, 21), date(2024, 9, 27)),
    "002": date(2025, 8, 25),
    "003": (date(2021, 12, 9), date(2021, 12, 15)),
    "004": date(2024, 9, 24),
}
# article → (about, first and last day) that must be among its promised dates
PROMISES = {
    "000": [("phase-one", "2025-09-01", "2025-09-30"), ("final-exit", "2026-09-01", "2026-09-30")],
    "001": [("phase-one", "2025-09-01", "2025-09-30"), ("final-exit", "2026-12-01", "2026-12-31")],
    "002": [("phase-one", "2025-09-01", "2025-09-30"), ("final-exit", "2026-09-01", "2026-09-30"),
            ("final-exit", "2025-12-01", "2025-12-31")],
    "003": [("final-exit", "2021-12-01", "2021-12-31")],
    "004": [("phase-one", "2025-09-01", "2025-09-30"), ("final-exit", "2026-12-01", "2026-12-31")],
}  # fmt: skip


def seed_body(shared: Path, seed: str) -> str:
    path = next((shared / "seeds").glob(f"{seed}_*.txt"))
    return path.read_text(encoding="utf-8").split("المصدر: الحرة")[0]


@pytest.mark.shared
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_promises_of_the_five_articles(shared: Path, seed: str) -> None:
    found = find_dates(seed_body(shared, seed), SEEDS[seed])
    promised = {
        (d.about, str(d.date_from), str(d.date_to)) for d in found if d.relation == "promised"
    }
    assert promised.issuperset(PROMISES[seed])
    wanted = [p[1:] for p in PROMISES[seed] if p[0] == "final-exit"]
    for about, first, last in promised:
        if about == "final-exit" and first[:4] == last[:4]:
            assert any(first <= a and b <= last for a, b in wanted)


@pytest.mark.shared
def test_the_signature_is_past(shared: Path) -> None:
    found = find_dates(seed_body(shared, "000"), SEEDS["000"])
    assert of(found, "أيلول 2024").relation == "past"


@pytest.mark.shared
def test_article_003_with_any_reference_of_its_autumn(shared: Path) -> None:
    text = seed_body(shared, "003")
    for reference in ((date(2021, 8, 1), date(2021, 12, 31)), date(2021, 12, 11)):
        end = of(find_dates(text, reference), "نهاية عام 2021")
        assert (end.relation, end.about) == ("promised", "final-exit")


@pytest.mark.shared
@pytest.mark.accuracy
def test_shared_date_expressions(shared: Path) -> None:
    lines = (shared / "gold" / "dates.tsv").read_text(encoding="utf-8").splitlines()
    wrong = []
    for line in lines:
        if line.startswith("#"):
            continue
        text, reference, first, last = line.split("\t")[:4]
        found = find_dates(text, date.fromisoformat(reference))
        got = [(str(d.date_from), str(d.date_to)) for d in found]
        if got != [(first[:10], last[:10])]:
            wrong.append((text, got))
    assert wrong == []


def test_every_day_of_a_year_resolves() -> None:
    day = date(2024, 1, 1)
    while day.year == 2024:
        found = find_dates("يعود الشهر المقبل بعد نهاية العام الجاري وبعد 29 شباط المقبل", day)
        assert len(found) == 3
        day += timedelta(days=17)


def test_a_year_that_names_an_agreement_is_past_without_the_article_s_own_day() -> None:
    (found,) = find_dates("قالت إن الزيارة ستعزز التعاون وفقا لاتفاق عام 2008 بين البلدين.", None)
    assert found.relation == "past"
    (found,) = find_dates("قالت إن القوات ستغادر عام 2026.", None)
    assert found.relation == "promised"
