"""The dictionary: which lemma a written form belongs to, and how common words are.

simplemma's Arabic table (form → lemma, raw spelling) is read once through its public factory and
asked directly: its own pipeline costs forty times as much and guesses affixes less well than
`analysis.py`. The tables in `assets/lexicon/` come first, because an analyst can correct them.
How often a written form occurs in general Arabic comes from wordfreq.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Final, Protocol

from rasid.language import inflection

NAMES: Final = "lexicon/names.tsv"
LISTS: Final = ("lexicon/lemmas.tsv", "lexicon/variants.tsv", NAMES)
VERBS: Final = "lexicon/verbs.tsv"
VERB: Final = 1e-7  # share of general text from which a conjugated form proves a verb


Candidate = tuple[str, float, float, float]
"""A lemma that a stem may belong to: with its price, its doubt, and the share of general text of its
forms without clitics (of a host: of its other forms)."""

Host = tuple[tuple[Candidate, ...], float, float]
"""A stem that clitics may stand on: its candidates, how often general text has it without any clitic
but the article, and without that."""


class Hosts(Protocol):
    """The hosts of a lexicon."""

    def get(self, stem: str) -> Host | None:
        """Return a stem as a host; None for letters that neither a table nor general text knows."""


@dataclass(slots=True)
class Lexicon:
    """Written forms, their lemmas and their frequencies.

    Attributes:
        own: Forms of the tables in `assets/lexicon/`, raw spelling, to their lemma.
        forms: Forms of the dictionary, raw spelling, to their lemma.
        folded: Forms of both, folded, to their lemma, where that is not what `forms` says of the
            folded spelling; of words that fold alike the commonest.
        verbs: Lemmas that are verbs.
        perfects: Those of them that stand for themselves in the dictionary.
        names: Names that are taken whole and do not inflect.
        imperfects: Imperfects without their person (ستهدف) to the verb the dictionary gives.
        inferred: The same for imperfects of general text that the dictionary lacks, by the forms
            of the Arabic verb and by how often the perfect is conjugated.
        frequency: Written forms to their share of general text.
        hosts: All forms as hosts, worked out one by one, or beforehand for who asks for many.
        weight: Lemmas to the share of all their forms without clitics.
        no_words: Forms of general text that our tables say are no words.
        key: Name of the sources that all this was made from.
    """

    own: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)
    verbs: set[str] = field(default_factory=set)
    perfects: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    imperfects: dict[str, str] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)
    frequency: dict[str, float] = field(default_factory=dict)
    hosts: Hosts = field(default_factory=dict[str, Host])
    weight: dict[str, float] = field(default_factory=dict)
    no_words: set[str] = field(default_factory=set)
    key: str = ""

    def lemma_of(self, form: str) -> str | None:
        """Return the lemma of a form in its raw spelling; None when no table knows it."""
        return self.own.get(form) or self.forms.get(form)

    def lemma_of_folded(self, folded: str) -> str | None:
        """Return the lemma of the commonest word that is written so once folded."""
        return self.folded.get(folded) or self.forms.get(folded)

    def heard(self, stem: str) -> float:
        """Return how often general text has a stem without clitics, with its article or without."""
        return self.frequency.get(stem, 0.0) + self.frequency.get("ال" + stem, 0.0)

    def conjugated(self, perfect: str) -> float:
        """How often a perfect is written with endings that only verbs have: أعلنت، أعلنوا."""
        seen = self.frequency.get
        weak = perfect[-1] in "اىي"
        stem = perfect[:-1] if weak else perfect
        feminine = stem + "يت" if perfect[-1] == "ي" else stem + "ت"
        return min(seen(feminine, 0.0), 10 * seen(stem + "وا", 0.0))

    def verb_of(self, stem: str) -> str | None:
        """Return the perfect that a conjugated form belongs to; None when it is no verb's form.

        Of several verbs the one that is conjugated most in general text is taken.
        """
        found = [base for base in inflection.perfect(stem) if base in self.perfects][:1]
        cores = inflection.imperfect_cores(stem)
        for core, _ in cores:
            if core in self.imperfects:
                found.append(self.imperfects[core])
                break
        if not found:
            for core, weak in cores:
                for whole in (core, core + "ي") if weak else (core,):
                    if whole in self.inferred:
                        found.append(self.inferred[whole])
        if len(found) > 1:
            return max(found, key=self._standing)
        return found[0] if found else None

    def _standing(self, perfect: str) -> float:
        return self.conjugated(perfect) * (1.0 if perfect in self.verbs else 0.1)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read on first use and shared."""
    from rasid.language import lexicon_cache

    return lexicon_cache.ready(_from_sources)


def _from_sources() -> Lexicon:
    from rasid.language import lexicon_sources  # slow to import, and seldom needed

    return lexicon_sources.build()
