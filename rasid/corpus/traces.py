"""The traces an outlet leaves on a saved page: signatures, datelines, self-reference, mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rasid.corpus.layout import Layout
from rasid.corpus.lines import Line, word_set
from rasid.corpus.naming import CITIES, KIND, inside, named
from rasid.corpus.outlets import Outlet, Register
from rasid.corpus.page import Page
from rasid.language import fold


class Trace(NamedTuple):
    """One piece of evidence: role is source (named as origin), own (speaks of itself) or host (carries it)."""

    outlet: Outlet
    role: str
    weight: int
    evidence: str


_SOURCE: Final = re.compile(
    r"^\W*(?:(?:ال)?مصدر(?: ?الخبر| الاصلي| الاخباري)?|source|نقلا عن|\*نقلا عن)\s*(?:[:/|"
    r"\-–]\s*(?P<name>.{0,60})|(?P<bare>.{1,40}))?$"
)
_TAIL_SOURCE: Final = re.compile(r"(?:المصدر|نقلا عن|نقلاً عن)\s*[:/]\s*(.{2,50})$")
_GENERIC: Final = word_set(
    "وكالات وكاله الوكالات متابعات متابعه مواقع المواقع صحف وسايل انترنت الانترنت خاص تقارير وكالات انباء مصادر "
    "مواقع التواصل قراءه مشاهده التواصل"
)
# "in a statement to X", "which X followed": X speaks of itself. Folded; what follows the match names X.
_TO_SELF: Final = re.compile(
    rf"(?:تصريح(?:ات)?|حديث(?:ه|ها)?|مقابله|حوار|لقاء|اتصال|تصريحه|قال|قالت|واضاف|اضاف|اكد|اوضح|"
    rf"ذكر|اوضحت|اكدت|ابلغ|صرح|كشف|مصادر|مصدر|المصدر|مسوول|تقول)"
    rf"(?: \S+){{0,4}}? (?:ل(?=\W?\s?{KIND})|ل|مع)(?:ال)?\s?(?:{KIND}\s)?(?=(?P<quoted>[\"“«(' ]*))"
)
_FOLLOWED: Final = re.compile(
    r"(?:تابعت(?:ه|ها|هما)?|اطلعت عليه(?:ا)?|تلقت(?:ه|ها)?|ورد(?:ت)?(?: الي)?|حصلت(?: عليه|"
    r" عليها)?|رصدت(?:ه|ها)?|ترجمت(?:ه|ها)?|شاهدت(?:ه|ها)?|نشرت(?:ه|ها)?|استمعت(?: اليه)?|"
    r"بحسب مراسل|افاد مراسل|قال مراسل|لمراسل|افادت مراسله|علمت|وعلمت|خصت?(?: به)?|انفردت به)\s+"
    rf"(?:ل)?(?:{KIND}\s)?"
)
_DATELINE: Final = re.compile(
    r"^(?P<a>[^\n.:،؛()«\"“]{2,40}?)\s?(?P<sign>[-–—ـ/|:]{1,2}|"
    r"\()\s?(?P<b>[^\n.:،؛()«\"“]{2,40}?)(?=\s?(?:[-–—ـ/|:)،.]|$))"
)
_BRACKETED: Final = re.compile(r"^.{0,60}?\(\s?(?P<name>[^()\d]{1,30}?)\s?\)\s?[-–—:ـ]{0,3}")
_LEAD_NAME: Final = re.compile(r"^(?P<name>[^\n.،؛()\"“]{2,40}?)\s?(?:[-–—ـ:/|،]{1,2})\s")
_RIGHTS: Final = re.compile(
    r"©|®|\(c\)|copyrights?|all rights?|reserved|rights|جميع|كافه|كل|الحقوق|حقوق|النشر|والطبع|"
    r"الطبع|الملكيه|الفكريه|محفوظه|محفوظ|لدي|لـ|"
    r"\b(?:19|20)\d\d\b|[|–\-.,،:]|لموقع|لوكاله|لصحيفه|لشبكه|لقناه|by|powered"
)
_FOLLOW: Final = re.compile(
    rf"(?:تابعوا?(?:نا)?|انضم(?:وا)?|اشترك(?:وا)?|حمل(?:وا)?|لمتابعه)(?: \S+){{0,3}}? (?:الي|في|"
    rf"قناه|تطبيق|اخبار|علي|صفحه)?\s?(?:{KIND}\s)?"
)
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|@)[\w.\-]+\.\w{2,}|(?<![\w@.])[\w\-]+\.(?:com|net|org|news|iq|tv|media|info)\b",
    re.I,
)
_CAPTION: Final = re.compile(r"[(\[]\s?([^()\[\]]{2,30})\s?[)\]]\.?$")
_BY: Final = re.compile(
    r"^(?:by|بواسطه|كتب بواسطه|نشر بواسطه|الناشر|المصدر الناشر)\W+(?P<name>.{2,40})$"
)
_PIPED: Final = re.compile(r"^(?P<name>[^\n|.:،\d]{3,28}?)\s?\|\s")
_CALLED: Final = re.compile(rf"^{KIND} \S{{3,}}(?: \S+){{0,3}}$")
_LABELS: Final = word_set(
    "عاجل شاهد فيديو بالفيديو صور بالصور خاص تقرير تحليل مقال راي حوار اخبار خبر الان مباشر رسميا"
)
_ARAB: Final = word_set("IQ SA AE QA KW BH OM YE JO LB SY PS EG SD LY TN DZ MA MR")


def traces(page: Page, layout: Layout | None, body: str, register: Register) -> Iterator[Trace]:
    """Yield the traces of outlets on a page, in no particular order."""
    if page.url and (outlet := register.by_url(page.url)):
        yield Trace(outlet, "host", 7, page.url)
    if layout is not None and page.raw:
        yield from _page_lines(layout, register)
    yield from _text(body, register)


def _page_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    lines = layout.lines
    if layout.suffix and (outlet := named(layout.suffix, register, new=True)):
        yield Trace(outlet, "host", 6, layout.suffix)
    if len(lines) > 1 and lines[0].text.rstrip().endswith(":") and len(lines[0].words) <= 4:
        name = lines[0].text.rstrip(" :")
        stamped = "@" in lines[1].text or "GMT" in lines[1].text
        if outlet := named(name, register, new=stamped):
            yield Trace(outlet, "source", 11, lines[0].text)
    yield from _cut_lines(layout, register)
    for start, end, reason in layout.inline:
        if reason == "metadata":
            line = next(line for line in lines if line.start <= start < line.end)
            text = line.text[start - line.start : end - line.start]
            yield from _source_line(Line(text, 0, len(text), 0, True), lines, register)


def _cut_lines(layout: Layout, register: Register) -> Iterator[Trace]:
    """Read the lines that are not the article's; below a list of others only names and rights count."""
    closing = False
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None:
            continue
        below = line.number >= layout.end
        if reason == "copyright":
            yield from _rights(line, register)
        elif closing and below:
            if (outlet := named(line.text, register)) and len(line.words) <= 3:
                yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 2, line.text)
        elif reason == "caption":
            yield from _caption(line, register)
        else:
            yield from _label(line, layout, register)
        closing = closing or (below and reason in ("related", "embedded"))


