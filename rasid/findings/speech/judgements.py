"""Verbs that judge or appeal without أن: أدان الوزير الهجوم، حمّله المسؤولية، ناشد فلان العالم التدخل."""

from __future__ import annotations

from typing import Final

from rasid.findings.lexicon import VerbForm
from rasid.findings.people.words import is_common
from rasid.findings.speech.attribution import BEGINNING
from rasid.findings.speech.considering import APPOSED, CLAUSE, SPEAKING, TEXT_REACH, Considering
from rasid.findings.speech.phrases import UNDER
from rasid.findings.speech.relatives import RELATIVE
from rasid.findings.speech.spans import Event
from rasid.findings.speech.speaker import NOBODY, Speaker

_BLAMING: Final = frozenset({"person", "source", "organisation", "country", "place", "document"})
_FIRMLY: Final = frozenset({"بشده", "بقوه"})
_STRONGLY: Final = "باشد"
_UNTOLD: Final = frozenset({"الا", "من"})
_HIS_HIGHNESS: Final = frozenset({"صاحب", "صاحبه"})
_WHILE: Final = frozenset({"وقت", "الوقت", "حين"})
"""Words before a verb whose فيه is of the time: في وقت أدانت فيه دمشق الهجوم."""
_CONVICTING: Final = frozenset({"ادان", "دان"})
_CHARGING: Final = "حمل"
_RESPONSIBILITY: Final = ("مسووليه", "مسووليت", "مسيوليه")
_TITLED: Final = 12  # words that a name with its titles and what stands aside may be longer
_CHARGED: Final = 12  # words from حمّل to المسؤولية
_ASIDE: Final = frozenset({"في", "خلال", "عبر", "لدي", "من", "علي", "عقب", "بعد", "قبل"})
"""Prepositions after a subject of which a comma may close the phrase: المقاومة في المحافظة، |."""


