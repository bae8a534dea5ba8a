"""Which words can be the name of a base that nobody lists: no adjective, no body, in no dictionary."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Final, NamedTuple

from rasid.findings.mentions import gazetteer
from rasid.findings.people.heard_words import is_oftener, is_rare
from rasid.findings.people.words import is_common, is_inflected, is_ordinary, name_words
from rasid.findings.reading import Reading

OPENING: Final = frozenset("\"“”«('")
FORCES: Final = frozenset(
    "الجويه الجوي العسكريه العسكري البحريه الحربي الحربيه الجويتين العسكريتين الجويتان العسكريتان العسكريين".split()  # noqa: SIM905
)
"""Adjectives that show the words between them and the noun to be a name."""
_NO_NAME: Final = frozenset(
    "military coalition institution source troops head-adjective rank preposition relative link site".split()  # noqa: SIM905
)
"""Kinds of words that no base's name begins with: قاعدة القوات الجوية، قاعدة الجيش."""
_FIGHT: Final = frozenset({"military", "attack", "weapon", "troops", "assault"})
"""Kinds of words that make a sentence one about forces."""
_CAPTIVE: Final = frozenset(
    "اعتقال الاعتقال النازي النازيه اباده لاجيين اللاجيين للاجيين "  # noqa: SIM905
    "منتخب المنتخب منتخبنا مدرب المدرب لاعبي اللاعبين النجم المونديال".split()
)
"""Words that make the camps of a sentence those of captives, refugees or players."""
LED: Final = frozenset("الملك الامير الشهيد الامام الشيخ الجنرال السلطان القديس سان".split())  # noqa: SIM905
"""Words that are part of a name and go on: قاعدة الأمير كذا."""
_ENDS: Final = ("ات", "ون", "ين")


_LONG_VOWELS: Final = str.maketrans("", "", "اويه")
_CONSONANTS: Final = 3


@cache
def _listed_by_consonants() -> dict[str, tuple[str, str]]:
    """Return the consonants of the one-word names of bases without ال → entity_id ("" for several) and name."""
    found: dict[str, tuple[str, str]] = {}
    for entity in gazetteer.entities():
        if entity.kind == "base":
            for alias in entity.spellings:
                word = alias.words[0]
                if len(alias.words) == 1 and not word.startswith("ال"):
                    consonants = _consonants(word)
                    known, _ = found.setdefault(consonants, (entity.entity_id, word))
                    if known != entity.entity_id:
                        found[consonants] = ("", "")
    return found


def listed_spelling(word: str) -> str:
    """Return the base whose name a word spells with other long vowels (زيلكان for زليكان), or "".

    A name of few consonants may lack or have one vowel more, no other (كلسو for كالسو).
    """
    consonants = _consonants(word)
    entity_id, name = _listed_by_consonants().get(consonants, ("", ""))
    by_one = len(consonants) == _CONSONANTS and abs(len(word) - len(name)) == 1
    return entity_id if by_one or len(consonants) > _CONSONANTS else ""


def _consonants(word: str) -> str:
    """Return a word without the long vowels after its first letter: a foreign name is written with few or many."""
    return word[:1] + word[1:].translate(_LONG_VOWELS)


class Site(NamedTuple):
    """The name of a base at words `[first, last)` of a reading."""

    first: int
    last: int
    skip: int
    entity_id: str


