"""Whose a statement is: the subject of the verb, whoever is meant by وأضاف, the one who spoke last."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT
from rasid.findings.lexicon import ACTING, VerbForm
from rasid.findings.people.words import is_common
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.relatives import IMPERSONAL, RELATIVE, Relatives
from rasid.findings.speech.shared_turns import NAMED, PASSING_ON
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.speakers import ANYONE, TELLING_OF
from rasid.findings.speech.subject_starts import HONOURED
from rasid.findings.speech.verbal_nouns import Link

BEGINNING: Final = frozenset(
    ["قد", "وقد", "فقد", "ثم", "كما", "لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم", "بدوره", "بدورها", "بل",
     "حيث", "اذ", "فيما", "وفيما", "وبينما", "وكما", "بينما", "بعدما", "عندما", "حينما", "حين"]
)  # fmt: skip
"""Words before a verb that begins a clause without a subject of its own."""
_ANNOUNCER: Final = 14  # words after a verb that states nothing, in which its subject is looked for
_OPENING: Final = 4  # words of من جهته، before the verb of the sentence
_THEREIN: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
"""Words after which الذي is of the time or text, not of the speaker: في الوقت الذي عبّر فيه فلان."""
PREPOSITIONS: Final = frozenset({"بين", "عبر"})
_EXPRESSED: Final = 14  # words from عبّر to عن
_TITLED: Final = 5  # words from عبّر to a name after a title
_SOMEONE: Final = frozenset({"source", "count", "leading", "link"})
_HE: Final = frozenset({"انه", "انها", "انهم"})
_YET: Final = frozenset({"الا", "غير", "بيد", "كما", "علي"})
_SHOWING: Final = frozenset({"بين", "نشر", "بث", "اظهر", "علم", "توصل", "جاء", "عبر"})
_UTTERED: Final = 4  # words from a verb to the quotation that its unknown subject utters
_UTTERANCE: Final = 5  # words of such a quotation
_NOT_SAID: Final = frozenset({"من", "هناك", "انه", "انها", "حاله", "حالهم", "جميعا"})
"""Words after which what قال says is not reported: هناك من يقول، لسان حاله يقول."""
_SOMEBODY: Final = frozenset({"source", "role", "rank", "document", "institution"})
_WHERE: Final = frozenset({"حيث", "اذ"})
_MEANWHILE: Final = frozenset({"فيما", "وفيما", "بينما", "وبينما"})
_WHATEVER: Final = frozenset({"ما", "ذلك", "هذا", "هذه"})
_LATTER: Final = frozenset({"الاخير", "الاخيره"})
_HAPPENED: Final = frozenset({"سبق", "وسبق"})
_WAS: Final = frozenset({"وكان", "كان", "وكانت", "كانت"})


class Attribution(Relatives):
    """Finds who speaks in one reading."""

    def preposition(self, i: int, form: VerbForm) -> bool:
        """Tell بين and عبر, at a glance, from the verbs: no person or source follows بيّن, no عن عبّر."""
        if self.words[i].lstrip("وف") != form.verb.lemma or i + 2 >= len(self.words):
            return False
        if self.opens_stating(i):
            return False
        begins = bool(form.prefix) or i == self.reading.sentence(i)[0] or self.words[i + 1] == "عن"
        begins = begins or "opener" in self.reading.flags(i - 1)
        expressed = form.verb.lemma == "عبر" and "عن" in self.words[i + 1 : i + _EXPRESSED]
        if expressed and (begins or self.gaps[i - 1] != " "):
            return False
        mention, cue = self.speakers.at.get(i + 1), self.reading.cues.get(i + 1)
        if mention is not None:
            return mention.kind != "person" and not (expressed and mention.kind == "organisation")
        if form.prefix and self.words[i + 1] in THAT:
            return False
        he = not self.words[i + 1].endswith("ه") and self.words[i + 1] != "العالم"
        kinds = _SOMEONE | {"institution"} if expressed and he else _SOMEONE - {"source"}
        kinds = kinds if expressed else _SOMEONE
        someone = cue is not None and (cue.title or not kinds.isdisjoint(cue.flags))
        someone = someone or (expressed and self.words[i + 1].endswith(("و", "ون")))  # عبر منظمو
        someone = someone or (expressed and self._expresser(i))
        return not someone and "ّ" not in self.reading.surface(i, i + 1)

    def _expresser(self, i: int) -> bool:
        """Tell whether عن follows a title and a name after عبر at word `i`: عبر الفارس فلان عن سعادته."""
        near = self.speakers.mentions(i + 2, i + _TITLED)
        return any(m.kind == "person" and self.words[m.last : m.last + 1] == ["عن"] for m in near)

    def notice(self, i: int, form: VerbForm) -> None:
        """Remember who announced or condemned something: the next وأضاف is theirs."""
        begin, end = self.reading.sentence(i)
        if self.words[i] == "بين" or (not form.prefix and self.spoken(i)):
            return  # the preposition, or a noun (أسف المجلس) in what is said
        inside = not form.prefix and self.gaps[i - 1] == " "
        inside = inside and not (self.words[i].endswith("وا") and not self.spoken(i))
        if (inside or form.verb.object in ACTING) and (self.spoken(i) or i > begin + _OPENING):
            return  # what someone is reported to say that others did
        self._heard.append((i, min(end, i + _ANNOUNCER), form))

    def speaker_of(self, i: int, link: Link, form: VerbForm, before: str) -> Speaker | None:
        """Return who speaks at the finite verb `i`; None or NOBODY when it is no statement."""
        if form.verb.lemma in PASSING_ON:
            return self.quoted_from(i, link, form, PASSING_ON[form.verb.lemma])
        if form.verb.lemma == "ذكر" and self.words[i + 1 : i + 2] in (["فيه"], ["فيها"]):
            text = self.speakers.text_before(i)
            if text is not None:
                return text  # تقرير … ذكر فيه أن
        timed = self.words[i + 1] in _THEREIN and link.kind in {"that", "noun"}
        timed = timed or self.words[i - 2] == "الوقت"  # في الوقت الذي أكدت النقابات دعمها
        follows = self.speakers.at.get(i + 1)
        ruled = follows is not None and follows.kind == "place" and not follows.prefix
        if before in RELATIVE and ruled and form.feminine and link.kind == "that":
            return self.speakers.of(follows) if follows is not None else None  # الذي تقول أنقرة إنه
        if before in RELATIVE and not timed:
            return self.relative(i, link, form)
        known = None if form.prefix else self._was(i, form, before)
        if known is None and self.words[i + 1] in HONOURED:
            known = self.speakers.honoured(i + 1, self.recent)
        if known is None and self.words[i + 1] in _LATTER:
            known = self.speakers.latter(i)
        return known or self._named_at(i, link, form, before)

    def _named_at(self, i: int, link: Link, form: VerbForm, before: str) -> Speaker | None:
        """Return the subject after the finite verb `i`, or who is meant when none follows."""
        lemma = form.verb.lemma
        if lemma in TELLING_OF and not form.prefix and self.gaps[i - 1].strip() in {"،", ","}:
            teller = self.teller_before(i, form)
            if teller is not None:
                return teller  # أحد الوزراء من دولة حليفة، وصف الاتفاق بأنه
        named = None if self.plural(i, form) else self.speakers.after(i, link.at, form)
        if lemma in CALLS and self.words[i + 1] in _THEREIN:
            named = self.issued(i, form) or named
        if named is not None and i + 1 in self.speakers.quote_starts:
            named = self._heads_line(i) or named
        if named is not None and named.kind == "other" and self._turns_out(i):
            return NOBODY  # تبيّن لجهات التحقيق أن، تبيّن احتواؤها على كذا
        if named is NOBODY and link.quote >= 0 and link.kind in {"quote", "colon"}:
            named = self._quoted(i, link, form)
        if named is NOBODY:
            teller = (
                self.teller_before(i, form) if lemma in TELLING_OF and not form.prefix else None
            )
            if teller is not None and teller.last == i and self.gaps[i - 1] == " ":
                return teller  # كان المدرب فلان وصف تأهل فريقه بأنه
            named = self._somebody(i, link, form)
        if named is not None and lemma in TELLING_OF:
            named = self.telling(i, link, form, named)
        if named is None:
            return self._unnamed_at(i, link, form, before)
        caller = self.caller_before(i, form) if lemma in CALLS else None
        if caller is not None:
            return caller
        return self._unless_addressed(i, link, form, named)

    def _unless_addressed(
        self, i: int, link: Link, form: VerbForm, named: Speaker
    ) -> Speaker | None:
        """Return the noun after the verb, or who speaks where it is whom he accuses or calls on."""
        accused = self.accused(i, link, form, named)
        if accused and (
            self.words[i].lstrip("وف")[:1] == "ي" or self.words[i + 1].endswith(("ان", "ون"))
        ):
            return NOBODY  # ويُتهم فلان بالقيام، واتُّهم الصحفيان بكذا
        counted = self.words[i - 1] == "بل" and "count" in self.reading.flags(i + 1)
        accused = accused or (counted and form.verb.lemma in CALLS)  # بل اتهم بعض السياسيين بكذا
        if form.taken or not (accused or self.addressed(i, form, named)):
            return named
        fronted = self.speakers.before(i, form) if form.prefix != "و" else None
        return fronted or self.implicit(i, form)

    def _heads_line(self, i: int) -> Speaker | None:
        """Return the name right before the verb at word `i`, of which a quotation is the object: فلان يعلن "كذا"."""
        for mention in self.speakers.mentions(max(0, i - _TITLED), i):
            if mention.last == i and self.gaps[i - 1] == " " and not mention.prefix:
                return self.speakers.of(mention) if mention.kind in NAMED else None
        return None

    def _quoted(self, i: int, link: Link, form: VerbForm) -> Speaker:
        """Return who utters the quotation right after the verb and its subject: وعلق دي مايو "لا أعرف شيئاً"."""
        word = self.words[i + 1]
        first = self.links.quoted_words(link.content)
        near = i + 1 < link.at <= i + _UTTERED and first >= _UTTERANCE
        if (
            not near
            or form.verb.lemma in _SHOWING
            or word[-1:] == "ا"
            or "thing" in self.reading.flags(i + 1)
        ):
            return NOBODY
        plain = not word.startswith("ال") and len(word) > 2 and i + 1 not in self.reading.cues
        if plain and is_common(self.reading.surface(i + 1, i + 2), bare=True):
            return NOBODY  # كتب رواية "كذا"
        found = self.speakers.after(i, link.at, ANYONE._replace(feminine=form.feminine))
        return found if found is not None else NOBODY

    def _somebody(self, i: int, link: Link, form: VerbForm) -> Speaker | None:
        """Return who speaks though what follows the verb is no speaker: who spoke before; None for who is meant."""
        follows, lemma = self.words[i + 1], form.verb.lemma
        if form.taken:  # ووصفه رفاقه بأنه
            other = lemma != "اعتبر" and self.noun(i + 1) and link.at > i + 1
            told = lemma == "وصف" and link.at > i + 1 and not self.speakers.adjunct(i + 1)
            told = told and not follows.startswith("ال")
            other = other or (told and "thing" not in self.reading.flags(i + 1))
            last = self.speakers.bare_end(i + 1, link.at) if other else 0
            return Speaker(i + 1, last, 0, None, "source", form.feminine) if other else NOBODY
        described = lemma in TELLING_OF and (link.kind == "that" or lemma != "وصف")
        if described and follows.startswith(("ال", "هذ", "تلك", "ذلك")):
            return None  # ووصفت الخطوة بأنها
        if lemma == "وصف" and form.prefix == "و" and follows in _WHATEVER:
            return None  # ووصف ما حصل باللحظة الجميلة
        if described and link.kind == "that" and (form.prefix == "و" or follows in _THEREIN):
            return None  # ووصف ما يجري، ووصف اجتماع الأمس بأنه
        known = self._again(i)
        called = lemma in CALLS and form.prefix == "و" and form.feminine
        if called and follows.startswith("ال") and not follows.endswith("ه"):
            return None  # ودعت المجتمع الدولي لاتخاذ كذا
        if known is None and lemma in CALLS:
            own = i + 1 < link.at and follows.endswith(("ه", "ها", "هم"))
            if own or follows in _THEREIN:
                return None  # واتهم خصومه بكذا، دعا فيه زملاءه إلى
        return known or NOBODY

    def someone(self, i: int, form: VerbForm, before: str) -> Speaker | None:
        """Return who says it where no name stands beside قال: الصور التي قالت إنها، السكان الذين يقولون إن.

        After الذين the people it describes; else the subject of the sentence, which the gender shows.
        """
        if before in _NOT_SAID:
            return None
        many = self.words[i].endswith(("ون", "وا"))
        theirs = not before.endswith("التي") or form.feminine  # فلان …، الدول التي قال إنها
        if before in RELATIVE and theirs and (many or before not in {"الذين", "اللذين"}):
            for k in range(i - 2, max(-1, i - 6), -1):
                kinds = _SOMEBODY & self.reading.flags(k).keys()
                if kinds or (k == i - 2 and self.words[i - 1] == "الذين"):
                    whole = self.speakers.bare_end(k, i - 1)  # العلماء | عن الجراحة التي قالوا إنها
                    return Speaker(k, whole, 0, None, "source", form.feminine)
                if self.gaps[k - 1].strip(' "«'):
                    break
        last = self.turns[-1].event.speaker if self.spoken(i) else None
        if last is not None and last.feminine in {None, form.feminine}:
            return last
        if self.plural(i, form) or self.words[i].endswith("ون"):
            return None
        subject = self.speakers.subject(i) if self.words[i + 1] not in _THEREIN else None
        if subject is not None and subject.feminine in {None, form.feminine}:
            return subject
        carried = self.carried(i, form)
        return carried if carried.first >= 0 else None

    def _again(self, i: int) -> Speaker | None:
        """Return who spoke before under the name after the verb at word `i`, which alone is a word: ونفى كير."""
        for known in reversed(self.recent):
            if known.first >= 0 and known.kind in {"person", "other"}:
                names = (self.words[known.first], self.words[known.last - 1])
                if self.words[i + 1 : i + 3] == self.words[known.last - 2 : known.last]:
                    return known._replace(first=i + 1, last=i + 3, skip=0, kind="person")
                if self.words[i + 1] in names:
                    return known._replace(first=i + 1, last=i + 2, skip=0, kind="person")
        return None

    def _was(self, i: int, form: VerbForm, before: str) -> Speaker | None:
        """Return the subject between كان and the verb at word `i`; before قد it may be any noun."""
        if form.prefix or before in _WHERE:
            return None
        first = self.reading.sentence(i)[0] + 1
        if self.words[first - 1] in _HAPPENED and before == "قد" and self.words[i - 1] == "ان":
            named = [m for m in self.speakers.mentions(first, i) if m.kind in NAMED]
            return self.speakers.of(named[0]) if named else None
        if self.words[first - 1] not in _WAS or self.spoken(i):
            return None
        fronted = self.speakers.before(i, form)
        if before != "قد" or not (fronted is None or fronted is NOBODY):
            return fronted
        if not 0 < i - 1 - first <= _OPENING or "thing" in self.reading.flags(first):
            return None
        last = self.speakers.bare_end(first, i - 1)
        return Speaker(first, last, 0, None, "other", form.feminine)

    def _unnamed_at(self, i: int, link: Link, form: VerbForm, before: str) -> Speaker | None:
        """Return who speaks at the finite verb `i`, which no subject follows."""
        if self._turns_out(i) or self._tells_what_is(i, form, before):
            return NOBODY
        if self.words[i + 1] in _THEREIN:
            owner = self.speakers.issuer(i)
            if owner is None and not self.spoken(i):
                owner = self.speakers.subject(i)
            if owner is not None:
                return owner
        word = self.words[i].lstrip("و")
        if form.verb.lemma in IMPERSONAL and word[:1] == "ي" and not word.endswith("ون"):
            # يُذكر أن، ويُتوقع أن: nobody in particular; كما أن فلاناً لا يرى كذا، ويعتقد أن
            joined = form.prefix == "و" and i > self.reading.sentence(i)[0] + 2
            subject = self.speakers.subject(i) if joined and not self.spoken(i) else None
            return subject if subject is not None and subject.kind == "person" else NOBODY
        going_on = before in BEGINNING or self._yet_he(i, before)
        after = self.words[i - 1] == "ان" and self.words[i - 2] == "بعد"
        going_on = going_on or (after and not self.spoken(i))
        inside = self.gaps[i - 1 : i] == [" "] and not form.prefix and not going_on
        if inside and link.kind == "noun" and self.spoken(i):
            return self._text_beside(i, form) or NOBODY  # قال إن الهجوم يؤكد الحاجة إلى كذا
        fronted = self._before_it(i, form, before)
        if fronted is not None:
            return fronted
        if not form.prefix and not going_on and self._nested(i, form):
            return None
        passive = form.verb.object == "deed" and link.kind == "noun"  # في العام الماضي أُعلن عن
        if not form.prefix and not going_on and not passive and self.led_in(i, form):
            return self.speaking_on(i, form)
        begins = bool(form.prefix) or self.gaps[i - 1 : i] != [" "] or going_on
        if not begins and i > self.reading.sentence(i)[0]:
            beside = self.speakers.beside(i)
            direct = link.kind in {"colon", "quote"} and link.at <= i + 1
            return self.implicit(i, form) if beside is None and direct else beside
        return self.implicit(i, form)

    def _turns_out(self, i: int) -> bool:
        """Tell whether the verb at word `i` is تبيّن: it turned out that."""
        return self.words[i].lstrip("وف") == "تبين"

    def _tells_what_is(self, i: int, form: VerbForm, before: str) -> bool:
        """Tell whether the present verb at word `i` tells what is: …، فيما يكشف خطورة كذا; كما أنهم يطالبون بكذا."""
        if form.prefix or not self.present(i, form):
            return False
        also = before in _HE and self.words[i - 2] == "كما" and self.spoken(i)
        return also or (before == "فيما" and form.verb.lemma == "كشف")

    def _before_it(self, i: int, form: VerbForm, before: str) -> Speaker | None:
        """Return the subject before the verb at word `i`; كما goes on with who spoke: اتهم الحركة، كما أكد رفضه."""
        if form.prefix == "و" or before in _WHERE or before in _MEANWHILE:
            return None
        if self._yet_he(i, before) and self.spoken(i):
            return None  # أعلنت أن "الثمن كان واضحاً"، إلا أنها أضافت
        fronted = self.speakers.before(i, form)
        if fronted is None or before != "كما":
            return fronted
        return fronted if fronted.feminine in {None, form.feminine} else None

    def _text_beside(self, i: int, form: VerbForm) -> Speaker | None:
        """Return the text that the past verb at word `i` describes: إثر صدور تقرير حكومي أفاد بحدوث كذا."""
        text = None if self.present(i, form) else self.speakers.beside(i)
        told = text is not None and text.kind == "document" and text.feminine is form.feminine
        return text if told else None

    def _yet_he(self, i: int, before: str) -> bool:
        """Tell whether إلا أنه, غير أنها stands before the verb: its subject is that of the clause before."""
        return before in _HE and i > 1 and self.words[i - 2] in _YET

    def _nested(self, i: int, form: VerbForm) -> bool:
        """Tell whether the verb, no subject after it, goes on what someone else is reported to say."""
        if not self.spoken(i) or self.speakers.beside(i) is not None:
            return False
        return self.gaps[i - 1] == " " or form.verb.animate
