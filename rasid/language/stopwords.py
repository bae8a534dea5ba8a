"""Stopwords: function words, and separate lists of quantifying nouns and of what every news report says."""

from __future__ import annotations

from functools import cache

from rasid.language.closed_class import closed_class, lemma_key
from rasid.settings import asset


def is_stopword(lemma: str) -> bool:
    """Tell whether a lemma (as `lemmatize` returns it) is a function word.

    The list is `assets/lexicon/stopwords.tsv`, without the quantifiers; a form with clitics is caught
    through its lemma.
    """
    return lemma in closed_class().lemmas and lemma not in _listed("quantifiers")


def is_quantifier(lemma: str) -> bool:
    """Tell whether a lemma is a noun that only says how much of what follows (كل، بعض، غير، أي).

    The list is `assets/lexicon/quantifiers.tsv`. Stores hide these words together with the stopwords; what
    is no longer in `stopwords.tsv` is hidden no longer.
    """
    return lemma in _listed("quantifiers") and lemma in closed_class().lemmas


def is_boilerplate(lemma: str) -> bool:
    """Tell whether a lemma belongs to the wording of any news report (قال، أضاف، المصدر).

    The list is `assets/lexicon/boilerplate.tsv`. It is separate from the stopwords because whether
    to leave these words out is the reader's choice.
    """
    return lemma in _listed("boilerplate")


@cache
def _listed(name: str) -> frozenset[str]:
    lines = asset(f"lexicon/{name}.tsv").read_text(encoding="utf-8").splitlines()
    words = (line.split("#", 1)[0].strip() for line in lines)
    return frozenset(lemma_key(word) for word in words if word)
