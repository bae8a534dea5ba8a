"""Outlets by the names pages call them: with their kind ("agency …"), in a sentence, or new to the register."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import word_set
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.outlets.register import Outlet, Register, name_key
from rasid.language import fold

KIND: Final = (
    r"(?:ال)?(?:وكاله(?: انباء| الانباء)?|موقع|صحيفه|قناه|شبكه|منصه|جريده|تلفزيون|فضاييه|راديو|"
    r"اذاعه|مجله|بوابه|مدونه|برنامج|مراسل|مراسله)"
)
CITIES: Final = PLACES | word_set(
    "متابعه متابعات خاص وكالات ترجمه سياسه امن محليات اقتصاد تقرير دولي عربي ودولي فريق التحرير"
)
"""Towns, countries, and the desks that datelines name in their place."""
# Names that are also a section of a page or an everyday word: alone they say nothing of an outlet.
ORDINARY: Final = word_set(
    """
    الاخبار العالم الخبر العرب العربي الرياض الخليج اليوم الرياضيه الرياضي الاقتصاديه المدينه الشرق البلد الاسبوع
    العراقيه العربيه الفرنسيه الالمانيه العمانيه الحدث الحياه المشهد الصباح الجديد الوقت الوطن الجريده المواطن
    العربي بنا وال معا مكتوب سبق درج ناس صدي اساس اثير فارس مهر سما الرشيد خندان حبر
    الاتحاد البلاد الشعب اللواء البناء السياسه الحقيقه الراي الاتجاه التغيير البورصه الزمان البوابه الرابعه المدن
    العين المعلومه تسعه البيان الانباء الغد الوكيل الشرقيه صفا الفجر الدستور
    المستقله الغدير اشور الراصد الحاضره خليجيون بلادي المسيره بلقيس المهريه الاشراق
    """
)
SECTIONS: Final = frozenset(
    {
        "وطنيه",
        "الشرق الاوسط",
        "العالم العربي",
        "العراق اليوم",
        "المغرب العربي",
        "الوطن العربي",
        "عرب وعالم",
        "خارج الحدود",
        "العالم اليوم",
        "هذا اليوم",
        "سوق عكاظ",
        "كل يوم",
    }
)
_NEWSLIKE: Final = re.compile(
    r"(?:^|\s)(?:\w+نيوز|نيوز|برس|الاخباري|الاخباريه|الخبري|الخبريه|للاخبار|اونلاين|اون لاين|تايمز|بوست|تي في|ميديا|"
    r"تلغراف|تريبيون|هيرالد|فويس|انسايدر|اوبزيرفر|اوبزرفر|غازيت|مونيتور|جورنال|ريبورت|نتورك|ديلي|ويكلي|بلس|الالكترونيه|للانباء|للاعلام|الاعلاميه|الفضاييه|news|press|tv|online|times|post|media)(?:\s|$)"
)
# "Voice of …", "Pulse of …", "Echo of …": how sites of a town or a country call themselves. Folded.
_SITE_HEADS: Final = word_set(
    "صوت صدي نبض عين عيون نافذه منبر مرصد راصد شبكه بوابه مراه ملتقي منتدي فضاءات اضواء افاق اصداء نداء هنا شمس "
    "لسان مدار"
)
_KIND_FIRST: Final = re.compile(rf"{KIND} (?!(?:ان|في|من|علي)\b)")
_KIND_BEFORE: Final = re.compile(rf"^{KIND} ")
# "Gate of the Arabs", "magazine of the week": parts of a site, where the word behind is an everyday one.
_SECTION_KIND: Final = re.compile(r"(?:ال)?(?:بوابه|منصه|برنامج|مدونه|مجله) ")
# What else "site", "network", "platform" may stand for, these may not.
_HARD_KINDS: Final = {
    **dict.fromkeys(("صحيفه", "جريده"), "paper"),
    "وكاله": "agency",
    **dict.fromkeys(("قناه", "تلفزيون", "فضاييه", "راديو", "اذاعه"), "channel"),
}
_ONLINE: Final = re.compile(r" (?:[اأ]ون ?لاين|online|ال[اإ]لكتروني[ةه]?)$", re.I)
_BROKEN: Final = re.compile(r"\.\.|[…«»\"“”!؟?]")  # a title's signs
_AGE: Final = re.compile(r"منذ \d|قبل \d")
_REPORTS: Final = word_set("احداث حصاد نشره موجز تغطيه تقارير متابعه متابعات جوله")
_NO_NAME: Final = word_set(
    "latest from more top breaking follow all related google photo image video in this the of on and mentioned "
    "جوجل غوغل تابعنا تابعونا اخر احدث اهم المزيد منذ بتاريخ"
)
# The word before a name in "follow X's channel, newsletter, app".
_CARRIER: Final = re.compile(rf"[بلو]?{KIND}|البريديه|نشره|تطبيق|صفحه|صفحات|حساب|خدمه|قناه")
_NEWEST: Final = word_set("اخر احدث اهم ابرز جميع كل تابع")
_NEWSLETTER: Final = re.compile(
    r"النشره (?:البريد|الاخبار|اليوم|الجوي|الاسبوع|الصباح|المساي|الشهري)"
)
_LABELS: Final = word_set(
    "عاجل شاهد فيديو بالفيديو صور بالصور خاص تقرير تحليل مقال راي حوار اخبار خبر الان مباشر رسميا"
)
_GENERIC_KIND: Final = word_set(
    """
    اخباري اخباريه اخبار مستقل مستقله شامل شامله عربي عربيه عراقي عراقيه يومي يوميه سياسي سياسيه الكتروني الكترونيه
    الطبعه طبعه دوليه الدوليه الدولي اللندنيه العراقيه المصريه السعوديه اللبنانيه السوريه الاردنيه الفلسطينيه
    الكويتيه القطريه الاماراتيه البحرينيه العمانيه اليمنيه المغربيه الجزايريه التونسيه الليبيه السودانيه التركيه
    الايرانيه الروسيه الالمانيه الفرنسيه البريطانيه الاميركيه الامريكيه العربي نت
    اعلامي اعلاميه عام عامه متخصص متخصصه يعني تعني اول علي التواصل الاجتماعي الويب هذا هذه الخبر وصل
    """
)


def named(name: str, register: Register, *, new: bool = False) -> Outlet | None:
    """Return the outlet with this name, its kind word (agency, site …) left off if need be; else a new one."""
    cleaned = name.strip(' "“”«».:(){}[]-–—|/\u200f\u200e')
    if cleaned.isdigit():
        return None  # the minutes of a clock, though a channel is called so
    outlet = register.by_name(cleaned) or register.by_name(_ONLINE.sub("", cleaned))
    if outlet is None:
        bare = _KIND_BEFORE.sub("", folded := fold(cleaned).text)
        section = _SECTION_KIND.match(folded) and (is_ordinary(bare) or is_another(folded))
        outlet = None if section else register.by_name(bare)
        outlet = None if outlet and _of_another_kind(folded, outlet) else outlet
    if outlet is None and new and not goes_on(folded := fold(cleaned).text, register):
        outlet = leading(folded, register)  # "X of Iraq": the name with its country
    if outlet is None and new and 1 < len(cleaned) <= 40 and re.search(r"[^\W\d_]{2}", cleaned):
        return register.provisional(cleaned)
    return outlet


def named_with_kind(name: str, register: Register) -> Outlet | None:
    """Return the outlet whose listed name is "agency X", "channel X", where the page says X alone."""
    for kind in ("وكالة", "قناة", "موقع", "شبكة", "صحيفة", "منصة", "جريدة", "مجلة", "راديو"):
        if outlet := register.by_name(f"{kind} {name.strip()}"):
            return outlet
    return None


def is_ordinary(name: str) -> bool:
    """Tell a name that is also an everyday word or a section, so that alone it is no evidence of the outlet."""
    key = name_key(name)
    return key in ORDINARY or key in SECTIONS


def is_newslike(name: str) -> bool:
    """Tell a name that only news outlets bear: it holds "news", "press", "times" and the like."""
    words = fold(name).text.lower().strip(" :|-–").split()
    return (
        2 <= len(words) <= 5
        and bool(_NEWSLIKE.search(" ".join(words)))
        and not any(word in _NO_NAME for word in words)
        and not _BROKEN.search(name.strip(' .…:|-–«»"“”'))
        and not all(_of_menu(word) for word in words)
    )


def _of_menu(word: str) -> bool:
    return word.removeprefix("و") in NAVIGATION_WORDS or word in _GENERIC_KIND or word in _REPORTS


def is_site_like(name: str, *, strict: bool = False) -> bool:
    """Tell a name that only a site bears: "X News", "agency X", or "Voice of X", which `strict` leaves out."""
    if is_newslike(name):
        return True
    words = fold(name).text.split()
    titled = bool(_KIND_FIRST.match(" ".join(words))) and len(words) <= 4 and called(name)
    if titled and not _SECTION_KIND.match(" ".join(words)):
        return True
    headed = not strict and 2 <= len(words) <= 3 and words[0] in _SITE_HEADS
    return headed and all(word.isalpha() for word in words) and " ".join(words) not in SECTIONS


def is_site_name(folded: str) -> bool:
    """Tell a line that is an outlet's name and nothing else, known or not: "agency X", "X news"."""
    words = folded.split()
    return len(words) <= 5 and (
        is_newslike(folded) or (len(words) > 1 and bool(_KIND_FIRST.match(folded)))
    )


