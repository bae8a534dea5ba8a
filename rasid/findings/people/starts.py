"""Where a person's name may begin: given names, names that are words too."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.people.bylines import Bylines
from rasid.findings.people.heard_words import bears_pronoun
from rasid.findings.people.shapes import CONTINUES, SURE
from rasid.findings.people.word_kinds import INSIDE
from rasid.findings.people.words import is_common, is_nisba, is_no_dual

_COMPLETES: Final = frozenset({"الله", "الدين"})
"""What completes a first word to a given name, in whatever spelling: مجد الدين، فتح الله."""
_OPENING: Final = frozenset('(“"«')
_CLOSING: Final = frozenset(')”"»')
_SHIPS: Final = frozenset({"المدمره", "السفينه", "الفرقاطه", "الغواصه", "البارجه"})
_QUOTED: Final = frozenset({" ", ' "', " «", " “", " '"})


class Name(NamedTuple):
    """A person's name at words `[first, last)`, after `skip` letters of clitics.

    title is the word where the title before it begins, or -1; entity_id is "" until resolved.
    """

    first: int
    last: int
    skip: int
    title: int
    entity_id: str


class Starts(Bylines):
    """Tells of words of one reading whether a name begins there."""

    def _left(self, i: int) -> int:
        """Return where the name that goes on at word `i` begins: أبو محمد, مشبب بن محمد."""
        if i and self.words[i - 1] == "ان" and self.reading.surface(i - 1, i) == "آن":
            return i - 1  # آن كلير لوجاندر
        if self._after_signing(i):
            return i - 1
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
        if self.words[k] in self.seconds and k and self.reading.gaps[k - 1] in CONTINUES:
            return k - 1 if k - 1 not in self.covered else i  # سيف الله بن حسين
        cue = self.reading.cues.get(k)
        if cue is not None and cue.given == ("weak", "") and cue.verb is None:
            return k  # أمين بن حسن الناصر
        return k if cue is None or not (cue.title or cue.verb or cue.names) else i

    def _with_a_name(self, i: int) -> bool:
        """Tell whether و at word `i` joins a name and a strange family to a whole name: فلان الفلاني وعادل الشويرخ."""
        whole = i - 1 in self.people and i - 2 in self.people
        family = self.words[i + 1].startswith("ال") and self.reading.cues.get(i + 1) is None
        joined = self.reading.gaps[i - 1] in CONTINUES
        return whole and family and joined and not is_common(self.reading.surface(i + 1, i + 2))

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
        if bare == "عبد" or (bare == "فتح" and word not in _COMPLETES):
            return bare == "عبد" and word.startswith("ال")  # فتح محمد الفاتح للقسطنطينية
        if word in self.seconds:  # الداعية فتح الله غولن
            followed = j + 2 < len(self.words) and word in _COMPLETES
            known = word == "الاسلام" and bare == "سيف"
            return known or (followed and (self._may_follow(j + 1) or self._told_by_role(j + 1)))
        if bare in self.kunyas:
            return self._kunya(i, bare)
        if word in self.particles:
            return j + 1 < len(self.words) and self._particle(j) > 0
        if cue is not None and cue.given in SURE:
            return True
        if self._line_of_name(i) or (prefix == "و" and self._with_a_name(i)):
            return True
        return self._weak_before(i, j, bare, prefix)

    def _kunya(self, i: int, bare: str) -> bool:
        """Tell whether أبو, أم ... at word `i` begins a name."""
        word, cue = self.words[i + 1], self.reading.cues.get(i + 1)
        if word in self.stops or self._no_kunya(i, bare):
            return False
        if self._bracketed(i):
            return True  # آمر اللواء (أبو تقوى)
        if i and self.words[i - 1] == "باسم":
            return word.isalpha()  # المعروفة باسم أم فلان
        sure = word.startswith("ال") or (cue is not None and cue.given is not None)
        return sure or (i + 2 < len(self.words) and is_nisba(self.words[i + 2]))

    def _bracketed(self, i: int) -> bool:
        """Tell whether word `i` and the next are all that brackets or quotation marks hold."""
        gaps = self.reading.gaps
        opened = i > 0 and gaps[i - 1][-1:] in _OPENING
        return opened and gaps[i] == " " and gaps[i + 1][:1] in _CLOSING

    def _no_kunya(self, i: int, bare: str) -> bool:
        """Tell whether word `i` is آبي, a family of Japan."""
        return bare in {"ابي", "ابا"} and "آ" in self.reading.surface(i, i + 1)

    def _weak_before(self, i: int, j: int, bare: str, prefix: str) -> bool:
        """Tell whether the word at `j`, which no list of names has, makes the word before it a name."""
        cue, word = self.reading.cues.get(j), self.words[j]
        if cue is not None and cue.given == ("weak", "") and self._family_follows(j):
            return True  # مبارك طالب المنصوري
        if cue is not None and cue.given == ("weak", "") and self._role_follows(j):
            return True  # فضل حسن قائد عملية كذا
        if bare in self.men and cue is not None and cue.given == ("weak", "") and not cue.title:
            return True  # حسن معاذ
        third = self.words[j + 1] if j + 1 < len(self.words) and self.reading.gaps[j] == " " else ""
        if word in self.men and is_nisba(third) and third not in self.described:
            return True  # منيرة صالح الحبسي
        before = self.reading.cues.get(i - 1) if i and self.reading.gaps[i - 1] == " " else None
        after_verb = before is not None and before.verb is not None  # وقال عامر العشي
        if is_nisba(word) and word not in self.described:
            # صالح العوفي: no adjective with the article follows a word without it.
            raw = self.reading.surface(j, j + 1)
            man = bare in self.men or (after_verb and not prefix)
            sure = man or (raw[-1] != "ى" and not is_common(raw))
            return sure and (cue is None or (cue.given is not None and not cue.title))
        if bare == "علي" and self.parts_ali and word.startswith("ال") and cue is None:
            return word not in self.no_names  # من قبل علي العريض
        if word.startswith("ال") and bare in self.men and self._hardly_a_word(j):
            return True  # عمر الرزاز
        if word.startswith("ال") and not after_verb:
            # رؤى الخليج is none, but بهاء الأعرجي، صالح المطلق، …
            listed = i - 1 in self.people and self._in_list(j)
            return listed or (bare in self.men and (self._apposed(j) or self._given_family(j)))
        raw = self.reading.surface(j, j + 1)
        if cue is None and prefix == "و" and i - 1 in self.people and len(word) > 2:
            # وغالب عكور, in a list of names
            return word.isalpha() and word[0] != "و" and word not in self.no_names
        feminine = raw.endswith("ية") or (raw.endswith("ة") and is_common(raw[:-1], bare=True))
        governs = raw.endswith("ة") and self.words[j + 1 : j + 2] != []
        governs = governs and self.words[j + 1].startswith("ال")  # تولى صالح زعامة القائمة
        feminine = feminine or (governs and self.reading.gaps[j] == " ")
        strange = cue is None and word[:1] != "و" and not feminine
        return (
            strange and word not in self.nations and self.plain(j) and not bears_pronoun(raw)
        )  # كامل سيطرتها

    def _apposed(self, j: int) -> bool:
        """Tell whether a comma and a title follow word `j`: كلف عمر الرزاز، وزير التربية."""
        cue = self.reading.cues.get(j + 1)
        free = self.reading.cues.get(j) is None and self.words[j] not in self.no_names
        return free and "،" in self.reading.gaps[j] and cue is not None and cue.title

    def _told_by_role(self, j: int) -> bool:
        """Tell whether an ordinary word at `j` is a family name, for a role follows it: عز الدين قلق ممثل كذا."""
        cue = self.reading.cues.get(j + 1)
        free = (
            self.unlisted(j)
            and self.words[j][:1] not in {"و", "ب", "ل", "ا"}
            and self.reading.gaps[j] == " "
        )
        return free and cue is not None and cue.flags.get("role") == "" and cue.verb is None

    def _role_follows(self, j: int) -> bool:
        """Tell whether a role without the article follows word `j`, and none of both is one."""
        cue, own = self.reading.cues.get(j + 1), self.reading.cues[j]
        if cue is None or own.title or own.verb is not None or self.reading.gaps[j] != " ":
            return False
        return cue.flags.get("role") == "" and cue.verb is None

    def _is_given(self, i: int, given: tuple[str, str]) -> bool:
        """Tell whether a title at word `i` is a given name: a family name follows it (سلطان العميمي)."""
        if given[1] not in {"", "و"} or i in self.covered or i + 1 >= len(self.words):
            return False
        if self.words[i][len(given[1]) :].startswith("ال") or self.reading.gaps[i] not in CONTINUES:
            return False
        word = self.words[i + 1]
        if word == "الدين" and i + 2 < len(self.words) and self._may_follow(i + 2):
            return self.reading.gaps[i + 1] in CONTINUES and not self._title_before(i)
        family = is_nisba(word) and word not in self.described and i + 1 not in self.covered
        family = family and self.reading.surface(i + 1, i + 2)[0] != "إ"  # حاكم إلينوي
        return family and self.reading.cues.get(i + 1) is None and not self._title_before(i)

    def _title_before(self, i: int) -> bool:
        """Tell whether another title stands before word `i`: نائب أمير ..."""
        return (
            i > 0
            and self.reading.gaps[i - 1] == " "
            and (
                (cue := self.reading.cues.get(i - 1)) is not None and cue.title and cue.verb is None
            )
        )

    def _family_follows(self, j: int) -> bool:
        """Tell whether a family name of the form ال…ي follows word `j`."""
        return (
            j + 1 < len(self.words)
            and self.reading.gaps[j] in CONTINUES
            and self._family_name(j + 1)
        )

    def _glued_kunya(self, k: int) -> bool:
        """Tell whether word `k` is أبو, أبي after a preposition."""
        cue = self.reading.cues.get(k)
        glued = cue is not None and cue.given is not None and cue.given[1] in {"ب", "ل"}
        return glued and self.words[k][1:] in self.kunyas

    def _sure_name_follows(self, k: int) -> bool:
        """Tell whether a given name that is no other word follows word `k` at once."""
        cue = self.reading.cues.get(k + 1)
        return cue is not None and cue.given in SURE and self.reading.gaps[k] in CONTINUES

    def _of_thing(self, name: Name) -> bool:
        """Tell whether a name is that of a street, a school ...: مستشفى الشهيد فلان, سجن أبو سليم."""
        i = name.title if name.title >= 0 else name.first
        if self.words[name.first][name.skip :] == "ال" and "آ" in self.reading.surface(
            name.first, name.first + 1
        ):
            return True  # آل خليفة: a family
        if name.skip or (name.title >= 0 and name.first - name.title > 1):
            return False
        if name.title < 0 and i > 1 and (self._names_a_place(i - 1) or self._of_ship(i)):
            return True  # مركز الملك عبد الله
        while i > 0 and "honour" in self.reading.flags(i - 1) and self.reading.gaps[i - 1] == " ":
            i -= 1
        return i > 0 and self.reading.gaps[i - 1] in _QUOTED and self._bears(i - 1)

    def _of_ship(self, i: int) -> bool:
        """Tell whether the name at word `i` is a ship's: حاملة الطائرات فلان, المدمرة يو إس إس فلان."""
        before, further = self.words[i - 1], self.words[i - 2]
        if before in _SHIPS or (before == "اس" and further == "اس"):
            return True
        return before == "الطايرات" and further.lstrip("ولب").startswith("حامل")

    def _thing_end(self, name: Name) -> int:
        """Return the word after the name of a street, a school ...: شارع طارق بن زياد, جامعة الإمام محمد بن سعود."""
        if name.title < 0:
            return name.last
        last = name.first + 1
        while last < name.last and self.words[last] == "بن":
            last += 2
        return last if last > name.first + 1 else name.first  # مستشفى الملك خالد محمد النشمي

    def _bears(self, i: int) -> bool:
        """Tell whether word `i` is a thing that bears people's names: مدرسة، لواء."""
        word = self.words[i]
        if word in self.bearers:
            return True
        return word[:1] in "وبلف" and word[1:] in self.bearers

    def _names_a_place(self, i: int) -> bool:
        """Tell whether a royal title at word `i` belongs to the name of a place: مطار الملك خالد."""
        return i > 0 and self._bears(i - 1) and self._royal(i)

    def _may_follow(self, k: int) -> bool:
        """Tell whether word `k` may be a family name after فتح الله, مجد الدين."""
        family = is_nisba(self.words[k]) and self.words[k] not in self.described
        return self.plain(k) or family

    def _may_begin(self, k: int, first: int) -> bool:
        """Tell whether the given name at word `k` can begin the name after a title's word `first - 1`.

        One that is also a word does not in نجح في تحسين الاقتصاد, نائب قائد التحالف, بمناسبة ذكرى إعلان.
        """
        if k > first and self.words[k - 1] in INSIDE:
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
        if word in _COMPLETES or word in {"بن", "بنت"}:
            return True  # الشيخ نجم الدين، الأمير سلطان بن فلان
        if after is not None:
            return after.given is not None and not after.given[1] and not after.title
        family = is_nisba(word) and word not in self.described
        if word.startswith("ال") and is_no_dual(self.reading.surface(k + 1, k + 2)):
            return True  # الدكتور مساعد العيبان
        return family or self.plain(k + 1) or self._given_family(k + 1)  # الدكتور مساعد الأحمد

    def _apart(self, k: int) -> bool:
        """Tell whether a comma stands before word `k`."""
        return "،" in self.reading.gaps[k - 1]
