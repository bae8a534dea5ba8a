"""Copies from page to store: raw pages of one text are one group, whatever stands around it; updates are not."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from rasid.store.schema import STORE_FILE
from tests.store.conftest import run

REPORT = """قالت قيادة العمليات المشتركة إن الدفعة الأولى من القوات الأجنبية غادرت صباح الاثنين معسكرا غربي العاصمة.
وأوضح المتحدث باسمها أن المغادرين نحو 300 جندي بينهم مدربون وفنيون، وأن معداتهم نقلت برا على متن 45 شاحنة خلال ليلتين.
وتسلمت الفرقة السابعة مباني المعسكر ومخازنه بعد جرد استغرق أسبوعين، بحضور ضباط من الجانبين وممثلين عن وزارة الدفاع.
وذكر مسؤول محلي أن الطريق المؤدي إلى المعسكر سيفتح أمام السكان مطلع الشهر المقبل بعد إزالة الحواجز الخرسانية عنه.
وكانت اللجنة العليا قد حددت في الربيع جدولا من ثلاث مراحل تنتهي آخرها قبل نهاية العام المقبل إن سمحت الظروف الأمنية."""

UPDATE = """أعلن مستشفى المدينة وصول سبعة مصابين إثر انقلاب شاحنة كانت ضمن رتل يقل معدات على الطريق السريع فجر الثلاثاء.
وقال مدير المستشفى إن حالة اثنين منهم حرجة وإن الباقين غادروا بعد تلقي العلاج، فيما فتحت الشرطة تحقيقا في سبب الحادث.
وتسلمت الفرقة السابعة مباني المعسكر ومخازنه بعد جرد استغرق أسبوعين، بحضور ضباط من الجانبين وممثلين عن وزارة الدفاع.
وذكر مسؤول محلي أن الطريق المؤدي إلى المعسكر سيفتح أمام السكان مطلع الشهر المقبل بعد إزالة الحواجز الخرسانية عنه.
وكانت اللجنة العليا قد حددت في الربيع جدولا من ثلاث مراحل تنتهي آخرها قبل نهاية العام المقبل إن سمحت الظروف الأمنية."""

PAGE = """الرئيسية
أخبار
رياضة
اقتصاد

{title}

{house}
الاثنين 3 حزيران 2024

{dateline}{body}

شارك
فيسبوك
تويتر
واتساب

مقالات ذات صلة
{related}

اترك تعليقاً
لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *
جميع الحقوق محفوظة © {house} 2024
"""

AMP = """<!doctype html><html amp lang="ar" dir="rtl"><head><title>{title} | {house}</title>
<link rel="canonical" href="https://{domain}/news/1204"><meta property="og:site_name" content="{house}">
<meta property="article:published_time" content="2024-06-03T10:00:00+03:00"></head><body>
<nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav><article><h1>{title}</h1>{body}</article></body></html>"""


def web(body: str) -> str:
    return AMP.format(
        title="مغادرة الدفعة الأولى",
        house="السومرية نيوز",
        domain="www.alsumaria.tv",
        body="".join(f"<p>{line}</p>" for line in body.split("\n")),
    )


@pytest.fixture
def groups(tmp_path: Path) -> dict[str, str | None]:
    """Build the pages below; return the group of each file."""
    source = tmp_path / "pages"
    source.mkdir()
    pages = {
        "one.txt": PAGE.format(
            title="الدفعة الأولى تغادر", house="شفق نيوز", dateline="شفق نيوز/ ", body=REPORT,
            related="حريق في سوق شعبية\nأسعار الصرف اليوم",
        ),
        "again.txt": PAGE.format(
            title="الدفعة الأولى تغادر", house="شفق نيوز", dateline="شفق نيوز/ ", body=REPORT,
            related="افتتاح جسر جديد\nطقس الأسبوع",
        ),
        "other.txt": PAGE.format(
            title="قوات أجنبية تترك معسكرا غربي العاصمة", house="بغداد اليوم", dateline="بغداد اليوم - متابعة\n",
            body=REPORT.rsplit("\n", 1)[0], related="نتائج الدوري\nوفاة فنان",
        ),
        "amp.html": web(REPORT),
        "print.html": web(REPORT).replace("html amp", "html").replace("<nav>", "<nav hidden>"),
        "update.html": web(UPDATE),
    }  # fmt: skip
    for name, text in pages.items():
        (source / name).write_text(text, encoding="utf-8")
    run(source, tmp_path / "store")
    with duckdb.connect(str(tmp_path / "store" / STORE_FILE), read_only=True) as connection:
        found = connection.execute("SELECT source_file, copy_group FROM base.articles").fetchall()
    return dict(found)


def test_pages_of_one_text_are_one_group_and_an_update_is_not(
    groups: dict[str, str | None],
) -> None:
    assert len(groups) == 6
    assert groups.pop("update.html") is None
    (group,) = set(groups.values())
    assert group is not None
