"""Words near a number that say what it tells: that it counts, that it changes, of whom it is."""

from __future__ import annotations

from typing import Final

from rasid.language.numbers_scan import folded_words

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
    "التحالف للتحالف تحالف الجيش جيش عناصرها عديد قواتها قواته قواتهم البشمركة البيشمركة العناصر أفراده أفرادها عناصره "
    "المارينز مارينز"
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
