"""The lexicon from its sources: simplemma's table, wordfreq's counts, our own lists.

This takes seconds, so `lexicon_cache.py` keeps the result until a source or a rule changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import wordfreq
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from rasid.errors import bad_line
from rasid.language import conjugation, inflection
from rasid.language.closed_class import closed_class
from rasid.language.folding import fold_word
from rasid.language.lexicon import LISTS, NAMES, VERB, VERBS, Lexicon
from rasid.language.repairs import is_verb_after_conjunction, repaired
from rasid.settings import asset

NO_WORDS: Final = "-"
_RAREST: Final = 5e-8  # one in twenty million; rarer words only cost memory
_ARABIC: Final = re.compile("^[\u0621-\u064a]+$")
_UNLISTED_VERB: Final = 5e-7
_HAMZA: Final = str.maketrans("أإ", "اا")
_PERSONS: Final = frozenset("يتنأ")  # first letters of imperfects


def read_groups(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield `(head, members)` of each line `head<TAB>member member ...` of an editable list.

    Blank lines and what follows a # are left out.

    Raises:
        RasidError: `bad-asset`, naming the file and the line, for a line without a head.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        content = line.split("#", 1)[0].strip()
        if content:
            head, _, members = content.partition("\t")
            if " " in head:
                raise bad_line(path.name, number, "head")
            yield head, members.split()


def build() -> Lexicon:
    """Return the lexicon made afresh."""
    lex = Lexicon()
    frequencies = wordfreq.get_frequency_dict("ar", "large")
    lex.frequency = {
        word: seen
        for word, seen in frequencies.items()
        if seen >= _RAREST and "\u0621" <= word[0] <= "\u064a"
    }
    lex.names = {name for name, _ in read_groups(asset(NAMES))}
    listed = set(_read_own(lex))
    no_words = listed | {word for word in closed_class().bare if lex.conjugated(word) < VERB}
    table = DefaultDictionaryFactory().get_dictionary("ar")
    lex.forms = {
        form: lemma
        for form, lemma in table.items()
        if len(form) > 1
        and form not in no_words
        and not is_verb_after_conjunction(form, lemma)
        and lemma not in no_words
        and _ARABIC.match(form + lemma)
    }
    lex.verbs = _find_verbs(lex)
    changes = repaired(lex.forms, lex.verbs, lex.frequency)
    lex.verbs -= {form for form in changes if form[-1] == "ا" and lex.forms[form] == form}
    lex.forms.update(changes)
    # What the dictionary files under a word of ours goes where that word goes.
    for form, lemma in lex.forms.items():
        if lemma in lex.own and lemma not in lex.verbs:
            lex.forms[form] = lex.own[lemma]
    _inflect_own(lex)
    _conjugate_own(lex, no_words)
    lex.weight = _weigh(lex)
    lex.forms = _without_articles(lex.forms)
    lex.folded = _fold_all(lex)
    lex.perfects = {
        verb
        for verb in lex.verbs
        if len(verb) > 2 and verb in (lex.own.get(verb), lex.forms.get(verb))
    }
    lex.imperfects = _imperfects(lex)
    lex.inferred = _infer_verbs(lex)
    lex.no_words = listed & lex.frequency.keys()
    return lex


def _read_own(lex: Lexicon) -> Iterator[str]:
    """Fill `own`; yield the spellings that the dictionary is to forget."""
    for name in LISTS:
        for lemma, members in read_groups(asset(name)):
            if lemma == NO_WORDS:
                yield from members
                continue
            for form in (lemma, *members):
                lex.own.setdefault(form, lemma)


def _inflect_own(lex: Lexicon) -> None:
    """Let regular endings and careless spellings of our own words follow them."""
    for form, lemma in lex.own.items():
        forms = (
            [form]
            if lemma in lex.verbs or form in lex.names
            else [form, *inflection.regular_forms(form)]
        )
        for inflected in forms:
            careless = inflected.translate(_HAMZA)
            for written in (inflected, careless, "ال" + inflected, "ال" + careless):
                if written not in lex.own:
                    lex.forms[written] = lemma


def _conjugate_own(lex: Lexicon, no_words: set[str]) -> None:
    """Give the forms of our own verbs to them, where they are not commonly something else."""
    listed = [(perfect, one) for perfect, own in read_groups(asset(VERBS)) for one in own]
    perfects = {perfect for perfect, _ in listed}
    for conjugate in (conjugation.forms, conjugation.rarer_forms):
        verbs: dict[str, list[str]] = {}
        seldom: list[tuple[str, str]] = []
        for perfect, imperfect in listed:
            for form in conjugate(perfect, imperfect):
                if form[0] == "أ" and form[1:] == imperfect[1:]:
                    seldom.append((form, perfect))  # ألفت: she wrote, seldom "I draw attention"
                else:
                    verbs.setdefault(form, []).append(perfect)
        seldom = [(form, perfect) for form, perfect in seldom if form not in verbs]
        for form, perfect in seldom:
            verbs.setdefault(form, []).append(perfect)
        rarer = conjugate is conjugation.rarer_forms
        for form, bases in verbs.items():
            if form in lex.own or form in no_words or (form in perfects and form not in bases):
                continue  # تقدم stands for itself, not for "she presents"
            known = lex.forms.get(form)
            if known in bases or (rarer and known and known != form):
                continue
            if not _is_rather_other(lex, form, bases):
                # Of دخل and أدخل the simple verb is listed first.
                lex.forms[form] = max(bases, key=lex.conjugated) if rarer else bases[0]
    lex.verbs |= {perfect for perfect in perfects if lex.forms.get(perfect) == perfect}


def _is_rather_other(lex: Lexicon, form: str, bases: list[str]) -> bool:
    """Tell whether general text has a form of a verb rather as another word: نقل, أشد, عضوا."""
    seen = lex.frequency.get
    if seen("ال" + form, 0.0) > 0.2 * seen(form, 0.0):
        return True
    if form[-1] == "ا" and form[-2:] != "نا" and lex.lemma_of(form[:-1]) not in (None, *bases):
        return True  # صورا are pictures, عضوا is a member
    if form in bases or form[0] not in "تنأ":
        return False
    if lex.conjugated(form) > VERB:  # تعثر is a verb of its own
        return True
    third = seen("ي" + form[1:], 0.0)
    first = form[0] in "نأ" and all(base[0] != form[0] for base in bases)  # أردت is of أراد
    return first and len(form) < 5 and third < 0.8 * seen(form, 0.0)


def _find_verbs(lex: Lexicon) -> set[str]:
    """Lemmas with a plural imperfect, and those that general text conjugates."""
    verbs = {m for f, m in lex.forms.items() if f[0] == "ي" != m[0] and _is_plural(f)}
    for form, lemma in lex.forms.items():
        if len(form) > 2 and form[-1] not in "ةء" and form[:2] != "ال":
            # كتب is listed as books; that it is a verb too shows in يكتب
            proof = VERB if form == lemma else _UNLISTED_VERB
            imperfect = form == lemma or lex.frequency.get("ي" + form, 0.0) > _UNLISTED_VERB
            if imperfect and lex.conjugated(form) > proof:
                verbs.add(form)
    return verbs | _own_verbs(lex)


def _is_plural(imperfect: str) -> bool:
    return imperfect[-2:] == "ون" and len(imperfect) > 3


def _own_verbs(lex: Lexicon) -> set[str]:
    """Lemmas of ours that are listed with their imperfect: رد with يرد and ترد."""
    return {
        lemma
        for form, lemma in lex.own.items()
        if form[0] == "ي" and lemma[0] != "ي" and lex.own.get("ت" + form[1:]) == lemma
    }


def _weigh(lex: Lexicon) -> dict[str, float]:
    """How often general text has a lemma in forms without clitics."""
    weight: dict[str, float] = {}
    function_words = {  # لها is "to her", and proves no verb
        form for form, word in closed_class().forms.items() if word.proclitics or word.enclitic
    }
    for table in (lex.own, lex.forms):
        for form, lemma in table.items():
            seen = lex.frequency.get(form) if form not in function_words else None
            own = table is lex.own and form == lemma  # نوه is a verb, whatever نو may be
            if form[-1] == "ه" and not own and lex.frequency.get(form[:-1], 0.0) > (seen or 0.0):
                continue  # يده is يد with a pronoun; it proves no other word
            if seen and (table is lex.own or form not in lex.own):
                weight[lemma] = weight.get(lemma, 0.0) + seen
    for verb in lex.verbs:  # whatever the dictionary made of its forms
        weight[verb] = max(weight.get(verb, 0.0), 2 * lex.conjugated(verb))
    return weight


def _imperfects(lex: Lexicon) -> dict[str, str]:
    """Core of each imperfect that the dictionary lists → its verb."""
    found: dict[str, tuple[int, str]] = {}
    for form, lemma in (lex.forms | lex.own).items():
        if form[0] in _PERSONS and form != lemma and lemma in lex.verbs:
            for rank, (person, ending) in enumerate(inflection.LISTED_PERSONS):
                core = form[1 : len(form) - len(ending)]
                if len(core) > 1 and form[0] == person and form.endswith(ending):
                    found[core] = min(found.get(core, (rank, lemma)), (rank, lemma))
    return {core: verb for core, (_, verb) in found.items()}


def _infer_verbs(lex: Lexicon) -> dict[str, str]:
    """Core of each other imperfect of general text → the verb conjugated most of those it fits."""
    cores: dict[str, None] = {}
    for form in lex.frequency:
        if form[0] not in _PERSONS:
            continue
        for core, weak in inflection.imperfect_cores(form):
            cores[core] = None
            if weak:
                cores[core + "ي"] = None
    inferred = {}
    for core in cores:
        best, most = None, VERB
        for verb, fit in inflection.perfects(core):
            seen = lex.conjugated(verb) * fit * (1.0 if verb in lex.verbs else 0.1)
            if seen > most:
                best, most = verb, seen
        if best:
            inferred[core] = best
    return inferred


def _without_articles(forms: dict[str, str]) -> dict[str, str]:
    """Leave out what taking ال off finds as well: a fifth of the table, and of the time to load it."""
    return {
        form: lemma
        for form, lemma in forms.items()
        if form[:2] != "ال" or forms.get(form[2:]) != lemma
    }


def _fold_all(lex: Lexicon) -> dict[str, str]:
    """Folded form → lemma; of words that fold alike the more frequent one stands for all.

    Only what `forms` does not say of the folded spelling is kept, a tenth.
    """
    index: dict[str, str] = {}
    for table in (lex.forms, lex.own):
        spellings = fold_word("\n".join(table)).split("\n")  # one call for all of them
        for folded, lemma in zip(spellings, table.values(), strict=True):
            other = index.get(folded)
            if other is None or lex.weight.get(lemma, 0.0) > lex.weight.get(other, 0.0):
                index[folded] = lemma
    return {folded: lemma for folded, lemma in index.items() if lex.forms.get(folded) != lemma}
