"""Open evidence stands in the address: it opens again elsewhere, and what nobody can read is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rasid import measures as m
from rasid.measures.cells import measures_with_cells
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection
from rasid.ui import cards, cell_words
from rasid.ui.page import View
from rasid.ui.selecting import opened
from rasid.ui.selecting.url_state import State

App = Callable[..., AppTest]
ALL = Selection()

TABLES: dict[str, Callable[[Store], Any]] = {
    "coverage": lambda s: m.coverage(s, ALL), "outlet_counts": lambda s: m.outlet_counts(s, ALL),
    "quality": lambda s: m.quality(s, ALL), "frequency": lambda s: m.frequency(s, ALL, limit=5),
    "phrases": lambda s: m.phrases(s, ALL, size=2, min_count=2), "mentions": lambda s: m.mentions(s, ALL),
    "mentions_by_role": lambda s: m.mentions_by_role(s, ALL),
    "comentions": lambda s: m.comentions(s, ALL, kind="base", other="place"),
    "speakers": lambda s: m.speakers(s, ALL), "drift": lambda s: m.drift(s, ALL), "frames": lambda s: m.frames(s, ALL),
    "quantities": lambda s: m.quantities(s, ALL), "surfaces": lambda s: m.surfaces(s, ALL, "base:ain-al-asad"),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(store_folder: Path) -> Iterator[Store]:
    found = open_store(store_folder)
    yield found
    found.close()


def codes(store: Store, name: str) -> list[str]:
    return [m.cell(name, row).to_code() for _, row in TABLES[name](store).iterrows()]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_what_is_open_opens_again_from_the_address(store: Store, name: str) -> None:
    found = codes(store, name)
    assert found
    for code in found:
        outward = opened._outward(store, code)
        assert opened._inward(store, outward) == code
        assert not any(
            isinstance(value, int) for key, value in m.Cell.from_code(outward).keys
            if key in {"lemma_id", "lemma_ids", "form_id", "article_key"}
        )  # fmt: skip


def test_tables_above_are_measures() -> None:
    assert set(TABLES) <= set(measures_with_cells())


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_evidence_says_what_it_is_of(store: Store, lang: str) -> None:
    view = View("bases", store, State(lang))
    by_outlet = m.mentions_by_outlet(store, ALL, kind="base")
    row = by_outlet[by_outlet["entity_id"] == "base:ain-al-asad"].iloc[0]
    words = cell_words.described(view, [m.cell("mentions_by_outlet", row)])
    assert words == f"{view.entity_name('base:ain-al-asad')} · {view.outlet_name(row['outlet_id'])}"
    for name in sorted(TABLES):
        for code in codes(store, name)[:3]:
            words = cell_words.described(view, [m.Cell.from_code(code)])
            assert not {"_", "None"} & set(words.split()), (name, words)
            assert name in {"drift", "quantities"} or words, name


def test_marks_of_many_cells_say_only_what_they_share(store: Store) -> None:
    view = View("overview", store, State("en"))
    cells = [m.Cell("article", (("outlet_id", o), ("period", "2025-08-01"), ("grain", "month")), "articles")
             for o in ("aawsat", "shafaq")]  # fmt: skip
    assert cell_words.described(view, cells) == "August 2025"


def panel(test: AppTest) -> list[int]:
    """Return how many sentences each open panel counts."""
    markup = "".join(item.proto.body for item in test.get("html"))
    return [int(n) for n in re.findall(r'class="rasid-evidence" data-total="(\d+)"', markup)]


def test_an_address_opens_the_evidence_of_a_chart_and_of_a_table(app: App, store: Store) -> None:
    table = m.frequency(store, ALL, limit=2)
    first, second = (
        opened._outward(store, m.cell("frequency", row).to_code()) for _, row in table.iterrows()
    )
    test = app("terms", lang="en", **{"ev.bars": first, "ev.frequency": second})
    assert panel(test) == table["count"].tolist()
    test.button(key="ev.terms.bars.close").click().run()
    assert panel(test) == table["count"].tolist()[1:]


@pytest.mark.parametrize("code", ["x", "*0123456789abcdef", "W10", "~~", "a.b.c",
                                  m.Cell("lemma", (("lemma_id", 7),)).to_code(),
                                  m.Cell("lemma", (("lemma_id", ("لاتوجد",)),)).to_code(),
                                  m.Cell("mention", (("period", "never"), ("grain", "month"))).to_code()])  # fmt: skip
def test_a_code_nobody_can_read_is_told_not_thrown(app: App, code: str) -> None:
    test = app("terms", lang="en", **{"ev.bars": code})
    assert not test.exception
    assert panel(test) == []
    assert any("this corpus does not know" in item.proto.body for item in test.get("html"))


def test_the_mark_that_is_open_is_held(store: Store) -> None:
    from rasid import charts

    figure = charts.term_bars(m.frequency(store, ALL, limit=4), charts.Look("en", "light"))
    code = figure.to_dict()["data"][0]["customdata"][2][0]
    held = cards._held(figure, code).to_dict()["data"][0]
    assert held["selectedpoints"] == [2]
    assert cards._held(figure, "") is figure
