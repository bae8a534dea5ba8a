"""Counts without a number word: duals (قاعدتين، جولتي محادثات، مسؤولَين) and one or two said after the noun."""

from __future__ import annotations

import re
from typing import Final

from rasid.findings.quantities.context import COUNT_CUES, FATES
from rasid.findings.quantities.counted import OTHERS, and_a_half
from rasid.findings.quantities.hedges import bounded_after, hedge_before
from rasid.findings.quantities.joining import Count
from rasid.findings.quantities.nouns import known_unit, partitive, written
from rasid.findings.quantities.units import Unit, looks_like_verb, other_unit, unit_forms
from rasid.language import Document, fold_word
from rasid.language.analysis import analyse
from rasid.language.numbers import Number, read_number
from rasid.language.numbers_scan import Words, folded_words

# Adjectives whose plural is not made with ين, so that ين makes the noun before them a dual (مسؤولين كبيرين).
DUAL_ADJECTIVES: Final = folded_words("كبيرين كبيران جديدين جديدان قديمين صغيرين بريئين")
_MARKED: Final = re.compile("\u064e\u064a\u0652?\u0646[\u0650\u064e]?")  # َين, which no plural has


def _two(first: int, end: int, unit: Unit | None, lemma: str) -> Count:
    number = Number(first, end, 2, 2, False, False, False)
    return Count(first, end, 2, 2, False, lemma, unit.about if unit else "other", True, number)


def dual(w: Words, i: int, previous: Count | None) -> Count | None:
    """Read the dual at word `i` as two of its unit.

    The two (countries) just named are no count, unless they are bases; nor is a second dual that describes the first
    (فرقتين عسكريتين), or a construct dual before the names of the two (مدينتي تعز وعدن).
    """
    if w.words[i] in DUAL_ADJECTIVES:
        return _described(w, i)
    unit = unit_forms()[w.words[i]]
    if unit.definite and unit.about != "bases":
        return None
    titled = w.words[i - 1].endswith(("ين", "ان", "ون")) and not w.words[i - 1].endswith("بين")
    if unit.lemma == "عام" and w.near(i) and titled:
        return None  # مديرين عامين
    if previous and previous.low == 2 and w.near(i) and not unit.cut:
        between = w.words[previous.end : i]  # حربين عالميتين مدمرتين
        if not between or (len(between) == 1 and between[0][-2:] == w.words[i][-2:]):
            return None
    names = w.words[i + 2].startswith("و") and w.near(i + 2)
    kind = w.words[i + 1] in _KINDS and w.near(i + 1)
    if (
        unit.construct
        and unit.about != "bases"
        and not kind
        and (names or not _is_plural(w, i + 1))
    ):
        return None
    return _two(i, i + 1, unit, unit.lemma)


# Said right after the dual of a noun these tell of what kind the two are: سيارتي إسعاف، فرقتي إطفاء وإنقاذ.
_KINDS: Final = folded_words(
    "عمل تدريب إطفاء إنقاذ إسعاف شرطة شحن نفط نقل ركاب تهريب سطو خطف طعن دهس تسمم وفاة انتحار قتل استطلاع تفجير حرب"
)
# Before a dual these are places or limits: فوق منزلين، حتى ساعتين قبل الموعد.
_PLACES: Final = folded_words("فوق دون حدود حتى")


def hedged_dual(w: Words, count: Count | None) -> Count | None:
    """Return a dual with the hedge or bound before it (نحو شهرين، أكثر من عامين)."""
    if count is None:
        return None
    if w.words[count.end] == "او" and w.near(count.end) and w.near(count.end + 1):
        more = read_number(w, count.end + 1)  # أسبوعين أو ثلاثة
        if more and 2 < more.low < 10 and not known_unit(w, more.end):
            count = count._replace(end=more.end, high=more.high)
    if w.words[count.end][:1] == "و":
        half, end = and_a_half(w, count.end, count.unit)  # عامين ونصف العام
        count = count._replace(end=end, low=count.low + half, high=count.high + half)
    if w.words[count.end].startswith("اثن") and w.near(count.end):
        count = count._replace(end=count.end + 1)  # حادثين اثنين
    if (after := bounded_after(w, count.end)) is not None:
        count = count._replace(end=after, approximate=True)
    start = hedge_before(w, count.first)
    if start is not None and w.words[count.first - 1] not in _PLACES:
        return count._replace(first=start, approximate=True)
    return count


def _is_plural(w: Words, i: int) -> bool:
    """Tell whether word `i` is a bare plural, as after جولتي (محادثات)."""
    word = w.words[i]
    if not w.near(i) or word.startswith("ال") or len(word) < 4:
        return False
    if word.endswith("ات"):
        return True
    reading = analyse(word)
    if reading.lemma == word or reading.proclitics or reading.enclitic:
        return False
    return not looks_like_verb(word, reading.lemma)  # حالتي تتحسن


def _described(w: Words, i: int) -> Count | None:
    """Read a noun in ين that the dual adjective at word `i` shows to be a dual."""
    unit = unit_forms().get(w.words[i - 1])
    if unit is None or unit.dual or unit.definite or not w.near(i):
        return None
    return _two(i - 1, i, unit, unit.lemma) if w.words[i - 1].endswith("ين") else None


