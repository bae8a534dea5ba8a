"""What a page's lines state of the source: "source: X", "published in X on …", an aggregator's note, the rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import furniture, is_navigation
from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.outlets.naming import CITIES, KIND, called, goes_on, is_newslike, leading, named
from rasid.corpus.outlets.places import ADJECTIVES, COUNTRY_OF
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.trace import Trace
from rasid.language import fold

_SOURCE: Final = re.compile(
    r"^\W*(?:(?:ال)?مص(?:در|ادر)(?: ?الخبر| الاصلي| الاخباري)?|source|نقلا عن|\*نقلا عن)\s*(?:[:/|"
    r"\-–]\s*(?P<name>.{0,60})|(?P<bare>.{1,40}))?$"
)
# "updated 2017-08-22 00:00 - source: X": at the end of a line of other particulars.
_SOURCE_LAST: Final = re.compile(r"\d\s?[-–|،]\s?(?:ال)?مصدر\s?:\s?(?P<name>[^:|]{2,30})$")
_NAMES_APART: Final = re.compile(r"\s*(?:[+/،,&|؛]|\s[-–—]\s|\sو\s?(?=وكال))\s*")
# What a copy of a site's feed ends with: "the post X appeared first on Y".
_FIRST_ON: Final = re.compile(
    r".*(?:appeared first on|first appeared on|(?:ظهرت?|نشرت?)\b.{0,240}? اولا (?:علي|في)(?: موقع)?) (?P<name>.{2,40}?)"
    r"(?: (?:وتم|بتاريخ|يوم) .*)?[.\s]*$"
)
# "was first published on X", "this content is offered by site X": what carriers say of another's text.
_FIRST_PUBLISHED: Final = re.compile(
    r"(?:تم )?(?:نشر|نشرت)(?: هذا| هذه)?(?: الخبر| المقال| المقاله| الموضوع)? (?:لاول|اول) مره (?:علي|في|عبر)"
    r"(?: موقع)? ?:?\s?(?P<name>[^\s:].{1,40}?)\W*$"
    r"|(?:هذه )?نسخه (?:(?:محفوظه|مخزنه|مطبوعه|مورشفه|ارشيفيه) )?من (?:موقع|صفحه|وكاله|صحيفه|جريده) "
    r"(?P<copy>[^\s:].{1,30}?)\W*$"
    r"|(?:هذا )?(?:المحتوي|الخبر|المقال) مقدم من(?: موقع| وكاله)? ?:?\s?(?P<given>[^\s:].{1,30}?)\W*$"
    r"|(?:يمكنك )?(?:ايضا )?قراءه (?:هذا )?الخبر (?:في|من) (?:ال)?مصدره? (?:الاصلي )?من (?P<read>[^\s:].{1,30}?)\W*$"
)
# What an aggregator says of where its text comes from: "was written by X and does not express…".
_TAKEN_FROM: Final = re.compile(
    rf"(?:(?:كتابته|كتابه|نشره|نشر|نقله|المنشور|منقول|ماخوذ|مقتبس|كتب) (?:هذا |هذه )?(?:الخبر |المقال |المحتوي )?"
    rf"(?:بواسطه|عن|علي|من|عبر|في)|تم نشر[هة](?: و?متواجد)? (?:علي|في)|كما هو من|"
    rf"مصدر الخبر(?: الاصلي)?|المصدر الاصلي(?: للخبر)?|من مصدره)\W*"
    rf"(?:علي )?(?:{KIND}\s)?(?P<name>.{{2,60}})"
)
# "published in X on 02 - 10 - 2025": archives of other papers' articles name them so.
_APPEARED: Final = re.compile(
    r"^(?:نشر|نشرت) (?:في|علي|ب) (?:موقع |جريده |صحيفه )?(?P<name>[^\d:]{2,30}?) (?:يوم|بتاريخ|في) [\d ]"
)
# "source: X + agencies" says whom the page compiled its text from: less than "source: X".
# "X 3 hours ago": how aggregators name the site beside the age of a text, with or without a blank between.
_AGO: Final = re.compile(
    r"(?P<name>[^\d:]{3,28}?) ?(?:منذ|قبل) (?:\d+ )?"
    r"(?:ساعه|ساعتين|ساعات|دقيقه|دقايق|يوم|يومين|ايام|اسبوع|اسابيع|شهر|اشهر)$"
)
# "over 5 years in X": the same in English.
_AGO_IN: Final = re.compile(
    r"(?:over |about |almost )?(?:\d+|an?) (?:minute|hour|day|week|month|year)s?(?: ago)? in (?P<name>[^\d:]{3,28})"
)
# "X - 2/5/2026 11:07:07 PM - GMT (+2 )": the same with the full time.
_STAMPED: Final = re.compile(
    r"(?P<name>[^\d:]{3,28}?) - \d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)? - gmt\b.{0,9}"
)
_COMPILED: Final = 6
_GENERIC: Final = word_set(
    "وكالات وكاله الوكالات متابعات متابعه مواقع المواقع صحف وسايل انترنت الانترنت خاص تقارير وكالات انباء مصادر "
    "مواقع التواصل قراءه مشاهده التواصل"
)
_UNNAMED: Final = (
    _GENERIC
    | {word.removeprefix("ال") for word in ADJECTIVES}
    | word_set("محليه عالميه مختلفه متعدده عده اخري اجنبيه عربيه")
)
"""What stands behind "agencies" without naming one: "Iraqi agencies"."""
_RIGHTS: Final = re.compile(
    r"©|®|\(c\)|copyrights?|all ?rights? ?reserved|all rights?|reserved|rights|جميع|كافه|كل|الحقوق|حقوق|والنشر|النشر|"
    r"والتاليف|التاليف|"
    r"والطبع|الطبع|الملكيه|الفكريه|محفوظه|محفوظ|لدي|لـ|"
    r"\b(?:19|20)\d\d\b|[|–\-.,،:]|لموقع|لوكاله|لصحيفه|لشبكه|لقناه|by|powered"
)
_BEHIND: Final = re.compile(r"[،,]\s?(?:هاتف|تلفون|ص\.?ب|فاكس).*$")
# "| MoreNews by AF themes", "| Theme: Newsup by Themeansar": who made the page's dress.
_THEME: Final = re.compile(
    r"[|.•·\-–]\s*(?:(?:proudly )?powered by [A-Za-z]+\s*)?(?:[|.•·\-–]?\s*theme:?\s*)?[A-Za-z][A-Za-z ]{1,25} by "
    r"[A-Za-z][\w .]{1,30}$|[|.•·\-–]?\s*(?:proudly )?powered by wordpress\W*$",
    re.I,
)
_INSTITUTE: Final = re.compile(r"(?:مركز|معهد|موسسه|وكاله|شبكه|هييه|مجموعه|منظمه) ")
_MAKERS: Final = word_set(
    "تصميم وتصميم برمجه وبرمجه تطوير وتطوير تنفيذ اعداد بواسطه استضافه الاصدار شروط سياسه الخصوصيه الاستخدام اتصل "
    "design designed version inc ltd llc co powered privacy"
)
"""What follows a name in the line of rights without being part of it."""
_FORBIDDEN: Final = word_set("ولا لا يمنع ويمنع دون بدون ويحظر يحظر")
"""What a line of rights forbids begins so."""
ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|(?<![\w.])@)[\w.\-]+\.\w{2,}|(?<![\w@.])[\w\-]+\.(?:com?|net|org|news|iq|tv|media|info|ch|me|ae|sa|eg|"
    r"lb|jo|sy|ps|ye|om|qa|kw|bh|ir|uk|de|press|agency|online)\b",
    re.I,
)


def source_line(line: Line, lines: list[Line], register: Register) -> Iterator[Trace]:
    """Read "source: X", "published in X on …", or a source label with the name on the next line."""
    if printed := _printed_by(line, register):
        yield printed
        return
    match = _SOURCE.match(line.folded) or _SOURCE_LAST.search(line.folded)
    if not match:
        return
    name = (match.group("name") or match.groupdict().get("bare") or "").strip()
    name, _, followed = name.partition(" تابعوا ")
    if followed and (host := leading(followed, register) or named(followed.split()[0], register)):
        yield Trace(host, "own", 5, line.text)
    if match.groupdict().get("bare") and not line.folded.lstrip(" *").startswith(
        ("نقلا", "source")
    ):
        return
    if name.startswith(("http", "www")):  # an address says which site, not what it is called
        yield from _addressed(line, register)
        return
    evidence = line.text
    below = lines[line.number + 1] if line.number + 1 < len(lines) else None
    if (
        not name
        and below
        and len(below.words) <= 4
        and not (furniture(below) or is_navigation(below))
    ):
        name, evidence = lines[line.number + 1].folded, f"{line.text} {lines[line.number + 1].text}"
    pieces = _NAMES_APART.split(name.strip(' .:"“”«»()[]-–•*'))
    compiled = len(pieces) > 1
    for piece in pieces:
        town, colon, rest = piece.partition(":")
        piece = rest.strip() if colon and fold(town).text.strip() in CITIES else piece
        key = fold(piece).text.strip(' "“”«».-–•*')
        first, *more = key.split() or [""]
        if not key or key in CITIES or (first in _GENERIC and _UNNAMED.issuperset(more)):
            continue
        if outlet := named(piece, register, new=len(key.split()) <= 4):
            weight = 9 if outlet.kind == "agency" else _COMPILED if compiled else 10
            yield Trace(outlet, "source", weight, evidence)
            if outlet.kind != "agency":
                return


def _printed_by(line: Line, register: Register) -> Trace | None:
    """Read "published in X on …", "appeared first on X", and a listed X before the age of its text."""
    first = _FIRST_PUBLISHED.match(line.folded)
    name = next(filter(None, first.groups()), "") if first else ""
    if first and (outlet := named(name, register, new=len(name.split()) <= 4)):
        return Trace(outlet, "source", 10, line.text)
    for rule, weight, new in (
        (_APPEARED, 10, True),
        (_FIRST_ON, 10, True),
        (_AGO, 9, False),
        (_AGO_IN, 9, True),
        (_STAMPED, 10, False),
    ):
        match = rule.match(line.folded)
        name = match.group("name") if match else ""
        kind = rule is _AGO and bool(re.match(rf"{KIND} ", name)) and called(name)
        if match and (outlet := named(name, register, new=new or kind or is_newslike(name))):
            return Trace(outlet, "source", weight, line.text)
    return None


def first_on(line: Line, register: Register) -> Trace | None:
    """Read what a copy of a site's feed ends with, set as a paragraph of its text: "the post … appeared first on X"."""
    match = (
        _FIRST_ON.match(line.folded) if " اولا " in line.folded or "first" in line.folded else None
    )
    outlet = named(match.group("name"), register, new=True) if match else None
    return Trace(outlet, "source", 10, line.text) if outlet else None


