"""One line of a page that is not the article's: whom it names, in each of the forms such lines have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS, is_navigation
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.carriers import account, bare_line, carried
from rasid.corpus.outlets.datelines import (
    DISPATCHED,
    QUOTED_NAME,
    dashed,
    dateline,
    printed_dispatch,
)
from rasid.corpus.outlets.naming import (
    CITIES,
    KIND,
    called,
    goes_on,
    inside,
    is_label,
    is_newslike,
    is_ordinary,
    leading,
    named,
)
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.source_lines import ADDRESS, source_line
from rasid.corpus.outlets.trace import Trace, places
from rasid.corpus.outlets.weak_names import weak_traces
from rasid.language import fold

SOCIAL: Final = re.compile(
    r"\s(?:علي|عبر|في) (?:(?:اخبار|خدمه|منصه|تطبيق) )?"
    r"(?:فيس ?بوك|تويتر|تلي?غرام|تليجرام|يوتيوب|انستغرام|واتس ?اب|نبض|اكس|غوغل|جوجل|google)\b.*"
)
# "2025-10-12 11:30:15 - name": how some sites sign below their text.
_STAMPED: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)? - (?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,3})"
)
# "Title - newspaper X, today Sunday 25 January 2026 08:03": how Egyptian sites stamp what they took over. Folded.
_STAMPED_TITLE: Final = re.compile(
    r".{8,}\s[-–—]\s(?P<name>[^-–—,،]{3,30}?)\s?[,،] (?:اليوم )?[^\W\d_]{4,9} \d{1,2} [^\W\d_]{3,8} (?:19|20)\d\d"
    r"(?: \d{1,2}:\d\d(?: [^\W\d_]{1,6})?)?"
)
_FOLLOW: Final = re.compile(
    rf"(?:تابع(?:وا?|ي)?(?:نا)?|انضم(?:وا)?|اشترك(?:وا)?|حمل(?:وا)?|لمتابعه|"
    rf"لاستلام|لتلقي|لتصلك|احصل(?:وا)?|للحصول)(?: \S+){{0,3}}? (?:الي|في|"
    rf"ب?قناه|تطبيق|اخبار|علي|صفحه)?\s?(?:{KIND}\s)?"
)
_PLATFORM: Final = re.compile(
    r"^(?:google news|(?:جوجل|غوغل) نيوز|اخبار (?:جوجل|غوغل)|نبض|واتس ?اب|تي?لي?غرام) "
)
_PASSED_ON: Final = re.compile(r"(?P<host>[^-–—|\n]{3,30}?)\s[-–—|]\s?(?P<name>[^-–—|:\d\n]{3,30})")
_NEWS_OF: Final = re.compile(r"^.{3,30}?\s(?:ال)?(?:اخبار|مستجدات|تغطيات) (?=\S)")
_SLOGAN: Final = re.compile(r"(?P<name>[^-–—|:\d\n]{3,35}?)\s?[-–—|:]\s(?P<what>[^-–—|:\n]{8,60})")
_WHAT_IT_IS: Final = re.compile(
    rf"{KIND} (?:\S+ )?(?:اخباري|انباء|الكتروني|عربي|مستقل|يومي|شامل|سياسي|عالمي|خبري|اعلامي)\S*"
    r"|(?:اخر|احدث|اهم) (?:ال)?(?:اخبار|انباء) "
)
# "newspaper X, chairman and chief editor so-and-so". Folded.
_HEADED: Final = re.compile(
    rf"(?P<name>{KIND} [^\W\d_]+(?: [^\W\d_]+){{0,3}}?)\W{{1,4}}"
    r"(?:رييس (?:ال)?(?:مجلس|تحرير)|المشرف العام|صاحب الامتياز|المدير (?:العام|المسوول))\b"
)
_ICON: Final = re.compile(r"(?:site icon|site logo|logo|شعار(?: موقع)?)\s+(?=\S)", re.I)
_CHANNEL_OF: Final = re.compile(rf"^(?:ال)?(?:قناه|صفحه|حساب|موقع) (?={KIND} )")
_TOWN_QUOTES: Final = re.compile(r"(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?[:\-–—]\s?[«\"“]")
_CRUMB: Final = re.compile(r"\s*[>»›]\s+")
_PIECES: Final = re.compile(r"[/|]|\s[-–—ـ]\s")
_DATED_PIECES: Final = re.compile(r"[/|]|\s[-–—ـ]\s|(?<=[^\W\d_])[-–—]\s")
_BY: Final = re.compile(
    r"^(?:by|(?:قصه |خبر |مقال )?بواسطه|كتب بواسطه|نشر بواسطه|الناشر|المصدر الناشر)\W+(?P<name>.{2,40})$"
)
_KIND_FIRST: Final = re.compile(rf"{KIND} (?:(?:ال)?رسمي ل)?")
_CALLED: Final = re.compile(rf"^{KIND} \S{{3,}}(?: \S+){{0,3}}$")


def read_label(line: Line, layout: Layout, register: Register) -> Iterator[Trace]:
    """Read one cut line: the first of the readings below that finds a name decides."""
    line = bare_line(line)
    found = list(source_line(line, layout.lines, register)) or list(_through(line, register))
    if found:
        # A source named above the text is the page's own stamp; below the text it is its origin.
        yield from found
        return
    if trace := _two_lines(line, layout, register) or carried(line, layout, register):
        yield trace
        return
    # A title may open with "channel X" and names no site; a name with a colon is none.
    titled = line.number == layout.title_line or line.text == layout.title
    titled = titled and not line.text.endswith(":")
    above = line.number < layout.head and len(line.words) <= 6 and not titled
    dispatch = printed_dispatch(line.text, register) if above else []
    if dispatch and line.text.rstrip(" :") == dispatch[0].evidence:
        yield from dispatch
        return
    for reading in (
        _addressed,
        _signed,
        _headed,
        _with_slogan,
        _stamped_title,
        _crumbs,
        _pieces,
        _office,
        *(() if titled else (_called_in_town, _called)),
    ):
        if trace := reading(line, register):
            yield trace
            return
    if line.number < layout.title_line and (outlet := _menu_of(line, register)):
        yield Trace(outlet, "own", 4, line.text)
        return
    if line.number >= layout.end and (stamped := _STAMPED.fullmatch(line.text)):
        outlet = named(stamped.group("name"), register, new=True)
        if outlet and fold(stamped.group("name")).text not in CITIES | NAVIGATION_WORDS:
            yield Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, line.text)
            return
    if _BY.match(line.folded) or len(line.words) > 12:
        return
    found = list(dateline(line, register, alone=True, titled=titled))
    yield from found
    if not found and not titled:
        yield from weak_traces(line, layout, register)


def _two_lines(line: Line, layout: Layout, register: Register) -> Trace | None:
    """Read a dateline set on two lines, the city above and the outlet below: then an everyday word is a name."""
    if line.number == 0 or len(line.words) > 3 or not is_ordinary(line.text):
        return None
    if line.number == 1 and (below := _below_host(line, layout, register)):
        return below
    above = layout.lines[line.number - 1].text
    outlet = named(line.text, register) if above.rstrip().endswith(("-", "–", "/")) else None
    if outlet is None or not places([above.strip(" -–/")]):
        return None
    return Trace(outlet, "own" if outlet.kind == "publisher" else "host", 7, f"{above} {line.text}")


def _below_host(line: Line, layout: Layout, register: Register) -> Trace | None:
    """Read the paper below an aggregator's name at a page's top, an everyday word there too: whose text it carries."""
    host, outlet = named(layout.lines[0].text, register), register.by_name(line.text)
    if (
        host is None
        or host.kind != "aggregator"
        or outlet is None
        or line.number > layout.title_line
    ):
        return None
    return Trace(outlet, "source", 9, f"{layout.lines[0].text} {line.text}")


def _menu_of(line: Line, register: Register) -> Outlet | None:
    """Read a menu of a site's own branches: "X, X sport, X live", its name twice or more."""
    bare = re.sub(rf"^{KIND} ", "", line.folded)
    found, count = register.leading(bare)
    name = " ".join(bare.split()[:count])
    return found if count > 1 and line.folded.count(name) > 1 else None


