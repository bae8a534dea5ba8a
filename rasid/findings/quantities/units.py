"""The nouns that numbers count: `assets/lexicon/units.tsv` with all their written forms, and a guess for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rasid.findings.assets import asset_path, bad_line, read_rows
from rasid.language import fold_word, is_quantifier, is_stopword
from rasid.language.analysis import analyse
from rasid.language.lexicon import lexicon
from rasid.language.numbers_scan import folded_words

COLUMNS: Final = ("unit", "about", "plural", "forms")
ABOUT: Final = ("troops", "troops?", "bases", "other")
PLURALS: Final = ("sound-m", "sound-f", "broken")


class Unit(NamedTuple):
    """A counted noun: its dictionary form, what a count of it is about, whether the form is a dual, words it takes.

    `cut` is the length of the proclitics of the form; `definite` tells that it has the article; `construct` that the
    dual needs its second noun (جولتي محادثات).
    """

    lemma: str
    about: str
    dual: bool = False
    cut: int = 0
    definite: bool = False
    second: str = ""
    construct: bool = False


_PARTICLES: Final = folded_words(
    "مقابل وسط ضد أمام إثر حسب وفق وفقا غير نحو كل بعض عدا حول ضمن عبر لدى رغم خلف دون تحت فوق عقب قرب شرق غرب شمال "
    "جنوب شرقي غربي شمالي جنوبي مقارنة نتيجة داخل خارج أثناء حيث حين قبيل وراء جراء مساء صباح ظهر فجر ليل اليوم أمس "
    "مباشر تقريبا حاليا سنويا يوميا شهريا أسبوعيا عالميا عربيا محليا دوليا أيضا جدا فقط معظم أغلب "
    "يحق عدد أعداد جميع كافة مثل مما بدلا بدل عوضا نظرا بناء أعلن أكد أفاد أضاف أشار أوضح قال دعا طالب"
)
_MARKS: Final = re.compile("[\u0640\u064b-\u0652\u0670]")
# Duals that are better known as something else: Taliban, countries, Milan, the elected.
_NOT_DUALS: Final = frozenset(("طالبان", "بلدان", "ميلان", "طنين", "طنان", "سجنان", "منتخبين"))


def _stem(lemma: str) -> str:
    """Return what endings attach to: ة opens to ت."""
    return lemma[:-1] + "ت" if lemma.endswith("ة") else lemma


def _duals(lemma: str, plural: str) -> Iterator[str]:
    """Yield dual forms. ين is also the sound plural, so there only ان is a dual."""
    stem = _stem(lemma)
    yield stem + "ان"
    if plural != "sound-m":
        yield stem + "ين"


def _singulars_and_plurals(lemma: str, plural: str, forms: str) -> Iterator[str]:
    yield lemma
    if not lemma.endswith(("ة", "ى", "ء")):
        yield lemma + "ا"
    if plural == "sound-m":
        yield from (lemma + "ون", lemma + "ين", lemma + "و", lemma + "ي")
    if plural == "sound-f":
        yield (lemma[:-1] if lemma.endswith("ة") else lemma) + "ات"
    yield from forms.split()


@cache
def unit_forms() -> dict[str, Unit]:
    """Return each folded form of a known unit, with article and proclitics.

    Raises:
        RasidError: code "bad-asset" when a line of the file is not as its head says.
    """
    path = asset_path("lexicon/units.tsv")
    table: dict[str, Unit] = {}
    for number, row in read_rows(path, COLUMNS):
        if row["about"] not in ABOUT or row["plural"] not in PLURALS:
            raise bad_line(path, number, "one-of", f"{row['about']} {row['plural']}")
        unit = Unit(row["unit"], row["about"])
        for form in _singulars_and_plurals(row["unit"], row["plural"], row["forms"]):
            _add(table, form, unit)
        for form in set(_duals(row["unit"], row["plural"])) - _NOT_DUALS:
            _add(table, form, unit._replace(dual=True))
        if row["unit"].endswith("ة"):
            for form in (_stem(row["unit"]) + "ا", _stem(row["unit"]) + "ي"):
                _add(table, form, unit._replace(dual=True, construct=True))
    return table


@cache
def first_words() -> frozenset[str]:
    """Return the first words of the forms that are written as two (كيلو متر)."""
    return frozenset(form.split()[0] for form in unit_forms() if " " in form)


def _add(table: dict[str, Unit], form: str, unit: Unit) -> None:
    first, _, second = form.partition("+")
    folded = fold_word(first)
    if second:
        unit = unit._replace(second=fold_word(second))
        folded += " " + unit.second  # looked up as two words
    for lead in ("", "و", "ب", "ل", "ف"):
        table.setdefault(lead + folded, unit._replace(cut=len(lead)))
        table.setdefault(f"{lead}ال{folded}", unit._replace(cut=len(lead), definite=True))
    table.setdefault(f"لل{folded}", unit._replace(cut=1, definite=True))


@lru_cache(maxsize=50_000)
def other_unit(word: str, low: float) -> str | None:
    """Return the lemma of a word not in the table when it can be what the number before it counts, else None.

    The counted noun is bare. After 11–99 it is an accusative singular (ends in ا or ة), after 3–10 a plural, after
    hundreds and thousands a genitive singular; verbs and function words are refused.
    """
    if not word or len(word) < 3:
        return None
    reading = analyse(_MARKS.sub("", word))
    folded = fold_word(word)
    clitics = bool(reading.proclitics or reading.article or reading.enclitic)
    due = folded.endswith("ا") and 11 <= int(low) % 100 <= 99 and len(folded) > 4
    if due and not reading.article and set(reading.proclitics) <= {"ك"}:
        clitics = False  # كرتوناً is no كـ + رتوننا where a counted noun is due
    if clitics or is_stopword(reading.lemma) or is_quantifier(reading.lemma):
        return None
    if word.startswith("ال") and not reading.lemma.startswith("ال"):
        return None  # الـ192 الموقعة على الاتفاقية
    last_two = int(low) % 100
    bare = not folded.endswith(("ا", "ه", "ي", "ء"))
    # Newspapers often leave the accusative unwritten (250 مستوطن): the citation form is taken too.
    if 11 <= last_two <= 99 and bare and reading.lemma != folded:
        return None
    if 3 <= low <= 10 and word.endswith("ة") and reading.lemma in (folded, folded[:-1]):
        return None  # one of feminine form where a plural is due: 5 حرجة و8 متوسطة
    if folded in _PARTICLES or looks_like_verb(folded, reading.lemma):
        return None
    accusative = folded.endswith("ا") and (_TANWIN in word or reading.lemma == folded[:-1])
    if accusative and not 11 <= last_two <= 99:
        return None  # a state or a manner: 120 مليار متقدماً، 10 مجاناً
    if low > 10 and (last_two == 0 or last_two > 10):
        return _singular(word, folded, reading.lemma)
    if low > 2 and folded.endswith("ات") and reading.lemma == folded:
        noun = _MARKS.sub("", word)[:-2]  # a plural that no table knows: حوامات, but ميكروفونات
        return noun if len(noun) > _NATIVE else noun + "ة"
    return _spelled(word, folded, reading.lemma)


_NATIVE: Final = (
    4  # letters of a noun of Arabic roots, at most; foreign ones are longer and have no ة
)
_TANWIN: Final = "\u064b"
_COMMON_FINALS: Final = ("كا", "ما", "يا", "دا", "را", "نا", "لا")  # foreign words: كاميرا، دراما


def _singular(word: str, folded: str, lemma: str) -> str:
    """Return the singular that numbers from 11 on count: the written word without the accusative ending."""
    plain = _MARKS.sub("", word)
    unlike = lemma != folded or not folded.endswith(_COMMON_FINALS)
    if plain.endswith("ا") and (_TANWIN in word or unlike):
        return plain[:-1]
    return plain


def _spelled(word: str, folded: str, lemma: str) -> str:
    """Return a lemma in ordinary spelling where the written word gives it (وزارة for وزاره)."""
    plain = _MARKS.sub("", word)
    if folded == lemma:
        return plain
    if lemma.endswith("ي") and "ئ" in plain[-2:]:
        return lemma[:-1] + "ئ"  # شواطئ
    if folded == lemma + "ا":
        return plain[:-1]
    if folded[:-2] == lemma and folded.endswith(("ين", "ون")):
        return plain[:-2]  # إيرانيين
    if lemma.endswith("ه") and folded.endswith("ات"):
        return plain[:-2] + "ة" if folded[:-2] == lemma[:-1] else lemma[:-1] + "ة"
    return _dictionary_form(lemma)


def _dictionary_form(lemma: str) -> str:
    """Return a folded lemma as the dictionary writes it (إقليم, مخبأ, توجيه), else with the commoner ة."""
    known = lexicon().lemma_of_folded(lemma)
    if known and fold_word(known) == lemma:
        return known
    return lemma[:-1] + "ة" if lemma.endswith("ه") else lemma


def looks_like_verb(folded: str, lemma: str) -> bool:
    """Tell whether a folded word is a form of a verb, by its own shape and its lemma."""
    if folded.endswith("وا") and len(folded) > 3:
        return True
    if len(folded) > 4 and folded[0] in "ات" and folded.endswith("ت") and folded[-2] not in "اوي":
        return True  # أعلنت، تواترت
    if lemma not in lexicon().verbs:
        return False
    if folded[0] in "يت" and (lemma[:1] != folded[0] or lemma == folded[1:]):
        return True
    return folded.endswith("ت") and not folded.endswith("ات")
