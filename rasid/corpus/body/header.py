"""Lines of a raw page that state author, date, section and source; its title is told in `titles`."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.lines import Line
from rasid.language import fold
from rasid.language.calendar import BARE_WEEKDAYS, ENGLISH_MONTHS, GREGORIAN_MONTHS, HIJRI_MONTHS

_NAMES: Final = (*GREGORIAN_MONTHS.values(), *HIJRI_MONTHS.values())
_MONTHS: Final = "|".join(
    [
        *sorted({w for names in _NAMES for name in names for w in fold(name).text.split()}),
        "كانون[12]",
        "تشرين[12]",
        "اكتوير",  # a content system's slip
        *ENGLISH_MONTHS,
        *(name[:3] for name in ENGLISH_MONTHS),
        "sept",
    ]
)
_DAYS: Final = (
    rf"(?:يوم )?(?:ال)?(?:{BARE_WEEKDAYS})|(?:sat|sun|mon|tues?|wed(?:nes)?|"
    r"thu(?:rs)?|fri)(?:ur)?(?:day)?"
)
_DATE_WORD: Final = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|\d+(?:st|nd|rd|th)?|ص|م|هـ|ه|ق\.م|am|pm|صباحا|مساء|ظهرا|فجرا|gmt|utc|t|z|"
    r"في|الساعه|ساعه|بتوقيت|توقيت|غرينتش|جرينتش|بغداد|مكه|القاهره|بيروت|تاريخ|التاريخ|النشر|نشر|"
    r"نشرت|نشرت|بتاريخ|الموافق|التحديث|"
    r"تحديث|اخر|حدث|حدثت|اضيف|اضيفت|كتب|كتبت|تم|الخبر|المقال|المقاله|اليوم|published|updated|on|"
    r"at|posted|date|last|update|created|"
    r"وقت|التوقيت|المحلي|من|يوم|ت|لسنه|عام|سنه)"
)
# "361 viewsreading time: 1 minute": the labels of a page's counters, run together where its boxes met.
_GLUED: Final = re.compile(
    r"(مشاهدات|مشاهده|قراءات|قراءه|زيارات|زياره|تعليقات|تعليق|دقيقه|دقايق)"
    r"(?=(?:وقت|زمن|مده|اخر|نشر|كتب|شارك|حجم|تعليق|مشاهد|قراء|طباع|استمع|\d))"
)
_DIGIT_DATE: Final = re.compile(r"\d{1,4} ?[/\-.] ?\d{1,2} ?[/\-.] ?\d{1,4}|\d{4}-\d\d-\d\dt")
_MONTH: Final = re.compile(rf"\b(?:{_MONTHS})\b")
_BYLINE: Final = (
    r"بقلم|كتب(?:ت|ه|ها)?|اعداد|اعد(?:ه|ت|ها)|تحرير|المحرر|الكاتب|الكاتبه|ترجمه|بواسطه|المدون|المراسل|تصوير|"
    r"رييس التحرير|رييس مجلس|فريق التحرير|التاريخ|تم النشر|اخر تحديث|بتاريخ|المشاهدات|by|author|posted|published|"
    r"updated|written|نشرت? (?:في|علي|يوم|بتاريخ|ب)|تاريخ (?:ال)?(?:نشر|خبر|مقال|اضافه)"
)
# Words that open headlines too ("source: convoy leaves"): a label only before a sign, or in a line of few words.
_SECTION: Final = (
    r"مراسل|متابعه|متابعات|تقرير|المصدر|مصدر الخبر|مصدر|القسم|التصنيف|تصنيف|تصنيفات|الفيه|فيه|فيات|الاقسام|"
    r"قسم|نشر|نشرت|نشره|تاريخ|حدث|اضيف|اضيفت|عدد|الرييسيه|source|category|in|رقم الخبر|الخبر رقم|"
    r"كود الخبر|كد خبر|كاتب|خاص|خاص ب|وكالات|الناشر"
)
_LABELLED: Final = re.compile(
    rf"^(?:(?:{_BYLINE})(?:\s*[:|/\-–]|\s+|$)|(?:{_SECTION})(?:\s?[|/\-–]|\s?:(?!.*\w{{2,}}(?: \S+){{5}})|"
    r"(?: \S+){0,2}$))"
)
# A scholar's line under a title: his name with his office, chair or university.
_SCHOLAR: Final = re.compile(
    r"^(?:المحلل|الباحثه?|الدكتوره?|ا? ?\.? ?(?:م\. ?)?د ?[./]|ا ?\. ?د|استاذ|الاستاذ|باحثه? )"
    r".{0,90}(?:جامعه|كليه|مركز|معهد|باحث|استاذ|رييس|مختص|متخصص|خبير)"
)
_SIGNS: Final = re.compile(r"[\s:|/\\\-–—.,،()\[\]@•·»«>#*_+]+")
# "… Saturday 20 December 4:10 pm": day and clock, whoever and whatever else is run together with them.
_CLOCKED: Final = re.compile(
    rf"ال(?:{BARE_WEEKDAYS})،? \d{{1,2}} (?:{_MONTHS})،? (?:\d{{4}}،? )?\d{{1,2}}:\d\d ?[صم]"
)
_STRICT_LABEL: Final = re.compile(
    r"^(?:المصدر|مصدر الخبر|بقلم|كتب(?:ت)?|اعداد|تحرير|المحرر|تاريخ النشر|التاريخ|نشر(?:ت)? (?:في|"
    r"بتاريخ|يوم)|اخر تحديث|source|by|نقلا عن|\*\s?نقلا عن)\s*[:|/\-–]"
    r"|^\*? ?نقلا? عن .{2,40}$|^(?:المصدر|مصدر الخبر)$|^source$"
)


SENT: Final = re.compile(
    r"[^\[\]\n]{2,60}, \[(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4})[,،]? \d{1,2}:\d\d[^\]]{0,6}\]"
)
"""What a messenger writes over a message that is copied: its sender and, in brackets, the moment."""
# The day at a line's head, up to the first sign behind its year.
_DAY_FIRST: Final = re.compile(r"\D{0,20}?\d{1,2}\W.{0,30}?(?:19|20)\d\d\s?م?\s?(?=[-–—/|])")
_DAY_LAST: Final = re.compile(r"\s[-–—]\s\d{1,2}\s[-–—]\s[^\W\d_]{3,9}\s[-–—]\s(?:19|20)\d\d$")
_SIGNED_DAY: Final = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+){1,4} ?[-–—] ?\([^()\d]{2,30}\) ?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
)
_SLASHES: Final = re.compile(r"\s?[/|]\s?|\s?[-–—]\s|\s[-–—]")


# "by X, published on DAY, no comments": nothing but counters behind the day.
_POSTED: Final = re.compile(
    rf"(?:{_BYLINE})\s.{{2,60}}\b(?:نشرت?|بتاريخ|posted|published)\b.{{2,40}}(?:19|20)\d\d"
    r"(?:\W|\d|لا|تعليقا?ت?|مشاهد\w+|زيار\w+|قراء\w+|comments?|views?)*"
)
# A writer's address, as printed too: "name[at]paper.com".
_ADDRESS: Final = re.compile(r"[\w.-]+ ?(?:@|\[at\]|\(at\)) ?[\w-]+(?:\.\w{2,})+")
# "📅 day | ✍ who | 🌐 outlet": particulars told by their icons.
_ICONED: Final = re.compile("[📅🗓🕒🕑🕐⏰✍👤🌐📰🖊].*[|\\d]")


def is_dateline_date(line: Line, share: float = 0.6) -> bool:
    """Tell whether a line says a date and hardly anything else: `share` of its words at least."""
    key = f"date {share}"
    if (known := line.told.get(key)) is None:
        known = line.told[key] = _says_date(line, share)
    return known


def _says_date(line: Line, share: float) -> bool:
    text = line.folded
    if len(text) > 140 or not any(c.isdigit() for c in text):
        return False
    words = [word for word in _SIGNS.split(_GLUED.sub(r"\1 ", text)) if word]
    known = sum(bool(_DATE_WORD.fullmatch(word)) or word[:1].isdigit() for word in words)
    dated = bool(_DIGIT_DATE.search(text) or _MONTH.search(text))
    return dated and known >= share * len(words)


def is_metadata(line: Line, *, inside: bool = False) -> bool:
    """Tell whether a line states author, date, section, source or counters of the page.

    Inside the body only a date line or a clear label ("source:", "by:") counts.
    """
    key = "inside" if inside else "outside"
    if (known := line.told.get(key)) is None:
        known = line.told[key] = _states(line, inside)
    return known


def _states(line: Line, inside: bool) -> bool:
    words = len(line.words)
    if words > 24:
        return False
    if is_dateline_date(line, 0.75 if inside else 0.6):
        return not inside or line.text[0] not in "-•*("
    if words <= 16 and (_ICONED.match(line.text.lstrip()) or SENT.fullmatch(line.text)):
        return True
    text = line.folded.strip(" *•|-–—:()[]/")
    if _STRICT_LABEL.match(line.folded.lstrip(" *•|-–—([/")) and words <= 16:
        return not (line.is_sentence and words > 10)
    if inside:
        return False
    if words <= 10 and (_LABELLED.match(text) or _ends_in_date(line)) and not line.is_sentence:
        return True
    if words <= 20 and _POSTED.fullmatch(text):
        return True
    addressed = words <= 10 and ("@" in line.text or "at" in line.folded)
    if addressed and not line.text.endswith(".") and _ADDRESS.search(line.folded):
        return True
    if words <= 14 and (_CLOCKED.search(line.folded) or _begins_in_date(line)):
        return True
    if words <= 24 and _SCHOLAR.match(text) and ("/" in line.text or words <= 10):
        return True
    return words <= 7 and _is_dateline(line)


def _ends_in_date(line: Line) -> bool:
    """Tell "who | 23 February 2021", "who - (where) 23/10/2015": a name, a sign and a day."""
    if _SIGNED_DAY.fullmatch(line.folded):
        return True
    if day := _DAY_LAST.search(line.text):
        return all(
            1 <= len(piece.split()) <= 4
            for piece in re.split(r"\s[-–—]\s", line.text[: day.start()])
        )
    name, sign, last = line.text.rpartition("|")
    return bool(sign and name.strip()) and is_dateline_date(
        Line(last.strip(), 0, len(last.strip()), 0, True)
    )


def _begins_in_date(line: Line) -> bool:
    """Tell "Wednesday 9 April 2025 - city/ X/ exclusive": a day, a sign and a dateline of short pieces."""
    day = _DAY_FIRST.match(line.folded)
    if day is None or not is_dateline_date(Line(day.group(), 0, day.end(), 0, True)):
        return False
    pieces = _SLASHES.split(line.folded[day.end() :].strip(" -–—/|"))
    return 2 <= len(pieces) <= 4 and all(1 <= len(piece.split()) <= 4 for piece in pieces)


def _is_dateline(line: Line) -> bool:
    """Tell a line that is only a place and an outlet, such as "city/ outlet" or "outlet - city"."""
    text = (
        line.text if "ـ" in line.text else line.folded
    )  # folding takes the long dash of «بغداد ـ العالم»
    return bool(re.fullmatch(r"[^.،؟!:\d\"]{2,30}\s?(?:[/|]|\s[-–—ـ])\s?[^.،؟!:\d\"]{2,40}", text))
