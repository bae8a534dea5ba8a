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
from rasid.language.folding import fold_word
from rasid.language.repairs import repaired

ASSETS: Final = Path(__file__).resolve().parents[2] / "assets" / "lexicon"
_ARABIC: Final = re.compile("^[\u0621-\u064a]+$")
NO_WORDS: Final = "-"
_RAREST: Final = 5e-8  # one in twenty million; rarer words only cost memory
_VERB: Final = 1e-7
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
        table = DefaultDictionaryFactory().get_dictionary("ar")
        self.forms = {f: m for f, m in table.items() if _ARABIC.match(f) and _ARABIC.match(m)}
        self.verbs = {
            m for f, m in self.forms.items() if m[0] != "ي" and _IMPERFECT_PLURAL.match(f)
        }
        self.own: dict[str, str] = {}
        for name in ("lemmas.tsv", "variants.tsv"):
            for lemma, members in read_groups(assets / name):
                if lemma == NO_WORDS:
                    for form in members:
                        self.forms.pop(form, None)
                    continue
                for form in (lemma, *members):
                    self.own.setdefault(form, lemma)
        # What the dictionary files under a word of ours goes where that word goes.
        self.forms = {form: self.own.get(lemma, lemma) for form, lemma in self.forms.items()}
        for form, lemma in self.own.items():
            if "ال" + form in self.forms:
                self.forms["ال" + form] = lemma
        self.frequency: dict[str, float] = {
            w: f for w, f in wordfreq.get_frequency_dict("ar", "large").items() if f >= _RAREST
        }
        self.verbs |= {
            m
            for m, lemma in self.forms.items()
            if m == lemma
            and len(m) > 2
            and m[-1] not in "ةء"
            and m[:2] != "ال"
            and self.conjugated(m) > _VERB
        }
        self.forms.update(repaired(self.forms, self.verbs, self.frequency))
        self.weight: dict[str, float] = {}
        for table in (self.own, self.forms):
            for form, lemma in table.items():
                seen = self.frequency.get(form)
                if seen and (table is self.own or form not in self.own):
                    self.weight[lemma] = self.weight.get(lemma, 0.0) + seen
        self._folded: dict[str, str] | None = None

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
        perfects = [p for p in inflection.perfect_of_imperfect(stem) if p in self.verbs]
        if perfects:
            best = max(perfects, key=self.conjugated)
            if self.conjugated(best) > 0.0:
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
