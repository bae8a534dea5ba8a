"""Forms that several rules of a page's day look for: the hour of a clock, the number of a paper's issue."""

from __future__ import annotations

import re
from typing import Final

CLOCK: Final = r"\d{1,2}:\d\d"
"""An hour as clocks print it, for rules to build on."""
HOUR: Final = re.compile(rf"(?<!\d){CLOCK}")
"""An hour anywhere in a line."""
ISSUE: Final = re.compile(r"(?:ال)?عدد(?: رقم)?\s?:?\s?\(?\s?\d{1,6}\b")
"""The number of a paper's issue (folded)."""
ISSUE_OF_DAY: Final = re.compile(
    r"(?:ال)?عدد (?:يوم )?ال[^\W\d_]{3,8}[،,]? \d{1,2} [^\W\d_]{3,8} (?:19|20)\d\d\W*$"
)
"""A paper's issue named by its day (folded): "عدد الثلاثاء 13 فبراير 2024"."""
