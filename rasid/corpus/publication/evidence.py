"""When an article was published: the best evidence of a page, weighed against the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

from rasid.corpus.article import Publication
from rasid.corpus.body.layout import Layout
from rasid.corpus.page import Page
from rasid.corpus.publication.ages import published_ago
from rasid.corpus.publication.bracket import bracket
from rasid.corpus.publication.crawl import stamped
from rasid.corpus.publication.dating import EARLIEST, Stated, date_in_url, read_date, weekday
from rasid.corpus.publication.impossible import refused_dates
from rasid.corpus.publication.masthead import is_borne_out, is_outlived
from rasid.corpus.publication.self_dates import SelfDates, self_dates
from rasid.corpus.publication.stated import UNPADDED, Claim, claims

Note = tuple[str, str]
"""A code of `rasid.errors` and its detail."""

_TRUSTED: Final = 2  # claims of a lower rank need the text to bear them out
_UPDATE: Final = 3
_BARE: Final = 4
_NEAR: Final = 2  # days between writing and publishing


def publication(
    page: Page, layout: Layout | None, body: str, today: date
) -> tuple[Publication, list[Note]]:
    """Return when a page was published, with evidence, and what is to be said about it in `problems`.

    In order of trust: the file's own date field; a line of the page that states it; the day the text
    calls today; the address; a bracket from what the text dates. A day after tomorrow's or before 1990 is
    refused, with a note.
    """
    notes: list[Note] = []
    stamp = _collected(page, layout)
    collected = stamp[0] if stamp else None
    latest = min(today, collected.date()) if collected else today
    for stated, method in _evidence(page, layout, body):
        if refusal := _refused(stated, today):
            notes.append(("date-refused", refusal))
            continue
        if stated.doubt:
            notes.append(("date-disagrees", stated.doubt))
        return _published(stated, method, collected), notes
    if not notes:
        notes += [("date-refused", text) for text in islice(refused_dates(page, layout), 1)]
    if page.raw and (found := bracket(body, latest)):
        first, last, evidence = found
        if first == last:
            last += timedelta(
                1
            )  # inferred is never a bare day: by another clock it was saved the day after
        return Publication(first, last, "interval", "inferred", evidence, collected), notes
    return Publication(collected_at=collected), notes


def _evidence(page: Page, layout: Layout | None, body: str) -> Iterator[tuple[Stated, str]]:
    own: SelfDates | None = None
    if stated := _field(page):
        if stated.open_order or (stated.alternative and page.raw):
            own = self_dates(body)
        yield _settled(stated, page, own), page.method if page.method != "none" else "metadata"
    if page.whole:
        return
    found = claims(layout) if layout is not None and page.raw else []
    if found:
        own = own or self_dates(body)
        addressed = [
            one.first for u in _addresses(page, layout) if (one := date_in_url(u)) and one.is_day
        ]
        for claim in found:
            stated = _settled(claim.stated, page, own)
            bare = claim.rank <= _BARE and stated.is_day
            if bare and addressed and not any(_near(stated.first, day) for day in addressed):
                continue  # another article's, printed beside this one
            if bare and claim.place == "text" and weekday(stated.first) in own.ahead:
                continue  # a programme's, which the text calls next Sunday
            if _believed(stated, claim.rank, own) and not _is_clock(claim, stated, own, body):
                yield stated, "stated"
    if page.raw or not page.date:
        own = own or self_dates(body)
        yield from ((stated, "stated") for stated in own.stated())
    addressed_days = [one for url in _addresses(page, layout) if (one := date_in_url(url))]
    yield from ((stated, "url") for stated in addressed_days if stated.is_day)
    stamp = stamped(page, layout) if page.raw and layout is not None else None
    if stamp and layout is not None and (aged := published_ago(layout, stamp[0])):
        yield aged, "stated"
    yield from ((stated, "url") for stated in addressed_days if not stated.is_day)


def _field(page: Page) -> Stated | None:
    """Return what the file's own date field states; a lone "9/5/2024" says not which of the two is the month."""
    stated = read_date(page.date) if page.date else None
    if stated is None or stated.alternative is None or page.day_first is not None:
        return stated
    return replace(stated, open_order=True) if UNPADDED.fullmatch(page.date) else stated


