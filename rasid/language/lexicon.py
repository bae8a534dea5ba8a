"""The dictionary: which lemma a written form belongs to.

simplemma's Arabic table (form → lemma, raw spelling) is read once through its public factory and
asked directly: its own pipeline costs forty times as much and guesses affixes less well than
`analysis.py`. The tables in `assets/lexicon/` come first, because an analyst can correct them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import wordfreq
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from rasid.errors import RasidError
from rasid.language import inflection
from rasid.language.closed_class import closed_class
from rasid.language.folding import fold_word
from rasid.language.repairs import repaired

ASSETS: Final = Path(__file__).resolve().parents[2] / "assets" / "lexicon"
_ARABIC: Final = re.compile("^[\u0621-\u064a]+$")
NO_WORDS: Final = "-"
_RAREST: Final = 5e-8  # one in twenty million; rarer words only cost memory
_VERB: Final = 1e-7  # share of general text
_IMPERFECT_PLURAL: Final = re.compile("^ي.+ون$")


def read_groups(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield `(head, members)` of each line `head<TAB>member member ...` of an editable list.

    Blank lines and what follows a # are left out.

    Raises:
        RasidError: `bad-asset`, naming the file and the line, for a line without a head.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        content = line.split("#", 1)[0].strip()
        if content:
            head, _, members = content.partition("\t")
            if " " in head:
                detail = f"line {number}: write one word, a tab, and its forms"
                raise RasidError("bad-asset", file=path.name, detail=detail)
            yield head, members.split()


class Lexicon:
    """Written forms and their lemmas, from our own tables and from the dictionary.

    Attributes:
        own: Forms of the tables in `assets/lexicon/`, raw spelling, to their lemma.
        forms: Forms of the dictionary, raw spelling, to their lemma.
        verbs: Lemmas that are verbs.
    """

    def __init__(self, assets: Path = ASSETS) -> None:
        self.frequency: dict[str, float] = {
            w: f for w, f in wordfreq.get_frequency_dict("ar", "large").items() if f >= _RAREST
        }
        self.own: dict[str, str] = {}
        no_words = set(self._read_own(assets))
        no_words |= {word for word in closed_class().bare if self.conjugated(word) < _VERB}
        table = DefaultDictionaryFactory().get_dictionary("ar")
        self.forms = {
            form: lemma
            for form, lemma in table.items()
            if len(form) > 1
            and form not in no_words
            and lemma not in no_words
            and _ARABIC.match(form)
            and _ARABIC.match(lemma)
        }
        self.verbs = self._find_verbs()
        self.forms.update(repaired(self.forms, self.verbs, self.frequency))
        # What the dictionary files under a word of ours goes where that word goes.
        for form, lemma in self.forms.items():
            if lemma in self.own and lemma not in self.verbs:
                self.forms[form] = self.own[lemma]
        self._inflect_own()
        self.weight = self._weigh()
        self._folded: dict[str, str] | None = None

    def _read_own(self, assets: Path) -> Iterator[str]:
        """Fill `own`; yield the spellings that the dictionary is to forget."""
        for name in ("lemmas.tsv", "variants.tsv"):
            for lemma, members in read_groups(assets / name):
                if lemma == NO_WORDS:
                    yield from members
                    continue
                for form in (lemma, *members):
                    self.own.setdefault(form, lemma)

    def _inflect_own(self) -> None:
        """Let regular endings of our own nouns and adjectives follow them, not the dictionary."""
        for form, lemma in self.own.items():
            forms = [] if lemma in self.verbs else inflection.regular_forms(form)
            for inflected in ("ال" + form, *forms):
                if inflected not in self.own:
                    self.forms[inflected] = lemma

    def _find_verbs(self) -> set[str]:
        """Lemmas with a plural imperfect, and those that general text conjugates."""
        verbs = {m for f, m in self.forms.items() if m[0] != "ي" and _IMPERFECT_PLURAL.match(f)}
        verbs |= {
            form
            for form, lemma in self.forms.items()
            if form == lemma
            and len(form) > 2
            and form[-1] not in "ةء"
            and form[:2] != "ال"
            and self.conjugated(form) > _VERB
        }
        return verbs

    def _weigh(self) -> dict[str, float]:
        """How often general text has a lemma in forms without clitics."""
        weight: dict[str, float] = {}
        for table in (self.own, self.forms):
            for form, lemma in table.items():
                seen = self.frequency.get(form)
                if seen and (table is self.own or form not in self.own):
                    weight[lemma] = weight.get(lemma, 0.0) + seen
        return weight

    def conjugated(self, perfect: str) -> float:
        """How often a perfect is written with endings that only verbs have: أعلنت، أعلنوا."""
        seen = self.frequency.get
        weak = perfect[-1] in "اىي"
        stem = perfect[:-1] if weak else perfect
        feminine = stem + "يت" if perfect[-1] == "ي" else stem + "ت"
        return min(seen(feminine, 0.0), 10 * seen(stem + "وا", 0.0))

    def verb_of(self, stem: str) -> str | None:
        """Return the perfect that a conjugated form belongs to; None when it is no verb's form."""
        for sibling in inflection.imperfect_siblings(stem):
            other = self.lemma_of(sibling)
            if other and other != sibling and other in self.verbs:
                return other
        best, most = None, _VERB
        for perfect, fit in inflection.perfect_of_imperfect(stem):
            seen = self.conjugated(perfect) * fit * (1.0 if perfect in self.verbs else 0.1)
            if seen > most:
                best, most = perfect, seen
        if best:
            return best
        for base in inflection.perfect(stem):
            lemma = self.forms.get(base)
            if lemma in self.verbs and len(base) > 2:
                return lemma
        return None

    def lemma_of(self, form: str) -> str | None:
        """Return the lemma of a form in its raw spelling; None when no table knows it."""
        return self.own.get(form) or self.forms.get(form)

    def lemma_of_folded(self, folded: str) -> str | None:
        """Return the lemma of a form whose hamzas, ة or ي may be missing; None when unknown."""
        if self._folded is None:
            self._folded = self._fold_all()
        return self._folded.get(folded)

    def _fold_all(self) -> dict[str, str]:
        """Folded form → lemma; of words that fold alike the more frequent one stands for all."""
        index: dict[str, str] = {}
        for table in (self.forms, self.own):
            for form, lemma in table.items():
                folded = fold_word(form)
                other = index.get(folded)
                if other is None or self.weight.get(lemma, 0.0) > self.weight.get(other, 0.0):
                    index[folded] = lemma
        return index


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read on first use and shared."""
    return Lexicon()
