"""All findings of one document, linked to each other."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Final

from rasid.findings.dates import find_dates
from rasid.findings.frames.finder import find_frames
from rasid.findings.mentions.finder import find_mentions, mentions_of
from rasid.findings.quantities import as_of, find_quantities
from rasid.findings.quantities.places import Whereabouts
from rasid.findings.quantities.timing import DURATIONS
from rasid.findings.reading import Reading
from rasid.findings.speech.finder import find_speech, quoted_spans
from rasid.findings.types import DateMention, FrameHit, Mention, Quantity, Statement
from rasid.language import Document
from rasid.language.dates.dashes import scan_of
from rasid.language.dates.finder import parse_text


@dataclass(frozen=True, slots=True)
class Findings:
    """What a document says, each list in order of the text.

    quoted: sorted, merged `(start, end)` spans inside quotation marks or attributed speech.
    """

    mentions: list[Mention]
    statements: list[Statement]
    dates: list[DateMention]
    quantities: list[Quantity]
    frames: list[FrameHit]
    quoted: list[tuple[int, int]]


Reference = date | tuple[date, date] | None


def analyse(document: Document | str | Reading, reference: Reference) -> Findings:
    """Return all findings of a document, dates and quantities linked to base and speaker.

    entity_id is the base the sentence names (the nearest one); of a quantity it is where its own words say that it is,
    be it a base, a town or a country. as_of is the last day of the date the clause names; speaker_id is the speaker of
    the statement that holds the date or quantity.

    Args:
        document: The article's body, or its reading.
        reference: Its publication date, or an interval that holds it, or None.
    """
    return analyse_together([document], [reference])[0]


def analyse_together(
    documents: Sequence[Document | str | Reading], references: Sequence[Reference]
) -> list[Findings]:
    """Return the findings of documents, each found in all of them before the next.

    Of 250 together each costs a quarter less than alone: what a rule consists of stays in the processor's cache.
    Python's collector of cycles rests meanwhile: of the thousands of small objects none refers to itself, and it
    took a seventh of the time to find nothing.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _analysed(documents, references)
    finally:
        if collects:
            gc.enable()


def _analysed(
    documents: Sequence[Document | str | Reading], references: Sequence[Reference]
) -> list[Findings]:
    readings = [Reading.of(document) for document in documents]
    for prepare in _PREPARING:
        for reading in readings:
            prepare(reading)
    mentions = [find_mentions(reading) for reading in readings]
    statements = [find_speech(reading) for reading in readings]
    quoted = [quoted_spans(reading) for reading in readings]
    links = list(map(_Links, readings, mentions, statements))
    dates = [
        link.of_dates(find_dates(reading.document, reference))
        for reading, link, reference in zip(readings, links, references, strict=True)
    ]
    counted = [find_quantities(reading.document) for reading in readings]
    quantities = list(map(_Links.of_quantities, links, counted, dates))
    frames = list(map(find_frames, readings, quoted))
    return list(map(Findings, mentions, statements, dates, quantities, frames, quoted))


def _parse(reading: Reading) -> None:
    parse_text(scan_of(reading.document))


_PREPARING: Final[tuple[Callable[[Reading], object], ...]] = (
    lambda reading: reading.document.sentences,
    attrgetter("sentence_starts"),
    attrgetter("quote_words"),
    mentions_of,
    _parse,
)
"""What several rules ask for, each step for all readings."""


