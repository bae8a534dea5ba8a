"""Inflection: from a form without clitics back to the forms a dictionary may list.

Each rule takes a stem in raw spelling and yields simpler stems, the likelier first. None of them
looks anything up; `analysis.py` keeps the first that a dictionary knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

_MIN: Final = 2  # letters that must remain


def feminine(stem: str) -> Iterator[str]:
    """ة: مقبلة → مقبل."""
    if stem.endswith("ة"):
        yield stem[:-1]


def sound_feminine_plural(stem: str) -> Iterator[str]:
    """ات: مباحثات → مباحثة, مقترحات → مقترح."""
    if stem.endswith("ات"):
        yield stem[:-2] + "ة"
        yield stem[:-2]
        if stem.endswith("اوات"):
            yield stem[:-4] + "اء"


def sound_masculine_plural(stem: str) -> Iterator[str]:
    """ون and ين (also the dual ين): متظاهرون → متظاهر."""
    if stem.endswith(("ون", "ين")):
        yield stem[:-2]


def dual(stem: str) -> Iterator[str]:
    """ان، تان، تين: دولتان → دولة, قاعدتين → قاعدة, مسؤولان → مسؤول."""
    if stem.endswith(("تان", "تين")):
        yield stem[:-3] + "ة"
        yield stem[:-3]
    if stem.endswith("ان"):
        yield stem[:-2]


_RELATIVE: Final = {
    "ن": ("يتين", "يتان", "يين", "يون", "يان"),
    "ت": ("يات",),
    "ة": ("ية",),
    "ا": ("يا",),
}


def relative(stem: str) -> Iterator[str]:
    """Forms of the adjective in ي: تراثية، تراثيون، تراثيين → تراثي."""
    for ending in _RELATIVE.get(stem[-1], ()):
        if stem.endswith(ending):
            yield stem[: -len(ending)] + "ي"


def construct(stem: str) -> Iterator[str]:
    """Endings cut by a following noun: مسؤولو، مسؤولي، قاعدتا، قاعدتي → مسؤول, قاعدة."""
    if stem.endswith(("تا", "تي")):
        yield stem[:-2] + "ة"
    if stem.endswith(("و", "ي")):
        yield stem[:-1]


def accusative(stem: str) -> Iterator[str]:
    """The alef of tanwin: كبيرا → كبير; the same alef ends a dual in construct."""
    if stem.endswith("ا"):
        yield stem[:-1]


def perfect(stem: str) -> Iterator[str]:
    """Endings of the perfect verb: أعلنت، أعلنوا، أعلنا → أعلن; التقت، التقوا → التقى."""
    for ending in ("وا", "تا", "تم", "نا", "ت", "ن", "ا"):
        if stem.endswith(ending):
            base = stem[: -len(ending)]
            yield base
            if ending in ("وا", "ت", "تا"):
                yield base + "ى"


_PERSONS: Final = {  # the first letter of an imperfect and the endings it goes with
    "ي": ("ون", "وا", "ان", "ن", "ا", ""),
    "ت": ("ون", "وا", "ان", "ين", "ن", "ا", "ي", ""),
    "ن": ("",),
    "أ": ("",),
}


def may_be_verb(stem: str) -> bool:
    """Tell whether a stem has the first letter of an imperfect or the last of a perfect."""
    return stem[0] in _PERSONS or stem[-1] in "تنام"


def imperfect_siblings(stem: str) -> Iterator[str]:
    """Other persons and numbers of the same imperfect: يعمل → يعملون، تعمل، يعملان."""
    if stem[:1] not in _PERSONS or len(stem) < 3:
        return
    seen = {stem}
    for ending in _PERSONS[stem[0]]:
        core = stem[1 : len(stem) - len(ending)]
        if stem.endswith(ending) and len(core) >= _MIN:
            for person, other in (
                ("ي", "ون"),
                ("ي", ""),
                ("ت", ""),
                ("ي", "ان"),
                ("ي", "وا"),
                ("ن", ""),
                ("ت", "ين"),
                ("ي", "ن"),
                ("أ", ""),
            ):
                sibling = person + core + other
                if sibling not in seen:
                    seen.add(sibling)
                    yield sibling


def perfect_of_imperfect(stem: str) -> Iterator[tuple[str, float]]:
    """Yield the perfects an imperfect may belong to, and how well each fits.

    By the forms of the Arabic verb: يستهدف → استهدف, يجتمع → اجتمع, ينفذ → نفذ، أنفذ,
    يقوم → قام, يقيم → أقام, يدعو → دعا, يؤكد → أكد, يصل → وصل.
    """
    if stem[0] not in _PERSONS:
        return
    for ending in _PERSONS[stem[0]]:
        core = stem[1 : len(stem) - len(ending)]
        if stem.endswith(ending) and len(core) >= _MIN:
            yield from _perfects(core)
            if ending in ("ون", "وا", "ين"):  # يدعون → دعا, يبنون → بنى, ينتهون → انتهى
                yield from _perfects(core + "ي")


def _perfects(core: str) -> Iterator[tuple[str, float]]:
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
    if noun[-1] in "اىءو" or len(noun) < 3:
        return []
    return [noun + ending for ending in ("ا", "ين", "ان", "ون")]


# By the last letter, so that most stems are not tried at all.
_NOMINAL: Final[dict[str, tuple[Callable[[str], Iterator[str]], ...]]] = {
    "ة": (relative, feminine),
    "ت": (sound_feminine_plural, relative),
    "ن": (sound_masculine_plural, dual, relative),
    "ا": (relative, accusative, construct),
    "و": (construct,),
    "ي": (construct,),
}


def nominal_bases(stem: str, article: bool) -> Iterator[str]:
    """Yield the stems that endings of gender, number and case may have been added to.

    After the article there is no construct state: العامري is not العامر with an ending.
    """
    for rule in _NOMINAL.get(stem[-1], ()):
        if not (article and rule is construct):
            for base in rule(stem):
                if len(base) > _MIN:
                    yield base


def relative_root(adjective: str) -> Iterator[str]:
    """Nouns an adjective in ي may be made of: تراثي → تراث, قتالي → قتال, تجاري → تجارة."""
    if adjective[-1] == "ي" and len(adjective) > 3:
        yield from (adjective[:-1], adjective[:-1] + "ة", adjective[:-1] + "ا")