class Judgements(Considering):
    """Finds in one reading the statements of verbs of judgement."""

    def past_aside(self, k: int, end: int) -> int:
        """Return the word after what stands aside at word `k`: (52 عاماً) |، في محافظة كذا، |، بمكة المكرمة |."""
        if "(" in self.gaps[k - 1]:
            closed = (j + 1 for j in range(k, min(end, k + APPOSED)) if ")" in self.gaps[j])
            k = next(closed, k)
        mention = self.speakers.at.get(k)
        if mention is not None and mention.kind == "place" and mention.prefix == "ب":
            k = mention.last
        elif k < end and not self.gaps[k - 1].strip() and self._stands_aside(k):
            commas = (j + 1 for j in range(k, min(end, k + APPOSED)) if "،" in self.gaps[j])
            k = next(commas, k)
        if "،" in self.gaps[k - 1] and self.words[k][:1] == "و" and self.words[k][1:] in _ASIDE:
            commas = (j + 1 for j in range(k, min(end, k + TEXT_REACH)) if "،" in self.gaps[j])
            k = next(commas, k)  # انتقد فلان في مقابلة، وقبل ساعات من لقائه، | "التطرف"
        joined = self.speakers.at.get(k)
        if joined is not None and joined.prefix == "و" and not self.gaps[k - 1].strip():
            k = joined.last  # أدانت دمشق وموسكو | العقوبات
        while k < end - 1 and self._adverb_at(k):
            k += 1
        return k

    def _adverb_at(self, k: int) -> bool:
        """Tell whether an adverb stands at word `k` between who judges and what he judges: أمس، وبشدة."""
        return "leading" in self.reading.flags(k) or self.words[k].removeprefix("و") in _FIRMLY

    def _stands_aside(self, k: int) -> bool:
        """Tell whether a phrase that a comma closes may begin at word `k`: في محافظة كذا، |; وزير النقل، |."""
        if self.words[k] in _ASIDE:
            return True
        named = any(m.last == k and m.kind == "person" for m in self.speakers.mentions(k - 5, k))
        if not named or "role" not in self.reading.flags(k):
            return False
        last = min(k + APPOSED, len(self.words) - 1)
        commas = (j + 1 for j in range(k, last) if "،" in self.gaps[j])
        after = begin = next(commas, 0)  # but انتقد فلان رئيس الحكومة، قائلاً
        while after and after < last + CLAUSE and self._adverb_at(after):
            after += 1  # أدان فلان وزير كذا، أمس، الهجوم
        cue = self.reading.cues.get(after)
        told = cue is not None and (cue.verb or cue.participle)
        if begin < after:
            return not (told or self.speakers.adjunct(after))
        return bool(after) and self.words[after].startswith("ال") and after not in self.speakers.at

    def about(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of أدان الوزير الهجوم، رحبت فرنسا بالقرار: what it is about follows the subject."""
        if form.verb.lemma == _CHARGING:
            return self._charging(i, form, before)
        inside = (
            not form.prefix
            and self.gaps[i - 1] == " "
            and "opener" not in self.reading.flags(i - 1)
            and not (before in BEGINNING and before.endswith(("ه", "ها", "هم")))
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
        therein = self.words[i + 1 : i + 2] in (["فيه"], ["فيها"])
        if therein and self.words[i - 1] not in _WHILE:  # أصدرت النقابة بياناً استنكرت فيه القرار
            issuer = self.speakers.issuer(i) or self.speakers.subject(i)
            return self._blaming(i, at if by else i + 2, end, form, issuer)
        was = self._was(i, form, before) if before == "قد" else None
        if was is not None and was.kind in _BLAMING:  # كان فلان قد انتقد مستشاره
            return self._blaming(i, at if by else i + 1, end, form, was)
        found = self._blamer(i, at, form) if i + 1 < at else None
        if found is None or found.kind not in _BLAMING or not self._leads(i + 1, found):
            named = not by and not form.prefix and self.words[i + 1].startswith("ال")
            if inside and (at == i + 1 if by else not named):
                fronted = self._was(i, form, before) or self.speakers.before(i, form)
                if fronted is not None and fronted.kind in _BLAMING:
                    # لكن إيران نددت بالعقوبات، يذكر أن الوزير استنكر استخدام كذا
                    return self._blaming(i, i + 1, end, form, fronted)
            going_on = (form.prefix or not inside) and not named
            if not going_on or i + 1 >= end or (by and at > i + 1 and not self._aside_up_to(i, at)):
                return None
            content = at if by else self.past_aside(i + 1, end)  # ورحب على الفور | بالقرار
            return self._blaming(i, content, end, form, self.implicit(i, form))
        return self._of_subject(i, at if by else -1, end, form, found)

    def _blamer(self, i: int, at: int, form: VerbForm) -> Speaker | None:
        """Return the subject after the verb at word `i`; a name nobody lists is a person: ورحبت لاغارد بالقرار."""
        found = self.speakers.after(i, at, form)
        if found is not None and self._convicted(i, form, found):
            return NOBODY
        if found is None or found.kind != "other" or not self.speakers.unheard(found.first):
            return found
        alone = self.words[found.first + 1].startswith("ال")  # واستنكرت البراهمي | القرار
        return found._replace(kind="person", last=found.first + 1 if alone else found.last)

    def _convicted(self, i: int, form: VerbForm, found: Speaker) -> bool:
        """Tell whether a man is whom things convict, not who blames: وثائق تدين الوزير."""
        he = found.feminine is False and found.first == i + 1 and found.kind in {"person", "source"}
        return he and form.feminine and form.verb.lemma in _CONVICTING and self.present(i, form)

    def _aside_up_to(self, i: int, at: int) -> bool:
        """Tell whether one adjunct alone stands between the verb at word `i` and word `at`: وأشاد على الفور بكذا."""
        dashed = self.gaps[i].strip() in {"ـ", "-", "–"}  # وأشاد - حفظه الله - بكذا
        return at <= i + 2 * CLAUSE if dashed else at <= i + CLAUSE and self.speakers.adjunct(i + 1)

    def _of_subject(
        self, i: int, at: int, end: int, form: VerbForm, found: Speaker
    ) -> Event | None:
        """Return the event of a verb of praise or blame whose subject follows it; `at` is what بـ joins, else -1."""
        if found.kind == "document" and found.first == i + 1 and at < 0 and self._printed(i, form):
            return self._blaming(i, i + 1, end, form, self.implicit(i, form))  # كما انتقد التقارير
        speaker = self.speakers.trimmed(self.speakers.before_object(found))
        if at < 0 and speaker.kind == "document":
            speaker = self._of_paper(speaker)
        if at < 0 and speaker.kind == "source":
            inner = range(speaker.first + 1, speaker.last)
            quoted = (k for k in inner if k in self.links.opening)
            speaker = speaker._replace(last=next(quoted, speaker.last))  # الناطق | "تردد" الحكومة
            speaker = self._between_commas(speaker, end)
        return self._blaming(i, at if at >= 0 else speaker.last, end, form, speaker)

    def _of_paper(self, speaker: Speaker) -> Speaker:
        """Return a paper up to its name that no dictionary knows: انتقدت صحيفة غارديان | خطة كذا."""
        for k in range(speaker.first + 2, speaker.last):
            named = "named" in self.reading.flags(k - 2) and self.speakers.unheard(k - 1)
            if named and is_common(self.reading.surface(k, k + 1), bare=True):
                return speaker._replace(last=k)
        return speaker

    def _between_commas(self, speaker: Speaker, end: int) -> Speaker:
        """Return the name between commas after a title, else the title: انتقدت الوزيرة، فلانة الفلانية، من كذا."""
        k = speaker.last
        if "،" not in self.gaps[k - 1] or self.speakers.adjunct(k):
            return speaker
        commas = (j + 1 for j in range(k, min(end, k + CLAUSE)) if self.gaps[j].strip() == "،")
        last = next(commas, k)
        plain = all(self.gaps[j] == " " for j in range(k, last - 1)) and last > k + 1
        aside = {"relative", "preposition", "adjunct"}
        plain = plain and not any(aside & self.reading.flags(j).keys() for j in range(k, last))
        plain = plain and not {"role", "source", "institution"} & self.reading.flags(k).keys()
        return Speaker(k, last, 0, None, "person", speaker.feminine) if plain else speaker

    def _printed(self, i: int, form: VerbForm) -> bool:
        """Tell whether texts after the verb at word `i` are what it is about: a plural of things takes a feminine."""
        return not form.feminine and "feminine" in self.reading.flags(i + 1)

    def charge(self, i: int, end: int) -> int:
        """Return the word المسؤولية that makes حمّل at word `i` one of blame, -1 when none does."""
        for k in range(i + 2, min(end, i + _CHARGED)):
            if self.words[k].removeprefix("ال").startswith(_RESPONSIBILITY):
                return k
        return -1

    def _charging(self, i: int, form: VerbForm, before: str) -> Event | None:
        """Return the event of حمّل النائب الحكومة مسؤولية كذا: whom it blames stands before المسؤولية."""
        end = self.reading.sentence(i)[1]
        at = self.charge(i, end)
        if at < 0 or before in RELATIVE or self.told(i):
            return None  # حمل العمال الأخشاب
        fronted = None
        if not form.prefix and self.gaps[i - 1] == " ":
            fronted = self._was(i, form, before) or self.speakers.before(i, form)
        if fronted is not None and fronted.kind in _BLAMING:
            return self._blaming(i, i + 1, end, form, fronted)
        found = self.speakers.after(i, at, form)
        if found is not None and found.first >= 0:
            found = self.speakers.trimmed(self.speakers.before_object(found))
        alone = found is not None and found.last == at and not self._laid_on(i, at, end)
        if found is None or found.kind not in _BLAMING | {"other"} or alone or found.last > at:
            return (
                self._blaming(i, i + 1, end, form, self.implicit(i, form)) if form.prefix else None
            )
        return self._blaming(i, found.last, end, form, found)

    def _laid_on(self, i: int, at: int, end: int) -> bool:
        """Tell whether whom the verb at word `i` blames stands behind المسؤولية at word `at`: حمّلت مسؤوليته لدمشق."""
        if self.words[i].endswith(("ون", "وا")):
            return False
        after = self.words[at + 1 : min(end, at + _CHARGED)]
        return not {"الي", "علي"}.isdisjoint(after) or any(w[:1] == "ل" for w in after)

    def _leads(self, k: int, found: Speaker) -> bool:
        """Tell whether a subject begins at word `k`: a name, or a title before one, but no deed of someone's."""
        titles = {"role", "rank", "honour", "source", "institution", "count", "leading", "feminine"}
        if self.words[k] in _HIS_HIGHNESS:
            return True  # أدان صاحب السمو الأمير فلان الهجوم
        return found.first == k or not titles.isdisjoint(self.reading.flags(k))

    def _blaming(
        self, i: int, content: int, end: int, form: VerbForm, speaker: Speaker | None
    ) -> Event | None:
        """Return the event of a verb of praise or blame, none where a court convicts or nothing follows."""
        if speaker is not None and speaker.last == content and not form.verb.prepositions:
            content = self.past_aside(content, end)
        while content < end - 1 and (
            "leading" in self.reading.flags(content) or self.words[content] in _FIRMLY
        ):
            content += 1  # وانتقد الوزير كذلك | القرار، دانت فلانة بشدة أمس | الهجوم
        if content < end - 2 and self.words[content] == _STRONGLY:
            content += 2  # أدان فلان بأشد العبارات | الهجوم
        far = TEXT_REACH + (_TITLED if speaker is not None and speaker.kind == "person" else 0)
        if speaker is None or speaker.first < 0 or content >= end or content > i + far:
            return None
        word, head = self.words[content], self.words[speaker.first]
        aside = not {"preposition", "by-adverb"}.isdisjoint(self.reading.flags(content))
        if not word or (aside and speaker.first < i and "ب" not in form.verb.prepositions):
            return None  # لكنه انتُقد بسبب إصلاحاته
        convicts = form.verb.lemma in _CONVICTING and (
            "محكم" in head or "قضا" in head or "محلف" in head or word[:1] == "ب"
        )
        if convicts or (form.verb.lemma == "ثمن" and not self._values(i, form, speaker)):
            return None
        quote = self.links.opening.get(content, -1)
        return Event(i, content, "about", quote, self.resolved(speaker))

    def _values(self, i: int, form: VerbForm, speaker: Speaker) -> bool:
        """Tell ثمّن, he valued, from the price: its form, its shadda or where it stands shows the verb."""
        if speaker.kind in {"person", "source"}:
            return True
        opens = bool(form.prefix) or i == self.reading.sentence(i)[0]
        return opens or form.feminine or "\u0651" in self.reading.surface(i, i + 1)

    def _appeal(self, i: int, form: VerbForm) -> Event | None:
        """Return the event of ناشد فلان العالم التدخل: whom it addresses follows the subject."""
        end = self.reading.sentence(i)[1]
        speaker = self.speakers.after(i, end, form)
        content = speaker.last if speaker is not None else i + 2
        if speaker is NOBODY and form.prefix and self.noun(i + 1):
            content, speaker = i + 1, self.implicit(i, form)  # ونفى خوض سباق
        speaker = speaker or self.implicit(i, form)
        if speaker is None or speaker.kind not in SPEAKING or content + 1 >= end:
            return None
        if self.words[content] in UNDER:  # ناشدت الحكومة برئاسة فلان، العقلاء التدخل
            commas = (k + 1 for k in range(content, end - 1) if "،" in self.gaps[k])
            content = next(commas, content)
            return Event(i, content, "noun", -1, self.resolved(speaker))
        adjunct = self.speakers.adjunct(content) or self.gaps[content - 1].strip()
        return None if adjunct else Event(i, content, "noun", -1, self.resolved(speaker))