class _Links:
    """Which base a place of the text is about, and who speaks there."""

    def __init__(
        self, reading: Reading, mentions: list[Mention], statements: list[Statement]
    ) -> None:
        self.text, self.sentences = reading.document.text, reading.document.sentences
        self.bases = [m for m in mentions if m.kind == "base"]
        self.statements = statements
        self.places = Whereabouts(self.text, self.sentences, mentions)

    def of_dates(self, dates: list[DateMention]) -> list[DateMention]:
        """Return dates linked to base and speaker."""
        if not (self.bases or self.statements):
            return dates
        return [self._of_date(found, dates) for found in dates]

    def of_quantities(self, quantities: list[Quantity], dates: list[DateMention]) -> list[Quantity]:
        """Return quantities linked to place, speaker and the day they hold as of."""
        days = as_of(self.text, self.sentences, quantities, dates, self.statements)
        return list(map(self._of_quantity, quantities, self.places.of(quantities), days))

    def _of_date(self, found: DateMention, dates: list[DateMention]) -> DateMention:
        """Return a date with entity_id and speaker_id filled in where known.

        A base that another date stands nearer to is that one's (من عين الأسد في 2025، وتبقى قوات حتى 2026), and one of
        what was told is not that of the day on which it was told.
        """
        base, speaker = None, self._speaker(found.start)
        if self.bases:
            others = [d for d in dates if d is not found and not _are_listed(found, d)]
            base = self._base(found.start, others, told=self._told_after(found.start))
        if base is None and speaker is None:
            return found
        # Made outright: `replace` costs three times as much.
        return DateMention(
            found.start, found.end, found.surface, found.date_from, found.date_to,
            found.grain, found.relation, found.about, base, speaker,
        )  # fmt: skip

    def _of_quantity(self, found: Quantity, place: str | None, day: date | None) -> Quantity:
        """Return a quantity with its place, speaker, and the day it holds as of.

        Without a place of its own it is at the base that the sentence names nearest. A number without such a day holds
        as of the article's own publication, which is not repeated here.
        """
        if self._counts_speakers(found):
            return found
        speaker = self._speaker(found.start)
        base = None if found.unit in DURATIONS else place or self._base(found.start)
        if base is None and speaker is None and day is None:
            return found
        return Quantity(
            found.start, found.end, found.surface, found.low, found.high, found.approximate,
            found.unit, found.about, base, speaker, day,
        )  # fmt: skip

    def _counts_speakers(self, found: Quantity) -> bool:
        """Tell the number of those who speak (بحسب ثلاثة مسؤولين): they are at no base, on no day."""
        return any(
            said.start <= found.start < said.end and found.surface in said.speaker
            for said in self.statements
        )

    def _told_after(self, at: int) -> int | None:
        """Return where what is told in the sentence begins, when `at` stands before it (أعلن أمس أن ...)."""
        for statement in self.statements:
            if statement.start <= at < statement.content_start:
                return statement.content_start
        return None

    def _base(
        self, at: int, others: Sequence[DateMention] = (), *, told: int | None = None
    ) -> str | None:
        """Return the base of the same sentence that is named nearest to `at`, none of the others between.

        told: where what was told then begins; a base named from there on is left out.
        """
        if not self.bases:
            return None
        sentence = bisect_right(self.sentences, at, key=_first) - 1
        if sentence < 0:
            return None
        start, end = self.sentences[sentence]
        if told is not None:
            end = min(end, told)
        inside = [
            base
            for base in self.bases
            if start <= base.start < end
            and abs(base.start - at) < _FAR
            and not any(min(at, base.start) < d.start < max(at, base.start) for d in others)
        ]
        nearest = min(inside, key=lambda base: abs(base.start - at)) if inside else None
        return nearest.entity_id if nearest else None

    def _speaker(self, at: int) -> str | None:
        """Return the speaker of the last statement that holds `at`."""
        for statement in reversed(self.statements):
            if statement.content_start <= at < statement.content_end:
                return statement.speaker_id
        return None


def _are_listed(a: DateMention, b: DateMention) -> bool:
    """Tell whether hardly anything stands between two dates (في أيلول 2025 وأيلول 2026)."""
    return max(a.start - b.end, b.start - a.end) <= _LISTED


_LISTED: Final = 8  # characters
_FAR: Final = 160  # characters, some 25 words: another clause tells of another place
_first: Final = itemgetter(0)
