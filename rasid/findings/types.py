"""What the finders return; offsets count code points of the text they were given.

They are values: nobody changes one. They are not declared frozen because a frozen one takes eight times as long to
make, and an article brings some forty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A base, place, person or organisation named in the text (a row of `mentions`).

    kind is base, place, country, person or organisation; role (bases only) is departure, arrival, handover,
    remains or attacked.
    """

    start: int
    end: int
    surface: str
    entity_id: str
    kind: str
    role: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Statement:
    """A statement and its speaker (a row of `speech`); `start`/`end` span verb, speaker and content.

    style is direct (inside quotation marks) or indirect. speaker is the name as the text gives it
    ("" when the text names none), speaker_id its entity, None when unknown.
    """

    start: int
    end: int
    surface: str
    verb: str
    style: str
    speaker: str
    speaker_id: str | None
    content_start: int
    content_end: int


@dataclass(slots=True, unsafe_hash=True)
class DateMention:
    """A date named in the text, as an inclusive interval (a row of `dates`).

    grain is minute, day, week, month, season, quarter, year, decade; relation is promised, past or context; about is
    combat-mission, phase-one, phase-two, final-exit or other.
    """

    start: int
    end: int
    surface: str
    date_from: date
    date_to: date
    grain: str
    relation: str = "context"
    about: str = "other"
    entity_id: str | None = None
    speaker_id: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A number with its unit (a row of `quantities`): low and high are equal for a single value.

    unit is the lemma of the counted noun ("" when the text gives none); about is troops, bases or other.
    """

    start: int
    end: int
    surface: str
    low: float
    high: float
    approximate: bool
    unit: str
    about: str = "other"
    entity_id: str | None = None
    speaker_id: str | None = None
    as_of: date | None = None


@dataclass(slots=True, unsafe_hash=True)
class FrameHit:
    """A framing expression (a row of `frames`)."""

    start: int
    end: int
    surface: str
    frame_id: str
    quoted: bool
