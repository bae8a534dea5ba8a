"""Sites that no list has and no mark of the trade shows: named where the cues of their own page agree.

Read only where no plainer reading has found a publisher. Each cue gives the name in it some points, more for
a name that says itself what it is ("agency X"); points of the same kind of cue do not add up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from rasid.corpus.body.furniture import NAVIGATION_WORDS, furniture, is_navigation
from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.cues import named_by, names_between, path_root, title_sides
from rasid.corpus.outlets.naming import KIND, is_label, is_ordinary, is_site_like, named
from rasid.corpus.outlets.places import ADJECTIVES, COUNTRIES
from rasid.corpus.outlets.plain_names import bare_name, is_daily, marked_name, no_name, plain_name
from rasid.corpus.outlets.register import Register, name_key
from rasid.corpus.outlets.signatures import (
    before_verb,
    before_writer,
    beside_writers,
    run_on_names,
    signed_town,
    town_side,
)
from rasid.corpus.outlets.told import told_names
from rasid.corpus.outlets.trace import Trace
from rasid.language import fold

_BELIEVED: Final = 4
_MOST: Final = 4  # points that a text gives a name it tells of
_LIKELY: Final = 40
"""Names whose other forms are looked for: a page of headlines holds thousands."""
_MENU: Final = 4
"""Sections that one line sets apart are a menu's, and what stands between them is one as well."""
_FIRST: Final = 3  # lines at a page's very top
_SHORT: Final = 3  # words of a name that stands where a title does
_TICKER: Final = 25
"""Words of a line of headlines."""
_HOME: Final = frozenset({"الرييسيه", "الصفحه الرييسيه", "رييسيه", "home"})
_SKIP: Final = re.compile(
    r"skip to (?:main )?content|(?:تخطي|انتقل|التخطي|تجاوز|التجاوز) الي (?:ال)?محتوي"
)
_RIGHTS_ALONE: Final = re.compile(
    r"[\W\d]*(?:(?:جميع|كافه|كل|all|copyrights?|rights?|reserved|ال?حقوق|محفوظه|النشر|الطبع|و|لدي)\W*)+[\W\d]*"
)
_DESK: Final = re.compile(
    r"^(?:خاص|متابعة|متابعات|ترجمة)\s?[-–—/:|]?\s(?:لـ? ?)?(?=\S)"
)  # "Baghdad/ exclusive X"
_GLOBE: Final = re.compile(
    r"🌐\s?(?P<name>[^|\n]{2,30}?)\s*(?:\||$)"
)  # the sign that pages set before a site
_OF_NEWS: Final = re.compile(r"(?:ال)?وكاله (?:ال)?(?:انباء|صحافه)\b")
# "editor in chief so-and-so": what a newspaper prints below its name. Folded.
_HEADS: Final = re.compile(
    r"(?:رييس (?:التحرير|مجلس الاداره)|المشرف العام|صاحب الامتياز|المدير (?:العام|المسوول)|مدير التحرير)"
    r"\W*(?:\w\W+)?\w{2}"
)
_PARTS: Final = re.compile(r"\s+[-–—|]\s+")
_PAGE: Final = re.compile(r"\W*(?:page|صفحة|الصفحة)\s?\d+\W*", re.I)
_QUOTING: Final = re.compile(r"\s?:")
_CREDIT: Final = re.compile(r"\((?P<name>[^()\d]{3,25})\)\W*$")
_LATIN: Final = re.compile(r"[A-Za-z][\w.\-]+")


_NO_AGENCY: Final = frozenset({"top", "repeated", "credit", "told", "tag"})
"""Cues in whose place a picture's source stands as well."""
_ARAB: Final = frozenset(ADJECTIVES.values()) - {"IR", "TR"}
_SIGNING: Final = frozenset({"dateline", "by"})
"""Cues in whose place a writer stands as well."""


def _is_sure(name: str) -> bool:
    """Tell a name that is hardly a writer's: one word, the article before it, or "Voice of X"."""
    words = fold(name).text.split()
    if len(words) == 1 or words[0].startswith("ال") or is_site_like(name) or is_daily(name):
        return True
    # "Hash Sudan": no writer's name.
    return any(word in COUNTRIES or f"ال{word}" in COUNTRIES for word in words[1:])


