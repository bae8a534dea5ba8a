"""Stems: the dictionary words that a word without clitics may be a form of.

What the dictionary lists is taken from it, what it does not list is derived by rule: a conjugated
verb, an ending of gender, number or case, a careless spelling. Each lemma comes with its doubt, in
powers of ten, which `analysis.py` weighs against how common the lemma is.
"""

from __future__ import annotations

import re
from typing import Final

from rasid.language import inflection
from rasid.language.folding import fold_word
from rasid.language.lexicon import Lexicon

LISTED: Final = 0.3
_CONJUGATED: Final = 0.5
_CONTRADICTED: Final = 2.0

_NOUN_OF_ACTION: Final = re.compile("م.ا..ة")

VERB, ENDING, CONSTRUCT, CARELESS, CARELESS_H, CARELESS_AL, NO_WORD = "vecshax"
DOUBTS: Final = {
    VERB: 0.5,
    ENDING: 1.0,
    CONSTRUCT: 2.0,  # rarer than the same letters as part of the word
    CARELESS: 1.0,
    CARELESS_H: 1.5,  # زميله is زميل + ه before it is a careless زميلة
    CARELESS_AL: 2.0,  # التين is ال + تين before it is a careless آلتين
    NO_WORD: 5.0,  # listed as clitic and word, such as باعتبارها
}
"""How much what a rule made of a stem is doubted, by the sign that `derive` puts before it."""


def listed_with_article(stem: str, lemma: str) -> str:
    """Return the lemma of a stem after ال that the dictionary lists: النفطي is no possessed نفط."""
    return stem if stem[-1] == "ي" and lemma == stem[:-1] else lemma


def listed(lex: Lexicon, stem: str, future: bool) -> list[tuple[str, float]]:
    """Return the lemmas of a stem without article that the dictionary lists, with their doubts."""
    lemma: str | None = lex.forms[stem]
    if future and lemma == stem and lemma not in lex.verbs:
        lemma = None
    found = []
    if (lemma is None or lemma == stem) and inflection.may_be_verb(stem):
        verb = lex.verb_of(stem)
        if verb and verb != stem:
            found.append((verb, LISTED + _doubt_of_verb(lex, stem, lemma)))
    if lemma:
        contradicted = found and _only_verb(lex, stem)
        found.append((lemma, LISTED + (_CONTRADICTED if contradicted else 0.0)))
    return found


def derive(lex: Lexicon, stem: str, article: bool, future: bool) -> str | None:
    """Return the lemma of a stem that the dictionary does not list, after the sign of its rule.

    The sign (a key of `DOUBTS`) and the lemma are one string, so that a table of them is kept and
    loaded like the others. None when no rule leads to a word that is known.
    """
    if not article and inflection.may_be_verb(stem):
        accusative = None if future or stem[-1] != "ا" else _accusative(lex, stem)
        if accusative:
            return ENDING + accusative
        verb = lex.verb_of(stem)
        if verb and verb != stem:
            return VERB + verb
    if future or len(stem) < 3:
        return None
    with_al = stem.startswith("ال")
    if not with_al:
        lemma = _without_ending(lex, stem, article)
        if lemma:
            return (CONSTRUCT if stem[-1] in "يو" and lemma != stem else ENDING) + lemma
    careful = lex.lemma_of_folded(fold_word(stem)) if len(stem) > 3 else None
    if careful is None:
        return None
    if with_al:
        return CARELESS_AL + careful
    return (CARELESS_H if stem[-1] == "ه" else CARELESS) + careful


def is_place(lex: Lexicon, stem: str) -> bool:
    """Whether a word in يا is a name: in general text a preposition stands on it (بكرواتيا)."""
    return "ب" + stem in lex.frequency or "ل" + stem in lex.frequency


def adjectives(lex: Lexicon, stem: str, article: bool) -> list[str]:
    """Return the adjectives in ي that a stem may be a form of: تدريجيا, but not كرواتيا, فابيان.

    What ends like a dual or plural without the article must be known as an adjective in another form.
    """
    if stem[-1] == "ا" and (article or is_place(lex, stem)):
        return []
    found = inflection.relative(stem)
    if article or stem[-1] == "ة" or stem[-2:] == "ات":
        return found
    return [adjective for adjective in found if _is_adjective(lex, adjective)]


def _is_adjective(lex: Lexicon, word: str) -> bool:
    """Whether general text has a word in ي with its article or as a feminine: التدريجي, تدريجية."""
    seen = lex.frequency
    return "ال" + word in seen or word + "ة" in seen or "ال" + word + "ة" in seen


def _accusative(lex: Lexicon, stem: str) -> str | None:
    """The noun with the alef of tanwin: تراجعا is تراجع before it is "they two went back to"."""
    noun = stem[:-1]
    if len(noun) < 3:
        return None
    lemma = lex.lemma_of(noun)
    if noun in lex.names or (noun[-1] == "ي" and is_place(lex, stem)):
        return None
    if lemma is None and noun[-1] == "ي" and "ال" + noun in lex.frequency:
        return noun  # تجاريا of التجاري
    mistakable = noun[0] == "ت" or noun[:2] == "ال" or noun[-1] == "ي"
    return lemma if lemma == noun and mistakable else None


