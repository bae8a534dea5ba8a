"""How a document is cut for the rules."""

from __future__ import annotations

from itertools import pairwise

from rasid.findings.reading import Reading
from rasid.language import Document


def test_a_page_without_a_full_stop_is_read_in_runs() -> None:
    """Rules look through what is left of a sentence: one of 5,000 words would cost a hundred times as much."""
    reading = Reading(Document("قال الوزير " * 2_500 + ". انتهى الخبر."))
    starts = reading.sentence_starts
    assert starts[0] == 0
    assert starts[-1] == len(reading.words)
    assert max(last - first for first, last in pairwise(starts)) == 500
    assert {reading.sentence(i) for i in (0, 499)} == {(0, 500)}
    assert reading.sentence(500) == (500, 1000)


def test_a_sentence_of_an_article_is_one() -> None:
    reading = Reading(Document("غادرت القوات " + "والأرتال " * 300 + "القاعدة. ثم عادت."))
    assert reading.sentence(5) == (0, 303)
