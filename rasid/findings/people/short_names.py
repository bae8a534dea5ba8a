"""Family names alone, which stand for a person named in full: وأضاف الخزرجي; well-known Iraqis by family name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rasid.findings import forms
from rasid.findings.mentions import gazetteer
from rasid.findings.people.lone_families import (
    RARE,
    RATHER_RARE,
    after_noun,
    after_sign_or_word,
    stands_alone,
    takes_or_leads,
)
from rasid.findings.people.names import Name
from rasid.findings.people.spelling import name_of, person_id, same_spelling
from rasid.findings.people.words import is_common, is_nisba, name_words
from rasid.findings.reading import Reading
from rasid.language import fold_word

_SAME: Final = 4  # letters with which two spellings of a foreign name begin
_TWO: Final = 2
_SURE: Final = 2  # sure uses of an ordinary word as a family name
_SHORT: Final = 4  # letters from which a word is no particle
ORDINALS: Final = frozenset(
    fold_word(w) for w in ["الأول", "الثاني", "الثالث", "الرابع", "السادس", "الابن"]
)


def _short_keys(reading: Reading, people: list[Name]) -> dict[tuple[str, str], str]:
    """Return by which word, and what must or may follow it, each person named in full may be meant → entity_id."""
    short: dict[tuple[str, str], str] = {}
    for name in people:
        words = name_of(reading, name)
        key = words[-1]
        if len(words) == 1 and name.title >= 0 and _in_no_dictionary(reading, name):
            short.setdefault((key, ""), name.entity_id)  # المدرب الألماني ستامب … أن ستامب
        if len(words) < 2 or key in ORDINALS or key == "علي":
            continue  # على is not محمد علي
        tail = ""
        if words[0] in name_words()["asian"]:
            key = words[0]  # كيم جونغ أون: the family comes first
        elif key in name_words()["second"] or words[-2] in name_words()["particle"]:
            if len(words) < 3:
                continue
            key, tail = words[-2], words[-1]  # علاء الدين: short names of two words
        short.setdefault((key, tail), name.entity_id)
        cue = reading.cues.get(name.first)
        arab = cue is not None and cue.given is not None and cue.given[0] == "strong"
        if arab and not tail and len(key) >= _SHORT and not key.startswith("ال"):
            short.setdefault(("ال" + key, ""), name.entity_id)  # أحمد قطان … القطان
        for word in words[1:-1]:  # محمود الصرخي الحسني: either may be meant alone
            if is_nisba(word) and word not in name_words()["described"] | ORDINALS:
                short.setdefault((word, ""), name.entity_id)
    return short


def of_father(reading: Reading, name: Name) -> bool:
    """Tell whether a name ends with that of a father or an ordinal: الملك سلمان is not محمد بن سلمان."""
    last, before = reading.words[name.last - 1], reading.words[name.last - 2]
    return before in {"بن", "بنت"} or last in ORDINALS


def _in_no_dictionary(reading: Reading, name: Name) -> bool:
    """Tell whether a name of one word is no other word, with clitics or without."""
    return reading.cues.get(name.first) is None and not is_common(
        reading.surface(name.first, name.last)
    )


def _sole_use(reading: Reading, i: int) -> bool:
    """Tell whether nothing beside word `i` looks like more of its name: ستامب, but not رياك مشار."""
    words, gaps = reading.words, reading.gaps
    if gaps[i] == " " and reading.cues.get(i + 1) is None:
        following = reading.surface(i + 1, i + 2)
        if following and not is_common(following):
            return False
    if i == 0 or gaps[i - 1] != " ":
        return True
    before = reading.cues.get(i - 1)
    if before is not None:
        return before.given is None
    return words[i - 1].startswith("ال") or len(words[i - 1]) < _SHORT


def short_names(reading: Reading, people: list[Name], covered: set[int]) -> list[Name]:
    """Find the family names that stand for someone named in full in the same article."""
    uses = _Uses(reading, people, covered)
    found: list[Name] = []
    for (key, tail), entity_id in _short_keys(reading, people).items():
        found += uses.of(key, tail, entity_id)
        found += _other_spellings(reading, key, entity_id, covered) if not tail else []
    known = {name.entity_id for name in people}
    whole = [n for n in found if n.last - n.first > 1 and n.entity_id in known]
    inside = {i for n in whole for i in range(n.first, n.last)}
    return [n for n in found if n.last - n.first > 1 or n.first not in inside]


class _Uses:
    """Finds where the family names of the people of one reading stand alone."""

    def __init__(self, reading: Reading, people: list[Name], covered: set[int]) -> None:
        self.reading, self.people, self.covered = reading, people, covered
        self.named = {i for n in people for i in range(n.first, n.last)}
        self.pairs: dict[tuple[str, str], str] = {}
        """The last two words of each name → whose it is, "" where they are but a part of it."""
        self.full: dict[str, int] = {}
        """Person → the word where the full name first stands."""
        self.foreign: set[str] = set()
        for n in people:
            if n.last - n.first > 1:
                whole = n.last - n.first == _TWO
                pair = reading.words[n.last - 2][n.skip * whole :], reading.words[n.last - 1]
                if whole or pair not in self.pairs:
                    self.pairs[pair] = self.pairs.get(pair) or (n.entity_id if whole else "")
                self.full[n.entity_id] = min(n.first, self.full.get(n.entity_id, n.first))
                if "foreign" in reading.flags(n.first):
                    self.foreign.add(n.entity_id)

    def of(self, key: str, tail: str, entity_id: str) -> list[Name]:
        """Return the uses of one family name; what is twice a name for sure is one where it may be."""
        reading, sole = self.reading, entity_id == person_id([key])
        listed = entity_id in gazetteer.by_id()
        rare = RATHER_RARE if listed or entity_id in self.foreign else RARE
        sure: list[Name] = []
        doubtful: list[Name] = []
        for i, skip in _occurrences(reading, key):
            first, last = i, i + 1
            if i in self.covered or (sole and not _sole_use(reading, i)):
                continue
            if len(key) == _STEM and reading.words[i][skip:] != key and not listed:
                continue  # للفوز
            if tail and last < len(reading.words) and reading.words[last] == tail:
                last += 1
            elif tail and key in name_words()["particle"]:
                continue  # بن سلمان, never بن
            beside = i > 0 and not skip and i - 1 not in self.covered
            whose, lead = entity_id, skip
            joined = self._joined(i, key) if beside else -1
            if joined >= 0:
                first, lead = i - 1, joined  # كليجدار أوغلو, عمر الرزاز
                whose = self.pairs[reading.words[first][lead:], key] or entity_id
            if beside and first == i and _told_of_another(reading, i):
                sure.append(Name(i - 1, last, 0, -1, person_id([reading.words[i - 1], key])))
                continue
            famous = listed and key.startswith("ال") and self._famous(i, skip, entity_id)
            called = reading.cues.get(i - 1) if joined >= 0 else None  # ومحمد بركات
            surely = famous or (called is not None and called.given is not None)
            surely = surely or stands_alone(reading, Name(i, last, skip, -1, ""), self.named, rare)
            (sure if surely else doubtful).append(Name(first, last, lead, -1, whose))
        if doubtful and key.startswith("ال") and len(sure) >= _SURE and self._reliable(entity_id):
            sure += [name for name in doubtful if _in_one_sense(reading, name)]
        elif doubtful and not key.startswith("ال"):
            sure += [name for name in doubtful if takes_or_leads(reading, name)]
        return sure

    def _joined(self, i: int, key: str) -> int:
        """Return how many letters of clitics the word before a family has where both are someone's name, else -1."""
        word = self.reading.words[i - 1]
        if self.reading.gaps[i - 1] not in {" ", "_", "-"}:
            return -1
        if (word, key) in self.pairs:
            return 0
        return 1 if word[:1] == "و" and (word[1:], key) in self.pairs else -1

    def _reliable(self, entity_id: str) -> bool:
        """Tell whether nothing but a person can be meant by a full name of someone."""
        full = (n for n in self.people if n.entity_id == entity_id and n.last - n.first > 1)
        return any(_is_reliable(self.reading, n) for n in full)

    def _famous(self, i: int, skip: int, entity_id: str) -> bool:
        """Tell whether a well-known name stands at word `i` for the person: الأسد ينتصر، بالأسد، مصير الأسد."""
        glued = skip > 0 and self.reading.words[i][0] in "بل"
        carried = i > self.full.get(entity_id, i) and after_noun(self.reading, i)
        return carried or glued or after_sign_or_word(self.reading, i)


