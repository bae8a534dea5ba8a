"""Conjugation: the written forms of a verb, from its perfect and its imperfect.

Without vowel marks a verb's form follows from these two: the perfect shows a weak or doubled end,
the imperfect the weak letter in the middle. Forms are given without clitics and without سـ.
Reference: the paradigms of any school grammar, such as Wright, A Grammar of the Arabic Language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_PERFECT_ENDINGS: Final = ("ت", "تا", "نا", "تم")
_WEAK: Final = "اىي"


def forms(perfect: str, imperfect: str) -> Iterator[str]:
    """Yield the common forms of a verb: of رمى رمت, رموا, يرمي, نرمي, يرمون ..."""
    yield perfect
    yield from _of_perfect(perfect, imperfect)
    yield from _of_imperfect(imperfect)
    yield from _passives(perfect, imperfect)


def rarer_forms(perfect: str, imperfect: str) -> Iterator[str]:
    """Yield forms that are seldom met or look like those of other verbs: يرميان, يرم, لم يقل."""
    core = imperfect[1:]
    dual = core[:-1] + "ي" if core[-1] == "ى" else core
    yield from (person + dual + "ان" for person in "يت")
    if len(perfect) > 3 and perfect[-2] == "ا" and perfect[0] in "أا":  # يقام, يستعاد
        yield from (person + perfect[1:] for person in "يت")
    yield from (person + short for person in "يت" for short in _jussives(perfect, core))


def _of_perfect(perfect: str, imperfect: str) -> Iterator[str]:
    stem, last = perfect[:-1], perfect[-1]
    if last == "ي":  # نسي, نسيت, نسوا
        yield from (perfect + ending for ending in (*_PERFECT_ENDINGS, "ا"))
        yield stem + "وا"
    elif last in _WEAK:  # رمى, رمت, رميت, رموا; دعا, دعوت
        yield from (stem + "ت", stem + "تا", stem + "وا")
        weak = "و" if imperfect[-1] == "و" else "ي"
        yield from (stem + weak + ending for ending in (*_PERFECT_ENDINGS, "ا"))
    else:
        yield from (perfect + ending for ending in ("ت", "تا", "ا", "وا"))
        if last == "أ":
            yield from (stem + "ؤوا", stem + "آ")
        elif perfect[-2] == "ا" and imperfect[-2] in "اوي":  # قلت, أقمنا
            short = perfect[:-2] + last
            yield from (short + ending for ending in ("ت", "نا", "تم"))
        else:
            yield from (perfect + ending for ending in ("نا", "تم"))


def _of_imperfect(imperfect: str) -> Iterator[str]:
    core, last = imperfect[1:], imperfect[-1]
    for person in "يتن":
        yield person + core
    yield "آ" + core[1:] if core[0] == "أ" else "أ" + core
    stem = core[:-1] if last in "يىو" else core
    if last == "أ":
        stem = core[:-1] + "ؤ"
    for person in "يت":
        yield from (person + stem + ending for ending in ("ون", "وا"))
        if last == "أ":
            yield from (person + core + ending for ending in ("ون", "وا"))


def _jussives(perfect: str, core: str) -> Iterator[str]:
    """After لم the weak letter goes: يرم, يدع, يسع, يقل, يزد, يستطع."""
    if core[-1] in "يىو" and len(core) > 2:
        yield core[:-1]
    elif len(core) > 2 and perfect[-2] == "ا":
        yield core[:-2] + core[-1]


def _passives(perfect: str, imperfect: str) -> Iterator[str]:
    """Passive perfects that are written otherwise: أقيم, استعيد, اختير, أعطي, استدعي, سئل, دعيت."""
    if len(perfect) > 3 and perfect[-2] == "ا" and perfect[0] in "أا":
        passive = perfect[:-2] + "ي" + perfect[-1]
        yield from (passive, passive + "ت", passive + "وا")
    elif len(perfect) > 3 and perfect[-1] == "ى":
        yield from (perfect[:-1] + "ي", perfect[:-1] + "يت")
    elif perfect[1:2] == "أ" and len(perfect) == 3 and perfect[-1] not in _WEAK:
        yield from (perfect[0] + "ئ" + perfect[2], perfect[0] + "ئ" + perfect[2] + "ت")
    elif len(perfect) == 3 and imperfect[-1] == "و":
        yield perfect[:2] + "يت"
