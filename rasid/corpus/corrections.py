"""Corrections: what an analyst has set right about an article, kept in a small file beside the corpus.

`corrections.csv` (UTF-8) has the columns `article,field,value,who,when,why`. `article` is an
`article_id` or a `source_file` (`exports/week1.csv#17`); `field` is outlet (an outlet_id, or a name of
the register), host, title, published (YYYY-MM-DD, YYYY-MM or FROM/TO), body_start or body_end (the
first or last words of the body). The later row of two for one field wins.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FIELDS: Final = ("outlet", "host", "title", "published", "body_start", "body_end")
COLUMNS: Final = ("article", "field", "value", "who", "when", "why")


@dataclass(frozen=True, slots=True)
class Correction:
    """One value set right, with who did it, when and why."""

    article: str
    field: str
    value: str
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a corpus, looked up by article_id or source_file."""

    records: tuple[Correction, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Corrections:
        """Return the corrections in `path`; rows of unknown fields are left out. No file: none."""
        if not path.is_file():
            return cls()
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = csv.DictReader(handle)
            return cls(
                tuple(
                    Correction(*(str(row.get(name) or "").strip() for name in COLUMNS))
                    for row in rows
                    if str(row.get("field") or "").strip() in FIELDS
                )
            )

    def save(self, path: Path) -> None:
        """Write the corrections to `path`, aside and then swapped in."""
        aside = path.with_suffix(".tmp")
        with aside.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow(COLUMNS)
            writer.writerows([getattr(record, name) for name in COLUMNS] for record in self.records)
        aside.replace(path)

    def add(self, records: Iterable[Correction]) -> Corrections:
        """Return these corrections with `records` after them."""
        return Corrections((*self.records, *records))

    def by_article(self) -> dict[str, dict[str, Correction]]:
        """Return article_id or source_file → field → correction."""
        found: dict[str, dict[str, Correction]] = {}
        for record in self.records:
            found.setdefault(record.article, {})[record.field] = record
        return found
