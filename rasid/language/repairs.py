"""Repairs of the dictionary, by rule.

simplemma's table comes from inflection tables that list a verb's participles and verbal nouns as
forms of the verb, and a noun's possessed form where the adjective in ي is meant. Newspapers count
these as words of their own: تعليم is not علم, متوقع not توقع, نفطي not نفط.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HAMZA: Final = str.maketrans("أإآئؤ", "ااااا")
_LONG: Final = frozenset("ايأإآئؤ")
_ADJECTIVE: Final = 1.5e-7  # share of general text
_LEAST_ARTICLES, _MOST_ARTICLES = 0.5, 10.0  # to one of the same letters without
_PLURALS: Final = frozenset({"حجارة", "صحابة", "عمومة", "ذكورة"})
_SOUND_ENDINGS: Final = ("تين", "تان", "ات", "ين", "ون", "ان", "ة", "ا")


def is_participle(form: str, verb: str) -> bool:
    """م before another verb: متوقع of توقع, مواجهة of واجه, مرفوض of رفض."""
    return form[0] == "م" and verb[0] != "م"


def is_agent(form: str, verb: str) -> bool:
    """فاعل of a three-letter verb, فائل of a hollow one: رافض of رفض, هائل of هال."""
    if len(verb) != 3 or len(form) < 4 or form[1] != "ا":
        return False
    return form[0] + form[2:4] == verb or (form[2] == "ئ" and form[0] + "ا" + form[3] == verb)


def is_verbal_noun(form: str, verb: str) -> bool:
    """A long vowel before the last letter, or ة: انسحاب, تعليم, إيقاف, استضافة, اختفاء."""
    if form[-1] not in "ةؤت" and form[-2:-1] not in _LONG:
        return False
    bare, base = form.translate(_HAMZA), verb.translate(_HAMZA)
    if bare.endswith("ات") and len(bare) > 6:
        bare = bare[:-2]
    if bare.endswith("ة"):
        return bare[:-1] != base or is_of_four_letters(verb)
    if len(bare) < 4:
        return False
    last = bare[-1]
    if bare[0] == "ت" and bare[-2] == "ي" and bare[1:-2] + last == base:
        return True  # تفعيل
    if form[-1] == "ؤ" and bare == base:
        return True  # تباطؤ of تباطأ
    if len(base) < 4 and base[0] != "ا":
        return False  # with three letters this is the shape of broken plurals too (ملوك، جبال)
    return bare in _with_long_vowel(base)


def is_of_four_letters(verb: str) -> bool:
    """The noun of action of a verb with four root letters is the verb and ة: زعزعة, ترجمة."""
    return len(verb) == 4 and verb[0] not in "اأإآ" and verb[1] != "ا"


def _with_long_vowel(base: str) -> tuple[str, ...]:
    """Verbal nouns that a derived verb may have, by its weak letters (hamza seats as alef)."""
    body, last = base[:-1], base[-1]
    if last in "ىيا":
        return (body + "اء",)  # اختفاء of اختفى
    return (
        body + "ا" + last,  # انسحاب of انسحب
        base + "ا" + last,  # احتلال of احتل
        "اي" + base[2:-1] + "ا" + last if base[:2] == "او" else "",  # إيقاف of أوقف
        base[:-2] + "يا" + last if base[-2] == "ا" else "",  # احتياط of احتاط
        "استي" + base[4:-1] + "ا" + last if base[:4] == "استو" else "",  # استيطان of استوطن
    )


def is_causative_noun(form: str, lemma: str) -> bool:
    """إفعال is the verbal noun of أفعل, whatever the dictionary files it under: إدلاء, إضرار."""
    return form[0] == "إ" != lemma[0] and re.fullmatch("إ..ا[^نة](ات)?", form) is not None


def is_verb_after_conjunction(form: str, lemma: str) -> bool:
    """فوصل is ف + وصل and ووعد و + وعد before they are passives of فاصل and واعد."""
    return form[0] in "فو" and form[1] == "و" and lemma == form[0] + "ا" + form[2:4]


def perfect_of(form: str, seen: Mapping[str, float], verbs: set[str]) -> str | None:
    """The verb of a perfect that is listed as a word of its own: أحسنوا, أسرعنا, أعلنا; أحيانا is none."""
    if len(form) < 5 or form[-2:] not in ("وا", "نا"):
        return None
    base, whole = form[:-2], form[:-1]
    sure = form[-2:] == "وا" or (len(base) > 3 and base[0] != "ي")  # أرينا is a name
    if sure and base in verbs and whole not in verbs and "ال" + whole not in seen:
        return base
    return whole if whole[-1] == "ن" and whole in verbs else None


def is_verb_by_chance(bare: str, lemma: str, seen: Mapping[str, float]) -> bool:
    """تشاور, تقشف, نزيف are nouns that look like "she" or "we do"; only nouns are written with the article.

    Where they are hardly ever written without it, the letters of the article are the word's own: التقت.
    """
    if bare[0] not in "تن" or lemma[0] == bare[0] or len(bare) < 4:
        return False
    alone = seen.get(bare, 0.0)
    return _LEAST_ARTICLES * alone < seen.get("ال" + bare, 0.0) < _MOST_ARTICLES * alone


def noun_in_ta(form: str, lemma: str, is_verb: bool) -> str | None:
    """The verbal noun in ة that a form filed under its verb is: إدانة of أدان, حضانة of حضن.

    It stands for its plural too (إدانات). أسلحة of سلاح and the like are plurals, and stay.
    """
    if form[-1] not in "ةت" or len(lemma) < 3:
        return None
    bare = form[:-2] + "ة" if form.endswith("ات") else form
    if bare[-1] != "ة":
        return None
    spelled, verb = bare.translate(_HAMZA)[:-1], lemma.translate(_HAMZA)
    if len(lemma) > 3 and spelled == verb and lemma[-2] == "ا" and (is_verb or lemma[0] == "أ"):
        return bare
    if len(lemma) == 3 and form[-1] == "ة":
        front, last = verb[:2], verb[2]
        shapes = (front + "ا" + last, front + "و" + last, "م" + verb)
        if spelled in shapes and bare not in _PLURALS:
            return bare
    return None


def nominal_lemma(form: str, known: Mapping[str, str]) -> str:
    """Return the singular of a participle or verbal noun.

    مفاعلة and its like keep their ة (مواجهات → مواجهة); participles lose it (متوقعة → متوقع);
    other verbal nouns are masculine (تصرفات → تصرف).
    """
    if re.fullmatch("م.ا..(ة|ات|تين|تان)", form):
        return form[:5] + "ة"
    if form.endswith(("اة", "ية")):
        return form
    endings = _SOUND_ENDINGS if form[0] == "م" else ("ات", "ين", "ان")
    for ending in endings:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) > 3:
            if stem + "ة" in known and ending == "ات" and form[0] != "م":
                return stem + "ة"
            if stem in known:
                return stem
    return form


def _is_word_of_its_own(bare: str, lemma: str, is_verb: bool) -> bool:
    derived = is_verb or (len(lemma) > 3 and lemma[0] in "أإا") or len(lemma) > 4
    if is_agent(bare, lemma):
        return is_verb
    if is_participle(bare, lemma) and bare[-1] != "ى":
        return derived or bare[1:5] == lemma
    if not is_verbal_noun(bare, lemma):
        return False
    return is_verb or (bare[-1] != "ة" and (derived or bare[0] == "ت"))


def _misread_accusative(
    bare: str, lemma: str, forms: Mapping[str, str], seen: Mapping[str, float]
) -> str | None:
    """What a form in ا is, if not what the dictionary says."""
    noun = bare[:-1]
    if bare[0] == "ت" and forms.get(noun) == noun and not (noun[-1] == "ن" and noun[:-1] in forms):
        return noun  # تراجعا: a decline, seldom "they two went back to"
    if noun == lemma and noun[-1] == "ي" and ("ب" + bare in seen or "ل" + bare in seen):
        return bare  # كرواتيا: prepositions stand on names, not on accusatives
    return None


def _corrected(
    bare: str,
    lemma: str,
    article: bool,
    forms: Mapping[str, str],
    verbs: set[str],
    seen: Mapping[str, float],
) -> str | None:
    """The lemma of a form that is filed under a wrong one."""
    if is_causative_noun(bare, lemma):
        return bare[:5]
    if _is_word_of_its_own(bare, lemma, lemma in verbs):
        return nominal_lemma(bare, forms)
    noun = noun_in_ta(bare, lemma, lemma in verbs)
    if noun:
        return noun
    if bare[0] == "م" and re.fullmatch("م.ا..ات", bare) and bare[:5] + "ة" in seen:
        return bare[:5] + "ة"  # معاملات is معاملة, never معمل
    if bare[-1] == "ا":
        return _misread_accusative(bare, lemma, forms, seen)
    if is_verb_by_chance(bare, lemma, seen):
        return bare
    if bare == "أ" + lemma and (bare + "ت" in seen or "ال" + bare in seen):
        return bare  # أحدث: he caused, the latest; seldom "I happen"
    if bare[-1] == "ي" and bare[:-1] in (lemma, lemma[:-1]):
        # نفطي is an adjective when it is written with the article; والدي (my father) is not
        return bare if article or seen.get("ال" + bare, 0.0) > _ADJECTIVE else None
    return None


def repaired(
    forms: Mapping[str, str], verbs: set[str], seen: Mapping[str, float]
) -> dict[str, str]:
    """Return what to correct in a table of forms: form → lemma.

    Args:
        forms: The dictionary.
        verbs: Its lemmas that are verbs.
        seen: How often a written form occurs in general text.
    """
    changes: dict[str, str] = {}
    for form, lemma in forms.items():
        article = form[:2] == "ال" and len(form) > 4 and lemma[:2] != "ال"
        bare = form[2:] if article else form
        if bare != lemma:
            corrected = _corrected(bare, lemma, article, forms, verbs, seen)
            if corrected:
                changes[form] = corrected
    for form, lemma in forms.items():
        article = form[:2] == "ال" and len(form) > 4
        bare = form[2:] if article else form
        verb = perfect_of(form, seen, verbs) if form == lemma else None
        if verb:
            changes[form] = verb
        if bare[-2:] == "ية" and lemma in (form, bare):
            nisba = bare[:-1]
            if changes.get(nisba, forms.get(nisba)) == nisba:
                changes[form] = nisba
    return changes
