"""Page furniture: lines of a saved page that no author of the article wrote, told by their wording.

Rules work on a folded line (see `rasid.language.fold`), so one spelling here stands for all. Each rule
names what the line is for a reader of the page; none names a single site. They lie in
`assets/lexicon/furniture.tsv`, where an analyst can add one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rasid import settings
from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.pattern_rows import pattern_rows


class Mark(NamedTuple):
    """What a line is: a reason for cutting it, and how much follows from it.

    reach is `line` (this line alone), `list` (a heading: the headlines below it are foreign too) or
    `end` (nothing of the article follows).
    """

    reason: str
    reach: str


SHARE_WORDS: Final = word_set("""
شارك شاركها شاركه مشاركه مشاركات انشر انشرها نشر ارسل ارسال طباعه اطبع نسخ الرابط رابط تم النسخ كوبي فيسبوك فيس بوك
تويتر واتساب واتس اب الواتساب تلغرام تليجرام تيليجرام تلجرام تيليغرام انستغرام انستجرام لينكدان لينكد ان بينتريست
بينتيريست ماسنجر سكايب فايبر ايميل البريد الالكتروني بريد مسنجر اعجبني اعجاب لايك غرد تغريده احفظ حفظ المقال تبليغ
حذف عبر علي facebook twitter whatsapp telegram linkedin pinterest messenger email print share tweet copy link viber
reddit tumblr skype instagram youtube x threads vk odnoklassniki pocket flipboard google news sms line mix
تكبير تصغير الخط حجم استمع للخبر استمع الي المقال للخبر اضف الي المفضله المفضله
""")
NAVIGATION_WORDS: Final = SHARE_WORDS | word_set("""
الرييسيه رييسيه اخبار الاخبار سياسه السياسه سياسي اقتصاد الاقتصاد اقتصادي رياضه الرياضه رياضي ثقافه الثقافه فنون فن
الصفحه ابرز عدد
منوعات المنوعات صحه الصحه تكنولوجيا تقنيه علوم محليات محلي محليه عربي عربيه عربيات دولي دوليه دوليات عالمي العالم
امن الامن امنيه الامنيه امني تقارير تقرير تحقيقات مقالات مقال راي اراء الراي كتاب فيديو فيديوهات صور انفوغراف
انفوجراف انفوغرافيك بودكاست البث المباشر مباشر بث برامج البرامج عاجل القايمه قايمه بحث ابحث البحث عن تسجيل الدخول
دخول اتصل بنا من نحن حول المزيد الكل اظهار عرض السابق التالي التالى العراق عراقي الشرق الاوسط اقليم كردستان
كوردستان لبنان سوريا مصر الخليج تحليلات تحليل خاص حوارات ملفات ترجمات مجتمع المجتمع منوع اسلاميات home menu search
close login live video arabic english en ar read more view all live tv next previous pause play الاحدث اقرا
الرييسه للاتصال اعلانات اشتراكات ارشيف الارشيف
اغلاق فتح تخطي انتقل الي المحتوي عرب التحديثات الحيه التسجيل التعليمات التقويم اليوميه المجموعات الاعضاء
""")

SHOWN_WORDS: Final = word_set("""
صور صوره بالصور فيديو وفيديو بالفيديو وصور وبالفيديو وبالصور تفاصيل التفاصيل شاهد وثيقه وثايق بالوثايق بالوثيقه
انفوغراف انفوغرافيك انفوجراف محدث خاص حصري مباشر عاجل تقرير نص النص الكامل
""")
"""What a headline says, behind a dash, that its story has: no site's name."""

_RULES_FILE: Final = settings.asset("lexicon/furniture.tsv")
_REACHES: Final = frozenset({"line", "list", "end"})


@lru_cache(maxsize=1)
def rules() -> list[tuple[re.Pattern[str], Mark]]:
    """Return the patterns of `assets/lexicon/furniture.tsv` in order.

    Raises:
        RasidError: bad-asset, naming the line, for a row that is not reach, reason and pattern.
    """
    rows = pattern_rows(_RULES_FILE, "rule", _REACHES.__contains__)
    return [(pattern, Mark(reason, reach)) for reach, reason, pattern in rows]


