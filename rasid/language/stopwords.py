"""Stopwords: closed-class words that carry no topic."""

from __future__ import annotations

_CLOSED = frozenset("من في علي الي عن ان كان قد لا لم لن ما هذا هذه ذلك التي الذي و او ثم بعد قبل مع كل هو هي".split())


def is_stopword(lemma: str) -> bool:
    """Tell whether a lemma is a closed-class word."""
    return lemma in _CLOSED
