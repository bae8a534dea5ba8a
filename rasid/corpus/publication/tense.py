"""Whether a text tells a dated event as past or as still to come: by the verb or preposition nearest before it."""

from __future__ import annotations

import re
from typing import Final

from rasid.language.calendar import ARABIC_WEEKDAYS
from rasid.language.dates.tense import is_event_word, is_future_word

# Words that turn a date into a plan: it lies after the publication.
_AHEAD: Final = re.compile(
    r"(?:بحلول|قبل نهايه|المقرر|يفترض|يتوقع|(?<!غير )ال?متوقع|المزمع|موعد|جدول زمني|في غضون|اقصاه|تنتهي|ينتهي|"
    r"(?<!\w)[وف]?(?:سوف(?!\w)|س[يتن]\w{2,})|(?:القادم|المقبل)ه?(?!\w| من)|الي نهايه|لا [يت]تجاوز|"
    r"(?<!\w)علي ان (?=[يت])|(?<!\w)[وف]?[يت]بدا(?!\w)|(?<!\w)(?:مع|عند) حلول\s*$|في افق\s*$)"
)
# Verbs of events in the perfect, with their feminine and plural (ت، وا، تا), and words of past time.
_PERFECT: Final = (
    "كان قتل وقع شهد بدا فاز توفي اندلع تاسس اسس انشا انطلق صدر سقط حصل بلغ وصل ارتفع انخفض تراجع سجل حقق "
    "انتخب ولد عاد غادر دخل انضم خسر توج شارك اطلق اصدر اعتقل نشر افتتح استشهد هاجم ضرب تعرض اصيب "
    "سيطر اجتاح غز انسحب احتل قام نال ابرم حكم التقي عقد اقيم حدث فقد ترك رفض تسلم استعاد "
    "استقبل ناقش بحث تراس دشن تفقد حررت? خرج رحل هبط استقال اختطف اعدم فرض رفع"
).replace(" ", "|")
_BACKWARD: Final = re.compile(
    rf"(?<!\w)(?:[وف]?(?:(?:{_PERFECT})(?:ت|وا|تا|ت(?:ه|ها|هم))?|كانا|جري|جرت|تمت?|تولي|تولت|انتهي|انتهت|ادي|ادت|"
    r"منذ|لم|قد(?! [يت])|في وقت سابق|سبق|مقارنه|المورخه?|الصادره?|الموقعه?|المبرمه?|مواليد)|"
    r"(?:الذي|التي|الذين|اللذين|اللتين) (?![يتسن]|(?:قد|لا|لن|من|في)\b)\w{3,})(?!\w)"
)
# What came after something else is past too, where nothing is expected.
_AFTER: Final = re.compile(r"(?<!\w)[وف]?(?:بعد|عقب) (?=\S)")
# A decision tells when it was made only right before the date ("agreed in 2014"); else its date is of what was decided.
_DECIDED: Final = re.compile(
    rf"(?<!\w)[وف]?(?:اعلن|كشف|اتفق|وافق|اقر|قرر)(?:ت|وا|تا|ا)?(?: \w+){{0,2}}? "
    rf"(?:في|خلال|عام|سنه|شهر|يوم|{'|'.join(ARABIC_WEEKDAYS)})\s*$"
)
# عقد is a contract or a meeting's being held after these, else a verb.
_CONTRACT: Final = re.compile(
    r"(?<!\w)(?:[وفل]?س?[يت](?:تم|نتهي|جري|عتزم)|تم|علي|الي|في|قبل|بعد|عند|من|ان|بموجب|مده|توقيع|تجديد|تمديد|موعد)\s+$"
)
# What was agreed or due at some time, of which nobody knows whether it has come: "the plan provided for … by 2025".
_WAS_DUE: Final = re.compile(
    r"(?<!\w)[وف]?(?:نصت?|قضت?|كانت? (?:من )?(?:المقرر|مقررا?ه?|المتوقع|المفترض|المزمع|يفترض|يتوقع))(?!\w)"
)
# "they began to leave last August, before the deadline agreed on": what was done early, the text may precede or follow.
_EARLY: Final = re.compile(r"(?<!\w)قبل (?:ال)?(?:موعد|مهله)\w*")
# "may stay there until after 2026"
_BEYOND: Final = re.compile(r"(?<!\w)[وف]?(?:الي|لغايه|حتي) ما بعد(?: \w+)?\s*$")
_LASTED: Final = re.compile(
    r"(?<!\w)[وف]?(?:استمر|بقي|ظل|دام|امتد|تولي|شغل|حكم|قاد|لعب|عمل|عاش|كان|تراس)(?:ت|وا)?(?:ه|ها|هم)?(?!\w)|(?<!\w)[وف]?مثل(?:ه|ها|هم)(?!\w)"
)
_LASTS: Final = re.compile(
    r"(?<!\w)[وف]?(?:[يت](?:بقي|متد|سري|نتشر|ستمر|واصل)|(?:ال)?(?:بقاء|استمرار|تمديد|تاجيل|ابقاء)(?:ه|ها|هم)?)(?!\w)"
)
_LASTING: Final = re.compile(r"(?<!\w)[وف]?(?:حتي|لغايه|الي)(?: (?!في|من)\w+)?\s*$")
# "the last race goes back to 2015"
_GOES_BACK: Final = re.compile(r"(?<!\w)[وف]?(?:عاد|[يت]عود|[يت]رجع)ت?(?!\w)[^،.]*الي(?: \w+)?\s*$")
# "to 97 ships in 2023 from 49 in 2014": what a plan is measured by.
_FROM: Final = re.compile(r"(?<!\w)(?:من|عن) (?:نحو|حوالي|مستوي|\d)[^،.]{0,30}$")
_NARRATED: Final = re.compile(r"(?:قبل|بعد) ان $")
_SIN: Final = re.compile(r"[وف]?س[يتن]")
_FIRST: Final = re.compile(r"\s*[،,]?\s*(?!و)(\w{3,})")
_SINCE: Final = re.compile(r"(?<!\w)و?منذ\s*(?:عام|سنه)?\s*$")
# Imperfect verbs of what is announced, and names that bear the year they are held in ("the 2022 World Cup").
_EXPECTED: Final = re.compile(
    r"(?<!\w)[وف]?(?:س[يتن]\w{2,}|سوف|لن|ل?[يت](?:قام|دخل|فضل|نتهي|نطلق|دور|جري|عقد|نعقد|ستضيف|سعي|توقع|ستمر|عتزم|خطط|امل|هدف|تم|كون|"
    r"صل|بلغ|شهد|خوض|لعب|لتقي|واجه|ستعد|نتظر)|ان|استعداد\w*|ب?هدف|تقرر|"
    r"حدد\w?|قرر\w?|اتفق\w{0,2} علي|(?:ال)?اتفاق علي|تحديد\w*|تم (?:ال)?(?:تمديد|تخصيص|تاجيل|حجز|برمجه|جدوله)|"
    r"امكاني\w*|اعتزام\w*|عزم\w*|غدا|مشارف|احتمال\w*|المستهدفه?|خطط|هل|ندعو|نسعي|انتهاء|"
    r"المنتظر|المبرمج|مبرمج|المستحقه?|(?:[وبفك]?ال|لل|[بل])?(?:نهاييات|مونديال|كاس|بطول\w+|اولمبياد|انتخابات|توقعات\w*|"
    r"طراز|خطه|رويه|موازنه|ميزانيه|موسم|تصفيات|معرض|فتره|"
    r"فعاليات|مهرجان|اكسبو|استضافه|ترشح\w*|ولايه|قانون الماليه|اولمبي\w*|العاب))(?!\w)"
)
_LAST: Final = re.compile(r"(?:الماضي|المنصرم|الفايت|السابق)ه?(?!\w)")
_TOMORROW: Final = re.compile(r"(?<!\w)(?:غدا?|المقبله?|القادمه?)(?!\w)")
_NEXT: Final = re.compile(r"\s*(?:القادم|المقبل)")


