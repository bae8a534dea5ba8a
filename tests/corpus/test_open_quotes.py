"""A quotation mark that nobody closed takes no row with it, and is named."""

from __future__ import annotations

import pytest

from rasid.errors import message
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

HEAD = "title,body,date\n"
LAST = f'خبر ثالث,"{THIRD}",2024-09-20\n'


@pytest.mark.parametrize(
    "rows",
    [
        f'"خبر أول","{PARAGRAPH},2024-09-18\nخبر ثان,"{SECOND}",2024-09-19\n',
        f'"خبر أول","{PARAGRAPH},2024-09-18\n"خبر ثان","{SECOND}",2024-09-19\n',
        f'"خبر أول","{PARAGRAPH},2024-09-18\nخبر ثان,{SECOND},2024-09-19\n',
        f'"خبر أول,"{PARAGRAPH}",2024-09-18\n"خبر ثان","{SECOND}",2024-09-19\n',
    ],
)
def test_rows_an_open_mark_ran_together_are_put_apart(read, rows) -> None:
    articles, problems = read("x.csv", HEAD + rows + LAST)
    assert [a.title for a in articles] == ["خبر أول", "خبر ثان", "خبر ثالث"]
    assert [a.body for a in articles] == [PARAGRAPH, SECOND, THIRD]
    days = [str(a.publication.published_from) for a in articles]
    assert days == ["2024-09-18", "2024-09-19", "2024-09-20"]
    assert [(p.problem, p.detail) for p in problems] == [("open-quote", "#1")]
    assert all("#1" in message("open-quote", each, detail="#1") for each in ("ar", "en"))


def test_a_text_of_several_lines_in_the_row_below_stays_whole(read) -> None:
    rows = f'خبر أول,"{PARAGRAPH},2024-09-18\nخبر ثان,"{SECOND}\nسطر, وفاصلة فيه",2024-09-19\n'
    articles, _ = read("x.csv", HEAD + rows + LAST)
    assert articles[1].body == f"{SECOND}\nسطر, وفاصلة فيه"
    assert len(articles) == 3


def test_a_mark_left_open_in_the_last_row_gives_its_date_back(read) -> None:
    articles, problems = read("x.csv", f'{HEAD}{LAST}خبر رابع,"{SECOND},2024-09-21\n')
    assert str(articles[1].publication.published_from) == "2024-09-21"
    assert articles[1].body == SECOND
    assert [p.detail for p in problems] == ["#2"]


def test_without_dates_title_and_text_tell_a_row(read) -> None:
    rows = f'"خبر أول","{PARAGRAPH}\n"خبر ثان","{SECOND}"\n'
    articles, problems = read("x.csv", f"title,body\n{rows}")
    assert [a.body for a in articles] == [PARAGRAPH, SECOND]
    assert [p.problem for p in problems] == ["open-quote"]


def test_marks_within_a_text_that_its_table_did_not_double(read) -> None:
    said = f'{PARAGRAPH}\nوقال "نعم" ثم, سكت.\n{SECOND}'
    articles, problems = read("x.csv", f'{HEAD}خبر أول,"{said}",2024-09-18\n{LAST}')
    assert articles[0].body == said
    assert len(articles) == 2
    assert not problems


def test_a_table_that_keeps_the_rules_is_read_as_it_is(read) -> None:
    like = f"{PARAGRAPH}\nخبر آخر,{SECOND},2024-09-11\nخبر,كلام,2024-09-12"
    articles, problems = read("x.csv", f'{HEAD}خبر أول,"{like}",2024-09-18\n{LAST}')
    assert len(articles) == 2
    assert not problems


def test_many_open_marks_are_named_in_a_few_lines(read) -> None:
    rows = "".join(f'خبر {n},"{PARAGRAPH} {n},2024-09-18\n' for n in range(50))
    articles, problems = read("x.csv", HEAD + rows)
    assert len(articles) == 50
    assert len(problems) == 21
    assert problems[-1].detail == "30 more lines"


def test_a_text_of_thousands_of_lines_is_one_row(read) -> None:
    long = "\n".join([PARAGRAPH] * 6000)
    articles, problems = read("x.csv", f'{HEAD}خبر أول,"{long}",2024-09-18\n{LAST}')
    assert len(articles) == 2
    assert not problems
