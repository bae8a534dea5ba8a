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