def _label(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    found = list(_source_line(line, layout.lines, register))
    if found:
        # A source named above the text is the page's own stamp; below the text it is its origin.
        yield from found
        return
    for match in _ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group().lstrip("@")):
            yield Trace(outlet, "host", 5, line.text)
            return
    if _FOLLOW.match(line.folded) and (outlet := inside(line.folded, register)):
        yield Trace(outlet, "own", 5, line.text)
        return
    if by := _BY.match(line.folded):
        if outlet := named(by.group("name"), register):
            yield Trace(outlet, "own", 4, line.text)
        return
    pieces = [piece.strip() for piece in re.split(r"[/|]|\s[-–—ـ]\s", line.text) if piece.strip()]
    if pieces and (outlet := named(pieces[0], register)) and len(line.words) <= 8:
        yield Trace(outlet, {"publisher": "own"}.get(outlet.kind, "host"), 7, line.text)
        return
    for piece in (*pieces[1:], " ".join(line.text.split()[-1:])) if len(line.words) <= 14 else ():
        outlet = named(piece, register) if fold(piece).text not in CITIES else None
        if outlet is not None and (len(pieces) > 1 or outlet.kind == "agency"):
            role = "source" if outlet.kind == "agency" else "own"
            yield Trace(outlet, role, 8, line.text)
            return
    if _CALLED.match(line.folded) and named(line.text, register) is None and len(line.words) <= 5:
        yield Trace(register.provisional(line.text.strip(" :|-–")), "own", 3, line.text)
        return
    if len(line.words) <= 12:
        yield from _dateline(line, register, alone=True)


