"""What stands where: bars over the slider, cells of a table, parts of a line."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest

from rasid.ui import tables
from rasid.ui.selecting import inview
from rasid.ui.selecting.histogram import SLOTS, histogram

SPAN = (date(2018, 1, 1), date(2026, 1, 1))


def bars(markup: str) -> list[tuple[bool, int]]:
    """Return of each bar whether it is among the chosen days, and its height."""
    return [(bool(inside), int(height)) for inside, height in
            re.findall(r'<i( class="in")? style="height:(\d+)%"></i>', markup)]  # fmt: skip


def bins(*days: str, width: int = 7) -> pd.DataFrame:
    starts = pd.to_datetime(list(days))
    return pd.DataFrame(
        {"date_from": starts, "date_to": starts + pd.Timedelta(days=width - 1), "count": 1}
    )


def test_bars_stand_over_their_days_also_when_the_articles_cover_few_of_them() -> None:
    drawn = bars(histogram(bins("2025-11-01", "2025-12-01"), SPAN, SPAN, "x"))
    assert len(drawn) == SLOTS
    filled = [place for place, (_, height) in enumerate(drawn) if height]
    assert filled
    assert min(filled) >= SLOTS - 2


def test_bars_outside_the_chosen_days_are_pale() -> None:
    chosen = (date(2025, 1, 1), date(2026, 1, 1))
    drawn = bars(histogram(bins("2018-02-01", "2025-06-01"), chosen, SPAN, "x"))
    assert [inside for inside, height in drawn if height] == [False, True]


def test_no_articles_no_bars() -> None:
    assert histogram(bins(), SPAN, SPAN, "x") == ""


@pytest.mark.parametrize(("right", "cell", "mark"), [
    (True, "noise.html ليس سليماً", "\u061c"), (True, "عربي UTF-8", ""), (True, "only-latin.txt", ""),
    (False, "عربي", "\u200e"), (False, "Latin عربي", ""), (True, "", ""),
])  # fmt: skip
def test_a_cell_runs_in_the_direction_of_the_page(right: bool, cell: str, mark: str) -> None:
    shown = tables._from_its_side(pd.DataFrame({"a": [cell], "n": [1]}), right=right)
    assert shown["a"].tolist() == [mark + cell]
    assert shown["n"].tolist() == [1]


def test_a_line_breaks_between_its_parts_only_and_is_escaped() -> None:
    markup = inview.unbroken("98 <b> · 1 آذار 2018 – 23 شباط 2026")
    assert markup.count('<span class="rasid-part">') == 2
    assert "<b>" not in markup
