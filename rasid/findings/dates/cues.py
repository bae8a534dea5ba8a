"""The words that tell what a date is about: `assets/lexicon/promise_cues.tsv` with all their written forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from rasid.findings.assets import asset_path, bad_line, read_rows
from rasid.language import fold_word

COLUMNS: Final = ("kind", "class", "words")
KINDS: Final = frozenset(
    (
        "exit", "leave", "end", "mission", "combat", "force", "phase", "first", "second", "last", "whole",
        "rest", "others", "become", "start", "complete", "event", "deadline", "denial", "stay", "site",
        "handover", "regroup",
    )
)  # fmt: skip
_NOUN_LEADS: Final = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "وب",
    "ول",
    "ال",
    "وال",
    "بال",
    "لل",
    "فال",
    "ولل",
)
_PRONOUNS: Final = ("", "ه", "ها", "هم", "هما", "نا")
_VERB_LEADS: Final = ("", "و", "ف", "س", "وس", "فس", "ل", "ول")
_VERB_ENDINGS: Final = ("", "ون", "وا", "ان", "ا", "ه", "ها")


def _noun_forms(word: str) -> Iterator[str]:
    opened = word[:-1] + "ت" if word.endswith("ة") else word
    for lead in _NOUN_LEADS:
        yield lead + fold_word(word)
        if not lead.endswith(("ال", "لل")):
            yield from (lead + fold_word(opened) + pronoun for pronoun in _PRONOUNS if pronoun)


def _verb_forms(word: str) -> Iterator[str]:
    folded = fold_word(word)
    for lead in _VERB_LEADS:
        yield from (lead + folded + ending for ending in _VERB_ENDINGS)


@cache
def cues() -> dict[str, frozenset[str]]:
    """Return the kinds of each folded form.

    Raises:
        RasidError: code "bad-asset" when a line of the file is not as its head says.
    """
    path = asset_path("lexicon/promise_cues.tsv")
    table: dict[str, set[str]] = {}
    for number, row in read_rows(path, COLUMNS):
        if row["kind"] not in KINDS or row["class"] not in ("noun", "verb"):
            raise bad_line(path, number, "one-of", f"{row['kind']} {row['class']}")
        make = _noun_forms if row["class"] == "noun" else _verb_forms
        for word in row["words"].split():
            for form in make(word):
                table.setdefault(form, set()).add(row["kind"])
                if row["kind"] == "leave":
                    table[form].add("exit")
    return {form: frozenset(kinds) for form, kinds in table.items()}


@cache
def forms_of(kind: str) -> frozenset[str]:
    """Return the folded forms of one kind."""
    return frozenset(form for form, kinds in cues().items() if kind in kinds)
