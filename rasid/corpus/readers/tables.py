"""Tables become pages: csv, tsv, xlsx, parquet, json and jsonl."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from rasid.corpus.page import Page
from rasid.corpus.readers.encoding import LINE_BY_LINE, MIXED, decode, sniff
from rasid.corpus.readers.quoting import Rows
from rasid.corpus.readers.records import NotATableError, header_of, page_of, recognise, recognised
from rasid.corpus.readers.shapes import flat, records_of
from rasid.errors import Problem

_COMMA: Final = re.compile(r",(\s*[\]}]\s*(?:[\]}]|\Z))")
_SPREAD: Final = 64 * 1024 * 1024
_CALL: Final = re.compile(r"\s*[\w.$]{1,60}\((.*)\)\s*;?\s*\Z", re.S)
_BETWEEN: Final = re.compile(r"[\s,]*")

csv.field_size_limit(64 * 1024 * 1024)


def delimited(
    stream: BinaryIO, kind: str, mapping: Mapping[str, str]
) -> Iterator[Page | str | Problem]:
    """Return the rows of a csv or tsv file; the delimiter is told from the first lines.

    A text with the delimiter in it, and no quotes around it, falls into more cells than there are columns: put
    together again where the text is the last column, else a complaint beside what was read.
    """
    head = stream.read(1 << 20)
    stream.seek(0)
    reader = io.TextIOWrapper(stream, encoding=sniff(head), errors=LINE_BY_LINE, newline="")
    decoded = decode(head)
    sample = decoded.text[:20000]
    delimiter = "\t" if kind == "tsv" else _delimiter(sample)
    rows = Rows((line.replace("\x00", "") for line in reader), delimiter)
    header, chosen, below = header_of(rows, mapping)
    rows.expect(header, chosen)
    if below is not rows:
        rows.again()
    if not decoded.encoding.startswith("utf-") or decoded.encoding == MIXED:
        yield Problem("", "encoding-detected", decoded.encoding)
    for number, row in enumerate(rows, 1):
        if rows.repaired:
            yield Problem("", "open-quote", f"#{number}")
        beyond = [cell for cell in row[len(header) :] if cell.strip()]
        if beyond and header[-1] == chosen["text"]:
            row = [*row[: len(header) - 1], delimiter.join(row[len(header) - 1 :])]
        elif beyond:
            yield f"row {number}: {len(beyond)} more cells than columns: {beyond[0][:60]}"
        record = dict(zip(header, row, strict=False))
        if page := page_of(record, chosen, kind, f"#{number}"):
            yield page


def _delimiter(sample: str) -> str:
    """Return the sign between the columns of the first line that has any."""
    for line in sample.split("\n")[:8]:
        best = max((",", ";", "\t", "|"), key=line.count)
        if best in line:
            return best
    return ","


def parquet(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page | str]:
    """Return the rows of a parquet file, read in batches so that memory stays flat; damaged groups are named."""
    table = pq.ParquetFile(stream)
    chosen = recognise(table.schema_arrow.names, mapping)
    nested = any(pa.types.is_nested(table.schema_arrow.field(n).type) for n in chosen.values())
    columns, number = list(dict.fromkeys(chosen.values())), 0
    for group in range(table.num_row_groups):
        end = number + table.metadata.row_group(group).num_rows
        try:
            for batch in table.iter_batches(2048, row_groups=[group], columns=columns):
                for record in batch.to_pylist():
                    number += 1
                    record = flat(record) if nested else record
                    if page := page_of(record, chosen, "parquet", f"#{number}"):
                        yield page
        except (OSError, pa.ArrowException) as error:
            if table.num_row_groups == 1:
                raise
            yield f"rows {number + 1}-{end}: {str(error).splitlines()[0][:80]}"
        number = end


def workbook(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page]:
    """Return the rows of each sheet of an .xlsx file that has an article table; others are notes or sums."""
    import openpyxl  # costs 0.2 s: only those who read a workbook pay for it

    book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    refused, tables = "", 0
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        try:
            header, chosen, below = header_of(rows, mapping)
        except NotATableError as error:
            refused = refused or str(error)
            continue
        tables += 1
        place = "#" if tables == 1 else f"!{sheet.title}#"
        yield from rows_of(below, header, chosen, "xlsx", place)
    if not tables:
        raise NotATableError(refused)


def rows_of(
    rows: Iterable[Sequence[Any]],
    header: Sequence[str],
    chosen: Mapping[str, str],
    kind: str,
    place: str,
) -> Iterator[Page]:
    """Return the rows below a header as pages, numbered from 1 behind `place`."""
    for number, row in enumerate(rows, 1):
        record = dict(zip(header, row, strict=False))
        if page := page_of(record, chosen, kind, f"{place}{number}"):
            yield page


def is_table(text: str) -> bool:
    """Tell a text that is a table, whatever it is called, by its first line."""
    line = text[:2000].lstrip("\ufeff\n\r ").split("\n")[0]
    return is_header(line.split(_delimiter(line)))


def is_json(text: str) -> bool:
    """Tell a text that is JSON, whatever it is called."""
    if text.lstrip()[:1] not in ("[", "{"):
        return False
    try:
        return bool(recognised(flat(next(iter(records_of(_parsed(text, _Keys()))), {})), {}))
    except (ValueError, AttributeError):
        return False


def is_header(cells: Sequence[str]) -> bool:
    """Tell the names of columns, among them those of an article's text, its title and something else."""
    chosen = recognised([cell.strip(' \r\n"') for cell in cells], {})
    return {"text", "title"} < chosen.keys() and len(set(chosen.values())) >= 3


