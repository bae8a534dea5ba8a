"""How a document is cut for the rules."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from rasid.findings import analyse, find_speech
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


def test_a_text_asked_for_five_times_is_read_once() -> None:
    text = "قال المتحدث إن القوات غادرت القاعدة. وأضاف أنها لن تعود."
    reading = Reading.of(text)
    assert Reading.of(text) is reading
    assert Reading.of(reading.document) is reading
    assert Document.of("".join(text)) is reading.document
    assert Reading.of(text + " انتهى.") is not reading
    assert Reading.of(Document(text)) is not reading


def test_who_changes_a_list_of_findings_changes_no_other() -> None:
    text = "قال الوزير إن القوات غادرت. وأضاف أنها لن تعود."
    found = find_speech(text)
    before = list(found)
    found.clear()
    assert before
    assert find_speech(text) == before


def test_a_thread_reads_for_itself() -> None:
    text = "غادرت القوات القاعدة."
    with ThreadPoolExecutor(1) as thread:
        other = thread.submit(Reading.of, text).result()
    assert Reading.of(text) is not other


def test_the_collector_goes_on_as_it_did() -> None:
    assert gc.isenabled()
    analyse("غادرت القوات القاعدة.", None)
    assert gc.isenabled()
    gc.disable()
    try:
        analyse("غادرت القوات القاعدة.", None)
        assert not gc.isenabled()
    finally:
        gc.enable()
