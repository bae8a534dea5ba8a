"""When اليوم is the day of writing, and when it only means "nowadays" or names an observance."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.lexicon import TIMES_OF_DAY
from rasid.language.numbers_scan import Words, folded_words

_BEFORE_NOT: Final = folded_words("حتى إلى لغاية المصري بغداد العراق روسيا عالم")


def is_today(w: Words, i: int) -> bool:
    """Tell whether اليوم at word `i` is the day of writing."""
    if w.word(i) != "اليوم":
        return False
    before, after = w.word(i - 1), w.word(i + 1)
    if before in TIMES_OF_DAY or before[1:] in TIMES_OF_DAY:
        return not after.startswith("ال") or not w.near(i + 1)
    if before in _BEFORE_NOT:
        return False
    return not (after.startswith("ال") and w.near(i + 1)) or before in ("هذا", "من")
