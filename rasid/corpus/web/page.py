"""Saved web pages: what a reader of the page saw, which of it is the article, what its metadata say."""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

import lxml.html
from lxml import etree

from rasid.corpus.page import Page
from rasid.corpus.publication.dating import read_date
from rasid.corpus.publication.labels import dates_something_else
from rasid.corpus.readers.encoding import Decoded, decode
from rasid.corpus.web.blocks import blocks
from rasid.corpus.web.days import PUBLICATION, clock_lines, others_dates, stated_date
from rasid.corpus.web.lines import (
    heading_line,
    leads,
    listed,
    visible_date,
    without_boxes,
)
from rasid.corpus.web.mainbody import article_lines
from rasid.corpus.web.marks import demote, set_texts_apart
from rasid.corpus.web.metadata import Metadata, metadata, site_beside
from rasid.corpus.web.nodes import Block
from rasid.corpus.web.region import Region
from rasid.corpus.web.states import drawn_body, drawn_date, drawn_title
from rasid.corpus.web.wrapping import (
    NoArticleError,
    capture,
    posted,
    site_message,
    unwrap,
    without_inlined,
    wrapper,
)
from rasid.language import fold

_BLANK: Final = re.compile(r"[\s\u00a0\u200b]+")
_TAG: Final = re.compile(r"<\s*(?:!doctype|html|head|body|div|p|meta|article|span)\b", re.I)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_TITLE: Final = re.compile(r"</?title[^>]*>", re.I)
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_BAGHDAD: Final = timezone(timedelta(hours=3))
_UTC: Final = re.compile(r"(?:Z|GMT|UTC|\+00:?00)$")
_FRONT: Final = re.compile(r"https?://[^/]+/?(?:(?:ar|arabic|index\.\w+)/?)?")
_LEAST_SHARE: Final = 0.35
_ENOUGH: Final = 80  # Arabic letters of a text that could be an article's
_MESSAGE: Final = 400  # characters of running text below which a page may be a message of its site
_CLOSED: Final = 900  # characters below which a text that is not free is its beginning alone
_RUNNING: Final = 60
_DAY_ALONE: Final = (
    10  # characters of a day without an hour: some templates hold one for all their pages
)


def looks_like_html(text: str) -> bool:
    """Tell whether text is a web page whatever its file is called."""
    head = text[:3000]
    return head.lstrip()[:1] == "<" and len(_TAG.findall(head)) >= 2


def webpage(data: bytes, kind: str = "html") -> Page:
    """Return a saved HTML page: its visible text as source, with the lines that are not the article's.

    The page's structure says which blocks are the article, else the data it carries, else trafilatura; where
    all find too little of the running text, the rules for raw text decide alone. Title, date, outlet and
    address come from the page's metadata.

    Raises:
        NoArticleError: when the page is a message of the site (not found, no access), with that message.
    """
    return webpage_from(decode(data), kind)


