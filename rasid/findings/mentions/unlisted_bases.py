"""Bases that the gazetteer does not hold: قاعدة كذا الجوية، مطار كذا العسكري، معسكر "كذا"، قاعدتي كذا وكذا.

Their identifier is `base:` and the folded name; they have no position. A base listed later gets a new identifier.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from rasid.findings.lexicon import SITES
from rasid.findings.people.words import is_common, is_inflected, is_ordinary, name_words
from rasid.findings.reading import Reading

_OPENING: Final = frozenset("\"“”«('")
_MOST: Final = 4  # words of a name
_FORCES: Final = frozenset(
    "الجويه الجوي العسكريه العسكري البحريه الحربي الحربيه الجويتين العسكريتين الجويتان العسكريتان العسكريين".split()  # noqa: SIM905
)
"""Adjectives that show the words between them and the noun to be a name."""
_AIRPORT: Final = frozenset({"العسكري", "الحربي"})
_NO_NAME: Final = frozenset(
    "military coalition institution source troops head-adjective rank preposition relative link site".split()  # noqa: SIM905
)
"""Kinds of words that no base's name begins with: قاعدة القوات الجوية، قاعدة الجيش."""
_FIGHT: Final = frozenset({"military", "attack", "weapon", "troops", "assault"})
"""Kinds of words that make a sentence one about forces."""
_FOUGHT: Final = frozenset({"attack", "assault", "weapon"})
_PLACED: Final = frozenset(
    "في شمال شمالي جنوب جنوبي شرق شرقي غرب غربي قرب التابع الواقع الاستراتيجي بمدينه بمحافظه "  # noqa: SIM905
    "بمنطقه بمديريه بريف بضواحي".split()
)
"""Words that follow a camp's name: where it lies, whose it is."""
_NO_CAMP: Final = frozenset(
    ["التدريب", "التدريبات", "الاعتقال", "الاحتجاز", "الايواء", "التجنيد", "القياده", "الجيش"]
)
"""What camps are for, or whose."""
_CAPTIVE: Final = frozenset(
    ["اعتقال", "الاعتقال", "النازي", "النازيه", "اباده", "لاجيين", "اللاجيين", "للاجيين"]
)
"""Words that make the camps of a sentence those of captives or refugees."""
_LED: Final = frozenset("الملك الامير الشهيد الامام الشيخ الجنرال السلطان القديس سان".split())  # noqa: SIM905
"""Words that are part of a name and go on: قاعدة الأمير كذا."""
_ENDS: Final = ("ات", "ون", "ين")
_PAIRS: Final = frozenset({"قاعدتي", "قاعدتا", "معسكري", "معسكرا", "مطاري", "مطارا"})
_PLURALS: Final = frozenset({"قواعد", "معسكرات"})


class Site(NamedTuple):
    """The name of a base at words `[first, last)` of a reading."""

    first: int
    last: int
    skip: int
    entity_id: str


def unlisted_bases(reading: Reading, taken: Container[int], other: dict[int, str]) -> list[Site]:
    """Return the bases that stand after قاعدة, معسكر ... and that nobody lists, in order.

    Args:
        reading: The text.
        taken: The words of the listed bases.
        other: The kind of the listed name that each other word belongs to.
    """
    asked = reading.asked[SITES]
    if not asked:
        return []
    finder = _Sites(reading, taken, other)
    found: list[Site] = []
    doubtful: list[tuple[int, str]] = []
    for i, cue in asked:
        noun = reading.words[i][len(cue.flags["site"]) :]
        sites = finder.after(i, noun)
        if sites:
            found += sites
        elif noun != "مطار" and i + 1 not in taken:
            doubtful.append((i, noun))
    names = {tuple(reading.words[s.first : s.last]) for s in found}
    for i, _ in doubtful if names else ():
        for name in names:
            last = i + 1 + len(name)
            if tuple(reading.words[i + 1 : last]) == name and finder.free(i + 1, last):
                found.append(
                    finder.site(i + 1, last)
                )  # قاعدة كذا, called قاعدة كذا الجوية elsewhere
                break
    return sorted(found)


