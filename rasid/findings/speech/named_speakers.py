"""Which of the people named in a noun phrase speaks: the one who bears the title, not the one it serves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rasid.findings.mentions.finder import Found
from rasid.findings.people.words import is_common
from rasid.findings.speech.phrases import TIMES, UNDER
from rasid.findings.speech.shared_subjects import SubjectFinder
from rasid.findings.speech.speaker import Speaker

_NAME: Final = 4  # words of a name between commas
_RECIPIENT: Final = 3  # letters of لـ with a noun
_SINGULAR: Final = ("ون", "ين", "ات")
_TITLES: Final = frozenset({"role", "rank"})
_HEADS: Final = _TITLES | {"source"}
_NO_TITLES: Final = frozenset({"institution", "document", "thing"})
_FORMERLY: Final = frozenset({"سابقا", "حاليا"})
_KNOWN: Final = frozenset({"role", "rank", "honour", "source"})
_IN: Final = frozenset({"في", "من", "لدي"})
_THEN: Final = frozenset(
    {"بعد", "قبل", "عقب", "خلال", "لدي", "اثناء", "اثر", "منذ", "قبيل", "بعيد", "مع"}
)
"""Prepositions that begin no complement of a title."""
_NO_NAME: Final = frozenset({"لم", "لن", "لا", "وان", "وانه", "وانها", "ان", "انه", "انها"})
_KIN: Final = frozenset(
    {"زوجه", "نجل", "شقيق", "شقيقه", "ارمله", "محامي", "محاميه", "خطيبه", "خطيب", "اسره", "عايله"}
)


def _parts(gap: str) -> bool:
    """Tell whether a comma stands in a gap."""
    return "،" in gap or "," in gap


class NamedFinder(SubjectFinder):
    """Finds the speakers of one reading whom a noun phrase names."""

    def _named_last(self, first: int, end: int, at: int) -> Speaker | None:
        """Return the person who ends a title with a complement: المشرف على البرنامج فلان، أن."""
        head = self.words[first]
        if end >= at or not head.startswith("ال") or head.endswith(_SINGULAR) or first in self.at:
            return None
        if self.words[end] in _THEN:
            return None  # وقال العاهل الأردني بعد استقباله فلاناً إن
        if not _NO_TITLES.isdisjoint(self.reading.flags(first)):
            return None
        for mention in self.mentions(end, at):
            if mention.kind == "organisation" and mention.first < end + _NAME:
                continue  # المسؤول الإعلامي للجناح العسكري لحزب كذا | فلان
            if mention.kind != "person" or mention.skip:
                return None
            between = range(end, mention.first)
            parted = any(self.gaps[k - 1] != " " for k in between)
            titled = any({"role", "rank", "source"} & self.reading.flags(k).keys() for k in between)
            return None if parted or titled else self.of(mention)
        return None

    def _apposition(self, first: int, at: int) -> Speaker | None:
        """Return the unlisted name between commas after a title: قال المحافظ، فلان الفلاني، إن."""
        if _TITLES.isdisjoint(self.reading.flags(first)):
            return None
        gaps = self.gaps[first:at]
        commas = [k for k, gap in enumerate(gaps, first + 1) if gap != " " and _parts(gap)]
        if len(commas) < 2:
            strange = len(commas) == 1 and commas[0] < at <= commas[0] + _NAME
            strange = strange and not is_common(self.reading.surface(commas[0], commas[0] + 1))
            if not strange:
                return None
            commas.append(at)  # أكد مدير المدرسة، نجيم بالضياف أن
        begin, end = commas[-2:]
        if end != at or self.adjunct(begin):  # قال المحافظ، فلان الفلاني، في بيان، إن
            begin, end = commas[:2]
            if not (self.adjunct(end) or self._recipient(end)):
                return None
        at = end
        titled = not _TITLES.isdisjoint(self.reading.flags(begin))
        titled = titled and begin + 1 < at and self.words[begin].startswith("ال")
        if titled:
            begin += 1  # عضو اللجنة، النائبة | فلانة
        bare = all(self.gaps[k] == " " for k in range(begin, at - 1))
        bare = bare and not self.is_a(begin, "relative")
        bare = bare and not any(self.adjunct(k) for k in range(begin + 1, at))
        if at - begin > _NAME or not bare or self.adjunct(begin) or self.words[begin][:1] == "و":
            return None
        if self.words[begin][:1].isdigit() or self.words[begin] in TIMES:
            return None  # قالت الممثلة، 43 عاماً، إن
        if not _NO_NAME.isdisjoint(self.words[begin:at]):
            return None  # انتقد الناطق كذا، خاصة وأنه لم يحضر، ...
        for k in range(begin, at):
            cue = self.reading.cues.get(k)
            if cue is not None and not cue.given and (cue.verb or cue.participle or cue.title):
                return None
        title = begin - 1 if titled else first
        return Speaker(begin, at, 0, None, "person", self.words[title].endswith("ه"))

    def _recipient(self, k: int) -> bool:
        """Tell whether word `k` is whom something is told: …، لخدمة كذا، لصحيفتنا."""
        word = self.words[k] if k < len(self.words) else ""
        return word[:1] == "ل" and len(word) > _RECIPIENT and k not in self.at

    def _unheard_last(self, first: int, at: int) -> Speaker | None:
        """Return the name nobody lists that ends a long title: الأستاذ في جامعة كذا فلان الفلاني، وهو."""
        if _TITLES.isdisjoint(self.reading.flags(first)):
            return None
        parted = (k + 1 for k in range(first + 2, at) if _parts(self.gaps[k]))
        begin = comma = next(parted, 0)
        while begin > first + 2 and comma - begin < _NAME and self.unheard(begin - 1):
            begin -= 1
        body = {"institution", "document", "named", "preposition"}
        if comma - begin < 2 or not body.isdisjoint(self.reading.flags(begin - 1)):
            return None
        if self._recipient(begin - 1):
            return None  # وأكد مسؤول أميركي لصحيفة The Morning، أن
        return Speaker(begin, comma, 0, None, "person", self._feminine(first, 0))

    def _is_accused(self, first: int, inside: list[Found], at: int) -> bool:
        """Tell whether the only name is of the accused: اتهم زعيم حزب معارض | فلاناً بكذا."""
        titled = {"role", "rank", "source"} & self.reading.flags(first).keys()
        only = len(inside) == 1 and inside[0].kind == "person" and inside[0].last == at
        head = self.words[first]
        return only and bool(titled) and not head.startswith("ال") and inside[0].first > first + 2

    def _is_called(self, first: int, named: Found) -> bool:
        """Tell whether a man is whom nameless people address: هدد نواب محافظون | الرئيس فلاناً."""
        if self.words[first].endswith("ون") and not self.words[first].startswith("ال"):
            return True  # انتقد كثيرون | فلانة، استنكر محللون مزاعم فلان
        apart = named.kind == "person" and named.first > first + 2
        nameless = self.is_a(first, "source") and not self.words[first].startswith("ال")
        title = self.words[named.first - 1]
        titled = self.is_a(named.first - 1, "role") or self.is_a(named.first - 1, "rank")
        return apart and nameless and title.startswith("ال") and titled

    def _person(
        self, first: int, end: int, at: int, *, nearest: bool = False, accusing: bool = False
    ) -> Speaker | None:
        """Return the person of the noun phrase `[first, end)`, else of its apposition before `at`.

        nearest: the second person is the one addressed (طالب فلان رئيس الوزراء فلاناً).
        """
        inside = self.mentions(first, end)
        if inside and accusing and self._is_accused(first, inside, at):
            return None
        if inside and nearest and self._is_called(first, inside[0]):
            return None
        people = [
            m
            for m in inside
            if m.kind == "person" and m.prefix not in {"ب", "ل"} and not self._leads_it(first, m)
        ]
        if people and self._serves(first, people[0].first, addressing=nearest):
            return None
        if not people:
            if at <= end or _HEADS.isdisjoint(self.reading.flags(first)):
                return None
            return self._apposed(end, at)
        kin = self.words[first] in _KIN and all(m.kind == "person" for m in inside)
        if len(people) == 1 and kin and people[0].first > first:
            # زوجة الرئيس فلان: not he, but who is named after the comma
            later = [m for m in self.mentions(people[0].last, at) if m.kind == "person"]
            named = bool(later) and "،" in self.gaps[later[0].first - 1]
            return self.of(later[0]) if named else None
        free = [m for m in people if not self._governed(m) and not self._owns(first, m)]
        if (
            not free
            and "source" in self.reading.flags(first)
            and not self.words[first].startswith("ال")
        ):
            return None  # مصدر في مكتب فلان
        apposed = self._apposed(end, at) if not free else None
        if apposed is not None:
            return apposed  # المعارض للعقيد فلان في ذلك الوقت، علان، إن
        people = free or people[:1]
        if people[0].first - first <= 1 or nearest:
            return self.of(people[0])
        chosen = people[0]
        for person in people[1:]:
            between = range(first, chosen.first)
            if any(self.is_a(k, "of-someone") for k in between) and not person.skip:
                chosen = person
            break
        return self.of(chosen)

    def _apposed(self, end: int, at: int) -> Speaker | None:
        """Return the person named after the noun phrase that ends before word `end`, right there or after a comma."""
        for mention in self.mentions(end, at):
            apart = mention.first == end or "،" in self._gap_before_title(mention)
            apart = apart or self.words[mention.first - 1] in _FORMERLY
            if mention.kind == "person" and not mention.skip and apart:
                return self.of(mention)
        return None

    def _serves(self, first: int, name: int, *, addressing: bool) -> bool:
        """Tell whether the name at word `name` is not of the speakers at `first`: المكتب الإعلامي لرئيس الهيئة فلان."""
        if addressing and self.words[first].startswith("ال") and self.words[first].endswith("ون"):
            return True  # ويتهم الجمهوريون | فلاناً
        if addressing and self.is_a(first, "document") and name > first + 2:
            return True  # انتقدت صحيفة كذا سياسة الرئيس | فلان
        if "institution" not in self.reading.flags(first):
            return False
        if name == first + 1 and not self.words[first].startswith("ال"):
            return True  # إدارة بايدن، مكتب فلان
        between = self.reading.flags(name - 1).keys() & {"role", "rank", "honour"}
        if addressing and first not in self.at and name > first + 2 and not between:
            return True  # اتهم حزب الشعب التركي | فلاناً
        if (
            not self.words[first].startswith("ال")
            and self.reading.flags(first + 1).get("role") == ""
        ):
            return True  # إدارة الرئيس فلان
        return any(self.reading.flags(k).get("role") == "ل" for k in range(first + 1, name))

    def _governed(self, mention: Found) -> bool:
        """Tell whether a clitic or preposition stands before the name: بالرئيس فلان، لقائه مع فلان."""
        clitic = self.words[mention.first][: mention.skip].lstrip("وف")
        apart = mention.first and "،" in self.gaps[mention.first - 1]  # عضو لجنة الدفاع، فلان
        near: Iterable[int] = range(max(0, mention.first - 2), mention.first)
        # وزير الداخلية الشيخ | فلان، نائب أمين كذا للجامعة السفير | فلان
        near = [i for i in near if not self.words[i].startswith(("ال", "لل"))]
        if not apart and any(self._bare_body(i) for i in near):
            return True  # متحدث مركز الملك فلان: the body bears his name
        titles = self.reading.flags(mention.first - 1) if mention.first else {}
        title = titles.get("role", titles.get("rank", ""))
        return bool(clitic) or bool(title.lstrip("وف"))

    def _owns(self, first: int, mention: Found) -> bool:
        """Tell whether what a nameless source at word `first` is in bears the name: مسؤولة في حملة | فلانة."""
        before = mention.first - 1
        if before <= first + 1 or self.words[first].startswith("ال"):
            return False
        if "source" not in self.reading.flags(first):
            return False
        within = not _IN.isdisjoint(self.words[first + 1 : before])
        titled = bool(_KNOWN & self.reading.flags(before).keys())
        listed = any(m.last == mention.first for m in self.mentions(first, before + 1))
        return within and not (titled or listed or self.words[before].startswith("ال"))

    def _leads_it(self, first: int, mention: Found) -> bool:
        """Tell whether a name is of who leads what speaks: الناطق باسم كتلة كذا بزعامة فلان، المتحدثة باسم ترامب."""
        near = self.words[max(first, mention.first - 2) : mention.first]
        if "باسم" in near and (near[-1] == "باسم" or self.is_a(mention.first - 1, "role")):
            return True
        return not UNDER.isdisjoint(self.words[max(first, mention.first - 3) : mention.first])

    def _bare_body(self, i: int) -> bool:
        """Tell whether word `i` is a body and no rank: الفريق is a team, and a lieutenant general before a name."""
        return self.is_a(i, "institution") and not self.is_a(i, "rank")

    def _gap_before_title(self, mention: Found) -> str:
        """Return the gap before a name or the title before it."""
        i = mention.first
        for _ in range(4):
            if i and any(k in self.reading.flags(i - 1) for k in ("rank", "honour", "role")):
                i -= 1
        return self.gaps[i - 1] if i else ""