def json_document(data: bytes, mapping: Mapping[str, str]) -> Iterator[Page | str]:
    """Return the articles of a JSON file: an object, a list, or a list inside an object.

    A record that is none, among others that are, comes back as a complaint.
    """
    keys, text = _Keys(), decode(data).text
    try:
        value = _parsed(text, keys)
    except json.JSONDecodeError as error:
        if not (value := _before_fault(text, keys)):
            raise
        yield f"after record {len(value)}: {error}"
    records = records_of(value)
    yield from keys.complaints()
    several = isinstance(value, list) or len(records) > 1
    parts = (f"#{number}" if several else "" for number in itertools.count(1))
    yield from _some(_json_page(record, mapping, "json", next(parts)) for record in records)


class _Keys:
    """Makes objects of their named values; of a name that stands twice the last value counts, the other is noted."""

    def __init__(self) -> None:
        self._lost: list[str] = []

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(pairs)
        if len(record) < len(pairs):
            self._lost += [f"{n} twice: {str(v)[:60]}" for n, v in pairs if record[n] != v]
        return record

    def complaints(self) -> list[str]:
        lost, self._lost = self._lost, []
        return lost


def _parsed(text: str, keys: _Keys) -> Any:
    """Return the value of a JSON text; of values one after the other, with or without commas, their list.

    A call of a function around it, as servers send it to scripts, is taken off.

    Raises:
        json.JSONDecodeError: when it is neither.
    """
    try:
        return json.loads(text, object_pairs_hook=keys)
    except json.JSONDecodeError:
        call = _CALL.match(text)
        whole = _COMMA.sub(r"\1", call[1] if call else text)  # a comma behind the last entry
    try:
        return json.loads(whole, object_pairs_hook=keys)
    except json.JSONDecodeError:
        decoder, at, values = json.JSONDecoder(object_pairs_hook=keys), 0, []
    while at < len(whole):
        value, end = decoder.raw_decode(whole, at)
        values.append(value)
        at = _BETWEEN.match(whole, end).end()  # type: ignore[union-attr] # matches nothing too
    return values


def _before_fault(text: str, keys: _Keys) -> list[Any]:
    """Return the whole records of a list in a JSON text that is cut off or spoilt further down."""
    decoder, values = json.JSONDecoder(object_pairs_hook=keys), []
    at = text.find("[") + 1
    while at and text[(at := _BETWEEN.match(text, at).end()) : at + 1] == "{":  # type: ignore[union-attr]
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            break
        values.append(value)
    return values


def json_lines(stream: BinaryIO, mapping: Mapping[str, str]) -> Iterator[Page | str]:
    """Return the articles of newline-separated JSON; a broken line comes back as its complaint."""
    yield from _some(_json_lines(stream, mapping))


def _json_lines(
    stream: BinaryIO, mapping: Mapping[str, str]
) -> Iterator[Page | str | NotATableError | None]:
    encoding = sniff(stream.read(1 << 20))
    stream.seek(0)
    keys, found = _Keys(), False
    for number, line in enumerate(
        io.TextIOWrapper(stream, encoding=encoding, errors=LINE_BY_LINE), 1
    ):
        if not line.strip():
            continue
        try:
            record = json.loads(line, object_pairs_hook=keys)
        except ValueError as error:
            if not found and (records := _spread(stream)):
                yield from (_json_page(r, mapping, "jsonl", f"#{n}") for n, r in records)
                return
            yield f"line {number}: {error}"
            continue
        found = True
        yield from (f"line {number}: {lost}" for lost in keys.complaints())
        for item in records_of(record):
            yield _json_page(item, mapping, "jsonl", f"#{number}")


def _spread(stream: BinaryIO) -> list[tuple[int, Any]]:
    """Return the records of a file whose first line is no record: each may be spread over lines; [] for none."""
    stream.seek(0)
    try:
        return list(enumerate(records_of(_parsed(decode(stream.read(_SPREAD)).text, _Keys())), 1))
    except json.JSONDecodeError:
        return []


def _json_page(
    record: Any, mapping: Mapping[str, str], kind: str, part: str
) -> Page | NotATableError | None:
    if not isinstance(record, dict):
        return NotATableError("no object with named fields")
    fields = flat(record)
    if fields.get("type") == "service" and not fields.get("text"):
        return None  # a chat's note that somebody joined is no message
    try:
        return page_of(fields, recognise(fields, mapping), kind, part)
    except NotATableError as error:
        return error


def _some(read: Iterable[Page | str | NotATableError | None]) -> Iterator[Page | str]:
    """Yield the pages and complaints of what was read; a record that is no article is one beside others that are.

    Raises:
        NotATableError: when no record at all is an article.
    """
    refused: list[NotATableError] = []
    pages = 0
    for number, item in enumerate(read, 1):
        if isinstance(item, NotATableError):
            refused.append(item)
            if pages:
                yield f"record {number}: {item}"
        elif isinstance(item, Page):
            if not pages:
                yield from (f"record before the first article: {error}" for error in refused)
            pages += 1
            yield item
        elif item is not None:
            yield item
    if refused and not pages:
        raise refused[0]