def _may_head(lex: Lexicon, stem: str, noun: str) -> bool:
    """Whether a stem in و or ي can be what is left of a plural, or "my": مسؤولو, اهتمامي.

    باولو has no باولون beside it, and إخباري is an adjective because it is seen with the article.
    """
    seen = lex.frequency.get
    plural = seen(noun + "ين", 0.0) + seen(noun + "ون", 0.0) + seen("ال" + noun + "ين", 0.0)
    if _may_be_name(lex, noun) and max(plural, lex.heard(noun)) < seen(stem, 0.0):
        return False  # باولو is a name, commoner than anything it might be a form of
    if stem[-1] == "و":
        return plural > 0.0 or noun + "ين" in lex.forms
    adjective = seen("ال" + stem, 0.0) + seen(stem + "ة", 0.0) + seen("ال" + stem + "ة", 0.0)
    return plural >= adjective or adjective < 0.5 * seen(stem, 0.0)


def _may_be_name(lex: Lexicon, noun: str) -> bool:
    """Whether what stands before و or ي is no participle, plural or verb: those of مرتادي, زميلاتي, أعجبتني."""
    participle = noun[0] == "م" and len(noun) > 4
    return not participle and noun[-2:] != "ات" and lex.lemma_of(noun) not in lex.verbs


def _more_with_article(lex: Lexicon, one: str, other: str) -> bool:
    seen = lex.frequency.get
    return seen("ال" + one, 0.0) > seen("ال" + other, 0.0)


def _is_mistaken(lex: Lexicon, stem: str, base: str) -> bool:
    """Tell whether what looks like an ending of a base is part of another word."""
    if stem[-1] == "ا":
        return base[-1] == "ي" and (is_place(lex, stem) or not _is_adjective(lex, base))
    if stem[-2:] == "ان" and base == stem[:-2]:  # a dual is rarer than its noun: لوزان is a town
        return lex.frequency.get(stem, 0.0) > lex.heard(base)
    if stem[-1] == "ة":  # مخاطبة is the noun of خاطب; مناسبة an adjective besides
        is_action = base + "ة" == stem and _NOUN_OF_ACTION.fullmatch(stem)
        return bool(is_action) and not _more_with_article(lex, base, stem)
    return stem[-1] in "وي" and base == stem[:-1] and not _may_head(lex, stem, base)


def _without_ending(lex: Lexicon, stem: str, article: bool) -> str | None:
    """Return the commonest word from which rules of inflection lead to the stem.

    A word that stands for itself comes before one that is a form already: إدانات is of إدانة.
    """
    if stem[-1] not in inflection.NOMINAL_LAST:
        return None
    best, most = None, (False, -1.0)
    for base in inflection.nominal_bases(stem, article):
        lemma = lex.lemma_of(base)
        if lemma is None or base in lex.names or (base[-1] == "ي" and lemma == base[:-1]):
            continue
        if _is_mistaken(lex, stem, base):
            continue
        if lemma in lex.verbs and not (base == lemma and _more_noun_than_verb(lex, stem)):
            continue  # endings of nouns do not stand on verbs
        weight = (base == lemma, lex.weight.get(lemma, 0.0))
        if weight > most:
            best, most = lemma, weight
    if best is None:
        for adjective in (*adjectives(lex, stem, article), stem):
            for root in inflection.relative_roots(adjective):
                if root in lex.forms:
                    return adjective
    return best


def _more_noun_than_verb(lex: Lexicon, stem: str) -> bool:
    """ضخمة is an adjective, قدمة only what is left of قدمتها."""
    seen = lex.frequency.get
    verb = seen(stem[:-1] + "ت", 0.0) if stem[-1] == "ة" else 0.0
    return seen("ال" + stem, 0.0) + seen(stem, 0.0) > verb


def _only_verb(lex: Lexicon, stem: str) -> bool:
    """يظهر and انسحبت are hardly ever written with an article, unlike اليمين and الوقت."""
    if stem[0] != "ي" and not stem.endswith(("ت", "وا")):
        return False
    seen = lex.frequency.get
    return seen("ال" + stem, 0.0) < 0.2 * seen(stem, 0.0)


def _doubt_of_verb(lex: Lexicon, stem: str, noun: str | None) -> float:
    """How much a verb is doubted that the dictionary lists as a noun: تعمل no, تدخل yes."""
    if noun and stem[0] == "ت":
        # The verb is heard as often as its masculine (يعمل), the noun with its article (التدخل),
        # and the perfect تحدث with its own endings.
        seen = lex.frequency.get
        as_noun = seen("ال" + stem, 0.0) + seen(stem + "ت", 0.0) + seen("ي" + stem, 0.0)
        return -_CONTRADICTED if seen("ي" + stem[1:], 0.0) > as_noun else _CONTRADICTED
    if noun and stem[0] in "نأ":
        return _CONTRADICTED
    return _CONJUGATED if noun else 0.2