def is_told_past(before: str) -> bool:
    """Tell whether the last verb of time before a date (folded) is one of the past."""
    if lasting := _LASTING.search(before):
        return (
            _last(_LASTED, before) is not None
            and _last(_EXPECTED, before[: lasting.start()]) is None
        )
    if _DECIDED.search(before):
        return True
    back, ahead = _last(_BACKWARD, before), _last(_EXPECTED, before)
    if back is None:
        return ahead is None and _AFTER.search(before) is not None
    return ahead is None or ahead.start() <= back.start()


def is_told_ahead(before: str) -> bool:
    """Tell whether the last verb of time before a date (folded) speaks of what is announced or is held by years."""
    ahead = _last(_EXPECTED, before)
    return ahead is not None and not is_told_past(before)


def was_due(before: str) -> bool:
    """Tell whether a date stands in what was once agreed or expected (folded): it may have passed, or not."""
    if early := _EARLY.search(before):
        return is_told_past(before[: early.start()])
    return _WAS_DUE.search(before) is not None


def is_lasting(before: str) -> bool:
    """Tell whether something is to last until a date (folded before it): it may be years ahead, a deadline is near."""
    return _LASTING.search(before) is not None


def is_plan(before: str, surface: str, after: str) -> bool:
    """Tell whether a date stands in a clause about what is to come, and nothing past in it (all folded)."""
    if _TOMORROW.search(surface):
        return True
    if _SINCE.search(before) or _GOES_BACK.search(before) or was_due(before):
        return False
    if _LAST.search(surface) or _LAST.match(after.lstrip()):
        return False
    if beyond := _BEYOND.search(before):
        return not is_told_past(before[: beyond.start()])
    if lasting := _LASTING.search(before):
        return _is_to_last(before[: lasting.start()]) and not goes_on_back(after)
    cue = _last(_AHEAD, before)
    if cue is None:
        return bool(_NEXT.match(after)) or (goes_on_ahead(after) and not is_told_past(before))
    if _FROM.search(before, cue.end()) or goes_on_back(after):
        return False
    back = _last(_BACKWARD, before)
    return back is None or back.start() < cue.start()


