"""Sentences: spans of the text that end with a stop or a line break."""

from __future__ import annotations

import re
from typing import Final

_STOPS: Final = ".!؟?…\n\r\u2028\u2029"
_CLOSERS: Final = re.compile("[\"”“»«’')\\]\u200e\u200f]*(?=\\s|$)")
# العراق.وأضاف، عام 2026.وأضاف، "كذا".وأضاف
_MISSING_SPACE: Final = re.compile(
    r"(?:[\u0620-\u065f]{3}|[0-9٠-٩]{3}|[\u0620-\u065f]{2}[\"”“»’')\]])\.[\u0620-\u064a]{3}"
)
# د. م. أ. ص. (a title, a page, an initial) and A. for Latin initials; also أ.د. and ق.م.
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\[\"«“،/])و?(?:[\u0620-\u064aA-Za-z]ـ?\.){0,3}[\u0620-\u064aA-Za-z]ـ?\.$"
)
_LIST_NUMBER: Final = re.compile(r"(?:^|[\n\r])\s*[0-9٠-٩]{1,2}\.$")
_LOOK_BACK: Final = 16


def _end_of_sentence(text: str, start: int, end: int) -> int:
    """Return where the sentence with the stops `text[start:end]` ends; 0 when it goes on."""
    stops = text[start:end]
    if not stops.isprintable():  # a line break among them
        return end
    after = text[end : end + 1]
    if after and not after.isspace():
        closed = _CLOSERS.match(text, end)
        if closed is None:
            return end if stops == "." and _MISSING_SPACE.match(text, max(0, start - 3)) else 0
        return 0 if stops == ".." else closed.end()
    if stops == "..":  # a comma in headlines: الكاظمي.. رئيس الوزراء
        return 0
    on_line = stops == "." and text[end + 1 : end + 2] not in {"", "\n", "\r"}
    return 0 if on_line and _abbreviates(text, start) else end


def _abbreviates(text: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` stands after an abbreviation or the number of a list."""
    last, second = text[stop - 1 : stop], text[stop - 2 : stop - 1]
    if last.isalpha() and last != "ـ" and second.isalpha() and second != "و":
        return False  # after a word: most stops, and cheaper than asking the patterns
    before = text[max(0, stop + 1 - _LOOK_BACK) : stop + 1]
    return bool(_ABBREVIATION.search(before) or _LIST_NUMBER.search(before))


def _places(text: str) -> list[int]:
    """Return where the stops and line breaks are; looking for each is quicker than for their class."""
    found = []
    for stop in _STOPS:
        at = text.find(stop)
        while at >= 0:
            found.append(at)
            at = text.find(stop, at + 1)
    found.sort()
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of each sentence, without its surrounding white space, in order.

    Decimals, د. and م. before a name, and list numbers do not end a sentence; closing quotation
    marks and brackets after a stop belong to the sentence they close.
    """
    spans: list[tuple[int, int]] = []
    start, run = 0, -1
    places = _places(text)
    for at, following in zip(places, [*places[1:], -1], strict=False):
        if run < 0:
            run = at
        if following != at + 1:  # the last of a run of stops
            end = _end_of_sentence(text, run, at + 1)
            run = -1
            if end > start:
                _append_trimmed(spans, text, start, end)
                start = end
    _append_trimmed(spans, text, start, len(text))
    return spans


def _append_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without its surrounding white space, if anything is left of it."""
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        left = start + len(piece) - len(piece.lstrip())
        spans.append((left, left + len(bare)))
