"""Candidates: the lemmas a stem may belong to, each with its price.

A price is the doubt about the rule or table that leads to the lemma and the rarity of the lemma in
general text, both in powers of ten. Nothing here depends on the word the stem was cut from, so the
candidates of all stems of general text are made once, with the lexicon.
"""

from __future__ import annotations

import re
from math import log10
from typing import Final

from rasid.language import stems
from rasid.language.lexicon import Candidate, Host, Lexicon

RAREST: Final = 2e-9  # share of a lemma that general text does not know

# Doubts, in powers of ten, about what our own tables say and about what none does.
_OWN: Final = 0.0
_OWN_SURE: Final = -2.0  # with the article or the future's سـ there is no doubt left
UNKNOWN: Final = 2.5
_SURE_ARTICLE: Final = 2.0
_UNLIKELY_FIRST: Final = 1.3
_ARTICLES: Final = ("ال", "وال", "لل")
_PARTICIPLE: Final = re.compile("م[^ا](..|.و.|..[^ا].+)ة|[^م]ا..ة")  # مزمعة, مكتوفة, متطابقة, باذخة
_ACTION: Final = re.compile("ت..ي[^كهي]|ان..ا.|ا.ت.ا.|است..ا.|إ..ا.")  # تحجيم, انبهار, إمتاع
_SURE_ACTION: Final = 1.0


def host_of(lex: Lexicon, stem: str) -> Host:
    """Return a stem as the host of clitics."""
    share = lex.frequency.get(stem, 0.0)
    # Our own words are never strange, however rare.
    alone = 1.0 if stem in lex.own else lex.heard(stem)
    found = candidates(lex, stem, False, False)
    if share:
        listed = lex.forms.get(stem)
        found = tuple(
            [
                (m, price, doubt, seen - share if m == listed else seen)
                for m, price, doubt, seen in found
            ]
        )
    return found, alone, share


class EachHost:
    """The hosts of a lexicon, worked out when asked for."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex

    def get(self, stem: str) -> Host | None:
        """Return a stem as a host; None for letters that neither a table nor general text knows."""
        lex = self._lex
        known = stem in lex.forms or stem in lex.frequency or stem in lex.own
        return host_of(lex, stem) if known else None


def candidates(lex: Lexicon, stem: str, article: bool, future: bool) -> tuple[Candidate, ...]:
    """Return the lemmas of a stem with the price, the doubt and the share of general text of each."""
    # The article is part of some names: للبرازيل belongs to البرازيل.
    own = (lex.own.get("ال" + stem) if article else None) or lex.own.get(stem)
    lemma = own or lex.forms.get(stem)
    # No finite verb bears an article: التراثي is no form of راثى, nor التخفي of أخفى.
    finite = article and stem[0] in "تي" and stem[-1] not in "ةتن" and lemma in lex.verbs
    if finite and own:  # التجار and اليسرى are none
        finite = lex.own.get("ي" + stem[1:]) == lex.own.get("ت" + stem[1:]) == own
    if own and not finite:
        if future and own not in lex.verbs:
            return ()
        return (_priced(lex, own, _OWN_SURE if article or future else _OWN),)
    if lemma and not finite:
        if article:
            return (_priced(lex, stems.listed_with_article(stem, lemma), stems.LISTED),)
        return tuple([_priced(lex, *found) for found in stems.listed(lex, stem, future)])
    if stem in lex.no_words and not (article or future):
        derived: str | None = stems.NO_WORD + stem
    else:
        derived = stems.derive(lex, stem, article, future)
    if future and not derived:
        return ()
    with_article = "ال" + stem
    seen = lex.frequency.get(stem, 0.0)
    if lex.lemma_of(with_article) is None:  # التزام is a word of its own, no proof of تزام
        seen += lex.frequency.get(with_article, 0.0)
    if derived and not finite:
        lemma, doubt = derived[1:], stems.DOUBTS[derived[0]]
        weight = lex.weight.get(lemma, 0.0)
        return ((lemma, doubt - log10(max(weight, seen) + RAREST), doubt, weight),)
    if future or len(stem) < 2 + (not article):
        return ()
    return (_unknown(lex, stem, article, seen),)


def _unknown(lex: Lexicon, stem: str, article: bool, seen: float) -> Candidate:
    """A stem that no table knows, as a word of its own."""
    doubt = UNKNOWN - (_SURE_ACTION if _ACTION.fullmatch(stem) else 0.0)
    if article:
        doubt -= _SURE_ARTICLE
    elif stem.startswith(_ARTICLES) and len(stem) > 4:
        doubt += _SURE_ARTICLE  # few names begin with the letters of the article
    elif stem[0] == "و" and len(stem) > 4:
        doubt += _UNLIKELY_FIRST  # and more follow "and" than begin with waw
    return _unknown_lemma(lex, stem, article), doubt - log10(seen + RAREST), doubt, seen


def _priced(lex: Lexicon, lemma: str, doubt: float) -> Candidate:
    seen = lex.weight.get(lemma, 0.0)
    return lemma, doubt - log10(seen + RAREST), doubt, seen


def _unknown_lemma(lex: Lexicon, stem: str, article: bool) -> str:
    """Lemma of a stem no table knows: itself, or its adjective in ي (الصدريين → صدري)."""
    last = stem[-1]
    if last == "ا" and _ACTION.fullmatch(stem[:-1]) and "ال" + stem[:-1] in lex.frequency:
        return stem[:-1]  # إمتاعا, but not توشيبا
    if last in "نتةا":
        for adjective in stems.adjectives(lex, stem, article):
            if len(adjective) > 3:
                return adjective
        if last == "ة" and _PARTICIPLE.fullmatch(stem) and stem[-2] != "ا":
            return stem[:-1] if stem[:-1] in lex.frequency else stem
    return stem
