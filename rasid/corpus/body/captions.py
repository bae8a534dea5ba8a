"""Photo captions and credits left between the paragraphs of a saved page."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.lines import Line, word_set

# Who a picture is credited to, folded: agencies, archives, services and social networks.
_CREDIT: Final = (
    r"رويترز|ا\.? ?ف\.? ?ب\.?|ا\.? ?ب\.?|د\.? ?ب\.? ?ا\.?|اف ب|فرانس ?برس|الفرنسيه|"
    r"الصحافه الفرنسيه|اسوشيتد ?برس|اسوشييتد ?برس|"
    r"الاسوشيتد ?برس|الاوروبيه|الالمانيه|الاناضول|غيتي(?: ايمج\w*)?|جيتي(?: ايمج\w*)?|شينخوا|"
    r"سبوتنيك|ارشيف|ارشيفيه|الارشيف|"
    r"صوره ارشيفيه|صور ارشيفيه|مواقع التواصل(?: الاجتماعي)?|وسايل التواصل(?: الاجتماعي)?|"
    r"منصات التواصل(?: الاجتماعي)?|مواقع الكترونيه|"
    r"وكالات|الانترنت|انترنت|تويتر|فيسبوك|فيس بوك|اكس|منصه اكس|تلغرام|يوتيوب|واع|"
    r"وكاله الانباء العراقيه|الجزيره(?: نت)?|"
    r"العربي الجديد|الشرق الاوسط|العربيه(?: نت)?|مواقع|المكتب الاعلامي\w*(?: .{0,40})?|"
    r"الموقع الرسمي.{0,30}|وزاره الدفاع.{0,30}|"
    r"الجيش الا(?:مير|مري)كي|البنتاغون|getty(?: images)?|gettyimages|afp|reuters|ap|ap photo|epa|"
    r"anadolu|dpa|xinhua|u\.?s\.? (?:army|air force|navy|marine).{0,30}|"
    r"rt|social media|shutterstock|istock|picture alliance.{0,30}|sputnik|globallookpress.{0,20}|"
    r"website|الصوره|صوره|ا ف ب / .{0,30}|xinhua|wikimedia.{0,20}|ويكيبيديا|"
    r"الاسوشييتد ?برس|اسوشيتدبرس|بلومبرغ|imago.{0,20}|نور ?فوتو|nurphoto.{0,12}|zuma.{0,12}|سانا|"
    r"واس|وام|كونا|قنا|بترا|ارنا|تسنيم|الاعلام الحربي"
)
# Also credited in brackets, though as a line of its own such a name may be anything.
_CREDIT_IN_BRACKETS: Final = (
    rf"{_CREDIT}|موقع .{{2,25}}|وكاله .{{2,25}}|مكتب .{{2,30}}|خاص|صحف|فارس|الاخبار|مواقع"
)
_CREDITED: Final = re.compile(
    rf"(?:[(\[]|\s[–\-]|(?<=\))\s/|[–\-] |(?<=\w)/ (?!.*/)) ?(?:ارشيفيه? (?:من|عن) )?(?:(?:ال)?(?:صوره|تصوير|مصدر|عن|"
    rf"ارشيف)\s?[:\-،/]?\s?)?(?:{_CREDIT})(?:\s?[\-–/،,+و]\s?(?:{_CREDIT}))* ?[)\]]?[.]?$"
)
_BRACKETED: Final = re.compile(
    rf"[(\[] ?(?:{_CREDIT_IN_BRACKETS})(?:\s?[\-–/،,+]\s?(?:{_CREDIT_IN_BRACKETS}))* ?[)\]][.]?$"
)
_ALONE: Final = re.compile(
    rf"(?:©|®|\(c\)|rt ©)? ?(?:{_CREDIT})(?: ?[/|\-–،,] ?(?:{_CREDIT}|[a-z .]{{2,40}}))*|"
    rf"©.{{2,60}}|(?:تصوير|صوره|الصوره|صور|مصدر الصوره|صدر الصوره|عدسه|المصور|photo|image|picture|"
    rf"credit|source)\s?[:،/\-|].{{2,80}}"
    r"|(?:صدر|مصدر) الصوره.{0,60}|التعليق علي الصوره.{0,200}|image (?:source|caption).{0,160}|"
    r"(?:صوره|صور|لقطه|مشهد)(?: )?(?:ارشيفيه|تعبيريه|توضيحيه|متداوله|ملتقطه|من الارشيف|عامه|نشرها|وزعها|"
    r"تخيليه|جويه|من الفيديو|شاشه).{0,90}"
    r"|(?:ارشيفيه|ارشيف|تعبيريه|صوره تعبيريه|توضيحيه)[.)]?|.{0,120}\.(?:jpe?g|png|webp|gif)|"
    r"\(?(?:getty|afp|reuters)[^)]{0,40}\)?|/ ?[^/\d]{2,40}"
)
# Nouns of pictures that look like verbs in the present tense or in the fourth form.
_NOUNS: Final = word_set(
    "احد احدي افراد اعضاء اثناء امام ارتال اليات اعلام اجتماع ارشيفيه ابراج اثار انتشار اطلاق استعراض استقبال "
    "تدريب تدريبات تظاهره تظاهرات تمرين تمارين توقيع تشييع تسليم تسلم ترامب تنظيم تحالف تابعه تابع يوم امريكيه "
    "امريكي امريكيون امريكيين اميركيه اميركي اميركيون اميركيين ايرانيه ايراني اربيل ايران اوكرانيا اسراييل انقره "
    "تركيا تركيه تركي يمين يسار نايب نواب اكاديمي اكاديميه استاذ"
)
_PEOPLE: Final = re.compile(
    r"(?:جانب من|صوره|جنود|جندي|عناصر|عنصر|قوات|قوه|مقاتلو?ن?|مقاتلين|دوريه|اليات|اليه|دبابات|"
    r"دبابه|مدرعات|مدرعه|طايرات?|مروحيات?|"
    r"مسيره|رتل|ارتال|قافله|متظاهرو?ن|متظاهرين|محتجو?ن|مشهد|لقطه|افراد|ضباط|ضابط|مبني|مقر|علم|"
    r"اعلام|شعار|سياره|سيارات|"
    r"ريي?س|رءيس|وزير|مدير|قايد|نايب|النايب|المتحدث|السفير|السفيره|الريي?س|الجنرال|العميد|اللواء|"
    r"الفريق|العقيد|مستشار|المحلل|الخبير|زعيم|"
    r"خريطه|مطار|قاعده|مسوول|مسيول|من اجتماع|من لقاء|خلال|اجتماع|لقاء)\b"
)
# Soldiers, crowds and vehicles somewhere: between paragraphs such a line is no subheading.
_SHOWN: Final = re.compile(
    r"(?:جنود|جندي|عناصر|مقاتلون|متظاهرون|متظاهرين|محتجون|دبابات|مدرعات|اليات) .* (?:في|قرب|خلال|امام|اثناء|علي|عند) "
)
_SHOT_BY: Final = re.compile(
    r"[.،)] ?(?:تصوير|عدسه|الصوره|صوره|photo|image)(?: بواسطه)? ?[:/] ?[^.:]{2,40}\.?$|صوره من ?: ?[^:]{2,60}$"
)
# "… - سبوتنيك عربي, 1920, 04.01.2026": a picture with its width and the day it was taken in.
_WITH_WIDTH: Final = re.compile(r"[,،] ?\d{3,4}[,،] ?\d{1,2}\.\d{1,2}\.\d{4}$")
_DATED_CREDIT: Final = re.compile(r"(?:19|20)\d\d ?\([^()\d]{2,25}\)$")
_AGENCY_LAST: Final = re.compile(
    r"^[^/|:]{3,90} ?/ ?(?:reuters|afp|ap|epa|getty images|sputnik|رويترز|ا ف ب|اسوشيتد برس|سبوتنيك|غيتي)$"
)
_ANY_CREDIT: Final = re.compile(r"[^\W\d_] \([^()\d]{2,25}\)$")
_VERB: Final = re.compile(
    r"\b(?:و?(?:قال|قالت|اكد|اكدت|اعلن|اعلنت|اوضح|اضاف|كشف|اشار|ذكر|راي|اعتبر|وصل|بدا|بدات|كان|"
    r"كانت|ليس|ليست|هناك|لا|لن|لم|هل|قد|لقد|تم|جري|"
    r"شدد|لفت|نفي|حذر|دعا|طالب|افاد|صرح|تابع|ختم|يمكن|يجب|ينبغي)|س?[يت]\w{3,}(?:ون|ان|وا)?|ان|انه|انها)\b"
)
_AGENCY_NAMED: Final = re.compile(
    r"(?:وكاله|وكالات|لوكاله|بحسب|وفق|وفقا|نقلا عن|نقلت|ذكرت|قالت|افادت|اوردت|شبكه|صحيفه|قناه)\b[^.]*$"
)
_INNER_STOP: Final = re.compile(r"[^\W\d_]{2}[.؟!]\s")
_FILED: Final = re.compile(r"(?:المصدر|source)\s?:.{3,120}?(?:الرابط|link|url)\s?:\s?https?://")
"""How an agency's picture desk files a picture: where it is from, its address, what was written there."""
_LATIN_PICTURE: Final = re.compile(r"[A-Za-z]")


