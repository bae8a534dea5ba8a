"""When اليوم is the day of writing, and when it means "nowadays", a day of a series, or an observance."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.lexicon import TIMES_OF_DAY, entry_kind
from rasid.language.dates.tense import is_perfect
from rasid.language.numbers_scan import Words, folded_words

# After these it is a day counted, an age we live in, or the name of a paper.
_BEFORE_NOT: Final = folded_words(
    "حتى وحتى إلى لغاية في وفي خلال طوال طيلة بعد أما وأما فأما بين منذ ومنذ كل ساعات مدار نفس بنفس وبنفس ذلك "
    "وذلك بقية باقي "
    "عين المصري روسيا عالم عالمنا واقعنا حياتنا مجتمعنا مجتمعاتنا بلداننا شباب جيل عصر إنسان واقع عالمي تركيا "
    "بات باتت أصبح أصبحت صار صارت أضحى يعد تعد نعد ليس ليست ما لا كما وكما لكنه لكنها لكننا ولكنه وهو وهي نحن ونحن "
    "هو هي نعيش نعيشه نعيشها نشهده نشهدها نراه نراها نعرفه نعرفها يعيشه يعيش تعيش تعيشه نواجه نواجهه مرات مرة "
    "زال تزال يزال نحتاج نحتاجه بحاجة الحاجة فاليوم هم وهم حاجة بتنا أصبحنا صرنا جريدة صحيفة قناة موقع دار تلو مدى "
    "فروض عليه عليها أنا وأنا لأنهم لأنها لأنه لأننا إننا أننا فإننا إنهم أصبحن صرن شهيد "
    "يعاني تعاني يعانون نعاني يحظى تحظى يملك تملك نملك يوجد توجد يعتبر تعتبر يمثل تمثل يشكل تشكل يسمى تسمى يحتاج تحتاج "
    "نرى نسمع نجد نعلم ندرك تحيا يحيا نحيا نملكه يواجه تواجه يطالب يعتقد"
)
# What lives in an age: العالم اليوم، الشباب اليوم.
_OF_AN_AGE: Final = folded_words(
    "العالم الأمة المجتمع الشباب الواقع الإنسان البشرية الأسرة فالأسرة المثقف الجيل العرب المسلمون المسلمين الغرب "
    "الناس فالعالم والعالم عالمنا العصر الحياة المرأة الرواية الإعلام"
)
# Verbs of becoming and remaining, with their subject between them and اليوم (أصبح الجيش اليوم أقوى).
_BECOME: Final = folded_words(
    "أصبح أصبحت بات باتت صار صارت يزال تزال زال زالت أضحى أضحت غدا يبقى تبقى"
)
_AFTER_NOT: Final = folded_words(
    "لم لا ليس ليست ليسوا هو هي هم باتت بات أصبح أصبحت أصبحنا نحن وأمس وغدا وغد أكثر نعيش يعيش تعيش لن الواحد المفتوح "
    "نفسه ذاته التالي السابق التي الذي فقط بات أضحى صار صارت نفسها كما تتركز تتمثل السابع التاسع أسهل أفضل أكبر أقوى "
    "أسوأ أصعب أحوج أشد تلو فصاعدا يعيشون تعيش يعاني تعاني يمثل تمثل يمكنك"
)
_AGES: Final = frozenset(("عالم", "واقع", "شباب", "جيل", "عصر", "انسان"))  # with a proclitic
_QUOTES: Final = ('"', "“", "”", "«", "»")
_OUTLET_KINDS: Final = folded_words("وكالة لوكالة موقع لموقع شبكة منصة صحيفة قناة ل")


def is_today(w: Words, i: int) -> bool:
    """Tell whether اليوم at word `i` is the day of writing.

    A time of day before it settles it (صباح اليوم). Otherwise it is refused after a preposition that counts days, in a
    clause about how things are now, and before an adjective that names an observance (اليوم الدولي، اليوم الأول).
    """
    if w.words[i] != "اليوم":
        return False
    before, after = w.words[i - 1], w.words[i + 1]
    if w.gaps[i][-1:] in _QUOTES and w.gaps[i + 1][:1] in _QUOTES:
        return False  # the paper of that name
    if not w.near(i + 1):
        after = ""
    if _names_an_observance(after):
        return False
    if before in TIMES_OF_DAY or before[1:] in TIMES_OF_DAY:
        return True
    if before == "بغداد" and (
        not w.near(i - 1)
        or w.words[i - 2] in _OUTLET_KINDS
        or w.gaps[i + 1].strip() in ("-", "–", "/")
    ):
        return False  # the news site بغداد اليوم, in a dateline or after وكالة
    if not w.near(i):
        return after not in _AFTER_NOT
    if before == "نهايه" and w.words[i - 2] in ("في", "وفي"):
        return False  # all in all
    if before == "هذا":
        return w.words[i - 2] not in ("مثل", "في", "وفي", "خلال")
    if not _BECOME.isdisjoint(w.words[max(0, i - 4) : i - 1]):
        return False
    if before in _OF_AN_AGE or before[1:] in _AGES or _is_lived_through(before):
        return False
    return before not in _BEFORE_NOT and (after not in _AFTER_NOT or is_perfect(before))


def _is_lived_through(before: str) -> bool:
    """Tell whether the word before is what we do to something all the time (نحياها، نواجهه)."""
    plain = len(before) > 5 and before[0] == "ن" and before.endswith(("ه", "ها"))
    return plain and not before.startswith(("نشر", "نظم", "نفذ", "نقل", "نصب"))


def _names_an_observance(after: str) -> bool:
    """Tell whether the word after makes it the n-th, the national, the international day."""
    if entry_kind(after) == "ordinal":
        return True
    return after.startswith("ال") and after.endswith(("ي", "يه")) and len(after) > 5
