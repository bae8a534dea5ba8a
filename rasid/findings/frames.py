"""Framing expressions: editable patterns of `assets/lexicon/frames.tsv`, told apart by voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from rasid.findings import forms
from rasid.findings.assets import asset_path, bad_line, read_rows
from rasid.findings.reading import Reading
from rasid.findings.types import FrameHit
from rasid.language import Document, fold_word

COLUMNS: Final = ("frame_id", "name_ar", "name_en", "pattern")
_NEGATIONS: Final = frozenset(
    [
        "لا",
        "لم",
        "لن",
        "ليس",
        "ليست",
        "عدم",
        "دون",
        "بدون",
        "غير",
        "وليس",
        "وليست",
        "لاسيما",
        "نفي",
        "رفض",
        "وعدم",
        "بعدم",
        "لعدم",
        "ولا",
        "ولم",
        "ولن",
        "بلا",
    ]
) - {"لاسيما"}
_GAP: Final = re.compile(r"\*(\d)")
_BREAK: Final = re.compile(r"[.؟?!؛\n]")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame and its names in both languages."""

    frame_id: str
    name_ar: str
    name_en: str


class Pattern(NamedTuple):
    """The forms of each word of a pattern, and how many words may stand before each."""

    frame_id: str
    words: tuple[frozenset[str], ...]
    reach: tuple[int, ...]


def frames() -> list[Frame]:
    """Return the frames of `assets/lexicon/frames.tsv`, in its order."""
    return list(_load()[0])


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
    _, patterns = _load()
    hits: dict[tuple[str, int], int] = {}
    for i, found in [(i, f) for i, f in enumerate(map(patterns.get, reading.words)) if f]:
        if i and reading.words[i - 1] in _NEGATIONS and reading.gaps[i - 1] == " ":
            continue
        for pattern in found:
            last = _match(reading, pattern, i)
            if last:
                key = (pattern.frame_id, i)
                hits[key] = max(hits.get(key, 0), last)
    if quoted is None and hits:
        from rasid.findings.speech import quoted_spans  # speech needs mentions; frames do not

        quoted = quoted_spans(reading)
    return _apart(reading, hits, quoted or ())


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
    at = first
    for forms_of, reach in zip(pattern.words[1:], pattern.reach[1:], strict=True):
        for step in range(1, reach + 2):
            k = at + step
            if k >= len(reading.words) or _BREAK.search(reading.gaps[k - 1]):
                return 0
            if reading.words[k] in forms_of:
                at = k
                break
        else:
            return 0
    return at + 1


@cache
def _load() -> tuple[tuple[Frame, ...], dict[str, tuple[Pattern, ...]]]:
    return load(asset_path("lexicon/frames.tsv"))


def load(path: Path) -> tuple[tuple[Frame, ...], dict[str, tuple[Pattern, ...]]]:
    """Read the frames and, for each first word, its patterns.

    Raises:
        RasidError: code "bad-asset", naming file and line.
    """
    found: dict[str, Frame] = {}
    by_first: dict[str, list[Pattern]] = {}
    for number, row in read_rows(path, COLUMNS):
        frame_id = row["frame_id"]
        if row["name_ar"]:
            found[frame_id] = Frame(frame_id, row["name_ar"], row["name_en"])
        if not row["pattern"]:
            continue
        if frame_id not in found:
            raise bad_line(path, number, f"{frame_id} has no line with its names before this one")
        pattern = _pattern(path, number, frame_id, row["pattern"])
        for form in pattern.words[0]:
            by_first.setdefault(form, []).append(pattern)
    return tuple(found.values()), {form: tuple(p) for form, p in by_first.items()}


def _pattern(path: Path, number: int, frame_id: str, text: str) -> Pattern:
    words: list[frozenset[str]] = []
    reach: list[int] = []
    pending = 0
    for token in fold_word(text).split():
        gap = _GAP.fullmatch(token)
        if gap:
            pending = int(gap[1])
            continue
        words.append(frozenset(form for word in token.split("|") for form in _forms(word)))
        reach.append(pending)
        pending = 0
    if not words or reach[0] or pending:
        raise bad_line(path, number, "a pattern begins and ends with a word")
    return Pattern(frame_id, tuple(words), tuple(reach))


def _forms(word: str) -> Iterable[str]:
    if word.startswith("="):
        return [conjunction + word[1:] for conjunction in forms.CONJUNCTIONS]
    if word.startswith("v:"):
        past, _, present = word[2:].partition("/")
        every = (*forms.past_forms(past), *forms.present_forms(present or past))
        return [conjunction + form for form in every for conjunction in forms.CONJUNCTIONS]
    return [form for _, form in forms.noun_forms(word)]
