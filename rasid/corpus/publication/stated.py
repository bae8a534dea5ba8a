"""Where a raw page states its date: which lines claim to, how far each is to be believed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rasid.corpus.body.captions import is_caption
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import CITIES
from rasid.corpus.publication.below import OTHERS, lone_date
from rasid.corpus.publication.crawl import CRAWL
from rasid.corpus.publication.dating import Stated, read_date
from rasid.corpus.publication.labels import counts_visits, dates_something_else
from rasid.corpus.publication.masthead import is_masthead_clock
from rasid.corpus.publication.openings import in_text
from rasid.corpus.publication.yearless import yearless
from rasid.language import fold

_PUBLISHED: Final = re.compile(
    r"(?:تاريخ|وقت|موعد) ?(?:ال)?(?:نشر|خبر|مقال|اضافه|ادراج)|(?:^|\W)(?:تم )?(?:نشر|نشرت|نشره|"
    r"النشر|اضيف|اضيفت|ادرج|كتب|كتبت|حرر|صدر|بتاريخ|التاريخ|تاريخ)"
    r"(?:\W|$)|^قديم\W|^(?:\| ?)?(?:مساهمه |مشاركه )?موضوع ?:|published|posted|date ?:|publication|created|on:"
)
_LABEL: Final = re.compile(r"(?:تاريخ النشر|نشر(?:ت)? (?:في|بتاريخ|يوم)|تم النشر)\W")
_TOLD: Final = re.compile(r"[^\W\d_]{3,} في (?:يوم )?(?:[^\W\d_]+ )?\d{1,2} [^\W\d_]{2,}")
_UPDATED: Final = re.compile(
    r"(?:ال)?(?:تحديث|تعديل) (?:ال)?اخير(?: بتاريخ)?|(?:اخر )?(?:تحديث|تعديل)|حدث(?:ت)? (?:في|بتاريخ)|"
    r"last (?:modified|updated?)|updated"
)
_PARTS: Final = re.compile(r"[|•·؛;]|\s[-–—/]\s")
_NUMERIC: Final = re.compile(r"\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{1,4}")
UNPADDED: Final = re.compile(r"[\s•·*-]*[1-9]/[1-9]/(?:19|20)[0-9]{2}\s*")
"""A day such as "4/6/2018": systems left in American order print no noughts, those set to Arabic "04/06/2018"."""
_PLACED: Final = re.compile(r"[^\W\d_]+ ?[/،,–—-] ?(?:[^\W\d_]+ )?\d")
_NAMES_SOURCE: Final = re.compile(r"\d\s?[-–|،]\s?(?:ال)?مصدر\s?:")
_FETCHED: Final = re.compile(r"(?:نشر|جلب|نقل)\S* .{0,40}بتاريخ \d")  # an aggregator's note
_BYLINE: Final = re.compile(r"(?:كتب(?:ت|ه|ها)?|بقلم|محرر|تحرير|اعداد)\b\s*[:\-–/]?")
# The foot of the commonest blogs, which set the day over each title.
_BLOG: Final = re.compile(
    r"ارسال تعليق|مرسله بواسطه.{0,60}|posted by .{0,60}|(?:\d+ )?(?:تعليقات|التعليقات|comments?):|رساله (?:احدث|اقدم)"
)
# "الأربعاء، مارس 21، 2012", "Saturday, July 5, 2014": only those blogs write it with these commas.
_BLOG_DAY: Final = re.compile(
    r"[^\W\d_]{4,9}، [^\W\d_]{3,7} \d{1,2}، (?:19|20)\d\d|[A-Z][a-z]{2,5}day, [A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d"
)
# "نشر في مجلة «…» في 1 يوليو": where the text stood before; the page's own day goes before it.
_ELSEWHERE: Final = re.compile(r"نشرت? (?:في|علي) (?:مجله|صحيفه|جريده|موقع|دوريه)\b")
_ADDRESS: Final = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
_POST_NUMBER: Final = re.compile(r"(?:^|\s)#(\d{1,4})$")
_REPLY: Final = 8  # lines of who wrote a reply, between its moment and its subject
_BARE: Final = 4
_UPDATE: Final = 3
_HIJRI: Final = 2  # days by which a Hijri month begins sooner or later
_LISTED_FAR: Final = 6  # lines below "read also" in which a headline's day may stand


# The same blogs since they turned the order: "الأحد، 27 أبريل 2008", below all that stands beside the posts.
_BLOG_DAY_FIRST: Final = re.compile(r"[^\W\d_]{4,9}، \d{1,2} [^\W\d_]{3,7} (?:19|20)\d\d")
_ISSUE: Final = re.compile(r"(?:ال)?عدد(?: رقم)?\s?:?\s?\(?\s?\d{1,6}\b")
_NEAR_TITLE: Final = 3  # lines
_SITE: Final = re.compile(r"\s*(?:[-–—|«•]|::)")
_TITLE: Final = 20  # letters that make a title of a line
_SIDEBAR: Final = 6  # lines: a site's clock stands higher


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
        if stated is None or _in_list_of_others(line, layout):
            continue
        if stated.alternative and UNPADDED.fullmatch(line.text):
            stated = replace(stated, open_order=True)
        post = _post(line, layout)
        rank = _rank(line, layout, stated) if post is None else post
        bare = 0 < rank <= _BARE
        if bare and (
            _in_header_clock(line, layout, stated) or is_masthead_clock(line, layout, rank)
        ):
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
        found.append(Claim(dated, _BARE, dated.surface))
    if not found and (alone := lone_date(layout)):
        found.append(Claim(*alone))
    return _two_calendars(sorted(found, key=_order))


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
    if not layout.suffix or layout.title_line < 0 or len(layout.title) < _TITLE:
        return layout
    for line in layout.lines[layout.title_line + 1 : layout.head]:
        if line.text.startswith(layout.title) and not _SITE.match(line.text[len(layout.title) :]):
            return replace(layout, title_line=line.number)
    return layout


def _of_publication(line: Line) -> str:
    """Return what a line says of the publication, without its update (آخر تحديث: كذا | نشر: كذا)."""
    if _UPDATED.search(line.folded):
        for part in _PARTS.split(line.text):
            said = fold(part).text.lower()
            if _PUBLISHED.search(said) and not _UPDATED.search(said) and read_date(part):
                return part
    return line.text[-200:]


def _in_stamped_month(stated: Stated, stamp: str) -> bool:
    """Tell a day that lies in the month which the collection's own metadata give: two witnesses."""
    return len(stamp) == 7 and stated.is_day and stated.first.isoformat().startswith(stamp)


