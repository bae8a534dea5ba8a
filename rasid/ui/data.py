"""What the pages read: the open store, the article table, and measures cached by the selection.

The store and the article table are shared by all visitors and never changed; what is kept of a store is
keyed by its edition, a new one each time a store is opened, so that nothing outlives a rebuild. (The corpus
fingerprint would not do: it speaks of the articles, and stays when only a list of names has been edited.)
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import pandas as pd

from rasid import measures, settings
from rasid.errors import RasidError
from rasid.store.schema import STORE_FILE, is_current
from rasid.store.selection import Selection
from rasid.ui.kept import Kept
from rasid.ui.serving.gate import PAGES

if TYPE_CHECKING:
    from rasid.measures.preparing import Preparation
    from rasid.store.engine import Store

MEASURES_KEPT: Final = 512
"""Results kept for all visitors together; a few kilobytes each."""

TABLES_KEPT: Final = 256
"""Tables and figures as pages show them; most take 50 kilobytes, two thousand rows half a megabyte."""

_FIRST_VISITOR: Final = 0.3
"""Seconds left to whoever opened the dashboard before the rest is imported."""

_REST: Final = 0.2
"""Seconds without a page being drawn before a part of the rest is: nobody's click waits behind it."""

_RESTLESS: Final = 1.0
"""Seconds after which the rest is imported between the clicks all the same."""

_SPACING: Final = 2.0
"""So many times as long as a part took between the clicks passes before the next: no click waits behind two."""


@dataclass(slots=True)
class Opening:
    """The store on its way to being open: built first when there is none."""

    store: Store | None = None
    error: RasidError | None = None
    stage: str = "open"
    done: int = 0
    total: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether the store is still being built or opened."""
        return self.thread is not None and self.thread.is_alive()


_opening = Opening()


def begin_opening() -> Opening:
    """Open the store in a thread, building it first from the articles when there is none."""
    with _opening.lock:
        if _opening.store is None and not _opening.running:
            _opening.error = None
            _opening.thread = threading.Thread(target=_open, name="rasid-open", daemon=True)
            _opening.thread.start()
    return _opening


def close() -> None:
    """Forget the open store; the next `begin_opening` opens it again."""
    with _opening.lock:
        _opening.store = None
        _opening.error = None


def _open() -> None:
    folder = settings.store_folder()
    _import_page()
    try:
        there = (folder / STORE_FILE).is_file()
        if there and not is_current(folder / STORE_FILE) and "RASID_CORPUS" not in os.environ:
            # Built by another version, from articles nobody named: not ours to replace.
            raise RasidError("old-store", file=folder)
        if not is_current(folder / STORE_FILE):
            _build_first(folder)
        from rasid.store.engine import open_store

        _opening.store = open_store(folder)
    except RasidError as error:
        _opening.error = error
    except Exception as error:
        _opening.error = RasidError("no-store", file=folder, detail=error)
        raise
    finally:
        threading.Thread(
            target=_settle_and_prepare, args=(_opening.store,), name="rasid-settle", daemon=True
        ).start()


def _import_page() -> None:
    """Import what every page needs, a second in all: not the first visitor's."""
    gc.disable()  # what is imported stays: there is no garbage to look for
    try:
        importlib.import_module("rasid.ui.page")
    finally:
        gc.enable()


def _settle_and_prepare(store: Store | None) -> None:
    time.sleep(_FIRST_VISITOR)
    until = time.monotonic() + _RESTLESS
    _at_rest(until, import_engine)
    steps: list[Preparation] = []
    if store is not None:
        from rasid.measures.preparing import preparations

        steps = preparations(store)
    early = [i for i, step in enumerate(steps) if step.beside]
    first = early[-1] + 1 if early else 0  # the longest, and nobody's page waits for them
    _prepare(until, steps[:first])
    _settle(until)
    _prepare(until, steps[first:])


def _prepare(until: float, steps: list[Preparation]) -> None:
    for step in steps:
        if step.beside:
            step.read()
        else:
            _at_rest(until, step.read)


_settled = threading.Event()


