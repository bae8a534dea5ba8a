"""The list of key events over a time axis."""

from __future__ import annotations

import pandas as pd
import pytest

from rasid.charts import events
from rasid.charts.canvas import Canvas
from rasid.charts.look import Look
from rasid.charts.text import BREAK


@pytest.mark.parametrize("narrow", [False, True])
def test_an_event_is_told_in_full_in_a_window_of_390_pixels(narrow: bool) -> None:
    label = "Higher Military Commission: all federal bases of the country evacuated"
    table = pd.DataFrame(
        {"date": [pd.Timestamp("2026-01-18")], "label": [label], "planned": [False]}
    )
    fig, look = Canvas(), Look("en", "light", (), narrow=narrow)
    events.draw(fig, table, look, days=30)
    (text,) = [a["text"] for a in fig.layout["annotations"] if "18 Jan" in a["text"]]
    lines = text.split(BREAK)
    assert max(map(len, lines)) <= 64  # letters that 312 pixels hold at this size
    assert " ".join(line.strip("\u2066\u2067\u2068\u2069") for line in lines).endswith(label)
    assert events.room(table, look) > events.ROW * len(lines)
