"""Names that a title beside them shows: وزير الدفاع فلان, العميد فلان, فلان، المدير."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Cue, lexicon
from rasid.findings.mentions.gazetteer import listed_families
from rasid.findings.people.ends import ORDINALS
from rasid.findings.people.heard_words import is_oftener
from rasid.findings.people.shapes import CONTINUES
from rasid.findings.people.starts import Name
from rasid.findings.people.titled_names import TitledNames
from rasid.findings.people.word_kinds import (
    ADJECTIVE,
    ARTICLE,
    INSIDE,
    INSIDE_TITLE,
    OF,
    STOP,
    UNLISTED,
)
from rasid.findings.people.words import CLUBS, is_common, is_nisba

_QUOTES: Final = frozenset({'"', "“", "«", "”"})
KIN: Final = frozenset(
    "شقيقه شقيقها شقيقته شقيقتها نجله نجلها ابنه ابنها ابنته ابنتها زوجته زوجها والده والدها والدته والدتها "  # noqa: SIM905
    "اخيه اخوه اخاه اخيها اخوها اخته اختها صهره حفيده حفيدته طليقته خطيبته".split()
)
"""Relatives of someone named before; a given name alone follows: شقيقه حسين."""
_BODIES: Final = frozenset("مجلس هييه لجنه وزاره مديريه دايره اداره نقابه محكمه غرفه".split())  # noqa: SIM905
"""Bodies that stand inside a title and bear nobody's name: عضو مجلس النواب فلان."""
_TEAM: Final = "الفريق"
_COMPLEMENT: Final = 12  # words between a role and the name: وزير الدولة لشؤون مجلس الوزراء ...


