"""Rules that read, at one word, what a clause says of the withdrawal. Each returns a topic, or None to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rasid.findings.dates.clause import FORCES, PLACES_ELSEWHERE, Clause
from rasid.findings.dates.withdrawals import ORDINALS, exit_of, is_of_a_stage, withdrawal
from rasid.language.numbers_scan import folded_words

_TWO_STAGES: Final = folded_words("مرحلتين بمرحلتين المرحلتين مرحلتان ومرحلتين لمرحلتين")
_UNTIL: Final = folded_words("حتى وحتى إلى لغاية نحو غاية")
_DEFINITE: Final = ("ال", "وال", "بال", "لل", "فال")
_LISTING: Final = ("ال", "وال", "فال", "واول", "وثان", "ثاني")


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
    stem = word if word in _REST else word[1:]  # وبقية، لباقي
    if stem == "تبقي" and clause.w.words[k - 1] != "ما" and clause.w.words[k + 1] != "من":
        return None  # تبقى القوات: they remain
    if stem in _REST:
        return "final-exit" if after & FORCES or clause.w.words[k + 1] == "من" else None
    if not word.startswith(_DEFINITE):
        return None
    if word.endswith("ه") and not word.endswith("البقيه"):  # an adjective needs its noun
        near = range(max(clause.first, k - 3), k)
        return "final-exit" if any(clause.kinds(j) & FORCES for j in near) else None
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
    return "exit" if PLACES_ELSEWHERE.isdisjoint(words) else "other"


def _completion(clause: Clause, k: int) -> str | None:
    """Read سيكتمل of a withdrawal named earlier in the sentence; a stage named before it decides itself."""
    if "end" in clause.kinds(k):
        return None
    if any(clause.kinds(j) & ORDINALS for j in range(clause.first, k)):
        return None
    for j in range(k - 1, clause.start - 1, -1):
        if "exit" in clause.kinds(j):
            return withdrawal(clause, j)
    return None


def _combat_role(clause: Clause, k: int) -> str | None:
    """Read دور قتالي، مهام قتالية."""
    near = range(max(clause.first, k - 2), k)
    if clause.has("mission", near):
        return "combat-mission"
    none_left = any(clause.w.words[j] in _NO_LONGER for j in range(max(clause.first, k - 6), k))
    return "combat-mission" if none_left and clause.has("force", near) else None


_NO_LONGER: Final = frozenset(("تعد", "يعد"))  # لم تعد لديه قوات قتالية


def _ended(clause: Clause, k: int) -> str | None:
    """Read an end: of the combat role, or of the mission or presence as a withdrawal."""
    if is_of_a_stage(clause, k):
        return None  # المرحلة الأولى من إنهاء المهام
    if "تمديد" in clause.w.words[k + 1 : k + 3]:
        return None  # سيتم تمديد المهمة
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
    return withdrawal(clause, k, begun)


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
    ("exit", exit_of),
    ("stay", _stay),
    ("handover", _handover),
    ("regroup", _regroup),
    ("complete", _completion),
    ("combat", _combat_role),
    ("end", _ended),
    ("become", _becomes),
)