def _addressed(line: Line, register: Register) -> Iterator[Trace]:
    address = ADDRESS.search(line.text)
    if address and (outlet := register.by_url(address.group())):
        yield Trace(outlet, "source", 10, line.text)


def taken_from(line: Line, register: Register) -> Trace | None:
    """Read the source that an aggregator names in its note below the text."""
    for match in _TAKEN_FROM.finditer(line.folded):
        outlet = leading(match.group("name").strip(' "“”«»:'), register)
        if outlet is not None and outlet.kind != "aggregator":
            return Trace(outlet, "source", 10, line.text)
    return None


def _is_of_longer_name(name: str, register: Register) -> bool:
    """Tell a short name that only begins like a listed outlet's name of one word: «كتابات الرافد» is not «كتابات».

    A town behind it makes another name too («صدى نينوى»), a country does not.
    """
    words = name.split()
    return (
        2 <= len(words) <= 3
        and register.leading(name)[1] == 1
        and not _MAKERS.intersection(words)
        and (goes_on(name, register) or any(word in COUNTRY_OF for word in words[1:]))
    )


def _holder(rest: str, register: Register) -> Outlet | None:
    """Return the listed outlet a line of rights names, behind a "for" or not: الجزيرة, لموقع كتابات, للمدى."""
    found = register.by_name(rest)
    for name in (rest, rest.removeprefix("ل"), re.sub(r"^لل", "ال", rest)):
        if found is None and not _is_of_longer_name(name, register):
            found = register.starting(name)
    return found


