"""Records with named fields become pages: which field is the text, the title, the date, the outlet."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from rasid.corpus.page import Page
from rasid.corpus.web.blocks import visible_text
from rasid.language import fold

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "main_text",
        "article_body", "articlebody", "news_text", "raw_text", "story", "text_content", "content_text",
        "body_text", "plain_text", "clean_text", "story_text", "article_content", "news_content", "post_content",
        "paragraphs", "النص", "نص", "نص الخبر", "نص المقال", "المتن", "متن", "المحتوى",
        "محتوى", "الخبر", "المقال", "التفاصيل", "نص المادة", "نص التقرير", "النص الكامل", "مضمون الخبر", "المضمون",
        "content_html", "body_html", "html", "message", "description", "summary", "opening_text", "hit_sentence",
        "snippet", "excerpt", "abstract", "abstract_note", "content_snippet", "وصف", "الملخص", "ملخص",
    ),
    "title": (
        "title", "headline", "head", "heading", "article_title", "post_title", "news_title", "news_headline", "name",
        "العنوان", "عنوان", "عنوان الخبر", "عنوان المقال", "subject",
        "عنوان المادة", "عنوان التقرير", "العنوان الرئيسي", "المانشيت",
    ),
    "date": (
        "publish_date", "published_at", "publishedat", "published", "date_published", "datepublished",
        "publication_date", "pub_date", "pubdate", "date", "datetime", "published_date", "publishdate",
        "publisheddate", "date_publish", "publish", "issued", "time", "timestamp", "created_at", "article_date",
        "news_date", "post_date", "date_issue", "news_publication_date",
        "تاريخ النشر", "التاريخ", "تاريخ", "تاريخ الخبر", "وقت النشر", "تاريخ المادة", "تاريخ المقال", "تاريخ الاصدار",
        "date_time", "تاريخ ووقت النشر",
    ),
    "outlet": (
        "media_name", "outlet", "outlet_id", "source", "source_name", "publisher", "media", "newspaper", "site",
        "website", "site_name", "sitename", "domain", "source_domain", "news_source", "agency", "المصدر", "مصدر",
        "الوسيلة", "الصحيفة", "الموقع", "الجهة", "وسيلة الاعلام",
        "اسم المصدر", "اسم الموقع", "اسم الصحيفة", "اسم الوسيلة", "الوسيلة الاعلامية",
        "القناة", "الوكالة", "الناشر", "outlet_name", "publication_title", "container_title", "publication", "pubtitle",
        "extra_source_attributes_name", "origin", "clean_url", "hostname", "media_url", "from",
        "channel", "channel_name", "feed", "feed_title", "publication_name",
    ),
    "url": (
        "url", "link", "article_url", "article_link", "source_url", "permalink", "web_url", "href", "canonical_url",
        "الرابط", "رابط", "رابط الخبر", "العنوان الالكتروني", "رابط المادة", "الرابط الالكتروني", "رابط المقال",
        "عنوان الرابط", "page_url", "canonicalurl", "canonical", "alternate", "documenturl",
        "uri", "loc",
    ),
    "author": (
        "author", "authors", "byline", "writer", "creator", "reporter", "الكاتب", "كاتب", "المحرر", "المؤلف",
    ),
    "lead": (
        "lead_paragraph", "lead_paragraphs", "المقدمة", "مقدمة الخبر",
    ),
    "host": (
        "host", "host_id", "hosted_by",
    ),
    "collected": (
        "collected_at", "collect_date", "indexed_date", "crawled_at", "fetched_at", "retrieved_at", "crawl_date",
        "scraped_at", "date_download", "first_captured", "last_updated", "seendate", "crawled", "crawl_time", "indexed",
        "access_date", "accessed", "date_added", "filedate", "added",
    ),
}  # fmt: skip
"""The usual names of each column, best first: of two that are present the earlier is taken."""

TARGETS: Final = {"body": "text", **{name: name for name in NAMES}}
_SPARE: Final = {"text": "spare", "outlet": "spare_outlet"}
_KEY: Final = re.compile(r"[\s_\-.]+")
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_MARKUP: Final = re.compile(r"</?(?:p|br|div|span|a|strong|h[1-6]|img|ul|li|table)\b[^>]*>", re.I)
# NewsAPI ends a shortened text with "[+1234 chars]"; it is the only part that is not the article's.
SHORTENED: Final = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ (?:chars|حرف\w*)\]\s*$")


_SHORT: Final = frozenset(
    {"description", "summary", "opening_text", "hit_sentence", "snippet", "excerpt", "abstract", "abstract_note",
     "content_snippet", "وصف", "الملخص", "ملخص"}
)  # fmt: skip
_MOMENT: Final = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or thousandths since 1970: 2001 to 2033
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?")
_MIDNIGHT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?")
_SERIAL: Final = re.compile(r"[34]\d{4}(?:\.\d+)?")  # 1982 to 2036
_HEADER_ROWS: Final = 8


class NotATableError(ValueError):
    """The file holds no column that could be an article's text."""


@lru_cache(maxsize=1024)
def column_key(name: str) -> str:
    """Return a column name as it is compared: folded, lower case, with `_` for spaces and signs."""
    return _KEY.sub("_", fold(str(name)).text.strip().lower()).strip("_")


_ORDER: Final = {
    target: {column_key(name): rank for rank, name in reversed(list(enumerate(names)))}
    for target, names in NAMES.items()
}


