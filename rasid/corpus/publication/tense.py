"""Whether a text tells a dated event as past or as still to come: by the verb or preposition nearest before it."""

from __future__ import annotations

import re
from typing import Final

# Words that turn a date into a plan: it lies after the publication.
_AHEAD: Final = re.compile(
    r"(?:بحلول|قبل نهايه|(?:حتي|لغايه|الي)(?: \w+)?\s*$|المقرر|يفترض|يتوقع|متوقع|المتوقع|المزمع|"
    r"موعد|جدول زمني|في غضون|"
    r"اقصاه|تنتهي|ينتهي|سوف|(?<!\w)(?:و|ف)?س[يتن]\w{3,}|القادم|المقبل|الي نهايه|يتجاوز|ستبقي|"
    r"(?<!\w)علي ان (?=[يت])|(?<!\w)[وف]?[يت]بدا(?!\w))"
)
# Verbs of events in the perfect, with their feminine and plural (ت، وا، تا), and words of past time.
_PERFECT: Final = (
    "كان اعلن قتل وقع شهد بدا فاز توفي اندلع تاسس اسس انشا انطلق صدر سقط حصل بلغ وصل ارتفع انخفض تراجع سجل حقق "
    "انتخب ولد عاد غادر دخل انضم خسر توج شارك اطلق اقر اصدر اعتقل نشر افتتح استشهد هاجم ضرب تعرض اصيب كشف "
    "سيطر اجتاح غز انسحب اتفق احتل قام نال ابرم حكم زار التقي عقد اقيم حدث فقد ترك رفض وافق تسلم استعاد "
    "استقبل ناقش بحث تراس دشن تفقد حررت? خرج رحل هبط استقال اختطف اعدم فرض رفع"
).replace(" ", "|")
_BACKWARD: Final = re.compile(
    rf"(?<!\w)[وف]?(?:(?:{_PERFECT})(?:ت|وا|تا|ا)?|جري|جرت|تمت?|تولي|تولت|انتهي|انتهت|ادي|ادت|منذ|لم|قد|بعد|عقب|"
    r"في وقت سابق|سبق|مقارنه|المورخه?|الصادره?|الموقعه?|المبرمه?|مواليد)(?!\w)"
)
# What was agreed or due at some time, of which nobody knows whether it has come: "the plan provided for … by 2025".
_WAS_DUE: Final = re.compile(
    r"(?<!\w)[وف]?(?:نصت?|قضت?|كانت? (?:من )?(?:المقرر|مقررا?ه?|المتوقع|المفترض|المزمع|يفترض|يتوقع))(?!\w)"
)
# "the last race goes back to 2015"
_GOES_BACK: Final = re.compile(r"(?<!\w)[وف]?(?:عاد|[يت]عود|[يت]رجع)ت?(?!\w)[^،.]*الي(?: \w+)?\s*$")
_SINCE: Final = re.compile(r"(?<!\w)و?منذ\s*(?:عام|سنه)?\s*$")
# Imperfect verbs of what is announced, and names that bear the year they are held in ("the 2022 World Cup").
_EXPECTED: Final = re.compile(
    r"(?<!\w)[وف]?(?:س[يتن]\w{3,}|سوف|لن|[يت](?:قام|نطلق|دور|جري|عقد|نعقد|ستضيف|سعي|توقع|ستمر|عتزم|خطط|امل|هدف|تم|كون|"
    r"صل|بلغ|شهد|خوض|لعب|لتقي|واجه|ستعد|نتظر)|ان|استعداد\w*|(?:ل|ب)?نهاييات|مونديال|كاس|(?:ال)?بطول\w+|اولمبياد|"
    r"(?:ال)?انتخابات|(?:ال)?توقعات\w*|احتمال\w*|المستهدفه?|خطط|طراز|هل|ندعو|نسعي|انتهاء|المنتظر|المبرمج|مبرمج|(?:ال)?خطه|رويه|موازنه|ميزانيه|(?:ال)?موسم|تصفيات|معرض|(?:ال)?فتره|"
    r"فعاليات|مهرجان|اكسبو|ب?هدف|تقرر|حدد\w?|قرر\w?|غدا|مشارف)(?!\w)"
)
_LAST: Final = re.compile(r"(?:الماضي|المنصرم|الفايت|السابق)ه?(?!\w)")
_TOMORROW: Final = re.compile(r"(?<!\w)(?:غدا?|المقبله?|القادمه?)(?!\w)")
_NEXT: Final = re.compile(r"\s*(?:القادم|المقبل)")


def is_told_past(before: str) -> bool:
    """Tell whether the last verb of time before a date (folded) is one of the past."""
    back, ahead = _last(_BACKWARD, before), _last(_EXPECTED, before)
    return back is not None and (ahead is None or ahead.start() <= back.start())


def is_told_ahead(before: str) -> bool:
    """Tell whether the last verb of time before a date (folded) speaks of what is announced or is held by years."""
    ahead = _last(_EXPECTED, before)
    return ahead is not None and not is_told_past(before)


def was_due(before: str) -> bool:
    """Tell whether a date stands in what was once agreed or expected (folded): it may have passed, or not."""
    return _WAS_DUE.search(before) is not None


def is_plan(before: str, surface: str, after: str) -> bool:
    """Tell whether a date stands in a clause about what is to come, and nothing past in it (all folded)."""
    if _TOMORROW.search(surface):
        return True
    if _SINCE.search(before) or _GOES_BACK.search(before) or was_due(before):
        return False
    if _LAST.search(surface) or _LAST.match(after.lstrip()):
        return False
    cue = _last(_AHEAD, before)
    if cue is None:
        return bool(_NEXT.match(after))
    back = _last(_BACKWARD, before)
    return back is None or back.start() < cue.start()


def _last(rule: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(rule.finditer(text)))), None)
