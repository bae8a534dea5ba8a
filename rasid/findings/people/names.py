"""People named in the text: those of the gazetteer, and others by given name, title or verb.

A name nobody listed begins with a given name, or follows a rank (العميد) or a role (وزير الدفاع), and
goes on through given names, particles (بن، أبو، عبد), the form ال…ي and words no dictionary knows.
"""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import PEOPLE
from rasid.findings.people.ends import LONGEST
from rasid.findings.people.heard_words import analysed
from rasid.findings.people.shapes import CONTINUES
from rasid.findings.people.starts import Name
from rasid.findings.people.titles import Titles
from rasid.findings.people.words import CLUBS, is_common, is_inflected, is_nisba
from rasid.language.characters import TATWEEL
from rasid.language.lexicon import lexicon as dictionary

__all__ = ["Name", "NameFinder"]

_DOUBTFUL: Final = frozenset({"حمد", "رضوان", "رحمه", "باسم", "عز", "ناديه", "ال"})
"""Given names with which formulas begin."""
TELL: Final = frozenset({"شهد", "يزن", "هيمن"})
"""Given names that are verbs: شهد اللقاء، يزن الطحال."""
_TATWEEL: Final = chr(TATWEEL)
_TWO_THOUSAND: Final = "الفين"
"""A number, and Alvin."""
_WRITTEN: Final = frozenset({"البئر", "بئرين", "أدوار", "رؤى", "أفي"})
"""Words that only folding makes names of: ألبير, بيرين, إدوار."""
_LONG: Final = 4  # letters of و and a first name