def archived(data: bytes) -> Page:
    """Return a page saved as .mht or .mhtml: the part that was the page itself, not a frame of it.

    Raises:
        ValueError: when the file has no HTML part.
        NoArticleError: as `webpage` does.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    address = str(message.get("Snapshot-Content-Location") or "")
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    own = [p for p in parts if address and str(p.get("Content-Location") or "") == address]
    for part in own or parts:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            page = webpage_from(decode(payload, declared=part.get_content_charset() or ""), "mhtml")
            page.url = page.url or address
            page.collected = posted(str(message.get("Date") or "")) or page.collected
            return page
    raise ValueError("no HTML part")


def mail(data: bytes) -> Page:
    """Return a saved message: its page, else its plain text under its subject.

    Raises:
        NoArticleError: as `webpage` does.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("html", "plain"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return Page("", "eml", raw=True)
    decoded = decode(payload, declared=part.get_content_charset() or "")
    plain = part.get_content_type() == "text/plain"
    page = Page(decoded.text, "eml", raw=True) if plain else webpage_from(decoded, "eml")
    page.title = page.title or str(message.get("Subject") or "")
    page.collected = posted(str(message.get("Date") or "")) or page.collected
    return page


def is_archive(data: bytes) -> bool:
    """Tell a page saved as one MIME file, whatever it is called: it begins with mail headers, not with markup."""
    head = data[:4000].lstrip().lower()
    return not head.startswith(b"<") and b"mime-version:" in head and b"content-type:" in head


def safari_archive(data: bytes) -> Page:
    """Return a page saved by Safari as .webarchive.

    Raises:
        ValueError: when the file is no such archive.
        NoArticleError: as `webpage` does.
    """
    try:
        main = plistlib.loads(data)["WebMainResource"]
        markup, charset = (
            bytes(main["WebResourceData"]),
            str(main.get("WebResourceTextEncodingName", "")),
        )
    except (plistlib.InvalidFileException, KeyError, TypeError) as error:
        raise ValueError(f"no web archive: {error}") from error
    page = webpage_from(decode(markup, declared=charset), "webarchive")
    page.url = page.url or str(main.get("WebResourceURL", ""))
    return page


def webpage_from(decoded: Decoded, kind: str) -> Page:
    """Return a page of markup that is decoded already; otherwise as `webpage`."""
    markup = _DECLARATION.sub("", without_inlined(decoded.text))
    try:
        root = _parsed(markup)
    except (etree.ParserError, ValueError):
        return Page(markup.strip(), kind, raw=True)
    unwrap(root, markup)
    # lxml makes an element's object anew each time it is come to unless one is kept: a third of the time.
    kept_alive = list(root.iter())
    shown = blocks(root)
    if not shown and _TITLE.search(markup):  # a title that is never closed swallows the page
        root = _parsed(_TITLE.sub(" ", markup))
        shown = blocks(root)
    found = metadata(root)
    lines = [block.text for block in shown]
    demote(root, found.title)
    set_texts_apart(shown)
    region = Region(shown, found.title)
    kept = _kept(region, found.body)
    region, kept = _entitled(found, region, kept)
    start = region.start
    lead = frozenset(leads(shown, set(kept), start))
    size = sum(len(shown[number].text) for number in kept)
    body = _undrawn(root, found, size)
    if body and not kept and found.title == found.bare and (drawn := drawn_title(root, body)):
        found.site = found.site or found.bare
        found.title = drawn
    if body:
        found.date = found.date or drawn_date(root, found.title)
        foreign = frozenset(range(len(lines)))
        lines += body.split("\n")
    elif size < _MESSAGE and (message := _message(root, found)):
        raise NoArticleError(message)
    else:
        foreign = (
            frozenset(range(len(lines))) - kept - lead if kept else _unextracted(markup, shown)
        )
        foreign -= {start}  # the title is cut as what it is
    note = "" if decoded.encoding == "utf-8" and not decoded.damaged else decoded.encoding
    page = Page("\n".join(lines), kind, raw=True, title=found.title, date=found.date, url=found.url)
    page.host, page.author, page.repaired = found.site, found.author, note
    page.refused = found.refused
    page.foreign, page.leads = foreign, (lead | listed(shown, kept)) - foreign
    if found.closed and size < _CLOSED and not body:
        page.text_kind = "excerpt"
    page.title = page.title or heading_line(shown, set(kept))
    _place(page, markup)
    if kept and not body:
        _clocks(page, region, set(kept))
    if not found.title:
        region = Region(shown, page.title)
    _date(page, region, set(kept))
    del kept_alive
    return page


def _entitled(
    found: Metadata, region: Region, kept: frozenset[int]
) -> tuple[Region, frozenset[int]]:
    """Settle the title where the metadata's is the site's or another article's; return region and text by it."""
    if found.title == found.bare and (line := heading_line(region.found, set(kept))):
        # The page's `<title>` is the site's, the same on every page, or begins with its name.
        site = site_beside(found.bare, line) if line in found.bare else found.bare
        found.site, found.title = found.site or site, line
        region = Region(region.found, line)
        return region, _kept(region, found.body)
    if found.title == found.bare and not _ARABIC.search(found.title):
        found.title = ""  # "Telegram Widget": what draws the page names itself
    elif own := region.own_heading(found.title, kept):
        found.title = own
    return region, kept


def _undrawn(root: etree._Element, found: Metadata, size: int) -> str:
    """Return the article's text out of the page's data, where the page shows nothing or its beginning alone.

    size: characters of what the page shows of the article.
    """
    body = found.body if 2 * size < len(found.body) else ""
    if not body and size < _MESSAGE:
        drawn = drawn_body(root, found.title, titled_only=size > 0)
        body = drawn if 2 * size < len(drawn) else ""
    return body if len(_ARABIC.findall(body)) >= _ENOUGH else ""


def _clocks(page: Page, region: Region, kept: set[int]) -> None:
    """Note the lines whose days are not the article's; the latest day of a clock is when the page was saved."""
    clocks = clock_lines(region)
    page.others = frozenset([*clocks, *others_dates(region, kept)]) & page.foreign
    seen = [read_date(region.found[n].text) for n in clocks if n in page.foreign]
    latest = max((stated.first.isoformat() for stated in seen if stated), default="")
    page.collected = page.collected or latest


def _parsed(markup: str) -> etree._Element:
    """Return a page as a tree, however deep: markup whose tags are never closed nests by the hundred."""
    return lxml.html.document_fromstring(markup, parser=lxml.html.HTMLParser(huge_tree=True))


def _message(root: etree._Element, found: Metadata) -> str:
    """Return what a page with next to no text is instead of an article: a message, or the site's front page."""
    headings = [_BLANK.sub(" ", "".join(heading.itertext())).strip() for heading in root.iter("h1")]
    front = found.title[:120] if _FRONT.fullmatch(found.url) else ""
    return site_message([found.title, *headings]) or front


def _place(page: Page, markup: str) -> None:
    """Take address and time of saving from what saving left in the page."""
    for note in (wrapper(markup), capture(markup)):
        page.url = page.url if page.url.startswith("http") else note.url or page.url
        page.collected = page.collected or note.collected


def _date(page: Page, region: Region, kept: set[int]) -> None:
    """Date a page whose metadata do not by the line between title and text; it also settles a doubt of theirs.

    What the page's data date 22:00 UTC its reader in Baghdad sees dated the next day, and cites so. Data that put
    the month first, or the day, are read by the line that spells the month.
    """
    seen = visible_date(region.found, kept, region.start)
    if not page.date:
        seen = seen or stated_date(region, kept)
        if seen and read_date(seen) and not dates_something_else(fold(seen).text.lower()):
            page.date, page.method = seen, "stated"
        return
    stated, visible = read_date(page.date), read_date(seen) if seen else None
    if stated is None or visible is None or visible.alternative is not None or not visible.is_day:
        return
    # A page that dates itself by its own clock, or by its template, bears the day only where it prints it.
    clock = page.collected[:10] == stated.first.isoformat() == stated.last.isoformat()
    template = len(page.date) <= _DAY_ALONE and bool(PUBLICATION.search(seen))
    if visible.first < stated.first if clock else template and visible.first != stated.first:
        page.date, page.method = seen, "stated"
        return
    late = visible.first == _day_there(page.date)
    if _UTC.search(page.date):
        late = late or visible.first == stated.last + timedelta(days=1)
    closer = not stated.is_day and stated.first <= visible.first <= stated.last  # a Hijri day alone
    if late or closer or (stated.alternative is not None and visible.first == stated.alternative):
        page.date, page.method = seen, "stated"


def _day_there(moment: str) -> date | None:
    """Return the day that a moment with an offset has where the news is read; None when it states no offset."""
    try:
        read = datetime.fromisoformat(moment.strip())
    except ValueError:
        return None
    return read.astimezone(_BAGHDAD).date() if read.tzinfo else None


def _kept(region: Region, stated_body: str) -> frozenset[int]:
    kept = article_lines(region, stated_body)
    return frozenset(without_boxes(region.found, kept)) if kept else frozenset()


def _key(text: str) -> str:
    return _BLANK.sub("", text)


def _unextracted(markup: str, found: list[Block]) -> frozenset[int]:
    """Return the numbers of the lines that trafilatura leaves out, or none when it finds too little."""
    whole = _key(_extracted(markup))
    taken = {n for n, block in enumerate(found) if whole and _key(block.text) in whole}
    size = sum(len(block.text) for block in found if len(block.text) > _RUNNING)
    if (
        sum(len(found[n].text) for n in taken if len(found[n].text) > _RUNNING)
        < _LEAST_SHARE * size
    ):
        return frozenset()
    return frozenset(range(len(found))) - taken


def _extracted(markup: str) -> str:
    import trafilatura  # 0.15 s of import, which a build of text files or tables need not wait for

    try:
        return trafilatura.extract(
            markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        ) or ""  # fmt: skip
    except Exception:  # a page that trafilatura cannot take is left to the other witness
        return ""
