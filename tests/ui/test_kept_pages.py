"""What a page takes from what it showed before is what it would have made anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rasid.settings import ASSETS

App = Callable[..., AppTest]


def drawn(test: AppTest) -> list[str]:
    """Return the markup, the figures and the tables of a page, in order."""
    found = []
    for node in test.main:
        proto = getattr(node, "proto", None)
        if proto is not None:
            found.append(re.sub(r"[0-9a-f]{32}", "", str(proto)))
    return found


@pytest.mark.parametrize("page", ["overview", "sources", "terms", "timeline", "voices"])
def test_the_second_visitor_sees_what_the_first_one_saw(app: App, page: str) -> None:
    first, second = drawn(app(page, lang="en")), drawn(app(page, lang="en"))
    assert first
    assert first == second


def test_a_changed_list_of_events_is_drawn_at_once(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASID_EDITS", str(tmp_path))
    before = figures(app("overview", lang="en"))
    events = tmp_path / "assets" / "events.csv"
    events.parent.mkdir()
    header = (ASSETS / "events.csv").read_text(encoding="utf-8").splitlines()[0]
    row = {
        "date_from": "2025-09-02",
        "name_ar": "حدث",
        "name_en": "An event of ours",
        "planned": "0",
    }
    cells = [row.get(name, "") for name in header.split(",")]
    events.write_text(f"{header}\n{','.join(cells)}\n", encoding="utf-8")
    after = figures(app("overview", lang="en"))
    assert "An event of ours" not in before
    assert "An event of ours" in after


def figures(test: AppTest) -> str:
    """Return the figures of a page as one text."""
    return "".join(json.dumps(json.loads(item.proto.spec)) for item in test.get("plotly_chart"))
