"""People named in the text: those of the gazetteer, and others by given name, title or verb.

A name nobody listed begins with a given name, or follows a rank (العميد) or a role (وزير الدفاع), and
goes on through given names, particles (بن، أبو، عبد), the form ال…ي and words no dictionary knows.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.lexicon import PEOPLE
from rasid.findings.shapes import CONTINUES, LONGEST, PLURALS, SURE, Shapes
from rasid.findings.words import is_common, is_nisba

_INSIDE: Final = frozenset({"في", "باسم", "لدي", "الي"})
_SHORT: Final = 4  # letters of a word that no dictionary knows and that may be a slip
_COMPLETES: Final = frozenset({"الله", "الدين"})
"""What completes a first word to a given name, in whatever spelling: مجد الدين، فتح الله."""
_ROYAL: Final = ("ملك", "ملكه", "امير", "اميره", "سلطان", "شيخ", "شيخه")
"""Titles after which a given name alone is a name: الأميرة ديانا."""
_NAMED_AFTER: Final = frozenset(
    ["مطار", "جامعه", "مستشفي", "شارع", "طريق", "مدينه", "استاد", "ملعب", "ميناء", "جسر", "سد", "مركز", "موسسه", "كليه",
     "كاس", "جايزه", "مدرسه", "مسجد", "جامع", "حديقه", "ميدان", "قاعده", "مكتبه", "موسوعه", "معهد"]
)  # fmt: skip
"""Places and prizes that bear a king's name."""
_COMPLEMENT: Final = 12  # words between a role and the name: وزير الدولة لشؤون مجلس الوزراء ...


class Name(NamedTuple):
    """A person's name at words `[first, last)`, after `skip` letters of clitics.

    title is the word where the title before it begins, or -1; entity_id is "" until resolved.
    """

    first: int
    last: int
    skip: int
    title: int
    entity_id: str


