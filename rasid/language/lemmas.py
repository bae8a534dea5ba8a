"""Lemmas: the dictionary word that groups the forms of a word."""

from __future__ import annotations

from functools import lru_cache

import simplemma

from rasid.language.folding import fold


@lru_cache(maxsize=500_000)
def lemmatize(word: str) -> str:
    """Return the lemma that groups `word` with its other forms."""
    return fold(simplemma.lemmatize(word, lang="ar") if word else word).text