def _order(claim: Claim) -> tuple[int, bool, bool, date]:
    """Put the most believable first; of bare dates in the head the earliest, for a clock is never earlier."""
    bare = claim.rank == _BARE and claim.place == "head"
    late = claim.place != "head" and claim.rank == _BARE
    return (
        -claim.rank,
        claim.stated.precision == "month",
        late,
        claim.stated.first if bare else date.min,
    )


def is_labelled(line: Line) -> bool:
    """Tell whether a line calls its date the publication's."""
    return bool(_PUBLISHED.search(line.folded))


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
    if not 0 <= layout.title_line < line.number < layout.head or _PUBLISHED.search(line.folded):
        return False
    above = layout.lines[max(layout.title_line + 1, line.number - _LISTED_FAR) : line.number]
    return any(OTHERS.fullmatch(other.folded) for other in above)


def _rank(line: Line, layout: Layout, stated: Stated) -> int:
    text = line.folded
    told = len(line.words) > 7 and bool(_TOLD.search(text))
    bare = is_dateline_date(line) and not told
    kept = line.number not in layout.reasons
    labelled = bool(_PUBLISHED.search(text)) and line.arabic < 0.5  # "posted on May 11, 2022"
    if not bare and (kept or (is_caption(line, in_body=False) and not labelled)):
        return 0  # a day in running text or below a picture is the story's
    titled = line.number == layout.title_line and line.text.endswith(layout.title[-20:])
    if not bare and (titled or stated.precision == "month") and not _PUBLISHED.search(text):
        return 0  # "out of Iraq by September 2026", in the title or another's headline
    if _UPDATED.search(text) and not _PUBLISHED.search(_UPDATED.sub("", text)):
        return 1 if line.number == 0 and layout.title_line > 0 else 3  # at the top the site's own
    if _PUBLISHED.search(text) and (len(line.words) <= 24 or _FETCHED.search(text)):
        return 2 if _ELSEWHERE.match(text) else 6
    above = line.number < layout.title_line and not _titled_before(line, layout)
    if bare and (_NAMES_SOURCE.search(text) or (_PLACED.match(text) and line.words[0] in CITIES)):
        return (
            4  # "… - source: X" is said of the article, "Vienna / Tuesday 8.10.2024" is a dateline
        )
    if layout.title and line.text.startswith(layout.title) and line.text != layout.title:
        return 5 if read_date(line.text[len(layout.title) :]) else 0
    if not bare and (len(line.words) > 16 or line.number >= layout.end or told):
        return 0  # "the building in Baghdad on 19 January 2022" says what a picture shows
    if above or (layout.title_line < 0 and line.number == 0):
        return _rank_above(line, layout, stated)
    if layout.title_line < 0 and line.number < layout.head and stated.weekday is not None:
        return 2  # no title tells the article's day from the page's: the text may gainsay it
    return 4


