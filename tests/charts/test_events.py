"""The list of key events over a time axis."""

from __future__ import annotations

import pandas as pd
import pytest

from rasid.charts import events
from rasid.charts.canvas import Canvas
from rasid.charts.look import Look
from rasid.charts.text import BREAK


@pytest.mark.parametrize(("narrow", "fitting", "count"), [(False, 92, 1), (True, 64, 2)])
def test_an_event_is_told_in_full_in_the_narrowest_window(
    narrow: bool, fitting: int, count: int
) -> None:
    """A letter takes about 4.9 pixels: a phone has 312 for the list, the narrowest page of a desk 450."""
    label = "Higher Military Commission: all federal bases of the country evacuated"
    table = pd.DataFrame(
        {"date": [pd.Timestamp("2026-01-18")], "label": [label], "planned": [False]}
    )
    fig, look = Canvas(), Look("en", "light", (), narrow=narrow)
    events.draw(fig, table, look, days=30)
    (text,) = [a["text"] for a in fig.layout["annotations"] if "18 Jan" in a["text"]]
    lines = text.split(BREAK)
    assert len(lines) == count
    assert max(map(len, lines)) <= fitting
    assert " ".join(line.strip("\u2066\u2067\u2068\u2069") for line in lines).endswith(label)
    assert events.room(table, look) > events.ROW * len(lines)