def _addressed(line: Line, register: Register) -> Trace | None:
    """Read an address or a handle, or "follow X on …"."""
    for match in ADDRESS.finditer(line.text):
        if outlet := register.by_url(match.group().lstrip("@")):
            return Trace(outlet, "host", 5, line.text)
    own, follow = account(line, register), _PLATFORM.sub("", line.folded)
    news = _NEWS_OF.sub("", follow)
    if _FOLLOW.match(follow) and (
        outlet := (leading(news, register) if news != follow else None) or inside(follow, register)
    ):
        return own or Trace(outlet, "own", 5, line.text)
    return own


def _through(line: Line, register: Register) -> Iterator[Trace]:
    """Read "aggregator - source", as such a site sets it above the text."""
    match = _PASSED_ON.fullmatch(line.text)
    host = named(match.group("host"), register) if match else None
    if match and host and host.kind == "aggregator":
        # Above a section called like another site ("news of Lebanon"): who names its source is the host.
        yield Trace(host, "host", 9, line.text)
        words = fold(match.group("name")).text.split()
        known = all(word in CITIES | NAVIGATION_WORDS for word in words)
        if not known and (source := named(match.group("name"), register, new=True)):
            yield Trace(source, "source", 9, line.text)


def _signed(line: Line, register: Register) -> Trace | None:
    """Read "by X", and a newspaper's dateline with its name in quotation marks."""
    by, quoted = _BY.match(line.folded), QUOTED_NAME.match(dashed(line))
    if (sent := DISPATCHED.match(line.folded)) and (outlet := named(sent.group("name"), register)):
        return Trace(outlet, "source" if outlet.kind == "agency" else "own", 10, line.text)
    writer = by.group("name") if by else ""
    if by and (outlet := named(writer, register, new=is_newslike(writer))):
        return Trace(outlet, "source" if outlet.kind == "agency" else "own", 4, line.text)
    if quoted and (outlet := named(quoted.group("name"), register)):
        return Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, line.text)
    if quoted and (town := _TOWN_QUOTES.match(line.folded)) and places([town.group("town")]):
        name = quoted.group("name")
        if len(name.split()) <= 2 and not is_label(name):
            return Trace(register.provisional(name), "own", 5, line.text)
    return None


