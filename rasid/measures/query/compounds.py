"""Names written as one word or as two, in texts and searches: عبد المهدي and عبدالمهدي, أبو مهدي and ابومهدي."""

from __future__ import annotations

import re
from typing import Final

from rasid.language import fold
from rasid.measures.query.syntax import Either, Near, Node, Sequence, Word, parse

_PREFIX: Final = "[وف]?[بلك]?"
_SERVANT: Final = re.compile(rf"{_PREFIX}عبد")
_SERVANT_OF: Final = re.compile(rf"(?P<head>{_PREFIX}عبد)(?P<rest>ال\w{{2,}})")
_FATHER: Final = re.compile(rf"(?P<prefix>{_PREFIX})اب[ويا]")
_FATHER_OF: Final = re.compile(rf"(?P<prefix>{_PREFIX})اب[ويا](?P<rest>\w{{3,}})")
_CASES: Final = ("ابو", "ابي", "ابا")


def parsed(query: str, *, folding: bool = True) -> Node:
    """Return the tree of a search in which such a name finds both spellings; without folding only that typed.

    Raises:
        QueryError: When the search cannot be read.
    """
    node = parse(query)
    return _both(node) if folding else node


def _both(node: Node) -> Node:
    if isinstance(node, Word):
        return _apart(node)
    if isinstance(node, Sequence):
        return _joined(list(node.parts))
    if isinstance(node, Either):
        return Either(tuple(map(_both, node.options)))
    if isinstance(node, Near):
        return Near(_both(node.left), _both(node.right), node.distance)
    return node


def _apart(word: Word) -> Node:
    """Return a name written as one word as that or two: عبدالله or عبد الله."""
    text = fold(word.text).text
    if match := _SERVANT_OF.fullmatch(text):
        return Either((word, Sequence((Word(match["head"]), Word(match["rest"])))))
    if match := _FATHER_OF.fullmatch(text):
        return Either((word, *_fathers(match["prefix"], Word(match["rest"]))))
    return word


def _joined(parts: list[Node]) -> Node:
    """Return a sequence in which each name written as two words is those or one."""
    found: list[Node] = []
    while parts:
        part = parts.pop(0)
        following = parts[0] if parts else None
        if isinstance(part, Word) and isinstance(following, Word):
            whole = _whole(part, following)
            if whole is not None:
                found.append(whole)
                parts.pop(0)
                continue
        found.append(_both(part))
    return found[0] if len(found) == 1 else Sequence(tuple(found))


def _whole(first: Word, second: Word) -> Node | None:
    """Return two words as those or one, where the first is what such names begin with."""
    head, rest = fold(first.text).text, fold(second.text).text
    if _SERVANT.fullmatch(head) and rest.startswith("ال"):
        return Either((Sequence((first, second)), Word(head + rest)))
    father = _FATHER.fullmatch(head)
    return Either(tuple(_fathers(father["prefix"], second))) if father else None


def _fathers(prefix: str, rest: Word) -> list[Node]:
    """Return the name of somebody's father in each case, as one word and as two: أبو مهدي, أبي مهدي, ابومهدي."""
    name = fold(rest.text).text
    heads = Either(tuple(Word(prefix + case) for case in _CASES))
    return [Sequence((heads, rest)), *(Word(prefix + case + name) for case in _CASES)]
