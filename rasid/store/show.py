"""Printing tables: the public contract that other programs and tests read."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import duckdb
import pyarrow.parquet as pq

from rasid.errors import RasidError
from rasid.store.schema import FACTS, PUBLIC, STORE_FILE

FORMATS: Final = ("jsonl", "csv", "parquet")
_ORDER: Final = {
    "articles": "published_from NULLS LAST, article_id",
    "outlets": "outlet_id",
    "lemmas": "lemma_id",
    "problems": "source_file, problem, detail",
    "tokens": "article_id, position",
}
_BLOCK: Final = 50_000


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles' rows to show: an outlet, and a publication interval (inclusive)."""

    outlet: str = ""
    date_from: date | None = None
    date_to: date | None = None


def show(
    table: str, store: Path, out: BinaryIO, *, form: str = "jsonl", rows: Filter | None = None
) -> None:
    """Write a public table to `out`.

    Args:
        table: One of `schema.PUBLIC`.
        store: The store folder.
        out: Where to write, as bytes.
        form: jsonl (a JSON object a line, dates as YYYY-MM-DD), csv (with BOM, for spreadsheets) or
            parquet.
        rows: Restricts tables that have an `article_id`; others are shown whole.

    Raises:
        RasidError: "no-store", "no-such-table", "no-such-format".
    """
    if table not in PUBLIC:
        raise RasidError("no-such-table", file=table, detail=", ".join(PUBLIC))
    if form not in FORMATS:
        raise RasidError("no-such-format", file=form, detail=", ".join(FORMATS))
    path = store / STORE_FILE
    if not path.is_file():
        raise RasidError("no-store", file=store)
    with duckdb.connect(str(path), read_only=True) as connection:
        sql, parameters = _query(table, rows or Filter())
        if form == "parquet":
            pq.write_table(connection.sql(sql, params=parameters).to_arrow_table(), out)
            return
        result = connection.execute(sql, parameters)
        names = [column[0] for column in result.description or ()]
        blocks = iter(lambda: result.fetchmany(_BLOCK), [])
        _write_lines(form, names, blocks, out)


def _query(table: str, rows: Filter) -> tuple[str, dict[str, Any]]:
    order = _ORDER.get(table, 'article_id, "start", "end"')
    where, parameters = [], {}
    if table == "articles" or table in FACTS:
        conditions = {
            "outlet": ("outlet_id = $outlet", rows.outlet),
            "since": ("published_to >= $since", rows.date_from),
            "until": ("published_from <= $until", rows.date_to),
        }
        for name, (condition, value) in conditions.items():
            if value:
                where.append(condition)
                parameters[name] = value
    chosen = f"WHERE article_id IN (SELECT article_id FROM articles WHERE {' AND '.join(where)})"
    return f'SELECT * FROM "{table}" {chosen if where else ""} ORDER BY {order}', parameters


def _write_lines(form: str, names: list[str], blocks: Iterator[list[Any]], out: BinaryIO) -> None:
    if form == "csv":
        out.write("\ufeff".encode())
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    if form == "csv":
        writer.writerow(names)
    for block in blocks:
        for row in block:
            values = [_plain(value) for value in row]
            if form == "csv":
                writer.writerow([_safe_cell(value) for value in values])
            else:
                text.write(
                    json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n"
                )
    text.flush()
    text.detach()


def _plain(value: object) -> object:
    """Return a value that JSON can hold; days and times in ISO 8601."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _safe_cell(value: object) -> object:
    """Return a cell that a spreadsheet will not run: text that looks like a formula gets an apostrophe."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value


def stdout() -> BinaryIO:
    """Return standard output as bytes."""
    return sys.stdout.buffer
