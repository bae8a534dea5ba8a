"""Every mark says a number and opens that many pieces of evidence: swept over the charts of a real store."""

from __future__ import annotations

from collections.abc import Iterator

import plotly.graph_objects as go
import pytest

from rasid import charts
from rasid import measures as m
from rasid.charts import Look
from rasid.store.build import BuildOptions, build
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection
from tests.ui.conftest import write_articles

LOOK = Look("ar", "light")
SELECTIONS = {"all": Selection(), "quoted": Selection(voice="quoted")}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("charts")
    write_articles(folder / "articles")
    build([folder / "articles"], folder / "store", BuildOptions(jobs=1))
    return open_store(folder / "store")


def drawn(store: Store, selection: Selection) -> Iterator[tuple[str, go.Figure]]:
    """Draw every figure whose marks show a number."""
    yield "coverage", charts.coverage(m.coverage(store, selection), LOOK)
    yield "quality", charts.quality(m.quality(store, selection), LOOK)
    yield "term_bars", charts.term_bars(m.frequency(store, selection, limit=8), LOOK)
    yield (
        "articles",
        charts.term_bars(m.frequency(store, selection, limit=8), LOOK, value="articles"),
    )
    yield "phrases", charts.phrases(m.phrases(store, selection, min_count=2), LOOK)
    yield "ranking", charts.base_ranking(m.mentions(store, selection), LOOK)
    yield "by_outlet", charts.base_by_outlet(m.mentions_by_outlet(store, selection), LOOK)
    for value in ("count", "articles"):  # with all outlets but one in the column of the others
        table = m.mentions_by_outlet(store, selection)
        yield f"others {value}", charts.base_by_outlet(table, LOOK, value=value, outlets=1)
    yield "by_role", charts.base_by_role(m.mentions_by_role(store, selection), LOOK)
    yield "comentions", charts.comentions(m.comentions(store, selection), LOOK)
    yield "frames", charts.frames_by_voice(m.frames(store, selection), LOOK)
    frames = m.frames_by_voice(store, selection)
    yield (
        "frame_outlets",
        charts.frames_by_voice(frames.drop_duplicates("outlet_id"), LOOK, rows="outlet"),
    )
    yield "speakers", charts.speakers_by_outlet(m.speakers(store, selection, by_outlet=True), LOOK)
    yield "copies", charts.copy_network(m.copy_network(store, selection), LOOK)


def said(trace: go.Bar | go.Scatter, place: int) -> int:
    """Return the number a mark shows: its length, or the number written on it."""
    if trace.type == "bar":
        return int(trace.x[place] if trace.orientation == "h" else trace.y[place])
    return int(str(trace.text[place]).strip(" \u2066\u2067\u2068\u2069").replace(",", ""))


@pytest.mark.parametrize("chosen", SELECTIONS)
def test_marks_open_as_many_sentences_as_they_say(store: Store, chosen: str) -> None:
    selection, checked = SELECTIONS[chosen], 0
    for name, fig in drawn(store, selection):
        for trace in fig.data:
            for place, (code, *_) in enumerate(trace.customdata or ()):
                if code and trace.hovertext[place]:
                    cells = [m.Cell.from_code(part) for part in code.split("\n")]
                    found = sum(m.evidence_count(store, selection, cell) for cell in cells if cell)
                    assert found == said(trace, place), (name, trace.name, place)
                    checked += 1
    assert checked > (60 if chosen == "all" else 10)


def test_single_facts_open_one_sentence(store: Store) -> None:
    everything = Selection()
    figures = (
        charts.drift(m.drift(store, everything), LOOK),
        charts.quantities(m.quantities(store, everything), LOOK),
    )
    for fig in figures:
        keys = [row[0] for trace in fig.data if trace.customdata for row in trace.customdata]
        assert keys
        assert all(m.evidence_count(store, everything, m.Cell.from_code(key)) == 1 for key in keys)
