"""Words around a number: hedges and bounds before it, cues that it counts, signs that it is a label."""

from __future__ import annotations

from typing import Final

from rasid.language import fold_word
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

# Each hedge is read backwards from the number; longer ones first.
HEDGES: Final = (
    "ما يربو على", "يربو على", "تربو على", "ما يربو عن", "يربو عن", "ما ينيف على", "ينيف على", "ما ينيف عن", "ينيف عن",
    "ما لا يقل عن", "لا يقل عن", "لا تقل عن", "يقل عن", "تقل عن", "ما يزيد على", "ما يزيد عن",
    "لا يزيد على", "لا يزيد عن", "يزيد على",
    "يزيد عن", "تزيد على", "تزيد عن", "لا تزيد على", "لا تزيد عن", "زاد على", "زاد عن", "ما يقرب من", "يقرب من",
    "تقرب من", "يقترب من", "تقترب من", "اقترب من", "اقتربت من",
    "ما يقارب من", "ما يقارب", "يقارب", "تقارب", "ما يناهز", "يناهز", "تناهز", "ناهز",
    "لا يتجاوز", "لا تتجاوز", "لا يجاوز", "لا تجاوز", "يجاوز",
    "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "لا يتعدى", "لا تتعدى", "يتعدى", "تتعدى", "ناهزت", "قاربت", "فاقت",
    "تخطت", "متجاوزا", "متجاوزة", "متخطيا", "متخطية", "أكثر من", "أقل من", "أزيد من", "أكبر من", "أعلى من",
    "أدنى من", "في حدود", "حدود", "حوالي", "حوالى",
    "نحو", "قرابة", "زهاء", "فوق", "دون", "ما دون",
    "ما يفوق", "لا يفوق", "لا تفوق", "يفوق", "تفوق", "فاق", "تخطى", "على الأقل",
    "كحد أدنى", "كحد أقصى", "أكثر بقليل من",
    "أقل بقليل من", "ما يصل إلى", "ما يصل حتى", "حتى", "يصل إلى", "تصل إلى", "يصل عددهم إلى", "يصل عددها إلى", "بحدود",
)  # fmt: skip
AFTER_HEDGES: Final = (
    "تقريبا",
    "علي الاقل",
    "علي الاكثر",
    "كحد ادني",
    "كحد اقصي",
    "او اكثر",
    "فاكثر",
    "فما فوق",
    "ونيف",
    "ونيفا",
)

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
# A number after one of these is a count even without a unit.
COUNT_CUES: Final = folded_words(
    "عدد وعدد عددهم عددها عدده وعددهم وعددها تعداد تعدادهم تعدادها البالغ البالغة بلغ وبلغ بلغت يبلغ تبلغ ويبلغ "
    "عناصرها قوامها قوامه عديد عديدها عديدهم "
    "مقتل وقتل قتل قتلت وقتلت إصابة وإصابة استشهاد جرح وجرح أصيب وأصيب وأصاب أصابت أسرت اعتقلت أوقفت اعتقال واعتقال "
    "إجمالي الإجمالي مجموعه مجموعها حصيلة الحصيلة لعدد"
)
# Verbs of change: "from 2000 to 500" after them is two counts, not a range.
CHANGES: Final = frozenset(
    lead + word
    for word in folded_words(
        "خفض خفضت يخفض تخفض تخفيض خفضا انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت يتراجع تتراجع تقليص قلص قلصت يقلص "
        "تقلص تقلصت يتقلص رفع رفعت يرفع ترفع زيادة زاد زادت ارتفع ارتفعت يرتفع ترتفع ارتفاع هبط هبطت يهبط تهبط تراجعا "
        "ارتفاعا انخفاضا تقليصه خفضه خفضها تقليصها نقص تدنى صعد صعدت ينزل نزل تنزل انخفاضه ارتفاعه"
    )
    for lead in ("", "و", "ف", "ل", "ب", "س", "وس", "فس")
)
# Verbs of reaching a number: يصل العدد إلى 3500.
REACHING: Final = CHANGES | folded_words(
    "وصل وصلت يصل تصل سيصل ستصل ليصل لتصل ووصل ووصلت بالغا ليبلغ زيد يزيد ازداد تضاعف قفز قفزت"
)
# The number of something stands before إلى, or is one: وعدد الجرحى إلى 32، العدد الفعلي هو 4450.
NUMBERED: Final = frozenset(
    lead + word
    for word in folded_words("عدد العدد عددهم عددها إجمالي الإجمالي حصيلة الحصيلة مجموع المجموع")
    for lead in ("", "و")
)
REACHED: Final = folded_words("بلغ وبلغ يبلغ وصل ووصل يصل ارتفع تجاوز")  # بلغ العدد 10969 زائرا
FORCES: Final = folded_words(
    "قوات القوات وقوات للقوات والقوات جنود الجنود جنودها عسكرية العسكرية عسكريين عسكريا عسكري العسكري "
    "التحالف للتحالف تحالف الجيش جيش عناصرها عديد قواتها قواته قواتهم البشمركة البيشمركة العناصر أفراده أفرادها عناصره"
)
# Right after a count of men these say that they are soldiers (عنصر أميركي); elsewhere in a sentence they do not.
NATIONS: Final = folded_words(
    "أميركي أمريكي أميركيا أمريكيا أميركيين أمريكيين أجنبي أجنبيا أجانب بريطاني فرنسي"
)
TROOP_NOUNS: Final = folded_words(
    "قوات القوات لقوات للقوات وقوات بقوات قواتها قواته قواتهم جنود الجنود جنودها جنوده عناصرها عديد عديدها جندي "
    "أفراده أفرادها عناصره "
    "عسكري عسكريين العسكريين"
)
# Any of these inside a word near by: the men are of an armed group, not of an army.
ARMED_GROUPS: Final = (
    "داعش", "تنظيم", "ارهاب", "طالبان", "حوثي", "النصره", "مسلح", "متمرد", "متطرف", "ميليشي", "مليشي", "جهادي",
    "حرام", "الشباب الصومالي", "حزب الله", "فصائل", "فصايل", "متشدد", "انتحاري", "القاعده في", "المعارضه", "الشرطه",
)  # fmt: skip
OF_THEM: Final = frozenset(("منهم", "منها", "منهن"))
CASUALTIES: Final = folded_words(
    "قتل وقتل مقتل قتلى جرح وجرح جرحى أصيب وأصيب إصابة وإصابة أصاب استشهاد استشهد شهيد اعتقال اعتقل أسر وأسر"
)