def _is_agency(name: str, register: Register) -> bool:
    """Tell an agency of a country, whose correspondents all papers quote: "agency of news France"."""
    known = register.starting(re.sub(rf"^{KIND} ", "", fold(name).text)) or register.starting(name)
    return bool(_OF_NEWS.match(fold(name).text)) or bool(known and known.kind == "agency")


class _Points:
    """What the cues of a page give to the names in them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.kinds: dict[str, dict[str, int]] = defaultdict(dict)
        self.seen: dict[str, tuple[str, str]] = {}

    def add(self, kind: str, name: str, marked: int, plain: int, evidence: str) -> None:
        """Count a cue, if its words may be a name at all."""
        name = bare_name(name)
        known = named(name, self.register)
        if known and known.kind == "agency" and kind in _NO_AGENCY:
            return
        if (
            known
            and kind == "told"
            and (plain < (_MOST if known.cited else 3) or known.country not in _ARAB)
        ):
            return  # the readings of listed names know better who speaks of itself
        listed = known is not None and known.kind != "aggregator" and kind != "told"
        points = marked if listed or marked_name(name) else plain if plain_name(name) else 0
        if kind in _SIGNING and points == plain:
            points = min(points, 2) if not _is_sure(name) else points + is_site_like(name)
        proper = (kind == "told" and plain > 2) or (kind == "credit" and listed)
        if not points or (is_ordinary(name) and not proper):
            return
        if kind == "told" and _is_agency(name, self.register):
            return
        key = name_key(name)
        kinds = self.kinds[key]
        if points > max(kinds.values(), default=0):
            self.seen[key] = (name, evidence)
        kinds[kind] = max(points, kinds.get(kind, 0))

    def best(self) -> Trace | None:
        """Return the name with most points, if it has enough."""
        likely = sorted(self.kinds, key=lambda one: -sum(self.kinds[one].values()))[:_LIKELY]
        sums = {key: self._sum(key) for key in likely}
        key = max(sums, key=lambda one: sums[one], default="")
        if not key or sums[key] < _BELIEVED:
            return None
        name, evidence = self.seen[key]
        outlet = named(name, self.register) or self.register.provisional(name)
        return Trace(outlet, "own" if outlet.kind != "agency" else "source", 5, evidence)

    def _sum(self, key: str) -> int:
        """Add up what a name has itself and what its shorter or longer forms have from other kinds of cues."""
        kinds = dict(self.kinds[key])
        for other, more in self.kinds.items():
            if other != key and (f" {key} " in f" {other} " or f" {other} " in f" {key} "):
                for kind, points in more.items():
                    kinds.setdefault(kind, points)
        return sum(kinds.values())


def unlisted(layout: Layout, body: str, register: Register) -> Trace | None:
    """Return the trace of the site that the cues of its own page name together."""
    points = _Points(register)
    closed = False
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None and line.number >= layout.head:
            continue
        below = line.number >= layout.end
        closed = closed or (below and reason in ("related", "embedded"))
        if len(line.words) <= 16 and not (reason == "related" and not below):
            _line(line, layout, points, closed=closed)
    for line in layout.lines:
        if len(line.words) <= _TICKER or (line.number not in layout.reasons and line.number > 1):
            continue
        for name in names_between(line.folded):
            points.add("ticker", name, 4, 4, line.text)
    _tops(layout, points)
    _title_again(layout, points)
    _sections(layout, points)
    _beside_text(layout, body, points)
    _repeated(layout, points)
    for title in layout.lines[: layout.head]:
        _title(title, layout, points)
    _openings(layout, body, points)
    for kind, name, marked, plain, evidence in told_names(body):
        points.add(kind, name, marked, plain, evidence)
    return points.best()


def _line(line: Line, layout: Layout, points: _Points, *, closed: bool) -> None:
    """Read the cues of one cut line; below a list of other articles only those that speak of the site."""
    zone = "foot" if line.number >= layout.end else "head"
    for cue, name in named_by(line.folded, zone):
        if cue.kind == "follow" and line.number == layout.title_line:
            continue  # "she draws on Instagram because of …"
        if not closed or cue.kind in ("follow", "rights"):
            points.add(cue.kind, name, cue.marked, cue.plain, line.text)
    if globe := _GLOBE.search(line.text):
        points.add("signed", globe["name"], 5, 4, line.text)
    if root := path_root(line.text, layout.title):
        points.add("path", root, 5, 2, line.text)
    if _RIGHTS_ALONE.fullmatch(line.folded) and "حق" in line.folded:
        for number, plain in ((line.number + 1, 3), (line.number - 1, 2)):
            beside = layout.lines[number] if 0 <= number < len(layout.lines) else line
            if beside.number in layout.reasons and _alone(beside):
                points.add("rights", beside.text, 5, plain, f"{beside.text} {line.text}")
    lone = line.number != layout.title_line or len(line.words) <= 3
    if zone == "head" and lone and len(line.words) <= 7:
        _signed_line(line, points)


def _signed_line(line: Line, points: _Points) -> None:
    """Read the name beside a town or a writer in a short line above the text."""
    if side := _DESK.sub("", town_side(line.text)):
        label = is_label(side) and not (is_site_like(side) or is_daily(side))
        points.add("dateline", side, 5, 2 if label else 4, line.text)
    if side := signed_town(line.text):
        points.add("signed", side, 6, 0 if is_label(side) else 4, line.text)
    if side := before_writer(line.text) or beside_writers(line.text):
        points.add("signed", side, 5, 0 if no_name(side) else 4, line.text)


def _alone(line: Line) -> bool:
    """Tell a line of one to four words that is no menu's and no furniture."""
    return len(line.words) <= 4 and not is_navigation(line) and not furniture(line)