def _rank_above(line: Line, layout: Layout, stated: Stated) -> int:
    """Return how far a day above the title, or in the first line of a page without one, is to be believed."""
    clock = "الساعه" in line.folded or stated.precision == "minute" or _tops_page(line, layout)
    straight = line.number == 0 and _has_no_head(layout)
    if straight or _signed_below(line, layout):
        return 2  # no menu and no title between it and the text
    if _ISSUE.search(line.folded) and layout.title_line - line.number <= _NEAR_TITLE:
        return 2  # a paper's issue: an archive prints the article's over its title
    if _is_blogs(line, layout) or (stated.weekday is None and _stands_over_title(line, layout)):
        return 2  # "28-09-2025 | 12:24" straight over the title, as many sites set it
    return 1 if clock or stated.weekday is not None else 2


def _post(line: Line, layout: Layout) -> int | None:
    """Return how far the moment over a forum's post is to be believed: the first is the text's; None for others.

    A post bears its number beside the moment; a reply its subject ("رد: …") a few lines below.
    """
    if not is_dateline_date(line):
        return None
    below = layout.lines[line.number + 1 : line.number + 1 + _REPLY]
    number = next((m[1] for o in [line, *below[:1]] if (m := _POST_NUMBER.search(o.text))), "")
    if number == "1" and line.number < layout.end:
        return _BARE
    replied = any(other.folded.startswith(("رد:", "رد :", "re:")) for other in below)
    return 0 if line.number >= layout.end and (number or replied) else None


def _in_header_clock(line: Line, layout: Layout, stated: Stated) -> bool:
    """Tell one of two lines that give one day in two forms at a page's very top: a site's day with its clock."""
    top = [o for o in layout.lines[: min(3, layout.head)] if is_dateline_date(o)]
    if line not in top or 0 <= layout.title_line < line.number:
        return False
    others = (read_date(o.text) for o in top if o.folded != line.folded)
    return any(other is not None and other.first == stated.first for other in others)


def _has_no_head(layout: Layout) -> bool:
    """Tell a page whose text begins below its first line, but for a dateline between: no menu, no title."""
    between = layout.lines[1 : layout.head]
    return len(between) <= 2 and all(o.arabic == 1 and is_metadata(o) for o in between)


def _tops_page(line: Line, layout: Layout) -> bool:
    """Tell a date that is the page's first line, with two lines of a site's head before the title: today's, mostly."""
    between = range(1, layout.title_line)
    return line.number == 0 and sum(layout.reasons.get(n) != "metadata" for n in between) >= 2


def _signed_below(line: Line, layout: Layout) -> bool:
    """Tell a date above the title that names its author or has one below it, or that a blog sets there: no clock."""
    if _BYLINE.match(line.folded):
        return True  # "تحرير فلان على الاثنين، 28 نيسان 2014"
    between = layout.lines[line.number + 1 : layout.title_line]
    if not between and any(_BLOG.fullmatch(other.folded) for other in layout.lines[layout.head :]):
        return True
    above = layout.lines[line.number - 1] if line.number else line
    if not between and _ADDRESS.fullmatch(above.text):
        return True  # the author, where to write to him, the day, the title
    return 0 < len(between) <= 2 and any(_BYLINE.match(other.folded) for other in between)


def _titled_before(line: Line, layout: Layout) -> bool:
    """Tell a line between a title and its second form, which a site cut short for a picture.

    A title with the site's name behind it is the window's: below it stands the site's own day too.
    """
    return len(layout.title) >= _TITLE and any(
        other.text.startswith(layout.title) and not _SITE.match(other.text[len(layout.title) :])
        for other in layout.lines[: line.number]
    )


def _is_blogs(line: Line, layout: Layout) -> bool:
    """Tell a blog's day straight over its post's title by its form."""
    if line.number != layout.title_line - 1:
        return False
    below = line.number >= _SIDEBAR and _BLOG_DAY_FIRST.fullmatch(line.text)
    return bool(below or _BLOG_DAY.fullmatch(line.text))


def _stands_over_title(line: Line, layout: Layout) -> bool:
    """Tell a date over the title from a page's clock at its top: any straight over it, a numeric one near it."""
    between = layout.lines[line.number + 1 : layout.title_line]
    topped = line.number >= 2 or layout.title in layout.lines[0].text
    if not between and topped and is_dateline_date(line):
        return True  # straight over the title, below the menu or the window's title, whatever the month's form
    return (
        0 < layout.title_line - line.number <= 3
        and bool(_NUMERIC.search(line.folded))
        and all(len(other.words) <= 3 or other.folded.startswith("كتب") for other in between)
    )
