"""Lemmas: the dictionary word that groups the forms of a word, and the form to show for it.

A written form is analysed once: a process remembers it, a store keeps it with its lemma
(`base.forms`), so a rebuild analyses only forms never met, until a list in `assets/lexicon/` or
the program changes. Between processes the finished lexicon is kept too (`lexicon_cache.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from rasid.language.analysis import Analysis, analyse, forget
from rasid.language.folding import fold_word
from rasid.language.lexicon import lexicon

# Seats of hamza, ة and ى tell words apart (قوى, قوي), so look-ups keep them.
_DISTINCTIVE: Final = ("alef_seats", "hamza_seats", "ta_marbuta", "final_ya", "digits")
_PLAIN: Final = re.compile("[\u0621-\u063a\u0641-\u064a]+")  # nothing to clean
_INITIALS: Final = re.compile(r"(?:\w\.)+\w?")
_HYPHENS: Final = re.compile("[-\u2010\u2011]")
_TANWIN: Final = "\u064b"
_STANDS_FOR: Final = 0.05  # least share of a lemma that the form shown for it must have
_MOST_TYPES: Final = 1_000_000  # then the cache starts afresh; a large corpus has half of that


def foreign_key(word: str) -> str:
    """Return what groups the spellings of a foreign word: Trump and TRUMP, F-16 and F16, U.S. and US.

    Width and case are folded; hyphens, and the dots of an abbreviation, are left out.
    """
    key = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    if _INITIALS.fullmatch(key):
        return key.replace(".", "")
    return _HYPHENS.sub("", key)


class Segments(NamedTuple):
    """A word taken apart.

    Attributes:
        proclitics: What is written onto its front, in order: و ف ب ل ك س.
        stem: The word itself, with its article, in dictionary spelling (حكومة in حكومته).
        enclitics: The pronoun written onto its end, if any.
    """

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...]


class _Cache(dict[str, str]):
    """Lemma of each written form met so far, and which of these forms carry no clitic."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: set[str] = set()

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_TYPES:
            self.clear()
            self.bare.clear()
        found = _analyse_written(word)
        lemma = self[word] = found.lemma
        articled = found.article or (found.stem[:2] == "ال" and lemma[:2] != "ال")
        if not (found.proclitics or found.enclitic or articled):
            self.bare.add(word)
        return lemma


def _analyse_written(word: str) -> Analysis:
    spelled = word if _PLAIN.fullmatch(word) else fold_word(word, _DISTINCTIVE)
    if not spelled or not "\u0600" <= spelled[0] <= "\u077f":
        return Analysis((), word, "", False, foreign_key(spelled) or word, 0.0)
    found = analyse(spelled)
    if spelled[-2:] == "يا" and len(spelled) > 4 and _TANWIN in word and found.lemma[-2:] == "يا":
        # With its tanwin written it is the adjective, and no name: أفريقيًا is not أفريقيا.
        return analyse(spelled[:-1])._replace(stem=spelled)
    return found


_CACHE: Final = _Cache()


def lemmatize(word: str) -> str:
    """Return the lemma that groups `word` with its other forms.

    The lemma is a key in folded spelling (اميركي for الأميركيون, قوه for والقوات), not a word to be
    shown; `display_form` gives that. Two prepositions keep their ى (على, إلى), so that the name علي
    is not one of them. A word that no table knows is its own lemma, without clitics. Spellings of a
    foreign word that `foreign_key` makes one have one lemma (trump, f16).
    """
    return _CACHE[word]


def lemmatize_all(words: Iterable[str]) -> list[str]:
    """Return the lemma of each word, in order; each type is analysed once in a process."""
    return list(map(_CACHE.__getitem__, words))


def forget_lemmas() -> None:
    """Give back the memory of the words met so far and of the lexicon; either is read again when asked."""
    _CACHE.clear()
    _CACHE.bare.clear()
    forget()
    lexicon.cache_clear()


def segment(word: str) -> Segments:
    """Return proclitics, stem and enclitics of a word: وسيدعمونهم → (و، س), يدعمون, (هم).

    The article stays with the stem (للعراق → ل + العراق). بها is the preposition and its pronoun:
    (ب), ها.
    """
    found = _analyse_written(word)
    stem = "ال" + found.stem if found.article else found.stem
    return Segments(found.proclitics, stem, (found.enclitic,) if found.enclitic else ())


def display_form(lemma: str, forms: Mapping[str, int]) -> str:
    """Return the form to show for a lemma.

    Args:
        lemma: A key given by `lemmatize`.
        forms: Its written forms with their counts.

    Returns:
        The most frequent form without clitics, where a form counts with its clitics on the front
        (الشعب for شعب, so that a rare شعوب does not stand for it); when such forms are next to
        nothing, the most frequent with only the article (القاهرة); else the lemma.
    """
    ranked = sorted(forms, key=lambda form: (-forms[form], len(form), form))
    free = [form for form in ranked if _CACHE[form] == lemma and form in _CACHE.bare]
    bound = {form: count for form, count in forms.items() if form not in free}
    support = {
        bare: forms[bare] + sum(n for form, n in bound.items() if form.endswith(bare))
        for bare in free
    }
    best = max(support, key=lambda bare: support[bare], default=None)
    if best and support[best] >= _STANDS_FOR * sum(forms.values()):
        return best
    for form in ranked:
        found = _analyse_written(form)
        if found.article and not found.proclitics:
            return form
    return best or lemma
