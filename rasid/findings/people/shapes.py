"""Which words can be parts of a person's name."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import lexicon
from rasid.findings.people.heard_words import is_oftener, is_rare
from rasid.findings.people.word_kinds import UNLISTED, word_kinds
from rasid.findings.people.words import is_common, is_inflected, is_nisba, is_ordinary, name_words
from rasid.findings.reading import Reading

CONTINUES: Final = frozenset({" ", "\u00a0", " #"})
"""What may stand between two words of a name."""
PLURALS: Final = ("ه", "ات", "ون", "ين")
"""Endings of plurals and feminines, which no family name has after ال."""
SURE: Final = frozenset({("strong", ""), ("foreign", "")})
"""Given names that are no other words, without clitics."""
_LONGEST: Final = 7  # letters of a family that looks like a plural
_ROYAL: Final = ("ملك", "ملكه", "امير", "اميره", "سلطان", "شيخ", "شيخه")
"""Titles after which a given name alone is a name: الأميرة ديانا."""


class Shapes:
    """The words of one reading as parts of names."""

    def __init__(self, reading: Reading, people: set[int], others: set[int]) -> None:
        self.reading = reading
        self.words = reading.words
        self.people = people  # words of the people known already
        self.others = others  # words of other known names
        lists = name_words()
        self.kunyas = lists["kunya"]
        self.particles, self.seconds = lists["particle"], lists["second"]
        self.stops, self.nations = lists["ends-name"], lists["nation"]
        self.adjectives, self.men = lists["adjective"], lists["man"]
        self.no_names, self.described = lists["no-name"], lists["described"]
        self.asians, self.bearers = lists["asian"], lists["bearer"]
        self.governing = lists["governs"]
        self.covered = people | others
        self.families: set[str] = set()
        """The family names of those found so far."""
        self.kinds = word_kinds()
        # Whoever writes the preposition على with its ى means a man by علي.
        self.parts_ali = " على " in reading.document.text

    def _given(self, i: int) -> bool:
        cue = self.reading.cues.get(i)
        if cue is None or cue.given is None or cue.given[1] != "":
            return False
        if self.words[i] == "عز" and self.words[i + 1 : i + 2] == ["وجل"]:
            return False
        if self.words[i][0] == "و" and self._conjoined(i):
            return False  # وهبة after a name: and هبة
        # على folds to علي: only the spelling with ي is the name.
        return self.words[i] != "علي" or self.reading.surface(i, i + 1)[-1:] == "ي"

    def _conjoined(self, i: int) -> bool:
        """Tell whether word `i` is و and a given name, after another name."""
        rest, before = lexicon().words.get(self.words[i][1:]), self.reading.cues.get(i - 1)
        both = rest is not None and rest.given is not None
        return both and before is not None and before.given is not None

    def _family_name(self, k: int) -> bool:
        """Tell whether a family name of the form ال…ي stands at word `k`: رئيس الوزراء العبادي."""
        word = self.words[k]
        return (
            is_nisba(word)
            and word not in self.nations
            and self.reading.cues.get(k) is None
            and not is_ordinary(self.reading.surface(k, k + 1))
        )

    def _unknown(self, k: int) -> int:
        """Return the end of a name of words no dictionary knows that begins at `k`, or 0."""
        last = k
        if self.words[k][:1] in {"و", "ل", ""} or (
            self.words[k][:2] == "ال" and not is_nisba(self.words[k])
        ):
            return 0
        while last < k + 3 and last < len(self.words):
            joint = k < last < len(self.words) - 1 and self.words[last] in self.particles
            if not self.plain(last + 1 if joint else last):
                break
            if last > k + 1 and self.words[last][0] == "و":
                break  # اقليدس تساكالوتوس وجيورجيوس ستاثاكيس
            last += 2 if joint else 1  # ستافان دي ميستورا
            if self.reading.gaps[last - 1] not in CONTINUES:
                break
        if last - k == 1 and self.reading.gaps[k] in CONTINUES:
            cue = self.reading.cues.get(last)  # a name only where a name would end
            linked = cue is not None and ("link" in cue.flags or cue.verb or "adjunct" in cue.flags)
            return last if linked else 0
        return last if last > k else 0

    def unheard_name(self, k: int) -> int:
        """Return the end of a name of words that no dictionary knows at `k`, 0 when none stands there."""
        return self._unknown(k) if k < len(self.words) else 0

    def unlisted(self, i: int) -> bool:
        """Tell whether no rule knows word `i`, or only as the family name of someone listed."""
        cue = self.reading.cues.get(i)
        if cue is None:
            return True
        known = cue.title or cue.given is not None or cue.verb is not None or cue.flags
        following = self.words[i + 1] if i + 1 < len(self.words) else ""
        named = (name.kind for key in {"", following} for name in cue.names.get(key, ()))
        return not known and cue.participle is None and all(kind == "person" for kind in named)

    def plain(self, i: int) -> bool:
        """Tell whether word `i` can be a name although nothing lists it."""
        if not self.kinds[self.words[i]] & UNLISTED or i in self.covered:
            return False
        raw = self.reading.surface(i, i + 1)
        # What is reckoned by one look-up first: an analysis costs a hundred times that.
        return not (is_inflected(raw) or is_ordinary(raw))

    def _hardly_a_word(self, j: int) -> bool:
        """Tell whether general text hardly has word `j`, which bears the article and is no name of a kind known."""
        cue = self.reading.cues.get(j)
        if (cue is not None and (cue.names or cue.title)) or self.words[j] in self.no_names:
            return False
        raw = self.reading.surface(j, j + 1)
        adjective = raw.endswith("ية") or (raw[-1:] == "ة" and raw.startswith("الم"))
        return not adjective and is_rare(raw)  # ميليشيات صالح الانقلابية

    def _no_plural(self, j: int) -> bool:
        """Tell whether word `j` only looks like a plural: عبدالعزيز الجبرين, سعدون السعدون, but not المقاولون."""
        word = self.words[j]
        short = len(word) <= _LONGEST and word[2] not in "ما" and word.endswith(("ون", "ين"))
        return short and self._hardly_a_word(j)

    def _accusative(self, i: int) -> bool:
        """Tell whether word `i` bears the mark of an indefinite accusative."""
        start, end = self.reading.span(i, i + 1)
        return "\u064b" in self.reading.document.text[start : end + 1]

    def _royal(self, i: int) -> bool:
        """Tell whether a given name alone is a person after word `i`: الأميرة ديانا."""
        return i >= 0 and self.words[i].endswith(_ROYAL) and "ل" in self.words[i][:4]

    def _any_given(self, i: int) -> bool:
        """Tell whether word `i` is a given name, with clitics or without."""
        cue = self.reading.cues.get(i)
        return cue is not None and cue.given is not None

    def _subject_closes(self, j: int) -> bool:
        """Tell whether word `j` in ي ends the subject of a saying, before أن: وقال محمد سالمي إن."""
        if j < 2 or self.words[j][-1:] != "ي" or len(self.words[j]) < 4:
            return False
        verb, link = self.reading.cues.get(j - 2), self.reading.cues.get(j + 1)
        said = verb is not None and verb.verb is not None
        return (
            said and link is not None and "link" in link.flags and self.words[j] not in self.stops
        )

    def _compound(self, j: int) -> bool:
        """Tell whether a given name of two words ends before word `j`: صلاح الدين، عبد الرسول."""
        return self.words[j - 1] in self.seconds or self.words[j - 2].endswith("عبد")

    def _glued(self, j: int, raw: str) -> bool:
        """Tell whether word `j` is another one after a clitic; شيروان بري, whole, is none."""
        if raw[0] == "و":
            return True
        if raw[0] not in "بلفك" or is_common(raw, bare=True):
            return False
        rest = self.reading.surface(j, j + 1, 1)
        return is_common(rest, bare=True) and (rest[:2] == "ال" or not is_oftener(raw, rest))
