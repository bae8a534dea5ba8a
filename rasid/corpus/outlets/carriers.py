"""Lines by which a site names itself, listed or not: its application, its channels, its disclaimer, its desk."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import (
    KIND,
    called,
    goes_on,
    is_label,
    is_ordinary,
    is_site_like,
    leading,
    named,
    named_with_kind,
)
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.trace import Trace

_NAME: Final = r"[^\W\d_]{2,}(?: [^\W_]{2,}){0,3}?"
_END: Final = (
    r"(?= (?:علي|عبر|في|الان|البريديه|اليوميه|مجانا|لمتابعه|للحصول|من)\b|\s?[:|،.!؛\-–]|\W*$)"
)
# "download X's application", "X's channel on Telegram", "X's newsletter". Folded.
_CARRIED: Final = re.compile(
    rf"(?:^|\s)(?:تطبيق|قناه|صفحه|حساب|حسابات|نشره|منصات|لمتابعه|تابعوا|تابع|متابعه) (?:اخبار )?"
    rf"(?!(?:تطبيق|قناه|صفحه|حساب) )(?P<name>{_NAME}){_END}"
)
# "the official page of X", whose preposition has melted into the name. Folded.
_OFFICIAL: Final = re.compile(
    rf"(?:الصفحه|القناه|الحساب|التطبيق) (?:الرسميه?|الخاصه?) (?:ل|ب)(?P<name>{_NAME}){_END}"
)
# "our channel on Telegram: X". Folded.
_OURS: Final = re.compile(
    rf"(?:قناتنا|صفحتنا|حسابنا|حساباتنا|تطبيقنا)\b[^:]{{0,40}}[:|\-–]\s?(?P<name>{_NAME})\W*$"
)
# "site X is not liable for", "X's management bears no …", "do not express the opinion of X". Folded.
_NOT_LIABLE: Final = re.compile(
    rf"(?:^|\s)(?:اداره (?:{KIND} )?|{KIND} )?(?P<name>{_NAME}) (?:الي ان[هـ]? |ان[هـ]? )?"
    r"(?:(?:هي |هو )?غير مسوول|لا (?:ت|ي)تحمل|ليست? مسوول|(?:ت|ي)خلي مسووليت|غير معني)"
)
_OPINION: Final = re.compile(
    rf"(?:تعبر|يعبر|تمثل|يمثل|تعكس)\b.{{0,30}}? (?:راي|اراء|وجهه نظر|وجهات نظر|موقف|سياسه|توجهات?) "
    rf"(?:(?:اداره|هييه تحرير|اسره|{KIND}) )*(?P<name>{_NAME})(?=\W*$|\W? (?:بل|و?انما|ولا|والموقع)\b|[.،])"
)
# "exclusive to X", "translation by X", "Baghdad - the correspondent of X": a desk, then whose it is. Folded.
_DESK: Final = re.compile(
    r"^(?:[^\W\d_]+(?: [^\W\d_]+)?\s?[-–/:]\s?)?"
    r"(?:خاص|حصري|متابعه|متابعات|ترجمه|ترجمات|رصد|تحرير|فريق (?:ال)?تحرير|فريق عمل|قسم (?:الاخبار|الترجمه|المتابعه)|"
    r"غرفه (?:الاخبار|اخبار)|مراسله?|موفده?|محرر)\s?[-–/:|]?\s?(?P<melted>[بل](?=\S))?(?P<name>[^\d/|:،.(]{3,40}?)\W*$"
)
# "X is an independent agency of news": what a site says of itself at its foot. Folded.
_ABOUT: Final = re.compile(
    rf"^(?P<name>{_NAME})\W{{1,3}}(?:هي |هو )?{KIND} (?:\S+ )?"
    r"(?:اخباري|انباء|الكتروني|عربي|مستقل|يومي|شامل|سياسي|عالمي|خبري|اعلامي|عراقي)"
)
_FOOT: Final = re.compile(
    r"^(?:من نحن|اتصل بنا|تواصل معنا|عن الموقع|سياسه الخصوصيه|اعلن معنا|هييه التحرير|حقوق)"
)
_ORNAMENT: Final = re.compile(
    r"^[^\w\"“”«»'‘’()\[\]{}#@©®.…/\-–—|:]+|[^\w\"“”«»'‘’()\[\]{}.…/\-–—|:!؟?،]+$"
)
_TODAY: Final = re.compile(r"\s(?:اليوم|الآن|الان)$")  # "#Baghdad_today" is no name
# "@aljazeera", "t.me/aljazeera": a site's own account on a network of everybody's.
_HANDLE: Final = re.compile(
    r"(?:(?<![\w.])@|\b(?:t\.me|telegram\.me|facebook\.com|fb\.com|twitter\.com|x\.com|instagram\.com|"
    r"youtube\.com)/(?:s/|@|c/|user/)?)(?P<name>[A-Za-z][\w.]{5,})",
    re.I,
)
_SHORT: Final = 8
"""Words of a line that shows an account; a longer one is somebody's post."""
_HASHTAG: Final = re.compile(r"\W*#(\w+)\W*")


