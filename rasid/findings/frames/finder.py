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
    "مجال داعي مبرر نريد يريد تريد"
)
_MOST_BETWEEN: Final = 2
_DENIALS: Final = folded_words("نفى نفت ينفي تنفي ونفى ونفت نافيا نافية")
# What a clause denies of its subject: لن يترك رحيل القوات فراغاً.
_MAKING: Final = folded_words("يترك تترك يخلق تخلق يحدث تحدث يسبب تسبب يعني تعني يؤدي تؤدي")
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
    for i, cue in reading.asked[FRAMES]:
        for pattern in cue.frames:
            last = _match(reading, pattern, i)
            if last:
                if i and _is_negated(reading, i):
                    break
                key = (pattern.frame_id, i)
                hits[key] = max(hits.get(key, 0), last)
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
    return 0 if pattern.not_after and _follows(reading, pattern, at + 1) else at + 1


def _follows(reading: Reading, pattern: Pattern, first: int) -> bool:
    """Tell whether a word that the pattern bars stands soon after it, or after its من: انسحاب أميركا من الاتفاق."""
    words, soon = reading.words, first + _SOON
    for k in range(first, min(first + _FROM, len(words))):
        if _BREAK.search(reading.gaps[k - 1]):
            return False
        if words[k] in pattern.not_after and (k < soon or "من" in words[k - 2 : k]):
            return True
    return False