FATES: Final = folded_words(
    "أصيب أصيبت أصاب إصابة جرح ضبط اعتقل اعتقال توقيف أوقف قتل مقتل فقد أسر احتجز احتجاز خطف اختطاف نقل جرحت إنقاذ"
)


def hedge_cut(word: str) -> int:
    """Return 1 when the word opens a hedge with a proclitic before it (وأكثر من، بنحو), else 0."""
    return 1 if word[:1] in ("و", "ب", "ل", "ف") and word[1:] in _FIRST_OF_HEDGE else 0


def hedge_before(w: Words, i: int) -> int | None:
    """Return the word where the hedge or bound before word `i` begins, or None.

    "ما بين" is no hedge: it opens a range.
    """
    if w.words[i - 1] not in LAST_OF_HEDGE:
        return None
    for length in (4, 3, 2, 1):
        if length > i:
            continue
        known = _BY_LENGTH.get(length)
        if known and tuple(w.words[i - length : i]) in known and _together(w, i - length, i):
            that = w.words[i - 1] == "الي" and w.words[i - length - 1] in _THAT
            reached = that and w.words[i - length - 2] not in _MAY
            reached = reached and not w.words[i - length].endswith(
                "ما"
            )  # إن ما يصل إلى 40: a bound
            reached = reached or (w.words[i - 1] == "حتي" and _is_through(w, i - length))
            return None if reached else i - length
    return None


def _is_through(w: Words, i: int) -> bool:
    """Tell whether حتى at word `i` ends a range (من 30 حتى 40 مليون) and is no bound (يقل حتى 40 راكبا)."""
    return any(word[:1].isdigit() or word in NUMBER_WORDS for word in w.words[max(0, i - 2) : i])


_MAY: Final = folded_words(
    "يمكن ويمكن ممكن الممكن يحتمل المحتمل"
)  # يمكن أن تصل إلى 35 عاما: a bound
_THAT: Final = folded_words("أن بأن لأن")  # توقعات بأن تصل إلى 2.9 بليون: reached, not bounded


def _together(w: Words, first: int, end: int) -> bool:
    return all(w.near(k) for k in range(first + 1, end)) and w.gaps[end].strip(' («"“') == ""


def _written() -> frozenset[tuple[str, ...]]:
    """Return the folded words of each hedge; ما and لا are also written onto the verb (مايزيد على، ما لايقل عن)."""
    found = {tuple(fold_word(word) for word in hedge.split()) for hedge in HEDGES}
    for particle in ("لا", "ما"):
        for hedge in tuple(found):
            if particle in hedge[:-1]:
                k = hedge.index(particle)
                found.add((*hedge[:k], particle + hedge[k + 1], *hedge[k + 2 :]))
    return frozenset(found)


