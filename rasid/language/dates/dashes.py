"""The folded text in which numbers are read: a tatweel away from letters is a dash (18ـ19/10، 2 ـ 4 / 6 / 1436هـ)."""

from __future__ import annotations

import re
from typing import Final

from rasid.language.document import Document
from rasid.language.folding import Folded, fold
from rasid.language.numbers_scan import Words, scan, scan_cut

TATWEEL: Final = "\u0640"
# The tatweel comes first: it is what the search for a pattern's first letter finds quickly.
_BETWEEN_NUMBERS: Final = re.compile(
    f"{TATWEEL}(?:(?<=[0-9٠-٩]{TATWEEL})|(?<=[0-9٠-٩] {TATWEEL})){TATWEEL}*(?= |[0-9٠-٩])"
)


def with_dashes(document: Document) -> Folded:
    """Return the folded text of a document, with a dash for each tatweel between a number and another or a blank."""
    if TATWEEL not in document.text:
        return document.folded
    dashed: Folded | None = document.kept("dashed", lambda: _dashed(document.text))
    return dashed or document.folded


def scan_of(document: Document) -> Words:
    """Return the words of `with_dashes`, found once for all who read numbers."""
    folded = with_dashes(document)
    if folded is not document.folded:
        return scan(folded.text)
    found: Words = document.kept("scan", lambda: scan_cut(folded.text, document.cut))
    return found


def _dashed(text: str) -> Folded | None:
    dashed, count = _BETWEEN_NUMBERS.subn(_dash, text)
    return fold(dashed) if count else None


def _dash(match: re.Match[str]) -> str:
    """Return a dash of the same length as what it stands for, so that offsets stay."""
    return match[0].replace(TATWEEL, "-")
