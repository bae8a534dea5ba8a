"""Where a person's name closes: what stands behind its last word, or round it."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Cue
from rasid.findings.people.families import Families
from rasid.findings.people.heard_words import analysed, is_family_shaped
from rasid.findings.people.shapes import PLURALS, SURE
from rasid.findings.people.words import is_nisba
from rasid.language.lexicon import lexicon as dictionary

_THAT: Final = frozenset({"ان", "بان", "انه", "انها"})
_PHRASE: Final = frozenset({"adjunct", "preposition", "relative", "according", "by-adverb"})
"""Kinds of words after a whole name: هاني مسهور بحسب, هاني مسهور في."""
_OBJECTS: Final = ("ة", "ات", "ون", "ين")
"""Endings of an indefinite object of a verb, which a name in between does not have: كتب محمد رسالة في."""
_QUOTES: Final = frozenset('"“”«»')
_ONE_OF: Final = frozenset({"احد", "احدي"})
_TWO: Final = 2
_OPENS: Final = frozenset('"“«:')
_FAMILIES: Final = frozenset(
    "الشريف القاضي الشيخ الخليفه الحاج الملا الوزير الامير السلطان العريف النقيب الخطيب المفتي".split()  # noqa: SIM905
)
"""Titles that are families too."""
_ELATIVE: Final = 4  # letters of أفضل، أكبر


class Closings(Families):
    """Tells whether a name of one reading ends at a word."""

    def _closed(self, j: int) -> bool:
        """Tell whether a sign, a title, a verb, أن or و with the next name follows word `j`."""
        if self.reading.gaps[j].strip() or "\n" in self.reading.gaps[j]:
            return True
        cue = self.reading.cues.get(j + 1)
        if cue is None or self.words[j + 1] in _ONE_OF:
            return self.words[j + 1] in _ONE_OF
        listed = cue.given is not None and cue.given[1] == "و"
        return listed or bool(cue.title or cue.verb or "link" in cue.flags)

    def _closes(self, j: int, count: int) -> bool:
        """Tell whether a title at word `j` is a family name: a comma follows it, a sure given name precedes."""
        before, cue = self.reading.cues.get(j - 1), self.reading.cues.get(j)
        if before is None or before.given not in SURE or before.title:
            return False
        if cue is None or not cue.title or cue.verb is not None or self.words[j] in self.described:
            return False
        after = self.reading.cues.get(j + 1)
        ends = count > 1 and ("،" in self.reading.gaps[j] or "\n" in self.reading.gaps[j])
        ends = ends or (after is not None and "link" in after.flags)  # الدكتور حسين الشريف أنه
        return ends or (count == 1 and self._again(j))  # حسان الشيخ

    def _in_list(self, j: int) -> bool:
        """Tell whether a given name and word `j` stand between two commas, alone: خالد العبود، مرتضى البرية."""
        commas = "،" in self.reading.gaps[j] and j > 1 and "،" in self.reading.gaps[j - 2]
        cue, before = self.reading.cues.get(j), self.reading.cues.get(j - 1)
        if not commas or before is None or (cue is not None and cue.names):
            return False
        return before.given in SURE or j - 2 in self.people

    def _ends_here(self, j: int, raw: str) -> bool:
        """Tell whether an ordinary word at `j` ends a name: what follows it is a comma, a title, أن, a phrase.

        A given name is followed by a verb or an adverb otherwise, which do not look like this word.
        """
        word = self.words[j]
        if j - 1 in self.reading.tagged:
            return self.unlisted(j) and is_noun(raw)  # #محمد_بزي
        if not self._may_end(j, raw):
            return False
        gap, cue = self.reading.gaps[j].strip('"”“»«'), self.reading.cues.get(j + 1)
        if gap != self.reading.gaps[j] and not _QUOTES.isdisjoint(self.reading.gaps[j - 2]):
            return True  # المحلل "هاني مسهور"
        present = word[0] in "يتن" or (word[0] == "س" and word[1] in "ايتن")  # no form of سميث
        if present and (gap.strip() or cue is None or not cue.title):
            return False
        if gap.strip()[:1] in {"،", ",", "(", ".", ")"} and gap.strip():
            return True
        if self.reading.gaps[j].strip()[:1] in _OPENS and self._said_by(j - 1):
            return True  # وقال أحمد شرف «…»
        if cue is None:
            return False
        ranked = "rank" in cue.flags and (
            self.words[j + 1].startswith("ال") or "role" not in cue.flags
        )
        if cue.title and not ranked and self._titled(j, cue):
            return is_noun(raw)  # محمد علوي الرئيس التنفيذي
        if "link" in cue.flags and self.words[j + 1] in _THAT:
            return True
        phrase = cue.verb is not None or not _PHRASE.isdisjoint(cue.flags)
        return phrase and self._surely_given(j) and not raw.endswith(_OBJECTS) and is_noun(raw)

    def _said_by(self, i: int) -> bool:
        """Tell whether a verb of saying stands right before word `i`."""
        verb = self.reading.cues.get(i - 1) if i and self.reading.gaps[i - 1] == " " else None
        return verb is not None and verb.verb is not None

    def _shown_to_follow(self, j: int, raw: str) -> int:
        """Return how many words from `j` on are the family of a given name, though they are words of other kinds."""
        if self._title_as_family(j) or self._plain_in_list(j, raw) or self._apposed_speaker(j):
            return 1
        return 2 if self._surely_given(j) and self._before_family(j, raw) else 0

    def _apposed_speaker(self, j: int) -> bool:
        """Tell whether word `j` ends a speaker whose title follows a comma: قالت رندا سلم، رئيس القسم."""
        word, title = self.words[j], self.reading.cues.get(j + 1)
        if "،" not in self.reading.gaps[j] or title is None or not title.title:
            return False
        family = len(word) > _TWO and word.isalpha() and word not in self.no_names
        family = family and word[0] != "و" and self.unglued(j)
        return family and self._said_by(j - 1) and self._surely_given(j)

    def unglued(self, j: int) -> bool:
        """Tell whether no clitic stands before word `j`."""
        return not self._glued(j, self.reading.surface(j, j + 1))

    def _plain_in_list(self, j: int, raw: str) -> bool:
        """Tell whether an ordinary word at `j` is the family of a given name that stands with it between two commas."""
        word, cue = self.words[j], self.reading.cues.get(j)
        if len(word) <= _TWO or word.startswith("ال") or not self._in_list(j):
            return False
        if cue is not None and (
            cue.verb is not None or cue.participle is not None or not cue.title
        ):
            return False
        odd = word in self.no_names or raw.endswith(("ة", "ا", "ً", "ه", "اء")) or word[0] == "و"
        return not odd and not self._glued(j, raw) and is_noun(raw)  # محمد قاضي،

    def _title_as_family(self, j: int) -> bool:
        """Tell whether a title with the article at word `j` is the family of the given name before: عبدالله القاضي."""
        if self.words[j] not in _FAMILIES or not self._sure(j) or self.words[j - 1] in self.seconds:
            return False
        first = j - 1
        titled = first > 0 and self.reading.gaps[first - 1] == " " and self._royal(first - 1)
        cue = self.reading.cues.get(j + 1) if self.reading.gaps[j] == " " else None
        named = cue is not None and (cue.given is not None or "" in cue.names)
        return not (titled or named or self.words[first - 1] in self.particles)

    def _before_family(self, j: int, raw: str) -> bool:
        """Tell whether a father's name that is a word stands at `j`, between a given name and a family in ال…ي.

        خالد مرضي العنزي, عبدالله مجدوع القرني: the family is no adjective that general text has.
        """
        k, word, cue = j + 1, self.words[j], self.reading.cues.get(j)
        if k >= len(self.words) or self.reading.gaps[j] != " " or not is_nisba(self.words[k]):
            return False
        if cue is not None and (cue.title or cue.verb is not None or cue.participle is not None):
            return False
        odd = word in self.no_names or word[:2] in {"ال", "لل"} or word[0] in "ويتسن"
        odd = odd or len(word) <= _TWO or raw.endswith(("ة", "ا", "ً", "ه", "اء"))
        family = self.words[k] not in self.described and k not in self.covered
        family = family and is_family_shaped(self.reading.surface(k, k + 1))
        return family and not odd and not self._glued(j, raw) and is_noun(raw)

    def _may_end(self, j: int, raw: str) -> bool:
        """Tell whether an ordinary word at `j` has the shape of a family name, after a given name without clitics."""
        word = self.words[j]
        doubtful = len(word) < 3 or raw.endswith(("ا", "ً", "ه", "اء")) or word.startswith("ال")
        doubtful = doubtful or (raw[0] == "أ" and len(word) == _ELATIVE)  # أفضل لاعب
        if doubtful or self._glued(j, raw) or raw.endswith("ية") or not self.unlisted(j):
            return False
        before = self.reading.cues.get(j - 1)
        free = before is not None and before.given is not None and before.given[1] in {"", "و"}
        return free or self._compound(j)

    def _surely_given(self, j: int) -> bool:
        """Tell whether what stands before word `j` is a given name and no other word."""
        before = self.reading.cues.get(j - 1)
        sure = before is not None and before.given is not None and before.given[0] != "weak"
        return sure or self._compound(j)

    def _sure(self, j: int) -> bool:
        """Tell whether a given name of a man that is no other word stands before word `j`, which is no plural."""
        before, ends = self.reading.cues.get(j - 1), (*PLURALS, "اء")
        if before is None or before.given not in SURE or before.title:
            return False
        return self.words[j - 1][-1] != "ه" and not self.reading.surface(j, j + 1).endswith(ends)

    def _titled(self, j: int, cue: Cue) -> bool:
        """Tell whether the title after word `j` is that of a name it ends: عبد الرسول سياف رئيس الحزب."""
        if self.words[j + 1].startswith("ال"):
            return True
        return self._surely_given(j) and cue.flags.get("role") == "" and cue.given is None


def is_noun(raw: str) -> bool:
    """Tell whether a word as written is no form of a verb."""
    return analysed(raw).lemma not in dictionary().verbs
