"""An editable list as a table: its rows to fill in, its comments, order and untouched lines kept as they are."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Final

import pandas as pd

LINE: Final = "line"
"""Column of the table that says in which line of the text a row stands, from 0; missing in new rows."""

WITHOUT_HEADER: Final[dict[str, tuple[str, ...]]] = {
    "stopwords": ("lemma", "class", "forms"), "verbs": ("past", "present"), "names": ("name",),
}  # fmt: skip
"""Lists whose first line is a row already, and what their fields are."""


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list's text, the names of its fields and what parts them: a tab or a comma."""

    text: str
    fields: tuple[str, ...]
    separator: str

    @property
    def rows(self) -> pd.DataFrame:
        """Return the rows: a text column a field, "" where a line ends early, and `line`."""
        lines = self.text.split("\n")
        places = [place for place in range(len(lines)) if self._is_row(lines[place])]
        cells = [self._cells(lines[place]) for place in places]
        table = pd.DataFrame(cells, columns=list(self.fields), dtype=object)
        return table.assign(**{LINE: pd.array(places, dtype="Int64")})

    def with_rows(self, rows: pd.DataFrame) -> str:
        """Return the text with other rows: changed ones in place, missing ones gone, new ones at the end.

        A row without any text is none; tabs and line breaks in a cell become spaces.
        """
        lines = self.text.rstrip("\n").split("\n")
        kept = rows[rows[LINE].notna()].set_index(LINE)
        given = {int(str(line)): self._tidy(row) for line, row in kept.iterrows()}
        out = []
        for place, line in enumerate(lines):
            if not self._is_row(line):
                out.append(line)
            elif any(cells := given.get(place, [])):
                out.append(
                    line
                    if cells == [_clean(c) for c in self._cells(line)]
                    else self._written(cells)
                )
        added = [self._tidy(row) for _, row in rows[rows[LINE].isna()].iterrows()]
        out += [self._written(cells) for cells in added if any(cells)]
        return "\n".join(out) + "\n"

    def _is_row(self, line: str) -> bool:
        if not line.strip() or line.startswith("#"):
            return False
        return self._cells(line) != list(self.fields)

    def _cells(self, line: str) -> list[str]:
        found = next(csv.reader([line])) if self.separator == "," else line.split("\t")
        return [*found, *[""] * len(self.fields)][: len(self.fields)]

    def _tidy(self, row: pd.Series) -> list[str]:
        return [_clean(row[name]) for name in self.fields]

    def _written(self, cells: list[str]) -> str:
        if self.separator == ",":
            out = io.StringIO()
            csv.writer(out, lineterminator="").writerow(cells)
            return out.getvalue()
        line = "\t".join(cells)
        # A list without a header ends its lines where nothing more is said.
        return line.rstrip("\t") if self.fields in WITHOUT_HEADER.values() else line


def _clean(value: object) -> str:
    """Return a cell on one line, without the tab that would part it in two; "" for none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def table_of(name: str, relative: str, text: str) -> ListTable | None:
    """Return a list as a table; None when its text cannot be one (no header, or longer lines than it)."""
    separator = "," if relative.endswith(".csv") else "\t"
    fields = WITHOUT_HEADER.get(name)
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    if fields is None and lines:
        fields = tuple(next(csv.reader([lines[0]])) if separator == "," else lines[0].split("\t"))
    if not fields or len(set(fields)) < len(fields) or LINE in fields or "" in fields:
        return None
    longest = max(
        (len(next(csv.reader([s]))) if separator == "," else s.count("\t") + 1 for s in lines),
        default=0,
    )
    return ListTable(text, fields, separator) if longest <= len(fields) else None
