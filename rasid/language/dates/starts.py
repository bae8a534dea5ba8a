"""Which words can begin a date at all, told by the word itself and the one after it: cheaper than asking the rules."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.durations import HEDGES
from rasid.language.dates.lexicon import LEXICON, PLURAL_UNITS, Entry
from rasid.language.dates.match import stripped
from rasid.language.dates.told import BEYOND, YEAR_KINDS, YEAR_UNITS
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import folded_words

_UNITS: Final = frozenset(w for w, found in LEXICON.items() if found.kind in ("unit", "units2"))
AFTER_PREPOSITION: Final = HEDGES | _UNITS | NUMBER_WORDS.keys()
"""After قبل، منذ، خلال stands a length of time."""
AFTER_ORDINAL: Final = folded_words("عشر عشرة من منه ل of إلى حتى لغاية الى و وحتى وإلى ولغاية")
"""After an ordinal stands its month, the rest of the number, or the second day of a range."""
AFTER_UNIT: Final = (
    YEAR_KINDS | BEYOND.keys() | folded_words("ال ما من الذي التي الجديد الجديدة الأخير الأخيرة")
)
"""After a unit of time stands its number, its name, or what moves it."""
ALONE: Final = folded_words("اليوم الليلة")
"""These are dates without anything beside them."""
_NAMED: Final = folded_words("يوم شهر")


def is_no_start(word: str, found: Entry) -> bool:
    """Tell whether a word of the tables never begins a date: الأولى counts no days, عاما and دقيقة only count."""
    if found.kind == "ordinal":
        return word.endswith(("ه", "ولي"))
    if found.kind != "unit":
        return False
    name = stripped(word, found.cut)
    if name in ALONE or name in _NAMED or name in YEAR_UNITS:
        return False
    if name in PLURAL_UNITS:
        return found.value in ("minute", "century")
    return not name.startswith("ال") or found.value in ("minute", "hour")
