"""Statements and their speakers."""

from __future__ import annotations

from rasid.findings.reading import Reading
from rasid.findings.types import Statement
from rasid.language import Document


def find_speech(text: str | Document | Reading) -> list[Statement]:
    """Return the statements of a text."""
    return []


def quoted_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the spans of the text that stand inside quotation marks or attributed speech."""
    spans = sorted(reading.folded.span(*quote) for quote in reading.quotes)
    spans += [(s.content_start, s.content_end) for s in find_speech(reading)]
    return merged(spans)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans sorted, overlapping ones made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return found