def marked_duals(w: Words, document: Document) -> dict[int, Count]:
    """Return the duals that their vowel marks tell from plurals (مسؤولَين), by word; few texts have any."""
    text = document.text
    if "\u064e\u064a" not in text or not _MARKED.search(text):
        return {}
    forms = unit_forms()
    found: dict[int, Count] = {}
    for i in range(w.count):
        unit = forms.get(w.words[i]) if w.words[i].endswith("ين") else None
        if unit is None or unit.dual or unit.definite:
            continue
        if _MARKED.search(written(w, document, i)):
            found[i] = _two(i, i + 1, unit, unit.lemma)
    return found


def after_noun(w: Words, document: Document, number: Number) -> Count | None:
    """Read one or two after the noun (جندي واحد، جندي أميركي واحد، إرهابيين اثنين), or before من (اثنين من الجنود)."""
    word, i = w.words[number.first], number.first
    if word.startswith("واحد"):
        return _one(w, number)
    if number.low != 2:
        return counted_before(w, number) if number.low > 2 else None
    if w.words[number.end] == "من":
        unit = known_unit(w, number.end + 1)
        if unit:
            return _two(i, number.end + 2, unit, unit.lemma)._replace(number=number)
        plural = partitive(w, document, number.end, number._replace(low=3))  # اثنين من أنصاره
        if plural[0]:
            two = _two(i, plural[2], None, plural[0])
            return two._replace(about=plural[1], number=number)
    if not word.startswith(("اث", "واث")):
        return None
    if w.words[number.end] in OTHERS or _suffered(w, i):  # وجرح اثنان آخران
        return Count(i, number.end, 2, 2, False, "", "other", True, number)
    for first in (i - 1, i - 2):
        noun = w.words[first]
        if not w.near(first + 1) or not noun.endswith(("ين", "ان")) or noun.startswith("ال"):
            break
        unit = unit_forms().get(noun)
        if unit and not unit.definite:
            return _two(first, i + 1, unit, unit.lemma)._replace(number=number)
    before = w.words[i - 1]
    listed = w.near(i) and before.endswith(("ين", "ان")) and not before.startswith("ال")
    return _unlisted(w, document, i - 1, number) if listed else None


def counted_before(w: Words, number: Number) -> Count | None:
    """Read a definite number after the definite plural that it counts: القواعد الثلاث، الجنود الستين."""
    i = number.first
    unit = unit_forms().get(w.words[i - 1])
    if unit is None or not unit.definite or unit.dual or not w.near(i):
        return None
    if not w.words[i].startswith("ال") or w.words[i - 1].endswith(fold_word(unit.lemma)):
        return None
    return Count(
        i - 1, number.end, number.low, number.low, False, unit.lemma, unit.about, True, number
    )


def _suffered(w: Words, i: int) -> bool:
    """Tell whether a verb or noun of killing, wounding or arrest stands right before word `i`."""
    before = w.words[i - 1]
    return w.near(i) and (before in COUNT_CUES or before[1:] in FATES)


def _one(w: Words, number: Number) -> Count | None:
    """Read واحد after a counted noun, or after its adjective."""
    i = number.first
    for first in (i - 1, i - 2):
        unit = unit_forms().get(w.words[first])
        if not w.near(first + 1) or (
            first < i - 1 and not w.words[i - 1].endswith(("ي", "يه", "يا"))
        ):
            return None
        if (
            unit
            and not (unit.definite or unit.dual)
            and (w.words[i].endswith("ه") or not unit.lemma.endswith("ة"))
            and is_singular(w.words[first], unit)
        ):
            start = hedge_before(w, first)  # أكثر من ميل واحد
            same = start is None and w.near(first) and w.words[number.end] not in ("الي", "حتي")
            if same and _is_the_same(w.words[first - 1], unit.lemma):
                return None
            begin = first if start is None else start
            after = bounded_after(w, number.end)
            hedged = start is not None or after is not None
            end = after or number.end
            return Count(begin, end, 1, 1, hedged, unit.lemma, unit.about, True, number)
    return None


def _is_the_same(before: str, noun: str) -> bool:
    """Tell whether واحد says that it is the same, not how many: من عائلة واحدة، في مكان واحد."""
    return before == "من" or noun == "اتجاه" or (before == "في" and noun in _SHARED)


_SHARED: Final = frozenset(("مكان", "وقت", "آن", "فترة"))


def is_singular(word: str, unit: Unit) -> bool:
    """Tell whether a form of a unit is its singular, with the accusative ending or without."""
    lemma = fold_word(unit.lemma)
    return word[unit.cut :] in (lemma, lemma + "ا")


def _unlisted(w: Words, document: Document, i: int, number: Number) -> Count | None:
    """Read a noun outside the table before اثنين (فلسطينيين اثنين)."""
    stem = written(w, document, i)[:-2]
    noun = stem[:-1] + "ة" if stem.endswith("ت") else stem
    lemma = other_unit(noun, 100) if len(stem) > 2 else None
    return _two(i, number.end, None, lemma)._replace(number=number) if lemma else None