def _by_length() -> dict[int, frozenset[tuple[str, ...]]]:
    table: dict[int, set[tuple[str, ...]]] = {}
    for words in _written():
        bare = words[-1] == "الي" and words[0] != "ما"  # بما يصل إلى
        for lead in ("", "و") if bare else ("", "و", "ب", "ل", "ف"):
            table.setdefault(len(words), set()).add((lead + words[0], *words[1:]))
    return {length: frozenset(words) for length, words in table.items()}


_BY_LENGTH: Final = _by_length()
_FIRST_OF_HEDGE: Final = frozenset(words[0] for words in _written())
LAST_OF_HEDGE: Final = frozenset(hedge[-1] for known in _BY_LENGTH.values() for hedge in known)


# A verb of exceeding or nearing with its subject between it and the number (يزيد طولها على 600، تجاوز عددهم 2500).
_LOOSE_VERBS: Final = folded_words(
    "سيزيد ستزيد وستزيد يزيد تزيد زاد زادت ويزيد وتزيد يقل تقل قل "
    "تجاوز تجاوزت يتجاوز تتجاوز وتجاوز يفوق تفوق فاق فاقت يناهز تناهز ناهز "
    "يقارب تقارب قارب يتعدى تتعدى تعدى تخطى تخطت يتخطى بتجاوز"
)


_EXACTLY: Final = folded_words(
    "بلغ بلغت يبلغ تبلغ قدره قدرها البالغ البالغة بقيمة بنسبة تقديرات توقعات التوقعات التقديرات"
)
# Without على or عن these tell of a rise (زاد السهم 6 بالمئة).
_OVER_AND_UNDER: Final = folded_words(
    "يزيد تزيد زاد زادت ويزيد وتزيد سيزيد ستزيد وستزيد يقل تقل قل"
)


# These govern a number past a long subject: تتجاوز مساهمة البطولة في الناتج المحلي 30 مليار دولار.
_SURPASS: Final = folded_words("بتجاوز تتجاوز يتجاوز تتخطى يتخطى تتعدى يتعدى")
_BESIDE, _GOVERNED = 4, 8
_OVER: Final = ("علي", "عن")


def is_loosely_hedged(w: Words, i: int) -> bool:
    """Tell whether a verb of exceeding or nearing governs the number at word `i` from a few words before."""
    if _LOOSE_VERBS.isdisjoint(w.words[max(0, i - _GOVERNED) : i]) or not w.near(i):
        return False
    if w.words[i - 1] in _WITHIN:
        return False
    for k in range(i - 1, max(-1, i - 1 - _GOVERNED), -1):
        word, far = w.words[k], i - k > _BESIDE
        if word in _EXACTLY or word[:1].isdigit() or (far and word in NUMBER_WORDS):
            return False  # فاق متوسط توقعات بلغ 4.77 بليون
        if word in _LOOSE_VERBS and (not far or word in _SURPASS or w.words[i - 1] in _OVER):
            if word == "قارب" and w.words[k - 1][:1].isdigit():
                return False  # 53 قارب
            return word not in _OVER_AND_UNDER or w.words[i - 1] in _OVER
        if not w.near(k):
            return False
    return False


# لا يتجاوز المبلغ خلال ثلاثة أشهر، واحدا من كل 27
_WITHIN: Final = frozenset(("في", "خلال", "منذ", "بعد", "قبل", "كل", "بين", "مدي"))


def hedge_after(w: Words, end: int) -> int | None:
    """Return the word after the hedge that follows a quantity (تقريباً، على الأقل), or None."""
    one = w.words[end]
    if one == "في" and w.words[end + 1] == "الاقل":
        return end + 2
    if one not in FIRST_AFTER or not w.near(end):
        return None
    if one in AFTER_HEDGES:
        return end + 1
    return end + 2 if f"{one} {w.words[end + 1]}" in AFTER_HEDGES else None


def bounded_after(w: Words, end: int) -> int | None:
    """Return `hedge_after`, also past one adjective (3400 مواطن غربي على الأقل)."""
    if w.words[end] in FIRST_AFTER or w.words[end] == "في":
        return hedge_after(w, end)
    if w.words[end + 1] in FIRST_AFTER and w.near(end) and w.words[end].endswith(_ADJECTIVAL):
        return hedge_after(w, end + 1)
    return None


_ADJECTIVAL: Final = ("ي", "يه", "يا", "ين", "ون", "يات")
FIRST_AFTER: Final = frozenset(hedge.split()[0] for hedge in AFTER_HEDGES)


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
