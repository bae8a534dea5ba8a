"""Tables as files: CSV with a byte-order mark, Excel (right to left in Arabic), file names, citations."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from rasid.charts.units import unit_in_full
from rasid.store.selection import Selection
from rasid.ui import formats, i18n
from rasid.ui.escape import safe_cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NOT_IN_NAMES = re.compile(r"[^\w\-؀-ۿ]+")
_MAX_WIDTH = 60


def file_name(lang: str, page: str, title: str, selection: Selection, extension: str = "") -> str:
    """Return a file name that says page, chart and selection, such as "راصد_المصطلحات_..._2025.csv"."""
    parts = [i18n.text("app.short", lang), i18n.text("title", lang, page=page), title]
    if len(selection.outlets) in (1, 2, 3):
        parts.append("+".join(selection.outlets))
    span = formats.iso_span(selection.date_from, selection.date_to)
    parts.append(span.replace("…/", "to-").replace("/…", "-").replace("/", "_"))
    if selection.voice != "all":
        parts.append(selection.voice)
    stem = "_".join(_NOT_IN_NAMES.sub("-", part).strip("-") for part in parts if part)[:120]
    return f"{stem}.{extension}" if extension else stem


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV: UTF-8 with byte-order mark (Excel needs it), formulas neutralised."""
    # CRLF (RFC 4180) also makes the writer quote a lone CR, which readers take for the end of a row.
    return harmless(table).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def to_excel(table: pd.DataFrame, lang: str, *, about: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a table as an Excel workbook.

    Args:
        table: The rows; headers as they shall read.
        lang: In Arabic the sheets run from right to left.
        about: Lines of a second sheet: what was selected, when, from which corpus.
    """
    import xlsxwriter  # 60 ms to import; only downloads need it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheets = [(i18n.text("excel.data", lang), harmless(table))]
    if about:
        names = [i18n.text("excel.field", lang), i18n.text("excel.value", lang)]
        sheets.append((i18n.text("excel.about", lang), pd.DataFrame(list(about), columns=names)))
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        if lang == "ar":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for column, header in enumerate(rows.columns):
            sheet.write_string(0, column, str(header), heading)
            values = rows.iloc[:, column].tolist()
            longest = max([len(str(header)), *(len(str(value)) for value in values[:200])])
            sheet.set_column(column, column, min(_MAX_WIDTH, max(8, longest + 2)))
            for line, value in enumerate(values, start=1):
                _write_cell(sheet, line, column, value, wrapped)
    book.close()
    return out.getvalue()


def _write_cell(sheet: object, line: int, column: int, value: object, cell_format: object) -> None:
    writer = sheet
    if value is None or value != value or value is pd.NaT:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        text = str(value.date()) if isinstance(value, pd.Timestamp) else str(value)
        writer.write_string(line, column, text[:32_000], cell_format)  # type: ignore[attr-defined]
    else:
        writer.write_number(line, column, value, cell_format)  # type: ignore[attr-defined]


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Return a copy whose text cells and headers no spreadsheet runs; dates as ISO text, lists joined."""
    columns = {}
    for position, name in enumerate(table.columns):
        column = table.iloc[:, position]
        if column.dtype.kind in "OTMU" or str(column.dtype) in {"str", "string", "category"}:
            column = pd.Series([_plain(value) for value in column.tolist()], dtype=object)
        columns[safe_cell(str(name))] = column.reset_index(drop=True)
    return pd.DataFrame(columns)


def _plain(value: object) -> object:
    if isinstance(value, pd.Timestamp):
        midnight = value == value.normalize()
        return str(value.date()) if midnight else str(value)
    if isinstance(value, date):
        return str(value)
    if isinstance(value, (list, tuple, set)):
        return safe_cell("، ".join(str(item) for item in value))
    return safe_cell(value)


def shown(table: pd.DataFrame, columns: Sequence[str] | None, lang: str, page: str) -> pd.DataFrame:
    """Return the named columns in order, their headers in words ("col.<name>" of the page's strings).

    A period is written as long as it is: 2025, 2025 Q3, 2025-09; weeks by their first day. A unit
    stands in the reader's language, with the text's noun beside it.
    """
    if "period" in table.columns and "grain" in table.columns:
        pairs = zip(table["period"], table["grain"], strict=True)
        written = [formats.period(day, grain) for day, grain in pairs]
        table = table.assign(period=pd.Series(written, table.index, dtype=object))
    if "unit" in table.columns and lang != "ar":
        units = [
            unit_in_full(unit, lang) if isinstance(unit, str) else unit for unit in table["unit"]
        ]
        table = table.assign(unit=pd.Series(units, table.index, dtype=object))
    names = [name for name in (columns or table.columns) if name in table.columns]
    headers: list[str] = []
    for name in names:
        key = f"col.{name}"
        header = i18n.text(key, lang, page=page) if i18n.has(key, lang, page=page) else str(name)
        headers.append(header if header not in headers else f"{header} ({name})")
    picked = table[names].copy(deep=False)
    picked.columns = pd.Index(headers)
    return picked


def with_published(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return the table with `published`: both ends of the date as one text, as far as it is known."""
    if "published_from" not in table.columns or "published" in table.columns:
        return table
    precision = table.get("published_precision", pd.Series("interval", index=table.index))
    dates = zip(table["published_from"], table["published_to"], precision, strict=True)
    return table.assign(
        published=[formats.interval(a, b, str(p), lang) or "–" for a, b, p in dates]
    )
