"""Bases that change hands: أصبحت بيد الجيش، عادت إلى السيادة العراقية، انتقلت إدارتها."""

import pytest

from rasid.findings import find_mentions


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وذكر المحافظ أن قاعدة القيارة صارت بالكامل تحت إدارة الجيش العراقي.", "handover"),
        ("باتت قاعدة القيارة بيد الجيش العراقي منذ الأحد.", "handover"),
        ("انتقلت مسؤولية قاعدة القيارة إلى وزارة الدفاع العراقية.", "handover"),
        ("عادت قاعدة القيارة إلى السيطرة العراقية الكاملة.", "handover"),
        ("وقال إن قاعدة القيارة تحت سيطرة القوات الأميركية.", "remains"),
        ("وزار الوزير قاعدة القيارة بيد ممدودة إلى الجميع.", None),
    ],
)
def test_whose_hands_a_base_is_in(text: str, role: str | None) -> None:
    roles = [m.role for m in find_mentions(text) if m.kind == "base"]
    assert roles == [role]


def test_a_verb_of_two_bases_is_said_of_both() -> None:
    text = "قاعدة عين الأسد وقاعدة القيارة أصبحتا تحت إدارة وزارة الدفاع العراقية."
    assert [m.role for m in find_mentions(text) if m.kind == "base"] == ["handover", "handover"]
