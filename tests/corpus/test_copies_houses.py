"""Copies by who printed them and when: a house prints a report once, others reprint it within days."""

from __future__ import annotations

import random
from datetime import date

from rasid.corpus.copies.facts import Appearance
from tests.corpus.copy_texts import edited, printed, text, together


def test_a_paper_prints_a_report_once() -> None:
    told = text(50, 160)
    update = told[:60] + text(51, 60) + told[60:90]
    assert together(printed(told, "one", 1), printed(update, "two", 1))
    assert not together(printed(told, "one", 1), printed(update, "one", 1))
    assert together(printed(told, "one", 1, "reprints"), printed(update, "one", 1))
    assert together(printed(told, "one", 1, "reprints"), printed(update, "one", 1, "reprints"))
    saved_again = [*text(52, 3), *told]
    assert together(printed(told, "one", 1), printed(saved_again, "one", 1))


def test_another_report_with_an_old_tail_of_the_same_house_is_none() -> None:
    tail = text(53, 120)
    one, two = text(54, 25) + tail, text(55, 25) + tail
    assert together(printed(one, "one", 1), printed(two, "two", 1))
    assert not together(printed(one, "one", 1), printed(two, "one", 1))


def test_what_is_alike_days_later_is_another_report_unless_it_is_most_of_the_text() -> None:
    told = text(56, 160)
    again = told[:75] + text(57, 100)
    assert together(printed(told, "one", 1), printed(again, "two", 4))
    assert not together(printed(told, "one", 1), printed(again, "two", 5))
    assert together(printed(told, "one", 1), printed(edited(told, 0.02, 58), "two", 20))
    figures = [*told[:30], "45", *told[30:]], [*edited(told, 0.05, 59)[:30], "72", *told[30:]]
    assert together(printed(figures[0], "one", 1), printed(edited(figures[1], 0.04, 60), "two", 2))
    assert not together(
        printed(figures[0], "one", 1), printed(edited(figures[1], 0.04, 60), "two", 9)
    )


def test_of_two_houses_of_one_day_a_rewritten_opening_does_not_matter() -> None:
    body = text(61, 80)
    one = text(62, 30) + body[:6] + text(63, 8) + body
    two = text(64, 36) + body[:4] + body
    assert together(printed(one, "one", 1), printed(two, "two", 1))
    assert not together(printed(one, "one", 1), printed(two, "two", 9))
    assert not together((one, Appearance()), (two, Appearance()))


def test_what_lies_further_down_in_another_report_is_its_background_or_an_item() -> None:
    told = text(67, 120)
    before, after = text(68, 200), text(71, 90)
    cited = before + edited(told, 0.04, 66) + after
    assert not together(printed(told, "one", 1), printed(cited, "two", 1))
    assert together(printed(told, "one", 1), printed(before + told + after, "two", 1))
    led = edited(told, 0.04, 66) + text(71, 290)
    assert together(printed(told, "one", 1), printed(led, "two", 1))


def test_where_a_house_is_unknown_more_of_both_is_asked_for() -> None:
    told = text(65, 160)
    update = told[:60] + text(66, 60) + told[60:90]
    assert together((told, Appearance("unknown", "")), (update, Appearance("unknown", "")))
    day = date(2024, 3, 1)
    assert together((told, Appearance("one", "", day, day)), (update, Appearance("one", "")))
    less = told[:65] + text(66, 160)
    assert together(printed(told, "one", 1), printed(less, "two", 1))
    assert not together(printed(told, "one", 1), (less, Appearance("unknown", "")))


def test_of_two_houses_of_one_day_the_figures_may_differ() -> None:
    words = text(120, 90)

    def told(seed: int, prose: int) -> list[str]:
        chosen, report = random.Random(seed), edited(words, 0.08, prose)
        for at in range(5, 90, 12):
            report[at] = str(chosen.randint(10, 9999))
        return report

    assert together(printed(told(1, 121), "one", 1), printed(told(2, 122), "two", 2))
    assert not together(printed(told(1, 121), "one", 1), printed(told(2, 122), "two", 9))
    assert not together((told(1, 121), Appearance()), (told(2, 122), Appearance()))
