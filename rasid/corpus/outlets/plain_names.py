"""Whether words without a mark of the trade ("news", "agency") may still be a site's name, and how sure that is."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.bylines import given_names
from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import word_set
from rasid.corpus.outlets.naming import CITIES, KIND, SECTIONS, called, is_site_like
from rasid.corpus.outlets.places import ADJECTIVES, COUNTRY_OF, PLACES
from rasid.corpus.outlets.trace import DESKS, is_writer
from rasid.language import fold

# Words that a menu, a plea to follow or a note of rights has where others have the name. Folded.
_NO_NAME: Final = word_set(
    """
    اخر اهم احدث ابرز المزيد كل جميع كافه هذا هذه ذلك تلك هنا الان مجانا مجاني لحظه باول اول دايما يوميا فقط
    الموقع موقع الصفحه صفحه القناه قناه الحساب حساب الصحيفه صحيفه الوكاله وكاله الشبكه شبكه الجريده جريده المجله
    مجله المنصه منصه التطبيق تطبيق النشره نشره البرنامج برنامج المدونه مدونه الاذاعه اذاعه راديو تلفزيون
    الهاتف الهواتف الجوال المحمول متجر اندرويد ايفون البريد البريديه بريدك الالكتروني الالكترونيه التواصل الاجتماعي
    المقال المقالات الخبر الاخبار اخبار عاجل العاجل تعليق التعليقات القراء الزوار الكاتب الكتاب كاتبها كاتبه صاحبها
    اصحابها صاحبه الناشر الاداره اداره التحرير تحرير هييه اسره فريق المحرر محرر محررنا مراسل مراسلنا مراسله المراسل
    مندوب موفد موفدنا كتب كتبت يكتب بقلم اعداد ترجمه متابعه متابعات وكالات خاص خاصه حصري عام عامه تقرير تقارير تحليل
    مصدر المصدر مصادر المصادر نقلا حقوق الحقوق محفوظه النشر الطبع الخصوصيه سياسه شروط الاستخدام الاعلان اعلان اعلانات
    ارشيف ارشيفيه صوره الصوره صور فيديو الفيديو بالصور بالفيديو تفاصيل التفاصيل مباشر رسمي الرسمي الرسميه رسميا
    في من علي الي الى عن مع او ثم بعد قبل حتي كما لكن التي الذي حيث انه انها وقد قد ان لا ما لم لن بين منذ عبر حول ضد
    انتهي انتهت تمت يتبع
    نحن بنا لنا معنا علينا الينا لديك معك انت انتم اضغط انقر اشترك انضم تابع تابعنا تابعونا حمل شارك شاركها ارسل
    صباح مساء ظهر امس غدا السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه
    يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز
    اب ايلول تشرين هجري ميلادي
    فيسبوك فيس بوك تويتر اكس تلغرام تليغرام تليجرام تيليجرام يوتيوب انستغرام انستجرام واتساب واتس غوغل جوجل قوقل تيك توك
    سناب لينكد نبض رابط الرابط
    english francais turkce كوردي كردي فارسي
    menu search home share follow facebook twitter telegram youtube instagram whatsapp google play store app android
    ios apple news read more comments login date admin administrator editor staff photo image the and for with about
    شركه حزب وزاره وزير مجلس رييس الرييس منتخب المنتخب نادي جامعه محكمه بنك مكتب مديريه لجنه حكومه الحكومه جيش الجيش
    قوات القوات شرطه منظمه دايره محافظه محافظ السيد الشيخ النايب اللواء الدكتور الاستاذ
    الدوله الجنس المهنه العمر الاقامه المشاركات المواضيع التسجيل العضو الجنسيه الدرجه الموضوع
    """
)
_ONES: Final = re.compile(
    r"(?:قنا|صفح|موقع|حساب|حسابات|تطبيق|نشر|مجموع|منص|وكال|شبك|جريد|صحيف|راي)ت?نا$"
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}\d{0,3}(?:[.\-][^\W\d_]{1,5}){0,2}|[^\W\d_]\.?|\d{2,4}")
_LATIN_SECTIONS: Final = word_set(
    """
    world local latest breaking sports sport business middle arab international political economic other more related
    top daily lebanon iraq syria egypt kuwait jordan palestine yemen saudi qatar emirates bahrain oman sudan libya
    tunisia algeria morocco iran turkey israel gulf
    """
)
_TRADE: Final = word_set("نيوز برس اونلاين نت ميديا تايمز بوست لايف تودي اليوم الان")
"""Words that make a name of another and are none themselves."""
_LAST: Final = word_set("نت لايف تودي ميديا")
_GLUED: Final = re.compile(r"[^\W\d_]{3,}(?:نيوز|برس|تايمز|ميديا|بوست|news|press)")
_NEWS_OF: Final = re.compile(r"(?:اخبار|انباء) (?=\S)")
_THE_KIND: Final = re.compile(r"ال(?:وكاله|صحيفه|قناه|شبكه|جريده|موقع)\b")
# "Lebanon 24", "Gulf 365": the hours and days that sites put behind a country's name.
_CLOCK: Final = re.compile(r"[^\W\d_]{4,} ?(?:24|360|365)")
_PARTED: Final = re.compile(r"\s[-–—ـ:]+\s|[/|]")  # "Baghdad ـ so-and-so": two pieces
# "Arab affairs", "echoes of the world", "security and defence": a newspaper's sections by their build. Folded.
_SECTION: Final = re.compile(
    r"(?:(?:ال)?(?:شوون|قضايا|ملفات)|الشان) \S+"
    r"|(?!ال)\S{3,} (?:دوليه|عالميه|خارجيه|اقليميه|محليه)"
    r"|(?:امن|سياسه|اقتصاد|مال|عربي|شرق|ثقافه|دفاع|علوم|صحه|مجتمع|فن|محلي|دولي) و\S{3,}"
)
_TODAY: Final = word_set("اليوم الان لايف مباشر تودي 24 بوست تايم")
_SIGNS: Final = " \"“”«»'‘’().,،:|/\\-–—_*•[]{}#@"
_LONGEST: Final = 32


def bare_name(name: str) -> str:
    """Return a name without the signs around it and without "site" before "agency X"."""
    name = re.sub(rf"^(?:ال)?موقع (?={KIND} )", "", name.strip(_SIGNS))
    return " ".join(name.split())


def is_daily(name: str) -> bool:
    """Tell "Maghreb Today" as well, a country before the word: a section's name too, except in a dateline."""
    words = fold(name).text.split()
    return len(words) == 2 and words[0] in PLACES and words[1] in _TODAY


