"""Tables as analysts use them: sorted by a column, read to the last letter, numbers as people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from rasid import measures
from rasid.store.engine import open_store
from rasid.store.selection import Selection
from rasid.ui import formats, grid_widths, i18n, ordering, tables
from rasid.ui.views.sources import own_words
from tests.ui.conftest import headings

App = Callable[..., AppTest]
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=2), st.booleans())
def test_published_dates_sorted_as_text_stand_in_order(
    spans: list[list[date]], right: bool
) -> None:
    texts = sorted(str(formats.sortable(*span, right=right)) for span in spans)
    days = [re.search(r"\d{4}-\d\d-\d\d", text)[0] for text in texts]  # type: ignore[index]
    assert days == sorted(str(first) for first, _ in spans)


def test_a_date_keeps_its_order_within_an_arabic_cell() -> None:
    text = formats.sortable(date(2026, 1, 18), date(2026, 1, 20), right=True)
    assert text == "\u061c\u20662026-01-18\u2069 – \u20662026-01-20\u2069"
    assert formats.sortable(date(2026, 1, 18), date(2026, 1, 18)) == "2026-01-18"
    assert formats.sortable(None, None) is None


@pytest.mark.parametrize(("lang", "column"), [("en", "Published"), ("ar", "تاريخ النشر")])
def test_the_table_of_articles_can_be_sorted_by_date(app: App, lang: str, column: str) -> None:
    shown = app("overview", lang=lang).dataframe[-1].value[column].dropna().tolist()
    assert sorted(shown, reverse=True) == shown  # the measure gives the latest first


def test_numbers_are_never_written_with_an_exponent() -> None:
    table = pd.DataFrame(
        {"low": [347e6, None], "rate": [57.1, 159.0], "g2": [0.78, 43.5], "p": [0.25, 0.5]}
    )
    shown = tables._whole(table)
    assert shown["low"].tolist()[0] == 347_000_000
    assert str(shown["low"].dtype) == "Int64"
    assert [tables._decimals(shown[name]) for name in ("rate", "g2", "p")] == [1, 2, 3]


def test_what_a_table_holds_is_shown_from_its_first_column_on(app: App) -> None:
    arabic = app("corpus", lang="ar", section="tables").dataframe[0]
    assert list(arabic.proto.column_order)[-1] == "article_id"
    assert arabic.proto.placeholder == "–"


def test_statements_are_never_cut(app: App) -> None:
    test = app("voices", lang="ar", section="statements")
    markup = "".join(item.proto.body for item in test.get("html"))
    assert not test.dataframe
    assert "العراق قادر على حفظ أمنه" in markup
    assert markup.count("article=") >= 3


def test_an_outlets_own_name_is_not_its_distinctive_word() -> None:
    outlets = pd.DataFrame({"outlet_id": ["alsumaria"], "name_ar": ["السومرية نيوز"]})
    view = SimpleNamespace(store=SimpleNamespace(outlets=outlets))
    words = pd.Series(["السومرية", "نيوز", "بغداد", "أيلول"])
    assert own_words(view, "alsumaria", words) == {"السومرية", "نيوز"}  # type: ignore[arg-type]


def test_two_selections_that_are_one_are_told_how_to_differ(app: App) -> None:
    test = app("terms", lang="en", section="compare")
    assert not headings(test)
    assert "Choose an event" in test.info[0].value
    day = next(
        day for day in test.selectbox(key="b.event").options if day.startswith("17 Aug 2025")
    )
    test.selectbox(key="b.event").select(day).run()
    assert not test.exception
    assert headings(test)[0] == "What sets the two selections apart"
    seen = str(dict(test.query_params))
    assert "2025-08-16" in seen
    assert "2025-08-17" in seen


def test_undated_articles_have_no_column_of_dashes(app: App) -> None:
    shown = app("timeline", lang="en", section="undated").dataframe[0].value
    assert "Title" in shown
    assert "Published" not in shown


def test_a_search_leads_to_the_words_course_and_company(app: App) -> None:
    test = app("reader", lang="en", find="انسحاب")
    markup = "".join(item.proto.body for item in test.get("html"))
    assert "section=trend" in markup
    assert "section=collocates" in markup


def test_the_player_shows_the_course_of_coverage(app: App) -> None:
    test = app("timeline", lang="en", at="2025-08-01")
    strips = [
        item.proto.body
        for item in test.get("html")
        if '"rasid-histogram rasid-course"' in item.proto.body
    ]
    assert len(strips) == 1
    assert strips[0].count("<i") > 3
    assert strips[0].count('class="in"') == 1


def test_the_player_shows_no_bare_day_where_only_an_interval_is_known(app: App) -> None:
    markup = "".join(
        item.proto.body for item in app("timeline", lang="en", at="2021-12-01").get("html")
    )
    days = re.findall(r'class="rasid-headlines"><span>([^<]+)', markup)
    assert days == ["9–11 Dec 2021"]


def test_no_folder_is_asked_for_by_name(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASID_ALLOW_ADD", "1")
    test = app("corpus", lang="en", section="add")
    next(button for button in test.button if "folder" in button.label.lower()).click().run()
    assert [info.value for info in test.info] == ["Write the path of the folder first."]
    assert not test.error


def test_dates_to_be_typed_keep_their_order_in_arabic() -> None:
    label = i18n.text("corrections.published", "ar", page="corpus")
    assert (
        label.count("\u2066")
        == label.count("\u2069")
        == len(re.findall(r"\d{4}-\d\d(?!\d)", label)) - 1
    )


def test_a_pictures_title_says_what_its_numbers_are(app: App) -> None:
    counted, rated = (
        headings(app("bases", lang="en", section="outlets", value=v)) for v in ("count", "rate")
    )
    assert counted == ["Who names which base"]
    assert rated == ["Who names which base (Per 10,000 words)"]


def test_shares_of_outlets_add_up(app: App) -> None:
    shown = app("overview", lang="en").dataframe[0].value
    assert shown["% of articles"].sum() == pytest.approx(100, abs=0.5)


def test_an_article_found_leads_to_the_next_one(app: App, store_folder: Path) -> None:
    hits = measures.concordance(open_store(store_folder), Selection(), "انسحاب")
    ids = hits["article_id"].drop_duplicates().tolist()
    test = app("reader", lang="en", find="انسحاب", article=ids[0])
    markup = "".join(item.proto.body for item in test.get("html"))
    assert f"Article 1 of {len(ids)} with" in markup
    assert "Previous article" not in markup
    following = re.search(r'href="([^"]+)" target="_self">Next article', markup)
    assert following is not None
    assert f"article={ids[1]}" in following[1]


@pytest.mark.parametrize("find", ["", ")("])
def test_a_place_is_shown_with_and_without_a_search_that_can_be_read(
    app: App, store_folder: Path, find: str
) -> None:
    hit = measures.concordance(open_store(store_folder), Selection(), "انسحاب").iloc[0]
    place = {"article": str(hit["article_id"]), "start": str(hit["start"]), "end": str(hit["end"])}
    test = app("reader", lang="en", **place, **({"find": find} if find else {}))
    assert not test.exception
    assert "rasid-article" in "".join(item.proto.body for item in test.get("html"))
    assert 'class="hit' in "".join(item.proto.body for item in test.get("html"))


@pytest.mark.parametrize(
    ("code", "names"),
    [("", ["b", "أ", "ا", "c", "d"]), ("-count", ["أ", "b", "ا", "d", "c"]), ("count", ["d", "b", "ا", "أ", "c"]),
     ("name", ["b", "c", "d", "أ", "ا"]), ("no-such-column", ["b", "أ", "ا", "c", "d"])],
)  # fmt: skip
def test_rows_are_put_in_order_and_missing_values_stay_last(code: str, names: list[str]) -> None:
    table = pd.DataFrame({"name": ["b", "أ", "ا", "c", "d"], "count": [2.0, 9.0, 2.0, None, 1.0]})
    assert ordering.in_order(table, code)["name"].tolist() == names


def test_a_published_day_is_ordered_by_its_first_then_its_last_day() -> None:
    days = pd.to_datetime(["2026-01-18", "2026-01-18", None, "2025-01-01"])
    table = pd.DataFrame(
        {"published_from": days, "published_to": days + pd.Timedelta(days=1), "n": [0, 1, 2, 3]}
    )
    table.loc[0, "published_to"] = pd.Timestamp("2026-01-25")
    assert ordering.in_order(table, "published")["n"].tolist() == [3, 1, 0, 2]
    assert ordering.in_order(table, "-published")["n"].tolist() == [0, 1, 3, 2]


@pytest.mark.parametrize(("code", "falling"), [("n_tokens", False), ("-n_tokens", True)])
def test_an_address_orders_all_articles_and_says_so_in_the_heading(
    app: App, code: str, falling: bool
) -> None:
    table = app("overview", lang="en", **{"sort.articles": code}).dataframe[-1]
    words = table.value["Words"].tolist()
    assert words == sorted(words, reverse=falling)
    heading = json.loads(table.proto.columns)["Words"]["label"]
    assert heading.endswith("▼" if falling else "▲")


def test_a_long_name_far_down_is_given_its_room() -> None:
    table = pd.DataFrame(
        {"name": ["short"] * 20 + ["a name of some forty letters, far down"], "n": range(21)}
    )
    assert grid_widths.widths(table, {"name": "name", "n": "n"}, narrow=False)["name"] > 250
    assert grid_widths.widths(table, {"name": "name", "n": "n"}, narrow=True)["name"] <= 180


def test_arabic_columns_stand_at_the_right_of_an_english_page(app: App) -> None:
    config = json.loads(app("terms", lang="en").dataframe[0].proto.columns)
    assert config["Term"]["alignment"] == "right"
    assert config["Term"]["label"].startswith("\u061c")


def test_periods_are_written_as_long_as_they_are() -> None:
    day = date(2025, 8, 1)
    grains = ("year", "quarter", "month", "week")
    assert [formats.period(day, grain) for grain in grains] == [
        "2025",
        "2025 Q3",
        "2025-08",
        "2025-08-01",
    ]
    assert formats.period(None, "month") is None


def test_a_number_longer_than_those_above_it_is_shown_whole() -> None:
    table = pd.DataFrame({"n": pd.Series([5] * 20 + [100_000_000], dtype="Int64"), "m": [7] * 21})
    for narrow in (False, True):
        widths = grid_widths.widths(table, {"n": "low", "m": "m"}, narrow=narrow)
        assert widths["n"] > 90
        assert "m" not in widths


def test_a_browser_is_sent_the_first_rows_of_a_long_table(
    app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "AT_MOST", 3)
    test = app("overview", lang="en")
    rows = [len(frame.value) for frame in test.dataframe]
    assert max(rows) <= 3
