"""Analysis: the likeliest reading of a word as proclitics, stem and pronoun, with its lemma.

Every way to take clitics off is tried; a reading costs what its clitics cost, what its stem is
doubted, and the rarity of its lemma in general text (log10 of its share of all words). The
cheapest reading stands. Function words are looked up whole and never taken for nouns.

What is left of a word without its clitics has to be attested, in a table or in general text
(wordfreq), not in the corpus at hand: a word has one lemma in every corpus and every build.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log10
from typing import Final, NamedTuple

from rasid.language import stems
from rasid.language.clitics import hosts, proclitic_splits
from rasid.language.closed_class import closed_class, lemma_key
from rasid.language.lexicon import Lexicon, lexicon


class Analysis(NamedTuple):
    """A reading of a word.

    Attributes:
        proclitics: Conjunction, preposition and future سـ, in order; the article is not among them.
        stem: The host in dictionary spelling, without article (حكومة in وحكومته).
        enclitic: The pronoun written onto it, or nothing.
        article: Whether ال stands before the stem.
        lemma: The key that groups the word with its other forms.
        price: The cost of the reading; only comparable between readings of one word.
    """

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str
    article: bool
    lemma: str
    price: float


# Price, lemma, proclitics, stem, pronoun, article, doubt of the lemma: an Analysis in the making.
Reading = tuple[float, str, tuple[str, ...], str, str, bool, float]
Candidate = tuple[str, float, float, float]  # lemma, price, doubt, share of general text

# Doubts, in powers of ten, about what our own tables say and about what none does.
_OWN: Final = 0.0
_OWN_SURE: Final = -2.0  # with the article or the future's سـ there is no doubt left
_UNKNOWN: Final = 2.5
_SURE_ARTICLE: Final = 2.0
_UNLIKELY_FIRST: Final = 1.3
_ARTICLES: Final = ("ال", "وال", "لل")
_PARTICIPLE: Final = re.compile("م[^ا](..|.و.|..[^ا].+)ة")  # مزمعة, مكتوفة, متطابقة
_RAREST: Final = 2e-9  # share of a lemma that general text does not know
# The word itself is no evidence for taking it whole unless it is commoner than its parts explain.
_SLACK: Final = 15.0


def analyse(word: str) -> Analysis:
    """Return the likeliest reading of a word in raw spelling (no marks, no tatweel)."""
    closed = closed_class().forms.get(word)
    if closed:
        return Analysis(closed.proclitics, closed.stem, closed.enclitic, False, closed.lemma, 0.0)
    lex = lexicon()
    own = lex.own.get(word)
    if own:
        return Analysis((), word, "", False, _content_key(own), 0.0)
    price, lemma, proclitics, stem, enclitic, article, _ = _cheapest(word, lex)
    return Analysis(proclitics, stem, enclitic, article, _content_key(lemma), price)


def _cheapest(word: str, lex: Lexicon) -> Reading:
    """Return the cheapest reading: the word whole, or with clitics taken off."""
    best: Reading | None = None
    own, forms, frequency = lex.own, lex.forms, lex.frequency
    for proclitics, rest, article, future, clitics in proclitic_splits(word):
        if article:
            for lemma, cost, doubt, _ in _candidates(rest, True, False):
                best = _better((clitics + cost, lemma, proclitics, rest, "", True, doubt), best)
            continue
        for stem, enclitic, price in hosts(rest):
            if stem is word:
                continue
            if (
                not (stem in frequency or stem in forms or stem in own or future)
                and not (enclitic and stem[-1] == "ت" and stem[:-1] in lex.perfects)  # أدخلته
            ):
                continue  # a host that neither dictionary nor general text knows
            candidates = _candidates(stem, False, future)
            if candidates:
                price += clitics + _strangeness(lex, word, proclitics, stem, enclitic)
            for lemma, cost, doubt, _ in candidates:
                if _may_join(lex, word, proclitics, stem, enclitic, lemma):
                    reading = (price + cost, lemma, proclitics, stem, enclitic, False, doubt)
                    best = _better(reading, best)
    return _or_whole(word, lex, best)


def _or_whole(word: str, lex: Lexicon, best: Reading | None) -> Reading:
    """Return the word taken whole, if that is cheaper than the best reading with clitics."""
    seen_word = lex.frequency.get(word, 0.0)
    unexplained = seen_word
    if best:  # the doubt is about the lemma; the host is heard however it is to be filed
        unexplained = max(0.0, seen_word - _SLACK * 10 ** (max(0.0, best[6] - 0.3) - best[0]))
    whole = _candidates(word, False, False) or ((word, 0.0, _UNKNOWN, 0.0),)
    for lemma, _, doubt, seen in whole:
        others = seen - seen_word if lex.lemma_of(word) == lemma else seen
        cost = doubt - log10(max(0.0, others) + unexplained + _RAREST)
        best = _better((cost, lemma, (), word, "", False, doubt), best)
    assert best is not None
    return best


def _may_join(
    lex: Lexicon, word: str, proclitics: tuple[str, ...], stem: str, enclitic: str, lemma: str
) -> bool:
    """Tell whether grammar lets these clitics stand on this host."""
    is_verb = lemma in lex.verbs
    conjugated = (
        is_verb
        and stem != lemma
        and ((stem[0] in "يتن" and lemma[0] != stem[0]) or stem.endswith("وا"))
    )
    if conjugated and proclitics and proclitics[-1] in "بك":
        return False  # prepositions stand on nouns: بيرس is a name
    if enclitic == "ني":
        return is_verb
    if conjugated and enclitic and stem[-1] == "ن" and not word.endswith(stem + enclitic):
        return False  # only nouns drop their نون: تغطيها is no تغطين
    if enclitic and stem.startswith("ال") and not conjugated:
        return is_verb and stem == lemma  # التقاه, but not اللجن + ه
    return not (conjugated and enclitic == "ي")


def _strangeness(
    lex: Lexicon, word: str, proclitics: tuple[str, ...], stem: str, enclitic: str
) -> float:
    """Cost of a host that is hardly ever seen without its clitic: كوهين is not ك + وهين."""
    seen = lex.frequency.get
    if enclitic and stem[-1] == "ة":  # سألته: سألت is heard, سألة is not
        noun = seen(stem, 0.0) + seen("ال" + stem, 0.0)
        return 1.5 if seen(stem[:-1] + "ت", 0.0) > noun else 0.0
    if not proclitics or enclitic or stem in lex.own:
        return 0.0
    alone = seen(stem, 0.0) + seen("ال" + stem, 0.0)
    return max(0.0, 1.5 * log10(0.3 * (seen(word, 0.0) + _RAREST) / (alone + _RAREST)))


def _better(reading: Reading, best: Reading | None) -> Reading:
    """Return the cheaper of two readings; of one word, the one with its pronoun taken off.

    The dictionary lists نفسه as a form of نفس; the pronoun is one all the same.
    """
    if best is None:
        return reading
    if reading[1] == best[1] and bool(reading[4]) != bool(best[4]):
        apart = reading if reading[4] else best
        if apart[4][0] == "ه":
            return apart
    return reading if reading[0] < best[0] else best


@lru_cache(maxsize=1 << 16)  # words of one text share their stems
def _candidates(stem: str, article: bool, future: bool) -> tuple[Candidate, ...]:
    """Return the lemmas of a stem with the price, the doubt and the share of general text of each."""
    lex = lexicon()
    own = lex.own.get(stem)
    lemma = own or lex.forms.get(stem)
    # No finite verb bears an article: التراثي is no form of راثى, nor التخفي of أخفى.
    finite = article and stem[0] in "تي" and stem[-1] not in "ةتن" and lemma in lex.verbs
    if finite and own:  # التجار and اليسرى are none
        finite = lex.own.get("ي" + stem[1:]) == lex.own.get("ت" + stem[1:]) == own
    if own and not finite:
        if future and own not in lex.verbs:
            return ()
        return (_priced(lex, own, _OWN_SURE if article or future else _OWN),)
    if lemma and not finite:
        listed = stems.listed(lex, stem, article, future)
        return tuple([_priced(lex, lemma, doubt) for lemma, doubt in listed])
    plain = lex.frequency.get(stem, 0.0)
    with_article = "ال" + stem
    seen = plain
    if lex.lemma_of(with_article) is None:  # التزام is a word of its own, no proof of تزام
        seen += lex.frequency.get(with_article, 0.0)
    # All stems of general text are derived beforehand.
    beforehand = plain and not (article or future)
    derived = lex.derived.get(stem) if beforehand else stems.derive(lex, stem, article, future)
    if derived and not finite:
        lemma, doubt = derived[1:], stems.DOUBTS[derived[0]]
        weight = lex.weight.get(lemma, 0.0)
        return ((lemma, doubt - log10(max(weight, seen) + _RAREST), doubt, weight),)
    if future or len(stem) < 2 + (not article):
        return ()
    doubt = _UNKNOWN
    if article:
        doubt -= _SURE_ARTICLE
    elif stem.startswith(_ARTICLES) and len(stem) > 4:
        doubt += _SURE_ARTICLE  # few names begin with the letters of the article
    elif stem[0] == "و" and len(stem) > 4:
        doubt += _UNLIKELY_FIRST  # and more follow "and" than begin with waw
    return ((_unknown_lemma(lex, stem, article), doubt - log10(seen + _RAREST), doubt, seen),)


def _priced(lex: Lexicon, lemma: str, doubt: float) -> Candidate:
    seen = lex.weight.get(lemma, 0.0)
    return lemma, doubt - log10(seen + _RAREST), doubt, seen


def _unknown_lemma(lex: Lexicon, stem: str, article: bool) -> str:
    """Lemma of a stem no table knows: itself, or its adjective in ي (الصدريين → صدري)."""
    for adjective in stems.adjectives(lex, stem, article):
        if len(adjective) > 3:
            return adjective
    if _PARTICIPLE.fullmatch(stem) and stem[-2] != "ا" and stem[:-1] in lex.frequency:
        return stem[:-1]
    return stem


@lru_cache(maxsize=1 << 16)
def _content_key(lemma: str) -> str:
    """Key of a content word, kept apart from a function word spelled alike: يمثل, الأم."""
    key = lemma_key(lemma)
    if key in closed_class().lemmas:
        return key[:2] + "\u0651" + key[2:] if lemma in lexicon().verbs else "ال" + key
    return key


def verb_share(key: str) -> float:
    """Return how much of a lemma (as `lemmatize` gives it) finite verbs make up in general text.

    Between 0 and 1; نشر is both verb and noun. 0 for a lemma that general text does not know.
    """
    verb, other = _verbs_and_others().get(key, (0.0, 0.0))
    return verb / (verb + other) if verb else 0.0


@cache
def _verbs_and_others() -> dict[str, tuple[float, float]]:
    """Lemma → share of general text as a verb, and as anything else that is written like it."""
    lex = lexicon()
    shares: dict[str, tuple[float, float]] = {}
    for lemma, weight in lex.weight.items():
        # Only nouns stand after the article: of the forms of قتل, those like القتل. What looks like
        # صاحب is a participle too, and seldom bears one.
        is_verb = lemma in lex.verbs and not (len(lemma) == 4 and lemma[1] == "ا")
        noun = 10 * lex.frequency.get("ال" + lemma, 0.0) if is_verb else weight
        verb = weight if is_verb else 0.0
        before = shares.get(_content_key(lemma), (0.0, 0.0))
        shares[_content_key(lemma)] = (before[0] + verb, before[1] + noun)
    return shares
