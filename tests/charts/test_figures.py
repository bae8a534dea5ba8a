"""What holds for every figure: keys on all marks, alt text, inert labels, direction, odd inputs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from PIL import Image, ImageDraw, ImageFont

from rasid import charts
from rasid.charts.cloud import FONT_FILE
from rasid.charts.events import clusters
from rasid.charts.strings import say
from rasid.measures import Cell, cell
from tests.charts import tables
from tests.charts.figures import FIGURES, draw, look

BARE = ("word_cloud", "base_map", "copy_network")
"""Figures without axes."""


def marks(fig: go.Figure) -> Iterator[tuple[go.Figure, int]]:
    """Yield every mark that a reader can point at: it has hover text."""
    for trace in fig.data:
        if trace.hoverinfo == "text" and trace.customdata is not None:
            for place in range(len(trace.customdata)):
                yield trace, place


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("meta", "customdata", "hovertemplate"):
                yield from strings(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from strings(value)


@pytest.mark.parametrize("name", FIGURES)
def test_every_mark_carries_the_code_of_its_cell(name: str) -> None:
    found = list(marks(draw(name)))
    assert found
    for trace, place in found:
        drawn = trace.customdata[place][0]
        hidden = not trace.hovertext[place]
        assert hidden or all(Cell.from_code(code) for code in drawn.split("\n")), name


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_can_be_pointed_at_without_a_key(name: str) -> None:
    for trace in draw(name).data:
        if trace.hoverinfo != "skip" and trace.legendgroup != "diagonal":
            assert trace.customdata is not None, trace.type


@pytest.mark.parametrize("name", FIGURES)
def test_hostile_text_is_inert(name: str) -> None:
    """No tag but the line breaks of our own, no template variable."""
    for text in strings(draw(name, title="<b>x</b> %{y}", caption="<a href='x'>").to_plotly_json()):
        assert "<" not in text.replace("<br>", ""), text
        assert "%{" not in text, text


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_figure_says_what_it_is(name: str, language: str) -> None:
    fig = draw(name, at=look(language), title="العنوان", caption="37 مقالاً · 3fa9c1d2")
    assert fig.layout.meta["alt"]
    assert "{n" not in fig.layout.meta["alt"]
    assert "العنوان" in fig.layout.title.text
    assert "3fa9c1d2" in fig.layout.title.subtitle.text
    assert fig.layout.margin.t >= 45
    assert fig.layout.title.xanchor == ("right" if language == "ar" else "left")


@pytest.mark.parametrize("name", FIGURES)
def test_figure_without_title_keeps_no_room_for_one(name: str) -> None:
    plain, titled = draw(name), draw(name, title="عنوان")
    assert plain.layout.title.text is None
    assert plain.layout.height < titled.layout.height
    assert plain.layout.font.family.startswith("IBM Plex Sans Arabic")
    assert plain.layout.paper_bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("name", FIGURES)
def test_empty_table_gives_a_sentence(name: str) -> None:
    empty = FIGURES[name][1]().iloc[:0]
    fig = draw(name, empty, title="عنوان")
    assert not fig.data
    assert len(fig.layout.annotations) == 1
    assert fig.layout.height < 260


@pytest.mark.parametrize("name", FIGURES)
def test_table_without_columns_gives_a_sentence(name: str) -> None:
    assert not draw(name, pd.DataFrame()).data


@pytest.mark.parametrize("name", FIGURES)
def test_one_row_is_enough(name: str) -> None:
    rows = FIGURES[name][1]()
    one = (
        rows[rows["outlet_a"] != rows["outlet_b"]].iloc[:1]
        if name == "similarity"
        else rows.iloc[:1]
    )
    fig = draw(name, one.reset_index(drop=True))
    assert len(list(marks(fig))) >= 1


@pytest.mark.parametrize("name", FIGURES)
def test_figure_is_plain_json(name: str) -> None:
    """No NaN reaches the browser as a word JSON does not know."""
    json.loads(draw(name).to_json(), parse_constant=lambda word: pytest.fail(word))


@pytest.mark.parametrize("name", FIGURES)
def test_figure_holds_only_what_plotly_knows(name: str) -> None:
    """Figures are handed over unchecked; here they pass the checking constructor."""
    go.Figure(draw(name, title="عنوان", caption="أ · ب").to_dict())


@pytest.mark.parametrize("name", FIGURES)
def test_same_table_same_figure(name: str) -> None:
    assert draw(name).to_json() == draw(name).to_json()


@pytest.mark.parametrize(
    "name", ["term_bars", "base_ranking", "speakers", "quality", "keyness", "quantities"]
)
def test_bars_grow_from_where_reading_starts(name: str) -> None:
    arabic, english = draw(name, at=look("ar")), draw(name, at=look("en"))
    assert arabic.layout.xaxis.range[0] > arabic.layout.xaxis.range[1]
    assert arabic.layout.yaxis.side == "right"
    assert english.layout.xaxis.range[0] < english.layout.xaxis.range[1]
    assert english.layout.yaxis.side == "left"


@pytest.mark.parametrize("name", ["coverage", "term_trend", "drift", "base_over_time"])
def test_time_runs_left_to_right_in_both_languages(name: str) -> None:
    for language in ("ar", "en"):
        axis = draw(name, at=look(language)).layout.xaxis
        assert axis.range[0] < axis.range[1]
        assert axis.tickvals is not None


@pytest.mark.parametrize("name", [n for n in FIGURES if n not in BARE])
def test_row_labels_fit_a_phone(name: str) -> None:
    axis = draw(name, at=look(narrow=True)).layout.yaxis
    for label in axis.ticktext or ():
        assert all(len(line.strip("\u2067\u2068\u2069")) <= 60 for line in label.split("<br>"))
        assert max(len(charts_plain(line)) for line in label.split("<br>")) <= 28


def charts_plain(line: str) -> str:
    return (
        line.strip("\u2067\u2068\u2069")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
    )


def test_forty_six_outlets_make_eight_colours_and_one_grey_entry() -> None:
    fig = charts.coverage(tables.coverage(46, 12), look())
    entries = [bar.name for bar in fig.data if bar.showlegend]
    assert len(entries) == len(set(entries)) == 9
    assert say("ar", "others") in entries[-1]
    total = sum(sum(bar.y) for bar in fig.data)
    assert total == tables.coverage(46, 12)["count"].sum()


def test_very_many_small_outlets_share_marks_that_hold_all_their_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules["rasid.charts.coverage"], "MANY", 100)
    table = tables.coverage(30, 10)
    fig = charts.coverage(table, look())
    joined = [row[0] for bar in fig.data for row in bar.customdata if "\n" in row[0]]
    assert joined
    assert sum(sum(bar.y) for bar in fig.data) == table["count"].sum()
    assert sum(len(row[0].split("\n")) for bar in fig.data for row in bar.customdata) == len(table)


def test_undated_articles_are_never_left_out_of_coverage() -> None:
    fig = charts.coverage(tables.coverage(lanes=True), look())
    assert {x for bar in fig.data if bar.xaxis == "x2" for x in bar.x} == {"interval", "undated"}
    only = tables.coverage(lanes=True)
    assert charts.coverage(only[only["lane"] == "undated"], look()).layout.xaxis2.domain == (0, 1)


def test_events_outside_the_time_shown_are_left_out_and_planned_ones_say_so() -> None:
    fig = charts.coverage(tables.coverage(), look(), events=tables.events())
    texts = [a.text for a in fig.layout.annotations]
    assert len(fig.layout.shapes) == 3
    assert sum(say("ar", "event.planned") in text for text in texts) == 1
    early = tables.coverage(n_months=2)
    assert len(charts.coverage(early, look(), events=tables.events()).layout.shapes) == 1


def test_drift_shows_every_promise_once_and_its_intervals() -> None:
    table = tables.drift()
    fig = charts.drift(table, look(), by="about")
    points = [t for t in fig.data if t.mode == "markers"]
    assert sum(len(t.x) for t in points) == len(table)
    assert sum(len(t.x) for t in points if t.xaxis == "x2") == table["published_from"].isna().sum()
    assert any(t.mode == "lines" and t.line.dash == "dot" for t in fig.data)


def test_a_matter_keeps_its_colour_whatever_is_in_view_and_other_matters_are_grey_beneath() -> None:
    table = tables.drift()
    table["about"] = ["other"] * (len(table) - 3) + ["phase-one", "phase-one", "final-exit"]
    colours = {}
    for rows in (table, table[table["about"] != "phase-one"]):
        fig = charts.drift(rows, look(), by="about")
        marks = [t for t in fig.data if t.mode == "markers" and t.showlegend]
        assert marks[0].marker.color == look().palette.grey
        assert [t.legendrank for t in marks] == sorted((t.legendrank for t in marks), reverse=True)
        for t in marks:
            assert colours.setdefault(t.name, t.marker.color) == t.marker.color


def test_one_period_is_a_bar_among_others_and_a_day_is_written_in_order() -> None:
    table = tables.coverage(n_months=1, lanes=False)
    fig = charts.coverage(table, look())
    first, last = (pd.Timestamp(day) for day in fig.layout.xaxis.range)
    assert (last - first).days > 85
    promises = tables.drift()
    promises[["date_from", "date_to"]] = pd.to_datetime(["2021-12-01", "2021-12-31"])
    labels = charts.drift(promises, look(), by="about").layout.yaxis.ticktext
    assert labels[0] == "\u2067" + labels[0].strip("\u2067\u2069") + "\u2069"
    assert labels[0].endswith("2021\u2069")


def test_a_lane_says_how_many_it_holds() -> None:
    table = tables.coverage()
    n = int(table.loc[table["lane"] == "undated", "count"].sum())
    texts = [a.text for a in charts.coverage(table, look()).layout.annotations if a.x == "undated"]
    assert texts == [f"{n:,}"]


def test_a_promise_very_far_off_stands_at_the_edge_and_is_counted() -> None:
    table = tables.drift()
    usual = charts.drift(table, look(), by="about").layout.yaxis.range
    far = pd.Timestamp("2135-01-01")
    table.loc[table.index[0], ["date_from", "date_to"]] = far
    fig = charts.drift(table, look(), by="about")
    assert pd.Timestamp(fig.layout.yaxis.range[1]) < pd.Timestamp(usual[1]) + pd.DateOffset(years=6)
    points = [t for t in fig.data if t.mode == "markers"]
    assert sum(len(t.x) for t in points) == len(table)
    shapes = [
        s
        for t in points
        for s in ([t.marker.symbol] if isinstance(t.marker.symbol, str) else t.marker.symbol)
    ]
    assert shapes.count("arrow-up") == 1
    assert any("موعد واحد بعد" in a.text for a in fig.layout.annotations)
    assert any("2135" in text for t in points for text in t.hovertext)
    none = charts.drift(tables.drift(), look(), by="about")
    assert not any("▲" in a.text for a in none.layout.annotations)


def test_keyness_refuses_p_with_its_reason() -> None:
    fig = draw("keyness", tables.keyness(note="few-articles"))
    assert any("خمسة" in a.text for a in fig.layout.annotations)
    assert set(fig.data[0].marker.color) == {look().palette.ground}
    assert not any("خمسة" in a.text for a in draw("keyness").layout.annotations)


def test_terms_of_the_second_selection_are_counted_there() -> None:
    table = tables.keyness().assign(log_ratio=[3.0, 1.0, -2.0] * 4)
    found = draw("keyness_between", table).data[0].customdata
    assert [side for _, side in found] == ["a", "a", "b"] * 4
    assert found[2][0] == cell("keyness_between", table.iloc[2], "count_rest").to_code()


def test_outlet_too_small_to_compare_is_left_out_of_similarity() -> None:
    fig = draw("similarity", tables.similarity(8))
    assert len(fig.layout.xaxis.ticktext) == 7


def test_words_of_the_cloud_do_not_overlap() -> None:
    """Drawn where Plotly draws them, no two words share ink (a word may lie in the hollow of another)."""
    words = charts.word_cloud(tables.frequency(60), look()).data[0]
    ink = np.zeros((460, 900), int)
    for x, y, size, text in zip(words.x, words.y, words.textfont.size, words.text, strict=True):
        page = Image.new("L", (900, 460))
        font, pen = ImageFont.truetype(str(FONT_FILE), size), ImageDraw.Draw(page)
        word = charts_plain(text)
        left = x - pen.textlength(word, font) / 2
        pen.text((left + 20, y + 0.25 * size + 20), word, fill=255, font=font, anchor="ls")
        ink += np.asarray(page) > 128
    assert ink.max() == 1


def test_cloud_is_as_large_as_counts() -> None:
    sizes = charts.word_cloud(tables.frequency(20), look()).data[0].textfont.size
    assert list(sizes) == sorted(sizes, reverse=True)


def test_base_without_coordinates_is_named_below_the_map() -> None:
    fig = draw("base_map")
    assert any("قيادة العمليات المشتركة" in a.text for a in fig.layout.annotations)
    assert len(fig.data[-1].x) == tables.mentions()["lat"].notna().sum()


def test_map_is_drawn_true_to_shape_from_our_own_outline() -> None:
    fig = draw("base_map")
    assert fig.layout.yaxis.scaleanchor == "x"
    assert fig.layout.yaxis.scaleratio == pytest.approx(1.195, abs=0.01)
    iraq = next(t for t in fig.data if t.line.width == 1.6)
    assert min(x for x in iraq.x if x is not None) == pytest.approx(38.8, abs=0.2)
    assert max(y for y in iraq.y if y is not None) == pytest.approx(37.4, abs=0.2)


def test_wide_ranges_get_a_logarithmic_axis() -> None:
    assert draw("quantities", tables.quantities(wide=True)).layout.xaxis.type == "log"
    narrow = tables.quantities().iloc[:2]
    assert draw("quantities", narrow).layout.xaxis.type != "log"


def test_vague_numbers_are_hollow() -> None:
    fig = draw("quantities")
    fills = dict(zip([round(x) for x in fig.data[0].x], fig.data[0].marker.color, strict=True))
    assert fills[100] == fills[999] == look().palette.ground
    assert fills[500] != look().palette.ground


def test_stacked_parts_add_up_to_the_number_at_their_end() -> None:
    fig = draw("base_ranking")
    parts, ends = [t for t in fig.data if t.type == "bar"], fig.data[-1]
    assert [sum(row) for row in zip(*(part.x for part in parts), strict=True)] == list(ends.x)


def test_dark_and_light_differ_in_colour_only() -> None:
    light, dark = draw("term_bars"), draw("term_bars", at=look(theme="dark"))
    assert light.data[0].marker.color != dark.data[0].marker.color
    assert list(light.data[0].x) == list(dark.data[0].x)


def test_tests_cover_every_figure() -> None:
    public = {n for n in charts.__all__ if n[0].islower()} - {
        "display",
        "outlet_colour",
        "outlet_colours",
        "palette",
    }
    drawn = {getattr(f, "__name__", "") for f, _ in FIGURES.values()}
    assert public <= drawn | {"keyness_between", "dispersion"}


def test_close_events_share_a_number() -> None:
    days = [
        pd.Timestamp(day)
        for day in ("2020-01-03", "2020-01-05", "2021-12-09", "2025-08-17", "2025-08-21")
    ]
    assert clusters(days, 60) == [[0, 1], [2], [3, 4]]
    assert clusters([], 60) == []


def test_outlets_without_a_colour_share_one_entry_in_the_drift() -> None:
    fig = draw("drift_by_outlet")
    entries = [t.name for t in fig.data if t.mode == "markers" and t.showlegend]
    assert len(entries) == len(set(entries)) <= 9
    assert any(say("ar", "others") in entry for entry in entries)


@pytest.mark.parametrize("by", ["about", "speaker", "outlet"])
def test_counted_promises_are_drawn_as_larger_marks(by: str) -> None:
    day = pd.Timestamp("2026-09-30")
    counts = pd.DataFrame({
        "period": pd.to_datetime(["2025-08-01", "2025-09-01", None]), "grain": "month", "date_from": day,
        "date_to": day, "date_grain": "day", "about": "final-exit", "speaker_id": [None, "person:a", None],
        "speaker": ["", "a", ""], "outlet_id": "x", "outlet": "x", "count": [400, 1, 2], "articles": [300, 1, 2],
    })  # fmt: skip
    if by != "about":
        counts = counts.drop(columns="about")
    figure = charts.drift(counts, charts.Look("ar", outlets=("x",)), by=by).to_dict()
    marks = [trace for trace in figure["data"] if trace.get("customdata")]
    codes = [item[0] for trace in marks for item in trace["customdata"]]
    sizes = [size for trace in marks for size in trace["marker"]["size"]]
    assert len(codes) == len(set(codes)) == 3
    assert max(sizes) == 30
    assert min(sizes) == 7
    assert all(Cell.from_code(code).kind == "date" for code in codes)