def _told_of_another(reading: Reading, i: int) -> bool:
    """Tell whether an unheard first name stands between a saying and word `i`: وأوضح غزاي الحربي, not نايف الحربي."""
    if i < 2 or reading.gaps[i - 1] != " " or reading.gaps[i - 2] != " " or i - 1 in reading.cues:
        return False
    verb = reading.cues.get(i - 2)
    if verb is None or verb.verb is None or not is_nisba(reading.words[i]):
        return False
    word = reading.words[i - 1]
    strange = word.isalpha() and len(word) > _TWO and not word.startswith("ال")
    return strange and not is_common(reading.surface(i - 1, i))


def _is_reliable(reading: Reading, name: Name) -> bool:
    """Tell whether nothing but a person can be meant by a full name: no kunya, nothing foreign."""
    cue = reading.cues.get(name.first)
    if name.title >= 0:
        return True
    given = cue.given if cue is not None else None
    if given is None or given[0] == "foreign" or reading.words[name.first] in name_words()["kunya"]:
        return False
    return given[0] == "strong" or name.last - name.first > _TWO


def _in_one_sense(reading: Reading, name: Name) -> bool:
    """Tell whether a word that is twice a family name in the text is one here too: لقائه بالقباع, إن القباع."""
    i = name.first
    cue = reading.cues.get(i)
    if reading.words[i] in name_words()["no-name"] or (
        cue is not None and (cue.title or cue.names)
    ):
        return False
    if i and reading.words[i - 1] in name_words()["bearer"]:
        return False  # شركة "العليان للتمويل"
    glued = name.skip > 0 and reading.words[i][0] in "بل"
    return glued or after_sign_or_word(reading, i)