class SiteNames:
    """The words of one reading as names of bases."""

    def __init__(self, reading: Reading, taken: Container[int], other: dict[int, str]) -> None:
        self.reading, self.words, self.gaps = reading, reading.words, reading.gaps
        self.taken, self.other = taken, other

    def site(self, first: int, last: int, skip: int = 0) -> Site:
        """Return words `[first, last)`, without `skip` leading letters, as a base."""
        words = (self.words[first][skip:], *self.words[first + 1 : last])
        known = listed_spelling(words[0]) if last - first == 1 and first not in self.other else ""
        return Site(first, last, skip, known or "base:" + "-".join(words))

    def free(self, first: int, last: int) -> bool:
        """Tell whether no listed base, organisation or country has a word of `[first, last)`."""
        kinds = {self.other.get(k) for k in range(first, last)}
        return kinds.isdisjoint({"organisation", "country"}) and not any(
            k in self.taken for k in range(first, last)
        )

    def _goes_on(self, k: int, first: int) -> bool:
        """Tell whether word `k` goes on the name that begins at word `first`."""
        cue, word = self.reading.cues.get(k), self.words[k]
        if word in name_words()["particle"] or (cue is not None and cue.given is not None):
            return True
        if self.words[k - 1] in LED or self.words[k - 1] in name_words()["particle"]:
            return True
        same = k in self.other and self.other.get(k) != "organisation"
        return same or self._unknown(k) or self._family(k, first)

    def _family(self, k: int, first: int) -> bool:
        """Tell whether word `k` with the article belongs to a name that a title begins: قاعدة الشهيد كذا الكذا."""
        word = self.words[k]
        titled = word.startswith("ال") and self.words[first] in LED
        return titled and word not in name_words()["no-name"]

    def _may_begin(self, k: int, skip: int = 0) -> bool:
        """Tell whether a name may begin at word `k`, after `skip` letters: no adjective, body or plural noun."""
        word = self.words[k][skip:]
        if word in name_words()["no-name"] or len(word) < 2 or word in FORCES:
            return False
        if word.startswith(("لل", "بال", "وال")) or (
            word[0] in "لبو" and is_common(self.reading.surface(k, k + 1, skip + 1), bare=True)
        ):
            return False  # قاعدة لمشاة البحرية
        cue = self.reading.cues.get(k)
        if cue is not None and word not in LED and cue.given is None:
            if cue.verb is not None or not _NO_NAME.isdisjoint(cue.flags):
                return False
            if cue.title and not word.startswith("ال"):
                return False
        raw = self.reading.surface(k, k + 1, skip)
        plural = (
            cue is None and word.endswith(_ENDS) and is_common(raw, bare=not word.startswith("ال"))
        ) and not is_rare(raw)  # معسكر الصدرين
        indefinite = not word.startswith("ال") and cue is None
        return not plural and not (indefinite and self._adjective(k))

    def _adjective(self, k: int) -> bool:
        """Tell whether an indefinite adjective stands at word `k`: قاعدة جوية، قاعدة صلبة."""
        raw = self.reading.surface(k, k + 1)
        return raw.endswith(("ة", "ا", "ً")) and is_common(raw, bare=True)

    def _given_and_family(self, k: int) -> bool:
        """Tell whether a given name and a word no dictionary knows stand at `k`: قاعدة موفق سلتي."""
        cue = self.reading.cues.get(k)
        given = cue is not None and cue.given is not None and not cue.given[1] and not cue.title
        joined = self.gaps[k] == " " and k + 1 < len(self.words)
        return given and joined and self._unheard(k + 1, 0)

    def _unknown(self, k: int) -> bool:
        """Tell whether word `k` is in no dictionary, or an Arab given name (معسكر خالد)."""
        word, cue = self.words[k], self.reading.cues.get(k)
        if cue is not None:
            return cue.given is not None and cue.given == ("strong", "") and not cue.title
        if not word.isalpha() or len(word) < 3 or word[0] == "و" or word[0] < "\u0600":
            return False
        raw = self.reading.surface(k, k + 1)
        return not (is_ordinary(raw) or is_inflected(raw))

    def _after_clitic(self, k: int) -> bool:
        """Tell whether و, or ب and a word that general text has more often, stands at word `k`: معسكر كذا بمريس."""
        raw = self.reading.surface(k, k + 1)
        return raw[0] == "و" or (raw[0] == "ب" and is_oftener(raw[1:], raw))

    def _unheard(self, k: int, skip: int) -> bool:
        """Tell whether word `k`, without `skip` letters of clitics, is in no dictionary and no other name."""
        word = self.words[k][skip:]
        if len(word) < 3 or not word.isalpha() or word[0] < "\u0600":
            return False
        if not skip and (word[0] == "و" or self.reading.cues.get(k) is not None):
            return False
        raw = self.reading.surface(k, k + 1, skip)
        if raw.endswith("ية") or (skip and is_common(self.reading.surface(k, k + 1))):
            return False  # قواعد بيروقراطية واسعة
        return not (is_ordinary(raw) or is_inflected(raw))

    def _named_so(self, k: int, skip: int) -> bool:
        """Tell whether word `k` is quoted, a town, or in no dictionary."""
        quoted = not OPENING.isdisjoint(self.gaps[k - 1])
        strange = not is_common(self.reading.surface(k, k + 1, skip))
        return quoted or strange or self.other.get(k) == "place"

    def _military(self, first: int, last: int) -> bool:
        """Tell whether the sentence speaks of forces outside words `[first, last)`."""
        begin, end = self.reading.sentence(first)
        flags = self.reading.flags
        return any(
            not _FIGHT.isdisjoint(flags(k)) and "head" not in flags(k)
            for k in range(begin, end)
            if not first <= k < last
        )

    def _of_captives(self, i: int) -> bool:
        """Tell whether the sentence of word `i` is about captives, refugees or players."""
        begin, end = self.reading.sentence(i)
        return not _CAPTIVE.isdisjoint(self.words[begin:end])