def called(name: str) -> bool:
    """Tell "agency X", "site X" from a phrase about the site itself ("an independent news site")."""
    words = fold(name).text.split()
    if words[:1] and words[0].startswith("ال") and not is_newslike(name):
        return False  # "the site has applied …"
    if _BROKEN.search(name.strip(' .…«»"“”')) or _AGE.search(name):
        return False
    section = _SECTION_KIND.match(" ".join(words)) if words[:1] != ["منصه"] else None
    if section and is_ordinary(" ".join(words)[section.end() :]):
        return False
    return len(words) > 1 and not any(word in _GENERIC_KIND for word in words[1:])


def leading(folded: str, register: Register) -> Outlet | None:
    """Return the outlet with whose name a line begins; an everyday word there is not a name."""
    bare = re.sub(rf"^{KIND} ", "", folded)
    if _NEWSLETTER.match(bare):
        return None
    found, count = register.leading(bare)
    words = bare.split()
    if is_another(folded) or (
        count == 1 and words[0] in _SITE_HEADS and "".join(words[1:2]).isalpha()
    ):
        return None  # "Pulse of the South" is not "Pulse"
    longer = folded.startswith("ال") and len(bare.split()) > count  # "the Arab network of news"
    if found is not None and _of_another_kind(folded, found):
        return None
    if found is None or (bare != folded and not longer and not _SECTION_KIND.match(folded)):
        return found
    return None if is_ordinary(" ".join(bare.split()[:count])) else found


