"""How far a line that states a day is to be believed, by its words and by where it stands."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.captions import is_caption
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.naming import CITIES
from rasid.corpus.publication.dating import Stated, read_date
from rasid.corpus.publication.forms import ISSUE, ISSUE_OF_DAY

PUBLISHED: Final = re.compile(
    r"(?:تاريخ|وقت|موعد) ?(?:ال)?(?:نشر|خبر|مقال|اضافه|ادراج)|(?:^|\W)(?:تم )?(?:نشر|نشرت|نشره|"
    r"النشر|اضيف|اضيفت|ادرج|كتب|كتبت|حرر|صدر|بتاريخ|التاريخ|تاريخ)"
    r"(?:\W|$)|^قديم\W|^(?:\| ?)?(?:مساهمه |مشاركه )?موضوع ?:|published|posted|date ?:|publication|created|on:"
)
UPDATED: Final = re.compile(
    r"(?:ال)?(?:تحديث|تعديل) (?:ال)?اخير(?: بتاريخ)?|(?:اخر )?(?:تحديث|تعديل)|حدث(?:ت)? (?:في|بتاريخ)|"
    r"last (?:modified|updated?)|updated"
)
_TOLD: Final = re.compile(r"[^\W\d_]{3,} في (?:يوم )?(?:[^\W\d_]+ )?\d{1,2} [^\W\d_]{2,}")
# "بدء بواسطة فلان, ديسمبر 13, 2017": a forum's own line below a subject.
_STARTED: Final = re.compile(r"(?:بدء|بدا|بدات|ارسلت?) بواسطه\b|started by\b")
_NUMERIC: Final = re.compile(r"\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{1,4}")
_PLACED: Final = re.compile(r"[^\W\d_]+ ?[/،,–—-] ?(?:[^\W\d_]+ )?\d")
_NAMES_SOURCE: Final = re.compile(r"\d\s?[-–|،]\s?(?:ال)?مصدر\s?:")
_FETCHED: Final = re.compile(r"(?:نشر|جلب|نقل)\S* .{0,40}بتاريخ \d")  # an aggregator's note
_BYLINE: Final = re.compile(r"(?:كتب(?:ت|ه|ها)?|بقلم|محرر|تحرير|اعداد)\b\s*[:\-–/]?")
_LONGEST_BYLINE: Final = 6  # words
# The foot of the commonest blogs, which set the day over each title.
_BLOG: Final = re.compile(
    r"ارسال تعليق|مرسله بواسطه.{0,60}|posted by .{0,60}|(?:\d+ )?(?:تعليقات|التعليقات|comments?):|رساله (?:احدث|اقدم)"
)
# "الأربعاء، مارس 21، 2012", "Saturday, July 5, 2014": only those blogs write it with these commas.
_BLOG_DAY: Final = re.compile(
    r"[^\W\d_]{4,9}، [^\W\d_]{3,7} \d{1,2}، (?:19|20)\d\d|[A-Z][a-z]{2,5}day, [A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d"
)
_BLOG_LABEL: Final = re.compile(r"(?:اظهار|عرض) (?:ال)?(?:رسايل|مشاركات) ")
_TWICE: Final = 2
# The same blogs since they turned the order: "الأحد، 27 أبريل 2008", below all that stands beside the posts.
_BLOG_DAY_FIRST: Final = re.compile(r"[^\W\d_]{4,9}، \d{1,2} [^\W\d_]{3,7} (?:19|20)\d\d")
# "نشر في مجلة «…» في 1 يوليو": where the text stood before; the page's own day goes before it.
_ELSEWHERE: Final = re.compile(r"نشرت? (?:في|علي) (?:مجله|صحيفه|جريده|موقع|دوريه)\b")
_ADDRESS: Final = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
_POST_NUMBER: Final = re.compile(r"(?:^|\s)#(\d{1,4})$")
_REPLY: Final = 8  # lines of who wrote a reply, between its moment and its subject
_NEAR_TITLE: Final = 3  # lines
_UNTITLED: Final = 2  # lines that a page without a title may have above its text
_SIDEBAR: Final = 6  # lines: a site's clock stands higher
SITE: Final = re.compile(r"\s*(?:[-–—|«•]|::)")
TITLE: Final = 20  # letters that make a title of a line
BARE: Final = 4


def rank_of(line: Line, layout: Layout, stated: Stated) -> int:
    """Return how far a line's day is to be believed, 0 for no publication's (the scale: `stated.claims`)."""
    text = line.folded
    if _STARTED.match(text):
        return 6
    if ISSUE_OF_DAY.match(text):
        return BARE
    told = len(line.words) > 7 and bool(_TOLD.search(text))
    bare = is_dateline_date(line) and not told
    kept = line.number not in layout.reasons
    labelled = bool(PUBLISHED.search(text)) and line.arabic < 0.5  # "posted on May 11, 2022"
    if not bare and (kept or (is_caption(line, in_body=False) and not labelled)):
        return 0  # a day in running text or below a picture is the story's
    titled = line.number == layout.title_line and line.text.endswith(layout.title[-20:])
    if not bare and (titled or stated.precision == "month") and not PUBLISHED.search(text):
        return 0  # "out of Iraq by September 2026", in the title or another's headline
    if UPDATED.search(text) and not PUBLISHED.search(UPDATED.sub("", text)):
        below_site = layout.title_line > 0 or (layout.title_line < 0 and layout.head > _UNTITLED)
        return 1 if line.number == 0 and below_site else 3  # at the top the site's own
    if PUBLISHED.search(text) and (len(line.words) <= 24 or _FETCHED.search(text)):
        return 2 if _ELSEWHERE.match(text) else 6
    above = line.number < layout.title_line and not _titled_before(line, layout)
    placed = _PLACED.match(text) and line.words[0] in CITIES  # "Vienna / Tuesday 8.10.2024"
    if bare and (placed or _NAMES_SOURCE.search(text)):
        return BARE  # a dateline; "… - source: X" is said of the article
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
    if ISSUE.search(line.folded) and layout.title_line - line.number <= _NEAR_TITLE:
        return 2  # a paper's issue: an archive prints the article's over its title
    if _is_blogs(line, layout) or (stated.weekday is None and _stands_over_title(line, layout)):
        return 2  # "28-09-2025 | 12:24" straight over the title, as many sites set it
    return 1 if clock or stated.weekday is not None else 2


def rank_of_post(line: Line, layout: Layout) -> int | None:
    """Return how far the moment over a forum's post is to be believed: the first is the text's; None for others.

    A post bears its number beside the moment; a reply its subject ("رد: …") a few lines below.
    """
    if not is_dateline_date(line):
        return None
    below = layout.lines[line.number + 1 : line.number + 1 + _REPLY]
    number = next((m[1] for o in [line, *below[:1]] if (m := _POST_NUMBER.search(o.text))), "")
    if number == "1" and line.number < layout.end:
        return BARE
    replied = any(other.folded.startswith(("رد:", "رد :", "re:")) for other in below)
    return 0 if line.number >= layout.end and (number or replied) else None


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
    if not between and (_ADDRESS.fullmatch(above.text) or _names_author(above)):
        return True  # the author, where to write to him, the day, the title
    return 0 < len(between) <= 2 and any(_BYLINE.match(other.folded) for other in between)


def _names_author(line: Line) -> bool:
    """Tell a line that names the author alone: "كتب: فلان الفلاني"."""
    return bool(_BYLINE.match(line.folded)) and len(line.words) <= _LONGEST_BYLINE


def _titled_before(line: Line, layout: Layout) -> bool:
    """Tell a line between a title and its second form, which a site cut short for a picture.

    A title with the site's name behind it is the window's: below it stands the site's own day too.
    """
    return len(layout.title) >= TITLE and any(
        other.text.startswith(layout.title) and not SITE.match(other.text[len(layout.title) :])
        for other in layout.lines[: line.number]
    )


def _is_blogs(line: Line, layout: Layout) -> bool:
    """Tell a blog's day straight over its post's title by its form."""
    if line.number != layout.title_line - 1:
        return False
    below = line.number >= _SIDEBAR or _repeats_title(layout) or _heads_label(line, layout)
    return bool((below and _BLOG_DAY_FIRST.fullmatch(line.text)) or _BLOG_DAY.fullmatch(line.text))


def _repeats_title(layout: Layout) -> bool:
    """Tell a title that stands twice over the text below its day: of a post, and of the text within it."""
    head = layout.lines[layout.title_line : layout.head]
    return sum(other.text == layout.title for other in head) >= _TWICE


def _heads_label(line: Line, layout: Layout) -> bool:
    """Tell the first post of a blog's label page, which says that it shows the posts of the label."""
    return any(_BLOG_LABEL.match(other.folded) for other in layout.lines[: line.number])


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