_LONGEST: Final = 420
_LONG: Final = 160
# Of long lines only those are tried that hold what the rules for long lines ask for.
_LONG_HINTS: Final = (
    "هذه تفاصيل", "هذه الرسالة", "ظهرت", "appeared", "الأصلي",
    "حقوق", "©", "بريدك", "ملفات", "الخصوصية", "cookies", "نظر", "رأي", "راي", "ملحوظة", "ملاحظة", "تنويه",
    "نقله", "مسئول", "مسؤول", "دلالية", "مفتاحية", "وسوم", "تابع", "اشترك", "انضم", "حقول", "الإساءة", "زوارنا",
    "قرأ", "قرا", "#", "التفاصيل", "شروط", "المنشور", "أيضا", "ايضا", "إخلاء", "المصدر الأصلي", "Rights", "rights",
)  # fmt: skip
_WIDE: Final = re.compile(r"[ \u00a0]{3,}|\s[|•◄●■]+\s|\t+")
_STOPPED: Final = re.compile(r"[.،:؛؟!][\"”»)\s]*$")
_LONGEST_HEADLINE: Final = 200
_DASHED: Final = re.compile(r"\s[-–—]\s")
# Who wrote a message of a network, and its picture.
_MESSAGE: Final = re.compile(
    r"[—–-]{1,2} ?.{2,60}\(@\w+\)[^.]{0,30}|.{0,300}pic\.(?:twitter|x)\.com/\w+"
)
_LATIN_NAME: Final = re.compile(r"[a-z]{4,}")
_TAG_HEADING: Final = re.compile(
    r"(?:الكلمات|كلمات) (?:ال)?(?:دلاليه|مفتاحيه|داله)|(?:ال)?وسوم|tags?|(?:ال)?تاغات|التاجات|العلامات|سمات"
)
_BULLETS: Final = (
    "".join(word_set("• · * - – — | › » > « ■ ● ‣ ► ▪ ◄ ◀ ▶ ✅ 🔴 🔹 📌 ⬇ 👇 ➡")) + " \t"
)
_SIGNS: Final = " \t:.…|›»>«<•·*-–—_/\\()[]0123456789،,"


def furniture(line: Line) -> Mark | None:
    """Return what kind of page furniture a line is, or None when nothing says that it is any."""
    if is_ticker(line):
        return Mark("navigation", "line")
    if '" />' in line.text or "data:image" in line.text:
        return Mark(
            "other", "line"
        )  # what is left of a tag whose text held quotation marks, or of a picture
    if line.text.endswith("—") and ("#" in line.text or "…" in line.text):
        return Mark("embedded", "line")  # a message of a network, its writer below it
    if ("(@" in line.text or "pic." in line.text) and _MESSAGE.fullmatch(line.text):
        return Mark("embedded", "line")
    if len(line.text) > _LONGEST or (
        len(line.text) > _LONG and not any(hint in line.text for hint in _LONG_HINTS)
    ):
        return None
    text = line.folded
    stripped = text.strip(_BULLETS)
    if not stripped:
        return Mark("other", "line")
    for rule, mark in rules():
        if rule.fullmatch(stripped):
            return mark
    if _TAG_HEADING.fullmatch(stripped.strip(_SIGNS)):
        return Mark("metadata", "list")
    return _word_line(line)


def is_ticker(line: Line) -> bool:
    """Tell headlines of other articles run together on one line, with wide gaps between: a news ticker."""
    pieces = _WIDE.split(line.text)
    stopped = sum(bool(_STOPPED.search(piece)) for piece in pieces)
    if max(map(len, pieces)) > _LONGEST_HEADLINE and 3 * stopped > len(pieces):
        return False  # paragraphs run together
    named = _LATIN_NAME.findall(line.text)
    if len(line.text) > _LONGEST and any(named.count(name) >= 4 for name in set(named)):
        return len(line.text.split()) > 10 * line.text.count(
            ". "
        )  # a site's name between headlines
    dashed = _DASHED.split(line.text)
    if len(dashed) >= 7 and not _STOPPED.search(line.text) and len(line.text) < 40 * len(dashed):
        return True  # a menu on one line: "news - culture - sports - …"
    return len(pieces) >= 5 and 2 * stopped < len(pieces)


def _word_line(line: Line) -> Mark | None:
    """Tell a line made of share buttons, or of several of a menu's words."""
    words = [word for word in line.words if not word.isdigit()]
    if not words or len(words) > 60:
        return None
    share = sum(word in SHARE_WORDS for word in words)
    if share >= 2 and share >= 0.7 * len(words):
        return Mark("share", "line")
    if len(words) <= 3 and share == len(words):
        return Mark("share", "line")
    return None


def is_navigation(line: Line) -> bool:
    """Tell whether a short line outside the body is a menu, breadcrumb or section label."""
    words = [word for word in line.words if not word.isdigit()]
    known = sum(
        word in NAVIGATION_WORDS or word.removeprefix("و") in NAVIGATION_WORDS for word in words
    )
    return not words or (len(words) <= 30 and known >= 0.6 * len(words))
