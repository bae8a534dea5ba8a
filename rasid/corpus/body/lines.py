"""The lines of a raw page and what can be measured of one line alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rasid.language import fold

_WORD: Final = re.compile(r"[^\W_]+")
_CLOSERS: Final = r"[\"”“»'’)\]\s\u200e\u200f]*"
_SENTENCE_END: Final = re.compile(rf"[.!؟?…:؛]{_CLOSERS}$")
_FULL_STOP: Final = re.compile(rf"(?<![.])[.]{_CLOSERS}$")
_INNER_STOP: Final = re.compile(r"(?<![.\d])(?<!\b[^\W\d_])[.][\"”»)]?\s+\S")
_TWO_DOTS: Final = re.compile(r"\w\s?(?:\.{2,}|…)\s?\w")  # parts the halves of a headline
_BLANKS: Final = re.compile(r"[\s\u200e\u200f\u200b]+")
_LATIN: Final = re.compile(r"[A-Za-z]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_AFFIX: Final = re.compile(r"^(?:وال|فال|بال|كال|لل|ال|و(?=\w{4}))")

STAMP: Final = re.compile(r"date (\d{4}-\d\d(?:-\d\d)?)(?:\s+|$)")
"""Some collections write the page's own metadata date before its text, as `date 2025-08-17`."""

PROSE_WORDS: Final = 9
LONG_WORDS: Final = 28
"""A line this long is running text even without a full stop: headlines have at most some 25 words."""


_UNSTOPPED_WORDS: Final = 13
_HEADS: Final = 4  # long lines of a page among which its title is
_CLOSING: Final = 16  # characters at a line's end that hold its stop and what closes after it


class Line:
    """One non-empty line of a source: `source[start:end]`, without its surrounding white space."""

    running = False  # a piece of a paragraph that its copy has broken

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        number: int,
        gap: bool,
        folded: str | None = None,
        page: Lines | None = None,
    ) -> None:
        self.start, self.end, self.number = start, end, number
        self.text = source[start:end]
        self.gap = gap  # an empty line stands before it
        self.gap_after = False
        self._folded = folded  # of the whole line: folding a page at once costs a tenth
        self._page = page
        self.told: dict[str, bool] = {}  # what rules asked often have said of it

    @property
    def unstopped(self) -> bool:
        """Whether its author sets no full stops: then length alone tells a paragraph."""
        return self._page is not None and self._page.sets_no_stops

    @cached_property
    def folded(self) -> str:
        """The line folded, in lower case, its white space single."""
        folded = fold(self.text).text if self._folded is None else self._folded
        return _BLANKS.sub(" ", folded.lower()).strip()

    @cached_property
    def words(self) -> list[str]:
        """The folded words and numbers of the line."""
        return _WORD.findall(self.folded)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The first letters of its longer words: enough to tell whether two lines share a topic."""
        return frozenset(_AFFIX.sub("", word)[:4] for word in self.words if len(word) > 3)

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends as a sentence does, or holds the end of one."""
        return bool(_SENTENCE_END.search(self.text) or _INNER_STOP.search(self.text))

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line is a paragraph of running text rather than a heading, label or list item.

        A single full stop at its end or inside it tells; a question mark or two dots do not, since
        headlines have them too.
        """
        if self.running:
            return True
        count = len(self.text.split())
        if count < PROSE_WORDS:
            return False
        if count >= LONG_WORDS or _FULL_STOP.search(self.text[-_CLOSING:]):
            return True
        if count < (_UNSTOPPED_WORDS if self.unstopped else 15):
            return False
        return self.unstopped or bool(
            _SENTENCE_END.search(self.text) or _INNER_STOP.search(self.text)
        )

    @cached_property
    def arabic(self) -> float:
        """The share of Arabic among the letters of the line; 1.0 when it has no letters."""
        latin = len(_LATIN.findall(self.text))
        if not latin:
            return 1.0
        letters = len(_LETTER.findall(self.text))
        return (letters - latin) / letters


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set: how the rules write their lists."""
    return frozenset(text.split())


class Lines(list[Line]):
    """The lines of a source, in order."""

    @cached_property
    def sets_no_stops(self) -> bool:
        """Whether its paragraphs end without full stops; asked for few of the cells that a program has filled."""
        return _sets_no_stops(self)


def split_lines(source: str, *, at_once: bool = True) -> list[Line]:
    """Return the non-empty lines of a source, in order.

    at_once: whether all lines are folded together, for a page whose every line is judged.
    """
    lines = Lines()
    start, gap = 0, True
    pieces = source.split("\n")
    folded: Sequence[str | None] = [None] * len(pieces)
    if at_once and len(whole := fold(source).text.split("\n")) == len(pieces):
        folded = whole  # else the fold makes or drops a line end: fold line by line
    for piece, folded_piece in zip(pieces, folded, strict=True):
        end = start + len(piece)
        text = piece.strip(" \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\ufeff\u3000")
        if text:
            left = start + piece.find(text)
            lines.append(Line(source, left, left + len(text), len(lines), gap, folded_piece, lines))
            if len(lines) > 1:
                lines[-2].gap_after = gap
            gap = False
        else:
            gap = True
        start = end + 1
    if lines:
        lines[-1].gap_after = True
        stamp = STAMP.match(lines[0].text)
        if stamp and stamp.end() < len(lines[0].text):  # the stamp stands outside the first line
            head = lines[0]
            lines[0] = Line(source, head.start + stamp.end(), head.end, 0, head.gap, page=lines)
            lines[0].gap_after = head.gap_after
    return lines


def _sets_no_stops(lines: list[Line]) -> bool:
    """Tell a page whose paragraphs end without full stops: two long lines or more, at most one stopped."""
    open_ended = stopped = 0
    seen: set[str] = set()
    heads: list[str] = []  # a title stands twice on many a page, alone and beside the site's name
    for line in lines:
        if len(line.text) < _UNSTOPPED_WORDS * 3 or len(line.text.split()) < _UNSTOPPED_WORDS:
            continue
        again = any(line.text.endswith(head) or head.endswith(line.text) for head in heads)
        if line.text in seen or again or _TWO_DOTS.search(line.text):
            continue
        seen.add(line.text)
        if len(heads) < _HEADS:
            heads.append(line.text)
        if _FULL_STOP.search(line.text[-_CLOSING:]):
            stopped += 1
        else:
            open_ended += 1
            stopped += bool(_INNER_STOP.search(line.text))
        if stopped > 1:  # nearly every page is told by its first paragraphs
            return False
    return open_ended >= 2


def overlap(line: Line, others: list[Line]) -> float:
    """Return which share of the line's longer words some of `others` hold too."""
    if not line.stems:
        return 0.0
    pool: set[str] = set()
    for other in others:
        pool |= other.stems
    return len(line.stems & pool) / len(line.stems)
