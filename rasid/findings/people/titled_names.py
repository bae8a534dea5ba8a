"""Names that nothing lists, as their words and their place after a title show them: العضو دانكان هنتر."""

from __future__ import annotations

from typing import Final

from rasid.findings.people.heard_words import analysed, is_clitic_and_word, is_seldom_a_word
from rasid.findings.people.shapes import CONTINUES, PLURALS, SURE
from rasid.findings.people.starts import Starts
from rasid.findings.people.word_kinds import INSIDE
from rasid.findings.people.words import is_common
from rasid.language.lexicon import lexicon

_SHORT: Final = 4  # letters of a word that no dictionary knows and that may be a slip


class TitledNames(Starts):
    """Tells of words after a title of one reading whether they are a name."""

    def _led(self, k: int, first: int, *, rank: bool, apart: bool) -> int:
        """Return the end of the name that nothing lists but what precedes word `k` shows, or 0."""
        if apart and k > first:
            closed = self._signed_off(k + 1)
            found = self._unknown(k) or (self._before_link(k) if closed else 0)
            if "،" in self.reading.gaps[k] and self._sole(k):
                found = found or k + 1  # مدرب المنتخب، غوارديولا، على
            pair = self._first_and_family(k) or (closed and self._pair(k))
            return found or (k + 2 if pair else 0)
        if rank and k == first and self.words[k - 1].endswith("فريق"):
            return 0  # الفريق الإغاثي: more often a team than a general
        if k == first and not rank and self.words[k - 1].startswith(("ال", "وال")):
            # العضو دانكان هنتر, الرئيس روزفلت: no adjective, for it has no article.
            if not self.words[k - 1].startswith("والد") and self._pair(k):
                return k + 3 if self._more(k + 2) else k + 2
            return self._unknown(k) or (k + 1 if self._sole(k) else 0)
        nation = k > first and self.words[k - 1] in self.nations
        if nation and self.words[k - 1].startswith("ال") and self._sole(k):
            return self._unknown(k) or k + 1  # الجاسوس الروسي سكريبال
        led = nation or (k > first and k - 1 in self.others)
        closed = k > first and self.words[k - 1].startswith(("ال", "لل"))
        if (led or closed) and self._pair(k) and (led or self.plain(k) or self._closes_title(k)):
            if self.words[k] in self.asians:
                return self._asian_end(k, k + 2)
            return k + 3 if self._more(k + 2) else max(k + 2, self._hyphenated(k, k + 2))
        if closed and not rank and self._first_and_family(k):
            return (
                k + 2
            )  # النائب السابق مثال الآلوسي في حديث: an adjective parts no title from its complement
        return self._unsure(k, rank=rank and k == first) if led or (k == first and rank) else 0

    def _pair(self, k: int) -> bool:
        """Tell whether a word nothing forbids at `k` and one that no dictionary knows are a name.

        وزير خارجية كندا روب نيكلسون: the title is complete, so neither word belongs to it.
        """
        if k + 1 >= len(self.words) or self.reading.gaps[k] not in CONTINUES:
            return False
        word, family = self.words[k], self.words[k + 1]
        if len(family) < _SHORT or family[:2] == "ال" or len(word) < 2 or not word.isalpha():
            return False
        if self.reading.cues.get(k) is not None or k in self.covered or word in self.no_names:
            return False
        raw = self.reading.surface(k, k + 1)
        strange = not is_common(raw)
        ends = raw[-1] in "ًةه" or (raw[-1] == "ا" and not (strange and not is_common(raw[:-1])))
        glued = word[0] in "وبل" and is_clitic_and_word(raw)
        if ends or glued or word.startswith(("ال", "لل", "بال", "وال")):
            return False  # but روبيرتا بينوتي
        rare = strange and is_seldom_a_word(self.reading.surface(k + 1, k + 2))
        known = self.plain(k + 1) or (rare and self.unlisted(k + 1) and k + 1 not in self.covered)
        return known and (strange or analysed(raw).lemma not in lexicon().verbs)

    def _closes_title(self, k: int) -> bool:
        """Tell whether the words at `k`, the first known, are a name after a whole title: وزير الأمن جاني فلان في."""
        word, family = self.words[k], self.words[k + 1]
        raw = self.reading.surface(k, k + 1)
        glued = word[0] == "و" or (word[0] in "بل" and is_common(raw[1:]))
        if glued or word.isascii() or family[-1] == "ه" or family.endswith("ها"):
            return False  # تقديم عطاءاتها, معارك ضارية
        return self._name_or_sign(k + 2)

    def _more(self, k: int) -> bool:
        """Tell whether word `k` goes on a name of two unlisted words."""
        if k >= len(self.words) or self.reading.gaps[k - 1] not in CONTINUES:
            return False
        seldom = self.unlisted(k) and is_seldom_a_word(self.reading.surface(k, k + 1))
        return self.words[k][:1] != "و" and (
            self.plain(k) or (seldom and self._name_or_sign(k + 1))
        )

    def _name_or_sign(self, k: int) -> bool:
        """Tell whether a name may end before word `k`: a sign, a verb, a title or a preposition stands there."""
        if k >= len(self.words) or self.reading.gaps[k - 1] != " ":
            return True
        return self.reading.cues.get(k) is not None

    def _signed_off(self, k: int) -> bool:
        """Tell whether a comma or a colon follows word `k`."""
        return k < len(self.words) and self.reading.gaps[k].strip()[:1] in {"،", ":"}

    def _first_and_family(self, k: int) -> bool:
        """Tell whether after a comma a word and a family name in ال…ي stand, and nothing goes on: متين الجادرجي إن."""
        word, cue = self.words[k], self.reading.cues.get(k)
        if k + 1 >= len(self.words) or self.reading.gaps[k] not in CONTINUES or not word.isalpha():
            return False
        free = cue is None or (cue.given is not None and not cue.title and cue.verb is None)
        shape = len(word) > 2 and word[:2] not in {"ال", "لل"} and word[0] != "و"
        apart = "،" in self.reading.gaps[k + 1]  # المديرة العامة للصحة، نبيهة البرصالي،
        known = self.reading.surface(k, k + 1).endswith("ة") and not apart
        known = known or word in self.no_names
        return free and shape and not known and self._family_name(k + 1) and self._closed(k + 1)

    def _sole(self, k: int) -> bool:
        """Tell whether word `k` is in no dictionary and too long for a slip, and begins with no clitic."""
        word = self.words[k]
        shape = len(word) > _SHORT and word[0] not in "اولبفك" and word[-1] != "ه"
        return shape and self.plain(k)

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
        linked = cue is not None and "link" in cue.flags and self.words[last] not in INSIDE
        free = all(
            self.reading.cues.get(i) is None and self.words[i].isalpha() and len(self.words[i]) > 2
            and not self.words[i].startswith(("ال", "لل", "و", "بال")) and i not in self.covered
            for i in (k, k + 1)
        )  # fmt: skip
        return last if linked and free else 0

    def _two_words(self, k: int) -> bool:
        """Tell whether a rank's name begins with a word that nothing lists: الدكتور مقبل الذكير."""
        if k + 1 >= len(self.words) or self.reading.gaps[k] not in CONTINUES:
            return False
        word, family = self.words[k], self.words[k + 1]
        if self.plain(k) and len(word) > _SHORT and word[0] not in "اولبفكيتسن":
            cue = self.reading.cues.get(k + 1)
            if cue is not None and cue.given in SURE and not cue.title and cue.verb is None:
                return True  # الدكتورة شنكول حسيب
        free = self.reading.cues.get(k) is None and self.reading.cues.get(k + 1) is None
        glued = word.startswith(("ال", "و", "لل", "بال"))
        if not free or glued or len(word) < 3 or not family.isalpha():
            return False
        if is_common(self.reading.surface(k, k + 1), bare=True) and not family.startswith("ال"):
            return False  # أطلق القاضي سراح موكلي
        known = family in self.no_names
        family_shape = family.startswith("ال") and not family.endswith(PLURALS)
        return not known and (family_shape or self.plain(k + 1))
