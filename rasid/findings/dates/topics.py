"""Rules that read, at one word, what a clause says of the withdrawal. Each returns a topic, or None to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from rasid.findings.dates.cues import cues
from rasid.language.numbers_scan import Words, folded_words

_NONE: Final[frozenset[str]] = frozenset()
_COUNTRY: Final = ("البلاد", "بلادنا", "البلد", "اراضي", "الاراضي")
_PLACES_ELSEWHERE: Final = folded_words(
    "سوريا سورية أفغانستان غزة لبنان اليمن ليبيا أوكرانيا الصومال النيجر السودان القطاع الجولان"
)
# An exit from one of these is not the forces' (الانسحاب من الاتفاق النووي، من سوريا).
_ELSEWHERE: Final = _PLACES_ELSEWHERE | folded_words(
    "الاتفاق الاتفاقية المعاهدة البطولة المباراة السباق الدوري الانتخابات الحكومة الاتحاد الاتفاقات الجلسة اليونسكو"
)
_POWERS: Final = ("اميرك", "امريك", "واشنطن", "تحالف", "اجنبي")
_IRAQ: Final = ("عراق", "بغداد", "اربيل", "كردستان", "الاسد", "الانبار", "البلاد")
_FORCES: Final = frozenset(("force", "site", "phase"))
_LAST_ONES: Final = frozenset(("force", "start"))
_TWO_STAGES: Final = folded_words("مرحلتين بمرحلتين المرحلتين مرحلتان ومرحلتين لمرحلتين")
_ORDINALS: Final = frozenset(("first", "second", "last"))
_UNTIL: Final = folded_words("حتى وحتى إلى لغاية نحو غاية")
_DEFINITE: Final = ("ال", "وال", "بال", "لل", "فال")
_LISTING: Final = ("ال", "وال", "فال", "واول", "وثان", "ثاني")


@dataclass(slots=True)
class Clause:
    """Words `first` to `end` are read for a date; `start` to `stop` is their sentence."""

    w: Words
    first: int
    end: int
    start: int
    stop: int

    def kinds(self, k: int) -> frozenset[str]:
        """Return the kinds of cue that word `k` is."""
        return cues().get(self.w.words[k], _NONE)

    def has(self, kind: str, places: Iterable[int]) -> bool:
        """Tell whether one of the words is a cue of a kind."""
        return any(kind in self.kinds(k) for k in places)

    def of_forces(self) -> bool:
        """Tell whether the sentence names forces, a base or a stage."""
        return any(self.kinds(k) & _FORCES for k in range(self.start, self.stop))

    def names_a_power(self) -> bool:
        """Tell whether the sentence names the Americans, the coalition or foreigners."""
        return any(
            power in word for word in self.w.words[self.start : self.stop] for power in _POWERS
        )

    def names_the_country(self, k: int) -> bool:
        """Tell whether what is left at word `k` is the country: من العراق، البلاد."""
        words = self.w.words[k : min(k + 10, self.stop)]
        return any(word.startswith(_COUNTRY) or "عراق" in word for word in words)

    def elsewhere(self) -> bool:
        """Tell whether the sentence speaks of another country's ground and not of Iraq's."""
        words = self.w.words[self.start : self.stop]
        if _PLACES_ELSEWHERE.isdisjoint(words):
            return False
        return not any(place in word for word in words for place in _IRAQ)


def topic_in(clause: Clause) -> str | None:
    """Return the topic of the telling word nearest to the end of a clause, or None when there is none."""
    for k in range(clause.end - 1, clause.first - 1, -1):
        kinds = clause.kinds(k)
        for kind, rule in _RULES:
            if kind in kinds and (topic := rule(clause, k)):
                return topic
    return None


_REST: Final = folded_words("بقية باقي تبقى")


def _rest(clause: Clause, k: int) -> str | None:
    """Read those who leave last: البقية، الباقون، القوات المتبقية، بقية الجنود; not هم باقون, not بقية العام."""
    word, after = clause.w.words[k], clause.kinds(k + 1)
    stem = word.lstrip("وفبل")
    if stem == "تبقي" and clause.w.words[k - 1] != "ما" and clause.w.words[k + 1] != "من":
        return None  # تبقى القوات: they remain
    if stem in _REST:
        return "final-exit" if after & _FORCES or clause.w.words[k + 1] == "من" else None
    if not word.startswith(_DEFINITE):
        return None
    if word.endswith("ه") and not word.endswith("البقيه"):  # an adjective needs its noun
        near = range(max(clause.first, k - 3), k)
        return "final-exit" if any(clause.kinds(j) & _FORCES for j in near) else None
    return "final-exit"


def _others(clause: Clause, k: int) -> str | None:
    """Read those who leave after the first: رحيل الآخرين."""
    return "final-exit" if clause.has("exit", range(max(clause.first, k - 2), k)) else None


def _is_stage(clause: Clause, k: int) -> bool:
    """Tell whether the ordinal at word `k` counts stages: المرحلة الثانية, or الثانية after مرحلتين."""
    if clause.has("phase", range(max(clause.start, k - 2), k)):
        return True
    listed = clause.w.words[k].startswith(_LISTING)
    return listed and clause.has("phase", range(clause.start, k))


def _first_stage(clause: Clause, k: int) -> str | None:
    return "phase-one" if _is_stage(clause, k) else None


def _last_stage(clause: Clause, k: int) -> str | None:
    return "final-exit" if _is_stage(clause, k) else None


def _second_stage(clause: Clause, k: int) -> str | None:
    """Read the second stage. It is the final exit when there are two or it is completed then, unless it begins then."""
    if not _is_stage(clause, k):
        return None
    two = not _TWO_STAGES.isdisjoint(clause.w.words[clause.start : clause.stop])
    done = clause.has("complete", range(clause.first, min(clause.end + 4, clause.stop)))
    done = done or clause.w.words[clause.end - 1] in _UNTIL  # تمتد المرحلة الثانية حتى أيلول 2026
    begun = clause.has("start", range(max(clause.start, k - 3), min(k + 3, clause.end)))
    return "final-exit" if (two or done) and not begun else "phase-two"


_MEANWHILE: Final = folded_words("بينما فيما كما")  # someone else speaks of something else
_THAT: Final = folded_words("أن إن بأن أنه أنها بأنه بأنها")


def _event(clause: Clause, k: int) -> str | None:
    """Read a meeting, an announcement, a publication: the date is its own, unless it is told after أن."""
    if "exit" in clause.kinds(k):
        return None
    told = not _THAT.isdisjoint(clause.w.words[k + 1 : clause.end])
    return None if told and clause.w.words[k - 1] not in _MEANWHILE else "other"


def _exit(clause: Clause, k: int) -> str | None:
    """Read a withdrawal; in المرحلة الثانية من الانسحاب the stage decides."""
    if _is_of_a_stage(clause, k):
        return None
    if clause.w.words[k + 1].removeprefix("ال").startswith(_OFFICES):
        return "other"  # قبل مغادرة منصبه في 20 كانون الثاني
    if not clause.of_forces() and ("leave" in clause.kinds(k) or not clause.names_a_power()):
        return None
    if _leaves_otherwise(clause, k):
        return None
    return _withdrawal(clause, k)


def _is_of_a_stage(clause: Clause, k: int) -> bool:
    """Tell whether word `k` says of what the stage before it is: المرحلة الثانية من (خطة) الانسحاب."""
    words = clause.w.words
    return any(words[j] == "من" and clause.kinds(j - 1) & _ORDINALS for j in (k - 1, k - 2))


def _leaves_otherwise(clause: Clause, k: int) -> bool:
    """Tell whether something other than forces leaves: خروج المدنيين، سحب المونديال، الخروج بنتائج."""
    after = clause.w.words[k + 1]
    if not clause.w.near(k + 1):
        return False
    if after.startswith(_IDIOMS):
        return True
    if clause.w.words[k].lstrip("وبل") in _RETURNS:
        home = clause.w.words[k + 1 : min(k + 8, clause.stop)]
        return not (any(clause.kinds(j) & _FORCES for j in (k + 1, k + 2)) and "من" in home)
    if "leave" in clause.kinds(k):
        return False
    return after.startswith("ال") and not clause.kinds(k + 1) and not after.startswith(_OF_FORCES)


_OFFICES: Final = ("منصب", "سلطه", "سلطت", "حكم")
_RETURNS: Final = frozenset(("عوده", "العوده"))  # عودة جميع القوات من العراق
_IDIOMS: Final = (
    "بنتا",
    "بنتيج",
    "بحل",
    "بقرار",
    "بتوص",
    "باتفاق",
    "بموقف",
    "بصيغ",
)
_OF_FORCES: Final = (
    "الامر", "الامير", "الاجنب", "الكامل", "النهاي", "التدريج", "العسكر", "الشامل", "الجزي", "المرتقب", "المقرر",
    "القتال", "الدولي", "التام", "الكلي", "الفور", "المزمع", "المتفق", "الوشيك", "المنظم", "الموعود", "الذي", "الفعلي",
    "الولايات", "الحلف", "الاطلس", "المتبادل", "المعلن", "المحتمل", "العراق", "البلاد", "الاراضي", "القواعد", "القاعده",
    "المنطقه", "الانبار",
)  # fmt: skip


def _withdrawal(clause: Clause, k: int, subject: int | None = None) -> str:
    """Return whether a withdrawal at word `k` is elsewhere, whole, begun, from one place, or of a stage left open.

    subject: the word where the subject of a verb begins that stands before it (وجود القوات في القواعد سينتهي).
    """
    words = clause.w.words
    for j in range(k + 1, min(k + 9, clause.w.count)):
        if words[j] == "من" and words[j + 1] in _ELSEWHERE and "عراق" not in words[j + 2]:
            return "other"
    if words[k + 1].startswith("جزي"):
        return "phase-one"  # انسحاب جزئي
    begun = clause.has("start", range(max(clause.first, k - 3), k))
    if begun and "leave" not in clause.kinds(k):
        return "phase-one"  # يبدأ الانسحاب الكامل
    begin = k if subject is None else subject
    site = clause.has("site", range(begin, min(max(k + 1, clause.end) + 9, clause.stop)))
    if clause.has("whole", range(_phrase_start(clause, k), k + 8)) or _of_the_last(clause, k):
        # All who leave one base may be a stage: a later date of the article tells.
        return "exit" if site and not clause.names_the_country(k) else "final-exit"
    if begun:
        return "phase-one"
    return "phase-one?" if site else "exit"


def _phrase_start(clause: Clause, k: int) -> int:
    """Return the word that up to four words back, and past no sign, may say of word `k` that it is whole."""
    begin = k
    while begin > clause.first and k - begin < _NEAR_WORDS and clause.w.near(begin):
        begin -= 1
    return begin


_NEAR_WORDS: Final = 4


def _of_the_last(clause: Clause, k: int) -> bool:
    """Tell whether it is the last ones who leave: سيغادر آخر جندي، آخر دفعة من القوات ستغادر."""
    near = range(max(clause.first, k - 5), min(k + 4, clause.stop - 1))
    return any(clause.w.words[j] == "اخر" and clause.kinds(j + 1) & _LAST_ONES for j in near)


_ALL: Final = folded_words("آخر جميع كل كافة")
_AGAIN: Final = ("اعاده", "تعيد", "يعيد")
_PAST: Final = frozenset(("بعد", "مابعد"))  # ترفض بقاء القوات بعد نهاية العام


def _handover(clause: Clause, k: int) -> str | None:
    """Read a base that changes hands: تسليم قاعدة عين الأسد، تسلم آخر قاعدة."""
    near = clause.w.words[k + 1 : min(k + 6, clause.stop)]
    if not any("قاعد" in word or "قواعد" in word for word in near):
        return None
    return "phase-one?" if _ALL.isdisjoint(near) else "final-exit"


def _regroup(clause: Clause, k: int) -> str | None:
    """Read forces that move to other bases of the country: إعادة تموضع القوات، تعيد انتشارها."""
    near = clause.w.words[max(clause.first, k - 4) : k]  # تعيد القوات انتشارها
    again = "تموضع" in clause.w.words[k] or any(word.endswith(_AGAIN) for word in near)
    return "phase-one" if again and clause.of_forces() else None


def _stay(clause: Clause, k: int) -> str | None:
    """Read forces that remain until the date: they leave then."""
    words = clause.w.words[clause.first : clause.end]
    if clause.w.words[k - 1] == "لن" and clause.of_forces():
        return None if clause.elsewhere() else "final-exit"  # لن تبقى أي قوات
    if not words or not (clause.of_forces() or "هناك" in words):
        return None
    if words[-1] not in _UNTIL and words[-1] not in _PAST:
        return None
    beyond = words[-1] == "مابعد" or words[-2:] == ["ما", "بعد"]
    if beyond and not clause.has("denial", range(clause.start, k)):
        return "other"  # قد تبقى القوات إلى ما بعد 2026
    return "exit" if _PLACES_ELSEWHERE.isdisjoint(words) else "other"


def _completion(clause: Clause, k: int) -> str | None:
    """Read سيكتمل of a withdrawal named earlier in the sentence; a stage named before it decides itself."""
    if "end" in clause.kinds(k):
        return None
    if any(clause.kinds(j) & _ORDINALS for j in range(clause.first, k)):
        return None
    for j in range(k - 1, clause.start - 1, -1):
        if "exit" in clause.kinds(j):
            return _withdrawal(clause, j)
    return None


def _combat_role(clause: Clause, k: int) -> str | None:
    """Read دور قتالي، مهام قتالية."""
    near = range(max(clause.first, k - 2), k)
    return "combat-mission" if clause.has("mission", near) else None


def _ended(clause: Clause, k: int) -> str | None:
    """Read an end: of the combat role, or of the mission or presence as a withdrawal."""
    if _is_of_a_stage(clause, k):
        return None  # المرحلة الأولى من إنهاء المهام
    after, before = range(k + 1, min(k + 5, clause.stop)), range(max(clause.first, k - 14), k)
    is_verb = clause.w.words[k].lstrip("وف").startswith(("س", "ي", "ت"))
    if (
        is_verb
    ):  # its subject may stand before it, its object after the date: سيطوي في 2026 صفحة التحالف
        after = range(k + 1, max(k + 5, min(clause.end + 8, clause.stop)))
    if not clause.has("mission", (*after, *before) if is_verb else after):
        return None
    if clause.has("combat", (*range(k + 1, min(k + 6, clause.stop)), *(before if is_verb else ()))):
        return "combat-mission"
    begun = next((j for j in before if "mission" in clause.kinds(j)), None) if is_verb else None
    return _withdrawal(clause, k, begun)


_ADVICE: Final = ("استشار", "مشور", "تدريب", "غير قتال")


def _becomes(clause: Clause, k: int) -> str | None:
    """Read a mission that turns to advice: ستتحول المهمة إلى التدريب والاستشارة."""
    told = range(max(clause.start, k - 6), clause.stop)
    if not (clause.has("mission", told) or clause.has("force", told)):
        return None
    text = " ".join(clause.w.words[k : clause.stop])
    if any(word in text for word in _ADVICE):
        return "combat-mission"
    kept = clause.w.words[k].lstrip("وفسل") in _KEPT_TO and any(part in text for part in _PART)
    return "phase-one" if kept else None  # سيقتصر الوجود على إقليم كردستان


_KEPT_TO: Final = folded_words("يقتصر تقتصر ينحصر تنحصر")
_PART: Final = ("كردستان", "كوردستان", "اربيل", "الاقليم")


_RULES: Final[tuple[tuple[str, Callable[[Clause, int], str | None]], ...]] = (
    ("rest", _rest),
    ("others", _others),
    ("first", _first_stage),
    ("second", _second_stage),
    ("last", _last_stage),
    ("event", _event),
    ("exit", _exit),
    ("stay", _stay),
    ("handover", _handover),
    ("regroup", _regroup),
    ("complete", _completion),
    ("combat", _combat_role),
    ("end", _ended),
    ("become", _becomes),
)