def bare_line(line: Line) -> Line:
    """Return a line without the pictures and marks that dress its ends: "🔴 X News 🔴" is "X News"."""
    text = _ORNAMENT.sub("", _ORNAMENT.sub("", line.text)).strip()
    if not text or text == line.text:
        return line
    bare = Line(text, 0, len(text), line.number, line.gap)
    bare.gap_after = line.gap_after
    return bare


def carried(line: Line, layout: Layout, register: Register) -> Trace | None:
    """Read the name of a site in a line that only itself prints: a listed name, or one that only sites bear."""
    for rule, weight in (
        (_NOT_LIABLE, 5),
        (_OPINION, 5),
        (_OFFICIAL, 4),
        (_OURS, 4),
        (_CARRIED, 4),
    ):
        for match in rule.finditer(line.folded):
            found = _own(match.group("name"), match.group(), register)
            if found is not None and (found.kind != "aggregator" or rule is _NOT_LIABLE):
                return _trace(found, weight, line)  # "follow us in Google News" names the carrier
    desk = _DESK.match(line.folded) if len(line.words) <= 7 else None
    if desk and (found := _of_desk(desk, register)):
        return _trace(found, 6, line)
    about = _ABOUT.match(line.folded) if line.number >= layout.end else None
    if about and (found := _own(about.group("name"), about.group(), register)):
        return _trace(found, 4, line)
    tag = _HASHTAG.fullmatch(line.text)
    name = tag.group(1).replace("_", " ").strip() if tag else ""
    if name and " " not in name and line.number == layout.head - 1 and not is_label(name):
        found = named(name, register) if not is_ordinary(name) else None
        found = found or named_with_kind(name, register)  # "#X" straight above the text
        if found is not None and found.kind == "publisher":
            return _trace(found, 3, line)
    if not name and _at_foot(line, layout):
        name = line.text.strip()
    known = named(name, register) if " " in name and not _TODAY.search(name) else None
    if known or is_site_like(name, strict=True):
        return _trace(
            known or named(name, register, new=True) or register.provisional(name), 3, line
        )
    return None


def account(line: Line, register: Register) -> Trace | None:
    """Read a site's own account on a network: its handle is its address without the dot."""
    if len(line.words) > _SHORT or not ("@" in line.text or "/" in line.text):
        return None
    handle = _HANDLE.search(line.text)
    outlet = register.by_name(handle["name"].strip("._")) if handle else None
    if outlet is None or outlet.kind != "publisher":
        return None
    return Trace(outlet, "host", 5, line.text)


def _trace(outlet: Outlet, weight: int, line: Line) -> Trace:
    return Trace(outlet, "host" if outlet.kind == "aggregator" else "own", weight, line.text)


def _own(name: str, phrase: str, register: Register) -> Outlet | None:
    """Return the outlet that a site's own phrase names; a new one where the name or its kind says that it is one."""
    for known in (name, re.sub(r"^لل", "ال", f"ل{name}") if name.startswith("ل") else name):
        found = named(known, register)
        if found is not None:
            return found
    head = leading(name, register)
    if head is not None and not goes_on(name, register):
        return head
    kinds = re.search(rf"({KIND}) {re.escape(name)}", phrase)
    whole = f"{kinds.group(1)} {name}" if kinds else name
    if is_site_like(name, strict=True) or (kinds and _NOT_LIABLE.search(phrase) and called(whole)):
        return register.provisional(name)
    return None


def _of_desk(match: re.Match[str], register: Register) -> Outlet | None:
    """Return whose desk a line names: "exclusive - X", "exclusive to X"; a person's name is none."""
    name, melted = match.group("name").strip(), match.group("melted") or ""
    names = [f"{melted}{name}", name] if melted else [name]
    names += [f"ال{name[1:]}"] if melted == "ل" and name.startswith("ل") else []
    for one in names:
        if found := named(one, register):
            return found if found.kind != "agency" else None
    return next((register.provisional(one) for one in reversed(names) if is_site_like(one)), None)


def _at_foot(line: Line, layout: Layout) -> bool:
    """Tell a short line below the text beside "about us", "contact us": there a site sets its own name."""
    if line.number < layout.end or not 2 <= len(line.words) <= 4:
        return False
    beside = layout.lines[max(0, line.number - 2) : line.number + 3]
    return any(_FOOT.match(other.folded) for other in beside if other is not line)
