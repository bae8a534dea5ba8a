"""Lines of authors: فلان الفلاني – المدينة, بقلم فلان, بغداد - فلان الفلاني."""

from __future__ import annotations

from typing import Final

from rasid.findings.people.ends import Ends
from rasid.findings.people.shapes import CONTINUES, PLURALS

_LINE_SIGNS: Final = frozenset({"-", "–", "—"})
"""Signs between the name of an author and the place."""
_SIGNING: Final = frozenset({"كتب", "كتبت", "بقلم", "اعداد", "اعد", "ترجمه"})
"""Words at the beginning of a line that only its author's name follows."""


class Bylines(Ends):
    """Tells of words of one reading whether they are the line of whoever wrote the article."""

    def _after_signing(self, i: int) -> bool:
        """Tell whether one word stands between كتب, بقلم at the beginning of a line and the name at word `i`."""
        gaps, words = self.reading.gaps, self.words
        if i < 2 or not self._signs(i - 1) or gaps[i - 1] != " ":
            return False
        plain = self.reading.cues.get(i - 1) is None and words[i - 1][:2] != "ال"
        return plain and any("\n" in gap for gap in gaps[i : i + 3])

    def _signs(self, i: int) -> bool:
        """Tell whether كتب, بقلم stands right before word `i` and begins the line."""
        gaps = self.reading.gaps
        if i == 0 or self.words[i - 1] not in _SIGNING or "\n" in gaps[i - 1]:
            return False
        return i == 1 or "\n" in gaps[i - 2]

    def _line_of_name(self, i: int) -> bool:
        """Tell whether a line holds two to four words from `i` on and nothing else: whoever wrote the article."""
        gaps = self.reading.gaps
        begins = not i or not self.words[i - 1] or "\n" in gaps[i - 1]
        if not (begins or self._after_town(i) or self._signs(i)):
            return False
        for k in range(i, min(i + 4, len(self.words))):
            if k > i and not self._part_of_name(k):
                return False
            if gaps[k] not in CONTINUES:
                return k > i and ("\n" in gaps[k] or gaps[k].strip()[:1] in _LINE_SIGNS | {":"})
        return False

    def _after_town(self, i: int) -> bool:
        """Tell whether one word and a dash stand on the line before word `i`: بغداد - فلان الفلاني - فلان."""
        gaps = self.reading.gaps
        dash = i > 0 and gaps[i - 1].strip() in _LINE_SIGNS
        return dash and self.words[i - 1].isalpha() and (i == 1 or "\n" in gaps[i - 2])

    def _signed(self, i: int) -> bool:
        """Tell whether a line holds the given name at word `i` and one more word, whoever wrote it."""
        gaps, j = self.reading.gaps, i + 1
        begins = not i or not self.words[i - 1] or "\n" in gaps[i - 1]
        if not begins or j >= len(self.words) or not self.words[j] or gaps[i] not in CONTINUES:
            return False
        word, closes = self.words[j], "\n" in gaps[j] or gaps[j].strip() in _LINE_SIGNS
        free = self.reading.cues.get(j) is None and len(word) > 2 and word.isalpha()
        shape = (
            word[0] not in "وبليت"
            and word[:2] != "ال"
            and word not in self.no_names
            and word[-1] != "ه"
        )
        return closes and free and shape

    def _part_of_name(self, k: int) -> bool:
        """Tell whether word `k` may stand in the line of a name."""
        word = self.words[k]
        if word in self.particles or self._given(k):
            return True
        return word.startswith("ال") and word not in self.no_names and not word.endswith(PLURALS)
