"""Nouns of what happens or is intended (انتهاء، استهداف، لوقف القتال), told from bodies, places and names."""

from __future__ import annotations

import re
from typing import Final

from rasid.findings.lexicon import lexicon
from rasid.findings.mentions.finder import mentions_of
from rasid.findings.people.words import is_common
from rasid.findings.reading import Reading

_HAPPENING: Final = re.compile(
    "(?:ا(?:ن..|.ت.|ست..|..)ا.|ت.(?:.ي|ا.).)(?:ه|ها|هم|هما)?|م.ا..(?:ه|ت(?:ه|ها|هم|هما))|ت...(?:ها|هم|هما)"
    "|ا(?:ست)?.ا.(?:ه|ت(?:ه|ها|هم|هما))"
)
"""The shapes of verbal nouns: انفعال افتعال استفعال إفعال تفعيل تفاعل مفاعلة, with the pronouns they take."""
_HAMZATED: Final = frozenset({"القاء", "الغاء", "الزام", "الحاق"})
_OWNED: Final = ("ه", "ها", "هم", "هما")
_OWNING: Final = frozenset("هام")
_INTENDED: Final = re.compile("ا(?:ن..|.ت.|ست..)ا.")
"""The shapes انفعال افتعال استفعال, which no name of a body has with an article."""
_JOINING: Final = frozenset({"في", "علي", "الي", "من", "عن", "مع"})
_HOLDING: Final = {"بالدفاع": "عن", "بالقضاء": "علي"}
"""Names of bodies that are deeds before their preposition."""
NO_DEED: Final = frozenset(
    {"institution", "source", "role", "rank", "document", "venue", "adjunct", "preposition"}
)


class Deeds:
    """The nouns of what happens in one reading.

    Attributes:
        opening: The quotations by the word they open with.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words, self.gaps = reading.words, reading.gaps
        self._people: set[int] | None = None
        self.opening = {first: k for k, (first, _) in enumerate(reading.quote_words)}

    def happening(self, j: int) -> bool:
        """Tell whether word `j` says what happens or is intended: listed, or of the shape of a verbal noun."""
        cue = self.reading.cues.get(j)
        if cue is not None and not {"occurrence", "stance"}.isdisjoint(cue.flags):
            return True
        if cue is not None and (cue.names or cue.title or not NO_DEED.isdisjoint(cue.flags)):
            return False
        word = self.words[j]
        if word[-1:] in _OWNING and (cue is None or cue.verb is None) and self.owned(j):
            return True  # نفى فلان | دخوله القرية
        if word == "قرب" and j + 1 < len(self.words):
            return self.happening(j + 1)  # قرب انتهاء العمل, but not قرب الحدود
        if word.startswith("ال") and self.reading.surface(j, j + 1).startswith("إل"):
            return _HAPPENING.fullmatch(word + "ا") is not None or word in _HAMZATED  # إلقاء
        if (
            word == "تشرين"
            or word.startswith("ال")
            or word.endswith("يه")
            or not _HAPPENING.fullmatch(word)
        ):
            return False
        return not self.reading.surface(j, j + 1).startswith("أ")  # أعمال is a plural

    def owned(self, j: int) -> bool:
        """Tell whether word `j` is a listed noun of what happens with a pronoun: دخوله، رفضها."""
        word = self.words[j]
        pronoun = 1 if word.endswith("ه") else 3 if word.endswith("هما") else 2
        bare = lexicon().words.get(word[:-pronoun])
        if bare is None or {"occurrence", "stance"}.isdisjoint(bare.flags):
            return False
        # a noun in ة, a contract
        return self.reading.surface(j, j + 1).endswith(_OWNED) and not word.startswith("عقد")

    def going_on(self, j: int) -> bool:
        """Tell whether word `j` is a definite verbal noun that its preposition follows: الاستمرار في، الالتزام بـ."""
        word, follows = self.words[j], self.words[j + 1] if j + 1 < len(self.words) else ""
        if word[:2] != "ال" or self.words[j - 1][:2] != "ال" or self.gaps[j] != " ":
            return False
        cue = self.reading.cues.get(j)
        known = cue is not None and bool(cue.names or cue.title or cue.flags.keys() & NO_DEED)
        joined = follows in _JOINING or (follows[:1] == "ب" and len(follows) > 3)
        return joined and not known and _INTENDED.fullmatch(word[2:]) is not None

    def denied(self, j: int) -> bool:
        """Tell whether a noun stands at word `j` right after a name: نفى سعد معن | توسط الوزير."""
        if self.gaps[j - 1] != " " or j in self.reading.cues or self.words[j].startswith("ال"):
            return False
        if not any(m.last == j and m.kind == "person" for m in mentions_of(self.reading)):
            return False
        return is_common(self.reading.surface(j, j + 1), bare=True)

    def deed(self, noun: str) -> bool:
        """Tell whether a noun is of what happens, or states: لوقف القتال."""
        cue = lexicon().words.get(noun)
        if cue is None:
            return _HAPPENING.fullmatch(noun) is not None and not noun.startswith("ال")
        return bool({"occurrence", "stance"} & cue.flags.keys())

    def joins_deed(self, j: int) -> bool:
        """Tell whether بـ at word `j` joins a deed, not a place, a body or a word that begins with ب."""
        cue = self.reading.cues.get(j)
        held = _HOLDING.get(self.words[j])
        if held is not None and self.words[j + 1 : j + 2] == [held]:
            return True  # not of the ministry
        if cue is not None:
            places = NO_DEED | {"elsewhere", "head", "by-adverb"}
            definite = self.words[j].startswith("بال")
            whole = definite and not any(m.first == j for m in mentions_of(self.reading))
            named = bool(cue.names) and not whole
            if named or cue.verb is not None or places & cue.flags.keys():
                return False  # but بالدعم, though الدعم السريع is a name
        raw = self.reading.surface(j, j + 1)
        return not is_common(raw, bare=True) and is_common(raw[1:])  # بارزاني is no ب and ارزاني

    def quoted_words(self, j: int) -> int:
        """Return the number of words of the quotation that opens before word `j`, 0 when none does."""
        first, last = self.reading.quote_words[self.opening[j]] if j in self.opening else (0, 0)
        return last - first

    def is_name(self, j: int) -> bool:
        """Tell whether word `j` begins someone's name: علي is spelt like على where ى and ي are one."""
        if self._people is None:
            self._people = {m.first for m in mentions_of(self.reading) if m.kind == "person"}
        return j in self._people

    def definite(self, word: str) -> bool:
        """Tell whether a noun of stance has the article: الحاجة, but not التزام or إلغاء."""
        bare = lexicon().words.get(word[2:]) if word.startswith("ال") else None
        return bare is not None and "stance" in bare.flags
