"""A site's own clock: told from an article's date by its form and by what stands round it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from rasid.corpus.body.captions import is_caption
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.publication.bracket import bracket, ends_of_plans
from rasid.corpus.publication.dating import Stated
from rasid.corpus.publication.forms import CLOCK, HOUR, ISSUE
from rasid.corpus.publication.self_dates import SelfDates
from rasid.language.calendar import ARABIC_WEEKDAYS

_WEATHER: Final = re.compile(r"\d ?(?:°|º|℃|درجه ميويه|درجات?\b)|الطقس|درجه الحراره")
# "28 مارس 2024 10:46 مـ 18 رمضان 1445 هـ": the moment between the two calendars is the visitor's.
_BETWEEN_CALENDARS: Final = re.compile(
    rf"(?:19|20)\d\d\s*[-|،,]?\s*{CLOCK}\s*[صم]ـ?\s*[-|،,]?\s*\d{{1,2}} [^\W\d]+(?: [^\W\d]+)? 1[34]\d\d"
)
_ZONE: Final = re.compile(
    r"(?:ب?توقيت|الساعه الان|القاهره الان|مواقيت|اوقات الصلاه|صلاه)\b|^(?:الفجر|الشروق)\b"
)
_EDITOR: Final = re.compile(
    r"رييسه? (?:ال)?(?:تحرير|مجلس)|المدير العام|المشرف العام|تصدر عن|تاسست|"
    r"^(?:صحيفه|جريده|شبكه|وكاله|موقع|يوميه|اسبوعيه)\b.*(?:يوميه|اسبوعيه|الكترونيه|مستقله|شامله)"
)
_TICKER: Final = re.compile(
    r"(?:اخر|احدث|اهم|ابرز) (?:ال)?اخبار|شريط (?:ال)?اخبار(?:ي)?|(?:خبر |اخبار )?عاجله?|الاخبار العاجله"
)
_MENU: Final = re.compile(
    r"^\W*(?:الرييسيه|الصفحه الرييسيه|القايمه(?: الرييسيه)?|بحث|ابحث|البحث|دخول|تسجيل(?: الدخول)?|اتصل بنا|من نحن|"
    r"الوضع (?:المظلم|الليلي)|logos?|home|menu|search|login|sign in|english)\b"
)
_WEEKDAY: Final = re.compile(rf"(?<!\w)(?:{'|'.join(ARABIC_WEEKDAYS)})(?!\w)")
# "Last updated: Friday 29 March 2024, 11:57:03" straight below the logo: when the site last changed.
_SITE_UPDATED: Final = re.compile(r"اخر تحديث\b.*\d{1,2}:\d\d:\d\d")
_LOGO: Final = re.compile(r"\W*(?:logo|شعار)\b")
_BARE: Final = 4  # a line's rank when its form is a dateline's: "Vienna / Tuesday 8.10.2024"
_SHORT: Final = 12
_TOP: Final = 3  # lines
_AGES: Final = 3650  # a plan of ten years ago is told as history
_LATER: Final = 6  # days in which a weekday does not come round again


def is_masthead_clock(line: Line, layout: Layout, rank: int) -> bool:
    """Tell a bare date of a page's head that is the site's clock, whatever weekday the text calls today.

    Its own line says so (weather, the moment between two calendars, the visitor's city), or what stands
    beside it: editors, prayer times, a ticker, a menu between it and the title, or a line of the site's
    below a page's very first.
    """
    if line.number >= layout.head:
        return False
    if is_dateline_date(line, 0.5) and _tells_weather(line, layout):
        return True
    if is_dateline_date(line) and _under_window_title(line, layout):
        return True
    if not is_dateline_date(line) or 0 <= layout.title_line < line.number or rank == _BARE:
        return False
    if _BETWEEN_CALENDARS.search(line.folded):
        return True
    if line.number == 0 and not HOUR.search(line.text) and _ends_in_place(line):
        return True
    return _has_company(line, layout) or _heads_a_site(line, layout)


def is_site_s_update(line: Line, layout: Layout) -> bool:
    """Tell the moment, to the second, of a site's last change below the logo that begins its page."""
    if not 0 < line.number < _TOP or not _SITE_UPDATED.match(line.folded):
        return False
    return _LOGO.match(layout.lines[line.number - 1].folded) is not None


def _under_window_title(line: Line, layout: Layout) -> bool:
    """Tell a date between the window's title, which bears the site's name, and the site's logo or menu."""
    if not layout.suffix or layout.title_line or not 0 < line.number <= _TOP:
        return False
    below = layout.lines[line.number + 1 : min(layout.head, line.number + 3)]
    return any(len(o.words) <= _SHORT and _MENU.search(o.folded) for o in below)


def _tells_weather(line: Line, layout: Layout) -> bool:
    """Tell a date with the weather in its line or in a short one straight below it."""
    below = layout.lines[line.number + 1 : line.number + 2]
    short = (other.folded for other in below if len(other.words) <= _SHORT // 2)
    return any(_WEATHER.search(text) for text in (line.folded, *short))


def _ends_in_place(line: Line) -> bool:
    """Tell a line whose last words are a city's: "الخميس 11 ديسمبر 2025 أبوظبي"."""
    return any(word in PLACES for word in line.words[-2:])


def _has_company(line: Line, layout: Layout) -> bool:
    """Tell a date beside what only a site's head has; a menu counts below it, for a path may stand above a date."""
    top = layout.title_line if layout.title_line >= 0 else layout.head
    for number in range(max(0, line.number - 2), min(top, line.number + 3)):
        other = layout.lines[number]
        if other is line or len(other.words) > _SHORT:
            continue
        text = other.folded
        if _WEATHER.search(text) or _ZONE.search(text) or _EDITOR.search(text):
            return True
        if abs(number - line.number) == 1 and _TICKER.fullmatch(text.strip(" :|-")):
            return True
        if number > line.number and _MENU.search(text):
            return True
    return False


def _heads_a_site(line: Line, layout: Layout) -> bool:
    """Tell a weekday and day without an hour in a page's first line, when lines of the site part it from the title."""
    if line.number or HOUR.search(line.text) or not _WEEKDAY.search(line.folded):
        return False
    if ISSUE.match(line.folded):
        return False  # a paper's archive
    between = layout.lines[1 : max(1, layout.title_line)]
    return any(not is_caption(other, in_body=False) and not is_metadata(other) for other in between)


def is_borne_out(clock: Stated, own: SelfDates, body: str) -> bool:
    """Tell whether more than a weekday bears a site's clock out: one page in seven has that by chance.

    The text gives the very day as its own, or dates something within the week before, so that its weekday
    falls on one day only.
    """
    day = clock.first
    if any(0 <= (day - said).days <= 1 for said, _ in own.days):
        return True
    found = bracket(body, day) if own.agrees(day) and own.names(day) else None
    return found is not None and found[0] >= day - timedelta(_LATER) and found[1] >= day


def is_outlived(clock: Stated, body: str) -> bool:
    """Tell whether what the text calls still to come was over on the day of the clock: the page was saved later."""
    return any(clock.first - timedelta(_AGES) < end < clock.first for end in ends_of_plans(body))
