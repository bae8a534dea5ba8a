"""The one bare day below a text: the article's own foot, or another's headline."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.header import is_dateline_date
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.body.posts import foot_of_post
from rasid.corpus.publication.ages import states_age
from rasid.corpus.publication.dating import Stated, read_date
from rasid.corpus.publication.forms import HOUR

OTHERS: Final = re.compile(
    r"\W*(?:و?(?:اقرا|شاهد|طالع|تابع) ايضا|(?:مواضيع|اخبار|مقالات|موضوعات) (?:ذات صله|متعلقه|مشابهه|اخري)|ذات صله|"
    r"قد يهمك(?: ايضا)?|(?:اخر|احدث) (?:ال)?(?:اخبار|مقالات)|الاكثر (?:قراءه|مشاهده))\W*"
)
"""What stands over a list of other articles (folded)."""
_HEADLINE: Final = 4  # words
_LISTED, _BARE = 1, 4

Below = tuple[Stated, int, str, str]
"""A day, how far it is to be believed, its line, and where it stands."""


def lone_date(layout: Layout) -> Below | None:
    """Return the one bare date below a text whose page states no other: it may be the article's.

    Beside the page's only title, which an extraction put below its text, beside the views of a post that is the whole
    page, or closing the text's own list it is. Else
    only the text's own "today" makes it so: two dates there are those of other articles, and where the page tells
    how long ago it was written a day is another's.
    """
    below = [line for line in layout.lines[layout.end :] if is_dateline_date(line, 0.75)]
    dates = [(line, stated) for line in below if (stated := read_date(line.text))]
    if len({stated.first for _, stated in dates}) != 1:
        return None
    line, stated = dates[0]
    if not stated.is_day or states_age(layout):
        return None
    if _beside_only_title(line, layout) or _closes_list(line, layout) or _closes_post(line, layout):
        return stated, _BARE, line.text, "foot"
    return stated, _LISTED, line.text, "listed"


def _beside_only_title(line: Line, layout: Layout) -> bool:
    """Tell the day below the one headline of a page that begins with its text: text, title, writer, day."""
    if layout.title_line >= 0 or layout.head:
        return False
    foot = layout.lines[layout.end :]
    if any(OTHERS.fullmatch(other.folded) for other in foot):
        return False
    titles = [o for o in foot if len(o.words) >= _HEADLINE and o.arabic > 0.5 and o is not line
              and not is_dateline_date(o)]  # fmt: skip
    if len(titles) != 1 or titles[0].number > line.number:
        return False
    told: frozenset[str] = frozenset().union(*(o.stems for o in layout.lines[: layout.end]))
    return bool(titles[0].stems & told)


def _closes_post(line: Line, layout: Layout) -> bool:
    """Tell the moment of a post that is the whole page: straight above or below the number of its views."""
    views = foot_of_post(layout.lines)
    return views is not None and abs(views - line.number) == 1


def _closes_list(line: Line, layout: Layout) -> bool:
    """Tell a page's last line, a day with its hour, below a list that the text itself announces with a colon."""
    between = layout.lines[layout.end : line.number]
    if line is not layout.lines[-1] or not HOUR.search(line.text) or not between:
        return False
    if OTHERS.fullmatch(between[0].folded):
        return False
    announced = (
        between if between[0].text[:1] not in "-–•*" else [layout.lines[layout.end - 1], *between]
    )
    return announced[0].text.rstrip().endswith(":") and all(
        other.text[:1] in "-–•*" for other in announced[1:]
    )
