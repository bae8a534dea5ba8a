"""The source a phrase names: بحسب المتحدث باسم الوزارة، وفقاً لما جاء في بيان الجيش، نقلاً عن رويترز."""

from __future__ import annotations

from typing import Final

from rasid.findings.forms import THAT
from rasid.findings.lexicon import ACCOUNTS, Verb, VerbForm, lexicon
from rasid.findings.reading import Reading
from rasid.findings.speech.links import OUTLETS
from rasid.findings.speech.speaker import NOBODY, Speaker
from rasid.findings.speech.speakers import SpeakerFinder

FORM: Final = VerbForm(Verb("بحسب", (), "no", animate=True), "", True, False)
_SPEAKING: Final = frozenset({"person", "organisation", "source", "document"})
_TITLES: Final = frozenset({"role", "rank", "institution", "document", "saying"})
"""Words between بحسب and the body that speaks; وفقاً لتوصيات المجلس names none."""
_OPENS: Final = frozenset(
    {"فان", "فانه", "فانها", "فقد", "قد", "فلا", "فلم", "لا", "لم", "تم", "يتم", "سيتم", "تمت"}
)
"""Words that begin what is said after وبحسب المصدر."""
FURTHER: Final = 9  # words of a source's apposition before the comma that ends it
_DANGLING: Final = frozenset({"في", "من", "علي", "الي", "عن", "و"})
CONJUNCTIONS: Final = frozenset({"حسبما", "بحسبما", "وفقما", "فقما"})
AS: Final = "حد"
_THEREBY: Final = frozenset({"به", "بها", "عنه", "عنها", "فيه", "فيها", "اليه", "عليه"})
_ISSUED: Final = frozenset({"صادره", "صادر", "الصادره", "الصادر"})
_NO_BODIES: Final = frozenset({"مصلحه", "لمصلحه", "حركه", "لحركه", "اداره", "لاداره"})
"""Names of bodies that are things before an adjective: وفق مصلحة مشتركة, but not وفق مصلحة الأرصاد."""
_LATEST: Final = frozenset({"اخر", "لاخر", "احدث", "لاحدث"})
"""Words before a text that is the last of its kind: وفقاً لأحدث بيان صادر عن الوزارة."""
_TELLING: Final = frozenset({"افاد", "ابلغ", "اخبر", "اعلم"})
"""Verbs whose object is whom someone told."""
_NAME: Final = 3  # words of a name before a title
_STUDIES: Final = frozenset({"دراسه", "استطلاع", "بحث", "مسح", "احصاييه", "تحليل"})
"""Texts that are the source themselves, whoever printed them."""
_CAME: Final = frozenset({"جاء", "ورد"})
_QUOTING: Final = frozenset({"نقل", "نقلت", "نقله", "نقلته", "نقلها", "نقلتها"})
_TEXTS: Final = frozenset({"document", "saying", "venue"})
REPORTED: Final = frozenset({"ما", "لما"})


def source_before(reading: Reading, speakers: SpeakerFinder, i: int) -> Speaker | None:
    """Return the source named before word `i` in its sentence: حسبما أعلن فلان، مشيراً إلى."""
    begin, end = reading.sentence(i)
    for k, _ in reversed(reading.asked[ACCOUNTS]):
        if begin <= k < i:
            return named_source(reading, speakers, k, end)
    return None


def named_source(reading: Reading, speakers: SpeakerFinder, i: int, end: int) -> Speaker | None:
    """Return the source after بحسب, a noun of saying between them allowed."""
    if reading.words[i] == AS:
        return None
    at = _teller(reading, i, end) or _past_saying(reading, i, end)
    if at == i and at + 2 < end and reading.words[at + 1] == "ل":
        at += 1  # وفقاً لـ "رويترز"
    issuer = _issued_by(reading, at, end)
    if issuer > at:
        found = _named_source(reading, speakers, i, issuer, end)
        if found is not None:
            return found
    return _named_source(reading, speakers, i, at, end)


