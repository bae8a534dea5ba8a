"""Tables become pages: csv, tsv, xlsx, parquet, json and jsonl, whatever their columns are called."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

import pyarrow.parquet as pq

from rasid.corpus.encoding import decode, sniff
from rasid.corpus.page import Page
from rasid.language import fold

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "maintext",
        "main_text",
        "article_body",
        "articlebody",
        "news_text",
        "raw_text",
        "story",
        "text_content",
        "content_text",
        "body_text",
        "plain_text",
        "clean_text",
        "النص",
        "نص",
        "نص الخبر",
        "نص المقال",
        "المتن",
        "متن",
        "المحتوى",
        "محتوى",
        "الخبر",
        "المقال",
        "التفاصيل",
        "content_html",
        "html",
        "description",
        "summary",
        "snippet",
        "excerpt",
        "وصف",
        "الملخص",
        "ملخص",
    ),
    "title": (
        "title",
        "headline",
        "head",
        "heading",
        "article_title",
        "news_title",
        "name",
        "العنوان",
        "عنوان",
        "عنوان الخبر",
        "عنوان المقال",
        "subject",
    ),
    "date": (
        "publish_date",
        "published_at",
        "publishedat",
        "published",
        "date_published",
        "datepublished",
        "publication_date",
        "pub_date",
        "pubdate",
        "date",
        "datetime",
        "published_date",
        "publishdate",
        "publisheddate",
        "date_publish",
        "time",
        "timestamp",
        "created_at",
        "article_date",
        "news_date",
        "تاريخ النشر",
        "التاريخ",
        "تاريخ",
        "تاريخ الخبر",
        "وقت النشر",
    ),
    "outlet": (
        "media_name",
        "outlet",
        "outlet_id",
        "source",
        "source_name",
        "publisher",
        "media",
        "newspaper",
        "site",
        "website",
        "site_name",
        "sitename",
        "domain",
        "source_domain",
        "news_source",
        "agency",
        "المصدر",
        "مصدر",
        "الوسيلة",
        "الصحيفة",
        "الموقع",
        "الجهة",
        "وسيلة الاعلام",
        "media_url",
    ),
    "url": (
        "url",
        "link",
        "article_url",
        "article_link",
        "source_url",
        "permalink",
        "web_url",
        "href",
        "canonical_url",
        "الرابط",
        "رابط",
        "رابط الخبر",
        "العنوان الالكتروني",
    ),
    "author": (
        "author",
        "authors",
        "byline",
        "writer",
        "creator",
        "reporter",
        "الكاتب",
        "كاتب",
        "المحرر",
        "المؤلف",
    ),
    "host": ("host", "host_id", "hosted_by"),
    "collected": (
        "collected_at",
        "collect_date",
        "indexed_date",
        "crawled_at",
        "fetched_at",
        "retrieved_at",
        "crawl_date",
        "scraped_at",
        "date_download",
        "first_captured",
        "last_updated",
    ),
}
"""The usual names of each column, best first: of two that are present the earlier is taken."""

TARGETS: Final = {"body": "text", **{name: name for name in NAMES}}
_KEY: Final = re.compile(r"[\s_\-.]+")
_LISTS: Final = (
    "articles",
    "results",
    "items",
    "data",
    "stories",
    "news",
    "docs",
    "documents",
    "entries",
    "value",
    "hits",
    "response",
    "records",
    "rows",
    "posts",
)
_MARKUP: Final = re.compile(r"</?(?:p|br|div|span|a|strong|h[1-6]|img|ul|li|table)\b[^>]*>", re.I)
# NewsAPI ends a shortened text with "[+1234 chars]"; it is the only part that is not the article's.
SHORTENED: Final = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ (?:chars|حرف\w*)\]\s*$")

csv.field_size_limit(64 * 1024 * 1024)


class NotATable(ValueError):
    """The file holds no column that could be an article's text."""


def column_key(name: str) -> str:
    """Return a column name as it is compared: folded, lower case, with `_` for spaces and signs."""
    return _KEY.sub("_", fold(str(name)).text.strip().lower()).strip("_")


_ORDER: Final = {
    target: {column_key(name): rank for rank, name in reversed(list(enumerate(names)))}
    for target, names in NAMES.items()
}


