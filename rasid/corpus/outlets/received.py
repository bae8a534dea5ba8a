"""What the press writes of a statement it was sent: "a copy of which X received", "which X followed, that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS
from rasid.corpus.body.lines import word_set
from rasid.corpus.outlets.naming import CITIES, KIND, is_newslike, named, named_with_kind
from rasid.corpus.outlets.register import Outlet, Register
from rasid.language import Folded

_NAME: Final = r"[\"“”«(' ]*(?P<name>[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,3}?) ?[\"“”»)']*"
# "in a statement a copy of which X received": whoever writes so is X, listed or not. Folded.
_COPY: Final = re.compile(
    r"(?<!\w)(?:(?:تلقت?|تلقي|تلقته|تسلمت?|استلمت?)\s|(?:وصلت?|وردت?) (?:الي |ل))"
    rf"{_NAME} ?(?:علي )?نسخه"
)
# "a statement that X followed, that …": only where the name ends the clause.
_FOLLOWED: Final = re.compile(
    r"(?<!\w)(?:تابعت(?:ه|ها)|طالعت?(?:ه|ها)|اطلعت? عليها?|رصدت(?:ه|ها))\s"
    rf"{_NAME}(?=\s?[،,]| ان(?:ه|ها)?\b| الي ان\b)"
    rf"|(?<!\w)(?:وردت?|وصلت?) (?:الي |ل ?){_NAME.replace('name', 'came')}(?=\s?[،,:]| ان(?:ه|ها)?\b)"
    r"|(?<!\w)(?:تلقت(?:ه|ها)|تسلمت(?:ه|ها))\s"
    rf"{_NAME.replace('name', 'sent')}(?=\s?[،,]? ان(?:ه|ها)?\b)"
)
# "«X» asked the ministry", "the minister received «X»": the paper of itself, listed and in quotation marks only.
_ASKS: Final = r"(?:سالت|التقت|تواصلت|حاورت|استطلعت|زارت|جالت|حاولت)"
_LISTED: Final = r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,2}"
_ASKED: Final = re.compile(
    rf"[\"“”«](?P<name>{_LISTED})[\"“”»] {_ASKS}\b|(?<!\w){_ASKS}(?:ه|ها|هم)? [\"“”«](?P<sent>{_LISTED})[\"“”»]"
    rf"|(?<!\w){_ASKS} (?P<net>[^\W\d_]{{2,}} (?:نت|نيوز|برس|اونلاين))\b"
)
# "a source informed «X» that". Folded.
_INFORMED: Final = re.compile(
    rf"\b(?:ابلغ|اخبر)ت? (?:[^\W\d_]+ ){{0,3}}?[\"“«](?P<came>{_LISTED})[\"”»](?=\s?[،,]? ب?ان(?:ه|ها)?\b)"
    rf"|\bو(?:ابلغ|اخبر)ت? (?:[^\W\d_]+ ){{0,3}}?[\"“«](?P<sent>{_LISTED})[\"”»](?=\s?[،,]? ب?ان(?:ه|ها)?\b)"
)
# "gate X presents the main …", "X lays before its readers": a service of the site that says so. Folded.
_PRESENTS: Final = re.compile(
    rf"(?<!\w)و?[تي](?:قدم|رصد|ستعرض|نشر|عرض) (?P<name>(?:{KIND} )?{_NAME.replace('?P<name>', '?:')})"
    r" (?:لكم|ل?متابعي[هن]ا?|ل(?:قراي|زوار|مشاهدي|متابعي)(?:ه|ها|نا)|(?:ابرز|اهم) ما|نص (?:ال)?"
    r"|في (?:السطور|التقرير|هذا التقرير))"
)
# What a paper does, of itself: "«X» toured the market", "«X» had reported", "what «X» published", "asked by «X»",
# "sources revealed to «X» a plan". Folded.
_MARK: Final = re.compile(rf"[\"“”«(] ?(?P<name>{_LISTED}) ?[\"“”»)]")
_BEFORE: Final = 60
"""Characters before a name in which it is said what it did."""
_DOES: Final = re.compile(
    r" (?:تنشر|ترصد|تحتفظ|تستعرض|تسلط|تحاول|تتقدم|تواصل|تجولت|رصدت|وقفت|شاركت|استقصت|تواصلت|حصلت|"
    r"اطلعت|عاينت|وثقت|التي المها)\b"
)
_DID: Final = re.compile(r"\b(?:ترصد|تنشرها|تحتفظ|و?كانت|نشرته) ?$")
_WHEN: Final = re.compile(r"،| (?:قد|و?ان|امس|اليوم|يوم|في عدد\w+|قبل|بنسخ\w+)\b")
_ASKING: Final = re.compile(r"\b(?:سوال|اسيله|استفسار|استفسارات) ?(?:ل ?)?$")
_SAID_TO: Final = re.compile(
    r"\b[وف]?(?:قال|قالت|قالوا|اكد|اكدت|اكدوا|كشف|كشفت|كشفه|اوضح|اوضحت|اشار|اشارت|بين|بينت|ذكر|ذكرت|صرح|افاد)"
    r"(?: (?!(?:ال)?(?:تابع|مالك)|رييس|مدير|تحرير|برنامج|صفح|حساب|بطاق|كاس|جايز)[^\s.،:]+){0,3} ل ?$"
)
_SOURCES: Final = re.compile(
    r"\bو?(?:ب?حسب|وفقا? ?ل|(?:علمت|قالت|ذكرت|افادت|كشفت|اكدت|اشارت|بينت|اوضحت)) ?(?:مصادر|معلومات) ?$"
)
_GOES_ON: Final = re.compile(r"،? [^\W\d_]")
_RULES: Final = (
    (_COPY, ("نسخه",)),
    (
        _FOLLOWED,
        ("ورد", "وصل", "تابعت", "طالع", "طلع", "رصدت", "تلقته", "تلقتها", "تسلمته", "تسلمتها"),
    ),
    (
        _ASKED,
        (
            "سالت",
            "التقت",
            "تواصلت",
            "حاورت",
            "استطلعت",
            "زارت",
            "جالت",
            "حاولت",
        ),
    ),
    (_INFORMED, ("ابلغ", "اخبر")),
    (_PRESENTS, ("قدم ", "رصد ", "ستعرض ", "نشر ", "عرض ")),
)
_OF_ANYBODY: Final = (_COPY, _FOLLOWED)
"""The rules that need no list."""
"""Each rule with the words of which one must stand in a text that it may read: to look for them is cheap."""
_NOBODY: Final = word_set(
    """
    وسايل الاعلام الصحيفه الوكاله الموقع وكالتنا موقعنا صحيفتنا قناتنا الصحف مراسلنا المواقع الجريده القناه الصحافه
    منصات وكالات المنصه الشبكه الجميع الناس العالم الكثير الراي الملايين الالاف جمهور المتابعون الصحفيون المراسلون
    في من علي عن الي مع له لها لهم لنا به بها كل هذا هذه ذلك تلك التي الذي كما قد لم لن ان بعد قبل خلال يوم امس اليوم
    صباح مساء بشكل
    وزاره الوزاره وزير الوزير رييس الرييس الحكومه مجلس المجلس هييه الهييه لجنه اللجنه المحكمه محكمه محكمته الشرطه
    الشركه السلطات القوات الجيش البنك منظمه المنظمه مكتب المكتب
    """
)
"""Who receives statements without being a site: offices, everybody, and words that are no name."""

# "X Todayannounced …": the name at a text's head has lost its blank or its sign. Folded.
_GLUED: Final = re.compile(
    r"(?P<name>(?:[^\W\d_]{2,} ){0,2}[^\W\d_]*?(?:اليوم|نيوز|برس|الان|نت|اونلاين|الاخباريه?))"
    r"(?=(?:اعلن|اكد|قال|كشف|افاد|ذكر|اصدر|بحث|دعا|دان|حذر|تعرض|شهد)ت?\b)"
)
# "the correspondent of newspaper X in … said": a text that opens so is X's. Folded.
_OWN_MAN: Final = re.compile(
    r"(?:افاد|قال|ذكر|اكد|نقل)ت? مراسله? (?P<kind>صحيفه|موقع|شبكه|وكاله) "
    r"[\"“”«(]?(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{3,})?)[\"“”»)]?(?=\s?[،,]| (?:في|من|ب\w+|ان|عن)\b)"
)


# "the correspondents of X, Aleppo- …" at a text's head. Folded.
_OWN_MEN: Final = re.compile(r"(?:مراسلو|موفدو|فريق|فريق عمل) (?=[^\W\d_])")


def signed_opening(folded: str, register: Register) -> tuple[Outlet, str] | None:
    """Return whose text opens with these folded words, and the words: a glued name, "the correspondent of X said"."""
    glued = _GLUED.match(folded)
    if glued and (outlet := named(glued.group("name"), register)):
        return outlet, glued.group()
    if men := _OWN_MEN.match(folded):
        found, count = register.leading(folded[men.end() :])
        if found is not None and count > 1 and found.kind == "publisher":
            return found, men.group() + found.name_ar
    man = _OWN_MAN.match(folded)
    if man is None:
        return None
    name = f"{man.group('kind')} {man.group('name')}"
    outlet = named(name, register)
    if outlet is None and _may_be_name(name):
        outlet = register.provisional(
            re.sub("ه(?= |$)", "ة", man.group("kind")) + " " + man.group("name")
        )
    return (outlet, man.group()) if outlet and outlet.kind == "publisher" else None


def received(whole: Folded, register: Register) -> Iterator[tuple[Outlet, int, int]]:
    """Yield whom a text says to have received or followed a statement, and where it says so."""
    for rule, hints in _RULES:
        if not any(hint in whole.text for hint in hints):
            continue
        for match in rule.finditer(whole.text):
            groups = match.groupdict()
            name = next(
                groups[part] for part in ("net", "sent", "came", "name") if groups.get(part)
            )
            outlet = named(name, register)
            if outlet is None and groups.get("came"):
                whose = f"ال{name[1:]}" if name.startswith("ل") else ""
                outlet = named(whose, register) or (
                    named_with_kind(whose, register) if whose else None
                )
                if outlet is None and not is_newslike(name):
                    continue  # a report came to an office
            if outlet is None and rule in _OF_ANYBODY and _may_be_name(name):
                outlet = register.provisional(name)
            if outlet is not None and outlet.kind == "publisher":
                yield outlet, *match.span()
    for match in _MARK.finditer(whole.text):
        acts = _acts(match, whole.text)
        if acts < 0:
            continue
        outlet = named(match["name"], register)
        if outlet is None and _SOURCES.match(whole.text, acts, match.start()):
            outlet = named_with_kind(match["name"], register)
        if outlet is not None and outlet.kind == "publisher":
            yield outlet, acts, match.end()


def _acts(match: re.Match[str], text: str) -> int:
    """Return where it begins to be said that a name set off by signs does what only a paper does of itself; or -1."""
    start, end = match.span()
    first = max(0, start - _BEFORE)
    last = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if last in ("", ".", "\n"):
        return start if _DOES.match(text, end) else -1
    if last == "ل":
        said = _ASKING.search(text, first, start)
        if said is None and _GOES_ON.match(text, end):
            said = _SAID_TO.search(text, first, start)
    elif last in "تهادظ" and _WHEN.match(text, end):
        said = _DID.search(text, first, start) or _ASKING.search(text, first, start)
    elif last in "لرت":
        said = _ASKING.search(text, first, start) or _SOURCES.search(text, first, start)
    else:
        said = None
    return said.start() if said else -1


def _may_be_name(name: str) -> bool:
    """Tell a name from an office, from "the media" and from an adverb; its kind before it says that it is one."""
    bare = re.sub(rf"^{KIND} ", "", name).split()
    known = NAVIGATION_WORDS | CITIES
    return _NOBODY.isdisjoint(bare) and not known.issuperset(bare)