def _headed(line: Line, register: Register) -> Trace | None:
    """Read "newspaper X, chairman so-and-so", the masthead of a newspaper with who heads it."""
    match = _HEADED.match(line.folded)
    outlet = named(match["name"], register) if match else None
    if outlet is None or outlet.kind != "publisher":
        return None
    return Trace(outlet, "own", 8, line.text)


def _pieces(line: Line, register: Register) -> Trace | None:
    """Read the pieces of "outlet | section", "city - outlet", "section/ city/ agency"."""
    dated = any(c.isdigit() for c in line.text)  # "Riyadh, 1 June 2025, SPA"
    parted = _DATED_PIECES if dated else _PIECES
    pieces = [piece.strip() for piece in parted.split(line.text) if piece.strip()]
    if (
        pieces
        and len(line.words) <= 8
        and (outlet := named(pieces[0], register))
        and (not is_ordinary(pieces[0]) or (len(pieces) > 1 and places(pieces[1:])))
    ):
        return Trace(outlet, "own" if outlet.kind == "publisher" else "host", 7, line.text)
    if len(line.words) > 14 or not pieces:
        return None
    *before, last_word = pieces[-1].split()
    last = [last_word] if dated or not before or places([" ".join(before)]) else []
    for piece in (*pieces[1:], *last):
        if fold(piece).text in CITIES or (is_ordinary(piece) and not places(pieces[:1])):
            continue
        if before and piece == last_word and is_ordinary(piece):
            continue  # "Washington - Maghreb Today"
        outlet = named(piece, register)
        if outlet is not None and (len(pieces) > 1 or outlet.kind == "agency"):
            return Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, line.text)
    if len(pieces) == 2 and places(pieces[:1]) and _is_called(pieces[1]) and not dated:
        return Trace(register.provisional(pieces[1]), "own", 5, line.text)
    called_so = _is_called if len(pieces) >= 3 else is_newslike
    new = next((p for p in pieces if called_so(p)), "") if dated and len(pieces) >= 2 else ""
    if new:
        name = re.split(r"\s?[-–—(\[،,]", new.strip("—– "))[0]
        outlet = leading(fold(name).text, register) or register.provisional(name)
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 5, line.text)
    return None


