"""The voices page: every section, both languages; statements by speaker; numbers with their sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rasid import measures
from rasid.store.engine import open_store
from rasid.store.selection import Selection
from rasid.ui import data, tables
from rasid.ui.views import voices as views_voices
from tests.ui.sections import untranslated, walk

App = Callable[..., AppTest]
SECTIONS = ("speakers", "statements", "quantities", "disagreements")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_section_runs(app: App, lang: str) -> None:
    found = walk(app("voices", lang=lang), "voices", SECTIONS)
    assert all(found[section] for section in SECTIONS[:-1])
    assert not untranslated(found)


def test_statements_of_one_speaker(app: App, store_folder: Path) -> None:
    known = measures.speakers(open_store(store_folder), Selection())

    def links(**chosen: str) -> int:
        test = app("voices", lang="en", section="statements", **chosen)
        return "".join(item.proto.body for item in test.get("html")).count("article=")

    assert links() == known["count"].sum()
    assert links(who=known["speaker_key"].iloc[0]) == known["count"].iloc[0] < known["count"].sum()


def test_troop_numbers_are_listed_with_their_sentence(app: App) -> None:
    table = app("voices", lang="en", section="quantities").dataframe[0].value
    assert {200.0, 900.0} <= set(table["Low"])
    assert table["Sentence"].str.len().gt(0).all()


def test_of_very_many_numbers_the_first_in_the_order_asked_for_are_shown(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = app("voices", lang="en", section="quantities", about="all").dataframe[0].value
    assert len(every) > 1
    monkeypatch.setattr(tables, "AT_MOST", 1)
    data.close()
    latest = app("voices", lang="en", section="quantities", about="all")
    assert latest.dataframe[0].value["Low"].tolist() == every["Low"].tolist()[:1]
    data.close()
    ordered = app("voices", lang="en", section="quantities", about="all", **{"sort.claims": "-low"})
    assert ordered.dataframe[0].value["Low"].tolist() == sorted(every["Low"], reverse=True)[:1]


def test_nameless_sources_stand_apart(app: App) -> None:
    rows = {
        kind: {name.lstrip("\u200e") for table in app("voices", lang="en", kind=kind).dataframe
               for name in table.value["Speaker"]}
        for kind in ("named", "media", "nameless", "all")
    }  # fmt: skip
    assert rows["named"]
    assert not rows["named"] & rows["nameless"]
    assert not rows["media"] & (rows["named"] | rows["nameless"])
    assert rows["all"] == rows["named"] | rows["media"] | rows["nameless"]


@pytest.mark.parametrize(
    ("key", "nameless"),
    [("=المصدر الامني", True), ("=مصادر", True), ("", True), ("=حسين علاوي", False), ("org:us-army", False),
     ("=الوزاره", True), ("=اللجنه نفسها", True), ("=المتحدث", True), ("=السوداني", False), ("=الجزيره", False),
     ("=وزاره الدفاع", False), ("=عضو تحالف الفتح", False), ("=الجيش الاميركي", False)],
)  # fmt: skip
def test_a_source_is_told_by_its_noun(key: str, nameless: bool) -> None:
    assert views_voices.is_nameless(key) is nameless


@pytest.mark.parametrize(
    ("key", "kind"),
    [("org:reuters", "media"), ("org:coalition", "named"), ("=صدي الفرات", "media"), ("=الوطن", "named"),
     ("=حسين علاوي", "named"), ("=المصدر الامني", "nameless"), ("", "nameless")],
)  # fmt: skip
def test_a_cited_outlet_is_no_speaker_among_the_named(key: str, kind: str) -> None:
    assert views_voices.kind_of(key, {"صدي الفرات", "الوطن"}) == kind
