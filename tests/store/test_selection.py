"""The selection: one value, its URL codes, its file and its fingerprint."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rasid.errors import RasidError
from rasid.store.selection import QUERY_LIMIT, Selection

OUTLETS = ["aawsat", "aljazeera", "x-09ff15e016"]

selections = some.builds(
    Selection,
    outlets=some.lists(some.sampled_from(OUTLETS)).map(tuple),
    date_from=some.none() | some.dates(date(2003, 1, 1), date(2020, 1, 1)),
    date_to=some.none() | some.dates(date(2020, 1, 2), date(2030, 1, 1)),
    undated=some.booleans(),
    originals_only=some.booleans(),
    voice=some.sampled_from(["all", "quoted", "own"]),
    text_kinds=some.lists(some.sampled_from(["full", "digest", "excerpt"])).map(tuple),
    query=some.text(max_size=QUERY_LIMIT).map(lambda text: text.replace("\ud800", "")),
)


@given(selections)
def test_codes_bring_the_selection_back(selection: Selection) -> None:
    assert Selection.from_codes(selection.to_codes(), outlets=OUTLETS) == selection


def test_defaults_leave_no_trace_in_the_link() -> None:
    assert Selection().to_codes() == {}
    assert Selection(voice="own", undated=False).to_codes() == {"v": "o", "und": "0"}


@pytest.mark.parametrize(
    "codes",
    [
        {"o": "nobody,,"},
        {"from": "2024-13-45"},
        {"to": "yesterday"},
        {"from": "2025-01-01", "to": "2024-01-01"},
        {"und": "maybe"},
        {"orig": "yes"},
        {"v": "loud"},
        {"k": "xyz"},
        {"page": "terms"},
    ],
)
def test_a_bad_link_falls_back_silently(codes: dict[str, str]) -> None:
    assert Selection.from_codes(codes, outlets=OUTLETS) == Selection()


def test_a_good_part_of_a_bad_link_is_kept() -> None:
    codes = {"o": "aawsat,nobody", "v": "?", "orig": "1"}
    expected = Selection(outlets=("aawsat",), originals_only=True)
    assert Selection.from_codes(codes, outlets=OUTLETS) == expected


def test_the_order_of_clicks_does_not_matter() -> None:
    one, two = Selection(outlets=("b", "a", "b")), Selection(outlets=("a", "b"))
    assert one == two
    assert hash(one) == hash(two)
    assert Selection(query="  a   b ") == Selection(query="a b")


@given(selections)
def test_a_saved_selection_comes_back_under_its_name(selection: Selection) -> None:
    path = Path(SAVED.name)
    selection.save(path, name="تغطية الخريف")
    assert Selection.read(path) == ("تغطية الخريف", selection)
    assert path.stat().st_size < 4_000


@pytest.fixture(autouse=True, scope="module")
def _saved(tmp_path_factory: pytest.TempPathFactory) -> None:
    SAVED.name = str(tmp_path_factory.mktemp("saved") / "selection.json")


SAVED = SimpleNamespace(name="")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"rasid_selection": 1, "voice": "loud"}',
                                     '{"rasid_selection": 1, "date_from": "soon"}'])  # fmt: skip
def test_a_file_that_is_no_selection_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RasidError, match=r"wrong\.json") as caught:
        Selection.read(path)
    assert caught.value.code == "bad-selection"


def test_the_fingerprint_is_the_same_on_every_machine_and_for_every_spelling() -> None:
    corpus = SimpleNamespace(fingerprint="0123456789ab")
    view = Selection(outlets=("aawsat",), date_from=date(2024, 9, 1), query="انسحاب")
    assert view.fingerprint(corpus) == "a4a98f434d39"
    assert view.with_(voice="own").fingerprint(corpus) != view.fingerprint(corpus)
    assert view.fingerprint(SimpleNamespace(fingerprint="other")) != view.fingerprint(corpus)