def is_credited(line: Line) -> bool:
    """Tell a line that ends in a picture's credit; an agency named in running text is not one."""
    folded = line.folded
    words = len(line.text.split())
    match = _BRACKETED.search(folded) or (5 <= words <= 30 and _CREDITED.search(folded)) or None
    if match is None or (match.end() < len(folded)):
        return False
    before = folded[: match.start()].rstrip(" –-")
    if words > 12 and folded.startswith(("و", "ف", "كما ")) and before.endswith("."):
        return False  # a paragraph that an agency's signature closes
    if words > 20 and before.endswith(".") and _INNER_STOP.search(before[:-1]):
        return False
    if words > 12 and folded.startswith(("و", "ف")) and folded.endswith("."):
        return False
    return not _AGENCY_NAMED.search(folded[max(0, match.start() - 60) : match.start()])


def is_caption(line: Line, *, in_body: bool) -> bool:
    """Tell whether a line is a picture's caption or credit.

    Signs, strongest first: a credit in brackets at its end; a line that is nothing but a credit; a line
    in Latin letters within an Arabic page; within the body, a short nominal line with a full stop or
    set apart by empty lines that opens with what pictures show and holds no verb.
    """
    words = len(line.text.split())
    folded = line.folded
    if "http" in line.text and _FILED.match(folded):
        return True
    if words > 70:
        return False
    if words <= 45 and (is_credited(line) or _SHOT_BY.search(folded) or _WITH_WIDTH.search(folded)):
        return True
    if words <= 14 and _AGENCY_LAST.search(folded):
        return True
    if words <= 25 and _ALONE.fullmatch(folded):
        return True
    if line.arabic < 0.25 and words >= 2 and _LATIN_PICTURE.search(line.text):
        return True
    if words <= 45 and _DATED_CREDIT.search(folded):
        return True
    if not in_body and words <= 25 and _ANY_CREDIT.search(folded) and not line.is_sentence:
        return words <= 16 and (words <= 12 or not _VERB.search(folded))
    if words > 12 or not _PEOPLE.match(folded) or line.folded.startswith(("و", "ف")):
        return False
    nominal = not _VERB.search(folded)
    if not in_body:
        return nominal and words <= 9
    shown = len(line.words) >= 4 and _SHOWN.match(folded) and not _NO_SCENE.search(line.text)
    return nominal and bool(line.text.endswith(".") or shown) and line.gap and line.gap_after