class _Sites:
    """Reads what follows the nouns of bases in one reading."""

    def __init__(self, reading: Reading, taken: Container[int], other: dict[int, str]) -> None:
        self.reading, self.words, self.gaps = reading, reading.words, reading.gaps
        self.taken, self.other = taken, other

    def site(self, first: int, last: int, skip: int = 0) -> Site:
        words = self.words[first:last]
        return Site(first, last, skip, "base:" + "-".join([words[0][skip:], *words[1:]]))

    def free(self, first: int, last: int) -> bool:
        """Tell whether no listed base, organisation or country has a word of `[first, last)`."""
        kinds = {self.other.get(k) for k in range(first, last)}
        return kinds.isdisjoint({"organisation", "country"}) and not any(
            k in self.taken for k in range(first, last)
        )

    def after(self, i: int, noun: str) -> list[Site]:
        """Return the bases named after the noun at word `i`."""
        first = i + 1
        if first >= len(self.words) or not self.words[first]:
            return []
        if first in self.taken and noun not in _PAIRS:
            return []
        gap = self.gaps[i]
        quoted = not _OPENING.isdisjoint(gap) and "\n" not in gap
        if not quoted and gap not in {" ", " #"}:
            return []
        if noun.startswith("معسكر") and self._of_captives(i):
            return []
        if noun in _PAIRS:
            return self._two(first)
        if noun in _PLURALS:
            return self._several(first)
        last = self._quoted(first) if quoted else self._until_forces(first, noun)
        if last and (self._named(first, last, noun) if quoted else self._may_begin(first)):
            return [self.site(first, last)] if self.free(first, last) else []
        if quoted or last or noun == "مطار":
            return []
        last = self._strange(first, i, noun) or (self._camp(first) if noun == "معسكر" else 0)
        return [self.site(first, last)] if last else []

    def _of_captives(self, i: int) -> bool:
        """Tell whether the sentence of word `i` is about captives or refugees."""
        begin, end = self.reading.sentence(i)
        return not _CAPTIVE.isdisjoint(self.words[begin:end])

    def _camp(self, first: int) -> int:
        """Return the end of the name of a camp that is an ordinary word (معسكر الصدرين غربي المدينة), or 0.

        It is attacked, and the next word says where it lies or whose it is.
        """
        words, last = self.words, first + 1
        if not words[first].startswith("ال") or not self.free(first, last):
            return 0
        placed = last < len(words) and self.gaps[first] == " " and words[last] in _PLACED
        if not placed or words[first] in _NO_CAMP or not self._may_begin(first):
            return 0
        begin, end = self.reading.sentence(first)
        flags = self.reading.flags
        fought = any(not _FOUGHT.isdisjoint(flags(k)) for k in range(begin, end))
        return last if fought and self._military(first - 1, last) else 0

    def _until_forces(self, first: int, noun: str) -> int:
        """Return the word after a name that الجوية, العسكري ... ends, or 0."""
        ending = _AIRPORT if noun == "مطار" else _FORCES
        last = 0
        for k in range(first, min(first + _MOST + 1, len(self.words))):
            word = self.words[k]
            if word in ending:
                return last
            if last and not (self._goes_on(k, first) or _is_praise(word)):
                return 0
            if self.gaps[k].strip(' "”»)'):
                return 0
            if not (last and _is_praise(word)):  # قاعدة كذا الاستراتيجية الجوية
                last = k + 1
        return 0

    def _goes_on(self, k: int, first: int) -> bool:
        """Tell whether word `k` goes on the name that begins at word `first`."""
        cue, word = self.reading.cues.get(k), self.words[k]
        if word in name_words()["particle"] or (cue is not None and cue.given is not None):
            return True
        if self.words[k - 1] in _LED or self.words[k - 1] in name_words()["particle"]:
            return True
        same = k in self.other and self.other.get(k) != "organisation"
        return same or self._unknown(k) or self._family(k, first)

    def _family(self, k: int, first: int) -> bool:
        """Tell whether word `k` with the article belongs to a name that a title begins: قاعدة الشهيد كذا الكذا."""
        word = self.words[k]
        titled = word.startswith("ال") and self.words[first] in _LED
        return titled and word not in name_words()["no-name"]

    def _quoted(self, first: int) -> int:
        """Return the word after a name in quotation marks or brackets, or 0."""
        for k in range(first, min(first + _MOST - 1, len(self.words))):
            if self.gaps[k] != " ":
                return k + 1 if self.gaps[k].strip()[:1] in {'"', "“", "”", "»", ")", "'"} else 0
        return 0

    def _named(self, first: int, last: int, noun: str) -> bool:
        """Tell whether quoted words are a base's name: forces stand in the sentence, or the adjective follows."""
        after = self.words[last] if last < len(self.words) else ""
        if noun == "مطار":
            return after in _AIRPORT
        if not self._may_begin(first) or self.words[first] in _FORCES:
            return False
        return after in _FORCES or self._military(first - 1, last)

    def _may_begin(self, k: int, skip: int = 0) -> bool:
        """Tell whether a name may begin at word `k`, after `skip` letters: no adjective, body or plural noun."""
        word = self.words[k][skip:]
        if word in name_words()["no-name"] or len(word) < 2 or word in _FORCES:
            return False
        if word.startswith(("لل", "بال", "وال")) or (
            word[0] in "لبو" and is_common(self.reading.surface(k, k + 1, skip + 1), bare=True)
        ):
            return False  # قاعدة لمشاة البحرية
        cue = self.reading.cues.get(k)
        if cue is not None and word not in _LED and cue.given is None:
            if cue.verb is not None or not _NO_NAME.isdisjoint(cue.flags):
                return False
            if cue.title and not word.startswith("ال"):
                return False
        raw = self.reading.surface(k, k + 1, skip)
        plural = (
            cue is None and word.endswith(_ENDS) and is_common(raw, bare=not word.startswith("ال"))
        )
        indefinite = not word.startswith("ال") and cue is None
        return not plural and not (indefinite and self._adjective(k))

    def _adjective(self, k: int) -> bool:
        """Tell whether an indefinite adjective stands at word `k`: قاعدة جوية، قاعدة صلبة."""
        raw = self.reading.surface(k, k + 1)
        return raw.endswith(("ة", "ا", "ً")) and is_common(raw, bare=True)

    def _strange(self, first: int, i: int, noun: str) -> int:
        """Return the end of a name that only its words show: a town after قاعدة, words no dictionary knows; or 0."""
        if not self.free(first, first + 1) or not self._may_begin(first):
            return 0
        if not self._military(i, first + 1):
            return 0
        words, last = self.words, first + 1
        if self.other.get(first) == "place":
            if noun != "قاعده":
                return 0
            while self.other.get(last) == "place" and self.gaps[last - 1] == " ":
                last += 1
            return last
        raw = self.reading.surface(first, last)
        adjective = raw.endswith(("ة", "ي")) and is_common(raw[:-1], bare=True)
        if (adjective and raw[:2] != "ال") or not (words[first] in _LED or self._unknown(first)):
            return 0
        while last < min(first + _MOST, len(words)) and self.gaps[last - 1] in {" ", "-"}:
            if words[last][:1] == "و" or not self._goes_on(last, first):
                break
            last += 1
        return last

    def _unknown(self, k: int) -> bool:
        """Tell whether word `k` is in no dictionary, or an Arab given name (معسكر خالد)."""
        word, cue = self.words[k], self.reading.cues.get(k)
        if cue is not None:
            return cue.given is not None and cue.given == ("strong", "") and not cue.title
        if not word.isalpha() or len(word) < 3 or word[0] == "و" or word[0] < "\u0600":
            return False
        raw = self.reading.surface(k, k + 1)
        return not (is_ordinary(raw) or is_inflected(raw))

    def _two(self, first: int) -> list[Site]:
        """Return the two bases of قاعدتي كذا وكذا."""
        found: list[Site] = []
        k, listed = first, False
        airports = self.words[first - 1].endswith(("مطاري", "مطارا"))
        for _ in range(2):
            if k in self.taken:
                listed = True
                while k in self.taken:
                    k += 1
                continue
            if k >= len(self.words):
                break
            skip = 1 if k > first and self.words[k][:1] == "و" else 0
            if k > first and not skip:
                break
            if self.words[k] == "و":
                k, skip = k + 1, 0
            at = self.free(k, k + 1) and self._may_begin(k, skip)
            at = at and len(self.words[k]) - skip > 2
            shown = any(w in _FORCES for w in self.words[k + 1 : k + 4])
            if at and (shown or (not airports and self._named_so(k, skip))):
                found.append(self.site(k, k + 1, skip))
            k += 1
        return found if len(found) != 1 or listed else []

    def _several(self, first: int) -> list[Site]:
        """Return the bases of قواعد كذا وكذا وكذا, names of one or two words that no dictionary knows."""
        found: list[Site] = []
        k = first
        while k < len(self.words) and (not found or self.words[k][:1] == "و"):
            skip = 1 if found else 0
            if not self.free(k, k + 1) or not self._unheard(k, skip):
                break
            last = k + 1
            if self.gaps[k] == " " and self.free(last, last + 1) and self._unheard(last, 0):
                last += 1
            found.append(self.site(k, last, skip))
            if self.gaps[last - 1] not in {" ", "، "}:
                break
            k = last
        return found if len(found) > 1 and self._military(first - 1, first) else []

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
        quoted = not _OPENING.isdisjoint(self.gaps[k - 1])
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


def _is_praise(word: str) -> bool:
    """Tell whether a word may be a further adjective of قاعدة: الاستراتيجية."""
    return word.startswith("ال") and word.endswith("يه")
