"""The words of dates, each with what it means; looked up by folded form with proclitics.

The tables are written in ordinary spelling and folded on import.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.language.calendar import (
    AMBIGUOUS_MONTHS,
    GREGORIAN_NUMBER,
    HIJRI_NUMBER,
    WEEKDAY_NUMBER,
)
from rasid.language.folding import fold
from rasid.language.numbers_scan import clitic_forms, folded_words


class Entry(NamedTuple):
    """What a word means in a date: its kind, its value, the length of its proclitics, whether it is doubtful alone."""

    kind: str
    value: str | int
    cut: int = 0
    ambiguous: bool = False


# Time units: singular, dual and plural forms. `accusative` forms count (عشرون عاما) and never name a year.
_UNITS: Final = {
    "minute": "دقيقة الدقيقة دقائق دقيقتين",
    "hour": "ساعة الساعة ساعات الساعات ساعتين",
    "day": "يوم اليوم أيام الأيام يوما",
    "night": "الليلة",
    "week": "أسبوع الأسبوع أسابيع الأسابيع أسبوعا",
    "month": "شهر الشهر أشهر الأشهر شهور الشهور شهرا",
    "quarter": "",
    "year": "عام العام أعوام الأعوام سنة السنة سنوات السنوات سنين السنين عاما سنه",
    "decade": "عقد العقد عقود العقود عقدا",
    "century": "قرن القرن قرون القرون قرنا",
}
_DUAL_UNITS: Final = {
    "day": "يومين يومان اليومين يومي",
    "night": "الليلة",
    "week": "أسبوعين أسبوعان الأسبوعين",
    "month": "شهرين شهران الشهرين شهري",
    "year": "عامين عامان العامين سنتين سنتان السنتين عامي سنتي",
    "decade": "عقدين عقدان العقدين عقدي",
    "century": "قرنين القرنين",
}
_PLURALS: Final = (
    "أيام الأيام أسابيع الأسابيع أشهر الأشهر شهور الشهور أعوام الأعوام سنوات السنوات سنين السنين "
    "عقود العقود ساعات الساعات دقائق قرون القرون"
)
_DIRECTIONS: Final = {
    -1: "الماضي الماضية الماضيين الماضيتين الماضين الفائت الفائتة المنصرم المنصرمة المنصرمين المنقضي المنقضية "
    "الفارط الفارطة الفارطين",
    1: "المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين الآتي الآتية",
    0: "الجاري الجارية الحالي الحالية",
}  # fmt: skip
_ANAPHORS: Final = {1: "التالي التالية", 0: "نفسه نفسها ذاته ذاتها عينه", -1: "السابق السابقة"}
_PARTS: Final = {
    "begin": "مطلع أوائل بداية مستهل بدايات أول غرة",
    "middle": "منتصف أواسط وسط",
    "end": "نهاية أواخر ختام آخر نهايات أخريات",
}
_SEASONS: Final = {
    "winter": "شتاء الشتاء", "spring": "ربيع الربيع", "summer": "صيف الصيف", "autumn": "خريف الخريف",
}  # fmt: skip
_ORDINALS: Final = {
    1: "الأول الأولى الحادي الحادية الواحد فاتح الفاتح",
    2: "الثاني الثانية",
    3: "الثالث الثالثة",
    4: "الرابع الرابعة",
    5: "الخامس الخامسة",
    6: "السادس السادسة",
    7: "السابع السابعة",
    8: "الثامن الثامنة",
    9: "التاسع التاسعة",
    10: "العاشر العاشرة",
    20: "العشرين العشرون",
    30: "الثلاثين الثلاثون",
}
_DECADES: Final = {
    20: "عشرينيات العشرينيات عشرينات العشرينات", 30: "ثلاثينيات الثلاثينيات ثلاثينات الثلاثينات",
    40: "أربعينيات الأربعينيات أربعينات الأربعينات", 50: "خمسينيات الخمسينيات خمسينات الخمسينات",
    60: "ستينيات الستينيات ستينات الستينات", 70: "سبعينيات السبعينيات سبعينات السبعينات",
    80: "ثمانينيات الثمانينيات ثمانينات الثمانينات", 90: "تسعينيات التسعينيات تسعينات التسعينات",
}  # fmt: skip
# Month and day names with a proclitic that are other words (باب المندب، لآب, للغد, لامس).
_NOT_DATES: Final = folded_words("باب فباب وباب لاب كاب فاب للغد وللغد لامس ولامس فلامس")
# Words before a unit or number that make it a date: backwards, forwards, throughout.
_PREPOSITIONS: Final = {
    "before": "قبل",
    "since": "منذ مذ",
    "after": "بعد",
    "during": "خلال غضون",
    "throughout": "طيلة طوال",
}
_DEICTICS: Final = {-1: "أمس الأمس البارحة", 1: "غدا الغد غد"}
TIMES_OF_DAY: Final = folded_words(
    "صباح فجر ظهر عصر مساء ليل ليلة نهار مغرب ضحى عشية سحر قبيل عشاء صبيحة أمسية"
)


def _tables() -> list[tuple[str, str | int, str]]:
    rows: list[tuple[str, str | int, str]] = []
    rows += [("unit", unit, forms) for unit, forms in _UNITS.items()]
    rows += [("units2", unit, forms) for unit, forms in _DUAL_UNITS.items()]
    rows += [("direction", n, forms) for n, forms in _DIRECTIONS.items()]
    rows += [("anaphor", n, forms) for n, forms in _ANAPHORS.items()]
    rows += [("part", part, forms) for part, forms in _PARTS.items()]
    rows += [("season", season, forms) for season, forms in _SEASONS.items()]
    rows += [("ordinal", n, forms) for n, forms in _ORDINALS.items()]
    rows += [("decade", n, forms) for n, forms in _DECADES.items()]
    rows += [("preposition", name, forms) for name, forms in _PREPOSITIONS.items()]
    rows += [("deictic", n, forms) for n, forms in _DEICTICS.items()]
    rows += [("this", 0, "هذا هذه")]
    rows += [("weekday", n, name) for name, n in WEEKDAY_NUMBER.items()]
    return rows


def _date_lexicon() -> dict[str, Entry]:
    lexicon: dict[str, Entry] = {}

    def add(name: str, kind: str, value: str | int, ambiguous: bool = False) -> None:
        if name.isascii():  # English names stand beside a number or are no date at all
            for form in (name, name.title(), name.upper()):
                lexicon[form] = Entry(kind, value, 0, True)
            return
        for form, cut in clitic_forms(fold(name).text):
            lexicon.setdefault(form, Entry(kind, value, cut, ambiguous))

    for table, kind in ((GREGORIAN_NUMBER, "month"), (HIJRI_NUMBER, "hijri")):
        for name, number in table.items():
            if " " not in name:
                add(name, kind, number, name in AMBIGUOUS_MONTHS)
    for kind, value, forms in _tables():
        for form in forms.split():
            add(form, kind, value)
    for name in {name.split()[0] for name in [*GREGORIAN_NUMBER, *HIJRI_NUMBER] if " " in name}:
        for form, cut in clitic_forms(name):
            lexicon[form] = Entry("month2" if name != "ربيع" else "season", "spring", cut)
    return {form: found for form, found in lexicon.items() if form not in _NOT_DATES}


LEXICON: Final = _date_lexicon()


def entry_kind(word: str) -> str:
    """Return the kind of a folded word without proclitics, or the empty string."""
    found = LEXICON.get(word)
    return found.kind if found and not found.cut else ""


PLURAL_UNITS: Final = folded_words(_PLURALS)
ACCUSATIVE_UNITS: Final = folded_words("يوما أسبوعا شهرا عاما عقدا قرنا")