def recognise(columns: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return target → column for the columns of a table; a mapping given by hand comes first.

    Raises:
        NotATable: when neither a text nor a title column is found.
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
    if "text" not in chosen:
        raise NotATable(", ".join(names[:12]))
    return chosen


def page_of(
    record: Mapping[str, Any], chosen: Mapping[str, str], kind: str, part: str
) -> Page | None:
    """Return a record as a page; None when it has neither text nor title."""
    cell = {target: _text(record.get(column)) for target, column in chosen.items()}
    text, title = cell.get("text", ""), cell.get("title", "")
    if not text and not title:
        return None
    text_kind = "full"
    if SHORTENED.search(text[-40:]) or column_key(chosen["text"]) in {
        "description",
        "summary",
        "snippet",
        "excerpt",
    }:
        text_kind = "excerpt"
    return Page(
        text=text,
        kind=kind,
        part=part,
        title=" ".join(title.split()),
        date=cell.get("date", ""),
        outlet=cell.get("outlet", ""),
        host=cell.get("host", ""),
        url=cell.get("url", ""),
        author=cell.get("author", ""),
        collected=cell.get("collected", ""),
        text_kind=text_kind,
    )


def delimited(stream: BinaryIO, kind: str, mapping: Mapping[str, str]) -> Iterator[Page]:
    """Return the rows of a csv or tsv file; the delimiter is told from the first lines."""
    head = stream.read(1 << 20)
    stream.seek(0)
    reader = io.TextIOWrapper(stream, encoding=sniff(head), errors="replace", newline="")
    sample = decode(head).text[:20000]
    delimiter = "\t" if kind == "tsv" else _delimiter(sample)
    rows = csv.reader((line.replace("\x00", "") for line in reader), delimiter=delimiter)
    header = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
    chosen = recognise(header, mapping)
    for number, row in enumerate(rows, 1):
        record = dict(zip(header, row, strict=False))
        if page := page_of(record, chosen, kind, f"#{number}"):
            yield page


def _delimiter(sample: str) -> str:
    head = sample.split("\n", 1)[0]
    return max((",", ";", "\t", "|"), key=head.count) if head else ","


def parquet(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page]:
    """Return the rows of a parquet file, read in batches so that memory stays flat."""
    table = pq.ParquetFile(stream)
    chosen = recognise(table.schema_arrow.names, mapping)
    number = 0
    for batch in table.iter_batches(batch_size=2048, columns=list(chosen.values())):
        for record in batch.to_pylist():
            number += 1
            if page := page_of(record, chosen, "parquet", f"#{number}"):
                yield page


def workbook(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page]:
    """Return the rows of the first sheet of an .xlsx file that has an article table."""
    import openpyxl  # costs 0.2 s: only those who read a workbook pay for it

    book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    refused = ""
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        header = ["" if name is None else str(name).strip() for name in next(rows, ())]
        try:
            chosen = recognise(header, mapping)
        except NotATable as error:
            refused = refused or str(error)
            continue
        for number, row in enumerate(rows, 1):
            record = dict(zip(header, row, strict=False))
            if page := page_of(record, chosen, "xlsx", f"#{number}"):
                yield page
        return
    raise NotATable(refused)


def json_document(data: bytes, mapping: Mapping[str, str]) -> Iterator[Page]:
    """Return the articles of a JSON file: an object, a list, or a list inside an object."""
    value = json.loads(decode(data).text)
    records = _records(value)
    for number, record in enumerate(records, 1):
        part = f"#{number}" if isinstance(value, list) or len(records) > 1 else ""
        if page := _json_page(record, mapping, "json", part):
            yield page


def json_lines(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page | str]:
    """Return the articles of newline-separated JSON; a broken line comes back as its complaint."""
    encoding = sniff(stream.read(1 << 20))
    stream.seek(0)
    for number, line in enumerate(io.TextIOWrapper(stream, encoding=encoding, errors="replace"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            yield f"line {number}: {error}"
            continue
        for item in _records(record):
            if page := _json_page(item, mapping, "jsonl", f"#{number}"):
                yield page


def _json_page(record: Any, mapping: Mapping[str, str], kind: str, part: str) -> Page | None:
    if not isinstance(record, dict):
        raise NotATable("no object with named fields")
    flat = _flat(record)
    return page_of(flat, recognise(flat, mapping), kind, part)


def _records(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for name in _LISTS:
            inner = value.get(name)
            if (
                isinstance(inner, (list, dict))
                and (found := _records(inner))
                and (isinstance(inner, list) or isinstance(found, list) and found != [inner])
            ):
                if found and all(isinstance(item, dict) for item in found):
                    return found
    return [value]


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with nested objects (`source: {id, name}`, `_source: {...}`) made flat."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            if name in ("_source", "article", "document"):
                flat |= _flat(value)
            else:
                inner = (
                    value.get("name") or value.get("title") or value.get("uri") or value.get("id")
                )
                flat[name] = inner if isinstance(inner, (str, int)) else ""
        else:
            flat[name] = value
    return flat


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip()
    elif isinstance(value, list):
        text = "، ".join(piece for piece in map(_text, value) if piece)
    elif isinstance(value, float) and value != value:  # NaN: an empty cell
        return ""
    else:
        text = str(value).strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.lower() not in ("nan", "none", "null", "<na>") else ""


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes are an .xlsx package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "xl/workbook.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False