def _is_to_last(before: str) -> bool:
    """Tell whether what lasts until a date (folded before it) goes on: its last verb is one of what is to come."""
    cues = [m.start() for rule in (_AHEAD, _EXPECTED, _LASTS) if (m := _last(rule, before))]
    back = _last(_BACKWARD, before)
    return bool(cues) and (back is None or back.start() < max(cues))


def goes_on_ahead(after: str) -> bool:
    """Tell whether a verb of the future follows a date (folded after it): "the end of 2015 there will be"."""
    first = _FIRST.match(after)
    return first is not None and _SIN.match(first[1]) is not None and is_future_word(first[1])


def goes_on_back(after: str) -> bool:
    """Tell whether a verb of the past follows a date (folded after it): "until 2014 the authorities had thought"."""
    first = _FIRST.match(after)
    return first is not None and (
        is_event_word(first[1]) or _BACKWARD.fullmatch(first[1]) is not None
    )


def _last(rule: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next((m for m in reversed(list(rule.finditer(text))) if _is_verb(m)), None)


def _is_verb(cue: re.Match[str]) -> bool:
    """Tell a verb among what the rules take by its letters: not سنوات, سياسية and سيرفال, nor the noun عقد."""
    if cue[0] == "عقد":
        return not _CONTRACT.search(cue.string, 0, cue.start())
    if _SIN.match(cue[0]):
        return is_future_word(cue[0])
    return not _NARRATED.search(cue.string, 0, cue.start())  # it was told before it fell
