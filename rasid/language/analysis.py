"""Analysis: the likeliest reading of a word as proclitics, stem and pronoun, with its lemma.

Every way to take clitics off is tried; a reading costs what its clitics cost, what its stem is
doubted, and the rarity of its lemma in general text (log10 of its share of all words). The
cheapest reading stands. Function words are looked up whole and never taken for nouns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log10
from typing import Final, NamedTuple

from rasid.language import inflection
from rasid.language.clitics import Split, enclitic_splits, proclitic_splits
from rasid.language.closed_class import closed_class, lemma_key
from rasid.language.folding import fold_word
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


# Price, lemma, proclitics, stem, pronoun, article: an Analysis in the making.
Reading = tuple[float, str, tuple[str, ...], str, str, bool]
Candidate = tuple[str, float, float]  # lemma, doubt, share of general text

# Doubts, in powers of ten: what the tables say themselves, and what a rule made of it.
_OWN: Final = 0.0
_OWN_SURE: Final = -2.0  # with the article or the future's سـ there is no doubt left
_KNOWN: Final = 0.3
_CONJUGATED: Final = 0.5
_INFLECTED: Final = 1.0
_FOLDED: Final = 1.0
_FOLDED_FINAL_H: Final = 1.5  # زميله is زميل + ه before it is a careless زميلة
_UNKNOWN: Final = 2.5
_CONTRADICTED: Final = 2.0
_SURE_ARTICLE: Final = 2.0
_UNLIKELY_FIRST: Final = 1.3
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
    price, lemma, proclitics, stem, enclitic, article = _cheapest(word, lex)
    return Analysis(proclitics, stem, enclitic, article, _content_key(lemma), price)


def _cheapest(word: str, lex: Lexicon) -> Reading:
    """Return the cheapest reading: the word whole, or with clitics taken off."""
    best: Reading | None = None
    whole: list[Candidate] = []
    for split in proclitic_splits(word):
        _, rest, article, future, clitics = split
        for stem, enclitic, price in enclitic_splits(rest):
            if stem == word:
                whole = _candidates(word, False, False)
                continue
            if enclitic and article:
                continue
            if not (article or future or lex.has_seen(stem)):
                continue  # a host that neither dictionary nor general text knows
            candidates = _candidates(stem, article, future)
            if candidates and not article:
                price += _strangeness(lex, word, split, stem, enclitic)
            for lemma, doubt, seen in candidates:
                if article or _may_join(lex, word, split, stem, enclitic, lemma):
                    cost = clitics + price + doubt - log10(seen + _RAREST)
                    reading = (cost, lemma, split.proclitics, stem, enclitic, article)
                    if best is None or _is_better(reading, best):
                        best = reading
    seen_word = lex.frequency.get(word, 0.0)
    unexplained = max(0.0, seen_word - _SLACK * 10 ** -best[0]) if best else seen_word
    for lemma, doubt, seen in whole or ((word, _UNKNOWN, 0.0),):
        others = seen - seen_word if lex.lemma_of(word) == lemma else seen
        cost = doubt - log10(max(0.0, others) + unexplained + _RAREST)
        reading = (cost, lemma, (), word, "", False)
        if best is None or _is_better(reading, best):
            best = reading
    assert best is not None
    return best


def _may_join(lex: Lexicon, word: str, split: Split, stem: str, enclitic: str, lemma: str) -> bool:
    """Tell whether grammar lets these clitics stand on this host."""
    is_verb = lemma in lex.verbs
    conjugated = (
        is_verb
        and stem != lemma
        and ((stem[0] in "يتن" and lemma[0] != stem[0]) or stem.endswith("وا"))
    )
    if conjugated and split.proclitics and split.proclitics[-1] in "بك":
        return False  # prepositions stand on nouns: بيرس is a name
    if enclitic == "ني":
        return is_verb
    if conjugated and enclitic and stem[-1] == "ن" and not word.endswith(stem + enclitic):
        return False  # only nouns drop their نون: تغطيها is no تغطين
    if enclitic and stem.startswith("ال") and not conjugated:
        return is_verb and stem == lemma  # التقاه, but not اللجن + ه
    return not (conjugated and enclitic == "ي")


def _strangeness(lex: Lexicon, word: str, split: Split, stem: str, enclitic: str) -> float:
    """Cost of a host that is hardly ever seen without its clitic: كوهين is not ك + وهين."""
    seen = lex.frequency.get
    if enclitic and stem[-1] == "ة":  # سألته: سألت is heard, سألة is not
        noun = seen(stem, 0.0) + seen("ال" + stem, 0.0)
        return 1.5 if seen(stem[:-1] + "ت", 0.0) > noun else 0.0
    if split.article or not split.proclitics or enclitic or stem in lex.own:
        return 0.0
    alone = seen(stem, 0.0) + seen("ال" + stem, 0.0)
    return max(0.0, 1.5 * log10(0.3 * (seen(word, 0.0) + _RAREST) / (alone + _RAREST)))


def _is_better(reading: Reading, best: Reading) -> bool:
    """Tell whether a reading is cheaper, or the same word with its pronoun taken off.

    The dictionary lists نفسه as a form of نفس; the pronoun is one all the same.
    """
    if reading[1] == best[1] and bool(reading[4]) != bool(best[4]):
        apart = reading if reading[4] else best
        if apart[4][0] == "ه":
            return apart is reading
    return reading[0] < best[0]


@lru_cache(maxsize=1 << 16)  # words of one text share their stems
def _candidates(stem: str, article: bool, future: bool) -> list[Candidate]:
    """Return the lemmas of a stem, the doubt about each, and its share of general text."""
    lex = lexicon()
    weight = lex.weight.get
    own = lex.own.get(stem)
    if own and (not future or own in lex.verbs):
        return [(own, _OWN_SURE if article or future else _OWN, weight(own, 0.0))]
    known = [(m, doubt, weight(m, 0.0)) for m, doubt in _known_lemmas(lex, stem, article, future)]
    if known or future or len(stem) < 3:
        return known
    folded = lex.folded.get(fold_word(stem)) if len(stem) > 3 else None
    if folded:
        doubt = _FOLDED_FINAL_H if stem[-1] == "ه" else _FOLDED
        return [(folded, doubt, weight(folded, 0.0))]
    seen = lex.frequency.get("ال" + stem, 0.0) + lex.frequency.get(stem, 0.0)
    doubt = _UNKNOWN
    if article:
        doubt -= _SURE_ARTICLE
    elif stem[0] == "و" and len(stem) > 4:
        doubt += _UNLIKELY_FIRST  # more names follow "and" than begin with waw
    return [(_unknown_lemma(stem), doubt, seen)]


def _known_lemmas(lex: Lexicon, stem: str, article: bool, future: bool) -> list[tuple[str, float]]:
    """Return the lemmas that tables and rules of inflection give a stem, with their doubts."""
    lemma = lex.forms.get(stem)
    if lemma and article and stem[-1] == "ي" and lemma == stem[:-1]:
        lemma = stem  # النفطي is no possessed نفط
    if lemma and future and lemma == stem and lemma not in lex.verbs:
        lemma = None
    found = []
    if not article and (lemma is None or lemma == stem) and inflection.may_be_verb(stem):
        verb = lex.verb_of(stem)
        if verb and verb != stem:
            found.append((verb, _KNOWN + _doubt_of_verb(lex, stem, lemma)))
    if lemma:
        contradicted = found and _only_verb(lex, stem)
        found.append((lemma, _KNOWN + (_CONTRADICTED if contradicted else 0.0)))
    if not (found or future or stem.startswith("ال")):
        found.extend(_inflected(lex, stem, article))
    return found


def _inflected(lex: Lexicon, stem: str, article: bool) -> Iterator[tuple[str, float]]:
    found = False
    for base in inflection.nominal_bases(stem, article):
        lemma = lex.lemma_of(base)
        if lemma is None or (base[-1] == "ي" and lemma == base[:-1]):
            continue
        if lemma in lex.verbs and not (base == lemma and _more_noun_than_verb(lex, stem)):
            continue  # endings of nouns do not stand on verbs
        found = True
        # A construct ending is rarer than the same letters as part of the word.
        yield lemma, _INFLECTED + (1.0 if stem[-1] in "يو" else 0.0)
    if not found:
        for adjective in (*inflection.relative(stem), stem):
            if any(root in lex.forms for root in inflection.relative_root(adjective)):
                yield adjective, _INFLECTED
                return


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


def _unknown_lemma(stem: str) -> str:
    """Lemma of a stem no table knows: itself, or its adjective in ي (الصدريين → صدري)."""
    for adjective in inflection.relative(stem):
        if len(adjective) > 3:
            return adjective
    return stem


@lru_cache(maxsize=1 << 16)
def _content_key(lemma: str) -> str:
    """Key of a content word, kept apart from a function word spelled alike: يمثل, الأم."""
    key = lemma_key(lemma)
    if key in closed_class().lemmas:
        return key[:2] + "\u0651" + key[2:] if lemma in lexicon().verbs else "ال" + key
    return key
