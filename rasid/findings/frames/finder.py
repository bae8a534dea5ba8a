"""Framing expressions in a text: the patterns of `patterns`, told apart by voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rasid.findings.frames.patterns import Pattern
from rasid.findings.lexicon import FRAMES
from rasid.findings.reading import Reading
from rasid.findings.speech.finder import quoted_spans
from rasid.findings.types import FrameHit
from rasid.language import Document
from rasid.language.numbers_scan import folded_words

_NEGATIONS: Final = folded_words(
    "لا لم لن ليس ليست عدم دون بدون غير نفي بلا لات وليس وليست وعدم بعدم لعدم ولا ولم ولن ودون فلا فلن"
)
# Words between a negation and what it denies: لا تمثل تصعيداً، ليس هناك انسحاب، لا نية لإنهاء المهمة، دون أن تنسحب.
_BETWEEN: Final = folded_words(
    "تمثل يمثل تشكل يشكل تعني يعني تعد يعد تعتبر يعتبر يكن تكن تكون يكون كان كانت هناك ثمة أي أية أن نية وجود بوجود "
    "مجال داعي مبرر نريد يريد تريد نسعى يسعى تسعى ننوي ينوي تنوي نعتزم يعتزم تعتزم نرغب يرغب ترغب إلى في"
)
_MOST_BETWEEN: Final = 2
_DENIALS: Final = folded_words("نفى نفت ينفي تنفي ونفى ونفت نافيا نافية")
# What a clause denies of its subject: لن يترك رحيل القوات فراغاً، لا تريد واشنطن التصعيد.
_MAKING: Final = folded_words(
    "يترك تترك يخلق تخلق يحدث تحدث يسبب تسبب يعني تعني يؤدي تؤدي يريد تريد يسعى تسعى ينوي تنوي يعتزم تعتزم يرغب ترغب"
)
_EXCEPTIONS: Final = folded_words("إلا سوى")  # لن تؤدي إلا إلى تصعيد
_REACH: Final = 4  # words from a denial, or a denied verb, to what is denied
_SOON: Final = 3  # words after an expression that may make it another thing
_FROM: Final = 9  # words after it in which من may name what is left
_BREAK: Final = re.compile(r"[.؟?!؛،,\n]")


def find_frames(
    text: str | Document | Reading, quoted: Sequence[tuple[int, int]] | None = None
) -> list[FrameHit]:
    """Return the framing expressions of a text, in order.

    A frame counts a stretch of text once, by its longest pattern; different frames may overlap. An
    expression that is negated (عدم الانسحاب، لن تنسحب) is not counted.

    Args:
        text: The text.
        quoted: Sorted spans of others' words, as in `Findings.quoted`; found when not given.
    """
    reading = Reading.of(text)
    hits: dict[tuple[str, int], int] = {}
    barred: set[str] = set()
    for i, cue in reading.asked[FRAMES]:
        for pattern in cue.frames:
            last = _match(reading, pattern, i)
            if last and pattern.not_after and _is_barred(reading, pattern, i, last):
                barred.add(pattern.frame_id)
                continue
            if last:
                if i and _is_negated(reading, i):
                    break
                key = (pattern.frame_id, i)
                hits[key] = max(hits.get(key, 0), last)
    if _LEAVING in barred:
        _leave_bare(reading, hits, _LEAVING)
    if not hits:
        return []
    return _apart(reading, hits, quoted_spans(reading) if quoted is None else quoted)


def _is_negated(reading: Reading, i: int) -> bool:
    """Tell whether the expression at word `i` is denied: عدم الانسحاب، لن تنسحب، ليس هناك انسحاب، نفى انسحاب القوات."""
    words, gaps = reading.words, reading.gaps
    for k in range(i - 1, max(-1, i - 2 - _MOST_BETWEEN), -1):
        if gaps[k] != " ":
            return False
        if words[k] in _NEGATIONS:
            return True
        if words[k] not in _BETWEEN:
            break
    for k in range(i - 2, max(-1, i - 2 - _REACH), -1):
        if gaps[k] != " " or gaps[k + 1] != " ":
            return False
        if words[k + 1] in _EXCEPTIONS:
            return False
        if words[k] in _DENIALS or (words[k] in _NEGATIONS and words[k + 1] in _MAKING):
            return True
    return False


def _apart(
    reading: Reading, hits: dict[tuple[str, int], int], quoted: Sequence[tuple[int, int]]
) -> list[FrameHit]:
    """Make the hits, leaving out what begins inside a hit of its own frame."""
    free: dict[str, int] = {}
    found = []
    for (frame_id, first), last in sorted(hits.items(), key=lambda hit: hit[0][1]):
        if first < free.get(frame_id, 0):
            continue
        free[frame_id] = last
        start, end = reading.span(first, last)
        inside = any(a <= start < b for a, b in quoted)
        found.append(FrameHit(start, end, reading.document.text[start:end], frame_id, inside))
    return found


def _match(reading: Reading, pattern: Pattern, first: int) -> int:
    """Return the word after the pattern that begins at word `first`, or 0."""
    words, gaps = reading.words, reading.gaps
    if pattern.not_before and not pattern.not_before.isdisjoint(words[max(0, first - 2) : first]):
        return 0
    at = first
    for forms_of, reach in pattern.later:
        for k in range(at + 1, at + reach + 2):
            if k >= len(words) or (gaps[k - 1] != " " and _BREAK.search(gaps[k - 1])):
                return 0
            if words[k] in forms_of:
                at = k
                break
        else:
            return 0
    return at + 1


def _is_barred(reading: Reading, pattern: Pattern, i: int, last: int) -> bool:
    """Tell whether words `i` to `last` are another thing by what follows them, or by what منه refers to."""
    if _follows(reading, pattern, last):
        return True
    return pattern.frame_id == _LEAVING and _is_of_what_was_named(reading, pattern, i, last)


_LEAVING: Final = "withdrawal"  # one leaves troops' places, but also treaties and sessions


def _follows(reading: Reading, pattern: Pattern, first: int) -> bool:
    """Tell whether a word that the pattern bars stands soon after it, or after its من: انسحاب أميركا من الاتفاق.

    Behind another preposition it says how or where: انسحاب القوات بموجب الاتفاق، وفقا لاتفاق، في جلسة.
    """
    words = reading.words
    soon = first if words[first] in _TROOPS else first + _SOON  # انسحاب قوات الحكومة
    for k in range(first, min(first + _FROM, len(words))):
        if _BREAK.search(reading.gaps[k - 1]):
            return False
        word = words[k]
        if word in _OTHERWISE:
            soon = k
        if word not in pattern.not_after or words[k : k + 2] == _A_GROUP:
            continue
        led = word[1:] in pattern.not_after and not word.startswith(("لل", "ال"))  # لاتفاق
        if "من" in words[k - 2 : k] or (k < soon and not led):
            return True
    return False


_OTHERWISE: Final = folded_words(
    "بموجب وفق وفقا حسب بحسب ضمن مع بعد قبل على إلى عبر بناء تنفيذا تطبيقا في خلال أمام بحضور"
)
_TROOPS: Final = folded_words("قوات القوات قواته قواتها جنود الجنود الجيش جيش مقاتلي المقاتلين")
_A_GROUP: Final = ["حزب", "الله"]


def _is_of_what_was_named(reading: Reading, pattern: Pattern, i: int, last: int) -> bool:
    """Tell whether منه refers to what the pattern bars: الاتفاق النووي رغم انسحاب واشنطن منه."""
    words, gaps = reading.words, reading.gaps
    end = last
    while end < min(last + _SOON, len(words)) and not _BREAK.search(gaps[end - 1]):
        end += 1
    after = words[last:end]
    if _FROM_IT.isdisjoint(after) or not _FORCES.isdisjoint(after):
        return False
    return not pattern.not_after.isdisjoint(words[max(0, i - _FROM) : i])


def _leave_bare(reading: Reading, hits: dict[tuple[str, int], int], frame_id: str) -> None:
    """Leave out the hits of a frame where the text speaks of the barred thing and never of forces.

    انسحبت واشنطن من الاتفاق النووي. ووصف الوزير الانسحاب بأنه خطأ.
    """
    keys = [key for key in hits if key[0] == frame_id]
    for _, i in keys:
        if not _FORCES.isdisjoint(reading.words[max(0, i - _REACH) : hits[frame_id, i] + _REACH]):
            return
    for key in keys:
        del hits[key]


_FROM_IT: Final = frozenset(("منه", "منها"))
_FORCES: Final = _TROOPS | folded_words(
    "للقوات بالقوات وقوات والقوات قواتنا جنودها جنوده للجيش جيشها "
    "عسكري العسكري عسكرية العسكرية عسكريا التحالف للتحالف المسلحين المسلحون الحوثيين الحوثيون المليشيات الميليشيات "
    "مقاتليها مقاتليه العراق عراق سوريا أفغانستان اليمن قاعدة القاعدة قواعد القواعد المدينة مدينة المدن "
    "مدن المناطق مناطق المنطقة الأراضي أراضي أراضيه أراضيها مواقعها المواقع مواقع الحدود"
)