class Titles(TitledNames):
    """Finds the names before and after titles."""

    def _after_title(self, i: int, flags: dict[str, str]) -> Name | None:
        """Return the name that a title at word `i` introduces."""
        if self._names_a_place(i):
            return None
        rank = "rank" in flags or "honour" in flags
        j = i + 1
        cues, gaps, kinds = self.reading.cues, self.reading.gaps, self.kinds
        held = i - 1 in self.people and "،" in gaps[i - 1]  # فلان، قائد كذا،
        loose = body = False
        steps = 2 if rank and "role" not in flags else _COMPLEMENT
        for k in range(j, min(j + steps + 1, len(self.words))):
            joined = gaps[k - 1] in CONTINUES
            if k in self.people or not (joined or self._joined(k, j)):
                return None
            if not joined and held and self._apart(k):
                return None
            if k in self.others:
                continue
            cue = cues.get(k)
            if k == j and not joined and self._apart(k) and not self._named_between(k):
                return None
            name = None if cue is None or cue.given is None else self._given_name(i, k, rank=rank)
            if name is not None:
                return name if name.last > name.first else None
            kind = kinds[self.words[k]]
            of_body = kind & STOP and self.words[k] in _BODIES and not rank
            body = body or bool(of_body)  # عضو مجلس النواب فلان
            # النائب عن كتلة كذا فلان: listed names only
            loose = loose or body or (bool(kind & OF) and not rank)
            if of_body or kind & ADJECTIVE or (kind & INSIDE_TITLE and not rank):
                continue  # رئيس الوزراء السابق
            team = self.words[k] == _TEAM and k == j and "role" in flags  # مدرب الفريق فلان
            if kind & STOP or (body and self._leaves_body(k)) or self._cut(k, cue, team=team):
                return None
            if kind & ARTICLE:
                continue  # no name that nothing lists begins so
            passed = loose or (joined and cue is not None and not kind & UNLISTED)
            name = None if passed else self._unlisted(i, k, rank=rank, role="role" in flags)
            if name is not None:
                return name
        return None

    def _cut(self, k: int, cue: Cue | None, *, team: bool) -> bool:
        """Tell whether word `k`, which the lexicon knows, ends a title without a name."""
        return cue is not None and not team and self._ends_title(k)

    def _leaves_body(self, k: int) -> bool:
        """Tell whether word `k` no longer names the body in a title: وقائد مجلس المقاومة، ومحمد علي عثمان."""
        cue = self.reading.cues.get(k)
        return self._apart(k) or (cue is not None and cue.given is not None)

    def _unlisted(self, i: int, k: int, *, rank: bool, role: bool) -> Name | None:
        """Return the name at word `k` that no list knows, after the title at word `i`."""
        met = k == i + 1 and self.words[k] in self.families
        if met and self.words[k] not in self.no_names | ORDINALS and not self._sure_family(k + 1):
            return Name(k, k + 1, 0, i, "")  # المدرب علام أشرف على كذا, of إبراهيم علام
        if role and self._family_name(k) and self._plain_complement(i + 1, k):
            first = self._first_of(k, i, rank=False)
            known = self._known_family(k) or (first < k and self._strange_first(first))
            if self._sure_name_follows(k) or not known:
                return None  # القيادي الحوثي عبد الملك, المدير الجهوي
            return Name(first, k + 1, 0, i, "")
        last = self._led(k, i + 1, rank=rank, apart=self._apart(k))  # باسم الحكومة، فلان
        return Name(k, last, 0, i, "") if last and not self._governed(k, last) else None

    def _governed(self, k: int, last: int) -> bool:
        """Tell whether what follows a title is ب or ل with a noun: المتهم بتعذيب كلب، المدير الفني لبايرن ميونيخ."""
        if last - k < 2 or self.words[k][0] not in "بل":
            return False
        if self.words[k][0] == "ل" and self.words[k + 1] in CLUBS:
            return True
        common = is_common(self.reading.surface(k + 1, k + 2))
        return common and self._glued(k, self.reading.surface(k, k + 1))

    def _sure_family(self, k: int) -> bool:
        """Tell whether word `k` goes on the name that begins before it: a family in ال…ي or one met already."""
        if k >= len(self.words) or self.reading.gaps[k - 1] not in CONTINUES:
            return False
        word = self.words[k]
        return is_nisba(word) or word in self.families or word in self.particles

    def _strange_first(self, k: int) -> bool:
        """Tell whether no list and no dictionary has the first name at word `k`: المدير التونسي ناصيف البياوي."""
        raw = self.reading.surface(k, k + 1)
        return self.reading.cues.get(k) is None and not is_common(raw, bare=True)

    def _known_family(self, k: int) -> bool:
        """Tell whether a family name alone is known, or stands after a first name elsewhere in the text."""
        word = self.words[k]
        if word in listed_families():
            return True
        if self.words.count(word) < 2:
            return False
        cues = self.reading.cues
        for i, other in enumerate(self.words):
            if other == word and i != k and i and self.reading.gaps[i - 1] in CONTINUES:
                before = cues.get(i - 1)
                if before is not None and before.given is not None and not before.title:
                    return True
        return False

    def _given_name(self, i: int, k: int, *, rank: bool) -> Name | None:
        """Return the name after the title at word `i` that a given name at word `k` begins.

        An empty one ends the title.
        """
        if self._glued_kunya(k):
            return Name(k, k, 0, i, "")  # الملقب بأبي مالك: the title has no name of its own
        if self.words[k] in INSIDE or not self._given(k) or not self._may_begin(k, i + 1):
            return None
        last, first = self._end(k, anchored=True), self._first_of(k, i, rank=rank)
        alone = (rank or self._royal(i)) and k == i + 1 and not self.reading.cues[k].title
        alone = alone or (k == i + 1 and self._relative(i, k)) or self._between_commas(k, last)
        return Name(first, last, 0, i, "") if last - first >= 2 or alone else None

    def _between_commas(self, k: int, last: int) -> bool:
        """Tell whether a given name alone stands between two commas: نجمة التلفزيون الفرنسية، نبيلة، على."""
        cue = self.reading.cues[k]
        free = not cue.title and cue.verb is None and last == k + 1
        return free and self._apart(k) and "،" in self.reading.gaps[k]

    def _relative(self, i: int, k: int) -> bool:
        """Tell whether word `i` is شقيقه, زوجته ... and the given name at word `k` is all of the name."""
        word, cue = self.words[i], self.reading.cues[k]
        kin = word in KIN or (word[0] in "وبل" and word[1:] in KIN)
        if not kin or cue.title or cue.verb is not None or cue.given is None:
            return False
        return cue.given[0] != "weak" or self._closed(k)

    def _before_title(self, i: int, flags: dict[str, str]) -> Name | None:
        """Return the name of two words that nothing lists, whose title follows: هيليل نوير، المدير."""
        first = i - 2
        titled = flags.get("role") == "" or flags.get("rank") == ""
        if not titled or first in self.covered or self.reading.gaps[first] not in CONTINUES:
            return None
        word = self.words[first]
        sure = (
            self.plain(first)
            and not word.startswith("ال")
            and not self._glued(first, self.reading.surface(first, first + 1))
            and self.plain(i - 1)
        )
        return Name(first, i, 0, i, "") if sure else None

    def _named_between(self, k: int) -> bool:
        """Tell whether what follows a title and a comma is a name: a given name, or two words and a comma."""
        cue = self.reading.cues.get(k)
        if cue is not None:
            return cue.given is not None and cue.given[1] == ""
        return self._signed_off(k + 1) and self.words[k][:1] not in {"ب", "ل", "ك", "ف", "و"}

    def _plain_complement(self, first: int, last: int) -> bool:
        """Tell whether words `[first, last)` are one noun phrase: رئيس الوزراء, not النائب بالمجلس."""
        return not any(
            word in INSIDE or word.startswith(("وال", "بال", "لل"))
            for word in self.words[first:last]
        )

    def _joined(self, k: int, first: int) -> bool:
        """Tell whether word `k` goes on the title; a comma may stand before the name."""
        gap = self.reading.gaps[k - 1]
        apart = k > first or self.words[first - 1].startswith("ال")  # المستشار، فلان الفلاني،
        if gap in CONTINUES or (apart and gap.strip() in {"،", ",", "-", "–"}):
            return True
        return self._quoted(k)

    def _quoted(self, k: int) -> bool:
        """Tell whether a quotation opens with the sure given name at word `k`: الباحث "فلان الفلاني"."""
        gap, cue = self.reading.gaps[k - 1], self.reading.cues.get(k)
        if gap[:1] != " " or gap.strip() not in _QUOTES or cue is None or cue.given is None:
            return False
        return cue.given[1] == "" and (cue.given[0] != "weak" or self.words[k] in self.kunyas)

    def _ends_title(self, k: int) -> bool:
        """Tell whether word `k` is a nearer title, which takes the name, or a verb."""
        cue = self.reading.cues.get(k)
        return cue is not None and (cue.title or (cue.verb is not None and not cue.names))

    def _after_clitic(self, i: int, raw: str) -> bool:
        """Tell whether ب or ل and a word that is no name stand at word `i`: الهلال الأحمر بتبوك خالد العنزي."""
        rest = lexicon().words.get(self.words[i][1:])
        named = rest is not None and rest.given is not None  # لسعد اليعقوبي
        return raw[0] in "بل" and not named and is_oftener(raw[1:], raw)

    def _first_of(self, k: int, title: int, *, rank: bool) -> int:
        """Return where a name really begins whose first sure word is `k`: الخبير السياسي فلان التميمي.

        The word before it is its first name when it has no article and the title is complete.
        """
        i = k - 1
        if self.words[i] in {"بن", "بنت", "ابن"} and (k - 2 > title or self._any_given(title)):
            described = is_nisba(self.words[k - 2]) or self.words[k - 2] in self.no_names
            return i if described else self._left(k)  # العميد ركن شائح بن فلان
        if i <= title or self.reading.gaps[i] not in CONTINUES:
            return k
        word, complete = (
            self.words[i],
            self.words[i - 1].startswith("ال") or (rank and i == title + 1),
        )
        cue = self.reading.cues.get(i)
        if (
            cue is not None
            and not self.unlisted(i)
            and (cue.given is None or cue.title or cue.verb)
        ):
            return k
        shape = word.isalpha() and len(word) > 2 and not word.startswith(("ال", "لل", "و", "بال"))
        raw = self.reading.surface(i, i + 1)
        shape = shape and not raw.endswith("ة") and not self._after_clitic(i, raw)
        known = word in self.no_names
        verb = word[0] in "يتسن" and is_common(raw)  # الذي يقف خلف
        return i if shape and complete and not known and not verb and i not in self.covered else k
