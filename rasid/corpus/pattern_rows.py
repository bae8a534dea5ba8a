"""Lists of an analyst whose rows end in a pattern: `furniture.tsv`, `templates.tsv`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from rasid.errors import bad_line


def pattern_rows(
    path: Path, kind: str, known: Callable[[str], bool]
) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Yield the rows of a list in order: two fields and a pattern, which may hold tabs.

    Args:
        path: The list; empty rows and those that begin with # are notes.
        kind: What a bad row is called in `errors.LINES`.
        known: Whether the first field may stand there.

    Raises:
        RasidError: bad-asset, naming the line, for a row that lacks a field or whose pattern is none.
    """
    for number, row in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not row.strip() or row.startswith("#"):
            continue
        first, _, rest = row.partition("\t")
        second, _, pattern = rest.partition("\t")
        try:
            if not known(first) or not pattern:
                raise re.error(row)
            yield first, second, re.compile(pattern)
        except re.error as error:
            raise bad_line(path.name, number, kind, error) from error