def _of_another_kind(folded: str, outlet: Outlet) -> bool:
    """Tell "agency X" where the list has "newspaper X": papers, agencies and channels share names."""
    kind = _hard_kind(folded.removeprefix("ال"))
    if not kind or not _hard_kind(fold(outlet.name_ar).text):
        return False  # a name listed without its kind may be any
    return all(_hard_kind(fold(name).text) != kind for name in (outlet.name_ar, *outlet.aliases))


def _hard_kind(folded: str) -> str:
    """Return what a name's first word says it is, "" when it says nothing or "site", "network", "platform"."""
    return _HARD_KINDS.get(folded.split(" ", 1)[0], "")


def is_another(folded: str) -> bool:
    """Tell "Gate of the Euphrates" and the like, which is not the outlet called "the Euphrates"."""
    kind = _SECTION_KIND.match(folded)
    if kind is None or folded.startswith(("منصه", "المنصه")):
        return False
    return " " not in folded[kind.end() :]


def is_label(name: str, *, marked: bool = False) -> bool:
    """Tell a section or a place from an outlet's name; `marked` in quotation marks a name may hold a place."""
    words = fold(name).text.split()
    placed = (word in CITIES for word in words)
    if len(words) > 3 or any(word in _LABELS for word in words):
        return True
    return all(placed) if marked else any(placed)


def goes_on(folded: str, register: Register) -> bool:
    """Tell a longer name that only begins like a known outlet's: "blog Al-Rafidain of strategy" is another."""
    words = re.split(r"\s[-–—|]|[/:،,(]", re.sub(rf"^{KIND} ", "", folded))[0].split()
    rest = words[register.leading(" ".join(words))[1] :]
    return bool(rest) and not any(
        word in _GENERIC_KIND or word in CITIES or _NEWSLIKE.search(word) for word in rest
    )


def inside(folded: str, register: Register, *, strict: bool = False) -> Outlet | None:
    """Return the outlet whose name stands in a "follow us" line: of two words or more, or after its kind.

    One word at the line's end counts too, unless `strict`.
    """
    words = folded.split()
    for number in range(1, len(words)):
        word, before = words[number], words[number - 1]
        if word == "الانباء" and before.endswith("وكاله"):
            continue  # an agency of news, not the newspaper called so
        rest = words[number + 1 : number + 6]
        if rest and _NEWSLETTER.match(f"{word} {rest[0]}"):
            continue
        for first in (word, word[1:]) if len(word) > 5 and word[0] in "لو" else (word,):
            found, count = register.leading(" ".join([first, *rest]))
            if found is not None:
                break
        of_kind = found is None and rest and re.fullmatch(rf"[بلو]?{KIND}", before)
        if of_kind and (known := named_with_kind(word, register)):
            return known
        newest = before in _NEWEST and word == "اخبار"  # "the latest news today", no paper's name
        if found is None or found.kind == "aggregator" or newest:
            continue
        marked = bool(_CARRIER.fullmatch(before))
        name = " ".join([first, *rest][:count])
        if is_another(f"{before} {name}") and not register.by_name(f"{before} {name}"):
            continue
        if (
            count == 1
            and is_ordinary(name)
            and rest
            and goes_on(" ".join([first, rest[0]]), register)
        ):
            continue
        proper = re.fullmatch(KIND, before) and not _SECTION_KIND.match(f"{before} ")
        if is_ordinary(name) and not proper:
            continue
        if marked or count > 1 or (number >= len(words) - 3 and not strict):
            return found
    return None