def _named_source(
    reading: Reading, speakers: SpeakerFinder, i: int, at: int, end: int
) -> Speaker | None:
    """Return the source that begins after word `at`, for بحسب at word `i`."""
    if at + 1 >= end:
        return None
    limit = max(after_comma(reading, at + 2, end), at + 2)
    limit = next((k for k in range(at + 2, limit) if reading.words[k] in THAT), limit)
    if reading.words[at].rstrip("ت") in _TELLING:  # حسبما أفاد مصدر أمني | وكالة كذا
        outlets = OUTLETS | {"رويترز"}
        limit = next((k for k in range(at + 3, limit) if reading.words[k] in outlets), limit)
    if limit == len(reading.words) and not reading.words[limit - 1]:
        limit -= 1
    word, source = reading.words[at + 1], "source" in reading.flags(at + 1)
    if source and word.startswith("ل"):
        last = min(limit, at + 5)
        while last > at + 2 and reading.words[last - 1] in _DANGLING:
            last -= 1
        return Speaker(at + 1, last, 2 if word.startswith("لل") else 1, None, "source", None)
    titles = _flags(reading, at + 1)
    if "thing" in titles and at == i:
        return None  # وفقاً لقانون كذا
    if word in _NO_BODIES and speakers.words[at + 2] in speakers.indefinite:
        return None  # وفق مصلحة مشتركة
    near = at > i or not _TITLES.isdisjoint(titles)
    unlisted = _unlisted(reading, speakers, at + 1, limit, alone=at == i)
    if unlisted is not None:
        return unlisted
    named = _named_first(reading, speakers, at, limit, near=near, source=source)
    if named is not None:
        return None if named is NOBODY else named
    if "document" in titles and word.startswith("ل"):  # وفقاً لبيان الجيش، وفقاً للبيان
        skip = 2 if word.startswith("لل") else 1
        whose = (k for k in range(at + 2, limit) if "relative" in reading.flags(k))
        last = min(limit, at + 5, next(whose, limit))  # للبيان | الذي نشرته منصات
        return Speaker(at + 1, last, skip, None, "document", None)
    if "institution" in titles and word.startswith("ل") and word[2:3] != "":
        last = min(speakers.bare_end(at + 1, limit), at + 6)  # وفقاً لمختبر كذا
        skip = 2 if word.startswith("لل") else 1
        return Speaker(at + 1, last, skip, None, "organisation", None)
    return _state(reading, speakers, at, limit) or _unnamed(speakers, at, limit)


def _named_first(
    reading: Reading, speakers: SpeakerFinder, at: int, limit: int, *, near: bool, source: bool
) -> Speaker | None:
    """Return whom the first name after word `at` stands for, NOBODY where it only says what something is of."""
    for mention in speakers.mentions(at + 1, limit)[:1]:
        if any("relative" in reading.flags(k) for k in range(at + 1, mention.first)):
            break  # حسب المقابلة التي أجراها فلان
        if mention.first > at + 1 and "ل" in mention.prefix:
            text = reading.words[at + 1].removeprefix("ل")
            issued = "document" in _flags(reading, at + 1) and mention.first == at + 2
            if issued and text not in _STUDIES and mention.kind == "organisation":
                return speakers.of(mention)  # بحسب تقرير | لرويترز
            break  # حسبما قال موقع كذا التابع | لتنظيم كذا
        if mention.kind == "organisation" and not (near or source or mention.first == at + 1):
            return NOBODY
        if mention.kind == "person" or (mention.kind == "organisation" and not source):
            bearer = speakers.at.get(mention.last)
            if mention.first > at + 1 and bearer is not None and bearer.kind == "person":
                return speakers.of(bearer)  # بحسب مدير المرصد السوري | فلان
            return speakers.of(mention)
    return None


def _issued_by(reading: Reading, at: int, end: int) -> int:
    """Return the word before who issued the text after word `at`: بحسب منشور وزعته | الوزارة; `at` when none is."""
    told = _TEXTS & _flags(reading, min(at + 1, end - 1)) or "saying" in reading.flags(at)
    told = told and reading.words[min(at + 1, end - 1)].removeprefix("ل") not in _STUDIES
    for k in range(at + 1, min(at + 5, end - 1)) if told else ():
        if reading.words[k].endswith(("ه", "ها")) and "relative" in reading.flags(k):
            return k
        if reading.words[k] in _ISSUED and reading.words[k + 1] == "عن":
            return k + 1  # بحسب بيان صادر عن | الوزارة
    return at


