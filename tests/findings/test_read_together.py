"""Documents read together: the findings of each are those of the document by itself."""

from __future__ import annotations

from datetime import date

from rasid.findings import analyse
from rasid.findings.analysis import analyse_together
from rasid.language import Document

TEXTS = [
    "قال المتحدث باسم الوزارة سعد الفلاني إن 200 جندي سيغادرون قاعدة عين الأسد نهاية 2026. وأضاف أن الانسحاب بدأ.",
    "",
    "«لن نبقى هنا»، بحسب مصدر أمني.",
    "أكد الفلاني في بغداد أمس أن القوات باقية في أربيل حتى أيلول المقبل.",
]


def test_reading_together_changes_no_finding() -> None:
    days = [date(2025, 10, 1), date(2024, 1, 31), None, date(2025, 3, 1)]
    documents = [Document(text) for text in TEXTS]
    Document.cut_together(documents)
    assert analyse_together(documents, days) == [
        analyse(text, day) for text, day in zip(TEXTS, days, strict=True)
    ]
