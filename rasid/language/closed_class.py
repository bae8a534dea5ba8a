"""The closed class: prepositions, pronouns, particles and auxiliaries with all their clitics.

`assets/lexicon/stopwords.tsv` lists bare words and their class; the class says which clitics they
take. All written forms are made once, so that one look-up reads a function word exactly: فيها is
في + ها, never a form of a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from rasid.errors import bad_line
from rasid.language.folding import fold_word
from rasid.settings import asset

# Folding would make these two words one with a name (علي) and an adjective (آلي).
_UNFOLDED: Final = frozenset({"على", "إلى"})
_PRONOUNS: Final = ("ه", "ها", "هما", "هم", "هن", "ك", "كم", "كما", "نا")
_FIRST_PERSON: Final = {
    **dict.fromkeys(("من", "عن", "مع", "عند", "لعل", "بين", "دون", "ضد"), ("ي",)),
    **dict.fromkeys(("أن", "إن", "لكن", "لأن", "كأن", "ليت"), ("ي", "ني")),
}
_PREPOSITIONS: Final = ("ب", "ل", "ك")
_PREFIXES: Final = {
    "plain": ("",),
    "host": ("",),
    "free": ("", *_PREPOSITIONS),
    "both": ("", *_PREPOSITIONS),
    "verb": ("", "ل", "س"),
    "except": (),
}
_BEFORE_PRONOUN: Final = {"على": "علي", "إلى": "إلي", "لدى": "لدي", "سوى": "سوا", "كلا": "كلي"}


class ClosedForm(NamedTuple):
    """A written form of a function word, taken apart."""

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str
    lemma: str


def lemma_key(lemma: str) -> str:
    """Return the key under which the forms of a lemma are counted: its folded spelling."""
    return lemma if lemma in _UNFOLDED else fold_word(lemma)


def _read(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        content = line.split("#", 1)[0].strip()
        if not content:
            continue
        lemma, kind, *forms = content.split("\t")
        if kind not in _PREFIXES:
            raise bad_line(path.name, number, "one-of", kind)
        yield lemma, kind, [lemma, *" ".join(forms).split()]


def _with_pronouns(lemma: str, form: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield (written, stem, pronoun) of a form that may carry a pronoun."""
    yield form, form, ""
    if kind in ("host", "both") and form == lemma:
        base = _BEFORE_PRONOUN.get(form, form)
        for pronoun in (*_PRONOUNS, *_FIRST_PERSON.get(lemma, ())):
            yield base + pronoun, form, pronoun
            if base.endswith("اء"):  # ورائه، إزائها
                yield base[:-1] + "ئ" + pronoun, form, pronoun
        if form in ("من", "عن"):  # منا، عنا: one نون is written
            yield form + "ا", form, "نا"


def _forms(lemma: str, kind: str, forms: list[str]) -> Iterator[tuple[str, ClosedForm]]:
    key = lemma_key(lemma)
    for form in forms:
        for written, stem, pronoun in _with_pronouns(lemma, form, kind):
            for prefix in _PREFIXES[kind]:
                if prefix == "س" and written[0] not in "يتنأ":
                    continue  # سيكون; but ليكون and لكانت
                joined = prefix + written
                if prefix == "ل" and written.startswith("ال"):
                    joined = "ل" + written[1:]  # للذي
                for conjunction in ("", "و", "ف"):
                    pro = tuple(p for p in (conjunction, prefix) if p)
                    yield conjunction + joined, ClosedForm(pro, stem, pronoun, key)


def _letters_with_pronouns() -> Iterator[tuple[str, ClosedForm]]:
    """بـ and لـ hold a pronoun without any noun: به، لها، ولكم; the pronoun is then the stem."""
    for preposition in ("ب", "ل"):
        for pronoun in (*_PRONOUNS, "ي"):
            for conjunction in ("", "و", "ف"):
                pro = tuple(p for p in (conjunction, preposition) if p)
                yield conjunction + preposition + pronoun, ClosedForm(pro, pronoun, "", preposition)


class ClosedClass:
    """All written forms of the function words.

    Attributes:
        forms: Written form → how it is taken apart.
        bare: The forms as listed, without clitics.
        lemmas: Keys of the lemmas that are stopwords.
    """

    def __init__(self, listed_in: Path) -> None:
        """Read `stopwords.tsv`, given by its path or by its folder."""
        if listed_in.is_dir():
            listed_in = listed_in / "stopwords.tsv"
        self.forms: dict[str, ClosedForm] = {}
        self.lemmas: set[str] = set()
        generated = list(_letters_with_pronouns())
        listed: dict[str, ClosedForm] = {}
        # Auxiliaries and longer words first: وكان is not و + ك + ان, nor كذلك ك + ذلك.
        lines = sorted(_read(listed_in), key=lambda line: (line[1] != "verb", -len(line[0])))
        excepted = {form for _, kind, forms in lines if kind == "except" for form in forms}
        for lemma, kind, forms in lines:
            if kind == "except":
                continue
            self.lemmas.add(lemma_key(lemma))
            for form in forms:
                listed.setdefault(form, ClosedForm((), form, "", lemma_key(lemma)))
            generated.extend(_forms(lemma, kind, forms))
        self.forms.update(listed)
        self.bare = frozenset(listed)
        for written, closed in generated:
            plain = listed.get(written[1:]) if written[0] in "وف" else None
            if plain and plain.lemma != closed.lemma:  # ولكن is و + لكن, not و + ل + كن
                closed = plain._replace(proclitics=(written[0],))
            if written not in excepted:
                self.forms.setdefault(written, closed)
        for written, closed in list(self.forms.items()):
            for careless in _careless(written):
                if careless not in excepted:
                    self.forms.setdefault(careless, closed)


def _careless(written: str) -> Iterator[str]:
    """Common misspellings of a function word: الى، انه، فى، التى."""
    bare = written.translate({0x0623: "ا", 0x0625: "ا"})
    yield bare
    for spelled in (written, bare):
        if spelled.endswith("ي") and spelled != "علي":
            yield spelled[:-1] + "ى"


@cache
def closed_class() -> ClosedClass:
    """Return the function words, made on first use and shared."""
    return ClosedClass(asset("lexicon/stopwords.tsv"))
