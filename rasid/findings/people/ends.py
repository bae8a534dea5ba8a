"""How far a person's name goes, and which words end it."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import lexicon
from rasid.findings.people.closings import Closings, is_noun
from rasid.findings.people.heard_words import heard, is_of_the_sentence, is_seldom_a_word
from rasid.findings.people.shapes import CONTINUES, PLURALS, SURE
from rasid.findings.people.words import is_common, is_inflected, is_nisba, is_no_dual, is_ordinary

_KINGS: Final = frozenset({"الملك", "والملك", "للملك", "بالملك", "الملكه", "والملكه", "للملكه"})
ORDINALS: Final = frozenset(
    "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الثانيه الثالثه".split()  # noqa: SIM905
)
_GENERATIONS: Final = frozenset({"الابن", "الاب", "جونيور"})
"""What parts a son from the father of his name: جورج بوش الابن."""
_CLOSING: Final = ("،", ".", ")")
_SHORTEST: Final = 4
_SYLLABLE: Final = 4
_BLESSED: Final = frozenset({"رضي", "صلي", "عليه", "حفظه", "رحمه"})
_COMPOUND: Final = 2  # words of a first name: جان-مارك
_EVERYWHERE: Final = 1e-4  # how often general text has a word that is no part of a name
LONGEST: Final = 5
"""Words of a name."""


class Ends(Closings):
    """Tells how far the names of one reading go."""

    def _end(self, i: int, *, anchored: bool) -> int:
        """Return the word after the name that begins at word `i`."""
        count, j = 1, i + 1
        if self.words[i] in self.particles:
            j = min(j + 1, len(self.words))
        while j < len(self.words) and count < LONGEST and self.reading.gaps[j - 1] in CONTINUES:
            step = 0 if self._of_house(j) else self._continues(j, count, anchored=anchored)
            if not step:
                break
            j += step
            count += 1
        j = self._hyphenated(i, j)
        return self._asian_end(i, j) if self.words[i] in self.asians else j

    def _hyphenated(self, i: int, j: int) -> int:
        """Return the word after what hyphens join to the name at words `[i, j)`, and the family after a first name."""
        asian = self.words[i] in self.asians
        while j < len(self.words) and self.reading.gaps[j - 1].strip() == "-":
            if len(self.words[j]) < 2 or "\n" in self.reading.gaps[j - 1]:
                break
            if self.reading.gaps[j - 1] != "-" and not asian:
                break  # مون جاي- إن
            common = heard(self.reading.surface(j, j + 1)) > _EVERYWHERE
            common = common and not self._any_given(j)
            if not asian and (common or self.words[j - 1].startswith("ال")):
                break  # جو-أرض, عبدالله البرقاوي-سبق
            j += 1  # جونغ-أون
            first = j
            while first - i == _COMPOUND and not asian and j < len(self.words):
                if self.reading.gaps[j - 1] not in CONTINUES:
                    break
                step = self._continues(j, j - first + 1, anchored=False)  # هانس-يواكيم فاتسكه
                if not step:
                    break
                j += step
        return j

    def _signed_family(self, j: int, count: int) -> bool:
        """Tell whether a sign after word `j` shows it to be a foreign family name."""
        if self.reading.gaps[j] == " ":
            return False
        return self._foreign_end(j) or (count == 1 and self._foreign_pair(j))

    def _particle(self, j: int) -> int:
        """Return 2 when بن, آل ... at word `j` joins the next word to a name, else 0."""
        if self.words[j] == "فان" and "إ" in self.reading.surface(j, j + 1):
            return 0  # فإن is no van
        if self.words[j] == "ذو" and not self.words[j + 1].startswith("ال"):
            return 0  # سيف ذو رأسين
        stop = self.words[j + 1] in self.stops and not self._given(j + 1)  # بن علي
        stop = stop and "foreign" not in self.reading.flags(j - 1)  # لويجي دي مايو
        return 2 if self.reading.gaps[j] in CONTINUES and not stop else 0

    def _name_goes_on(self, j: int) -> bool:
        """Tell whether a given or family name follows word `j`."""
        if j + 1 >= len(self.words) or self.reading.gaps[j] not in CONTINUES:
            return False
        if self._given_family(j + 1):
            return True  # ناصر صباح السالم
        return self._given(j + 1) or (is_nisba(self.words[j + 1]) and self._family_name(j + 1))

    def _asian_end(self, i: int, j: int) -> int:
        """Return the end of a name of the Far East: a family name and one or two short words."""
        while j < min(i + 3, len(self.words)) and self.reading.gaps[j - 1] in CONTINUES:
            word, cue = self.words[j], self.reading.cues.get(j)
            free = cue is None or not (
                cue.verb or cue.title or cue.participle or "link" in cue.flags
            )
            short = 1 < len(word) <= _SYLLABLE and not word.startswith("ال")
            if not (free and short and word.isalpha()) or word in self.stops or j in self.covered:
                break
            j += 1
        return j

    def _continues(self, j: int, count: int, *, anchored: bool) -> int:
        """Return how many words from `j` on belong to a name of `count` words so far."""
        word = self.words[j]
        if word in self.seconds or self._initial(j):
            return 1 + (word not in self.seconds)
        if j in self.covered or len(word) < 2 or not word.isalpha() or word[:1] < "\u0600":
            return 0
        if word in self.particles and j + 1 < len(self.words):
            return self._particle(j)
        if self._given(j) and not self._title_follows(j):
            ended = word in self.stops or (count > 1 and self._deed(j))  # فلان صباح اليوم
            ended = (ended or self._succeeds(j)) and not self._is_ali(j)
            return 0 if ended and not self._name_goes_on(j) else 1
        if word.startswith("وال") or (word[0] == "و" and word[1:] in self.stops):
            return 0
        if count > 1 and (word in _GENERATIONS or self._after_stop(j)):
            return 1
        if word[0] != "و" and j + 1 < len(self.words) and self.words[j + 1] == "الدين":
            return 2 if self.reading.gaps[j] in CONTINUES else 0  # صفي الدين
        the = word.startswith("ال") and (
            (count == 1 and self._in_list(j)) or self._closes(j, count)
        )
        if the or (count == 1 and self._subject_closes(j)) or self._signed_family(j, count):
            return 1  # إسماعيل سليمان الشاعر، مرتضى البرية، خالد العبود
        raw = self.reading.surface(j, j + 1)
        shown = self._shown_to_follow(j, raw) if count == 1 else 0
        if shown or self._other_word(j, count):
            return shown
        if is_nisba(word):
            given = count == 2 and self._given(j - 1) and self._any_given(j - 2)
            given = given and self.words[j - 2] not in self.kunyas  # حسن كريم الكعبي
            sure = count == 1 or anchored or given or self.words[j - 2] == "بن"
            sure = sure or (count == 2 and (self._compound(j) or self._family_before_sign(j)))
            return 1 if sure or not is_ordinary(raw) else 0
        if count > 1 and self._third(j, raw, anchored=anchored):
            return 1
        first = count == 1 or (count == 2 and self._compound(j))
        return self._second(j, raw, anchored=anchored) if first else 0

    def _second(self, j: int, raw: str, *, anchored: bool) -> int:
        """Return 1 when word `j` goes on a name of one word, or of صلاح الدين."""
        word = self.words[j]
        if self._compound(j) and self._glued(j, raw):
            return 0  # في صلاح الدين وبتنسيق
        if word[0] == "و" and j - 1 not in self.reading.cues and not self._compound(j):
            return 0  # اقليدس تساكالوتوس وجيورجيوس
        # After a foreign first name clitics are no clitics: تامي بروس is not ب and روس.
        foreign = "foreign" in self.reading.flags(j - 1)
        if foreign and word not in ORDINALS and is_of_the_sentence(raw) and not self._again(j):
            return 0  # نيمار بشكل
        free = self.reading.cues.get(j) is None or (foreign and not self.reading.cues[j].title)
        noun = word.startswith("ال") and raw.endswith("ة")  # غادر الأمير فلان القاعة
        noun = noun and not raw.endswith("ية") and word not in ORDINALS
        whole = anchored and free and not noun and (foreign or is_common(raw, bare=True))
        whole = whole or (foreign and free and (self._undivided(raw) or self._no_and(j, raw)))
        whole = whole or (free and (is_no_dual(raw) or "ال" + word in self.families))
        whole = whole or (foreign and free and is_seldom_a_word(raw))  # إيلي داغر
        # An ordinary word with the article may be a family name: الحكيم، الصدر.
        family = word.startswith("ال") and (
            not word.endswith(PLURALS) or self._feminine_family(j) or self._no_plural(j)
        )
        if whole or family or not is_ordinary(raw):
            return 0 if not foreign and is_inflected(raw) and not self._repeated(j) else 1
        return 1 if self._ends_here(j, raw) else 0

    def _no_and(self, j: int, raw: str) -> bool:
        """Tell whether و begins the foreign family name at word `j`: قال سايمون ويزمان الباحث."""
        rest = self.reading.surface(j, j + 1, 1)
        free = raw[0] == "و" and len(raw) >= _SHORTEST and not is_common(raw, bare=True)
        known = lexicon().words.get(self.words[j][1:])
        return free and known is None and not is_common(rest) and self._closed(j)

    def _third(self, j: int, raw: str, *, anchored: bool) -> int:
        """Return 1 when word `j` goes on a name of two words or more."""
        word, free = self.words[j], self.unlisted(j)
        if word.startswith("ال") and not word.endswith(PLURALS) and self.words[j - 2] == "بن":
            return 1 if free or not is_common(raw) else 0  # أحمد بن محمد الجروان
        feminine = word[:2] + word[-1] == "اله" and free and self.words[j - 2] == "بن"
        if feminine and self.reading.gaps[j].strip()[:1] in _CLOSING:
            return 1  # خالد بن محمد العطية،
        if word.startswith("ال") and free and not word.endswith(PLURALS) and self._closed(j):
            before = self.reading.cues.get(j - 1)
            if before is not None and before.given is not None and before.given[0] != "foreign":
                return 1  # نايف خالد الصقر،
        if free and self._any_given(j - 2) and self._surely_given(j) and self._ends_here(j, raw):
            return 1  # محمد عبد الهادي علام، الذي
        if free and (self._parts(j, raw) or self._third_again(j, raw)):
            return 1
        if raw.endswith("ية"):
            return 0  # بتال العتيبي جاهزية المنتخب
        closed = anchored and word[-1] == "ي" and "،" in self.reading.gaps[j]
        unsure = (is_common(raw) or is_inflected(raw)) and not (closed and free)
        return 0 if unsure or word[:1] in {"و", "ل"} else 1

    def _parts(self, j: int, raw: str) -> bool:
        """Tell whether an ordinary word at `j` is part of a long name: حسن ناصر محمد بشيري, خالد مساوى حمدي.

        It ends as a family name does after two given names, or the name of the father follows it.
        """
        before, word = self.reading.cues.get(j - 1), self.words[j]
        if (
            before is None
            or before.given not in SURE
            or word.startswith("ال")
            or word[0] in "ويتسن"
        ):
            return False
        if not is_noun(raw):
            return False
        family = raw[-1] == "ي" and self._any_given(j - 2)
        return family and not self.words[min(j + 1, len(self.words) - 1)].startswith("ال")

    def _other_word(self, j: int, count: int) -> bool:
        """Tell whether word `j` is known not to go on a name of `count` words."""
        word = self.words[j]
        if word[-1] == "ا" and self._accusative(j):
            return True  # أقام النادي السعودي يوجين حفلاً
        if word in _BLESSED and self.words[j + 1 : j + 2] == ["الله"]:
            return True  # الإمام علي رضي الله عنه
        if j > 1 and self.words[j - 2].endswith(("ابو", "ابي")) and is_nisba(word):
            return False  # أبو علي العسكري
        if word == "الان" and count == 1 and self.reading.surface(j, j + 1)[0] == "آ":
            return False  # جون آلان, not الآن
        if word in self.stops or word in self.adjectives or word.startswith("لل"):
            return True
        king = count == 1 and j > 1 and self.words[j - 2] in _KINGS
        if king and word.startswith("ال") and not is_nisba(word) and word not in ORDINALS:
            return is_common(self.reading.surface(j, j + 1))  # استقبل الملك سلمان الوفد
        if word in self.nations and not self._nation_family(j, count):
            return True
        cue = self.reading.cues.get(j)
        if cue is None:
            return False
        if cue.participle is not None or cue.verb is not None or cue.title:
            return True
        if "source" in cue.flags and not (count == 1 and word.startswith("ال") and self._sure(j)):
            return True  # but محمد الضيف
        if cue.given is not None and cue.given[1] == "و":
            return True
        known = any(
            n.prefix == "" and n.mark == "" and n.kind != "person" for n in cue.names.get("", ())
        )
        return known and not is_nisba(word)

    def _is_ali(self, j: int) -> bool:
        """Tell whether word `j` is علي, not على, and nothing that it could govern follows: محمد علي،."""
        written = self.words[j] == "علي" and self.reading.surface(j, j + 1)[-1:] == "ي"
        return written and self._closed(j)

    def _deed(self, j: int) -> bool:
        """Tell whether a given name that is also a verb tells what the person did: فلان الجبوري طالب."""
        cue = self.reading.cues[j]
        return cue.given is not None and cue.given[0] == "weak" and is_nisba(self.words[j - 1])

    def _succeeds(self, j: int) -> bool:
        """Tell whether خلف is what the person did: سلمان خلف شقيقه."""
        cue = self.reading.cues.get(j + 1)
        return self.words[j] == "خلف" and cue is not None and cue.title

    def _title_follows(self, j: int) -> bool:
        """Tell whether قائد, أمير ... after a name is a title: no further name follows it."""
        cue = self.reading.cues.get(j)
        if cue is None or not cue.title or cue.given is None or cue.given[0] != "weak":
            return False
        k = j + 1
        if k >= len(self.words) or self.reading.gaps[j] not in CONTINUES:
            return False
        return not (self._given(k) or self.words[k] in self.particles or is_nisba(self.words[k]))
