"""Whether a verb with its subject and its content is a statement at all."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT, THAT_PRONOUN
from rasid.findings.lexicon import VerbForm
from rasid.findings.people.words import is_common
from rasid.findings.reading import Reading
from rasid.findings.speech.kinds import CALLS
from rasid.findings.speech.links import LinkFinder
from rasid.findings.speech.speaker import Speaker
from rasid.findings.speech.verbal_nouns import TOWARDS, Link

_BEGINNING: Final = frozenset({"لقد", "لكن", "لم", "لن", "لا", "لان", "لو", "ليس"})
_BEFORE_YEARS: Final = frozenset({"عام", "سنه", "العام", "في", "منذ", "يوم", "حتي"})
_GOVERNING: Final = frozenset({"علي", "الي", "عن", "في", "مع", "لدي"})
_TITLE: Final = 3  # words of a title before a name
_STATES: Final = frozenset({"country", "place", "base"})
_NEAR: Final = 2  # words between a country and the preposition of what it warns of
_ANNOUNCING: Final = frozenset({"person", "organisation", "source", "document"})
_DEED_REACH: Final = 28  # words from أعلن to the noun that is announced
_PERSONAL: Final = frozenset({"person", "source", "document"})
_DUAL: Final = 5  # letters of a definite word whose ون or ان may be a plural or dual
_FINDING: Final = frozenset({"اظهر", "توصل", "نشر", "بث", "علم", "تضمن", "وجد", "اكتشف", "اثبت"})
"""What texts, outlets and researchers do (أظهرت دراسة أن، علمت الصحيفة أن); of others يظهر أن is said by nobody."""
_RESEARCH: Final = frozenset({"وجد", "اكتشف", "اثبت"})
_DENYING: Final = frozenset({"نفي", "انكر"})
_UTTERED: Final = 4  # words that what someone publishes has more of than a title
_PUBLISHED: Final = 3  # words between an outlet and what it publishes
_DOUBTFUL: Final = frozenset(
    {"وعد", "كتب", "اعتقد", "راي", "عد", "ادعي", "ابرز", "عزا", "ارجع", "ابلغ", "نفي"}
)
"""Verbs some forms of which are other words."""
_ATTRIBUTED: Final = 16  # words from عزت to what something is attributed to
_OTHERWISE: Final = frozenset({"يرجع", "ترجع", "يبلغ", "تبلغ", "سيبلغ", "ستبلغ"})
"""Forms of أرجع and أبلغ that are those of رجع and بلغ."""
_TELLERS: Final = frozenset({"source", "role", "rank", "institution", "document"})
_PASSIVES: Final = frozenset(
    {"اعتقد", "توقع", "ذكر", "زعم", "وصف", "اتهم", "اعتبر", "نقل", "كتب", "قال"}
)
"""Verbs whose active present has no damma on its first letter."""
_ON_HIS_PART: Final = frozenset({"جانبه", "جانبها", "جهته", "جهتها", "ناحيته", "ناحيتها"})
DURING_IT: Final = frozenset({"خلاله", "خلالها", "خلالهما"})
_OF_ONESELF: Final = frozenset({"اعتقد", "ادعي"})
"""Verbs of which the first person, with أ, folds to the third: أعتقد، أدّعي."""
PRAYING: Final = frozenset({"دعا", "سال", "ناشد", "تمني"})
_OF_GOD: Final = frozenset(
    {"ايه", "نصر", "حزب", "عبد", "رزق", "فتح", "خير", "حمد", "جار", "سعد", "ضيف"}
)
"""Words that make names and titles with الله: آية الله، نصر الله."""
_OWN: Final = ("ها", "هم", "هما")
_ACCUSING: Final = frozenset(
    {"person", "organisation", "source", "document", "country", "place", "unknown"}
)


def accusative(reading: Reading, i: int) -> bool:
    """Tell whether word `i` is written as an accusative: رافضاً, which is neither verb nor subject."""
    if reading.words[i][-1:] != "ا":
        return False
    end = reading.span(i, i + 1)[1]
    return "\u064b" in reading.document.text[end - 2 : end + 1]


class Checks:
    """What the words of one reading say for or against a statement."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words, self.gaps = reading.words, reading.gaps
        self.links = LinkFinder(reading)

    def is_verb(self, i: int, form: VerbForm) -> bool:
        """Tell رأى from رأي and اعتقد from أعتقد (I think), which fold together."""
        word, lemma = self.words[i], form.verb.lemma
        to = lemma == "تابع" and self.words[i + 1][:1] == "ل"  # لن يكون تابعاً لحزب
        if word[-1:] == "ا" and (to or accusative(self.reading, i)):
            return False  # يقظةً وحذراً
        if word == "تابع" and self.words[i + 1] in DURING_IT:
            return False  # جولة تابع خلالها سير العمل
        if word == "تابع" and self.gaps[i - 1] == " " and self.words[i + 1][:1] == "ل":
            return self.words[i + 1] in _BEGINNING  # مسجد تابع لقوات كذا
        if form.taken and self.reading.surface(i, i + 1).endswith("ة"):
            return False  # طالبة، دعاة
        if i and self.words[i - 1] in _GOVERNING and self._governed(i):
            return False  # على قدر كبير من الوعي
        if lemma == "طالب" and word == "طالب" and self._counted(i):
            return False  # 8867 طالب عمل
        if lemma == "زاد" and self.words[i + 1 : i + 2] == ["من"]:
            return self.words[i + 2] in _ON_HIS_PART  # وزاد من المخاطر
        if lemma in _PASSIVES and word.lstrip("وف")[:1] in {"ي", "ت", "ا"} and self._passive(i):
            return False
        return lemma not in _DOUBTFUL or self._told_by(i, form)

    def _governed(self, i: int) -> bool:
        """Tell whether a preposition that no verb follows stands before word `i`, which is a noun then."""
        on = self.words[i - 1] != "علي" or self.reading.surface(i - 1, i).endswith("ى")
        return on and self.gaps[i - 1] == " "

    def _counted(self, i: int) -> bool:
        """Tell whether a number counts word `i`: no year, no day of a month stands before it."""
        number = i > 0 and self.words[i - 1].isdigit() and self.gaps[i - 1] in {" ", "\xa0"}
        return number and (i < 2 or self.words[i - 2] not in _BEFORE_YEARS)

    def _told_by(self, i: int, form: VerbForm) -> bool:
        """Tell verbs of saying from other words of their form: ترجع أصولهم إلى كذا، يبلغ عمره كذا، عزت إبراهيم."""
        word, lemma = self.words[i], form.verb.lemma
        if word.lstrip("وف") in _OTHERWISE:
            whither = lemma != "ارجع" or "الي" in self.words[i + 2 : i + _ATTRIBUTED]
            return whither and self._teller(i + 1)
        if word.lstrip("وف") == "نفي":  # رغم نفي فلان كذا
            written = self.reading.surface(i, i + 1).endswith("ي")
            return not (written and "ى" in self.reading.document.text)
        if word.lstrip("وف") == "عزت":
            named = any(m.first <= i < m.last for m in self.reading.found or ())
            return not named and "الي" in self.words[i + 2 : min(i + _ATTRIBUTED, len(self.words))]
        if word == "وعد" and not self._promised(i):
            return "ّ" in self.reading.surface(i, i + 1)  # وعدّ; a noun as often
        if lemma == "كتب" and self.words[i + 1 : i + 2] in (["عليها"], ["عليه"]):
            return False  # لافتة كُتب عليها
        if lemma == "ابرز" and word.lstrip("وف") == "ابرز":  # the most prominent, as often
            return any(m.first == i + 1 and m.kind == "person" for m in self.reading.found or ())
        if lemma == "ادعي" and self.reading.surface(i, i + 1).endswith("ى"):
            return not self.present(i, form)  # يُدعى
        if lemma in _OF_ONESELF:
            return not self.reading.surface(i, i + 1).lstrip("وف").startswith("أ")
        noun = lemma == "راي" and self.reading.surface(i, i + 1).endswith("ي")
        return not noun or word.lstrip("وف") != "راي"  # ويري خبراء, as some write

    def _passive(self, i: int) -> bool:
        """Tell whether a damma is written on the first letter of a simple verb in the present: يُعتقد."""
        raw = self.reading.surface(i, i + 1).lstrip("وفَ")
        return raw[:1] in {"ي", "ت", "ا"} and raw[1:2] == "\u064f"

    def _teller(self, k: int) -> bool:
        """Tell whether someone who speaks stands at word `k`."""
        if not _TELLERS.isdisjoint(self.reading.flags(k)):
            return True
        return any(m.first == k and m.kind in _ANNOUNCING for m in self.reading.found or ())

    def present(self, i: int, form: VerbForm) -> bool:
        """Tell whether the finite verb at word `i` is in the present: تتعهد, but not تعهدت."""
        word, lemma = self.words[i], form.verb.lemma
        if word[:1] != lemma[:1]:
            word = word.lstrip("وفس")
        past = lemma[:1] == "ت" and word.startswith(lemma[:3])
        return word[:1] in {"ي", "ت"} and not past

    def _promised(self, i: int) -> bool:
        """Tell the verb وعد from the noun: قد وعد، بعد أن وعد، وعد فلان."""
        if i and self.words[i - 1] in {"قد", "وقد", "ان"}:
            return True
        was = self.words[self.reading.sentence(i)[0]] in {"وكان", "كان"}  # وكان فلان وعد
        last = i + 1 + _TITLE * ("role" in self.reading.flags(i + 1))  # وعد الرئيس الأميركي فلان
        return any(
            m.kind == "person" and (i < m.first <= last or (was and m.last == i))
            for m in self.reading.found or ()
        )

    def opens_stating(self, i: int) -> bool:
        """Tell whether وبين at word `i` opens its sentence and أن follows a word after it: وبين الطراونة أن."""
        if self.words[i] != "وبين":
            return False
        told = "،" in self.gaps[i - 1] and not _TELLERS.isdisjoint(self.reading.flags(i + 1))
        opens = i == self.reading.sentence(i)[0] or told  # …، وبين المصدر أن
        joined = THAT | THAT_PRONOUN
        return opens and any(word in joined for word in self.words[i + 2 : i + 4])

    def between(self, i: int, speaker: Speaker) -> bool:
        """Tell whether بين is the preposition: a person or source must follow the verb."""
        if self.words[i].removeprefix("و") != "بين" or self.opens_stating(i):
            return False
        if self.words[i - 1] == "من" and self.gaps[i - 1] == " ":
            return True  # كان من بين الحضور فلان
        governed = speaker.kind not in {"person", "source"} or (
            self.words[speaker.first].endswith("ين") and speaker.kind == "source"
        )
        earlier = self.words[self.reading.sentence(i)[0] : i]
        governed = governed or any(word.startswith("بين") for word in earlier)  # بينها وبين فلان
        return governed and "ّ" not in self.reading.surface(i, i + 1)

    def states(self, i: int, link: Link, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether a noun as content is a statement of this speaker's.

        A country warns, demands and accuses; تؤكد بغداد استعدادها sums its position up, but أكدت بغداد رفضها was said.
        """
        if form.verb.lemma == "عبر" and not self._expressed(i, link, speaker):
            return False
        if form.verb.lemma in _FINDING:
            beside = "preposition" in self.reading.flags(speaker.last)  # في صفحتها على تويتر أن
            reach = _PUBLISHED * (4 if beside else 1)
            if form.verb.lemma == "نشر" and link.at > speaker.last + reach:
                return False  # نشرت الصحيفة تقريراً عن فتاة حلمت بأن
            leads = speaker.first == i + 1 or "role" in self.reading.flags(i + 1)
            personal = form.verb.lemma == "نشر" and speaker.kind == "person" and leads
            worded = (form.verb.lemma == "تضمن" or personal) and link.kind in {
                "quote",
                "colon",
            }  # تضمن البيان "…"، نشرت المتحدثة على حسابها "…"
            if personal and worded:
                return self.links.quoted_words(link.content) > _UTTERED
            return (worded or link.kind == "that") and self._found(i, link, form, speaker)
        if link.kind != "noun":
            return True
        if not self._tells_of(i, form, speaker):
            return False
        if form.verb.lemma == "وصف":
            return True
        if form.verb.object == "deed":
            return self._announces(i, link, form, speaker)
        if form.verb.object == "by":
            spoke = speaker.kind == "other" and speaker.last < i  # a name nobody lists
            return speaker.kind in _ACCUSING or spoke or not form.verb.animate
        reach = 6 * _NEAR if form.verb.lemma in CALLS else _NEAR
        aside = self.speakers_aside(speaker.last) and not self.present(i, form)
        near = form.verb.object == "prep" and (aside or link.at - speaker.last <= reach)
        stated = form.verb.object == "stance" and not self.present(i, form)  # أكدت بغداد رفضها
        return speaker.kind not in _STATES or near or stated

    def speakers_aside(self, k: int) -> bool:
        """Tell whether an adjunct or a comma stands after a speaker: شددت مصر | أمام المجلس، على كذا."""
        while (
            self.gaps[k - 1] == " " and self.words[k][:2] == "ال" and self.words[k].endswith("يه")
        ):
            k += 1  # دولة الإمارات | العربية
        parted = not {"،", ","}.isdisjoint(self.gaps[k - 1])
        joined = self.words[k][:1] == "و" and any(m.first == k for m in self.reading.found or ())
        return parted or joined or not {"adjunct", "preposition"}.isdisjoint(self.reading.flags(k))

    def _announces(self, i: int, link: Link, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether a speaker tells of what happened or is intended: أعلن الناطق انتهاء المهمة، نفى الأنباء."""
        if link.at - i > _DEED_REACH:
            return False
        own = self._its_own(link.content)
        if speaker.kind in _STATES:
            return form.verb.lemma in _DENYING or own or self.links.happening(link.content)
        if speaker.kind == "other":  # أعلن مرسيليا عن تعاقده
            spoke = speaker.feminine is None or speaker.last <= i
            if form.verb.lemma in _DENYING and spoke:
                return True  # ونفى روماريو الاتهامات
            definite = self.words[speaker.first].startswith("ال")
            strange = speaker.feminine is None  # أعلن وست هام يونايتد تعيين مدرب
            return own or ((definite or strange) and self.links.happening(link.content))
        here = bool(form.prefix) or speaker.first >= self.reading.sentence(i)[0]
        # أعلنت المفوضية عن موعد كذا, but not بعد أيام أُعلن عن كذا
        announced = form.verb.lemma == "اعلن" and link.at != link.content and here
        return speaker.kind in _ANNOUNCING and (announced or self._told_of(link, speaker))

    def _tells_of(self, i: int, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether the subject of the verb at word `i` states what follows it, not only bears on it."""
        inside = self.reading.sentence(i)[0] < speaker.first < i
        if speaker.kind == "document" and inside and self.present(i, form):
            return self.words[speaker.first].startswith("ال")  # لم يصدر بيان يوضح أسباب كذا
        person = form.verb.lemma in TOWARDS and speaker.kind == "person"
        return not person or self._points(i, speaker)

    def _found(self, i: int, link: Link, form: VerbForm, speaker: Speaker) -> bool:
        """Tell whether texts, outlets and researchers tell what they found: أظهرت دراسة أن، تضمن البيان أن."""
        if form.verb.lemma == "تضمن":  # guarantees, as often
            return speaker.kind == "document"
        if form.verb.lemma in _RESEARCH and speaker.kind not in {"document", "source"}:
            return False  # أثبت الفريق أنه الأفضل
        near = speaker.kind == "document" and link.at <= i + 2
        follows = speaker.first > i and speaker.kind in _ANNOUNCING
        return near or (follows and (form.verb.lemma != "نشر" or speaker.kind != "source"))

    def _points(self, i: int, speaker: Speaker) -> bool:
        """Tell whether a person, not something of his, points to what follows.

        No: تعيين ممثل فلان يشير إلى اتفاق، يشير اختيار فلان إلى اتجاه عام.
        """
        if speaker.first < i:
            return self.gaps[i - 1] != " " or self.words[i][:1] not in {"ي", "ت"}
        head = self.reading.cues.get(i + 1)
        return speaker.first == i + 1 or (head is not None and bool(head.title or head.flags))

    def prayer(self, i: int, end: int) -> bool:
        """Tell whether a verb of `PRAYING` at word `i` addresses God before word `end`: داعياً الله أن."""
        return any(
            "deity" in self.reading.flags(k) and self.words[k - 1] not in _OF_GOD
            for k in range(i + 1, end)
        )

    def _expressed(self, i: int, link: Link, speaker: Speaker) -> bool:
        """Tell عبّر from the preposition عبر: عن follows it, or the name of a person."""
        named = speaker.kind == "person" and speaker.first > i
        return named or "عن" in self.words[link.at - 1 : link.content]

    def _its_own(self, i: int) -> bool:
        """Tell whether the noun at word `i` is the speaker's: its intention, its contract (تعاقده, not صفقة)."""
        word = self.words[i]
        return word.endswith(_OWN) or (
            word.endswith("ه") and self.reading.surface(i, i + 1).endswith("ه")
        )

    def _told_of(self, link: Link, speaker: Speaker) -> bool:
        """Tell what was said from what was done: a body that reveals a product states nothing.

        People announce by speaking; for a body the noun must be of what happened, or be its own
        (أعلنت الوزارة عن نيتها).
        """
        if speaker.kind in _PERSONAL or link.at == link.content:
            return True
        papers = {max(speaker.first - 1, 0), speaker.first}  # صحيفة "كذا"
        if any("document" in self.reading.flags(k) for k in papers):
            return True  # كشفت صحيفة كذا عن دفع مبالغ
        return self._its_own(link.content) or self.links.happening(link.content)

    def accused(self, i: int, link: Link, form: VerbForm, named: Speaker) -> bool:
        """Tell whether the noun after اتهم is the accused: nobody else stands before what they did."""
        return (
            form.verb.lemma == "اتهم"
            and not form.taken
            and link.kind == "noun"
            and named.first == i + 1
            and named.last == link.at
            and (named.entity_id is not None or named.last - named.first == 1)
        )

    def noun(self, i: int) -> bool:
        """Tell whether word `i` is an ordinary noun without the article, of which nothing else is known."""
        word = self.words[i]
        if self.gaps[i - 1] != " " or word.startswith("ال") or self.reading.cues.get(i):
            return False
        return len(word) > 2 and is_common(self.reading.surface(i, i + 1), bare=True)

    def plural(self, i: int, form: VerbForm) -> bool:
        """Tell whether the verb is plural: its subject has been named, what follows it is no subject."""
        return self.words[i].endswith("وا") or (
            self.words[i].endswith("ون") and form.verb.lemma in CALLS
        )

    def addressed(self, i: int, form: VerbForm, named: Speaker) -> bool:
        """Tell whether the noun after دعا, طالب ... is whom it calls on, by case or gender."""
        if form.verb.lemma not in CALLS:
            return False
        between = self.reading.flags(i + 1) if named.first > i + 1 else {"leading": ""}
        if not {"leading", "adjunct"} & between.keys():
            return False  # دعا أيضاً مراراً الحكومة إلى
        word = self.words[named.first]
        accusative = named.kind in {"other", "source"} and word.endswith("ين")
        disagrees = named.feminine is not None and named.feminine is not form.feminine
        if word.startswith("ال") and word.endswith(("ان", "ون")) and len(word) > _DUAL:
            return False  # طالبت القائمتان: a nominative
        return accusative or (disagrees and not self.words[i].endswith("وا"))
