"""Whether the clause before a word speaks of what is to come; read from the forms of its words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rasid.language.analysis import analyse
from rasid.language.lexicon import lexicon
from rasid.language.numbers_scan import Words, folded_words

_REACH: Final = 12  # words looked back over, within the sentence
_CUES: Final = folded_words(
    "سوف المقرر المرتقب المتوقع يتوقع ويتوقع المنتظر ينتظر المزمع يعتزم تعتزم يفترض المفترض يراد يراد يجب ينبغي بحلول "
    "موعد موعدا غضون مهلة المهلة يمكن ستكون سيكون لن ولن يتعين يستعد تستعد يخطط تخطط يأمل تأمل خطة الخطة جدول "
    "المؤمل يؤمل يتطلع اعتبارا ابتداء يلزم تعهد تعهدت وعد وعدت مقرر مقررا مقررة المقررة المرتقبة المنتظرة "
    "المزمعة المخطط تعهده تعهدها التزامه التزامها"
)
# Names and nouns that could be read as سـ and a verb.
_NAMES: Final = folded_words(
    "سيرجي سيرغي سيرين ستالين سيفاري سيلفان سيلفا ستيلا سيجيف سيدني سندي ستان سيانو سيمون سيرون سيري سيول سيولة سنية "
    "سيريا سيستو سيرها سيره سيرهم سيتي ستيني سيلا سياديا سيناء سينا ستيف سنجار سيماء سيريانا سنيور سيتروين سيتروان"
)


@lru_cache(maxsize=20_000)
def is_future_word(word: str) -> bool:
    """Tell whether a folded word is a cue of the future: سيغادر، ستنتهي، المقرر، سوف …."""
    if word in _CUES:
        return True
    stem = word[1:] if word[:1] in ("و", "ف", "ل") and len(word) > 4 else word
    if stem in _CUES:
        return True
    if len(stem) < 4 or not stem.startswith(("سي", "ست", "سن")) or stem in _NAMES:
        return False
    reading = analyse(stem)
    if "س" in reading.proclitics:  # not ستيوارت، سياسة، سنوات
        return True
    return len(stem) > 5 and stem.startswith(("سيت", "ستت")) and reading.lemma == stem  # سيتقلص


def looks_ahead(w: Words, i: int, reach: int = _REACH) -> bool:
    """Tell whether one of the last `reach` words of the sentence before word `i` points to the future."""
    first = max(0, i - reach)
    if True not in map(is_future_word, w.words[first:i]):
        return False
    for k in range(i - 1, first - 1, -1):
        if w.gaps[k + 1] != " " and ends_sentence(w.gaps[k + 1]):
            return False
        if is_future_word(w.words[k]):
            return True
    return False


def goes_on_ahead(w: Words, i: int) -> bool:
    """Tell whether word `i` is a future verb or its negation: في غضون شهر، سينسحبون; بعد عام لن يبقى أحد."""
    word = w.words[i]
    if not word or ends_sentence(w.gaps[i]):
        return False
    return word in _TO_COME or (word.startswith(("سي", "ست", "سن")) and is_future_word(word))


_TO_COME: Final = frozenset(("سوف", "لن"))
_EVENTS: Final = folded_words(
    "كان سقط سقطت قتل جرح شن شنت أطلق اعتقل وصل غادر دخل انسحب عقد زار التقى انتهى انتهت تأسس تأسست تشكل تشكلت جرى "
    "جرت حدث وقع وقعت اندلع اندلعت استهدف نفذ سيطر احتل استعاد أبرم صوت أقر ولد توفي رحل تولى استقال انفجر هاجم "
    "قصف ضرب شهد شهدت اغتال افتتح استضاف فاز خسر هزم حرر أسفر تعرض انتخب عين شارك ظهر اختطف أسقط دمر فجر"
)
_PERSONS: Final = ("", "ت", "وا", "ا", "تا")
_DONE: Final = frozenset(("تم", "تمت"))  # alone it may tell of a plan: تم تأجيل الاجتماع إلى أيار
_EVENT_FORMS: Final = _DONE | frozenset(
    lead + word + person for word in _EVENTS for person in _PERSONS for lead in ("", "و", "ف")
)


def is_event_word(word: str) -> bool:
    """Tell whether a folded word is the perfect of a verb of events (سقطت، وقعت), not of saying or deciding."""
    return word in _EVENT_FORMS and word not in _DONE


# These are not arranged beforehand, so a day beside them is no day to come.
_UNFORESEEN: Final = frozenset(
    lead + word + person
    for word in folded_words(
        "سقط قتل جرح اندلع انفجر قصف ضرب هاجم اغتال اختطف استشهد أصيب غرق توفي"
    )
    for person in _PERSONS
    for lead in ("", "و", "ف")
)


def has_happened(w: Words, i: int) -> bool:
    """Tell whether the words just before word `i` tell what nobody arranges (سقطت المدينة في 14 نيسان)."""
    for k in range(i - 1, max(-1, i - 1 - _JUST_BEFORE), -1):
        if w.words[k] in _UNFORESEEN:
            return True
        if not w.near(k):
            return False
    return False


_JUST_BEFORE: Final = 5


def looks_back(w: Words, i: int) -> bool:
    """Tell whether one of the last words of the sentence before word `i` tells an event."""
    near = w.words[max(0, i - _REACH) : i]
    if _EVENT_FORMS.isdisjoint(near):
        return False
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if w.gaps[k + 1] != " " and ends_sentence(w.gaps[k + 1]):
            return False
        if w.words[k] in _EVENT_FORMS and (w.words[k] not in _DONE or _was_done(w, k, i)):
            return True
    return False


def _was_done(w: Words, k: int, i: int) -> bool:
    """Tell whether تم at word `k` tells when something was done: الذي تم التوصل إليه في أيار."""
    return w.words[k - 1] in _WHICH and i - k < _REACH // 2 and w.words[i - 1] in _IN


_IN: Final = folded_words("في وفي خلال منتصف مطلع نهاية أواخر أوائل شهر")
_WHICH: Final = folded_words("الذي التي والذي والتي")


# Words that set a day yet to come, besides the future verbs.
_ANNOUNCED: Final = folded_words(
    "سوف المقرر المقررة مقرر مقررة مقررا المرتقب المرتقبة مرتقب مرتقبة المتوقع يتوقع ويتوقع المنتظر المنتظرة "
    "ينتظر المزمع المزمعة سيكون ستكون اعتبارا ابتداء بدءا تمهيدا موعد عشية استعدادا "
    # The imperfect of what is arranged names a day to come (يخوض الفريق الأربعاء مباراته).
    "يخوض تخوض يلعب تلعب يلتقي تلتقي يستضيف تستضيف ينطلق تنطلق يعقد تعقد يجتمع تجتمع يختتم تختتم يستأنف تستأنف يقام "
    "تقام يعود تعود يغادر تغادر يصل تصل يزور تزور يتوجه تتوجه "
    "يلاقي تلاقي يتواجه تتواجه يفتتح تفتتح يواجه تواجه تستقبل ليواجه لتواجه ليلتقي لتلتقي "
    "طريقه طريقها طريقهم جاهز جاهزة جاهزون جاهزا للمشاركة يستعد تستعد يبدأ تبدأ يصوت تصوت"
)
_REPORTED: Final = folded_words(
    "قال أعلن أكد صرح كشف ذكر أفاد تعهد حض دعا طالب وصف نقل نشر أضاف أوضح أشار كتب حذر اتهم نفى رفض وافق قرر أجرى بحث "
    "ناقش أصدر طرد أسقط أمر هدد علق شدد استقبل أبلغ تلقى ألقى ألغى أرجأ انتقد أدان رحب اعتبر بدأ أطلق حكم أجل سجل "
    "حقق أحرز قضى أدلى لقد قد لم ولم"
)
_NOT_YET: Final = folded_words("كان كانت وكان وكانت")
_OBJECTS: Final = (*_PERSONS, "ه", "ها", "ته", "تها", "هم")
_REPORTED_FORMS: Final = frozenset(
    lead + word + ending for word in _REPORTED for ending in _OBJECTS for lead in ("", "و", "ف")
)


@lru_cache(maxsize=20_000)
def _announces(word: str) -> int:
    """Return 1 for a word that sets a day to come, -1 for a perfect that tells of one past, else 0."""
    if word in _ANNOUNCED or (word[:1] in ("و", "ف") and word[1:] in _ANNOUNCED):
        return 1
    stem = word[1:] if word[:1] in ("و", "ف", "ل") and len(word) > 4 else word
    if len(stem) > 3 and stem.startswith(("سي", "ست", "سن")) and is_future_word(word):
        return 1
    if word in _REPORTED_FORMS or is_event_word(word):
        return -1
    plain = word[1:] if word[:1] in ("و", "ف") and word not in _REPORTED else word
    feminine = len(plain) > 4 and plain.endswith("ت") and not plain.endswith(("ات", "وت"))
    return -1 if feminine and plain[0] not in "يتسن" and not plain.startswith("ال") else 0


_STATES: Final = folded_words("يبدو يكون يقول يعني يزال يعد يوافق يصادف يعتبر يسمى")


@lru_cache(maxsize=4_000)
def is_imperfect(word: str) -> bool:
    """Tell whether a folded word that begins with ي is a verb (يشهد، يلاقي), not a name or a noun."""
    if len(word) < 4 or word in _STATES:
        return False
    lemma = analyse(word).lemma
    return lemma[:1] != word[0] and lemma in lexicon().verbs


def is_perfect(word: str) -> bool:
    """Tell whether a folded word is the perfect of a verb of events or of saying, or of a feminine subject."""
    return _announces(word) < 0


_AHEAD_OF: Final = folded_words("قبل قبيل عشية لخوض لحضور")
_MEETINGS: Final = folded_words("مباراة مباراته مباراتها مواجهة مواجهته لقاء قمة اجتماع جلسة جولة")


def is_announced(w: Words, i: int) -> bool:
    """Tell whether the verb nearest before word `i` in its sentence sets a day to come (ستجتمع اللجنة الاثنين).

    كان من المقرر tells of a plan that may lie behind.
    """
    words, gaps = w.words, w.gaps
    verb = i - 1 - (words[i - 1] == "يوم")
    if words[verb][:1] == "ي" and w.near(verb + 1) and is_imperfect(words[verb]):
        return _NOT_YET.isdisjoint(words[max(0, verb - 5) : verb])  # يشهد الثلاثاء
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if gaps[k + 1] != " " and ends_sentence(gaps[k + 1]):
            return _opens_with_a_plan(w, k + 1, i)
        if words[k] in _AHEAD_OF and words[k + 1] in _MEETINGS:
            return True  # قبل مواجهة يوفنتوس، الأربعاء
        if words[k] == "ان" and words[k - 1] == "علي" and words[k + 1][:1] in ("ي", "ت"):
            return True  # على أن ينتهي التصويت الاثنين
        way = _announces(words[k])
        if way:
            back = 5 if words[k - 1] == "ان" else 2  # كان من المقرر أن يصل
            return way > 0 and _NOT_YET.isdisjoint(words[max(0, k - back) : k])
    return i <= _REACH and _opens_with_a_plan(w, 0, i)


def _opens_with_a_plan(w: Words, first: int, i: int) -> bool:
    """Tell whether the sentence opens with an imperfect that tells what is arranged (يعرض الرئيس، السبت، خطته)."""
    verb = w.words[first]
    if first >= i or verb[:1] != "ي" or verb in _HELD or not is_imperfect(verb):
        return False
    return _SUBORDINATE.isdisjoint(w.words[first:i])


# What is held or said, not arranged.
_HELD: Final = folded_words(
    "يعتقد يرى يقول يؤكد يذكر يأتي يجري يواصل يشهد يشير يبدو يتواصل يستمر يحاول يرجح يتهم يسعى يعكس يظهر يوضح"
)
_SUBORDINATE: Final = folded_words(
    "أن إن أنه أنها بأن الذي التي بعد منذ حيث فيما بينما عقب إثر غداة على"
)


def ends_sentence(gap: str) -> bool:
    """Tell whether the text between two words closes a sentence."""
    return gap != " " and ("." in gap or "\n" in gap or "؟" in gap or "!" in gap)


def stands_alone(w: Words, first: int, end: int) -> bool:
    """Tell whether hardly anything stands around the words `first` to `end`: a phrase, not a sentence."""
    return w.count - (end - first) < 4