def recognise(columns: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return target → column for the columns of a table; a mapping given by hand comes first.

    `spare` is the column to take where the text's cell is empty (the description of a NewsAPI record whose
    content is null), `spare_outlet` where the outlet's is. Of an export that has titles and addresses alone, as
    Media Cloud's, the title is the text.

    Raises:
        NotATableError: when no column can be an article's text.
    """
    names = [str(column) for column in columns]
    chosen: dict[str, str] = {}
    for target, wanted in mapping.items():
        match = next((n for n in names if n == wanted or column_key(n) == column_key(wanted)), None)
        if match is not None and target in TARGETS:
            chosen[TARGETS[target]] = match
    taken = set(chosen.values())
    for target, order in _ORDER.items():
        ranked = sorted(
            (order[key], name)
            for name in names
            if name not in taken and (key := column_key(name)) in order
        )
        if ranked and target not in chosen:
            chosen[target] = ranked[0][1]
            taken.add(ranked[0][1])
            if target in _SPARE and len(ranked) > 1:
                chosen[_SPARE[target]] = ranked[1][1]
    if "text" not in chosen and "title" in chosen and ("url" in chosen or "date" in chosen):
        chosen["text"] = chosen["title"]
    if "text" not in chosen:
        raise NotATableError(", ".join(names[:12]))
    return chosen


def header_of(
    rows: Iterator[Sequence[Any]], mapping: Mapping[str, str]
) -> tuple[list[str], dict[str, str], Iterator[Sequence[Any]]]:
    """Return the names of a sheet's columns, what was recognised of them, and the rows below them.

    Reports put a line of their own above the table: the first of the first rows that names a text counts. A
    group of columns may have a name above theirs: then two rows are the header.

    Raises:
        NotATableError: when none of them does, with the names of the first.
    """
    refused = ""
    for row in itertools.islice(rows, _HEADER_ROWS):
        header = _names(row)
        try:
            chosen = recognise(header, mapping)
        except NotATableError as error:
            refused = refused or str(error)
            continue
        below = next(rows, None)
        if below is None:
            return header, chosen, rows
        pairs = itertools.zip_longest(_names(below), header, fillvalue="")
        both = [one or other for one, other in pairs]
        found = recognised(both, mapping)
        if len(found) > len(chosen) and chosen.items() <= found.items():
            return both, found, rows
        return header, chosen, itertools.chain([below], rows)
    raise NotATableError(refused)


def recognised(columns: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return what `recognise` does, nothing where it finds no text."""
    try:
        return recognise(columns, mapping)
    except NotATableError:
        return {}


def _names(row: Iterable[Any]) -> list[str]:
    return ["" if name is None else str(name).strip().lstrip("\ufeff") for name in row]


def page_of(
    record: Mapping[str, Any], chosen: Mapping[str, str], kind: str, part: str
) -> Page | None:
    """Return a record as a page; None when every cell is blank, as in the last rows of many sheets.

    A record with an address or a date and no text is a page still, so that its loss is reported.
    """
    cell = {
        target: _text(record.get(column), "\n" if target == "text" else "، ")
        for target, column in chosen.items()
    }
    text, title = cell.get("text", ""), cell.get("title", "")
    if not any(cell.values()):
        return None
    column = chosen["text"]
    if not text and (spare := cell.get("spare", "")):
        text, column = spare, chosen["spare"]
    if (lead := cell.get("lead", "")) and lead not in text:
        text = f"{lead}\n{text}"  # Factiva holds the first paragraph apart
    if "<" in text and _MARKUP.search(text):
        text = visible_text(text)
    elif "&" in text and _ENTITY.search(text):
        text = html.unescape(text).replace("\xa0", " ")
    outlet = cell.get("outlet", "") or cell.get("spare_outlet", "")
    url = cell.get("url", "")
    if outlet.startswith(("http://", "https://")):  # some call the page's address its source
        outlet, url = "", url or outlet
    shortened = SHORTENED.search(text[-40:]) or column_key(column) in _SHORT
    text_kind = "excerpt" if shortened or column == chosen.get("title") else "full"
    return Page(
        text=text,
        kind=kind,
        part=part,
        title=" ".join(html.unescape(title).split()),
        date=_day(cell.get("date", "")),
        outlet=outlet,
        host=cell.get("host", ""),
        url=url,
        author=cell.get("author", ""),
        collected=_day(cell.get("collected", "")),
        text_kind=text_kind,
    )


def _day(cell: str) -> str:
    """Return a date cell as it is; a count of seconds or days, or a date without signs, as the moment it is.

    Workbooks count days since 1899-12-30, feed readers seconds or thousandths since 1970.
    """
    if _MOMENT.fullmatch(cell):
        return datetime.fromtimestamp(int(cell[:10]), UTC).isoformat()
    if match := _COMPACT.fullmatch(cell):
        day = "-".join(match.groups()[:3])
        return day + ("T{}:{}:{}Z".format(*match.groups()[3:]) if match[4] else "")
    if match := _MIDNIGHT.fullmatch(cell):
        return match[1]  # a column of days, held as moments
    if not _SERIAL.fullmatch(cell):
        return cell
    return (date(1899, 12, 30) + timedelta(days=int(float(cell)))).isoformat()


def _text(value: Any, between: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip()
    elif isinstance(value, list):
        text = between.join(piece for entry in value if (piece := _text(entry, between)))
    elif isinstance(value, float) and value != value:  # NaN: an empty cell
        return ""
    else:
        text = str(value).strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if len(text) > 5 or text.lower() not in ("nan", "none", "null", "<na>") else ""