_MAY_BE_VERB: Final = re.compile(r"(?:س?[يتن]|ا)\w{3,}|\w{2,}(?:وا|ون|تم)")
_NO_SCENE: Final = re.compile(r"[:؟?!…\"«“/|]|\.\.|\s[-–—]|[-–—]\s")


def is_nominal(line: Line) -> bool:
    """Tell a line without anything that could be a verb, a question or somebody's words."""
    if _NO_SCENE.search(line.text) or _VERB.search(line.folded):
        return False
    bare = [word for word in line.words if not word.startswith(("ال", "لل", "وال", "بال"))]
    return not any(_MAY_BE_VERB.fullmatch(word) and word not in _NOUNS for word in bare)


_PICTURE_BY: Final = re.compile(
    r"/ ?(?=\D+$)[^/]{2,40}|(?:صوره من|الصوره من|صدر الصوره|مصدر الصوره|تصوير|عدسه|المصور|©|credit|photo).{0,80}"
)


def is_above_credit(line: Line, lines: list[Line]) -> bool:
    """Tell a short line set straight above "photo by …": it says what the picture shows."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return (
        following is not None
        and not line.is_prose
        and 2 <= len(line.words) <= 25
        and bool(_PICTURE_BY.fullmatch(following.folded))
    )


def is_alternative(line: Line, lines: list[Line]) -> bool:
    """Tell the text that a picture bears for those who do not see it: its credited caption straight below it.

    The two stand together between empty lines, and the first opens with what pictures show.
    """
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return (
        following is not None
        and line.gap
        and not following.gap
        and following.gap_after
        and bool(_PEOPLE.match(line.folded))
        and is_credited(following)
    )
