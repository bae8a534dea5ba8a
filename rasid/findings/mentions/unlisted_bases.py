"""Bases that the gazetteer does not hold: قاعدة كذا الجوية، مطار كذا العسكري، معسكر "كذا"، قاعدتي كذا وكذا.

Their identifier is `base:` and the folded name; they have no position. A base listed later gets a new identifier.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from rasid.findings.lexicon import SITES
from rasid.findings.mentions.site_names import FORCES, LED, OPENING, Site, SiteNames
from rasid.findings.people.words import is_common
from rasid.findings.reading import Reading

_MOST: Final = 4  # words of a name
_AIRPORT: Final = frozenset({"العسكري", "الحربي"})
_FOUGHT: Final = frozenset({"attack", "assault", "weapon"})
_PLACED: Final = frozenset(
    "في شمال شمالي جنوب جنوبي شرق شرقي غرب غربي قرب التابع الواقع الاستراتيجي بمدينه بمحافظه "  # noqa: SIM905
    "بمنطقه بمديريه بريف بضواحي".split()
)
"""Words that follow a camp's name: where it lies, whose it is."""
_CLOSING: Final = ' "”»'
_DASHES: Final = frozenset({"-", "–", "—"})
_TAKEN: Final = (
    "سيطر", "السيطر", "تسيطر", "يسيطر", "تحرير", "حرر", "استعاد", "يستعيد", "تستعيد", "اقتحام", "اقتحم", "سقوط",
    "محاصر", "حصار", "الاستيلا", "استولي", "استولت", "استهدف", "استهداف", "قصف", "تطهير", "تمشيط", "مهاجم", "هاجم",
)  # fmt: skip
"""How words begin that say of a camp that it is fought for."""
_STRATEGIC: Final = "الاستراتيجي"
_NO_CAMP: Final = frozenset(
    "التدريب التدريبات الاعتقال الاحتجاز الايواء التجنيد القياده الجيش القطاع الدفاع اللواء الامن الشرطه الحرس".split()  # noqa: SIM905
)
"""What camps are for, or whose."""
_PAIRS: Final = frozenset({"قاعدتي", "قاعدتا", "معسكري", "معسكرا", "مطاري", "مطارا"})
_PLURALS: Final = frozenset({"قواعد", "معسكرات"})


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
    spelled = {tuple(reading.words[s.first : s.last]) for s in found}
    names = sorted(spelled, key=lambda name: (-len(name), name))  # the longest first
    for i, _ in doubtful if names else ():
        for name in names:
            last = i + 1 + len(name)
            if tuple(reading.words[i + 1 : last]) == name and finder.free(i + 1, last):
                found.append(
                    finder.site(i + 1, last)
                )  # قاعدة كذا, called قاعدة كذا الجوية elsewhere
                break
    return sorted(found)


class _Sites(SiteNames):
    """Reads what follows the nouns of bases in one reading."""

    def after(self, i: int, noun: str) -> list[Site]:
        """Return the bases named after the noun at word `i`."""
        first = i + 1
        if first >= len(self.words) or not self.words[first]:
            return []
        if first in self.taken and noun not in _PAIRS:
            return []
        gap = self.gaps[i]
        quoted = not OPENING.isdisjoint(gap) and "\n" not in gap
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

    def _camp(self, first: int) -> int:
        """Return the end of the name of a camp that is an ordinary word (معسكر الصدرين غربي المدينة), or 0.

        It is attacked, and the next word says where it lies or whose it is.
        """
        words, last = self.words, first + 1
        while last < len(words) and last < first + 3 and not self.gaps[last - 1].strip(_CLOSING):
            if words[last] == _STRATEGIC:
                break
            last += 1
        # The adjective is masculine as معسكر is, so that طيبة before it is no adjective.
        strategic = words[last : last + 1] == [_STRATEGIC] and (
            self._may_begin(first) or self._adjective(first)
        )
        last = last if strategic else first + 1
        if not (strategic or words[first].startswith("ال")) or not self.free(first, last):
            return 0
        placed = (
            last < len(words) and not self.gaps[last - 1].strip(_CLOSING) and words[last] in _PLACED
        )
        taken = self._taken(first - 1)
        if words[first] in _NO_CAMP or not (strategic or self._may_begin(first)):
            return 0
        if not (placed or taken) or not self._military(first - 1, last):
            return 0
        begin, end = self.reading.sentence(first)
        flags = self.reading.flags
        fought = any(not _FOUGHT.isdisjoint(flags(k)) for k in range(begin, end))
        return last if fought or strategic or taken else 0

    def _taken(self, i: int) -> bool:
        """Tell whether right before the noun at word `i` it is said that the camp is taken: تحرير معسكر كذا."""
        before = self.words[max(0, i - 3) : i]
        return any(word.lstrip("وب").startswith(_TAKEN) for word in before)

    def _until_forces(self, first: int, noun: str) -> int:
        """Return the word after a name that الجوية, العسكري ... ends, or 0."""
        ending = _AIRPORT if noun == "مطار" else FORCES
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
        several = last - first > 1 and self._adjective(first)  # معسكر "طيبة الإسم"
        if not (several or self._may_begin(first)) or self.words[first] in FORCES:
            return False
        if after in FORCES:
            return True
        # على قاعدة "التحصين": on the principle of
        principle = noun == "قاعده" and self.words[first - 2] == "علي"
        if principle and not any(
            not _FOUGHT.isdisjoint(self.reading.flags(k)) for k in range(max(0, first - 5), first)
        ):
            return False
        return self._military(first - 1, last)

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
            # قاعدة بغداد – بسماية: the base itself follows
            return 0 if self.gaps[last - 1].strip() in _DASHES and last in self.taken else last
        if self._given_and_family(first):
            return first + 2
        raw = self.reading.surface(first, last)
        if raw.endswith("ية") and not raw.startswith("ال"):
            return 0  # قاعدة لوجستية
        adjective = raw.endswith(("ة", "ي")) and is_common(raw[:-1], bare=True)
        if (adjective and raw[:2] != "ال") or not (words[first] in LED or self._unknown(first)):
            return 0
        while last < min(first + _MOST, len(words)) and self.gaps[last - 1] in {" ", "-"}:
            if self._after_clitic(last) or not self._goes_on(last, first):
                break
            last += 1
        return last

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
            shown = any(w in FORCES for w in self.words[k + 1 : k + 4])
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


def _is_praise(word: str) -> bool:
    """Tell whether a word may be a further adjective of قاعدة: الاستراتيجية."""
    return word.startswith("ال") and word.endswith("يه")