class NameFinder(Titles):
    """Finds the names in one reading that the gazetteer does not hold."""

    def find(self) -> list[Name]:
        """Return the names, in order, not overlapping."""
        found: list[Name] = []
        covered = self.covered
        free_from = 0
        self.families = {self.words[i] for i in self.people if i - 1 in self.people}
        for i, cue in self.reading.asked[PEOPLE]:
            given = cue.given
            if i < free_from:
                continue
            name = None
            if cue.title and given is not None and self._is_given(i, given):
                name = Name(i, self._end(i, anchored=False), len(given[1]), -1, "")
            elif cue.title:
                name = self._after_title(i, cue.flags)
                if name is None and i >= free_from + 2 and "،" in self.reading.gaps[i - 1]:
                    name = self._before_title(i, cue.flags)
            # قائد, حاكم: names only before a sure one
            titled = cue.title and given is not None and given[0] == "weak"
            free = i not in covered and (not titled or self._sure_name_follows(i))
            if name is None and given is not None and free:
                name = self._bare(i, given)
            if name is not None and self.words[name.last - 1] in CLUBS:
                name = None  # مساعي مانشستر يونايتد
            if name is not None and self._of_thing(name):
                free_from = max(free_from, self._thing_end(name))
                name = None
            if name is not None:
                found += self._joined_before(name)
                found.append(name)
                if name.last - name.first > 1:
                    self.families.add(self.words[name.last - 1])
                other = self._joined_to(name)
                found += other
                last = other[-1].last if other else name.last
                free_from = max(last, free_from)
                self.people.update(range(name.first, last))
                covered.update(range(name.first, last))
        return found

    def _joined_before(self, name: Name) -> list[Name]:
        """Return the two words that nothing lists before a name that و joins to them: أليسيو فيغالي وبيتر شولز."""
        k = name.first - 2
        if name.skip != 1 or name.title >= 0 or k < 1 or self.words[name.first][:1] != "و":
            return []
        gaps = self.reading.gaps
        raw = self.reading.surface(k, k + 1)
        if gaps[k] not in CONTINUES or gaps[k + 1] not in CONTINUES or not raw:
            return []
        if raw.startswith("ال") or self._glued(k, raw):
            return []
        if (
            k in self.covered
            or self.words[k + 1][:1] == "و"
            or not (self.plain(k) and self.plain(k + 1))
        ):
            return []
        self.people.update((k, k + 1))
        self.covered.update((k, k + 1))
        return [Name(k, k + 2, 0, -1, "")]

    def _joined_to(self, name: Name) -> list[Name]:
        """Return the name of two words that nothing lists which و joins to another: فلان الفلاني ويفيت كوبر."""
        k = name.last
        if name.last - name.first < 2 or k + 1 >= len(self.words) or self.words[k][:1] != "و":
            return []
        if self.reading.gaps[k - 1] not in CONTINUES or self.reading.gaps[k] not in CONTINUES:
            return []
        if len(self.words[k]) < _LONG or self.reading.cues.get(k) is not None or k in self.covered:
            return []
        first = self.reading.surface(k, k + 1, 1)
        strange = not (is_common(first) or is_inflected(first) or self.words[k][1:3] == "ال")
        return [Name(k, k + 2, 1, -1, "")] if strange and self.plain(k + 1) else []

    def _bare(self, i: int, given: tuple[str, str]) -> Name | None:
        """Return the name that begins with the given name at word `i`, no title before it."""
        kind, prefix = given
        bare = self.words[i][len(prefix) :]
        if bare[-1] in "اء" and self._accusative(i):
            return None  # رويداً
        if kind == "foreign" and self._no_first_name(i, bare):
            return None
        if bare in _DOUBTFUL and self._no_start(i, bare):
            return None
        if kind == "weak":
            glued = prefix not in {"", "و"} and not self._sure_name_follows(i)  # لعلي عبد الله
            glued = glued and bare not in self.kunyas
            if glued or self._governs_name(i, bare) or not self._weak_start(i, prefix):
                return None
        told = prefix and self.reading.cues[i].verb is not None  # وروى فلان
        if told or ((prefix == "و" or self.words[i] in TELL) and self._deed_with(i, prefix)):
            return None
        first = self._left(i) if not prefix else i
        if first < i:
            return Name(first, self._end(i, anchored=True), 0, -1, "")
        led = i > 0 and self.words[i - 1] in self.nations and self.words[i - 1].startswith("ال")
        last = self._end(i, anchored=led and self.reading.gaps[i - 1] in CONTINUES)
        if last - i == 2 and self.words[i].endswith("صلاح") and self.words[i + 1] == "الدين":
            return None  # the governorate
        if last - i < 2 and kind == "strong" and not prefix and self._signed(i):
            last = i + 2  # أحمد حجازي – المدينة
        if last - i < 2 or (last - i == 2 and self._known_tells(i, bare)):
            return None
        sure = self.words[i + 1] in self.particles  # وعلي بن إبراهيم
        if (
            prefix
            and not (sure and prefix == "و")
            and is_common(self.reading.surface(i, i + 1), bare=True)
        ):
            return None  # بيان is no ب and يان
        return Name(i, last, len(prefix), -1, "")

    def _deed_with(self, i: int, prefix: str) -> bool:
        """Tell whether و and a verb that is a name too begin a sentence, its subject next: . وهيمن الموضوع على."""
        given = self.reading.cues[i].given
        word = self.words[i][len(prefix) :]
        if word in TELL and prefix in {"", "و"} and i + 1 < len(self.words):
            return self._thing(i + 1)
        if prefix != "و" or given is None or given[0] != "strong" or i + 1 >= len(self.words):
            return False
        if i and not self.reading.gaps[i - 1].strip(" ،"):
            return False
        return (
            self._thing(i + 1)
            and analysed(self.reading.surface(i, i + 1)).lemma in dictionary().verbs
        )

    def _thing(self, k: int) -> bool:
        """Tell whether a known word with the article, no family name in ي, stands right at word `k`."""
        word = self.words[k]
        subject = word.startswith("ال") and not is_nisba(word) and self.reading.gaps[k - 1] == " "
        return subject and is_common(self.reading.surface(k, k + 1))

    def _known_tells(self, i: int, bare: str) -> bool:
        """Tell whether a family met before and a verb that is a name too stand at word `i`: عيدان طالب القاضي."""
        cue = self.reading.cues.get(i + 1)
        told = cue is not None and cue.verb is not None and cue.given is not None
        return bare in self.families and told and not self._sure_name_follows(i)

    def _no_first_name(self, i: int, bare: str) -> bool:
        """Tell whether a foreign given name at word `i` begins none: كوفئ, ألفين وستمئة, كيري الشهر after جون كيري."""
        raw = self.reading.surface(i, i + 1)
        if raw.endswith("ئ") or raw[len(raw) - len(bare) :] in _WRITTEN:
            return True
        if bare == _TWO_THOUSAND and i + 1 < len(self.words):
            word = self.words[i + 1]  # ألفين وخمسمئة, ألفين من الجنود
            return word[:1] == "و" or not (self.plain(i + 1) or self._given(i + 1))
        return bare in self.families and not self._sure_name_follows(i)

    def _governs_name(self, i: int, bare: str) -> bool:
        """Tell whether word `i` is a noun to which the name after it belongs: حكم عبد الناصر."""
        if bare not in self.governing or i + 1 >= len(self.words):
            return False
        return self._given(i + 1) or self._sure_name_follows(i)

    def _no_start(self, i: int, bare: str) -> bool:
        """Tell whether بحمد الله, رضوان الله عليهم, رحمه الله, عز وجل or باسم فلان stands at word `i`."""
        word = self.words[min(i + 1, len(self.words) - 1)]
        raw = self.reading.surface(i, i + 1)
        if bare == "باسم":
            return "إ" in raw or not is_nisba(word)  # المتحدثة باسم براون, بإسم
        if bare == "ال":
            return _TATWEEL in raw  # الأشهر الـ 16
        if bare == "ناديه":
            return raw.endswith("ه")  # مع ناديه ليفربول
        if bare == "عز":
            return word == "وجل"
        blessed = bare != "رحمه" or raw.endswith("ه")
        return blessed and word == "الله"

    def longer(self, name: Name) -> Name:
        """Return a listed name with what the text adds to it: يحيى رسول عبد الله."""
        j = name.last
        while j < len(self.words) and j - name.first < LONGEST + 3:
            cue = self.reading.cues.get(j)
            sure = self.words[j] in self.particles or (
                cue is not None and cue.given == ("strong", "")
            )
            if sure and self.words[j - 1] == "الله" and not self._name_goes_on(j):
                break  # عبد الأمير يار الله أشرف على كذا
            if not sure or self.reading.gaps[j - 1] not in CONTINUES or j in self.covered:
                break
            step = self._continues(j, j - name.first, anchored=False)
            if not step:
                break
            j += step
        return name._replace(last=j)
