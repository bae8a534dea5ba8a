"""The search language: text in, a tree out, and a message that says where it went wrong.

انسحاب            the word's lemma, so also والانسحاب، بالانسحاب، انسحابها
"بالانسحاب"       that surface only; several words: exactly that sequence
أمريك*            any word type of that shape
/^است.*ال$/       a regular expression over one word type
القوات الأجنبية   one after the other
قوات ~5 قاعدة     at most five words apart, in either order, within a sentence
انسحاب OR خروج    either; | means the same
(انسحاب OR خروج) القوات
عبد المهدي        also عبدالمهدي, and the other way round; the same of أبو (`compounds`)
2026              that number, in whatever digits; numbers and signs count in no distance
F-16              cut into words and numbers as texts are; Latin letters without regard to case
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rasid.errors import RasidError
from rasid.language import tokenize

MAX_CHARACTERS: Final = 300
MAX_WORDS: Final = 30
MAX_DISTANCE: Final = 50
DEFAULT_DISTANCE: Final = 5

_QUOTES: Final = {'"': '"', "“": "”", "”": "“", "«": "»", "„": "“"}
_SPECIAL: Final = frozenset('"“”«»„()|~')


class QueryError(RasidError):
    """A search that cannot be read; `position` counts the characters before the fault."""

    def __init__(self, code: str, query: str, position: int, detail: object = None) -> None:
        self.position = position
        super().__init__(code, file=query, detail=position + 1 if detail is None else detail)


@dataclass(frozen=True, slots=True)
class Word:
    """A word: finds the forms of its lemma."""

    text: str


@dataclass(frozen=True, slots=True)
class Surface:
    """One word type as spelled."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in digits."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over word types; `whole`: the type matches it from end to end."""

    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts that follow each other directly within a sentence."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Two parts at most `distance` words apart within a sentence, in either order."""

    left: Node
    right: Node
    distance: int


@dataclass(frozen=True, slots=True)
class Either:
    """Any of its options."""

    options: tuple[Node, ...]


Leaf = Word | Surface | Number | Pattern
Node = Leaf | Sequence | Near | Either


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str  # word, quoted, regex, near, or, open, close
    text: str
    at: int


def parse(query: str) -> Node:
    """Return the tree of a search expression.

    Raises:
        QueryError: Its text says what is wrong and at which character.
    """
    if len(query) > MAX_CHARACTERS:
        raise QueryError("query-too-long", query[:20] + "…", MAX_CHARACTERS, MAX_CHARACTERS)
    pieces = _pieces(query)
    if sum(piece.kind in ("word", "quoted", "regex") for piece in pieces) > MAX_WORDS:
        raise QueryError("query-too-long", query[:20] + "…", 0, MAX_WORDS)
    return _Parser(query, pieces).parse()


