"""Statements worded after what blind samples of real news showed to be missed, with pinned floors."""

from __future__ import annotations

import pytest

from tests.accuracy.test_findings_mentions import speech_score

pytestmark = pytest.mark.accuracy


def test_statements_of_the_third_round() -> None:
    """Three fresh samples, judged before the output was seen: P 94.9 R 85.5, P 91.4 R 90.1, P 97.7 R 90.5."""
    precision, recall, speakers, styles, report = speech_score("speech_third.tsv")
    assert min(precision, recall) >= 97, report
    assert speakers >= 95, report
    assert styles >= 97, report


def test_statements_of_the_fourth_round() -> None:
    """Three fresh samples, judged before the output was seen: P 98.3 R 87.8, P 92.5 R 86.6, P 98.2 R 85.2."""
    precision, recall, speakers, styles, report = speech_score("speech_fourth.tsv")
    assert min(precision, recall) >= 97, report
    assert speakers >= 93, report
    assert styles >= 97, report


def test_statements_of_the_fifth_round() -> None:
    """Four fresh samples, judged before: P 98.4 R 86.6, P 99.3 R 93.0, P 97.1 R 91.8, P 98.4 R 93.4."""
    precision, recall, speakers, styles, report = speech_score("speech_fifth.tsv")
    assert min(precision, recall) >= 97, report
    assert speakers >= 93, report
    assert styles >= 97, report


def test_statements_of_the_sixth_round() -> None:
    """Worded after eight fresh samples, judged before: 674 statements, P 98.8, R 94.2, speaker 96.5 at first sight."""
    precision, recall, speakers, styles, report = speech_score("speech_sixth.tsv")
    assert min(precision, recall) >= 97, report
    assert speakers >= 95, report
    assert styles >= 97, report


def test_statements_of_the_seventh_round() -> None:
    """Worded after eight fresh samples, judged before, 883 statements: P 97.5, R 93.9, speaker 91.0 at first sight."""
    precision, recall, speakers, styles, report = speech_score("speech_seventh.tsv")
    assert min(precision, recall) >= 95, report
    assert speakers >= 95, report
    assert styles >= 97, report


def test_statements_of_the_eighth_round() -> None:
    """Worded after six fresh samples, judged before, 609 statements: P 97.2, R 91.5, speaker 92.1 before the round.

    The three samples drawn within it, each at first sight: P 96.9 R 88.5, P 96.2 R 92.7, P 99.0 R 96.2.
    """
    precision, recall, speakers, styles, report = speech_score("speech_eighth.tsv")
    assert min(precision, recall) >= 95, report
    assert speakers >= 95, report
    assert styles >= 97, report


def test_statements_of_the_ninth_round() -> None:
    """Worded after six fresh samples, judged before, at first sight: two before the round, 352 statements, P 93.3,
    R 87.8, speaker 92.6; four within it, 598 statements: P 95.1 R 91.3, P 93.5 R 90.5, P 95.1 R 84.1, P 93.2 R 90.9.
    """
    precision, recall, speakers, styles, report = speech_score("speech_ninth.tsv")
    assert min(precision, recall) >= 97, report
    assert speakers >= 97, report
    assert styles >= 97, report


def test_statements_of_the_tenth_round() -> None:
    """Worded after eight blind samples, judged before, at first sight: before the round P 94.7 R 85.0 (127 statements);
    within it P 95.8 R 89.3 (103), P 98.0 R 90.9 (110), P 93.4 R 89.1 (128), P 98.9 R 93.7 (95), P 95.3 R 92.7 (110),
    P 95.0 R 90.6 (127), P 95.7 R 88.0 (100).
    """
    precision, recall, speakers, styles, report = speech_score("speech_tenth.tsv")
    assert min(precision, recall) == 100, report
    assert min(speakers, styles) == 100, report


def test_statements_of_the_eleventh_round() -> None:
    """Worded after two blind samples, judged before, at first sight: P 95.9 R 88.0 (133), P 97.6 R 94.3 (87)."""
    precision, recall, speakers, styles, report = speech_score("speech_eleventh.tsv")
    assert min(precision, recall) == 100, report
    assert min(speakers, styles) == 100, report


def test_statements_of_the_twelfth_round() -> None:
    """Worded after the commonest wrong speakers of 72,000 articles, found by listing all of them by frequency."""
    precision, recall, speakers, styles, report = speech_score("speech_twelfth.tsv")
    assert min(precision, recall) == 100, report
    assert min(speakers, styles) == 100, report
