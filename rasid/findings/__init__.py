"""What the text says: mentions and roles, speech, dates, quantities, frames."""

from __future__ import annotations

from typing import Any

from rasid.findings.analysis import Findings, analyse
from rasid.findings.frames import find_frames
from rasid.findings.mentions import find_mentions
from rasid.findings.speech import find_speech
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


def __getattr__(name: str) -> Any:
    """Import `find_dates` and `find_quantities` on first use."""
    if name in {"find_dates", "find_quantities"}:
        from importlib import import_module

        return getattr(import_module(f"rasid.findings.{name.removeprefix('find_')}"), name)
    raise AttributeError(name)