def _state(reading: Reading, speakers: SpeakerFinder, at: int, limit: int) -> Speaker | None:
    """Return the country after word `at` that is the whole source: وبحسب واشنطن، فإن."""
    state = speakers.at.get(at + 1)
    if state is None or state.kind not in {"country", "place"}:
        return None
    closed = state.last >= limit or reading.gaps[state.last - 1].strip() != ""
    return speakers.of(state) if closed or reading.words[state.last] in _OPENS else None


def _unnamed(speakers: SpeakerFinder, at: int, limit: int) -> Speaker | None:
    """Return the body, text or unknown name after word `at`: بحسب ويكيليكس."""
    state = speakers.at.get(at + 1)
    if state is not None and state.kind in {"country", "place"}:
        return None
    speaker = speakers.after(at, limit, FORM)
    if speaker is None or speaker is NOBODY:
        return None
    named = speaker.kind == "other" and speaker.feminine is None
    if not (named or speaker.kind in _SPEAKING):
        return None
    word = speakers.words[at + 1]
    whose = word.startswith("ل") and word.endswith(("ه", "ها", "هم")) and speaker.first == at + 1
    return speaker._replace(skip=1) if whose and not speaker.skip else speaker  # وفقاً لخطيبته


def _unlisted(
    reading: Reading, speakers: SpeakerFinder, first: int, limit: int, *, alone: bool
) -> Speaker | None:
    """Return the name at word `first` that begins like one and ends before its title: فلان الفلاني | مراسل كذا."""
    cue = reading.cues.get(first)
    given = cue is not None and cue.given is not None and not (cue.given[1] or cue.title)
    if first in speakers.at or not (given or speakers.unheard(first)):
        return None
    if alone:  # وبحسب فلان، فإن
        closed = limit <= first + 1 or "،" in reading.gaps[first]
        return Speaker(first, first + 1, 0, None, "person", None) if closed and given else None
    for k in range(first + 2, min(limit, first + _NAME) + 1):
        if {"role", "source", "rank"} & reading.flags(k).keys():
            return Speaker(first, k, 0, None, "person", None)
    return None


def _flags(reading: Reading, k: int) -> frozenset[str]:
    """Return what kinds of word `k` is, without the ل before it: لبيان."""
    word = reading.words[k]
    bare = "ال" + word[2:] if word.startswith("لل") else word[1:]
    cue = lexicon().words.get(bare) if word.startswith("ل") else None
    return frozenset([*reading.flags(k), *(cue.flags if cue is not None else ())])


def _teller(reading: Reading, i: int, end: int) -> int:
    """Return the word before the source that an outlet quotes: حسبما نقلت الوكالة عن | مصدر; 0 when it quotes none."""
    if not any(w in _QUOTING for w in reading.words[i + 1 : i + 3]):
        return 0
    for k in range(i + 3, min(end - 1, i + FURTHER)):
        if reading.words[k] == "عن":
            return k
    return 0


def _past_saying(reading: Reading, i: int, end: int) -> int:
    """Return the last word before the source: نقلاً عن، حسبما أعلن، بحسب ما أعلنته، وفق تصريحات."""
    at = i
    if at + 1 < end and reading.words[at + 1] == "عن":
        at += 1
    if reading.words[i].lstrip("و") in CONJUNCTIONS:
        at += 1
    if at + 2 < end and reading.words[at + 1] in REPORTED:
        at += 2
        while at + 2 < end and (
            reading.words[at + 1] in _THEREBY or "leading" in reading.flags(at + 1)
        ):
            at += 1  # وفقاً لما صرح به، أمس، الوزير
        if reading.words[at] in _CAME and reading.words[at + 1] == "في":
            at += 1  # بحسب ما جاء في البلاغ
    if at + 2 < end and reading.words[at + 1] in _LATEST:
        at += not {"document", "saying"}.isdisjoint(reading.flags(at + 2))
    while at + 1 < end and "saying" in reading.flags(at + 1):
        at += 1
    if (
        at > i
        and at + 3 < end
        and reading.words[at + 1] in _ISSUED
        and reading.words[at + 2] == "عن"
    ):
        at += 2  # وفقاً لبيانات صادرة عن الوزارة
    return at


def after_comma(reading: Reading, first: int, end: int) -> int:
    """Return where the source's noun phrase is over: after a comma, at فإن, فقد, or at `end`."""
    for i in range(first, end):
        if "،" in reading.gaps[i - 1] or "," in reading.gaps[i - 1] or reading.words[i] in _OPENS:
            return i
    return end
