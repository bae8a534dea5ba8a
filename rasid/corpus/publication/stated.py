"""Where a raw page states its date: which lines claim to, how far each is to be believed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.publication.below import OTHERS, lone_date
from rasid.corpus.publication.crawl import CRAWL
from rasid.corpus.publication.dating import Stated, read_date
from rasid.corpus.publication.labels import counts_visits, dates_something_else
from rasid.corpus.publication.masthead import is_masthead_clock, is_site_s_update
from rasid.corpus.publication.openings import in_text
from rasid.corpus.publication.ranking import (
    BARE,
    PUBLISHED,
    SITE,
    TITLE,
    UPDATED,
    rank_of,
    rank_of_post,
)
from rasid.corpus.publication.yearless import yearless
from rasid.language import fold

_LABEL: Final = re.compile(r"(?:تاريخ النشر|نشر(?:ت)? (?:في|بتاريخ|يوم)|تم النشر)\W")
_CHRONICLE: Final = re.compile(r"(?:ال)?تاريخ ?:")
_PARTS: Final = re.compile(r"[|•·؛;]|\s[-–—/]\s")
UNPADDED: Final = re.compile(r"[\s•·*-]*[1-9]/[1-9]/(?:19|20)[0-9]{2}\s*")
"""A day such as "4/6/2018": systems left in American order print no noughts, those set to Arabic "04/06/2018"."""
_FURNITURE: Final = frozenset(
    ("copyright", "comments", "newsletter", "share", "navigation", "metadata")
)
_UPDATE: Final = 3
_HIJRI: Final = 2  # days by which a Hijri month begins sooner or later
_LISTED_FAR: Final = 6  # lines below "read also" in which a headline's day may stand


@dataclass(frozen=True, slots=True)
class Claim:
    """A line's claim to be the publication date, and its rank (higher is believed first)."""

    stated: Stated
    rank: int
    line: str
    place: str = "head"  # head, masthead, text, foot, or listed among headlines in the foot


def claims(layout: Layout) -> list[Claim]:
    """Return the dates that lines of a page's head and foot state, most believable first.

    Rank 6: labelled as publication. 5: beside the title. 4: alone below the title or below the text.
    3: labelled as an update. 2: alone above the title without a weekday. 1: above the title with a
    weekday or a clock: mostly the page's own clock, believed only when the text bears it out.
    """
    found: list[Claim] = []
    layout = _below_window_title(layout)
    for line in searched(layout):
        text = line.folded
        if not any(c.isdigit() for c in text) or CRAWL.search(line.text) or "©" in line.text:
            continue
        if dates_something_else(text) or (
            line.number and counts_visits(layout.lines[line.number - 1].folded)
        ):
            continue
        stated = read_date(_of_publication(line))
        if stated is None or _in_list_of_others(line, layout) or _among_days(line, layout):
            continue
        if _heads_another(line, layout):
            continue
        if stated.alternative and UNPADDED.fullmatch(line.text):
            stated = replace(stated, open_order=True)
        post = rank_of_post(line, layout)
        rank = rank_of(line, layout, stated) if post is None else post
        bare = 0 < rank <= BARE
        clock = bare and (
            _in_header_clock(line, layout, stated) or is_masthead_clock(line, layout, rank)
        )
        if clock or is_site_s_update(line, layout):
            found.append(Claim(stated, 1, line.text, "masthead"))
        elif rank:
            rank = max(rank, _UPDATE) if _in_stamped_month(stated, layout.stamp) else rank
            place = "head" if line.number < layout.head and is_dateline_date(line) else "text"
            place = "foot" if line.number >= layout.end else place
            found.append(Claim(stated, rank, line.text, place))
    if layout.stamp and (stamp := read_date(layout.stamp)):
        found.append(Claim(stamp, 2, layout.stamp))
    found += [Claim(said, rank, words) for said, rank, words in in_text(layout)]
    if not found and (dated := yearless(layout, searched(layout))):
        found.append(Claim(dated, BARE, dated.surface))
    if not found and (alone := lone_date(layout)):
        found.append(Claim(*alone))
    return _two_calendars(sorted(_without_chronicle(found), key=_order))


def _without_chronicle(found: list[Claim]) -> list[Claim]:
    """Leave out the labelled days of a chronicle inside the text ("Date: … / Place: …"), each of its own event."""
    told = [c for c in found if c.place != "head" and _CHRONICLE.match(fold(c.line).text)]
    several = len({claim.stated.first for claim in told}) > 1
    return [claim for claim in found if claim not in told] if several else found