def rights(line: Line, register: Register) -> Iterator[Trace]:
    """Read whose rights a line reserves: an address, a known name, or a short new one."""
    for match in ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group()):
            yield Trace(outlet, "host", 7, line.text)
            return
    text = _BEHIND.sub("", _THEME.sub("", ADDRESS.sub(" ", line.text)))
    rest = " ".join(_RIGHTS.sub(" ", fold(text).text.lower()).replace("( )", " ").split())
    rest = rest.strip('"“”«» ')
    maker = next(
        (n for n, word in enumerate(rest.split()) if n and word in _MAKERS | _FORBIDDEN), None
    )
    rest = " ".join(rest.split()[:maker])
    if len(rest.split()) > 8:  # a paragraph about rights, not a line of them
        return
    outlet = _holder(rest, register)
    if outlet is not None:
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 7, line.text)
    elif (
        ("©" in line.text or "محفوظ" in line.folded)
        and (1 <= len(rest.split()) <= 3 or _INSTITUTE.match(rest))
        and len(rest) > 2
    ):
        original = " ".join(
            w.strip('"“”«»')
            for w in line.text.split()
            if fold(w.strip(' .,،|©"“”«»')).text.lower() in rest.split()
        )
        if len(original.split()) == len(rest.split()):
            if re.search(r"محفوظه\s+ل", line.folded) and re.match(r"ل\w{3}", original):
                original = re.sub(r"^لل?", lambda m: "ال" if len(m.group()) == 2 else "", original)
            original = re.sub(r"^لـ?\s", "", original.strip(" .,،|©"))
            site = register.site_of_office(original)  # an office's own page
            yield Trace(site or register.provisional(original), "own", 4, line.text)