def _settle(until: float) -> None:
    """Import what only some pages need, once the first visitor has been served, and leave it to no collection.

    The million objects that stand then live as long as the server: frozen, no garbage collection walks
    through them again. Streamlit asks for one after every run; each took 150 ms, half of the whole run.
    """
    if _settled.is_set():
        return
    _settled.set()
    atexit.register(gc.unfreeze)  # else DuckDB reports what is never collected as leaked
    gc.freeze()
    names = (
        "ibis.backends.sql.compilers",
        "scipy.special",
        "scipy.sparse",
        "scipy.cluster.hierarchy",
        "wordcloud",
    )
    _at_rest(
        until,
        import_engine,
        *(partial(importlib.import_module, name) for name in names),
        lambda: [importlib.import_module(name) for name in ("rasid.charts", *_views())],
        lambda: [getattr(measures, name) for name in measures.__all__],
        gc.collect,
        gc.freeze,
    )


def _at_rest(until: float, *steps: Callable[[], object]) -> None:
    """Take steps while no page is being drawn; from the moment `until` between two pages.

    Beside a page, a step would take half of its time again: Python runs one thread at a time, and each waits for
    the other at every turn. Ten clicks in a row took three times as long; one that waits for a step does not.
    """
    for step in steps:
        idle = PAGES.rest(_REST, until=until)
        with PAGES.alone():
            begun = time.monotonic()
            step()
            took = time.monotonic() - begun
        if not idle:
            time.sleep(_SPACING * took)


_importing = threading.Lock()


def import_engine() -> None:
    """Import what most measures write their questions with, whole and in one thread.

    Its modules import each other in a circle: a page and `_settle` that begin it at the same moment from two
    sides each find the other's half, and the visitor an error in place of the page.
    """
    with _importing:
        importlib.import_module("rasid.store.engine_expressions")


def _views() -> list[str]:
    return sorted(
        f"rasid.ui.views.{path.stem}" for path in Path(__file__).parent.glob("views/*.py")
    )


def _build_first(folder: Path) -> None:
    from rasid.store.build import build
    from rasid.ui.upkeep import adding

    def progress(stage: str, done: int, total: int) -> None:
        _opening.stage, _opening.done, _opening.total = stage, done, total

    build(adding.sources(), folder, progress=progress)


def opening() -> Opening:
    """Return the store's state, opened anew when another process has swapped in a new store file."""
    if _opening.store is not None and not _opening.store.is_current:
        close()
    if _opening.store is None:
        begin_opening()
    return _opening


def wait_for_store(seconds: float = 60.0) -> Store | None:
    """Return the store, waiting up to `seconds` for it; None when it is not ready or failed."""
    state = opening()
    if state.store is None and state.thread is not None:
        state.thread.join(seconds)
    return state.store


def articles(store: Store) -> pd.DataFrame:
    """Return the article table without bodies: one frame for all visitors, never changed."""
    return store.articles


_editions: WeakKeyDictionary[Store, object] = WeakKeyDictionary()


def edition(store: Store) -> Hashable:
    """Return what keys everything kept of a store: equal for this opening of it only."""
    return _editions.setdefault(store, object())


_measures = Kept(MEASURES_KEPT)


def measured(
    store: Store, selection: Selection, function: Callable[..., Any], *args: Any, **kwargs: Any
) -> Any:
    """Return `function(store, selection, *args, **kwargs)`, kept by the selection.

    A table is handed out as a copy that shares its columns until somebody sets one (pandas copies on write),
    so that no page can change what another visitor is shown.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    key = (edition(store), name, selection, repr(args), repr(sorted(kwargs.items())))
    found = _measures.get(key, lambda: function(store, selection, *args, **kwargs))
    return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found


_tables = Kept(TABLES_KEPT)


def kept(
    store: Store, page: str, address: Mapping[str, str], name: Hashable, make: Callable[[], Any]
) -> Any:
    """Return what `make` returned the last time anybody had this page, address and language in view.

    Only for what is a function of the store and of the address; so never on the corpus page, whose files change
    under the same address. Treat the answer as unchangeable.
    """
    if page == "corpus":
        return make()
    return _tables.get((edition(store), page, tuple(sorted(address.items())), name), make)
