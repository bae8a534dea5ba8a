"""Downloads of press databases: many articles in one file, each with its headline, source and date above it.

Nexis ends each with "End of Document" and used to begin it with "1 of 25 DOCUMENTS"; Factiva ends it with
its number ("Document ASHALW0020250914el9e0001"). All print a block of lines above the text: source, day,
number of words, rights; the headline stands above them, in the old Nexis below.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Final

from rasid.corpus.page import Page
from rasid.corpus.publication.dating import read_date

_ENDS: Final = re.compile(
    r"^[ \t]*(?:End of Document|Document [A-Z]{4,8}\d{8,}[a-z0-9]{4,12})[ \t]*$", re.M
)
_STARTS: Final = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$", re.M | re.I)
_LENGTH: Final = re.compile(r"(?:Length:\s*)?[\d,٠-٩]+ (?:words|كلم(?:ة|ات))", re.I)
_BODY: Final = re.compile(r"Body|النص", re.I)
_AFTER: Final = re.compile(
    r"(?:Load-Date|Classification|Language|Publication-Type|Subject|Graphic)\b.*", re.I
)
_RIGHTS: Final = re.compile(r"(?:Copyright|©|\(c\)|حقوق|جميع الحقوق).*", re.I)
_CODE: Final = re.compile(
    r"[A-Z]{3,8}|(?:Arabic|English|العربية|عربي)|\d{1,3}|\d{1,2}:\d\d(?: ?[AP]M)?", re.I
)
_PROSE: Final = re.compile(r".{80,}[.؟!]\W*$")
_LABELLED: Final = re.compile(r"(Byline|Section|Dateline|Highlight):\s*(.*)", re.I)
_PAPER: Final = 6  # words of a paper's name
_HEAD: Final = 14  # lines between an article's headline and its text, at most


def articles_of(page: Page) -> list[Page]:
    """Return the articles of a database's download, in order; any other page comes back as it is."""
    text = page.text
    if page.whole:
        return [page]
    starts = [found.start() for found in _STARTS.finditer(text)]
    ends = [found.end() for found in _ENDS.finditer(text)]
    bounds = [*starts, len(text)] if starts else [0, *ends[:-1], len(text)]
    if not starts and not ends:
        return [page]
    parts = [text[a:b].strip("\n") for a, b in itertools.pairwise(bounds)]
    pages = [_article(page, part, f"#{n}", bool(starts)) for n, part in enumerate(parts, 1)]
    found = [one for one in pages if one is not None]
    return found if found and len(found) == len(pages) else [page]


def _article(page: Page, text: str, part: str, titled_below: bool) -> Page | None:
    """Return one article of a download, or None when its lines are not those of a database."""
    lines = [
        (m.start(), m.group().strip()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    ]
    head = lines[: _HEAD + 1]
    if titled_below:
        head = head[1:]  # the line that counts the documents
    if len(lines) < 4 or not any(_LENGTH.fullmatch(line) for _, line in head[:_HEAD]):
        return None
    first = _first_of_text(head)
    block = [line for _, line in head[:first]]
    day = next((line for line in block if _is_day(line)), "")
    after = next(
        (
            n
            for n in range(first, len(lines))
            if _AFTER.fullmatch(lines[n][1]) or _ENDS.match(lines[n][1])
        ),
        len(lines),
    )
    if after <= first or not day or not _named(block):
        return None
    title = _named(block)[-1] if titled_below else block[0]
    known = {m[1].lower(): m[2] for _, line in head if (m := _LABELLED.fullmatch(line))}
    begin = lines[first + titled_below][0]
    cuts = [(0, begin, "metadata")]
    if after < len(lines):
        cuts.append((lines[after][0], len(text), "metadata"))
    return replace(
        page,
        text=text,
        raw=False,
        whole=True,
        part=page.part + part,
        title=title,
        date=day,
        method="stated",
        outlet=_source([line for line in block if line != title], day),
        host="",
        url="",
        author=known.get("byline", ""),
        cuts=cuts,
        foreign=frozenset(),
        leads=frozenset(),
    )


def _first_of_text(head: list[tuple[int, str]]) -> int:
    """Return the number of the text's first line: below "Body", else below the last line of the block."""
    for number, (_, line) in enumerate(head):
        if _BODY.fullmatch(line):
            return number + 1
    prose = next((n for n, (_, line) in enumerate(head) if _PROSE.search(line)), len(head))
    block = (n for n, (_, line) in enumerate(head[:prose]) if _is_block(line))
    return max(block, default=-1) + 1


def _is_block(line: str) -> bool:
    return bool(
        _LENGTH.fullmatch(line) or _RIGHTS.fullmatch(line) or _CODE.fullmatch(line) or _is_day(line)
    )


def _is_day(line: str) -> bool:
    stated = read_date(line) if len(line) <= 60 and any(c.isdigit() for c in line) else None
    return stated is not None and stated.is_day


def _source(block: list[str], day: str) -> str:
    """Return the line of the block that names the paper: beside the day, above it (Nexis) or below (Factiva)."""
    at = block.index(day)
    near = [*reversed(block[:at]), *block[at + 1 :]]
    return next((line for line in _named(near) if len(line.split()) <= _PAPER), "")


def _named(block: list[str]) -> list[str]:
    """Return the lines of a block that name something: neither day nor count, rights nor label."""
    return [
        line
        for line in block
        if not (_is_block(line) or _LABELLED.fullmatch(line) or _BODY.fullmatch(line))
    ]
