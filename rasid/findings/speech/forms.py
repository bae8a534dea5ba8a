"""Statements of uncommon forms: …، كما أفادت الوكالة; جاء في البيان أن; وختم حديثه بالقول; «…»، قال فلان."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import Verb, VerbForm, lexicon
from rasid.findings.speech.attribution import PREPOSITIONS, RELATIVE, Attribution
from rasid.findings.speech.links import FULL_QUOTE
from rasid.findings.speech.nouns import Link
from rasid.findings.speech.shared_turns import BYSAYING
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import NOBODY, Speaker

_PASSIVE: Final = Verb("قيل", (), "no", animate=False)
_SPEAKING: Final = frozenset({"person", "organisation", "source"})
_WITH_THIS: Final = frozenset({"بهذه", "بهذا", "بتلك"})
_CLAUSE: Final = 4  # words at least of what is said before the verb that closes it
_AS_SAID: Final = frozenset({"كما", "حسبما", "مثلما", "وفقما", "ما", "فيما", "الذي", "التي"})
_BEING_ONE: Final = frozenset(
    {"من", "احد", "احدي", "بمثابه", "واحدا", "واحده", "اول", "افضل", "اهم"}
)
_BLAMING: Final = frozenset({"person", "source", "organisation", "country", "place"})
_UNTOLD: Final = frozenset({"الا", "من"})
_CONVICTING: Final = frozenset({"ادان", "دان"})
_BEGINS: Final = frozenset(
    [
        "نحن",
        "انا",
        "هناك",
        "لقد",
        "ليس",
        "لسنا",
        "لدينا",
        "لن",
        "لم",
        "لا",
        "يجب",
        "كنا",
        "سوف",
        "علينا",
        "اذا",
    ]
)
"""Words that begin what is said where no mark does: قال المدير نحن باقون."""
_POINTING: Final = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_NEAR_QUOTE: Final = 6  # words from a speaker to the few quoted words that are said
_CLOSING: Final = frozenset({"قال", "اضاف", "اوضح", "تابع"})
_ALSO: Final = frozenset({"ايضا", "كذلك"})
_TEXT: Final = 14  # words from جاء في البيان to what it says
_TALK: Final = 7  # words from the verb to بالقول


class OtherForms(Attribution):
    """Finds in one reading the statements of uncommon forms."""

    def limit(self, i: int) -> int:
        """Return where the search for a content ends: the sentence, or past the colon that ends it."""
        end = self.reading.sentence(i)[1]
        return end + 1 if end in self.links.colons else end

    def _told_so(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that closes what was said: …، كما أفادت الوكالة; …، يقول فلان."""
        begin, end = self.reading.sentence(i)
        as_told = self.words[i - 1] == "كما" and self.gaps[i - 1] == " "
        comma = i - 2 if as_told else i - 1
        if self.words[max(i - 2, 0) : i] == ["علي", "ما"]:
            as_told, comma = True, i - 3  # على ما أعلن مصدر
        if (
            form.prefix
            or comma + 1 - begin < _CLAUSE
            or self.spoken(i)
            or not (as_told or "،" in self.gaps[comma])
        ):
            return None
        if not as_told and form.verb.lemma not in _CLOSING:
            return None
        end -= not self.words[end - 1]
        speaker = self.speakers.after(i, end, form)
        if speaker is None or speaker.kind not in _SPEAKING | {"document"} or speaker.first > i + 2:
            return None
        if speaker.last in self.links.opening:
            return None  # رداً على سؤال، قال الوزير "سنرى"
        closed = speaker.last >= end - 1 or self.gaps[speaker.last - 1].strip() != ""
        after = self.reading.flags(speaker.last)
        if not closed and "according" not in after and not self.speakers.adjunct(speaker.last):
            return None
        return Event(i, begin, "account", -1, speaker)

    def _bare(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of قال that no mark joins to what is said: وقال فلان نحن باقون، وقال "سنرى"."""
        begin, end = self.reading.sentence(i)
        if self.words[i - 1] in _AS_SAID or (i > begin and not form.prefix and self.spoken(i)):
            return None
        end -= not self.words[end - 1]
        quote = next((k for k in range(i + 1, end) if k in self.links.opening), -1)
        clause = (k for k in range(i + 2, end) if self.words[k] in _BEGINS)
        limit = quote if quote >= 0 else next(clause, end)
        speaker = self.speakers.after(i, limit, form) if i + 1 < limit else None
        if speaker is None and (quote == i + 1 or form.prefix or i == begin):
            speaker, content = self.implicit(i, form), i + 1
            if speaker is None:
                return None
        elif speaker is not None and form.prefix and self.words[i + 1].endswith("نا"):
            speaker, content = self.carried(i, form), i + 1  # وقال رصدنا وصول كذا
        elif speaker is None or not self._says(speaker) or speaker.first > i + 4:
            return None
        else:
            content = max(speaker.last, i + 1)
            if content < limit < end and "،" in self.gaps[limit - 1]:
                content = limit  # وقالت فلانة، طبيبة الأسرة، إذا كان
                return Event(i, content, "that", -1, self.resolved(speaker))
        if quote >= 0 and quote <= content + _NEAR_QUOTE:
            first, last = self.reading.quote_words[self.links.opening[quote]]
            named = "named" in self.reading.flags(quote - 1)
            named = named or (last - first < 2 and quote > max(content, i + 2))
            return None if named else Event(i, quote, "quote", self.links.opening[quote], speaker)
        if end - content < _CLAUSE or speaker.first < 0 or not self._clause_at(content):
            return None
        return Event(i, content, "that", -1, self.resolved(speaker))

    def _says(self, speaker: Speaker) -> bool:
        """Tell whether a subject is of those who speak, or a name nobody lists."""
        return speaker.kind in _SPEAKING or (speaker.kind == "other" and speaker.feminine is None)

    def _judged(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of اعتبر فلان القرار خطأ، واعتبرت ذلك "تحدياً": two objects follow, no link."""
        if self.words[i].lstrip("وف")[:1] in {"ي", "ت"}:
            return None  # يُعتبر فلان أحد أبرز كذا
        if i + 1 in self.links.opening and not form.taken and not form.prefix:
            return None  # إن ما حدث اعتُبر «صفعة»
        end = self.reading.sentence(i)[1]
        if i + 1 < end and self.words[i + 1] in _POINTING:
            speaker, content = self.implicit(i, form), i + 1
        else:
            found = self.speakers.after(i, end, form) if i + 1 < end else None
            unnamed = found is NOBODY or found is None or i + 1 in self.links.opening
            if form.taken and form.prefix and unnamed:
                return self._judging(i, i + 1, end, self.implicit(i, form))  # واعتبرتها قوة احتلال
            if found is None or found.kind not in _SPEAKING or found.first > i + 2:
                return self._judging(i, i + 1, end, self._judge_before(i, form))
            speaker = self.speakers.trimmed(self.speakers.before_object(found))
            content = speaker.last
            for k in range(speaker.first + 1, speaker.last):
                if speaker.entity_id is None and self.words[k].endswith("ا"):
                    speaker, content = speaker._replace(last=k), k  # اعتبرها مراقبون | رضوخاً
                    break
            if self.words[content : content + 1] and self.words[content] in _BEING_ONE:
                return None  # لطالما اعتُبر فلان من كذا
        return self._judging(i, content, end, speaker)

    def _judge_before(self, i: int, form: VerbForm) -> Speaker | None:
        """Return the subject right before اعتبر at word `i`, whose two objects follow: الإدارة اعتبرت القرار باطلاً."""
        if form.prefix or self.gaps[i - 1] != " " or not self.words[i + 1].startswith("ال"):
            return None
        fronted = self.speakers.before(i, form)
        said = fronted is not None and fronted.kind in _SPEAKING and fronted.last == i
        return fronted if said else None

    def _judging(self, i: int, content: int, end: int, speaker: Speaker | None) -> Event | None:
        """Return the event of a judgement on what precedes its content, if someone passes it."""
        quote = self.links.opening.get(content, -1)
        short = end - content < _CLAUSE and self.links.quoted_words(content) < 2
        if speaker is None or short or self.gaps[content - 1].strip(' "«“”'):
            return None
        return Event(i, content, "noun", quote, self.resolved(speaker))

    def about(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of أدان الوزير الهجوم، رحبت فرنسا بالقرار: what it is about follows the subject."""
        inside = (
            not form.prefix
            and self.gaps[i - 1] == " "
            and "opener" not in self.reading.flags(i - 1)
            and not self._yet_he(i, before)
        )
        if before in RELATIVE or before in _UNTOLD or (inside and self.spoken(i)):
            return None
        if i in self.speakers.at:
            return None
        beside = self.reading.cues.get(i - 1)
        if self.words[i].endswith("ون") or (beside is not None and beside.verb is not None):
            return None  # اتصالات تدين وتستنكر
        end = self.reading.sentence(i)[1]
        by = "ب" in form.verb.prepositions
        at = self.links.by_noun(i, end) if by else end
        if at is None:
            return None
        if self.words[i + 1 : i + 2] in (
            ["فيه"],
            ["فيها"],
        ):  # أصدرت النقابة بياناً استنكرت فيه القرار
            issuer = self.speakers.issuer(i) or self.speakers.subject(i)
            return self._blaming(i, at if by else i + 2, end, form, issuer)
        found = self.speakers.after(i, at, form) if i + 1 < at else None
        if found is None or found.kind not in _BLAMING or not self._leads(i + 1, found):
            named = not by and not form.prefix and self.words[i + 1].startswith("ال")
            if inside and (at == i + 1 if by else not named):
                fronted = self._was(i, form, before) or self.speakers.before(i, form)
                if fronted is not None and fronted.kind in _BLAMING:
                    # لكن إيران نددت بالعقوبات، يذكر أن الوزير استنكر استخدام كذا
                    return self._blaming(i, i + 1, end, form, fronted)
            going_on = (form.prefix or not inside) and not named
            if not going_on or (by and at != i + 1) or i + 1 >= end:
                return None
            return self._blaming(i, i + 1, end, form, self.implicit(i, form))  # ورحب بالقرار
        speaker = self.speakers.trimmed(self.speakers.before_object(found))
        return self._blaming(i, at if by else speaker.last, end, form, speaker)

    def _leads(self, k: int, found: Speaker) -> bool:
        """Tell whether a subject begins at word `k`: a name, or a title before one, but no deed of someone's."""
        titles = {"role", "rank", "honour", "source", "institution", "count", "leading", "feminine"}
        return found.first == k or not titles.isdisjoint(self.reading.flags(k))

    def _blaming(
        self, i: int, content: int, end: int, form: VerbForm, speaker: Speaker | None
    ) -> Event | None:
        """Return the event of a verb of praise or blame, none where a court convicts or nothing follows."""
        while content < end - 1 and "leading" in self.reading.flags(content):
            content += 1  # وانتقد الوزير كذلك | القرار
        if speaker is None or speaker.first < 0 or content >= end or content > i + _TEXT:
            return None
        word, head = self.words[content], self.words[speaker.first]
        if not word:
            return None
        convicts = form.verb.lemma in _CONVICTING and (
            "محكم" in head or "قضا" in head or "محلف" in head or word[:1] == "ب"
        )
        if convicts or (form.verb.lemma == "ثمن" and speaker.kind not in {"person", "source"}):
            return None
        quote = self.links.opening.get(content, -1)
        return Event(i, content, "about", quote, self.resolved(speaker))

    def _clause_at(self, k: int) -> bool:
        """Tell whether a clause may begin at word `k`: no comma with an apposition, no relative."""
        if self.gaps[k - 1].strip():
            return False
        return not {"relative", "according", "role", "rank"} & self.reading.flags(k).keys()

    def _appeal(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of ناشد فلان العالم التدخل: whom it addresses follows the subject."""
        end = self.reading.sentence(i)[1]
        speaker = self.speakers.after(i, end, form)
        content = speaker.last if speaker is not None else i + 2
        if speaker is NOBODY and form.prefix and self.noun(i + 1):
            content, speaker = i + 1, self.implicit(i, form)  # ونفى خوض سباق
        speaker = speaker or self.implicit(i, form)
        if speaker is None or speaker.kind not in _SPEAKING or content + 1 >= end:
            return None
        adjunct = self.speakers.adjunct(content) or self.gaps[content - 1].strip()
        return None if adjunct else Event(i, content, "noun", -1, self.resolved(speaker))

    def _within(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of وجاء في البيان أن: the text speaks, for whoever issued it."""
        at = i + 2 if self.words[i + 1] in _ALSO else i + 1
        if self.words[at : at + 1] in (["فيه"], ["فيها"]):
            return self._therein(i, form)
        if form.feminine or before in {"كما", "حسب"} or self.spoken(i):
            return None
        if self.words[at : at + 1] != ["في"] or not self._is_text(at + 1):
            return None
        link = self.links.find(i, form.verb, limit=min(self.limit(i), i + _TEXT))
        if link is None or link.at <= at + 1:
            return None
        end = self.speakers.bare_end(at + 1, link.at)
        speaker = Speaker(at + 1, end, 0, None, "document", False)
        return Event(i, link.content, link.kind, link.quote, self.resolved(speaker))

    def _is_text(self, k: int) -> bool:
        """Tell whether word `k` names a text, with or without the article: البيان، الخطاب."""
        bare = lexicon().words.get(self.words[k].removeprefix("ال"))
        kinds = {*self.reading.flags(k), *(bare.flags if bare is not None else ())}
        return not kinds.isdisjoint({"document", "venue"})

    def _therein(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of بيان للحزب جاء فيه أن."""
        text = self.speakers.text_before(i)
        link = self.links.find(i, form.verb, limit=min(self.limit(i), i + _TEXT))
        if text is None or link is None:
            return None
        return Event(i, link.content, link.kind, link.quote, self.resolved(text))

    def _phrase(self, i: int, flags: dict[str, str]) -> Event | None:
        """Return the event of بالقول إن or of the passive يُقال إن."""
        if "by-saying" not in flags and "passive" not in flags:
            return None
        verb = BYSAYING if "by-saying" in flags else _PASSIVE
        link = self.links.find(i, verb, limit=min(self.limit(i), i + 6))
        if link is None and verb is BYSAYING and self.links.quoted_words(i + 1) > 1:
            link = Link(i + 1, i + 1, "quote", self.links.opening[i + 1])  # بالقول "عاش العراق"
        if link is None:
            return None
        if verb is _PASSIVE:
            return Event(i, link.content, link.kind, link.quote, None)
        form = VerbForm(verb, "و", True, False)
        begin = self.reading.sentence(i)[0]
        people = [m for m in self.speakers.mentions(max(begin, i - 8), i) if m.kind == "person"]
        adverb = self.words[i - 1].endswith("ا") and "،" in self.gaps[i - 2]  # …، مكتفياً بالقول
        speaker = self.speakers.subject(i) if adverb else None
        if speaker is None:
            speaker = self.speakers.of(people[-1]) if people else self._ending(begin, i, form)
        verb_at = begin if self._talk(begin, i) else self._said_by(begin, i)
        return Event(verb_at, link.content, link.kind, link.quote, speaker)

    def _ending(self, begin: int, i: int, form: VerbForm) -> Speaker | None:
        """Return the subject of the verb that بالقول makes one of saying: واكتفت مصادر الوزارة بالقول."""
        if i - begin <= _TALK and {"source", "institution"} & self.reading.flags(begin + 1).keys():
            found = self.speakers.after(begin, i, form)
            if found is not None and found.kind in _SPEAKING:
                return found
        return self.implicit(i, form)

    def _said_by(self, begin: int, i: int) -> int:
        """Return the verb of saying that بالقول at word `i` completes (وختم فلان بالقول), else that word."""
        last = self.turns[-1].event.content if self.turns else -1
        for k in range(i - 1, max(begin, last + 1, i - _TALK) - 1, -1):
            cue = self.reading.cues.get(k)
            if cue is None or cue.verb is None or cue.names:
                continue
            if self.words[k] not in PREPOSITIONS or not self.preposition(k, cue.verb):
                return k if cue.verb.verb.object == "no" else i
        return i

    def _talk(self, begin: int, i: int) -> bool:
        """Tell whether the sentence is وأنهى فلان حديثه بالقول: its first word is the verb."""
        return i - begin <= _TALK and any("talk" in self.reading.flags(k) for k in range(begin, i))

    def _afterwards(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of a verb that follows its quotation: «…»، قال فلان."""
        before = i - 2 if i > 2 and self.words[i - 2] in _WITH_THIS else i  # بهذه الكلمات علق
        if form.prefix or not i or not set(self.gaps[before - 1]) & set('"”“»،,'):
            return None
        for k, (first, last) in enumerate(self.reading.quote_words):
            if last == before and last - first >= FULL_QUOTE:
                end = self.reading.sentence(i)[1]
                speaker = self.speakers.after(i, end, form)
                if (
                    speaker is None
                    or speaker is NOBODY
                    or any(t.event.quote == k for t in self.turns)
                ):
                    return None
                return Event(i, first, "quote", k, speaker)
        return None