def _two_calendars(found: list[Claim]) -> list[Claim]:
    """Put before the days that a Hijri date leaves the Gregorian one among them that another line states."""
    top = found[0].stated if found else None
    if top is None or top.is_day or (top.last - top.first).days > _HIJRI:
        return found
    exact = [c for c in found if c.stated.is_day and top.first <= c.stated.first <= top.last]
    return [*exact, *(claim for claim in found if claim not in exact)]


def _below_window_title(layout: Layout) -> Layout:
    """Return a layout whose title is the page's own, where the window's title with the site's name stands above it.

    Between the two stands what a site's head has, its own day too.
    """
    if not layout.suffix or layout.title_line < 0 or len(layout.title) < TITLE:
        return layout
    for line in layout.lines[layout.title_line + 1 : layout.head]:
        if line.text.startswith(layout.title) and not SITE.match(line.text[len(layout.title) :]):
            return replace(layout, title_line=line.number)
    return layout


def _of_publication(line: Line) -> str:
    """Return what a line says of the publication, without its update (آخر تحديث: كذا | نشر: كذا)."""
    if UPDATED.search(line.folded):
        for part in _PARTS.split(line.text):
            said = fold(part).text.lower()
            if PUBLISHED.search(said) and not UPDATED.search(said) and read_date(part):
                return part
    return line.text[-200:]


def _in_stamped_month(stated: Stated, stamp: str) -> bool:
    """Tell a day that lies in the month which the collection's own metadata give: two witnesses."""
    return len(stamp) == 7 and stated.is_day and stated.first.isoformat().startswith(stamp)


def _order(claim: Claim) -> tuple[int, bool, bool, date]:
    """Put the most believable first; of bare dates in the head the earliest, for a clock is never earlier."""
    bare = claim.rank == BARE and claim.place == "head"
    late = claim.place != "head" and claim.rank == BARE
    return (
        -claim.rank,
        claim.stated.precision == "month",
        late,
        claim.stated.first if bare else date.min,
    )


def is_labelled(line: Line) -> bool:
    """Tell whether a line calls its date the publication's."""
    return bool(PUBLISHED.search(line.folded))


def searched(layout: Layout) -> list[Line]:
    """Return the lines that may state the date: the head, the first lines, and the foot down to a list."""
    lines, listed = [], False
    second = any(reason == "embedded" for reason in layout.reasons.values())
    for line in layout.lines:
        reason = layout.reasons.get(line.number)
        if reason is None and line.number > layout.head:
            continue
        if line.number >= layout.end and reason in ("related", "embedded", "comments"):
            if second:
                break
            listed = True
        if listed and not _LABEL.match(line.folded):
            continue  # below a list of others only a date that is called the publication's
        if reason not in ("related", "embedded", "copyright"):
            lines.append(line)
    return lines


def _in_list_of_others(line: Line, layout: Layout) -> bool:
    """Tell a bare day below "read also" between title and text: the day of another's headline."""
    if not 0 <= layout.title_line < line.number < layout.head or PUBLISHED.search(line.folded):
        return False
    above = layout.lines[max(layout.title_line + 1, line.number - _LISTED_FAR) : line.number]
    return any(OTHERS.fullmatch(other.folded) for other in above)


def _among_days(line: Line, layout: Layout) -> bool:
    """Tell one of two bare days in a row between paragraphs: of cards that lost their headlines."""
    if not layout.head < line.number < layout.end:
        return False
    beside = layout.lines[line.number - 1 : line.number + 2 : 2]
    return _is_bare_day(line) and any(
        _is_bare_day(other) and other.folded != line.folded for other in beside
    )


def _heads_another(line: Line, layout: Layout) -> bool:
    """Tell a bare day below the text, straight over a paragraph: of a chronicle's event, or of another text."""
    if line.number < layout.end or line.number + 1 >= len(layout.lines) or not _is_bare_day(line):
        return False
    below = layout.lines[line.number + 1]
    return below.is_prose and layout.reasons.get(below.number) not in _FURNITURE


def _is_bare_day(line: Line) -> bool:
    labelled = PUBLISHED.search(line.folded) or UPDATED.search(line.folded)
    return is_dateline_date(line) and not labelled


def _in_header_clock(line: Line, layout: Layout, stated: Stated) -> bool:
    """Tell one of two lines that give one day in two forms at a page's very top: a site's day with its clock."""
    top = [o for o in layout.lines[: min(3, layout.head)] if is_dateline_date(o)]
    if line not in top or 0 <= layout.title_line < line.number:
        return False
    others = (read_date(o.text) for o in top if o.folded != line.folded)
    return any(other is not None and other.first == stated.first for other in others)
