"""Words after a foreign first name that are no family name, for general text has them often: نيمار بشكل، وليام يزور."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rasid.findings.people.words import is_common, is_inflected
from rasid.language.analysis import Analysis, analyse
from rasid.language.lexicon import lexicon

# How often general text has a stem, of a word: names of foreigners look like rare words after a clitic.
_NOW_AND_THEN: Final = 2.5e-6
_OFTEN: Final = 9e-6
_VERY_OFTEN: Final = 3e-5
_ALWAYS: Final = 1.5e-4
_ONCE: Final = 1e-6
_TIMES: Final = 8
_SELDOM: Final = 1.5e-5
_HARDLY: Final = 3e-6
_SHORT: Final = 3
_LONG: Final = 5
_WEAK: Final = frozenset("اويأإ")
_VERB: Final = frozenset("يت")


@lru_cache(maxsize=200_000)
def heard(stem: str) -> float:
    """Tell how often general text has a stem, with its article or without; asked of the dictionary once a word."""
    return lexicon().heard(stem)


@lru_cache(maxsize=50_000)
def analysed(word: str) -> Analysis:
    """Return the likeliest reading of a word as written; kept, for the words beside names come again and again."""
    return analyse(word)


@lru_cache(maxsize=100_000)
def is_of_the_sentence(word: str) -> bool:
    """Tell whether a word as written goes on the sentence after a foreign first name, not the name.

    بشكل and لحضور, يزور, مباراة, بدلا and فريقه are words that general text has often; بيكر and فاردي, which
    look like a clitic and a word, are not.
    """
    if len(word) <= _SHORT:
        return False
    reading = analysed(word)
    if word[0] in "بل" and reading.proclitics:
        return _is_after_clitic(reading)
    if word[-1] == "ة":
        return is_common(word, bare=True) and heard(word) >= _VERY_OFTEN
    if word[-1] == "ا" and len(word) >= _LONG:  # but أنخل كوريا
        return word[-2] != "ي" and not reading.article and heard(word[:-1]) >= _OFTEN
    if word[0] in _VERB and reading.lemma in lexicon().verbs:
        return heard(word) >= _OFTEN
    pronoun = reading.enclitic in {"ه", "هم", "هما"} and not reading.proclitics
    return pronoun and bears_pronoun(word)


def bears_pronoun(word: str) -> bool:
    """Tell whether a word as written is one that general text has often, with a pronoun: فريقه, سيطرتها."""
    reading = analysed(word)
    return reading.enclitic != "" and len(word) >= _LONG and heard(reading.stem) >= _OFTEN


def _is_after_clitic(reading: Analysis) -> bool:
    """Tell whether the word after ب or ل is one that general text has often, the oftener the shorter it is."""
    stem = reading.stem
    if reading.article and len(stem) <= _SHORT:
        return False
    weak = stem[0] in _WEAK
    if len(stem) <= _SHORT:
        least = _ALWAYS if weak else _VERY_OFTEN
    elif reading.enclitic:
        least = _VERY_OFTEN
    else:
        least = _OFTEN if weak and len(stem) < _LONG else _NOW_AND_THEN
    return heard(stem) >= least


@lru_cache(maxsize=100_000)
def is_rare(word: str) -> bool:
    """Tell whether general text hardly has a word as written, its article with it: الرزاز, السمحان."""
    return lexicon().frequency.get(word, 0.0) < _HARDLY


def is_oftener(word: str, other: str) -> bool:
    """Tell whether general text has a word more often than another one: فكري than كري, تبوك than بتبوك."""
    return heard(word) > heard(other)


def is_clitic_and_word(word: str) -> bool:
    """Tell whether general text has a word much more often without its first letter: وبوروسيا, لتوتنهام; not ويتني."""
    rest = heard(word[1:])
    return rest >= _ONCE and rest >= _TIMES * heard(word)


def is_family_shaped(word: str) -> bool:
    """Tell whether a word in ال…ي is too seldom in general text for an adjective: القحطاني, not السياسي."""
    return heard(word[2:]) < _SELDOM


@lru_cache(maxsize=100_000)
def is_seldom_a_word(word: str) -> bool:
    """Tell whether a word as written is rather a foreign family than the word it also is: داغر, عجرم."""
    reading = analysed(word)
    if (
        reading.proclitics
        or reading.enclitic
        or reading.article
        or word[-1] in "ةاًهء"
        or len(word) <= _SHORT
    ):
        return False
    plural = len(word) >= _LONG and word.endswith(("ين", "ون", "ات"))
    plural = plural and heard(word[:-2]) >= _VERY_OFTEN
    participle = word[0] == "م" and word[1] not in "اوي"  # نيمار متحمس
    noun_of_verb = word[0] == "ا" and word[-2] == "ا" and len(word) > _LONG  # ميغان اصطحاب
    if plural or participle or noun_of_verb or (word[0] == "ي" and is_inflected(word)):
        return False
    return reading.lemma not in lexicon().verbs and heard(word) < _OFTEN