def _crumbs(line: Line, register: Register) -> Trace | None:
    """Read "newspaper X > section > title": the path to a page begins at its site."""
    first, *rest = _CRUMB.split(line.text)
    if not rest or len(first.split()) > 4 or "«" in first:
        return None
    outlet = named(first, register, new=is_newslike(first))
    if outlet is None or is_ordinary(first):
        return None
    return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 5, line.text)


def _is_called(piece: str) -> bool:
    """Tell "site X", "agency X": a piece that says itself that it is an outlet's name."""
    return bool(_CALLED.match(fold(piece).text)) and called(piece)


def _with_slogan(line: Line, register: Register) -> Trace | None:
    """Read "X - a world news agency": a name with what its site says it is."""
    match = _SLOGAN.fullmatch(line.text)
    if match is None or not _WHAT_IT_IS.match(fold(match.group("what")).text):
        return None
    name = match.group("name")
    menu = is_navigation(Line(name, 0, len(name), 0, True))
    if menu or name.startswith("رابط") or places([name]):
        return None
    outlet = named(name, register, new=True)
    if outlet is None:
        return None
    return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, line.text)


def _stamped_title(line: Line, register: Register) -> Trace | None:
    """Read "title - newspaper X, today Sunday 25 January 2026 08:03": X carries it."""
    match = _STAMPED_TITLE.fullmatch(line.folded) if len(line.words) > 7 else None
    if match is None or places([match["name"]]):
        return None
    outlet = named(match["name"], register, new=True)
    if outlet is None:
        return None
    return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 5, line.text)


def _called_in_town(line: Line, register: Register) -> Trace | None:
    """Read "agency X Baghdad ,,", the name of an agency or a site with its town behind it and no sign between."""
    words = line.text.rstrip(" ,،.:-–—/").split()
    if len(words) < 3 or fold(words[-1]).text not in PLACES:
        return None
    name = " ".join(words[:-1]).rstrip(" ,،.:-–—/|")
    if not _is_called(name) or len(words) > 6 or words[0].startswith("ال"):
        return None
    outlet = register.by_name(name) or register.provisional(name)
    return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 5, line.text)


def _office(line: Line, register: Register) -> Trace | None:
    """Read "site of the office of His Eminence …": a listed name of four words or more behind its kind."""
    kind = _KIND_FIRST.match(line.folded)
    office, count = register.leading(line.folded[kind.end() :]) if kind else (None, 0)
    return Trace(office, "own", 4, line.text) if office is not None and count > 3 else None


def _called(line: Line, register: Register) -> Trace | None:
    """Read "agency X", "newspaper X", "site icon X", "channel of agency X on Telegram": X known or new."""
    iconed = _ICON.match(line.text)
    new = len(line.words) > 2 or line.number < 3  # "the library's logo" stands below a text
    if iconed and (outlet := named(line.text[iconed.end() :], register, new=new)):
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 4, line.text)
    whole = SOCIAL.sub("", line.folded)
    bare = _CHANNEL_OF.sub("", whole)
    if not _CALLED.match(bare):
        return None
    outlet = leading(bare, register)
    if outlet is not None and not goes_on(bare, register):
        return Trace(outlet, "own" if outlet.kind != "aggregator" else "host", 3, line.text)
    words = re.split(r"\s?[/|–—\[،,]|\s-\s|:\s", line.text)[0].split()
    skipped = len(whole.split()) - len(bare.split())
    name = " ".join(words[skipped : skipped + len(bare.split())]).strip(" :|-–")
    if called(name) and len(bare.split()) <= 5:
        # "network X: the sixth of …": listed with its kind
        known = register.by_name(name)
        known = known if known and known.kind == "publisher" else None
        return Trace(known or register.provisional(name), "own", 3, line.text)
    return None
