"""Reads the bundled digests for the checks here, by the letter of corpus/README.md."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from rasid.language import fold_word, tokenize
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"


@dataclass(frozen=True)
class Digest:
    """A digest as its file gives it."""

    name: str
    front: dict[str, str]
    body: str

    @property
    def published(self) -> tuple[date, date] | None:
        """The interval of publication, None where nothing is known."""
        if "published" not in self.front:
            return None
        days = [date.fromisoformat(day) for day in self.front["published"].split("/")]
        return days[0], days[-1]

    @property
    def words(self) -> list[str]:
        """The folded words and numbers of the body."""
        return words(self.body)

    @property
    def long(self) -> bool:
        """Whether it is one of the five long digests."""
        return self.front["facts"].startswith("seed ")


def words(text: str) -> list[str]:
    """Return the folded words and numbers of a text."""
    return [fold_word(text[t.start : t.end]) for t in tokenize(text) if t.kind != "sign"]


@cache
def digests() -> list[Digest]:
    """Return every bundled digest, in the order of the file names."""
    found = []
    for path in sorted(CORPUS.glob("*.md")):
        if path.name == "README.md":
            continue
        head, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        assert head == "", f"{path.name}: text before the front matter"
        pairs = (line.split(": ", 1) for line in front.splitlines())
        found.append(Digest(path.name, dict(pairs), body.strip()))
    return found


@cache
def outlets() -> dict[str, dict[str, str]]:
    """Return the rows of outlets.csv by identifier."""
    with (CORPUS / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        return {row["outlet_id"]: row for row in csv.DictReader(lines)}