def _believed(stated: Stated, rank: int, own: SelfDates) -> bool:
    """Tell whether a line's claim stands against what the text says of its own day.

    A label decides by itself. A bare date gives way to another day that the text calls today, an update, or a
    date above the title, to any weekday the text tells of as its own; a clock needs the text's word.
    """
    agrees = own.agrees(stated.first) if stated.is_day else None
    if rank <= _BARE and stated.is_day and own.of_another_month(stated.first):
        return False
    if rank < _TRUSTED:
        named_bare = agrees is None and stated.is_day and weekday(stated.first) in own.bare
        return named_bare or (bool(agrees) and own.names(stated.first))
    if rank <= _UPDATE and agrees is False:
        return False
    if rank <= _BARE and stated.is_day and own.denies(stated.first):
        return False
    named = [day for day, _ in own.days]
    far = bool(named) and not any(_near(stated.first, day) for day in named)
    return not (rank <= _BARE and stated.is_day and far)


def _is_clock(claim: Claim, stated: Stated, own: SelfDates, body: str) -> bool:
    """Tell a date above the title that is the site's own, though its weekday may be the text's."""
    if claim.rank >= _TRUSTED or not stated.is_day:
        return False
    if claim.place == "masthead":
        return not is_borne_out(stated, own, body)
    return bool(own.agrees(stated.first)) and is_outlived(stated, body)


def _near(stated: date, told: date) -> bool:
    """Tell whether a line's day is the text's own, give or take two; a slip in the year alone is the text's."""
    slip = abs(stated.year - told.year) == 1 and stated.month == told.month
    return abs((stated - told).days) <= _NEAR or (slip and abs(stated.day - told.day) <= _NEAR)


def _settled(stated: Stated, page: Page, own: SelfDates | None) -> Stated:
    """Decide day and month that may be either: by the address, by the text's own day, else both stay."""
    if stated.alternative is None:
        return stated
    if page.day_first is not None and stated.surface == page.date.strip():
        return _as_day(stated, stated.first if page.day_first else stated.alternative)
    by_url = date_in_url(page.url) if page.url else None
    if by_url is not None:
        for day in (stated.first, stated.alternative):
            if by_url.first - timedelta(1) <= day <= by_url.last + timedelta(1):
                return _as_day(stated, day)
    if own is not None:
        fits, other = own.agrees(stated.first), own.agrees(stated.alternative)
        # A text that names several weekdays tells of a week, not of its own day.
        surely = own.names(stated.alternative) and len(own.weekdays) + len(own.days) == 1
        if fits is False and other and surely:
            return _as_day(stated, stated.alternative)
        if fits:
            return stated
    if not stated.open_order:
        return stated
    first, last = sorted((stated.first, stated.alternative))
    return Stated(first, last, "interval", stated.surface)


def _as_day(stated: Stated, day: date) -> Stated:
    return Stated(day, day, stated.precision, stated.surface)


def _addresses(page: Page, layout: Layout | None) -> list[str]:
    urls = [page.url] if page.url else []
    if layout is not None and page.raw:
        for line in layout.lines:
            if (
                "http" in line.text
                and line.number in layout.reasons
                and line.number < layout.end + 4
            ):
                urls += [word for word in line.text.split() if word.startswith("http")]
    return urls


def _refused(stated: Stated, today: date) -> str:
    if stated.first > today + timedelta(days=1):
        return f"{stated.surface} → {stated.first.isoformat()}"
    return f"{stated.surface} → {stated.first.isoformat()}" if stated.last < EARLIEST else ""


def _published(stated: Stated, method: str, collected: datetime | None) -> Publication:
    precision = stated.precision
    if not stated.is_day and precision in ("day", "minute"):
        precision = "interval"
    return Publication(stated.first, stated.last, precision, method, stated.surface, collected)


def _collected(page: Page, layout: Layout | None) -> tuple[datetime, str] | None:
    if (stamp := stamped(page, layout)) or layout is None or not page.raw:
        return stamp
    for claim in claims(layout):
        if (
            claim.place != "listed"
            and claim.rank < _TRUSTED
            and claim.stated.is_day
            and claim.stated.first >= EARLIEST
        ):
            clock = claim.stated.first  # the page's own clock: when it was saved
            return datetime(clock.year, clock.month, clock.day), claim.line
    return None
