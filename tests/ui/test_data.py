"""What is kept for all visitors belongs to the store as it was opened, and to nothing else."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from rasid.store.selection import Selection
from rasid.ui import data


def opened(names: str) -> Any:
    """Return a store of the same articles, whose lists name other things."""
    return _Store(names)


class _Store(SimpleNamespace):
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    fingerprint = "aaaaaaaaaaaa"

    def __init__(self, names: str) -> None:
        super().__init__(names=names)


def names_of(store: Any, selection: Selection) -> pd.DataFrame:
    """Stand for a measure."""
    return pd.DataFrame({"name": [store.names]})


def test_a_rebuild_with_other_lists_of_the_same_articles_is_counted_anew() -> None:
    before, after = opened("حرير"), opened("أربيل")
    assert before.fingerprint == after.fingerprint
    found = [data.measured(store, Selection(), names_of)["name"][0] for store in (before, after)]
    assert found == ["حرير", "أربيل"]


def test_tables_and_figures_of_a_former_store_are_not_shown() -> None:
    before, after = opened("حرير"), opened("أربيل")
    shown = [
        data.kept(store, "bases", {"lang": "ar"}, "table", lambda store=store: store.names)
        for store in (before, after, before)
    ]
    assert shown == ["حرير", "أربيل", "حرير"]


def test_another_address_is_another_table_and_the_same_is_made_once() -> None:
    store, made = opened(""), []
    for language in ("ar", "en", "ar"):
        data.kept(store, "bases", {"lang": language}, "t", lambda: made.append(language))  # noqa: B023
    assert made == ["ar", "en"]


def test_nothing_is_kept_of_the_corpus_page_whose_files_change() -> None:
    store, made = opened(""), []
    for _ in range(2):
        data.kept(store, "corpus", {"lang": "ar"}, "t", lambda: made.append(1))
    assert made == [1, 1]


def test_what_is_kept_holds_no_former_store() -> None:
    store = opened("")
    data.measured(store, Selection(), names_of)
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None


def test_two_threads_never_import_the_engine_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    within, most = [0], [0]

    def slow(name: str) -> None:
        within[0] += 1
        most[0] = max(most[0], within[0])
        time.sleep(0.02)
        within[0] -= 1

    monkeypatch.setattr(data.importlib, "import_module", slow)
    threads = [threading.Thread(target=data.import_engine) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


@pytest.mark.parametrize(("page", "asked"), [("overview", 0), ("sources", 1)])
def test_pages_that_need_the_engine_import_it_as_the_settling_thread_does(
    app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, page: str, asked: int
) -> None:
    calls: list[str] = []
    engine = data.import_engine

    def imported() -> None:
        if threading.current_thread().name != "rasid-settle":
            calls.append(page)
        engine()

    monkeypatch.setattr(data, "import_engine", imported)
    app(page, lang="en")
    assert len(calls) == asked


def test_the_settling_thread_imports_the_engine_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for thread in threading.enumerate():
        if thread.name == "rasid-settle":  # of an earlier test
            thread.join()
    asked: list[str] = []
    monkeypatch.setattr(data, "_settled", threading.Event())
    monkeypatch.setattr(data, "import_engine", lambda: asked.append("engine"))
    monkeypatch.setattr(data.importlib, "import_module", asked.append)
    monkeypatch.setattr(data, "measures", SimpleNamespace(__all__=()))
    monkeypatch.setattr(data, "gc", SimpleNamespace(collect=int, freeze=int, unfreeze=int))
    data._settle(0)
    assert asked[0] == "engine"
    assert len(asked) > 1
