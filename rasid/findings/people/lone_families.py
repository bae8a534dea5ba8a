"""Whether a family name alone is used as a name, not as an ordinary word: قوات صالح, يزور ظريف بغداد, لكن فينغر."""

from __future__ import annotations

from typing import Final

from rasid.findings.people.heard_words import analysed, heard, is_rare
from rasid.findings.people.names import Name
from rasid.findings.people.words import is_common, is_nisba, is_no_dual, is_ordinary, name_words
from rasid.findings.reading import Reading
from rasid.language.lexicon import lexicon

OFFICES: Final = frozenset({"الوزراء", "الحكومه", "الجمهوريه", "النواب", "البرلمان"})
_IDIOMS: Final = frozenset(
    "عين نصيب حصه برج راس قلب عرين شبل ضيق سعه رحابه سرطان التهاب اليقظ فم لحم".split()  # noqa: SIM905
)
"""Nouns after which a word that is also a well-known family is the ordinary word."""
RARE: Final = 2e-5
RATHER_RARE: Final = 8e-5
"""How often general text has a word that is rather a name where someone is named so, a foreigner or one listed."""
_NOT: Final = frozenset({"غير", "سجن"})
_TOWARD: Final = frozenset({"من", "عن", "الي", "ضد", "مع", "لدي", "بين", "بحسب", "حسب"})
_QUOTES: Final = frozenset('"“”«»')


def stands_alone(reading: Reading, name: Name, named: set[int], rare: float) -> bool:
    """Tell whether a family name is used as a name, not as an ordinary word.

    Args:
        reading: The text.
        name: Where the word stands.
        named: The words of the people named in full.
        rare: How often general text may have the word at most where nothing else shows it to be a name.
    """
    i, last, skip = name[:3]
    word = reading.words[i][skip:]
    if last - i > 1:
        return True
    before = reading.cues.get(i - 1) if i and reading.gaps[i - 1] == " " else None
    after_verb = before is not None and before.verb is not None
    after_title = before is not None and any(k in before.flags for k in ("rank", "role", "honour"))
    if after_verb or after_title:
        return True
    following = reading.cues.get(last) if reading.gaps[last - 1] == " " else None
    opens = not i or reading.gaps[i - 1].strip()
    if opens and following is not None and following.verb and following.verb.prefix == "":
        return True  # … . رسول قال إن
    if _quoted_or_joined(reading, i, skip, named):
        return True
    if _bears(reading, i):
        return False  # شبكة حقاني
    if i and reading.gaps[i - 1] == " " and governs(reading.words[i - 1]):
        glued = reading.words[i].startswith("لل") and is_common(reading.surface(i, last))
        bare = not reading.words[i].startswith("ال") or is_nisba(word) or skip > 0
        bare = bare or is_rare(reading.surface(i, last))  # مقتل الصماد, كان الرزاز
        return bare and not glued  # عودة للحضارة
    if (i - 1) in named and reading.gaps[i - 1] == " ":
        return False  # the tail of another name
    if word in name_words()["nation"]:
        previous = reading.words[i - 1] if i and reading.gaps[i - 1] == " " else ""
        return previous in OFFICES or skip > 0 or not previous or len(previous) <= 3
    cue = reading.cues.get(i)
    given = cue.given if cue is not None else None
    if given is not None and given[0] != "weak":
        return True
    if given or not (is_nisba(word) or word.startswith("ال")):
        strange = not given and _is_strange(reading.surface(i, i + 1, skip), rare)
        return strange or (skip == 0 and _after_present(reading, i))
    raw = reading.surface(i, i + 1, skip)
    if is_nisba(word) or not is_common(raw) or is_rare(raw):
        return True
    return _after_any_verb(reading, i)


