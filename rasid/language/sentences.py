"""Sentences: spans of the text that end with a stop or a line break."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"(?:[.!؟?…]+[\"”»“)\]]*(?=\s|$)|\n+)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of each sentence, without its surrounding white space, in order."""
    spans = []
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.end() if match else len(text)
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            spans.append((left, start + len(piece.rstrip())))
        start = end
    return spans
