"""A text with its folding, tokens and sentences, each computed once and shared by all finders."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from rasid.language.folding import Folded, fold
from rasid.language.sentences import sentences
from rasid.language.tokens import Token, tokenize
from rasid.language.word_types import Cut


class Document:
    """A text and what the language room knows of it, computed on first use and kept.

    Attributes:
        text: The text itself; every offset of every finding counts its code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._kept: dict[str, Any] = {}

    @classmethod
    def of(cls, text: str | Document) -> Document:
        """Return `text` as a document; a document is returned as it is."""
        return text if isinstance(text, Document) else cls(text)

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what a rule keeps of this text under a name, made at the first call."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @cached_property
    def folded(self) -> Folded:
        """The folded text with its offset map."""
        return fold(self.text)

    @cached_property
    def cut(self) -> Cut:
        """The words of the folded text and the gaps between them."""
        return Cut(self.folded.text, self.folded.codes)

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens in order."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentence spans in order."""
        return sentences(self.text)
