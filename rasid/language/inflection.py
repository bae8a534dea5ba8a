"""Inflection: from a form without clitics back to the forms a dictionary may list.

Each rule takes a stem in raw spelling and gives simpler stems. None of them looks anything up;
`analysis.py` keeps those that a dictionary knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_MIN: Final = 2  # letters that must remain


Ending = tuple[str, str]  # what the form ends with, and what stands in its place in the base

FEMININE: Final[tuple[Ending, ...]] = (("ة", ""),)  # مقبلة → مقبل
SOUND_FEMININE_PLURAL: Final[tuple[Ending, ...]] = (
    ("ات", "ة"),  # مباحثات → مباحثة
    ("ات", ""),  # مقترحات → مقترح
    ("اوات", "اء"),  # صحراوات → صحراء
)
SOUND_MASCULINE_PLURAL: Final[tuple[Ending, ...]] = (("ون", ""), ("ين", ""))  # and the dual ين
DUAL: Final[tuple[Ending, ...]] = (
    ("تان", "ة"),  # دولتان → دولة
    ("تين", "ة"),
    ("تان", ""),
    ("تين", ""),
    ("ان", ""),  # مسؤولان → مسؤول
)
RELATIVE: Final[tuple[Ending, ...]] = (  # the adjective in ي: تراثية، تراثيون → تراثي
    ("يتين", "ي"),
    ("يتان", "ي"),
    ("يين", "ي"),
    ("يون", "ي"),
    ("يان", "ي"),
    ("يات", "ي"),
    ("ية", "ي"),
    ("يا", "ي"),
)
CONSTRUCT: Final[tuple[Ending, ...]] = (  # cut by a following noun: مسؤولو، قاعدتا → مسؤول, قاعدة
    ("تا", "ة"),
    ("تي", "ة"),
    ("و", ""),
    ("ي", ""),
)
ACCUSATIVE: Final[tuple[Ending, ...]] = (("ا", ""),)  # كبيرا → كبير; also a dual in construct
PERFECT: Final[tuple[Ending, ...]] = (  # أعلنت، أعلنوا، أعلنا → أعلن; التقت، التقوا → التقى
    ("وا", ""),
    ("وا", "ى"),
    ("تا", ""),
    ("تا", "ى"),
    ("تم", ""),
    ("نا", ""),
    ("ت", ""),
    ("ت", "ى"),
    ("ن", ""),
    ("ا", ""),
)

# Only endings with the last letter of the form are tried.
ByLetter = dict[str, tuple[Ending, ...]]


def _by_last_letter(*rules: tuple[Ending, ...]) -> ByLetter:
    endings = [ending for rule in rules for ending in rule]
    letters = {written[-1] for written, _ in endings}
    return {last: tuple(e for e in endings if e[0][-1] == last) for last in letters}


_RELATIVE: Final = _by_last_letter(RELATIVE)
_PERFECT: Final = _by_last_letter(PERFECT)
_BARE: Final = _by_last_letter(
    RELATIVE, FEMININE, SOUND_FEMININE_PLURAL, SOUND_MASCULINE_PLURAL, DUAL, ACCUSATIVE, CONSTRUCT
)
NOMINAL_LAST: Final = frozenset(_BARE)  # letters that all these endings end with
# After the article there is neither construct state nor tanwin: العامري is not العامر with an
# ending, nor الملاريا an adjective.
_ARTICLED: Final = _by_last_letter(
    RELATIVE[:-1], FEMININE, SOUND_FEMININE_PLURAL, SOUND_MASCULINE_PLURAL, DUAL
)


def _bases(stem: str, endings: ByLetter) -> list[str]:
    found = []
    for written, base in endings.get(stem[-1], ()):
        if stem.endswith(written):
            found.append(stem[: -len(written)] + base)
    return found


def relative(stem: str) -> list[str]:
    """Return the adjective in ي that a form may belong to: تراثية، تراثيون، تراثيين → تراثي."""
    return _bases(stem, _RELATIVE)


def perfect(stem: str) -> list[str]:
    """Return the perfects that a form with an ending of the perfect may belong to."""
    return _bases(stem, _PERFECT)


def nominal_bases(stem: str, article: bool) -> list[str]:
    """Return the stems that endings of gender, number and case may have been added to."""
    return [base for base in _bases(stem, _ARTICLED if article else _BARE) if len(base) > _MIN]


_PERSONS: Final = {  # the first letter of an imperfect and the endings it goes with
    "ي": ("ون", "وا", "ان", "ن", "ا", ""),
    "ت": ("ون", "وا", "ان", "ين", "ن", "ا", "ي", ""),
    "ن": ("",),
    "أ": ("",),
}
_PLURALS: Final = frozenset(("ون", "وا", "ين"))


def may_be_verb(stem: str) -> bool:
    """Tell whether a stem has the first letter of an imperfect or the last of a perfect."""
    return stem[0] in _PERSONS or stem[-1] in "تنام"


# Persons and numbers of the imperfect in which a dictionary may list it, the likeliest first.
LISTED_PERSONS: Final = (
    ("ي", "ون"),
    ("ي", ""),
    ("ت", ""),
    ("ي", "ان"),
    ("ي", "وا"),
    ("ن", ""),
    ("ت", "ين"),
    ("ي", "ن"),
    ("أ", ""),
)


def imperfect_cores(stem: str) -> list[tuple[str, bool]]:
    """Return what is left of an imperfect without its person: سيعملون, يعمل, تعمل → عمل.

    With each core goes whether the ending may have swallowed a weak letter (يبنون: بن, of بني).
    """
    found = []
    for ending in _PERSONS.get(stem[0], ()):
        if stem.endswith(ending):
            core = stem[1 : len(stem) - len(ending)]
            if len(core) >= _MIN:
                found.append((core, ending in _PLURALS))
    return found


def perfects(core: str) -> Iterator[tuple[str, float]]:
    """Yield the perfects that the core of an imperfect may belong to, and how well each fits.

    By the forms of the Arabic verb: يستهدف → استهدف, يجتمع → اجتمع, ينفذ → نفذ، أنفذ,
    يقوم → قام, يقيم → أقام, يدعو → دعا, يؤكد → أكد, يصل → وصل.
    """
    if core[0] == "ؤ":  # يؤكد، يؤمن
        yield "آ" + core[1:], 1.0
        core = "أ" + core[1:]
    augmented = core.startswith(("ست", "ن", "ت")) or core[1:2] in ("ت", "ط", "د")
    hollow_i = len(core) == 3 and core[1] == "ي"  # يشير is أشار before it is شار
    for shape in _middle_and_final(core):
        if augmented:
            yield "ا" + shape, 1.0
        yield shape, 0.1 if hollow_i else 1.0
        if len(shape) <= 3:
            yield "أ" + shape, 1.0
    if len(core) == 2:  # يصل → وصل, يتم → تم, يعد → أعد
        yield "و" + core, 1.0


def _middle_and_final(core: str) -> Iterator[str]:
    """Undo the weak letters: the core itself, قوم → قام, بني → بنى, دعو → دعا, نشئ → نشأ."""
    last, middle = core[-1], core[-2:-1]
    if len(core) >= 3 and middle in ("و", "ي"):
        yield core[:-2] + "ا" + last
    if last in "يىو":
        yield core[:-1] + "ى"
        yield core[:-1] + "ا"
        yield core[:-1] + "ي"
    elif last in "ئؤ":
        yield core[:-1] + "أ"
    else:
        yield core


def regular_forms(noun: str) -> list[str]:
    """Return the regular dual, plural and accusative of a noun or adjective."""
    if noun.endswith("ة"):
        stem = noun[:-1]
        return [stem + "ات", stem + "تين", stem + "تان", stem + "تا", stem + "تي"]
    if noun[-1] in "اىء" or len(noun) < 3:
        return []
    if noun[-1] == "و":
        return [noun + "ا"]  # نموا is the accusative of نمو
    return [noun + ending for ending in ("ا", "ين", "ان", "ون")]


def relative_roots(adjective: str) -> tuple[str, ...]:
    """Return nouns an adjective in ي may be made of: تراثي → تراث, قتالي → قتال, تجاري → تجارة."""
    if adjective[-1] != "ي" or len(adjective) < 4:
        return ()
    noun = adjective[:-1]
    return noun, noun + "ة", noun + "ا"
