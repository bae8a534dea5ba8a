"""What the text says: mentions and roles, speech, dates, quantities, frames."""

from __future__ import annotations

from rasid.findings.analysis import Findings, analyse
from rasid.findings.dates import find_dates
from rasid.findings.frames.finder import find_frames
from rasid.findings.mentions.finder import find_mentions
from rasid.findings.quantities import find_quantities
from rasid.findings.speech.finder import find_speech
from rasid.findings.types import DateMention, FrameHit, Mention, Quantity, Statement

__all__ = [
    "DateMention",
    "Findings",
    "FrameHit",
    "Mention",
    "Quantity",
    "Statement",
    "analyse",
    "find_dates",
    "find_frames",
    "find_mentions",
    "find_quantities",
    "find_speech",
]
