"""Digits that name something and count nothing: المادة 140، F-16، القانون عدد 52، الساعة الـ12 ظهراً، الدورة الـ30."""

from __future__ import annotations

from typing import Final

from rasid.findings.quantities.context import REACHED
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

# A number after one of these is a label, not a count. Bare فئة and مجموعة are left out: folded they are
# فيه and مجموعه, after which numbers count.
_NAMED_BY_NUMBER: Final = folded_words(
    "رقم رقمه الرقم برقم ورقم المادة والمادة مادة بالمادة للمادة الفقرة البند القرار قرار بقرار الدقيقة الساعة "
    "القناة قناة طراز غرفة صفحة ص الطابق الحلقة هاتف كود الرمز بند الجولة المركز المرتبة الدرجة مواليد بتوقيت "
    "المواصفة نموذج موديل الفئة طريق الطريق شارع الممر سوخوي ميغ اف إف بي إس أس سي لوحة حلقة فرانس بالمركز "
    "روسيا مونديال دقيقة العدد عين المجموعة الفصل الجزء الباب النسخة الدورة للدورة "
    "الكتيبة اللواء السرية الفوج الفيلق فوج الفرقة عام سنة عامي لعام للعام تعداد ويندوز بلايستيشن آيفون "
    "الكيلومتر جوال هاتفي تحويلة مخرج بوينغ بوينج إيرباص أنتونوف توبوليف إليوشن كلاشينكوف كلاشنكوف لواء"
)
LABELS: Final = _NAMED_BY_NUMBER | {
    (lead[:-1] if lead == "لل" and word[2] == "ل" else lead) + word[2:]
    for word in _NAMED_BY_NUMBER
    if word.startswith("ال")
    for lead in ("لل", "بال", "وال")
}
_AREAS: Final = frozenset(("م", "كم", "كلم", "سم"))
_DAYTIME: Final = folded_words("ظهرا صباحا مساء فجرا ليلا عصرا ظهر")


def _is_clock(w: Words, i: int) -> bool:
    """Tell whether the digits at word `i` are an hour (الـ12 ظهراً)."""
    return len(w.words[i]) <= 2 and w.words[i + 1] in _DAYTIME and w.near(i + 1)


_STATUTES: Final = folded_words(
    "القانون قانون المرسوم مرسوم الأمر الفصل القرار قرار المنشور والقانون للقانون المكتب بالمكتب "
    "الدائرة بالدائرة الملف القضية الغرفة الوحدة الرسم الصفحة"
)
_LETTERS: Final = folded_words("إف اف بي سي إس أس ميغ سو كي تي آر إم جي دي إيه أي ام")
# With الـ and digits after them these name the one of that number.
_NUMBERED: Final = folded_words(
    "الدورة للدورة والدورة بالدورة الذكرى للذكرى والذكرى بالذكرى المرة للمرة العيد بالعيد النسخة للنسخة القرن اليوم "
    "المجموعة لليوم العام الجولة للجولة المركز بالمركز للمركز المرتبة بالمرتبة الدقيقة الأسبوع للأسبوع الطبعة الجلسة "
    "القمة للقمة بالقمة المهرجان الاجتماع اجتماعها اجتماعه دورته دورتها نسخته نسختها ذكراه ذكراها الفرقة اللواء "
    "الفوج اللقب لقبه هدفه الهدف عامه عامها سنته سنتها المحطة الشهر المئوية دورتهم قمتهم الساعة عيده عيدها "
    "ميلاده ميلادها التقرير للتقرير والتقرير"
)


_FILED: Final = ("عدد", "ب")


def _is_filed(w: Words, i: int) -> bool:
    """Tell whether digits number a statute, an office or a post box: القانون عدد 52، عدد4، ص. ب 1006."""
    before = w.words[i - 1]
    if before == "عدد":
        return w.words[i - 2] in _STATUTES or not w.gaps[i]
    return before == "ب" and w.words[i - 2] == "ص"


_YEAR_DIGITS: Final = 4
_MODEL: Final = 2  # letters before the number of an aircraft or a tank: C 130، SU 35


def is_between_slashes(w: Words, i: int) -> bool:
    """Tell whether the digits at word `i` are set off by slashes, as some agencies do: خفضت إلى /2000/ جندي."""
    alone = w.words[i - 1] > ":" and w.words[i + 1] > ":"
    return alone and w.gaps[i] == " /" and w.gaps[i + 1] == "/ "


def _is_named_by(w: Words, i: int) -> bool:
    """Tell whether digits number the noun before them: المادة 140; not بلغ العدد 10، تبني روسيا 10 سفن."""
    before = w.words[i - 1]
    if before == "روسيا":
        return len(w.words[i]) == _YEAR_DIGITS  # كأس العالم روسيا 2018
    return before != "العدد" or w.words[i - 2] not in REACHED


def is_label(w: Words, i: int, *, scaled: bool = False) -> bool:
    """Tell whether the digits at word `i` name something (المادة 140، F-16، 20:41، 6-3، #2030) rather than count.

    Digits with a scale after them (35 مليار) are no name, whatever noun stands before.
    """
    before, gap, after = w.words[i - 1], w.gaps[i], w.gaps[i + 1]
    if after[:1] in ("%", "٪") or (gap == " /" and is_between_slashes(w, i)):
        return False
    if not scaled and before in LABELS and gap.strip(" (:") == "":
        return _is_named_by(w, i)
    if before in _FILED and _is_filed(w, i):
        return True
    if gap == after == " " and before != "ال":
        # most numbers: nothing but words around them; but F 16
        return before < "a" and before.isupper() and len(before) <= _MODEL
    if gap == " - " and before in _LETTERS:
        return True  # إف - 16
    if before == "ال" and w.words[i - 2] in _NUMBERED and w.near(i - 1):
        return True  # الدورة الـ30
    if not scaled and gap in ("-", "–") and before > ":" and before not in NUMBER_WORDS:
        return True  # سي-130، كوفيد-19
    if gap == "" and before in _AREAS:
        return True  # كلم2
    if before == "ال" and _is_clock(w, i):
        return True
    if gap[-1:] in ("#", "_", "@", ":", "/", "\\", "+", "=", "'", "*") or after[:1] in (
        "_",
        "@",
        "/",
        "\\",
        ":",
    ):
        return not (after[:1] == ":" and not w.words[i + 1][:1].isdigit()) and (
            gap[-1:] != ":" or w.words[i - 1][:1].isdigit()
        )
    if before and before[-1].isascii() and before[-1].isalpha() and gap in ("", "-", "–"):
        return True
    following = w.words[i + 1]
    return bool(
        following and following[0].isascii() and following[0].isalpha() and after in ("", "-")
    )
