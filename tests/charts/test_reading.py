"""What a reader takes from a chart: numbers that stay, the undated in sight, what rests on little told apart."""

from __future__ import annotations

import pandas as pd
import pytest

from rasid import charts
from rasid.charts import Look
from rasid.charts.bars import Part, Totals, horizontal
from rasid.charts.units import unit_in_full, unit_name
from rasid.settings import ASSETS
from tests.charts import tables
from tests.charts.figures import look

UNITS = ASSETS / "i18n" / "units.tsv"


def test_numbers_beside_bars_do_not_fade_when_one_is_selected() -> None:
    part = Part([3, 1], ["a", "b"], ["", ""], "#000", numbers=["3", "1"])
    totals = Totals([3, 1], ["c", "d"], ["", ""])
    for theme in ("light", "dark"):
        style = Look("ar", theme)
        fig = horizontal(["x", "y"], [part], style, name="n", alt="", totals=totals)
        for trace in fig.data:
            assert trace.unselected.textfont.color == style.palette.text
            assert trace.selected.textfont.color == style.palette.accent
            assert trace.unselected.marker.opacity < trace.selected.marker.opacity  # bars do


@pytest.mark.parametrize("language", ["ar", "en"])
def test_bases_in_undated_articles_stand_beside_the_axis(language: str) -> None:
    fig = charts.base_over_time(tables.mentions_by_time(), Look(language, "light"))
    lane = next(trace for trace in fig.data if trace.xaxis == "x2")
    assert list(lane.text) == ["4"]
    assert lane.customdata[0][0]
    assert fig.layout.xaxis.domain[1] < fig.layout.xaxis2.domain[0]
    assert fig.layout.yaxis.anchor == ("x2" if language == "ar" else "x")
    total = sum(int(n) for n in tables.mentions_by_time()["count"])
    assert f"{total:,}" in fig.layout.meta["alt"]


def test_headings_of_few_columns_are_not_turned() -> None:
    by_role = tables.mentions_by_role()
    assert charts.base_by_role(by_role, Look("ar", "light")).layout.xaxis.tickangle == 0
    narrow = charts.base_by_role(by_role, Look("ar", "light", narrow=True)).layout.xaxis
    assert narrow.tickangle == -90  # six words do not fit side by side on a phone


def test_rates_of_bases_leave_the_other_outlets_out() -> None:
    table = tables.mentions_by_outlet().assign(rate=2.5)
    counted = charts.base_by_outlet(table, look(), outlets=2)
    rated = charts.base_by_outlet(table, look(), outlets=2, value="rate")
    assert len(counted.layout.xaxis.ticktext) == 3
    assert len(rated.layout.xaxis.ticktext) == 2
    assert set(rated.data[1].text) == {"2.5"}


def _trend() -> pd.DataFrame:
    return pd.DataFrame({
        "term": "انسحاب", "period": pd.to_datetime(["2025-01-01", "2025-02-01"]), "grain": "month", "count": [3, 9],
        "tokens": [100, 900], "articles": [1, 6], "articles_total": [2, 8], "rate": [300.0, 100.0],
        "rate_low": [None, 80.0], "rate_high": [None, 130.0], "note": ["few-articles", ""],
    })  # fmt: skip


def test_points_of_few_articles_are_hollow_and_shares_are_of_the_periods_articles() -> None:
    style = look()
    line = charts.term_trend(_trend(), style, value="share").data[-1]
    assert list(line.y) == [50.0, 75.0]
    assert line.marker.color[0] == style.palette.ground != line.marker.color[1]
    band = charts.term_trend(pd.concat([_trend(), _trend()]), style).data[0]
    assert band.fill == "toself"


def test_numbers_say_what_they_count_and_ranges_keep_their_order() -> None:
    fig = charts.quantities(tables.quantities(), Look("ar", "light"))
    units = set(tables.quantities()["unit"].dropna())
    texts = [text for text in fig.data[0].text if text.strip()]
    assert any(unit in text for unit in units for text in texts)
    assert all("\u2066" in text for text in texts)
    assert fig.layout.xaxis.title.text


def test_a_number_in_the_middle_of_a_phone_stands_without_a_unit_that_no_side_holds() -> None:
    table = (
        tables.quantities()
        .iloc[[0, 1]]
        .assign(low=[10.0, 5.0], high=[10.0, 5.0], unit="military personnel")
    )
    wide, narrow = (
        charts.quantities(table, Look("en", "light", narrow=narrow)).data[0]
        for narrow in (False, True)
    )
    assert all("personnel" in text for text in wide.text)
    assert "personnel" not in narrow.text[1]
    assert "5" in narrow.text[1]
    assert narrow.textposition[0] == "middle left"


@pytest.mark.parametrize("narrow", [False, True])
def test_numbers_at_the_ends_of_bars_have_their_room(narrow: bool) -> None:
    table = tables.mentions().assign(count=12345, own=12000, quoted=345)
    fig = charts.base_ranking(table, Look("en", "light", narrow=narrow))
    plot = 200 if narrow else 420
    free = plot * (1 - 12345 / fig.layout.xaxis.range[1])
    assert free > 8 + 2 * 7 + 6 * 6.5  # half the square, the blanks, the digits


@pytest.mark.parametrize("narrow", [False, True])
def test_two_bases_that_stand_on_each_other_are_both_named(narrow: bool) -> None:
    pair = pd.DataFrame({
        "entity_id": ["a", "b"], "name_ar": ["فيكتوريا", "الاتحاد الثالث"], "name_en": ["V", "U"],
        "lat": [33.26, 33.30], "lon": [44.23, 44.39], "count": [13, 13], "own": [3, 0], "quoted": [10, 13],
        "articles": [12, 13], "rank": [1, 1], "rate": [1.0, 1.0],
    })  # fmt: skip
    notes = charts.base_map(pair, Look("ar", "light", narrow=narrow)).layout.annotations
    assert all(any(base in note.text for note in notes) for base in pair["name_ar"])


def test_quality_says_shares_of_the_articles_in_view() -> None:
    table = pd.DataFrame({"check": ["undated", "inferred"], "count": [0, 34]})
    plain, shared = (charts.quality(table, look(), total=total).data[0].text for total in (0, 98))
    assert [text.strip("\u2067\u2069") for text in plain] == ["0", "34"]
    assert [text.strip("\u2067\u2069") for text in shared] == ["0", "34 (35%)"]


def test_latest_promises_stand_below_the_upper_edge() -> None:
    table = tables.drift()
    fig = charts.drift(table, look())
    top = pd.Timestamp(fig.layout.yaxis.range[1])
    assert top > pd.to_datetime(table["date_to"]).max() + pd.Timedelta(days=1)


def test_units_are_told_in_the_readers_language_and_kept_as_written() -> None:
    assert unit_name("جندي", "en", 2500) == "soldiers"
    assert unit_name("جندي", "en", 1) == "soldier"
    assert unit_name("دولة", "en", 3) == "countries"
    assert unit_name("جندي", "ar", 1) == "جندي"
    assert unit_in_full("جندي", "en") == "soldiers (جندي)"
    assert unit_in_full("كلمةلايعرفها", "en") == "كلمةلايعرفها"
    english = charts.quantities(tables.quantities(), Look("en", "light")).to_json()
    assert "soldiers" in english


def test_every_unit_has_one_english_name() -> None:
    lines = [line for line in UNITS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {3}
    assert len({row[0] for row in rows}) == len(rows) > 400
    assert all(row[1].isascii() and row[2].isascii() for row in rows)
