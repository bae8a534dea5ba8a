"""A text with its folding, tokens and sentences, each computed once and shared by all finders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import local
from typing import Any, Final

from rasid.language.folding import Folded, fold, fold_together
from rasid.language.sentences import sentences
from rasid.language.tokens import Token, tokenize
from rasid.language.word_types import Cut, cuts_of

_TOGETHER: Final = 25
"""Texts folded and cut in one pass: what it works on stays in the processor's cache."""


class _Last(local):
    """The last text that a thread asked for by itself."""

    document: Document | None = None


_LAST: Final = _Last()


class Document:
    """A text and what the language room knows of it, computed on first use and kept.

    Attributes:
        text: The text itself; every offset of every finding counts its code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._kept: dict[str, Any] = {}

    @classmethod
    def cut_together(cls, documents: Sequence[Document]) -> None:
        """Fold and cut documents some at a time: half the cost of one after the other, most of which is by the call."""
        for first in range(0, len(documents), _TOGETHER):
            some = [document for document in documents[first : first + _TOGETHER] if document.text]
            together = fold_together([document.text for document in some])
            if together is None:  # each by itself, when it is asked for
                continue
            for document, folded in zip(some, together.each, strict=True):
                document.__dict__["folded"] = folded
            held = [n for n, folded in enumerate(together.each) if folded.text]
            if not held:
                continue
            cuts = cuts_of(
                [together.each[n].text for n in held],
                together.text,
                together.codes,
                together.starts.take(held),
                together.ends.take(held),
            )
            for n, cut in zip(held, cuts, strict=True):
                some[n].__dict__["cut"] = cut

    @classmethod
    def of(cls, text: str | Document) -> Document:
        """Return `text` as a document; a document is returned as it is, and so is that of the same text just before.

        Whoever asks five finders in turn for what one text says has it folded and cut once.
        """
        if isinstance(text, Document):
            return text
        last = _LAST.document
        if last is None or last.text != text:
            last = _LAST.document = cls(text)
        return last

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
