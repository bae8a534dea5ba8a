"""Analysis: the likeliest reading of a word as proclitics, stem and pronoun, with its lemma.

Every way to take clitics off is tried; a reading costs what its clitics cost, what its stem is
doubted, and the rarity of its lemma in general text (log10 of its share of all words). The
cheapest reading stands. Function words are looked up whole and never taken for nouns.

What is left of a word without its clitics has to be attested, in a table or in general text
(wordfreq), not in the corpus at hand: a word has one lemma in every corpus and every build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from math import log10
from typing import Final, NamedTuple, cast

from rasid.language import stems
from rasid.language.candidates import RAREST, UNKNOWN, candidates
from rasid.language.clitics import FIRST, LAST, hosts, proclitic_splits
from rasid.language.closed_class import closed_class, lemma_key
from rasid.language.lexicon import Candidate, Host, Lexicon, lexicon


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


# Analysis._make without its Python frame.
_make: Final = cast("Callable[[Iterable[object]], Analysis]", partial(tuple.__new__, Analysis))

# Price, lemma, proclitics, stem, pronoun, article, doubt of the lemma: an Analysis in the making.
Reading = tuple[float, str, tuple[str, ...], str, str, bool, float]

_MOST_STEMS, _MOST_KEYS = 1 << 14, 1 << 16
# The word itself is no evidence for taking it whole unless it is commoner than its parts explain.
_SLACK: Final = 15.0
# A word that only a rule of inflection explains, against clitics on a word that is listed: وفئة is
# و + فئة, وأحد is و + أحد.
_RULED, _LISTED, _RULE_AGAINST_LIST = 1.0, 0.3, 1.0
_ONE_FORM: Final = (
    10.0  # a lemma is not more than ten times as common as one of its regular forms: ب + عدة
)
_UNLISTED: Final = 1.5  # doubt about a host that no table knows
_PRONOUNS_ON_NOUNS: Final = frozenset(("ه", "ها", "هم", "هما", "هن", "ك", "كم"))
_DUAL_END: Final = re.compile("[^و]ان?$")
_DUAL: Final = 3.0  # an imperfect of two persons with a pronoun: one in a million words


class _Articled(dict[str, tuple[Candidate, ...]]):
    """The candidates of stems after the article; words of one text share their stems."""

    def __missing__(self, stem: str) -> tuple[Candidate, ...]:
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = self[stem] = candidates(lexicon(), stem, True, False)
        return found


_ARTICLED: Final = _Articled()


def forget() -> None:
    """Forget the stems met so far."""
    _ARTICLED.clear()
    _KEYS.clear()


def analyse(word: str) -> Analysis:
    """Return the likeliest reading of a word in raw spelling (no marks, no tatweel)."""
    closed = closed_class().forms.get(word)
    if closed:
        return Analysis(closed.proclitics, closed.stem, closed.enclitic, False, closed.lemma, 0.0)
    lex = lexicon()
    own = lex.own.get(word)
    if own:
        return Analysis((), word, "", False, _KEYS[own], 0.0)
    host_of = lex.hosts.get
    host = host_of(word)
    seen = host[2] if host else 0.0
    bare = word[0] not in FIRST and word[-1] not in LAST
    apart = None if bare else _with_clitics(word, seen, lex)
    if apart is None and word[0] in FIRST and not (host and host[0] and host[0][0][2] <= _LISTED):
        apart = _with_inflected_host(word, lex)
    best = _or_whole(word, seen, lex, host, apart)
    price, lemma, proclitics, stem, enclitic, article, _ = best
    return _make((proclitics, stem, enclitic, article, _KEYS[lemma], price))


def _with_clitics(word: str, seen_word: float, lex: Lexicon) -> Reading | None:
    """Return the cheapest reading with clitics taken off; None when nothing can be."""
    best: Reading | None = None
    host_of = lex.hosts.get
    for proclitics, rest, article, future, clitics in proclitic_splits(word):
        if article:
            for lemma, cost, doubt, _ in _ARTICLED[rest]:
                if best is None or clitics + cost < best[0]:
                    reading = (clitics + cost, lemma, proclitics, rest, "", True, doubt)
                    best = _better(reading, best)
            continue
        if proclitics:
            host = host_of(rest)
            if host or future:
                price = clitics + _strangeness(seen_word, host[1] if host else lex.heard(rest))
                best = _on_host(lex, word, price, proclitics, rest, "", host, best)
        if rest[-1] not in LAST:
            continue
        for stem, enclitic, price in hosts(rest):
            host = host_of(stem)
            # Else a host that neither dictionary nor general text knows.
            if host or future or (stem[-1] == "ت" and stem[:-1] in lex.perfects):  # أدخلته
                price += clitics
                if stem[-1] == "ة":
                    price += _noun_of_verb(lex, stem)
                elif stem[0] in "يتن" and len(stem) > 3 and _DUAL_END.search(stem):
                    price += _DUAL  # يتمناه is يتمنى + ه before it is a dual of تم
                best = _on_host(lex, word, price, proclitics, stem, enclitic, host, best)
    return best


def _with_inflected_host(word: str, lex: Lexicon) -> Reading | None:
    """Return the cheapest reading whose host nobody lists, but with its ending: بإنجازين."""
    best: Reading | None = None
    for proclitics, rest, article, future, clitics in proclitic_splits(word)[1:]:
        if article or future or len(rest) < 5:
            continue
        unheard = word[0] == "و" and len(proclitics) == 1 and rest[0] not in "اوي"
        if unheard and word not in lex.frequency:
            return _on_host(lex, word, clitics, proclitics, rest, "", None, best)
        derived = stems.derive(lex, rest, False, False)
        if derived and derived[0] == stems.ENDING:
            best = _on_host(lex, word, clitics, proclitics, rest, "", None, best)
    return best


def _on_host(
    lex: Lexicon,
    word: str,
    clitics: float,
    proclitics: tuple[str, ...],
    stem: str,
    enclitic: str,
    host: Host | None,
    best: Reading | None,
) -> Reading | None:
    """Return the better of the best reading so far and those with these clitics on this host."""
    if proclitics and proclitics[-1] == "س":
        found = candidates(lex, stem, False, True)
    else:
        found = host[0] if host else candidates(lex, stem, False, False)
    for lemma, cost, doubt, _ in found:
        price = clitics + cost
        if best and price >= best[0] and not (enclitic and lemma == best[1]):
            continue
        is_verb = lemma in lex.verbs
        if (is_verb or enclitic) and not _may_join(
            is_verb, word, proclitics, stem, enclitic, lemma
        ):
            continue
        best = _better((price, lemma, proclitics, stem, enclitic, False, doubt), best)
    return best


def _or_whole(
    word: str, seen_word: float, lex: Lexicon, host: Host | None, best: Reading | None
) -> Reading:
    """Return the word taken whole, if that is cheaper than the best reading with clitics."""
    unexplained = seen_word
    if best:  # the doubt is about the lemma; the host is heard however it is to be filed
        unexplained = max(0.0, seen_word - _SLACK * 10 ** (max(0.0, best[6] - 0.3) - best[0]))
    whole = host[0] if host else candidates(lex, word, False, False)
    apart = best
    on_listed = apart and apart[2] and apart[4] != "ي" and apart[6] <= _LISTED
    for lemma, _, doubt, others in whole or ((word, 0.0, UNKNOWN, 0.0),):
        ruled = 0.0
        if apart and doubt >= UNKNOWN and others and _explains(apart, seen_word, lex):
            others = 0.0  # its own share, which the parts explain
        elif _RULED <= doubt < UNKNOWN and on_listed:
            ruled = _RULE_AGAINST_LIST
            if apart and seen_word and _is_heard_more(apart, seen_word, lex):
                others = min(others, _ONE_FORM * seen_word)
        cost = doubt + ruled - log10(max(0.0, others) + unexplained + RAREST)
        best = _better((cost, lemma, (), word, "", False, doubt), best)
    assert best is not None
    return best


def _explains(apart: Reading, seen_word: float, lex: Lexicon) -> bool:
    """Tell whether a reading with clitics explains letters that general text has and no table knows.

    Such letters are a foreign name more often than not (فون is no ف + ون), unless a pronoun stands on a
    listed word (صحتك), a preposition before a longer one (بانتظام), or either before a name that is heard
    more often without it (لرويترز).
    """
    _, _, proclitics, stem, enclitic, _, doubt = apart
    if doubt >= _UNLISTED:
        return len(stem) > 4 and stem[0] != "و" and _is_heard_more(apart, seen_word, lex)
    if proclitics and proclitics[-1] in "فك":
        return False
    if enclitic:
        return enclitic in _PRONOUNS_ON_NOUNS and (enclitic != "ك" or doubt <= _LISTED)
    return len(stem) > 3


def _is_heard_more(apart: Reading, seen_word: float, lex: Lexicon) -> bool:
    """Tell whether the host of و, ب or ل alone is commoner than the word as it is written."""
    _, _, proclitics, stem, enclitic, _, _ = apart
    host_alone = bool(proclitics) and proclitics[-1] in "وبل" and not enclitic
    return host_alone and lex.heard(stem) > seen_word


def _may_join(
    is_verb: bool, word: str, proclitics: tuple[str, ...], stem: str, enclitic: str, lemma: str
) -> bool:
    """Tell whether grammar lets these clitics stand on this host."""
    conjugated = (
        is_verb
        and stem != lemma
        and ((stem[0] in "يتن" and lemma[0] != stem[0]) or stem.endswith("وا"))
    )
    if conjugated and proclitics and proclitics[-1] in "بك":
        return False  # prepositions stand on nouns: بيرس is a name
    if enclitic == "ني":
        return is_verb
    if enclitic and stem[-1] == "ا" and len(stem) > 3:
        closed = closed_class().forms.get(stem)
        if closed and closed.enclitic:
            return False  # أنهاه is no أنها with another pronoun
        if stem == lemma + "ا":
            # No accusative bears a pronoun: ذكراها is of ذكرى; but أعلناه, "we announced it".
            return is_verb and lexicon().lemma_of(lemma + "ى") in (None, lemma)
    if conjugated and enclitic and stem[-1] == "ن" and not word.endswith(stem + enclitic):
        return False  # only nouns drop their نون: تغطيها is no تغطين
    if enclitic and stem.startswith("ال") and not conjugated:
        return is_verb and stem == lemma  # التقاه, but not اللجن + ه
    return not (conjugated and enclitic == "ي")


def _strangeness(seen_word: float, alone: float) -> float:
    """Cost of a host that is hardly ever seen without its clitic: كوهين is not ك + وهين."""
    strange = 0.3 * (seen_word + RAREST) / (alone + RAREST)
    return 1.5 * log10(strange) if strange > 1.0 else 0.0


def _noun_of_verb(lex: Lexicon, stem: str) -> float:
    """Cost of a noun in ة that is heard less than the verb in ت: سألته is of سألت, not سألة."""
    return 1.5 if lex.frequency.get(stem[:-1] + "ت", 0.0) > lex.heard(stem) else 0.0


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


class _Keys(dict[str, str]):
    """Key of each content word, kept apart from a function word spelled alike: يمثل, الأم."""

    def __missing__(self, lemma: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        key = lemma_key(lemma)
        if key in closed_class().lemmas:
            key = key[:2] + "\u0651" + key[2:] if lemma in lexicon().verbs else "ال" + key
        self[lemma] = key
        return key


_KEYS: Final = _Keys()


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
        # صاحب is a participle too, and seldom bears one; غادر is conjugated more often.
        is_verb = lemma in lex.verbs and (
            len(lemma) != 4 or lemma[1] != "ا" or _is_rather_conjugated(lex, lemma)
        )
        noun = 10 * lex.frequency.get("ال" + lemma, 0.0) if is_verb else weight
        verb = weight if is_verb else 0.0
        before = shares.get(_KEYS[lemma], (0.0, 0.0))
        shares[_KEYS[lemma]] = (before[0] + verb, before[1] + noun)
    return shares


def _is_rather_conjugated(lex: Lexicon, verb: str) -> bool:
    seen = lex.frequency.get
    forms = ("ي" + verb, "ت" + verb, verb + "ت", verb + "وا")
    return sum(seen(form, 0.0) for form in forms) > lex.heard(verb)