def _other_spellings(
    reading: Reading, key: str, entity_id: str, covered: set[int]
) -> Iterable[Name]:
    """Yield the words that spell a foreign family name otherwise: زوكربيزغ for زوكربيرغ."""
    if len(key) <= _STEM or key.startswith("ال") or key in name_words()["no-name"]:
        return
    text, seen = reading.folded.text, -1
    at = text.find(key[:_SAME])
    while at >= 0:
        i = reading.word_at(at)
        word = reading.words[i]
        free = i != seen and i not in covered and reading.cues.get(i) is None
        if free and word != key and same_spelling(key, word):
            raw = reading.surface(i, i + 1)
            if not is_common(raw) and not _named_before(reading, i):
                yield Name(i, i + 1, 0, -1, entity_id)
        seen = i
        at = text.find(key[:_SAME], max(at + 1, reading.end(i)))


def _named_before(reading: Reading, i: int) -> bool:
    """Tell whether another first name stands before word `i`: غلشيفته فرهاني is not أصغر فرهادي."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return False
    cue = reading.cues.get(i - 1)
    if cue is not None:
        return cue.given is not None
    return not is_common(reading.surface(i - 1, i))


_STEM: Final = 5  # letters of a family name with the article whose stem is looked for: للأسد
_GLUED: Final = frozenset(p for p, _ in forms.clitic_forms("س")) | {"ل", "ول", "فل"}


def _occurrences(reading: Reading, key: str) -> Iterable[tuple[int, int]]:
    """Yield `(word, letters of clitics)` where a name stands, alone or after clitics."""
    text, words = reading.folded.text, reading.words
    stem = key[2:] if key.startswith("ال") and len(key) >= _STEM else key
    at = text.find(stem)
    if text.find(stem, at + 1) < 0:
        return  # the full name has the only one
    while at >= 0:
        i = reading.word_at(at)
        word = words[i]
        if word.endswith(key) and word[: -len(key)] in _GLUED:
            yield i, len(word) - len(key)
        elif stem is not key and word in {f"{c}ل{stem}" for c in ("ل", "ول", "فل")}:
            yield i, len(word) - len(stem)
        at = text.find(stem, max(at + 1, reading.end(i)))