def _source_line(line: Line, lines: list[Line], register: Register) -> Iterator[Trace]:
    match = _SOURCE.match(line.folded)
    if not match:
        return
    name = (match.group("name") or match.group("bare") or "").strip()
    if match.group("bare") and not line.folded.lstrip(" *").startswith(("نقلا", "source")):
        return
    evidence = line.text
    if not name and line.number + 1 < len(lines) and len(lines[line.number + 1].words) <= 4:
        name, evidence = lines[line.number + 1].folded, f"{line.text} {lines[line.number + 1].text}"
    for piece in re.split(r"\s*(?:[+/،,&|؛]|\sو\s?(?=وكال))\s*", name.strip(' .:"“”«»()[]')):
        key = fold(piece).text.strip()
        if not key or all(word in _GENERIC for word in key.split()):
            continue
        if outlet := named(piece, register, new=len(key.split()) <= 4):
            yield Trace(outlet, "source", 9 if outlet.kind == "agency" else 10, evidence)
            return


def _rights(line: Line, register: Register) -> Iterator[Trace]:
    for match in _ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group()):
            yield Trace(outlet, "host", 7, line.text)
            return
    rest = " ".join(_RIGHTS.sub(" ", line.folded).split())
    if len(rest.split()) > 8:  # a paragraph about rights, not a line of them
        return
    outlet = (
        register.by_name(rest)
        or register.starting(rest)
        or register.starting(rest.removeprefix("ل"))
    )
    if outlet is None and rest.startswith("لل"):
        outlet = register.starting("ال" + rest[2:])
    if outlet is not None:
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 7, line.text)
    elif (
        ("©" in line.text or "محفوظ" in line.folded)
        and 1 <= len(rest.split()) <= 3
        and len(rest) > 2
    ):
        original = " ".join(
            w for w in line.text.split() if fold(w.strip(" .,،|©")).text.lower() in rest.split()
        )
        if len(original.split()) == len(rest.split()):
            yield Trace(register.provisional(original.strip(" .,،|©")), "own", 4, line.text)


def _caption(line: Line, register: Register) -> Iterator[Trace]:
    match = _CAPTION.search(line.text)
    if match and (outlet := named(match.group(1), register)) and outlet.kind == "publisher":
        yield Trace(outlet, "own", 1, line.text)


