"""Tokens: words, numbers and signs with their offsets."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"(?P<number>[0-9٠-٩۰-۹]+(?:[.,:/٫٬][0-9٠-٩۰-۹]+)*)"
    r"|(?P<word>[\u0621-\u063a\u0640-\u065f\u0670-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*)"
    r"|(?P<sign>\S)"
)


class Token(NamedTuple):
    """A token of the text: `text[start:end]`; kind is word, number, latin or sign."""

    start: int
    end: int
    kind: str


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space is not a token."""
    return [Token(m.start(), m.end(), m.lastgroup or "sign") for m in _TOKEN.finditer(text)]