def is_town_daily(name: str) -> bool:
    """Tell "Kut Today", "Baquba Now": a town, no country, before such a word."""
    words = fold(name).text.split()
    return len(words) == 2 and words[0] in COUNTRY_OF and words[1] in _TODAY


def marked_name(name: str) -> bool:
    """Tell a name that says itself that it is a site's: "X News", "agency X", "platform X", "Kut Today"."""
    words = fold(name).text.lower().split()
    if _PARTED.search(name):
        return False
    if _CLOCK.fullmatch(" ".join(words)):
        return True
    if len(words) == 1:
        return bool(_GLUED.fullmatch(words[0]))
    if not 2 <= len(words) <= 5 or len(name) > _LONGEST + 8 or is_writer(name):
        return False
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    if _THE_KIND.match(" ".join(words)) or words[0] in _LATIN_SECTIONS:
        return False
    if is_town_daily(name) or is_site_like(name, strict=True):
        return True
    if words[-1] in _LAST and len(words) <= 3:
        return words[0] not in NAVIGATION_WORDS and words[0] not in _NO_NAME
    bare = re.sub(rf"^{KIND} ", "", " ".join(words))
    if bare == " ".join(words) or words[0].startswith("ال"):
        return False
    if of_news := _NEWS_OF.match(bare):
        place = bare[of_news.end() :]
        return place in PLACES or plain_name(place)
    return called(" ".join(words[:2])) and plain_name(bare)


def may_be_name(name: str) -> bool:
    """Tell whether words may be a name at all, marked or plain."""
    return marked_name(name) or plain_name(name)


def no_name(name: str) -> bool:
    """Tell words of which each is a menu's, a section's or a label's: "local news", "archive"."""
    words = fold(name).text.lower().split()
    return all(word in _NO_NAME or word in NAVIGATION_WORDS for word in words)


def plain_name(name: str) -> bool:
    """Tell one to three words that may be a name: no place, section, office, person or word of a menu."""
    words = fold(name).text.lower().split()
    if not 1 <= len(words) <= 3 or len(name) > _LONGEST or len(words[0]) < 3:
        return False
    if _PARTED.search(name):
        return False
    if not all(_WORD.fullmatch(word) for word in words) or " ".join(words) in SECTIONS:
        return False
    if _SECTION.fullmatch(" ".join(words)):
        return False
    if len(words) == 1 and words[0] in given_names():
        return False
    if words[0] in _TRADE or any(
        word in _NO_NAME or word.removeprefix("و") in _NO_NAME or _ONES.search(word)
        for word in words
    ):
        return False
    if any(word in ADJECTIVES or word in DESKS for word in words[:1]) or words[-1] in (
        "العالم",
        "العراق",
    ):
        return len(words) > 1 and words[0] not in NAVIGATION_WORDS and words[0] not in ADJECTIVES
    known = all(word in NAVIGATION_WORDS or word in CITIES or word in PLACES for word in words)
    return not known and not is_writer(name)
