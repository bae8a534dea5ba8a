"""A text with its folding, tokens and sentences, each computed once and shared by all finders."""

from __future__ import annotations

from functools import cached_property

from rasid.language.folding import Folded, fold
from rasid.language.sentences import sentences
from rasid.language.tokens import Token, tokenize


class Document:
    """A text and what the language room knows of it, computed on first use and kept.

    Attributes:
        text: The text itself; every offset of every finding counts its code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def of(cls, text: str | Document) -> Document:
        """Return `text` as a document; a document is returned as it is."""
        return text if isinstance(text, Document) else cls(text)

    @cached_property
    def folded(self) -> Folded:
        """The folded text with its offset map."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens in order."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentence spans in order."""
        return sentences(self.text)