def _pieces(query: str) -> list[_Piece]:
    """Cut the query into its pieces."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(query):
        letter = query[at]
        if letter.isspace():
            at += 1
        elif letter in _QUOTES:
            piece, at = _quoted(query, at)
            pieces.append(piece)
        elif letter == "/":
            piece, at = _regex(query, at)
            pieces.append(piece)
        elif letter == "~":
            digits = re.compile(r"\d*").match(query, at + 1)
            end = digits.end() if digits else at + 1
            pieces.append(_Piece("near", query[at + 1 : end], at))
            at = end
        elif letter in "()|":
            pieces.append(_Piece({"(": "open", ")": "close", "|": "or"}[letter], letter, at))
            at += 1
        else:
            end = at
            while end < len(query) and not query[end].isspace() and query[end] not in _SPECIAL:
                end += 1
            text = query[at:end]
            pieces.append(_Piece("or" if text == "OR" else "word", text, at))
            at = end
    return pieces


def _quoted(query: str, at: int) -> tuple[_Piece, int]:
    closing = _QUOTES[query[at]]
    end = next((i for i in range(at + 1, len(query)) if query[i] in (closing, '"')), -1)
    if end < 0:
        raise QueryError("query-open-quote", query, at)
    if not query[at + 1 : end].strip():
        raise QueryError("query-no-word", query, at + 1)
    return _Piece("quoted", query[at + 1 : end], at), end + 1


def _regex(query: str, at: int) -> tuple[_Piece, int]:
    end = at + 1
    while end < len(query) and query[end] != "/":
        end += 2 if query[end] == "\\" else 1
    if end >= len(query):
        raise QueryError("query-open-regex", query, at)
    text = query[at + 1 : end]
    try:
        re.compile(text)
    except re.error as error:
        raise QueryError("query-bad-regex", query, at + 1 + (error.pos or 0)) from error
    # What RE2 lacks can also take exponential time: look-around, back references, possession.
    unsupported = re.search(r"\(\?<?[=!]|\\[1-9]|\(\?P=|\(\?>|\(\?\(|[*+?}]\+", text)
    if unsupported:
        raise QueryError("query-bad-regex", query, at + 1 + unsupported.start())
    if not text:
        raise QueryError("query-no-word", query, at + 1)
    return _Piece("regex", text, at), end + 1


class _Parser:
    """Recursive descent: either > near > sequence > item."""

    def __init__(self, query: str, pieces: list[_Piece]) -> None:
        self.query = query
        self.pieces = pieces
        self.at = 0

    def parse(self) -> Node:
        node = self.either()
        if self.at < len(self.pieces):
            raise QueryError("query-extra-paren", self.query, self.pieces[self.at].at)
        return node

    @property
    def kind(self) -> str:
        return self.pieces[self.at].kind if self.at < len(self.pieces) else ""

    def either(self) -> Node:
        options = [self.near()]
        while self.kind == "or":
            self.at += 1
            options.append(self.near())
        return options[0] if len(options) == 1 else Either(tuple(options))

    def near(self) -> Node:
        node = self.sequence()
        while self.kind == "near":
            piece = self.pieces[self.at]
            distance = int(piece.text) if piece.text else DEFAULT_DISTANCE
            if not 1 <= distance <= MAX_DISTANCE:
                raise QueryError("query-distance", self.query, piece.at)
            self.at += 1
            node = Near(node, self.sequence(), distance)
        return node

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.kind in ("word", "quoted", "regex", "open"):
            parts.extend(self.item())
        if not parts:
            at = self.pieces[self.at].at if self.at < len(self.pieces) else len(self.query)
            raise QueryError("query-no-word", self.query, at)
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def item(self) -> list[Node]:
        piece = self.pieces[self.at]
        self.at += 1
        if piece.kind == "open":
            node = self.either()
            if self.kind != "close":
                raise QueryError("query-open-paren", self.query, piece.at)
            self.at += 1
            return [node]
        if piece.kind == "quoted":
            return self._tokens(Surface, piece)
        if piece.kind == "regex":
            return [Pattern(piece.text)]
        if "*" in piece.text:
            if not piece.text.strip("*"):
                raise QueryError("query-no-word", self.query, piece.at)
            shape = ".*".join(re.escape(part) for part in piece.text.split("*"))
            return [Pattern(shape, whole=True)]
        return self._tokens(Word, piece)

    def _tokens(self, kind: type[Word] | type[Surface], piece: _Piece) -> list[Node]:
        """Cut a piece as texts are cut, so that what is typed meets what was read; signs are left out."""
        found: list[Node] = [
            (Number if token.kind == "number" else kind)(piece.text[token.start : token.end])
            for token in tokenize(piece.text)
            if token.kind != "sign"
        ]
        if not found:
            raise QueryError("query-no-word", self.query, piece.at)
        return found


def leaves(node: Node) -> list[Leaf]:
    """Return the words of a tree from left to right."""
    if isinstance(node, Sequence):
        return [leaf for part in node.parts for leaf in leaves(part)]
    if isinstance(node, Either):
        return [leaf for option in node.options for leaf in leaves(option)]
    if isinstance(node, Near):
        return leaves(node.left) + leaves(node.right)
    return [node]
