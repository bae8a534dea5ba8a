"""Text as a chart shows it: inert, in the right order, short enough.

Plotly reads `<b>`, `<a href>` and entities in every label, draws every label left-to-right and wraps
nothing. So display text is cut, wrapped, escaped and isolated here, in that order, and only here; data
(positions, keys) never pass through these functions.
"""

from __future__ import annotations

import textwrap
from functools import lru_cache
from typing import Final

LRI: Final = "\u2066"  # left-to-right isolate
RLI: Final = "\u2067"  # right-to-left isolate
FSI: Final = "\u2068"  # isolate whose direction is that of its first strong letter
PDI: Final = "\u2069"  # end of an isolate
BREAK: Final = "<br>"
ELLIPSIS: Final = "…"

BIDI_CONTROLS: Final = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
"""Direction marks of the source text: left in, an unbalanced one would turn its neighbours round."""


def clean(text: object) -> str:
    """Return `text` on one line, without control characters and direction marks."""
    flat = str(text).translate(BIDI_CONTROLS)
    if not flat.isprintable():
        flat = "".join(c if c.isprintable() else " " for c in flat)
    return " ".join(flat.split())


def shorten(text: object, width: int) -> str:
    """Return `text` in at most `width` characters, cut at a word where one is near."""
    flat = clean(text)
    if len(flat) <= width:
        return flat
    cut = flat[: max(width - 1, 1)]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) * 3 >= len(cut) * 2 else cut).rstrip() + ELLIPSIS


def wrap(text: object, width: int, lines: int) -> list[str]:
    """Return `text` as at most `lines` lines of at most `width` characters; the last may be cut short."""
    flat = clean(text)
    if len(flat) <= width:  # nearly always: textwrap costs 0.1 ms a call
        return [flat]
    pieces = textwrap.wrap(flat, width, break_long_words=True, break_on_hyphens=False) or [""]
    if len(pieces) > lines:
        rest = flat[len(" ".join(pieces[: lines - 1])) :].strip()
        pieces = [*pieces[: lines - 1], shorten(rest, width)]
    return pieces


def escape(text: object) -> str:
    """Return `text` with the signs Plotly reads as markup or as a template made inert.

    `%{` opens a template variable in hover text: a word joiner (U+2060) between the two signs
    leaves it looking the same and meaning nothing.
    """
    safe = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("%{", "%\u2060{")


def isolate(line: str, language: str) -> str:
    """Return one line in a direction isolate: right-to-left in Arabic, by its first letter else."""
    if not line:
        return line
    return f"{RLI if language == 'ar' else FSI}{line}{PDI}"


def display(text: object, language: str, width: int = 0, lines: int = 1) -> str:
    """Return `text` ready for any label of a figure.

    Args:
        text: Raw text, hostile or not.
        language: "ar" or "en": the base direction of the line.
        width: Characters a line may have; 0 leaves one line of any length.
        lines: Lines it may take.

    Returns:
        Lines joined by `<br>`, each in its own isolate: a browser orders the letters of a whole
        label as one paragraph, so an isolate that spans lines would shuffle them.
    """
    return _display(str(text), language, width, lines)


@lru_cache(maxsize=8192)
def _display(text: str, language: str, width: int, lines: int) -> str:
    """Do the work of `display`: outlets and months recur a thousand times in one figure."""
    if not width:
        return isolate(escape(clean(text)), language)
    return BREAK.join(isolate(escape(line), language) for line in wrap(text, width, lines))


def phrases(text: str, language: str, width: int) -> str:
    """Return a line of parts (`a · b · c`) wrapped between its parts, so that no date is torn apart."""
    lines: list[str] = []
    for part in clean(text).split(" · "):
        if lines and len(lines[-1]) + len(part) + 3 <= width:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return BREAK.join(display(line, language, width, 2) for line in lines)


def paragraph(parts: list[str], language: str, width: int = 46) -> str:
    """Return hover text: each part wrapped for itself, empty parts left out."""
    return BREAK.join(display(part, language, width, 6) for part in parts if part)


def number(value: float, digits: int = 0) -> str:
    """Return a number with Latin digits and a thin thousands comma, as Rasid writes them by default."""
    if value != value:
        return "–"
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if digits else text


def quantity(value: float) -> str:
    """Return a number with as many decimals as its size deserves: 0.042, 3.7, 250, 12,000."""
    size = abs(value)
    digits = 3 if 0 < size < 0.1 else 2 if size < 10 else 1 if size < 100 else 0
    return number(value, digits)
