"""Statements made by participles: وقال إن …، مشيراً إلى كذا; أكدت أن … محذرة من كذا."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT
from rasid.findings.lexicon import ACTING, VerbForm
from rasid.findings.speech.checks import PRAYING, accusative
from rasid.findings.speech.forms import OtherForms
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.source_phrases import source_before
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.speakers import TELLING_OF
from rasid.findings.speech.turns import REMEMBERED
from rasid.findings.speech.verbal_nouns import TOWARDS, Link, asks_anonymity

_NOUNS: Final = frozenset({"مطالبه", "ومطالبه", "مناشده", "ومناشده"})
"""Participles that are nouns as often: مطالبة الحكومة بالرد."""
_BEING: Final = frozenset(
    [
        "كان",
        "وكان",
        "يكون",
        "ليس",
        "غير",
        "بات",
        "يعد",
        "يعتبر",
        "اصبح",
        "لايزال",
        "يزال",
        "زال",
        "ظل",
        "بدا",
        "يبدو",
    ]
)
"""Words after which a participle says what someone or something is: كان متوقعاً."""
_NO_CHAIN: Final = frozenset({"جدد", "اقترح"})
_CALLED: Final = 24  # words of whom a participle addresses
_FAR: Final = 12  # words from a participle to its content, past an adjunct or an object
_NEAR: Final = 4  # the same where neither stands between
_MARKS: Final = frozenset('"»”')


class Participles(OtherForms):
    """Finds in one reading the statements whose verb is a participle."""

    def participle(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of the participle at word `i`, if it makes a statement."""
        if self._noun_there(i, form):
            return None
        if form.verb.lemma in PRAYING and self.prayer(i, i + 3):
            return None
        if form.verb.lemma == "حمل" and self.charge(i, self.reading.sentence(i)[1]) < 0:
            return None  # محملاً بالبضائع
        apart = self._apart(i, form)
        if form.verb.object in ACTING and not (apart and self._adverb(i)):
            return None  # لكن منتقدين يقولون إن
        link = self.links.find(i, form.verb, limit=self.limit(i))
        reach = self._reach(i, form)
        far = link is None or (link.kind in {"noun", "quote"} and link.at > i + reach)
        if apart and far:
            link = self.links.noun_after(i, form.verb)
        if link is None or link.at > i + reach or (link.kind == "noun" and not apart):
            return None
        if link.kind == "that" and self._broken(i, link.at):
            return None
        if self._of_things(i, form, apart) or self._no_statement(i, link, form, apart=apart):
            return None
        speaker = self._own(i, link, form) or self._shared(i, form)
        if form.feminine and speaker.kind == "person" and speaker.feminine is False:
            speaker = self._hers(i, form) or speaker
        if self._of_another(link, form, speaker):
            return None
        kind = "about" if form.verb.object in ACTING and link.kind == "noun" else link.kind
        return Event(i, link.content, kind, link.quote, speaker)

    def _no_statement(self, i: int, link: Link, form: VerbForm, *, apart: bool) -> bool:
        """Tell whether a participle with its link is another word: متابعة: a heading; she is accused, متهمة بكذا."""
        if form.verb.lemma == "اتهم" and self.words[i + 1][:1] == "ب":
            return True
        if link.kind == "noun" and form.verb.lemma == "تحدث":
            return True
        return link.kind == "colon" and form.feminine and not apart

    def _reach(self, i: int, form: VerbForm) -> int:
        """Return how many words after the participle at word `i` its content may begin."""
        if form.verb.lemma in CALLS and form.verb.object in {"prep", "by"}:
            # داعياً كل من له صلة بالأمر من موظفين وسكان إلى، متهماً بعض وسائل الإعلام بشن
            return _CALLED if form.verb.object == "prep" else _FAR
        far = self.speakers.adjunct(i + 1) or form.verb.lemma == "وصف"
        return _FAR if far else _NEAR  # مؤكدة في تدوينة على منصة كذا أنها

    def _of_things(self, i: int, form: VerbForm, apart: bool) -> bool:
        """Tell whether word `i` is a plural of things: رفعوا لافتات كتب عليها، رغم مطالبات المشجعين بكذا."""
        follows = self.words[i + 1]
        joined = follows in form.verb.prepositions or follows in THAT
        return self.words[i].endswith("ات") and not (apart and joined)

    def _hers(self, i: int, form: VerbForm) -> Speaker | None:
        """Return the woman or body who spoke before a man whom its own sentence names: …، محذرة من كذا."""
        if "،" not in self.gaps[i - 1] or (self.turns and self._she(self.turns[-1].event.verb)):
            return None
        said = self.speakers.at.get(self.turns[-1].event.content) if self.turns else None
        subject = self.speakers.of(said) if said is not None and self.spoken(i) else None
        if subject is not None and subject.feminine and subject.kind in {"country", "organisation"}:
            return subject  # قال الناطق إن الدولة تستنكر كذا، معربة عن كذا
        hers = self.carried(i, form)
        return hers if hers.feminine and hers.first >= 0 else None

    def _of_another(self, link: Link, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether a participle is no statement of who speaks: an adjective, or a noun of the same form."""
        if form.verb.object in ACTING and speaker.first < 0:
            return True  # ردود غاضبة ورافضة له
        # أيد المجلس مطالبة النواب
        return link.kind == "noun" and form.feminine and speaker.feminine is False

    def _noun_there(self, i: int, form: VerbForm) -> bool:
        """Tell whether the participle at word `i` is a noun: متحدثاً باسم الجيش، غير مؤكدة، 41 متهماً."""
        if self.words[i + 1 : i + 2] == ["باسم"]:
            return True
        if asks_anonymity(self.words, i):
            return True
        if form.verb.lemma == "امل" and self.reading.surface(i, i + 1).endswith("ه"):
            return True  # عن أمله
        if form.verb.lemma == "تابع" and self.words[i + 1][:1] == "ل":
            return True  # لن يكون الجيش تابعاً لحزب
        before = self.words[i - 1] if i else ""
        if self.gaps[i - 1] == " " and self.speakers.is_a(i - 1, "preposition"):
            return True  # مع ملاحظة أن
        counted = before.isdigit() and form.verb.lemma == "اتهم" and self.gaps[i - 1] == " "
        return before == "غير" or counted

    def _apart(self, i: int, form: VerbForm) -> bool:
        """Tell whether a participle begins a statement of its own: after a comma, before whom it addresses."""
        gap = self.gaps[i - 1] if i else ""
        apart = form.prefix == "و" or "،" in gap or "," in gap
        apart = apart or self._opens(i)
        if gap != " " and form.verb.lemma != "جدد" and not _MARKS.isdisjoint(gap):
            apart = True  # «…» مشيراً إلى كذا, but not «…» مجدداً
        if i + 1 < len(self.words) and self.words[i + 1].startswith("ايا"):
            apart = True  # معتبرة إياها اعتداءً
        if form.verb.lemma in CALLS and self.words[i] not in _NOUNS and self._object(i + 1):
            apart = True  # متهمة الإمارة بدعم كذا، داعياً وزير النقل لفتح تحقيق
        apart = apart or (form.verb.lemma in TOWARDS and self.words[i].endswith("ا"))
        return apart or self._expresses(i, form) or self._goes_on(i, form)

    def _expresses(self, i: int, form: VerbForm) -> bool:
        """Tell whether the preposition of the verb follows its participle at once: خرج معرباً عن أسفه."""
        follows = self.words[i + 1] if i + 1 < len(self.words) else ""
        before = self.words[i - 1] if i else ""
        sure = self.words[i].endswith("ا") and follows in form.verb.prepositions
        if self.words[i] == "مطالبين" and follows[:1] == "ب" and not before.endswith("ين"):
            return True  # خرج الناس مطالبين بالعمل
        return sure and not before.endswith("ا") and before not in _BEING

    def _opens(self, i: int) -> bool:
        """Tell whether a participle opens a sentence right after a statement: قال إن كذا. مؤكداً حرصه."""
        begin = self.reading.sentence(i)[0]
        last = self.turns[-1].sentence if self.turns else -1
        goes_on = i == begin and i > 0 and last == self.reading.sentence(i - 1)[0]
        return goes_on and self.words[i] not in _NOUNS and self.words[i].endswith(("ا", "ه"))

    def _adverb(self, i: int) -> bool:
        """Tell whether the participle at word `i` is no noun of people: مشيداً، or …، مشيدين."""
        comma = not {"،", ","}.isdisjoint(self.gaps[i - 1])
        return self.words[i].endswith(("ا", "ه")) or comma

    def _goes_on(self, i: int, form: VerbForm) -> bool:
        """Tell whether a participle goes on with a statement no comma ends: قال إن الطريق مفتوح محذراً من السرعة.

        It is no adjective of a noun before it (تحذيراً مكرراً, رسالة مؤكدة) and nothing that كان makes of someone.
        """
        before = self.words[i - 1] if i else ""
        if not self.spoken(i) or self.gaps[i - 1] != " " or before in _BEING:
            return False
        if form.verb.lemma in _NO_CHAIN:
            return False  # سيجتمعون مجدداً، قدم مقترحاً
        if "adjunct" in self.reading.flags(i - 1) or accusative(self.reading, i - 1):
            return False
        if form.feminine:
            last = self.turns[-1].event.speaker
            if last is None or not last.feminine or self.words[i] in _NOUNS:
                return False
            return before.startswith(("ال", "لل", "بال", "وال")) or self._name_ends(i)
        if self.words[i].endswith("ين"):
            last = self.turns[-1].event.speaker
            return last is not None and last.kind == "source" and before.startswith(("ال", "وال"))
        return self.words[i].endswith("ا") and not before.endswith("ا")

    def _name_ends(self, i: int) -> bool:
        """Tell whether a name ends right before word `i`."""
        return any(m.last == i for m in self.speakers.mentions(i - 4, i))

    def _object(self, k: int) -> bool:
        """Tell whether someone stands at word `k` whom a participle accuses or calls on."""
        if k >= len(self.words) or self.gaps[k - 1] != " ":
            return False
        cue = self.reading.cues.get(k)
        titled = cue is not None and (cue.title or "institution" in cue.flags)
        theirs = self.words[k].endswith(("ها", "هم", "ه")) and "الي" in self.words[k + 1 : k + 4]
        return titled or theirs or k in self.speakers.at or self.words[k].startswith("ال")

    def _own(self, i: int, link: Link, form: VerbForm) -> Speaker | None:
        """Return the subject that follows a participle: مؤكداً وزير الدفاع حرص بلاده."""
        called = form.verb.lemma in CALLS or form.verb.lemma in TELLING_OF
        if called or not {"role", "rank"} & self.reading.flags(i + 1).keys():
            return None
        if link.at <= i + 1 or self.gaps[i] != " ":
            return None
        speaker = self.speakers.after(i, link.at, form)
        return speaker if speaker is not None and speaker.kind in {"person", "source"} else None

    def _shared(self, i: int, form: VerbForm) -> Speaker:
        """Return who speaks at the participle `i`: the last who spoke or acted in its sentence, or before."""
        sentence = self.reading.sentence(i)[0]
        own = [t for t in self.turns[-REMEMBERED:] if t.sentence == sentence and not t.nested]
        speaker = own[-1].event.speaker if own else None
        if speaker is not None and self.words[i].endswith("ا") and self._she(own[-1].event.verb):
            speaker = self._man_named(own[-1].event.content, i) or speaker
            if speaker.kind == "other" and speaker.feminine:
                before = self.carried(i, form)  # في قضية فلانة التي تزعم كذا، مؤكداً
                speaker = before if before.first >= 0 else speaker
        if form.verb.lemma == "قال" and own and self.told(i):
            said = self._of_clause(own[-1].event.content, i)
            if said is not None:
                return said  # كشف فلان أن المهاجم صرخ قائلاً
        acted = self.recent[-1] if own and self.recent else None
        if acted is not None and acted.first > own[-1].event.content:
            # …، وحذر فلان من كذا، مؤكداً: whoever acted after the last statement
            speaker = acted if acted.feminine in {None, form.feminine} else speaker
        if speaker is None:
            speaker = source_before(self.reading, self.speakers, i) or self.speakers.subject(i)
            if speaker is not None and speaker.feminine and not form.feminine:
                speaker = None  # وكانت الوزارة قد فرضت …، مشيراً: of someone before
        if speaker is None:
            speaker = self.carried(i, form)
        if speaker.kind in {"person", "unknown"} and self.words[i].endswith("ين"):
            alone = Speaker(-1, -1, 0, None, "unknown", None) if not own else speaker
            speaker = self._many_before(i) or self.several() or alone
        return speaker

    def _many_before(self, i: int) -> Speaker | None:
        """Return the people named right before the comma: أثار ذلك حفيظة النواب السعوديين، قائلين."""
        first = i
        while (
            first
            and self.words[first - 1].startswith("ال")
            and self.words[first - 1].endswith("ين")
        ):
            first -= 1
        if first == i:
            return None
        return Speaker(first, i, 0, None, "source", False)

    def _of_clause(self, first: int, i: int) -> Speaker | None:
        """Return the subject of the clause at word `first` of whom word `i` says that he speaks."""
        if i - first > _NEAR:
            return None
        mention = self.speakers.at.get(first)
        if mention is not None:
            return None if mention.prefix else self.speakers.of(mention)
        alone = self.words[first].startswith("ال") and i - first > 1
        return Speaker(first, first + 1, 0, None, "other", None) if alone else None

    def _she(self, verb: int) -> bool:
        """Tell whether the verb at word `verb` is feminine."""
        cue = self.reading.cues.get(verb)
        return cue is not None and cue.verb is not None and cue.verb.feminine

    def _man_named(self, first: int, i: int) -> Speaker | None:
        """Return the man named last in what a body says before word `i`: أوضحت الصحيفة أن … تصريحات فلان …، معتبراً."""
        for mention in reversed(self.speakers.mentions(first, i)):
            if mention.kind == "person":
                speaker = self.speakers.of(mention)
                return None if speaker.feminine else speaker
        return None

    def _broken(self, i: int, at: int) -> bool:
        """Tell whether a comma parts participle and أن, and no adjunct stands between commas."""
        for k in range(i, at):
            if "،" in self.gaps[k] or "," in self.gaps[k]:
                return k + 1 != at and "adjunct" not in self.reading.flags(k + 1)
        return False
