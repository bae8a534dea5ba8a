"""Whose a statement is in a clause after الذي or التي: whom the clause describes, or a subject of its own."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT_PRONOUN
from rasid.findings.lexicon import VerbForm
from rasid.findings.speech.checks import PRAYING
from rasid.findings.speech.shared_turns import NAMED, SharedTurns
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.verbal_nouns import DENYING, Link

RELATIVE: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "والذي", "والتي"})
IMPERSONAL: Final = frozenset({"ذكر", "توقع", "اعتقد", "رجح", "زعم", "قدر"})
"""Verbs that without a subject say what nobody in particular does: يُذكر أن، ويُتوقع أن."""
_CLOSE: Final = 2  # words from a verb after الذي to its subject


class Relatives(SharedTurns):
    """Finds who speaks in the relative clauses of one reading."""

    def believed(self, i: int, link: Link, form: VerbForm) -> bool:
        """Tell whether nobody in particular believes it, after الذي: زعيم التنظيم الذي يُعتقد أنه مختبئ."""
        passive = form.verb.lemma in IMPERSONAL and link.at == i + 1
        return passive and self.words[i][:1] == "ي" and self.words[i + 1] in THAT_PRONOUN

    def _described(self, i: int, link: Link, form: VerbForm) -> Speaker | None:
        """Return whom الذي before the verb at word `i` describes, if number and gender agree."""
        beside, who = self.speakers.beside(i), self.words[i - 1]
        if who == "الذين" and not self.words[i].endswith(("ون", "وا")):
            beside = None  # الأشخاص الذين يُعتقد أنهم
        if who.endswith("الذي") and form.feminine:
            beside = None  # سافر فلان، الذي قالت إنه
        if who.endswith("التي") and not form.feminine:
            return None  # الشبكة التي يُعتقد أنها
        told = link.kind == "that" or form.verb.lemma in DENYING
        body = self.speakers.body_described(i) if beside is None and told else None
        if body is not None and body.feminine is not form.feminine:
            body = None
        return beside or body

    def _alone_between(self, i: int, link: Link, form: VerbForm, named: Speaker | None) -> bool:
        """Tell whether `named` is all that stands between verb and أن: عودة اللاجئين، التي ترى الوزارة أن.

        After a verb that takes whom it is said to, that may be the one addressed: الوزير الذي سأل النائب أن.
        """
        return (
            named is not None
            and link.kind == "that"
            and (named.first, named.last, named.skip) == (i + 1, link.at, 0)
            and named.feminine in {None, form.feminine}
            and form.verb.object != "by"
            and form.verb.lemma not in PRAYING
        )

    def relative(self, i: int, link: Link, form: VerbForm) -> Speaker | None:
        """Return who speaks after الذي: the subject that follows (التي يقول محاميها إن), else whom it describes."""
        named = self.speakers.after(i, link.at, form)
        if self._alone_between(i, link, form, named):
            return named
        beside = self._described(i, link, form)
        if beside is not None:
            summed = link.kind == "noun" and form.verb.object == "stance"
            return None if summed and beside.kind == "organisation" else beside
        if (
            link.kind != "noun"
            and named is not None
            and (named.kind in NAMED or named.kind == "place")
            and named.first - i <= _CLOSE
        ):
            return named if named.feminine in {None, form.feminine} else None
        text = self.speakers.text_described(i)
        if text is not None and not (form.taken or self.present(i, form)):
            outlet = "named" in self.reading.flags(text.first)
            return text if link.kind == "that" or outlet else None  # التقرير الذي أكد أن
        if link.kind == "that" and link.at <= i + 2 and self.strange_before(i):
            return Speaker(i - 2, i - 1, 0, None, "other", form.feminine)  # ليزيكو التي أوردت أن
        follows = self.speakers.at.get(i + 1)
        if follows is not None and not follows.prefix:
            return None  # الاتفاق مع إيران الذي تهدد واشنطن بالانسحاب منه
        for mention in self.speakers.mentions(max(0, i - 3), i):
            if (
                mention.kind == "country"
                and mention.last == i - 1
                and form.verb.object in {"no", "by"}
            ):
                return self.speakers.of(mention)
        return None
