"""Rows of delimited text: those that a quotation mark nobody closed took into its cell are found again."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

_LONG: Final = 5_000  # lines of one row: more are rows run together, or one very long text
_AHEAD: Final = 500  # lines in which a row that begins below an open mark must end
_DIGITS: Final = re.compile(r"\d.*\d|[\d٠-٩۰-۹]")
_ARABIC_WORD: Final = re.compile(r"[\u0621-\u064a]{2,}")
_DATED: Final = 40  # a date cell is no longer than this
_WORDS: Final = 4  # of a text cell that nothing else vouches for


class _Lines:
    """The lines of a file, some of which may be put back; `taken` holds those of the row being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.limit = _LONG

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self.limit:
            raise StopIteration
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        return line

    def put_back(self, lines: Sequence[str]) -> None:
        self._back.extendleft(reversed(lines))

    def drop(self, count: int) -> None:
        for _ in range(count):
            self._back.popleft()


class Rows:
    """The rows of a delimited text, as `csv.reader` gives them.

    Once `expect` has said what a row is like, a row of several lines whose quotation marks do not pair is
    looked through for a line that begins a row of its own: there the open mark's row ends. `repaired` is then
    true until the next row is read, `unpaired` where the marks do not pair and the cells do not fit.
    """

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self._lines = _Lines(lines)
        self._delimiter = delimiter
        self._reader = csv.reader(self._lines, delimiter=delimiter)
        self._is_row: Callable[[Sequence[str]], bool] | None = None
        self._columns = self._text = 0
        self._dated = False
        self.repaired = False

    def expect(self, header: Sequence[str], chosen: Mapping[str, str]) -> None:
        """Say how many cells a row has and in which of them a date, an address, a title and a text stand."""
        places = {target: header.index(name) for target, name in chosen.items() if name in header}
        self._columns, self._text = len(header), places.get("text", 0)
        self._dated = not places.keys().isdisjoint({"date", "url"})
        self._is_row = lambda row: _is_row(row, len(header), places)

    def again(self) -> None:
        """Give the row given last once more: it was read before anybody knew what a row is like."""
        self._lines.put_back(self._lines.taken)

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        lines, self.repaired = self._lines, False
        lines.taken = []
        row = next(self._reader)
        plain = len(lines.taken) == 1 and len(row) == self._columns
        if self._is_row is None or (plain and lines.taken[0].count('"') % 2 == 0):
            return row
        if _pairs(lines.taken, self._delimiter):
            return row
        taken = lines.taken
        for number in range(1, len(taken)):
            if self._delimiter in taken[number] and self._begins(taken[number:]):
                return self._closed(taken[:number])
        if found := self._lenient(taken):
            return found
        if len(taken) >= _LONG:
            lines.put_back(taken)
            return self._whole()
        return self._closed(taken)

    def _whole(self) -> list[str]:
        """Return a row that is longer than rows are, in one piece."""
        self._lines.taken, self._lines.limit = [], 1 << 62
        try:
            return next(self._reader)
        finally:
            self._lines.limit = _LONG

    def _lenient(self, lines: Sequence[str]) -> list[str]:
        """Return the row that begins with these lines if only a mark before a delimiter ends a cell; [] for none.

        So are marks read that a text has in it and that its table did not double; the row may go on below.
        """
        source = self._lines
        source.put_back(lines)
        source.taken, source.limit = [], max(len(lines), _AHEAD)
        cells = _cells(source, self._delimiter)
        source.limit = _LONG
        assert self._is_row is not None
        if self._is_row(cells):
            return cells
        source.put_back(source.taken[len(lines) :])
        source.drop(len(lines) - len(source.taken))
        return []

    def _begins(self, lines: Sequence[str]) -> bool:
        """Tell whether a row begins with these lines; where it does, they are to be read again."""
        source = self._lines
        source.put_back(lines)
        source.taken, source.limit = [], _AHEAD
        row = next(self._reader)
        source.limit = _LONG
        assert self._is_row is not None
        found = self._is_row(row)
        if not found and self._dated and '"' in lines[0]:  # its own mark may be open too
            found = self._is_row(self._unmarked(lines[0]))
        if found:
            source.put_back(source.taken)
        else:
            source.put_back(source.taken[len(lines) :])
            source.drop(len(lines) - len(source.taken))
        return found

    def _closed(self, lines: Sequence[str]) -> list[str]:
        """Return the row of these lines as if its marks had been closed, as far as its cells show where."""
        self.repaired = True
        assert self._is_row is not None
        row = next(csv.reader(lines, delimiter=self._delimiter))
        missing = max(self._columns - len(row), 0)
        last = row[-1].rstrip("\r\n").rsplit(self._delimiter, missing)
        readings = (self._unmarked("".join(lines)), [*row[:-1], *map(_bare, last)])
        return next((cells for cells in readings if self._is_row(cells)), row)

    def _unmarked(self, row: str) -> list[str]:
        """Return the cells of a row read without marks: what is too many for the columns is the text's."""
        pieces = row.rstrip("\r\n").split(self._delimiter)
        end = len(pieces) - (self._columns - self._text - 1)
        text = self._delimiter.join(pieces[self._text : end])
        return [_bare(cell) for cell in (*pieces[: self._text], text, *pieces[end:])]


def _cells(lines: Iterator[str], delimiter: str) -> list[str]:
    r"""Return the cells of the next row; a mark opens a cell only at its start, closes it only at its end.

    Databases write a mark within a text as \".
    """
    cells: list[str] = []
    closing = re.compile(rf'(?<!["\\])(?:"")*"(?!")(?=[{re.escape(delimiter)}\r\n]|$)')
    line = next(lines, "")
    while True:
        if not line.startswith('"'):
            cell, more, line = line.partition(delimiter)
            cells.append(cell.rstrip("\r\n"))
        else:
            cell, at = line[1:], 0
            while (end := closing.search(cell, at)) is None:
                at = len(cell)
                if not (below := next(lines, "")):
                    return [*cells, cell]
                cell += below
            cells.append(cell[: end.end() - 1].replace('""', '"').replace('\\"', '"'))
            more, line = cell[end.end() : end.end() + 1], cell[end.end() + 1 :]
        if more != delimiter:
            return cells


def _bare(cell: str) -> str:
    return cell.strip().strip('"').replace('""', '"').strip()


def _pairs(lines: Sequence[str], delimiter: str) -> bool:
    """Tell whether the quotation marks of a row pair, each cell's at its two ends."""
    try:
        next(csv.reader(lines, delimiter=delimiter, strict=True), None)
    except csv.Error:
        return False
    return len(lines) < _LONG


def _is_row(row: Sequence[str], columns: int, places: Mapping[str, int]) -> bool:
    """Tell a row of the table: as many cells as columns, the date and address cells what they should be.

    Where neither says so, the title and the text must be words; a text alone may be any line of a longer one.
    """
    if len(row) != columns:
        return False
    cell = {target: row[place].strip() for target, place in places.items()}
    date, url = cell.get("date", ""), cell.get("url", "")
    if date and (len(date) > _DATED or not _DIGITS.search(date)):
        return False
    if url and (" " in url or not re.search(r"[./]", url)):
        return False
    if date or url:
        return True
    text = cell.get("text", "")
    if len(_ARABIC_WORD.findall(text)) < _WORDS:
        return False
    if "title" in places:
        return bool(_ARABIC_WORD.search(cell["title"]))
    return all(c and " " not in c for c in map(str.strip, row) if c != text)
