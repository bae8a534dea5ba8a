"""Who speaks: the noun phrase after a reporting verb, or before it, or the last one who spoke."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import VerbForm
from rasid.findings.mentions import Found
from rasid.findings.unnamed import CALLS, NOBODY, Speaker, UnnamedFinder

_RECALLED: Final = 60  # words looked back for someone who did not speak yet
_CLAUSE: Final = 12  # words between the beginning of a clause and its verb
_FRONTED: Final = 28  # words between the subject before the verb and the verb


_HONOURED: Final = frozenset(
    [
        "سموه",
        "سموها",
        "معاليه",
        "معاليها",
        "سعادته",
        "سعادتها",
        "فضيلته",
        "سماحته",
        "فخامته",
        "جلالته",
    ]
)
"""Titles with a pronoun, which stand for whoever was named with the title."""
_SAYING: Final = frozenset({"يقول", "تقول", "يقولون", "قايلا", "قايله"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذين"})


class SpeakerFinder(UnnamedFinder):
    """Finds the speakers of one reading."""

    def after(self, v: int, at: int, form: VerbForm) -> Speaker | None:
        """Return the speaker named in words `(v, at)`, after the verb; None when none is named."""
        first = v + 1
        while first < at and self.is_a(first, "leading") and first not in self.at:
            first += 1
        if first < at and self.words[first] in _HONOURED:
            return None  # وأكد سموه أن: the one who spoke last
        first = self.past_recipient(first, at)
        if first >= at:
            return None
        if self.adjunct(first):
            first = self.past_adjunct(first, at)
            if first >= at:
                return None
        if self.words[first] in _SAYING:
            return None  # وتابع يقول
        end = self.phrase_end(first, at)
        person = self._person(first, end, at, nearest=form.verb.lemma in CALLS)
        if person is not None:
            return person
        return self.unnamed(first, end, form)

    def before(self, v: int, form: VerbForm) -> Speaker | None:
        """Return the subject that stands before the verb: السفيرة …، أشارت; وكانت السفارة قد أعربت."""
        begin, _ = self.reading.sentence(v)
        if v > begin and self.gaps[v - 1] == " " and self.is_a(v - 1, "thing"):
            return NOBODY  # على قرار يدعو إلى
        described = self.words[v - 1] if v > begin and self.gaps[v - 1] == " " else ""
        things = described.endswith("ات") and not described.startswith("ال")
        if things and form.feminine and v - 1 not in self.at and not self.reading.flags(v - 1):
            return NOBODY  # أدلى بتعليقات تشير إلى
        starts = [k for k in range(max(begin + 1, v - _CLAUSE), v) if self._opens_clause(k)]
        for first in (*reversed(starts), begin):
            if v - first > _FRONTED:
                break
            speaker = self._fronted(first, v, form)
            if speaker is not None:
                return speaker
        return None

    def _opens_clause(self, k: int) -> bool:
        """Tell whether a clause begins at word `k`: after a comma, or with لكن, فيما ..."""
        return self.is_a(k, "opener") or bool(self.gaps[k - 1].strip("\"“”«»'’‘ "))

    def _fronted(self, first: int, v: int, form: VerbForm) -> Speaker | None:
        """Return the subject if words `[first, v)` are one, up to the verb."""
        while first < v and self.is_a(first, "opener"):
            first += 1
        if first >= v or self.adjunct(first):
            return None
        cue = self.reading.cues.get(first)
        if (
            cue is not None
            and (cue.verb or cue.participle)
            and not (cue.names or "source" in cue.flags)
        ):
            return None
        end = self.phrase_end(first, v)
        person = self._person(first, end, v)
        if person is not None and person.first < max(end, first + 10):
            return person
        if cue is not None and "thing" in cue.flags:
            return NOBODY if end >= v - 2 else None
        speaker = self.unnamed(first, min(end, v), form)
        if speaker is None or speaker is NOBODY or speaker.first != first:
            return None
        return (
            None if speaker.kind == "other" and not self.words[first].startswith("ال") else speaker
        )

    def beside(self, v: int) -> Speaker | None:
        """Return the speaker whose name ends right before word `v` (الذي may stand between)."""
        last = v - 1 if self.words[v - 1].removeprefix("و") in _RELATIVES else v
        for mention in self.mentions(max(0, last - 8), last):
            if mention.last == last and mention.kind in {"person", "organisation"}:
                return self.of(mention)
        for i in range(last - 1, max(-1, last - 5), -1):
            if "source" in self.reading.flags(i) and all(g == " " for g in self.gaps[i : last - 1]):
                skip = len(self.reading.flags(i)["source"])
                return Speaker(i, last, skip, None, "source", self._feminine(i, skip))
        for i in range(last - 2, max(-1, last - 5), -1):
            title = self.reading.flags(i).get("role")  # نقلت تصريحاً لعمدة كذا قال فيه
            if title is not None and all(g == " " for g in self.gaps[i : last - 1]):
                return Speaker(i, last, len(title), None, "source", self._feminine(i, len(title)))
        return None

    def trimmed(self, speaker: Speaker) -> Speaker:
        """Return the subject of a verb without أن, which its object follows: دان القادة | أول هجوم."""
        if speaker.kind not in {"source", "document", "organisation"} or speaker.entity_id:
            return speaker
        for i in range(speaker.first + 1, speaker.last):
            object_ = not self.words[i].startswith(("ال", "ل", "و")) and i not in self.at
            if object_ and self.words[i - 1].startswith("ال"):
                return speaker._replace(last=i)
        return speaker

    def before_object(self, speaker: Speaker) -> Speaker:
        """Return the subject of a verb whose definite object follows it: وصف الوزير | اللقاء بالإيجابي."""
        if speaker.kind not in {"source", "document", "organisation"} or speaker.entity_id:
            return speaker
        for i in range(speaker.first + 1, speaker.last):
            both = self.words[i].startswith("ال") and self.words[i - 1].startswith("ال")
            if both and not self.words[i].endswith(("ي", "يه")):
                return speaker._replace(last=i)
        return speaker

    def text_before(self, v: int) -> Speaker | None:
        """Return the nearest text named before word `v` in its sentence: تقرير لموقع كذا، ذكر فيه."""
        for k in range(v - 1, self.reading.sentence(v)[0] - 1, -1):
            skip = self.reading.flags(k).get("document")
            if skip is not None:
                last = self.bare_end(k, v)
                return Speaker(k, last, len(skip), None, "document", self._feminine(k, len(skip)))
        return None

    def subject(self, v: int) -> Speaker | None:
        """Return the subject of the sentence's main verb, which a later verb without one shares.

        استقبل السوداني السفيرة … وأكد أن: the first person or institution after the first verb that
        no preposition governs.
        """
        begin, _ = self.reading.sentence(v)
        bodies = ("document", "institution", "source")
        k = begin + 1
        definite = k < v and self.words[k].startswith("ال") and k not in self.at
        if definite and any(self.is_a(k, b) for b in bodies):
            # ويضع النص، وأصدرت الوزارة
            last = k + 1
            while last < v and self.gaps[last - 1] == " " and self.words[last].startswith("ال"):
                last += 1
            return Speaker(k, last, 0, None, "document", self._feminine(k, 0))
        opening = self.reading.cues.get(begin)
        if (
            opening is not None
            and opening.verb
            and k < v
            and self.reading.flags(k).get("document") == ""
        ):
            # كشفت دراسة حديثة عن نتائج، إذ أفادت بأن
            return Speaker(
                k, min(self.bare_end(k, v), k + 4), 0, None, "document", self._feminine(k, 0)
            )
        source = self._source_before(begin, v)
        if source is not None:
            return source
        lead = self.words[begin]
        told = lead.endswith("ت") and not lead.endswith("ات") and len(lead) > 3
        if told and k < v and self.reading.flags(k).get("institution") == "":
            # وحددت قوات الأمن هويته، وقالت
            body = self.at.get(k)
            return (
                self.of(body)
                if body
                else Speaker(k, min(self.bare_end(k, v), k + 4), 0, None, "organisation", True)
            )
        if lead[:1] in {"و", "ف"} and self.reading.flags(k).get("source") == "" and k < v:
            last = self.bare_end(k, v)  # ووجهت متحدثة باسم الوزارة انتقادات، قائلة
            return Speaker(k, min(last, k + 5), 0, None, "source", self._feminine(k, 0))
        for mention in self.mentions(begin, v):
            state = mention.kind == "country" and mention.first == begin + 1
            if mention.kind not in {"person", "organisation"} and not state:
                continue
            governed = mention.first > begin and self.is_a(mention.first - 1, "preposition")
            if mention.prefix.lstrip("وف") or mention.skip or governed:
                continue
            if mention.kind == "organisation" and self._belongs(mention.first, begin):
                continue  # المتحدث باسم الوزارة فلان: the person, not the body
            if mention.first - begin > 14:
                return None
            return self.of(mention)
        return None

    def _source_before(self, begin: int, v: int) -> Speaker | None:
        """Return the nearest source that is the subject of an earlier verb: نفى مصدر أمني ذلك، وقال."""
        for k in range(v - 1, begin, -1):
            cue = self.reading.cues.get(k - 1)
            if (
                cue is not None
                and cue.verb is not None
                and self.reading.flags(k).get("source") == ""
            ):
                last = self.bare_end(k, v)
                commas = (i + 1 for i in range(k, last) if self.gaps[i] != " ")
                last = min(next(commas, last), k + 3)
                return Speaker(k, last, 0, None, "source", self._feminine(k, 0))
        return None

    def _belongs(self, first: int, begin: int) -> bool:
        """Tell whether the body named at word `first` only says what someone is of."""
        return first > begin and (
            self.words[first - 1] == "باسم"
            or bool({"role", "rank"} & self.reading.flags(first - 1).keys())
        )

    def topic(self, i: int) -> Speaker | None:
        """Return the person the sentence before that of word `i` is about."""
        begin, _ = self.reading.sentence(i)
        subject = self.subject(begin - 1) if begin else None
        return subject if subject is not None and subject.kind == "person" else None

    def near(self, v: int, *, feminine: bool) -> Speaker | None:
        """Return the nearest person named before word `v` who is known to be a man or a woman."""
        for mention in reversed(self.mentions(max(0, v - _RECALLED), v)):
            if mention.kind == "person":
                speaker = self.of(mention)
                if speaker.feminine is feminine:
                    return speaker
        return None

    def _person(self, first: int, end: int, at: int, *, nearest: bool = False) -> Speaker | None:
        """Return the person of the noun phrase `[first, end)`, else of its apposition before `at`.

        nearest: the second person is the one addressed (طالب فلان رئيس الوزراء فلاناً).
        """
        people = [
            m
            for m in self.mentions(first, end)
            if m.kind == "person" and m.prefix not in {"ب", "ل"}
        ]
        if not people:
            titled = any(k in self.reading.flags(first) for k in ("role", "rank", "source"))
            if not titled:
                return None
            people = [
                m
                for m in self.mentions(end, at)
                if m.kind == "person"
                and not m.skip
                and ("،" in self._gap_before_title(m) or m.first == end)
            ]
            return self.of(people[0]) if people else None
        people = [m for m in people if not self._governed(m)] or people[:1]
        if people[0].first - first <= 1 or nearest:
            return self.of(people[0])
        chosen = people[0]
        for person in people[1:]:
            between = range(first, chosen.first)
            if any(self.is_a(k, "of-someone") for k in between) and not person.skip:
                chosen = person
            break
        return self.of(chosen)

    def _unlisted(self, first: int, end: int) -> bool:
        """Tell whether an unknown name comes first, then its title: قال فلان، مستشار الرئيس فلان."""
        titles = ("role", "rank", "source", "institution", "document", "honour")
        if first in self.at or any(self.is_a(first, kind) for kind in titles):
            return False
        for i in range(first, min(first + 3, end - 1)):
            if i in self.at:
                return False
            if "،" in self.gaps[i]:
                return self.is_a(i + 1, "role") or self.is_a(i + 1, "rank")
        return False

    def _governed(self, mention: Found) -> bool:
        """Tell whether a clitic or preposition stands before the name: بالرئيس فلان، لقائه مع فلان."""
        clitic = self.words[mention.first][: mention.skip].lstrip("وف")
        title = self.reading.flags(mention.first - 1).get("role", "") if mention.first else ""
        return bool(clitic) or bool(title.lstrip("وف"))

    def _gap_before_title(self, mention: Found) -> str:
        """Return the gap before a name or the title before it."""
        i = mention.first
        for _ in range(4):
            if i and any(k in self.reading.flags(i - 1) for k in ("rank", "honour", "role")):
                i -= 1
        return self.gaps[i - 1] if i else ""
