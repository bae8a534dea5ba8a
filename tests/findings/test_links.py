"""Dates and quantities know the base, the day and the speaker of their sentence."""

from __future__ import annotations

from datetime import date

from rasid.findings import analyse

TEXT = (
    "كان عدد الجنود في قاعدة عين الأسد نحو 2500 جندي في عام 2021. "
    "وقال وزير الدفاع ثابت العباسي إن في أربيل أقل من 500 جندي. "
    "وتضم القاعدة مدرجاً طوله 4 كيلومترات."
)


def test_a_number_holds_as_of_the_date_its_sentence_names() -> None:
    found = {q.low: q for q in analyse(TEXT, date(2025, 8, 25)).quantities}
    assert found[2500].as_of == date(2021, 12, 31)
    assert found[500].as_of is None
    assert found[4].as_of is None


def test_a_number_has_the_base_and_the_speaker_of_its_sentence() -> None:
    found = {q.low: q for q in analyse(TEXT, date(2025, 8, 25)).quantities}
    assert found[2500].entity_id == "base:ain-al-asad"
    assert found[2500].speaker_id is None
    assert found[500].speaker_id is not None
    assert found[500].entity_id is None
