"""The framing expressions of `assets/lexicon/frames.tsv`: frames, and the patterns that show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from rasid.findings import forms
from rasid.findings.assets import asset_path, bad_line, read_rows
from rasid.language import fold_word

COLUMNS: Final = ("frame_id", "name_ar", "name_en", "pattern")
_GAP: Final = re.compile(r"\*(\d)")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame and its names in both languages."""

    frame_id: str
    name_ar: str
    name_en: str


class Pattern(NamedTuple):
    """The forms of the first word of a pattern, and of each later one with how many words may stand before it.

    not_before, not_after: forms that make it another thing when they stand right before, or soon after it.
    """

    frame_id: str
    first: frozenset[str]
    later: tuple[tuple[frozenset[str], int], ...]
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


def frames() -> list[Frame]:
    """Return the frames of `assets/lexicon/frames.tsv`, in its order."""
    return list(load(asset_path("lexicon/frames.tsv"))[0])


@cache
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
            raise bad_line(path, number, "no-frame", frame_id)
        pattern = _pattern(path, number, frame_id, row["pattern"])
        for form in pattern.first:
            by_first.setdefault(form, []).append(pattern)
    return tuple(found.values()), {form: tuple(p) for form, p in by_first.items()}


def _pattern(path: Path, number: int, frame_id: str, text: str) -> Pattern:
    words: list[frozenset[str]] = []
    reach: list[int] = []
    pending = 0
    barred: list[frozenset[str]] = [frozenset(), frozenset()]  # before, after
    for token in fold_word(text).split():
        gap = _GAP.fullmatch(token)
        if gap:
            pending = int(gap[1])
            continue
        if token.startswith("-"):
            barred[bool(words)] = _any_form(token[1:])
            continue
        words.append(_any_form(token))
        reach.append(pending)
        pending = 0
    if not words or reach[0] or pending:
        raise bad_line(path, number, "pattern")
    later = tuple(zip(words[1:], reach[1:], strict=True))
    return Pattern(frame_id, words[0], later, *barred)


def _any_form(token: str) -> frozenset[str]:
    """Return the forms of the alternatives of a token: a|b."""
    return frozenset(form for word in token.split("|") for form in _forms(word))


def _forms(word: str) -> Iterable[str]:
    if word.startswith("="):
        return [conjunction + word[1:] for conjunction in forms.CONJUNCTIONS]
    if word.startswith("v:"):
        past, _, present = word[2:].partition("/")
        every = (*forms.past_forms(past), *forms.present_forms(present or past))
        return [conjunction + form for form in every for conjunction in forms.CONJUNCTIONS]
    return [form for _, form in forms.noun_forms(word)]