class NameFinder(Shapes):
    """Finds the names in one reading that the gazetteer does not hold."""

    def find(self) -> list[Name]:
        """Return the names, in order, not overlapping."""
        found: list[Name] = []
        covered = self.covered
        free_from = 0
        for i, cue in self.reading.asked[PEOPLE]:
            given = cue.given
            if i < free_from:
                continue
            name = None
            if cue.title:
                name = self._after_title(i, cue.flags)
                if name is None and i >= free_from + 2 and "،" in self.reading.gaps[i - 1]:
                    name = self._before_title(i, cue.flags)
            if name is None and given is not None and i not in covered:
                name = self._bare(i, given)
            if name is not None:
                found.append(name)
                free_from = max(name.last, free_from)
                self.people.update(range(name.first, name.last))
                covered.update(range(name.first, name.last))
        return found

    def _bare(self, i: int, given: tuple[str, str]) -> Name | None:
        """Return the name that begins with the given name at word `i`, no title before it."""
        kind, prefix = given
        if kind == "weak" and (prefix not in {"", "و"} or not self._weak_start(i, prefix)):
            return None
        if self.reading.cues[i].verb is not None and prefix:
            return None  # وروى فلان
        first = self._left(i) if not prefix else i
        if first < i:
            return Name(first, self._end(i, anchored=True), 0, -1, "")
        led = i > 0 and self.words[i - 1] in self.nations and self.words[i - 1].startswith("ال")
        last = self._end(i, anchored=led and self.reading.gaps[i - 1] in CONTINUES)
        if last - i == 2 and self.words[i].endswith("صلاح") and self.words[i + 1] == "الدين":
            return None  # the governorate
        if last - i < 2:
            return None
        sure = self.words[i + 1] in self.particles  # وعلي بن إبراهيم
        if prefix and not sure and is_common(self.reading.surface(i, i + 1), bare=True):
            return None  # بيان is no ب and يان
        return Name(i, last, len(prefix), -1, "")

    def longer(self, name: Name) -> Name:
        """Return a listed name with what the text adds to it: يحيى رسول عبد الله."""
        j = name.last
        while j < len(self.words) and j - name.first < LONGEST:
            sure = self.words[j] in self.particles or self._given(j)
            if not sure or self.reading.gaps[j - 1] not in CONTINUES or j in self.covered:
                break
            step = self._continues(j, j - name.first, anchored=False)
            if not step:
                break
            j += step
        return name._replace(last=j)

    def _left(self, i: int) -> int:
        """Return where the name that goes on at word `i` begins: أبو محمد, مشبب بن محمد."""
        if i == 0 or self.words[i - 1] not in self.kunyas or i - 1 in self.covered:
            return i
        if self.reading.gaps[i - 1] not in CONTINUES:
            return i
        if self.words[i - 1] not in {"بن", "بنت"}:
            return i - 1
        k = i - 2
        named = k >= 0 and self.reading.gaps[k] in CONTINUES and k not in self.covered
        if not named or self.words[k] in self.stops or len(self.words[k]) < 2:
            return i
        cue = self.reading.cues.get(k)
        return k if cue is None or not (cue.title or cue.verb or cue.names) else i

    def _weak_start(self, i: int, prefix: str) -> bool:
        """Tell whether سيف, ثابت ... begins a name: a surer one follows."""
        j = i + 1
        if j >= len(self.words) or self.reading.gaps[i] not in CONTINUES:
            return False
        if self.words[i][len(prefix) :] == "علي" and self.reading.surface(i, j)[-1:] != "ي":
            return False
        cue, word = self.reading.cues.get(j), self.words[j]
        own = self.reading.cues.get(i)
        if own is not None and own.verb is not None:
            return False
        bare = self.words[i][len(prefix) :]
        if word in self.seconds:  # الداعية فتح الله غولن
            return j + 1 < len(self.words) and word in _COMPLETES and self._may_follow(j + 1)
        if bare == "عبد":
            return word.startswith("ال")
        if bare in self.kunyas:
            sure = word.startswith("ال") or (cue is not None and cue.given is not None)
            return sure or (j + 1 < len(self.words) and is_nisba(self.words[j + 1]))
        if word in self.particles or (cue is not None and cue.given in SURE):
            return True
        before = self.reading.cues.get(i - 1) if i and self.reading.gaps[i - 1] == " " else None
        after_verb = before is not None and before.verb is not None  # وقال عامر العشي
        if is_nisba(word) and word not in self.described:
            # صالح العوفي: no adjective with the article follows a word without it.
            raw = self.reading.surface(j, j + 1)
            man = bare in self.men or (after_verb and not prefix)
            sure = man or (raw[-1] != "ى" and not is_common(raw))
            return sure and (cue is None or (cue.given is not None and not cue.title))
        return cue is None and word[:1] != "و" and word not in self.nations and self.plain(j)

    def _after_title(self, i: int, flags: dict[str, str]) -> Name | None:
        """Return the name that a title at word `i` introduces."""
        if self._names_a_place(i):
            return None
        rank = "rank" in flags or "honour" in flags
        j = i + 1
        held = i - 1 in self.people and "،" in self.reading.gaps[i - 1]  # فلان، قائد كذا،
        steps = 2 if rank and "role" not in flags else _COMPLEMENT
        for k in range(j, min(j + steps + 1, len(self.words))):
            if k in self.people or not self._joined(k, j) or (held and self._apart(k)):
                return None
            word = self.words[k]
            if word not in _INSIDE and self._given(k) and self._may_begin(k, j):
                last, first = self._end(k, anchored=True), self._first_of(k, i, rank=rank)
                royal = self._royal(i)
                alone = (rank or royal) and k == j and not self.reading.cues[k].title
                if last - first >= 2 or alone:
                    return Name(first, last, 0, i, "")
            if k in self.others:
                continue
            if word in self.stops:
                if word not in _INSIDE or rank:
                    return None
                continue
            if self._ends_title(k):
                return None
            if "role" in flags and self._family_name(k) and self._plain_complement(j, k):
                return Name(self._first_of(k, i, rank=False), k + 1, 0, i, "")
            apart = self._apart(k)  # باسم الحكومة، فلان الفلاني
            last = self._led(k, j, rank=rank, apart=apart)
            if last:
                return Name(k, last, 0, i, "")
        return None

    def _royal(self, i: int) -> bool:
        """Tell whether a given name alone is a person after word `i`: الأميرة ديانا."""
        return self.words[i].endswith(_ROYAL) and "ل" in self.words[i][:4]

    def _names_a_place(self, i: int) -> bool:
        """Tell whether a royal title at word `i` belongs to the name of a place: مطار الملك خالد."""
        return i > 0 and self.words[i - 1].removeprefix("ب") in _NAMED_AFTER and self._royal(i)

    def _may_begin(self, k: int, first: int) -> bool:
        """Tell whether the given name at word `k` can begin the name after a title's word `first - 1`.

        One that is also a word does not in نجح في تحسين الاقتصاد, نائب قائد التحالف, بمناسبة ذكرى إعلان.
        """
        if k > first and self.words[k - 1] in _INSIDE:
            return False
        cue, before = self.reading.cues[k], self.words[k - 1]
        if cue.given is None or cue.given[0] != "weak":
            return True
        closed = before.startswith(("ال", "وال", "لل")) or k - 1 in self.others
        if not cue.title and (k == first or closed or self._apart(k) or before in self.nations):
            return True
        if k + 1 >= len(self.words) or self.reading.gaps[k] not in CONTINUES:
            return False
        word, after = self.words[k + 1], self.reading.cues.get(k + 1)
        if after is not None:
            return after.given is not None and not after.given[1] and not after.title
        return (is_nisba(word) and word not in self.described) or self.plain(k + 1)

    def _before_title(self, i: int, flags: dict[str, str]) -> Name | None:
        """Return the name of two words that nothing lists, whose title follows: هيليل نوير، المدير."""
        first = i - 2
        titled = flags.get("role") == "" or flags.get("rank") == ""
        if not titled or first in self.covered or self.reading.gaps[first] not in CONTINUES:
            return None
        word = self.words[first]
        sure = (
            self.plain(first) and not word.startswith(("ال", "و", "ل", "ب")) and self.plain(i - 1)
        )
        return Name(first, i, 0, i, "") if sure else None

    def _led(self, k: int, first: int, *, rank: bool, apart: bool) -> int:
        """Return the end of the name that nothing lists but what precedes word `k` shows, or 0."""
        if apart and k > first:
            closed = "،" in self.reading.gaps[min(k + 1, len(self.words) - 1)]
            return self._unknown(k) or (self._before_link(k) if closed else 0)
        if rank and k == first and self.words[k - 1].endswith("فريق"):
            return 0  # الفريق الإغاثي: more often a team than a general
        if k == first and not rank and self.words[k - 1].startswith(("ال", "وال")):
            # العضو دانكان هنتر, الرئيس روزفلت: no adjective, for it has no article.
            return self._unknown(k) or (k + 1 if self._sole(k) else 0)
        nation = k > first and self.words[k - 1] in self.nations
        if nation and self.words[k - 1].startswith("ال") and self._sole(k):
            return self._unknown(k) or k + 1  # الجاسوس الروسي سكريبال
        led = nation or (k > first and k - 1 in self.others)
        return self._unsure(k, rank=rank and k == first) if led or (k == first and rank) else 0

    def _sole(self, k: int) -> bool:
        """Tell whether word `k` is in no dictionary and too long for a slip, and begins with no clitic."""
        word = self.words[k]
        return self.plain(k) and len(word) > _SHORT and word[0] not in "اولبفك"

    def _may_follow(self, k: int) -> bool:
        """Tell whether word `k` may be a family name after فتح الله, مجد الدين."""
        family = is_nisba(self.words[k]) and self.words[k] not in self.described
        return self.plain(k) or family

    def _unsure(self, k: int, *, rank: bool) -> int:
        """Return the end of a name that nothing lists at word `k`, or 0."""
        if rank and self._two_words(k):
            return self._end(k + 1, anchored=True)
        return self._unknown(k) or (0 if rank else self._before_link(k))

    def _before_link(self, k: int) -> int:
        """Return the end of two words that nothing lists between a title and أن, or 0."""
        last = k + 2
        if last >= len(self.words) or self.reading.gaps[k] not in CONTINUES:
            return 0
        cue = self.reading.cues.get(last)
        linked = cue is not None and "link" in cue.flags and self.words[last] not in _INSIDE
        free = all(
            self.reading.cues.get(i) is None and self.words[i].isalpha() and len(self.words[i]) > 2
            and not self.words[i].startswith(("ال", "لل", "و", "بال")) and i not in self.covered
            for i in (k, k + 1)
        )  # fmt: skip
        return last if linked and free else 0

    def _plain_complement(self, first: int, last: int) -> bool:
        """Tell whether words `[first, last)` are one noun phrase: رئيس الوزراء, not النائب بالمجلس."""
        return not any(
            word in _INSIDE or word.startswith(("وال", "بال", "لل"))
            for word in self.words[first:last]
        )

    def _two_words(self, k: int) -> bool:
        """Tell whether a rank's name begins with a word that nothing lists: الدكتور مقبل الذكير."""
        if k + 1 >= len(self.words) or self.reading.gaps[k] not in CONTINUES:
            return False
        word, family = self.words[k], self.words[k + 1]
        free = self.reading.cues.get(k) is None and self.reading.cues.get(k + 1) is None
        if not free or word.startswith(("ال", "و", "لل")) or len(word) < 3 or not family.isalpha():
            return False
        known = family in self.no_names
        family_shape = family.startswith("ال") and not family.endswith(PLURALS)
        return not known and (family_shape or self.plain(k + 1))

    def _joined(self, k: int, first: int) -> bool:
        """Tell whether word `k` goes on the title; a comma may stand before the name."""
        gap = self.reading.gaps[k - 1]
        return gap in CONTINUES or (k > first and gap.strip() in {"،", ",", "-", "–"})

    def _apart(self, k: int) -> bool:
        """Tell whether a comma stands before word `k`."""
        return "،" in self.reading.gaps[k - 1]

    def _ends_title(self, k: int) -> bool:
        """Tell whether word `k` is a nearer title, which takes the name, or a verb."""
        cue = self.reading.cues.get(k)
        return cue is not None and (cue.title or (cue.verb is not None and not cue.names))

    def _first_of(self, k: int, title: int, *, rank: bool) -> int:
        """Return where a name really begins whose first sure word is `k`: الخبير السياسي فلان التميمي.

        The word before it is its first name when it has no article and the title is complete.
        """
        i = k - 1
        if i <= title or self.reading.gaps[i] not in CONTINUES:
            return k
        word, complete = (
            self.words[i],
            self.words[i - 1].startswith("ال") or (rank and i == title + 1),
        )
        cue = self.reading.cues.get(i)
        if cue is not None and (cue.given is None or cue.title or cue.verb):
            return k
        shape = word.isalpha() and len(word) > 2 and not word.startswith(("ال", "لل", "و", "بال"))
        known = word in self.no_names
        verb = word[0] in "يتسن" and is_common(self.reading.surface(i, i + 1))  # الذي يقف خلف
        return i if shape and complete and not known and not verb and i not in self.covered else k