def _bears(reading: Reading, i: int) -> bool:
    """Tell whether a thing that bears people's names stands before word `i`: شبكة حقاني, بمرض باركنسون."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return False
    thing, bearers = reading.words[i - 1], name_words()["bearer"]
    return thing in bearers or (thing[:1] in {"ب", "ل"} and thing[1:] in bearers)


def _is_strange(raw: str, rare: float) -> bool:
    """Tell whether a word as written is in no dictionary, or rare in general text.

    دوغان is no two of anything, فينغر no ف and a word; جنينة, محرز and موتا are words that hardly anyone writes.
    """
    return not is_ordinary(raw) or is_no_dual(raw) or heard(raw) < rare


def _after_any_verb(reading: Reading, i: int) -> bool:
    """Tell whether a verb stands before word `i`, which the dictionary knows as nothing else: وأبرز الشاهد."""
    if i == 0 or reading.gaps[i - 1] != " " or not reading.words[i].startswith("ال"):
        return False
    if not reading.words[i - 1].isalpha() or reading.words[i - 1].startswith(("ال", "لل")):
        return False
    before = analysed(reading.surface(i - 1, i))
    return not before.article and before.lemma in lexicon().verbs


def _after_present(reading: Reading, i: int) -> bool:
    """Tell whether the present of a verb stands before word `i`, to which no noun belongs: يزور ظريف بغداد."""
    if i == 0 or reading.gaps[i - 1] != " " or reading.words[i - 1][:1] not in {"ي", "ت"}:
        return False
    if reading.gaps[i] == " " and reading.words[i + 1].startswith("ال"):
        return False
    before = analysed(reading.surface(i - 1, i))
    return not before.article and before.lemma in lexicon().verbs


def _quoted_or_joined(reading: Reading, i: int, skip: int, named: set[int]) -> bool:
    """Tell whether word `i` is all that is quoted (“والاس”), or و joins it to a person (ترامب وكيم)."""
    if i == 0:
        return False
    before, after = reading.gaps[i - 1], reading.gaps[i]
    if before == " ":
        return skip > 0 and reading.words[i][0] == "و" and (i - 1) in named
    return not (_QUOTES.isdisjoint(before) or _QUOTES.isdisjoint(after))


def after_sign_or_word(reading: Reading, i: int) -> bool:
    """Tell whether no noun without the article stands before word `i`, to which it would belong (عين الأسد)."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return True
    before, cue = reading.words[i - 1], reading.cues.get(i - 1)
    known = cue is not None and (cue.verb is not None or cue.title or "preposition" in cue.flags)
    return known or governs(before)


def after_noun(reading: Reading, i: int) -> bool:
    """Tell whether a noun without the article stands before a well-known name: مصير الأسد, but not حصة الأسد."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return False
    word, cue = reading.words[i - 1], reading.cues.get(i - 1)
    things = _IDIOMS | name_words()["bearer"]
    thing = word in things or (cue is not None and cue.given is not None)  # هلال الأسد
    thing = thing or word[1:] in things or word.startswith(("ال", "وال", "لل"))
    return not thing and (cue is None or not cue.names) and is_common(reading.surface(i - 1, i))


def governs(word: str) -> bool:
    """Tell whether a noun takes a person: قوات صالح، وإدارة ترامب."""
    nouns = name_words()["governs"]
    return word in nouns or (word[:1] in {"و", "ف", "ب", "ل"} and word[1:] in nouns)


def takes_or_leads(reading: Reading, name: Name) -> bool:
    """Tell whether a verb or a preposition stands before a name and nothing goes on with it: أنهى صالح دراسته."""
    i, last, skip = name[:3]
    if skip or i == 0 or reading.gaps[i - 1] != " ":
        return False
    if reading.gaps[last - 1] == " " and reading.words[last][:2] == "ال":
        return False  # حق شريف الأصل
    before, cue, own = reading.words[i - 1], reading.cues.get(i - 1), reading.cues.get(i)
    called = own is not None and own.given is not None
    if not called and heard(reading.surface(i, i + 1)) >= RATHER_RARE:
        return False  # شغل منصب كذا, where someone is called منصب
    if own is not None and (own.title or own.verb is not None):
        return False  # لقي طالب
    if (
        before in _NOT
        or _bears(reading, i)
        or (cue is not None and (cue.given is not None or cue.title))
    ):
        return False
    if cue is not None and cue.verb is not None:
        return True
    if before in _TOWARD:
        return True
    if not before.isalpha() or before.startswith(("ال", "لل")):
        return False
    told = analysed(reading.surface(i - 1, i))
    return not (told.article or told.enclitic) and told.lemma in lexicon().verbs