def _dateline(line: Line, register: Register, *, alone: bool) -> Iterator[Trace]:
    """Read "city/ outlet", "outlet - city", "city (outlet) -", or an outlet's name alone on its line."""
    text = line.text
    if alone and (outlet := named(text, register)):
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, text)
        return
    if alone and (outlet := register.starting(line.folded)) and len(line.words) <= 10:
        yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, text)
    bracket = _BRACKETED.match(text[:100])
    if (
        bracket
        and not (alone and len(line.words) > 6)
        and fold(bracket.group("name")).text.strip() not in CITIES
        and (outlet := named(bracket.group("name"), register))
    ):
        role = "source" if outlet.kind == "agency" else "own"
        yield Trace(outlet, role, 10 if role == "source" else 8, bracket.group().strip())
        return
    match = _DATELINE.match(text[:100])
    if not match or (alone and len(line.words) > 6):
        return
    for name, other in ((match.group("a"), match.group("b")), (match.group("b"), match.group("a"))):
        if fold(name).text.strip() in CITIES:
            continue
        if outlet := named(name, register):
            role = (
                "own"
                if outlet.kind == "publisher"
                else "source"
                if outlet.kind == "agency"
                else "host"
            )
            yield Trace(outlet, role, 8, match.group().strip())
            return
        words = fold(other).text.split()
        if (
            alone
            and words
            and all(word in CITIES for word in words)
            and match.group("sign") in "/-–—|"
        ):
            new = [w for w in fold(name).text.split() if w not in CITIES]
            if 2 <= len(new) <= 3 and match.group("sign") == "/":
                yield Trace(register.provisional(name), "own", 5, text)
                return


def _text(body: str, register: Register) -> Iterator[Trace]:
    """Read datelines of the first paragraphs and what the text says of "itself" anywhere."""
    for text in [piece for piece in body.split("\n", 12)[:12] if piece.strip()][:3]:
        line = Line(text, len(text) - len(text.lstrip()), len(text), 0, True)
        yield from _dateline(line, register, alone=False)
        piped = _PIPED.match(line.text[:60])
        if (
            piped
            and not register.by_name(piped.group("name"))
            and not _is_label(piped.group("name"))
        ):
            yield Trace(register.provisional(piped.group("name")), "own", 4, piped.group().strip())
        lead = _LEAD_NAME.match(line.text[:60])
        if lead and (outlet := named(lead.group("name"), register)):
            role = {"publisher": "own", "agency": "source", "aggregator": "host"}[outlet.kind]
            yield Trace(outlet, role, 7, lead.group().strip())
    folded = fold(body).text
    counted: dict[str, int] = {}
    for rule, weight in ((_TO_SELF, 2), (_FOLLOWED, 4)):
        for match in rule.finditer(folded):
            after = folded[match.end() : match.end() + 60]
            bare = after.lstrip("\"“«(' ")
            outlet = register.starting(after) or register.starting("ال" + bare)
            if outlet is None and bare.startswith(
                "ل"
            ):  # للجزيرة: the article melts into the preposition
                outlet = register.starting("ا" + bare)
            if outlet is None or not _may_speak(outlet, match.group(), after):
                continue
            if counted.get(outlet.outlet_id, 0) < 6:
                counted[outlet.outlet_id] = counted.get(outlet.outlet_id, 0) + weight
                role = "host" if outlet.kind == "aggregator" else "own"
                yield Trace(outlet, role, weight, folded[match.start() : match.end() + 25])


def _is_label(name: str) -> bool:
    """Tell a section or a place from an outlet's name."""
    words = fold(name).text.split()
    return len(words) > 3 or any(word in _LABELS or word in CITIES for word in words)


def _may_speak(outlet: Outlet, before: str, after: str) -> bool:
    """Tell whether "to X" may be X speaking of itself: no agency, no foreign paper, no common word unmarked."""
    if outlet.kind == "agency":
        return False
    if outlet.kind == "aggregator":
        return True
    if outlet.country not in _ARAB and not re.search(r"عرب|Arab", outlet.name_ar + outlet.name_en):
        return outlet.outlet_id in (
            "alhurra",
            "dw",
            "france24",
            "irfaasawtak",
            "aawsat",
            "elaph",
            "rudaw",
        )
    single = len(outlet.name_ar.split()) == 1
    marked = (
        re.search(KIND, before)
        or after[:1] in "\"“«('"
        or "نت" in after[:14]
        or "نيوز" in after[:18]
    )
    return bool(marked) or not single
