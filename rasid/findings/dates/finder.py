"""The finder of dates: expressions with their relation to the article and what they are about."""

from __future__ import annotations

from datetime import date

from rasid.findings.dates.about import Sense, is_on_topic, reference_bounds, settle, topic_of
from rasid.findings.dates.relation import is_due, relation, was_planned
from rasid.findings.types import DateMention
from rasid.language import Document
from rasid.language.dates.dashes import scan_of
from rasid.language.dates.finder import matched_expressions


def find_dates(
    text: str | Document, reference: date | tuple[date, date] | None
) -> list[DateMention]:
    """Return the dates named in a text, in order, as inclusive intervals.

    `reference` is the article's own date, or the interval it lies in; with None only dates that need none are
    returned. relation is promised (a deadline or an event still to come), past or context; about is combat-mission,
    phase-one, phase-two, final-exit or other. entity_id and speaker_id are left for the caller to link.
    """
    document = Document.of(text)
    matched = matched_expressions(document, reference)
    if not matched:
        return []
    w, text = scan_of(document), document.text
    bounds = reference_bounds(reference)
    on_topic = is_on_topic(w)
    senses: list[Sense] = []
    previous_end = 0
    for match, found in matched:
        if text[found.start - 1 : found.start] == "/" and text.startswith("/", found.end):
            continue  # a part of an address
        topic = topic_of(w, match, previous_end) if on_topic else "other"
        place = relation(w, match, found, bounds, topic)
        ahead = bounds[1] is not None and found.date_from > bounds[1]
        due = ahead or place == "promised"
        due = due or (topic != "other" and (is_due(w, match) or was_planned(w, match)))
        senses.append(Sense(match, found, place, topic, due))
        previous_end = match.end
    settle(senses)
    return [
        DateMention(
            s.found.start, s.found.end, s.found.surface, s.found.date_from, s.found.date_to,
            s.found.grain, s.relation, s.topic,
        )
        for s in senses
    ]  # fmt: skip
