"""Where on a web page its article stands: from its title to the heading of another, and the parts that are not it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from rasid.corpus.body.lines import Line, overlap
from rasid.corpus.web.nodes import Block, Parts, heading_of
from rasid.corpus.web.parts import parts_apart
from rasid.language import fold

_FOREIGN: Final = 0.1  # so little of a title in the text: it is another article's
_OWN: Final = 0.34
_WORDS: Final = 4


class Region:
    """The blocks between an article's title and the next article's.

    Attributes:
        found: The page's blocks in order.
        start: The number of the title's block, its `h1` first; -1 when the page shows none.
        end: The number of the block where another article's heading stands, else how many blocks there are.
    """

    def __init__(self, found: list[Block], title: str) -> None:
        self.found = found
        self.start = self._title(title)
        self.end = self._end(title)

    @cached_property
    def parts(self) -> Parts:
        """The elements that are not the article."""
        heading = self.found[self.start].element if self.start >= 0 else None
        return Parts(parts_apart(self.found, heading, self.start + 1, self.end))

    def own_heading(self, title: str, kept: Iterable[int]) -> str:
        """Return the page's `h1` where its metadata bear another article's title, else nothing.

        The text tells the heading and nothing of the title, which the page shows nowhere.
        """
        if self.start < 0 or not title or heading_of(self.found[self.start].element) != "h1":
            return ""
        shown = self.found[self.start].text
        if (
            len(shown.split()) < _WORDS
            or _is_title(shown, title)
            or _folded(shown) in _folded(title)
        ):
            return ""
        text = [Line(self.found[n].text, 0, len(self.found[n].text), n, True) for n in sorted(kept)]
        stated, heading = (Line(line, 0, len(line), 0, True) for line in (title, shown))
        if overlap(stated, [*text, heading]) > _FOREIGN or overlap(heading, text) < _OWN:
            return ""
        return "" if any(_is_title(block.text, title) for block in self.found) else shown

    def _title(self, title: str) -> int:
        same = [n for n, block in enumerate(self.found) if _is_title(block.text, title)]
        first = [n for n in same if heading_of(self.found[n].element) == "h1"]
        headings = (n for n, b in enumerate(self.found) if heading_of(b.element) == "h1")
        return next(iter(first or same), next(headings, -1))

    def _end(self, title: str) -> int:
        for number in range(self.start + 1, len(self.found) if self.start >= 0 else 0):
            block = self.found[number]
            another = heading_of(block.element) == "h1" and len(block.text.split()) >= 2
            if another and not _is_title(block.text, title):
                return number
        return len(self.found)


def _is_title(text: str, title: str) -> bool:
    """Tell a block that says the title; folding drops marks and opens ligatures, so lengths may differ somewhat."""
    if not title or not len(title) <= 2 * len(text) <= 4 * len(title):
        return False
    return _folded(text) == _folded(title)


def _folded(text: str) -> str:
    return " ".join(fold(text).text.lower().split())
