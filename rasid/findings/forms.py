"""The written forms of a word in running text: what may be glued before and after it.

All words here are folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

CONJUNCTIONS: Final = ("", "و", "ف")
PREPOSITIONS: Final = ("", "ب", "ل", "ك")
PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم")
PERSONS: Final = ("", "ت", "ا", "وا", "تا", "ن")
THAT: Final = frozenset({"ان", "بان"})
"""أن، إن، بأن: what is said begins after them."""
THAT_PRONOUN: Final = frozenset(
    stem + pronoun
    for stem in ("ان", "بان")
    for pronoun in ("ه", "ها", "هم", "هما", "ني", "نا", "ك", "كم")
)
"""أنه، أنها: the pronoun belongs to what is said."""
DEMONSTRATIVES: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
MERGED: Final = {"مما": "من", "ممن": "من", "عما": "عن", "عمن": "عن"}
"""A preposition written with the relative that follows it."""


def clitic_forms(name: str) -> Iterator[tuple[str, str]]:
    """Yield `(prefix, form)` of a name after و ف ب ل ك; ل before ال is written لل (للعراق).

    Where the article is swallowed, the prefix is لل, so that what is left is part of the name.
    """
    article = name.startswith("ال")
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            prefix = conjunction + preposition
            if preposition == "ل" and article:
                rest = name[2:]
                yield prefix + "ل", prefix + "ل" + rest if rest[:1] != "ل" else prefix + rest
            else:
                yield prefix, prefix + name


def noun_forms(
    noun: str, *, article: bool = True, pronouns: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield `(prefix, form)` of a common noun: clitics, accusative, article, possessive pronouns.

    ه standing for ة opens to ت before a pronoun (مهمة → مهمتها).
    """
    yield from clitic_forms(noun)
    if not noun.endswith(("ه", "ا")):  # the accusative: انسحابا
        yield from clitic_forms(noun + "ا")
    if article and not noun.startswith("ال"):
        yield from clitic_forms("ال" + noun)
    if pronouns:
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for pronoun in PRONOUNS:
            yield from clitic_forms(stem + pronoun)


def past_forms(verb: str) -> Iterator[str]:
    """Yield the past of a verb in the third person: قال قالت قالا قالوا; راي رات راوا."""
    if verb[-1] in "اي" and len(verb) > 2:
        yield from (verb, verb[:-1] + "ت", verb[:-1] + "وا", verb[:-1] + "تا", verb[:-1] + "يا")
    else:
        hollow = verb[1] == "ا"  # قلن; قالن is a name
        yield from (verb + ending for ending in PERSONS if not (hollow and ending == "ن"))


def present_forms(verb: str) -> Iterator[str]:
    """Yield the present of a verb in the third person, with the future س: يقول تقول يقولون سيقول."""
    body = verb[1:]
    weak = body[:-1] if body[-1] in "ايو" else body
    for person in "يت":
        for form in (person + body, person + weak + "ون", person + body + "ان"):
            yield form
            yield "س" + form


def participle_forms(participle: str) -> Iterator[str]:
    """Yield the adverbial forms of a participle: مشيرا مشيره مشيرين مشيرات مشيرتين."""
    if participle.endswith("ا"):
        participle = participle[:-1]
    weak = participle[:-1] if participle.endswith("ي") else participle
    yield from (
        participle + "ا",
        participle + "ه",
        weak + "ين",
        participle + "ات",
        participle + "تين",
    )
