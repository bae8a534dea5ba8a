"""The phrases by which a page's own lines name its site: follow, application, desk, dateline, path, rights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from rasid.corpus.body.furniture import is_navigation
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import KIND
from rasid.language import fold

NAME: Final = r"[^\W_]{2,}(?:[ .\-][^\W_]+){0,3}"
_SHORT: Final = r"[^\W_]{2,}(?:[ .\-][^\W_]+){0,3}?"
PLATFORM: Final = (
    r"(?:(?:موقع|منصه|منصات|خدمه|تطبيق|شبكه|مواقع|اخبار|وسايل) )?"
    r"(?:فيس ?بوك|تويتر|(?:ال)?تي?لي?[غقكج]رام|يوتيوب|انستا?[غج]?رام|(?:ال)?واتس ?اب|نبض|اكس|غوغل|جوجل|قوقل|تيك ?توك|"
    r"سناب ?شات|google|facebook|twitter|telegram|whatsapp|youtube|instagram|x|التواصل)"
    r"(?: (?:نيوز|news))?"
)
_DATE: Final = (
    r"\d{1,4}(?:[/.\-]\d{1,2}[/.\-]\d{1,4}| [^\W\d_]{3,8}(?:[ /][^\W\d_]{3,8})?[,،]? \d{4})"
)
_ON: Final = r"(?:علي|عبر|في|من خلال|ب)"


class Cue(NamedTuple):
    """A phrase, where on the page it counts (head, foot or any), and how much for a marked and for a plain name."""

    kind: str
    zone: str
    marked: int
    plain: int
    pattern: re.Pattern[str]
    hints: tuple[str, ...] = ()


def _cue(kind: str, zone: str, marked: int, plain: int, pattern: str, *hints: str) -> Cue:
    return Cue(kind, zone, marked, plain, re.compile(pattern), hints)


CUES: Final = (
    # "download X's app", "X's channel on Telegram", "follow X on …", "X's newsletter", "more news from X on …".
    _cue(
        "follow",
        "any",
        5,
        4,
        rf"(?:حمل(?:وا)?|احمل(?:وا)?|تحميل|نزل(?:وا)?|تنزيل|download) (?:الان )?تطبيق (?P<n>{_SHORT})"
        r"(?= (?:علي|عبر|من|في|الان|مجانا|للاخبار|ل\w+|ب\w+)\b|\W*$)",
        "تطبيق",
    ),
    _cue(
        "follow",
        "any",
        5,
        4,
        rf"(?:^|\s)(?:قناه|صفحه|حساب|حسابات|منصات|مجموعه) (?P<n>{_SHORT}) (?:الرسميه? )?{_ON} ?{PLATFORM}\W*$",
        "قناه",
        "صفحه",
        "حساب",
        "منصات",
        "مجموعه",
    ),
    _cue(
        "follow",
        "any",
        5,
        4,
        rf"(?:تابع(?:وا|ي)?|لمتابعه|انضم(?:وا)?|اشترك(?:وا)?) (?:الي |في |قناه |صفحه |اخبار |جميع اخبار |اخر اخبار )*"
        rf"(?P<n>{_SHORT}) {_ON} ?{PLATFORM}",
        "تابع",
        "انضم",
        "اشترك",
    ),
    _cue("follow", "any", 5, 4, rf"من (?P<n>{_SHORT}) {_ON} ?{PLATFORM}\W*$", "من "),
    _cue("follow", "any", 5, 4, rf"^(?P<n>{_SHORT}) (?:علي|عبر) {PLATFORM}\W*$"),
    _cue("follow", "any", 5, 4, rf"(?:عبر|علي) {PLATFORM} (?P<n>{NAME})\W*$"),
    _cue(
        "follow",
        "any",
        5,
        4,
        rf"النشره البريديه (?:الخاصه )?(?:ل|ب)(?:{KIND} )?(?P<n>{_SHORT})(?=\W*$|[،,])|نشره (?P<m>{_SHORT}) البريديه",
        "البريديه",
    ),
    # "the articles do not express X's opinion", "X is not responsible for …".
    _cue(
        "follow",
        "any",
        5,
        4,
        rf"(?:تعبر|يعبر|تمثل|يمثل)\b.{{0,40}} (?:راي|اراء|وجهه نظر|موقف) (?P<n>{_SHORT})(?=\W*$|[.،]| بل| وانما)",
        "تعبر",
        "يعبر",
        "تمثل",
        "يمثل",
    ),
    _cue(
        "follow", "any", 5, 4, rf"^(?P<n>{_SHORT}) (?:هي |هو )?(?:غير مسوول|ليست? مسوول)", "مسوول"
    ),
    # "exclusive - X", "X - exclusive", "exclusive to X".
    _cue(
        "dateline",
        "head",
        5,
        4,
        rf"^(?:خاص|حصري)\s?[-–—/:|]?\s?(?:لـ? ?(?=\S))?(?P<n>{NAME})\W*$",
        "خاص",
        "حصري",
    ),
    _cue("dateline", "head", 5, 4, rf"^(?P<n>{_SHORT}) و ?(?:ال)?وكالات\W*$", "وكالات"),
    _cue(
        "dateline",
        "head",
        5,
        3,
        rf"^(?:متابعه|متابعات|ترجمه|ترجمات|رصد|فريق التحرير|غرفه الاخبار)\s?[-–—/:|]\s?(?P<n>{NAME})\W*$"
        rf"|^(?:ترجمه|تحرير) (?P<m>{NAME})\W*$",
        "متابع",
        "ترجم",
        "رصد",
        "تحرير",
        "غرفه",
    ),
    _cue(
        "dateline",
        "head",
        5,
        4,
        rf"^(?P<n>{NAME})\s?[-–—/:|_]\s?(?:خاص|متابعه|متابعات|ترجمه|وكالات|رصد)"
        r"(?: (?:محليه|عالميه|عربيه|دوليه|خاصه))?\W*$",
    ),
    _cue("dateline", "head", 5, 3, rf"^(?P<n>{NAME})\s?[-–—/]+\W*$"),
    # "X + agencies" below a text.
    _cue("signed", "foot", 5, 4, rf"^(?P<n>{_SHORT})\s?[+،,&/]\s?و?(?:ال)?وكالات\W*$", "وكالات"),
    # "by X", "X - 12 January 2025", "12 January 2025 | X".
    _cue(
        "by",
        "head",
        5,
        4,
        rf"^(?:by|بواسطه|نشر بواسطه|الناشر)\W+(?P<n>[^\W\d_]{{3,}}\d{{0,3}})(?:\s?[-–|،]\s?{_DATE})?\W*$",
        "ب",
        "by",
    ),
    _cue(
        "by",
        "head",
        4,
        1,
        rf"^(?:by|بواسطه|كتب|كتبت|كتب بواسطه|نشر بواسطه|الناشر|المحرر|تحرير)\W+(?P<n>{_SHORT})"
        rf"(?:\s?[-–|،]\s?{_DATE})?\W*$",
    ),
    _cue("by", "head", 4, 2, rf"^(?P<n>{NAME})\s?[-–—|،,/]\s?{_DATE}"),
    _cue("by", "head", 4, 1, rf"^{_DATE}\s?[-–—|/]\s?(?P<n>{NAME})\W*$"),
    _cue("by", "foot", 5, 4, rf"^\d{{4}}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)? - (?P<n>{NAME})\W*$"),
    # "{X}", "[X]" alone; "source X".
    _cue("by", "head", 5, 2, rf"^[{{\[(]\s?(?P<n>{NAME})\s?[}}\])]\W*$"),
    _cue("source", "foot", 5, 0, rf"^(?:ال)?مصدر(?: الخبر)? (?P<n>{NAME})\W*$", "مصدر"),
    _cue(
        "follow",
        "foot",
        4,
        2,
        rf"^(?:عن|حول|المزيد من|اقرا المزيد علي|اقرا ايضا علي) (?P<n>{NAME})\W*$",
    ),
    _cue(
        "path",
        "any",
        5,
        4,
        rf"^(?P<n>{NAME})\s?[-–—|:»]\s?(?:الصفحه )?الرييسيه\W*$|^(?:الصفحه )?الرييسيه\s?[-–—|:]\s?(?P<m>{NAME})\W*$",
        "الرييسيه",
    ),
    _cue("tag", "foot", 4, 1, r"^#(?P<n>[^\W\d_]+(?:_[^\W_]+){0,2})$", "#"),
    # "no part of X may be copied", the rights behind or before a name.
    _cue(
        "rights",
        "any",
        5,
        4,
        rf"(?:حقوق|الحقوق) .{{0,30}}محفوظه? (?:ل|لدي |© ?)(?P<n>{_SHORT}) (?:و?لا |ولا|ويمنع|يمنع|تصميم|برمجه)",
        "محفوظ",
    ),
)

_PATH: Final = re.compile(r"\s*[»>›]\s*|\s+/\s+")
_PARTED: Final = re.compile(r"\s*\|\s*|\s+[-–—:«»]{1,2}\s+")


def named_by(folded: str, zone: str) -> Iterator[tuple[Cue, str]]:
    """Yield the cues that a folded line holds, with the name that each leaves."""
    for cue in CUES:
        if cue.zone not in ("any", zone) or (cue.hints and not any(h in folded for h in cue.hints)):
            continue
        for match in cue.pattern.finditer(folded):
            groups = match.groupdict()
            if name := groups.get("n") or groups.get("m"):
                yield cue, name.replace("_", " ")


def path_root(text: str, title: str) -> str:
    """Return where a path to the page begins: "X » section » title"."""
    pieces = [piece for piece in _PATH.split(text) if piece]
    if len(pieces) == 2 and is_navigation(Line(pieces[1], 0, len(pieces[1]), 0, True)):
        return pieces[0]
    if len(pieces) < 3 or fold(title).text[:20] not in fold(pieces[-1]).text:
        return ""
    return pieces[0]


def title_sides(text: str, title: str) -> list[str]:
    """Return the pieces beside the title in a line that holds both: "X | title", "title - section - X"."""
    pieces = _PARTED.split(text)
    if not 1 < len(pieces) <= 4:
        return []
    longest = max(pieces, key=len)
    if len(longest.split()) < 4 or fold(title).text[:15] not in fold(text).text:
        return []
    sides = [pieces[-1], pieces[0], *pieces[1:-1]]
    return [piece for piece in dict.fromkeys(sides) if piece is not longest]


_LATIN: Final = re.compile(r"(?<![\w.@/#-])[a-z][a-z0-9]{3,}(?![\w.@/-])")
_KIND_LED: Final = re.compile(rf"(?:^|(?<=\s)){KIND} (?=[^\W\d_])")
_OFTEN: Final = 4


def names_between(folded: str) -> Iterator[str]:
    """Yield the name that stands between the headlines of a ticker, four times or more.

    Headline and name may have lost the blank between them, so that the name is what all its places share.
    """
    latin = Counter(_LATIN.findall(folded))
    for word, count in latin.most_common(1):
        if count > _OFTEN and count > 0.8 * latin.total() and not set("{};=").intersection(folded):
            yield word
    led = Counter(match.group() for match in _KIND_LED.finditer(folded))
    for kind, count in led.items():
        if count >= _OFTEN:
            starts = [match.start() for match in re.finditer(re.escape(kind), folded)]
            name = _shared([folded[start : start + 40] for start in starts])
            if len(name) > len(kind) + 2:
                yield name.strip()


def _shared(texts: list[str]) -> str:
    """Return what texts begin with in common; one that the line's end cuts short does not count."""
    whole = [text for text in texts if len(text) == len(texts[0])]
    letters = zip(*whole, strict=True)
    return "".join(one[0] for one in takewhile(lambda one: len(set(one)) == 1, letters))
