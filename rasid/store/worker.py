"""What every worker of a build begins with, loaded once in the process that workers are forked from.

Readers, rules and lexicons take two seconds and 230 MB a process; forked, workers share them and start at
once. Imported by the fork server alone; this module's import is its work.
"""

from __future__ import annotations

import atexit
import contextlib
import gc

from rasid.errors import RasidError
from rasid.findings import analyse
from rasid.findings import lexicon as cues
from rasid.findings import lexicon_cache as cues_cache
from rasid.language import known_words, lexicon, lexicon_cache
from rasid.store import rows

_EVERYTHING = "قال المتحدث إن 200 جندي سيغادرون قاعدة عين الأسد نهاية 2026."
"""A sentence whose reading takes every lexicon."""

with contextlib.suppress(RasidError):  # a broken list is reported where its first article is read
    analyse(_EVERYTHING, None)
    # Whole at once: a worker that came to it alone would hold its own copy of each.
    cues_cache.whole(cues.lexicon())
    lexicon_cache.inflate(lexicon.lexicon())
    known_words.is_known("كتاب")
gc.freeze()  # or the collector's marks would copy every page that is shared
atexit.register(gc.unfreeze)  # else DuckDB reports what is never collected as leaked

__all__ = ["rows"]
