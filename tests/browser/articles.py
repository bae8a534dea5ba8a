"""Four articles of our own, as hard as real ones: no day, no date at all, a long headline."""

from __future__ import annotations

from pathlib import Path
from typing import Final

LONG_TITLE: Final = (
    "عنوان طويل عن انسحاب القوات من القواعد العراقية وما قيل فيه وما لم يقل وما وعد به المسؤولون وما تأخر منه "
    "وما بقي من مستشارين ومدربين في حرير وعين الأسد وفيكتوريا وما يقوله أهل المدن القريبة من تلك القواعد"
)

FILES: Final = {
    # A saved page without its date: what the text tells of it bounds the days it can be of.
    "no-day.txt": """انتهاء مهمة القتال.. ماذا يبقى من القوات الأجنبية في العراق؟

تستعد بغداد لطي صفحة المهمة القتالية للقوات الأجنبية في الأسابيع المقبلة، بحسب ما أعلنه مسؤول في مكتب رئيس الوزراء.

وقال المسؤول إن المستشارين سيبقون في قاعدة عين الأسد، وإن القوات القتالية ستغادر قبل نهاية العام 2021.

ويأتي ذلك بعد جولة الحوار التي عُقدت في 26 تموز 2021 بين بغداد وواشنطن، واتفق فيها الطرفان على إنهاء المهمة القتالية.

المصدر : الجزيرة
""",
    "undated.md": """---
title: رتل يغادر القاعدة
outlet: shafaq
text_kind: full
---

غادر رتل من الشاحنات القاعدة متجها إلى الحدود، وقال سائق فيه إن الطريق آمن وإن الرتل سيعود.
""",
    "long.md": f"""---
title: {LONG_TITLE}
outlet: aawsat
published: 2025-09-03
text_kind: full
---

أعلنت قيادة العمليات المشتركة أن القوات ستغادر قاعدة حرير في أيلول 2026.

وقال محمد شياع السوداني: «العراق قادر على حفظ أمنه».
""",
    "before.md": """---
title: جدول الانسحاب قيد البحث
outlet: aljazeera
published: 2025-03-02
text_kind: full
---

بحثت بغداد وواشنطن جدولا للانسحاب، وقال وزير الدفاع ثابت العباسي إن المرحلة الأولى تنتهي في أيلول 2025.
""",
}


def write(folder: Path) -> None:
    """Write the files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
