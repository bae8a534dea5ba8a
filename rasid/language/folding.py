"""Folding: one spelling for all the ways a word is written, with the exact way back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_DROP: Final = "".join(map(chr, [*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640,
                                 *range(0x6D6, 0x6DD), 0x200C, 0x200D, 0x200E, 0x200F,
                                 *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]))
_TABLE: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك",
                               "ة": "ه", "ؤ": "و", "ئ": "ي", "\u00a0": " ",
                               **{chr(0x660 + d): str(d) for d in range(10)},
                               **{chr(0x6F0 + d): str(d) for d in range(10)}})
_DROPPED: Final = re.compile(f"[{_DROP}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset of its source character."""

    text: str
    source: str
    index: list[int] | None  # None: the map is the identity

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source text that the folded span `[start, end)` came from."""
        if self.index is None or start == end:
            return start, end
        return self.index[start], self.index[end - 1] + 1


def fold(text: str) -> Folded:
    """Return `text` folded for comparison, with its offset map."""
    folded = text.translate(_TABLE)
    if not _DROPPED.search(folded):
        return Folded(folded, text, None)
    index = [i for i, c in enumerate(folded) if c not in _DROP]
    return Folded(_DROPPED.sub("", folded), text, index)
