"""Whether a verb with its subject and its content is a statement at all."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import VerbForm
from rasid.findings.links import Link
from rasid.findings.reading import Reading
from rasid.findings.unnamed import CALLS, Speaker

_STATES: Final = frozenset({"country", "place", "base"})
_NEAR: Final = 2  # words between a country and the preposition of what it warns of
_ACCUSING: Final = frozenset(
    {"person", "organisation", "source", "document", "country", "place", "unknown"}
)


class Checks:
    """What the words of one reading say for or against a statement."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words, self.gaps = reading.words, reading.gaps

    def is_verb(self, i: int, form: VerbForm) -> bool:
        """Tell رأى from رأي, which fold together."""
        return form.verb.lemma != "راي" or not self.reading.surface(i, i + 1).endswith("ي")

    def between(self, i: int, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether بين is the preposition: a person or source must follow the verb."""
        if form.verb.lemma != "بين" or self.words[i].removeprefix("و") != "بين":
            return False
        governed = speaker.kind not in {"person", "source"} or (
            self.words[speaker.first].endswith("ين") and speaker.kind == "source"
        )
        return governed and "ّ" not in self.reading.surface(i, i + 1)

    def states(self, link: Link, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether a noun as content is a statement of this speaker's.

        A country warns, demands and accuses; تؤكد بغداد استعدادها sums its position up.
        """
        if link.kind != "noun":
            return True
        if form.verb.object == "by":
            return speaker.kind in _ACCUSING or not form.verb.animate
        reach = 6 * _NEAR if form.verb.lemma in CALLS else _NEAR
        near = form.verb.object == "prep" and link.at - speaker.last <= reach
        return speaker.kind not in _STATES or near

    def plural(self, i: int, form: VerbForm) -> bool:
        """Tell whether the verb is plural: its subject has been named, what follows it is no subject."""
        return self.words[i].endswith(("وا", "ون")) and form.verb.lemma in CALLS

    def addressed(self, i: int, form: VerbForm, named: Speaker) -> bool:
        """Tell whether the noun after دعا, طالب ... is whom it calls on, by case or gender."""
        if form.verb.lemma not in CALLS or named.first != i + 1:
            return False
        word = self.words[named.first]
        accusative = named.kind in {"other", "source"} and word.endswith("ين")
        disagrees = named.feminine is not None and named.feminine is not form.feminine
        return accusative or (disagrees and not self.words[i].endswith("وا"))
