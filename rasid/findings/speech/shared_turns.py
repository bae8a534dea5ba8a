"""Speakers whom a verb shares with what stands before it: a phrase, a text someone issued, an outlet that passes on."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Verb, VerbForm
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.turns import Turns
from rasid.findings.speech.verbal_nouns import Link

BYSAYING: Final = Verb("بالقول", (), "no", animate=False)
_LED_IN: Final = 14  # words of a phrase before the verb of its sentence
_MARKS: Final = frozenset({"", '"', "«", "»", "“", "”"})
PASSING_ON: Final = {"نقل": "عن", "نسب": "الي"}
"""Verbs of passing on what another said, with the preposition before him."""
_SAYINGS: Final = frozenset({"قوله", "قولها", "قولهم", "القول", "تصريحه", "تصريحات"})
NAMED: Final = frozenset({"person", "source", "organisation", "country", "document"})
_BODY: Final = 2  # words of a subject after which no object of one word stands
_CAUSES: Final = frozenset({"سبب", "اسباب"})
_WHICH: Final = frozenset({"التي", "الذي"})
_WHO: Final = frozenset({"source", "role", "rank", "honour", "document", "institution"})


class SharedTurns(Turns):
    """Finds in one reading whom a verb shares its subject with."""

    def led_in(self, i: int, form: VerbForm) -> bool:
        """Tell whether only a phrase stands before the past verb at word `i`: وفي ذات السياق أكد أن, وعن الخطة قال."""
        begin = self.reading.sentence(i)[0]
        if not 1 < i - begin <= _LED_IN or self.present(i, form):
            return False
        if "preposition" not in self.reading.flags(begin) or self.spoken(i):
            return False
        if any(gap != " " and gap.strip() not in _MARKS for gap in self.gaps[begin : i - 1]):
            return False
        return not any(
            (cue := self.reading.cues.get(k)) is not None and cue.verb is not None and not cue.names
            for k in range(begin, i)
        )

    def speaking_on(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who speaks at word `i` after such a phrase: whom its clause names (نشرته الصحيفة), or who spoke."""
        begin = self.reading.sentence(i)[0]
        if any("relative" in self.reading.flags(k) for k in range(begin, i)):
            beside = self.speakers.beside(i)
            if beside is not None:
                return beside
        carried = self.carried(i, form)
        return carried if carried.first >= 0 else self.implicit(i, form)

    def issued(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who issued the text in which the verb at word `i` calls: نشرت المنظمة تقريراً اتهمت فيه السلطات."""
        issuer = self.speakers.issuer(i) or self.speakers.subject(i)
        agrees = issuer is not None and issuer.feminine in {None, form.feminine}
        return issuer if agrees else None

    def telling(self, i: int, link: Link, form: VerbForm, named: Speaker) -> Speaker | None:
        """Return the subject of وصف, عزا without the object that follows it; None where only the object does."""
        if named.last in {link.at, link.at - 1}:
            named = self.speakers.before_object(named)
        joined = self.words[link.at][:1] in {"ب", "ك"}
        if joined and named.kind == "person" and named.last >= link.at and not form.taken:
            return None  # وكان قد وصف الزعيم فلاناً | بأنه
        causes = (k for k in range(named.first + 1, named.last) if self.words[k] in _CAUSES)
        named = named._replace(last=next(causes, named.last))  # ترجع مصادر | سبب كذا إلى
        if named.kind == "source" and not self.words[named.first].startswith("ال"):
            deeds = (k for k in range(named.first + 1, named.last) if self.links.happening(k))
            named = named._replace(last=next(deeds, named.last))  # أرجع محللون | تراجع كذا إلى
        if named.first == i + 1 and named.last >= link.at and not form.taken:
            words = named.last - named.first
            if named.kind == "person" or words <= _BODY or self.words[named.last - 1][:2] != "ال":
                return None  # ووصف فلاناً بأنه
            cut = named.last - 1  # ووصفت حكومة البلاد | الاجتماع بأنه
            if self.words[named.first].startswith("ال"):  # وأرجعت الشركة | تراجع الأرباح إلى
                rest = range(named.first + 1, cut)
                cut = next((k for k in rest if not self.words[k].startswith("ال")), cut)
            return named._replace(last=cut)
        owned = named.first == i + 2 and not _WHO & self.reading.flags(i + 1).keys()
        if form.prefix == "و" and owned and not self.words[i + 1].startswith("ال"):
            return None  # ووصفت هجمات فلان بأنها
        return named

    def quoted_from(self, i: int, link: Link, form: VerbForm, whence: str) -> Speaker | None:
        """Return the speaker of نقلت … عن فلان قوله, نسبت … إلى فلان قوله."""
        if whence == "الي" and _SAYINGS.isdisjoint(self.words[i + 1 : link.at]):
            return None  # التهمة التي نُسبت إلى كذا
        for k in range(i + 1, link.at):
            if self.words[k] in {"قول", "وقول"}:  # نقلت عن قناة قول مصدر إن
                return self.speakers.after(k, link.at, form)
            if self.words[k] == "لسان":  # نقل الموقع على لسان فلان قوله
                return self.speakers.after(k, link.at, VerbForm(BYSAYING, "", True, False))
            if self.words[k] == whence and "قول" not in self.words[k : link.at]:
                person = VerbForm(BYSAYING, "", True, False)
                return self.speakers.after(k, link.at, person)
            if self.words[k] in {"عنه", "عنها", "عنهم"}:
                return self.carried(i, None)
        if link.at == i + 1 and link.kind == "that" and not form.prefix:
            paper = self.speakers.text_described(i) if self.words[i - 1] in _WHICH else None
            return paper or self.speakers.before(i, form)  # الصحيفة نقلت أن
        named = self.speakers.after(i, link.at, form)
        other = named is not None and named.kind == "other"
        return None if other else named  # تنقل لنا الشاشات كل يوم أن

    def teller_before(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who stands before وصف, عزا at word `i`, if someone does who speaks."""
        fronted = self.speakers.before(i, form)
        return fronted if fronted is not None and fronted.kind in NAMED else None

    def caller_before(self, i: int, form: VerbForm) -> Speaker | None:
        """Return who accuses or calls on the noun after the verb: أما الموقع، فاتهم الشرطة؛ الدول تتهم دمشق."""
        as_for = self.words[self.reading.sentence(i)[0]] in {"اما", "واما"} and form.prefix == "ف"
        if not as_for and (form.prefix or self.gaps[i - 1 : i] != [" "]):
            return None
        fronted = self.speakers.before(i, form)
        if fronted is None or fronted.first < 0 or not (as_for or fronted.last == i):
            return None
        return fronted

    def strange_before(self, i: int) -> bool:
        """Tell whether a name no dictionary knows stands before الذي and the verb at word `i`."""
        apart = self.gaps[i - 2] != " " or self.words[i - 2].startswith("ل")
        return not apart and self.speakers.unheard(i - 2)