def _tops(layout: Layout, points: _Points) -> None:
    """Read the page's first line where the way home follows, and names at its top and foot."""
    lines = layout.lines
    for line in lines[:3]:
        home = any(other.folded in _HOME for other in lines[line.number + 1 : line.number + 3])
        above = line.number < layout.title_line or layout.title_line < 0
        below = lines[line.number + 1] if line.number + 1 < len(lines) else line
        if _HEADS.match(below.folded) and line.number in layout.reasons and _alone(line):
            points.add("top", line.text, 5, 4, f"{line.text} {below.text}")
        if above and line.number in layout.reasons and _alone(line):
            first = home and (line.number == 0 or line.folded == lines[0].folded)
            first = first or bool(line.number and _SKIP.match(lines[line.number - 1].folded))
            points.add("top", line.text, 4, 4 if first else 1, line.text)
    for line in lines[max(layout.end, len(lines) - 8) :]:
        home = any(other.folded in _HOME for other in lines[line.number + 1 : line.number + 2])
        if line.number in layout.reasons and _alone(line):
            points.add("top", line.text, 3, 2 if home else 1, line.text)


def _title_again(layout: Layout, points: _Points) -> None:
    """Read few words at the top, taken for the title, that the foot prints again: the site's name."""
    title = layout.lines[layout.title_line] if 0 <= layout.title_line < _FIRST else None
    if title is None or len(title.words) > _SHORT:
        return
    if any(line.folded == title.folded for line in layout.lines[layout.end :]):
        points.add("top", title.text, 5, 4, title.text)


def _sections(layout: Layout, points: _Points) -> None:
    """Read the name beside a section at a page's very top: "reports - X Post - Page 2"."""
    for line in layout.lines[:2]:
        pieces = [piece for piece in _PARTS.split(line.text) if not _PAGE.fullmatch(piece)]
        marked = [piece for piece in pieces if marked_name(piece)]
        others = [piece for piece in pieces if piece not in marked]
        if len(marked) == 1 and 0 < len(others) < _MENU and all(map(_is_section, others)):
            points.add("top", marked[0], 5, 0, line.text)


