"""Family names that only their place or shape shows: what a name of one or two words may still take."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import lexicon
from rasid.findings.people.heard_words import analysed
from rasid.findings.people.shapes import Shapes
from rasid.findings.people.words import is_common, is_inflected
from rasid.language.lexicon import lexicon as dictionary

_ENDS: Final = frozenset("،,.)")
_SIGNS: Final = tuple("،,.()")
_SHORTEST: Final = 4
_LETTERS: Final = frozenset("بي سي جي جيه دبليو ار اف كيه تي اتش اس".split())  # noqa: SIM905


class Families(Shapes):
    """Tells of words of one reading whether they are the family name of what precedes."""

    def _undivided(self, raw: str) -> bool:
        """Tell whether a word that may be clitics and a word is one foreign name: فاليري لينسي."""
        if len(raw) < _SHORTEST or is_common(raw, bare=True) or is_inflected(raw):
            return False
        return raw[0] in "لبكف" and raw[1:3] != "ال" and not raw.startswith("لل")

    def _initial(self, j: int) -> bool:
        """Tell whether a Latin letter, as it is read, stands at word `j` inside a name: جاي بي بريتزيكر."""
        if self.words[j] not in _LETTERS or j + 1 >= len(self.words):
            return False
        return self.reading.gaps[j] == " " and self.plain(j + 1)

    def _foreign_end(self, j: int) -> bool:
        """Tell whether word `j`, which no dictionary knows, ends a foreign name: خوان سيباستيان فيرون (79)."""
        if self.reading.gaps[j] == " " or self.reading.gaps[j].strip()[:1] not in _SIGNS:
            return False
        if not all("foreign" in self.reading.flags(k) for k in (j - 1, j - 2)):
            return False
        raw, word = self.reading.surface(j, j + 1), self.words[j]
        strange = not is_common(raw, bare=True) and word[0] + word[-1] not in {"يه", "ته", "يا"}
        glued = word[0] == "و" or (word[0] in "بل" and is_common(raw))
        free = not glued and not word.startswith("ال") and word not in self.no_names
        return strange and free

    def _third_again(self, j: int, raw: str) -> bool:
        """Tell whether word `j`, clitics or not, follows the same two given names once more: سالم سعيد كبيش."""
        cues = self.reading.cues
        given = all((cue := cues.get(k)) is not None and cue.given for k in (j - 1, j - 2))
        strange = given and not is_inflected(raw) and not is_common(raw, bare=True)
        return strange and self._again(j)

    def _foreign_pair(self, j: int) -> bool:
        """Tell whether a foreign first name and word `j` stand between two signs, alone: ، ريبيكا ستمسون،."""
        gap = self.reading.gaps[j]
        if j < 2 or gap == " " or gap.strip()[:1] not in _SIGNS:
            return False
        if "foreign" not in self.reading.flags(j - 1) or "،" not in self.reading.gaps[j - 2]:
            return False
        free = self.reading.cues.get(j) is None and self.words[j][:2] != "ال"
        raw = self.reading.surface(j, j + 1)
        told = raw.startswith(("ي", "سي")) and analysed(raw).lemma in dictionary().verbs
        return free and not told and not is_common(raw, bare=True)

    def _family_before_sign(self, j: int) -> bool:
        """Tell whether a sign follows the family name at word `j` and a sure given name begins: أحمد ذباح الشمري (."""
        first = self.reading.cues.get(j - 2)
        sure = first is not None and first.given is not None and first.given[0] != "weak"
        return sure and self.reading.gaps[j].strip()[:1] in _SIGNS

    def _feminine_family(self, j: int) -> bool:
        """Tell whether a word in ال…ة is a family name: it follows a given name and stands alone (سلمان العودة)."""
        word, before = self.words[j], self.reading.cues.get(j - 1)
        if before is None or before.given != ("strong", "") or before.title or word[-1] != "ه":
            return False
        if j > 1 and self.words[j - 2] in self.particles:
            return False  # غادر فلان بن طلال القاعة
        cue, after = self.reading.cues.get(j), self.words[j + 1 : j + 2]
        if cue is not None and (cue.names or cue.title or "institution" in cue.flags):
            return False
        if after and self.reading.gaps[j] == " " and after[0][:2] == "ال":
            return False  # an adjective follows: the noun is what the verb takes
        return word not in self.no_names

    def _repeated(self, j: int) -> bool:
        """Tell whether word `j` follows the same sure given name once more in the text: محمد تامالت."""
        cue = self.reading.cues.get(j - 1)
        if cue is None or cue.given != ("strong", ""):
            return False
        return not is_common(self.reading.surface(j, j + 1)) and self._again(j)

    def _again(self, j: int) -> bool:
        """Tell whether words `j - 1` and `j` stand together once more in the text."""
        before, word = self.words[j - 1], self.words[j]
        if self.words.count(word) < 2:
            return False
        pairs = zip(self.words, self.words[1:], strict=False)
        return sum(pair == (before, word) for pair in pairs) > 1

    def _nation_family(self, j: int, count: int) -> bool:
        """Tell whether the adjective of a nation at word `j` is a family name: محمد صالح العراقي، مسؤول ..."""
        before = self.reading.cues.get(j - 1)
        if before is None or "foreign" in before.flags:
            return before is None and count == 1
        alone = self.reading.gaps[j].strip()[:1] in _ENDS and before.given is not None
        return count == 1 or alone

    def _given_family(self, k: int) -> bool:
        """Tell whether word `k` is a given name with the article, which is a family name: الأحمد."""
        rest = lexicon().words.get(self.words[k][2:]) if self.words[k][:2] == "ال" else None
        return rest is not None and rest.given == ("strong", "")

    def _of_house(self, j: int) -> bool:
        """Tell whether آل and a house, which end a name, stand before word `j`: قدمت هيا آل مقرن ورقة."""
        if j < 2 or self.reading.surface(j - 2, j - 1) != "آل" or self.words[j] in self.particles:
            return False
        return self.words[j - 1] not in self.particles and not self._given(j - 1)

    def _after_stop(self, j: int) -> bool:
        """Tell whether a family stands after a name that is a time of day too: ناصر صباح السالم الصباح."""
        word, before = self.words[j], self.words[max(0, j - 2) : j]
        if before[-1] in self.stops and self._given_family(j):
            return True
        return word[:2] == "ال" and word[2:] in before and word[2:] in self.stops
