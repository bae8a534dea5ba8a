"""Days that a text's own lines carry: a dispatch's head, a stamp run together with the lead, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.header import SENT
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import Line
from rasid.corpus.body.tails import POSTED_HEAD
from rasid.corpus.outlets.datelines import BRACKETED_HEAD, DATED_LEAD
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.publication.dating import Stated, read_date
from rasid.corpus.publication.forms import CLOCK
from rasid.language import fold

_SIGNED: Final = re.compile(r"(?<!\d)(\d{1,2}[./]\d{1,2}[./]\d{4})\s?[,،]\s?[^\d،,.]{2,30}$")
_DISPATCH: Final = re.compile(
    r"(?:[^\s\d()،.]+،? ){1,3}?\s?[-–—,،/]?\s?(?P<date>(?:[^\s\d()،.]+ )?\d{1,4}[ /.\-–][^()]{2,34}?)\s?[-–—]?\s?"
    r"(?:\([^()\d]{2,20}\)|وفا|واس|بترا|قنا|كونا|وام|سونا|نينا|واع)\s?(?:[-–—_:.]|(?<=\) )(?=[^\W\d_]))"
)
# "Last updated: 5 October 2024 - 2:59 pm Baghdad/ agency - …": a label run together with the lead.
_LABELLED_OPENING: Final = re.compile(
    r"(?:[اآ]خر تحديث|نُ?شرت? (?:في|بتاريخ)|تم ال?نشره? (?:في|بتاريخ)|تاريخ النشر)\s*:?\s*"
    r"(?P<date>[^.]{4,30}?(?:19|20)\d\d)(?!\d)"
)
# "outlet / Vienna / Saturday 07 . 11 . 2020 -": a correspondent's head before his first words.
_SLASHED_DAY: Final = re.compile(
    r"(?:[^\n./\d]{3,25} ?/ ?){1,2}(?P<date>(?:[^\s\d/]{3,9} )?\d{1,2} ?[./] ?\d{1,2} ?[./] ?\d{4})\s?[-–—]"
)
_YEAR: Final = r"(?:19|20|١٩|٢٠)\d\d"
_MOMENT: Final = rf"{CLOCK}(?::\d\d)?(?:\s?[صم](?!\w))?"
# "13:13 2024-03-12|opened …", "12 مارس 2024opened …": a page's box of the day run together with its first words.
_STAMPED: Final = re.compile(
    rf"(?:{_MOMENT}\s?[-|–]?\s?)?(?P<date>\d{{1,2}} [^\W\d_]{{3,8}} {_YEAR}|{_YEAR}-\d\d-\d\d|"
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR})(?:\s?[-|–]?\s?{_MOMENT})?(?:\s?\|\s?|(?<=\d))(?=[^\W\d_]{{3}})"
)
# "… in the printed issue - تاريخ النشر : 2024/03/12": a paper's archive labels the day behind the last word.
_LABELLED_END: Final = re.compile(
    rf"[-–|.(\[]\s?تاريخ النشر\s?:?\s?(?P<date>[^.:]{{4,30}}{_YEAR}|{_YEAR}[/.-]\d{{1,2}}[/.-]\d{{1,2}})\s?[.)\]]?$"
)
# "Khartoum, 12 November 2023 – …": a correspondent's place and day before his first words.
_PLACED: Final = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\s?[،,]?\s"
    rf"(?P<date>\d{{1,2}} [^\W\d_]{{3,8}}(?:\s?/\s?[^\W\d_]{{3,8}})? {_YEAR})\s?م?\s?[-–—:]\s?(?=[^\W\d_\s])"
)
# "Carthage 10 September 2015 TAP …": the agency's letters and no sign between them and its words.
_LETTERED: Final = re.compile(
    rf"[^\W\d_]+(?: [^\W\d_]+)?\s(?P<date>\d{{1,2}} [^\W\d_]{{3,8}} {_YEAR})\s"
    r"\(?(?:وات|و[اأ]ج|سب[اأ]|سانا|بترا|واس|قنا|كونا|وام|سونا|نينا|واع|وفا|[اأ] ?ش ?[اأ]|شينخوا|رويترز)\)?\s"
)
# "Prices today, Thursday 16-9-2021": a title's own today, which the text must bear out.
_TODAY_TITLE: Final = re.compile(
    r"(?<!\w)اليوم (?P<date>(?:ال[^\W\d_]{3,8}[،,]? )?\d{1,2}[^\n|]{5,30}\d{4})"
)
# "Headlines of the evening bulletins of Saturday 17 December 2022": a bulletin is of its day.
_BULLETIN_TITLE: Final = re.compile(
    r"(?<!\w)(?:نشر[ةه]|نشرات|مقدمات|حصاد|موجز|عناوين|مانشيتات?|الصحف|صحافة)(?!\w).*?\s"
    r"(?:ل?ل?يوم |اليوم )?(?P<date>ال(?:[^\W\d_]{3,8})[،,]?\s\d{1,2}[^\n|]{4,30}(?:19|20)\d\d)\W*$"
)
_LAST: Final = 2  # paragraphs at a text's end
_BY_LABEL, _BESIDE, _BARE, _IF_BORNE_OUT = 6, 5, 4, 1

Found = tuple[Stated, int, str]
"""A day, how far it is to be believed, and the words that say it."""


def in_text(layout: Layout) -> list[Found]:
    """Return dates that a text's lines carry themselves, with the rank of each and its words.

    "Baghdad 18 January (agency) -" opens a dispatch; "… 17.08.2025, outlet" closes a summary.
    """
    found: list[Found] = []
    titled = _TODAY_TITLE.search(layout.title) if "اليوم" in layout.title else None
    if titled and (said := read_date(titled.group("date"))) and said.is_day:
        found.append((said, _IF_BORNE_OUT, layout.title))
    bulletin = _BULLETIN_TITLE.search(layout.title) if layout.title_line == 0 else None
    if bulletin and (said := read_date(bulletin.group("date"))) and said.is_day:
        found.append((said, _BARE, layout.title))
    for line in layout.lines[: layout.head + 2]:
        found += _opening(line)
    for line in layout.lines[max(0, layout.end - _LAST) : layout.end]:
        end = _LABELLED_END.search(line.text[-60:])
        if end and (said := read_date(end.group("date"))):
            found.append((said, _BY_LABEL, end.group().lstrip("-–|.([ ")))
    return found


def _opening(line: Line) -> Iterator[Found]:
    match = _SIGNED.search(line.text)
    if match and (signed := read_date(match.group(1))):
        yield signed, _BESIDE, match.group()
    sent = BRACKETED_HEAD.match(line.text[:120]) or DATED_LEAD.match(line.text[:100])
    if sent and (said := read_date(sent.group("date"))):
        yield said, _BESIDE, sent.group()
    labelled = _LABELLED_OPENING.match(line.text[:90])
    if labelled and line.is_prose and (said := read_date(labelled.group("date"))):
        yield said, _BESIDE, labelled.group()
    posted = POSTED_HEAD.match(line.text[:140]) or SENT.fullmatch(line.text)
    if posted and (said := read_date(posted.group("date"))):
        yield said, _BESIDE, posted.group()
    stamped = _STAMPED.match(line.text[:70]) if line.text[:1].isdigit() and line.is_prose else None
    if stamped and (said := read_date(stamped.group("date"))) and said.is_day:
        yield said, _BESIDE, stamped.group().strip(" |")
    lettered = _LETTERED.match(line.text[:80])
    if lettered and (said := read_date(lettered.group("date"))):
        yield said, _BARE, lettered.group().strip()
    placed = _PLACED.match(line.text[:80]) if line.is_prose else None
    if placed and _is_city(placed.group("place")) and (said := read_date(placed.group("date"))):
        yield said, _BARE, placed.group().rstrip(" -–—:")
    slashed = _SLASHED_DAY.match(line.text[:90])
    if slashed and (written := read_date(slashed.group("date"))) and written.precision == "day":
        yield written, _BARE, slashed.group()
    opening = _DISPATCH.match(line.text[:90])
    if opening and (stated := read_date(opening.group("date"))) and stated.precision != "month":
        yield stated, _BARE, opening.group()


def _is_city(place: str) -> bool:
    folded = fold(place).text
    return folded in PLACES or all(word in PLACES for word in folded.split())