def _is_section(piece: str) -> bool:
    """Tell a section's or a menu's words: "reports", "news reports"."""
    words = fold(piece).text.split()
    first = words[0] in NAVIGATION_WORDS or no_name(words[0]) if words else True
    return is_navigation(Line(piece, 0, len(piece), 0, True)) or (first and len(words) <= 3)


def _beside_text(layout: Layout, body: str, points: _Points) -> None:
    """Read the short lines straight above and below the text, and the one under the title.

    A caption or a tag there repeats words of the text, a name does not.
    """
    told = set(name_key(body).split()) | set(name_key(layout.title).split())
    for number in {layout.title_line + 1, layout.head - 1, layout.end}:
        line = layout.lines[number] if 0 <= number < len(layout.lines) else None
        if line is None or number == layout.title_line or number not in layout.reasons:
            continue
        twice = any(
            other.folded == line.folded
            for other in layout.lines[max(0, number - 1) : number + 2]
            if other is not line
        )  # a picture's two texts
        if _alone(line) and not twice and told.isdisjoint(line.words):
            points.add("top", line.text, 4, 2, line.text)


def _repeated(layout: Layout, points: _Points) -> None:
    """Read short lines that stand thrice, and the pictures' credits that stand twice."""
    times: dict[str, int] = defaultdict(int)
    pictured: dict[str, int] = defaultdict(int)
    for line in layout.lines:
        if line.number not in layout.reasons:
            continue
        if layout.reasons[line.number] == "caption" and (credit := _CREDIT.search(line.text)):
            pictured[credit["name"].strip()] += 1
        elif len(line.words) <= 3 and line.number != layout.title_line and _alone(line):
            times[line.text.strip()] += 1
    for name, count in times.items():
        if (
            count > 2
            and name != layout.title
            and not is_dateline_date(Line(name, 0, len(name), 0, True))
        ):
            points.add("repeated", name, 3, 2, name)
    for name, count in pictured.items():
        if count > 1:
            points.add("credit", name, 4, 2, name)


def _own_lines(layout: Layout) -> list[Line]:
    """Return the short lines that are neither text nor title."""
    return [
        line
        for line in layout.lines
        if len(line.words) <= 4
        and line.number != layout.title_line
        and (line.number in layout.reasons or line.number < layout.head)
    ]


def _title(line: Line, layout: Layout, points: _Points) -> None:
    """Read the names beside the title, in its own line or where the head has it again."""
    for number, side in enumerate(title_sides(line.text, layout.title)):
        if all(word in NAVIGATION_WORDS for word in side.split()):
            continue
        if _QUOTING.match(line.text, len(side)) and named(side, points.register):
            continue  # "WikiLeaks : the United States …"
        last = number == 0 and line.text.endswith(side)
        plain = 4 if _LATIN.fullmatch(side) and last else 2 if last else 1
        points.add("title", side, 5, plain, line.text[-90:])


def _openings(layout: Layout, body: str, points: _Points) -> None:
    """Read the names that the text opens with: "town - X: said …", "X – said …".

    Such a name is the site's more surely where it also stands alone among the page's own lines.
    """
    opening = next((piece.strip() for piece in body.split("\n", 4)[:4] if piece.strip()), "")
    if len(opening.split()) < 8:
        return
    for name, sign in run_on_names(opening):
        if sign == "agencies":
            points.add("signed", name, 5, 4, opening[:60])
        elif sign == "town":
            points.add("dateline", name, 5, 4 if " " not in name else 2, opening[:60])
        else:
            quoted = ":" in sign and name.startswith(("صحيفة", "قناة", "مجلة", "جريدة"))
            points.add("dateline", name, 2 if quoted else 4, 1, opening[:60])
        if any(name_key(name) == name_key(line.text) for line in _own_lines(layout)):
            points.add("again", name, 4, 3, opening[:60])
    if name := before_verb(fold(opening[:80]).text):
        elsewhere = name_key(f"{layout.title}\n{body}").split().count(name) > 1
        points.add("verb", name, 4, 0 if elsewhere or " " in name else 4, opening[:60])
    if side := signed_town(opening):
        points.add("signed", side, 6, 0 if is_label(side) else 4, opening[:60])
